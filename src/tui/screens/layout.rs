//! Where the panes stand, from nothing but the size and what has the focus.
//!
//! ```text
//! wide and high                     else                      one pane alone (zoomed, or no room)
//! 1 goals                           1 goals        (one row)  the pane with the focus
//! 2 who owns what │ 3 roles         2 who owns what
//! 4 findings      │ 5 blockers      …      (the focused one)
//!                                   3, 4, 5        (a row each)
//! ```

use ratatui::layout::{Position, Rect};

use super::pane::{ALL, Name};
use crate::settings::Panes;
use crate::tui::shell::frame::{bottom, top};

/// From here on all five panes stand beside each other.
const WIDE: u16 = 96;
const HIGH: u16 = 26;

/// The least that a pane keeps when it is resized: a row in its border, a few rows in the middle, a name in a line.
const LEAST: u16 = 3;
const LEAST_MIDDLE: u16 = 5;
const NARROWEST: u16 = 24;

/// A border between panes, which can be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Between the left and the right panes.
    Left,
    /// Below the goals.
    Goals,
    /// Above the lowest panes.
    Low,
}

/// What the areas follow from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wants {
    pub focus: Name,
    pub zoomed: bool,
    /// How many rows the goals and the findings would fill.
    pub goals: u16,
    pub findings: u16,
    pub blockers: u16,
    /// Whether the screen, with the rows around the panes, is high.
    pub is_high: bool,
    /// The sizes that the person gave them.
    pub panes: Panes,
}

/// A pane's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// With a border and rows.
    Whole(Rect),
    /// As one row.
    Summary(Rect),
    Hidden,
}

/// The areas of the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    body: Rect,
    panes: [Place; 5],
}

impl Areas {
    pub fn pane(&self, name: Name) -> Place {
        self.panes[name as usize]
    }

    /// Whether all panes stand beside each other, so that their borders can be moved.
    pub fn is_beside(&self) -> bool {
        self.panes.iter().all(|place| matches!(place, Place::Whole(_)))
    }

    fn whole(&self, name: Name) -> Option<Rect> {
        match self.pane(name) {
            Place::Whole(area) if self.is_beside() => Some(area),
            _ => None,
        }
    }

    /// The border at a place.
    pub fn edge(&self, at: Position) -> Option<Edge> {
        let (owns, low) = (self.whole(Name::Owns)?, self.whole(Name::Findings)?);
        let is_in = self.body.contains(at);
        let beside = at.y >= owns.y && (at.x + 1 == owns.right() || at.x == owns.right());
        match () {
            () if !is_in => None,
            () if at.y + 1 == owns.y || at.y == owns.y => Some(Edge::Goals),
            () if at.y + 1 == low.y || at.y == low.y => Some(Edge::Low),
            () if beside => Some(Edge::Left),
            () => None,
        }
    }

    /// The sizes with which a border stands at a place.
    pub fn moved(&self, edge: Edge, to: Position, mut panes: Panes) -> Panes {
        let body = self.body;
        match edge {
            // Rounded up: read again for the same width it is the same column.
            Edge::Left => {
                let columns = u32::from(to.x.saturating_sub(body.x) + 1);
                panes.left = u16::try_from((columns * 100).div_ceil(u32::from(body.width.max(1)))).ok();
            }
            Edge::Goals => panes.goals = Some(to.y.saturating_sub(body.y) + 1),
            Edge::Low => panes.low = Some(body.bottom().saturating_sub(to.y)),
        }
        self.held(panes, edge)
    }

    /// The sizes with a border moved by a step: to the right, or down, where positive.
    pub fn stepped(&self, edge: Edge, by: i16, mut panes: Panes) -> Panes {
        let size = |name| self.whole(name).unwrap_or_default();
        match edge {
            Edge::Left => {
                let now = u32::from(size(Name::Owns).width) * 100;
                let now = u16::try_from(now.div_ceil(u32::from(self.body.width.max(1)))).unwrap_or(50);
                panes.left = Some(panes.left.unwrap_or(now).saturating_add_signed(by * 2));
            }
            Edge::Goals => panes.goals = Some(size(Name::Goals).height.saturating_add_signed(by)),
            Edge::Low => panes.low = Some(size(Name::Findings).height.saturating_add_signed(-by)),
        }
        self.held(panes, edge)
    }

    /// Not beyond what this window has room for, so that a key back is felt at once.
    fn held(&self, panes: Panes, edge: Edge) -> Panes {
        let (width, height) = (u32::from(self.body.width.max(1)), self.body.height);
        let least = (u32::from(NARROWEST) * 100).div_ceil(width) as u16;
        let rows = |size: u16| size.clamp(LEAST, height.saturating_sub(LEAST + LEAST_MIDDLE).max(LEAST));
        match edge {
            Edge::Left => Panes {
                left: panes.left.map(|left| left.clamp(least, 100u16.saturating_sub(least).max(least))),
                ..panes
            },
            Edge::Goals => Panes { goals: panes.goals.map(rows), ..panes },
            Edge::Low => Panes { low: panes.low.map(rows), ..panes },
        }
    }

    /// The lines that a pane's rows have.
    pub fn height(&self, name: Name) -> u16 {
        match self.pane(name) {
            Place::Whole(area) => area.height.saturating_sub(2),
            Place::Summary(_) | Place::Hidden => 1,
        }
    }
}

/// The areas of the panes in the body of a screen.
pub fn areas(body: Rect, wants: &Wants) -> Areas {
    let panes = if wants.zoomed {
        alone(body, wants.focus)
    } else if body.width >= WIDE && wants.is_high {
        beside(body, wants)
    } else if body.height >= 10 {
        below(body, wants.focus)
    } else {
        alone(body, wants.focus)
    };
    Areas { body, panes }
}

/// Whether a screen is high enough for panes above each other.
pub fn is_high(screen: Rect) -> bool {
    screen.height >= HIGH
}

fn beside(body: Rect, wants: &Wants) -> [Place; 5] {
    // Whatever was set for another window, each keeps the least that shows anything.
    let within = |set: u16, most: u16| set.clamp(LEAST, most.max(LEAST));
    let highest = body.height.saturating_sub(LEAST + LEAST_MIDDLE);
    let goals = wants.panes.goals.map_or(wants.goals.clamp(1, 4) + 2, |set| within(set, highest));
    let (goals, rest) = top(body, goals);
    let lowest = wants.findings.max(wants.blockers.min(6)).min(rest.height / 3).max(2) + 2;
    let highest = rest.height.saturating_sub(LEAST_MIDDLE);
    let lowest = wants.panes.low.map_or(lowest.min(highest.max(LEAST)), |set| within(set, highest));
    let (middle, low) = bottom(rest, lowest);
    // Who owns what reads as sentences; the roles are names.
    let left = wants.panes.left.map_or((u32::from(body.width) * 3 / 5) as u16, |set| {
        let columns = u32::from(body.width) * u32::from(set) / 100;
        u16::try_from(columns).unwrap_or(u16::MAX).clamp(NARROWEST, body.width - NARROWEST)
    });
    let ([owns, roles], [findings, blockers]) = (split(middle, left), split(low, left));
    [goals, owns, roles, findings, blockers].map(Place::Whole)
}

fn below(body: Rect, focus: Name) -> [Place; 5] {
    let mut panes = [Place::Hidden; 5];
    let (mut y, others) = (body.y, 4);
    for name in ALL {
        let height = if name == focus { body.height - others } else { 1 };
        let area = Rect { y, height, ..body };
        panes[name as usize] = if name == focus { Place::Whole(area) } else { Place::Summary(area) };
        y += height;
    }
    panes
}

fn alone(body: Rect, focus: Name) -> [Place; 5] {
    let mut panes = [Place::Hidden; 5];
    panes[focus as usize] =
        if body.height < 3 || body.width < 3 { Place::Summary(body) } else { Place::Whole(body) };
    panes
}

fn split(area: Rect, left: u16) -> [Rect; 2] {
    let left = left.min(area.width);
    [Rect { width: left, ..area }, Rect { x: area.x + left, width: area.width - left, ..area }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::shell::frame::Frame;

    fn wants(focus: Name, zoomed: bool) -> Wants {
        let panes = Panes::default();
        Wants { focus, zoomed, goals: 4, findings: 6, blockers: 5, is_high: true, panes }
    }

    /// The panes on a whole screen, with what stands around them.
    fn on(screen: Rect, wants: &Wants) -> Areas {
        areas(Frame::of(screen, 0, 0).body, &Wants { is_high: is_high(screen), ..*wants })
    }

    fn places(areas: &Areas, frame: &Frame) -> Vec<Rect> {
        let panes = areas.panes.iter().filter_map(|place| match place {
            Place::Whole(area) | Place::Summary(area) => Some(*area),
            Place::Hidden => None,
        });
        panes.chain([frame.header, frame.banner, frame.strip, frame.status, frame.footer]).collect()
    }

    #[test]
    fn at_every_size_the_places_fill_the_screen_and_do_not_overlap() {
        for (width, height) in (0..=210).step_by(7).flat_map(|w| (0..=64).map(move |h| (w, h))) {
            for focus in ALL {
                for (zoomed, strip, banner) in [(false, 0, 0), (true, 0, 2), (false, 4, 2), (true, 4, 0)] {
                    let screen = Rect::new(0, 0, width, height);
                    let frame = Frame::of(screen, banner, strip);
                    let wants = Wants { is_high: is_high(screen), ..wants(focus, zoomed) };
                    let places = places(&areas(frame.body, &wants), &frame);
                    let cells: u32 = places.iter().map(|place| place.area()).sum();
                    assert_eq!(cells, screen.area(), "{width}×{height} {focus:?}");
                    for (i, a) in places.iter().enumerate() {
                        assert_eq!(screen.intersection(*a).area(), a.area());
                        assert!(places[..i].iter().all(|b| a.intersection(*b).is_empty()));
                    }
                }
            }
        }
    }

    #[test]
    fn whatever_sizes_are_set_every_pane_keeps_its_least() {
        let sizes = [None, Some(0), Some(1), Some(7), Some(50), Some(100), Some(500)];
        for (width, height) in [(96, 26), (120, 40), (200, 60), (97, 200)] {
            for left in sizes {
                for (goals, low) in sizes.into_iter().flat_map(|goals| sizes.map(|low| (goals, low))) {
                    let wants = Wants { panes: Panes { left, goals, low }, ..wants(Name::Owns, false) };
                    let screen = Rect::new(0, 0, width, height);
                    let areas = on(screen, &wants);
                    let cells: u32 =
                        places(&areas, &Frame::of(screen, 0, 0)).iter().map(|place| place.area()).sum();
                    assert_eq!(cells, screen.area(), "{wants:?}");
                    for name in ALL {
                        let Place::Whole(area) = areas.pane(name) else { panic!("{name:?} {wants:?}") };
                        assert!(
                            area.height >= LEAST && area.width >= NARROWEST,
                            "{name:?} {area:?} {wants:?}"
                        );
                    }
                    assert!(areas.height(Name::Owns) + 2 >= LEAST_MIDDLE, "{wants:?}");
                }
            }
        }
    }

    #[test]
    fn a_border_goes_where_it_is_dragged() {
        let mut wants = wants(Name::Owns, false);
        let screen = Rect::new(0, 0, 120, 40);
        for (edge, to) in [
            (Edge::Left, Position::new(50, 20)),
            (Edge::Left, Position::new(83, 20)),
            (Edge::Goals, Position::new(4, 9)),
            (Edge::Low, Position::new(4, 27)),
        ] {
            let before = on(screen, &wants);
            wants.panes = before.moved(edge, to, wants.panes);
            assert_eq!(on(screen, &wants).edge(to), Some(edge), "{edge:?} {to:?} {:?}", wants.panes);
        }
        let now = on(screen, &wants);
        for edge in [Edge::Left, Edge::Goals, Edge::Low] {
            let far = now.moved(edge, Position::new(119, 0), wants.panes);
            let back = on(screen, &Wants { panes: far, ..wants }).stepped(
                edge,
                if edge == Edge::Left { -1 } else { 1 },
                far,
            );
            assert_ne!(back, far, "{edge:?}: a step back is felt at once");
        }
    }

    #[test]
    fn the_middle_has_the_room() {
        let at = |w, h| on(Rect::new(0, 0, w, h), &wants(Name::Owns, false));
        assert_eq!(at(120, 40).height(Name::Owns), 21);
        assert_eq!(at(200, 60).height(Name::Owns), 41);
        assert_eq!(at(80, 24).height(Name::Owns), 15);
        assert_eq!(at(40, 12).height(Name::Owns), 7);
    }
}
