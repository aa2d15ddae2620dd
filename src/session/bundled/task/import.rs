//! One task of a bundle with everything that hangs on it: claims, remarks, blockers, offers.

use super::super::{Import, source_of};
use crate::domain::calendar::At;
use crate::domain::decide::TITLE_MAX;
use crate::domain::event::{
    BlockerAsked, BlockerCleared, BlockerPromised, BlockerWithdrawn, Event, TaskAdded, TaskBlocked,
    TaskClaimed, TaskEvent, TaskMerged, TaskOffered, TaskRemarked, TaskTookIn, WaitsOn,
};
use crate::domain::id::{MemberId, RecordId, TaskId};
use crate::domain::record::Draft;
use crate::domain::task::{End, Part, State};
use crate::exchange::bundle;
use crate::session::Error;

impl Import<'_, '_> {
    pub(super) fn task(&mut self, id: TaskId, task: &bundle::Task, rank: String) -> Result<(), Error> {
        let created = self.at(task.created);
        // What its source said of it is known here as there, and what was changed since is not its source's.
        let first = task.task_said.as_deref().unwrap_or(task);
        let mut drafts = vec![Draft::new(id, self.added(task, first, created, rank))];
        drafts.extend(
            task.claims
                .iter()
                .filter_map(|claim| self.claimed(task, claim, created))
                .map(|e| Draft::new(id, e)),
        );
        drafts.extend(task.remarks.iter().map(|remark| Draft::new(id, self.remarked(remark, created))));
        if let Some(into) = task.merged_into.as_ref().and_then(|key| self.ids.get(key)) {
            let (into, at) = (TaskId::from(*into), Some(task.since.map_or(created, At::from)));
            drafts.push(Draft::new(id, TaskMerged { into, by: None, at, from: None }));
            let took_in = TaskTookIn { task: id, blockers: Vec::new(), by: None, at, from: None };
            drafts.push(Draft::new(into, took_in));
        }
        let blockers_from = drafts.len();
        for blocker in &task.blockers {
            let on = self.waits_on(blocker)?;
            drafts.push(Draft::new(id, self.blocked(blocker, on, created)));
        }
        // Offers and what became of blockers name the records that made them, so those must be written first.
        let leads: Vec<(usize, MemberId)> = drafts
            .iter()
            .enumerate()
            .filter_map(|(n, draft)| match &draft.event {
                Event::Task(TaskEvent::Claimed(claim)) if claim.part == Part::Lead && claim.end.is_none() => {
                    Some((n, claim.by?))
                }
                _ => None,
            })
            .collect();
        let records = self.append(drafts)?;
        let mut after: Vec<Draft> = task
            .blockers
            .iter()
            .zip(&records[blockers_from..])
            .flat_map(|(blocker, record)| blocker_story(id, *record, blocker, created))
            .collect();
        for offer in &task.offers {
            let (Some(from), Some(to)) = (self.member(&offer.from), self.member(&offer.to)) else { continue };
            let Some((n, _)) = leads.iter().find(|(_, member)| *member == from) else { continue };
            let at = Some(self.at(offer.at));
            let offered = TaskOffered {
                claim: records[*n],
                to,
                note: offer.note.clone(),
                by: Some(from),
                at,
                from: None,
            };
            after.push(Draft::new(id, offered));
        }
        if !after.is_empty() {
            self.append(after)?;
        }
        if task.task_said.is_some() {
            // All of it is new here.
            let changed = self.imported.changed;
            self.newer_task(id, task)?;
            self.imported.changed = changed;
        }
        Ok(())
    }

    /// A task that is new here, as its source said it `first`.
    fn added(&mut self, task: &bundle::Task, first: &bundle::Task, created: At, rank: String) -> Event {
        let (title, notes) = fitting(first);
        Event::Task(TaskEvent::Added(TaskAdded {
            title,
            notes,
            state: state(first),
            reason: first.reason.clone(),
            rank,
            role: first.role.as_ref().and_then(|key| self.ids.get(key)).map(|id| (*id).into()),
            goal: first.goal.as_ref().and_then(|key| self.ids.get(key)).map(|id| (*id).into()),
            tags: first.tags.clone(),
            skills: first.skills.clone(),
            due: first.due,
            parked: first.parked,
            next: first.next.clone(),
            links: first.links.clone(),
            source: source_of(&task.key, task.source.as_ref()),
            file: self.file.take(),
            at: Some(created),
            since: Some(first.since.map_or(created, At::from)),
        }))
    }

    /// A claim as the source tells it; `None` where its member is not in the file.
    pub(super) fn claimed(&self, task: &bundle::Task, claim: &bundle::Claim, created: At) -> Option<Event> {
        let member = self.member(&claim.member)?;
        let since = claim.since.map_or(created, At::from);
        let end = claim.end.as_deref().map(end);
        Some(Event::Task(TaskEvent::Claimed(TaskClaimed {
            part: if claim.part == "helper" { Part::Helper } else { Part::Lead },
            saw: Vec::new(),
            // A source without leases knows of no promise for so long: it begins with the import, else all would be quiet.
            lease: claim.lease.map_or_else(|| self.lease.from(self.now), At::from),
            contest: None,
            note: None,
            by: Some(member),
            at: Some(since),
            // A claim that was over with its task is over with its task here too.
            ended: match end {
                Some(End::Done) if state(task).is_finished() => None,
                Some(_) => Some(claim.ended.map_or(since, At::from)),
                None => None,
            },
            end,
            terms: self.lease.unless_default(),
            from: None,
        })))
    }

    pub(super) fn remarked(&self, remark: &bundle::Remark, created: At) -> Event {
        Event::Task(TaskEvent::Remarked(TaskRemarked {
            text: remark.text.clone(),
            by: remark.by.as_ref().and_then(|key| self.member(key)),
            at: Some(remark.at.map_or(created, At::from)),
            from: None,
        }))
    }

    /// On whom or what a blocker waits. That may be left out of the file: where the board does not know it either, it is
    /// somebody or something called so.
    pub(super) fn waits_on(&mut self, blocker: &bundle::Blocker) -> Result<Option<WaitsOn>, Error> {
        let Some(on) = &blocker.on else { return Ok(None) };
        let (key, is_member) = match on {
            bundle::WaitsOn::Member(key) => (key, true),
            bundle::WaitsOn::Task(key) => (key, false),
            bundle::WaitsOn::Other(text) => return Ok(Some(WaitsOn::Other(text.clone()))),
        };
        Ok(Some(match self.named(Some(key))?.flatten() {
            Some(id) if is_member => WaitsOn::Member(id.into()),
            Some(id) => WaitsOn::Task(id.into()),
            None => WaitsOn::Other(self.outside.get(key).unwrap_or(key).clone()),
        }))
    }

    pub(super) fn blocked(&self, blocker: &bundle::Blocker, on: Option<WaitsOn>, created: At) -> Event {
        Event::Task(TaskEvent::Blocked(TaskBlocked {
            what: blocker.what.clone(),
            on,
            by: blocker.by.as_ref().and_then(|key| self.member(key)),
            at: Some(blocker.raised.map_or(created, At::from)),
            from: None,
        }))
    }
}

pub(super) fn state(task: &bundle::Task) -> State {
    State::ALL.into_iter().find(|state| state.as_str() == task.state).unwrap_or(State::Open)
}

/// A title that is too long for one (somebody pasted a text there) is cut, and stands whole in the notes.
pub(super) fn fitting(task: &bundle::Task) -> (String, Option<String>) {
    match task.title.char_indices().nth(TITLE_MAX) {
        None => (task.title.clone(), task.notes.clone()),
        Some((end, _)) => {
            let notes = task.notes.as_ref().map_or_else(String::new, |notes| format!("\n\n{notes}"));
            (task.title[..end].to_owned(), Some(format!("{}{notes}", task.title)))
        }
    }
}

/// What happened to a blocker after it was raised. Times that the source does not tell are those of its raising; a promise
/// was given before its day.
pub(super) fn blocker_story(
    task: TaskId,
    id: RecordId,
    blocker: &bundle::Blocker,
    created: At,
) -> Vec<Draft> {
    let raised = blocker.raised.map_or(created, At::from);
    let mut drafts = Vec::new();
    if let Some(asked) = blocker.asked {
        let asked = BlockerAsked { blocker: id, at: Some(asked.into()), by: None, from: None };
        drafts.push(Draft::new(task, asked));
    }
    if let Some(until) = blocker.promised {
        let at = Some(blocker.asked.map_or(raised.min(At::start_of(until)), At::from));
        drafts.push(Draft::new(task, BlockerPromised { blocker: id, until, at, by: None, from: None }));
    }
    if let Some(cleared) = blocker.cleared {
        let at = Some(cleared.into());
        drafts.push(Draft::new(
            task,
            match blocker.how.as_deref() {
                Some("withdrawn") => Event::Task(TaskEvent::BlockerWithdrawn(BlockerWithdrawn {
                    blocker: id,
                    at,
                    by: None,
                    from: None,
                })),
                _ => Event::Task(TaskEvent::BlockerCleared(BlockerCleared {
                    blocker: id,
                    how: blocker.how.clone(),
                    at,
                    by: None,
                    from: None,
                })),
            },
        ));
    }
    drafts
}

fn end(word: &str) -> End {
    match word {
        "handed-over" => End::HandedOver,
        "taken-over" => End::TakenOver,
        "done" => End::Done,
        "left" => End::Left,
        _ => End::GivenBack,
    }
}
