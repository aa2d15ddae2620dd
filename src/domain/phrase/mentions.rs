//! Which names a sentence needs, so that `session` can look them up before it is said.

use uuid::Uuid;

use super::super::event::{Event, WaitsOn};
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
        Event::TaskEdited(e) => ids([e.role.flatten().map(Into::into), e.goal.flatten().map(Into::into)]),
        Event::GoalEdited(e) => ids([e.parent.flatten().map(Into::into)]),
        Event::TaskOffered(e) => vec![e.to.into()],
        Event::TaskBlocked(e) => match e.on {
            Some(WaitsOn::Member(member)) => vec![member.into()],
            Some(WaitsOn::Task(task)) => vec![task.into()],
            Some(WaitsOn::Other(_)) | None => Vec::new(),
        },
        Event::FindingSettled(e) => in_finding(&e.finding).collect(),
        Event::BoardStarted(_)
        | Event::BoardAgreed(_)
        | Event::MemberJoined(_)
        | Event::MemberEdited(_)
        | Event::MemberAway(_)
        | Event::MemberLeft(_)
        | Event::MemberReturned(_)
        | Event::MemberDevice(_)
        | Event::RoleAdded(_)
        | Event::RoleEdited(_)
        | Event::RoleTaken(_)
        | Event::RolePutDown(_)
        | Event::GoalAdded(_)
        | Event::GoalRead(_)
        | Event::GoalMoved(_)
        | Event::TaskAdded(_)
        | Event::TaskMoved(_)
        | Event::TaskRanked(_)
        | Event::TaskParked(_)
        | Event::TaskClaimed(_)
        | Event::TaskRenewed(_)
        | Event::TaskGivenBack(_)
        | Event::OfferAccepted(_)
        | Event::OfferDeclined(_)
        | Event::OfferWithdrawn(_)
        | Event::BlockerAsked(_)
        | Event::BlockerPromised(_)
        | Event::BlockerCleared(_)
        | Event::BlockerWithdrawn(_)
        | Event::TaskRemarked(_)
        | Event::RecordUndone(_) => Vec::new(),
    }
}

/// The subjects that make a finding's key: `O2:id:id`.
pub(super) fn in_finding(key: &str) -> impl Iterator<Item = SubjectId> {
    key.split(':').skip(1).filter_map(|part| Uuid::parse_str(part).ok()).map(SubjectId)
}
