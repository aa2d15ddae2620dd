//! How much of what the team leads, decides and facilitates is one member's, for that member alone.

use rusqlite::{OptionalExtension, params};

use crate::domain::id::MemberId;
use crate::insight::concentration::{Concentration, Share};
use crate::store::{Store, StoreError, tally};

/// So many of the last meetings are looked at: what was long ago says nothing of who facilitates now.
const MEETINGS: i64 = 10;
/// And so many of the last decisions.
const DECISIONS: i64 = 10;

impl Store {
    /// What `me` leads, proposed and facilitated of all. The tasks stand in kept counts, those of who leads first.
    pub fn concentration(&self, me: MemberId) -> Result<Concentration, StoreError> {
        let (counts, tables) = (self.counts()?, self.tables()?);
        let led: Option<i64> = tables
            .prepare_cached("SELECT n FROM tally WHERE name = ?1")?
            .query_row([tally::group("lead", Some(me.0))], |row| row.get(0))
            .optional()?;
        let (all, mine): (i64, i64) = tables
            .prepare_cached(
                "SELECT count(*), count(m.member)
                   FROM (SELECT id FROM meeting WHERE ended IS NOT NULL AND went_into IS NULL
                          ORDER BY started DESC, id LIMIT ?2) last
                   LEFT JOIN meeting_member m ON m.meeting = last.id AND m.member = ?1 AND m.chaired = 1",
            )?
            .query_row(params![me, MEETINGS], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (decided, mine_decided): (i64, i64) = tables
            .prepare_cached(
                "SELECT count(*), count(*) FILTER (WHERE author = ?1)
                   FROM (SELECT author FROM decision WHERE adopted IS NOT NULL ORDER BY adopted DESC, id LIMIT ?2)",
            )?
            .query_row(params![me, DECISIONS], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let share = |mine, all| Share { mine: count(mine), all: count(all) };
        Ok(Concentration {
            people: count(counts.members),
            leads: share(led.unwrap_or(0), counts.live - counts.free),
            facilitated: share(mine, all),
            decided: share(mine_decided, decided),
        })
    }
}

fn count(n: i64) -> u32 {
    u32::try_from(n.max(0)).unwrap_or(u32::MAX)
}
