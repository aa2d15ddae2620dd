//! What is wrong with a settings file, in a line and with what can be typed instead.

use strsim::damerau_levenshtein;

use crate::words::words;

/// One thing that was not understood. The rest of the file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Counted from 1; none where the fault is not at a place.
    pub line: Option<usize>,
    /// Lower case, without a full stop.
    pub message: String,
    pub hint: Option<String>,
}

impl Complaint {
    pub fn new(message: String, hint: Option<String>) -> Complaint {
        Complaint { line: None, message, hint }
    }

    /// A name that no setting, and no action, has.
    pub fn of_name(name: &str, known: &[&str]) -> Complaint {
        let hint = nearest(name, known).map(|near| words().set_near(near));
        Complaint::new(words().set_unknown(name), hint)
    }

    /// A value that a setting does not take.
    pub fn of_value(name: &str, value: &str, known: &[&str]) -> Complaint {
        Complaint::new(words().set_not_taken(name, value), Some(words().set_takes(known.join(", "))))
    }

    /// The same, at that line of the file.
    #[must_use]
    pub fn at(self, line: Option<usize>) -> Complaint {
        Complaint { line, ..self }
    }
}

/// The known word that was probably meant.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let far = |other: &str| damerau_levenshtein(word, other);
    known.iter().copied().min_by_key(|other| far(other)).filter(|other| far(other) <= 1 + word.len() / 3)
}
