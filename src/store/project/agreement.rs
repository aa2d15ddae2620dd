//! The rows of agreements.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::agreement::{Agreement, Version};
use crate::domain::handle;
use crate::domain::id::AgreementId;
use crate::store::StoreError;
use crate::store::codec::day;

impl Stored for Agreement {
    const LAYOUT: Layout = Layout {
        each: Some(("agreement", "drafted, id")),
        tables: &[
            ("agreement", "id"),
            ("agreement_version", "agreement, record"),
            ("agreement_party", "agreement, record, member"),
            ("agreement_yes", "agreement, record, member"),
            ("agreement_left", "agreement, record"),
            ("agreement_ending", "agreement, record, member"),
            ("agreement_review", "agreement, place"),
        ],
        references: &[
            Reference::needs("agreement_version", "agreement", "decision"),
            // It is their word whether or not they are still on the board.
            Reference::loose("agreement", "author"),
            Reference::loose("agreement_version", "author"),
            Reference::loose("agreement_party", "member"),
            Reference::loose("agreement_yes", "member"),
            Reference::loose("agreement_left", "member"),
            Reference::loose("agreement_ending", "member"),
            Reference::loose("agreement_review", "member"),
        ],
    };

    fn write(&self, _: Option<&Agreement>, connection: &Connection) -> Result<(), StoreError> {
        let Some(origin) = self.origin else { return Ok(()) };
        connection.prepare_cached("DELETE FROM agreement WHERE id = ?1")?.execute([self.id])?;
        connection.prepare_cached("INSERT INTO agreement VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?.execute(
            params![
                self.id,
                handle::whole(self.id.0),
                self.kind.as_str(),
                self.wording().map(|wording| wording.title.as_str()).unwrap_or_default(),
                origin.by,
                origin.at,
                day(self.over_on()),
                self.source,
            ],
        )?;
        for (place, version) in (0_i64..).zip(&self.versions) {
            write_version(self.id, place, version, connection)?;
        }
        // A yes to what nobody wrote, or not yet, is kept as well.
        let mut yes = connection.prepare_cached("INSERT INTO agreement_yes VALUES (?1,?2,?3,?4)")?;
        for one in &self.yes {
            yes.execute(params![self.id, one.version, one.member, one.at])?;
        }
        let mut left = connection.prepare_cached("INSERT INTO agreement_left VALUES (?1,?2,?3,?4,?5)")?;
        for one in &self.left {
            left.execute(params![self.id, one.record, one.member, day(Some(one.on)), one.at])?;
        }
        let mut ending = connection.prepare_cached("INSERT INTO agreement_ending VALUES (?1,?2,?3,?4,?5)")?;
        for one in &self.withdrawals {
            ending.execute(params![self.id, one.version, one.member, one.why, one.at])?;
        }
        let mut review =
            connection.prepare_cached("INSERT INTO agreement_review VALUES (?1,?2,?3,?4,?5,?6)")?;
        for (place, one) in (0_i64..).zip(&self.reviews) {
            review.execute(params![self.id, one.version, place, one.member, day(Some(one.next)), one.at])?;
        }
        Ok(())
    }
}

fn write_version(
    id: AgreementId,
    place: i64,
    version: &Version,
    connection: &Connection,
) -> Result<(), StoreError> {
    let said = &version.wording;
    let mut row = connection.prepare_cached(
        "INSERT INTO agreement_version VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)",
    )?;
    row.execute(params![
        id,
        version.id,
        place,
        version.by,
        version.at,
        said.title,
        said.text,
        serde_json::to_string(&said.about).expect("texts are JSON"),
        said.way.map(|way| way.as_str()),
        said.quorum,
        said.silence,
        said.criteria,
        said.duties,
        said.share,
        said.exit,
        said.dispute,
        day(said.review),
        said.decision,
    ])?;
    // A file of elsewhere may name somebody twice.
    let mut party =
        connection.prepare_cached("INSERT OR IGNORE INTO agreement_party VALUES (?1,?2,?3,?4,?5)")?;
    let parties = said.parties.iter().map(|member| (member, true));
    let named = parties.chain(version.without.iter().map(|member| (member, false)));
    for (place, (member, is_party)) in (0_i64..).zip(named) {
        party.execute(params![id, version.id, member, place, is_party])?;
    }
    Ok(())
}
