//! How clear the roles are, as a table: what each says, and what it lacks. What is missing can be written there.
//!
//! ```text
//!   role              purpose      duties  domain  holders        focus   term   review
//!  ▸Treasurer         yes          3       1       budi           ·       ·      1 Mar
//!   Bookkeeping       missing      2       1       vacant 12 d    ·       ·      missing
//! ```
//!
//! Nobody fills a role for another: in the columns of the holders Enter takes the role oneself, or changes one's own part.

mod cell;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Opening, Page, Reading, Still, Turned};
use crate::domain::id::SubjectRef;
use crate::session::Error;
use crate::store::RoleRow;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::{self, Run};
use crate::tui::shell::overview::Overview;
use crate::words::words;
use cell::Tone;
pub(super) use cell::{Column, clear, in_full, write};

/// No cell needs more.
const WHOLE: usize = 160;

/// From here on a purpose stands in its column; below, only that there is one.
const WIDE: u16 = 100;

/// Below this the columns would be too narrow to read: what is missing stands there in words.
const TABLE: u16 = 72;

/// The table of the roles.
#[derive(Default)]
pub struct ClarityPage {
    list: List<RoleRow>,
    /// The selected column, as a place in [`Column::ALL`].
    column: usize,
    clear: usize,
    all: i64,
}

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<ClarityPage>()
}

impl ClarityPage {
    fn selected(&self) -> Option<&RoleRow> {
        self.list.selected()
    }

    fn column(&self) -> Column {
        Column::ALL[self.column]
    }
}

impl Page for ClarityPage {
    fn selection(&self) -> Option<SubjectRef> {
        self.selected().map(|row| row.id.into())
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let board = reading.session.board();
        self.list.read(from, |skip, most| board.roles(skip, most), |row| row.id, |row| row.name.clone())?;
        self.clear =
            self.list.rows.iter().filter(|row| row.outline().is_clear(reading.overview.today)).count();
        self.all = reading.overview.counts.roles;
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::Shown))
    }

    fn turn(&mut self, by: isize) -> Turned {
        let last = Column::ALL.len() as isize;
        self.column = (self.column as isize + by).rem_euclid(last) as usize;
        Turned::There
    }

    fn enter(&self) -> Option<Run> {
        let write = cell::write(self.selected()?.clone(), self.column());
        Some(Box::new(move |app| {
            if app.overview.past.is_none() {
                return write(app);
            }
            app.status = action::in_the_past();
            Vec::new()
        }))
    }

    fn enters(&self) -> Option<String> {
        Some(words().pages_change())
    }

    fn detail(&self, overview: &Overview, _: Rect) -> Option<String> {
        let row = self.selected()?;
        Some(words().clarity_detail(
            &row.name,
            self.column().name(),
            cell::in_full(row, self.column(), overview).trim_end_matches('.'),
            action::key_of("open"),
        ))
    }

    fn view(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
        let words = words();
        let fact = match self.list.rows.len() as i64 == self.all {
            true => words.clarity_fact(self.clear, self.all),
            false => words.clarity_fact_many(self.all),
        };
        let empty = words.scr_roles_empty(action::key_of("pane.roles"), action::key_of("new"));
        let around = Around { title: &words.clarity_title(), fact: &fact, empty: &empty };
        let widths = widths(&self.list.rows, area.width.saturating_sub(2), overview);
        list::view(
            area,
            buf,
            theme,
            &around,
            &self.list.cursor,
            Some(&|line| self.heading(line, &widths)),
            &|i, line| self.row(i, line, &widths, overview),
        );
    }
}

impl ClarityPage {
    fn heading(&self, line: &mut Row<'_>, widths: &Widths) {
        let theme = line.theme;
        line.put(1, widths.role, &words().clarity_role(), theme.dim);
        let Some(columns) = &widths.columns else {
            line.put(widths.role + 3, line.width(), &words().clarity_missing_heading(), theme.dim);
            return;
        };
        let mut x = widths.role + 3;
        for (i, (column, width)) in Column::ALL.into_iter().zip(columns).enumerate() {
            let style = if i == self.column { theme.title_focused } else { theme.dim };
            line.put(x, *width, &column.heading(), style);
            x += width + 2;
        }
    }

    fn row(&self, i: usize, line: &mut Row<'_>, widths: &Widths, overview: &Overview) {
        let (row, theme) = (&self.list.rows[i], line.theme);
        line.mark(0);
        let lead = line.lead(theme.text);
        line.put(1, widths.role, &row.name, lead);
        let Some(columns) = &widths.columns else {
            let missing = cell::missing(row, overview);
            let (said, style) = match missing.is_empty() {
                true => (words().clarity_clear(), theme.ok),
                false => (missing.join(", "), theme.warn),
            };
            line.put(widths.role + 3, line.width().saturating_sub(widths.role + 4), &said, style);
            return;
        };
        let mut x = widths.role + 3;
        for (i, (column, width)) in Column::ALL.into_iter().zip(columns).enumerate() {
            let (said, tone) = widths.said(row, column, overview);
            let style = match tone {
                Tone::Plain => theme.text,
                Tone::Quiet => theme.dim,
                Tone::Missing => theme.warn,
            };
            if i == self.column {
                line.select_cell(x, *width);
            }
            line.put(x, *width, &said, style);
            x += width + 2;
        }
    }
}

/// How wide the columns are; none where there is no room for a table.
struct Widths {
    role: u16,
    columns: Option<[u16; 7]>,
    is_wide: bool,
}

impl Widths {
    fn said(&self, row: &RoleRow, column: Column, overview: &Overview) -> (String, Tone) {
        match (cell::said(row, column, overview), column) {
            ((_, Tone::Plain), Column::Purpose) if !self.is_wide => (marks().done.to_owned(), Tone::Plain),
            (said, _) => said,
        }
    }
}

/// As wide as what stands in them, and what is left goes to those that can use it: the names, the purpose, the holders.
fn widths(rows: &[RoleRow], room: u16, overview: &Overview) -> Widths {
    let widest = |of: &dyn Fn(&RoleRow) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let names = widest(&|row| text::width(&text::cut(&row.name, 40))) as u16;
    if room < TABLE {
        return Widths { role: names.max(4).min(room / 2), columns: None, is_wide: false };
    }
    let mut widths = Widths { role: names.clamp(4, 30), columns: None, is_wide: room >= WIDE };
    let whole = Column::ALL.map(|column| {
        let said = widest(&|row| text::width(&text::cut(&widths.said(row, column, overview).0, WHOLE)));
        said.max(text::width(&column.heading())) as u16
    });
    let gaps = 3 + 2 * whole.len() as u16;
    let mut columns = whole;
    for (width, column) in columns.iter_mut().zip(Column::ALL) {
        *width = (*width).min(column.most());
    }
    // What nobody else needs goes to what is cut, from the left to the right.
    let mut spare = room.saturating_sub(widths.role + gaps + columns.iter().sum::<u16>());
    for (width, whole) in columns.iter_mut().zip(whole) {
        let more = (whole - *width).min(spare);
        (*width, spare) = (*width + more, spare - more);
    }
    widths.columns = Some(columns);
    // The widest gives way first, never below what its heading or a mark needs.
    while let Some(columns) = &mut widths.columns
        && widths.role + gaps + columns.iter().sum::<u16>() > room
    {
        match columns.iter_mut().max() {
            Some(widest) if *widest > widths.role => *widest -= 1,
            _ if widths.role > 8 => widths.role -= 1,
            Some(widest) if *widest > 3 => *widest -= 1,
            _ => break,
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    #[test]
    fn where_there_is_room_nothing_is_cut() {
        let screen = demo(200, 40).press("7").screen();
        assert!(
            screen.contains("A small shop has a page that it likes to show, at a price that it can pay."),
            "{screen}"
        );
        assert!(!screen.contains('…'), "{screen}");
    }

    use crate::session::Session;
    use crate::tui::shell::desk::Desk;
    use crate::tui::testing::{demo, desk, world};

    #[test]
    fn a_missing_purpose_is_written_in_its_cell() {
        let mut desk = demo(120, 40);
        desk.press("7 j j");
        assert!(desk.selected().starts_with("Neighbours"), "{}", desk.screen());
        assert!(desk.says().contains("Neighbours, purpose: missing"), "{}", desk.screen());
        desk.press("Enter text:People_find_us Enter");
        assert!(desk.says().contains("People find us"), "{}", desk.says());
        assert!(desk.selected().contains("People find us"), "{}", desk.screen());
        desk.press("u");
        assert!(desk.selected().contains("missing"), "{}", desk.screen());
    }

    #[test]
    fn ones_own_part_is_changed_in_place_and_anothers_is_not_touched() {
        let mut desk = demo(120, 40);
        // Onboarding is shared by Citra and Dewi without a focus; Ayu takes a part of it for herself.
        desk.press("7 j j j j j l l l l");
        assert!(desk.says().contains("focus: "), "{}", desk.screen());
        desk.press("Enter text:first_calls Enter");
        assert!(desk.says().contains("Ayu took the role"), "{}", desk.says());
        assert!(desk.selected().contains("Citra, Dewi, Ayu"), "{}", desk.screen());
        desk.press("Enter Ctrl-U text:second_calls Enter");
        assert!(desk.says().contains("Ayu changed their part"), "{}", desk.says());
        assert!(desk.says().contains("second calls"), "{}", desk.says());
        // Two of the three still have no focus of their own: only they can say theirs.
        assert!(desk.selected().contains("missing"), "{}", desk.screen());
    }

    #[test]
    fn a_list_is_written_line_by_line() {
        let mut desk = demo(200, 40);
        desk.press("7 l Enter");
        assert!(desk.screen().contains("Bookkeeping"), "{}", desk.screen());
        desk.press("Enter text:Counting_the_till Ctrl-S");
        assert!(desk.says().contains("Counting the till"), "{}", desk.says());
    }

    /// Two people at one table, each at a role without a purpose and without duties.
    fn two() -> (tempfile::TempDir, Desk, Desk) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        drop(Session::start(&path, "Warung Kode", "Ayu", world("two")).unwrap());
        let open = |seed: &str| {
            let mut session = Session::open(&path, world(seed)).unwrap();
            session.act_as(Some("ayu")).unwrap();
            desk(session, 200, 40)
        };
        let mut here = open("here");
        here.press("3 n text:Treasurer Ctrl-S 7");
        let mut there = open("there");
        there.press("7");
        (folder, here, there)
    }

    #[test]
    fn what_another_wrote_meanwhile_is_written_over_only_by_who_knows() {
        for keys in ["Enter text:Counts_the_till", "l Enter Enter text:Counting_the_till"] {
            let (_folder, mut here, mut there) = two();
            here.press(keys);
            there.press(&keys.replace("till", "stock"));
            let send = if keys.starts_with('l') { "Ctrl-S" } else { "Enter" };
            there.press(send);
            assert!(there.selected().contains("Treasurer"), "{}", there.screen());
            here.press(send);
            assert!(here.screen().contains("was changed by somebody else"), "{}", here.screen());
            assert!(here.screen().contains("the till"), "what was typed stays: {}", here.screen());
            here.press(send);
            assert!(here.says().contains("the till"), "{}", here.screen());
        }
    }

    #[test]
    fn what_was_not_touched_is_not_written() {
        for keys in ["l Enter", "Enter"] {
            let (_folder, mut here, mut there) = two();
            let send = if keys.starts_with('l') { "Ctrl-S" } else { "Enter" };
            here.press(keys);
            there.press(keys).press("Enter text:Counting_the_stock").press(send);
            here.press(send).press("Esc");
            there.look_around();
            assert!(there.press("Enter").screen().contains("the stock"), "{}", there.screen());
        }
    }

    #[test]
    fn without_room_for_a_table_it_says_what_is_missing() {
        let screen = demo(40, 12).press("7").screen();
        assert!(screen.contains("purpose, review"), "{screen}");
    }
}
