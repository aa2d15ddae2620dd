//! A task as a card in a column: its title, below it what its row says too.
//!
//! ```text
//! Sign the payment contract
//! with the provider
//! bak  Ayu +1            2 d
//! ▲ Dewi
//! ```

use ratatui::style::Style;

use super::line::{Helpers, Tone, age, calls, initials, waits, who};
use crate::domain::task::Part;
use crate::store::{Group, TaskRow};
use crate::tui::kit::list::Row;
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::shell::overview::Overview;

/// How much room there is for each, before spare lines are given out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cards {
    /// Two lines: a title and the facts, cut where they are longer.
    #[default]
    Short,
    /// Two lines for the title and two for the facts, where they need them, and an empty one before the next.
    Whole,
}

impl Cards {
    /// The most lines of a title.
    fn title(self) -> usize {
        match self {
            Cards::Short => 1,
            Cards::Whole => 2,
        }
    }
}

/// No card has more lines, however many are to spare.
const MOST_LINES: u16 = 6;

/// How cards stand below each other.
#[derive(Default)]
pub struct Stack {
    /// The lines of each, with the empty ones above it.
    pub lines: Vec<u16>,
    /// The empty lines between two of them.
    pub gap: u16,
}

/// How rows stand as cards below each other, in so many columns; `lines` is how many there are for them, where all are in
/// sight. Those to spare are given to the cards that are cut, one each from the first on, as long as they last, and then put
/// between all. Which one is selected makes no difference, so that a step moves nothing.
pub fn stack<'a>(
    rows: impl Iterator<Item = (Group, &'a TaskRow)>,
    overview: &Overview,
    room: u16,
    drawn: Cards,
    lines: Option<u16>,
    more_before: bool,
) -> Stack {
    let whole: Vec<_> = rows.map(|(under, row)| Card::of(row, under, overview, room, MOST_LINES)).collect();
    let mut heights: Vec<u16> = whole.iter().map(|card| card.least_lines(drawn)).collect();
    let gaps = whole.len().saturating_sub(usize::from(!more_before));
    let mut gap = u16::from(drawn == Cards::Whole);
    let taken = heights.iter().copied().map(usize::from).sum::<usize>() + gaps * usize::from(gap);
    let mut spare = lines.map_or(0, |lines| usize::from(lines).saturating_sub(taken));
    for _ in 0..MOST_LINES {
        for (height, card) in heights.iter_mut().zip(&whole) {
            if *height < card.lines() && spare > 0 {
                (*height, spare) = (*height + 1, spare - 1);
            }
        }
    }
    if gap == 0 && lines.is_some() && spare >= gaps {
        gap = 1;
    }
    let above = |i: usize| if i > 0 || more_before { gap } else { 0 };
    Stack { lines: heights.iter().enumerate().map(|(i, height)| above(i) + height).collect(), gap }
}

/// No card needs more.
const MOST: u16 = 90;

/// How many columns of text cards need so that no title is cut, and the facts stand on one line.
pub fn need<'a>(rows: impl Iterator<Item = (Group, &'a TaskRow)>, overview: &Overview, cards: Cards) -> u16 {
    rows.fold(0, |need: u16, (under, row)| {
        let names = who(row, under, overview, Helpers::Counted, u16::MAX);
        let facts = [&names, &age(row, overview).0, &waits(row)];
        let beside = |fact: &&String| if fact.is_empty() { 0 } else { text::width(fact) + 2 };
        let mut need = need.max((row.handle.len() + facts.iter().map(beside).sum::<usize>()) as u16);
        while need < MOST && is_cut(&broken(&row.title, need.into(), cards.title()), need) {
            need += 1;
        }
        need.min(MOST)
    })
}

fn is_cut(lines: &[String], room: u16) -> bool {
    lines.iter().any(|line| text::width(line) > room.into())
}

/// What stands on a card.
pub struct Card<'a> {
    row: &'a TaskRow,
    /// The group whose head stands above it.
    under: Group,
    title: Vec<String>,
    handle: u16,
    age: String,
    tone: Tone,
    waits: String,
    /// The columns between the handle and the age, or the end.
    who: u16,
    /// Whether the age and what it waits on stand on a line below.
    age_below: bool,
    waits_below: bool,
    is_marked: bool,
}

impl<'a> Card<'a> {
    /// What stands on it in so many columns and at most so many lines.
    pub fn of(row: &'a TaskRow, under: Group, overview: &Overview, room: u16, most: u16) -> Card<'a> {
        let handle = row.handle.len() as u16;
        let (age, tone) = age(row, overview);
        let (mut waits, columns) = (waits(row), |text: &str| text::width(text) as u16);
        let beside = |text: &str| if text.is_empty() { 0 } else { columns(text) + 2 };
        let left = room.saturating_sub(handle + 2);
        let names = columns(&who(row, under, overview, Helpers::Counted, u16::MAX));
        let (mut age_below, mut waits_below) = (false, false);
        let is_long = names + beside(&age) + beside(&waits) > left;
        // A second line for the title comes before one for the facts, a third behind it.
        let mut title = broken(&row.title, room.into(), most.saturating_sub(1).max(1).into());
        if is_long && (most > 3 || title.len() + 1 < most.into()) {
            title = broken(&row.title, room.into(), usize::from(most) - 2);
            waits_below = !waits.is_empty();
            age_below = names + beside(&age) > left;
        } else if is_long && row.blocked > 0 {
            waits = format!("{}{}", marks().blocked, row.blocked.min(9));
        }
        let age_beside = if age_below { 0 } else { beside(&age) };
        let waits_beside = if waits_below { 0 } else { beside(&waits) };
        let who = left.saturating_sub(age_beside + waits_beside);
        Card { row, under, title, handle, age, tone, waits, who, age_below, waits_below, is_marked: false }
    }

    /// The lines that it has wherever they are to be had.
    fn least_lines(&self, drawn: Cards) -> u16 {
        match drawn {
            Cards::Short => 2,
            Cards::Whole => self.lines() - self.title.len().saturating_sub(drawn.title()) as u16,
        }
    }

    /// Shows that it is marked.
    pub fn mark(&mut self) {
        self.is_marked = true;
    }

    /// How many lines it takes.
    pub fn lines(&self) -> u16 {
        self.title.len() as u16 + 1 + u16::from(self.age_below || self.waits_below)
    }

    /// Whether its title is cut.
    pub fn is_cut(&self, room: u16) -> bool {
        is_cut(&self.title, room)
    }

    /// Who leads and who helps; a name of which hardly anything would be left is two letters.
    fn names(&self, overview: &Overview) -> String {
        let all = who(self.row, self.under, overview, Helpers::Counted, u16::MAX);
        // What asks for somebody to take it is no name of which a part would do.
        let is_led = self.row.people().iter().any(|claim| claim.part == Part::Lead);
        if (self.who >= 6 && is_led) || text::width(&all) <= self.who.into() {
            return who(self.row, self.under, overview, Helpers::Named, self.who);
        }
        let helpers = self.row.people().iter().filter(|claim| claim.part == Part::Helper).count();
        let leads = initials(self.row, self.under, overview);
        let both = format!("{leads} +{helpers}");
        if helpers > 0 && text::width(&both) <= self.who.into() { both } else { leads }
    }

    /// Draws it from a line of its row on, with the words underlined in the title that were looked for.
    pub fn draw(&self, from: u16, room: u16, overview: &Overview, sought: &str, line: &mut Row<'_>) {
        let (row, theme) = (self.row, line.theme);
        line.mark(from);
        let is_parked = row.parked.is_some_and(|day| day > overview.today);
        let plain = |style: Style| if is_parked || row.state.is_finished() { theme.dim } else { style };
        let lead = line.lead(plain(theme.text));
        for (at, words) in (from..).zip(&self.title) {
            line.put_found(at, 1, room, words, lead, sought);
        }
        let facts = from + self.title.len() as u16;
        let handle = if self.is_marked { theme.title_focused } else { plain(theme.accent) };
        let end = line.put_on(facts, 1, self.handle.min(room), &row.handle, handle);
        if self.is_marked {
            line.put_on(facts, end, 1, marks().marked, theme.title_focused);
        }
        let x = end + 2;
        let style = if calls(row, overview) { theme.warn } else { theme.dim };
        line.put_on(facts, x, self.who, &self.names(overview), plain(style));
        // Each of the two lines from its end.
        let (mut right, mut right_below) = (1 + room, 1 + room);
        let mut put = |words: &str, is_below: bool, style: Style| {
            let (at, right) = if is_below { (facts + 1, &mut right_below) } else { (facts, &mut right) };
            let wide = (text::width(words) as u16).min(right.saturating_sub(1));
            line.put_on(at, *right - wide, wide, words, style);
            *right = right.saturating_sub(if wide > 0 { wide + 2 } else { 0 });
        };
        if !self.waits_below {
            put(&self.waits, false, plain(theme.warn));
        }
        put(&self.age, self.age_below, plain(self.tone.style(theme)));
        if self.waits_below {
            let room = right_below.saturating_sub(1);
            line.put_on(facts + 1, 1, room, &self.waits, plain(theme.warn));
        }
    }
}

/// A title in at most so many lines: broken between words where there are blanks, and the rest in the last one.
fn broken(title: &str, width: usize, most: usize) -> Vec<String> {
    // Longer ones are cut anyway; nobody's title is read to its end for that.
    let title = text::cut(title.trim(), (width + 1) * (most + 1));
    let (mut lines, mut rest) = (Vec::new(), title.as_ref());
    while lines.len() + 1 < most && text::width(rest) > width {
        let mut columns = 0;
        let (mut end, mut between, mut was_wide) = (rest.len(), None, false);
        for (at, piece, wide) in text::placed(rest) {
            // What is written in wide signs has no blanks between words.
            let is_wide = wide > 1;
            if piece == " " || is_wide || was_wide {
                between = Some(at);
            }
            if columns + wide > width {
                end = at;
                break;
            }
            (columns, was_wide) = (columns + wide, is_wide);
        }
        // A word that would leave half of the line empty is broken too.
        let at = between.filter(|at| text::width(&rest[..*at]) * 2 > width).unwrap_or(end);
        if at == 0 {
            break;
        }
        lines.push(rest[..at].trim_end().to_owned());
        rest = rest[at..].trim_start();
    }
    lines.push(rest.to_owned());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_broken_between_words() {
        assert_eq!(broken("Sign the contract", 20, 2), ["Sign the contract"]);
        assert_eq!(broken("Sign the payment contract", 20, 2), ["Sign the payment", "contract"]);
        assert_eq!(broken("Sign the payment contract", 20, 1), ["Sign the payment contract"]);
        assert_eq!(broken("Sign the payment", 16, 2), ["Sign the payment"]);
        assert_eq!(broken("Sign the payment now", 16, 2), ["Sign the payment", "now"]);
        assert_eq!(broken("", 20, 2), [""]);
    }

    #[test]
    fn what_has_no_blanks_is_broken_where_the_line_ends() {
        assert_eq!(broken("在庫の棚卸しと配送", 7, 2), ["在庫の", "棚卸しと配送"]);
        assert_eq!(broken("3 在庫の棚卸しと配送", 8, 2), ["3 在庫の", "棚卸しと配送"]);
        assert_eq!(broken("Rechtsschutzversicherung", 10, 2), ["Rechtsschu", "tzversicherung"]);
        assert_eq!(broken("記事の canonicalと page", 18, 2), ["記事の canonicalと", "page"]);
        assert_eq!(broken("記事のcanonicalの", 10, 2), ["記事の", "canonicalの"]);
        assert_eq!(broken("日本", 1, 2), ["日本"], "nothing fits");
    }
}
