//! A task as a card in a column: its title in two lines at most, below it what its row says too.
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

/// How much room there is for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cards {
    /// Two lines: a title and the facts, cut where they are longer.
    #[default]
    Short,
    /// As many as it takes, and an empty one before the next.
    Whole,
}

/// The empty lines above a card.
pub fn gap(cards: Cards, i: usize, more_before: bool) -> u16 {
    u16::from(cards == Cards::Whole && (i > 0 || more_before))
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
        while need < MOST && is_cut(&title(row, need, cards), need) {
            need += 1;
        }
        need.min(MOST)
    })
}

/// The lines of a title.
fn title(row: &TaskRow, room: u16, cards: Cards) -> Vec<String> {
    broken(&row.title, room.into(), if cards == Cards::Short { 1 } else { 2 })
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
    /// What stands on it in so many columns.
    pub fn of(row: &'a TaskRow, under: Group, overview: &Overview, room: u16, cards: Cards) -> Card<'a> {
        let title = title(row, room, cards);
        let handle = row.handle.len() as u16;
        let (age, tone) = age(row, overview);
        let (mut waits, columns) = (waits(row), |text: &str| text::width(text) as u16);
        let beside = |text: &str| if text.is_empty() { 0 } else { columns(text) + 2 };
        let left = room.saturating_sub(handle + 2);
        let names = columns(&who(row, under, overview, Helpers::Counted, u16::MAX));
        let (mut age_below, mut waits_below) = (false, false);
        if names + beside(&age) + beside(&waits) > left {
            match cards {
                Cards::Short if row.blocked > 0 => {
                    waits = format!("{}{}", marks().blocked, row.blocked.min(9))
                }
                Cards::Short => {}
                Cards::Whole => {
                    waits_below = !waits.is_empty();
                    age_below = names + beside(&age) > left;
                }
            }
        }
        let age_beside = if age_below { 0 } else { beside(&age) };
        let waits_beside = if waits_below { 0 } else { beside(&waits) };
        let who = left.saturating_sub(age_beside + waits_beside);
        Card { row, under, title, handle, age, tone, waits, who, age_below, waits_below, is_marked: false }
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

    /// Draws it from a line of its row on.
    pub fn draw(&self, from: u16, room: u16, overview: &Overview, line: &mut Row<'_>) {
        let (row, theme) = (self.row, line.theme);
        line.mark(from);
        let is_parked = row.parked.is_some_and(|day| day > overview.today);
        let plain = |style: Style| if is_parked || row.state.is_finished() { theme.dim } else { style };
        let lead = line.lead(plain(theme.text));
        for (at, words) in (from..).zip(&self.title) {
            line.put_on(at, 1, room, words, lead);
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
