//! For tests: a desk in a world that stands still, keys as they are typed, and the screen as text.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::Modifier;

use crate::session::{Environment, Session};
use crate::tui::kit::theme::Theme;
use crate::tui::screens::screens;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::preferences::Preferences;
use crate::tui::shell::update::Msg;

/// A Saturday.
pub fn world(seed: &str) -> Environment {
    screens();
    let now = "2026-11-21T09:31:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    Environment::fixed(now.into(), seed)
}

/// The sample team's board; Ayu acts.
pub fn demo(width: u16, height: u16) -> Desk {
    desk(crate::testing::sample_team(world("demo")), width, height)
}

/// The same, with the tutor's second lesson.
pub fn second_lesson(width: u16, height: u16) -> Desk {
    let session = crate::testing::sample_team(world("demo"));
    let lesson = &crate::tui::screens::lesson::standup::LESSON;
    let mut desk = Desk::lesson(session, Theme::mono(), Preferences::default(), screens(), lesson).unwrap();
    desk.tell(Msg::Resize(width, height));
    desk
}

/// The same, with the tutor.
pub fn lesson(width: u16, height: u16) -> Desk {
    lesson_on(crate::testing::sample_team(world("demo")), width, height)
}

pub fn lesson_on(session: Session, width: u16, height: u16) -> Desk {
    let mut desk = lesson_with(session, Preferences::default());
    desk.tell(Msg::Resize(width, height));
    desk
}

/// The same where nothing is drawn.
pub fn undrawn_lesson(session: Session) -> Desk {
    lesson_with(session, Preferences::undrawn(&world("undrawn")).0)
}

fn lesson_with(session: Session, preferences: Preferences) -> Desk {
    Desk::lesson(session, Theme::mono(), preferences, screens(), screens().lesson).unwrap()
}

pub fn desk(session: Session, width: u16, height: u16) -> Desk {
    let mut desk = Desk::new(session, Theme::mono(), screens()).unwrap();
    desk.sample_team = Some(crate::cli::sample_team);
    desk.tell(Msg::Resize(width, height));
    desk
}

impl Desk {
    /// Types keys: single letters, or names such as `Enter` and `Ctrl-R`; `text:` types the rest as it is.
    pub fn press(&mut self, keys: &str) -> &mut Desk {
        for key in self::keys(keys) {
            self.tell(Msg::Key(key));
            while self.travel(std::time::Duration::MAX) {}
            self.drawn();
        }
        self
    }

    /// The screen, row by row, without blanks at the ends.
    pub fn screen(&self) -> String {
        rows(&self.frame()).join("\n")
    }

    /// What the status line says.
    pub fn says(&self) -> String {
        let rows = rows(&self.frame());
        rows[rows.len() - 2].trim().to_owned()
    }

    /// The words that are underlined, from above.
    pub fn underlined(&self) -> Vec<String> {
        let frame = self.frame();
        let is_marked = |cell: &Cell| cell.modifier.contains(Modifier::UNDERLINED);
        let runs = frame.content.chunk_by(|one, next| is_marked(one) == is_marked(next));
        let marked = runs.filter(|run| is_marked(&run[0]));
        let words = marked.map(|run| run.iter().map(Cell::symbol).collect::<String>());
        words.filter(|words| words.contains(char::is_alphabetic)).collect()
    }

    /// Goes down from the first row of a list to the one with a text.
    pub fn select(&mut self, text: &str) -> &mut Desk {
        self.press("g");
        for _ in 0..50 {
            if self.selected().contains(text) {
                return self;
            }
            self.press("j");
        }
        panic!("{text} is not on\n{}", self.screen());
    }

    /// The row that is selected in the focused pane.
    pub fn selected(&self) -> String {
        let rows = rows(&self.frame());
        let row = rows.iter().find(|row| row.contains('▸')).cloned().unwrap_or_default();
        row.split('▸').nth(1).unwrap_or_default().to_owned()
    }
}

/// The keys of such a text.
pub fn keys(typed: &str) -> Vec<KeyEvent> {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    let of_word = |word: &str| match (word.strip_prefix("text:"), word.strip_prefix("Ctrl-")) {
        (Some(text), _) => {
            text.chars().map(|c| plain(KeyCode::Char(if c == '_' { ' ' } else { c }))).collect()
        }
        (None, Some(c)) => {
            let c = c.chars().next().expect("a letter stands behind it").to_ascii_lowercase();
            vec![KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL)]
        }
        (None, None) => vec![plain(named(word))],
    };
    typed.split_whitespace().flat_map(of_word).collect::<Vec<KeyEvent>>()
}

fn named(word: &str) -> KeyCode {
    match word {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "BackTab" => KeyCode::BackTab,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Space" => KeyCode::Char(' '),
        "Del" => KeyCode::Delete,
        "Backspace" => KeyCode::Backspace,
        _ if word.len() > 1 && word.starts_with('F') => {
            KeyCode::F(word[1..].parse().expect("a function key has a number"))
        }
        _ => KeyCode::Char(word.chars().next().expect("a key has a name")),
    }
}

pub fn rows(buf: &Buffer) -> Vec<String> {
    let row = |y| {
        let (mut row, mut x) = (String::new(), buf.area.left());
        while x < buf.area.right() {
            row.push_str(buf[(x, y)].symbol());
            x += buf[(x, y)].cell_width().max(1);
        }
        row.trim_end().to_owned()
    };
    (buf.area.top()..buf.area.bottom()).map(row).collect()
}
