//! Something wrong in a file, and where.

use std::{cell::RefCell, fmt};

/// Something wrong in a file of data or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the root of the repository.
    pub file: String,
    /// The key, dotted.
    pub key: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.key.is_empty() {
            write!(f, "{}: {}", self.file, self.message)
        } else {
            write!(f, "{}: {}: {}", self.file, self.key, self.message)
        }
    }
}

/// All faults found so far: a reader goes on after the first, so that an author sees them all at once.
#[derive(Debug, Default)]
pub(crate) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub(crate) fn add(&self, file: &str, key: &str, message: impl Into<String>) {
        self.0.borrow_mut().push(Fault { file: file.to_owned(), key: key.to_owned(), message: message.into() });
    }

    pub(crate) fn into_list(self) -> Vec<Fault> {
        self.0.into_inner()
    }
}
