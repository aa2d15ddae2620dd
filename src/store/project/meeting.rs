//! The rows of meetings.

use rusqlite::{Connection, params};

use super::{Layout, Reference, Stored};
use crate::domain::meeting::{How, Meeting};
use crate::store::StoreError;

impl Stored for Meeting {
    const LAYOUT: Layout = Layout {
        each: Some(("meeting", "started, id")),
        tables: &[
            ("meeting", "id"),
            ("meeting_member", "meeting, member"),
            ("meeting_topic", "record"),
            ("meeting_taken", "meeting, record"),
            ("meeting_action", "meeting, task"),
        ],
        references: &[
            // Who was there was there, whether or not they are still on the board.
            Reference::loose("meeting", "author"),
            Reference::needs("meeting", "id", "went_into"),
            Reference::loose("meeting_member", "member"),
            Reference::needs("meeting_topic", "meeting", "about"),
            Reference::loose("meeting_topic", "author"),
            Reference::needs("meeting_taken", "meeting", "becomes"),
            Reference::needs("meeting_action", "meeting", "task"),
        ],
    };

    fn write(&self, _: Option<&Meeting>, connection: &Connection) -> Result<(), StoreError> {
        let Some(origin) = self.origin else { return Ok(()) };
        connection.prepare_cached("DELETE FROM meeting WHERE id = ?1")?.execute([self.id])?;
        connection.prepare_cached("INSERT INTO meeting VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)")?.execute(
            params![
                self.id,
                self.kind.as_str(),
                origin.by,
                origin.at,
                self.ended,
                self.latest,
                self.went_into,
                self.is_open(),
                self.source,
            ],
        )?;
        let mut members =
            connection.prepare_cached("INSERT INTO meeting_member VALUES (?1,?2,?3,?4,?5,?6)")?;
        for member in self.members() {
            let next = match self.next_chair.get() {
                _ if self.not_next.contains(&member) => -1,
                next => i64::from(next == Some(&member)),
            };
            members.execute(params![
                self.id,
                member,
                self.is_present(member),
                self.how(member).map(How::as_str),
                self.chaired.contains(&member),
                next,
            ])?;
        }
        let mut topics = connection.prepare_cached("INSERT INTO meeting_topic VALUES (?1,?2,?3,?4,?5,?6)")?;
        for topic in &self.topics {
            topics.execute(params![topic.id, self.id, topic.text, topic.about, topic.by, topic.at])?;
        }
        let mut taken = connection.prepare_cached("INSERT INTO meeting_taken VALUES (?1,?2,?3,?4)")?;
        for one in &self.taken {
            taken.execute(params![one.id, self.id, one.topic, one.becomes])?;
        }
        let mut actions = connection.prepare_cached("INSERT INTO meeting_action VALUES (?1,?2,?3)")?;
        for one in &self.cards.actions {
            actions.execute(params![self.id, one.task, one.at])?;
        }
        Ok(())
    }
}
