//! What the reader is in the midst of on one question: what is typed, what is missing, whether they are about to move on.
//! Pure, as the session is: each [`Edit`] gives a new draft and, often, an action on the session.

use super::number::Entry;
use crate::content::MODEL;
use crate::domain::{
    Answer,
    options::DEAREST,
    question::{Kind, Question, Range},
};
use crate::session::{Action, Page, Session};

/// What an hour can be worth, in tenths of a euro.
pub(crate) const RATE: Range = Range { least: 0, most: DEAREST, step: 1 };

/// What the reader is in the midst of.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Draft {
    /// What stands in the way of going on.
    pub(crate) wanted: Option<Wanted>,
    /// What stands in a number's field, as long as it is not the answer in its usual spelling.
    pub(crate) typed: Option<String>,
    /// The answer before the reader began to type: what a text that proves to be no number leaves in place.
    before: Option<Answer>,
    /// Whether there is a button to go on. A single choice made by a pointer needs none.
    pub(crate) has_next: bool,
    /// Counts the choices that move on by themselves: each new one starts the pause anew.
    pub(crate) leaving: u32,
}

/// What stands in the way of going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Any answer at all.
    Answer,
    /// A number that can be taken.
    Number,
    /// One choice fewer, before this one: so many were refused so far.
    Fewer(usize, u32),
}

/// What can happen on a question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Edit {
    /// The one option is chosen: by a pointer, or not.
    Choose(usize, bool),
    /// One of several options is pressed.
    Toggle(usize),
    /// A number's field holds another text.
    Type(String),
    /// A number is chosen otherwise, in tenths.
    Set(i32),
    /// The reader is done typing.
    Settle,
    /// The reader wants to go on.
    Next,
}

impl Draft {
    /// A question just come to.
    pub(crate) fn new(session: &Session) -> Draft {
        let Page::Question { question, .. } = session.page() else { return Draft::default() };
        let moves_on = matches!(MODEL.questions[question].kind, Kind::Single { .. });
        Draft { has_next: !moves_on || session.answers().is_asked(question), ..Draft::default() }
    }

    /// The draft after something happened, and what it does to the session.
    pub(crate) fn after(&self, session: &Session, edit: Edit) -> (Draft, Option<Action>) {
        let Page::Question { question, .. } = session.page() else { return self.rating(session, edit) };
        let (model, answers) = (&MODEL.questions[question], session.answers());
        let answer = |answer| Some(Action::Answer { question, answer });
        let calm = Draft { wanted: None, ..self.clone() };
        match edit {
            Edit::Choose(option, true) => {
                (Draft { leaving: self.leaving + 1, ..calm }, answer(Answer::Single(option as u8)))
            }
            Edit::Choose(option, false) => {
                (Draft { leaving: 0, has_next: true, ..calm }, answer(Answer::Single(option as u8)))
            }
            Edit::Toggle(option) => match toggled(model, answers.chosen(question), option) {
                Toggled::Chosen(options) => (calm, answer(Answer::Multi(options))),
                Toggled::Nothing => (calm, Some(Action::Withdraw { question })),
                Toggled::TooMany => {
                    let before = match self.wanted {
                        Some(Wanted::Fewer(_, refused)) => refused,
                        Some(Wanted::Answer | Wanted::Number) | None => 0,
                    };
                    (Draft { wanted: Some(Wanted::Fewer(option, before + 1)), ..self.clone() }, None)
                }
            },
            Edit::Type(text) => {
                let before = if self.typed.is_none() { answers.get(question) } else { self.before };
                let action = match (Entry::read(&text, model.kind), before) {
                    (Entry::Number(tenths), _) => answer(Answer::Number(tenths)),
                    // The first figures of "61" were a number: they are not what was meant.
                    (Entry::Invalid, Some(before)) => answer(before),
                    (Entry::Invalid, None) | (Entry::Empty, _) => Some(Action::Withdraw { question }),
                };
                (Draft { typed: Some(text), before, ..calm }, action)
            }
            Edit::Set(tenths) => (Draft { typed: None, ..calm }, answer(Answer::Number(tenths))),
            Edit::Settle => match self.entry(model) {
                Some(Entry::Invalid) | None => (self.clone(), None),
                Some(Entry::Number(_) | Entry::Empty) => (Draft { typed: None, ..self.clone() }, None),
            },
            Edit::Next if self.entry(model) == Some(Entry::Invalid) => {
                (Draft { wanted: Some(Wanted::Number), ..self.clone() }, None)
            }
            Edit::Next if answers.is_asked(question) => (calm, Some(Action::Advance)),
            Edit::Next => (Draft { wanted: Some(Wanted::Answer), ..self.clone() }, None),
        }
    }

    /// The same on the result, where there is one field: what an hour is worth. What is no number leaves that as it was.
    fn rating(&self, session: &Session, edit: Edit) -> (Draft, Option<Action>) {
        let entry = |typed: &str| Entry::read(typed.trim().trim_matches('€'), Kind::Number(RATE));
        match edit {
            Edit::Type(text) => {
                // The first figures of "20000" were a number: they are not what was meant.
                let goes_on = self.typed.as_ref().is_some_and(|typed| text.starts_with(typed));
                let before = if goes_on { self.before } else { session.rate().map(Answer::Number) };
                let rate = match (entry(&text), before) {
                    (Entry::Number(tenths), _) | (Entry::Invalid, Some(Answer::Number(tenths))) => Some(tenths),
                    (Entry::Empty | Entry::Invalid, _) => None,
                };
                (Draft { typed: Some(text), before, wanted: None, ..self.clone() }, Some(Action::Rate(rate)))
            }
            Edit::Settle if self.typed.as_deref().map(entry) == Some(Entry::Invalid) => {
                (Draft { wanted: Some(Wanted::Number), ..self.clone() }, None)
            }
            Edit::Settle => (Draft { typed: None, wanted: None, ..self.clone() }, None),
            Edit::Choose(..) | Edit::Toggle(_) | Edit::Set(_) | Edit::Next => (self.clone(), None),
        }
    }

    /// What the field holds, if the reader is typing.
    pub(crate) fn entry(&self, question: &Question) -> Option<Entry> {
        self.typed.as_ref().map(|typed| Entry::read(typed, question.kind))
    }
}

/// What comes of pressing one of several options.
enum Toggled {
    /// These options are chosen now, a bit each.
    Chosen(u32),
    /// Nothing is chosen any more.
    Nothing,
    /// There would be more than the question takes.
    TooMany,
}

/// Presses an option. One that stands alone clears the others, and is cleared by any of them.
fn toggled(question: &Question, chosen: u32, option: usize) -> Toggled {
    let (bit, alone) = (1 << option, question.alone());
    let others = if bit & alone != 0 { 0 } else { chosen & !bit & !alone };
    let now = if chosen & bit != 0 { others } else { others | bit };
    match question.kind {
        Kind::Multi { most, .. } if now.count_ones() > u32::from(most) => Toggled::TooMany,
        _ if now == 0 => Toggled::Nothing,
        _ => Toggled::Chosen(now),
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Edit, Wanted};
    use crate::content::MODEL;
    use crate::domain::Answer;
    use crate::session::{Action, Session, Then};

    /// A question after some edits: its draft, its answer, and whether the reader moved on.
    fn after(question: &str, edits: &[Edit]) -> (Draft, Option<Answer>, bool) {
        let question = MODEL.question(question).expect("a question");
        let mut session = Session::new(&MODEL).apply(&MODEL, Action::Open { question, then: Then::Next });
        let (page, mut draft) = (session.page(), Draft::new(&session));
        for edit in edits {
            let (after, action) = draft.after(&session, edit.clone());
            draft = after;
            session = action.map_or_else(|| session.clone(), |action| session.apply(&MODEL, action));
        }
        let answer = session.answers().get(question);
        (draft, answer, session.page() != page)
    }

    fn types(text: &str) -> Edit {
        Edit::Type(text.to_owned())
    }

    #[test]
    fn a_choice_by_pointer_is_about_to_move_on_and_one_by_keys_shows_the_button() {
        let (draft, answer, _) = after("who", &[Edit::Choose(2, true)]);
        assert_eq!((draft.leaving, draft.has_next, answer), (1, false, Some(Answer::Single(2))));
        let (draft, answer, _) = after("who", &[Edit::Choose(2, true), Edit::Choose(3, false)]);
        assert_eq!((draft.leaving, draft.has_next, answer), (0, true, Some(Answer::Single(3))));
    }

    #[test]
    fn going_on_without_an_answer_says_what_is_wanted() {
        for question in ["who", "goals", "hours"] {
            let (draft, _, moved) = after(question, &[Edit::Next]);
            assert_eq!((draft.wanted, moved), (Some(Wanted::Answer), false), "{question}");
        }
    }

    #[test]
    fn one_choice_too_many_is_refused_each_time_and_changes_nothing() {
        let three = [Edit::Toggle(0), Edit::Toggle(1), Edit::Toggle(2)];
        let (draft, answer, _) = after("goals", &[&three[..], &[Edit::Toggle(5), Edit::Toggle(5)]].concat());
        assert_eq!((draft.wanted, answer), (Some(Wanted::Fewer(5, 2)), Some(Answer::Multi(0b111))));
        let (draft, answer, _) = after("goals", &[&three[..], &[Edit::Toggle(5), Edit::Toggle(0)]].concat());
        assert_eq!((draft.wanted, answer), (None, Some(Answer::Multi(0b110))));
    }

    #[test]
    fn an_option_that_stands_alone_clears_the_others_and_is_cleared_by_them() {
        let trend = MODEL.questions[MODEL.question("goals").expect("goals")].option("trend").expect("trend").into();
        assert_eq!(after("goals", &[Edit::Toggle(0), Edit::Toggle(trend)]).1, Some(Answer::Multi(1 << trend)));
        assert_eq!(after("goals", &[Edit::Toggle(trend), Edit::Toggle(0)]).1, Some(Answer::Multi(1)));
        assert_eq!(after("goals", &[Edit::Toggle(trend), Edit::Toggle(trend)]).1, None);
    }

    #[test]
    fn a_text_that_is_no_number_stays_in_the_field_and_keeps_the_answer_before_it() {
        let (draft, answer, moved) = after("hours", &[types("6"), types("61"), Edit::Settle, Edit::Next]);
        assert_eq!((draft.typed.as_deref(), answer, moved), (Some("61"), None, false));
        let (draft, answer, moved) = after("hours", &[Edit::Set(40), types("4x"), Edit::Settle, Edit::Next]);
        assert_eq!((draft.typed.as_deref(), answer, moved), (Some("4x"), Some(Answer::Number(40)), false));
        assert_eq!(draft.wanted, Some(Wanted::Number));
        let (draft, answer, moved) = after("hours", &[types("4x"), types("3,5"), Edit::Settle, Edit::Next]);
        assert_eq!((draft.typed, answer, moved), (None, Some(Answer::Number(35)), true));
    }

    #[test]
    fn what_an_hour_is_worth_follows_what_is_typed_and_keeps_the_last_number() {
        let rated = |edits: &[Edit]| {
            let session = Session::new(&MODEL).apply(&MODEL, Action::ShowResult);
            edits.iter().fold((Draft::new(&session), session), |(draft, session), edit| {
                let (draft, action) = draft.after(&session, edit.clone());
                (draft, action.map_or_else(|| session.clone(), |action| session.apply(&MODEL, action)))
            })
        };
        let (draft, session) = rated(&[types("3"), types("32,5"), Edit::Settle]);
        assert_eq!((session.rate(), draft.typed, draft.wanted), (Some(325), None, None));
        let (draft, session) = rated(&[types("30"), types("a"), types("a lot"), Edit::Settle]);
        assert_eq!(
            (session.rate(), draft.wanted, draft.typed.as_deref()),
            (Some(300), Some(Wanted::Number), Some("a lot"))
        );
        for refused in ["-3", "10001", "12,34", "1e2"] {
            assert_eq!(rated(&[types(refused), Edit::Settle]).1.rate(), None, "{refused}");
            let one_by_one = (1..=refused.len()).map(|end| types(&refused[..end]));
            let edits: Vec<Edit> = [types("20"), Edit::Settle].into_iter().chain(one_by_one).collect();
            assert_eq!(rated(&edits).1.rate(), Some(200), "{refused}");
        }
        for taken in ["1 200,50 €", "€1200.5"] {
            assert_eq!(rated(&[types(taken), Edit::Settle]).1.rate(), Some(12_005), "{taken}");
        }
        let (draft, session) = rated(&[types("30"), types(" "), Edit::Settle]);
        assert_eq!((session.rate(), draft.typed, draft.wanted), (None, None, None));
    }

    #[test]
    fn emptying_the_field_takes_the_answer_back() {
        assert_eq!(after("hours", &[types("4"), types(" ")]).1, None);
    }
}
