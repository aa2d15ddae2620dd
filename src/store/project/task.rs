//! Rows of a task. Only the parts that changed are written: most changes touch one of them.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored, text_key};
use crate::domain::calendar::At;
use crate::domain::event::WaitsOn;
use crate::domain::folding::{folded, tokens};
use crate::domain::handle;
use crate::domain::id::MemberId;
use crate::domain::task::{Part, State, Stay, Task};
use crate::insight::figures::facts;
use crate::store::codec::day;
use crate::store::{StoreError, tally};

/// Where a state stands on the board.
pub(in crate::store) fn list(state: State) -> i64 {
    match state {
        State::Doing => 0,
        State::Review => 1,
        State::Open => 2,
        State::Done | State::Dropped => 9,
    }
}

impl Stored for Task {
    const LAYOUT: Layout = Layout {
        each: Some(("task", "list, rank, id")),
        tables: &[
            ("task", "id"),
            ("task_goes_on", "task"),
            ("task_tag", "task, place"),
            ("task_skill", "task, place"),
            ("task_link", "task, place"),
            ("claim", "task, record"),
            ("handover", "task, record"),
            ("blocker", "task, record"),
            ("finish", "task, place"),
            ("remark", "task, record"),
        ],
        references: &[
            Reference::needs("task", "id", "role"),
            Reference::needs("task", "id", "goal"),
            Reference::needs_while("live = 1", "blocker", "task", "on_task"),
            Reference::needs_while("live = 1", "blocker", "task", "on_member"),
            Reference::needs_while("reply IS NULL", "handover", "task", "taker"),
            Reference::needs_while("live = 1", "claim", "task", "member"),
            // That it was merged is undone by itself.
            Reference::loose("task_goes_on", "goes_on"),
            // Their claim says it already.
            Reference::loose("handover", "giver"),
            Reference::loose("task", "lead"),
            // What was written is theirs whether or not they are still on the board.
            Reference::loose("task", "author"),
            Reference::loose("task", "ended_by"),
            Reference::loose("blocker", "author"),
            Reference::loose("remark", "author"),
        ],
    };

    fn write(&self, before: Option<&Task>, connection: &Connection) -> Result<(), StoreError> {
        let Some(origin) = self.origin else { return Ok(()) };
        connection
            .prepare_cached(
                "INSERT INTO task VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,
                 ?22,?23,?24,?25,?26,?27,?28) ON CONFLICT (id) DO UPDATE SET title = excluded.title, notes = excluded.notes,
                 state = excluded.state, list = excluded.list, since = excluded.since, created = excluded.created,
                 author = excluded.author, reason = excluded.reason, rank = excluded.rank, role = excluded.role,
                 goal = excluded.goal, due = excluded.due, parked = excluded.parked, next = excluded.next,
                 leads = excluded.leads, helpers = excluded.helpers, blocked = excluded.blocked,
                 twice = excluded.twice, title_key = excluded.title_key, line = excluded.line,
                 source = excluded.source, lead = excluded.lead, lease = excluded.lease, has = excluded.has,
                 ended_by = excluded.ended_by, doing = excluded.doing",
            )?
            .execute(params![
                self.id,
                handle::whole(self.id.0),
                self.title(),
                self.notes.value(),
                self.state().as_str(),
                list(self.state()),
                self.since,
                origin.at,
                origin.by,
                self.reason,
                self.rank(),
                self.role.value(),
                self.goal.value(),
                day(self.due.value().copied()),
                day(self.parked.value().copied()),
                self.next.value(),
                self.leads().count() as i64,
                self.helpers().count() as i64,
                if self.is_finished() { 0 } else { self.open_blockers().count() as i64 },
                is_written_twice(self),
                text_key(&folded(self.title())),
                self.line(),
                self.source,
                first_lead(self),
                self.leads().filter(|_| !self.is_finished()).map(|claim| claim.lease).max(),
                has(self),
                self.ended_by(),
                facts::doing_since(self),
            ])?;
        let finished = self.is_finished();
        let lived = before.is_none_or(|before| before.is_finished() != finished);
        if before.is_none_or(|b| b.tags() != self.tags()) {
            texts(connection, self, before.is_some(), "task_tag", self.tags())?;
        }
        if before.is_none_or(|b| b.skills() != self.skills()) {
            texts(connection, self, before.is_some(), "task_skill", self.skills())?;
        }
        if before.is_none_or(|b| b.links() != self.links()) {
            texts(connection, self, before.is_some(), "task_link", self.links())?;
        }
        if before.and_then(|b| b.merged_into) != self.merged_into {
            goes_on(connection, self)?;
        }
        let moved = before.is_none_or(|before| is_in_hand(before) != is_in_hand(self));
        let stayed = before.is_some_and(|before| stays(before) == stays(self));
        if !stayed {
            finishes(connection, self, before)?;
        }
        if lived || moved || !stayed || before.is_none_or(|b| b.claims != self.claims) {
            claims(connection, self, before.is_some())?;
        }
        if before.is_none_or(|b| b.offers != self.offers) {
            handovers(connection, self, before.is_some())?;
        }
        if lived || !stayed || before.is_none_or(|b| b.blockers != self.blockers) {
            blockers(connection, self, before.is_some())?;
        }
        remarks(connection, before, self)?;
        Ok(())
    }

    fn counts(&self) -> Vec<tally::Name> {
        let mut counts = vec![self.state().as_str().into()];
        if self.is_finished() {
            return counts;
        }
        counts.push("live".into());
        if self.leads().next().is_none() {
            counts.push("free".into());
        }
        if self.is_blocked() {
            counts.push("blocked".into());
        }
        let goal = self.goal.value().map(|goal| goal.0);
        let role = self.role.value().map(|role| role.0);
        let lead = first_lead(self).map(|lead| lead.0);
        counts.extend([tally::group("goal", goal), tally::group("role", role), tally::group("lead", lead)]);
        counts
    }

    /// What a filter looks into: the folded words of the title, the handle and the tags.
    fn line(&self) -> String {
        let mut line = tokens(self.title());
        line.push(' ');
        line.push_str(&handle::whole(self.id.0));
        for tag in self.tags() {
            line.push_str(&tokens(tag));
        }
        line
    }
}

/// In what it goes on, where it was merged.
fn goes_on(connection: &Connection, task: &Task) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM task_goes_on WHERE task = ?1")?.execute([task.id])?;
    if let Some(into) = task.merged_into {
        connection
            .prepare_cached("INSERT INTO task_goes_on VALUES (?1, ?2)")?
            .execute(params![task.id, into])?;
    }
    Ok(())
}

/// Under whom it stands in a list by leads.
fn first_lead(task: &Task) -> Option<MemberId> {
    let leads = task.leads().filter(|_| !task.is_finished());
    leads.min_by_key(|claim| (claim.since, claim.id)).map(|claim| claim.member)
}

/// What was written on it, a bit each.
fn has(task: &Task) -> i64 {
    let bits = [
        task.notes.value().is_some(),
        !task.links().is_empty(),
        task.next.value().is_some(),
        !task.remarks.is_empty(),
        !task.tags().is_empty(),
        !task.skills().is_empty(),
    ];
    bits.iter().enumerate().map(|(i, bit)| i64::from(*bit) << i).sum()
}

/// When it was made and came into its states, of which figures over time are made, and when an import brought it.
fn stays(task: &Task) -> (Option<At>, &[Stay], Option<At>) {
    (task.origin.map(|origin| origin.at), &task.stays, task.brought)
}

/// Whether its leads have it in hand: it is in doing, and nothing blocks it.
fn is_in_hand(task: &Task) -> bool {
    task.state() == State::Doing && !task.is_blocked()
}

fn is_written_twice(task: &Task) -> bool {
    task.registers.is_written_twice()
        || task.state.written_twice().is_some()
        || task.parked.written_twice().is_some()
}

fn clear(connection: &Connection, task: &Task, there: bool, table: &str) -> Result<(), StoreError> {
    if there {
        connection.prepare_cached(&format!("DELETE FROM {table} WHERE task = ?1"))?.execute([task.id])?;
    }
    Ok(())
}

fn texts(
    connection: &Connection,
    task: &Task,
    there: bool,
    table: &str,
    texts: &[String],
) -> Result<(), StoreError> {
    clear(connection, task, there, table)?;
    for (place, text) in texts.iter().enumerate() {
        connection.prepare_cached(&format!("INSERT INTO {table} VALUES (?1,?2,?3)"))?.execute(params![
            task.id,
            place as i64,
            text
        ])?;
    }
    Ok(())
}

fn claims(connection: &Connection, task: &Task, there: bool) -> Result<(), StoreError> {
    clear(connection, task, there, "claim")?;
    for (claim, free_since) in task.claims.iter().zip(facts::free_since(task)) {
        let closed = facts::ended(task, claim);
        connection
            .prepare_cached("INSERT INTO claim VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)")?
            .execute(params![
                claim.id,
                task.id,
                claim.member,
                claim.part.as_str(),
                claim.since,
                claim.lease,
                claim.acted,
                claim.contest,
                claim.ended.map(|(at, _)| at),
                claim.ended.map(|(_, end)| end.as_str()),
                claim.ended.is_none() && !task.is_finished(),
                claim.ended.is_none() && claim.part == Part::Lead && is_in_hand(task),
                free_since,
                closed.map(|(at, _)| at),
                closed.map(|(_, end)| end.as_str()),
            ])?;
    }
    Ok(())
}

fn handovers(connection: &Connection, task: &Task, there: bool) -> Result<(), StoreError> {
    clear(connection, task, there, "handover")?;
    for offer in &task.offers {
        connection.prepare_cached("INSERT INTO handover VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)")?.execute(
            params![
                offer.id,
                task.id,
                offer.claim,
                offer.from,
                offer.to,
                offer.at,
                offer.note,
                offer.reply.map(|(_, reply)| reply.as_str()),
                offer.reply.map(|(at, _)| at),
            ],
        )?;
    }
    Ok(())
}

fn blockers(connection: &Connection, task: &Task, there: bool) -> Result<(), StoreError> {
    clear(connection, task, there, "blocker")?;
    for blocker in &task.blockers {
        let (mut member, mut awaited, mut other) = (None, None, None);
        match &blocker.on {
            Some(WaitsOn::Member(id)) => member = Some(id),
            Some(WaitsOn::Task(id)) => awaited = Some(id),
            Some(WaitsOn::Other(text)) => other = Some(text),
            None => {}
        }
        let cleared = blocker.cleared.as_ref();
        connection
            .prepare_cached(
                "INSERT INTO blocker VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)",
            )?
            .execute(params![
                blocker.id,
                task.id,
                blocker.what,
                member,
                awaited,
                other,
                blocker.by,
                blocker.raised,
                blocker.asked,
                day(blocker.promised),
                cleared.map(|cleared| cleared.at),
                cleared.and_then(|cleared| cleared.how.as_deref()),
                cleared.is_some_and(|cleared| cleared.withdrawn),
                blocker.is_open() && !task.is_finished(),
                blocker.first_asked,
                facts::closed(task, blocker),
                facts::was_seen(task, blocker.raised),
            ])?;
    }
    Ok(())
}

/// The times for which it was done or dropped; most tasks have none.
fn finishes(connection: &Connection, task: &Task, before: Option<&Task>) -> Result<(), StoreError> {
    let had_any = before.is_some_and(|before| before.stays.iter().any(|stay| stay.state.is_finished()));
    clear(connection, task, had_any, "finish")?;
    for (place, finish) in facts::finishes(task).enumerate() {
        connection.prepare_cached("INSERT INTO finish VALUES (?1,?2,?3,?4,?5,?6,?7)")?.execute(params![
            task.id,
            place as i64,
            finish.state.as_str(),
            finish.at,
            finish.until,
            finish.doing,
            finish.is_dated,
        ])?;
    }
    Ok(())
}

/// Remarks are mostly added at the end: then only the new ones are written.
fn remarks(connection: &Connection, before: Option<&Task>, task: &Task) -> Result<(), StoreError> {
    let known = before.map_or(&[][..], |before| &before.remarks);
    let new = match task.remarks.strip_prefix(known) {
        Some(new) => new,
        None => {
            clear(connection, task, true, "remark")?;
            &task.remarks
        }
    };
    for remark in new {
        connection.prepare_cached("INSERT INTO remark VALUES (?1,?2,?3,?4,?5)")?.execute(params![
            remark.id,
            task.id,
            remark.by,
            remark.at,
            remark.text,
        ])?;
    }
    Ok(())
}
