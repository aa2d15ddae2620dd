//! The steps of a retro on its page.

use ratatui::style::Modifier;

use super::super::sheet::Sheet;
use super::super::text::{Meet, Of};
use super::{is_me, minutes};
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::meeting::{CardId, Group, Meeting, Place};
use crate::session::{Error, Gathered};
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::text;
use crate::words::words;

/// So many topics to come are listed.
const TOPICS: usize = 8;
/// So many thanks are listed.
const THANKS: usize = 12;

/// What became of what the last retro decided to do.
pub(super) fn last(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    let tasks = sheet.session.last_actions(meeting)?;
    if tasks.is_empty() {
        note(sheet, words().retro_no_last());
    }
    for task in tasks {
        if let Some(row) = sheet.session.board().task_row(task)? {
            sheet.task("last", &row);
            sheet.under(&sheet.state(row.state), sheet.theme.dim);
        }
    }
    Ok(())
}

/// One word each: who said theirs.
pub(super) fn check_in(sheet: &mut Sheet<'_>, place: Place) {
    match place.member {
        Some(_) => note(sheet, words().retro_check_in()),
        None => note(sheet, words().meeting_all_heard()),
    }
}

/// The columns, with what may be seen of what stands in them.
pub(super) fn gather(sheet: &mut Sheet<'_>, meeting: &Meeting, gathered: &Gathered) -> Result<(), Error> {
    let cards = &meeting.cards;
    let is_hidden = cards.are_hidden();
    let can_write = !is_hidden || gathered.one_writer;
    strip(sheet, meeting)?;
    for (column, name) in (0..).zip(&cards.columns) {
        let title = Paragraph::styled(name.clone(), sheet.theme.title.add_modifier(Modifier::BOLD));
        sheet.gap();
        if can_write {
            sheet.meets("column", Of::Nth(column as usize), Meet::Write(column), |sheet| sheet.push(title));
        } else {
            sheet.push(title);
        }
        if is_hidden {
            for (nth, (_, said)) in gathered.own.iter().enumerate().filter(|(_, (at, _))| *at == column) {
                sheet.meets("own", Of::Nth(nth), Meet::TakeBack(nth), |sheet| {
                    sheet.item(marks().dot, said, sheet.theme.text);
                });
            }
        } else {
            for card in cards.live().filter(|card| card.column == column) {
                let said = signed(sheet, &card.text, card.written.map(|(by, _)| by));
                sheet.meets("card", Of::Card(card.id), Meet::Card(card.id), |sheet| {
                    sheet.item(marks().dot, &said, sheet.theme.text);
                });
            }
        }
    }
    sheet.gap();
    if !is_hidden {
        return Ok(());
    }
    let words = words();
    if can_write {
        note(sheet, words.retro_hidden_note());
        let ready = sheet.session.me().is_some_and(|me| gathered.ready.contains(&me));
        let said = if ready { words.retro_not_ready() } else { words.retro_ready() };
        sheet.meets("ready", Of::Nth(0), Meet::Ready(!ready), |sheet| {
            sheet.item(marks().done, &said, sheet.theme.text);
        });
    } else {
        note(sheet, words.retro_several_note());
    }
    if gathered.ready.is_empty() || !gathered.wrote.is_empty() || !can_write {
        let wrote = gathered.wrote.len();
        sheet.meets("round", Of::Nth(0), Meet::Round, |sheet| {
            sheet.item(marks().to, &words.retro_round(wrote), sheet.theme.text);
        });
    }
    sheet.meets("reveal", Of::Nth(0), Meet::Reveal, |sheet| {
        sheet.item(marks().to, &words.retro_reveal(), sheet.theme.text);
    });
    sheet.meets("named", Of::Nth(0), Meet::Named, |sheet| {
        sheet.item(marks().to, &words.retro_named(), sheet.theme.text);
    });
    let names: Vec<String> = gathered.ready.iter().map(|member| sheet.name(*member)).collect();
    if !names.is_empty() {
        note(sheet, words.retro_ready_are(names.join(", ")));
    }
    Ok(())
}

/// What happened since the last retro, in a few numbers.
fn strip(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    let since = sheet.session.since_last(meeting)?;
    let facts = sheet.session.facts_since(since)?;
    let words = words();
    let told = [
        ("done", facts.done),
        ("raised", facts.raised),
        ("cleared", facts.cleared),
        ("handed_over", facts.handed_over),
        ("given_back", facts.given_back),
        ("taken_over", facts.taken_over),
        ("quiet", facts.quiet),
    ];
    let told: Vec<String> =
        told.into_iter().filter(|(_, n)| *n > 0).map(|(what, n)| words.retro_fact(what, n)).collect();
    if !told.is_empty() {
        let said = words.retro_facts(sheet.day_of(since), told.join(&format!(" {} ", marks().dot)));
        note(sheet, text::together(&[said]));
    }
    Ok(())
}

/// What was gathered, column by column, with what was put together.
pub(super) fn groups(sheet: &mut Sheet<'_>, meeting: &Meeting) {
    if is_nothing(sheet, meeting) {
        return;
    }
    let groups = meeting.cards.groups();
    for (column, name) in (0..).zip(&meeting.cards.columns) {
        let own = groups.iter().filter(|group| group.cards.first().is_some_and(|card| card.column == column));
        sheet.section(name.clone());
        for group in own {
            let said = titled(sheet, group);
            sheet.meets("card", Of::Card(group.id), Meet::Card(group.id), |sheet| {
                sheet.item(marks().dot, &said, sheet.theme.text);
            });
            with(sheet, group);
        }
    }
}

/// What there is to talk about, with the dots that this desk put.
pub(super) fn dots(sheet: &mut Sheet<'_>, meeting: &Meeting, gathered: &Gathered) {
    if is_nothing(sheet, meeting) {
        return;
    }
    let words = words();
    let cards = &meeting.cards;
    let own = |card: CardId| gathered.dots.iter().find(|(topic, _)| *topic == card).map_or(0, |(_, n)| *n);
    let put: u32 = gathered.dots.iter().map(|(_, n)| *n).sum();
    if cards.is_counted() {
        note(sheet, words.retro_counted(cards.voters()));
    } else {
        note(sheet, words.retro_dots_left(cards.dots.each.saturating_sub(put), cards.dots.on_one));
    }
    let groups = if cards.is_counted() { cards.by_dots() } else { cards.groups() };
    for group in groups {
        let n = if cards.is_counted() { group.dots } else { own(group.id) };
        let said = format!("{}  {}", dotted(n, cards.dots.on_one, cards.is_counted()), group.title);
        match cards.is_counted() {
            true => sheet.item("", &said, sheet.theme.text),
            false => sheet.meets("dots", Of::Card(group.id), Meet::Dots(group.id), |sheet| {
                sheet.item("", &said, sheet.theme.text);
            }),
        }
        with(sheet, &group);
    }
    if !cards.is_counted() {
        sheet.gap();
        sheet.meets("count", Of::Nth(0), Meet::Count, |sheet| {
            sheet.item(marks().to, &words.retro_count(gathered.voted.len()), sheet.theme.text);
        });
        let names: Vec<String> = gathered.voted.iter().map(|member| sheet.name(*member)).collect();
        if !names.is_empty() {
            note(sheet, words.retro_voted(names.join(", ")));
        }
    }
}

/// What is talked about now, and what comes behind it.
pub(super) fn talk(sheet: &mut Sheet<'_>, meeting: &Meeting, place: Place) -> Result<(), Error> {
    let Some(topic) = place.topic.and_then(|topic| meeting.cards.group_of(topic)) else {
        note(sheet, words().retro_nothing_to_talk());
        return Ok(());
    };
    let title = titled(sheet, &topic);
    sheet.push(Paragraph::styled(title, sheet.theme.title.add_modifier(Modifier::BOLD)));
    if topic.dots > 0 {
        sheet.under(&words().retro_has_dots(topic.dots), sheet.theme.dim);
    }
    with(sheet, &topic);
    new_action(sheet);
    let rest = meeting.not_reached();
    if !rest.is_empty() {
        sheet.section(words().meeting_then());
    }
    for group in rest.iter().take(TOPICS) {
        let suggested = meeting.time_box(Place::topic(group.id)).unwrap_or(0);
        let said = words().retro_suggested(minutes(suggested.into()), group.title);
        sheet.item(marks().dot, &said, sheet.theme.text);
    }
    if rest.len() > TOPICS {
        sheet.under(&words().page_more(rest.len() - TOPICS), sheet.theme.dim);
    }
    Ok(())
}

/// What the team does about it.
pub(super) fn act(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    actions(sheet, meeting)?;
    new_action(sheet);
    Ok(())
}

/// The tasks that were decided on.
pub(super) fn actions(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    for acted in &meeting.cards.actions {
        if let Some(row) = sheet.session.board().task_row(acted.task)? {
            sheet.task("action", &row);
        }
    }
    Ok(())
}

/// What was talked about, and what the team does about it.
pub(super) fn outcome(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    if !meeting.cards.actions.is_empty() {
        sheet.section(words().retro_actions());
        actions(sheet, meeting)?;
    }
    let groups = meeting.cards.by_dots();
    if !groups.is_empty() {
        sheet.section(words().retro_topics());
    }
    for group in &groups {
        let title = titled(sheet, group);
        match meeting.cards.is_counted() {
            true => {
                let said = format!("{}  {title}", dotted(group.dots, 0, true));
                sheet.item("", &said, sheet.theme.text);
            }
            false => sheet.item(marks().dot, &title, sheet.theme.text),
        }
        with(sheet, group);
    }
    Ok(())
}

/// Who was thanked since it began.
pub(super) fn thanks(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    let began = meeting.origin.map_or(sheet.session.now(), |origin| origin.at);
    let given = sheet.session.board().thanks_since(began, THANKS)?;
    if given.is_empty() {
        note(sheet, words().retro_no_thanks());
    }
    for (thanks, to) in given {
        let named = to.iter().copied().chain([thanks.by]).map(SubjectId::from);
        let names = sheet.session.board().names(named)?;
        let to: Vec<&str> = to.iter().map(|to| names.name(*to)).collect();
        let said = words().retro_thanked(names.name(thanks.by), to.join(", "), thanks.text);
        sheet.timed(thanks.at, marks().star, &said, sheet.theme.text);
    }
    sheet.gap();
    sheet.meets("thank", Of::Nth(0), Meet::Thank, |sheet| {
        sheet.item(marks().to, &words().retro_thank(), sheet.theme.text);
    });
    Ok(())
}

fn new_action(sheet: &mut Sheet<'_>) {
    sheet.gap();
    sheet.meets("act", Of::Nth(0), Meet::Act, |sheet| {
        sheet.item(marks().to, &words().retro_new_action(), sheet.theme.text);
    });
}

/// Whether there are no cards to be seen, and why.
fn is_nothing(sheet: &mut Sheet<'_>, meeting: &Meeting) -> bool {
    let said = match meeting.cards.are_hidden() {
        true => words().retro_still_hidden(),
        false if meeting.cards.live().next().is_none() => words().retro_no_cards(),
        false => return false,
    };
    note(sheet, said);
    true
}

/// The other cards of a group, below its title.
fn with(sheet: &mut Sheet<'_>, group: &Group<'_>) {
    for card in group.cards.iter().filter(|card| group.cards.len() > 1 || card.text != group.title) {
        if card.text == group.title && card.id == group.id {
            continue;
        }
        let said = signed(sheet, &card.text, card.written.map(|(by, _)| by));
        sheet.item("   ", &said, sheet.theme.dim);
    }
}

fn titled(sheet: &Sheet<'_>, group: &Group<'_>) -> String {
    let head = group.cards.first().filter(|card| card.text == group.title);
    signed(sheet, group.title, head.and_then(|card| card.written).map(|(by, _)| by))
}

/// A card with who wrote it, where that is known.
fn signed(sheet: &Sheet<'_>, said: &str, by: Option<MemberId>) -> String {
    match by {
        Some(by) if is_me(sheet, by) => words().retro_signed(said, words().meeting_you()),
        Some(by) => words().retro_signed(said, sheet.name(by)),
        None => said.to_owned(),
    }
}

/// `●●○`: how many there are, of how many there can be; counted, also as a number.
fn dotted(n: u32, most: u32, is_counted: bool) -> String {
    let full = marks().clear;
    match is_counted {
        true => format!("{full} {n:>2}"),
        false => {
            let (n, most) = (n as usize, most.max(n) as usize);
            full.repeat(n) + &marks().vacant.repeat(most - n)
        }
    }
}

fn note(sheet: &mut Sheet<'_>, said: String) {
    sheet.push(Paragraph::styled(said, sheet.theme.dim));
}
