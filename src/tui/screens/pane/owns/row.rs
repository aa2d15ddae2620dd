//! One line of who owns what: as much as the width allows, the title first.

use super::Owns;
use super::line::{self, Helpers, age, calls, initials, waits, who};
use crate::store::{Group, Grouping, TaskRow};
use crate::tui::kit::list::Row;
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// One line.
pub fn draw(owns: &Owns, i: usize, overview: &Overview, line: &mut Row<'_>) {
    // Where there is room for one row it is that of the task that is selected, not its heading's.
    let is_headed = owns.has_heading(i) && !(line.is_selected && line.height() < 2);
    let (at, theme) = (u16::from(is_headed), line.theme);
    let group = owns.here().rows[i].group;
    let Some(row) = &owns.here().rows[i].task else { return folded(owns, group, overview, line) };
    if at == 1 {
        let heading = match owns.heading(group, overview) {
            (name, Some(count)) => words().group_heading(name, count),
            (name, None) => name,
        };
        line.put(1, line.width(), &heading, theme.dim);
    }
    line.mark(at);
    let is_parked = row.parked.is_some_and(|day| day > overview.today);
    // What was just ended stays among what lives until one moves on.
    let is_aside = is_parked || (row.state.is_finished() && group != Group::Finished);
    let plain = |style| if is_aside { theme.dim } else { style };

    // From the right, so that a narrow pane gives up the facts and keeps the title.
    let wide = line.width();
    let mut right = wide.saturating_sub(1);
    let room = Room::of(owns, wide);
    if wide >= 34 {
        let blocked = match row.blocked {
            0 => String::new(),
            _ if room.waits > 2 => waits(row),
            n => format!("{}{}", marks().blocked, n.min(9)),
        };
        line.put_on(at, right.saturating_sub(room.waits), room.waits, &blocked, plain(theme.warn));
        right -= if room.waits > 0 { room.waits + 2 } else { 0 };
        let (age, tone) = age(row, overview);
        let columns = (text::width(&age) as u16).min(owns.widths.age);
        line.put_on(at, right - columns, columns, &age, plain(tone.style(theme)));
        // Without the column of names there is nothing to stand below of: the title ends where its age begins.
        right -= 2 + if wide >= 48 { owns.widths.age } else { columns };
    }
    let style = if calls(row, overview) { theme.warn } else { theme.text };
    if wide >= 48 {
        let columns = room.who;
        line.put_on(
            at,
            right - columns,
            columns,
            &who(row, group, overview, room.helpers, columns),
            plain(style),
        );
        right -= columns + 2;
    } else if wide >= 34 {
        let who = initials(row, group, overview);
        let columns = text::width(&who) as u16;
        line.put_on(at, right - columns, columns, &who, plain(style));
        right -= columns + 2;
    }
    if room.serves > 0 {
        let columns = room.serves;
        let serves = serves(row, owns.arrangement().grouping).unwrap_or_default();
        line.put_on(at, right - columns, columns, serves, theme.dim);
        right -= columns + 2;
    }
    let is_marked = owns.marked.has(row.id);
    let style = if is_marked { theme.title_focused } else { plain(theme.accent) };
    line.put_on(at, 1, owns.widths.handle, &row.handle, style);
    if is_marked {
        // Beside the handle: the first column says what is selected, be it marked or not.
        line.put_on(at, 1 + owns.widths.handle, 1, marks().marked, theme.title_focused);
    }
    let x = owns.widths.handle + 3;
    let room = right.saturating_sub(x);
    let lead = line.lead(plain(theme.text));
    let x = line.put_found(at, x, room, &row.title, lead, &owns.found_by);
    if let Some(next) = row.next.as_deref().filter(|_| wide >= 90 && x + 16 < right) {
        line.put_on(at, x + 2, right - x - 2, &words().scr_next(next), theme.dim);
    }
}

/// How wide the columns of the list are: as wide as what is loaded, so that the titles get the rest.
#[derive(Default)]
pub struct Widths {
    handle: u16,
    /// The longest title, as far as it is shown whole before all else, and as far as before anything is said at length.
    title: u16,
    whole: u16,
    who: u16,
    /// With the names of those who help.
    all: u16,
    age: u16,
    /// What stops a task: as a mark with a count, none where nothing is stopped, and with whom it waits on.
    stops: u16,
    waits: u16,
    serves: u16,
    /// What names, blockers and next steps take beyond that where all of it is said.
    pub more: u16,
    /// What of that the next steps take.
    next: u16,
}

/// How much of a list is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loaded {
    Whole,
    InPart,
}

/// So many columns of a title are whole before all else.
const TITLE: usize = 60;

/// And so many before anything is said at length.
const WHOLE: usize = 160;

impl Widths {
    /// What these rows take.
    pub fn of<'a>(
        rows: impl Iterator<Item = (Group, &'a TaskRow)> + Clone,
        loaded: Loaded,
        grouping: Grouping,
        overview: &Overview,
    ) -> Widths {
        let tasks = rows.clone().map(|(_, row)| row);
        let widest = |of: &dyn Fn(&TaskRow) -> usize| tasks.clone().map(of).max().unwrap_or(0) as u16;
        let who = |said| {
            let who = |(group, row)| text::width(&line::who(row, group, overview, said, u16::MAX));
            rows.clone().map(who).max().unwrap_or(0) as u16
        };
        let long = widest(&|row| {
            let next = row.next.as_deref().map_or(0, |next| 2 + text::width(&words().scr_next(next)));
            text::width(&text::cut(&row.title, WHOLE)) + next
        });
        // What is loaded in part gets its column by what is on the whole board: nothing moves sideways as one scrolls.
        let is_stopped = match loaded {
            Loaded::Whole => false,
            Loaded::InPart => overview.counts.blocked > 0,
        };
        let is_stopped = is_stopped || tasks.clone().any(|row| row.blocked > 0);
        let mut widths = Widths {
            handle: widest(&|row| row.handle.len()).clamp(3, 11),
            title: widest(&|row| text::width(&text::cut(&row.title, TITLE))),
            whole: widest(&|row| text::width(&text::cut(&row.title, WHOLE))),
            who: who(Helpers::Counted).clamp(5, 22),
            all: who(Helpers::Named).clamp(5, 34),
            age: widest(&|row| text::width(&age(row, overview).0)).clamp(4, 14),
            stops: if is_stopped { 2 } else { 0 },
            waits: widest(&|row| text::width(&waits(row))).min(16),
            more: 0,
            next: 0,
            serves: widest(&|row| serves(row, grouping).map_or(0, text::width)).min(26),
        };
        let names = widths.all.saturating_sub(widths.who);
        widths.next = long.saturating_sub(widths.whole).min(60);
        widths.more = widths.whole - widths.title + names + widths.waits + widths.next;
        widths
    }

    /// What a row needs so that nothing of it is cut, with all that is said in short.
    pub fn inside(&self) -> u16 {
        let stops = if self.stops > 0 { 2 + self.stops } else { 0 };
        1 + self.handle + 2 + self.title + 2 + self.who + 2 + self.age + stops + 1
    }
}

/// How many columns the facts have. The titles are whole before anything is said at length.
struct Room {
    who: u16,
    helpers: Helpers,
    waits: u16,
    serves: u16,
}

impl Room {
    fn of(owns: &Owns, wide: u16) -> Room {
        let columns = &owns.widths;
        let mut spare = wide.checked_sub(columns.inside() + columns.whole - columns.title);
        let mut has = |more: u16| {
            let left = spare.filter(|_| wide >= LONG).and_then(|spare| spare.checked_sub(more));
            spare = left.or(spare);
            left.is_some()
        };
        let waits = if columns.waits > 2 && has(columns.waits - 2) { columns.waits } else { columns.stops };
        let helpers =
            if has(columns.all.saturating_sub(columns.who)) { Helpers::Named } else { Helpers::Counted };
        let serves = if wide >= 140 && columns.serves > 0 && has(columns.serves + 2 + columns.next) {
            columns.serves
        } else {
            0
        };
        let who = match helpers {
            Helpers::Named => columns.all,
            // Names give way to the titles, down to what a first name takes.
            Helpers::Counted => {
                let lacking = columns.inside().saturating_sub(wide);
                columns.who.saturating_sub(lacking).max(columns.who.min(NAME))
            }
        };
        Room { who, helpers, waits, serves }
    }
}

/// From here on facts are said at length.
const LONG: u16 = 90;

/// What a name has at least, with the count of those who help.
const NAME: u16 = 12;

/// A group that is one line.
fn folded(owns: &Owns, group: Group, overview: &Overview, line: &mut Row<'_>) {
    let theme = line.theme;
    line.mark(0);
    let (name, count) = owns.heading(group, overview);
    let lead = line.lead(theme.text);
    let x = line.put(1, line.width().saturating_sub(2), &name, lead);
    let folded = match count {
        Some(count) => words().group_folded(count),
        None => words().group_folded_some(),
    };
    line.put(x + 3, line.width().saturating_sub(x + 4), &folded, theme.dim);
}

/// What a task is for, where its heading does not say it: its goal, or else its role.
pub fn serves(row: &TaskRow, grouping: Grouping) -> Option<&str> {
    let goal = row.goal.as_ref().filter(|_| grouping != Grouping::Goal);
    let role = row.role.as_ref().filter(|_| grouping != Grouping::Role);
    goal.map(|(_, title)| title.as_str()).or(role.map(|(_, name)| name.as_str()))
}
