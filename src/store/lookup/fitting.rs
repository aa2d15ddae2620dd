//! What a typed text fits in a list to choose from: more than it means, what it begins first.

use rusqlite::{ToSql, params_from_iter};

use super::{BEGUN, CANDIDATES, COLUMNS, Found, Match, found};
use crate::domain::folding::{folded, tokens};
use crate::domain::handle;
use crate::domain::subject::{CalledBy, Kind};
use crate::store::{Store, StoreError, search};

/// What is present and fits: people, roles, goals, tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fitting {
    /// Whose name or handle begins so.
    pub begun: Vec<Match>,
    /// What only has all the words in its name or title, each perhaps only begun.
    pub inside: Vec<Match>,
}

/// So many of the tasks that hold the words are looked at, the last written first: one letter begins words of thousands.
const LOOKED_AT: usize = 200;
/// Words beyond these narrow no more.
const WORDS: usize = 8;

/// Which tasks are looked for.
#[derive(Clone, Copy)]
enum Among {
    Live,
    Ended,
}

impl Store {
    /// What a typed text fits among some kinds, up to `most` of each sort. With nothing typed nothing fits.
    ///
    /// Tasks are found by index, however many there are; what is called by its name is walked, since it is little.
    pub fn fitting(&self, kinds: &[Kind], typed: &str, most: usize) -> Result<Fitting, StoreError> {
        let typed = folded(typed);
        let mut fitting = Fitting::default();
        if typed.is_empty() {
            return Ok(fitting);
        }
        let (begun, inside) = self.named_so(kinds, &typed, most)?;
        fitting.begun = self.matches(begun)?;
        fitting.inside = self.matches(inside)?;
        if kinds.contains(&Kind::Task) {
            fitting.begun.extend(self.matches(self.tasks_begun(&typed, most)?)?);
            let mut holding = self.tasks_holding(&typed, most)?;
            holding.retain(|task| fitting.begun.iter().all(|begun| begun.id != task.id));
            fitting.inside.extend(self.matches(holding)?);
        }
        Ok(fitting)
    }

    /// Up to `most` tasks that ended and whose lines hold the words, the last perhaps only begun.
    pub fn ended_holding(&self, typed: &str, most: usize) -> Result<Vec<Match>, StoreError> {
        let typed = folded(typed);
        let Some(query) = search::in_lines(&typed, search::Part::Whole) else { return Ok(Vec::new()) };
        self.matches(self.tasks_found(&query, "", Among::Ended, most)?)
    }

    /// The tasks in whose titles all the words stand, each whole: live ones, else those that ended; up to [`CANDIDATES`].
    /// Where so many are found there may be more.
    pub fn titled(&self, words: &str) -> Result<Vec<Match>, StoreError> {
        let Some(query) = search::whole_in_lines(words) else { return Ok(Vec::new()) };
        let sought: Vec<String> =
            words.split_whitespace().map(tokens).filter(|word| !word.is_empty()).collect();
        for list in ["t.list < 9", "t.list >= 9"] {
            // What names a task also holds its tags: whether it is its title is seen here.
            let sql = format!(
                "SELECT t.id, 'task' AS kind, t.handle, t.title AS name, s.ended
                   FROM search f CROSS JOIN doc d ON d.n = f.rowid CROSS JOIN task t ON t.id = d.subject
                  CROSS JOIN subject s ON s.id = t.id
                  WHERE search MATCH ?1 AND d.kind = 'task' AND {list} LIMIT {LOOKED_AT}"
            );
            let mut found = self.subjects(&sql, &[&query])?;
            let are_all = found.len() < LOOKED_AT;
            found.retain(|task| {
                let title = tokens(&task.name) + " ";
                sought.iter().all(|word| title.contains(&format!("{word} ")))
            });
            found.truncate(CANDIDATES);
            // One of more than were looked at is not known to be the only one.
            if !found.is_empty() && (are_all || found.len() > 1) {
                return self.matches(found);
            }
        }
        Ok(Vec::new())
    }

    /// What is called by its name: what begins so, and what has the words inside. Initials are a name; of a handle the first
    /// letters say too little, as most of these are not shown by it.
    fn named_so(
        &self,
        kinds: &[Kind],
        typed: &str,
        most: usize,
    ) -> Result<(Vec<Found>, Vec<Found>), StoreError> {
        // Of what has a handle and is no task there is little, too.
        let has_little = |kind: &Kind| *kind != Kind::Task && kind.called_by() != CalledBy::Nothing;
        let named: Vec<Kind> = kinds.iter().copied().filter(has_little).collect();
        let words: Vec<&str> = typed.split(' ').take(WORDS).collect();
        let has_words: Vec<String> =
            (0..words.len()).map(|n| format!("instr(' ' || folded, ' ' || ?{}) > 0", n + 2)).collect();
        let sql = format!(
            "WITH fits AS (
                SELECT {COLUMNS}, folded, CASE
                           WHEN folded = ?1 OR id IN (SELECT id FROM member WHERE lower(initials) = ?1) THEN 0
                           WHEN substr(folded, 1, length(?1)) = ?1 THEN 1
                           WHEN length(?1) >= {shown} AND substr(handle, 1, length(?1)) = ?1 THEN 2
                           WHEN {has_words} THEN 3
                       END AS far
                  FROM subject INDEXED BY subject_folded
                 WHERE kind <> 'task' AND kind = ?{kind} AND ended IS NULL)
             SELECT {COLUMNS}, far FROM fits WHERE far IS NOT NULL ORDER BY far, folded, id LIMIT {most}",
            shown = handle::SHOWN,
            has_words = has_words.join(" AND "),
            kind = words.len() + 2,
        );
        let (mut begun, mut inside) = (Vec::new(), Vec::new());
        let mut statement = self.tables()?.prepare_cached(&sql)?;
        for kind in named {
            let values = [typed].into_iter().chain(words.iter().copied()).chain([kind.as_str()]);
            let mut rows = statement.query(params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                let far: i64 = row.get("far")?;
                if far < 3 { &mut begun } else { &mut inside }.push(found(row)?);
            }
        }
        Ok((begun, inside))
    }

    /// The live tasks whose handles begin so.
    fn tasks_begun(&self, typed: &str, most: usize) -> Result<Vec<Found>, StoreError> {
        if !handle::plausible(typed) {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT {COLUMNS} FROM subject INDEXED BY subject_live
              WHERE {BEGUN} AND ended IS NULL AND kind = 'task' ORDER BY handle LIMIT {most}"
        );
        self.subjects(&sql, &[&typed])
    }

    /// The live tasks whose lines hold the words, in the order of the board.
    ///
    /// The index has the beginnings of words up to three letters, and walks what they begin one by one; for longer ones it
    /// gathers all of it before it gives the first. So where the last that were written tell that the words are in many,
    /// those are enough.
    fn tasks_holding(&self, typed: &str, most: usize) -> Result<Vec<Found>, StoreError> {
        let Some(query) = search::in_lines(typed, search::Part::Whole) else { return Ok(Vec::new()) };
        let Some(begun) = search::in_lines(typed, search::Part::Indexed) else { return Ok(Vec::new()) };
        if begun != query {
            let holding = self.tasks_found(&begun, typed, Among::Live, most)?;
            if holding.len() >= most {
                return Ok(holding);
            }
        }
        self.tasks_found(&query, "", Among::Live, most)
    }

    /// The tasks among the last that a search finds, of whose lines these words are a part, too.
    fn tasks_found(
        &self,
        query: &str,
        words: &str,
        among: Among,
        most: usize,
    ) -> Result<Vec<Found>, StoreError> {
        let list = match among {
            Among::Live => "t.list < 9",
            Among::Ended => "t.list >= 9",
        };
        let words: Vec<String> = words.split(' ').take(WORDS).map(tokens).collect();
        let has_words: String =
            (0..words.len()).map(|n| format!(" AND instr(t.line, ?{}) > 0", n + 2)).collect();
        // CROSS JOIN keeps the order of the loops: what holds the words first.
        let sql = format!(
            "SELECT t.id, 'task', t.handle, t.title, s.ended
               FROM (SELECT rowid AS n FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT {LOOKED_AT}) f
              CROSS JOIN doc d ON d.n = f.n CROSS JOIN task t ON t.id = d.subject CROSS JOIN subject s ON s.id = t.id
              WHERE d.kind = 'task' AND {list}{has_words} ORDER BY t.list, t.rank, t.id LIMIT {most}"
        );
        let values: Vec<&dyn ToSql> =
            [&query as &dyn ToSql].into_iter().chain(words.iter().map(|word| word as &dyn ToSql)).collect();
        self.subjects(&sql, &values)
    }
}
