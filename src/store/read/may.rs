//! What is read for a question whether something may be done: who answers for what, and who knows what.

use rusqlite::{OptionalExtension, params};

use super::decisions::DECISIONS;
use crate::domain::calendar::{At, Day};
use crate::domain::id::{DecisionId, MemberId, RoleId, TaskId};
use crate::insight::may::{Ended, KnownAgreement, KnownDecision, KnownMember, KnownRole, KnownTask};
use crate::store::{Store, StoreError};

impl Store {
    /// The active roles, with all that they say and who holds them.
    pub fn known_roles(&self) -> Result<Vec<KnownRole>, StoreError> {
        let tables = self.tables()?;
        let mut roles =
            tables.prepare_cached("SELECT id, name FROM role WHERE state = 'active' ORDER BY id")?;
        let mut domains =
            tables.prepare_cached("SELECT text FROM role_domain WHERE role = ?1 ORDER BY place")?;
        let mut work =
            tables.prepare_cached("SELECT text FROM role_accountability WHERE role = ?1 ORDER BY place")?;
        let mut holders = tables
            .prepare_cached("SELECT DISTINCT member FROM role_holder WHERE role = ?1 ORDER BY member")?;
        let rows = roles.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut known = Vec::new();
        for row in rows {
            let (id, name): (RoleId, String) = row?;
            known.push(KnownRole {
                id,
                name,
                domains: domains.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?,
                accountabilities: work.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?,
                holders: holders.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?,
            });
        }
        Ok(known)
    }

    /// The decisions that are open or adopted, with who proposes them.
    pub fn known_decisions(&self) -> Result<Vec<KnownDecision>, StoreError> {
        let tables = self.tables()?;
        let mut decisions = tables.prepare_cached(&format!(
            "SELECT id, title, iif(stands = 'adopted', adopted, NULL) FROM {DECISIONS}
              WHERE open = 1 OR stands = 'adopted' ORDER BY id",
        ))?;
        let mut proposers = tables.prepare_cached(
            "SELECT member FROM decision_member WHERE decision = ?1 AND proposes = 1 ORDER BY member",
        )?;
        let rows = decisions.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mut known = Vec::new();
        for row in rows {
            let (id, title, adopted): (DecisionId, String, Option<At>) = row?;
            let proposers = proposers.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
            known.push(KnownDecision { id, title, proposers, adopted });
        }
        Ok(known)
    }

    /// The members of the team, and what they teach.
    pub fn known_members(&self) -> Result<Vec<KnownMember>, StoreError> {
        let mut statement = self
            .tables()?
            .prepare_cached("SELECT id, name, teaches FROM member WHERE departed IS NULL ORDER BY id")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let known = rows.map(|row| {
            let (id, name, teaches): (MemberId, String, String) = row?;
            let teaches = serde_json::from_str(&teaches).map_err(|_| StoreError::damaged())?;
            Ok(KnownMember { id, name, teaches })
        });
        known.collect()
    }

    /// What is agreed on, and in force on a day.
    pub fn known_agreements(&self, today: Day) -> Result<Vec<KnownAgreement>, StoreError> {
        let here = self.members_here()?;
        let mut known = Vec::new();
        for id in self.agreements_going_on(today)? {
            let Some(agreement) = self.agreement(id)? else { continue };
            let standing = self.standing_among(&agreement, today, &here)?;
            if let Some(version) = standing.in_force.filter(|_| !standing.state.is_over()) {
                let said = version.wording.clone();
                let partners = if agreement.kind.is_open() { Vec::new() } else { standing.bound };
                let (title, about, way) = (said.title, said.about, said.way);
                known.push(KnownAgreement { id, title, about, way, partners });
            }
        }
        Ok(known)
    }

    /// What is known of a task, live or finished.
    pub fn known_task(&self, id: TaskId) -> Result<Option<KnownTask>, StoreError> {
        let tables = self.tables()?;
        let task: Option<(String, String, Option<String>)> = tables
            .prepare_cached("SELECT title, state, reason FROM task WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((title, state, reason)) = task else { return Ok(None) };
        let ended = match state.as_str() {
            "dropped" => Some(Ended { is_dropped: true, said: reason }),
            "done" => Some(Ended { is_dropped: false, said: self.last_remark(id)?.map(|(_, _, text)| text) }),
            _ => None,
        };
        let mut leads = tables.prepare_cached(
            "SELECT DISTINCT member FROM claim WHERE task = ?1 AND live = 1 AND part = 'lead' ORDER BY member",
        )?;
        let mut skills =
            tables.prepare_cached("SELECT skill FROM task_skill WHERE task = ?1 ORDER BY place")?;
        Ok(Some(KnownTask {
            id,
            title,
            leads: leads.query_map(params![id], |row| row.get(0))?.collect::<Result<_, _>>()?,
            skills: skills.query_map(params![id], |row| row.get(0))?.collect::<Result<_, _>>()?,
            ended,
        }))
    }
}
