//! The agenda: what there is to talk about, with who should be there; first where somebody waits.
//!
//! ```text
//! ▸▲ vok waits on bof: which couriers (Write the price table)    Dewi, Ayu    2 d
//!  ≈ bak: Ayu and Budi both lead                                 Ayu, Budi   12 d
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::pane;
use super::{Opening, Page, Reading, Still, enters};
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::insight::agenda::{Sort, Topic};
use crate::session::Error;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::when;
use crate::tui::shell::action::Run;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The columns of a day or an age.
const WHEN: u16 = 9;
/// So many columns the names have at most.
const NAMES: u16 = 30;
/// Where there are fewer columns, a topic has all of them.
const NARROW: u16 = 60;

/// It on the whole screen.
#[derive(Default)]
pub struct AgendaPage {
    list: List<Line>,
}

/// A topic in words.
struct Line {
    topic: Topic,
    who: String,
    when: String,
}

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<AgendaPage>()
}

impl Page for AgendaPage {
    fn speaks_of(&self) -> bool {
        true
    }

    fn selection(&self) -> Option<SubjectRef> {
        self.list.selected()?.topic.about
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let topics = reading.session.agenda()?;
        let lines = topics.into_iter().map(|topic| line(topic, reading.overview)).collect();
        self.list.take_all(lines, from, |line| line.topic.said.clone());
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::None))
    }

    fn enter(&self) -> Option<Run> {
        enters(self.selection()?)
    }

    fn detail(&self, _: &Overview, _: Rect) -> Option<String> {
        let line = self.list.selected()?;
        Some(match line.who.as_str() {
            "" => line.topic.said.clone(),
            who => words().agenda_with(&line.topic.said, who),
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        let words = words();
        let waiting = self.list.rows.iter().filter(|line| line.topic.waits).count();
        let fact = match self.list.rows.len() {
            0 => String::new(),
            all => words.agenda_fact(waiting, all),
        };
        let (title, empty) = (words.agenda_title(), words.agenda_empty());
        let around = Around { title: &title, fact: &fact, empty: &empty };
        list::view(area, buf, theme, &around, &self.list.cursor, None, &|i, row| self.row(i, row));
    }
}

impl AgendaPage {
    /// The topic that is selected.
    pub fn topic(&self) -> Option<&Topic> {
        self.list.selected().map(|line| &line.topic)
    }

    fn row(&self, i: usize, row: &mut Row<'_>) {
        let (line, theme) = (&self.list.rows[i], row.theme);
        row.mark(0);
        let (mark, style) = match line.topic.sort {
            Sort::Offer => (marks().to, theme.accent),
            Sort::Blocker => (marks().blocked, theme.alert),
            Sort::Finding(kind) => (pane::sign(kind), theme.warn),
            Sort::Review => (marks().dot, theme.text),
            Sort::Decision => (marks().decision, theme.accent),
            Sort::Tension => (marks().tension, theme.accent),
        };
        row.put(1, 1, mark, style);
        let mut right = row.width().saturating_sub(1);
        if right >= NARROW {
            let columns = text::width(&line.when) as u16;
            row.put(right.saturating_sub(columns), columns, &line.when, theme.dim);
            right = right.saturating_sub(WHEN + 2);
            let names = self.list.rows.iter().map(|line| text::width(&line.who)).max().unwrap_or(0);
            let names = NAMES.min(names as u16).min(right / 3);
            row.put(right.saturating_sub(names), names, &line.who, theme.accent);
            right = right.saturating_sub(names + 2);
        }
        let lead = row.lead(theme.text);
        row.put(3, right.saturating_sub(3), &line.topic.said, lead);
    }
}

fn line(topic: Topic, overview: &Overview) -> Line {
    let when = match (topic.day, topic.since) {
        (Some(day), _) => when::due(day, overview.today),
        (None, Some(since)) => spoken::age(since, overview.now),
        (None, None) => String::new(),
    };
    Line { who: topic.who.join(", "), when, topic }
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    #[test]
    fn a_topic_is_kept_for_the_meeting_that_goes_on() {
        let mut desk = demo(120, 40);
        desk.press("F3 '");
        assert!(desk.says().contains("makes no sense here"), "{}", desk.says());
        desk.press("Esc s Enter");
        assert!(desk.screen().contains("Stand-up"), "{}", desk.screen());
        let first = desk.press("F3").selected();
        let topic = first.trim_start_matches(|c: char| !c.is_alphanumeric());
        let handle = topic.split(' ').next().unwrap().to_owned();
        desk.press("'");
        assert!(desk.says().contains("parked") && desk.says().contains(&handle), "{}", desk.says());
    }
}
