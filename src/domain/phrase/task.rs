//! What happened to a task, in a sentence.

use std::borrow::Cow;

use super::{Say, Sentence, called, changes, first_line, thing, until, with_text, with_text_or_title};
use crate::domain::event::{StepChange, TaskBlocked, TaskClaimed, TaskEdited, TaskEvent, WaitsOn};
use crate::domain::id::MemberId;
use crate::domain::names::Names;
use crate::domain::record::Record;
use crate::domain::spoken;
use crate::domain::task::{End, Part, State};
use crate::words::words;

impl Say for TaskEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { record, who, names } = *sentence;
        let it = sentence.it();
        let date = |day| sentence.date(day);
        match self {
            TaskEvent::Added(e) => {
                let task = thing(names, record.subject, &e.title);
                if e.source.is_some() || e.at.is_some() {
                    words.phrase_brought_in(who, task)
                } else {
                    words.phrase_added(who, task)
                }
            }
            TaskEvent::Edited(TaskEdited { step: Some(change), .. }) => step(change, who, it),
            TaskEvent::Edited(e) => {
                with_text(words.phrase_changed(who, it), Some(&changes::of(e, names, record.at.day())))
            }
            TaskEvent::Moved(e) => match e.to {
                State::Open | State::Doing | State::Review => {
                    with_text(words.phrase_moved(who, it, names.terms.state(e.to)), e.reason.as_deref())
                }
                State::Done => with_text_or_title(
                    finished(who, it, &e.led, names),
                    e.reason.as_deref(),
                    names,
                    record.subject,
                ),
                State::Dropped => with_text_or_title(
                    dropped(who, it, &e.led, names),
                    e.reason.as_deref(),
                    names,
                    record.subject,
                ),
            },
            TaskEvent::Ranked(e) => with_text(words.phrase_ranked(who, it), e.reason.as_deref()),
            TaskEvent::Parked(e) => match e.until {
                Some(day) => words.phrase_until(words.phrase_parked(who, it), date(day)),
                None => words.phrase_unparked(who, it),
            },
            // A time of its own comes from another tool: then the words are somebody's, and not the importer's.
            TaskEvent::Remarked(e) if e.at.is_some() && e.by.is_none() => {
                with_text(words.phrase_brought_in_remark(who, it), Some(&e.text))
            }
            TaskEvent::Remarked(e) => with_text(words.phrase_remarked(who, it), Some(&e.text)),
            TaskEvent::Claimed(e) => claimed(e, record, who, names),
            TaskEvent::Renewed(e) => until(words.phrase_renewed(who, it), Some(date(e.lease.day()))),
            TaskEvent::GivenBack(e) => {
                let given = match e.end {
                    End::GivenBack => words.phrase_gave_back(who, it),
                    End::HandedOver => words.phrase_handed_over(who, it),
                    End::TakenOver => words.phrase_gave_up(who, it),
                    End::Done => words.phrase_ended_claim(who, it),
                    End::Left => words.phrase_left_behind(who, it),
                };
                with_text(given, e.note.as_deref())
            }
            TaskEvent::Offered(e) => {
                with_text(words.phrase_offered(who, it, names.name(e.to)), e.note.as_deref())
            }
            TaskEvent::OfferAccepted(_) => words.phrase_accepted(who, it),
            TaskEvent::OfferDeclined(e) => with_text(words.phrase_declined(who, it), e.reason.as_deref()),
            TaskEvent::OfferWithdrawn(_) => words.phrase_withdrew_offer(who, it),
            TaskEvent::Blocked(e) if e.at.is_some() && e.by.is_none() => {
                blocked(e, words.phrase_brought_in_blocker(who, it), names)
            }
            TaskEvent::Blocked(e) => blocked(e, words.phrase_blocked(who, it), names),
            TaskEvent::BlockerAsked(_) => words.phrase_asked(who, it),
            TaskEvent::BlockerPromised(e) => words.phrase_promised(who, it, date(e.until)),
            TaskEvent::BlockerCleared(e) => with_text(words.phrase_cleared(who, it), e.how.as_deref()),
            TaskEvent::BlockerWithdrawn(_) => words.phrase_withdrew_blocker(who, it),
        }
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

fn finished(who: &str, it: &str, led: &[MemberId], names: &Names) -> String {
    match led_by(led, names) {
        None => words().phrase_finished(who, it),
        Some(led) => words().phrase_finished_led(who, it, led),
    }
}

fn dropped(who: &str, it: &str, led: &[MemberId], names: &Names) -> String {
    match led_by(led, names) {
        None => words().phrase_dropped(who, it),
        Some(led) => words().phrase_dropped_led(who, it, led),
    }
}

/// Who else led what was ended.
fn led_by(led: &[MemberId], names: &Names) -> Option<String> {
    let led: Vec<&str> = led.iter().map(|lead| names.name(*lead)).collect();
    (!led.is_empty()).then(|| led.join(", "))
}
