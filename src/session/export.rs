//! Handing a board out: everything that stands on it, as a bundle.

use chrono::{DateTime, Utc};

use super::{Error, Session};
use crate::domain::calendar::At;
use crate::domain::event::WaitsOn;
use crate::domain::goal::Goal;
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};
use crate::domain::member::Member;
use crate::domain::role::Role;
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::{Claim, Task};
use crate::domain::thanks::Thanks;
use crate::exchange::Bundle;
use crate::exchange::bundle::{self, FORMAT, VERSION};

impl Session {
    /// The whole board.
    pub fn export(&self) -> Result<Bundle, Error> {
        let mut out = Bundle {
            format: FORMAT.to_owned(),
            version: VERSION,
            name: Some(self.board().name()?).filter(|name| !name.is_empty()),
            ..Bundle::default()
        };
        for kind in Kind::ALL.iter().copied() {
            for id in self.board().all(kind)? {
                match self.board().subject(id)? {
                    Some(Subject::Member(m)) => out.members.push(member(&m, self.handle(id)?)),
                    Some(Subject::Role(r)) => out.roles.push(role(&r, self.handle(id)?)),
                    Some(Subject::Goal(g)) => out.goals.push(goal(&g, self.handle(id)?)),
                    Some(Subject::Task(t)) => {
                        let handle = Some(self.board().task_handle(t.id)?);
                        out.tasks.push(task(&t, handle, self.now()));
                    }
                    Some(Subject::Thanks(t)) => out.thanks.push(thanks(&t)),
                    Some(Subject::Settlement(s)) => out.settlements.extend(s.answer.map(settlement)),
                    Some(Subject::Board(_)) | None => {}
                }
            }
        }
        Ok(out)
    }

    /// One task as the export has it; `None` where it does not exist.
    pub fn task_out(&self, id: TaskId) -> Result<Option<bundle::Task>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Task(t)) => Ok(Some(task(&t, Some(self.board().task_handle(id)?), self.now()))),
            _ => Ok(None),
        }
    }

    /// One role as the export has it.
    pub fn role_out(&self, id: RoleId) -> Result<Option<bundle::Role>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Role(r)) => Ok(Some(role(&r, self.handle(id.into())?))),
            _ => Ok(None),
        }
    }

    /// One goal as the export has it.
    pub fn goal_out(&self, id: GoalId) -> Result<Option<bundle::Goal>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Goal(g)) => Ok(Some(goal(&g, self.handle(id.into())?))),
            _ => Ok(None),
        }
    }

    /// One member as the export has it.
    pub fn member_out(&self, id: MemberId) -> Result<Option<bundle::Member>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Member(m)) => Ok(Some(member(&m, self.handle(id.into())?))),
            _ => Ok(None),
        }
    }

    fn handle(&self, id: SubjectId) -> Result<Option<String>, Error> {
        Ok(Some(self.board().handle_of(id)?))
    }
}

fn time(at: At) -> Option<DateTime<Utc>> {
    Some(at.to_utc())
}

fn member(member: &Member, handle: Option<String>) -> bundle::Member {
    let away = member.away.value();
    bundle::Member {
        key: member.id.to_string(),
        handle,
        name: member.name().to_owned(),
        initials: member.initials.value().cloned(),
        joined: member.origin.and_then(|origin| time(origin.at)),
        left: member.left.and_then(time),
        limit: member.limit.get().copied(),
        away_from: away.map(|away| away.from),
        away_until: away.and_then(|away| away.until),
        contact: member.contact.value().cloned(),
        teaches: member.teaches.get().cloned().unwrap_or_default(),
        learns: member.learns.get().cloned().unwrap_or_default(),
    }
}

fn role(role: &Role, handle: Option<String>) -> bundle::Role {
    bundle::Role {
        key: role.id.to_string(),
        handle,
        name: role.name().to_owned(),
        purpose: role.purpose.value().cloned(),
        domains: role.domains().to_vec(),
        accountabilities: role.accountabilities().to_vec(),
        review: role.review.value().copied(),
        state: role.state().as_str().to_owned(),
        created: role.origin.and_then(|origin| time(origin.at)),
        holders: role
            .holders
            .iter()
            .map(|holding| bundle::Holder {
                member: holding.member.to_string(),
                focus: holding.focus.clone(),
                since: time(holding.since),
                term: holding.term,
            })
            .collect(),
    }
}

fn goal(goal: &Goal, handle: Option<String>) -> bundle::Goal {
    bundle::Goal {
        key: goal.id.to_string(),
        handle,
        title: goal.title().to_owned(),
        why: goal.why.value().cloned(),
        horizon: goal.horizon().as_str().to_owned(),
        parent: goal.parent.value().map(ToString::to_string),
        measure: goal.measure.value().cloned(),
        unit: goal.unit.value().cloned(),
        baseline: goal.baseline.value().copied(),
        target: goal.target.value().copied(),
        due: goal.due.value().copied(),
        review: goal.review.value().copied(),
        state: goal.state().as_str().to_owned(),
        created: goal.origin.and_then(|origin| time(origin.at)),
        readings: goal
            .readings
            .iter()
            .map(|reading| bundle::Reading { date: reading.date, value: reading.value })
            .collect(),
    }
}

fn task(task: &Task, handle: Option<String>, now: At) -> bundle::Task {
    let mut claims: Vec<&Claim> = task.claims.iter().collect();
    claims.sort_by_key(|claim| (claim.ended.is_some(), claim.part));
    bundle::Task {
        key: task.id.to_string(),
        handle,
        title: task.title().to_owned(),
        notes: task.notes.value().cloned(),
        state: task.state().as_str().to_owned(),
        reason: task.reason.clone(),
        since: time(task.since),
        created: task.origin.and_then(|origin| time(origin.at)),
        role: task.role.value().map(ToString::to_string),
        goal: task.goal.value().map(ToString::to_string),
        tags: task.tags().to_vec(),
        skills: task.skills().to_vec(),
        due: task.due.value().copied(),
        parked: task.parked.value().copied(),
        next: task.next.value().cloned(),
        links: task.links().to_vec(),
        claims: claims
            .into_iter()
            .map(|claim| bundle::Claim {
                member: claim.member.to_string(),
                part: claim.part.as_str().to_owned(),
                since: time(claim.since),
                lease: time(claim.lease),
                ended: match claim.ended {
                    Some((at, _)) => time(at),
                    None if task.is_finished() => time(task.since),
                    None => None,
                },
                end: match claim.ended {
                    Some((_, end)) => Some(end.as_str().to_owned()),
                    None => task.is_finished().then(|| "done".to_owned()),
                },
            })
            .collect(),
        offers: task
            .open_offers(now)
            .map(|offer| bundle::Offer {
                from: offer.from.to_string(),
                to: offer.to.to_string(),
                at: time(offer.at),
                note: offer.note.clone(),
            })
            .collect(),
        blockers: task
            .blockers
            .iter()
            .map(|blocker| bundle::Blocker {
                what: blocker.what.clone(),
                on: blocker.on.as_ref().map(|on| match on {
                    WaitsOn::Member(id) => bundle::WaitsOn::Member(id.to_string()),
                    WaitsOn::Task(id) => bundle::WaitsOn::Task(id.to_string()),
                    WaitsOn::Other(text) => bundle::WaitsOn::Other(text.clone()),
                }),
                by: Some(blocker.by.to_string()),
                raised: time(blocker.raised),
                asked: blocker.asked.and_then(time),
                promised: blocker.promised,
                cleared: blocker.cleared.as_ref().and_then(|cleared| time(cleared.at)),
                how: match &blocker.cleared {
                    Some(cleared) if cleared.withdrawn => Some("withdrawn".to_owned()),
                    Some(cleared) => cleared.how.clone(),
                    None => None,
                },
            })
            .collect(),
        remarks: task
            .remarks
            .iter()
            .map(|remark| bundle::Remark {
                by: Some(remark.by.to_string()),
                at: time(remark.at),
                text: remark.text.clone(),
            })
            .collect(),
    }
}

fn thanks(thanks: &Thanks) -> bundle::Thanks {
    bundle::Thanks {
        key: thanks.id.to_string(),
        by: thanks.origin.map(|origin| origin.by.to_string()),
        to: thanks.to.iter().map(ToString::to_string).collect(),
        text: thanks.text.clone(),
        about: thanks.about.map(|about| about.to_string()),
        at: thanks.origin.and_then(|origin| time(origin.at)),
    }
}

fn settlement(answer: crate::domain::settlement::Answer) -> bundle::Settlement {
    bundle::Settlement {
        finding: answer.finding,
        verdict: answer.verdict.as_str().to_owned(),
        reason: answer.reason,
        until: answer.until,
        by: Some(answer.by.to_string()),
        at: time(answer.at),
        facts: answer.facts,
    }
}
