//! Every event in one sentence: `ayu claimed bakul: Sign the payment contract`.
//!
//! The same sentence answers a command, stands in the status line and the journal, and tells what undo took back. It
//! says only what its record knows, and speaks of days by their date, since it is read again when another day is today.
//! What people wrote goes in raw: screens and the command line make it inert. Of a text with many lines only the first
//! is said.

mod changes;
mod mentions;

use std::borrow::Cow;

pub use mentions::mentions;

use super::calendar::Day;
use super::event::{
    BoardEvent, Event, GoalEvent, MemberEvent, RoleEvent, SettlementEvent, StepChange, TaskBlocked,
    TaskClaimed, TaskEdited, TaskEvent, WaitsOn,
};
use super::goal::GoalState;
use super::id::{MemberId, SubjectId};
use super::names::Names;
use super::record::Record;
use super::settlement::Verdict;
use super::spoken;
use super::task::{End, Part, State};
use crate::words::words;

/// What a record says happened. `names` holds what [`mentions()`] asks for; what it lacks is said as `?`.
pub fn phrase(record: &Record, names: &Names) -> String {
    let author = names.name(record.author);
    let Some(event) = &record.event else { return words().phrase_unknown(author, &record.kind) };
    match by(event).filter(|by| *by != record.author) {
        None => sentence(record, event, author, names),
        Some(by) => words().phrase_brought_in_that(author, sentence(record, event, names.name(by), names)),
    }
}

/// That somebody undid what `sentence` says.
pub fn undone_phrase(author_name: &str, sentence: &str) -> String {
    words().phrase_undid(author_name, sentence)
}

/// That somebody did again what `sentence` says, after it had been undone.
pub fn redone_phrase(author_name: &str, sentence: &str) -> String {
    words().phrase_redid(author_name, sentence)
}

fn sentence(record: &Record, event: &Event, who: &str, names: &Names) -> String {
    let words = words();
    let subject = record.subject;
    let it = called(names, subject);
    let name = names.name(subject);
    let date = |day: Day| spoken::date(day, record.at.day());
    match event {
        Event::Board(BoardEvent::Started(e)) => words.phrase_started_board(who, first_line(&e.name)),
        Event::Board(BoardEvent::Agreed(e)) => words.phrase_agreed(who, changes::of_terms(e)),

        Event::Member(MemberEvent::Joined(e)) if SubjectId::from(record.author) == subject => {
            words.phrase_joined(&e.name)
        }
        Event::Member(MemberEvent::Joined(e)) => words.phrase_brought_in(who, &e.name),
        Event::Member(MemberEvent::Edited(e)) => {
            with_text(words.phrase_changed_self(who), Some(&changes::of_member(e)))
        }
        Event::Member(MemberEvent::Away(e)) => match e.from {
            Some(from) => until(words.phrase_away_from(who, date(from)), e.until.map(date)),
            None => words.phrase_back(who),
        },
        Event::Member(MemberEvent::Left(_)) => words.phrase_left(member(record, who, names)),
        Event::Member(MemberEvent::Returned(_)) => words.phrase_returned(member(record, who, names)),
        Event::Member(MemberEvent::Device(_)) => words.phrase_device(who),

        Event::Role(RoleEvent::Added(e)) => {
            let role = thing(names, subject, &e.name);
            if e.source.is_some() || e.at.is_some() {
                words.phrase_brought_in(who, role)
            } else {
                words.phrase_role_added(who, role)
            }
        }
        Event::Role(RoleEvent::Edited(e)) => {
            with_text(words.phrase_role_changed(who, name), Some(&changes::of_role(e, record.at.day())))
        }
        Event::Role(RoleEvent::Taken(e)) => {
            let taken = match record.ends.is_empty() {
                true => words.phrase_role_taken(who, name),
                false => words.phrase_role_part_changed(who, name),
            };
            with_text(until(taken, e.term.map(date)), e.focus.as_deref())
        }
        Event::Role(RoleEvent::PutDown(_)) => words.phrase_role_put_down(who, name),

        Event::Goal(GoalEvent::Added(e)) => {
            let goal = thing(names, subject, &e.title);
            if e.source.is_some() || e.at.is_some() {
                words.phrase_brought_in(who, goal)
            } else {
                words.phrase_goal_added(who, goal)
            }
        }
        Event::Goal(GoalEvent::Edited(e)) => {
            let changes = changes::of_goal(e, names, record.at.day());
            with_text(words.phrase_goal_changed(who, it), Some(&changes))
        }
        Event::Goal(GoalEvent::Read(e)) => {
            let read = words.phrase_goal_read(who, spoken::number(e.value), it);
            let other_day = (e.date != record.at.day()).then(|| date(e.date));
            titled(other_day.map_or(read.clone(), |day| words.phrase_on(read, day)), names, subject)
        }
        Event::Goal(GoalEvent::Moved(e)) => {
            let moved = match e.to {
                GoalState::Proposed => words.phrase_goal_proposed(who, it),
                GoalState::Active => words.phrase_goal_active(who, it),
                GoalState::Met => words.phrase_goal_met(who, it),
                GoalState::Missed => words.phrase_goal_missed(who, it),
                GoalState::Dropped => words.phrase_goal_dropped(who, it),
            };
            with_text_or_title(moved, e.reason.as_deref(), names, subject)
        }

        Event::Task(TaskEvent::Added(e)) => {
            let task = thing(names, subject, &e.title);
            if e.source.is_some() || e.at.is_some() {
                words.phrase_brought_in(who, task)
            } else {
                words.phrase_added(who, task)
            }
        }
        Event::Task(TaskEvent::Edited(TaskEdited { step: Some(change), .. })) => step(change, who, it),
        Event::Task(TaskEvent::Edited(e)) => {
            with_text(words.phrase_changed(who, it), Some(&changes::of_task(e, names, record.at.day())))
        }
        Event::Task(TaskEvent::Moved(e)) => match e.to {
            State::Open | State::Doing | State::Review => {
                with_text(words.phrase_moved(who, it, names.terms.state(e.to)), e.reason.as_deref())
            }
            State::Done => {
                with_text_or_title(words.phrase_finished(who, it), e.reason.as_deref(), names, subject)
            }
            State::Dropped => {
                with_text_or_title(words.phrase_dropped(who, it), e.reason.as_deref(), names, subject)
            }
        },
        Event::Task(TaskEvent::Ranked(e)) => with_text(words.phrase_ranked(who, it), e.reason.as_deref()),
        Event::Task(TaskEvent::Parked(e)) => match e.until {
            Some(day) => words.phrase_until(words.phrase_parked(who, it), date(day)),
            None => words.phrase_unparked(who, it),
        },
        // A time of its own comes from another tool: then the words are somebody's, and not the importer's.
        Event::Task(TaskEvent::Remarked(e)) if e.at.is_some() && e.by.is_none() => {
            with_text(words.phrase_brought_in_remark(who, it), Some(&e.text))
        }
        Event::Task(TaskEvent::Remarked(e)) => with_text(words.phrase_remarked(who, it), Some(&e.text)),

        Event::Task(TaskEvent::Claimed(e)) => claimed(e, record, who, names),
        Event::Task(TaskEvent::Renewed(e)) => until(words.phrase_renewed(who, it), Some(date(e.lease.day()))),
        Event::Task(TaskEvent::GivenBack(e)) => {
            let given = match e.end {
                End::GivenBack => words.phrase_gave_back(who, it),
                End::HandedOver => words.phrase_handed_over(who, it),
                End::TakenOver => words.phrase_gave_up(who, it),
                End::Done => words.phrase_ended_claim(who, it),
                End::Left => words.phrase_left_behind(who, it),
            };
            with_text(given, e.note.as_deref())
        }
        Event::Task(TaskEvent::Offered(e)) => {
            with_text(words.phrase_offered(who, it, names.name(e.to)), e.note.as_deref())
        }
        Event::Task(TaskEvent::OfferAccepted(_)) => words.phrase_accepted(who, it),
        Event::Task(TaskEvent::OfferDeclined(e)) => {
            with_text(words.phrase_declined(who, it), e.reason.as_deref())
        }
        Event::Task(TaskEvent::OfferWithdrawn(_)) => words.phrase_withdrew_offer(who, it),

        Event::Task(TaskEvent::Blocked(e)) if e.at.is_some() && e.by.is_none() => {
            blocked(e, words.phrase_brought_in_blocker(who, it), names)
        }
        Event::Task(TaskEvent::Blocked(e)) => blocked(e, words.phrase_blocked(who, it), names),
        Event::Task(TaskEvent::BlockerAsked(_)) => words.phrase_asked(who, it),
        Event::Task(TaskEvent::BlockerPromised(e)) => words.phrase_promised(who, it, date(e.until)),
        Event::Task(TaskEvent::BlockerCleared(e)) => {
            with_text(words.phrase_cleared(who, it), e.how.as_deref())
        }
        Event::Task(TaskEvent::BlockerWithdrawn(_)) => words.phrase_withdrew_blocker(who, it),

        Event::Settlement(SettlementEvent::Settled(e)) => {
            let finding = finding(&e.finding, names);
            let settled = match e.verdict {
                Verdict::Fixed => words.phrase_settled_fixed(who, finding),
                Verdict::Fine => words.phrase_settled_fine(who, finding),
                Verdict::Tension => words.phrase_settled_tension(who, finding),
            };
            with_text(until(settled, e.until.map(date)), Some(&e.reason))
        }
        // "Took back a step on ayu" would be odd of ayu's own page; nor is a finding's subject called anything.
        Event::Undone(_) if it == UNKNOWN || subject == record.author.into() => {
            words.phrase_took_back_step(who)
        }
        Event::Undone(_) => words.phrase_took_back(who, it),
    }
}

/// How [`Names`] says what it does not know.
const UNKNOWN: &str = "?";

/// Who did it where an import tells it: its author only brought it in.
fn by(event: &Event) -> Option<MemberId> {
    match event {
        Event::Role(RoleEvent::Taken(e)) => e.by,
        Event::Task(TaskEvent::Claimed(e)) => e.by,
        Event::Task(TaskEvent::Blocked(e)) => e.by,
        Event::Task(TaskEvent::Remarked(e)) => e.by,
        Event::Settlement(SettlementEvent::Settled(e)) => e.by,
        Event::Board(BoardEvent::Started(_))
        | Event::Board(BoardEvent::Agreed(_))
        | Event::Member(MemberEvent::Joined(_))
        | Event::Member(MemberEvent::Edited(_))
        | Event::Member(MemberEvent::Away(_))
        | Event::Member(MemberEvent::Left(_))
        | Event::Member(MemberEvent::Returned(_))
        | Event::Member(MemberEvent::Device(_))
        | Event::Role(RoleEvent::Added(_))
        | Event::Role(RoleEvent::Edited(_))
        | Event::Role(RoleEvent::PutDown(_))
        | Event::Goal(GoalEvent::Added(_))
        | Event::Goal(GoalEvent::Edited(_))
        | Event::Goal(GoalEvent::Read(_))
        | Event::Goal(GoalEvent::Moved(_))
        | Event::Task(TaskEvent::Added(_))
        | Event::Task(TaskEvent::Edited(_))
        | Event::Task(TaskEvent::Moved(_))
        | Event::Task(TaskEvent::Ranked(_))
        | Event::Task(TaskEvent::Parked(_))
        | Event::Task(TaskEvent::Renewed(_))
        | Event::Task(TaskEvent::GivenBack(_))
        | Event::Task(TaskEvent::Offered(_))
        | Event::Task(TaskEvent::OfferAccepted(_))
        | Event::Task(TaskEvent::OfferDeclined(_))
        | Event::Task(TaskEvent::OfferWithdrawn(_))
        | Event::Task(TaskEvent::BlockerAsked(_))
        | Event::Task(TaskEvent::BlockerPromised(_))
        | Event::Task(TaskEvent::BlockerCleared(_))
        | Event::Task(TaskEvent::BlockerWithdrawn(_))
        | Event::Undone(_) => None,
    }
}

fn step(change: &StepChange, who: &str, it: &str) -> String {
    let words = words();
    let (changed, text) = match change {
        StepChange::Added(text) => (words.phrase_step_added(who, it), text),
        StepChange::Ticked(text) => (words.phrase_step_ticked(who, it), text),
        StepChange::Opened(text) => (words.phrase_step_opened(who, it), text),
        StepChange::Renamed(text) => (words.phrase_step_renamed(who, it), text),
        StepChange::Removed(text) => (words.phrase_step_removed(who, it), text),
    };
    with_text(changed, Some(text))
}

fn claimed(e: &TaskClaimed, record: &Record, who: &str, names: &Names) -> String {
    let words = words();
    let it = called(names, record.subject);
    let ended = e.ended.map(|at| spoken::date(at.day(), record.at.day()));
    let claimed = match (e.part, &ended) {
        (Part::Lead, Some(_)) => words.phrase_had_led(who, it),
        (Part::Helper, Some(_)) => words.phrase_had_helped(who, it),
        (Part::Lead, None) if e.contest.is_some() => words.phrase_contested(who, it),
        // Only who takes over says a note to a lead that they saw.
        (Part::Lead, None) if e.note.is_some() && !e.saw.is_empty() => words.phrase_took_over(who, it),
        (Part::Lead, None) => words.phrase_claimed(who, it),
        (Part::Helper, None) => words.phrase_helps(who, it),
    };
    let said = e.contest.as_deref().or(e.note.as_deref());
    with_text_or_title(until(claimed, ended), said, names, record.subject)
}

fn blocked(e: &TaskBlocked, blocked: String, names: &Names) -> String {
    let on = e.on.as_ref().map(|on| match on {
        WaitsOn::Member(member) => Cow::Borrowed(names.name(*member)),
        WaitsOn::Task(task) => Cow::Borrowed(called(names, (*task).into())),
        WaitsOn::Other(other) => first_line(other),
    });
    // An import may know no more than on what it waits.
    let what = Some(e.what.as_str()).filter(|what| on.as_deref() != Some(what));
    let waits = on.as_deref().map(|on| words().phrase_waits_on(on));
    with_text(with_text(blocked, waits.as_deref()), what)
}

/// A finding by its rule and what it is about: `O1 of bakul`. Its own line needs the board, which a record is not.
fn finding(key: &str, names: &Names) -> String {
    let rule = key.split(':').next().unwrap_or(key);
    let things: Vec<&str> = mentions::in_finding(key).map(|id| called(names, id)).collect();
    if things.is_empty() { rule.to_owned() } else { words().phrase_finding(rule, things.join(", ")) }
}

/// Who left or came back: themselves, or whom an import speaks of.
fn member<'n>(record: &Record, who: &'n str, names: &'n Names) -> &'n str {
    if record.subject == record.author.into() { who } else { names.name(record.subject) }
}

/// What something is called in the middle of a sentence: its handle; a member, who has none, by name.
pub(super) fn called(names: &Names, id: SubjectId) -> &str {
    match names.handle(id) {
        "" | UNKNOWN => names.name(id),
        handle => handle,
    }
}

/// Handle and title, where something is named for the first time.
fn thing(names: &Names, id: SubjectId, title: &str) -> String {
    match names.handle(id) {
        "" | UNKNOWN => title.to_owned(),
        handle => words().phrase_thing(handle, title),
    }
}

fn with_text(sentence: String, text: Option<&str>) -> String {
    match text.map(first_line).filter(|text| !text.is_empty()) {
        Some(text) => words().phrase_told(sentence, text),
        None => sentence,
    }
}

/// The title, where nothing else is told: in the journal a handle alone says little.
fn with_text_or_title(sentence: String, text: Option<&str>, names: &Names, id: SubjectId) -> String {
    if text.is_some() { with_text(sentence, text) } else { titled(sentence, names, id) }
}

fn titled(sentence: String, names: &Names, id: SubjectId) -> String {
    match names.name(id) {
        "" | UNKNOWN => sentence,
        title => words().phrase_told(sentence, title),
    }
}

fn until(sentence: String, date: Option<String>) -> String {
    match date {
        Some(date) => words().phrase_until(sentence, date),
        None => sentence,
    }
}

/// The first line that says something; `…` where more follow.
pub(super) fn first_line(text: &str) -> Cow<'_, str> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or("");
    if lines.next().is_some() { Cow::Owned(format!("{first} …")) } else { Cow::Borrowed(first) }
}

#[cfg(test)]
mod tests;
