//! Agreements, a line each. Which version is in force follows from their records, the day and who is of the team, so each
//! is folded: a team has few of them, and each has few records.

use std::collections::{HashMap, HashSet};

use rusqlite::params;

use crate::domain::agreement::{self, Agreement, AgreementKind, AgreementState, Standing, Way};
use crate::domain::calendar::{At, Day};
use crate::domain::decision::Outcome;
use crate::domain::id::{AgreementId, DecisionId, MemberId, RecordId, SubjectId};
use crate::domain::subject::Subject;
use crate::store::codec::day;
use crate::store::{Store, StoreError};

/// An agreement's line.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementRow {
    pub id: AgreementId,
    pub handle: String,
    pub kind: AgreementKind,
    /// Of what is in force, else of what was proposed last.
    pub title: String,
    pub way: Option<Way>,
    pub state: AgreementState,
    /// Who drafted it, and when.
    pub by: MemberId,
    pub drafted: At,
    /// Of what is proposed, else of what is in force: who agreed to it, and whose yes is missing.
    pub agreed: Vec<MemberId>,
    pub owed: Vec<MemberId>,
    /// What is proposed besides what is in force.
    pub open: Vec<RecordId>,
    /// Whom what is in force binds.
    pub bound: Vec<MemberId>,
    /// When it is looked at again.
    pub review: Option<Day>,
    /// Who left, without whom nobody has said yet that it is still right.
    pub without: Vec<MemberId>,
    /// The decision because of which what is in force is so.
    pub decision: Option<SubjectId>,
}

impl AgreementRow {
    /// Of what is proposed, else of what is in force: for how many it counts, and for how many it is to.
    pub fn count(&self) -> (usize, usize) {
        let of = if self.state.is_over() { 0 } else { self.owed.len() };
        let for_it = match self.decision.filter(|_| self.open.is_empty()) {
            Some(_) => self.bound.len(),
            None => self.agreed.len(),
        };
        (for_it, for_it + of)
    }

    /// Whether it waits for the yes of somebody.
    pub fn asks(&self, member: MemberId) -> bool {
        !self.state.is_over() && self.open.len() < 2 && self.owed.contains(&member)
    }

    fn of(agreement: &Agreement, standing: &Standing<'_>, handle: String) -> Option<AgreementRow> {
        let origin = agreement.origin?;
        let shown = standing.in_force.or(standing.open.last().copied()).or(agreement.versions.last())?;
        let asked = standing.open.last().copied().unwrap_or(shown);
        let agreed = agreement.yes.iter().filter(|yes| yes.version == asked.id).map(|yes| yes.member);
        Some(AgreementRow {
            id: agreement.id,
            handle,
            kind: agreement.kind,
            title: shown.wording.title.clone(),
            way: shown.wording.way,
            state: standing.state,
            by: origin.by,
            drafted: origin.at,
            agreed: agreed.filter(|member| !standing.is_gone(*member)).collect(),
            owed: agreement.owed(asked, standing),
            open: standing.open.iter().map(|version| version.id).collect(),
            bound: standing.bound.clone(),
            review: standing.review,
            without: standing.without.clone(),
            decision: standing.in_force.and_then(|version| standing.wrote(version)),
        })
    }
}

impl Store {
    /// Up to `most` agreements, from row `skip` on: how the team decides first, then how it works, then charters, each in the
    /// order in which they were drafted; those that are over come last, where they are asked for.
    pub fn agreements(
        &self,
        today: Day,
        over: bool,
        skip: usize,
        most: usize,
    ) -> Result<Vec<AgreementRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id FROM agreement WHERE ?1 OR over IS NULL OR over > ?4
             ORDER BY over IS NOT NULL AND over <= ?4, kind = 'charter', kind = 'working', drafted, id LIMIT ?3 OFFSET ?2",
        )?;
        let ids = statement
            .query_map(params![over, skip as i64, most as i64, day(Some(today))], |row| row.get(0))?
            .collect::<Result<Vec<AgreementId>, _>>()?;
        let here = self.members_here()?;
        let rows = ids.into_iter().map(|id| self.agreement_row_among(id, today, &here));
        rows.filter_map(Result::transpose).collect()
    }

    /// The agreement that is in force because of a decision, the first of them where there are several.
    pub fn agreement_by(&self, decision: DecisionId, today: Day) -> Result<Option<AgreementId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT DISTINCT v.agreement, a.drafted FROM agreement_version v JOIN agreement a ON a.id = v.agreement
              WHERE v.decision = ?1 ORDER BY a.drafted, a.id",
        )?;
        let ids = statement.query_map([decision], |row| row.get(0))?.collect::<Result<Vec<_>, _>>()?;
        for id in ids {
            let row = self.agreement_row(id, today)?;
            if row.is_some_and(|row| row.decision == Some(decision.into())) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Those that are not over on a day.
    pub(super) fn agreements_going_on(&self, today: Day) -> Result<Vec<AgreementId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id FROM agreement WHERE over IS NULL OR over > ?1 ORDER BY drafted, id",
        )?;
        let ids = statement.query_map([day(Some(today))], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// One line.
    pub fn agreement_row(&self, id: AgreementId, today: Day) -> Result<Option<AgreementRow>, StoreError> {
        self.agreement_row_among(id, today, &self.members_here()?)
    }

    /// How an agreement stands on a day.
    pub fn standing<'a>(&self, agreement: &'a Agreement, today: Day) -> Result<Standing<'a>, StoreError> {
        self.standing_among(agreement, today, &self.members_here()?)
    }

    /// The same, among those who are of the team.
    pub(super) fn standing_among<'a>(
        &self,
        agreement: &'a Agreement,
        today: Day,
        here: &HashSet<MemberId>,
    ) -> Result<Standing<'a>, StoreError> {
        let outcomes = self.outcomes(agreement)?;
        Ok(agreement.standing(today, |member| here.contains(&member), |id| outcomes.get(&id).cloned()))
    }

    /// The same, where nobody ever left: what is told elsewhere depends neither on the day nor on the team of here.
    pub fn standing_for_others<'a>(&self, agreement: &'a Agreement) -> Result<Standing<'a>, StoreError> {
        let outcomes = self.outcomes(agreement)?;
        Ok(agreement.standing(Day::MIN, |_| true, |id| outcomes.get(&id).cloned()))
    }

    /// What the decisions came to that an agreement names, as far as they hold.
    fn outcomes(&self, agreement: &Agreement) -> Result<HashMap<SubjectId, Outcome>, StoreError> {
        agreement.outcomes(|id| self.subject(id))
    }

    /// What a decision came to that holds.
    pub fn outcome(&self, id: DecisionId) -> Result<Option<Outcome>, StoreError> {
        agreement::outcome(id.into(), |id| self.subject(id))
    }

    /// An agreement that is on the board.
    pub fn agreement(&self, id: AgreementId) -> Result<Option<Agreement>, StoreError> {
        Ok(match self.subject(id.into())? {
            Some(Subject::Agreement(agreement)) => Some(*agreement),
            _ => None,
        })
    }

    /// Who is of the team and came to it at a moment or later, the first to come first.
    pub fn joined_since(&self, at: At, most: usize) -> Result<Vec<MemberId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id FROM member WHERE departed IS NULL AND joined >= ?1 ORDER BY joined, id LIMIT ?2",
        )?;
        let ids =
            statement.query_map(params![at, most as i64], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// Who is of the team.
    pub fn members_here(&self) -> Result<HashSet<MemberId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached("SELECT id FROM member WHERE departed IS NULL")?;
        let ids = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    fn agreement_row_among(
        &self,
        id: AgreementId,
        today: Day,
        here: &HashSet<MemberId>,
    ) -> Result<Option<AgreementRow>, StoreError> {
        let Some(agreement) = self.agreement(id)? else { return Ok(None) };
        let standing = self.standing_among(&agreement, today, here)?;
        Ok(AgreementRow::of(&agreement, &standing, self.handle_of(id)?))
    }
}
