//! The pages of the widget: a question, all answers, the result.

mod answers;
mod question;
mod result;

pub(crate) use answers::answers_page;
pub(crate) use question::question_page;
pub(crate) use result::result_page;
