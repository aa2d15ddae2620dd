//! What a file's source said last of a subject: the fold of the records alone that were brought from there.
//!
//! Nothing keeps that besides the journal. A record is a source's where it bears its key: the one that made the subject as
//! `source`, all later ones as `from`. What hangs on a task (a claim, a remark) bears none where its task was brought with
//! it, and is then of whoever brought the task.

use super::{Import, own_id};
use crate::domain::event::Event;
use crate::domain::id::SubjectId;
use crate::domain::record::Record;
use crate::domain::subject::Subject;
use crate::session::Error;
use crate::session::journal_lines::source;

impl Import<'_, '_> {
    /// `None` where nothing came from there: then it is of somebody here, whatever the file says.
    pub fn said(&self, id: SubjectId, key: &str) -> Result<Option<Subject>, Error> {
        Ok(self.writing.folded_from(id, |record| is_said(record, id, key))?)
    }
}

/// Whether a record was brought from the source that knows the subject `id` under `key`.
pub fn is_said(record: &Record, id: SubjectId, key: &str) -> bool {
    let Some(event) = &record.event else { return false };
    if matches!(event, Event::Undone(_)) {
        return true;
    }
    let facts = event.facts();
    if !facts.is_imported() {
        return false;
    }
    if facts.makes_subject {
        // A board's own id is the key of whatever it hands out.
        return own_id(key).map(SubjectId) == Some(id) || source(event) == Some(key);
    }
    facts.from.is_none_or(|from| from == key)
}
