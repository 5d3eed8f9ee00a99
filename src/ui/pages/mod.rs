//! The pages of the widget, a question, all answers, the result; and that which compares results.

mod answers;
mod comparison;
mod question;
mod result;

pub(crate) use answers::answers_page;
pub(crate) use comparison::comparison_page;
pub(crate) use question::question_page;
pub(crate) use result::result_page;
