//! What the rules see of people: what they have in hand, whether they are here, who knows what.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Whole, column};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::id::MemberId;
use crate::domain::member::Away;
use crate::domain::merges::Merges;
use crate::insight::{MemberScene, NewcomerScene, Person, SkillScene};
use crate::store::StoreError;
use crate::store::codec::read_day;

/// So many tasks that need a skill are counted.
const NEEDING: i64 = 999;

/// A member with what they have in hand.
pub(super) fn member(connection: &Connection, id: MemberId) -> Result<Option<MemberScene>, StoreError> {
    let row: Option<(bool, i64)> = connection
        .prepare_cached("SELECT departed IS NULL, claim_limit FROM member WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((is_here, limit)) = row else { return Ok(None) };
    let leads = "SELECT DISTINCT task FROM claim WHERE member = ?1 AND in_hand = 1 ORDER BY task";
    let leads = column(connection, leads, [id])?;
    Ok(Some(MemberScene { member: id, is_here, limit: u32::try_from(limit).unwrap_or(u32::MAX), leads }))
}

/// How many are on the team.
pub(super) fn people_here(connection: &Connection) -> Result<u32, StoreError> {
    let here = "SELECT count(*) FROM member WHERE departed IS NULL";
    Ok(connection.prepare_cached(here)?.query_row([], |row| row.get(0))?)
}

/// Somebody of the team, with when they came and until when they have a buddy.
pub(super) fn newcomer(
    connection: &Connection,
    member: MemberId,
    whole: &Whole,
) -> Result<Option<NewcomerScene>, StoreError> {
    let came: Option<Option<At>> = connection
        .prepare_cached("SELECT came FROM member WHERE id = ?1 AND departed IS NULL")?
        .query_row([member], |row| row.get(0))
        .optional()?;
    let Some(came) = came.flatten() else { return Ok(None) };
    let paired_until = connection
        .prepare_cached(
            "SELECT max(p.ends) FROM pairing p JOIN member b ON b.id = p.buddy AND b.departed IS NULL
              WHERE p.newcomer = ?1 AND p.stage = 'accepted' AND p.buddy <> p.newcomer",
        )?
        .query_row([member], |row| row.get(0))?;
    Ok(Some(NewcomerScene {
        member,
        came,
        began: whole.began,
        people: people_here(connection)?,
        paired_until: read_day(paired_until),
    }))
}

/// Who needs a skill, teaches it and wants to learn it.
pub(super) fn skill(connection: &Connection, skill: &str) -> Result<SkillScene, StoreError> {
    let needed_by = connection
        .prepare_cached(
            "SELECT count(*) FROM (SELECT DISTINCT s.task FROM task_skill s JOIN task t ON t.id = s.task AND t.list < 9
              WHERE s.skill = ?1 LIMIT ?2)",
        )?
        .query_row(params![skill, NEEDING], |row| row.get(0))?;
    let mut scene =
        SkillScene { skill: skill.to_owned(), needed_by, teachers: Vec::new(), learners: Vec::new() };
    let key = folded(skill);
    let knows = |texts: String| {
        let skills: Vec<String> = serde_json::from_str(&texts).map_err(|_| StoreError::damaged())?;
        Ok::<_, StoreError>(skills.iter().any(|known| folded(known) == key))
    };
    let mut members = connection
        .prepare_cached("SELECT id, teaches, learns FROM member WHERE departed IS NULL ORDER BY id")?;
    let mut rows = members.query([])?;
    while scene.needed_by > 0
        && let Some(row) = rows.next()?
    {
        if knows(row.get(1)?)? {
            scene.teachers.push(row.get(0)?);
        } else if knows(row.get(2)?)? {
            scene.learners.push(row.get(0)?);
        }
    }
    Ok(scene)
}

/// Whether somebody has written here, under any of their names; that a device is theirs counts, too.
pub(super) fn writes(connection: &Connection, merges: &Merges, person: MemberId) -> Result<bool, StoreError> {
    let mut written = connection.prepare_cached("SELECT 1 FROM journal WHERE author = ?1")?;
    for member in merges.members_who_are(person) {
        if written.exists([member])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The days away as a table has them.
pub(super) fn away(from: Option<String>, until: Option<String>) -> Option<Away> {
    read_day(from).map(|from| Away { from, until: read_day(until) })
}

/// Whether these are here, and when they are away.
pub(super) fn people(
    connection: &Connection,
    ids: impl Iterator<Item = MemberId>,
) -> Result<HashMap<MemberId, Person>, StoreError> {
    let mut people = HashMap::new();
    for id in ids {
        if people.contains_key(&id) {
            continue;
        }
        let person = connection
            .prepare_cached("SELECT departed, away_from, away_until FROM member WHERE id = ?1")?
            .query_row([id], |row| {
                Ok(Person { left: row.get::<_, Option<At>>(0)?, away: away(row.get(1)?, row.get(2)?) })
            })
            .optional()?;
        people.insert(id, person.unwrap_or_default());
    }
    Ok(people)
}
