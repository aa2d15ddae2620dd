//! What happened to a task, in a sentence.

use std::borrow::Cow;

use super::{Say, Sentence, changes, first_line, thing, told, until, with_text};
use crate::domain::event::{Event, StepChange, TaskBlocked, TaskClaimed, TaskEdited, TaskEvent, WaitsOn};
use crate::domain::id::{MemberId, RecordId};
use crate::domain::names::Names;
use crate::domain::task::{End, Part, State};
use crate::words::words;

impl Say for TaskEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { record, who, names, .. } = *sentence;
        let it = &sentence.it();
        let date = |day| sentence.date(day);
        match self {
            TaskEvent::Added(e) => {
                let task = sentence.introduced(&e.title);
                if e.source.is_some() || e.at.is_some() {
                    words.phrase_brought_in(who, task)
                } else {
                    words.phrase_added(who, task)
                }
            }
            TaskEvent::Edited(TaskEdited { step: Some(change), .. }) => step(change, who, it),
            // Nobody is known to have done what a newer file has otherwise.
            TaskEvent::Edited(e) if e.from.is_some() && e.by.is_none() => {
                let changes = changes::of(e, names, record.at.day());
                told(words.phrase_brought_in_change(who, it), Some(&changes))
            }
            TaskEvent::Edited(e) => {
                told(words.phrase_changed(who, it), Some(&changes::of(e, names, record.at.day())))
            }
            TaskEvent::Moved(e) if e.from.is_some() && e.by.is_none() => {
                let state = names.terms.state(e.to);
                with_text(words.phrase_brought_in_move(who, it, state), e.reason.as_deref())
            }
            TaskEvent::Moved(e) => {
                let moved = match e.to {
                    State::Open | State::Doing | State::Review => {
                        words.phrase_moved(who, it, names.terms.state(e.to))
                    }
                    State::Done => finished(who, it, &e.led, names),
                    State::Dropped => dropped(who, it, &e.led, names),
                };
                with_text(moved, e.reason.as_deref())
            }
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
            TaskEvent::Claimed(e) => claimed(e, sentence, it),
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
            TaskEvent::OfferAccepted(e) => match names.doer(e.offer) {
                Some((_, from)) => words.phrase_accepted_from(who, it, from),
                None => words.phrase_accepted(who, it),
            },
            TaskEvent::OfferDeclined(e) => {
                let declined = match names.doer(e.offer) {
                    Some((_, from)) => words.phrase_declined_from(who, it, from),
                    None => words.phrase_declined(who, it),
                };
                with_text(declined, e.reason.as_deref())
            }
            TaskEvent::OfferWithdrawn(e) => match offered_to(e.offer, names) {
                Some(to) => words.phrase_withdrew_offer_to(who, it, to),
                None => words.phrase_withdrew_offer(who, it),
            },
            TaskEvent::Blocked(e) => {
                let blocked = match e.at.is_some() && e.by.is_none() {
                    true => words.phrase_brought_in_blocker(who, it),
                    false => words.phrase_blocked(who, it),
                };
                with_blocker(blocked, Some(e), None, names)
            }
            TaskEvent::BlockerAsked(e) => {
                let blocker = blocker(e.blocker, names);
                let whom = whom(blocker, names);
                let asked = match &whom {
                    Some(whom) if whom != who => words.phrase_asked_whom(who, whom, it),
                    _ => words.phrase_asked(who, it),
                };
                with_blocker(asked, blocker, whom, names)
            }
            TaskEvent::BlockerPromised(e) => {
                let (blocker, day) = (blocker(e.blocker, names), date(e.until));
                let whom = whom(blocker, names);
                let promised = match &whom {
                    Some(whom) if whom == who => words.phrase_promised_self(who, it, day),
                    Some(whom) => words.phrase_promised_by(who, whom, it, day),
                    None => words.phrase_promised(who, it, day),
                };
                with_blocker(promised, blocker, whom, names)
            }
            TaskEvent::BlockerCleared(e) => {
                let cleared = words.phrase_cleared(who, it);
                let Some(blocker) = blocker(e.blocker, names) else {
                    return with_text(cleared, e.how.as_deref());
                };
                let cleared = with_blocker(cleared, Some(blocker), None, names);
                match e.how.as_deref().map(first_line).filter(|how| !how.is_empty()) {
                    Some(how) => words.form_also(cleared, how),
                    None => cleared,
                }
            }
            TaskEvent::Merged(e) => words.phrase_merged_into(who, it, thing(names, e.into.into())),
            TaskEvent::TookIn(e) => words.phrase_took_in(who, it, thing(names, e.task.into())),
            TaskEvent::BlockerTurned(e) => {
                let on = e.on.subject().map_or_else(String::new, |on| thing(names, on));
                words.phrase_blocker_turned(who, it, on)
            }
            TaskEvent::BlockerWithdrawn(e) => {
                with_blocker(words.phrase_withdrew_blocker(who, it), blocker(e.blocker, names), None, names)
            }
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

fn claimed(e: &TaskClaimed, sentence: &Sentence<'_>, it: &str) -> String {
    let words = words();
    let Sentence { who, names, .. } = *sentence;
    let ended = e.ended.map(|at| sentence.date(at.day()));
    // Whose claims its author saw.
    let seen: Vec<&str> = e.saw.iter().filter_map(|claim| Some(names.doer(*claim)?.1)).collect();
    let seen = (!seen.is_empty()).then(|| seen.join(", "));
    let claimed = match (e.part, &ended, seen) {
        (Part::Lead, Some(_), _) => words.phrase_had_led(who, it),
        (Part::Helper, Some(_), _) => words.phrase_had_helped(who, it),
        (Part::Lead, None, Some(seen)) if e.contest.is_some() => words.phrase_contested_with(who, it, seen),
        (Part::Lead, None, None) if e.contest.is_some() => words.phrase_contested(who, it),
        // Only who takes over says a note to a lead that they saw.
        (Part::Lead, None, Some(seen)) if e.note.is_some() => words.phrase_took_over_from(who, it, seen),
        (Part::Lead, None, None) if e.note.is_some() && !e.saw.is_empty() => words.phrase_took_over(who, it),
        (Part::Lead, None, _) => words.phrase_claimed(who, it),
        (Part::Helper, None, _) => words.phrase_helps(who, it),
    };
    with_text(until(claimed, ended), e.contest.as_deref().or(e.note.as_deref()))
}

/// To whom somebody offered their lead.
fn offered_to(offer: RecordId, names: &Names) -> Option<&str> {
    match &names.record(offer)?.event {
        Some(Event::Task(TaskEvent::Offered(e))) => Some(names.name(e.to)),
        _ => None,
    }
}

/// The blocker that a record raised.
fn blocker(raised: RecordId, names: &Names) -> Option<&TaskBlocked> {
    match &names.record(raised)?.event {
        Some(Event::Task(TaskEvent::Blocked(e))) => Some(e),
        _ => None,
    }
}

/// Who can clear a blocker, where somebody can be named for it.
fn whom<'n>(blocker: Option<&'n TaskBlocked>, names: &'n Names) -> Option<Cow<'n, str>> {
    match blocker?.on.as_ref()? {
        WaitsOn::Member(member) => Some(names.name(*member).into()),
        // Of its blockers an import often knows no more than on what they wait.
        WaitsOn::Other(other) if blocker?.what == *other => None,
        WaitsOn::Other(other) => Some(first_line(other)),
        WaitsOn::Task(_) => None,
    }
}

/// What is said of a blocker, and which one it is: `…, waiting on dewi: the VAT number`. `whom` was named already.
fn with_blocker(
    sentence: String,
    blocker: Option<&TaskBlocked>,
    whom: Option<Cow<'_, str>>,
    names: &Names,
) -> String {
    let Some(TaskBlocked { what, on, .. }) = blocker else { return sentence };
    let on: Option<Cow<'_, str>> = on.as_ref().filter(|_| whom.is_none()).map(|on| match on {
        WaitsOn::Member(member) => names.name(*member).into(),
        WaitsOn::Task(task) => thing(names, (*task).into()).into(),
        WaitsOn::Other(other) => first_line(other),
    });
    let what = Some(first_line(what)).filter(|what| on.as_ref() != Some(what) && whom.as_ref() != Some(what));
    let sentence = match on {
        Some(on) => words().phrase_waiting_on(sentence, on),
        None => sentence,
    };
    told(sentence, what.as_deref())
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
