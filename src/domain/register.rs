//! A field that several people may write apart: what nobody superseded stays.

use super::id::RecordId;

/// The values of one field that no later record has named as seen, in canonical order.
///
/// **Invariant:** a write removes exactly those values whose records its author saw. Two values left are *written
/// twice*: both are kept and shown until one record that saw both settles it. The last in canonical order is the one
/// shown where there is room for one, the same on every replica.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register<T> {
    values: Vec<(RecordId, T)>,
    /// Whether they differ: who wrote the same apart is of one mind.
    differ: bool,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Register { values: Vec::new(), differ: false }
    }
}

impl<T: PartialEq> Register<T> {
    /// Writes a value by the record `by`, whose author saw the records `seen`.
    pub fn write(&mut self, by: RecordId, seen: &[RecordId], value: T) {
        self.values.retain(|(id, _)| !seen.contains(id));
        self.differ = self.values.iter().any(|(_, other)| *other != value);
        self.values.push((by, value));
    }
}

impl<T> Register<T> {
    /// The value to show; `None` before any was written.
    pub fn get(&self) -> Option<&T> {
        self.values.last().map(|(_, value)| value)
    }

    /// The records of all values that stand: what a new write names as seen.
    pub fn seen(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.values.iter().map(|(id, _)| *id)
    }

    /// All values that stand, where they differ.
    pub fn written_twice(&self) -> Option<&[(RecordId, T)]> {
        self.differ.then_some(&self.values)
    }
}

impl<T: Clone + PartialEq> Register<T> {
    /// Writes the value that an edit names; a field that it leaves out stays.
    pub fn edit(&mut self, by: RecordId, seen: &[RecordId], value: &Option<T>) {
        if let Some(value) = value {
            self.write(by, seen, value.clone());
        }
    }
}

impl<T> Register<Option<T>> {
    /// The value to show, where "emptied" and "never written" are the same.
    pub fn value(&self) -> Option<&T> {
        self.get().and_then(Option::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_made_apart_are_both_kept_until_one_saw_both() {
        let [a, b, c, d] = [1, 2, 3, 4].map(|n| RecordId([n; 32]));
        let mut field = Register::default();
        field.write(a, &[], "first");
        field.write(b, &[a], "ayu's");
        field.write(c, &[a], "budi's");
        assert_eq!(field.written_twice().map(<[_]>::len), Some(2));
        field.write(d, &field.seen().collect::<Vec<_>>(), "settled");
        assert_eq!((field.get(), field.written_twice()), (Some(&"settled"), None));
    }

    #[test]
    fn the_same_written_apart_is_one_value_to_settle_with_what_differs() {
        let [a, b, c] = [1, 2, 3].map(|n| RecordId([n; 32]));
        let mut field = Register::default();
        field.write(a, &[], "Friday");
        field.write(b, &[], "Friday");
        assert_eq!((field.get(), field.written_twice()), (Some(&"Friday"), None));
        field.write(c, &[a], "Monday");
        assert_eq!(field.written_twice().map(<[_]>::len), Some(2), "b did not see c, nor c b");
    }
}
