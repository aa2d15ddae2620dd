//! What a person has set, at work on this terminal: the theme, the marks, the keys, the language.

use super::action::key_of;
use super::habits::Hints;
use super::keymap;
use crate::session::Environment;
use crate::settings::{Complaint, Name, Panes, Settings};
use crate::store::{Grouping, Order};
use crate::tui::kit::marks::{self, ASCII, Marks, UNICODE};
use crate::tui::kit::terminal::Mouse;
use crate::tui::kit::theme::{Asks, Depth, Ground, THEMES, Terminal, Theme};
use crate::words::{self, Language, words};

/// The settings, and what they are applied to.
#[derive(Debug, Clone)]
pub struct Preferences {
    pub settings: Settings,
    /// The person's own themes: names and texts.
    own: Vec<(String, String)>,
    terminal: Terminal,
    /// Whether the terminal can be asked for its ground.
    asks: Asks,
    /// The language of the system: what `auto` means.
    system: Language,
    /// Whether this terminal is drawn on.
    screen: Screen,
    /// Whether the terminal takes links: what `auto` means.
    links: Links,
}

/// Whether links in texts are written as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    Written,
    None,
}

impl Links {
    /// By the terminal's name: the console of Linux, and others that show a sequence which they do not know.
    fn of_terminal(term: Option<&str>) -> Links {
        match term.unwrap_or_default() {
            "" | "dumb" | "linux" | "cons25" | "vt52" | "ansi" | "screen" => Links::None,
            term if term.starts_with("screen.") || term.starts_with("eterm") => Links::None,
            _ => Links::Written,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Screen {
    Drawn,
    Undrawn,
}

/// Where a text goes that is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clipboard {
    /// To the terminal, which has it or hands it on.
    Terminal,
    /// Nowhere: it was turned off.
    Off,
    /// Nowhere: there is only the text itself.
    None,
}

impl Default for Preferences {
    /// Nothing is set, and nothing is known of the terminal.
    fn default() -> Preferences {
        let terminal = Terminal { ground: Ground::Any, depth: Depth::Indexed, is_without_colour: false };
        let system = Language::English;
        Preferences {
            settings: Settings::default(),
            own: Vec::new(),
            terminal,
            asks: Asks::Nothing,
            system,
            screen: Screen::Drawn,
            links: Links::None,
        }
    }
}

impl Preferences {
    /// Those of the person at this terminal, and what was not understood of their file.
    pub fn here(environment: &Environment) -> (Preferences, Vec<Complaint>) {
        Preferences::read(environment, Screen::Drawn)
    }

    /// The same where nothing is drawn: the terminal is not asked for its ground, which writes to it.
    pub fn undrawn(environment: &Environment) -> (Preferences, Vec<Complaint>) {
        Preferences::read(environment, Screen::Undrawn)
    }

    fn read(environment: &Environment, screen: Screen) -> (Preferences, Vec<Complaint>) {
        let (settings, complaints) = environment.read_settings();
        let term = std::env::var("TERM").ok();
        let asks = match screen {
            Screen::Drawn => Asks::of_terminal(term.as_deref()),
            Screen::Undrawn => Asks::Nothing,
        };
        let own = environment.own_themes();
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok());
        let system = Language::for_person(None, None, locale.each_ref().map(Option::as_deref));
        let links = Links::of_terminal(term.as_deref());
        (Preferences { settings, own, terminal: Terminal::here(), asks, system, screen, links }, complaints)
    }

    /// Lets them hold from now on, in this thread; gives the theme, and what cannot be. The language is not among
    /// them: what was typed goes before what is set (see [`speak`](Preferences::speak)).
    pub fn apply(&self) -> (Theme, Vec<Complaint>) {
        marks::choose(match self.settings.get(Name::Marks) {
            "unicode" => &UNICODE,
            "ascii" => &ASCII,
            _ => Marks::from_env(),
        });
        let mut complaints = keymap::choose(&self.settings);
        let (theme, complaint) = Theme::chosen(self.settings.get(Name::Theme), &self.own, &self.terminal);
        let line = self.settings.line(Name::Theme.as_str());
        complaints.extend(complaint.map(|complaint| complaint.at(line)));
        (theme, complaints)
    }

    /// The theme for what a whole room reads: the contrast of every colour is 7:1 at least, or there is none.
    pub fn theme_for_a_room(&self) -> Theme {
        let set = self.settings.get(Name::Theme);
        let name = match (set, self.terminal.ground) {
            ("high-contrast-dark" | "high-contrast-light" | "mono", _) => set,
            (_, Ground::Dark) | ("dark", Ground::Any) => "high-contrast-dark",
            (_, Ground::Light) | ("light", Ground::Any) => "high-contrast-light",
            // No colour has it on a ground that may be either.
            (_, Ground::Any) => "mono",
        };
        Theme::chosen(name, &[], &self.terminal).0
    }

    /// Whether a screen is drawn, which must answer to keys at all times.
    pub fn is_drawn(&self) -> bool {
        self.screen == Screen::Drawn
    }

    /// Whether the terminal is to be asked for its ground: whether that makes a difference.
    pub fn asks(&self) -> Asks {
        match self.settings.get(Name::Theme) {
            "auto" | "high-contrast" if !self.terminal.is_without_colour => self.asks,
            _ => Asks::Nothing,
        }
    }

    /// The terminal has said what ground it has.
    pub fn see(&mut self, ground: Ground) {
        self.terminal.ground = ground;
    }

    pub fn hints(&self) -> Hints {
        if self.settings.get(Name::Hints) == "off" { Hints::Off } else { Hints::On }
    }

    /// Whether the terminal rings when a time box runs out.
    pub fn rings(&self) -> bool {
        self.settings.get(Name::Bell) == "on"
    }

    /// Speaks the language that is set from now on: somebody has just set it.
    pub fn speak(&self) {
        words::choose_here(self.settings.language().unwrap_or(self.system));
    }

    /// Why a change cannot be; it is asked before anything is written.
    pub fn refuses(&self, change: &Change) -> Option<Complaint> {
        match change {
            Change::Value(Name::Theme, Some(name)) => Theme::chosen(name, &self.own, &self.terminal).1,
            Change::Value(name, to) => name.check(to.as_deref()?).err(),
            Change::Keys(action, to) => keymap::refuses(action, to.as_deref()),
        }
    }

    pub fn mouse(&self) -> Mouse {
        if self.settings.get(Name::Mouse) == "off" { Mouse::Ignored } else { Mouse::Captured }
    }

    pub fn clipboard(&self) -> Clipboard {
        match (self.screen, self.settings.get(Name::Clipboard)) {
            (Screen::Undrawn, _) => Clipboard::None,
            (Screen::Drawn, "off") => Clipboard::Off,
            (Screen::Drawn, _) => Clipboard::Terminal,
        }
    }

    /// Without a word of the person's, links are for terminals that are known to take them, or to pass over them.
    pub fn links(&self) -> Links {
        match (self.screen, self.settings.get(Name::Links)) {
            (Screen::Undrawn, _) | (_, "off") => Links::None,
            (_, "on") => Links::Written,
            _ => self.links,
        }
    }

    /// The sizes of the panes.
    pub fn panes(&self) -> Panes {
        Panes::read(self.settings.get(Name::Panes)).unwrap_or_default()
    }

    /// In which groups the tasks stand, and in which order there.
    pub fn arrangement(&self) -> (Grouping, Order) {
        let (group, order) = (self.settings.get(Name::Group), self.settings.get(Name::Order));
        (Grouping::named(group).unwrap_or_default(), Order::named(order).unwrap_or_default())
    }

    /// Whether the tasks stand side by side where they are alone on the screen.
    pub fn in_columns(&self) -> bool {
        self.settings.get(Name::Columns) == "on"
    }

    /// The names of all themes, those that look at the terminal first.
    pub fn themes(&self) -> Vec<String> {
        let own = self.own.iter().map(|(name, _)| name.as_str());
        let ours = THEMES.iter().map(|(name, _)| *name);
        ["auto", "high-contrast"].into_iter().chain(ours).chain(own).map(str::to_owned).collect()
    }
}

/// What may be set from the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A value; none for the default.
    Value(Name, Option<String>),
    /// An action's keys; none for its own.
    Keys(&'static str, Option<Vec<String>>),
}

impl Change {
    /// The text of the file with the change made.
    pub fn made(&self, text: &str) -> Result<String, Complaint> {
        match self {
            Change::Value(name, to) => crate::settings::with_value(text, *name, to.as_deref()),
            Change::Keys(action, to) => crate::settings::with_keys(text, action, to.as_deref()),
        }
    }

    /// What was changed, in a sentence.
    pub fn sentence(&self) -> String {
        let words = words();
        match self {
            Change::Value(Name::Panes, Some(_)) => words.mouse_panes_kept(key_of("panes.reset")),
            Change::Value(name, to) => name.chosen(to.as_deref().unwrap_or(name.default())),
            Change::Keys(action, None) => words.set_keys_own(*action),
            Change::Keys(action, Some(keys)) if keys.is_empty() => words.set_keys_taken(*action),
            Change::Keys(action, Some(keys)) => words.chosen_keys(*action, keys.join(", ")),
        }
    }
}
