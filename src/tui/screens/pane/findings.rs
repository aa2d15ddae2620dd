//! Overlaps and gaps: what the board asks. Five at most, and how many more there are; all of them when zoomed.
//!
//! ```text
//! ▸≈ bakul: Ayu and Budi both lead                12 d
//!  ◇ Bookkeeping has nobody                        3 w
//! ```

use super::Pane;
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::insight::FindingKind;
use crate::session::{Error, Session};
use crate::store::CurrentFinding;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// So many are shown, so that nobody drowns: what is asked first is answered first.
pub const SHOWN: usize = 5;

/// So many are shown where all are: who has more does not read them one by one.
const ALL: usize = 200;

/// A finding in words.
pub struct FindingRow {
    pub held: CurrentFinding,
    pub sentence: String,
}

#[derive(Default)]
pub struct Findings {
    list: List<FindingRow>,
    /// Whether all are shown.
    all: bool,
    /// How many more there are than the rows.
    left: i64,
}

impl Findings {
    pub fn selected(&self) -> Option<&FindingRow> {
        self.list.selected()
    }

    pub fn len(&self) -> usize {
        self.list.rows.len()
    }

    /// Whether there are more than the rows, and that is said below them.
    pub fn has_more(&self) -> bool {
        self.left > 0 && self.list.words.is_empty()
    }

    /// Shows all instead of five, or five again.
    pub fn show_all(&mut self, all: bool) {
        self.all = all;
    }
}

impl Pane for Findings {
    fn title(&self) -> String {
        words().scr_findings()
    }

    fn fact(&self, overview: &Overview) -> String {
        let (shown, all) = (self.list.rows.len() as i64, overview.findings);
        match all {
            0 => String::new(),
            _ if shown < all => words().scr_findings_fact(shown, all),
            _ => words().scr_findings_all(all),
        }
    }

    fn gist(&self, overview: &Overview) -> String {
        let first = self.list.rows.first().map_or("", |row| row.sentence.as_str());
        let mark = self.list.rows.first().map_or("", |row| sign(row.held.finding.rule.kind()));
        match overview.findings {
            ..=1 => format!("{mark} {first}"),
            all => words().scr_findings_gist(all, format!("{mark} {first}")),
        }
    }

    fn empty(&self) -> String {
        words().scr_findings_empty()
    }

    fn cursor(&self) -> &Cursor {
        &self.list.cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.list.cursor
    }

    fn load(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        let board = session.board();
        let said = |held: Vec<CurrentFinding>| {
            held.into_iter()
                .map(|held| Ok(FindingRow { sentence: session.say_finding(&held)?, held }))
                .collect::<Result<Vec<_>, Error>>()
        };
        let id = |row: &FindingRow| row.held.finding.key.clone();
        if !self.list.words.is_empty() {
            let read = |_, most| said(board.findings(overview.now, overview.today, most)?);
            self.list.read(from, read, id, |row| row.sentence.clone())?;
        } else {
            let rows = said(if self.all {
                board.findings(overview.now, overview.today, ALL)?
            } else {
                board.foremost_findings(overview.now, overview.today, SHOWN)?
            })?;
            let at = self.list.place(&rows, from, id);
            self.list.replace(rows, at, from);
        }
        self.left = overview.findings - self.list.rows.len() as i64;
        Ok(())
    }

    fn filter(&self) -> &str {
        &self.list.words
    }

    fn set_filter(&mut self, words: String) {
        self.list.words = words;
    }

    fn about(&self, i: usize) -> Option<SubjectRef> {
        let about = &self.list.get(i)?.held.finding.facts;
        let task = about.tasks.first().map(|id| (*id).into());
        let role = about.roles.first().map(|id| (*id).into());
        let goal = about.goals.first().map(|id| (*id).into());
        let member = about.members.first().map(|id| (*id).into());
        task.or(role).or(goal).or(member)
    }

    fn detail(&self) -> Option<&str> {
        self.selected().map(|row| row.sentence.as_str())
    }

    fn after(&self) -> Option<String> {
        let key = crate::tui::shell::action::key_of("pane.zoom");
        self.has_more().then(|| words().scr_findings_more(self.left, key))
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        self.list.get(i).map_or_else(String::new, |row| super::in_words::finding(row, overview))
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        let (row, theme) = (&self.list.rows[i], line.theme);
        let kind = row.held.finding.rule.kind();
        line.mark(0);
        let style = if kind == FindingKind::Overlap { theme.alert } else { theme.warn };
        line.put(1, 1, sign(kind), style);
        let mut right = line.width().saturating_sub(1);
        if let Some(since) = row.held.finding.since().filter(|_| line.width() >= 40) {
            let age = spoken::age(since, overview.now);
            let columns = text::width(&age) as u16;
            line.put(right.saturating_sub(columns), columns, &age, theme.dim);
            // The sentences end in one line, whatever stands behind them.
            right -= columns.max(6) + 2;
        }
        line.sentence(3, right.saturating_sub(3), &row.sentence);
    }
}

/// The sign of a kind.
pub fn sign(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Overlap => marks().overlap,
        FindingKind::Gap => marks().gap,
        FindingKind::Unclear => marks().unclear,
        FindingKind::Stale => marks().stale,
        FindingKind::Load => marks().load,
    }
}
