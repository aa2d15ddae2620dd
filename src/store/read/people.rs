//! Members and roles, a line each.

use std::collections::HashMap;

use rusqlite::{ToSql, params};

use crate::domain::calendar::{At, Day};
use crate::domain::decision::Absence;
use crate::domain::id::{MemberId, RoleId, TaskId};
use crate::domain::member::Away;
use crate::insight::clarity::{Outline, Part};
use crate::insight::load::Load;
use crate::insight::skills::Skilled;
use crate::store::codec::read_day;
use crate::store::{Store, StoreError};

/// A member's line.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberRow {
    pub id: MemberId,
    pub handle: String,
    pub name: String,
    pub initials: Option<String>,
    pub left: Option<At>,
    /// Their own limit of live claims.
    pub limit: i64,
    pub away_from: Option<Day>,
    pub away_until: Option<Day>,
    pub contact: Option<String>,
    /// Live claims, and how many of them are leads of tasks in doing that nothing blocks.
    pub leads: i64,
    pub helps: i64,
    pub in_hand: i64,
    pub roles: i64,
}

/// A role's line.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleRow {
    pub id: RoleId,
    pub handle: String,
    pub name: String,
    pub purpose: Option<String>,
    pub state: String,
    pub review: Option<Day>,
    pub vacant_since: At,
    pub domains: i64,
    pub accountabilities: i64,
    pub holders: Vec<HolderRow>,
}

/// Somebody in a role.
#[derive(Debug, Clone, PartialEq)]
pub struct HolderRow {
    pub member: MemberId,
    pub name: String,
    pub focus: Option<String>,
    pub since: At,
    pub term: Option<Day>,
}

impl MemberRow {
    /// What they have in hand.
    pub fn load(&self) -> Load {
        Load::of(self.in_hand, self.limit)
    }
}

impl RoleRow {
    /// What there is to read of it, by which it is clear or not.
    pub fn outline(&self) -> Outline<'_> {
        Outline {
            is_draft: self.state == "draft",
            purpose: self.purpose.as_deref(),
            accountabilities: self.accountabilities as usize,
            domains: self.domains as usize,
            holders: self
                .holders
                .iter()
                .map(|holder| Part { focus: holder.focus.as_deref(), term: holder.term })
                .collect(),
            review: self.review,
        }
    }
}

impl Store {
    /// Who left the team, and who is away on a day.
    pub fn absent(&self, today: Day) -> Result<HashMap<MemberId, Absence>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id, departed, away_from, away_until FROM member WHERE departed IS NOT NULL OR away_from IS NOT NULL",
        )?;
        let rows = statement.query_map([], |row| {
            let (left, from, until): (Option<At>, _, _) = (row.get(1)?, row.get(2)?, row.get(3)?);
            let away = read_day(from).map(|from| Away { from, until: read_day(until) });
            let is_away = away.is_some_and(|away| away.covers(today));
            let why = left.map(|_| Absence::Left).or(is_away.then_some(Absence::Away));
            Ok((row.get::<_, MemberId>(0)?, why))
        })?;
        let absent = rows.filter_map(|row| row.map(|(member, why)| Some((member, why?))).transpose());
        Ok(absent.collect::<Result<_, _>>()?)
    }

    /// Up to `most` members: those of the team by name, then those who left.
    pub fn members(&self, most: usize) -> Result<Vec<MemberRow>, StoreError> {
        self.member_rows("ORDER BY m.departed IS NOT NULL, m.folded, m.id LIMIT ?1", params![most as i64])
    }

    /// Up to `most` members of the team who have not written anything here, as an import brings them, by name.
    /// Who decides together where nobody is named: all who are here and have written anything. Whom only an import knows is
    /// waited for by nobody; they join by their own word.
    pub fn members_to_decide(&self) -> Result<Vec<MemberId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id FROM member m WHERE departed IS NULL
                AND EXISTS (SELECT 1 FROM journal WHERE author = m.id) ORDER BY handle",
        )?;
        let ids = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// What those who are here are called.
    pub fn member_names(&self) -> Result<Vec<String>, StoreError> {
        let mut statement =
            self.tables()?.prepare_cached("SELECT name FROM member WHERE departed IS NULL")?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    pub fn members_without_records(&self, most: usize) -> Result<Vec<MemberRow>, StoreError> {
        self.member_rows(
            "WHERE m.departed IS NULL AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.author = m.id)
             ORDER BY m.folded, m.id LIMIT ?1",
            params![most as i64],
        )
    }

    /// One line.
    pub fn member_row(&self, id: MemberId) -> Result<Option<MemberRow>, StoreError> {
        Ok(self.member_rows("WHERE m.id = ?1", params![id])?.pop())
    }

    fn member_rows(&self, which: &str, values: &[&dyn ToSql]) -> Result<Vec<MemberRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT m.id, m.handle, m.name, m.initials, m.departed, m.claim_limit, m.away_from, m.away_until, m.contact,
               (SELECT count(*) FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'lead'),
               (SELECT count(*) FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'helper'),
               (SELECT count(DISTINCT c.task) FROM claim c WHERE c.member = m.id AND c.in_hand = 1),
               (SELECT count(*) FROM role_holder h WHERE h.member = m.id)
             FROM member m {which}",
        ))?;
        let rows = statement.query_map(values, |row| {
            Ok(MemberRow {
                id: row.get(0)?,
                handle: row.get(1)?,
                name: row.get(2)?,
                initials: row.get(3)?,
                left: row.get(4)?,
                limit: row.get(5)?,
                away_from: read_day(row.get(6)?),
                away_until: read_day(row.get(7)?),
                contact: row.get(8)?,
                leads: row.get(9)?,
                helps: row.get(10)?,
                in_hand: row.get(11)?,
                roles: row.get(12)?,
            })
        })?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = self.shown(&row.handle, row.left)?;
            Ok(row)
        })
        .collect()
    }

    /// Up to `most` roles that are not retired, from row `skip` on: vacant ones first, then by name.
    pub fn roles(&self, skip: usize, most: usize) -> Result<Vec<RoleRow>, StoreError> {
        self.role_rows(
            "WHERE r.state <> 'retired'
             ORDER BY EXISTS (SELECT 1 FROM role_holder h WHERE h.role = r.id), r.folded, r.id LIMIT ?2 OFFSET ?1",
            params![skip as i64, most as i64],
        )
    }

    /// One line, of a retired role too.
    pub fn role_row(&self, id: RoleId) -> Result<Option<RoleRow>, StoreError> {
        Ok(self.role_rows("WHERE r.id = ?1", params![id])?.pop())
    }

    fn role_rows(&self, which: &str, values: &[&dyn ToSql]) -> Result<Vec<RoleRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT r.id, r.handle, r.name, r.purpose, r.state, r.review, r.vacant_since,
               (SELECT count(*) FROM role_domain d WHERE d.role = r.id),
               (SELECT count(*) FROM role_accountability a WHERE a.role = r.id)
             FROM role r {which}",
        ))?;
        let rows = statement.query_map(values, |row| {
            Ok(RoleRow {
                id: row.get(0)?,
                handle: row.get(1)?,
                name: row.get(2)?,
                purpose: row.get(3)?,
                state: row.get(4)?,
                review: read_day(row.get(5)?),
                vacant_since: row.get(6)?,
                domains: row.get(7)?,
                accountabilities: row.get(8)?,
                holders: Vec::new(),
            })
        })?;
        let mut holders = self.tables()?.prepare_cached(
            "SELECT h.member, coalesce(m.name, '?'), h.focus, h.since, h.term FROM role_holder h
               LEFT JOIN member m ON m.id = h.member WHERE h.role = ?1 ORDER BY h.since, h.record",
        )?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = self.handle_of(row.id)?;
            row.holders = holders
                .query_map([row.id], |row| {
                    Ok(HolderRow {
                        member: row.get(0)?,
                        name: row.get(1)?,
                        focus: row.get(2)?,
                        since: row.get(3)?,
                        term: read_day(row.get(4)?),
                    })
                })?
                .collect::<Result<_, _>>()?;
            Ok(row)
        })
        .collect()
    }

    /// The live tasks that a member claims.
    pub fn claimed_by(&self, member: MemberId) -> Result<Vec<TaskId>, StoreError> {
        let mut statement = self
            .tables()?
            .prepare_cached("SELECT DISTINCT task FROM claim WHERE member = ?1 AND live = 1 ORDER BY task")?;
        let ids = statement.query_map([member], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// What up to `most` others of the team teach and want to learn, by name.
    pub fn skilled(&self, but: MemberId, most: usize) -> Result<Vec<Skilled>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT name, teaches, learns FROM member
              WHERE departed IS NULL AND id <> ?1 AND (teaches <> '[]' OR learns <> '[]') ORDER BY folded, id LIMIT ?2",
        )?;
        let mut rows = statement.query(params![but, most as i64])?;
        let skills = |texts: String| serde_json::from_str(&texts).map_err(|_| StoreError::damaged());
        let mut skilled = Vec::new();
        while let Some(row) = rows.next()? {
            let (teaches, learns) = (skills(row.get(1)?)?, skills(row.get(2)?)?);
            skilled.push(Skilled { name: row.get(0)?, teaches, learns });
        }
        Ok(skilled)
    }

    /// The roles that a member holds.
    pub fn held_by(&self, member: MemberId) -> Result<Vec<RoleId>, StoreError> {
        let mut statement = self
            .tables()?
            .prepare_cached("SELECT DISTINCT role FROM role_holder WHERE member = ?1 ORDER BY role")?;
        let ids = statement.query_map([member], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }
}
