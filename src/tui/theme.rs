//! Meaning as styles. A screen asks for a role (`warn`), never for a colour, so a new theme is one file and
//! one line.
//!
//! No role is told apart by colour alone: words and marks say the same, and `mono` must serve as well as
//! `colour`.

mod colour;
mod mono;

use ratatui::style::Style;

/// How a theme is made.
pub type Make = fn() -> Theme;

/// Each theme under its name in the settings.
pub const THEMES: [(&str, Make); 2] = [("colour", Theme::colour), ("mono", Theme::mono)];

/// One style for each role of meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// What is there to be read.
    pub text: Style,
    /// What may be overlooked: hints, ages, units.
    pub dim: Style,
    /// What leads the eye: handles, names of members.
    pub accent: Style,
    /// Clear, reached, in step.
    pub ok: Style,
    /// Asks for a look.
    pub warn: Style,
    /// Asks for a look now.
    pub alert: Style,
    /// The row that the keys act on. Set over a whole row, it replaces the colours below.
    pub selected: Style,
    /// The selected row of a pane without the focus.
    pub selected_idle: Style,
    /// The border of a pane.
    pub border: Style,
    /// The border of the pane with the focus.
    pub border_focused: Style,
    /// The title of a pane.
    pub title: Style,
    /// The title of the pane with the focus.
    pub title_focused: Style,
    /// A key in a hint.
    pub key: Style,
    /// The reached part of a bar, and sparklines.
    pub reached: Style,
    /// The rest of a bar.
    pub left: Style,
}

impl Theme {
    /// Blue and orange, which all common kinds of colour blindness tell apart, on the terminal's own ground.
    pub fn colour() -> Theme {
        colour::theme()
    }

    /// No colour: bold, dim, reverse and underline.
    pub fn mono() -> Theme {
        mono::theme()
    }

    /// The theme of that name.
    pub fn named(name: &str) -> Option<Theme> {
        THEMES.iter().find(|(known, _)| *known == name).map(|(_, make)| make())
    }

    /// The theme for the values of `NO_COLOR` (counts if not empty, see no-color.org) and `TERM`.
    pub fn for_terminal(no_color: Option<&str>, term: Option<&str>) -> Theme {
        if no_color.is_some_and(|value| !value.is_empty()) || term == Some("dumb") {
            Theme::mono()
        } else {
            Theme::colour()
        }
    }

    /// The theme for this process's terminal.
    pub fn from_env() -> Theme {
        let [no_color, term] = ["NO_COLOR", "TERM"].map(|name| std::env::var(name).ok());
        Theme::for_terminal(no_color.as_deref(), term.as_deref())
    }

    /// Every style of the theme.
    pub fn all(&self) -> [Style; 15] {
        [
            self.text,
            self.dim,
            self.accent,
            self.ok,
            self.warn,
            self.alert,
            self.selected,
            self.selected_idle,
            self.border,
            self.border_focused,
            self.title,
            self.title_focused,
            self.key,
            self.reached,
            self.left,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Color;

    #[test]
    fn mono_has_no_colour_and_still_tells_roles_apart() {
        let mono = Theme::mono();
        assert!(mono.all().iter().all(|style| style.fg.is_none() && style.bg.is_none()));
        for (a, b) in [(mono.warn, mono.text), (mono.alert, mono.warn), (mono.selected, mono.selected_idle)] {
            assert_ne!(a, b);
        }
        assert_ne!(mono.border, mono.border_focused);
    }

    #[test]
    fn the_terminal_decides_the_theme() {
        assert_eq!(Theme::for_terminal(None, Some("xterm-256color")), Theme::colour());
        assert_eq!(Theme::for_terminal(Some(""), None), Theme::colour());
        assert_eq!(Theme::for_terminal(Some("1"), Some("xterm")), Theme::mono());
        assert_eq!(Theme::for_terminal(None, Some("dumb")), Theme::mono());
        assert_eq!((Theme::named("mono"), Theme::named("pink")), (Some(Theme::mono()), None));
    }

    /// The contrast of two colours after WCAG, 1 to 21.
    fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let light = |(r, g, b)| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) + 0.05;
        let (a, b) = (light(a), light(b));
        a.max(b) / a.min(b)
    }

    #[test]
    fn colours_are_readable_on_light_and_dark() {
        let rgb = |colour| super::super::picture::rgb(colour).unwrap();
        for style in Theme::colour().all() {
            let grounds = style.bg.map_or(vec![(0, 0, 0), (255, 255, 255)], |bg| vec![rgb(bg)]);
            let Some(fg @ Color::Indexed(_)) = style.fg else { continue };
            for ground in grounds {
                assert!(contrast(rgb(fg), ground) >= 3.8, "{fg:?} on {ground:?}");
            }
        }
    }
}
