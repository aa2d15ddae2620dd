//! Lines broken to a width: after blanks, between wide characters, and inside of a word only where it is longer than
//! a row.
//!
//! **Invariant:** no row is wider than what was asked for, in columns as [`text`] counts them; the rows hold inert text
//! only. A paragraph has at most [`LONGEST`] bytes, so that breaking one costs little whatever somebody pasted.

use std::borrow::Cow;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::super::link::{self, Placed};
use super::super::{marks::marks, text};

/// The most bytes of one paragraph: longer lines are taken apart into several.
pub const LONGEST: usize = 4_000;

#[cfg(test)]
thread_local! {
    /// How many bytes were broken into rows: what scrolling and drawing cost.
    pub static BROKEN: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// A line before it is broken, in pieces of one style each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    spans: Vec<(Cow<'static, str>, Style)>,
    /// How far the rows after the first are moved in.
    hang: usize,
}

impl Paragraph {
    /// An empty line.
    pub fn empty() -> Paragraph {
        Paragraph::default()
    }

    /// A line without a style.
    pub fn plain(text: impl Into<String>) -> Paragraph {
        Paragraph::styled(text, Style::new())
    }

    pub fn styled(text: impl Into<String>, style: Style) -> Paragraph {
        Paragraph { spans: vec![(Cow::Owned(text.into()), style)], hang: 0 }
    }

    /// Every line of a text, long ones in parts.
    pub fn all(text: &str, style: Style) -> Vec<Paragraph> {
        text.lines().flat_map(parts).map(|part| Paragraph::styled(part, style)).collect()
    }

    /// The same with another piece at its end.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>, style: Style) -> Paragraph {
        self.spans.push((Cow::Owned(text.into()), style));
        self
    }

    /// The same with the pieces of another behind it.
    #[must_use]
    pub fn followed_by(mut self, other: Paragraph) -> Paragraph {
        self.spans.extend(other.spans);
        self
    }

    /// The same with all its rows moved in.
    #[must_use]
    pub fn indented(mut self, columns: usize) -> Paragraph {
        if !self.spans.is_empty() {
            self.spans.insert(0, (Cow::Owned(" ".repeat(columns)), Style::new()));
            self.hang += columns;
        }
        self
    }

    /// The same with the rows after the first moved in.
    #[must_use]
    pub fn hanging(mut self, columns: usize) -> Paragraph {
        self.hang = columns;
        self
    }

    /// Whether it has a label before it.
    pub fn hangs(&self) -> bool {
        self.hang > 0
    }

    /// Its text, without styles.
    pub fn text(&self) -> Cow<'_, str> {
        match self.spans.as_slice() {
            [(text, _)] => Cow::Borrowed(text),
            spans => Cow::Owned(spans.iter().map(|(text, _)| &**text).collect()),
        }
    }

    /// Its rows at a width; an empty one has one row. No rows where there is no width.
    pub fn rows(&self, width: usize) -> Vec<Line<'static>> {
        let broken = self.broken(width);
        broken.rows.iter().enumerate().map(|(i, row)| line(row, broken.hang_of(i))).collect()
    }

    /// The links in its rows at a width: of each the row, the column, how many columns, and where it leads. One that is
    /// broken over rows has a part in each.
    pub fn links(&self, width: usize) -> Vec<(usize, Placed)> {
        let links = link::all(&self.text());
        if links.is_empty() {
            return Vec::new();
        }
        let broken = self.broken(width);
        let mut placed: Vec<(usize, Placed)> = Vec::new();
        for (i, row) in broken.rows.iter().enumerate() {
            let mut x = broken.hang_of(i) as u16;
            for cell in row {
                let columns = cell.columns as u16;
                if let Some(link) = links.iter().find(|link| link.at.contains(&cell.at)) {
                    match placed.last_mut() {
                        Some((row, part))
                            if *row == i && part.x + part.width == x && part.address == link.address =>
                        {
                            part.width += columns;
                        }
                        _ => {
                            let address = link.address.clone();
                            placed.push((i, Placed { x, y: 0, width: columns, address }));
                        }
                    }
                }
                x += columns;
            }
        }
        placed
    }

    fn broken(&self, width: usize) -> Broken<'_> {
        #[cfg(test)]
        BROKEN.with(|bytes| {
            bytes.set(bytes.get() + self.spans.iter().map(|(text, _)| text.len()).sum::<usize>())
        });
        let hang = if self.hang * 2 <= width { self.hang } else { 0 };
        let mut broken = Broken { rows: Vec::new(), hang };
        if width == 0 {
            return broken;
        }
        let rows = &mut broken.rows;
        let mut row: Vec<Cell<'_>> = Vec::new();
        let mut used = 0;
        let mut cells = self.cells().peekable();
        while let Some(mut cell) = cells.next() {
            if cell.columns > width - hang {
                cell = Cell { sign: marks().ellipsis, columns: 1, ..cell };
            }
            while used + cell.columns > width && !row.is_empty() {
                if cell.sign == " " && !cells.peek().is_some_and(|next| counts(&row, next)) {
                    break;
                }
                // Behind the label of a hanging paragraph a word gains nothing by the next row: it begins there, too.
                let label = if rows.is_empty() { hang } else { 0 };
                let rest = row.split_off(breaking(&row, &cell, label));
                rows.push(std::mem::replace(&mut row, rest));
                used = hang + columns(&row);
            }
            // Nor do blanks begin a row: those behind the one where it was broken.
            if cell.sign == " " && row.is_empty() && !rows.is_empty() {
                continue;
            }
            // A blank where the row ends is where it is broken.
            if used + cell.columns > width {
                rows.push(std::mem::take(&mut row));
                used = hang;
                continue;
            }
            used += cell.columns;
            row.push(cell);
        }
        if !row.is_empty() || rows.is_empty() {
            rows.push(row);
        }
        broken
    }

    fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        let mut at = 0;
        self.spans.iter().flat_map(move |(text, style)| {
            let start = at;
            at += text.len();
            text::placed(text).map(move |(place, sign, columns)| Cell {
                at: start + place,
                sign,
                columns,
                style: *style,
            })
        })
    }
}

impl From<&str> for Paragraph {
    fn from(text: &str) -> Paragraph {
        Paragraph::plain(text)
    }
}

impl From<Line<'_>> for Paragraph {
    fn from(line: Line<'_>) -> Paragraph {
        let spans = line.spans.into_iter();
        let spans = spans.map(|span| (Cow::Owned(span.content.into_owned()), line.style.patch(span.style)));
        Paragraph { spans: spans.collect(), hang: 0 }
    }
}

/// A paragraph in rows.
struct Broken<'t> {
    rows: Vec<Vec<Cell<'t>>>,
    hang: usize,
}

impl Broken<'_> {
    /// The columns before a row.
    fn hang_of(&self, row: usize) -> usize {
        if row == 0 { 0 } else { self.hang }
    }
}

#[derive(Clone, Copy)]
struct Cell<'t> {
    /// Where it begins in the text of the paragraph.
    at: usize,
    sign: &'t str,
    columns: usize,
    style: Style,
}

/// Where a full row, which begins with a label of so many columns, is broken if `next` does not fit: how many of its
/// cells stay.
fn breaking(row: &[Cell<'_>], next: &Cell<'_>, label: usize) -> usize {
    if next.columns > 1 {
        return row.len();
    }
    let may = |cell: &Cell<'_>| cell.sign == " " || cell.columns > 1;
    // A row that begins with blanks is moved in: breaking right after them would loop.
    let is_text = |at: &usize| row[..*at].iter().any(|cell| cell.sign != " ");
    let is_behind_label = |at: &usize| columns(&row[..*at]) > label;
    let places = (1..=row.len()).rev().filter(|at| may(&row[at - 1])).filter(is_text).filter(is_behind_label);
    let last = places.clone().next().unwrap_or(row.len());
    let parts = |at: &usize| !counts(&row[..at - 1], row.get(*at).unwrap_or(next));
    places.into_iter().take(FEW).find(parts).unwrap_or(last)
}

/// So many places before the end of a row are tried, so that no long text is looked through.
const FEW: usize = 2;

/// Whether a row ends with a short number of what comes after a blank: they stay together, as in "9 Dec".
fn counts(row: &[Cell<'_>], next: &Cell<'_>) -> bool {
    let digits = row.iter().rev().take(3).take_while(|cell| cell.sign.bytes().all(|b| b.is_ascii_digit()));
    let digits = digits.count();
    let begins = row.len().checked_sub(digits + 1).is_none_or(|at| row[at].sign == " ");
    next.sign.chars().all(char::is_alphabetic) && next.columns == 1 && begins && (1..3).contains(&digits)
}

fn columns(row: &[Cell<'_>]) -> usize {
    row.iter().map(|cell| cell.columns).sum()
}

fn line(row: &[Cell<'_>], hang: usize) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    if hang > 0 {
        spans.push(Span::raw(" ".repeat(hang)));
    }
    for same in row.chunk_by(|a, b| a.style == b.style) {
        let text: String = same.iter().map(|cell| cell.sign).collect();
        spans.push(Span::styled(text, same[0].style));
    }
    Line::from(spans)
}

/// A line in parts of at most [`LONGEST`] bytes; an empty line is one part.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        if line.len() <= LONGEST {
            rest = None;
            return Some(line);
        }
        let end = line.floor_char_boundary(LONGEST);
        let end = line[..end].rfind(' ').map_or(end, |at| at + 1);
        rest = Some(&line[end..]);
        Some(&line[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_longer_than_the_row_begins_beside_its_label() {
        let row = Paragraph::plain("links   ").and("https://a.example/very/long", Style::new()).hanging(8);
        let rows: Vec<String> = row.rows(20).iter().map(ToString::to_string).collect();
        assert_eq!(rows, ["links   https://a.ex", "        ample/very/l", "        ong"]);
    }

    #[test]
    fn a_number_stays_with_what_it_counts_and_no_blank_begins_a_row() {
        let rows = |text: &str, width| -> Vec<String> {
            Paragraph::plain(text).rows(width).iter().map(ToString::to_string).collect()
        };
        assert_eq!(rows("couriers  Ayu  due 9 Dec", 20), ["couriers  Ayu  due ", "9 Dec"]);
        assert_eq!(rows("The first shops  Eka", 15), ["The first shops", "Eka"]);
        assert_eq!(rows("step 123 of four", 9), ["step 123 ", "of four"]);
        assert_eq!(rows("9 Decembers", 5), ["9 ", "Decem", "bers"], "where nothing else can be done");
    }

    #[test]
    fn a_link_has_a_part_in_every_row_that_it_is_broken_over() {
        let line = Paragraph::plain("links   ")
            .and("\u{1b}ペ https://a.example/very/long, and", Style::new())
            .hanging(8);
        let rows: Vec<String> = line.rows(20).iter().map(ToString::to_string).collect();
        let links: Vec<(String, String)> = line
            .links(20)
            .into_iter()
            .map(|(row, part)| {
                let cells = crate::tui::kit::text::pieces(&rows[row]).scan(0, |x, (sign, columns)| {
                    *x += columns;
                    Some((*x - columns, sign))
                });
                let of_it = usize::from(part.x)..usize::from(part.x + part.width);
                (
                    cells.filter(|(x, _)| of_it.contains(x)).map(|(_, sign)| sign).collect(),
                    part.address.to_string(),
                )
            })
            .collect();
        let shown: String = links.iter().map(|(part, _)| part.as_str()).collect();
        assert_eq!(shown, "https://a.example/very/long", "{rows:?}");
        assert!(links.len() > 1 && links.iter().all(|(_, address)| address == "https://a.example/very/long"));
    }
}
