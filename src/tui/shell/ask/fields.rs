//! What was filled in: the values of a form, as whoever reads it takes them.

use super::Pick;
use crate::domain::register::Register;
use crate::tui::kit::overlay::{Sent, Value};

/// The values of a form, taken one after the other.
pub struct Fields {
    pub sent: Sent,
    now: std::vec::IntoIter<Value<Pick>>,
    /// As they were when the form was opened.
    before: Option<std::vec::IntoIter<Value<Pick>>>,
}

impl Fields {
    pub(super) fn new(now: Vec<Value<Pick>>, sent: Sent, before: Option<Vec<Value<Pick>>>) -> Fields {
        Fields { sent, now: now.into_iter(), before: before.map(Vec::into_iter) }
    }

    /// The next value, and whether it is another one than when the form was opened: what was not touched is not written,
    /// so that it stays as others may have changed it in the meantime.
    pub fn take(&mut self) -> Option<(Value<Pick>, bool)> {
        let before = self.before.as_mut().and_then(Iterator::next);
        let now = self.now.next()?;
        let is_touched = before.as_ref() != Some(&now);
        Some((now, is_touched))
    }

    /// The next value, where it was touched. What was written twice is settled by what stands.
    pub fn changed<T>(&mut self, field: &Register<T>) -> Option<Value<Pick>> {
        let (value, is_touched) = self.take()?;
        (is_touched || field.written_twice().is_some()).then_some(value)
    }

    pub fn choice(&mut self) -> Option<Pick> {
        self.take().and_then(|(value, _)| value.choice())
    }
}

/// The lines of a text.
pub fn lines(text: Option<String>) -> Vec<String> {
    let text = text.unwrap_or_default();
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The texts between commas.
pub fn texts(text: Option<String>) -> Vec<String> {
    let text = text.unwrap_or_default();
    text.split(',').map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}
