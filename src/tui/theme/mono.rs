//! No colour at all: for `NO_COLOR`, for paper, and as the proof that colour only helps.

use ratatui::style::{Modifier, Style};

use super::Theme;

pub(super) fn theme() -> Theme {
    let plain = Style::new();
    let bold = plain.add_modifier(Modifier::BOLD);
    let dim = plain.add_modifier(Modifier::DIM);
    let reverse = plain.add_modifier(Modifier::REVERSED);
    let underline = plain.add_modifier(Modifier::UNDERLINED);
    Theme {
        text: plain,
        dim,
        accent: plain,
        ok: plain,
        warn: bold,
        alert: bold.patch(underline),
        selected: reverse,
        // Not dim: a dim reverse is unreadable in several terminals.
        selected_idle: underline,
        border: dim,
        border_focused: bold,
        title: plain,
        title_focused: bold,
        key: bold,
        reached: bold,
        left: dim,
    }
}
