//! What a newer file says of a task that came from there: its fields, its state, and what hangs on it.
//!
//! What somebody here changed is theirs, and what is gone there stays: a remark may be too old for the file, and whoever takes
//! a member off a card ends nobody's promise here, but for one of which nothing came.

use super::import::{blocker_story, fitting, state};
use crate::domain::calendar::At;
use crate::domain::event::{TaskEdited, TaskGivenBack, TaskMoved, TaskParked, WaitsOn};
use crate::domain::field::{Field, Value, brought};
use crate::domain::id::{MemberId, TaskId};
use crate::domain::record::Draft;
use crate::domain::subject::{Fold, Subject};
use crate::domain::task::{Blocker, Claim, End, Part, Task, TaskField};
use crate::exchange::bundle;
use crate::session::Error;
use crate::session::bundled::title_of;
use crate::session::import::{ChangedTwice, Import};
use crate::words::words;

impl Import<'_, '_> {
    /// Whether the task came from there at all.
    pub(super) fn newer_task(&mut self, id: TaskId, task: &bundle::Task) -> Result<bool, Error> {
        let Some(Subject::Task(said)) = self.said(id.into(), &task.key)? else { return Ok(false) };
        let Some(Subject::Task(here)) = self.writing.subject(id.into())? else { return Ok(false) };
        let created = said.origin.map_or(self.now, |origin| origin.at);
        let (mut drafts, mut both) = (Vec::new(), Vec::new());
        self.newer_fields(task, &said, &here, &mut drafts, &mut both)?;
        self.newer_state(task, &said, &here, &mut drafts, &mut both);
        self.newer_claims(task, &said, &here, &mut drafts, &mut both);
        self.newer_remarks(task, &here, created, &mut drafts);
        let raised = self.newer_blockers(task, &here, created, &mut drafts)?;
        self.append(drafts)?;
        // What became of a blocker names the record that raised it.
        let (blockers, drafts): (Vec<_>, Vec<_>) = raised.into_iter().unzip();
        let records = self.append(drafts)?;
        let stories = blockers.into_iter().zip(records);
        let stories = stories.flat_map(|(blocker, record)| blocker_story(id, record, blocker, created));
        self.append(stories.collect())?;
        if !both.is_empty() {
            self.imported.both.push(ChangedTwice { title: here.title().to_owned(), fields: both });
        }
        Ok(true)
    }

    /// Notes which live tasks were brought in with these, and are not in the file any more.
    pub(super) fn gone_tasks(&mut self, from_there: &[TaskId]) -> Result<(), Error> {
        let mut brought = self.writing.brought_with(from_there)?;
        for id in self.ids.values() {
            brought.remove(&TaskId::from(*id));
        }
        for id in brought {
            if let Some(Subject::Task(task)) = self.writing.subject(id.into())?
                && task.exists()
                && !task.is_finished()
            {
                self.imported.gone.push(task.title().to_owned());
            }
        }
        Ok(())
    }

    fn newer_fields(
        &mut self,
        task: &bundle::Task,
        said: &Task,
        here: &Task,
        drafts: &mut Vec<Draft>,
        both: &mut Vec<String>,
    ) -> Result<(), Error> {
        let (title, notes) = fitting(task);
        let mut now: Vec<_> = title_of(title).map(|title| (TaskField::Title, title)).into_iter().collect();
        now.extend([
            (TaskField::Notes, Value::Long(notes)),
            (TaskField::Tags, Value::Tags(task.tags.clone())),
            (TaskField::Skills, Value::Tags(task.skills.clone())),
            (TaskField::Due, Value::Date(task.due)),
            (TaskField::Next, Value::Text(task.next.clone())),
            (TaskField::Links, Value::Links(task.links.clone())),
        ]);
        // A file of a part of a board names what is not in it.
        if let Some(role) = self.named(task.role.as_ref())? {
            now.push((TaskField::Role, Value::Role(role.map(Into::into))));
        }
        if let Some(goal) = self.named(task.goal.as_ref())? {
            now.push((TaskField::Goal, Value::Goal(goal.map(Into::into))));
        }
        let brought = brought(&said.registers, &here.registers, now);
        both.extend(brought.both.iter().map(|field| field.label()));
        if brought.edit != TaskEdited::default() {
            let edit = TaskEdited { from: Some(task.key.clone()), ..brought.edit };
            drafts.push(Draft::new(here.id, edit).ending(brought.ends));
            self.imported.changed.edited += 1;
        }
        Ok(())
    }

    fn newer_state(
        &mut self,
        task: &bundle::Task,
        said: &Task,
        here: &Task,
        drafts: &mut Vec<Draft>,
        both: &mut Vec<String>,
    ) {
        let from = Some(task.key.clone());
        let (then, ours, now) = (said.state(), here.state(), state(task));
        if now != then && now != ours {
            if ours == then {
                let at = Some(task.since.map_or(self.now, At::from));
                let (to, reason, led) = (now, task.reason.clone(), Vec::new());
                let moved = TaskMoved { to, reason, led, by: None, at, from: from.clone() };
                drafts.push(Draft::new(here.id, moved).ending(here.state.seen()));
                self.imported.changed.moved += 1;
            } else {
                both.push(words().phrase_field_state());
            }
        }
        let (then, ours, until) = (said.parked.value(), here.parked.value(), task.parked);
        if until.as_ref() != then && until.as_ref() != ours {
            if ours == then {
                let parked = TaskParked { until, by: None, at: None, from };
                drafts.push(Draft::new(here.id, parked).ending(here.parked.seen()));
                self.imported.changed.edited += 1;
            } else {
                both.push(words().import_field_parked());
            }
        }
    }

    /// A claim that is new there is its member's word of there, as all that an import brings. Nobody gets a second part by it,
    /// and no task that somebody here leads a second lead.
    fn newer_claims(
        &mut self,
        task: &bundle::Task,
        said: &Task,
        here: &Task,
        drafts: &mut Vec<Draft>,
        both: &mut Vec<String>,
    ) {
        let created = said.origin.map_or(self.now, |origin| origin.at);
        let mut lives: Vec<&Claim> = here.live_claims().collect();
        let mut now: Vec<(MemberId, Part, &bundle::Claim)> = Vec::new();
        for claim in &task.claims {
            if let Some(member) = self.member(&claim.member) {
                now.push((self.writing.person(member), part(claim), claim));
            }
        }
        // One of which nothing came here ends where it ended there, or where another leads there now.
        let leads_now =
            |member| now.iter().any(|(m, p, c)| *p == Part::Lead && c.end.is_none() && *m != member);
        let mut ended = Vec::new();
        for claim in &lives {
            let is_told =
                |one: &&(MemberId, Part, &bundle::Claim)| one.0 == claim.member && one.1 == claim.part;
            let told: Vec<_> = now.iter().filter(is_told).collect();
            let over = match told.last() {
                Some((.., last)) => told.iter().all(|(.., one)| is_over(one)).then_some(last.ended),
                None => (claim.part == Part::Lead && leads_now(claim.member)).then_some(None),
            };
            let is_theirs = said.claims.iter().any(|one| one.id == claim.id && one.ended.is_none());
            if let Some(at) = over
                && is_theirs
                && claim.acted <= claim.since
            {
                ended.push(claim.id);
                let given = TaskGivenBack {
                    claim: claim.id,
                    end: End::GivenBack,
                    note: None,
                    by: Some(claim.member),
                    at: at.map(At::from),
                    from: Some(task.key.clone()),
                };
                drafts.push(Draft::new(here.id, given));
                self.imported.changed.claims += 1;
            }
        }
        lives.retain(|claim| !ended.contains(&claim.id));
        let mut led = lives.iter().any(|claim| claim.part == Part::Lead);
        let mut held: Vec<MemberId> = lives.iter().map(|claim| claim.member).collect();
        for (member, part, claim) in now {
            let is_known = said.claims.iter().any(|one| {
                let is_same =
                    claim.since.is_none_or(|since| one.since == At::from(since)) || one.ended.is_none();
                (one.member, one.part) == (member, part) && is_same
            });
            // One that ended with the task is worth telling; on a finished task no other begins.
            let is_done = claim.end.as_deref() == Some("done") && here.is_finished();
            if is_known || is_over(claim) || held.contains(&member) || (here.is_finished() && !is_done) {
                continue;
            }
            if part == Part::Lead && led {
                both.push(words().import_field_lead());
                continue;
            }
            if let Some(event) = self.claimed(task, claim, created) {
                drafts.push(Draft::new(here.id, event));
                self.imported.changed.claims += 1;
                led |= part == Part::Lead;
                held.push(member);
            }
        }
    }

    /// A remark is the same where its writer and its time are: its words may have been changed there since.
    fn newer_remarks(&mut self, task: &bundle::Task, here: &Task, created: At, drafts: &mut Vec<Draft>) {
        let mut left: Vec<_> = here.remarks.iter().collect();
        let mut new = Vec::new();
        for remark in &task.remarks {
            let at = remark.at.map_or(created, At::from);
            match left.iter().position(|one| one.at == at && one.text == remark.text) {
                Some(known) => drop(left.swap_remove(known)),
                None => new.push((at, remark)),
            }
        }
        for (at, remark) in new {
            let by = remark.by.as_ref().and_then(|key| self.member(key));
            let by = by.map(|member| self.writing.person(member));
            match left.iter().position(|one| one.at == at && by.is_some_and(|by| by == one.by)) {
                Some(known) => drop(left.swap_remove(known)),
                None => {
                    drafts.push(Draft::new(here.id, self.remarked(remark, created)));
                    self.imported.changed.remarks += 1;
                }
            }
        }
    }

    /// Those that are new there, each with the record that raises it; what was cleared there is cleared here.
    fn newer_blockers<'b>(
        &mut self,
        task: &'b bundle::Task,
        here: &Task,
        created: At,
        drafts: &mut Vec<Draft>,
    ) -> Result<Vec<(&'b bundle::Blocker, Draft)>, Error> {
        let mut left: Vec<&Blocker> = here.blockers.iter().collect();
        let mut raised = Vec::new();
        for blocker in &task.blockers {
            let on = self.waits_on(blocker)?;
            let at = blocker.raised.map_or(created, At::from);
            let on_here = match &on {
                Some(WaitsOn::Member(member)) => Some(WaitsOn::Member(self.writing.person(*member))),
                on => on.clone(),
            };
            // What it waits on may go on in another task by now.
            let is_same = |one: &&Blocker| {
                let says_it = one.what == blocker.what || blocker.also.contains(&one.what);
                says_it && (one.on == on_here || one.raised == at)
            };
            let Some(known) = left.iter().position(is_same).map(|known| left.swap_remove(known)) else {
                raised.push((blocker, Draft::new(here.id, self.blocked(blocker, on, created))));
                self.imported.changed.blockers += 1;
                continue;
            };
            if known.is_open() && blocker.cleared.is_some() {
                drafts.extend(blocker_story(here.id, known.id, blocker, created).pop());
                self.imported.changed.blockers += 1;
            }
        }
        Ok(raised)
    }
}

fn part(claim: &bundle::Claim) -> Part {
    if claim.part == "helper" { Part::Helper } else { Part::Lead }
}

/// Whether a claim ended there otherwise than with its task.
fn is_over(claim: &bundle::Claim) -> bool {
    claim.end.as_deref().is_some_and(|end| end != "done")
}
