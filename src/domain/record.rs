//! The record: one line of JSON whose bytes are kept for ever. Its form is told field by field in `assets/docs/record.md`.
//!
//! ```text
//! {"v":1,"b":board,"r":replica,"s":12,"l":57,"w":1760000000000,"p":previous,"a":member,"t":subject,
//!  "k":"task.claimed","x":[superseded ids],"g":10,"d":{…}}
//! ```
//!
//! **Invariant:** a record's id is the SHA-256 of its line as it came, so a line is never written anew: not to
//! reorder its fields, and not to drop one that this version does not know.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::calendar::At;
use super::event::Event;
use super::id::{BoardId, MemberId, RecordId, ReplicaId, SubjectId};

/// The version of the record format that this program writes.
pub const VERSION: u32 = 1;
/// No Lamport clock goes beyond what JSON numbers hold exactly.
pub const LAMPORT_MAX: u64 = 1 << 53;
/// A clock that jumps further than this over the known maximum is quarantined: it would pull everybody along.
pub const LAMPORT_JUMP: u64 = 1_000_000;

/// Data nested deeper than this are nobody's, and a burden to whatever reads them.
pub const NESTED_MAX: usize = 64;

/// What happened, with who, where and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub id: RecordId,
    pub board: BoardId,
    pub replica: ReplicaId,
    /// 1 for a replica's first record.
    pub seq: u64,
    pub lamport: u64,
    /// The author's wall clock: for ages only.
    pub at: At,
    /// The id of record `seq - 1` of the same replica.
    pub previous: RecordId,
    pub author: MemberId,
    pub subject: SubjectId,
    /// The wire name, also of an event that this version does not know.
    pub kind: String,
    /// The records whose values or facts this one ends.
    pub ends: Vec<RecordId>,
    /// The sequence number of the first record of the action that this one is a part of; `None` where it is an action by
    /// itself, or the first record of one. It counts where all records from there to here have the same author and action.
    pub first: Option<u64>,
    /// `None` for a kind, or a newer form of one, that this version does not know: kept, passed on, without effect.
    pub event: Option<Event>,
}

/// The place of a record in canonical order: clock, replica, sequence, id.
pub type Order = (u64, ReplicaId, u64, RecordId);

/// What a new record says, before it has a place in a replica's chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub subject: SubjectId,
    pub event: Event,
    pub ends: Vec<RecordId>,
}

impl Draft {
    /// A draft that supersedes nothing.
    pub fn new(subject: impl Into<SubjectId>, event: impl Into<Event>) -> Draft {
        Draft { subject: subject.into(), event: event.into(), ends: Vec::new() }
    }

    /// The same, naming what it ends.
    pub fn ending(self, ends: impl IntoIterator<Item = RecordId>) -> Draft {
        Draft { ends: ends.into_iter().collect(), ..self }
    }
}

/// The fields of the line, in their order. Borrowed while reading: a rebuild reads a million of them.
#[derive(Serialize, Deserialize)]
struct Wire<'l> {
    v: u32,
    b: BoardId,
    r: ReplicaId,
    s: u64,
    l: u64,
    w: i64,
    p: RecordId,
    a: MemberId,
    t: SubjectId,
    #[serde(borrow)]
    k: std::borrow::Cow<'l, str>,
    x: Vec<RecordId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    g: Option<u64>,
    #[serde(borrow)]
    d: &'l RawValue,
}

/// Where a replica's chain stands: what its next record follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tip {
    pub replica: ReplicaId,
    /// How many records the replica has written.
    pub count: u64,
    /// The last one's id; [`RecordId::ZERO`] before the first.
    pub last: RecordId,
    /// The highest clock known on this replica, whoever wrote it.
    pub lamport: u64,
}

/// A line that is not a record.
#[derive(Debug, thiserror::Error)]
pub enum BadRecord {
    #[error("not a record: {0}")]
    Json(#[from] serde_json::Error),
    #[error("the clock {0} is beyond 2^53")]
    Clock(u64),
    #[error("the sequence number is 0, or beyond 2^53")]
    Sequence,
    #[error("nested deeper than {NESTED_MAX}")]
    Nested,
    /// JSON may be spread over lines, but would then be torn apart by whoever passes it on.
    #[error("not one line")]
    Lines,
}

impl Record {
    /// The next record of a replica, with its line; moves the tip on. It is an action by itself.
    pub fn write(draft: Draft, board: BoardId, author: MemberId, at: At, tip: &mut Tip) -> (Record, String) {
        Record::write_in_action(draft, board, author, at, tip, None)
    }

    /// The same as a part of the action whose first record has the sequence number `first`.
    pub fn write_in_action(
        draft: Draft,
        board: BoardId,
        author: MemberId,
        at: At,
        tip: &mut Tip,
        first: Option<u64>,
    ) -> (Record, String) {
        let kind = draft.event.kind();
        let data = draft.event.data();
        let wire = Wire {
            v: VERSION,
            b: board,
            r: tip.replica,
            s: tip.count + 1,
            l: tip.lamport + 1,
            w: at.0,
            p: tip.last,
            a: author,
            t: draft.subject,
            k: kind.into(),
            x: draft.ends,
            g: first.filter(|first| *first <= tip.count),
            d: &data,
        };
        let line = serde_json::to_string(&wire).expect("ids, numbers and raw JSON always serialise");
        let id = id_of(&line);
        let previous = tip.last;
        *tip = Tip { replica: tip.replica, count: wire.s, last: id, lamport: wire.l };
        let record = Record {
            id,
            board,
            replica: tip.replica,
            seq: wire.s,
            lamport: wire.l,
            at,
            previous,
            author,
            subject: draft.subject,
            kind: kind.to_owned(),
            ends: wire.x,
            first: wire.g,
            event: Some(draft.event),
        };
        (record, line)
    }

    /// Reads a line, without its newline.
    pub fn read(line: &str) -> Result<Record, BadRecord> {
        if line.bytes().any(|byte| matches!(byte, b'\n' | b'\r')) {
            return Err(BadRecord::Lines);
        }
        if depth(line) > NESTED_MAX {
            return Err(BadRecord::Nested);
        }
        Record::read_as(id_of(line), line)
    }

    /// Reads a line whose id is known already: the journal checked it when the line came in.
    pub fn read_as(id: RecordId, line: &str) -> Result<Record, BadRecord> {
        let wire: Wire = serde_json::from_str(line)?;
        if wire.l > LAMPORT_MAX {
            return Err(BadRecord::Clock(wire.l));
        }
        if wire.s == 0 || wire.s > LAMPORT_MAX {
            return Err(BadRecord::Sequence);
        }
        // A newer format, or data of a known kind in a shape of tomorrow, is kept without effect, never refused.
        let event = if wire.v == VERSION { Event::read(&wire.k, wire.d) } else { None };
        Ok(Record {
            id,
            board: wire.b,
            replica: wire.r,
            seq: wire.s,
            lamport: wire.l,
            at: At(wire.w),
            previous: wire.p,
            author: wire.a,
            subject: wire.t,
            kind: wire.k.into_owned(),
            ends: wire.x,
            first: wire.g.filter(|first| (1..wire.s).contains(first)),
            event,
        })
    }

    /// Who did what it tells: its author, or whom an import speaks of.
    pub fn doer(&self) -> MemberId {
        self.event.as_ref().and_then(|event| event.facts().by).unwrap_or(self.author)
    }

    /// The place in canonical order.
    pub fn order(&self) -> Order {
        (self.lamport, self.replica, self.seq, self.id)
    }

    /// Canonical order of two records.
    pub fn canonical(&self, other: &Record) -> Ordering {
        self.order().cmp(&other.order())
    }
}

/// How deep the brackets of a line are nested.
fn depth(line: &str) -> usize {
    let (mut depth, mut deepest, mut in_text, mut is_escaped) = (0usize, 0, false, false);
    for byte in line.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_text,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// The id of a line: its SHA-256, without the newline.
pub fn id_of(line: &str) -> RecordId {
    RecordId(Sha256::digest(line.as_bytes()).into())
}

/// The record of that number of the only replica, for tests: the number is its id, its place, its clock and its moment. What
/// it says comes beside it.
#[cfg(test)]
pub(in crate::domain) fn numbered(n: u8, author: MemberId, subject: SubjectId) -> Record {
    Record {
        id: RecordId([n; 32]),
        board: BoardId(uuid::Uuid::nil()),
        replica: ReplicaId([0; 16]),
        seq: n.into(),
        lamport: n.into(),
        at: At(n.into()),
        previous: RecordId::ZERO,
        author,
        subject,
        kind: String::new(),
        ends: Vec::new(),
        first: None,
        event: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::TaskRemarked;
    use uuid::Uuid;

    fn written() -> (Record, String, Tip) {
        let mut tip = Tip { replica: ReplicaId([7; 16]), count: 3, last: RecordId([9; 32]), lamport: 56 };
        let event = Event::from(TaskRemarked {
            text: "a \"quote\"\n\u{1b}[31m".into(),
            by: None,
            at: None,
            from: None,
        });
        let draft = Draft::new(SubjectId(Uuid::from_u128(5)), event).ending([RecordId([1; 32])]);
        let (record, line) = Record::write(
            draft,
            BoardId(Uuid::from_u128(1)),
            MemberId(Uuid::from_u128(2)),
            At(1000),
            &mut tip,
        );
        (record, line, tip)
    }

    #[test]
    fn a_record_reads_back_as_written() {
        let (record, line, tip) = written();
        assert_eq!(Record::read(&line).unwrap(), record);
        assert_eq!(tip, Tip { replica: record.replica, count: 4, last: record.id, lamport: 57 });
        assert!(line.starts_with(r#"{"v":1,"b":"#) && !line.contains('\n'), "{line}");
    }

    #[test]
    fn what_this_version_does_not_know_is_kept_without_effect() {
        let (_, line, _) = written();
        for newer in
            [line.replace("task.remarked", "task.sung"), line.replace(r#""v":1"#, r#""v":2,"zz":[1]"#)]
        {
            let record = Record::read(&newer).unwrap();
            assert_eq!((record.event, record.id), (None, id_of(&newer)));
        }
    }

    #[test]
    fn a_clock_at_its_limit_is_no_record() {
        let (_, line, _) = written();
        assert!(Record::read(&line.replace(r#""l":57"#, r#""l":9007199254740993"#)).is_err());
        assert!(Record::read(&line[..line.len() - 1]).is_err());
    }

    #[test]
    fn a_part_of_an_action_says_where_it_begins_and_the_first_says_nothing() {
        let mut tip = Tip { replica: ReplicaId([7; 16]), count: 3, last: RecordId([9; 32]), lamport: 56 };
        let mut write = |first| {
            let event = TaskRemarked { text: "so".into(), by: None, at: None, from: None };
            let draft = Draft::new(SubjectId(Uuid::from_u128(5)), event);
            let (board, author) = (BoardId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));
            Record::write_in_action(draft, board, author, At(1000), &mut tip, Some(first))
        };
        let ((first, line), (second, other)) = (write(4), write(4));
        assert_eq!((first.first, line.contains("\"g\"")), (None, false));
        assert_eq!((second.first, other.contains(r#""x":[],"g":4,"d""#)), (Some(4), true));
        assert_eq!(Record::read(&other).unwrap(), second);
        // What cannot be is as if it were not said.
        for g in [0, 5, 6] {
            let line = other.replace(r#""g":4"#, &format!(r#""g":{g}"#));
            assert_eq!(Record::read(&line).unwrap().first, None);
        }
    }
}
