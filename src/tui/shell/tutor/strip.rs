//! The strip between the panes and the status row: where one is in the steps, what to do, and why.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Naming, Tutor, key};
use crate::tui::kit::draw;
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::words::words;

/// Text is read best below this.
const WIDTH: u16 = 100;

/// How many rows it has on a screen: always the same, so that nothing jumps from step to step.
pub fn rows(screen: Rect) -> u16 {
    match screen.height {
        0..7 => 0,
        7..10 => 1,
        10..20 => 3,
        // One more, for what needs two rows; else it is air.
        20.. => 4,
    }
}

pub fn view(tutor: &Tutor, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let area = area.intersection(buf.area);
    draw::clear(buf, area);
    if area.is_empty() {
        return;
    }
    let below = if area.height > 1 {
        head(tutor, Rect { height: 1, ..area }, buf, theme);
        Rect { y: area.y + 1, height: area.height - 1, ..area }
    } else {
        area
    };
    let (x, width) = (below.x + 1, below.width.saturating_sub(2).min(WIDTH));
    let [does, why] = tutor.says(marked);
    let does = emphasized(&does, theme.text, theme).rows(width.into());
    // Where a row is left, the reason has it.
    let why = Paragraph::styled(plain(&why), theme.dim).rows(width.into());
    for (y, line) in (below.y..below.bottom()).zip(does.iter().chain(&why)) {
        draw::put_line(buf, x, y, width, line);
    }
}

/// The rule above: a bar of what is done, with the title and the place in it.
fn head(tutor: &Tutor, row: Rect, buf: &mut Buffer, theme: &Theme) {
    draw::bar(buf, row.x, row.y, row.width, tutor.share(), theme);
    let words = words();
    let place = tutor.place().map_or_else(String::new, |(at, of)| format!(" {} ", words.tut_place(at, of)));
    let mut right = row.right().saturating_sub(1);
    right = draw::put_right(buf, right, row.y, row.width.saturating_sub(1), &place, theme.text);
    let mut left = row.x + 1;
    let title = format!(" {} ", words.tut_title());
    let well = tutor.well().map(|well| format!(" {} {well} ", marks().done));
    let room = |left: u16| usize::from(right.saturating_sub(left));
    let needed = well.as_ref().map_or(0, |well| text::width(well) + 2);
    // A word of praise is worth more than the name.
    if text::width(&title) + needed < room(left) {
        left = draw::put(buf, left, row.y, right.saturating_sub(left), &title, theme.title_focused);
    }
    if let Some(well) = well.filter(|_| needed < room(left) + 2) {
        let at = right.saturating_sub(needed as u16).max(left);
        draw::put(buf, at, row.y, right - at, &well, theme.ok);
    }
}

/// What stands around a key in a text, so that it can be shown as one: signs that no text of ours has.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// The key of an action, so that [`emphasized`] shows it as one.
pub(in crate::tui::shell) fn marked(name: &str) -> String {
    format!("{OPEN}{}{CLOSE}", key(name))
}

fn plain(text: &str) -> String {
    text.replace([OPEN, CLOSE], "")
}

/// A text in which the keys are seen.
pub(in crate::tui::shell) fn emphasized(text: &str, plainly: Style, theme: &Theme) -> Paragraph {
    text.split_inclusive([OPEN, CLOSE]).fold(Paragraph::empty(), |line, piece| {
        let style = if piece.ends_with(CLOSE) { theme.key } else { plainly };
        line.and(plain(piece), style)
    })
}

/// All of it in words.
pub fn in_words(tutor: &Tutor, name: Naming) -> Vec<String> {
    let [does, why] = tutor.says(name);
    match tutor.place() {
        Some((at, of)) => vec![words().tut_said(at, of, does), why],
        None => vec![does, why],
    }
}
