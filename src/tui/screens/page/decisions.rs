//! What is to be decided, first what waits for one's own voice; then what is adopted; on a key also what was given up.
//!
//! ```text
//! ▸◆ rif  Deliver on Saturdays, too        Ayu   3 of 5   your voice   closes Tue
//! ```

use std::collections::HashSet;
use std::iter;

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Opening, Page, Reading, Still, enters};
use crate::domain::decision::State;
use crate::domain::id::{DecisionId, SubjectRef};
use crate::domain::spoken;
use crate::session::Error;
use crate::store::{Decided, DecisionRow};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::{self, Run};
use crate::tui::shell::app::App;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// So many columns a name has at most.
const NAMES: u16 = 16;
/// Where there are fewer columns, the title has all of them.
const NARROW: u16 = 60;
/// From here on there is room for who drafted it, too.
const ROOMY: u16 = 90;
/// Beyond this many nobody is waited for.
const MANY: usize = 500;

/// The list of decisions.
#[derive(Default)]
pub struct DecisionsPage {
    list: List<Line>,
    /// Whether what was given up or replaced is listed, too.
    all: bool,
    /// How many wait for one's own voice, are open, and are adopted.
    awaited: usize,
    open: usize,
    adopted: usize,
}

/// A decision in words.
#[derive(Clone)]
struct Line {
    row: DecisionRow,
    who: String,
    stands: String,
    heard: String,
    /// The next day that it names, or when it was adopted.
    day: String,
    is_awaited: bool,
}

/// What a column says of a line.
type Says = fn(&Line) -> &str;

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<DecisionsPage>()
}

/// Whether the list is what one looks at.
pub fn is_looked_at(app: &App) -> bool {
    app.page::<DecisionsPage>().is_some()
}

/// Lists what was given up, too, or no more.
pub fn turn_all(app: &App) -> Option<Run> {
    app.page::<DecisionsPage>()?;
    Some(Box::new(|app| {
        if let Some(page) = app.page_mut::<DecisionsPage>() {
            page.all = !page.all;
            page.list = List::default();
        }
        vec![Effect::LoadPage(From::Start)]
    }))
}

/// The mark of a decision, wherever it stands in a list.
pub fn mark(state: State) -> &'static str {
    match state {
        State::Contested => marks().blocked,
        State::Adopted => marks().clear,
        State::Withdrawn | State::Replaced => marks().vacant,
        _ => marks().partly,
    }
}

/// What stands out of the others, and what stands back.
pub fn tone(state: State, theme: &Theme) -> Option<Style> {
    match state {
        State::Contested => Some(theme.alert),
        State::Withdrawn | State::Replaced => Some(theme.dim),
        _ => None,
    }
}

impl Page for DecisionsPage {
    fn selection(&self) -> Option<SubjectRef> {
        self.list.selected().map(|line| line.row.id.into())
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let (board, today, me) = (reading.session.board(), reading.overview.today, reading.session.me());
        let awaited: HashSet<DecisionId> = match me {
            Some(me) => board.decisions_awaiting(me, MANY)?.into_iter().map(|row| row.id).collect(),
            None => HashSet::new(),
        };
        let which = if self.all { Decided::All } else { Decided::InForce };
        let read = |skip, most| -> Result<Vec<Line>, Error> {
            let rows = board.decisions_for(me, which, skip, most)?;
            let names = board.names(rows.iter().map(|row| row.by.into()))?;
            // Of what is over the column says nothing: the open ones are counted alone.
            let (open, over): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.state.is_open());
            let heard = reading.session.heard(&open)?.into_iter().map(Some).chain(iter::repeat(None));
            let line = |(row, heard): (DecisionRow, Option<(usize, usize)>)| Line {
                who: names.name(row.by).to_owned(),
                stands: match awaited.contains(&row.id) {
                    true => words().decision_your_voice(),
                    false => words().decision_state(row.state.as_str()),
                },
                heard: heard.map(|(heard, asked)| words().decision_heard(heard, asked)).unwrap_or_default(),
                day: row.next_day().map(|day| spoken::day(day, today)).unwrap_or_default(),
                is_awaited: awaited.contains(&row.id),
                row,
            };
            Ok(open.into_iter().chain(over).zip(heard).map(line).collect())
        };
        self.list.read(from, read, |line| line.row.id, |line| line.row.title.clone())?;
        (self.open, self.adopted) = board.decision_counts()?;
        self.awaited = awaited.len();
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
        let kind = words().decision_kind(line.row.kind.as_str());
        Some([&line.row.title, &kind, &line.stands].map(String::as_str).join(&format!(" {} ", marks().dot)))
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        let words = words();
        let fact = match (self.open, self.adopted) {
            (0, 0) => String::new(),
            (open, adopted) => words.decisions_fact(self.awaited, open, adopted),
        };
        let empty = words.decisions_empty(action::key_of("decision.propose"));
        let around = Around { title: &words.decisions_title(), fact: &fact, empty: &empty };
        list::view(area, buf, theme, &around, &self.list.cursor, None, &|i, row| self.row(i, row));
    }
}

impl DecisionsPage {
    fn row(&self, i: usize, row: &mut Row<'_>) {
        let (line, theme) = (&self.list.rows[i], row.theme);
        row.mark(0);
        let (mark, style) = match line.row.state {
            _ if line.is_awaited => (marks().here, theme.warn),
            state => (mark(state), tone(state, theme).unwrap_or(theme.accent)),
        };
        row.put(1, 1, mark, style);
        let mut right = row.width().saturating_sub(1);
        let widest = |of: fn(&Line) -> &str| {
            self.list.rows.iter().map(|line| text::width(of(line))).max().unwrap_or(0) as u16
        };
        let is_roomy = right >= ROOMY;
        if right >= NARROW {
            let stands =
                if line.is_awaited || line.row.state == State::Contested { style } else { theme.text };
            let columns: [(Says, Style); 4] = [
                (|line| &line.day, theme.dim),
                (|line| &line.stands, stands),
                (|line| &line.heard, theme.text),
                (|line| &line.who, theme.accent),
            ];
            for (n, (of, style)) in columns.into_iter().enumerate() {
                let columns = widest(of).min(NAMES);
                if columns > 0 && (n < 3 || is_roomy) {
                    row.put(right.saturating_sub(columns), columns, of(line), style);
                    right = right.saturating_sub(columns + 2);
                }
            }
        }
        let handles = widest(|line| &line.row.handle);
        row.put(3, handles, &line.row.handle, theme.dim);
        let at = 3 + handles + 2;
        let lead = row.lead(if line.row.state.is_open() { theme.text } else { theme.dim });
        row.put(at, right.saturating_sub(at), &line.row.title, lead);
    }
}
