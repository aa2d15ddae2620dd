//! The line in which one types what a pane shows: in the status row, each letter narrows at once.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{buffer::Buffer, layout::Rect};

use super::app::App;
use super::cursor::From;
use super::desk::Effect;
use super::draw;
use super::overlay::edit::{Cursor, Edit, Edited, Lines};
use crate::words::words;

/// The most bytes of a filter.
const MOST: usize = 200;

/// Begins to type, with the words that narrow the pane already.
pub fn open(app: &mut App) -> Vec<Effect> {
    app.filtering = Some(Edit::new(Lines::One, MOST, app.home.focused().filter()));
    Vec::new()
}

/// A key while one types. The arrows still move, to take what was found without leaving the line first.
pub fn key(app: &mut App, key: KeyEvent) -> Vec<Effect> {
    let Some(edit) = &mut app.filtering else { return Vec::new() };
    match key.code {
        KeyCode::Enter => {
            app.filtering = None;
            Vec::new()
        }
        KeyCode::Esc => {
            app.filtering = None;
            narrow(app, String::new())
        }
        KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown => super::action::press(app, key),
        KeyCode::Backspace if edit.text().is_empty() => {
            app.filtering = None;
            Vec::new()
        }
        _ => {
            if edit.key(key) != Edited::Text {
                return Vec::new();
            }
            let text = edit.text().to_owned();
            narrow(app, text)
        }
    }
}

pub fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    let Some(edit) = &mut app.filtering else { return Vec::new() };
    edit.paste(text);
    let text = edit.text().to_owned();
    narrow(app, text)
}

/// Shows only what holds these words.
pub fn narrow(app: &mut App, text: String) -> Vec<Effect> {
    let name = app.home.focus;
    app.home.focused_mut().set_filter(text);
    vec![Effect::Load(name, From::Here)]
}

pub fn view(app: &App, edit: &Edit, area: Rect, buf: &mut Buffer) {
    let (x, y) = (area.x + 1, area.y);
    let x = draw::put(buf, x, y, area.width.saturating_sub(1), "/", app.theme.key);
    let hint = words().scr_filter_hint();
    let columns = super::text::width(&hint) as u16;
    let room = area.right().saturating_sub(x + 1);
    let text = if room > columns + 24 { room - columns - 2 } else { room };
    edit.view_line(buf, x, y, text, app.theme.text, Cursor::Shown);
    if text < room {
        draw::put_right(buf, area.right().saturating_sub(1), y, columns, &hint, app.theme.dim);
    }
}
