//! What a typed word means where it may be a task, a role, a goal or a person.

use super::desk::short;
use super::stop::Stop;
use crate::domain::folding::folded;
use crate::domain::id::SubjectId;
use crate::domain::subject::Kind;
use crate::session::Session;
use crate::store::Match;
use crate::words::words;

/// The one thing that a word means. A handle of a task comes first, unless somebody or something bears exactly that
/// name: "budi" could be both.
pub fn find(session: &Session, word: &str) -> Result<(SubjectId, Kind), Stop> {
    let board = session.board();
    let tasks = board.find_tasks(word)?;
    let mut others = Vec::new();
    others.extend(as_subjects(board.find_roles(word)?, Kind::Role));
    others.extend(as_subjects(board.find_goals(word)?, Kind::Goal));
    others.extend(as_subjects(board.find_members(word)?, Kind::Member));
    let exact: Vec<_> = others.iter().filter(|(found, _)| folded(&found.name) == folded(word)).collect();
    let is_task = tasks.iter().any(|task| task.handle == word);
    match exact.as_slice() {
        [(only, kind)] if !is_task => return Ok((only.id, *kind)),
        _ if !tasks.is_empty() => return Ok((session.task(word)?.into(), Kind::Task)),
        _ => {}
    }
    match others.as_slice() {
        [] => Err(Stop::refused(words().out_no_match(short(word)), words().out_no_match_hint(short(word)))),
        [(only, kind)] => Ok((only.id, *kind)),
        several => {
            let names = several.iter().map(|(found, _)| format!("{} ({})", found.name, found.handle));
            let names = names.collect::<Vec<_>>().join(", ");
            Err(Stop::refused(words().error_ambiguous(short(word), names), words().error_ambiguous_hint()))
        }
    }
}

fn as_subjects<I: Into<SubjectId>>(
    found: Vec<Match<I>>,
    kind: Kind,
) -> impl Iterator<Item = (Match<SubjectId>, Kind)> {
    found.into_iter().map(move |one| (Match { id: one.id.into(), handle: one.handle, name: one.name }, kind))
}
