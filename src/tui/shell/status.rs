//! The row above the footer: what was just done, or why it was not. Nothing ever pops up to say so.

use ratatui::{buffer::Buffer, layout::Rect};

use super::action;
use super::app::App;
use super::first;
use crate::domain::phrase::Phrase;
use crate::session::Error;
use crate::tui::kit::draw;
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::text;
use crate::words::words;

/// What the row says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing happened; the row may help with what is selected.
    #[default]
    Quiet,
    /// Something was done. `takes_back` is the key that takes it back.
    Done { sentence: Phrase, then: Option<String> },
    /// Something was refused.
    Refused { message: String, hint: Option<String> },
    /// Something waits for another program.
    Waiting { message: String, hint: String },
    /// A word about the keys.
    Hint(String),
}

impl From<Error> for Status {
    fn from(error: Error) -> Status {
        Status::Refused { message: error.message, hint: error.hint }
    }
}

/// A refusal that is wider than its row, whole, over the rows above it and whatever lies there: it may say where a text is
/// kept that would be lost without its path.
pub fn view_whole(app: &App, area: Rect, buf: &mut Buffer) {
    let Status::Refused { message, .. } = &app.status else { return };
    let width = area.width.saturating_sub(2);
    if app.filtering.is_some() || width == 0 || area.is_empty() || text::width(message) <= width.into() {
        return;
    }
    let rows = Paragraph::styled(message.as_str(), app.theme.alert).rows(width.into());
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.bottom());
    let top = area.bottom() - count;
    draw::clear(buf, Rect { y: top, height: count, ..area });
    for (y, row) in (top..).zip(rows.iter().take(count.into())) {
        draw::put_line(buf, area.x + 1, y, width, row);
    }
}

pub fn view(app: &App, area: Rect, buf: &mut Buffer) {
    draw::clear(buf, area);
    let theme = &app.theme;
    let (x, y, right) = (area.x + 1, area.y, area.right().saturating_sub(1));
    let room = |x: u16| right.saturating_sub(x);
    if area.is_empty() {
        return;
    }
    if let Some(line) = &app.filtering {
        return line.view(app, area, buf);
    }
    let then = |buf: &mut Buffer, x: u16, words: &str| {
        if room(x) > 6 {
            draw::put(buf, x + 3, y, room(x + 3), words, theme.dim);
        }
    };
    match &app.status {
        Status::Done { sentence, then: next } => {
            let x = draw::put(buf, x, y, room(x), marks().done, theme.ok) + 1;
            let kept = next.as_ref().map_or(0, |next| text::width(next) + 4);
            let sentence = sentence.fit(usize::from(room(x)).saturating_sub(kept), text::width, text::cut);
            let x = draw::put(buf, x, y, room(x), sentence.text(), theme.text);
            if let Some(next) = next {
                then(buf, x, next);
            }
        }
        Status::Refused { message, hint } => {
            let x = draw::put(buf, x, y, room(x), message, theme.alert);
            if let Some(hint) = hint {
                then(buf, x, hint);
            }
        }
        Status::Waiting { message, hint } => {
            let x = draw::put(buf, x, y, room(x), message, theme.warn);
            then(buf, x, hint);
        }
        Status::Hint(words) => {
            draw::put(buf, x, y, room(x), words, theme.dim);
        }
        Status::Quiet => {
            if let Some(offer) = action::offer(app) {
                let (accept, decline) = (action::key_of("task.accept"), action::key_of("task.decline"));
                let said = words().scr_offer_waits(&offer.from, &offer.handle, accept, decline, &offer.title);
                draw::put(buf, x, y, room(x), &said, theme.warn);
            } else if let Some(detail) = app.top().detail(&app.overview, app.frame(app.screen).body) {
                draw::put(buf, x, y, room(x), &detail, theme.dim);
            } else if let Some(offer) = app.overview.awaits.first().filter(|_| app.pages.is_empty()) {
                // It may wait for days: what is cut on the screen goes before it.
                let said = words().scr_waits_for_you(&offer.said, action::key_of("screen.me"));
                draw::put(buf, x, y, room(x), &said, theme.warn);
            } else if let Some((_, hint)) = first::hint(app) {
                draw::put(buf, x, y, room(x), &hint, theme.dim);
            }
        }
    }
}
