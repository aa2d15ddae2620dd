//! Candidates for look-alikes: titles that hold the rare words of another.
//!
//! Of each word no more postings are read than a limit, in the order in which the index holds them: what it costs does
//! not grow with the board. A word that is in more texts than that, be they finished or notes, tells little, and serves only
//! together with others that are.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, StoreError, search};
use crate::domain::decide::LedAlike;
use crate::domain::folding::tokens;
use crate::domain::id::{MemberId, SubjectId, TaskId};
use crate::domain::subject::Kind;
use crate::insight::likeness::{Content, most_like};

/// How far is looked.
#[derive(Debug, Clone, Copy)]
struct Reach {
    /// A word on more lines than these is no rare one.
    rare: usize,
    /// So many candidates are compared.
    most: usize,
    /// So many lines are looked at to find them: of those that more hold, the newest.
    looked: usize,
}

/// While somebody types.
const TYPED: Reach = Reach { rare: 150, most: 60, looked: 400 };
/// For a question that is asked once.
const ASKED: Reach = Reach { rare: 1500, most: 200, looked: 3000 };

/// The words of the search as they stand in it, one row for each place where one occurs.
const WORDS: &str =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab(main, search, instance)";

impl Store {
    /// Live tasks with their titles that may be alike to what is typed, those first that hold the most of its words.
    pub fn tasks_with_words_of(&self, typed: &Content) -> Result<Vec<(TaskId, String)>, StoreError> {
        candidates(self.tables()?, typed, TYPED, LIVE)
    }

    /// Live tasks that may cover what a question asks, and finished ones, each with its title.
    pub fn tasks_asked_for(&self, question: &Content) -> Result<[Vec<(TaskId, String)>; 2], StoreError> {
        let find = |of| candidates(self.tables()?, question, ASKED, of);
        Ok([find(LIVE)?, find(FINISHED)?])
    }

    /// The task that looks most like this one, of those that others lead and to which this member promised nothing.
    pub fn led_alike(&self, task: TaskId, me: MemberId) -> Result<Option<LedAlike>, StoreError> {
        led_alike(self.tables()?, task, me)
    }

    /// The subjects of the present of a kind that is called by name, each with its name.
    pub fn named(&self, kind: Kind) -> Result<Vec<(SubjectId, String)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, name FROM subject
              WHERE kind = ?1 AND kind <> 'task' AND ended IS NULL ORDER BY id LIMIT 1000",
        )?;
        let rows = statement.query_map([kind.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

pub(super) fn led_alike(
    connection: &Connection,
    task: TaskId,
    me: MemberId,
) -> Result<Option<LedAlike>, StoreError> {
    let title: Option<String> = connection
        .prepare_cached("SELECT title FROM task WHERE id = ?1 AND list < 9 AND leads = 0")?
        .query_row([task], |row| row.get(0))
        .optional()?;
    // What somebody leads is not claimed, and what is finished neither: that is said first.
    let Some(title) = title else { return Ok(None) };
    let content = Content::of(&title);
    let mut statement = connection.prepare_cached(
        "SELECT c.member FROM claim c WHERE c.task = ?1 AND c.live = 1 AND c.part = 'lead'
            AND NOT EXISTS (SELECT 1 FROM claim m WHERE m.task = ?1 AND m.live = 1 AND m.member = ?2)
          ORDER BY c.member LIMIT 1",
    )?;
    let mut led = Vec::new();
    for (other, title) in
        candidates(connection, &content, TYPED, LIVE)?.into_iter().filter(|(id, _)| *id != task)
    {
        let lead = statement.query_row(params![other, me], |row| row.get(0)).optional()?;
        led.extend(lead.map(|lead| (LedAlike { task: other, lead }, title)));
    }
    Ok(most_like(&content, led).into_iter().next())
}

/// The task of a line of the search, while it is live, or once it is finished.
const LIVE: &str =
    "SELECT t.id, t.title FROM doc d JOIN task t ON t.id = d.subject WHERE d.n = ?1 AND t.list < 9";
const FINISHED: &str =
    "SELECT t.id, t.title FROM doc d JOIN task t ON t.id = d.subject WHERE d.n = ?1 AND t.list = 9";

/// Tasks with their titles that hold some of the words, those with the most of them first.
fn candidates(
    connection: &Connection,
    content: &Content,
    reach: Reach,
    of: &str,
) -> Result<Vec<(TaskId, String)>, StoreError> {
    connection.execute_batch(WORDS)?;
    let whole: Vec<&str> = content.whole().collect();
    let mut holding: HashMap<i64, usize> = HashMap::new();
    let mut common = Vec::new();
    for (i, beginnings) in content.sought().iter().enumerate() {
        match lines_with(connection, beginnings, reach.rare)? {
            Some(docs) => docs.into_iter().for_each(|doc| *holding.entry(doc).or_default() += 1),
            None => common.extend(whole.get(i)),
        }
    }
    if common.len() == 1 {
        common.extend(content.verb());
    }
    if common.len() > 1 {
        for doc in lines_with_all(connection, &common, reach.looked)? {
            *holding.entry(doc).or_default() += common.len();
        }
    }
    let mut docs: Vec<(i64, usize)> = holding.into_iter().collect();
    docs.sort_by_key(|(doc, words)| (std::cmp::Reverse(*words), std::cmp::Reverse(*doc)));
    let mut statement = connection.prepare_cached(of)?;
    let mut found = Vec::new();
    // Where work comes again and again most of it is finished: that must not stand in the way of what is not.
    for (doc, _) in docs.into_iter().take(reach.looked) {
        let rows = statement.query_map([doc], |row| Ok((row.get(0)?, row.get(1)?)))?;
        found.extend(rows.collect::<Result<Vec<(TaskId, String)>, _>>()?);
        if found.len() >= reach.most {
            break;
        }
    }
    Ok(found)
}

/// The lines that hold a word with one of these beginnings; `None` where there are too many.
fn lines_with(
    connection: &Connection,
    beginnings: &[String],
    rare: usize,
) -> Result<Option<Vec<i64>>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT doc, col FROM temp.search_word WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) LIMIT ?2",
    )?;
    let mut lines: Vec<i64> = Vec::new();
    for begin in beginnings {
        let rows = statement.query_map(params![begin, rare as i64 + 1], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })?;
        let rows: Vec<(i64, String)> = rows.collect::<Result<_, _>>()?;
        if rows.len() > rare {
            return Ok(None);
        }
        lines.extend(rows.into_iter().filter(|(_, column)| column == "line").map(|(doc, _)| doc));
    }
    lines.sort_unstable();
    lines.dedup();
    Ok(Some(lines))
}

/// Lines that hold all of these words, the newest.
fn lines_with_all(connection: &Connection, words: &[&str], most: usize) -> Result<Vec<i64>, StoreError> {
    let words: Vec<String> = words.iter().map(|word| search::quoted(&tokens(word))).collect();
    let query = format!("line : ({})", words.join(" AND "));
    let mut statement = connection
        .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
    Ok(statement.query_map(params![query, most as i64], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
