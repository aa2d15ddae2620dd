//! The help: every action that makes sense here, from the table of actions; then the others, and where they do.

use super::action::{self, Action, Group};
use super::app::App;
use super::ask::{Question, Then};
use super::overlay::wrap::Paragraph;
use super::overlay::{Message, Overlay};
use super::text;
use crate::words::words;
use std::rc::Rc;

/// The columns of the keys.
const KEYS: usize = 12;

/// The help for what is on the screen.
pub fn open(app: &App) -> Question {
    let fitting: Vec<&str> = action::fitting(app).map(|(action, _)| action.name).collect();
    let mut lines = Vec::new();
    for group in Group::ALL {
        let (here, elsewhere): (Vec<&Action>, Vec<&Action>) = action::all()
            .filter(|action| action.group == group)
            .partition(|action| fitting.contains(&action.name));
        if !lines.is_empty() {
            lines.push(Paragraph::empty());
        }
        lines.push(Paragraph::styled(group.name(), app.theme.title_focused));
        for action in here {
            lines.push(line(action, app.theme.key, app.theme.text));
        }
        for action in elsewhere {
            lines.push(line(action, app.theme.dim, app.theme.dim));
        }
    }
    let next: super::ask::Next = Rc::new(|_, _| Vec::new());
    Overlay::new(Then { next, looks: None }, Message::new(words().scr_help(), lines))
}

fn line(action: &Action, key: ratatui::style::Style, doc: ratatui::style::Style) -> Paragraph {
    let keys: Vec<String> = action.keys.iter().map(|key| key.label()).collect();
    let keys = if keys.is_empty() { words().scr_no_key() } else { keys.join(" ") };
    Paragraph::styled(text::fit(&keys, KEYS.max(text::width(&keys))) + "  ", key)
        .and((action.doc)(), doc)
        .hanging(KEYS + 2)
}
