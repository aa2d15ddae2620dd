//! The sizes of the panes, as a person set them: `left 55%, goals 6, low 9`. What is not named is as the board needs it.

use std::fmt;

/// How wide the left panes are, and how high those at the top and at the bottom, with their borders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Panes {
    /// Hundredths of the width.
    pub left: Option<u16>,
    pub goals: Option<u16>,
    pub low: Option<u16>,
}

/// The most that any of them takes: no screen is larger, and sums stay far from any bound.
const MOST: u16 = 500;

impl Panes {
    /// Reads what it displays as, in any order. `None` where something else stands there.
    pub fn read(text: &str) -> Option<Panes> {
        let mut panes = Panes::default();
        if text.trim() == "auto" {
            return Some(panes);
        }
        for part in text.split(',') {
            let (name, value) = part.trim().split_once(' ')?;
            let value: u16 =
                value.trim().trim_end_matches('%').parse().ok().filter(|value| *value <= MOST)?;
            match name {
                "left" => panes.left = Some(value),
                "goals" => panes.goals = Some(value),
                "low" => panes.low = Some(value),
                _ => return None,
            }
        }
        Some(panes)
    }
}

impl fmt::Display for Panes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [("left", self.left, "%"), ("goals", self.goals, ""), ("low", self.low, "")];
        let parts: Vec<String> = parts
            .into_iter()
            .filter_map(|(name, value, unit)| Some(format!("{name} {}{unit}", value?)))
            .collect();
        f.write_str(if parts.is_empty() { "auto" } else { "" })?;
        f.write_str(&parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_back() {
        for text in ["auto", "left 55%", "goals 6, low 9", "left 40%, goals 3, low 12"] {
            assert_eq!(Panes::read(text).map(|panes| panes.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Panes::read("low 9,left 40"), Some(Panes { left: Some(40), goals: None, low: Some(9) }));
        for text in ["", "left", "left x", "right 40%", "left -1", "left 70000", "left 501"] {
            assert_eq!(Panes::read(text), None, "{text}");
        }
    }
}
