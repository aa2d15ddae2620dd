//! The five panes of the home screen, each in a file of its own: its rows, its columns, its empty state.
//!
//! A pane reads its rows when it is told to ([`Pane::load`]) and draws them from what it has: drawing asks nobody.

mod blockers;
mod findings;
mod goals;
pub(super) mod in_words;
mod owns;
mod roles;

use ratatui::{buffer::Buffer, layout::Rect};

pub use blockers::{Blockers, asked, ended, sentence};
pub use findings::{FindingRow, Findings, sign};
pub use goals::{Goals, progress};
pub use owns::{Owns, Quick, Selected, Shape, who};
pub use roles::{Roles, unclear};

use crate::domain::id::SubjectRef;
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::draw;
use crate::tui::kit::list::{self, Room, Row, wrapped};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::overview::Overview;

/// The panes, in the order of their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Name {
    Goals,
    Owns,
    Roles,
    Findings,
    Blockers,
}

pub const ALL: [Name; 5] = [Name::Goals, Name::Owns, Name::Roles, Name::Findings, Name::Blockers];

impl Name {
    /// The key that focuses it.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// What stands in a pane of a board that was just begun: what it is, and the keys that lead on.
pub struct Beginning {
    pub said: Vec<String>,
    pub keys: Vec<(String, String)>,
}

/// More rows than any screen has lines for need not be measured.
const MEASURED: usize = 100;

/// What every pane can do.
pub trait Pane {
    fn title(&self) -> String;

    /// The fact in its border.
    fn fact(&self, overview: &Overview) -> String;

    /// What it says in one row where it has no room for more.
    fn gist(&self, overview: &Overview) -> String;

    /// What would stand here, and what makes it.
    fn empty(&self) -> String;

    /// What stands here instead where there is room for more than a sentence.
    fn beginning(&self, _overview: &Overview) -> Option<Beginning> {
        None
    }

    fn cursor(&self) -> &Cursor;
    fn cursor_mut(&mut self) -> &mut Cursor;

    /// How many lines its loaded rows take at least.
    fn lines(&self) -> usize {
        let cursor = self.cursor();
        (0..cursor.len()).map(|i| usize::from(cursor.lines(i))).sum()
    }

    /// The same so that nothing in them is cut, in so many columns inside of its border.
    fn whole(&self, _columns: u16) -> usize {
        self.lines()
    }

    /// Takes the room that its rows have from now on; what has to be read because of it.
    fn arrange(&mut self, room: Room) -> Option<From> {
        self.cursor_mut().resize(room.lines)
    }

    /// How many columns it needs, with its border, so that nothing in it is cut.
    fn width(&self) -> u16 {
        0
    }

    /// The same, with all that it says at length where it can.
    fn wish(&self) -> u16 {
        self.width()
    }

    /// Reads the rows anew.
    fn load(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error>;

    /// Reads what ran short.
    fn load_more(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        self.load(session, overview, from)
    }

    /// The words that narrow it.
    fn filter(&self) -> &str;
    fn set_filter(&mut self, words: String);

    /// Whether anything keeps rows out of sight.
    fn is_narrowed(&self) -> bool {
        !self.filter().is_empty()
    }

    /// The kind that its rows are of; `None` where they only speak of subjects.
    fn lists(&self) -> Option<Kind> {
        None
    }

    /// What a row is about.
    fn about(&self, i: usize) -> Option<SubjectRef>;

    /// What the selected row is about.
    fn selection(&self) -> Option<SubjectRef> {
        self.about(self.cursor().at())
    }

    /// The selected row in full, where its line cuts it.
    fn detail(&self) -> Option<&str> {
        None
    }

    /// What stands below the last row, where there is room.
    fn after(&self) -> Option<String> {
        None
    }

    /// Whether a line of a row is a heading, which a click folds or unfolds.
    fn is_heading(&self, _row: usize, _line: u16) -> bool {
        false
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>);

    /// A row in words, as one would say it.
    fn in_words(&self, i: usize, overview: &Overview) -> String;
}

/// Draws what is in a pane, and its title over the border that is there already.
pub fn view(
    pane: &dyn Pane,
    name: Name,
    focus: draw::Focus,
    overview: &Overview,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let room = usize::from(area.width).saturating_sub(text::width(&title(pane)) + 10);
    let fact = list::fact_with_more(&pane.fact(overview), pane.cursor(), area.height.saturating_sub(2), room);
    let inside = bordered(pane, name, focus, &fact, area, buf, theme);
    if pane.cursor().is_empty() {
        return say_nothing(pane, overview, inside, buf, theme);
    }
    let y = list::rows(inside, buf, theme, pane.cursor(), &|i, row| {
        row.is_selected &= focus == draw::Focus::Here;
        pane.row(i, overview, row);
        if pane.about(i).is_some_and(|subject| overview.has_changed(subject)) {
            // In the border, where it takes no column from the row; a heading above it is not what changed.
            for (line, y) in (row.cut..).zip(row.area.top()..row.area.bottom()) {
                if !pane.is_heading(i, line) {
                    draw::put(row.buf, inside.x - 1, y, 1, marks().changed, theme.warn);
                }
            }
        }
    });
    if let Some(after) = pane.after().filter(|_| y < inside.bottom()) {
        draw::put(buf, inside.x + 3, y, inside.width.saturating_sub(3), &after, theme.dim);
    }
}

/// Draws a pane's title and fact over the border that is there already; gives what is inside.
fn bordered(
    pane: &dyn Pane,
    name: Name,
    focus: draw::Focus,
    fact: &str,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Rect {
    let title = title(pane);
    let border = draw::Pane { number: Some(name.number()), title: &title, fact, focus };
    draw::titled(buf, area, &border, theme)
}

/// Says how a board is begun; whether there was room for it.
fn say_beginning(beginning: &Beginning, inside: Rect, buf: &mut Buffer, theme: &Theme) -> bool {
    let Rect { x, width, .. } = inside;
    let room = width.saturating_sub(4);
    let column = beginning.keys.iter().map(|(key, _)| text::width(key)).max().unwrap_or(0) as u16 + 3;
    let mut lines: Vec<(Option<&str>, String)> = Vec::new();
    for said in &beginning.said {
        lines.extend(wrapped(said, room).into_iter().map(|line| (None, line)));
    }
    for (key, does) in &beginning.keys {
        lines.push((None, String::new()));
        let does = wrapped(does, room.saturating_sub(column));
        lines.extend(
            does.into_iter().enumerate().map(|(i, line)| (Some(if i == 0 { key } else { "" }), line)),
        );
    }
    if lines.len() + 2 > inside.height.into() || room <= column + 20 {
        return false;
    }
    for (y, (key, line)) in (inside.y + 1..).zip(lines) {
        match key {
            None => draw::put(buf, x + 2, y, room, &line, theme.text),
            Some(key) => {
                draw::put(buf, x + 2, y, column, key, theme.key);
                draw::put(buf, x + 2 + column, y, room - column, &line, theme.dim)
            }
        };
    }
    true
}

/// Says in a pane that holds nothing what would stand there.
fn say_nothing(pane: &dyn Pane, overview: &Overview, inside: Rect, buf: &mut Buffer, theme: &Theme) {
    let is_begun = !pane.is_narrowed() && overview.past.is_none();
    let beginning = is_begun.then(|| pane.beginning(overview)).flatten();
    if beginning.is_some_and(|beginning| say_beginning(&beginning, inside, buf, theme)) {
        return;
    }
    let (words, room) = (nothing(pane, overview), inside.width.saturating_sub(2));
    let mut lines = wrapped(&words, room);
    if lines.len() > inside.height.into() {
        // What does not fit is seen to go on.
        let last = usize::from(inside.height).saturating_sub(1);
        let rest = lines.split_off(last.min(lines.len())).join(" ");
        lines.push(rest);
    }
    for (line, words) in (0..inside.height).zip(lines) {
        let words = text::cut(&words, room.into());
        draw::put(buf, inside.x + 1, inside.y + line, room, &words, theme.dim);
    }
}

/// What stands in a pane that holds nothing. In the past nothing can be added.
fn nothing(pane: &dyn Pane, overview: &Overview) -> String {
    let words = crate::words::words();
    match overview.past {
        _ if pane.is_narrowed() => none_found(),
        Some(_) => words.replay_not_yet(),
        None => pane.empty(),
    }
}

/// How many lines a pane would fill: none where it holds nothing, and no end of them where rows are not loaded.
pub fn rows(pane: &dyn Pane) -> u16 {
    lines(pane, || pane.lines())
}

/// The same so that nothing in it is cut, in so many columns with its border.
pub fn whole(pane: &dyn Pane, columns: u16) -> u16 {
    if pane.cursor().len() > MEASURED {
        return rows(pane);
    }
    lines(pane, || pane.whole(columns.saturating_sub(2)))
}

fn lines(pane: &dyn Pane, lines: impl FnOnce() -> usize) -> u16 {
    let cursor = pane.cursor();
    if cursor.more_before() || cursor.more_after() {
        return u16::MAX;
    }
    u16::try_from(lines()).unwrap_or(u16::MAX)
}

/// How many columns the sentence takes that stands in a pane that holds nothing; none where it holds something.
pub fn width_of_nothing(pane: &dyn Pane) -> u16 {
    match (pane.cursor().is_empty(), pane.is_narrowed()) {
        (false, _) => 0,
        (true, true) => text::width(&none_found()) as u16,
        (true, false) => text::width(&pane.empty()) as u16,
    }
}

fn none_found() -> String {
    crate::words::words().scr_none_found(crate::tui::shell::action::key_of("back"))
}

/// Draws a pane as one row.
pub fn summary(
    pane: &dyn Pane,
    name: Name,
    focus: draw::Focus,
    overview: &Overview,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let title = title(pane);
    let room = usize::from(area.width).saturating_sub(text::width(&title) + 10);
    let gist = if pane.cursor().is_empty() { nothing(pane, overview) } else { pane.gist(overview) };
    let gist = text::cut(&gist, room);
    draw::summary(
        buf,
        area,
        &draw::Pane { number: Some(name.number()), title: &title, fact: &gist, focus },
        theme,
    );
}

/// A pane's title, with the words that narrow it.
fn title(pane: &dyn Pane) -> String {
    match pane.filter() {
        "" => pane.title(),
        words => format!("{} /{words}", pane.title()),
    }
}
