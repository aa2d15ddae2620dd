//! What `doctor` sees: the pages of the file, the chains of the journal, the tables, the schema.
//!
//! Two threads with a connection each, and no write lock: one looks at pages and lines, one makes all tables anew in a
//! database of its own and compares. Memory is bounded: what the second makes lies on the disk.

use std::path::Path;
use std::sync::mpsc;
use std::thread;

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use sha2::{Digest, Sha256};

use super::file::BoardFile;
use super::rebuild::{self, Fingerprint};
use super::schema::{self, Age};
use super::verify::{self, Verified};
use super::{LeftOut, Store, StoreError, open};
use crate::domain::id::ReplicaId;

/// How far an examination is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub check: Check,
    pub done: u64,
    pub of: u64,
}

/// What is looked at just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    Pages,
    Lines,
    Tables,
}

/// How closely one looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// All of it.
    Whole,
    /// The pages, the newest lines, the seals.
    Quick,
}

/// So many lines a quick look takes in.
const NEWEST: i64 = 10_000;

/// So many complaints of SQLite's own check are of use to anybody.
const PAGES: usize = 20;

/// What was seen of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// SQLite's complaints about the file's pages and references.
    pub pages: Vec<String>,
    pub journal: Verified,
    /// Tables whose rows are not what the journal says; `None` where they were not compared.
    pub differing: Option<Vec<&'static str>>,
    /// What of the schema is not as this program makes it: names of tables, indexes, views and triggers.
    pub schema: Vec<String>,
    /// How many records of this board were set aside.
    pub aside: u64,
    /// How many lines that were sent could not be taken in, and why.
    pub left_out: Vec<(LeftOut, u64)>,
    /// How many records were there when the board was first sealed, as it stood.
    pub sealed_as_found: Option<i64>,
    /// This user's replica; `None` where their next change makes a new one.
    pub own: Option<ReplicaId>,
    /// Whether the key of this user says that the board has lost what they wrote.
    pub is_copy: bool,
    pub facts: FileFacts,
}

/// What the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    pub sqlite: String,
    pub schema: i64,
    pub journal_mode: String,
    pub records: i64,
    pub replicas: i64,
    pub bytes: u64,
}

impl Examined {
    /// Whether anything is wrong.
    pub fn is_well(&self) -> bool {
        self.pages.is_empty()
            && self.journal.is_whole()
            && self.differing.as_ref().is_none_or(Vec::is_empty)
            && self.schema.is_empty()
            && self.aside == 0
            && !self.is_copy
    }
}

impl Store {
    /// Looks at everything, changing nothing.
    pub fn examine(&self, depth: Depth, progress: &mut dyn FnMut(Progress)) -> Result<Examined, StoreError> {
        let mut examined = self.see(depth, progress)?;
        let age = schema::age(&self.connection)?;
        if !matches!(age, Age::Current) {
            // The tables of this version under the number of another; else they are those of a newer one, which this
            // program cannot judge.
            if examined.schema.is_empty() && examined.facts.schema != schema::newest() {
                examined.schema.push("user_version".to_owned());
            } else if matches!(age, Age::Newer(_)) {
                (examined.schema, examined.differing) = (Vec::new(), None);
            }
        }
        Ok(examined)
    }

    fn see(&self, depth: Depth, progress: &mut dyn FnMut(Progress)) -> Result<Examined, StoreError> {
        let facts = self.facts()?;
        let one = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        let all = one("SELECT count(*) FROM set_aside").unwrap_or(0).unsigned_abs();
        let left_out = self.left_out().unwrap_or_default();
        // Whatever others send is no fault of the board.
        let aside = all.saturating_sub(left_out.iter().map(|(_, count)| count).sum());
        let sealed_as_found = self
            .connection
            .query_row("SELECT value FROM meta WHERE key = 'sealed_as_found'", [], |row| row.get(0))
            .optional()?;
        let own = self.own.known(&self.connection)?;
        let is_copy = own.is_none() && self.own.has_written();
        if depth == Depth::Quick {
            return Ok(Examined {
                pages: self.pages("quick_check")?,
                journal: verify::glance(&self.connection, self.board, NEWEST)?,
                differing: None,
                schema: schema::faults(&self.connection, "main")?,
                aside,
                left_out,
                sealed_as_found,
                own,
                is_copy,
                facts,
            });
        }
        let (sender, compared) = mpsc::channel();
        let place = self.file.as_ref().filter(|_| self.copy.is_none()).map(|file| file.real().to_owned());
        let (differing, schema, pages, journal) = match place {
            Some(path) => {
                let worker = thread::spawn(move || drop(sender.send(compare(&path))));
                let seen = self.look(progress);
                let total = facts.records.unsigned_abs();
                progress(Progress { check: Check::Tables, done: 0, of: total });
                let compared = compared.recv().unwrap_or(Err(StoreError::Thread));
                let _ = worker.join();
                let (pages, journal) = seen?;
                match compared {
                    Ok((differing, schema)) => (Some(differing), schema, pages, journal),
                    // Too damaged to be read whole; what there is to say of it was said by the pages.
                    Err(_) if !pages.is_empty() => (None, Vec::new(), pages, journal),
                    Err(error) => return Err(error),
                }
            }
            None => {
                let (pages, journal) = self.look(progress)?;
                (Some(self.compare_here()?), schema::faults(&self.connection, "main")?, pages, journal)
            }
        };
        Ok(Examined {
            pages,
            journal,
            differing,
            schema,
            aside,
            left_out,
            sealed_as_found,
            own,
            is_copy,
            facts,
        })
    }

    fn left_out(&self) -> Result<Vec<(LeftOut, u64)>, StoreError> {
        let mut statement = self.connection.prepare("SELECT count(*) FROM set_aside WHERE reason = ?1")?;
        let mut left_out = Vec::new();
        for why in LeftOut::ALL {
            let count = statement.query_row([why.as_str()], |row| row.get::<_, i64>(0))?.unsigned_abs();
            left_out.extend((count > 0).then_some((why, count)));
        }
        Ok(left_out)
    }

    fn look(&self, progress: &mut dyn FnMut(Progress)) -> Result<(Vec<String>, Verified), StoreError> {
        progress(Progress { check: Check::Pages, done: 0, of: 0 });
        let pages = self.pages("integrity_check")?;
        match verify::verify(&self.connection, self.board, progress) {
            Ok(journal) => Ok((pages, journal)),
            Err(_) if !pages.is_empty() => Ok((pages, Verified::default())),
            Err(error) => Err(error),
        }
    }

    /// SQLite's own check, and that no row refers to nothing.
    fn pages(&self, check: &str) -> Result<Vec<String>, StoreError> {
        let read = || -> rusqlite::Result<Vec<String>> {
            let mut faults: Vec<String> = self
                .connection
                .prepare(&format!("PRAGMA {check}({PAGES})"))?
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            faults.retain(|fault| fault != "ok");
            let dangling: Vec<String> = self
                .connection
                .prepare("PRAGMA foreign_key_check")?
                .query_map([], |row| row.get::<_, String>(0))?
                .take(PAGES)
                .collect::<Result<_, _>>()?;
            faults.extend(dangling.into_iter().map(|table| format!("{table}: a row refers to nothing")));
            Ok(faults)
        };
        // What cannot even be checked is damaged.
        Ok(read().unwrap_or_else(|error| vec![error.to_string()]))
    }

    fn facts(&self) -> Result<FileFacts, StoreError> {
        let one = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        Ok(FileFacts {
            sqlite: rusqlite::version().to_owned(),
            schema: one("PRAGMA user_version")?,
            journal_mode: self.connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?,
            records: one("SELECT count(*) FROM journal")?,
            replicas: one("SELECT count(*) FROM replica")?,
            bytes: std::fs::metadata(&self.path).map_or(0, |file| file.len()),
        })
    }

    /// The same for a board in memory, by a copy.
    fn compare_here(&self) -> Result<Vec<&'static str>, StoreError> {
        let mut copy = Connection::open_in_memory()?;
        rusqlite::backup::Backup::new(&self.connection, &mut copy)?.step(-1)?;
        let mut copy = Store::within(copy)?;
        Ok(copy.rebuild()?.differed)
    }
}

/// Makes all tables of the board at `path` anew in a database of its own, and says which differ, and what of the schema.
fn compare(path: &Path) -> Result<(Vec<&'static str>, Vec<String>), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // Without a name it is SQLite's own: in memory as far as that goes, then in a file that nobody else sees.
    let mut connection = Connection::open_with_flags("", flags)?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    let _: String = connection.query_row("PRAGMA journal_mode = OFF", [], |row| row.get(0))?;
    open::set_up(&connection)?;
    schema::blank(&mut connection)?;
    connection.pragma_update(None, "cache_size", -128 * 1024)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    // Read-only: it may never so much as take part in ending the log.
    let name = BoardFile::uri(path, "mode=ro");
    connection.execute("ATTACH ?1 AS board", [name])?;
    connection.execute_batch(
        "DROP TABLE main.journal;
         CREATE TEMP VIEW journal AS SELECT * FROM board.journal;
         BEGIN",
    )?;
    let outcome = (|| {
        let schema = schema::faults(&connection, "board")?;
        rebuild::make_anew(&connection)?;
        let (anew, there) =
            (rebuild::fingerprints_of(&connection, "main")?, rebuild::fingerprints_of(&connection, "board")?);
        let mut differing = rebuild::differing(&there, &anew);
        if name_of(&connection, "main")? != name_of(&connection, "board")? {
            differing.push("meta");
        }
        if words_of(&connection, "main")? != words_of(&connection, "board")? {
            differing.push("search");
        }
        Ok((differing, schema))
    })();
    connection.execute_batch("ROLLBACK")?;
    outcome
}

fn name_of(connection: &Connection, schema: &str) -> Result<Option<String>, StoreError> {
    let sql = format!("SELECT value FROM {schema}.meta WHERE key = 'name'");
    Ok(connection.query_row(&sql, [], |row| row.get(0)).optional()?)
}

/// The hash of everything that can be searched: which words stand where and of what kind that is, in whatever order the
/// index has them.
fn words_of(connection: &Connection, schema: &str) -> Result<Fingerprint, StoreError> {
    let table = format!("words_of_{schema}");
    connection.execute_batch(&format!(
        "CREATE VIRTUAL TABLE temp.{table} USING fts5vocab ('{schema}', 'search', 'instance')"
    ))?;
    let mut statement = connection.prepare(&format!(
        "SELECT d.subject, d.kind, v.term, v.col, v.offset
           FROM temp.{table} v LEFT JOIN {schema}.doc d ON d.n = v.doc"
    ))?;
    let mut rows = statement.query([])?;
    let mut sum = [0u64; 4];
    while let Some(row) = rows.next()? {
        let mut hash = Sha256::new();
        for i in 0..3 {
            hash.update(row.get_ref(i)?.as_bytes_or_null().ok().flatten().unwrap_or_default());
            hash.update([0]);
        }
        hash.update(row.get_ref(3)?.as_bytes_or_null().ok().flatten().unwrap_or_default());
        hash.update(row.get::<_, i64>(4).unwrap_or(-1).to_be_bytes());
        let digest = hash.finalize();
        for (sum, part) in sum.iter_mut().zip(digest.chunks(8)) {
            let part: [u8; 8] = part.try_into().expect("a digest is four parts of eight bytes");
            *sum = sum.wrapping_add(u64::from_be_bytes(part));
        }
    }
    let mut digest = [0; 32];
    for (to, part) in digest.chunks_mut(8).zip(sum) {
        to.copy_from_slice(&part.to_be_bytes());
    }
    Ok(("search", digest))
}
