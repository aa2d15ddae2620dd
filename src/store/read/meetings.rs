//! Meetings: which are open, which were, and what of the board lies ahead of one.

use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::calendar::{At, Day};
use crate::domain::id::{MeetingId, MemberId, RecordId, TaskId};
use crate::domain::meeting::{Ahead, MeetingKind};
use crate::store::codec::day;
use crate::store::{Store, StoreError};

/// So many tasks are walked at most: nobody goes through more while they stand.
const WALK: usize = 500;
/// How many of the last meetings say who had fewer turns.
const LAST: usize = 5;
/// So many of what a retro decided to do are looked at.
const ACTIONS: i64 = 50;

/// Of the member `m`: that they are of the team and not away on the day ?2.
const HERE: &str = "m.departed IS NULL
    AND NOT (m.away_from IS NOT NULL AND m.away_from <= ?2 AND coalesce(m.away_until, '~') >= ?2)";

/// A meeting's line.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingRow {
    pub id: MeetingId,
    pub kind: MeetingKind,
    pub started: At,
    pub ended: Option<At>,
    pub present: usize,
    /// Topics that nobody has taken up since.
    pub topics: usize,
}

/// A topic that waits for somebody to take it out.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicRow {
    pub id: RecordId,
    pub meeting: MeetingId,
    pub text: String,
    pub by: MemberId,
    pub at: At,
}

impl Store {
    /// The open meeting of a kind: of several that were begun apart, the first.
    pub fn open_meeting(&self, kind: MeetingKind) -> Result<Option<MeetingId>, StoreError> {
        Ok(self.open_meetings(kind)?.first().copied())
    }

    /// The open meetings of a kind, the first one first: more than one where they were begun apart.
    pub fn open_meetings(&self, kind: MeetingKind) -> Result<Vec<MeetingId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id FROM meeting WHERE open = 1 AND kind = ?1 ORDER BY started, id LIMIT 9",
        )?;
        let ids = statement.query_map([kind.as_str()], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// When anything was last written of a meeting.
    pub fn meeting_latest(&self, meeting: MeetingId) -> Result<Option<At>, StoreError> {
        let mut statement = self.tables()?.prepare_cached("SELECT latest FROM meeting WHERE id = ?1")?;
        Ok(statement.query_row([meeting], |row| row.get(0)).optional()?)
    }

    /// Whether a member is in a meeting.
    pub fn is_present(&self, meeting: MeetingId, member: MemberId) -> Result<bool, StoreError> {
        let mut statement = self
            .tables()?
            .prepare_cached("SELECT present FROM meeting_member WHERE meeting = ?1 AND member = ?2")?;
        Ok(statement.query_row(params![meeting, member], |row| row.get(0)).optional()?.unwrap_or(false))
    }

    /// The last meeting of a kind that ended.
    pub fn last_meeting(&self, kind: MeetingKind) -> Result<Option<MeetingId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT id FROM meeting WHERE kind = ?1 AND ended IS NOT NULL AND went_into IS NULL
              ORDER BY started DESC, id LIMIT 1",
        )?;
        Ok(statement.query_row([kind.as_str()], |row| row.get(0)).optional()?)
    }

    /// Who could facilitate the next meeting of a kind, in the order of the rota: who took it upon themselves after the
    /// last one, then whoever of those who were there has not for the longest. Who passed, is away or has left is not among
    /// them; before the first meeting nobody is.
    pub fn rota(&self, kind: MeetingKind, today: Day) -> Result<Vec<MemberId>, StoreError> {
        rota(self.tables()?, kind, today)
    }

    /// The tasks that the last meeting before this one, of the same kind and begun until then, decided to do.
    pub fn last_actions(
        &self,
        (kind, meeting): (MeetingKind, MeetingId),
        until: At,
    ) -> Result<Vec<TaskId>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT task FROM meeting_action
              WHERE meeting = (SELECT id FROM meeting WHERE kind = ?1 AND started <= ?2 AND id <> ?4
                                AND went_into IS NULL ORDER BY started DESC, id LIMIT 1)
              ORDER BY at, task LIMIT ?3",
        )?;
        let rows = statement.query_map(params![kind.as_str(), until, ACTIONS, meeting], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Up to `most` meetings of a kind, the latest first.
    pub fn meetings(&self, kind: MeetingKind, most: usize) -> Result<Vec<MeetingRow>, StoreError> {
        self.meetings_held(kind, At::START, At::NEVER, most)
    }

    /// When the last meeting of a kind before this moment began.
    pub fn meeting_before(&self, kind: MeetingKind, before: At) -> Result<Option<At>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT started FROM meeting WHERE kind = ?1 AND started < ?2 AND went_into IS NULL
              ORDER BY started DESC LIMIT 1",
        )?;
        Ok(statement.query_row(params![kind.as_str(), before], |row| row.get(0)).optional()?)
    }

    /// Up to `most` topics of meetings that are over and that nobody has taken up, the oldest first.
    pub fn drawer(&self, most: usize) -> Result<Vec<TopicRow>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(
            "SELECT t.record, t.meeting, t.text, t.author, t.at FROM meeting_topic t
               JOIN meeting m ON m.id = t.meeting AND m.open = 0
              WHERE NOT EXISTS (SELECT 1 FROM meeting_taken x WHERE x.topic = t.record)
              ORDER BY t.at, t.record LIMIT ?1",
        )?;
        let rows = statement.query_map([most as i64], |row| {
            Ok(TopicRow {
                id: row.get(0)?,
                meeting: row.get(1)?,
                text: row.get(2)?,
                by: row.get(3)?,
                at: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The meeting in which a record parked a topic.
    pub fn meeting_of_topic(&self, topic: RecordId) -> Result<Option<MeetingId>, StoreError> {
        let mut statement =
            self.tables()?.prepare_cached("SELECT meeting FROM meeting_topic WHERE record = ?1")?;
        Ok(statement.query_row([topic], |row| row.get(0)).optional()?)
    }

    /// What of the board lies ahead of a meeting of a kind.
    pub fn ahead(&self, kind: MeetingKind, today: Day) -> Result<Ahead, StoreError> {
        ahead(self.tables()?, kind, today)
    }
}

fn rota(connection: &Connection, kind: MeetingKind, today: Day) -> Result<Vec<MemberId>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT m.id,
                (SELECT max(g.started) FROM meeting_member c CROSS JOIN meeting g ON g.id = c.meeting
                  WHERE c.member = m.id AND c.chaired = 1 AND g.kind = ?1) AS last
           FROM meeting_member p CROSS JOIN member m ON m.id = p.member
          WHERE p.meeting = (SELECT id FROM meeting WHERE kind = ?1 AND went_into IS NULL
                              ORDER BY started DESC, id LIMIT 1)
            AND p.next >= 0 AND (p.next = 1 OR p.present = 1) AND {HERE}
          ORDER BY p.next DESC, last IS NOT NULL, last, m.joined, m.id"
    ))?;
    let rows = statement.query_map(params![kind.as_str(), day(Some(today))], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What lies ahead: first what is blocked, then the board from the right, each in pull order.
fn ahead(connection: &Connection, kind: MeetingKind, today: Day) -> Result<Ahead, StoreError> {
    let mut tasks = Vec::new();
    // Only a stand-up walks the board.
    let lists: &[(i64, bool)] = match kind {
        MeetingKind::Standup => &[(1, true), (0, true), (2, true), (1, false), (0, false)],
        MeetingKind::Retro => &[],
    };
    for (list, is_blocked) in lists {
        // Of what is blocked there is little, of what is open much.
        let (blocked, index) = if *is_blocked { ("> 0", "task_blocked") } else { ("= 0", "task_order") };
        let mut statement = connection.prepare_cached(&format!(
            "SELECT id, lead FROM task INDEXED BY {index}
              WHERE list = ?1 AND list < 9 AND blocked {blocked} AND (parked IS NULL OR parked <= ?2)
              ORDER BY rank, id LIMIT ?3"
        ))?;
        let most = WALK.saturating_sub(tasks.len()) as i64;
        let rows = statement
            .query_map(params![list, day(Some(today)), most], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for row in rows {
            tasks.push(row?);
        }
    }
    let mut statement = connection.prepare_cached(&format!(
        "WITH last AS (SELECT id FROM meeting WHERE kind = ?1 AND ended IS NOT NULL ORDER BY started DESC LIMIT ?3)
         SELECT m.id, (SELECT count(*) FROM last JOIN meeting_member h ON h.meeting = last.id AND h.member = m.id
                        WHERE h.how = 'spoke')
           FROM member m
          WHERE {HERE}"
    ))?;
    let rows = statement.query_map(params![kind.as_str(), day(Some(today)), LAST as i64], |row| {
        Ok((row.get(0)?, row.get::<_, i64>(1)? as usize))
    })?;
    let members = rows.collect::<Result<_, _>>()?;
    Ok(Ahead { tasks, members, next_chair: rota(connection, kind, today)?.first().copied() })
}

/// The same of a meeting; nothing of one that is not there.
pub(in crate::store) fn ahead_of(
    connection: &Connection,
    id: MeetingId,
    today: Day,
) -> Result<Ahead, StoreError> {
    let mut statement = connection.prepare_cached("SELECT kind FROM meeting WHERE id = ?1")?;
    let kind = statement.query_row([id], |row| row.get::<_, String>(0)).optional()?;
    kind.and_then(|kind| MeetingKind::named(&kind))
        .map(|kind| ahead(connection, kind, today))
        .transpose()
        .map(Option::unwrap_or_default)
}

/// All open meetings.
pub(in crate::store) fn open(connection: &Connection) -> Result<Vec<MeetingId>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM meeting WHERE open = 1")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
