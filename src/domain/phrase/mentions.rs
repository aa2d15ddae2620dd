//! Which names a sentence needs, so that `session` can look them up before it is said.

use uuid::Uuid;

use super::super::event::{
    BoardEvent, Event, GoalEvent, MemberEvent, RoleEvent, SettlementEvent, TaskEvent, WaitsOn,
};
use super::super::id::SubjectId;
use super::super::record::Record;
use super::by;

/// Every subject whose name the sentence of a record needs, each once, its author first.
pub fn mentions(record: &Record) -> Vec<SubjectId> {
    let mut all: Vec<SubjectId> = vec![record.author.into()];
    if let Some(event) = &record.event {
        all.push(record.subject);
        all.extend(by(event).map(SubjectId::from));
        all.extend(others(event));
    }
    let mut once = Vec::with_capacity(all.len());
    for id in all {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

/// Whom and what the event names besides its subject.
fn others(event: &Event) -> Vec<SubjectId> {
    fn ids<const N: usize>(ids: [Option<SubjectId>; N]) -> Vec<SubjectId> {
        ids.into_iter().flatten().collect()
    }
    match event {
        Event::Task(TaskEvent::Edited(e)) => {
            ids([e.role.flatten().map(Into::into), e.goal.flatten().map(Into::into)])
        }
        Event::Goal(GoalEvent::Edited(e)) => ids([e.parent.flatten().map(Into::into)]),
        Event::Task(TaskEvent::Offered(e)) => vec![e.to.into()],
        Event::Task(TaskEvent::Blocked(e)) => match e.on {
            Some(WaitsOn::Member(member)) => vec![member.into()],
            Some(WaitsOn::Task(task)) => vec![task.into()],
            Some(WaitsOn::Other(_)) | None => Vec::new(),
        },
        Event::Settlement(SettlementEvent::Settled(e)) => in_finding(&e.finding).collect(),
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
        | Event::Role(RoleEvent::Taken(_))
        | Event::Role(RoleEvent::PutDown(_))
        | Event::Goal(GoalEvent::Added(_))
        | Event::Goal(GoalEvent::Read(_))
        | Event::Goal(GoalEvent::Moved(_))
        | Event::Task(TaskEvent::Added(_))
        | Event::Task(TaskEvent::Moved(_))
        | Event::Task(TaskEvent::Ranked(_))
        | Event::Task(TaskEvent::Parked(_))
        | Event::Task(TaskEvent::Claimed(_))
        | Event::Task(TaskEvent::Renewed(_))
        | Event::Task(TaskEvent::GivenBack(_))
        | Event::Task(TaskEvent::OfferAccepted(_))
        | Event::Task(TaskEvent::OfferDeclined(_))
        | Event::Task(TaskEvent::OfferWithdrawn(_))
        | Event::Task(TaskEvent::BlockerAsked(_))
        | Event::Task(TaskEvent::BlockerPromised(_))
        | Event::Task(TaskEvent::BlockerCleared(_))
        | Event::Task(TaskEvent::BlockerWithdrawn(_))
        | Event::Task(TaskEvent::Remarked(_))
        | Event::Undone(_) => Vec::new(),
    }
}

/// The subjects that make a finding's key: `O2:id:id`.
pub(super) fn in_finding(key: &str) -> impl Iterator<Item = SubjectId> {
    key.split(':').skip(1).filter_map(|part| Uuid::parse_str(part).ok()).map(SubjectId)
}
