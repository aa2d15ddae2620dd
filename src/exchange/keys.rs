//! Keys for what has no id in its file: its own text.

use std::collections::{HashMap, HashSet};

/// The second task of the same text is another task, and the same one when the file is read again.
pub(super) struct TextKeys {
    /// What the keys begin with, such as `markdown:`.
    prefix: &'static str,
    /// How often each text came.
    seen: HashMap<String, usize>,
    given: HashSet<String>,
}

impl TextKeys {
    pub fn new(prefix: &'static str) -> TextKeys {
        TextKeys { prefix, seen: HashMap::new(), given: HashSet::new() }
    }

    pub fn key(&mut self, text: &str) -> String {
        let count = self.seen.entry(text.to_owned()).or_default();
        loop {
            *count += 1;
            let key = match *count {
                1 => format!("{}{text}", self.prefix),
                n => format!("{}{text}#{n}", self.prefix),
            };
            // The text of another task may read like the second of this one.
            if self.given.insert(key.clone()) {
                return key;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_tasks_have_one_key() {
        let mut keys = TextKeys::new("x:");
        let given = ["a", "a", "a#2", "a", "b"].map(|text| keys.key(text));
        assert_eq!(given, ["x:a", "x:a#2", "x:a#2#2", "x:a#3", "x:b"]);
    }
}
