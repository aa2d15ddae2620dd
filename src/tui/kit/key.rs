//! A key as the table of actions names it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with what is held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(pub KeyCode, pub KeyModifiers);

pub const fn key(c: char) -> Key {
    Key(KeyCode::Char(c), KeyModifiers::NONE)
}

pub const fn ctrl(c: char) -> Key {
    Key(KeyCode::Char(c), KeyModifiers::CONTROL)
}

/// A key that stands for no letter, with Shift held down.
pub const fn shift(code: KeyCode) -> Key {
    Key(code, KeyModifiers::SHIFT)
}

pub const fn code(code: KeyCode) -> Key {
    Key(code, KeyModifiers::NONE)
}

impl Key {
    /// What was pressed. Shift is part of a letter already, and of a tab backwards; it counts beside the arrows that go
    /// across.
    pub fn pressed(event: KeyEvent) -> Key {
        let held = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        match event.code {
            // Some terminals send the capital with Ctrl, some do not.
            KeyCode::Char(c) if held.contains(KeyModifiers::CONTROL) => {
                Key(KeyCode::Char(c.to_ascii_lowercase()), held)
            }
            code @ (KeyCode::Left | KeyCode::Right) => {
                Key(code, held | event.modifiers & KeyModifiers::SHIFT)
            }
            code => Key(code, held),
        }
    }

    /// As it stands on the keyboard.
    pub fn label(self) -> String {
        let name = match self.0 {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) if self.1.contains(KeyModifiers::CONTROL) => c.to_ascii_uppercase().to_string(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left if self.1.contains(KeyModifiers::SHIFT) => "Shift-←".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right if self.1.contains(KeyModifiers::SHIFT) => "Shift-→".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            other => other.to_string(),
        };
        let alt = if self.1.contains(KeyModifiers::ALT) { "Alt-" } else { "" };
        if self.1.contains(KeyModifiers::CONTROL) {
            format!("Ctrl-{alt}{name}")
        } else {
            format!("{alt}{name}")
        }
    }
}

/// The names of keys that are no letters, as they are written and read; case makes no difference.
const NAMES: [(&str, KeyCode); 18] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("Space", KeyCode::Char(' ')),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Return", KeyCode::Enter),
    ("Escape", KeyCode::Esc),
];

impl Key {
    /// A key by its name: `c`, `C`, `Ctrl-R`, `Alt-x`, `F5`, `Space`, `Shift-Tab`. `None` for anything else.
    pub fn named(name: &str) -> Option<Key> {
        let mut held = KeyModifiers::NONE;
        let mut rest = name.trim();
        loop {
            let lower = rest.to_lowercase();
            let (modifier, length) = match () {
                () if lower.starts_with("ctrl-") => (KeyModifiers::CONTROL, 5),
                () if lower.starts_with("alt-") => (KeyModifiers::ALT, 4),
                () if ["shift-left", "shift-right"].contains(&lower.as_str()) => (KeyModifiers::SHIFT, 6),
                () => break,
            };
            // "Ctrl--" is Ctrl with a dash.
            if rest.len() == length {
                break;
            }
            held |= modifier;
            rest = &rest[length..];
        }
        let mut letters = rest.chars();
        let code = match (letters.next(), letters.next()) {
            (Some(c), None) if held.contains(KeyModifiers::CONTROL) => KeyCode::Char(c.to_ascii_lowercase()),
            (Some(c), None) if !c.is_control() => KeyCode::Char(c),
            _ => match rest.strip_prefix(['F', 'f']).and_then(|n| n.parse().ok()) {
                Some(n @ 1..=24) => KeyCode::F(n),
                _ => NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(rest))?.1,
            },
        };
        Some(Key(code, held))
    }

    /// The name that [`named`](Key::named) reads again.
    pub fn name(self) -> String {
        let known = NAMES.iter().find(|(_, code)| *code == self.0).map(|(name, _)| (*name).to_owned());
        let name = known.unwrap_or_else(|| self.plain());
        let held = |modifier, text: &'static str| if self.1.contains(modifier) { text } else { "" };
        let [ctrl, alt] = [held(KeyModifiers::CONTROL, "Ctrl-"), held(KeyModifiers::ALT, "Alt-")];
        format!("{ctrl}{alt}{}{name}", held(KeyModifiers::SHIFT, "Shift-"))
    }

    fn plain(self) -> String {
        match self.0 {
            KeyCode::Char(c) if self.1.contains(KeyModifiers::CONTROL) => c.to_ascii_uppercase().to_string(),
            KeyCode::Char(c) => c.to_string(),
            other => other.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_said_as_they_stand_on_the_keyboard() {
        let said = [key('c'), key('G'), ctrl('r'), code(KeyCode::Enter), code(KeyCode::PageUp), key(' ')];
        assert_eq!(said.map(Key::label), ["c", "G", "Ctrl-R", "Enter", "PgUp", "Space"]);
    }

    #[test]
    fn shift_is_part_of_the_letter() {
        let event = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Key::pressed(event), key('G'));
        let event = KeyEvent::new(KeyCode::Char('R'), KeyModifiers::SHIFT | KeyModifiers::CONTROL);
        assert_eq!(Key::pressed(event), ctrl('r'));
    }

    #[test]
    fn a_name_is_read_as_it_is_written() {
        for name in [
            "c",
            "C",
            "Ctrl-R",
            "Alt-x",
            "F5",
            "Space",
            "Enter",
            "Shift-Tab",
            "Shift-Left",
            "PgDn",
            "Up",
            "-",
            "Ctrl--",
        ] {
            let key = Key::named(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(key.name(), name);
        }
        assert_eq!(Key::named("ctrl-r"), Some(ctrl('r')));
        assert_eq!(Key::named("pgdn"), Some(code(KeyCode::PageDown)));
        for name in ["", "cc", "F25", "Ctrl-", "Meta-x", "\u{1b}"] {
            assert_eq!(Key::named(name), None, "{name:?}");
        }
    }
}
