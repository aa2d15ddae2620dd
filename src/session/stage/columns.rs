//! What may be shown on the stage, column by column. A text that no function here takes is not shown.
//!
//! Left out on purpose: notes, remarks, next steps and links of tasks; reasons of a contest, a decline, a drop, a take-over
//! and an absence; notes of offers, how a blocker was cleared, contact notes, limits; whys, purposes, domains and
//! accountabilities; answers to findings; and where the board lies. Addresses in what is shown are masked.

use chrono::Datelike;

use crate::domain::calendar::{At, Day};
use crate::domain::id::{MemberId, RecordId, TaskId};
use crate::domain::meeting::{Group, Meeting, Topic};
use crate::domain::names::Names;
use crate::domain::spoken;
use crate::domain::task::Part;
use crate::domain::terms::Terms;
use crate::insight::panel::{Bar, Shown};
use crate::insight::progress::Reached;
use crate::store::{BlockerRow, GoalRow, TaskRow, ThanksRow, TopicRow};
use crate::words::words;

/// Words of our own, with nothing of the board in them but numbers.
pub fn said(words: String) -> Shown {
    Shown::new(&words)
}

pub fn title(task: &TaskRow) -> Shown {
    Shown::new(&task.title)
}

pub fn handle(task: &TaskRow) -> Shown {
    Shown::new(&task.handle)
}

/// The names of those who lead it.
pub fn led_by(task: &TaskRow) -> Shown {
    let leads: Vec<&str> = leads(task).collect();
    match leads.is_empty() {
        true => Shown::new(&words().stage_led_by_nobody()),
        false => Shown::new(&words().stage_led_by(leads.join(", "))),
    }
}

/// The same in a list of nothing else.
pub fn leading(task: &TaskRow) -> Shown {
    Shown::new(&leads(task).collect::<Vec<_>>().join(", "))
}

fn leads(task: &TaskRow) -> impl Iterator<Item = &str> {
    task.people().iter().filter(|claim| claim.part == Part::Lead).map(|claim| claim.name.as_str())
}

/// Its state, and for how long it has it.
pub fn state(task: &TaskRow, terms: &Terms, now: At) -> Shown {
    Shown::new(&words().stage_state(terms.state(task.state), spoken::age(task.since, now)))
}

pub fn due(due: Option<Day>, today: Day) -> Option<Shown> {
    let due = due?;
    Some(Shown::new(&match (due - today).num_days() {
        late @ ..0 => words().stage_late(-late),
        // The weekday says which one only of those that are near.
        0..=7 => words().stage_due(spoken::day(due, today)),
        _ => words().stage_due(words().scr_day(due.day(), words().times_month(due.month()))),
    }))
}

pub fn goal(goal: &GoalRow) -> Shown {
    Shown::new(&goal.title)
}

/// Where its measure stands.
pub fn figure(goal: &GoalRow) -> Option<Shown> {
    let figure = match goal.progress().reached() {
        Reached::Of { current, .. } | Reached::Only(current) if goal.unit.as_deref() == Some("%") => {
            words().page_percent(current.round() as i64)
        }
        Reached::Of { current, target } => words().stage_of(spoken::number(current), spoken::number(target)),
        Reached::Only(current) => spoken::number(current),
        Reached::Nothing => return None,
    };
    Some(Shown::new(&figure))
}

pub fn share(goal: &GoalRow) -> Option<Bar> {
    goal.progress().share().map(Bar::Share)
}

/// What a blocker stops.
pub fn stopped(blocker: &BlockerRow) -> Shown {
    Shown::new(&blocker.title)
}

pub fn stopped_handle(blocker: &BlockerRow) -> Shown {
    Shown::new(&blocker.handle)
}

pub fn stopped_lead(blocker: &BlockerRow) -> Option<Shown> {
    blocker.lead.as_ref().map(|lead| Shown::new(&words().stage_led_by(lead)))
}

/// On whom or what it waits, and for what.
pub fn waits(blocker: &BlockerRow) -> Shown {
    let on = match (&blocker.on_member, &blocker.on_task, &blocker.on_other) {
        (Some((_, name)), ..) => Some(name.clone()),
        (_, Some((_, handle, title)), _) => Some(words().page_task_line(handle, title)),
        (.., other) => other.clone().filter(|other| !other.is_empty()),
    };
    Shown::new(&match on {
        Some(on) if blocker.what.is_empty() => words().stage_waits_on(on),
        Some(on) => words().stage_waits_on_for(on, &blocker.what),
        None => words().stage_waits_for(&blocker.what),
    })
}

/// When it was asked for, and until when it is promised.
pub fn asked(blocker: &BlockerRow, today: Day, day_of: impl Fn(At) -> Day) -> Shown {
    let asked = match blocker.asked {
        Some(asked) => words().stage_asked((today - day_of(asked)).num_days().max(0)),
        None => words().stage_not_asked(),
    };
    let promised = blocker.promised.map(|promised| match promised < today {
        true => words().stage_promise_passed(spoken::day(promised, today)),
        false => words().stage_promised(spoken::day(promised, today)),
    });
    Shown::new(&[Some(asked), promised].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

pub fn holds_up(blocker: &BlockerRow) -> Option<Shown> {
    (blocker.holds_up > 0).then(|| Shown::new(&words().stage_holds_up(blocker.holds_up)))
}

pub fn member(names: &Names, member: MemberId) -> Shown {
    Shown::new(names.name(member))
}

/// A task by its handle and title.
pub fn task(names: &Names, task: TaskId) -> Shown {
    Shown::new(&words().page_task_line(names.handle(task), names.name(task)))
}

pub fn handle_of(names: &Names, task: TaskId) -> Shown {
    Shown::new(names.handle(task))
}

/// Whoever comes after the next one.
pub fn then(thing: &Shown) -> Shown {
    Shown::new(&words().stage_then(thing.as_str()))
}

/// Who facilitates the next meeting.
pub fn facilitates(names: &Names, member: MemberId) -> Shown {
    Shown::new(&words().stage_facilitates(names.name(member)))
}

/// How often something happened, with who did it to what: `2 done: Dewi, Sign the contract`.
pub fn happened(sort: &str, count: usize, what: &[(MemberId, TaskId)], names: &Names) -> Shown {
    let what = what.iter().map(|(by, task)| words().stage_did(names.name(*by), names.name(*task)));
    Shown::new(&words().stage_happened(count, sort, what.collect::<Vec<_>>().join("; ")))
}

/// What was kept for afterwards.
pub fn topic(topic: &Topic) -> (RecordId, Shown) {
    (topic.id, Shown::new(&topic.text))
}

pub fn kept_topic(topic: &TopicRow) -> (RecordId, Shown) {
    (topic.id, Shown::new(&topic.text))
}

/// The names of several people, or of two roles.
pub fn names(names: &Names, ids: impl IntoIterator<Item = crate::domain::id::SubjectId>) -> Shown {
    let names: Vec<&str> = ids.into_iter().map(|id| names.name(id)).collect();
    Shown::new(&names.join(", "))
}

/// The columns of a retro's cards.
pub fn card_columns(meeting: &Meeting) -> Shown {
    Shown::new(&meeting.cards.columns.join("  "))
}

pub fn card_column(meeting: &Meeting, column: usize) -> Shown {
    Shown::new(meeting.cards.columns.get(column).map_or("", String::as_str))
}

/// What cards that were put together are called; of one alone its text. Only what was shown to all comes here.
pub fn topic_title(group: &Group<'_>) -> Shown {
    Shown::new(group.title)
}

pub fn topic_in_minutes(group: &Group<'_>, minutes: u32) -> Shown {
    Shown::new(&words().stage_topic_in_minutes(group.title, minutes))
}

/// The texts of its other cards.
pub fn other_cards(group: &Group<'_>) -> Vec<Shown> {
    let others = group.cards.iter().filter(|card| card.text != group.title);
    others.map(|card| Shown::new(&card.text)).collect()
}

pub fn thanks(names: &Names, thanks: &ThanksRow, to: &[MemberId]) -> Shown {
    let to: Vec<&str> = to.iter().map(|to| names.name(*to)).collect();
    Shown::new(&words().retro_thanked(names.name(thanks.by), to.join(", "), &thanks.text))
}
