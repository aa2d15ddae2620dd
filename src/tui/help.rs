//! The help: every action that makes sense here, from the table of actions; then those that do elsewhere.

use std::rc::Rc;

use super::action::{self, Action, Group};
use super::app::App;
use super::ask::{Question, Then};
use super::overlay::wrap::Paragraph;
use super::overlay::{Message, Overlay};
use super::{keymap, text};
use crate::words::words;

/// The columns of the keys.
const KEYS: usize = 12;

/// The help for what is on the screen.
pub fn open(app: &App) -> Question {
    let fitting: Vec<&str> = action::fitting(app).map(|(action, _)| action.name).collect();
    let mut lines = Vec::new();
    let mut chapter = |title: String, actions: Vec<&Action>, tone: Tone| {
        if actions.is_empty() {
            return;
        }
        if !lines.is_empty() {
            lines.push(Paragraph::empty());
        }
        let (key, doc) = match tone {
            Tone::Here => (app.theme.key, app.theme.text),
            Tone::Elsewhere => (app.theme.dim, app.theme.dim),
        };
        lines.push(Paragraph::styled(title, app.theme.title_focused));
        lines.extend(actions.into_iter().map(|action| line(action, key, doc)));
    };
    for group in Group::ALL {
        let here = action::all().filter(|action| action.group == group && fitting.contains(&action.name));
        chapter(group.name(), here.collect(), Tone::Here);
    }
    let elsewhere = action::all().filter(|action| !fitting.contains(&action.name));
    chapter(words().scr_elsewhere(), elsewhere.collect(), Tone::Elsewhere);
    let next: super::ask::Next = Rc::new(|_, _| Vec::new());
    Overlay::new(Then { next, looks: None }, Message::new(words().scr_help(), lines))
}

/// Whether an action makes sense where one is.
enum Tone {
    Here,
    Elsewhere,
}

fn line(action: &Action, key: ratatui::style::Style, doc: ratatui::style::Style) -> Paragraph {
    // A third key is for hands that know it already.
    let keys: Vec<String> = keymap::of(action).iter().take(2).map(|key| key.label()).collect();
    let keys = if keys.is_empty() { words().scr_no_key() } else { keys.join(" ") };
    Paragraph::styled(text::fit(&keys, KEYS) + "  ", key).and((action.doc)(), doc).hanging(KEYS + 2)
}
