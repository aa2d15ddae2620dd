//! What stands between the two rules: rows with air between them, or a name or the clock in big letters.

use ratatui::{buffer::Buffer, layout::Rect};

use super::Look;
use super::letters::Letters;
use crate::insight::panel::{Bar, Body, Mark, ROWS, Row, Shown, Weight};
use crate::tui::kit::draw;
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;

/// The columns of a bar; narrower panels have none.
const BAR: u16 = 12;
const WIDE: u16 = 60;
/// So many columns stand between two things of one row.
const GAP: u16 = 2;
/// A text that shares its row has so many columns at least.
const LEAST: u16 = 16;
/// So many rows of air stand between two rows at most.
const AIR: u16 = 2;

pub fn view(body: &Body, left: &str, area: Rect, buf: &mut Buffer, look: Look) {
    if area.is_empty() {
        return;
    }
    match body {
        Body::Rows(rows) => view_rows(rows, area, buf, look),
        Body::Name { name, under } => view_large(name.as_str(), under, area, buf, look),
        Body::Clock { under } => view_large(left, under, area, buf, look),
    }
}

pub fn in_words(body: &Body) -> Vec<String> {
    match body {
        Body::Rows(rows) => rows.iter().map(row_in_words).collect(),
        Body::Name { name, under } => {
            [name].into_iter().chain(under).map(|shown| shown.as_str().to_owned()).collect()
        }
        Body::Clock { under } => under.iter().map(|shown| shown.as_str().to_owned()).collect(),
    }
}

fn row_in_words(row: &Row) -> String {
    let sign = sign(row.mark);
    let count = match row.bar {
        Some(Bar::Count { n, .. }) => Some(n.to_string()),
        _ => None,
    };
    let parts = [
        (!sign.is_empty()).then(|| sign.to_owned()),
        count,
        row.handle.as_ref().map(|handle| handle.as_str().to_owned()),
        Some(row.text.as_str().to_owned()),
        (!row.right.is_empty()).then(|| joined(&row.right)),
    ];
    let indent = if row.weight == Weight::Plain { "  " } else { "" };
    format!("{indent}{}", parts.into_iter().flatten().collect::<Vec<_>>().join("  "))
}

/// One line on the screen: a row, or where it goes on.
struct Line<'r> {
    row: &'r Row,
    text: String,
    right: Option<String>,
    begins: Begins,
}

/// How a line stands to the one above.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// Something new.
    Group,
    /// It says more of it.
    Row,
    /// The same row goes on.
    Nothing,
}

/// The columns of a panel's rows.
#[derive(Clone, Copy)]
struct Columns {
    mark: u16,
    count: u16,
    handle: u16,
    bar: u16,
    right: u16,
    wide: u16,
}

impl Columns {
    fn of(rows: &[Row], wide: u16) -> Columns {
        let most = |width: fn(&Row) -> usize| {
            rows.iter().map(width).max().filter(|most| *most > 0).map_or(0, |most| most as u16 + GAP)
        };
        let has_share = rows.iter().any(|row| matches!(row.bar, Some(Bar::Share(_))));
        Columns {
            mark: if rows.iter().any(|row| row.mark != Mark::None) { GAP } else { 0 },
            count: most(|row| match row.bar {
                Some(Bar::Count { most, .. }) => most.min(BAR.into()) + 1 + most.to_string().len(),
                _ => 0,
            }),
            handle: most(|row| row.handle.as_ref().map_or(0, |handle| text::width(handle.as_str())))
                .min(wide / 3),
            bar: if has_share && wide >= WIDE { BAR + GAP } else { 0 },
            right: most(|row| match row.weight {
                Weight::Strong => text::width(&joined(&row.right)),
                Weight::Plain => 0,
            }),
            wide,
        }
    }

    /// Where the text of a row begins.
    fn text(self, row: &Row) -> u16 {
        match row.weight {
            Weight::Strong => self.mark + self.count + if row.handle.is_some() { self.handle } else { 0 },
            Weight::Plain => self.mark,
        }
    }

    /// The columns that are left to the text of a row where nothing stands beside it.
    fn room(self, row: &Row) -> u16 {
        self.wide.saturating_sub(self.text(row) + self.bar_of(row)).max(1)
    }

    /// The columns of the bar, which has its place before what stands at the right.
    fn bar_of(self, row: &Row) -> u16 {
        if matches!(row.bar, Some(Bar::Share(_))) { self.bar } else { 0 }
    }
}

fn view_rows(rows: &[Row], area: Rect, buf: &mut Buffer, look: Look) {
    let rows = &rows[..rows.len().min(ROWS)];
    let columns = Columns::of(rows, area.width);
    let lines = lines(rows, columns, ROWS.min(area.height.into()));
    let before = air(&lines, area.height);
    let mut y = area.y;
    for (line, before) in lines.iter().zip(before) {
        y += before;
        if y >= area.bottom() {
            break;
        }
        view_line(line, columns, Rect { y, height: 1, ..area }, buf, look);
        y += 1;
    }
}

/// The rows as lines: a row that is too long goes on where others leave lines.
fn lines(rows: &[Row], columns: Columns, most: usize) -> Vec<Line<'_>> {
    let mut spare = most.saturating_sub(rows.len());
    let mut lines: Vec<Line<'_>> = Vec::new();
    for row in rows {
        let begins = if row.weight == Weight::Strong { Begins::Group } else { Begins::Row };
        let room = columns.room(row);
        let wide = text::width(row.text.as_str());
        let right = beside(row, usize::from(room).saturating_sub(wide.max(LEAST.into()) + usize::from(GAP)));
        let beside = right.as_ref().map_or(0, |right| text::width(right) as u16 + GAP);
        // All in one line, or the text over as many as there are, or cut.
        let fits = wide + usize::from(beside) <= room.into();
        if fits || spare == 0 {
            // What is said of the row above goes before what stands beside it.
            let right = right.filter(|_| fits || row.weight == Weight::Strong);
            lines.push(Line { row, text: row.text.as_str().to_owned(), right, begins });
            continue;
        }
        let mut pieces = broken(row.text.as_str(), room.into(), spare + 1);
        let last = pieces.last().map_or(0, |last| text::width(last));
        let is_beside = right.is_some() && last + usize::from(beside) <= room.into();
        let needs_line = right.is_some() && !is_beside;
        if needs_line && pieces.len() > spare {
            pieces.truncate(spare.max(1));
            // What is left of the text is cut at the end of what is there.
            let shown = pieces.iter().map(|piece| piece.len()).sum::<usize>();
            if let Some(last) = pieces.last_mut()
                && shown < row.text.as_str().trim().len()
            {
                last.push_str(marks().ellipsis);
            }
        }
        let count = pieces.len();
        spare = spare.saturating_sub(count - 1 + usize::from(needs_line));
        for (at, piece) in pieces.into_iter().enumerate() {
            let begins = if at == 0 { begins } else { Begins::Nothing };
            let right = right.clone().filter(|_| is_beside && at + 1 == count);
            lines.push(Line { row, text: piece, right, begins });
        }
        if needs_line {
            // Below the text there is room for all of it.
            let right = Some(joined(&row.right));
            lines.push(Line { row, text: String::new(), right, begins: Begins::Nothing });
        }
    }
    lines.truncate(most);
    lines
}

/// What stands at the right of a text: as many of its facts as have room, the first in any case.
fn beside(row: &Row, room: usize) -> Option<String> {
    let (first, rest) = row.right.split_first()?;
    let mut said = first.as_str().to_owned();
    for fact in rest {
        let longer = format!("{said}, {}", fact.as_str());
        if text::width(&longer) > room {
            break;
        }
        said = longer;
    }
    Some(said)
}

fn joined(facts: &[Shown]) -> String {
    facts.iter().map(Shown::as_str).collect::<Vec<_>>().join(", ")
}

/// A text in pieces of so many columns, broken at blanks; the last of so many holds all that is left.
fn broken(text: &str, room: usize, most: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let is_last = pieces.len() == most;
        match pieces.last_mut() {
            // What is far beyond the end is not looked at.
            Some(last) if is_last && last.len() > 8 * room => break,
            Some(last) if is_last || text::width(last) + 1 + text::width(word) <= room => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push(word.to_owned()),
        }
    }
    if pieces.is_empty() {
        pieces.push(String::new());
    }
    pieces
}

/// How many rows of air stand before each line: what belongs together stands together.
fn air(lines: &[Line<'_>], height: u16) -> Vec<u16> {
    let mut before = vec![0; lines.len()];
    let mut spare = height.saturating_sub(lines.len() as u16);
    let round = |spare: &mut u16, before: &mut Vec<u16>, which: &dyn Fn(usize) -> bool| {
        let places: Vec<usize> = (0..lines.len()).filter(|at| which(*at)).collect();
        if !places.is_empty() && places.len() as u16 <= *spare {
            *spare -= places.len() as u16;
            places.into_iter().for_each(|at| before[at] += 1);
        }
    };
    for turn in 0..AIR {
        let was = spare;
        round(&mut spare, &mut before, &|at| at > 0 && lines[at].begins == Begins::Group);
        if turn == 0 || spare < was {
            round(&mut spare, &mut before, &|at| at == 0);
        }
        if turn == 0 {
            round(&mut spare, &mut before, &|at| at > 0 && lines[at].begins == Begins::Row);
        }
    }
    before
}

fn view_line(line: &Line<'_>, columns: Columns, area: Rect, buf: &mut Buffer, look: Look) {
    let Row { mark, handle, bar, weight, .. } = line.row;
    let (y, right) = (area.y, area.right());
    let put = |buf: &mut Buffer, x: u16, end: u16, text: &str, style| {
        draw::put(buf, x, y, end.saturating_sub(x), text, style)
    };
    let style = if *weight == Weight::Strong { look.strong } else { look.plain };
    let x = area.x + columns.text(line.row);
    let mut end = right;
    if let Some(shown) = &line.right {
        // A text beside it keeps columns enough to be understood.
        let room = match line.text.is_empty() {
            true => right.saturating_sub(x),
            false => (right.saturating_sub(x)).saturating_sub(LEAST).max(area.width / 3),
        };
        let wide = (text::width(shown) as u16).min(room);
        let begin = match line.text.is_empty() {
            true => x,
            false => right.saturating_sub(wide),
        };
        put(buf, begin, begin + wide, shown, look.plain);
        end = begin.saturating_sub(GAP);
    }
    if let Some(Bar::Share(share)) = bar
        && columns.bar > 0
        && line.begins == Begins::Group
    {
        let begin = right.saturating_sub(columns.right + BAR);
        view_share(*share, begin, y, buf, look);
        end = end.min(begin.saturating_sub(GAP));
    }
    if line.begins != Begins::Nothing {
        put(buf, area.x, x, sign(*mark), look.strong);
        let mut at = area.x + columns.mark;
        if let Some(Bar::Count { n, most }) = bar {
            // Longer bars are drawn to a scale; the number says it all the same.
            let cells = (*most).min(BAR.into());
            let shown = if *most > cells { (n * cells).div_ceil(*most) } else { *n };
            put(buf, at, x, &marks().clear.repeat(shown), look.strong);
            let end = area.x + columns.mark + columns.count - GAP;
            draw::put_right(buf, end, y, end.saturating_sub(at), &n.to_string(), look.strong);
            at = end + GAP;
        }
        if let Some(handle) = handle {
            put(buf, at, x.saturating_sub(1), handle.as_str(), look.accent);
        }
    }
    put(buf, x, end, &line.text, style);
}

/// A bar whose parts differ in their signs.
fn view_share(share: f64, x: u16, y: u16, buf: &mut Buffer, look: Look) {
    let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
    let full = (share * f64::from(BAR)).round() as u16;
    let full = full.max(u16::from(share > 0.0)).min(if share < 1.0 { BAR - 1 } else { BAR });
    draw::put(buf, x, y, full, &marks().reached.repeat(full.into()), look.strong);
    let left = BAR - full;
    draw::put(buf, x + full, y, left, &marks().left.repeat(left.into()), look.plain);
}

/// A name or a clock as large as it can be; with letters that are not drawn bold and spaced.
fn view_large(name: &str, under: &[Shown], area: Rect, buf: &mut Buffer, look: Look) {
    let under = &under[..under.len().min(usize::from(area.height).saturating_sub(1)).min(ROWS - 1)];
    let room = area.height - under.len() as u16;
    let letters = Letters::of(name);
    // With a row of air where there is one.
    let height = letters.as_ref().and_then(|letters| {
        letters.height(area.width, room.saturating_sub(1)).or_else(|| letters.height(area.width, room))
    });
    let high = height.unwrap_or(1);
    let spare = room.saturating_sub(high);
    let top = area.y + (spare / 2).min(if height.is_some() { AIR } else { spare });
    match (&letters, height) {
        (Some(letters), Some(height)) => letters.view(Rect { y: top, height, ..area }, buf, look.strong),
        _ => {
            let spaced: Vec<&str> = text::pieces(name).map(|(piece, _)| piece).collect();
            let spaced = spaced.join(" ");
            let fits = text::width(&spaced) <= area.width.into();
            let said = if fits { spaced.as_str() } else { name };
            draw::put(buf, area.x, top, area.width, said, look.strong);
        }
    }
    let below = top + high + u16::from(spare > 0);
    for (y, shown) in (below..area.bottom()).zip(under) {
        draw::put(buf, area.x, y, area.width, shown.as_str(), look.plain);
    }
}

/// The sign of a mark.
fn sign(mark: Mark) -> &'static str {
    let marks = marks();
    match mark {
        Mark::None => "",
        Mark::Goal => marks.goal,
        Mark::LongGoal => marks.star,
        Mark::Free => marks.vacant,
        Mark::Doing => marks.clear,
        Mark::Blocked => marks.blocked,
        Mark::Overlap => marks.overlap,
        Mark::Done => marks.done,
        Mark::Quiet => marks.stale,
        Mark::Point => marks.dot,
    }
}
