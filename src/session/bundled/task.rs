//! Tasks, as items of a bundle.

mod import;
mod newer;

use super::{Bundled, Import, Item, time};
use crate::domain::calendar::At;
use crate::domain::event::WaitsOn;
use crate::domain::id::TaskId;
use crate::domain::rank;
use crate::domain::record::Record;
use crate::domain::subject::Subject;
use crate::domain::task::{Claim, Task};
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::import::said::is_said;
use crate::session::{Error, Session};

impl Bundled for Task {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        let handle = Some(session.board().task_handle(self.id)?);
        let mut item = task(self, handle, session.now());
        if let Some(source) = &self.source {
            let from_there = |record: &Record| is_said(record, self.id.into(), source);
            if let Some(Subject::Task(said)) = session.board().folded_from(self.id.into(), from_there)? {
                item.task_said = said_before(task(&said, None, session.now()), &item).map(Box::new);
            }
        }
        out.tasks.push(item);
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        // Blockers may name tasks that stand further down: all ids first.
        let (mut new, mut known) = (Vec::new(), Vec::new());
        for task in &bundle.tasks {
            match import.item_from(&task.key, task.source.as_ref())? {
                Item::New(id) => new.push((TaskId::from(id), task)),
                Item::Known(id) => known.push((TaskId::from(id), task)),
            }
        }
        // What comes in stands behind what is there, in its own order.
        let base = import.last.as_deref().map(|last| rank::between(Some(last), None)).unwrap_or_default();
        for (n, ((id, task), rank)) in new.iter().zip(rank::spread(new.len())).enumerate() {
            import.task(*id, task, format!("{base}{rank}"))?;
            import.imported.tasks += 1;
            if n % 500 == 499 {
                (import.progress)(n + 1);
            }
        }
        let mut from_there = Vec::new();
        for (n, (id, task)) in known.into_iter().enumerate() {
            if import.newer_task(id, task)? {
                from_there.push(id);
            }
            if n % 500 == 499 {
                (import.progress)(new.len() + n + 1);
            }
        }
        if bundle.asked_for.is_none() { import.gone_tasks(&from_there) } else { Ok(()) }
    }
}

impl Session {
    /// One task as the export has it; `None` where it does not exist.
    pub fn task_out(&self, id: TaskId) -> Result<Option<bundle::Task>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Task(t)) => Ok(Some(task(&t, Some(self.board().task_handle(id)?), self.now()))),
            _ => Ok(None),
        }
    }
}

/// What the source said last of a task, where that is something else by now; what hangs on it tells by itself where it is from.
fn said_before(said: bundle::Task, now: &bundle::Task) -> Option<bundle::Task> {
    let item = |task: &bundle::Task| bundle::Task {
        key: String::new(),
        source: None,
        handle: None,
        task_said: None,
        created: None,
        since: None,
        claims: Vec::new(),
        offers: Vec::new(),
        blockers: Vec::new(),
        remarks: Vec::new(),
        ..task.clone()
    };
    let (was, is) = (item(&said), item(now));
    (was != is).then_some(bundle::Task { created: said.created, since: said.since, ..was })
}

fn task(task: &Task, handle: Option<String>, now: At) -> bundle::Task {
    let mut claims: Vec<&Claim> = task.claims.iter().collect();
    claims.sort_by_key(|claim| (claim.ended.is_some(), claim.part));
    bundle::Task {
        key: task.id.to_string(),
        source: task.source.clone(),
        task_said: None,
        handle,
        title: task.title().to_owned(),
        notes: task.notes.value().cloned(),
        state: task.state().as_str().to_owned(),
        reason: task.reason.clone(),
        merged_into: task.merged_into.map(|into| into.to_string()),
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
                also: Vec::new(),
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
