//! Keys for what has no id in its file: its own text.

use std::collections::HashMap;

/// The second task of the same text is another task, and the same one when the file is read again.
pub(super) struct TextKeys {
    /// What the keys begin with, such as `markdown:`.
    prefix: &'static str,
    seen: HashMap<String, usize>,
}

impl TextKeys {
    pub fn new(prefix: &'static str) -> TextKeys {
        TextKeys { prefix, seen: HashMap::new() }
    }

    pub fn key(&mut self, text: &str) -> String {
        let count = self.seen.entry(text.to_owned()).or_default();
        *count += 1;
        match *count {
            1 => format!("{}{text}", self.prefix),
            n => format!("{}{text}#{n}", self.prefix),
        }
    }
}
