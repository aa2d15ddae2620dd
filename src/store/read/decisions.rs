//! Decisions, a line each.

use rusqlite::{ToSql, params};

use crate::domain::calendar::{At, Day};
use crate::domain::decision::{DecisionKind, State};
use crate::domain::id::{DecisionId, MemberId, RecordId, RoleId, SubjectId};
use crate::store::{Store, StoreError};

/// A decision's line.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionRow {
    pub id: DecisionId,
    pub handle: String,
    pub kind: DecisionKind,
    pub state: State,
    /// Of the version to show.
    pub title: String,
    pub version: RecordId,
    pub role: Option<RoleId>,
    /// Who drafted it, and when.
    pub by: MemberId,
    pub drafted: At,
    pub closes: Option<Day>,
    /// When it is looked at again, once it is adopted.
    pub review: Option<Day>,
    /// The last day of a trial that runs.
    pub trial_ends: Option<Day>,
    /// Until when it is parked.
    pub parked: Option<Day>,
    pub adopted: Option<At>,
    /// Since when the oldest open objection is there, where everybody sees it.
    pub objection: Option<At>,
}

impl DecisionRow {
    /// The next day that it names: until when all are to be heard, or when it is looked at again.
    pub fn next_day(&self) -> Option<Day> {
        match self.state {
            State::Parked => self.parked,
            State::Adopted => self.trial_ends.into_iter().chain(self.review).min(),
            State::Withdrawn | State::Replaced => None,
            _ => self.closes,
        }
    }
}

/// The rows of decisions with where each stands. One that another took the place of stands again while that one does not
/// hold: that is known from the other one alone.
pub(super) const DECISIONS: &str = "(SELECT *, iif(state = 'replaced' AND NOT EXISTS (
       SELECT 1 FROM decision n WHERE n.id = o.replaced AND n.state IN ('adopted', 'replaced')), 'adopted', state) AS stands
     FROM decision o)";

/// Which decisions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Those of which something is still to be said or done.
    Open,
    /// And those that are adopted.
    InForce,
    /// And those that were given up or replaced.
    All,
}

impl Store {
    /// Up to `most` decisions, from row `skip` on: the open ones first, the oldest of them first; then those that are adopted,
    /// the newest first; then the rest.
    pub fn decisions(
        &self,
        which: Decided,
        skip: usize,
        most: usize,
    ) -> Result<Vec<DecisionRow>, StoreError> {
        let all: i64 = match which {
            Decided::Open => 0,
            Decided::InForce => 1,
            Decided::All => 2,
        };
        self.decision_rows(
            "WHERE d.open = 1 OR ?1 >= 1 AND d.stands = 'adopted' OR ?1 = 2
             ORDER BY d.open = 0, d.stands <> 'adopted', iif(d.open = 1, d.drafted, -d.drafted), d.id
             LIMIT ?3 OFFSET ?2",
            params![all, skip as i64, most as i64],
        )
    }

    /// The same, those of the open ones first on which a member is still to be heard.
    pub fn decisions_for(
        &self,
        member: Option<MemberId>,
        which: Decided,
        skip: usize,
        most: usize,
    ) -> Result<Vec<DecisionRow>, StoreError> {
        let all: i64 = match which {
            Decided::Open => 0,
            Decided::InForce => 1,
            Decided::All => 2,
        };
        self.decision_rows(
            "LEFT JOIN decision_member m ON m.decision = d.id AND m.member = ?4
              WHERE d.open = 1 OR ?1 >= 1 AND d.stands = 'adopted' OR ?1 = 2
             ORDER BY d.open = 0,
                      d.open = 0 OR d.state = 'parked' OR ifnull(m.party, 0) = 0 OR ifnull(m.spoke, 1) = 1,
                      d.stands <> 'adopted', iif(d.open = 1, d.drafted, -d.drafted), d.id
             LIMIT ?3 OFFSET ?2",
            params![all, skip as i64, most as i64, member],
        )
    }

    /// How many are open, and how many are adopted.
    pub fn decision_counts(&self) -> Result<(usize, usize), StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT count(*) FILTER (WHERE open = 1), count(*) FILTER (WHERE stands = 'adopted') FROM {DECISIONS}"
        ))?;
        let counts: (i64, i64) = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((counts.0 as usize, counts.1 as usize))
    }

    /// One line.
    pub fn decision_row(&self, id: DecisionId) -> Result<Option<DecisionRow>, StoreError> {
        Ok(self.decision_rows("WHERE d.id = ?1", params![id])?.pop())
    }

    /// Up to `most` open decisions on which a member was not heard yet, the oldest first.
    pub fn decisions_awaiting(&self, member: MemberId, most: usize) -> Result<Vec<DecisionRow>, StoreError> {
        self.decision_rows(
            "JOIN decision_member m ON m.decision = d.id AND m.member = ?1 AND m.party = 1 AND m.spoke = 0
              WHERE d.open = 1 AND d.state <> 'parked' ORDER BY d.drafted, d.id LIMIT ?2",
            params![member, most as i64],
        )
    }

    /// Up to `most` decisions that were given up after a moment, the last first.
    pub fn decisions_given_up(&self, after: At, most: usize) -> Result<Vec<DecisionRow>, StoreError> {
        self.decision_rows(
            "WHERE d.state = 'withdrawn' AND d.ended > ?1 ORDER BY d.ended DESC, d.id LIMIT ?2",
            params![after, most as i64],
        )
    }

    /// Up to `most` decisions that are adopted and to be looked at again by a day: their review, or the end of their trial.
    pub fn decisions_due(&self, by: Day, most: usize) -> Result<Vec<DecisionRow>, StoreError> {
        self.decision_rows(
            "WHERE d.stands = 'adopted' AND (d.review <= ?1 OR d.trial_ends <= ?1)
             ORDER BY min(ifnull(d.review, '9999-12-31'), ifnull(d.trial_ends, '9999-12-31')), d.id LIMIT ?2",
            params![by.to_string(), most as i64],
        )
    }

    /// Up to `most` decisions about a role, the open ones first, the newest first.
    pub fn decisions_about(&self, role: RoleId, most: usize) -> Result<Vec<DecisionRow>, StoreError> {
        self.decision_rows(
            "WHERE d.role = ?1 AND d.role IS NOT NULL ORDER BY d.open = 0, d.drafted DESC, d.id LIMIT ?2",
            params![role, most as i64],
        )
    }

    /// The parties of a decision: who was not heard on the version to show, and who was.
    pub fn decision_parties(&self, id: DecisionId) -> Result<(Vec<MemberId>, Vec<MemberId>), StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT member, spoke FROM decision_member WHERE decision = ?1 AND party = 1 ORDER BY member",
        )?;
        let rows =
            statement.query_map([id], |row| Ok((row.get::<_, MemberId>(0)?, row.get::<_, bool>(1)?)))?;
        let (mut missing, mut heard) = (Vec::new(), Vec::new());
        for row in rows {
            let (member, spoke) = row?;
            if spoke { heard.push(member) } else { missing.push(member) }
        }
        Ok((missing, heard))
    }

    /// The subjects that an agreement governs: the decisions that were made under it.
    pub fn decisions_under(&self, agreement: SubjectId, most: usize) -> Result<Vec<DecisionRow>, StoreError> {
        self.decision_rows(
            "WHERE d.under = ?1 AND d.under IS NOT NULL ORDER BY d.drafted DESC, d.id LIMIT ?2",
            params![agreement, most as i64],
        )
    }

    fn decision_rows(&self, which: &str, values: &[&dyn ToSql]) -> Result<Vec<DecisionRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT d.id, d.kind, d.stands, d.title, d.record, d.role, d.author, d.drafted, d.closes, d.review,
                    d.trial_ends, d.parked, d.adopted, d.objection
               FROM {DECISIONS} d {which}",
        ))?;
        let day = |text: Option<String>| text.and_then(|text| text.parse::<Day>().ok());
        let rows = statement.query_map(values, |row| {
            let (kind, state): (String, String) = (row.get(1)?, row.get(2)?);
            Ok(DecisionRow {
                id: row.get(0)?,
                handle: String::new(),
                kind: DecisionKind::named(&kind).unwrap_or(DecisionKind::Consent),
                state: State::named(&state).unwrap_or(State::Draft),
                title: row.get(3)?,
                version: row.get(4)?,
                role: row.get(5)?,
                by: row.get(6)?,
                drafted: row.get(7)?,
                closes: day(row.get(8)?),
                review: day(row.get(9)?),
                trial_ends: day(row.get(10)?),
                parked: day(row.get(11)?),
                adopted: row.get(12)?,
                objection: row.get(13)?,
            })
        })?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = self.handle_of(row.id)?;
            Ok(row)
        })
        .collect()
    }
}
