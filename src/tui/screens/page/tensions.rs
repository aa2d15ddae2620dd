//! The tensions that are felt, the oldest first, with who sensed each and where it stands.
//!
//! ```text
//! ▸≠ rif  Nobody answers after five → One of us is there until seven     Ayu   settled?   3 d
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Opening, Page, Reading, Still, enters};
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::domain::tension::Phase;
use crate::session::Error;
use crate::store::TensionRow;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::{self, Run};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The columns of an age.
const AGE: u16 = 7;
/// So many columns a name has at most.
const NAMES: u16 = 20;
/// Where there are fewer columns, what is has all of them.
const NARROW: u16 = 60;

/// The list of open tensions.
#[derive(Default)]
pub struct TensionsPage {
    list: List<Line>,
    /// How many are open, and of how many it is asked whether they are settled.
    open: usize,
    asked: usize,
}

/// A tension in words.
#[derive(Clone)]
struct Line {
    row: TensionRow,
    who: String,
    stands: String,
}

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<TensionsPage>()
}

impl Page for TensionsPage {
    fn selection(&self) -> Option<SubjectRef> {
        self.list.selected().map(|line| line.row.id.into())
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let board = reading.session.board();
        let read = |skip, most| -> Result<Vec<Line>, Error> {
            let rows = board.tensions(false, skip, most)?;
            let names = board.names(rows.iter().map(|row| row.by.into()))?;
            let line = |row: TensionRow| Line {
                who: names.name(row.by).to_owned(),
                stands: words().tension_phase(row.phase.as_str()),
                row,
            };
            Ok(rows.into_iter().map(line).collect())
        };
        self.list.read(from, read, |line| line.row.id, |line| line.row.is.clone())?;
        (self.open, self.asked) = board.tension_counts()?;
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::None))
    }

    fn enter(&self) -> Option<Run> {
        enters(self.selection()?)
    }

    fn detail(&self, _: &Overview, _: Rect) -> Option<String> {
        let row = &self.list.selected()?.row;
        Some(words().tension_detail(&row.is, &row.could))
    }

    fn view(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
        let words = words();
        let fact = match self.open {
            0 => String::new(),
            open => words.tension_fact(self.asked, open),
        };
        let empty = words.tension_empty(action::key_of("tension.sense"));
        let around = Around { title: &words.tension_title(), fact: &fact, empty: &empty };
        list::view(area, buf, theme, &around, &self.list.cursor, None, &|i, row| self.row(i, row, overview));
    }
}

impl TensionsPage {
    fn row(&self, i: usize, row: &mut Row<'_>, overview: &Overview) {
        let (line, theme) = (&self.list.rows[i], row.theme);
        row.mark(0);
        let is_asked = line.row.phase == Phase::Asked;
        row.put(1, 1, marks().tension, if is_asked { theme.warn } else { theme.accent });
        let mut right = row.width().saturating_sub(1);
        let widest = |of: fn(&Line) -> &str| {
            self.list.rows.iter().map(|line| text::width(of(line))).max().unwrap_or(0) as u16
        };
        if right >= NARROW {
            let age = spoken::age(line.row.sensed, overview.now);
            let columns = text::width(&age) as u16;
            row.put(right.saturating_sub(columns), columns, &age, theme.dim);
            right = right.saturating_sub(AGE + 2);
            let stands = widest(|line| &line.stands);
            let style = if is_asked { theme.warn } else { theme.text };
            row.put(right.saturating_sub(stands), stands, &line.stands, style);
            right = right.saturating_sub(stands + 2);
            let names = widest(|line| &line.who).min(NAMES);
            row.put(right.saturating_sub(names), names, &line.who, theme.accent);
            right = right.saturating_sub(names + 2);
        }
        let handles = widest(|line| &line.row.handle);
        row.put(3, handles, &line.row.handle, theme.dim);
        let at = 3 + handles + 2;
        let room = right.saturating_sub(at);
        let lead = row.lead(theme.text);
        let both = format!("{} {} {}", line.row.is, marks().to, line.row.could);
        row.put(at, room, &both, lead);
    }
}
