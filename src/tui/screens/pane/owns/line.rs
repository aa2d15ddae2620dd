//! What a task's line says of its people and its time.

use ratatui::style::Style;

use crate::domain::spoken;
use crate::domain::task::Part;
use crate::store::{Group, RowClaim, RowOffer, TaskRow};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::when;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// How loud a fact is.
#[derive(Clone, Copy)]
pub enum Tone {
    Aside,
    Plain,
    Warn,
    Alert,
}

impl Tone {
    pub fn style(self, theme: &Theme) -> Style {
        match self {
            Tone::Aside => theme.dim,
            Tone::Plain => theme.text,
            Tone::Warn => theme.warn,
            Tone::Alert => theme.alert,
        }
    }
}

/// Whether the row asks somebody to take it.
pub fn calls(row: &TaskRow, overview: &Overview) -> bool {
    let led = row.claims.iter().any(|claim| claim.part == Part::Lead);
    overview.offer_of(row.id).is_some() || !(led || row.state.is_finished())
}

/// How those who help are said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Helpers {
    Counted,
    Named,
}

/// What it waits on, the first of several: `▲ Dewi +1`.
pub fn waits(row: &TaskRow) -> String {
    let mark = marks().blocked;
    match (row.blocked, &row.waits) {
        (0, _) => String::new(),
        (1, Some(on)) => format!("{mark} {on}"),
        (n, Some(on)) => format!("{mark} {on} +{}", n - 1),
        (n, None) => format!("{mark}{n}"),
    }
}

/// Those who lead it, but for who is named above it already. An offer is said wherever it is.
fn leads<'a>(row: &'a TaskRow, under: Group, overview: &Overview) -> impl Iterator<Item = &'a RowClaim> {
    let now = overview.now;
    row.people().iter().filter(move |claim| {
        let is_named = under == Group::Lead(Some(claim.member)) && claim.open_offer(now).is_none();
        claim.part == Part::Lead && !is_named
    })
}

/// Whether the heading above it says who leads it, or that nobody does.
fn is_said(row: &TaskRow, under: Group) -> bool {
    match under {
        Group::Lead(Some(lead)) => row.people().iter().any(|claim| claim.member == lead),
        Group::Lead(None) => true,
        _ => false,
    }
}

/// Who leads, and who helps, in so many columns: a long name is cut, and never the count of those who help. What the
/// heading of its group says is not said again.
pub fn who(row: &TaskRow, under: Group, overview: &Overview, said: Helpers, columns: u16) -> String {
    let leads: Vec<String> = leads(row, under, overview)
        .map(|claim| match claim.open_offer(overview.now) {
            Some(offer) => offered(claim, offer, overview),
            None => claim.name.clone(),
        })
        .collect();
    let helpers: Vec<&str> = row
        .people()
        .iter()
        .filter(|claim| claim.part == Part::Helper)
        .map(|claim| claim.name.as_str())
        .collect();
    let [open, close] = marks().quotes;
    let who = match leads.as_slice() {
        [] if row.state.is_finished() => {
            row.ended_by.as_ref().map_or(String::new(), |(_, name)| words().out_ended_by(name))
        }
        [] if is_said(row, under) => String::new(),
        [] => format!("{open}{}{close}", words().scr_pull_me()),
        leads => leads.join(", "),
    };
    let columns = usize::from(columns);
    // Most tasks have none, and every row asks it.
    if helpers.is_empty() {
        return text::cut(&who, columns).into_owned();
    }
    let gap = if who.is_empty() { "" } else { " " };
    let named = match said {
        Helpers::Named => Some(format!("{gap}+{}", helpers.join(" +"))),
        Helpers::Counted => None,
    };
    // Where not everybody fits, the lead is who is named.
    let named = named.filter(|named| text::width(&who) + text::width(named) <= columns);
    let helpers = named.unwrap_or_else(|| format!("{gap}+{}", helpers.len()));
    let room = columns.saturating_sub(text::width(&helpers));
    text::cut(&who, room).into_owned() + &helpers
}

/// Who leads, where there is no room for names: two letters each, of the first and the last name where there are two.
pub fn initials(row: &TaskRow, under: Group, overview: &Overview) -> String {
    let leads = leads(row, under, overview);
    let letters = |name: &str| -> String {
        let words: Vec<&str> = name.split_whitespace().collect();
        match words.as_slice() {
            [first, .., last] => first.chars().take(1).chain(last.chars().take(1)).collect(),
            _ => name.chars().take(2).collect(),
        }
    };
    let [open, close] = marks().quotes;
    let said: Vec<String> = leads.take(2).map(|claim| letters(&claim.name)).collect();
    match said.is_empty() {
        true if row.state.is_finished() || is_said(row, under) => String::new(),
        true => format!("{open}{close}"),
        false => said.join(","),
    }
}

/// `Budi → Eka?`
pub fn offered(claim: &RowClaim, offer: &RowOffer, overview: &Overview) -> String {
    let you = words().page_you();
    let to = if overview.my_id() == Some(offer.to) { &you } else { &offer.name };
    format!("{} {} {to}?", claim.name, marks().to)
}

/// What the last column says: the most urgent of quiet, due and age.
pub fn age(row: &TaskRow, overview: &Overview) -> (String, Tone) {
    let words = words();
    if row.written_twice {
        return (words.scr_written_twice(), Tone::Warn);
    }
    if let Some(day) = row.parked.filter(|day| *day > overview.today) {
        return (words.scr_till(when::short(day, overview.today)), Tone::Aside);
    }
    if row.state.is_finished() {
        let state = overview.terms.state(row.state);
        return (format!("{state} {}", spoken::age(row.since, overview.now)), Tone::Aside);
    }
    if let Some(due) = row.due.filter(|due| *due < overview.today) {
        return (when::due(due, overview.today), Tone::Alert);
    }
    let quiet = row.claims.iter().filter(|claim| claim.part == Part::Lead).map(|claim| claim.lease).max();
    if let Some(lease) = quiet.filter(|lease| *lease < overview.now && row.blocked == 0) {
        return (words.scr_quiet(spoken::age(lease, overview.now)), Tone::Warn);
    }
    match row.due {
        Some(due) if (due - overview.today).num_days() < 7 => (when::due(due, overview.today), Tone::Plain),
        _ => (spoken::age(row.since, overview.now), Tone::Aside),
    }
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    #[test]
    fn a_narrow_row_says_who_leads_in_two_letters() {
        let screen = demo(40, 12).screen();
        assert!(screen.contains("Ay,Bu"), "{screen}");
    }

    #[test]
    fn the_count_of_those_who_help_is_never_cut() {
        let mut desk = demo(60, 24);
        desk.press("j E Esc");
        let row = |desk: &crate::tui::shell::desk::Desk| {
            desk.screen().lines().find(|row| row.contains("bak")).map(str::to_owned).unwrap_or_default()
        };
        assert!(row(&desk).contains("+1"), "{}", row(&desk));
    }
}
