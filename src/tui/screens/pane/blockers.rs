//! The blockers: which task waits on whom, since when, and what it holds up. The oldest first.
//!
//! ```text
//! ▸▲ lusab waits on dewi: the VAT number     asked 3 d
//!    holds up 4 more
//! ```

use super::Pane;
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::domain::task::State;
use crate::session::{Error, Session};
use crate::store::BlockerRow;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::{text, when};
use crate::tui::shell::action;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// From here on the titles of the tasks that wait are said.
const WIDE: u16 = 100;

#[derive(Default)]
pub struct Blockers {
    list: List<(BlockerRow, String)>,
    /// How wide the sentences are, and what stands behind them.
    sentence: u16,
    asked: u16,
}

impl Blockers {
    pub fn selected(&self) -> Option<&BlockerRow> {
        self.list.selected().map(|(row, _)| row)
    }
}

impl Pane for Blockers {
    fn title(&self) -> String {
        words().scr_blockers()
    }

    fn fact(&self, overview: &Overview) -> String {
        match self.list.rows.first() {
            Some((row, _)) if self.list.words.is_empty() && self.list.begins() => {
                words().scr_blockers_fact(spoken::age(row.raised, overview.now))
            }
            _ => String::new(),
        }
    }

    fn gist(&self, overview: &Overview) -> String {
        let first = self.list.rows.first().map_or("", |(_, sentence)| sentence);
        match overview.counts.blocked {
            ..=1 => format!("{} {first}", marks().blocked),
            all => words().scr_findings_gist(all, format!("{} {first}", marks().blocked)),
        }
    }

    fn empty(&self) -> String {
        words().scr_blockers_empty(action::key_of("task.block"))
    }

    fn cursor(&self) -> &Cursor {
        &self.list.cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.list.cursor
    }

    fn load(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        let board = session.board();
        let read = |skip, most| -> Result<_, Error> {
            let rows = board.blockers(skip, most)?;
            Ok(rows.into_iter().map(|row| (sentence(&row), row)).map(|(said, row)| (row, said)).collect())
        };
        let lines = |(row, _): &(BlockerRow, String)| 1 + u16::from(row.holds_up > 0);
        self.list.read_with_heights(from, read, |(row, _)| row.record, |(_, said)| said.clone(), lines)?;
        let widest = |of: &dyn Fn(&BlockerRow, &str) -> usize| {
            self.list.rows.iter().map(|(row, said)| of(row, said)).max().unwrap_or(0) as u16
        };
        let sentence = widest(&|_, said| text::width(&text::cut(said, 100)));
        self.asked = widest(&|row, _| text::width(&asked(row, overview)).min(18));
        self.sentence = sentence;
        Ok(())
    }

    fn width(&self) -> u16 {
        self.sentence + self.asked + 8
    }

    fn filter(&self) -> &str {
        &self.list.words
    }

    fn set_filter(&mut self, words: String) {
        self.list.words = words;
    }

    fn about(&self, i: usize) -> Option<SubjectRef> {
        self.list.get(i).map(|(row, _)| row.task.into())
    }

    fn detail(&self) -> Option<&str> {
        self.list.selected().map(|(_, sentence)| sentence.as_str())
    }

    fn aside(&self) -> usize {
        12
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        self.list.get(i).map_or_else(String::new, |(row, what)| super::in_words::blocker(row, what, overview))
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        let ((row, sentence), theme) = (&self.list.rows[i], line.theme);
        line.mark(0);
        line.put(1, 1, marks().blocked, theme.warn);
        let mut right = line.width().saturating_sub(1);
        if line.width() >= 36 {
            let (age, style) = (asked(row, overview), tone(row, overview, theme));
            let columns = text::width(&age).min(18) as u16;
            line.put(right.saturating_sub(columns), columns, &age, style);
            right = right.saturating_sub(columns + 2);
        }
        let room = right.saturating_sub(3);
        line.sentence(3, room, sentence);
        // Beside the longest sentence stand the titles, where they have room.
        let x = 3 + self.sentence + 3;
        if line.width() >= WIDE && x + 20 < right {
            line.put(x, right - x, &row.title, theme.dim);
        }
        if row.holds_up > 0 {
            line.put_on(1, 3, line.width(), &words().scr_holds_up(row.holds_up), theme.dim);
        }
    }
}

/// `lusab waits on dewi: the VAT number`.
pub fn sentence(row: &BlockerRow) -> String {
    let on = match (&row.on_member, &row.on_task, &row.on_other) {
        (Some((_, name)), ..) => name.as_str(),
        (_, Some((_, handle, _)), _) => handle.as_str(),
        (.., Some(other)) => other.as_str(),
        _ => "",
    };
    match (on, row.what.as_str()) {
        ("", what) => words().scr_waits_for(&row.handle, what),
        (on, "") => words().scr_waits(&row.handle, on),
        (on, what) => words().scr_waits_what(&row.handle, on, what),
    }
}

/// Whether somebody was asked, and what they promised.
pub fn asked(row: &BlockerRow, overview: &Overview) -> String {
    let words = words();
    if let Some((state, at)) = row.on_end {
        return words.scr_waits_over(overview.terms.state(state), spoken::age(at, overview.now));
    }
    match (row.promised, row.asked) {
        (Some(day), _) if day < overview.today => words.scr_promise_over(when::short(day, overview.today)),
        (Some(day), _) => words.scr_promised(when::short(day, overview.today)),
        (None, Some(asked)) => words.scr_asked(spoken::age(asked, overview.now)),
        // Nobody can be asked where a task is waited for.
        (None, None) if row.on_task.is_some() => spoken::age(row.raised, overview.now),
        (None, None) => words.scr_not_asked(spoken::age(row.raised, overview.now)),
    }
}

/// How the task that it waits for has ended, where it has, and the key that takes the blocker away.
pub fn ended(row: &BlockerRow, overview: &Overview) -> Option<String> {
    let (state, at) = row.on_end?;
    let day = spoken::day(spoken::local_day(at, overview.offset?), overview.today);
    let (words, key) = (words(), action::key_of("task.clear"));
    let said = overview.terms.state(state);
    Some(match row.on_lead.as_ref().filter(|_| state == State::Done) {
        Some(lead) => words.waits_ended_by(said, lead, day, key),
        None => words.waits_ended(said, day, key),
    })
}

/// How much that asks for a look.
fn tone(row: &BlockerRow, overview: &Overview, theme: &Theme) -> ratatui::style::Style {
    if row.on_end.is_some() {
        return theme.warn;
    }
    match (row.promised, row.asked) {
        (Some(day), _) if day < overview.today => theme.warn,
        (Some(_), _) => theme.text,
        (None, None) if row.on_task.is_none() => theme.warn,
        (None, _) => theme.dim,
    }
}
