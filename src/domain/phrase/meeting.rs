//! What happened in a meeting, in a sentence.

use super::{Say, Sentence, called, with_text};
use crate::domain::event::{Event, MeetingEvent};
use crate::domain::id::RecordId;
use crate::domain::meeting::{How, Place};
use crate::domain::names::Names;
use crate::words::words;

impl Say for MeetingEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { who, names, .. } = *sentence;
        match self {
            MeetingEvent::Started(e) => words.phrase_meeting_started(e.kind.as_str(), who),
            MeetingEvent::Joined(e) => match e.of {
                None => words.phrase_meeting_joined(who),
                Some(of) => words.phrase_meeting_joined_of(who, names.name(of)),
            },
            MeetingEvent::Left(e) => match e.of {
                None => words.phrase_meeting_left(who),
                Some(of) => words.phrase_meeting_left_of(who, names.name(of)),
            },
            MeetingEvent::Moved(e) => {
                let moved = words.phrase_meeting_moved(who, place(e.to, names));
                let asked = asked(e.from, names);
                match (asked, e.how.filter(|how| *how != How::Spoke)) {
                    (Some(asked), Some(how)) => words.phrase_meeting_answered(how.as_str(), moved, asked),
                    _ => moved,
                }
            }
            MeetingEvent::Timed(e) => match e.rests {
                Some(_) => words.phrase_meeting_rests(who),
                None => words.phrase_meeting_timed(who),
            },
            MeetingEvent::Chaired(_) => words.phrase_meeting_chaired(who),
            MeetingEvent::Parked(e) => with_text(words.phrase_meeting_parked(who), Some(&e.text)),
            MeetingEvent::TakenUp(e) => {
                let topic = topic(e.topic, names);
                match e.becomes {
                    None => with_text(words.phrase_meeting_taken_up(who), topic),
                    Some(becomes) => {
                        with_text(words.phrase_meeting_became(who, called(names, becomes)), topic)
                    }
                }
            }
            MeetingEvent::NextTaken(_) => words.phrase_meeting_next_taken(who),
            MeetingEvent::NextPassed(_) => words.phrase_meeting_next_passed(who),
            MeetingEvent::Ended(_) => words.phrase_meeting_ended(who),
            MeetingEvent::JoinedTo(_) => words.phrase_meeting_joined_to(who),
            MeetingEvent::CardAdded(e) => with_text(words.phrase_meeting_card_added(who), Some(&e.text)),
            MeetingEvent::CardStruck(e) => with_text(words.phrase_meeting_card_struck(who), Some(&e.why)),
            MeetingEvent::Revealed(e) => words.phrase_meeting_revealed(e.cards.len(), who),
            MeetingEvent::Grouped(e) => match (&e.name, e.cards.as_slice()) {
                (Some(name), _) => words.phrase_meeting_named(who, name),
                (None, [card]) if *card == e.group => words.phrase_meeting_ungrouped(who),
                (None, cards) => words.phrase_meeting_grouped(cards.len(), who),
            },
            MeetingEvent::Counted(e) => words.phrase_meeting_counted(e.voters, who),
            MeetingEvent::Acted(e) => words.phrase_meeting_acted(who, called(names, e.task.into())),
            MeetingEvent::SwapOffered(e) => words.phrase_meeting_swap_offered(who, names.name(e.with)),
            MeetingEvent::SwapAccepted(_) => words.phrase_meeting_swap_accepted(who),
        }
    }
}

/// A place in the middle of a sentence: `the round: Dewi`.
pub fn place(place: Place, names: &Names) -> String {
    let step = words().meeting_step_of(place.step.as_str());
    let thing = match (place.task, place.member) {
        (Some(task), _) => called(names, task.into()),
        (None, Some(member)) => names.name(member),
        (None, None) => return step,
    };
    words().meeting_place(step, thing)
}

/// Who was asked in the turn that a record opened.
fn asked(turn: RecordId, names: &Names) -> Option<&str> {
    match &names.record(turn)?.event {
        Some(Event::Meeting(MeetingEvent::Moved(moved))) => moved.to.member.map(|member| names.name(member)),
        _ => None,
    }
}

/// What the topic says that a record parked.
fn topic(parked: RecordId, names: &Names) -> Option<&str> {
    match &names.record(parked)?.event {
        Some(Event::Meeting(MeetingEvent::Parked(parked))) => Some(&parked.text),
        _ => None,
    }
}
