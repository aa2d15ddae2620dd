//! What the tables keep of the last weeks, for figures over time.
//!
//! **Invariant:** each is read by an index of its own that holds all that is asked for, from the beginning of its window on:
//! never out of the journal, and what lies before costs nothing.

use rusqlite::{Connection, Params, Row, params};

use crate::domain::calendar::At;
use crate::domain::id::TaskId;
use crate::domain::task::End;
use crate::insight::figures::{
    Actions, Chairs, Facts, GoalLine, MEETINGS, RETROS, Span, Stopped, Wait, Windows,
};
use crate::store::{Store, StoreError};

/// More goals than a team has at once.
const GOALS: usize = 20;

const DONE: &str =
    "SELECT at, until FROM finish WHERE state = 'done' AND dated = 1 AND at >= ?1 AND at <= ?2";
const TOOK: &str = "SELECT doing, at FROM finish
                  WHERE state = 'done' AND until IS NULL AND doing IS NOT NULL AND at >= ?1 AND at <= ?2";
const IN_HAND: &str = "SELECT doing FROM task WHERE doing IS NOT NULL AND blocked = 0";
const WAITS: &str = "SELECT free_since, since, member FROM claim
                  WHERE free_since IS NOT NULL AND since >= ?1 AND since <= ?2";
const FIRST_DONE: &str = "SELECT min(at) FROM finish WHERE state = 'done' AND dated = 1";
const ENDED: &str = "SELECT closing FROM claim WHERE closed IS NOT NULL AND closed >= ?1 AND closed <= ?2";
const QUIET: &str = "SELECT count(*) FROM finding WHERE rule = 'S1' AND holds_from <= ?1";
/// More than one a week for as long as anybody follows a goal.
const READINGS: &str = "SELECT date, value FROM goal_reading WHERE goal = ?1 ORDER BY date DESC LIMIT 500";

/// What happened since a moment, as it stands now: what was taken back or taken up again is not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FactsSince {
    /// Tasks that were done, and still are.
    pub done: usize,
    pub raised: usize,
    pub cleared: usize,
    /// Leads by how they ended.
    pub handed_over: usize,
    pub taken_over: usize,
    pub given_back: usize,
    /// Claims that went quiet, and still are.
    pub quiet: usize,
}

impl Store {
    /// What happened since a moment, until `now`.
    pub fn facts_since(&self, since: At, now: At) -> Result<FactsSince, StoreError> {
        let tables = self.tables()?;
        let both = [since, now];
        let ended = ended(tables, since, now)?;
        let ended = |which: End| ended.iter().filter(|end| **end == which).count();
        Ok(FactsSince {
            done: count(
                tables,
                "SELECT count(*) FROM finish
                  WHERE state = 'done' AND dated = 1 AND at > ?1 AND at <= ?2 AND until IS NULL",
                both,
            )?,
            raised: count(
                tables,
                // One that moved with its task is there twice.
                "SELECT count(*) FROM (
                   SELECT record FROM blocker WHERE live = 1 AND raised > ?1 AND raised <= ?2
                   UNION SELECT record FROM blocker WHERE closed > ?1 AND live = 0 AND raised > ?1 AND raised <= ?2)",
                both,
            )?,
            cleared: count(
                tables,
                "SELECT count(DISTINCT record) FROM blocker
                  WHERE closed > ?1 AND closed <= ?2 AND cleared IS NOT NULL AND withdrawn = 0",
                both,
            )?,
            handed_over: ended(End::HandedOver),
            taken_over: ended(End::TakenOver),
            given_back: ended(End::GivenBack),
            quiet: count(
                tables,
                "SELECT count(*) FROM finding WHERE rule = 'S1' AND holds_from > ?1 AND holds_from <= ?2",
                both,
            )?,
        })
    }

    /// What figures are made of, at `now`.
    pub fn figure_facts(&self, now: At) -> Result<Facts, StoreError> {
        let tables = self.tables()?;
        let windows = Windows::at(now);
        let span = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        Ok(Facts {
            began: self.began()?,
            first_done: first_done(tables)?,
            done: all(tables, DONE, params![windows.weeks, now], span)?,
            took: all(tables, TOOK, params![windows.took, now], |row| Ok((row.get(0)?, row.get(1)?)))?,
            in_hand: all(tables, IN_HAND, [], |row| row.get(0))?,
            waits: all(tables, WAITS, params![windows.recent, now], |row| {
                Ok(Wait { from: row.get(0)?, to: row.get(1)?, by: row.get(2)? })
            })?,
            blockers: stopped(tables, windows.weeks)?,
            ended: ended(tables, windows.recent, now)?,
            quiet: count(tables, QUIET, [now])?,
            goals: self.goal_lines()?,
            actions: actions(tables)?,
            chairs: chairs(tables)?,
        })
    }

    /// When the board began.
    fn began(&self) -> Result<At, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT min(at) FROM journal WHERE subject = ?1")?;
        let began: Option<At> = statement.query_row([self.board()], |row| row.get(0))?;
        Ok(began.unwrap_or(At::START))
    }

    /// The active goals, with all their readings.
    fn goal_lines(&self) -> Result<Vec<GoalLine>, StoreError> {
        let goals = self.goals(false, 0, GOALS)?.into_iter().filter(|goal| goal.state == "active");
        goals
            .map(|goal| {
                let newest: Vec<(String, f64)> =
                    all(self.tables()?, READINGS, [goal.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
                let reading = |(date, value): (String, f64)| Some((date.parse().ok()?, value));
                Ok(GoalLine {
                    id: goal.id,
                    handle: goal.handle,
                    title: goal.title,
                    unit: goal.unit,
                    readings: newest.into_iter().rev().filter_map(reading).collect(),
                    target: goal.target,
                    due: goal.due,
                })
            })
            .collect()
    }
}

fn all<T>(
    connection: &Connection,
    sql: &str,
    values: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map(values, read)?.collect::<Result<_, _>>()?)
}

fn count(connection: &Connection, sql: &str, values: impl Params) -> Result<usize, StoreError> {
    let count: i64 = connection.prepare_cached(sql)?.query_row(values, |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

fn first_done(connection: &Connection) -> Result<Option<At>, StoreError> {
    let sql = FIRST_DONE;
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// The blockers that stood at any moment since then.
fn stopped(connection: &Connection, since: At) -> Result<Vec<Stopped>, StoreError> {
    const COLUMNS: &str = "b.task, b.raised, b.first_asked, b.cleared, b.withdrawn, b.closed, b.seen,
        coalesce(b.on_member, b.author), b.record";
    let sql = format!(
        "SELECT {COLUMNS} FROM blocker b WHERE b.live = 1
         UNION ALL SELECT {COLUMNS} FROM blocker b WHERE b.closed >= ?1 AND b.live = 0"
    );
    let mut found = all(connection, &sql, [since], |row| {
        let stopped = Stopped {
            raised: row.get(1)?,
            first_asked: row.get(2)?,
            cleared: row.get(3)?,
            is_withdrawn: row.get(4)?,
            closed: row.get(5)?,
            was_seen: row.get(6)?,
            of: row.get(7)?,
            id: row.get(8)?,
            finished: Vec::new(),
        };
        Ok((row.get::<_, TaskId>(0)?, stopped))
    })?;
    let mut finishes = connection.prepare_cached("SELECT at, until FROM finish WHERE task = ?1")?;
    for (task, stopped) in &mut found {
        stopped.finished = finishes
            .query_map([*task], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<Span>, _>>()?;
    }
    Ok(found.into_iter().map(|(_, stopped)| stopped).collect())
}

/// How leads ended, from a moment to another.
fn ended(connection: &Connection, from: At, to: At) -> Result<Vec<End>, StoreError> {
    let sql = ENDED;
    let words: Vec<String> = all(connection, sql, [from, to], |row| row.get(0))?;
    let ends = [End::Done, End::HandedOver, End::GivenBack, End::TakenOver, End::Left];
    let end = |word: String| ends.into_iter().find(|end| end.as_str() == word);
    Ok(words.into_iter().filter_map(end).collect())
}

/// What became of what the last retros decided to do, each task once.
fn actions(connection: &Connection) -> Result<Actions, StoreError> {
    let last = format!(
        "(SELECT id, started FROM meeting WHERE kind = 'retro' AND ended IS NOT NULL AND went_into IS NULL
           ORDER BY started DESC, id LIMIT {RETROS})"
    );
    let number = |n: i64| usize::try_from(n).unwrap_or(0);
    let mut statement = connection.prepare_cached(&format!(
        "SELECT (SELECT count(*) FROM {last}), (SELECT min(started) FROM {last}),
                coalesce(sum(t.state = 'done'), 0), coalesce(sum(t.list < 9), 0),
                coalesce(sum(t.state = 'dropped'), 0)
           FROM (SELECT DISTINCT a.task FROM {last} l JOIN meeting_action a ON a.meeting = l.id) x
           JOIN task t ON t.id = x.task"
    ))?;
    Ok(statement.query_row([], |row| {
        Ok(Actions {
            retros: number(row.get(0)?),
            since: row.get(1)?,
            done: number(row.get(2)?),
            open: number(row.get(3)?),
            dropped: number(row.get(4)?),
        })
    })?)
}

/// Who of the team facilitated the last meetings that are over.
fn chairs(connection: &Connection) -> Result<Chairs, StoreError> {
    let last = format!(
        "(SELECT id, started FROM meeting WHERE ended IS NOT NULL AND went_into IS NULL
           ORDER BY started DESC, id LIMIT {MEETINGS})"
    );
    let mut statement = connection.prepare_cached(&format!("SELECT count(*), min(started) FROM {last}"))?;
    let (meetings, since): (i64, Option<At>) =
        statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let have = format!(
        "SELECT count(DISTINCT c.member) FROM {last} l
           JOIN meeting_member c ON c.meeting = l.id AND c.chaired = 1
           JOIN member m ON m.id = c.member AND m.departed IS NULL"
    );
    Ok(Chairs {
        meetings: usize::try_from(meetings).unwrap_or(0),
        since,
        have: count(connection, &have, [])?,
        of: count(connection, "SELECT count(*) FROM member WHERE departed IS NULL", [])?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;

    #[test]
    fn each_is_read_by_an_index_that_holds_all_of_it() {
        let mut connection = Connection::open_in_memory().unwrap();
        schema::blank(&mut connection).unwrap();
        for sql in [DONE, TOOK, IN_HAND, WAITS, ENDED, QUIET, FIRST_DONE] {
            let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let values: Vec<i64> = (0..statement.parameter_count() as i64).collect();
            let plan: Vec<String> = statement
                .query_map(rusqlite::params_from_iter(values), |row| row.get(3))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            let is_covered = |step: &String| step.starts_with("SEARCH") && step.contains("COVERING INDEX");
            assert!(plan.iter().all(is_covered), "{sql}: {plan:#?}");
        }
    }
}
