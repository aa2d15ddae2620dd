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
use crate::tui::kit::list::flow::{Flow, Span};
use crate::tui::kit::list::{List, Needs, Room, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::shell::action;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// From here on what a role is for stands behind who holds it.
const PURPOSE: u16 = 90;

/// A role as it is said: its name and who holds it, as words that go on below.
struct Said {
    row: RoleRow,
    name: Flow,
    held: Flow,
    missing: Option<String>,
    /// Who holds it with what is missing behind the last of them.
    lacking: Flow,
}

impl Said {
    fn of(row: RoleRow, overview: &Overview) -> Said {
        let holders = holders(&row, overview);
        let missing = missing(&row, overview);
        // Two blanks between them, of which one stays with the word.
        let both = missing.as_ref().map_or(String::new(), |word| format!("{holders} {}{word}", text::KEEPS));
        let name = Flow::of(row.name.clone());
        Said { row, name, held: Flow::of(holders), missing, lacking: Flow::of(both) }
    }
}

/// Where the names begin.
const BEGIN: u16 = 3;

/// How wide the roles' names, the holders' and the missing words are.
#[derive(Debug, Clone, Copy, Default)]
struct Widths {
    title: u16,
    names: u16,
    missing: u16,
}

impl Widths {
    fn of(roles: &[Said]) -> Widths {
        let widest = |of: &dyn Fn(&Said) -> usize| roles.iter().map(of).max().unwrap_or(0) as u16;
        let missing = |role: &Said| role.missing.as_deref().map_or(0, text::width);
        Widths {
            title: widest(&|role| text::width(&text::cut(&role.row.name, 60))),
            names: widest(&|role| usize::from(role.held.width())).clamp(6, 32),
            missing: widest(&missing).min(12),
        }
    }

    /// Where the columns stand, beside each other where there is room, so that the eye has no gap to cross.
    fn places(self, wide: u16) -> Places {
        let right = wide.saturating_sub(1);
        let title = self.title.min(right.saturating_sub(BEGIN));
        if wide < 24 {
            return Places { right, name: title, at: None, column: None };
        }
        // Where not all has room the name is whole before who holds it is.
        let half = right.saturating_sub(BEGIN) / 2;
        let at = (BEGIN + title + 3).min(right - self.names.min(half));
        // What is missing has a column where all of them fit, else it follows who holds the role.
        let column = at + self.names + 3;
        let column = Some(column).filter(|column| column + self.missing <= right);
        Places { right, name: at - BEGIN - 2, at: Some(at), column }
    }

    fn needs(self, roles: &[Said], columns: u16) -> Vec<Needs> {
        let places = self.places(columns);
        let whole = |role: &Said| {
            let says_both = role.missing.is_some() && places.column.is_none();
            let flow = if says_both { &role.lacking } else { &role.held };
            let held = places.held(role).map_or(1, |(_, span)| flow.lines_shown(span));
            role.name.lines_shown(Span::even(places.name)).max(held)
        };
        roles.iter().map(|role| Needs { least: 1, whole: whole(role), more: 0 }).collect()
    }
}

/// Where the columns stand.
struct Places {
    right: u16,
    /// The columns of a name.
    name: u16,
    /// Where those who hold it begin, where they have room, and what is missing, where that is a column.
    at: Option<u16>,
    column: Option<u16>,
}

impl Places {
    /// Where it is said who holds a role, and in how many columns.
    fn held(&self, role: &Said) -> Option<(u16, Span)> {
        let at = self.at?;
        let end = match (self.column, &role.missing) {
            (Some(column), Some(_)) => column - 3,
            _ => self.right,
        };
        Some((at, Span::even(end.saturating_sub(at))))
    }
}

#[derive(Default)]
pub struct Roles {
    list: List<Said>,
    clear: usize,
    widths: Widths,
}

impl Roles {
    pub fn selected(&self) -> Option<&RoleRow> {
        self.list.selected().map(|role| &role.row)
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
        let read = |skip, most| -> Result<_, Error> {
            Ok(board.roles(skip, most)?.into_iter().map(|row| Said::of(row, overview)).collect())
        };
        let text = |role: &Said| {
            let holders = role.row.holders.iter();
            holders.fold(role.row.name.clone(), |words, holder| words + " " + &holder.name)
        };
        let needs = |roles: &[Said], columns: u16| Widths::of(roles).needs(roles, columns);
        self.list.read_with_needs(from, read, |role| role.row.id, text, needs)?;
        let rows = &self.list.rows;
        self.clear = rows.iter().filter(|role| role.row.outline().is_clear(overview.today)).count();
        self.widths = Widths::of(rows);
        Ok(())
    }

    fn lines(&self) -> usize {
        self.list.rows.len()
    }

    fn whole(&self, columns: u16) -> usize {
        self.widths.needs(&self.list.rows, columns).iter().map(|needs| usize::from(needs.whole)).sum()
    }

    fn arrange(&mut self, room: Room) -> Option<From> {
        let widths = self.widths;
        self.list.arrange(room, |roles, columns| widths.needs(roles, columns))
    }

    fn width(&self) -> u16 {
        let Widths { title, names, missing } = self.widths;
        let missing = if missing > 0 { missing + 3 } else { 0 };
        BEGIN + title + 3 + names + missing + 1 + 2
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
        self.list.get(i).map(|role| role.row.id.into())
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        self.list.get(i).map_or_else(String::new, |role| super::in_words::role(&role.row, overview))
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        let (role, theme) = (&self.list.rows[i], line.theme);
        let row = &role.row;
        line.mark(0);
        let wide = line.width();
        let (mark, style) = match (unclear(row, overview.today), row.holders.is_empty()) {
            (_, true) if row.state == "active" => (marks().vacant, theme.warn),
            (_, true) => (marks().vacant, theme.dim),
            (Some(_), _) => (marks().partly, theme.text),
            (None, _) => (marks().clear, theme.ok),
        };
        line.put(1, 1, mark, style);
        let (places, lines) = (self.widths.places(wide), self.list.cursor.lines(i));
        let lead = line.lead(theme.text);
        line.flow(BEGIN, Span::even(places.name), lines, role.name.text(), lead);
        let Some((at, span)) = places.held(role) else { return };
        let style = if row.holders.is_empty() && row.state == "active" { theme.warn } else { theme.text };
        let has_both = role.missing.is_some() && places.column.is_none() && !role.lacking.is_cut(span, lines);
        let (last, after) =
            line.flow(at, span, lines, if has_both { role.lacking.text() } else { role.held.text() }, style);
        if let Some(word) = &role.missing {
            let wide = text::width(word) as u16;
            let (below, at) = match places.column {
                Some(column) => (0, column),
                None if has_both => (last, after.saturating_sub(wide)),
                None => (last, after + 2),
            };
            let room = places.right.saturating_sub(at);
            line.put_on(below, at, room, if wide > room { "?" } else { word }, theme.warn);
        }
        let missing = self.widths.missing;
        let at = at + self.widths.names + 3 + if missing > 0 { missing + 3 } else { 0 };
        if wide >= PURPOSE
            && at < places.right
            && let Some(purpose) = &row.purpose
        {
            line.put(at, places.right - at, purpose, theme.dim);
        }
    }
}

/// Who holds it, or since when nobody does.
fn holders(row: &RoleRow, overview: &Overview) -> String {
    match row.holders.as_slice() {
        [] if row.state == "draft" => words().scr_draft(),
        [] => words().scr_vacant(spoken::age(row.vacant_since, overview.now)),
        // A name stays on one line.
        holders => {
            let names = holders.iter().map(|holder| holder.name.replace(' ', text::KEEPS));
            names.collect::<Vec<_>>().join(", ")
        }
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
