//! The pages of the widget: a question, all answers, the result.

mod answers;
mod question;
mod result;

pub(crate) use answers::AnswersPage;
pub(crate) use question::QuestionPage;
pub(crate) use result::ResultPage;
