//! Which members are one person, as the tables and as the journal tell it.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::{Store, StoreError, journal};
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::member::Member;
use crate::domain::merges::Merges;
use crate::domain::subject::Subject;

/// The wire name of the event that says so.
pub(super) const MERGED: &str = "member.merged";

/// As the tables stand.
pub(super) fn all(connection: &Connection) -> Result<Merges, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT member, into_member FROM merged WHERE counts = 1")?;
    let into = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Merges::of(into.collect::<Result<_, _>>()?))
}

/// As the journal tells: where tables are made anew, a task may be folded before the members whom it names.
pub(super) fn told(connection: &Connection) -> Result<Merges, StoreError> {
    let mut statement = connection.prepare("SELECT DISTINCT subject FROM journal WHERE kind = ?1")?;
    let members: Vec<SubjectId> =
        statement.query_map([MERGED], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut into: HashMap<MemberId, MemberId> = HashMap::new();
    for id in members {
        let journal::History { kind, records, .. } =
            journal::of_subject(connection, id, journal::Lines::Verbatim)?;
        if let Some(Subject::Member(member)) = kind.map(|kind| Subject::fold(kind, id, &records)) {
            into.extend(into_whom(connection, &member)?.map(|other| (member.id, other)));
        }
    }
    Ok(Merges::of(into))
}

/// Into whom a member was merged, of what the journal tells now.
pub(super) fn into_whom(connection: &Connection, member: &Member) -> Result<Option<MemberId>, StoreError> {
    member.merged_into(|member| has_written(connection, member))
}

/// Of whom it was said at all, whether it counts or not.
pub(super) fn told_of(connection: &Connection) -> Result<Vec<SubjectId>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT member FROM merged")?;
    let members = statement.query_map([], |row| row.get(0))?;
    Ok(members.collect::<Result<_, _>>()?)
}

/// Whether a member has written anything; that a device is theirs says nothing.
pub(super) fn has_written(connection: &Connection, member: MemberId) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM journal WHERE author = ?1 AND kind <> 'member.device'")?
        .exists([member])?)
}

/// Keeps into whom a member was merged, and whether that counts; nothing of one who is not there.
pub(super) fn keep(
    connection: &Connection,
    id: SubjectId,
    member: Option<&Member>,
) -> Result<(), StoreError> {
    let Some((member, merged)) = member.and_then(|member| Some((member, member.told_into()?))) else {
        connection.prepare_cached("DELETE FROM merged WHERE member = ?1")?.execute([id])?;
        return Ok(());
    };
    let counts = into_whom(connection, member)?.is_some();
    connection.prepare_cached("INSERT OR REPLACE INTO merged VALUES (?1, ?2, ?3)")?.execute(params![
        id,
        merged.into,
        counts
    ])?;
    Ok(())
}

/// The subjects of which a member's own records speak, and of whose records one names the member. The whole journal is
/// looked through: of whom a record speaks stands in no table, and members are merged rarely.
pub(super) fn speaking_of(connection: &Connection, member: MemberId) -> Result<Vec<SubjectId>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT subject FROM journal WHERE author = ?1 OR instr(line, ?2) > 0")?;
    let subjects = statement.query_map(params![member, member.to_string()], |row| row.get(0))?;
    Ok(subjects.collect::<Result<_, _>>()?)
}

impl Store {
    /// Who a member is: they themselves, or whom they were merged into.
    pub fn person(&self, member: MemberId) -> Result<MemberId, StoreError> {
        Ok(all(self.tables()?)?.person(member))
    }
}
