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

pub const fn code(code: KeyCode) -> Key {
    Key(code, KeyModifiers::NONE)
}

impl Key {
    /// What was pressed. Shift is part of a letter already, and of a tab backwards.
    pub fn pressed(event: KeyEvent) -> Key {
        let held = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        match event.code {
            // Some terminals send the capital with Ctrl, some do not.
            KeyCode::Char(c) if held.contains(KeyModifiers::CONTROL) => {
                Key(KeyCode::Char(c.to_ascii_lowercase()), held)
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
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            other => other.to_string(),
        };
        if self.1.contains(KeyModifiers::CONTROL) { format!("Ctrl-{name}") } else { name }
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
}
