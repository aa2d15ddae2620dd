//! Meaning as styles. A screen asks for a role (`warn`), never for a colour, so a new theme is one file and
//! one line.
//!
//! No role is told apart by colour alone: words and marks say the same, and `mono` must serve as well as
//! `colour`.

mod file;

use std::sync::OnceLock;

use ratatui::style::Style;

pub use file::{Depth, Ground};

use crate::settings::Complaint;
use crate::words::words;

/// Our own themes: each is its file and a line here.
pub const THEMES: [(&str, &str); 6] = [
    ("dark", include_str!("../../../assets/themes/dark.toml")),
    ("light", include_str!("../../../assets/themes/light.toml")),
    ("plain", include_str!("../../../assets/themes/plain.toml")),
    ("high-contrast-dark", include_str!("../../../assets/themes/high-contrast-dark.toml")),
    ("high-contrast-light", include_str!("../../../assets/themes/high-contrast-light.toml")),
    ("mono", include_str!("../../../assets/themes/mono.toml")),
];

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
    /// Blue and orange on whatever ground the terminal has: where it is not known.
    pub fn colour() -> Theme {
        static PLAIN: OnceLock<Theme> = OnceLock::new();
        *PLAIN.get_or_init(|| Theme::built_in("plain"))
    }

    /// No colour: bold, dim, reverse and underline.
    pub fn mono() -> Theme {
        static MONO: OnceLock<Theme> = OnceLock::new();
        *MONO.get_or_init(|| Theme::built_in("mono"))
    }

    fn built_in(name: &str) -> Theme {
        Theme::named(name, &[], Depth::Indexed).expect("our own themes can be read, as a test shows")
    }

    /// The theme of that name: one of the person's own files (name and text), else one of ours.
    pub fn named(name: &str, own: &[(String, String)], depth: Depth) -> Result<Theme, Complaint> {
        let ours = THEMES.iter().map(|(known, text)| (*known, *text));
        let own = own.iter().map(|(known, text)| (known.as_str(), text.as_str()));
        let Some((_, text)) = own.clone().chain(ours.clone()).find(|(known, _)| *known == name) else {
            let known: Vec<&str> = ours.chain(own).map(|(known, _)| known).collect();
            let hint = words().set_takes(format!("auto, high-contrast, {}", known.join(", ")));
            return Err(Complaint::new(words().set_no_theme(name), Some(hint)));
        };
        file::read(name, text, depth).map(|(theme, _)| theme)
    }

    /// The theme that a setting asks for. Where that cannot be, the one that suits the terminal, and why.
    pub fn chosen(name: &str, own: &[(String, String)], terminal: &Terminal) -> (Theme, Option<Complaint>) {
        let suits = |ground: Ground| match ground {
            Ground::Dark => "dark",
            Ground::Light => "light",
            Ground::Any => "plain",
        };
        let named = |name: &str| Theme::named(name, own, terminal.depth);
        let asked = match (name, terminal.ground) {
            ("auto", ground) => named(suits(ground)),
            ("high-contrast", Ground::Light) => named("high-contrast-light"),
            ("high-contrast", _) => named("high-contrast-dark"),
            (name, _) => named(name),
        };
        match asked {
            _ if terminal.is_without_colour => (Theme::mono(), asked.err()),
            Ok(theme) => (theme, None),
            Err(complaint) => {
                (named(suits(terminal.ground)).unwrap_or_else(|_| Theme::colour()), Some(complaint))
            }
        }
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

/// What a terminal is like, as far as it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    pub ground: Ground,
    pub depth: Depth,
    pub is_without_colour: bool,
}

impl Terminal {
    /// What the values of `NO_COLOR` (counts if not empty, see no-color.org), `TERM` and `COLORTERM` say.
    pub fn of(no_color: Option<&str>, term: Option<&str>, colorterm: Option<&str>) -> Terminal {
        let is_true = matches!(colorterm, Some("truecolor" | "24bit"));
        Terminal {
            ground: Ground::Any,
            depth: if is_true { Depth::True } else { Depth::Indexed },
            is_without_colour: no_color.is_some_and(|value| !value.is_empty()) || term == Some("dumb"),
        }
    }

    /// This process's terminal.
    pub fn here() -> Terminal {
        let [no_color, term, colorterm] =
            ["NO_COLOR", "TERM", "COLORTERM"].map(|name| std::env::var(name).ok());
        Terminal::of(no_color.as_deref(), term.as_deref(), colorterm.as_deref())
    }
}

/// Whether a terminal is asked for its ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    Ground,
    Nothing,
}

impl Asks {
    /// Whether a terminal of that name may be asked: `screen` passes the question on to one that may not answer, and the
    /// consoles show it.
    pub fn of_terminal(term: Option<&str>) -> Asks {
        match term.unwrap_or_default() {
            "" | "dumb" | "linux" | "screen" | "Eterm" | "cons25" | "vt52" | "ansi" => Asks::Nothing,
            term if term.starts_with("screen.") => Asks::Nothing,
            _ => Asks::Ground,
        }
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
    fn a_theme_has_three_strengths_dim_plain_and_strong() {
        for (name, text) in THEMES {
            let (theme, _) = file::read(name, text, Depth::Indexed).unwrap();
            assert_eq!((theme.border, theme.left), (theme.dim, theme.dim), "{name}");
            assert_eq!(theme.title.fg, theme.text.fg, "{name}");
            assert_eq!(
                (theme.border_focused, theme.key),
                (theme.title_focused, theme.title_focused),
                "{name}"
            );
        }
    }

    #[test]
    fn the_terminal_decides_where_nothing_is_set() {
        let chosen = |terminal: &Terminal| Theme::chosen("auto", &[], terminal).0;
        let terminal = Terminal::of(None, Some("xterm-256color"), None);
        assert_eq!(chosen(&terminal), Theme::colour());
        assert_eq!(chosen(&Terminal { ground: Ground::Light, ..terminal }), Theme::built_in("light"));
        assert_eq!(chosen(&Terminal { ground: Ground::Dark, ..terminal }), Theme::built_in("dark"));
        assert_eq!(chosen(&Terminal::of(Some(""), None, None)), Theme::colour());
        assert_eq!(chosen(&Terminal::of(Some("1"), Some("xterm"), None)), Theme::mono());
        assert_eq!(chosen(&Terminal::of(None, Some("dumb"), None)), Theme::mono());
    }

    #[test]
    fn a_theme_of_ones_own_is_found_and_one_that_is_not_there_is_said() {
        let terminal = Terminal::of(None, None, None);
        let own = [("mine".to_owned(), THEMES[4].1.to_owned())];
        let (theme, complaint) = Theme::chosen("mine", &own, &terminal);
        assert_eq!((theme, complaint), (Theme::built_in("high-contrast-light"), None));
        let (theme, complaint) = Theme::chosen("pink", &own, &terminal);
        assert_eq!(theme, Theme::colour());
        assert!(complaint.unwrap().hint.unwrap().contains("mine"));
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

    /// On a ground that may be either no colour has more than about 4.6 on both; AA asks for 4.5, AAA for 7.
    #[test]
    fn every_theme_is_readable_on_its_ground() {
        let rgb = |colour| super::super::picture::rgb(colour).unwrap();
        // Grounds as terminals have them: not only the extremes.
        let (black, dark, light, white) =
            ((0, 0, 0), (0x1e, 0x1e, 0x24), (0xf4, 0xf0, 0xe6), (255, 255, 255));
        for (name, text) in THEMES {
            let (theme, ground) = file::read(name, text, Depth::Indexed).unwrap();
            let (grounds, least) = match ground {
                Ground::Dark => ([black, dark], if name.starts_with("high") { 7.0 } else { 3.4 }),
                Ground::Light => ([white, light], if name.starts_with("high") { 7.0 } else { 3.8 }),
                Ground::Any => ([black, white], 3.8),
            };
            for style in theme.all() {
                let Some(fg @ Color::Indexed(_)) = style.fg else { continue };
                let grounds = style.bg.map_or(grounds.to_vec(), |bg| vec![rgb(bg)]);
                for ground in grounds {
                    let contrast = contrast(rgb(fg), ground);
                    assert!(contrast >= least, "{name}: {fg:?} on {ground:?} has {contrast:.1}");
                }
            }
        }
    }

    /// Blue against orange stays apart for those who do not see red, green or blue: the two differ in lightness or in
    /// the blue that protanopia and deuteranopia keep, and from each other in lightness for tritanopia.
    #[test]
    fn what_calls_never_differs_from_what_is_well_by_red_and_green_alone() {
        let rgb = |style: Style| style.fg.and_then(super::super::picture::rgb).unwrap();
        for name in ["dark", "light", "plain"] {
            let theme = Theme::built_in(name);
            for (a, b) in [(theme.ok, theme.warn), (theme.accent, theme.warn), (theme.ok, theme.alert)] {
                let (a, b) = (rgb(a), rgb(b));
                let apart = i32::from(a.2).abs_diff(i32::from(b.2));
                assert!(apart >= 40 || contrast(a, b) >= 1.5, "{name}: {a:?} and {b:?}");
            }
        }
    }
}
