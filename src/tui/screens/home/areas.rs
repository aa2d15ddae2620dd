//! Where the panes of the home screen stand, how they get their room, and how they are drawn there.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::Home;
use crate::tui::kit::cursor::From;
use crate::tui::kit::draw::{self, Focus};
use crate::tui::kit::list::Room;
use crate::tui::kit::theme::Theme;
use crate::tui::screens::layout::{self, Areas, Place, Wants};
use crate::tui::screens::pane::{self, ALL, Name};
use crate::tui::screens::preview;
use crate::tui::shell::overview::Overview;

impl Home {
    /// Where the panes stand in the body of a screen.
    pub fn areas(&self, body: Rect) -> Areas {
        layout::areas(
            body,
            &Wants {
                focus: self.focus,
                zoomed: self.zoomed,
                rows: ALL.map(|name| pane::rows(self.pane(name))),
                nothing: ALL.map(|name| pane::width_of_nothing(self.pane(name))),
                widths: ALL.map(|name| self.pane(name).width()),
                wishes: ALL.map(|name| self.pane(name).wish()),
                is_high: self.is_high,
                has_item: !self.focused().cursor().is_empty(),
                previews: self.previews,
                panes: self.panes,
            },
            &|name, columns| pane::whole(self.pane(name), columns),
        )
    }

    /// The pane at a place.
    pub(super) fn under(&self, at: Position, body: Rect) -> Option<(Name, Place)> {
        let areas = self.areas(body);
        // On a line that two panes share stands the title of the one below.
        ALL.into_iter().rev().map(|name| (name, areas.pane(name))).find(|(_, place)| {
            let (Place::Whole(area) | Place::Summary(area)) = place else { return false };
            Rect::contains(*area, at)
        })
    }

    /// Lets every pane know what room it has.
    pub(super) fn arrange_in(&mut self, area: Rect, screen: Rect) -> Option<From> {
        self.is_high = layout::is_high(screen);
        let areas = self.areas(area);
        let resized = ALL.map(|name| match areas.pane(name) {
            Place::Whole(area) if name == Name::Owns && self.owns.is_beside() => {
                let from = self.owns.arrange_in(area)?;
                self.short[name as usize] = Some(from);
                Some(from)
            }
            Place::Hidden if name == Name::Owns && self.owns.is_beside() => None,
            place => {
                let columns = match place {
                    Place::Whole(area) => area.width.saturating_sub(2),
                    Place::Summary(_) | Place::Hidden => 0,
                };
                let from = self.pane_mut(name).arrange(Room { columns, lines: areas.height(name) })?;
                self.short[name as usize] = Some(from);
                Some(from)
            }
        });
        let is_old = areas.preview.is_some() && self.previewed != self.focused().selection();
        resized.into_iter().flatten().next().or(is_old.then_some(From::Here))
    }

    /// The selected row in full, where its own line cuts it.
    pub(super) fn cut_detail(&self, overview: &Overview) -> Option<String> {
        if self.is_beside() {
            return self.owns.cut_title(overview).map(str::to_owned);
        }
        self.focused().detail().map(str::to_owned)
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
        let areas = self.areas(area);
        let focus = |name| if name == self.focus { Focus::Here } else { Focus::Elsewhere };
        draw::clear(buf, area);
        let framed = ALL.into_iter().filter_map(|name| match areas.pane(name) {
            Place::Whole(area) => Some((area, focus(name))),
            Place::Summary(_) | Place::Hidden => None,
        });
        let framed = framed.chain(areas.preview.map(|area| (area, Focus::Elsewhere)));
        let columns = match areas.pane(Name::Owns) {
            Place::Whole(area) => self.owns.frames(area),
            Place::Summary(_) | Place::Hidden => Vec::new(),
        };
        let framed = framed.chain(columns.into_iter().map(|area| (area, Focus::Elsewhere)));
        draw::frames(buf, &framed.collect::<Vec<_>>(), theme);
        if let Some(area) = areas.preview {
            preview::view(self, area, buf, overview, theme);
        }
        for name in ALL {
            let focus = focus(name);
            match areas.pane(name) {
                Place::Whole(area) if name == Name::Owns && self.owns.is_beside() => {
                    self.owns.view(focus, overview, area, buf, theme);
                }
                Place::Whole(area) => pane::view(self.pane(name), name, focus, overview, area, buf, theme),
                Place::Summary(area) => {
                    pane::summary(self.pane(name), name, focus, overview, area, buf, theme)
                }
                Place::Hidden => {}
            }
        }
    }
}
