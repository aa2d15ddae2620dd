//! A theme's file: a style for each role, in the words of git's settings.
//!
//! ```toml
//! ground = "dark"                # dark, light or any
//! accent = "75"                  # one of the 256
//! selected = "231 on 25 bold"    # on a ground, with attributes
//! warn = "#ffaf00"               # or any colour; where the terminal has only 256, the nearest
//! ```

use ratatui::style::{Color, Modifier, Style};
use toml::Table;

use super::Theme;
use crate::settings::Complaint;
use crate::words::words;

/// For which ground a theme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    Dark,
    Light,
    Any,
}

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    Indexed,
    True,
}

/// Reads a theme; `name` is for the complaint.
pub fn read(name: &str, text: &str, depth: Depth) -> Result<(Theme, Ground), Complaint> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        Complaint::new(words().theme_unread(name, error.message().lines().next().unwrap_or_default()), None)
    })?;
    let said = |role: &str| table.get(role).and_then(toml::Value::as_str);
    let ground = match said("ground") {
        Some("dark") => Ground::Dark,
        Some("light") => Ground::Light,
        _ => Ground::Any,
    };
    let style = |role: &str| {
        let text = said(role).ok_or_else(|| Complaint::new(words().theme_no_role(name, role), None))?;
        style(text, depth).ok_or_else(|| {
            Complaint::new(words().theme_no_style(name, role, text), Some(words().theme_no_style_hint()))
        })
    };
    let theme = Theme {
        text: style("text")?,
        dim: style("dim")?,
        accent: style("accent")?,
        ok: style("ok")?,
        warn: style("warn")?,
        alert: style("alert")?,
        selected: style("selected")?,
        selected_idle: style("selected_idle")?,
        border: style("border")?,
        border_focused: style("border_focused")?,
        title: style("title")?,
        title_focused: style("title_focused")?,
        key: style("key")?,
        reached: style("reached")?,
        left: style("left")?,
    };
    Ok((theme, ground))
}

/// A style in words; `None` where one of them is none.
fn style(text: &str, depth: Depth) -> Option<Style> {
    let mut style = Style::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        style = match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            "on" => style.bg(colour(words.next()?, depth)?),
            colour_name => style.fg(colour(colour_name, depth)?),
        };
    }
    Some(style)
}

/// `red`, `75`, `#ffaf00`.
fn colour(word: &str, depth: Depth) -> Option<Color> {
    let colour: Color = word.parse().ok()?;
    match (colour, depth) {
        (Color::Rgb(r, g, b), Depth::Indexed) => Some(nearest(r, g, b)),
        _ => Some(colour),
    }
}

/// The nearest of the fixed colours: of the cube, whose steps are 0, 95, 135, 175, 215, 255.
fn nearest(r: u8, g: u8, b: u8) -> Color {
    let step = |value: u8| match value {
        0..=47 => 0,
        48..=114 => 1,
        _ => (value - 35) / 40,
    };
    Color::Indexed(16 + 36 * step(r) + 6 * step(g) + step(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_read_word_by_word() {
        let expected =
            Style::new().fg(Color::Indexed(231)).bg(Color::Indexed(25)).add_modifier(Modifier::BOLD);
        assert_eq!(style("231 on 25 bold", Depth::Indexed), Some(expected));
        assert_eq!(style("", Depth::Indexed), Some(Style::new()));
        assert_eq!(style("#ffaf00", Depth::True), Some(Style::new().fg(Color::Rgb(255, 175, 0))));
        assert_eq!(style("#ffaf00", Depth::Indexed), Some(Style::new().fg(Color::Indexed(214))));
        for wrong in ["on", "231 on", "blink", "300", "#12"] {
            assert_eq!(style(wrong, Depth::Indexed), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_theme_is_said_in_a_line() {
        let said = |text: &str| read("mine", text, Depth::True).unwrap_err().message;
        assert!(said("text = ").contains("mine"));
        assert!(said("text = \"\"").contains("dim"));
        assert!(said("text = \"blinking\"").contains("blinking"));
    }
}
