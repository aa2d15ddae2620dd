//! The rows of decisions.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::calendar::Day;
use crate::domain::decision::{Decision, Stance, Word};
use crate::domain::handle;
use crate::domain::subject::Fold as _;
use crate::store::StoreError;

impl Stored for Decision {
    const LAYOUT: Layout = Layout {
        each: Some(("decision", "drafted, id")),
        tables: &[("decision", "id"), ("decision_member", "decision, member")],
        references: &[
            Reference::needs("decision", "id", "role"),
            Reference::needs("decision", "id", "under"),
            Reference::needs("decision", "id", "replaced"),
            // Whoever drafted it, is nominated or takes part did so, whether or not they are still on the board.
            Reference::loose("decision", "author"),
            Reference::loose("decision", "nominee"),
            Reference::loose("decision_member", "member"),
        ],
    };

    fn write(&self, _: Option<&Decision>, connection: &Connection) -> Result<(), StoreError> {
        let (Some(origin), Some(current)) = (self.origin, self.current()) else { return Ok(()) };
        let adopted = self.adopted();
        let excused = adopted.map_or(&[] as &[_], |adoption| &adoption.excused);
        let count = self.count(current.id, excused, adopted.map(|adoption| adoption.id));
        let state = self.state();
        let is_seen = self.shows_all_of(current.id, None);
        let open: Vec<&Stance> = match is_seen && state.is_open() {
            true => count.with(Word::Objection).chain(count.owed.iter().copied()).collect(),
            false => Vec::new(),
        };
        let objection = open.iter().map(|stance| stance.at).min();
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        let parked = self.phase.get().and_then(|moved| moved.until);
        connection.prepare_cached("DELETE FROM decision WHERE id = ?1")?.execute([self.id])?;
        connection
            .prepare_cached(
                "INSERT INTO decision VALUES
                 (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25)",
            )?
            .execute(params![
                self.id,
                handle::whole(self.id.0),
                self.kind.as_str(),
                state.as_str(),
                state.is_open(),
                current.title,
                current.why,
                current.text,
                current.id,
                self.role,
                current.nominee,
                self.under,
                self.replaced.map(|(into, _)| into),
                origin.by,
                origin.at,
                day(self.closes.value().copied()),
                day(self.reviewed_on()),
                day(self.trial_ends()),
                day(parked),
                adopted.map(|adoption| adoption.at),
                self.ended(),
                count.heard() as i64,
                count.parties.len() as i64,
                objection,
                self.source,
            ])?;
        let mut member =
            connection.prepare_cached("INSERT INTO decision_member VALUES (?1,?2,?3,?4,?5,?6)")?;
        for one in self.members() {
            let spoke = self.own(one, current.id).next().is_some();
            let proposes = self.proposers().any(|proposer| proposer == one);
            let objects = open.iter().any(|stance| stance.by == one);
            member.execute(params![self.id, one, count.parties.contains(&one), spoke, proposes, objects])?;
        }
        Ok(())
    }
}
