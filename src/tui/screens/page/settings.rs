//! The settings: what holds, what it does, and Enter to change it. One's own are written to one's file at once; the
//! team's terms are on the board, and changing one is an event as any other.
//!
//! ```text
//!  Yours  on this machine
//!  ▸theme          auto              the colours; auto looks at the terminal's own ground
//!
//!  For the whole team  on the board of Warung Kode
//!   a claim stands 7 working days    how long a claim stands until its holder does something on the task
//!
//!  Your keys
//!   claim          c                 lead this task: you answer for it
//! ```

mod team;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Opening, Page, Reading, Still};
use crate::domain::terms::{Term, Terms};
use crate::session::Error;
use crate::settings::{Name, Takes};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::key::Key;
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::{self, Action, Run};
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::keymap;
use crate::tui::shell::overview::Overview;
use crate::tui::shell::preferences::{Change, Preferences};
use crate::words::words;

/// The list of settings.
#[derive(Default)]
pub struct SettingsPage {
    list: List<Line>,
    /// How wide the names and the values are.
    names: u16,
    values: u16,
    themes: Vec<String>,
    file: String,
    terms: Terms,
}

/// One setting in words.
struct Line {
    what: What,
    name: String,
    value: String,
    is_set: bool,
    doc: String,
}

#[derive(Clone, Copy)]
enum What {
    Value(Name),
    Term(Term),
    Keys(&'static Action),
}

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<SettingsPage>()
}

impl Page for SettingsPage {
    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        self.themes = reading.preferences.themes();
        let file = reading.session.environment().settings_file();
        self.file = file.map(|file| file.display().to_string()).unwrap_or_default();
        self.list.rows = lines(reading.preferences, &reading.overview.terms);
        self.terms = reading.overview.terms.clone();
        let widest = |of: fn(&Line) -> &str| {
            self.list.rows.iter().map(|line| text::width(of(line))).max().unwrap_or(0)
        };
        self.names = widest(|line| &line.name).clamp(8, 22) as u16;
        self.values = widest(|line| &line.value).clamp(6, 20) as u16;
        let at = match from {
            From::Start => 0,
            From::End => self.list.rows.len().saturating_sub(1),
            From::Here => self.list.cursor.at(),
        };
        let heights = (0..self.list.rows.len()).map(|i| 1 + self.above(i)).collect();
        self.list.cursor.replace(heights, at, false, false);
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::None))
    }

    fn enter(&self) -> Option<Run> {
        Some(match self.list.selected()?.what {
            What::Value(name) => self.pick(name),
            What::Term(term) => team::type_value(term, self.terms.clone()),
            What::Keys(action) => type_keys(action),
        })
    }

    fn enters(&self) -> Option<String> {
        Some(words().pages_change())
    }

    fn detail(&self, _: &Overview, _: Rect) -> Option<String> {
        let line = self.list.selected()?;
        Some(match line.what {
            // The word by which one sets it in a command.
            What::Term(term) => format!("{} · setara terms {}", line.doc, term.as_str()),
            What::Value(_) | What::Keys(_) => line.doc.clone(),
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
        let around = Around { title: &words().set_title(), fact: &self.file, empty: "" };
        list::view(area, buf, theme, &around, &self.list.cursor, None, &|i, line| {
            self.row(i, overview, line)
        });
    }
}

impl SettingsPage {
    /// Whether a heading stands above a line: the first of each kind.
    fn begins(&self, i: usize) -> bool {
        let kind = |i: usize| std::mem::discriminant(&self.list.rows[i].what);
        i == 0 || kind(i - 1) != kind(i)
    }

    /// The lines of a heading above a line: with air, but at the top.
    fn above(&self, i: usize) -> u16 {
        match (self.begins(i), i) {
            (false, _) => 0,
            (true, 0) => 1,
            (true, _) => 2,
        }
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        let (setting, theme) = (&self.list.rows[i], line.theme);
        let at = self.above(i);
        if at > 0 {
            let (heading, note) = match setting.what {
                What::Value(_) => (words().set_heading_you(), words().set_heading_you_note()),
                What::Term(_) => (words().set_heading_team(), words().set_heading_team_note(&overview.team)),
                What::Keys(_) => (words().set_heading_keys(), String::new()),
            };
            let x = line.put_on(at - 1, 1, line.width(), &heading, theme.title);
            line.put_on(at - 1, x + 2, line.width().saturating_sub(x + 3), &note, theme.dim);
        }
        line.mark(at);
        let lead = line.lead(theme.text);
        let room = line.width().saturating_sub(2);
        line.put_on(at, 1, self.names.min(room), &setting.name, lead);
        let x = self.names + 3;
        let style = if setting.is_set { theme.accent } else { theme.text };
        line.put_on(at, x, room.saturating_sub(x).min(self.values), &setting.value, style);
        let x = x + self.values + 2;
        line.put_on(at, x, room.saturating_sub(x), &setting.doc, theme.dim);
    }

    /// One of the values that it takes; the default is marked.
    fn pick(&self, name: Name) -> Run {
        let known: Vec<String> = match name.takes() {
            Takes::Words(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            Takes::Theme => self.themes.clone(),
            // The others are made by moving borders.
            Takes::Panes => vec![name.default().to_owned()],
        };
        Box::new(move |app| {
            let items = known.iter().enumerate().map(|(i, value)| {
                let note = if value == name.default() { words().set_default() } else { String::new() };
                Item::new(Pick::Nth(i), value.clone(), note)
            });
            let items = items.collect();
            let known = known.clone();
            let picked = move |_: &mut _, pick| match pick {
                Pick::Nth(i) => {
                    let value = known[i].clone();
                    let to = (value != name.default()).then_some(value);
                    vec![Effect::Set(Change::Value(name, to))]
                }
                _ => Vec::new(),
            };
            ask::show(app, ask::pick(name.as_str().to_owned(), items, picked))
        })
    }
}

/// The word that commands take for the keys that an action has by itself.
const DEFAULT: &str = "default";

/// The keys as one types them; nothing typed takes them away, and the word for the default gives them back.
fn type_keys(action: &'static Action) -> Run {
    Box::new(move |app| {
        let now: Vec<String> = keymap::of(action).iter().map(|key| key.name()).collect();
        let own: Vec<String> = action.keys.iter().map(|key| key.name()).collect();
        let prompt = Prompt::new(words().set_ask_keys((action.label)()))
            .hint(words().set_ask_keys_hint(own.join(" ")))
            .with(&now.join(" "))
            .may_be_empty();
        let typed = move |app: &mut _, text: String| {
            let keys: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            let is_default = [DEFAULT.to_owned(), words().set_default()].contains(&text);
            if let Some(wrong) = keys.iter().find(|key| Key::named(key).is_none() && !is_default) {
                return ask::complain(app, words().set_no_key(wrong));
            }
            let to = (keys != own && !is_default).then_some(keys);
            vec![Effect::Set(Change::Keys(action.name, to))]
        };
        ask::show(app, ask::text(prompt, typed))
    })
}

fn lines(preferences: &Preferences, terms: &Terms) -> Vec<Line> {
    let settings = &preferences.settings;
    let values = Name::ALL.into_iter().map(|name| Line {
        what: What::Value(name),
        name: name.as_str().to_owned(),
        value: settings.get(name).to_owned(),
        is_set: settings.is_set(name),
        doc: name.doc(),
    });
    let keys = action::all().map(|action| {
        let keys: Vec<String> = keymap::of(action).iter().map(|key| key.name()).collect();
        Line {
            what: What::Keys(action),
            name: (action.label)(),
            value: if keys.is_empty() { words().set_no_keys_yet() } else { keys.join(" ") },
            is_set: settings.keys.contains_key(action.name),
            doc: (action.doc)(),
        }
    });
    values.chain(team::lines(terms)).chain(keys).collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::terms::Term;
    use crate::settings::Name;
    use crate::tui::shell::desk::Desk;
    use crate::tui::testing::{desk, world};

    /// The sample team, with a folder for the settings.
    fn at_home() -> (tempfile::TempDir, Desk) {
        let folder = tempfile::tempdir().unwrap();
        let session = crate::testing::sample_team(world("demo").with_settings(folder.path().to_owned()));
        (folder, desk(session, 120, 40))
    }

    #[test]
    fn a_theme_is_picked_and_kept() {
        let (folder, mut desk) = at_home();
        desk.press("0 j Enter text:light Enter");
        assert!(desk.says().contains("The colours are those of light"), "{}", desk.screen());
        let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
        assert!(text.contains("\ntheme = \"light\""), "{text}");
        assert!(text.contains("# theme = \"auto\""), "what explains the settings stays: {text}");
        desk.press("Enter text:auto Enter");
        let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
        assert!(!text.contains("\ntheme ="), "{text}");
    }

    #[test]
    fn a_key_is_changed_used_and_given_back() {
        let (folder, mut desk) = at_home();
        // Behind the values and the team's terms: the first action, which is to claim.
        let to_claim = "j ".repeat(Name::ALL.len() + Term::all().count());
        desk.press(&format!("0 {to_claim}"));
        assert!(desk.selected().starts_with("claim"), "{}", desk.screen());
        desk.press("Enter Ctrl-U text:F6 Enter");
        assert!(desk.says().contains("Keys for task.claim: F6"), "{}", desk.screen());
        desk.press("Esc f F6");
        assert!(desk.says().contains("Ayu claimed"), "{}", desk.says());
        desk.press(&format!("0 {to_claim} Enter Ctrl-U text:x Enter"));
        assert!(desk.screen().contains("x is the key of"), "{}", desk.screen());
        let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
        assert!(text.contains("\"task.claim\" = \"F6\""), "what cannot be is not written: {text}");
        desk.press("Ctrl-U text:c Enter");
        assert!(desk.says().contains("task.claim has its own keys again"), "{}", desk.screen());
        desk.press("Enter Ctrl-U text:F6 Enter Enter Ctrl-U text:default Enter");
        assert!(desk.says().contains("task.claim has its own keys again"), "{}", desk.screen());
    }

    #[test]
    fn the_language_changes_at_once() {
        let (_folder, mut desk) = at_home();
        desk.press("0 Enter text:id Enter Esc");
        assert!(desk.screen().contains("Siapa menanggung apa"), "{}", desk.screen());
        desk.press("0 Enter text:auto Enter Esc");
        assert!(desk.screen().contains("Who owns what"), "{}", desk.screen());
    }

    #[test]
    fn a_term_is_set_for_the_whole_team_and_taken_back() {
        let (folder, mut desk) = at_home();
        desk.press(&format!("0 {}", "j ".repeat(Name::ALL.len())));
        assert!(desk.selected().starts_with("a claim stands"), "{}", desk.screen());
        desk.press("Enter Ctrl-U text:91 Enter");
        assert!(desk.screen().contains("lease takes a number from 1 to 90"), "{}", desk.screen());
        desk.press("Ctrl-U text:10 Enter");
        let says = desk.says();
        assert!(says.contains("Ayu set: a claim stands for 10 working days (was 7)"), "{says}");
        assert!(says.ends_with("u takes it back"), "{says}");
        assert!(desk.selected().contains("10 working days"), "{}", desk.screen());
        assert!(!folder.path().join("settings.toml").exists(), "it is the board's, not this machine's");
        desk.press("u");
        assert!(desk.selected().contains(" 7 working days"), "{}", desk.screen());
    }

    #[test]
    fn the_teams_own_names_of_states_are_on_every_screen() {
        let (_folder, mut desk) = at_home();
        desk.press(&format!("0 {}", "j ".repeat(Name::ALL.len() + 11)));
        assert!(desk.selected().starts_with("name of doing"), "{}", desk.screen());
        desk.press("Enter Ctrl-U text:in_the_kitchen Enter Esc");
        for keys in ["", "4 Enter", "2 m Enter", "2 / text:state:"] {
            let screen = desk.press(keys).screen().to_lowercase();
            assert!(screen.contains("in the kitchen"), "{keys}\n{screen}");
            desk.press("Esc Esc Esc");
        }
        desk.press("2 / text:state:in Tab");
        assert!(desk.screen().contains(r#"state:"in the kitchen""#), "{}", desk.screen());
        desk.press("Enter");
        assert!(desk.screen().contains("8 found"), "{}", desk.screen());
    }

    #[test]
    fn without_a_folder_it_says_why() {
        let mut desk = crate::tui::testing::demo(120, 40);
        desk.press("0 j Enter text:light Enter");
        assert!(desk.says().contains("no home"), "{}", desk.says());
    }
}
