//! The window of a list that is read by row numbers: so much of it as is in sight, and as much again on both sides.
//!
//! Rows may move between two readings, so the selected row is found again by its id.

use crate::domain::folding::folded;
use crate::tui::kit::cursor::{Cursor, From};

/// A filter looks through so many rows.
const SEARCHED: usize = 500;

/// Rows that were read, and where they stand in the list.
pub struct Window<T> {
    pub rows: Vec<T>,
    /// The place of the first of them in the list.
    pub skip: usize,
    /// Which of them is selected.
    pub at: usize,
    pub more_after: bool,
}

/// What is loaded now, and what narrows it.
pub struct Now<'a, T> {
    pub rows: &'a [T],
    pub skip: usize,
    pub cursor: &'a Cursor,
    pub words: &'a str,
}

impl<T> Now<'_, T> {
    /// Reads anew: `read` takes how many rows to leave out and how many to give at most.
    pub fn read<I: PartialEq, E>(
        &self,
        from: From,
        read: impl Fn(usize, usize) -> Result<Vec<T>, E>,
        id: impl Fn(&T) -> I,
        text: impl Fn(&T) -> String,
    ) -> Result<Window<T>, E> {
        if !self.words.trim().is_empty() {
            let rows = narrowed(read(0, SEARCHED)?, self.words, text);
            let at = self.place(&rows, from, id);
            return Ok(Window { rows, skip: 0, at, more_after: false });
        }
        let reach = self.cursor.reach();
        let (mut skip, most) = match from {
            From::Here => {
                let at = self.skip + self.cursor.at();
                (at.saturating_sub(reach), at.min(reach) + reach + 1)
            }
            From::Start => (0, reach + 1),
            From::End => (0, 2 * reach + 1),
        };
        let mut rows = read(skip, most + 1)?;
        // To the end one walks; nobody has so many that it takes long.
        while from == From::End && rows.len() > most {
            skip += most;
            rows = read(skip, most + 1)?;
        }
        if rows.is_empty() && skip > 0 {
            skip = 0;
            rows = read(0, most + 1)?;
        }
        let more_after = rows.len() > most;
        rows.truncate(most);
        let at = self.place(&rows, from, id);
        Ok(Window { rows, skip, at, more_after })
    }

    /// Where the selected row stands among rows that were read anew; where it is gone, its nearest neighbour's place.
    pub fn place<I: PartialEq>(&self, new: &[T], from: From, id: impl Fn(&T) -> I) -> usize {
        match from {
            From::Start => return 0,
            From::End => return new.len().saturating_sub(1),
            From::Here => {}
        }
        let (before, behind) = self.rows.split_at(self.cursor.at().min(self.rows.len()));
        let mut near = behind.iter().chain(before.iter().rev());
        near.find_map(|row| new.iter().position(|other| id(other) == id(row))).unwrap_or(0)
    }
}

/// The rows that hold every typed word somewhere.
fn narrowed<T>(rows: Vec<T>, words: &str, text: impl Fn(&T) -> String) -> Vec<T> {
    let words: Vec<String> = words.split_whitespace().map(folded).collect();
    let holds = |row: &T| {
        let text = folded(&text(row));
        words.iter().all(|word| text.contains(word.as_str()))
    };
    rows.into_iter().filter(holds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn list(skip: usize, most: usize) -> Result<Vec<usize>, Infallible> {
        Ok((skip..300).take(most).collect())
    }

    fn read(rows: &[usize], skip: usize, cursor: &Cursor, from: From) -> Window<usize> {
        let now = Now { rows, skip, cursor, words: "" };
        now.read(from, list, |row| *row, |row| row.to_string()).unwrap()
    }

    #[test]
    fn a_long_list_is_read_piece_by_piece() {
        let cursor = Cursor::default();
        let first = read(&[], 0, &cursor, From::Here);
        assert_eq!((first.rows.len(), first.skip, first.more_after), (21, 0, true));
        let last = read(&first.rows, 0, &cursor, From::End);
        assert_eq!((last.rows.last(), last.at + 1, last.more_after), (Some(&299), last.rows.len(), false));
        let mut cursor = Cursor::default();
        cursor.replace(vec![1; 41], 35, false, true);
        let loaded = list(0, 41).unwrap();
        let next = read(&loaded, 0, &cursor, From::Here);
        assert_eq!((next.skip, next.rows[next.at], next.rows.len()), (15, 35, 41));
    }

    #[test]
    fn a_filter_looks_through_the_list_and_keeps_the_selected_row() {
        let mut cursor = Cursor::default();
        cursor.replace(vec![1; 41], 29, false, true);
        let rows: Vec<usize> = (0..41).collect();
        let now = Now { rows: &rows, skip: 0, cursor: &cursor, words: "29" };
        let found = now.read(From::Here, list, |row| *row, |row| row.to_string()).unwrap();
        assert_eq!((&found.rows[..4], found.at), ([29, 129, 229, 290].as_slice(), 0));
    }
}
