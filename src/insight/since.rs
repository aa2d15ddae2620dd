//! What of that which happened since one was here touches oneself: what is offered, answered or asked of one, what one
//! leads, helps with, holds or waits for, and what was settled about it.
//!
//! Pure: the records that arrived come in, with whatever they rest on and with what one has to do with.

use std::collections::{HashMap, HashSet};

use crate::domain::event::{
    AgreementEvent, DecisionEvent, Event, MemberEvent, PairingEvent, RoleEvent, SettlementEvent, TaskEvent,
    TensionEvent, ThanksEvent, WaitsOn,
};
use crate::domain::id::{MemberId, RecordId, SubjectId};
use crate::domain::phrase::mentions;
use crate::domain::record::Record;

/// What somebody has to do with, as the board stands now.
#[derive(Debug, Default)]
pub struct Ties {
    /// Tasks that they lead or help with, also finished ones, roles that they hold, tensions that they sensed or look
    /// after, decisions in which they take part, and agreements of which they are a party.
    pub own: HashSet<SubjectId>,
    /// Tasks that those wait for.
    pub awaited: HashSet<SubjectId>,
    /// The records that arrived before, as far as [`rests_on`] asks for them.
    pub earlier: HashMap<RecordId, Record>,
}

/// The records on which it depends whom a record touches: the offer that is answered, the claim that is taken over.
pub fn rests_on(record: &Record) -> impl Iterator<Item = RecordId> {
    let on = record.event.as_ref().and_then(|event| event.facts().rests_on);
    on.into_iter().chain(record.ends.iter().copied())
}

/// Which of the records touch a member: their places among `records`, in the same order. Whatever they did themselves is
/// no news to them, nor is what was done and taken back meanwhile.
pub fn touching<'r>(records: impl Iterator<Item = &'r Record>, me: MemberId, ties: &Ties) -> Vec<usize> {
    let arrived: Vec<&Record> = records.collect();
    let by_id: HashMap<RecordId, &Record> = arrived.iter().map(|record| (record.id, *record)).collect();
    let sight = Sight { me, ties, arrived: &by_id };
    let undone = sight.undone(&arrived);
    let lost = arrived.iter().filter(|record| sight.ends_own(record)).map(|record| record.subject).collect();
    let touches = |record: &Record| {
        record.author != me && !undone.contains(&record.id) && sight.touches(record, &lost, UNDONE_MOST)
    };
    (0..arrived.len()).filter(|i| touches(arrived[*i])).collect()
}

/// The events that may touch somebody who has nothing to do with their subject yet. Others need not be read where one has
/// not.
pub const UNTIED: &[&str] = &[
    "task.offered",
    "task.offer_accepted",
    "task.offer_declined",
    "task.offer_withdrawn",
    "task.blocked",
    "task.blocker_asked",
    "task.blocker_promised",
    "task.blocker_cleared",
    "task.blocker_withdrawn",
    "task.claimed",
    "member.merged",
    "role.taken",
    "role.put_down",
    "tension.sensed",
    "decision.drafted",
    "agreement.drafted",
    "agreement.amended",
    "thanks.given",
    "pairing.offered",
    "pairing.accepted",
    "pairing.declined",
    "pairing.withdrawn",
    "pairing.ended",
    "finding.settled",
    "finding.offered",
    "finding.answered",
    "record.undone",
];

/// So many undos of undos are followed.
const UNDONE_MOST: u8 = 16;

/// Who of those that have to do with a task hears of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    Nobody,
    /// Who leads or helps.
    Own,
    /// Who waits for it, too: whether it gets on.
    Awaiting,
}

struct Sight<'a> {
    me: MemberId,
    ties: &'a Ties,
    arrived: &'a HashMap<RecordId, &'a Record>,
}

impl Sight<'_> {
    fn earlier(&self, id: RecordId) -> Option<&Record> {
        self.arrived.get(&id).copied().or_else(|| self.ties.earlier.get(&id))
    }

    /// What was taken back meanwhile, and the undos that did so: what comes to nothing is not told.
    fn undone(&self, arrived: &[&Record]) -> HashSet<RecordId> {
        let mut latest: Vec<&Record> =
            arrived.iter().copied().filter(|record| matches!(record.event, Some(Event::Undone(_)))).collect();
        latest.sort_by(|a, b| b.canonical(a));
        let mut undone = HashSet::new();
        for record in latest {
            if let Some(Event::Undone(undo)) = &record.event
                && !undone.contains(&record.id)
                && self.arrived.contains_key(&undo.record)
            {
                undone.extend([record.id, undo.record]);
            }
        }
        undone
    }

    fn touches(&self, record: &Record, lost: &HashSet<SubjectId>, depth: u8) -> bool {
        let Some(event) = &record.event else { return false };
        let is_own = |id: SubjectId| self.ties.own.contains(&id) || lost.contains(&id);
        let subject = record.subject;
        match event {
            Event::Task(event) => {
                self.is_for_me(event)
                    || match heard(event) {
                        Heard::Nobody => false,
                        Heard::Own => is_own(subject),
                        Heard::Awaiting => is_own(subject) || self.ties.awaited.contains(&subject),
                    }
            }
            Event::Role(RoleEvent::Added(_)) => false,
            Event::Role(RoleEvent::Taken(taken)) => is_own(subject) || taken.by == Some(self.me),
            Event::Role(RoleEvent::Merged(merged)) => is_own(subject) || is_own(merged.into.into()),
            Event::Role(RoleEvent::Edited(_) | RoleEvent::PutDown(_)) => {
                is_own(subject) || self.ends_own(record)
            }
            Event::Member(MemberEvent::Device(_)) => false,
            Event::Member(MemberEvent::Merged(merged)) => merged.into == self.me || subject == self.me.into(),
            Event::Member(_) => subject == self.me.into(),
            Event::Tension(TensionEvent::Sensed(sensed)) => sensed.about.is_some_and(is_own),
            Event::Tension(_) => is_own(subject),
            Event::Decision(DecisionEvent::Drafted(drafted)) => drafted.parties.contains(&self.me),
            Event::Decision(_) => is_own(subject),
            Event::Agreement(AgreementEvent::Drafted(drafted)) => drafted.parties.contains(&self.me),
            Event::Agreement(AgreementEvent::Amended(amended)) => {
                amended.parties.contains(&self.me) || is_own(subject)
            }
            Event::Agreement(_) => is_own(subject),
            Event::Thanks(ThanksEvent::Given(given)) => given.to.contains(&self.me),
            Event::Pairing(PairingEvent::Offered(offered)) => offered.with == self.me,
            Event::Pairing(event) => event.offer().and_then(|id| self.earlier(id)).is_some_and(|was| {
                let is_to_me = matches!(&was.event,
                    Some(Event::Pairing(PairingEvent::Offered(offered))) if offered.with == self.me);
                is_to_me || self.is_mine(was)
            }),
            Event::Settlement(SettlementEvent::Settled(_)) => {
                mentions(record).into_iter().any(|id| id == self.me.into() || is_own(id))
            }
            Event::Settlement(SettlementEvent::Offered(offered)) => offered.to.contains(&self.me),
            Event::Settlement(SettlementEvent::Answered(answered)) => {
                self.earlier(answered.offer).is_some_and(|offered| self.is_mine(offered))
            }
            Event::Undone(undo) => {
                depth > 0 && self.earlier(undo.record).is_some_and(|was| self.touches(was, lost, depth - 1))
            }
            Event::Goal(_) | Event::Board(_) | Event::Meeting(_) => false,
        }
    }

    /// Whether it is said to them: offered, asked, answered.
    fn is_for_me(&self, event: &TaskEvent) -> bool {
        match event {
            TaskEvent::Offered(offered) => offered.to == self.me,
            TaskEvent::Blocked(blocked) => self.waits_on_me(blocked.on.as_ref()),
            // In their name, by an import.
            TaskEvent::Claimed(claimed) => claimed.by == Some(self.me),
            event => event.answers().and_then(|id| self.earlier(id)).is_some_and(|was| {
                let is_to_me = match &was.event {
                    Some(Event::Task(TaskEvent::Offered(offered))) => offered.to == self.me,
                    Some(Event::Task(TaskEvent::Blocked(blocked))) => self.waits_on_me(blocked.on.as_ref()),
                    _ => return false,
                };
                is_to_me || self.is_mine(was)
            }),
        }
    }

    fn waits_on_me(&self, on: Option<&WaitsOn>) -> bool {
        match on {
            Some(WaitsOn::Member(member)) => *member == self.me,
            Some(WaitsOn::Task(task)) => self.ties.own.contains(&(*task).into()),
            Some(WaitsOn::Other(_)) | None => false,
        }
    }

    /// Whether it ended a claim or a holding of theirs: then what else happened there touches them as well.
    fn ends_own(&self, record: &Record) -> bool {
        let ends = matches!(
            &record.event,
            Some(
                Event::Task(TaskEvent::Claimed(_) | TaskEvent::OfferAccepted(_))
                    | Event::Role(RoleEvent::PutDown(_))
            )
        );
        ends && record.author != self.me
            && rests_on(record).filter_map(|id| self.earlier(id)).any(|was| self.is_mine(was))
    }

    fn is_mine(&self, record: &Record) -> bool {
        let by = record.event.as_ref().and_then(|event| event.facts().by);
        by.unwrap_or(record.author) == self.me
    }
}

/// Its place in an order of many and another's renewed promise change nothing for anybody else.
fn heard(event: &TaskEvent) -> Heard {
    match event {
        TaskEvent::Ranked(_) | TaskEvent::Renewed(_) => Heard::Nobody,
        TaskEvent::Added(_)
        | TaskEvent::Edited(_)
        | TaskEvent::Offered(_)
        | TaskEvent::OfferDeclined(_)
        | TaskEvent::OfferWithdrawn(_)
        | TaskEvent::BlockerAsked(_)
        | TaskEvent::BlockerTurned(_)
        | TaskEvent::TookIn(_) => Heard::Own,
        TaskEvent::Moved(_)
        | TaskEvent::Merged(_)
        | TaskEvent::Parked(_)
        | TaskEvent::Claimed(_)
        | TaskEvent::GivenBack(_)
        | TaskEvent::OfferAccepted(_)
        | TaskEvent::Blocked(_)
        | TaskEvent::BlockerPromised(_)
        | TaskEvent::BlockerCleared(_)
        | TaskEvent::BlockerWithdrawn(_)
        | TaskEvent::Remarked(_) => Heard::Awaiting,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_of_what_one_has_nothing_to_do_with_is_called_as_on_the_wire() {
        for name in UNTIED {
            assert!(Event::names().any(|known| known == *name), "{name}");
        }
    }
}
