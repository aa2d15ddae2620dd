//! The line in which one types what a pane shows: in the status row, each letter narrows at once.
//!
//! ```text
//!       ┌ goal: ──────────────── 2 ┐   what may stand there   (help.rs)
//!       │ co-op  Open the co-op …  │
//!       └──────────────────────────┘
//!  /pay goal:c▏                        what is typed, faults underlined
//!  Tab takes it  ↑↓ choose  Enter keep what is wrong, or the keys
//! ```

mod help;
#[cfg(test)]
mod tests;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::style::Modifier;
use ratatui::{buffer::Buffer, layout::Rect};

pub use help::{Help, ask};

use super::app::App;
use super::desk::Effect;
use crate::tui::kit::draw;
use crate::tui::kit::overlay::edit::{Cursor, Edit, Edited, Lines};
use crate::words::words;

/// The most bytes of a filter.
const MOST: usize = 200;

/// A filter while it is typed.
pub struct Line {
    edit: Edit,
    help: Help,
}

/// Begins to type, with the words that narrow the pane already.
pub fn open(app: &mut App) -> Vec<Effect> {
    let edit = Edit::new(Lines::One, MOST, app.base.filter());
    app.filtering = Some(Line { edit, help: Help::default() });
    look(app)
}

/// A key while one types. Where nothing is proposed the arrows move in the list, to take what was found without leaving
/// the line first.
pub fn key(app: &mut App, key: KeyEvent) -> Vec<Effect> {
    if key.code == KeyCode::F(1) && app.filtering.is_some() {
        app.question = Some(super::help::of_filter(app));
        return Vec::new();
    }
    let Some(line) = &mut app.filtering else { return Vec::new() };
    match key.code {
        KeyCode::Enter => match line.help.is_chosen() {
            true => take(app),
            false if line.help.insists() => Vec::new(),
            false => leave(app),
        },
        KeyCode::Tab => match line.help.is_shown() {
            true => take(app),
            false => {
                line.help.demand();
                Vec::new()
            }
        },
        KeyCode::Esc if line.help.dismiss() => Vec::new(),
        KeyCode::Esc => {
            app.filtering = None;
            narrow(app, String::new())
        }
        KeyCode::Up | KeyCode::BackTab if line.help.is_shown() => {
            line.help.go(-1);
            Vec::new()
        }
        KeyCode::Down if line.help.is_shown() => {
            line.help.go(1);
            Vec::new()
        }
        KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown => super::action::press(app, key),
        KeyCode::Backspace if line.edit.text().is_empty() => leave(app),
        _ => match line.edit.key(key) {
            Edited::Text => typed(app),
            Edited::Cursor => look(app),
            _ => Vec::new(),
        },
    }
}

pub fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    let Some(line) = &mut app.filtering else { return Vec::new() };
    line.edit.paste(text);
    typed(app)
}

/// What may stand where the cursor is, and what is wrong so far.
pub fn helped(app: &mut App, help: Help) {
    if let Some(line) = app.filtering.as_mut().filter(|line| help.is_of(line.edit.text(), line.edit.at())) {
        line.help = help;
    }
}

/// Shows only what holds these words.
pub fn narrow(app: &mut App, text: String) -> Vec<Effect> {
    app.base.set_filter(text);
    vec![Effect::LoadBase]
}

fn leave(app: &mut App) -> Vec<Effect> {
    app.filtering = None;
    Vec::new()
}

fn typed(app: &mut App) -> Vec<Effect> {
    let text = app.filtering.as_ref().map(|line| line.edit.text().to_owned()).unwrap_or_default();
    let mut effects = narrow(app, text);
    effects.extend(look(app));
    effects
}

/// Asks the board what may stand there, where there is a language.
fn look(app: &mut App) -> Vec<Effect> {
    let Some(line) = &app.filtering else { return Vec::new() };
    if !app.base.is_queried() {
        return Vec::new();
    }
    vec![Effect::HelpFilter(line.edit.text().to_owned(), line.edit.at())]
}

/// Puts the proposal that is chosen, or the first.
fn take(app: &mut App) -> Vec<Effect> {
    let Some(line) = &mut app.filtering else { return Vec::new() };
    let Some((at, text)) = line.help.taken() else { return Vec::new() };
    // A key waits for its value; behind a value the next term begins.
    let space = if text.ends_with(':') || at.end < line.edit.text().len() { "" } else { " " };
    match line.edit.replace(at, &format!("{text}{space}")) {
        Edited::Text => typed(app),
        _ => Vec::new(),
    }
}

impl Line {
    /// What is wrong with it, and what could be typed.
    pub fn fault(&self) -> Option<(String, Option<String>)> {
        self.help.fault().map(|fault| (fault.message.clone(), fault.hint.clone()))
    }

    /// The row itself.
    pub fn view(&self, app: &App, area: Rect, buf: &mut Buffer) {
        let x = draw::put(buf, area.x + 1, area.y, area.width.saturating_sub(1), "/", app.theme.key);
        let room = area.right().saturating_sub(x + 1);
        let faulty = app.theme.alert.add_modifier(Modifier::UNDERLINED);
        let style = |at: usize| match self.help.is_faulty(at) {
            true => faulty,
            false => app.theme.text,
        };
        self.edit.view_styled(buf, x, area.y, room, style, Cursor::Shown);
    }

    /// The row below: what is wrong, or what the keys do.
    pub fn view_footer(&self, app: &App, area: Rect, buf: &mut Buffer) {
        draw::clear(buf, area);
        let (x, right) = (area.x + 1, area.right().saturating_sub(1));
        if let Some(fault) = self.help.fault() {
            let x = draw::put(buf, x, area.y, right.saturating_sub(x), &fault.message, app.theme.alert);
            if let Some(hint) = fault.hint.as_deref().filter(|_| x + 10 < right) {
                draw::put(buf, x + 3, area.y, right - x - 3, hint, app.theme.dim);
            }
            return;
        }
        let words = words();
        let (tab, arrows) = (words.ask_key_tab(), words.ask_keys_up_down());
        let (enter, esc) = (words.ask_key_enter(), words.ask_key_esc());
        let [take, choose, keep, all, keys, go] = [
            words.filter_take(),
            words.ask_choose(),
            words.filter_keep(),
            words.filter_show_all(),
            words.filter_show_keys(),
            words.ask_move(),
        ];
        let ends = [(enter.as_str(), keep.as_str()), (esc.as_str(), all.as_str())];
        let first = match (self.help.is_shown(), app.base.is_queried()) {
            (true, _) => vec![(tab.as_str(), take.as_str()), (arrows.as_str(), choose.as_str())],
            (false, true) => vec![(tab.as_str(), keys.as_str()), (arrows.as_str(), go.as_str())],
            (false, false) => vec![(arrows.as_str(), go.as_str())],
        };
        draw::footer(buf, area, first.into_iter().chain(ends), &app.theme);
    }

    /// What may stand there, above the line.
    pub fn view_help(&self, app: &App, status: Rect, buf: &mut Buffer) {
        let before = self.help.columns_before(self.edit.text());
        self.help.view(before, status, buf, &app.theme);
    }
}
