//! Where everything stands, from nothing but the size and what has the focus.
//!
//! ```text
//! wide and high                     else                      one pane alone (zoomed, or no room)
//! header                            header                    header
//! banner (of another time)          banner                    banner
//! 1 goals                           1 goals        (one row)  the pane with the focus
//! 2 who owns what │ 3 roles         2 who owns what
//! 4 findings      │ 5 blockers      …      (the focused one)
//! status                            3, 4, 5        (a row each)
//! footer                            status, footer            status, footer
//! ```

use ratatui::layout::Rect;

use super::pane::{ALL, Name};

/// From here on all five panes stand beside each other.
const WIDE: u16 = 96;
const HIGH: u16 = 26;

/// What the areas follow from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wants {
    pub focus: Name,
    pub zoomed: bool,
    /// How many rows the goals and the findings would fill.
    pub goals: u16,
    pub findings: u16,
    pub blockers: u16,
    /// How many rows the strip of the tutor takes, if there is one.
    pub strip: u16,
    /// How many rows the banner of another time would fill; none at present.
    pub banner: u16,
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

/// The areas of the screen. An area that found no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    pub header: Rect,
    pub banner: Rect,
    pub body: Rect,
    /// What the tutor says.
    pub strip: Rect,
    pub status: Rect,
    pub footer: Rect,
    panes: [Place; 5],
}

impl Areas {
    pub fn pane(&self, name: Name) -> Place {
        self.panes[name as usize]
    }

    /// The lines that a pane's rows have.
    pub fn height(&self, name: Name) -> u16 {
        match self.pane(name) {
            Place::Whole(area) => area.height.saturating_sub(2),
            Place::Summary(_) | Place::Hidden => 1,
        }
    }
}

/// The areas for a size.
pub fn areas(area: Rect, wants: &Wants) -> Areas {
    // What time it is comes before all else where little room is left.
    let banner = match area.height {
        0..=2 => 0,
        3..=17 => wants.banner.min(1),
        _ => wants.banner,
    };
    let (header, rest) = top(area, u16::from(area.height >= 6 + 2 * banner));
    let (banner, rest) = top(rest, banner);
    let (rest, footer) = bottom(rest, u16::from(area.height >= 4));
    let (rest, status) = bottom(rest, u16::from(area.height >= 5));
    let (body, strip) = bottom(rest, wants.strip);
    let panes = if wants.zoomed {
        alone(body, wants.focus)
    } else if area.width >= WIDE && area.height >= HIGH {
        beside(body, wants)
    } else if body.height >= 10 {
        below(body, wants.focus)
    } else {
        alone(body, wants.focus)
    };
    Areas { header, banner, body, strip, status, footer, panes }
}

fn beside(body: Rect, wants: &Wants) -> [Place; 5] {
    let (goals, rest) = top(body, wants.goals.clamp(1, 4) + 2);
    let lowest = wants.findings.max(wants.blockers.min(6)).clamp(2, rest.height / 3) + 2;
    let (middle, low) = bottom(rest, lowest);
    // Who owns what reads as sentences; the roles are names.
    let left = (u32::from(body.width) * 3 / 5) as u16;
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

fn top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

fn bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    top(area, area.height - rows)
}

fn split(area: Rect, left: u16) -> [Rect; 2] {
    let left = left.min(area.width);
    [Rect { width: left, ..area }, Rect { x: area.x + left, width: area.width - left, ..area }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(focus: Name, zoomed: bool) -> Wants {
        Wants { focus, zoomed, goals: 4, findings: 6, blockers: 5, strip: 0, banner: 0 }
    }

    fn places(areas: &Areas) -> Vec<Rect> {
        let panes = areas.panes.iter().filter_map(|place| match place {
            Place::Whole(area) | Place::Summary(area) => Some(*area),
            Place::Hidden => None,
        });
        panes.chain([areas.header, areas.banner, areas.strip, areas.status, areas.footer]).collect()
    }

    #[test]
    fn at_every_size_the_places_fill_the_screen_and_do_not_overlap() {
        for (width, height) in (0..=210).step_by(7).flat_map(|w| (0..=64).map(move |h| (w, h))) {
            for focus in ALL {
                for (zoomed, strip, banner) in [(false, 0, 0), (true, 0, 2), (false, 4, 2), (true, 4, 0)] {
                    let screen = Rect::new(0, 0, width, height);
                    let places = places(&areas(screen, &Wants { strip, banner, ..wants(focus, zoomed) }));
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
    fn the_middle_has_the_room() {
        let at = |w, h| areas(Rect::new(0, 0, w, h), &wants(Name::Owns, false));
        assert_eq!(at(120, 40).height(Name::Owns), 21);
        assert_eq!(at(200, 60).height(Name::Owns), 41);
        assert_eq!(at(80, 24).height(Name::Owns), 15);
        assert_eq!(at(40, 12).height(Name::Owns), 7);
    }
}
