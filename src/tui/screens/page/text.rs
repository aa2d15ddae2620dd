//! What the pages of subjects are: a title, a fact, and a text with stops, in one column or two.
//!
//! ```text
//! ┏ vok  Write the delivery price table ━━━━━━━━━━━━━━━━━━━━━━━━ task ┓
//! ┃  lead       Dewi                      Claims                      ┃
//! ┃▸ goal       juj  Open the co-op store   6 d  ● Dewi leads         ┃
//! ┃  what it is                           what happened               ┃
//! ```
//!
//! A stop is a line that leads somewhere. The keys go from stop to stop where the next one is in sight, and scroll where
//! it is not, so that nothing in between is jumped over unread.
//!
//! **Invariant:** what is selected is in sight, and is kept by what it is when the text is read anew.

mod places;
mod stop;

use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{Met, Turned};
use crate::tui::kit::chart::Chart;
use crate::tui::kit::cursor::Step;
use crate::tui::kit::draw::{self, Focus, Pane};
use crate::tui::kit::link::Placed;
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::reader::Reader;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use places::{Places, Sides};

pub use stop::Meet;
pub(super) use stop::{Acts, Key, Leads, Of, Stop};

/// What a border needs besides its title and its fact, and below how many columns a title is not cut for the fact.
const FRAME: usize = 8;
const TITLED: usize = 30;

/// On which side a part of the text stands where there are two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What it is.
    Left,
    /// What happened.
    Right,
}

/// A stretch of the text, in the order in which one column shows them.
#[derive(Debug, Clone)]
pub struct Piece {
    pub side: Side,
    pub text: Vec<Paragraph>,
    /// With their places in this piece.
    pub stops: Vec<Stop>,
}

/// A text in a border, from its title to its last line.
#[derive(Debug, Clone)]
pub struct Text {
    title: String,
    fact: String,
    pieces: Vec<Piece>,
    pub chart: Option<Chart>,
    columns: Vec<Column>,
    /// The column that the keys scroll, and its stop that is selected.
    active: usize,
    selected: Option<usize>,
    /// Where it was last arranged.
    area: Rect,
}

#[derive(Debug, Clone)]
struct Column {
    reader: Reader,
    stops: Vec<Stop>,
}

impl Text {
    pub fn new(title: String, fact: String, pieces: Vec<Piece>, chart: Option<Chart>) -> Text {
        let columns = vec![column(&pieces, None)];
        Text { title, fact, pieces, chart, columns, active: 0, selected: None, area: Rect::new(0, 0, 80, 24) }
    }

    /// Goes to where another text of the same subject is being read.
    pub fn keep_place(&mut self, before: &Text) {
        self.arrange(before.area);
        self.active = before.active.min(self.columns.len() - 1);
        for (column, before) in self.columns.iter_mut().zip(&before.columns) {
            column.reader.keep_place(&before.reader);
        }
        let Some(stop) = before.selected() else { return };
        match self.find(&stop.key) {
            Some((column, at)) => self.select(column, at),
            // What is gone leaves its place to the next of its kind.
            None => {
                self.selected = before.selected.filter(|at| {
                    self.columns[self.active].stops.get(*at).is_some_and(|next| next.key.0 == stop.key.0)
                });
                self.forget_unseen();
            }
        }
    }

    /// Selects the first stop of a part, with as many of its others in sight as there is room for.
    pub fn begin_at(&mut self, part: &str) {
        let is_of = |stop: &Stop| stop.key.0 == part;
        let found = self.columns.iter().enumerate().find_map(|(i, column)| {
            Some((i, column.stops.iter().rposition(is_of)?, column.stops.iter().position(is_of)?))
        });
        if let Some((column, last, first)) = found {
            self.select(column, last);
            self.select(column, first);
        }
    }

    /// Says another fact in the border; whether it is another.
    pub fn set_fact(&mut self, fact: String) -> bool {
        let is_other = self.fact != fact;
        self.fact = fact;
        is_other
    }

    /// Stands where another text stood, at its beginning.
    pub fn keep_area(&mut self, before: &Text) {
        self.arrange(before.area);
    }

    /// All of it, from the title to the last line.
    pub fn in_words(&self) -> Vec<String> {
        let lines = self.pieces.iter().flat_map(|piece| &piece.text);
        let lines = lines.map(|line| line.text().into_owned());
        std::iter::once(format!("{}, {}", self.title, self.fact)).chain(lines).collect()
    }

    /// The stop that the keys act on, if any is selected.
    pub fn selected(&self) -> Option<&Stop> {
        self.columns.get(self.active)?.stops.get(self.selected?)
    }

    /// Takes the area that it is drawn in from now on.
    pub fn arrange(&mut self, area: Rect) {
        let was = std::mem::replace(&mut self.area, area);
        let n = self.places(area).texts.len();
        if n == self.columns.len() {
            if let Some(at) = self.selected.filter(|_| was != area) {
                self.select(self.active, at);
            }
            return;
        }
        let selected = self.selected().map(|stop| stop.key.clone());
        self.columns = columns(&self.pieces, n);
        (self.active, self.selected) = (0, None);
        if let Some((column, at)) = selected.and_then(|key| self.find(&key)) {
            self.select(column, at);
        }
    }

    /// The columns of its narrowest text in an area.
    pub fn narrowest(&self, area: Rect) -> u16 {
        self.places(area).texts.iter().map(|text| text.width).min().unwrap_or(0)
    }

    /// Goes. `area` is what [`view`](Text::view) gets.
    pub fn step(&mut self, step: Step, area: Rect) {
        self.arrange(area);
        let place = self.place();
        match step {
            Step::Rows(by) => {
                let down = by > 0;
                (0..by.unsigned_abs()).for_each(|_| if down { self.down(place) } else { self.up(place) });
            }
            Step::Pages(_) => {
                self.columns[self.active].reader.step(step, place);
                self.forget_unseen();
            }
            Step::First => {
                self.columns[self.active].reader.step(step, place);
                self.selected = None;
            }
            Step::Last => {
                self.columns[self.active].reader.step(step, place);
                self.selected = self.in_sight(place).next_back();
            }
        }
    }

    /// Selects the stop at a place.
    pub fn click(&mut self, at: Position, area: Rect) -> Met {
        self.arrange(area);
        let gutter = places::gutter(area);
        for (i, place) in self.places(area).texts.into_iter().enumerate() {
            let left = place.x.saturating_sub(gutter);
            let wide = Rect { x: left, width: place.right() - left, ..place };
            let Some(column) = self.columns.get(i).filter(|_| wide.contains(at)) else { continue };
            let seen = column.reader.in_sight(place);
            let Some((paragraph, _)) = seen.get(usize::from(at.y - place.y)) else { continue };
            if let Some(stop) = column.stops.iter().position(|stop| stop.lines().contains(paragraph)) {
                (self.active, self.selected) = (i, Some(stop));
                return Met::Something(None);
            }
        }
        Met::Nothing
    }

    /// To the next stop of all, wherever it is.
    pub fn turn(&mut self, by: isize) -> Turned {
        let stops = |column: &Column| column.stops.len();
        let all: usize = self.columns.iter().map(stops).sum();
        if all == 0 {
            return Turned::Nowhere;
        }
        let before: usize = self.columns[..self.active].iter().map(stops).sum();
        let here = self.selected.map(|at| before + at);
        // From nowhere to the first that is in sight.
        let first = self.in_sight(self.place()).next().map_or(before, |at| before + at);
        let mut next = match here {
            Some(here) => (here as isize + by).rem_euclid(all as isize) as usize,
            None if by < 0 => (first + all - 1) % all,
            None => first % all,
        };
        for column in 0..self.columns.len() {
            let n = self.columns[column].stops.len();
            if next < n {
                self.select(column, next);
                break;
            }
            next -= n;
        }
        Turned::There
    }

    /// All stops, as one goes through them.
    pub fn stops(&self) -> impl Iterator<Item = &Stop> {
        self.columns.iter().flat_map(|column| &column.stops)
    }

    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme, is_marked: &dyn Fn(&Stop) -> bool) {
        let area = area.intersection(buf.area);
        let places = self.places(area);
        // A size may change before it is reported.
        let columns = match self.columns.len() == places.texts.len() {
            true => Cow::Borrowed(&self.columns),
            false => Cow::Owned(columns(&self.pieces, places.texts.len())),
        };
        let active = self.active.min(columns.len() - 1);
        self.frame(area, buf, &columns[active].reader.fact(places.texts[active]), theme);
        for (i, (column, place)) in columns.iter().zip(&places.texts).enumerate() {
            let stop = self.selected.filter(|_| i == self.active).and_then(|at| column.stops.get(at));
            column.reader.view(*place, buf);
            for stop in column.stops.iter().filter(|stop| is_marked(stop)) {
                let seen = column.reader.in_sight(*place);
                if let Some(row) = seen.iter().position(|place| *place == (stop.at, 0)) {
                    let (x, y) = (place.x.saturating_sub(1), place.y + row as u16);
                    draw::put(buf, x, y, 1, marks().marked, theme.title_focused);
                }
            }
            let Some(stop) = stop else { continue };
            let seen = column.reader.in_sight(*place);
            let is_here = |(paragraph, _): &(usize, usize)| stop.lines().contains(paragraph);
            if let Some(row) = seen.iter().position(is_here) {
                let gutter = places::gutter(area);
                let (x, y) = (place.x.saturating_sub(gutter), place.y + row as u16);
                let height = seen[row..].iter().filter(|row| is_here(row)).count() as u16;
                draw::put(buf, x, y, 1, marks().selected, theme.title_focused);
                let bar = Rect { x, y, width: place.right().saturating_sub(x), height };
                draw::select(buf, bar, theme.selected);
            }
        }
        if let (Some(chart), Some(place)) = (&self.chart, places.chart) {
            chart.view(place, buf, theme);
        }
    }

    /// The links in sight, where [`view`](Text::view) draws them.
    pub fn links(&self, area: Rect) -> Vec<Placed> {
        let places = self.places(area).texts;
        if places.len() != self.columns.len() {
            return Vec::new();
        }
        self.columns.iter().zip(&places).flat_map(|(column, place)| column.reader.links(*place)).collect()
    }

    fn frame(&self, area: Rect, buf: &mut Buffer, read: &str, theme: &Theme) {
        let fact = if read.is_empty() { self.fact.clone() } else { format!("{} {read}", self.fact) };
        // That more follows is said whatever the title says; the title has its room where there is little of it.
        let beside = usize::from(area.width).saturating_sub(text::width(&fact) + FRAME);
        let title = match read.is_empty() || beside < TITLED {
            true => Cow::Borrowed(self.title.as_str()),
            false => text::cut(&self.title, beside),
        };
        if area.height > 2 {
            draw::pane(
                buf,
                area,
                &Pane { number: None, title: &title, fact: &fact, focus: Focus::Here },
                theme,
            );
        } else {
            draw::clear(buf, area);
        }
    }

    fn places(&self, area: Rect) -> Places {
        let sides = match self.pieces.iter().any(|piece| piece.side == Side::Right) {
            true => Sides::Two,
            false => Sides::One,
        };
        places::of(area, sides, self.chart.as_ref())
    }

    /// Where the active column is.
    fn place(&self) -> Rect {
        self.places(self.area).texts.get(self.active).copied().unwrap_or_default()
    }

    /// The stops of the active column whose beginning is in sight.
    fn in_sight(&self, place: Rect) -> impl DoubleEndedIterator<Item = usize> + use<> {
        let column = &self.columns[self.active];
        let seen = column.reader.in_sight(place);
        let begins = |stop: &Stop| seen.binary_search(&(stop.at, 0)).is_ok();
        let found: Vec<usize> = (0..column.stops.len()).filter(|at| begins(&column.stops[*at])).collect();
        found.into_iter()
    }

    fn down(&mut self, place: Rect) {
        let next = |text: &Text| text.in_sight(place).find(|at| text.selected.is_none_or(|here| *at > here));
        let found = next(self).or_else(|| {
            self.columns[self.active].reader.on(1, place);
            next(self)
        });
        match found {
            Some(at) => self.selected = Some(at),
            None => self.forget_unseen(),
        }
    }

    fn up(&mut self, place: Rect) {
        let Some(here) = self.selected else { return self.columns[self.active].reader.back(1, place) };
        let before = |text: &Text| text.in_sight(place).rfind(|at| *at < here);
        let was_at_top = self.columns[self.active].reader.is_at_top(place);
        let found = before(self).or_else(|| {
            self.columns[self.active].reader.back(1, place);
            before(self)
        });
        match found {
            Some(at) => self.selected = Some(at),
            // Above the first stop the keys act on the page itself again.
            None if was_at_top => self.selected = None,
            None => self.forget_unseen(),
        }
    }

    /// Where a stop is; where it went to another part of the page, there.
    fn find(&self, key: &Key) -> Option<(usize, usize)> {
        let find = |is: &dyn Fn(&Key) -> bool| {
            self.columns
                .iter()
                .enumerate()
                .find_map(|(column, text)| Some((column, text.stops.iter().position(|stop| is(&stop.key))?)))
        };
        find(&|other| other == key).or_else(|| find(&|other| other.1 == key.1))
    }

    fn select(&mut self, column: usize, at: usize) {
        (self.active, self.selected) = (column, Some(at));
        let place = self.place();
        if let Some(column) = self.columns.get_mut(column)
            && let Some(stop) = column.stops.get(at)
        {
            // Its last line first: where there is no room for all, its beginning is what one reads.
            column.reader.reveal(stop.at + stop.len.max(1) - 1, place);
            column.reader.reveal(stop.at, place);
        }
    }

    /// What is out of sight is not acted on.
    fn forget_unseen(&mut self) {
        let Some(stop) = self.selected() else { return self.selected = None };
        let lines = stop.lines();
        let seen = self.columns[self.active].reader.in_sight(self.place());
        if !seen.iter().any(|(paragraph, _)| lines.contains(paragraph)) {
            self.selected = None;
        }
    }
}

/// All of it in one column, or in two.
fn columns(pieces: &[Piece], n: usize) -> Vec<Column> {
    match n {
        2 => vec![column(pieces, Some(Side::Left)), column(pieces, Some(Side::Right))],
        _ => vec![column(pieces, None)],
    }
}

fn column(pieces: &[Piece], side: Option<Side>) -> Column {
    let (mut text, mut stops): (Vec<Paragraph>, Vec<Stop>) = Default::default();
    for piece in pieces.iter().filter(|piece| side.is_none_or(|side| side == piece.side)) {
        // At the top no air is needed.
        let skip = usize::from(text.is_empty() && piece.text.first() == Some(&Paragraph::empty()));
        let base = text.len();
        text.extend(piece.text.iter().skip(skip).cloned());
        stops.extend(piece.stops.iter().map(|stop| Stop { at: base + stop.at - skip, ..stop.clone() }));
    }
    Column { reader: Reader::new(text), stops }
}
