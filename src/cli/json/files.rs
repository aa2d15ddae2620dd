//! The shapes of what reads and writes files: imports, copies, and how whole the board's own file is.

use std::collections::BTreeMap;

use serde::Serialize;

/// What an import did.
#[derive(Serialize)]
pub struct Imported {
    /// The lines that a person reads.
    pub summary: Vec<String>,
    pub dry_run: bool,
    /// How many `members`, `roles`, `goals` and `tasks` are new.
    pub added: BTreeMap<&'static str, usize>,
    /// What the board had already.
    pub known: usize,
    /// What of that its source changed since: how much was `moved` and `edited`, and how many `remarks`, `claims`, `blockers`
    /// and `readings` are new.
    pub changed: BTreeMap<&'static str, usize>,
    /// What was changed here too, and stays as it is here.
    pub both: Vec<ChangedTwice>,
    /// The titles of tasks that came from there, are not there any more, and stay.
    pub gone: Vec<String>,
}

/// What came of records of this board that were written elsewhere.
#[derive(Serialize)]
pub struct Received {
    pub dry_run: bool,
    /// How many records are new.
    pub new: usize,
    /// In whose name they were written.
    pub in_name_of: Vec<InNameOf>,
    /// How many the board had already.
    pub known: usize,
    /// How many lines could not be taken in: `unreadable`, `nested`, `foreign`, `clock`, `chain` (it does not follow what
    /// stands before it, or that is missing) or `seal` (none in the file vouches for it).
    pub not_taken: BTreeMap<&'static str, usize>,
}

/// How many of the records that came in were written in somebody's name.
#[derive(Serialize)]
pub struct InNameOf {
    pub name: String,
    pub records: usize,
}

/// A task or goal that was changed on both sides.
#[derive(Serialize)]
pub struct ChangedTwice {
    /// What it is called here.
    pub title: String,
    /// The names of its fields that stay.
    pub fields: Vec<String>,
}

/// Where an export went.
#[derive(Serialize)]
pub struct Exported<'f> {
    pub file: &'f str,
    pub bytes: u64,
}

/// Which pages of the system's manual were written.
#[derive(Serialize)]
pub struct Pages<'f> {
    pub folder: &'f str,
    pub pages: Vec<&'f str>,
}

/// Where a copy of the board is.
#[derive(Serialize)]
pub struct BackedUp {
    pub file: String,
}

/// A copy that took the place of the board.
#[derive(Serialize)]
pub struct Restored {
    pub file: String,
    pub records: i64,
    /// Where the board is kept that was there.
    pub kept: Option<String>,
}

/// How whole the board's file is.
#[derive(Serialize)]
pub struct Examined {
    pub file: String,
    pub bytes: u64,
    pub schema: i64,
    pub sqlite: String,
    pub journal_mode: String,
    pub records: i64,
    pub replicas: i64,
    pub read_only: bool,
    /// The kind of file system, where it is one over a network.
    pub network: Option<String>,
    /// This user's replica; none where the next change makes a new one.
    pub replica: Option<String>,
    /// Whether the file lacks what this user wrote last.
    pub is_copy: bool,
    /// How many records were there before the board was sealed.
    pub sealed_as_found: Option<i64>,
    /// Whether something is hidden beside the board that was not shown yet.
    pub hidden_box: bool,
    /// How many records are set aside.
    pub aside: u64,
    /// What was sent by others and could not be taken in, a sentence for each reason.
    pub left_out: Vec<String>,
    pub faults: Vec<String>,
    pub rebuilt: Option<Rebuilt>,
    pub repaired: Option<Repaired>,
}

/// The tables, made anew from the journal.
#[derive(Serialize)]
pub struct Rebuilt {
    pub records: usize,
    /// How many subjects they were made from.
    pub folded: usize,
    /// Tables whose rows were not what the journal says.
    pub differed: Vec<&'static str>,
    /// Lines of the journal that do not have the hash under which they are kept.
    pub damaged: usize,
    /// Records that were set aside by this.
    pub set_aside: usize,
}

/// The board in a new file.
#[derive(Serialize)]
pub struct Repaired {
    /// Where the board is kept as it was.
    pub kept: String,
    pub records: i64,
    pub mended: usize,
    pub aside: i64,
}
