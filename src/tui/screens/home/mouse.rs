//! The mouse on the home screen: what it points at is selected, and a border that it drags goes with it.

use ratatui::layout::{Position, Rect};

use super::Home;
use crate::tui::kit::cursor::Step;
use crate::tui::screens::actions::sizes;
use crate::tui::screens::layout::Place;
use crate::tui::screens::pane::{Name, Selected};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::page::Met;
use crate::tui::shell::preferences::Preferences;

impl Home {
    /// Selects what is at a place, and takes hold of a border there.
    pub(super) fn click_at(&mut self, at: Position, area: Rect) -> Met {
        self.dragged = self.areas(area).edge(at);
        let Some((name, place)) = self.under(at, area) else { return Met::Nothing };
        self.focus = name;
        match place {
            Place::Whole(area) if at.y == area.y => {
                Met::Acting { once: None, twice: Some("pane.zoom"), load: None }
            }
            Place::Whole(area) if name == Name::Owns && self.owns.is_beside() => {
                match self.owns.click(at, area) {
                    Some((selected, load)) => {
                        self.short[name as usize] = load.or(self.short[name as usize]);
                        match selected {
                            Selected::Card => Met::Something(load),
                            Selected::Column => Met::Acting { once: None, twice: None, load },
                        }
                    }
                    None => Met::Nothing,
                }
            }
            Place::Whole(area) => {
                at.y.checked_sub(area.y + 1).map_or(Met::Nothing, |line| self.click_line(name, line))
            }
            Place::Summary(_) | Place::Hidden => Met::Nothing,
        }
    }

    /// Goes so many rows in the pane under the pointer.
    pub(super) fn scroll_at(&mut self, at: Position, rows: isize, area: Rect) -> Met {
        let under = self.under(at, area);
        if let Some((Name::Owns, Place::Whole(area))) = under
            && self.owns.is_beside()
        {
            let load = self.owns.wheel(at, rows, area);
            self.short[Name::Owns as usize] = load.or(self.short[Name::Owns as usize]);
            return Met::Something(load);
        }
        Met::Something(under.and_then(|(name, _)| self.moved(name, |cursor| cursor.step(Step::Rows(rows)))))
    }

    /// A border follows the pointer.
    pub(super) fn drag_to(&mut self, to: Position, area: Rect) {
        if let Some(edge) = self.dragged {
            self.panes = self.areas(area).moved(edge, to, self.panes);
        }
    }

    /// A border that was moved stays there, also the next time.
    pub(super) fn let_go(&mut self, preferences: &Preferences) -> Vec<Effect> {
        let was_dragged = self.dragged.take().is_some();
        if was_dragged && self.panes != preferences.panes() { sizes::keep(self.panes) } else { Vec::new() }
    }

    /// A click on a line of a pane.
    fn click_line(&mut self, name: Name, line: u16) -> Met {
        let pane = self.pane(name);
        let Some((row, part)) = pane.cursor().place_at(line) else {
            // What stands below the rows says that there are more of them.
            let is_after = name == Name::Findings && self.findings.has_more() && pane.cursor().ends_at(line);
            let zoom = is_after.then_some("pane.zoom");
            return Met::Acting { once: zoom, twice: zoom, load: None };
        };
        let is_heading = pane.is_heading(row, part);
        let load = self.moved(name, |cursor| cursor.select(row));
        if is_heading {
            return Met::Acting { once: Some("group.fold"), twice: None, load };
        }
        Met::Something(load)
    }
}
