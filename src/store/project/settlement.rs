//! The rows of settlements.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::settlement::{Offer, Settlement};
use crate::store::StoreError;
use crate::store::codec::day;

impl Stored for Settlement {
    const LAYOUT: Layout = Layout {
        each: Some(("settlement", "finding")),
        tables: &[
            ("settlement", "id"),
            ("settlement_offer", "id, record"),
            ("settlement_offer_to", "id, record, member"),
        ],
        references: &[
            // It is their answer whether or not they are still on the board.
            Reference::loose("settlement", "author"),
            Reference::needs("settlement", "id", "became"),
            Reference::loose("settlement_offer", "author"),
            Reference::loose("settlement_offer_to", "member"),
            Reference::needs_while("open = 1", "settlement_offer", "id", "one"),
            Reference::needs_while("open = 1", "settlement_offer", "id", "other"),
        ],
    };

    fn write(&self, before: Option<&Settlement>, connection: &Connection) -> Result<(), StoreError> {
        if before.is_none_or(|before| before.offers != self.offers) {
            remove_offers(self, connection)?;
            for offer in &self.offers {
                write_offer(self, offer, connection)?;
            }
        }
        let Some(answer) = &self.answer else {
            connection.prepare_cached("DELETE FROM settlement WHERE id = ?1")?.execute([self.id])?;
            return Ok(());
        };
        connection
            .prepare_cached("INSERT OR REPLACE INTO settlement VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")?
            .execute(params![
                self.id,
                answer.finding,
                answer.verdict.as_str(),
                answer.reason,
                day(answer.until),
                answer.facts,
                answer.by,
                answer.at,
                answer.became,
                serde_json::to_string(&answer.texts).expect("texts are texts"),
            ])?;
        Ok(())
    }

    fn remove(&self, connection: &Connection) -> Result<(), StoreError> {
        remove_offers(self, connection)?;
        connection.prepare_cached("DELETE FROM settlement WHERE id = ?1")?.execute([self.id])?;
        Ok(())
    }
}

fn remove_offers(settlement: &Settlement, connection: &Connection) -> Result<(), StoreError> {
    // Whom they were made to goes with them.
    connection.prepare_cached("DELETE FROM settlement_offer WHERE id = ?1")?.execute([settlement.id])?;
    Ok(())
}

fn write_offer(settlement: &Settlement, offer: &Offer, connection: &Connection) -> Result<(), StoreError> {
    let [one, other] = offer.way.subjects();
    connection
        .prepare_cached("INSERT INTO settlement_offer VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")?
        .execute(params![
            settlement.id,
            offer.id,
            offer.finding,
            offer.by,
            offer.at,
            one,
            other,
            serde_json::to_string(&offer.way).expect("a way has text keys"),
            offer.reason,
            offer.is_open(),
        ])?;
    for (member, yes) in &offer.to {
        connection
            .prepare_cached("INSERT INTO settlement_offer_to VALUES (?1,?2,?3,?4)")?
            .execute(params![settlement.id, offer.id, member, yes,])?;
    }
    Ok(())
}
