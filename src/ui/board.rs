//! What is on the page that compares results: those gathered, and what could not be. Changed by [`Deed`]s alone.

use std::rc::Rc;

use yew::Reducible;

use crate::content::MODEL;
use crate::domain::{
    Date, Shared, Value,
    compare::{COUNT, counted},
    link::{self, LinkError},
    shared::SharedError,
};

/// What comes from outside the page, by its address or as files. Equal if of the same revision.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// Goes up with each time that something comes.
    pub revision: u32,
    /// Files by their names; none of the content of one that is not JSON.
    pub files: Rc<[(String, Option<Value>)]>,
}

impl PartialEq for Files {
    fn eq(&self, other: &Files) -> bool {
        self.revision == other.revision
    }
}

/// The results that are compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Board {
    pub(crate) entries: Vec<Entry>,
    /// The result that this device keeps.
    mine: Option<Shared>,
    /// What is in the field for addresses.
    pub(crate) typed: String,
    /// What could not be added the last time.
    pub(crate) faults: Vec<Fault>,
    pub(crate) said: Said,
    /// Goes up with each deed that something is said of.
    pub(crate) deeds: u32,
    /// Goes up when what had the focus is gone.
    pub(crate) turn: u32,
    /// They are taken for one person's.
    one_person: bool,
}

/// A result with what it is called.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) shared: Shared,
    pub(crate) code: String,
    /// Its place among the letters, which it keeps when another is removed.
    pub(crate) letter: u8,
    pub(crate) is_mine: bool,
    /// As the reader called it.
    pub(crate) name: Option<String>,
}

/// What could not be added.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fault {
    pub(crate) of: Origin,
    pub(crate) why: Why,
}

/// Where a result came from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Origin {
    /// The field, with one in it.
    Field,
    /// One of several links, counted from 1.
    Link(usize),
    File(String),
    Device,
}

/// Why it could not be added.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Why {
    Empty,
    Link(LinkError),
    File(SharedError),
    Nothing,
    Twice,
    Full,
}

/// What is said of the last deed.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Said {
    #[default]
    Nothing,
    /// The last so many were added.
    Added(usize),
    Removed(Entry),
}

/// What can happen on the page.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Type(String),
    /// Add what is in the field.
    Add,
    AddMine,
    Bring(Files),
    Remove(usize),
    Rename(usize, String),
    /// The name is written.
    Named(usize),
    OnePerson(bool),
}

impl Reducible for Board {
    type Action = Deed;

    fn reduce(self: Rc<Board>, deed: Deed) -> Rc<Board> {
        Rc::new(self.after(deed))
    }
}

impl Board {
    /// A page that is opened on a fragment: `#r=CODE&r=CODE`.
    pub(crate) fn open(fragment: &str, mine: Option<Shared>, typed: String) -> Board {
        let mut board = Board { mine, typed, ..Board::default() };
        for (place, code) in codes(fragment).into_iter().enumerate() {
            board.add(Origin::Link(place + 1), Shared::from_code(&MODEL, code).map_err(Why::Link));
        }
        Board { said: Said::Nothing, ..board }
    }

    /// The fragment that opens the page on these results.
    pub(crate) fn fragment(&self) -> String {
        let codes: Vec<String> = self.entries.iter().map(|entry| format!("r={}", entry.code)).collect();
        codes.join("&")
    }

    /// Whether the result that this device keeps could be added.
    pub(crate) fn offers_mine(&self) -> bool {
        self.mine.is_some() && !self.entries.iter().any(|entry| entry.is_mine)
    }

    /// Whether they may be one person's: they are of different days, all known.
    pub(crate) fn may_be_one_person(&self) -> bool {
        let day = |entry: &Entry| entry.shared.made;
        let first = self.entries.first().and_then(day);
        self.entries.iter().all(|entry| day(entry).is_some()) && self.entries.iter().any(|entry| day(entry) != first)
    }

    pub(crate) fn is_one_person(&self) -> bool {
        self.one_person && self.may_be_one_person()
    }

    /// The places of the results as they are shown: as they came, or by their days.
    pub(crate) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        if self.is_one_person() {
            crate::domain::order::sort_by_key(&mut order, |place| self.entries[*place].shared.made.map(Date::number));
        }
        order
    }

    fn after(&self, deed: Deed) -> Board {
        let mut board = self.clone();
        match deed {
            Deed::Type(text) => board.typed = text,
            Deed::Rename(place, name) => {
                if let Some(entry) = board.entries.get_mut(place) {
                    entry.name = Some(name);
                }
            }
            Deed::Named(place) => {
                if let Some(entry) = board.entries.get_mut(place) {
                    entry.name = entry.name.take().filter(|name| !name.trim().is_empty());
                }
            }
            Deed::OnePerson(is_one) => board.one_person = is_one,
            Deed::Remove(place) => {
                if place < board.entries.len() {
                    board.begin();
                    board.said = Said::Removed(board.entries.remove(place));
                    board.turn += 1;
                }
            }
            Deed::AddMine => {
                board.begin();
                if let Some(mine) = board.mine.clone()
                    && board.add(Origin::Device, Ok(mine))
                {
                    // It is no longer offered.
                    board.turn += 1;
                }
            }
            Deed::Bring(brought) => {
                board.begin();
                for (name, content) in brought.files.iter() {
                    let read = content.as_ref().map_or(Err(SharedError::NotOurs), |file| Shared::read(&MODEL, file));
                    board.add(Origin::File(name.clone()), read.map_err(Why::File));
                }
            }
            Deed::Add => board.add_typed(),
        }
        board
    }

    /// A new deed: what was said of the one before no longer counts.
    fn begin(&mut self) {
        self.faults.clear();
        self.said = Said::Nothing;
        self.deeds += 1;
    }

    /// Adds what is in the field; what cannot be added stays in it.
    fn add_typed(&mut self) {
        self.begin();
        let typed = std::mem::take(&mut self.typed);
        let codes = codes(&typed);
        if codes.is_empty() {
            let why = if typed.trim().is_empty() { Why::Empty } else { Why::Link(LinkError::NotALink) };
            self.faults.push(Fault { of: Origin::Field, why });
            self.typed = typed;
            return;
        }
        let mut left = Vec::new();
        for (place, code) in codes.iter().enumerate() {
            let of = if codes.len() == 1 { Origin::Field } else { Origin::Link(place + 1) };
            if !self.add(of, Shared::from_code(&MODEL, code).map_err(Why::Link)) {
                left.push(*code);
            }
        }
        self.typed = if left.len() == codes.len() { typed } else { left.join(" ") };
    }

    /// Adds a result, or says why not.
    fn add(&mut self, of: Origin, read: Result<Shared, Why>) -> bool {
        let added = read.and_then(|shared| {
            let code = shared.to_code(&MODEL);
            if counted(&MODEL, &shared.answers).is_empty() {
                Err(Why::Nothing)
            } else if self.entries.iter().any(|entry| entry.code == code) {
                Err(Why::Twice)
            } else if self.entries.len() == *COUNT.end() {
                Err(Why::Full)
            } else {
                Ok((shared, code))
            }
        });
        match added {
            Err(why) => {
                self.faults.push(Fault { of, why });
                false
            }
            Ok((shared, code)) => {
                let is_free = |letter: &u8| !self.entries.iter().any(|entry| entry.letter == *letter);
                let letter = (0..).find(is_free).unwrap_or_default();
                // One's own may have come by its link.
                let is_mine = self
                    .mine
                    .as_ref()
                    .is_some_and(|mine| (&mine.answers, &mine.weights) == (&shared.answers, &shared.weights))
                    && !self.entries.iter().any(|entry| entry.is_mine);
                self.entries.push(Entry { shared, code, letter, is_mine, name: None });
                self.said = match self.said {
                    Said::Added(count) => Said::Added(count + 1),
                    _ => Said::Added(1),
                };
                true
            }
        }
    }
}

/// The codes in a text: those of a fragment, or of addresses of results or of comparisons; else words that may be codes.
fn codes(text: &str) -> Vec<&str> {
    let is_letter = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    let named = text.split(|sign: char| sign.is_whitespace() || matches!(sign, '#' | '&'));
    // What a sentence around it may have left.
    let named = named.filter_map(|part| Some(part.strip_prefix("r=")?.trim_matches(|sign| !is_letter(sign))));
    let named: Vec<&str> = named.filter(|code| !code.is_empty()).collect();
    if named.is_empty() {
        text.split_whitespace().filter(|word| word.len() >= link::SHORTEST && word.chars().all(is_letter)).collect()
    } else {
        named
    }
}

#[cfg(test)]
mod tests {
    use super::{Board, Deed, Files, Origin, Said, Why, codes};
    use crate::content::MODEL;
    use crate::domain::{Answer, Answers, Date, Shared, Value, link::LinkError, shared::SharedError};

    fn shared(option: u8, made: Option<&str>) -> Shared {
        let mut answers = Answers::none(&MODEL);
        answers.set(&MODEL, 0, Some(Answer::Single(option))).expect("a valid answer");
        Shared::new(&MODEL, answers, Vec::new(), made.and_then(Date::read))
    }

    fn code(option: u8) -> String {
        shared(option, None).to_code(&MODEL)
    }

    fn after(board: &Board, deeds: impl IntoIterator<Item = Deed>) -> Board {
        deeds.into_iter().fold(board.clone(), |board, deed| board.after(deed))
    }

    fn paste(text: &str) -> [Deed; 2] {
        [Deed::Type(text.to_owned()), Deed::Add]
    }

    fn files(files: &[(&str, Option<Value>)]) -> Deed {
        let files = files.iter().map(|(name, content)| ((*name).to_owned(), content.clone())).collect();
        Deed::Bring(Files { revision: 1, files })
    }

    #[test]
    fn codes_are_found_in_addresses_fragments_and_sentences() {
        assert_eq!(codes("r=A1&r=B_2"), ["A1", "B_2"]);
        assert_eq!(codes("https://example.org/#r=A1"), ["A1"]);
        assert_eq!(codes("It is here: <https://example.org/en/compare.html#r=A1&r=B2>. Look!"), ["A1", "B2"]);
        let (a, b) = (code(0), code(1));
        assert_eq!(codes(&format!(" {a}\n{b} ")), [&*a, &*b]);
        for none in ["https://example.org/ #top https://example.org/#x=1", "r= & ", "no code here", ""] {
            assert!(codes(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn a_fragment_opens_what_it_holds_and_names_what_is_damaged_by_its_number() {
        let (a, b) = (code(0), code(1));
        let damaged = format!("{}x", &b[..b.len() - 1]);
        let board = Board::open(&format!("r={a}&r={damaged}&r={b}"), None, String::new());
        assert_eq!(board.fragment(), format!("r={a}&r={b}"));
        let faults: Vec<_> = board.faults.iter().map(|fault| (&fault.of, &fault.why)).collect();
        assert_eq!(faults, [(&Origin::Link(2), &Why::Link(LinkError::Damaged))]);
        assert_eq!(board.said, Said::Nothing, "nothing is announced on opening");
    }

    #[test]
    fn what_was_pasted_is_added_once_and_stays_in_the_field_if_it_cannot_be() {
        let board = after(&Board::default(), paste(&format!("https://example.org/#r={}", code(0))));
        assert_eq!((board.entries.len(), &*board.typed, &board.said), (1, "", &Said::Added(1)));
        let again = after(&board, paste(&code(0)));
        assert_eq!((&again.faults[0].why, &*again.typed), (&Why::Twice, &*code(0)));
        let some = after(&board, paste(&format!("r={}&r={}", code(0), code(1))));
        assert_eq!((some.entries.len(), &*some.typed, &some.faults[0].of), (2, &*code(0), &Origin::Link(1)));
        let none = after(&board, paste("  "));
        assert_eq!(none.faults[0].why, Why::Empty);
        assert_eq!(after(&none, paste(&code(2))).faults, [], "what is added takes the fault away");
    }

    #[test]
    fn a_ninth_is_refused_and_letters_stay_with_their_results() {
        let all: Vec<String> = (0..9)
            .map(|day| {
                let made = format!("2026-03-0{}", day + 1);
                format!("r={}", shared(0, Some(&made)).to_code(&MODEL))
            })
            .collect();
        let board = Board::open(&all.join("&"), None, String::new());
        assert_eq!((board.entries.len(), &board.faults[0].of, &board.faults[0].why), (8, &Origin::Link(9), &Why::Full));
        let board = after(&board, [Deed::Remove(1)]);
        assert_eq!(board.entries.iter().map(|entry| entry.letter).collect::<Vec<_>>(), [0, 2, 3, 4, 5, 6, 7]);
        assert_eq!(board.turn, 1, "the focus was on what is gone");
        let board = after(&board, paste(&code(1)));
        assert_eq!(board.entries.last().map(|entry| entry.letter), Some(1), "the free letter is taken again");
    }

    #[test]
    fn files_are_read_one_by_one_and_a_bad_one_is_named() {
        let file = |answers: &[(&str, Value)]| {
            Value::record([
                ("format", Value::text("social-or-not")),
                ("model", Value::text(MODEL.version)),
                ("made", Value::text("2026-03-12")),
                ("answers", Value::record(answers.iter().cloned())),
            ])
        };
        let kept = file(&[("who", Value::text("shop"))]);
        let bad = file(&[("who", Value::text("baker"))]);
        let none = file(&[]);
        let board = after(
            &Board::default(),
            [files(&[("a.json", Some(kept)), ("b.json", Some(bad)), ("c.png", None), ("d.json", Some(none))])],
        );
        assert_eq!(board.entries[0].shared.made, Date::read("2026-03-12"));
        let why: Vec<&Why> = board.faults.iter().map(|fault| &fault.why).collect();
        assert!(matches!(why[0], Why::File(SharedError::Refused(error)) if error.question == "who"));
        assert_eq!(why[1..], [&Why::File(SharedError::NotOurs), &Why::Nothing]);
        assert_eq!(board.faults[1].of, Origin::File("c.png".to_owned()));
    }

    #[test]
    fn ones_own_is_offered_once_and_known_by_its_answers() {
        let mine = shared(0, Some("2026-03-12"));
        let board = Board::open("", Some(mine.clone()), String::new());
        assert!(board.offers_mine());
        let added = after(&board, [Deed::AddMine]);
        assert!(added.entries[0].is_mine && !added.offers_mine());
        assert_eq!(added.turn, 1, "the focus was on what offered it");
        let linked = Board::open(&format!("r={}&r={}", code(1), code(0)), Some(mine), String::new());
        assert_eq!(linked.entries.iter().map(|entry| entry.is_mine).collect::<Vec<_>>(), [false, true]);
        assert!(!linked.offers_mine());
    }

    #[test]
    fn results_of_different_days_may_be_one_persons_and_stand_by_their_days() {
        let of = |days: &[Option<&str>]| {
            let codes: Vec<String> = days
                .iter()
                .enumerate()
                .map(|(option, day)| format!("r={}", shared(option as u8, *day).to_code(&MODEL)))
                .collect();
            after(&Board::open(&codes.join("&"), None, String::new()), [Deed::OnePerson(true)])
        };
        let board = of(&[Some("2026-06-01"), Some("2026-03-01")]);
        assert!(board.is_one_person());
        assert_eq!(board.order(), [1, 0]);
        assert!(!of(&[Some("2026-06-01"), Some("2026-06-01")]).is_one_person());
        assert!(!of(&[Some("2026-06-01"), None]).is_one_person());
        assert!(!of(&[Some("2026-06-01")]).is_one_person());
        assert_eq!(after(&board, [Deed::OnePerson(false)]).order(), [0, 1]);
    }

    #[test]
    fn a_name_left_empty_is_none() {
        let board = Board::open(&format!("r={}", code(0)), None, String::new());
        let named = after(&board, [Deed::Rename(0, "Sam".to_owned()), Deed::Named(0)]);
        assert_eq!(named.entries[0].name.as_deref(), Some("Sam"));
        let emptied = after(&named, [Deed::Rename(0, " ".to_owned())]);
        assert_eq!(emptied.entries[0].name.as_deref(), Some(" "), "while it is being written");
        assert_eq!(after(&emptied, [Deed::Named(0)]).entries[0].name, None);
    }
}
