//! Meetings, as items of a bundle: turn by turn, so that they fold to the same again.

mod cards;

use std::collections::HashMap;

use super::{Bundled, Import, Item, source, time};
use crate::domain::calendar::At;
use crate::domain::event::{
    Event, MeetingActed, MeetingChaired, MeetingEnded, MeetingJoined, MeetingLeft, MeetingMoved,
    MeetingNextPassed, MeetingNextTaken, MeetingParked, MeetingStarted, MeetingTakenUp,
};
use crate::domain::id::{MeetingId, MemberId, RecordId, SubjectId, TaskId};
use crate::domain::meeting::{
    CardId, CardNames, Dots, How, Meeting, MeetingKind, Place, Planned, Step, Turn,
};
use crate::domain::record::Draft;
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Meeting {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        let mut taken = Vec::with_capacity(self.taken.len());
        for one in &self.taken {
            let Some(meeting) = session.board().meeting_of_topic(one.topic)? else { continue };
            let of = |meeting: &Meeting| meeting.topics.iter().position(|topic| topic.id == one.topic);
            let topic = match session.board().subject(meeting.into())? {
                _ if meeting == self.id => of(self),
                Some(Subject::Meeting(other)) => of(&other),
                _ => None,
            };
            taken.extend(topic.map(|topic| bundle::Taken {
                meeting: meeting.to_string(),
                topic,
                became: one.becomes.map(|becomes| becomes.to_string()),
                by: Some(one.by.to_string()),
                at: time(one.at),
            }));
        }
        out.meetings.push(bundle::Meeting { taken, ..meeting(self) });
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        let mut topics = HashMap::new();
        let mut new = Vec::new();
        for meeting in &bundle.meetings {
            let Some(kind) = MeetingKind::named(&meeting.kind) else { continue };
            if let Item::New(id) = import.item(&meeting.key)? {
                import.meeting(id.into(), kind, meeting, &mut topics)?;
                new.push((id, meeting));
            }
        }
        // A later meeting takes up what an earlier one kept.
        for (id, meeting) in new {
            for taken in &meeting.taken {
                let Some(topic) = topics.get(&(taken.meeting.as_str(), taken.topic)) else { continue };
                let taken = MeetingTakenUp {
                    topic: *topic,
                    becomes: taken.became.as_ref().and_then(|key| import.ids.get(key)).copied(),
                    by: import.somebody(&taken.by),
                    at: Some(import.at(taken.at)),
                    from: source(&meeting.key),
                };
                import.append(vec![Draft::new(id, taken).ending([*topic])])?;
            }
        }
        Ok(())
    }
}

/// Which topic of which meeting of the bundle became which record.
type Topics<'b> = HashMap<(&'b str, usize), RecordId>;

impl Import<'_, '_> {
    fn meeting<'b>(
        &mut self,
        id: MeetingId,
        kind: MeetingKind,
        meeting: &'b bundle::Meeting,
        topics: &mut Topics<'b>,
    ) -> Result<(), Error> {
        let from = source(&meeting.key);
        let (by, at) = (self.somebody(&meeting.by), Some(self.at(meeting.at)));
        let plan = meeting
            .plan
            .iter()
            .filter_map(|(step, seconds)| Step::named(step).map(|step| Planned { step, seconds: *seconds }));
        let plan = plan.collect();
        let started = MeetingStarted {
            kind,
            plan,
            saw: Vec::new(),
            format: meeting.format.clone(),
            columns: meeting.columns.clone(),
            dots: meeting.dots_each.zip(meeting.dots_on_one).map(Dots::from),
            names: meeting.names.as_deref().and_then(CardNames::named),
            by,
            at,
            from: from.clone(),
        };
        let start = self.one(id, started)?;
        let cards = self.cards(id, start, meeting)?;
        let mut turns = vec![start];
        for (n, turn) in meeting.turns.iter().enumerate().skip(1) {
            let before = turn.after.filter(|after| *after < n).and_then(|after| turns.get(after)).copied();
            let Some((step, before)) = Step::named(&turn.step).zip(before) else {
                turns.push(start);
                continue;
            };
            let to = Place {
                task: turn.task.as_ref().and_then(|key| self.ids.get(key)).map(|id| TaskId::from(*id)),
                member: self.somebody(&turn.member),
                topic: turn.topic.and_then(|topic| cards.get(topic)).copied(),
                ..Place::step(step)
            };
            let how = turn.answer.as_deref().and_then(How::named);
            let (by, at) = (self.somebody(&turn.by), Some(self.at(turn.at)));
            turns.push(self.one(id, MeetingMoved { from: before, to, how, by, at, source: from.clone() })?);
        }
        for (n, topic) in meeting.topics.iter().enumerate() {
            let parked = MeetingParked {
                text: topic.text.clone(),
                about: topic.about.as_ref().and_then(|key| self.ids.get(key)).copied(),
                with: topic.with.iter().filter_map(|key| self.member(key)).collect(),
                by: self.somebody(&topic.by),
                at: Some(self.at(topic.at)),
                from: from.clone(),
            };
            topics.insert((&meeting.key, n), self.one(id, parked)?);
        }
        for acted in &meeting.acted_on {
            let Some(task) = self.ids.get(&acted.task).map(|id| TaskId::from(*id)) else { continue };
            let (by, at) = (self.somebody(&acted.by), Some(self.at(acted.at)));
            self.one(id, MeetingActed { task, by, at, from: from.clone() })?;
        }
        let mut chair = start;
        for member in self.chairs(meeting, by) {
            let chaired = MeetingChaired { by: Some(member), at, from: from.clone() };
            chair = self.append(vec![Draft::new(id, chaired).ending([chair])])?[0];
        }
        if let Some(ended) = meeting.ended {
            let last = turns.last().copied().unwrap_or(start);
            self.one(id, MeetingEnded { turn: last, by, at: Some(ended.into()), from: from.clone() })?;
        }
        let at = meeting.ended.map(At::from).or(at);
        if let Some(next) = self.somebody(&meeting.chairs_next) {
            self.one(id, MeetingNextTaken { by: Some(next), at, from: from.clone() })?;
        }
        // Whoever did anything was there by that; who left said so last.
        for attendance in &meeting.attendance {
            let Some(by) = self.member(&attendance.member).map(Some) else { continue };
            if attendance.passed_next {
                self.one(id, MeetingNextPassed { by, at, from: from.clone() })?;
            }
            if attendance.present {
                self.one(id, MeetingJoined { of: None, by, at, from: from.clone() })?;
            } else {
                self.one(id, MeetingLeft { of: None, by, at, from: from.clone() })?;
            }
        }
        Ok(())
    }

    /// Who was in the chair besides whoever began it, and last who was in it at the end.
    fn chairs(&self, meeting: &bundle::Meeting, by: Option<MemberId>) -> Vec<MemberId> {
        let last = self.somebody(&meeting.chair);
        let chaired =
            meeting.attendance.iter().filter(|one| one.chaired).filter_map(|one| self.member(&one.member));
        let mut chairs: Vec<MemberId> =
            chaired.filter(|one| Some(*one) != by && Some(*one) != last).collect();
        if !chairs.is_empty() || last != by {
            chairs.extend(last);
        }
        chairs
    }

    fn one(&mut self, id: MeetingId, event: impl Into<Event>) -> Result<RecordId, Error> {
        let written = self.append(vec![Draft::new(id, event)])?;
        Ok(written[0])
    }

    fn somebody(&self, key: &Option<String>) -> Option<MemberId> {
        key.as_ref().and_then(|key| self.member(key))
    }
}

fn meeting(meeting: &Meeting) -> bundle::Meeting {
    let key = |id: SubjectId| id.to_string();
    let retro = &meeting.cards;
    let is_retro = meeting.kind == MeetingKind::Retro;
    let nth = |card: CardId| retro.cards.iter().position(|one| one.id == card);
    bundle::Meeting {
        key: meeting.id.to_string(),
        kind: meeting.kind.as_str().to_owned(),
        by: meeting.origin.map(|origin| origin.by.to_string()),
        at: meeting.origin.and_then(|origin| time(origin.at)),
        plan: meeting
            .plan
            .iter()
            .map(|planned| (planned.step.as_str().to_owned(), planned.seconds))
            .collect(),
        turns: meeting
            .course
            .turns()
            .iter()
            .map(|one| bundle::Turn { topic: one.place.topic.and_then(nth), ..turn(one) })
            .collect(),
        format: retro.format.clone(),
        columns: retro.columns.clone(),
        names: is_retro.then(|| retro.names.as_str().to_owned()),
        dots_each: is_retro.then_some(retro.dots.each),
        dots_on_one: is_retro.then_some(retro.dots.on_one),
        cards: cards::cards(retro),
        ready: retro.reveals.first().map(|reveal| reveal.ready),
        counts: retro
            .counts
            .iter()
            .map(|count| bundle::Count {
                voters: count.voters,
                sums: count.dots.iter().filter_map(|(card, n)| Some((nth(*card)?, *n))).collect(),
                by: Some(count.by.to_string()),
            })
            .collect(),
        acted_on: retro
            .actions
            .iter()
            .map(|acted| bundle::Action {
                task: acted.task.to_string(),
                by: Some(acted.by.to_string()),
                at: time(acted.at),
            })
            .collect(),
        attendance: meeting
            .attendance()
            .map(|(member, present)| bundle::Attendance {
                member: member.to_string(),
                present,
                chaired: meeting.chaired.contains(&member),
                passed_next: meeting.not_next.contains(&member),
            })
            .collect(),
        chair: meeting.chair.get().map(ToString::to_string),
        chairs_next: meeting.next_chair.get().map(ToString::to_string),
        topics: meeting
            .topics
            .iter()
            .map(|topic| bundle::Topic {
                text: topic.text.clone(),
                about: topic.about.map(key),
                with: topic.with.iter().map(ToString::to_string).collect(),
                by: Some(topic.by.to_string()),
                at: time(topic.at),
            })
            .collect(),
        taken: Vec::new(),
        ended: meeting.ended.and_then(time),
    }
}

fn turn(turn: &Turn) -> bundle::Turn {
    bundle::Turn {
        after: turn.after,
        answer: turn.how.map(|how| how.as_str().to_owned()),
        step: turn.place.step.as_str().to_owned(),
        task: turn.place.task.map(|task| task.to_string()),
        topic: None,
        member: turn.place.member.map(|member| member.to_string()),
        by: Some(turn.by.to_string()),
        at: time(turn.since),
    }
}
