//! A network: whom it suits, what it takes, and the dated figures that are known of it.

/// A place where one can be present.
#[derive(Debug)]
pub struct Network {
    /// Public id.
    pub id: &'static str,
    /// Networks of one family reach much the same people. A position in no table: equal numbers, one family.
    pub family: u8,
    /// An entry to keep right, such as a local listing, rather than an account to feed.
    pub listing: bool,
    /// Run by its own people, without advertising: a conflict of values weighs half as much.
    pub independent: bool,
    /// Hours a week, in tenths, below which an account is lifeless. Our estimate.
    pub least: i32,
    /// Hours a week, in tenths, that it takes to do well. Our estimate.
    pub well: i32,
    /// How well it suits each option of each criterion, 0 to 4, in the order of [`super::fit::FitRule::criteria`]. Our estimate.
    pub affinities: &'static [&'static [u8]],
    /// How well it reaches each age, 0 to 4. Our estimate.
    pub ages: &'static [u8],
    /// The formats that live there (options of the formats question, a bit each).
    pub formats: u32,
    /// What it cannot do without: one of these at least, among the questions that were answered. Empty: nothing.
    pub needs: &'static [super::condition::Condition],
    /// Figures known of it.
    pub facts: &'static [Fact],
}

/// A figure with its date. Publisher, title and sentence are among the words, under the same id.
#[derive(Debug)]
pub struct Fact {
    /// Id.
    pub id: &'static str,
    /// Position of the fact among all facts of the model.
    pub position: usize,
    /// The figure, in thousandths of its unit.
    pub value: i32,
    /// What it counts.
    pub unit: Unit,
    /// Year to which it applies.
    pub year: u16,
    /// Month, where it is known.
    pub month: Option<u8>,
    /// Who published it, what, and the address where it may be read.
    pub publisher: &'static str,
    /// Title of the publication.
    pub title: &'static str,
    /// Address, where there is one fit to be shown.
    pub url: Option<&'static str>,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Out of a hundred.
    Percent,
    /// Millions.
    Million,
    /// Thousands of millions.
    Billion,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Just so many.
    Count,
}

/// A network that is gone.
#[derive(Debug)]
pub struct Retired {
    /// Public id.
    pub id: &'static str,
    /// Position of the live network that took its place.
    pub replaced_by: usize,
    /// Year in which it ended.
    pub year: u16,
}

/// What to do with a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Be there.
    Publish,
    /// Monitor it.
    Listen,
    /// Close the account, or put it to sleep.
    Leave,
    /// Leave it aside.
    Skip,
}

impl Role {
    /// Its id in a report.
    pub fn id(self) -> &'static str {
        match self {
            Role::Publish => "publish",
            Role::Listen => "listen",
            Role::Leave => "leave",
            Role::Skip => "skip",
        }
    }
}
