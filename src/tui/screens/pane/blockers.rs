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
use crate::tui::kit::list::flow::{Flow, Span};
use crate::tui::kit::list::{List, Needs, Room, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::{text, when};
use crate::tui::shell::action;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// From here on the titles of the tasks that wait are said.
const WIDE: u16 = 100;

/// A blocker in words.
struct Line {
    row: BlockerRow,
    sentence: Flow,
    /// Whether somebody was asked.
    asked: String,
}

impl Line {
    fn of(row: BlockerRow, overview: &Overview) -> Line {
        Line { sentence: Flow::of(sentence(&row)), asked: asked(&row, overview), row }
    }

    /// The columns of what stands behind the sentence; none where it has no room.
    fn aside(&self, columns: u16) -> u16 {
        if columns < 36 { 0 } else { (text::width(&self.asked) as u16).min(ASKED) }
    }

    /// The columns of the sentence: below the first line nothing stands behind it.
    fn span(&self, columns: u16) -> Span {
        let (below, aside) = (columns.saturating_sub(1 + BEGIN), self.aside(columns));
        Span { first: below.saturating_sub(if aside > 0 { aside + 2 } else { 0 }), below }
    }

    /// What it holds up stands in a line of its own.
    fn holding(&self) -> u16 {
        u16::from(self.row.holds_up > 0)
    }

    fn needs(&self, columns: u16) -> Needs {
        let whole = self.sentence.lines_shown(self.span(columns)) + self.holding();
        Needs { least: 1 + self.holding(), whole, more: 0 }
    }
}

/// Where the sentences begin, and the most columns of what stands behind them.
const BEGIN: u16 = 3;
const ASKED: u16 = 18;

#[derive(Default)]
pub struct Blockers {
    list: List<Line>,
    /// How wide the sentences are, and what stands behind them.
    sentence: u16,
    asked: u16,
}

impl Blockers {
    pub fn selected(&self) -> Option<&BlockerRow> {
        self.list.selected().map(|line| &line.row)
    }
}

impl Pane for Blockers {
    fn title(&self) -> String {
        words().scr_blockers()
    }

    fn fact(&self, overview: &Overview) -> String {
        match self.list.rows.first() {
            Some(Line { row, .. }) if self.list.words.is_empty() && self.list.begins() => {
                words().scr_blockers_fact(spoken::age(row.raised, overview.now))
            }
            _ => String::new(),
        }
    }

    fn gist(&self, overview: &Overview) -> String {
        let first = self.list.rows.first().map_or("", |line| line.sentence.text());
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
            Ok(rows.into_iter().map(|row| Line::of(row, overview)).collect())
        };
        let text = |line: &Line| line.sentence.text().to_owned();
        self.list.read_with_needs(from, read, |line| line.row.record, text, needs)?;
        let widest = |of: &dyn Fn(&Line) -> usize| self.list.rows.iter().map(of).max().unwrap_or(0) as u16;
        let sentence = widest(&|line| usize::from(line.sentence.width().min(100)));
        self.asked = widest(&|line| text::width(&line.asked)).min(ASKED);
        self.sentence = sentence;
        Ok(())
    }

    fn lines(&self) -> usize {
        self.list.rows.iter().map(|line| usize::from(1 + line.holding())).sum()
    }

    fn whole(&self, columns: u16) -> usize {
        self.list.rows.iter().map(|line| usize::from(line.needs(columns).whole)).sum()
    }

    fn arrange(&mut self, room: Room) -> Option<From> {
        self.list.arrange(room, needs)
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
        self.list.get(i).map(|line| line.row.task.into())
    }

    fn detail(&self) -> Option<&str> {
        let line = self.list.selected()?;
        let lines = self.list.cursor.lines(self.list.cursor.at()) - line.holding();
        let is_cut = line.sentence.is_cut(line.span(self.list.room().columns), lines);
        is_cut.then_some(line.sentence.text())
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        let said = |line: &Line| super::in_words::blocker(&line.row, line.sentence.text(), overview);
        self.list.get(i).map_or_else(String::new, said)
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        let (said, theme) = (&self.list.rows[i], line.theme);
        let row = &said.row;
        line.mark(0);
        line.put(1, 1, marks().blocked, theme.warn);
        let (aside, span) = (said.aside(line.width()), said.span(line.width()));
        let right = line.width().saturating_sub(1);
        line.put(right.saturating_sub(aside), aside, &said.asked, tone(row, overview, theme));
        let lines = self.list.cursor.lines(i) - said.holding();
        line.sentence(BEGIN, span, lines, said.sentence.text());
        // Beside the longest sentence stand the titles, where they have room.
        let (x, right) = (BEGIN + self.sentence + 3, BEGIN + span.first);
        if line.width() >= WIDE && x + 20 < right {
            line.put(x, right - x, &row.title, theme.dim);
        }
        if row.holds_up > 0 {
            line.put_on(lines, BEGIN, line.width(), &words().scr_holds_up(row.holds_up), theme.dim);
        }
    }
}

fn needs(lines: &[Line], columns: u16) -> Vec<Needs> {
    lines.iter().map(|line| line.needs(columns)).collect()
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
