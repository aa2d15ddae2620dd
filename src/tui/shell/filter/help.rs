//! What may be typed where the cursor stands, and what is wrong with what was typed.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::domain::query::{Bytes, Fault, Place, Proposal};
use crate::session::{Error, Session};
use crate::tui::kit::draw::{self, Focus};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::words::words;

/// So many proposals are in sight.
const ROWS: usize = 8;
/// The most columns of what a proposal means.
const DOC: usize = 44;

/// What the board says of a filter while it is typed.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// Of what text, with the cursor where.
    text: String,
    cursor: usize,
    place: Option<Place>,
    proposals: Vec<Proposal>,
    chosen: Option<usize>,
    faults: Vec<Fault>,
    shows: Shows,
}

/// Whether proposals and faults are in sight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shows {
    /// Where something is begun; a fault only where nothing can complete it.
    #[default]
    AsTyped,
    /// They were asked for.
    All,
    /// They were sent away.
    Nothing,
}

/// Asks the board.
pub fn ask(session: &Session, text: &str, cursor: usize) -> Result<Help, Error> {
    let place = Place::of(text, cursor);
    let proposals = session.proposals(&place)?;
    let faults = session.task_query(text)?.faults;
    // A word that is whole needs no completion.
    let whole = |proposal: &Proposal| text.get(place.at.clone()) == Some(proposal.text.as_str());
    let proposals = if proposals.len() == 1 && whole(&proposals[0]) { Vec::new() } else { proposals };
    Ok(Help {
        text: text.to_owned(),
        cursor,
        place: Some(place),
        proposals,
        chosen: None,
        faults,
        shows: Shows::AsTyped,
    })
}

impl Help {
    pub fn is_of(&self, text: &str, cursor: usize) -> bool {
        self.text == text && self.cursor == cursor
    }

    pub fn is_shown(&self) -> bool {
        let begun = self
            .place
            .as_ref()
            .is_some_and(|place| self.text.is_empty() || place.key.is_some() || !place.typed.is_empty());
        !self.proposals.is_empty()
            && match self.shows {
                Shows::AsTyped => begun,
                Shows::All => true,
                Shows::Nothing => false,
            }
    }

    /// Shows all that may stand there.
    pub fn demand(&mut self) {
        self.shows = Shows::All;
    }

    /// Puts the proposals out of sight; whether any were chosen from.
    pub fn dismiss(&mut self) -> bool {
        let chose = self.chosen.take().is_some();
        if chose {
            self.shows = Shows::Nothing;
        }
        chose
    }

    pub fn is_chosen(&self) -> bool {
        self.chosen.is_some() && self.is_shown()
    }

    /// What is put, and in what place.
    pub fn taken(&self) -> Option<(Bytes, String)> {
        let at = self.chosen.unwrap_or(0);
        let proposal = self.proposals.get(at).filter(|_| self.is_shown())?;
        Some((self.place.as_ref()?.at.clone(), proposal.text.clone()))
    }

    pub fn go(&mut self, by: isize) {
        let last = self.proposals.len().saturating_sub(1);
        self.chosen = Some(match self.chosen {
            None if by > 0 => 0,
            None => last,
            Some(at) => at.saturating_add_signed(by).min(last),
        });
    }

    /// Whether something is wrong; from now on that is said, also of what may only be unfinished.
    pub fn insists(&mut self) -> bool {
        if !self.faults.is_empty() {
            self.shows = Shows::Nothing;
        }
        !self.faults.is_empty()
    }

    /// The fault to speak of: the one at the cursor, else the first.
    pub fn fault(&self) -> Option<&Fault> {
        let said = || self.faults.iter().filter(|fault| !self.is_unfinished(fault));
        said()
            .find(|fault| fault.at.start <= self.cursor && self.cursor <= fault.at.end)
            .or_else(|| said().next())
    }

    /// Whether a byte belongs to what is wrong.
    pub fn is_faulty(&self, at: usize) -> bool {
        self.faults.iter().any(|fault| fault.at.contains(&at) && !self.is_unfinished(fault))
    }

    /// What is being typed just now, and could be completed, is not wrong yet.
    fn is_unfinished(&self, fault: &Fault) -> bool {
        fault.at.end == self.cursor
            && (self.is_shown() || self.text[..self.cursor].ends_with(['"', '-']))
            && self.shows != Shows::Nothing
    }

    /// The columns of the text before the place that would be completed.
    pub fn columns_before(&self, text: &str) -> u16 {
        let start = self.place.as_ref().map_or(0, |place| place.at.start);
        text.get(..start).map_or(0, |before| text::width(before) as u16)
    }

    /// Draws the proposals above a row, below the place of the text that they are for.
    pub fn view(&self, before: u16, row: Rect, buf: &mut Buffer, theme: &Theme) {
        if !self.is_shown() || row.y < 4 || row.width < 16 {
            return;
        }
        let widest = |of: fn(&Proposal) -> &str| {
            self.proposals.iter().map(|proposal| text::width(of(proposal))).max().unwrap_or(0)
        };
        let label = widest(|proposal| &proposal.text).min(30) as u16;
        let doc = widest(|proposal| &proposal.doc).min(DOC) as u16;
        let rows = self.proposals.len().min(ROWS).min(usize::from(row.y) - 3) as u16;
        let width = (label + doc + 7).max(24).min(row.width);
        let x = (row.x + before).min(row.right().saturating_sub(width));
        let area = Rect { x, y: row.y - rows - 2, width, height: rows + 2 };
        let title = match self.place.as_ref().and_then(|place| place.key.as_deref()) {
            Some(key) => format!("{key}:"),
            None => words().filter_keys(),
        };
        let fact = match self.proposals.len() > usize::from(rows) {
            true => words().ask_of(self.chosen.map_or(0, |at| at + 1), self.proposals.len()),
            false => String::new(),
        };
        let border = draw::Pane { number: None, title: &title, fact: &fact, focus: Focus::Elsewhere };
        let inside = draw::pane(buf, area, &border, theme);
        let at = self.chosen.unwrap_or(0);
        let top = (at + 1).saturating_sub(usize::from(inside.height));
        for (y, (i, proposal)) in (inside.y..inside.bottom()).zip(self.proposals.iter().enumerate().skip(top))
        {
            let is_chosen = self.chosen == Some(i);
            if is_chosen {
                draw::put(buf, inside.x, y, 1, marks().selected, theme.title_focused);
            }
            draw::put(buf, inside.x + 1, y, label, &proposal.text, theme.accent);
            let x = inside.x + label + 3;
            draw::put(buf, x, y, inside.right().saturating_sub(x), &proposal.doc, theme.dim);
            if is_chosen {
                draw::select(buf, Rect { y, height: 1, ..inside }, theme.selected);
            }
        }
    }
}
