//! Letters that are read from the back of a room, made of half blocks, which every font has.
//!
//! They are drawn in `assets/stage/letters.txt`. In a locale without Unicode a dot is a `#`.

use std::collections::HashMap;
use std::sync::OnceLock;

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::tui::kit::marks::marks;

const DRAWN: &str = include_str!("../../../assets/stage/letters.txt");
/// The rows of dots of a letter, and how many of them lie above what hangs below the line.
const ROWS: usize = 8;
const ABOVE: usize = 6;
/// Dots between two letters, and of a blank.
const GAP: usize = 1;
const BLANK: usize = 2;
/// A dot is so many columns wide at most.
const LARGEST: usize = 4;

/// Letters with an accent, those below, and the accent.
const ACCENTED: &[(&str, &str, Accent)] = &[
    ("áéíóúý", "aeiouy", ["..#", ".#."]),
    ("àèìòù", "aeiou", ["#..", ".#."]),
    ("âêîôû", "aeiou", [".#.", "#.#"]),
    ("äëïöüÿ", "aeiouy", ["#.#", "..."]),
    ("ãñõ", "ano", ["###", "..."]),
];
type Accent = [&'static str; 2];

/// A word in dots, a row of them each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letters {
    rows: Vec<Vec<bool>>,
}

impl Letters {
    /// `None` where a letter is not drawn.
    pub fn of(word: &str) -> Option<Letters> {
        let mut rows = vec![Vec::new(); ROWS];
        for letter in word.chars() {
            if !rows[0].is_empty() {
                rows.iter_mut().for_each(|row| row.extend([false; GAP]));
            }
            match letter {
                ' ' => rows.iter_mut().for_each(|row| row.extend([false; BLANK])),
                letter => {
                    let glyph = glyph(letter)?;
                    rows.iter_mut().zip(glyph).for_each(|(row, dots)| row.extend(dots));
                }
            }
        }
        // Where nothing hangs below the line, nothing is kept free for it.
        if rows[ABOVE..].iter().flatten().all(|dot| !dot) {
            rows.truncate(ABOVE);
        }
        (!rows[0].is_empty()).then_some(Letters { rows })
    }

    /// How large it can be in so much room: the columns of a dot; `None` where there is not enough.
    fn scale(&self, columns: u16, rows: u16) -> Option<usize> {
        (1..=LARGEST).rev().find(|scale| {
            let (wide, high) = self.size(*scale);
            wide <= columns && high <= rows
        })
    }

    /// The size in cells.
    fn size(&self, scale: usize) -> (u16, u16) {
        let high = (0..).take_while(|row| self.reaches(*row, scale)).count();
        (u16::try_from(self.rows[0].len() * scale).unwrap_or(u16::MAX), high as u16)
    }

    /// Whether a row of cells has dots.
    fn reaches(&self, row: usize, scale: usize) -> bool {
        halves(row, scale)[0] < self.rows.len()
    }

    /// The rows that it takes in so much room; `None` where there is not enough.
    pub fn height(&self, columns: u16, rows: u16) -> Option<u16> {
        self.scale(columns, rows).map(|scale| self.size(scale).1)
    }

    /// Draws it as large as it can be, from the left.
    pub fn view(&self, area: Rect, buf: &mut Buffer, style: Style) {
        let Some(scale) = self.scale(area.width, area.height) else { return };
        let area = area.intersection(buf.area);
        let dot = |column: usize, row: usize| {
            self.rows.get(row).and_then(|row| row.get(column / scale)).copied().unwrap_or(false)
        };
        let (wide, high) = self.size(scale);
        for y in 0..high.min(area.height) {
            let [upper, lower] = halves(y.into(), scale);
            for x in 0..wide.min(area.width) {
                let sign = match (dot(x.into(), upper), dot(x.into(), lower)) {
                    (false, false) => continue,
                    _ if !marks().pictures => "#",
                    (true, true) => "█",
                    (true, false) => "▀",
                    (false, true) => "▄",
                };
                buf[(area.x + x, area.y + y)].set_symbol(sign).set_style(style);
            }
        }
    }
}

/// The rows of dots in the upper and the lower half of a row of cells. Without half blocks a row of cells is one of dots at
/// least.
fn halves(row: usize, scale: usize) -> [usize; 2] {
    match (marks().pictures, scale) {
        (false, 1) => [row, row],
        (false, _) => [row * 2 / scale; 2],
        (true, _) => [row * 2 / scale, (row * 2 + 1) / scale],
    }
}

/// The dots of a letter.
fn glyph(letter: char) -> Option<Vec<Vec<bool>>> {
    if let Some(glyph) = drawn().get(&letter) {
        return Some(glyph.clone());
    }
    let (base, accent) = accented(letter)?;
    // The dot of an i gives way to its accent.
    let base = if base == 'i' { 'ı' } else { base };
    let mut glyph = drawn().get(&base)?.clone();
    let wide = glyph[0].len().max(accent[0].len());
    for row in &mut glyph {
        let before = (wide - row.len()) / 2;
        row.splice(0..0, std::iter::repeat_n(false, before));
        row.resize(wide, false);
    }
    let before = (wide - accent[0].len()) / 2;
    for (row, dots) in glyph.iter_mut().zip(accent) {
        for (at, dot) in dots.chars().enumerate() {
            row[before + at] = dot == '#';
        }
    }
    Some(glyph)
}

/// The letter below an accent, and the accent.
fn accented(letter: char) -> Option<(char, Accent)> {
    ACCENTED.iter().find_map(|(letters, bases, accent)| {
        let at = letters.chars().position(|one| one == letter)?;
        Some((bases.chars().nth(at)?, *accent))
    })
}

/// Every letter that is drawn.
fn drawn() -> &'static HashMap<char, Vec<Vec<bool>>> {
    static READ: OnceLock<HashMap<char, Vec<Vec<bool>>>> = OnceLock::new();
    READ.get_or_init(|| DRAWN.split("\n\n").skip(1).flat_map(read).collect())
}

/// The letters of a block: their names, and below each its dots.
fn read(block: &str) -> Vec<(char, Vec<Vec<bool>>)> {
    let mut lines = block.lines();
    let names: Vec<char> = lines.next().unwrap_or_default().chars().collect();
    let lines: Vec<Vec<char>> = lines.map(|line| line.chars().collect()).collect();
    let letters = names.iter().enumerate().filter(|(_, name)| !name.is_whitespace());
    letters
        .map(|(at, name)| {
            let dots = |line: &Vec<char>| {
                line.iter().skip(at).take_while(|c| **c != ' ').map(|c| *c == '#').collect()
            };
            (*name, lines.iter().map(dots).collect())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::kit::marks::{ASCII, choose};
    use crate::tui::testing::rows;

    fn drawn_in(word: &str, columns: u16, rows_there: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, columns, rows_there));
        if let Some(letters) = Letters::of(word) {
            letters.view(buf.area, &mut buf, Style::new());
        }
        rows(&buf)
    }

    #[test]
    fn every_letter_has_all_its_rows() {
        for (letter, glyph) in drawn() {
            assert_eq!(glyph.len(), ROWS, "{letter}");
            assert!(!glyph[0].is_empty() && glyph.iter().all(|row| row.len() == glyph[0].len()), "{letter}");
        }
        let all =
            ('A'..='Z').chain('a'..='z').chain('0'..='9').chain("áéíóúýàèìòùâêîôûäëïöüÿãñõ:-.'".chars());
        for letter in all {
            assert!(Letters::of(&letter.to_string()).is_some(), "{letter}");
        }
    }

    #[test]
    fn a_name_is_drawn_as_large_as_there_is_room() {
        insta::assert_snapshot!(
            [("Citra", 40, 4), ("Agus", 40, 4), ("Zoë", 60, 8), ("4:32", 40, 4)]
                .map(|(word, columns, rows)| drawn_in(word, columns, rows).join("\n"))
                .join("\n\n")
        );
    }

    #[test]
    fn what_is_not_drawn_or_has_no_room_is_left_to_others() {
        assert_eq!(Letters::of("李"), None);
        assert_eq!(Letters::of("Łukasz"), None);
        assert_eq!(Letters::of(""), None);
        let wide = Letters::of("Bartholomew Featherstone").unwrap();
        assert_eq!(wide.height(40, 4), None);
        assert_eq!(wide.height(200, 4), Some(3));
    }

    #[test]
    fn without_unicode_a_dot_is_a_sign_of_the_keyboard() {
        choose(&ASCII);
        let shown = drawn_in("Ayu", 20, 8);
        assert_eq!(shown[0], " ##");
        assert!(shown.iter().all(|row| row.chars().all(|c| c == '#' || c == ' ')), "{shown:?}");
    }
}
