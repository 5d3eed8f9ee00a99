//! The version of a model, as reports, links and files carry it.

use std::fmt;

/// A version: which came first can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Goes up when an answer no longer means what it did.
    pub major: u32,
    /// Goes up with new questions, options, arguments, networks or weights.
    pub minor: u32,
    /// Goes up with corrections.
    pub patch: u32,
}

impl Version {
    /// Reads three numbers with points between them.
    pub fn read(text: &str) -> Option<Version> {
        let mut parts = text.split('.').map(|part| part.parse().ok());
        let mut next = || parts.next().flatten();
        let version = Version { major: next()?, minor: next()?, patch: next()? };
        parts.next().is_none().then_some(version)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}
