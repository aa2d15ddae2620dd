//! The tasks that a part of a filter leaves, where an index tells that they are few.

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use super::arrange::Order;
use super::condition::blob;
use super::filter::{Has, SKILLS, TAGS, Term, Test};
use crate::domain::folding::folded;
use crate::domain::id::{MemberId, TaskId};
use crate::store::codec::day;
use crate::store::{Store, StoreError, search};

/// Up to so many tasks are gathered and sorted; with more, the list is walked in its own order, where they are then so
/// dense that a screen is soon full. Less in tests, whose boards are small: there, too, some lists are to be walked.
const SPARSE: usize = if cfg!(test) { 5 } else { 400 };

/// The same where the index of the walk does not hold what a filter asks for: every row costs a look into the table.
const SPARSE_ELSEWHERE: usize = if cfg!(test) { 10 } else { 1_500 };

/// Up to so many rows of an index that holds live and finished tasks alike are looked through for those few.
const CANDIDATES: usize = if cfg!(test) { 10 } else { 1_500 };

/// On which side of the finish tasks are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Live,
    Finished,
    Both,
}

impl Side {
    pub fn of(lists: &[i64]) -> Side {
        match (lists.contains(&9), lists.iter().any(|list| *list < 9)) {
            (true, true) => Side::Both,
            (true, false) => Side::Finished,
            (false, _) => Side::Live,
        }
    }

    fn list(self) -> &'static str {
        match self {
            Side::Live => "t.list < 9",
            Side::Finished => "t.list = 9",
            Side::Both => "t.list <= 9",
        }
    }
}

/// Where tasks are found by an index.
enum Source {
    /// A statement that gives just them.
    Ids(String, Vec<Value>),
    /// One that gives them among others: `SELECT task …`.
    Among(String, Vec<Value>),
    /// Words.
    Text,
}

impl Store {
    /// The tasks that pass one test of a term, if they are few. More than pass may be among those of a word.
    pub(super) fn few(
        &self,
        term: &Term,
        side: Side,
        order: Order,
    ) -> Result<Option<HashSet<TaskId>>, StoreError> {
        let most = if order == Order::Pull { SPARSE } else { SPARSE_ELSEWHERE };
        let mut few = HashSet::new();
        for test in &term.any {
            let found = match source(test, side) {
                Some(Source::Ids(sql, values)) => self.ids(&sql, values, most)?,
                Some(Source::Among(sql, values)) => self.ids_among(&sql, values, side, most)?,
                Some(Source::Text) => match test {
                    Test::Words(words) => self.few_with(words)?,
                    _ => None,
                },
                None => None,
            };
            match found {
                Some(found) => few.extend(found),
                None => return Ok(None),
            }
        }
        Ok((few.len() <= most).then_some(few))
    }

    /// How many tasks pass one test, counted up to `most`, where an index tells.
    pub(super) fn counted(&self, test: &Test, side: Side, most: usize) -> Result<Option<usize>, StoreError> {
        let Some(Source::Ids(sql, values)) = source(test, side) else { return Ok(None) };
        let mut statement =
            self.tables()?.prepare_cached(&format!("SELECT count(*) FROM ({sql} LIMIT {most})"))?;
        let n: i64 = statement.query_row(params_from_iter(values), |row| row.get(0))?;
        Ok(usize::try_from(n).ok())
    }

    fn ids(&self, sql: &str, values: Vec<Value>, most: usize) -> Result<Option<Vec<TaskId>>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!("{sql} LIMIT {}", most + 1))?;
        let ids: Vec<TaskId> =
            statement.query_map(params_from_iter(values), |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok((ids.len() <= most).then_some(ids))
    }

    fn ids_among(
        &self,
        sql: &str,
        values: Vec<Value>,
        side: Side,
        most: usize,
    ) -> Result<Option<Vec<TaskId>>, StoreError> {
        let mut statement = self
            .tables()?
            .prepare_cached(&format!("SELECT count(*) FROM ({sql} LIMIT {})", CANDIDATES + 1))?;
        let n: i64 = statement.query_row(params_from_iter(&values), |row| row.get(0))?;
        if n > CANDIDATES as i64 {
            return Ok(None);
        }
        // CROSS JOIN keeps the order of the loops: candidates first.
        let sql =
            format!("SELECT c.task FROM ({sql}) c CROSS JOIN task t ON t.id = c.task WHERE {}", side.list());
        self.ids(&sql, values, most)
    }

    /// The people whose names hold words that begin so.
    pub(super) fn called(&self, words: &str) -> Result<Vec<MemberId>, StoreError> {
        let mut statement = self
            .tables()?
            .prepare_cached("SELECT id FROM member WHERE instr(' ' || folded, ' ' || ?1) > 0 LIMIT 20")?;
        Ok(statement.query_map([folded(words)], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The few tasks that hold words in a row, or are claimed by somebody who is called so.
    fn few_with(&self, words: &str) -> Result<Option<Vec<TaskId>>, StoreError> {
        let Some(mut few) = self.found(&search::phrase(words))? else { return Ok(None) };
        let mut statement = self
            .tables()?
            .prepare_cached("SELECT task FROM claim WHERE member = ?1 AND live = 1 LIMIT ?2")?;
        for member in self.called(words)? {
            let claimed = statement.query_map(params![member, SPARSE as i64 + 1], |row| row.get(0))?;
            few.extend(claimed.collect::<Result<Vec<TaskId>, _>>()?);
            if few.len() > SPARSE {
                return Ok(None);
            }
        }
        Ok(Some(few))
    }

    /// The few tasks that hold all of these words, where none of them is also somebody's name.
    pub(super) fn few_with_all(&self, words: &[&str]) -> Result<Option<HashSet<TaskId>>, StoreError> {
        for word in words {
            if !self.called(word)?.is_empty() {
                return Ok(None);
            }
        }
        let phrases: Vec<_> = words.iter().map(|word| search::phrase(word)).collect();
        Ok(self.found(&phrases.join(" AND "))?.map(|found| found.into_iter().collect()))
    }

    /// The few tasks in whose lines a search finds something.
    fn found(&self, query: &str) -> Result<Option<Vec<TaskId>>, StoreError> {
        let query = format!("line : ({query})");
        let mut statement =
            self.tables()?.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2")?;
        let rows: Vec<i64> = statement
            .query_map(params![query, SPARSE as i64 + 1], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if rows.len() > SPARSE {
            return Ok(None);
        }
        let mut statement =
            self.tables()?.prepare_cached("SELECT subject FROM doc WHERE n = ?1 AND kind = 'task'")?;
        let mut found = Vec::with_capacity(rows.len());
        for n in rows {
            found.extend(statement.query_map([n], |row| row.get(0))?.collect::<Result<Vec<TaskId>, _>>()?);
        }
        Ok(Some(found))
    }
}

/// The index of just the live tasks on which something was written.
fn holding(has: Has) -> &'static str {
    match has {
        Has::Notes => "task_noted",
        Has::Links => "task_linked",
        Has::Next => "task_stepped",
        Has::Remarks => "task_remarked",
    }
}

/// The live tasks of an index that holds just those that are marked so.
fn marked(index: &str, so: &str) -> String {
    format!("SELECT id FROM task INDEXED BY {index} WHERE {so} AND list < 9")
}

/// Where the tasks that pass a test are found, on one side of the finish; `None` where no index knows them.
fn source(test: &Test, side: Side) -> Option<Source> {
    let ids = |sql: &str, values: Vec<Value>| Some(Source::Ids(sql.to_owned(), values));
    let among = |sql: &str, values: Vec<Value>| Some(Source::Among(sql.to_owned(), values));
    let claimed = |member: &MemberId, part: &str| {
        let member = vec![blob(member.0)];
        match side {
            Side::Live => ids(
                &format!(
                    "SELECT DISTINCT task FROM claim INDEXED BY claim_member WHERE member = ?1{part} AND live = 1"
                ),
                member,
            ),
            Side::Finished => among(
                &format!(
                    "SELECT task FROM claim WHERE member = ?1{part} AND live = 0
                      AND coalesce(ending, 'done') = 'done'"
                ),
                member,
            ),
            Side::Both => None,
        }
    };
    match test {
        Test::Words(_) => Some(Source::Text),
        Test::Lead(Some(member)) => claimed(member, " AND part = 'lead'"),
        Test::Help(Some(member)) => claimed(member, " AND part = 'helper'"),
        Test::Who(Some(member)) => claimed(member, ""),
        Test::Goal(Some(goal)) if side == Side::Live => ids(
            "SELECT id FROM task INDEXED BY task_goal_rank WHERE goal = ?1 AND list < 9",
            vec![blob(goal.0)],
        ),
        Test::Goal(None) if side == Side::Live => {
            ids("SELECT id FROM task INDEXED BY task_goal_rank WHERE goal IS NULL AND list < 9", vec![])
        }
        Test::Role(None) if side == Side::Live => {
            ids("SELECT id FROM task INDEXED BY task_role_rank WHERE role IS NULL AND list < 9", vec![])
        }
        Test::Goal(Some(goal)) => among("SELECT id AS task FROM task WHERE goal = ?1", vec![blob(goal.0)]),
        Test::Role(Some(role)) => among("SELECT id AS task FROM task WHERE role = ?1", vec![blob(role.0)]),
        Test::Tag(Some(tag)) => among("SELECT task FROM task_tag WHERE tag = ?1", vec![tag.clone().into()]),
        Test::Skill(Some(skill)) => {
            among("SELECT task FROM task_skill WHERE skill = ?1", vec![skill.clone().into()])
        }
        Test::WaitsOn(on) => {
            let on = blob(on.0);
            among(
                "SELECT task FROM blocker WHERE live = 1 AND on_member IS NOT NULL AND on_member = ?1
                 UNION SELECT task FROM blocker WHERE live = 1 AND on_task IS NOT NULL AND on_task = ?1",
                vec![on],
            )
        }
        _ if side != Side::Live => None,
        Test::Lead(None) => {
            ids("SELECT id FROM task INDEXED BY task_free WHERE leads = 0 AND list < 9", vec![])
        }
        Test::Blocked => {
            ids("SELECT id FROM task INDEXED BY task_blocked WHERE blocked > 0 AND list < 9", vec![])
        }
        Test::Has(has) => ids(&marked(holding(*has), &format!("(has & {}) <> 0", has.bit())), vec![]),
        Test::Tag(None) => ids(&marked("task_untagged", &format!("(has & {TAGS}) = 0")), vec![]),
        Test::Skill(None) => ids(&marked("task_unskilled", &format!("(has & {SKILLS}) = 0")), vec![]),
        Test::Due(None) => {
            ids("SELECT id FROM task INDEXED BY task_due_rank WHERE due_key = '~' AND list < 9", vec![])
        }
        Test::Twice => ids("SELECT id FROM task INDEXED BY task_twice WHERE twice = 1 AND list < 9", vec![]),
        Test::Quiet(now) => ids(
            "SELECT id FROM task INDEXED BY task_lease WHERE lease < ?1 AND blocked = 0 AND lease IS NOT NULL AND list < 9",
            vec![now.0.into()],
        ),
        Test::Parked(today) => ids(
            "SELECT id FROM task INDEXED BY task_parked WHERE parked IS NOT NULL AND list < 9 AND +parked > ?1",
            vec![day(Some(*today)).into()],
        ),
        Test::Offered(since) => {
            among("SELECT DISTINCT task FROM handover WHERE reply IS NULL AND at >= ?1", vec![since.0.into()])
        }
        Test::Due(Some(days)) => ids(
            "SELECT id FROM task INDEXED BY task_due WHERE due IS NOT NULL AND list < 9 AND due >= ?1 AND due <= ?2",
            // Text sorts after every day, and nothing before.
            vec![
                Value::Text(day(days.from).unwrap_or_default()),
                Value::Text(day(days.to).unwrap_or_else(|| "~".to_owned())),
            ],
        ),
        Test::Since(from, before) => ids(
            "SELECT id FROM task INDEXED BY task_since WHERE list < 9 AND since >= ?1 AND since < ?2",
            vec![from.map_or(i64::MIN, |at| at.0).into(), before.map_or(i64::MAX, |at| at.0).into()],
        ),
        _ => None,
    }
}
