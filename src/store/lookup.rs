//! From what people type to ids, and from ids to what people read: handles and names.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, StoreError};
use crate::domain::folding::folded;
use crate::domain::handle;
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};
use crate::domain::names::{Named, Names};
use crate::domain::subject::Kind;

/// Something that a typed word may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<I> {
    pub id: I,
    /// As much of the handle as tells it from others.
    pub handle: String,
    /// Its title or name.
    pub name: String,
}

/// How many candidates an ambiguous word lists.
pub const CANDIDATES: usize = 8;

impl Store {
    /// The tasks whose handles begin so: live ones, and only where there is none the finished ones.
    pub fn find_tasks(&self, word: &str) -> Result<Vec<Match<TaskId>>, StoreError> {
        let word = word.trim().to_lowercase();
        if !handle::plausible(&word) {
            return Ok(Vec::new());
        }
        // From the word itself to before the next word of its length: '{' comes after every letter.
        let begins = "handle >= ?1 AND handle < ?1 || '{'";
        let live = self.matches("task", "title", &format!("list < 9 AND {begins}"), &word)?;
        if !live.is_empty() { Ok(live) } else { self.matches("task", "title", begins, &word) }
    }

    /// The members whom a word may mean: by their whole name, else by its beginning, the beginning of a part of it,
    /// their initials or their handle. People of the team come before those who left.
    pub fn find_members(&self, word: &str) -> Result<Vec<Match<MemberId>>, StoreError> {
        self.find_named(
            "member",
            "name",
            &["departed IS NULL", "1"],
            word,
            "folded = ?1 OR lower(coalesce(initials, '')) = ?1",
        )
    }

    /// The roles that a word may mean: by name, the beginning of a part of the name, or handle.
    pub fn find_roles(&self, word: &str) -> Result<Vec<Match<RoleId>>, StoreError> {
        self.find_named("role", "name", &["state <> 'retired'", "1"], word, "folded = ?1")
    }

    /// The goals that a word may mean: by title, the beginning of a part of the title, or handle.
    pub fn find_goals(&self, word: &str) -> Result<Vec<Match<GoalId>>, StoreError> {
        self.find_named("goal", "title", &["state IN ('active', 'proposed')", "1"], word, "folded = ?1")
    }

    /// Up to `most` members, roles or goals of the present of which a part of the name, or the handle, begins so; with
    /// nothing typed, the first by name.
    pub fn called_like(
        &self,
        kind: Kind,
        typed: &str,
        most: usize,
    ) -> Result<Vec<Match<SubjectId>>, StoreError> {
        let (table, name, here) = match kind {
            Kind::Member => ("member", "name", "departed IS NULL"),
            Kind::Role => ("role", "name", "state <> 'retired'"),
            Kind::Goal => ("goal", "title", "state IN ('active', 'proposed')"),
            Kind::Task | Kind::Board | Kind::Settlement => return Ok(Vec::new()),
        };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT id, handle, {name} FROM {table}
              WHERE {here} AND (instr(' ' || folded, ' ' || ?1) > 0 OR substr(handle, 1, length(?1)) = ?1)
              ORDER BY folded, id LIMIT ?2"
        ))?;
        let rows = statement.query_map((folded(typed), most as i64), |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })?;
        rows.map(|row| {
            let (id, whole, name) = row?;
            Ok(Match { id, handle: shown(&self.connection, table, &whole)?, name })
        })
        .collect()
    }

    fn find_named<I: From<SubjectId>>(
        &self,
        table: &str,
        name: &str,
        circles: &[&str],
        word: &str,
        exactly: &str,
    ) -> Result<Vec<Match<I>>, StoreError> {
        let folded = folded(word);
        if folded.is_empty() {
            return Ok(Vec::new());
        }
        let begins = "substr(folded, 1, length(?1)) = ?1";
        let part = "instr(' ' || folded, ' ' || ?1) > 0";
        let by_handle = "substr(handle, 1, length(?1)) = ?1";
        for circle in circles {
            for how in [exactly, begins, part, by_handle] {
                let found = self.matches(table, name, &format!("({circle}) AND ({how})"), &folded)?;
                if !found.is_empty() {
                    return Ok(found);
                }
            }
        }
        Ok(Vec::new())
    }

    fn matches<I: From<SubjectId>>(
        &self,
        table: &str,
        name: &str,
        condition: &str,
        value: &str,
    ) -> Result<Vec<Match<I>>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT id, handle, {name} FROM {table} WHERE {condition} ORDER BY handle LIMIT {CANDIDATES}"
        ))?;
        let rows = statement.query_map([value], |row| {
            Ok((row.get::<_, SubjectId>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })?;
        rows.map(|row| {
            let (id, whole, name) = row?;
            Ok(Match { id: id.into(), handle: shown(&self.connection, table, &whole)?, name })
        })
        .collect()
    }

    /// How subjects are called, for those that exist.
    pub fn names(&self, ids: impl IntoIterator<Item = SubjectId>) -> Result<Names, StoreError> {
        let mut names = Names::under(self.terms()?);
        for id in ids {
            for (table, name) in [("member", "name"), ("task", "title"), ("role", "name"), ("goal", "title")]
            {
                let row = self
                    .connection
                    .prepare_cached(&format!("SELECT handle, {name} FROM {table} WHERE id = ?1"))?
                    .query_row([id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))
                    .optional()?;
                if let Some((whole, name)) = row {
                    names.put(id, Named { handle: shown(&self.connection, table, &whole)?, name });
                    break;
                }
            }
        }
        Ok(names)
    }

    /// As much of a task's handle as is shown.
    pub fn task_handle(&self, id: TaskId) -> Result<String, StoreError> {
        let whole = handle::whole(id.0);
        shown(&self.connection, "task", &whole)
    }
}

/// The shortest prefix of a handle that is unique among live items of its kind; among all, for a finished one.
pub(super) fn shown(connection: &Connection, table: &str, whole: &str) -> Result<String, StoreError> {
    let among = if table == "task" {
        let live = connection
            .prepare_cached("SELECT 1 FROM task WHERE handle = ?1 AND list < 9")?
            .exists([whole])?;
        if live { " AND list < 9" } else { "" }
    } else {
        ""
    };
    let sql = format!(
        "SELECT (SELECT max(handle) FROM {table} WHERE handle < ?1{among}),
                (SELECT min(handle) FROM {table} WHERE handle > ?1{among})"
    );
    beside_neighbours(connection, &sql, whole)
}

/// The same for a task that is known to be live: lists ask it for every row.
pub(super) fn shown_live(connection: &Connection, whole: &str) -> Result<String, StoreError> {
    const NEIGHBOURS: &str = "SELECT (SELECT max(handle) FROM task WHERE handle < ?1 AND list < 9),
                                     (SELECT min(handle) FROM task WHERE handle > ?1 AND list < 9)";
    beside_neighbours(connection, NEIGHBOURS, whole)
}

fn beside_neighbours(connection: &Connection, sql: &str, whole: &str) -> Result<String, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let (before, after): (Option<String>, Option<String>) =
        statement.query_row([whole], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(handle::shown(whole, before.as_deref(), after.as_deref()).to_owned())
}

/// A subject that names this one: what undo must not pull the ground from under. Blockers and offers name only while
/// they are open.
pub(super) fn namer(connection: &Connection, id: SubjectId) -> Result<Option<SubjectId>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT id FROM task WHERE role = ?1
             UNION ALL SELECT id FROM task WHERE goal = ?1
             UNION ALL SELECT id FROM goal WHERE parent = ?1
             UNION ALL SELECT task FROM blocker WHERE live = 1 AND on_task = ?1
             UNION ALL SELECT task FROM blocker WHERE live = 1 AND on_member = ?1
             UNION ALL SELECT task FROM handover WHERE reply IS NULL AND taker = ?1
             UNION ALL SELECT task FROM claim WHERE live = 1 AND member = ?1
             UNION ALL SELECT role FROM role_holder WHERE member = ?1
             LIMIT 1",
        )?
        .query_row(params![id], |row| row.get(0))
        .optional()?)
}
