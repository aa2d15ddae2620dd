//! Which tasks a list shows, as the condition that the database understands.

use std::collections::HashSet;

use rusqlite::params;
use rusqlite::types::Value;

use crate::domain::folding::{folded, tokens};
use crate::domain::id::{GoalId, MemberId, RoleId, TaskId};
use crate::domain::task::State;
use crate::store::{Store, StoreError, project, search};

/// Which live tasks to show. All conditions hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that begin words of the title, the handle, a tag or the name of somebody who claims it.
    pub text: String,
    /// Claimed by this member.
    pub claimed_by: Option<MemberId>,
    /// Led by nobody.
    pub unclaimed: bool,
    pub blocked: bool,
    pub state: Option<State>,
    pub role: Option<RoleId>,
    pub goal: Option<GoalId>,
    pub tag: Option<String>,
    /// Finished tasks instead of live ones, the newest first.
    pub finished: bool,
}

/// Up to so many matches of a typed word are gathered and sorted; with more, the list is walked in its own order,
/// where matches are then so dense that a screen is soon full.
const SPARSE: usize = 400;

impl Filter {
    /// Whether everything live is shown.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// The lists that are walked, one after the other.
    pub(super) fn lists(&self) -> Vec<i64> {
        match (self.state, self.finished) {
            (Some(state), _) => vec![project::list(state)],
            (None, true) => vec![9],
            (None, false) => vec![0, 1, 2],
        }
    }

    /// The key by which a list is sorted, and how forwards and backwards.
    pub(super) fn order(&self) -> (&'static str, &'static str, &'static str) {
        if self.finished { ("since", "DESC", "ASC") } else { ("rank", "ASC", "DESC") }
    }
}

/// A part of a WHERE clause with its values.
pub(super) struct Conditions {
    pub sql: String,
    pub values: Vec<Value>,
    /// Whether it names the few tasks that can pass: then they are looked up and sorted, and no list is walked.
    pub names_few: bool,
}

/// What a typed word leaves of the tasks.
enum Word {
    /// These at most.
    Few(HashSet<TaskId>),
    /// Too many to gather; these people's claims count too.
    Many(Vec<MemberId>),
}

fn blobs(ids: impl IntoIterator<Item = uuid::Uuid>) -> String {
    ids.into_iter().map(|id| format!("x'{}'", id.simple())).collect::<Vec<_>>().join(",")
}

impl Conditions {
    fn add(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.values.extend(values);
    }
}

pub(super) fn blob(id: uuid::Uuid) -> Value {
    Value::Blob(id.as_bytes().to_vec())
}

impl Store {
    /// The condition of a filter.
    pub(super) fn conditions(&self, filter: &Filter) -> Result<Conditions, StoreError> {
        let lists = if filter.finished { "t.list = 9" } else { "t.list < 9" };
        let mut conditions = Conditions { sql: lists.to_owned(), values: Vec::new(), names_few: false };
        if filter.unclaimed {
            conditions.add("t.leads = 0", []);
        }
        if filter.blocked {
            conditions.add("t.blocked > 0", []);
        }
        let mut number = 0;
        let mut add = |conditions: &mut Conditions, sql: &str, value: Value| {
            number = conditions.values.len() + 1;
            conditions.add(&sql.replace('?', &format!("?{number}")), [value]);
        };
        if let Some(state) = filter.state {
            add(&mut conditions, "t.state = ?", Value::Text(state.as_str().to_owned()));
        }
        if let Some(member) = filter.claimed_by {
            let claimed = "t.id IN (SELECT task FROM claim WHERE member = ? AND live = 1)";
            add(&mut conditions, claimed, blob(member.0));
        }
        if let Some(role) = filter.role {
            add(&mut conditions, "t.role = ?", blob(role.0));
        }
        if let Some(goal) = filter.goal {
            add(&mut conditions, "t.goal = ?", blob(goal.0));
        }
        if let Some(tag) = &filter.tag {
            let tagged = "t.id IN (SELECT task FROM task_tag WHERE tag = ?)";
            add(&mut conditions, tagged, Value::Text(tag.clone()));
        }
        let mut few: Option<HashSet<TaskId>> = None;
        for word in filter.text.split_whitespace() {
            let tokens = tokens(word);
            if tokens.is_empty() {
                continue;
            }
            match self.word(word)? {
                Word::Few(found) => {
                    few = Some(match few {
                        Some(few) => few.intersection(&found).copied().collect(),
                        None => found,
                    });
                }
                Word::Many(people) => {
                    let n = conditions.values.len() + 1;
                    let people = blobs(people.into_iter().map(|id| id.0));
                    let claimed = format!("SELECT task FROM claim WHERE live = 1 AND member IN ({people})");
                    let sql = format!("(instr(t.line, ?{n}) > 0 OR t.id IN ({claimed}))");
                    conditions.add(&sql, [Value::Text(tokens)]);
                }
            }
        }
        if let Some(few) = few {
            let mut ids: Vec<_> = few.into_iter().map(|id| id.0).collect();
            ids.sort_unstable();
            conditions.add(&format!("t.id IN ({})", blobs(ids)), []);
            conditions.names_few = true;
        }
        Ok(conditions)
    }

    /// What one typed word leaves: the few tasks that it begins a word of, or a look into each line.
    fn word(&self, word: &str) -> Result<Word, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id FROM member WHERE instr(' ' || folded, ' ' || ?1) > 0 LIMIT 20")?;
        let people: Vec<MemberId> =
            statement.query_map([folded(word)], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let query = search::query(word).map(|query| format!("line : {query}")).unwrap_or_default();
        let mut statement =
            self.connection.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2")?;
        let rows: Vec<i64> = statement
            .query_map(params![query, SPARSE as i64 + 1], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if rows.len() > SPARSE {
            return Ok(Word::Many(people));
        }
        let mut few = HashSet::new();
        let mut statement =
            self.connection.prepare_cached("SELECT subject FROM doc WHERE n = ?1 AND kind = 'task'")?;
        for n in rows {
            few.extend(statement.query_map([n], |row| row.get(0))?.collect::<Result<Vec<TaskId>, _>>()?);
        }
        let mut statement = self
            .connection
            .prepare_cached("SELECT task FROM claim WHERE member = ?1 AND live = 1 LIMIT ?2")?;
        for member in &people {
            let claimed = statement.query_map(params![member, SPARSE as i64 + 1], |row| row.get(0))?;
            few.extend(claimed.collect::<Result<Vec<TaskId>, _>>()?);
            if few.len() > SPARSE {
                return Ok(Word::Many(people));
            }
        }
        Ok(Word::Few(few))
    }
}
