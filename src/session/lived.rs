//! A board as if it had been lived: what a bundle tells as it stands becomes what everybody did, each at their own time.
//!
//! An import tells what its file says: "Ayu brought in that Budi claimed bak". The sample team's past is looked at, in
//! the journal and in replay; so there it is Budi who claimed it, on that day. What a bundle leaves open is told as teams
//! do it: a task is added, claimed, begun, its steps are ticked one by one, then it is done.
//!
//! **Invariant:** the board is the one that an import makes of the bundle, to the day; only leases follow from what was
//! done. A test compares the two.

mod task;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveTime, TimeDelta, Utc, Weekday};
use uuid::Uuid;

use super::{Error, Session};
use crate::domain::calendar::{At, Day};
use crate::domain::event::{
    BoardEvent, BoardStarted, Event, GoalAdded, GoalEvent, GoalRead, MemberAway, MemberEdited, MemberEvent,
    MemberJoined, RoleAdded, RoleEdited, RoleEvent, RoleTaken, TaskEvent,
};
use crate::domain::goal::{GoalState, Horizon};
use crate::domain::id::{MemberId, RecordId, SubjectId};
use crate::domain::rank;
use crate::domain::record::Draft;
use crate::domain::role::RoleState;
use crate::domain::spoken;
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle::{Goal, Member, Role};

/// For so many days a role was held before its last accountability was written down.
const FOUND_OUT: i64 = 30;
/// So many days before they are away people say so.
const SAID_BEFORE: u64 = 2;

/// A record that later ones name: of which subject, what it is there, and which of these.
type Name = (SubjectId, &'static str, usize);

/// The records so far, by their names.
type Written = HashMap<Name, RecordId>;

/// What happened, told when the records that it names are written and its hour is known.
type Happening<'b> = Box<dyn Fn(&Written, At) -> Event + 'b>;

/// Something that somebody did.
struct Act<'b> {
    /// When, to the day; what is done to one subject within a day comes by `turn`.
    told: At,
    turn: u8,
    by: MemberId,
    subject: SubjectId,
    /// Under which name later acts know it.
    name: Option<Name>,
    ends: Option<Name>,
    event: Happening<'b>,
}

impl Session {
    /// Lives a bundle's board from its first day to now, on an empty one. Its keys are UUIDs. Its first member acts.
    pub(super) fn live(&mut self, bundle: &Bundle) -> Result<(), Error> {
        let life = Life { bundle, now: self.now(), offset: self.environment.offset() };
        let me = first(bundle)?;
        let board = self.store.board();
        let mut acts: Vec<(At, Act<'_>)> = Vec::new();
        let members = bundle.members.iter().map(|member| life.member(member));
        let roles = bundle.roles.iter().map(|role| life.role(role));
        let goals = bundle.goals.iter().map(|goal| life.goal(goal));
        let ranks = rank::spread(bundle.tasks.len());
        let tasks = bundle.tasks.iter().zip(ranks).map(|(task, rank)| life.task(task, rank));
        for subject in members.chain(roles).chain(goals).chain(tasks) {
            acts.extend(life.at_their_hours(subject));
        }
        if let (Some(team), Some((began, _))) = (&bundle.name, acts.iter().min_by_key(|(at, _)| *at)) {
            let started = BoardStarted { name: team.clone() };
            let event = move |_: &Written, _| Event::Board(BoardEvent::Started(started.clone()));
            let begun = Act::new(board.into(), me, *began, 0, event);
            acts.insert(0, (*began, begun));
        }
        // Those of one moment stay in their order.
        acts.sort_by_key(|(at, _)| *at);
        let mut writing = self.store.write()?;
        let mut written = Written::new();
        for (at, act) in acts {
            let event = (act.event)(&written, at);
            let mut ends = superseded(writing.subject(act.subject)?.as_ref(), &event);
            ends.extend(act.ends.map(|name| written[&name]));
            let draft = Draft::new(act.subject, event).ending(ends);
            writing.next_action();
            let records = writing.append(act.by, at, vec![draft])?;
            written.extend(act.name.zip(records.first().map(|record| record.id)));
        }
        writing.commit()?;
        self.me = Some(me);
        Ok(())
    }
}

/// What an event of these kinds ends, in the eyes of somebody who sees all that is there.
fn superseded(subject: Option<&Subject>, event: &Event) -> Vec<RecordId> {
    match (subject, event) {
        (
            _,
            Event::Task(TaskEvent::GivenBack(_))
            | Event::Task(TaskEvent::OfferAccepted(_))
            | Event::Task(TaskEvent::BlockerCleared(_)),
        ) => event.facts().rests_on.into_iter().collect(),
        (Some(Subject::Task(task)), Event::Task(TaskEvent::Moved(_))) => task.state.seen().collect(),
        (Some(Subject::Task(task)), Event::Task(TaskEvent::Edited(edit))) => {
            let notes = edit.notes.iter().flat_map(|_| task.notes.seen());
            notes.chain(edit.next.iter().flat_map(|_| task.next.seen())).collect()
        }
        (Some(Subject::Member(member)), Event::Member(MemberEvent::Edited(_))) => {
            let lists = member.teaches.seen().chain(member.learns.seen());
            lists.chain(member.limit.seen()).chain(member.contact.seen()).collect()
        }
        (Some(Subject::Member(member)), Event::Member(MemberEvent::Away(_))) => member.away.seen().collect(),
        (Some(Subject::Role(role)), Event::Role(RoleEvent::Edited(_))) => {
            role.accountabilities.seen().collect()
        }
        _ => Vec::new(),
    }
}

/// The first of the members.
pub(super) fn first(bundle: &Bundle) -> Result<MemberId, Error> {
    Ok(id(&bundle.members.first().ok_or_else(Error::who_are_you)?.key).into())
}

/// The id that a key is.
fn id(key: &str) -> SubjectId {
    SubjectId(Uuid::parse_str(key).expect("the sample team's keys are UUIDs: a test reads them"))
}

impl<'b> Act<'b> {
    fn new(
        subject: SubjectId,
        by: MemberId,
        told: At,
        turn: u8,
        event: impl Fn(&Written, At) -> Event + 'b,
    ) -> Act<'b> {
        Act { told, turn, by, subject, name: None, ends: None, event: Box::new(event) }
    }
}

/// A bundle, and when it is looked at.
struct Life<'b> {
    bundle: &'b Bundle,
    now: At,
    offset: FixedOffset,
}

impl<'b> Life<'b> {
    fn at(&self, time: Option<DateTime<Utc>>) -> At {
        time.map_or(self.now, At::from)
    }

    /// The moment on another day; people do not work on its days of rest.
    fn working(&self, at: At) -> At {
        let back = match spoken::local_day(at, self.offset).weekday() {
            Weekday::Sat => 1,
            Weekday::Sun => 2,
            _ => 0,
        };
        at.plus_days(-back)
    }

    /// Gives what was done to one subject, told to the day, its hours: of days past those of an office, which differ
    /// from act to act and are the same at every look. Today's are told exactly.
    fn at_their_hours(&self, mut acts: Vec<Act<'b>>) -> Vec<(At, Act<'b>)> {
        acts.sort_by_key(|act| (spoken::local_day(act.told, self.offset), act.turn));
        let today = spoken::local_day(self.now, self.offset);
        let mut last = At::START;
        let mut timed = Vec::with_capacity(acts.len());
        for (n, act) in acts.into_iter().enumerate() {
            let day = spoken::local_day(act.told, self.offset);
            let chance = chance(act.subject, n);
            let hour = if day < today { self.office_hour(day, chance) } else { act.told };
            let at = hour.max(At(last.0 + TimeDelta::minutes(2 + i64::from(chance % 9)).num_milliseconds()));
            let at = at.min(self.now);
            last = at;
            timed.push((at, act));
        }
        timed
    }

    /// A moment between half past eight and half past two, when there is an afternoon left for what follows from it.
    fn office_hour(&self, day: Day, chance: u32) -> At {
        let opens = NaiveTime::from_hms_opt(8, 30, 0).expect("a time of day");
        let minutes = TimeDelta::minutes(i64::from(chance % 360));
        let local = day.and_time(opens) + minutes;
        (local - self.offset).and_utc().into()
    }

    /// Somebody of those who were there by then, always the same.
    fn somebody(&self, at: At, subject: SubjectId) -> MemberId {
        let day = spoken::local_day(at, self.offset);
        let there = |member: &&Member| spoken::local_day(self.at(member.joined), self.offset) < day;
        let there: Vec<&Member> = self.bundle.members.iter().filter(there).collect();
        let one = there.get(chance(subject, 0) as usize % there.len().max(1)).copied();
        id(&one.unwrap_or(&self.bundle.members[0]).key).into()
    }

    fn member(&self, member: &'b Member) -> Vec<Act<'b>> {
        let (subject, joined) = (id(&member.key), self.at(member.joined));
        let me: MemberId = subject.into();
        let mut acts = vec![Act::new(subject, me, joined, 0, |_, _| {
            Event::Member(MemberEvent::Joined(MemberJoined {
                name: member.name.clone(),
                initials: member.initials.clone(),
                source: None,
                at: None,
            }))
        })];
        acts.push(Act::new(subject, me, joined, 1, |_, _| {
            Event::Member(MemberEvent::Edited(MemberEdited {
                limit: member.limit,
                contact: member.contact.clone().map(Some),
                teaches: Some(member.teaches.clone()),
                learns: Some(member.learns.clone()),
                ..MemberEdited::default()
            }))
        }));
        if let Some(from) = member.away_from {
            let said = self.working(At::start_of(from - Days::new(SAID_BEFORE)));
            acts.push(Act::new(subject, me, said, 2, |_, _| {
                Event::Member(MemberEvent::Away(MemberAway {
                    from: member.away_from,
                    until: member.away_until,
                    by: None,
                    at: None,
                    source: None,
                }))
            }));
        }
        acts
    }

    fn role(&self, role: &'b Role) -> Vec<Act<'b>> {
        let (subject, created) = (id(&role.key), self.at(role.created));
        let found_out = role.holders.first().map(|holder| self.at(holder.since).plus_days(FOUND_OUT));
        let found_out = found_out.filter(|at| *at < self.now && role.accountabilities.len() > 1);
        let first = role.accountabilities.len() - usize::from(found_out.is_some());
        let mut acts = vec![Act::new(subject, self.somebody(created, subject), created, 0, move |_, _| {
            Event::Role(RoleEvent::Added(RoleAdded {
                name: role.name.clone(),
                purpose: role.purpose.clone(),
                domains: role.domains.clone(),
                accountabilities: role.accountabilities[..first].to_vec(),
                review: role.review,
                state: RoleState::Active,
                ..Default::default()
            }))
        })];
        for holder in &role.holders {
            let member: MemberId = id(&holder.member).into();
            acts.push(Act::new(subject, member, self.at(holder.since), 1, |_, _| {
                Event::Role(RoleEvent::Taken(RoleTaken {
                    focus: holder.focus.clone(),
                    term: holder.term,
                    by: None,
                    at: None,
                    from: None,
                }))
            }));
        }
        if let (Some(at), Some(holder)) = (found_out, role.holders.first()) {
            let by: MemberId = id(&holder.member).into();
            acts.push(Act::new(subject, by, self.working(at), 2, |_, _| {
                let all = Some(role.accountabilities.clone());
                Event::Role(RoleEvent::Edited(RoleEdited { accountabilities: all, ..RoleEdited::default() }))
            }));
        }
        acts
    }

    fn goal(&self, goal: &'b Goal) -> Vec<Act<'b>> {
        let (subject, created) = (id(&goal.key), self.at(goal.created));
        let by = self.somebody(created, subject);
        let mut acts = vec![Act::new(subject, by, created, 0, |_, _| {
            Event::Goal(GoalEvent::Added(GoalAdded {
                title: goal.title.clone(),
                why: goal.why.clone(),
                horizon: if goal.horizon == "long" { Horizon::Long } else { Horizon::Short },
                parent: goal.parent.as_deref().map(id).map(Into::into),
                measure: goal.measure.clone(),
                unit: goal.unit.clone(),
                baseline: goal.baseline,
                target: goal.target,
                due: goal.due,
                review: goal.review,
                state: GoalState::Active,
                ..Default::default()
            }))
        })];
        for reading in &goal.readings {
            // In the course of the day that it speaks of.
            let at = self.at(Some(reading.date.and_time(NaiveTime::MIN).and_utc()));
            acts.push(Act::new(subject, by, at, 1, |_, _| {
                Event::Goal(GoalEvent::Read(GoalRead {
                    date: reading.date,
                    value: reading.value,
                    at: None,
                    by: None,
                    from: None,
                }))
            }));
        }
        acts
    }
}

/// A number that is the same for the same act, and another for others.
fn chance(subject: SubjectId, n: usize) -> u32 {
    let bytes = subject.0.as_bytes();
    let seed = u32::from_be_bytes([bytes[0], bytes[3], bytes[9], bytes[13]]);
    seed.wrapping_add((n as u32).wrapping_mul(0x9e37_79b1)) >> 7
}
