//! What the rules see of a decision: what stands of it in the tables, where nothing is that is hidden from some, and whether
//! those were away or gone whom its adoption did not wait for.

use rusqlite::{Connection, OptionalExtension};

use super::{column, existing};
use crate::domain::decision::{Absence, Excused};
use crate::domain::id::{DecisionId, MemberId, SubjectId};
use crate::domain::record::Record;
use crate::domain::subject::{Kind, Subject};
use crate::insight::DecisionScene;
use crate::store::codec::read_day;
use crate::store::journal::Lines;
use crate::store::{StoreError, journal};

/// A decision with its days and its open objections.
pub(super) fn decision(connection: &Connection, id: DecisionId) -> Result<Option<DecisionScene>, StoreError> {
    let objectors = "SELECT member FROM decision_member WHERE decision = ?1 AND objects = 1 ORDER BY member";
    let objectors = column(connection, objectors, [id])?;
    let excused = excused(connection, id)?;
    Ok(connection
        .prepare_cached(
            "SELECT state = 'adopted', review, trial_ends, objection, closes, adopted FROM decision
              WHERE id = ?1 AND state NOT IN ('parked', 'withdrawn', 'replaced')",
        )?
        .query_row([id], |row| {
            Ok(DecisionScene {
                decision: id,
                is_adopted: row.get(0)?,
                review: read_day(row.get(1)?),
                trial_ends: read_day(row.get(2)?),
                objection: row.get(3)?,
                objectors,
                closes: read_day(row.get(4)?),
                excused,
                adopted: row.get(5)?,
            })
        })
        .optional()?)
}

/// Whom the adoption that holds did not wait for, who was here by their own records and has not spoken of its version.
fn excused(connection: &Connection, id: DecisionId) -> Result<Vec<MemberId>, StoreError> {
    // Mostly all were heard, and no record has to be read.
    let not_asked = "SELECT m.member FROM decision_member m JOIN decision d ON d.id = m.decision
                      WHERE m.decision = ?1 AND m.party = 0 AND d.state = 'adopted'";
    let not_asked: Vec<MemberId> = column(connection, not_asked, [id])?;
    if not_asked.is_empty() {
        return Ok(Vec::new());
    }
    let Some(Subject::Decision(decision)) = existing(connection, id.into())? else { return Ok(Vec::new()) };
    let Some(adoption) = decision.adopted() else { return Ok(Vec::new()) };
    let records = journal::of_subject(connection, id.into(), Lines::Retold)?.records;
    let Some(adopted) = records.iter().find(|record| record.id == adoption.id) else { return Ok(Vec::new()) };
    let mut here = Vec::new();
    for one in adoption.excused.iter().filter(|one| not_asked.contains(&one.member)) {
        let has_spoken = decision.own(one.member, adoption.version).next().is_some();
        if !has_spoken && !was_absent(connection, one, adopted)? {
            here.push(one.member);
        }
    }
    here.sort();
    here.dedup();
    Ok(here)
}

/// Whether somebody was gone or away, by what they themselves wrote before a record. What its author calls a day may be one
/// more or less than elsewhere.
fn was_absent(connection: &Connection, excused: &Excused, at: &Record) -> Result<bool, StoreError> {
    let id = SubjectId::from(excused.member);
    let mut records = journal::of_subject(connection, id, Lines::Retold)?.records;
    records.retain(|record| record.canonical(at).is_lt());
    let member = match Subject::fold(Kind::Member, id, &records) {
        Subject::Member(member) => *member,
        _ => return Ok(false),
    };
    Ok(match excused.why {
        Absence::Left => !member.is_here(),
        Absence::Away => {
            let days = [-1, 0, 1].map(|days| at.at.plus_days(days).day());
            !member.is_here() || days.into_iter().any(|day| member.is_away(day))
        }
    })
}
