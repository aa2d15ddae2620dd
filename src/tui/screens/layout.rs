//! Where the panes stand, from nothing but the size and what has the focus.
//!
//! ```text
//! wide and high, neighbours         else                      one pane alone (zoomed, or no room)
//! share their borders
//! 1 goals                           1 goals        (one row)  the pane with the focus
//! 2 who owns what │ 3 roles         2 who owns what
//!                 │ the item, short
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

/// So many rows the selected item in short needs, with its border, and so many more a pane has that gives them.
const PREVIEW: u16 = 8;
const PREVIEWED: u16 = 5;

/// So many lines the blockers have while the tasks beside them are cut.
const BLOCKERS: u16 = 6;

/// From so many lines on that would stay empty the lower panes do not begin on one line.
const UNEVEN: u16 = 2;

/// So many columns the roles keep while what stands beside them would still use more.
const LEAST_ROLES: u16 = 38;

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
    /// How many lines each pane would fill; none where it holds nothing.
    pub rows: [u16; 5],
    /// How many columns the sentence takes that stands in each pane that holds nothing.
    pub nothing: [u16; 5],
    /// How many columns, with its border, so that nothing in it is cut.
    pub widths: [u16; 5],
    /// The same, with all that it says at length where it can.
    pub wishes: [u16; 5],
    /// Whether the screen, with the rows around the panes, is high.
    pub is_high: bool,
    /// Whether there is an item to be shown in short.
    pub has_item: bool,
    /// Whether the item in short is asked for where it has no room by itself.
    pub previews: bool,
    /// The sizes that the person gave them.
    pub panes: Panes,
}

impl Wants {
    /// How many lines a pane of so many columns fills. What holds nothing says so, in as few as that takes.
    fn lines(&self, name: Name, columns: u16) -> u16 {
        let (rows, words) = (self.rows[name as usize], self.nothing[name as usize]);
        let room = columns.saturating_sub(4).max(1);
        match rows {
            // Words that break leave some of a line empty.
            0 if words > room => (words + words / 4).div_ceil(room).min(5),
            rows => rows.max(1),
        }
    }
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
    /// What is left beside the panes, for the selected item in short.
    pub preview: Option<Rect>,
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
        let blockers = self.whole(Name::Blockers)?;
        let is_low = [low, blockers].iter().any(|pane| at.y == pane.y && pane.contains(at));
        let is_right = [owns, low].iter().any(|pane| at.x + 1 == pane.right() && pane.contains(at));
        match () {
            () if !self.body.contains(at) => None,
            () if at.y == owns.y => Some(Edge::Goals),
            () if is_low => Some(Edge::Low),
            () if is_right => Some(Edge::Left),
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

/// How many lines a pane of so many columns fills where nothing in it is cut.
type Whole<'a> = &'a dyn Fn(Name, u16) -> u16;

/// The areas of the panes in the body of a screen.
pub fn areas(body: Rect, wants: &Wants, whole: Whole<'_>) -> Areas {
    let (panes, preview) = if wants.zoomed {
        (alone(body, wants.focus), None)
    } else if body.width >= WIDE && wants.is_high {
        beside(body, wants, whole)
    } else if body.height >= 10 {
        (below(body, wants.focus), None)
    } else {
        (alone(body, wants.focus), None)
    };
    match panes[wants.focus as usize] {
        Place::Whole(area) if wants.previews && preview.is_none() && area.height >= PREVIEW + PREVIEWED => {
            let (pane, _) = top(area, area.height + 1 - PREVIEW);
            let mut panes = panes;
            panes[wants.focus as usize] = Place::Whole(pane);
            Areas { body, panes, preview: Some(under(area, pane)) }
        }
        _ => Areas { body, panes, preview },
    }
}

/// Whether a screen is high enough for panes above each other.
pub fn is_high(screen: Rect) -> bool {
    screen.height >= HIGH
}

fn beside(body: Rect, wants: &Wants, whole: Whole<'_>) -> ([Place; 5], Option<Rect>) {
    let width = |left: Name, right: Name, least: u16| {
        let of = |name: Name| (wants.widths[name as usize], wants.wishes[name as usize]);
        match wants.panes.left {
            Some(set) => {
                let columns = u32::from(body.width) * u32::from(set) / 100;
                u16::try_from(columns).unwrap_or(u16::MAX).clamp(NARROWEST, body.width - NARROWEST + 1)
            }
            None => shared(body.width, of(left), of(right).0, least),
        }
    };
    let left = width(Name::Owns, Name::Roles, LEAST_ROLES);
    // The sentences of both are as long.
    let low = width(Name::Findings, Name::Blockers, (u32::from(body.width) * 2 / 5) as u16 + 1);
    let right = |left: u16| body.width + 1 - left;
    let columns = [body.width, left, right(left), low, right(low)];
    let rows = |name: Name| wants.lines(name, columns[name as usize]);

    // Whatever was set for another window, each keeps the least that shows anything.
    let within = |set: u16, most: u16| set.clamp(LEAST, most.max(LEAST));
    let highest = body.height.saturating_sub(LEAST + LEAST_MIDDLE - 2);
    let goals = match wants.panes.goals {
        Some(set) => within(set, highest),
        None => {
            // Four are whole; more only where nothing below is cut by it.
            let below = |above, low| rows(above).saturating_add(rows(low)).saturating_add(4);
            let below = below(Name::Owns, Name::Findings).max(below(Name::Roles, Name::Blockers));
            let free = body.height.saturating_sub(below).min(body.height / 3);
            let goals = rows(Name::Goals).min(free.max(4));
            whole(Name::Goals, body.width).min(free).max(goals) + 2
        }
    };
    let (goals, _) = top(body, goals.min(highest));
    let rest = under(body, goals);
    let highest = rest.height.saturating_sub(LEAST_MIDDLE - 1).max(LEAST);
    let (findings, blockers, low) = match wants.panes.low {
        Some(set) => (within(set, highest), within(set, highest), low),
        None => {
            let has_nothing = |name: Name| wants.rows[name as usize] == 0;
            let begin = match has_nothing(Name::Findings) != has_nothing(Name::Blockers) {
                true => Begin::Anywhere,
                false => Begin::OnOneLine,
            };
            let all = [Name::Owns, Name::Roles, Name::Findings, Name::Blockers].map(rows);
            let lower = Lower::of(rest.height, all, begin);
            // Panes that do not begin on one line stand below those that end there.
            let low = if lower.left == lower.right { low } else { left };
            let wholes = [whole(Name::Findings, low), whole(Name::Blockers, right(low))];
            let lower = lower.grown(rest.height, [rows(Name::Owns), rows(Name::Roles)], wholes);
            let height = |lines: u16| (lines + 2).min(highest);
            (height(lower.left), height(lower.right), low)
        }
    };
    let [left, right] = split(rest, left);
    let [low_left, low_right] = split(rest, low);
    let lowest = |area: Rect, rows: u16| bottom(area, rows).1;
    let (findings, blockers) = (lowest(low_left, findings), lowest(low_right, blockers));
    let owns = Rect { height: findings.y + 1 - rest.y, ..left };
    let below = Rect { height: blockers.y + 1 - rest.y, ..right };
    let (roles, preview) = match wants.has_item {
        true => {
            let most = below.height.saturating_sub(PREVIEW + 1);
            let lines = whole(Name::Roles, below.width).min(most).max(rows(Name::Roles));
            previewed(below, lines.saturating_add(2))
        }
        false => (below, None),
    };
    ([goals, owns, roles, findings, blockers].map(Place::Whole), preview)
}

/// How many lines the lower panes have of those that they share with the upper ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lower {
    left: u16,
    right: u16,
}

/// Where the lower panes begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    /// On one line, unless rows would stay empty there while something above them is cut.
    OnOneLine,
    /// Wherever each has the lines that it fills.
    Anywhere,
}

impl Lower {
    /// By what each would fill: the tasks and below them the findings at the left, the roles and the blockers at the right.
    fn of(height: u16, [owns, roles, findings, blockers]: [u16; 4], begin: Begin) -> Lower {
        let lines = height.saturating_sub(3);
        let least = height / 3;
        let free = |above: u16| lines.saturating_sub(above);
        let part = |below: u16, above: u16| below.min(free(above).max(least)).max(1);

        let few = blockers.min(BLOCKERS.max(free(owns)));
        let even = part(findings.max(few), owns.max(roles));
        let wasted = |above: u16, below: u16| {
            even.saturating_sub(below.max(1)).min(above.saturating_add(even).saturating_sub(lines))
        };
        let is_even = wasted(owns, findings).max(wasted(roles, blockers)) < UNEVEN;
        if is_even && begin == Begin::OnOneLine {
            return Lower { left: even, right: even };
        }
        let roles = roles.saturating_add(PREVIEW - 1);
        Lower { left: part(findings, owns), right: part(blockers, roles) }
    }

    /// With the lines that nothing above needs, where they keep sentences from being cut. What stands above has its rows,
    /// and the item in short its room.
    fn grown(self, height: u16, [owns, roles]: [u16; 2], [findings, blockers]: [u16; 2]) -> Lower {
        let free = |above: u16| height.saturating_sub(3).saturating_sub(above);
        let with_item = roles.saturating_add(PREVIEW - 1);
        let roles = if free(with_item) >= self.right { with_item } else { roles };
        let more = |now: u16, whole: u16, above: u16| whole.min(free(above)).max(now);
        if self.left == self.right {
            let even = more(self.left, findings.max(blockers), owns.max(roles));
            return Lower { left: even, right: even };
        }
        Lower { left: more(self.left, findings, owns), right: more(self.right, blockers, roles) }
    }
}

/// A pane that fills so many rows, and what is left below it where that is enough for the item in short.
fn previewed(area: Rect, rows: u16) -> (Rect, Option<Rect>) {
    let (pane, _) = top(area, rows);
    let rest = under(area, pane);
    if rest.height < PREVIEW { (area, None) } else { (pane, Some(rest)) }
}

/// The columns of the left of two panes that share a line, by how many each would fill. What both leave goes to the left
/// one; where there are too few, the right one gives way until it has its least.
fn shared(width: u16, (left, wish): (u16, u16), right: u16, least: u16) -> u16 {
    let usual = (u32::from(width) * 3 / 5) as u16;
    let both = width + 1;
    let most = both.saturating_sub(right.min(least)).min(both - NARROWEST);
    let left =
        if left.saturating_add(right) <= both { left.max(usual).max(wish).min(both - right) } else { left };
    left.clamp(NARROWEST, most.max(NARROWEST))
}

/// What is left below an area, the last line of which is shared.
fn under(body: Rect, area: Rect) -> Rect {
    let y = area.bottom().saturating_sub(1).max(body.y);
    Rect { y, height: body.bottom().saturating_sub(y), ..body }
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

/// Two areas beside each other, which share a line.
fn split(area: Rect, left: u16) -> [Rect; 2] {
    let left = left.clamp(1, area.width.max(1));
    let x = area.x + left - 1;
    [Rect { width: left, ..area }, Rect { x, width: area.right().saturating_sub(x), ..area }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::shell::frame::Frame;

    fn wants(focus: Name, zoomed: bool) -> Wants {
        let panes = Panes::default();
        let (rows, widths, wishes) = ([4, 30, 9, 6, 5], [0, 70, 50, 70, 60], [0; 5]);
        let nothing = [0; 5];
        Wants {
            focus,
            zoomed,
            rows,
            nothing,
            widths,
            wishes,
            is_high: true,
            has_item: true,
            previews: false,
            panes,
        }
    }

    const NOTHING_CUT: Whole<'static> = &|_, _| 0;

    /// The panes on a whole screen, with what stands around them.
    fn on(screen: Rect, wants: &Wants) -> Areas {
        areas(Frame::of(screen, 0, 0).body, &Wants { is_high: is_high(screen), ..*wants }, NOTHING_CUT)
    }

    fn places(areas: &Areas, frame: &Frame) -> Vec<Rect> {
        let panes = areas.panes.iter().filter_map(|place| match place {
            Place::Whole(area) | Place::Summary(area) => Some(*area),
            Place::Hidden => None,
        });
        let panes = panes.chain(areas.preview);
        panes.chain([frame.header, frame.banner, frame.strip, frame.status, frame.footer]).collect()
    }

    /// Whether every cell of the screen belongs to a place.
    fn covers(places: &[Rect], screen: Rect) -> bool {
        screen.positions().all(|at| places.iter().any(|place| place.contains(at)))
    }

    #[test]
    fn at_every_size_the_places_fill_the_screen_and_do_not_overlap() {
        for (width, height) in (0..=210).step_by(7).flat_map(|w| (0..=64).map(move |h| (w, h))) {
            for focus in ALL {
                for (zoomed, strip, banner) in [(false, 0, 0), (true, 0, 2), (false, 4, 2), (true, 4, 0)] {
                    let screen = Rect::new(0, 0, width, height);
                    let frame = Frame::of(screen, banner, strip);
                    let wants = Wants { is_high: is_high(screen), ..wants(focus, zoomed) };
                    let areas = areas(frame.body, &wants, NOTHING_CUT);
                    let places = places(&areas, &frame);
                    for (i, a) in places.iter().enumerate() {
                        assert_eq!(screen.intersection(*a).area(), a.area());
                        // Neighbours share a line where all panes are there, and nothing else.
                        let shares = |b: &Rect| {
                            let both = a.intersection(*b);
                            both.is_empty() || (areas.is_beside() && (both.width == 1 || both.height == 1))
                        };
                        assert!(places[..i].iter().all(shares), "{width}×{height} {focus:?} {places:?}");
                    }
                    if !areas.is_beside() {
                        let cells: u32 = places.iter().map(|place| place.area()).sum();
                        assert_eq!(cells, screen.area(), "{width}×{height} {focus:?}");
                    } else if focus == Name::Owns {
                        assert!(covers(&places, screen), "{width}×{height} {places:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn whatever_the_panes_hold_they_fill_the_screen_and_do_not_overlap() {
        let many = [0, 1, 7, u16::MAX];
        for (width, height) in [(96, 26), (120, 40)] {
            for n in 0..many.len().pow(5) {
                let mut n = n;
                let rows = ALL.map(|_| {
                    let rows = many[n % many.len()];
                    n /= many.len();
                    rows
                });
                for widths in [[0, 70, 50, 70, 60], [0, 150, 24, 24, 150]] {
                    let wants = Wants { rows, widths, nothing: [60; 5], ..wants(Name::Owns, false) };
                    let body = Rect::new(0, 0, width, height);
                    let areas = areas(body, &wants, &|name, _| rows[name as usize].saturating_mul(2));
                    let panes = ALL.map(|name| match areas.pane(name) {
                        Place::Whole(area) => area,
                        other => panic!("{name:?} {other:?} {wants:?}"),
                    });
                    let places: Vec<Rect> = panes.into_iter().chain(areas.preview).collect();
                    // Without the lines that they share they tile the body.
                    let tile = |area: &Rect| u32::from(area.width - 1) * u32::from(area.height - 1);
                    assert_eq!(places.iter().map(tile).sum::<u32>(), tile(&body), "{wants:?} {places:?}");
                    for (i, a) in places.iter().enumerate() {
                        let shares = |b: &Rect| {
                            let both = a.intersection(*b);
                            both.is_empty() || both.width == 1 || both.height == 1
                        };
                        assert!(places[..i].iter().all(shares), "{wants:?} {places:?}");
                    }
                    let has_its_least = |area: &Rect| area.height >= LEAST && area.width >= NARROWEST;
                    assert!(places.iter().all(has_its_least), "{wants:?} {places:?}");
                    assert!(areas.height(Name::Owns) + 2 >= LEAST_MIDDLE, "{wants:?}");
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
                    assert!(covers(&places(&areas, &Frame::of(screen, 0, 0)), screen), "{wants:?}");
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
    fn what_holds_nothing_is_one_line_and_its_neighbour_has_the_room() {
        let at = |rows| on(Rect::new(0, 0, 120, 40), &Wants { rows, ..wants(Name::Owns, false) });
        let lines = |rows, name| at(rows).height(name);
        assert_eq!(lines([0, 30, 9, 6, 5], Name::Goals), 1);
        assert_eq!(lines([0, 30, 9, 0, 5], Name::Findings), 1);
        assert_eq!(lines([0, 30, 9, 6, 0], Name::Blockers), 1);
        assert_eq!(lines([0, 30, 0, 6, 5], Name::Roles), 1);
        assert!(lines([4, 30, 9, 0, 5], Name::Owns) > lines([4, 30, 9, 6, 5], Name::Owns));
    }

    #[test]
    fn rows_go_to_the_pane_that_would_cut_something() {
        let lines = |rows| {
            let areas = on(Rect::new(0, 0, 120, 40), &Wants { rows, ..wants(Name::Owns, false) });
            ALL.map(|name| areas.height(name))
        };
        // Below long lists nothing stands empty.
        let [_, owns, _, findings, blockers] = lines([4, 99, 9, 1, 6]);
        assert_eq!((owns, findings, blockers), (28, 1, 6));
        let [_, _, roles, findings, blockers] = lines([4, 9, 99, 9, 1]);
        assert_eq!((roles, findings, blockers), (28, 9, 1));
        // As long as nothing above is cut they begin on one line, and are whole.
        let [_, owns, _, findings, blockers] = lines([4, 12, 9, 3, 14]);
        assert_eq!((owns, findings, blockers), (15, 14, 14));
        // What is long on all sides is shared.
        let [_, owns, _, findings, blockers] = lines([4, 99, 99, 99, 99]);
        assert_eq!((owns, findings, blockers), (19, 10, 10));
    }

    #[test]
    fn sentences_that_would_be_cut_have_the_lines_that_stay_empty_above_them() {
        let lines = |rows, wholes: [u16; 5]| {
            let wants = Wants { rows, is_high: true, ..wants(Name::Owns, false) };
            let areas = areas(Rect::new(0, 0, 120, 35), &wants, &|name, _| wholes[name as usize]);
            let [_, owns, roles, findings, blockers] = ALL.map(|name| areas.height(name));
            (owns, roles, findings, blockers)
        };
        let rows = [4, 9, 5, 6, 5];
        assert_eq!(lines(rows, rows), (21, 5, 6, 6));
        assert_eq!(lines(rows, [4, 9, 5, 11, 5]), (16, 5, 11, 11), "they begin on one line as before");
        assert_eq!(lines(rows, [4, 9, 5, 40, 40]).1, 5, "the item in short keeps its room");
        assert_eq!(lines(rows, [4, 9, 8, 6, 5]).1, 8, "and has what they leave");
        // Rows go first.
        let rows = [4, 30, 5, 6, 5];
        assert_eq!(lines(rows, [4, 30, 5, 11, 9]), lines(rows, rows));
    }

    #[test]
    fn goals_have_rows_that_nothing_else_needs() {
        let lines = |rows| {
            let areas = on(Rect::new(0, 0, 120, 40), &Wants { rows, ..wants(Name::Owns, false) });
            areas.height(Name::Goals)
        };
        assert_eq!(lines([9, 99, 9, 6, 5]), 4);
        assert_eq!(lines([9, 9, 9, 6, 5]), 9);
        assert_eq!(lines([99, 9, 9, 6, 5]), 12);
    }

    #[test]
    fn what_would_stand_in_a_pane_has_as_many_lines_as_it_takes() {
        let (rows, widths, nothing) = ([0, 30, 0, 1, 0], [0, 97, 0, 40, 40], [75, 0, 54, 0, 40]);
        let wants = Wants { rows, widths, nothing, ..wants(Name::Owns, false) };
        let areas = on(Rect::new(0, 0, 120, 40), &wants);
        assert_eq!(areas.height(Name::Roles), 4, "in twenty columns");
        assert_eq!((areas.height(Name::Goals), areas.height(Name::Blockers)), (1, 1));
    }

    #[test]
    fn columns_go_to_the_pane_that_would_cut_something() {
        let left = |owns, roles| {
            let widths = [0, owns, roles, 70, 60];
            let areas = on(Rect::new(0, 0, 120, 40), &Wants { widths, ..wants(Name::Owns, false) });
            let Place::Whole(area) = areas.pane(Name::Owns) else { panic!("it is there") };
            area.width
        };
        assert_eq!(left(60, 40), 72, "as long as nothing is cut, as usual");
        assert_eq!(left(84, 30), 84);
        assert_eq!(left(100, 80), 120 + 1 - LEAST_ROLES);
        assert_eq!(left(50, 71), 50);
        let wishes = [0, 90, 0, 0, 0];
        let wide = on(Rect::new(0, 0, 140, 40), &Wants { wishes, ..wants(Name::Owns, false) });
        assert!(matches!(wide.pane(Name::Owns), Place::Whole(area) if area.width == 90));
    }

    #[test]
    fn the_middle_has_the_room() {
        let at = |w, h| on(Rect::new(0, 0, w, h), &wants(Name::Owns, false));
        assert_eq!(at(120, 40).height(Name::Owns), 23);
        assert_eq!(at(200, 60).height(Name::Owns), 43);
        assert_eq!(at(80, 24).height(Name::Owns), 15);
        assert_eq!(at(40, 12).height(Name::Owns), 7);
    }
}
