//! The roles: who holds what, and what about it is not clear.
//!
//! ```text
//! ▸● Treasurer         budi
//!  ◐ Shop onboarding   citra, dewi    focus?
//!  ○ Bookkeeping       vacant 12 d
//! ```

use super::Pane;
use crate::domain::calendar::Day;
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::insight::clarity::Aspect;
use crate::session::{Error, Session};
use crate::store::RoleRow;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::shell::action;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// From here on what a role is for stands behind who holds it.
const PURPOSE: u16 = 90;

#[derive(Default)]
pub struct Roles {
    list: List<RoleRow>,
    clear: usize,
    /// How wide the roles' names, the holders' and the missing words are.
    title: u16,
    names: u16,
    missing: u16,
}

impl Roles {
    pub fn selected(&self) -> Option<&RoleRow> {
        self.list.selected()
    }
}

impl Pane for Roles {
    fn title(&self) -> String {
        words().scr_roles()
    }

    fn fact(&self, overview: &Overview) -> String {
        let all = overview.counts.roles;
        match (all, overview.counts.vacant_roles) {
            (0, _) => String::new(),
            // Of a list that is not loaded as a whole nobody has counted what is clear.
            (_, vacant) if self.list.rows.len() as i64 != all => words().scr_roles_many(all, vacant),
            (_, 0) => words().scr_roles_clear(self.clear),
            (_, vacant) => words().scr_roles_fact(self.clear, vacant),
        }
    }

    fn gist(&self, overview: &Overview) -> String {
        self.fact(overview)
    }

    fn empty(&self) -> String {
        words().scr_roles_empty(action::key_of("pane.roles"), action::key_of("new"))
    }

    fn cursor(&self) -> &Cursor {
        &self.list.cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.list.cursor
    }

    fn load(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        let board = session.board();
        let text = |row: &RoleRow| {
            row.holders.iter().fold(row.name.clone(), |words, holder| words + " " + &holder.name)
        };
        self.list.read(from, |skip, most| board.roles(skip, most), |row| row.id, text)?;
        let rows = &self.list.rows;
        self.clear = rows.iter().filter(|row| row.outline().is_clear(overview.today)).count();
        let widest = |of: &dyn Fn(&RoleRow) -> usize| rows.iter().map(of).max().unwrap_or(0) as u16;
        self.title = widest(&|row| text::width(&text::cut(&row.name, 60)));
        self.names = widest(&|row| text::width(&holders(row, overview))).clamp(6, 32);
        let word = |row: &RoleRow| missing(row, overview).map_or(0, |word| text::width(&word));
        self.missing = widest(&word).min(12);
        Ok(())
    }

    fn width(&self) -> u16 {
        let missing = if self.missing > 0 { self.missing + 3 } else { 0 };
        3 + self.title + 3 + self.names + missing + 1 + 2
    }

    fn filter(&self) -> &str {
        &self.list.words
    }

    fn set_filter(&mut self, words: String) {
        self.list.words = words;
    }

    fn lists(&self) -> Option<Kind> {
        Some(Kind::Role)
    }

    fn about(&self, i: usize) -> Option<SubjectRef> {
        self.list.get(i).map(|row| row.id.into())
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        self.list.get(i).map_or_else(String::new, |row| super::in_words::role(row, overview))
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        let (row, theme) = (&self.list.rows[i], line.theme);
        line.mark(0);
        let wide = line.width();
        let (mark, style) = match (unclear(row, overview.today), row.holders.is_empty()) {
            (_, true) if row.state == "active" => (marks().vacant, theme.warn),
            (_, true) => (marks().vacant, theme.dim),
            (Some(_), _) => (marks().partly, theme.text),
            (None, _) => (marks().clear, theme.ok),
        };
        line.put(1, 1, mark, style);
        let right = wide.saturating_sub(1);
        // The columns stand beside each other where there is room, so that the eye has no gap to cross.
        let title = self.title.min(right.saturating_sub(3));
        if wide < 24 {
            let lead = line.lead(theme.text);
            line.put(3, title, &row.name, lead);
            return;
        }
        // Where not all has room the name is whole before who holds it is.
        let at = (3 + title + 3).min(right - self.names.min(right.saturating_sub(3) / 2));
        let lead = line.lead(theme.text);
        line.put(3, at - 5, &row.name, lead);
        let style = if row.holders.is_empty() && row.state == "active" { theme.warn } else { theme.text };
        let after = line.put(at, right - at, &holders(row, overview), style);
        // What is missing has a column where all of them fit, else it follows who holds the role.
        let column = at + self.names + 3;
        let at = if column + self.missing <= right { column } else { after + 2 };
        if let Some(word) = missing(row, overview) {
            let room = right.saturating_sub(at);
            let word = if text::width(&word) > usize::from(room) { "?".to_owned() } else { word };
            line.put(at, room, &word, theme.warn);
        }
        let at = column + if self.missing > 0 { self.missing + 3 } else { 0 };
        if wide >= PURPOSE
            && at < right
            && let Some(purpose) = &row.purpose
        {
            line.put(at, right - at, purpose, theme.dim);
        }
    }
}

/// Who holds it, or since when nobody does.
fn holders(row: &RoleRow, overview: &Overview) -> String {
    match row.holders.as_slice() {
        [] if row.state == "draft" => words().scr_draft(),
        [] => words().scr_vacant(spoken::age(row.vacant_since, overview.now)),
        holders => holders.iter().map(|holder| holder.name.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// The word for what is missing of a role that somebody holds; a vacant one says enough by being vacant.
fn missing(row: &RoleRow, overview: &Overview) -> Option<String> {
    unclear(row, overview.today).filter(|_| !row.holders.is_empty())
}

/// What is missing for a role to be clear, in a word; none where it is.
pub fn unclear(row: &RoleRow, today: Day) -> Option<String> {
    let words = words();
    Some(match row.outline().lacks(today).next()? {
        Aspect::Holders => words.scr_vacant_word(),
        Aspect::Purpose => words.scr_missing_purpose(),
        // A domain is never missed.
        Aspect::Accountabilities | Aspect::Domains => words.scr_missing_duties(),
        Aspect::Focus => words.scr_missing_focus(),
        Aspect::Term => words.scr_missing_term(),
        Aspect::Review => words.scr_missing_review(),
    })
}
