//! The roles: who holds what, and what about it is not clear.
//!
//! ```text
//! ▸● Treasurer         budi
//!  ◐ Shop onboarding   citra, dewi    focus?
//!  ○ Bookkeeping       vacant 12 d
//! ```

use super::{Pane, Row};
use crate::domain::calendar::Day;
use crate::domain::spoken;
use crate::session::{Error, Session};
use crate::store::RoleRow;
use crate::tui::cursor::{Cursor, From};
use crate::tui::facts::Facts;
use crate::tui::hand::Hand;
use crate::tui::marks::marks;
use crate::tui::text;
use crate::words::words;

#[derive(Default)]
pub struct Roles {
    rows: Vec<RoleRow>,
    cursor: Cursor,
    words: String,
    clear: usize,
}

impl Roles {
    pub fn selected(&self) -> Option<&RoleRow> {
        self.rows.get(self.cursor.at())
    }
}

impl Pane for Roles {
    fn title(&self) -> String {
        words().scr_roles()
    }

    fn fact(&self, facts: &Facts) -> String {
        match (facts.counts.roles, facts.counts.vacant_roles) {
            (0, _) => String::new(),
            (_, 0) => words().scr_roles_clear(self.clear),
            (_, vacant) => words().scr_roles_fact(self.clear, vacant),
        }
    }

    fn gist(&self, facts: &Facts) -> String {
        self.fact(facts)
    }

    fn empty(&self) -> String {
        words().scr_roles_empty()
    }

    fn cursor(&self) -> &Cursor {
        &self.cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.cursor
    }

    fn load(&mut self, session: &Session, facts: &Facts, from: From) -> Result<(), Error> {
        let rows = session.board().roles(0, super::MOST)?;
        self.clear = rows.iter().filter(|row| unclear(row, facts.today).is_none()).count();
        let rows = super::narrowed(rows, &self.words, |row| {
            row.holders.iter().fold(row.name.clone(), |words, holder| words + " " + &holder.name)
        });
        let at = super::place(&self.rows, &rows, self.cursor.at(), from, |row| row.id);
        self.rows = rows;
        self.cursor.replace(vec![1; self.rows.len()], at, false, false);
        Ok(())
    }

    fn filter(&self) -> &str {
        &self.words
    }

    fn set_filter(&mut self, words: String) {
        self.words = words;
    }

    fn hand(&self) -> Hand {
        self.selected().map_or(Hand::Nothing, |row| Hand::Role(row.id))
    }

    fn row(&self, i: usize, facts: &Facts, line: &mut Row<'_>) {
        let (row, theme) = (&self.rows[i], line.theme);
        line.mark(0);
        let wide = line.width();
        let missing = unclear(row, facts.today);
        let (mark, style) = match (&missing, row.holders.is_empty()) {
            (_, true) if row.state == "active" => (marks().vacant, theme.warn),
            (_, true) => (marks().vacant, theme.dim),
            (Some(_), _) => (marks().partly, theme.text),
            (None, _) => (marks().clear, theme.ok),
        };
        line.put(1, 1, mark, style);
        let mut right = wide.saturating_sub(1);
        if wide >= 44 {
            let word = missing.filter(|_| !row.holders.is_empty()).unwrap_or_default();
            let columns = 10.min(text::width(&word) as u16);
            line.put(right - columns, columns, &word, theme.warn);
            right -= 11;
        }
        let names = if wide >= 70 { 32 } else { right.saturating_sub(3) * 2 / 5 };
        if wide >= 24 {
            let (who, style) = match row.holders.as_slice() {
                [] if row.state == "draft" => (words().scr_draft(), theme.dim),
                [] => (words().scr_vacant(spoken::age(row.vacant_since, facts.now)), theme.warn),
                holders => {
                    let names: Vec<&str> = holders.iter().map(|holder| holder.name.as_str()).collect();
                    (names.join(", "), theme.text)
                }
            };
            line.put(right - names, names, &who, style);
            right -= names + 1;
        }
        let lead = line.lead(theme.text);
        line.put(3, right.saturating_sub(3), &row.name, lead);
    }
}

/// What is missing for a role to be clear, in a word; none where it is.
pub fn unclear(row: &RoleRow, today: Day) -> Option<String> {
    let words = words();
    let mut focuses: Vec<_> = row.holders.iter().map(|holder| holder.focus.as_deref()).collect();
    focuses.sort_unstable();
    let shared =
        focuses.len() > 1 && (focuses[0].is_none() || focuses.windows(2).any(|pair| pair[0] == pair[1]));
    match () {
        () if row.holders.is_empty() => Some(words.scr_vacant_word()),
        () if row.purpose.is_none() => Some(words.scr_missing_purpose()),
        () if row.accountabilities == 0 => Some(words.scr_missing_duties()),
        () if shared => Some(words.scr_missing_focus()),
        () if row.holders.iter().any(|holder| holder.term.is_some_and(|term| term < today)) => {
            Some(words.scr_missing_term())
        }
        () if row.review.is_none_or(|review| review < today) => Some(words.scr_missing_review()),
        () => None,
    }
}
