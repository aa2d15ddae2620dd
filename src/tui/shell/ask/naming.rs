//! What things are called in the title of a question.

use crate::domain::id::{SubjectId, TaskId};
use crate::session::{Error, Session};
use crate::words::words;

/// How something is called: a task by its handle, all else by its name.
pub fn called(session: &Session, id: SubjectId) -> Result<String, Error> {
    let names = session.board().names([id])?;
    Ok(names.name(id).to_owned())
}

/// A task's handle.
fn handle(session: &Session, task: TaskId) -> Result<String, Error> {
    Ok(session.board().task_handle(task)?)
}

/// The handles of tasks, one after the other.
pub fn handles(session: &Session, tasks: &[TaskId]) -> Result<String, Error> {
    const NAMED: usize = 5;
    let named = tasks.iter().take(NAMED).map(|task| handle(session, *task));
    let named = named.collect::<Result<Vec<_>, _>>()?.join(", ");
    Ok(match tasks.len().saturating_sub(NAMED) {
        0 => named,
        more => words().phrase_and_more(named, more),
    })
}
