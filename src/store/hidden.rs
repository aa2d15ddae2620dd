//! What is hidden until all of it is shown: one small file beside the board, the *box*. Nothing of it is in the board, its
//! log, a backup, an export or the journal before it is shown.
//!
//! ```text
//! setara box 1 <meeting> <turn>
//! card <32 random digits> <column> <text>       no author, no desk, no time, no order
//! vote <32 random digits> <card>:<n> …          one line a ballot
//! ready <member>                                no key, no time, no link to the lines above
//! voted <member>
//! ```
//!
//! It is written whole under the board's lock, beside the old one and then in its place, with the lines in the order of
//! their random digits. The file's time is always that of the turn's beginning: nobody can read from it when somebody wrote.

use std::collections::BTreeSet;
use std::fs::{self, FileTimes};
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use uuid::Uuid;

use super::{Store, StoreError};
use crate::domain::calendar::At;
use crate::domain::id::{MeetingId, MemberId, RecordId};
use crate::domain::meeting::CardId;
use crate::files::{self, Access, Beside, Lock};
use crate::platform;

const HEAD: &str = "setara box 1";
const SUFFIX: &str = "-box";

/// What tells a line from all others, and tells nothing else.
pub type LineKey = [u8; 16];

/// What is hidden in one turn of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct HiddenBox {
    pub meeting: MeetingId,
    /// The turn in which it is gathered or voted.
    pub turn: RecordId,
    pub cards: Vec<HiddenCard>,
    pub votes: Vec<Ballot>,
    pub ready: BTreeSet<MemberId>,
    pub voted: BTreeSet<MemberId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct HiddenCard {
    pub key: LineKey,
    pub column: u32,
    pub text: String,
}

/// The dots of one voter.
#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    pub key: LineKey,
    pub dots: Vec<(CardId, u32)>,
}

/// One form of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HiddenVersion(u64, i64, i64, u64);

/// The box while nobody else can read or write it.
pub struct HeldBox {
    path: PathBuf,
    _lock: Lock,
}

/// A new key: random bytes of the system.
pub fn line_key() -> LineKey {
    *Uuid::new_v4().as_bytes()
}

impl HiddenBox {
    /// An empty one.
    pub fn new(meeting: MeetingId, turn: RecordId) -> HiddenBox {
        HiddenBox {
            meeting,
            turn,
            cards: Vec::new(),
            votes: Vec::new(),
            ready: BTreeSet::new(),
            voted: BTreeSet::new(),
        }
    }

    /// How many dots each card has, of all who voted.
    pub fn sums(&self) -> Vec<(CardId, u32)> {
        let mut sums: std::collections::BTreeMap<CardId, u32> = std::collections::BTreeMap::new();
        for (card, n) in self.votes.iter().flat_map(|ballot| &ballot.dots) {
            let sum = sums.entry(*card).or_default();
            *sum = sum.saturating_add(*n);
        }
        sums.into_iter().collect()
    }

    fn written(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for card in &self.cards {
            let text = serde_json::Value::from(card.text.as_str());
            lines.push(format!("card {} {} {text}", Uuid::from_bytes(card.key).simple(), card.column));
        }
        for ballot in &self.votes {
            let dots = ballot.dots.iter().map(|(card, n)| format!(" {}.{}:{n}", card.record, card.nth));
            let dots: String = dots.collect();
            lines.push(format!("vote {}{dots}", Uuid::from_bytes(ballot.key).simple()));
        }
        lines.sort();
        lines.insert(0, format!("{HEAD} {} {}", self.meeting, self.turn));
        lines.extend(self.ready.iter().map(|member| format!("ready {member}")));
        lines.extend(self.voted.iter().map(|member| format!("voted {member}")));
        lines.join("\n") + "\n"
    }

    /// `None` where it is no box, or one of a later version. A line that says nothing is left out.
    fn read(text: &str) -> Option<HiddenBox> {
        let mut lines = text.lines();
        let mut head = lines.next()?.strip_prefix(HEAD)?.split_whitespace();
        let mut found = HiddenBox::new(MeetingId(uuid(head.next()?)?), head.next()?.parse().ok()?);
        for line in lines {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            let (first, more) = rest.split_once(' ').unwrap_or((rest, ""));
            match word {
                "card" => found.cards.extend(card(first, more)),
                "vote" => found.votes.extend(ballot(first, more)),
                "ready" => found.ready.extend(uuid(first).map(MemberId)),
                "voted" => found.voted.extend(uuid(first).map(MemberId)),
                _ => {}
            }
        }
        Some(found)
    }
}

fn uuid(digits: &str) -> Option<Uuid> {
    Uuid::try_parse(digits).ok()
}

fn key(digits: &str) -> Option<LineKey> {
    uuid(digits).map(|key| *key.as_bytes())
}

fn card(digits: &str, rest: &str) -> Option<HiddenCard> {
    let (column, text) = rest.split_once(' ')?;
    Some(HiddenCard {
        key: key(digits)?,
        column: column.parse().ok()?,
        text: serde_json::from_str(text).ok()?,
    })
}

fn ballot(digits: &str, rest: &str) -> Option<Ballot> {
    let dots = rest.split_whitespace().map(|dot| {
        let (card, n) = dot.split_once(':')?;
        let (record, nth) = card.split_once('.')?;
        Some((CardId { record: record.parse().ok()?, nth: nth.parse().ok()? }, n.parse().ok()?))
    });
    Some(Ballot { key: key(digits)?, dots: dots.collect::<Option<_>>()? })
}

impl Store {
    /// What is hidden beside this board; `None` where nothing is.
    pub fn hidden(&self) -> Result<Option<HiddenBox>, StoreError> {
        match &self.file {
            Some(file) => read(file.beside(SUFFIX)),
            None => Ok(None),
        }
    }

    /// What tells one form of the box from the next: its place in the file system, when the system changed that, and its
    /// length. `None` where there is no box.
    pub fn hidden_version(&self) -> Option<HiddenVersion> {
        let found = fs::metadata(self.file.as_ref()?.beside(SUFFIX)).ok()?;
        let ((_, inode), (seconds, nanos)) = (platform::place(&found), platform::changed(&found));
        Some(HiddenVersion(inode, seconds, nanos, found.len()))
    }

    /// When the turn began to which what is hidden belongs; `None` where there is no box.
    pub fn hidden_since(&self) -> Option<At> {
        let changed = fs::metadata(self.file.as_ref()?.beside(SUFFIX)).ok()?.modified().ok()?;
        let since = changed.duration_since(UNIX_EPOCH).ok()?.as_millis();
        i64::try_from(since).ok().map(At)
    }

    /// Holds the box until what is returned is dropped. `None` where the board is no file.
    pub fn hold_hidden(&self) -> Result<Option<HeldBox>, StoreError> {
        let Some(file) = &self.file else { return Ok(None) };
        self.writable()?;
        Ok(Some(HeldBox { path: file.beside(SUFFIX), _lock: file.lock()? }))
    }

    /// Whether only one user of one operating system writes to this board: else a rename would show who wrote.
    pub fn has_one_writer(&self) -> Result<bool, StoreError> {
        let Some(file) = &self.file else { return Ok(true) };
        let folder = file.real().parent().map(Access::in_folder);
        let machines: i64 =
            self.connection
                .query_row("SELECT count(*) FROM (SELECT 1 FROM replica LIMIT 2)", [], |row| row.get(0))?;
        Ok(folder != Some(Access::Group) && machines < 2)
    }
}

impl HeldBox {
    pub fn read(&self) -> Result<Option<HiddenBox>, StoreError> {
        read(self.path.clone())
    }

    /// Writes it whole, with the time at which its turn began.
    pub fn write(&self, hidden: &HiddenBox, since: At) -> Result<(), StoreError> {
        let since = UNIX_EPOCH + Duration::from_millis(u64::try_from(since.0).unwrap_or(0));
        let written = || {
            // In the place of whatever has its name: a link that somebody laid there leads to no other file.
            let mut new = Beside::new(&self.path, Access::Owner)?;
            new.file.write_all(hidden.written().as_bytes())?;
            new.file.set_times(FileTimes::new().set_modified(since).set_accessed(since))?;
            new.replace()
        };
        written().map_err(|error| cannot(&self.path, &error))
    }

    /// Takes it away, and what a process that was killed left of one; one that is not there is gone.
    pub fn remove(&self) -> Result<(), StoreError> {
        self.half_written().for_each(|path| drop(fs::remove_file(path)));
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(cannot(&self.path, &error)),
            _ => {
                files::sync_folder(&self.path);
                Ok(())
            }
        }
    }
}

impl HeldBox {
    /// What was being written: while the box is held nobody writes one.
    fn half_written(&self) -> impl Iterator<Item = PathBuf> {
        let begins = self.path.file_name().map(|name| format!(".{}.", name.to_string_lossy()));
        let found = self.path.parent().and_then(|folder| fs::read_dir(folder).ok());
        found.into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()).filter(move |path| {
            let name = path.file_name().map(|name| name.to_string_lossy());
            name.zip(begins.as_ref())
                .is_some_and(|(name, begins)| name.starts_with(begins.as_str()) && name.ends_with(".new"))
        })
    }
}

fn read(path: PathBuf) -> Result<Option<HiddenBox>, StoreError> {
    match files::read_text(&path) {
        Ok(text) => Ok(HiddenBox::read(&text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot(&path, &error)),
    }
}

fn cannot(path: &std::path::Path, error: &io::Error) -> StoreError {
    StoreError::CannotOpen { path: path.to_owned(), why: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    #[test]
    fn a_box_is_read_as_it_was_written_and_tells_no_order() {
        let mut hidden = HiddenBox::new(MeetingId(id(1)), RecordId([2; 32]));
        let text = |n: u8| format!("card {n}\nwith \"two\" lines \u{1b}[31m");
        for n in [9, 3, 7] {
            hidden.cards.push(HiddenCard { key: [n; 16], column: n.into(), text: text(n) });
        }
        let card = CardId { record: RecordId([5; 32]), nth: 4 };
        hidden.votes.push(Ballot { key: [1; 16], dots: vec![(card, 2)] });
        hidden.votes.push(Ballot { key: [2; 16], dots: vec![(card, 1)] });
        hidden.ready.insert(MemberId(id(4)));
        hidden.voted.insert(MemberId(id(3)));
        let read = HiddenBox::read(&hidden.written()).unwrap();
        assert_eq!(read.cards.iter().map(|card| card.key[0]).collect::<Vec<_>>(), [3, 7, 9]);
        assert_eq!(read.written(), hidden.written());
        assert_eq!((read.sums(), read.ready, read.voted), (vec![(card, 3)], hidden.ready, hidden.voted));
    }

    #[test]
    fn what_is_no_box_is_none_and_lines_that_say_nothing_are_left_out() {
        assert_eq!(HiddenBox::read(""), None);
        assert_eq!(HiddenBox::read("setara box 2 x"), None);
        let hidden = HiddenBox::new(MeetingId(id(1)), RecordId([2; 32]));
        let odd = hidden.written() + "card zz 0 \"x\"\ncard\nvote x y\nready nobody\n\u{0}\n";
        assert_eq!(HiddenBox::read(&odd), Some(hidden));
    }
}
