//! Rows of members, roles, goals and settlements.

use rusqlite::{Connection, params};

use crate::domain::folding::folded;
use crate::domain::goal::Goal;
use crate::domain::handle;
use crate::domain::member::Member;
use crate::domain::role::Role;
use crate::domain::settlement::Settlement;
use crate::store::StoreError;
use crate::store::codec::{day, texts};

pub(super) fn member(connection: &Connection, member: &Member) -> Result<(), StoreError> {
    let Some(origin) = member.origin else { return Ok(()) };
    let away = member.away.value();
    let empty = Vec::new();
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO member VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)",
        )?
        .execute(params![
            member.id,
            handle::whole(member.id.0),
            member.name(),
            folded(member.name()),
            member.initials.value(),
            origin.at,
            member.left,
            member.limit(),
            away.and_then(|away| day(Some(away.from))),
            away.and_then(|away| day(away.until)),
            member.contact.value(),
            texts(member.teaches.get().unwrap_or(&empty)),
            texts(member.learns.get().unwrap_or(&empty)),
            member.source,
        ])?;
    Ok(())
}

pub(super) fn role(connection: &Connection, role: &Role) -> Result<(), StoreError> {
    let Some(origin) = role.origin else { return Ok(()) };
    for sql in [
        "DELETE FROM role_holder WHERE role = ?1",
        "DELETE FROM role_domain WHERE role = ?1",
        "DELETE FROM role_accountability WHERE role = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([role.id])?;
    }
    connection
        .prepare_cached(
            "INSERT INTO role VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10) ON CONFLICT (id) DO UPDATE SET
             name = excluded.name, folded = excluded.folded, purpose = excluded.purpose, state = excluded.state,
             review = excluded.review, created = excluded.created, vacant_since = excluded.vacant_since,
             source = excluded.source",
        )?
        .execute(params![
            role.id,
            handle::whole(role.id.0),
            role.name(),
            folded(role.name()),
            role.purpose.value(),
            role.state().as_str(),
            day(role.review.value().copied()),
            origin.at,
            role.vacant_since,
            role.source,
        ])?;
    for holding in &role.holders {
        connection.prepare_cached("INSERT INTO role_holder VALUES (?1,?2,?3,?4,?5,?6)")?.execute(params![
            holding.id,
            role.id,
            holding.member,
            holding.focus,
            holding.since,
            day(holding.term),
        ])?;
    }
    for (place, text) in role.domains().iter().enumerate() {
        connection.prepare_cached("INSERT INTO role_domain VALUES (?1,?2,?3)")?.execute(params![
            role.id,
            place as i64,
            text
        ])?;
    }
    for (place, text) in role.accountabilities().iter().enumerate() {
        connection.prepare_cached("INSERT INTO role_accountability VALUES (?1,?2,?3)")?.execute(params![
            role.id,
            place as i64,
            text
        ])?;
    }
    Ok(())
}

pub(super) fn goal(connection: &Connection, goal: &Goal) -> Result<(), StoreError> {
    let Some(origin) = goal.origin else { return Ok(()) };
    connection.prepare_cached("DELETE FROM goal_reading WHERE goal = ?1")?.execute([goal.id])?;
    connection
        .prepare_cached(
            "INSERT INTO goal VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)
             ON CONFLICT (id) DO UPDATE SET title = excluded.title, folded = excluded.folded, why = excluded.why,
             horizon = excluded.horizon, parent = excluded.parent, measure = excluded.measure, unit = excluded.unit,
             baseline = excluded.baseline, target = excluded.target, current = excluded.current,
             due = excluded.due, review = excluded.review, state = excluded.state, created = excluded.created,
             moved = excluded.moved, source = excluded.source",
        )?
        .execute(params![
            goal.id,
            handle::whole(goal.id.0),
            goal.title(),
            folded(goal.title()),
            goal.why.value(),
            goal.horizon().as_str(),
            goal.parent.value(),
            goal.measure.value(),
            goal.unit.value(),
            goal.baseline.value(),
            goal.target.value(),
            goal.current(),
            day(goal.due.value().copied()),
            day(goal.review.value().copied()),
            goal.state().as_str(),
            origin.at,
            goal.moved,
            goal.source,
        ])?;
    for reading in &goal.readings {
        connection.prepare_cached("INSERT INTO goal_reading VALUES (?1,?2,?3)")?.execute(params![
            goal.id,
            day(Some(reading.date)),
            reading.value,
        ])?;
    }
    Ok(())
}

pub(super) fn settlement(connection: &Connection, settlement: &Settlement) -> Result<(), StoreError> {
    let Some(answer) = &settlement.answer else { return Ok(()) };
    connection
        .prepare_cached("INSERT OR REPLACE INTO settlement VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?
        .execute(params![
            settlement.id,
            answer.finding,
            answer.verdict.as_str(),
            answer.reason,
            day(answer.until),
            answer.facts,
            answer.by,
            answer.at,
        ])?;
    Ok(())
}
