//! Blue and orange on the terminal's own ground.
//!
//! The colours are of middle lightness, so that one set is readable on white and on black (a test measures
//! the contrast on both). They are from the fixed part of the 256: the 16 below are repainted by every
//! terminal, often too dark.

use ratatui::style::{Color::Indexed, Modifier, Style};

use super::Theme;

const BLUE: Style = Style::new().fg(Indexed(32));
const TEAL: Style = Style::new().fg(Indexed(30));
const ORANGE: Style = Style::new().fg(Indexed(130));
const CRIMSON: Style = Style::new().fg(Indexed(161));
const GREY: Style = Style::new().fg(Indexed(243));
const WHITE: Style = Style::new().fg(Indexed(231));

pub(super) fn theme() -> Theme {
    let bold = Modifier::BOLD;
    Theme {
        text: Style::new(),
        dim: GREY,
        accent: BLUE,
        ok: TEAL,
        warn: ORANGE,
        alert: CRIMSON.add_modifier(bold),
        selected: WHITE.bg(Indexed(24)).add_modifier(bold),
        selected_idle: WHITE.bg(Indexed(240)),
        border: GREY,
        border_focused: BLUE.add_modifier(bold),
        title: Style::new().add_modifier(bold),
        title_focused: BLUE.add_modifier(bold),
        key: BLUE.add_modifier(bold),
        reached: BLUE,
        left: GREY,
    }
}
