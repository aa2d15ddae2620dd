//! Links on the terminal, by the sequence OSC 8: which cells lead where.
//!
//! ratatui knows no links, and a cell that held the sequence would be counted as wide as its bytes. So a frame is drawn
//! as ever, and then the cells of each link are written once more, between the sequences that say where they lead.
//!
//! A terminal keeps the link of a cell until that cell is written again, and only what changed is written. So what was
//! a link and is none any more is written once more without one, and nothing is written where nothing changed.

use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;

use super::link::Placed;

/// The links that the terminal holds now.
#[derive(Debug, Default)]
pub struct Linked {
    shown: Vec<Shown>,
}

/// A link with the whole row in which it stands: where a part of a row is drawn anew, cells beside it may be, too.
#[derive(Debug, PartialEq)]
struct Shown {
    link: Placed,
    row: Vec<Cell>,
}

/// Cells to write, and where they lead.
#[derive(Debug, PartialEq)]
pub struct Stroke {
    address: Option<Rc<str>>,
    cells: Vec<(u16, u16, Cell)>,
}

impl Linked {
    /// What has to be written for a frame that was just drawn to hold these links and no others.
    pub fn turn(&mut self, frame: &Buffer, links: Vec<Placed>) -> Vec<Stroke> {
        let shown = |link: Placed| {
            let row = frame.area.columns().map(|column| frame[(column.x, link.y)].clone()).collect();
            Shown { link, row }
        };
        let is_there = |link: &Placed| {
            let area = Rect { x: link.x, y: link.y, width: link.width, height: 1 };
            !area.is_empty() && area.intersection(frame.area) == area
        };
        let now: Vec<Shown> = links.into_iter().filter(is_there).map(shown).collect();
        let gone = self
            .shown
            .iter()
            .filter(|old| is_there(&old.link) && !now.iter().any(|new| new.link == old.link));
        let gone = gone.map(|old| Stroke { address: None, cells: cells(frame, &old.link) });
        let mut strokes: Vec<Stroke> = gone.collect();
        let is_new = |new: &&Shown| !self.shown.contains(new) || !strokes.is_empty();
        let new: Vec<Stroke> = now
            .iter()
            .filter(is_new)
            .map(|new| Stroke { address: Some(new.link.address.clone()), cells: cells(frame, &new.link) })
            .collect();
        strokes.extend(new);
        self.shown = now;
        strokes
    }

    /// The screen was cleared, and with it every link.
    pub fn forget(&mut self) {
        self.shown.clear();
    }
}

impl Stroke {
    /// Writes it. Parts of one link have the same id, so that a terminal shows them as one.
    pub fn write<B: Backend<Error = io::Error> + Write>(&self, backend: &mut B) -> io::Result<()> {
        if let Some(address) = &self.address {
            write!(backend, "\x1b]8;id={:x};{address}\x1b\\", id(address))?;
        }
        backend.draw(self.cells.iter().map(|(x, y, cell)| (*x, *y, cell)))?;
        if self.address.is_some() {
            write!(backend, "\x1b]8;;\x1b\\")?;
        }
        Ok(())
    }
}

/// The cells of a link; of a wide sign only the first.
fn cells(frame: &Buffer, link: &Placed) -> Vec<(u16, u16, Cell)> {
    let mut cells = Vec::with_capacity(link.width.into());
    let mut x = link.x;
    while x < link.x + link.width {
        let cell = &frame[(x, link.y)];
        cells.push((x, link.y, cell.clone()));
        x += cell.cell_width().max(1);
    }
    cells
}

/// A number for an address, the same for the same one.
fn id(address: &str) -> u32 {
    address.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::backend::CrosstermBackend;

    fn frame(rows: [&str; 2]) -> Buffer {
        Buffer::with_lines(rows)
    }

    fn link(x: u16, y: u16, width: u16) -> Placed {
        Placed { x, y, width, address: "https://a.example".into() }
    }

    fn written(strokes: &[Stroke]) -> String {
        let mut bytes = Vec::new();
        let mut backend = CrosstermBackend::new(&mut bytes);
        strokes.iter().for_each(|stroke| stroke.write(&mut backend).unwrap());
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_link_is_written_around_its_cells_once() {
        let mut linked = Linked::default();
        let frame = frame(["see https", "nothing  "]);
        let strokes = linked.turn(&frame, vec![link(4, 0, 5)]);
        let text = written(&strokes);
        assert!(text.starts_with("\u{1b}]8;id=") && text.contains(";https://a.example\u{1b}\\"), "{text:?}");
        assert!(text.contains("https\u{1b}") && text.ends_with("\u{1b}]8;;\u{1b}\\"), "{text:?}");
        assert_eq!(linked.turn(&frame, vec![link(4, 0, 5)]), [], "nothing changed");
    }

    #[test]
    fn a_row_that_was_drawn_anew_is_linked_anew() {
        let mut linked = Linked::default();
        linked.turn(&frame(["see https", "nothing  "]), vec![link(4, 0, 5)]);
        assert_eq!(linked.turn(&frame(["SEE https", "nothing  "]), vec![link(4, 0, 5)]).len(), 1);
        assert_eq!(linked.turn(&frame(["SEE https", "NOTHING  "]), vec![link(4, 0, 5)]).len(), 0);
        linked.forget();
        assert_eq!(linked.turn(&frame(["SEE https", "NOTHING  "]), vec![link(4, 0, 5)]).len(), 1);
    }

    #[test]
    fn what_is_no_link_any_more_leads_nowhere() {
        let mut linked = Linked::default();
        linked.turn(&frame(["see https", "nothing  "]), vec![link(4, 0, 5)]);
        let strokes = linked.turn(&frame(["see https", "nothing  "]), Vec::new());
        let text = written(&strokes);
        assert!(text.contains("https") && !text.contains("]8;"), "{text:?}");
    }

    #[test]
    fn a_frame_that_is_smaller_than_its_links_is_no_fault() {
        let mut linked = Linked::default();
        linked.turn(&frame(["see https", "nothing  "]), vec![link(4, 0, 5), link(0, 1, 7)]);
        let small = Buffer::with_lines(["see"]);
        assert_eq!(linked.turn(&small, vec![link(4, 0, 5), link(2, 0, 9), link(0, 7, 1), link(0, 0, 0)]), []);
    }

    #[test]
    fn a_wide_sign_is_written_once() {
        let frame = frame(["ペ https ", "         "]);
        let strokes = Linked::default().turn(&frame, vec![link(0, 0, 8)]);
        assert_eq!(strokes[0].cells.iter().map(|(x, ..)| *x).collect::<Vec<_>>(), [0, 2, 3, 4, 5, 6, 7]);
    }
}
