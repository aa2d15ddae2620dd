//! Of two of the same one is made: a task or a role goes on in another one. What binds others is offered to them.

use super::{Action, Group, Hint, Run, Scope, selected};
use crate::domain::id::{RoleId, SubjectId, TaskId};
use crate::domain::subject::Kind;
use crate::session::Error;
use crate::tui::screens::choices;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "task.merge",
        keys: &[],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_merge_task(),
        doc: || words().act_merge_task_doc(),
        hint: Hint::Never,
        bind: |app| selected::<TaskId>(app).map(|task| into(task.into(), &[Kind::Task])),
    },
    Action {
        name: "role.merge",
        keys: &[],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_merge_task(),
        doc: || words().act_merge_role_doc(),
        hint: Hint::Never,
        bind: |app| selected::<RoleId>(app).map(|role| into(role.into(), &[Kind::Role])),
    },
];

/// Asks in which other one it goes on.
fn into(merged: SubjectId, kinds: &'static [Kind]) -> Run {
    Box::new(move |_| {
        ask::with_board(move |session, _| {
            let names = session.board().names([merged])?;
            let first = kinds.iter().map(|kind| choices::of(session, *kind, Some(merged)));
            let first = first.collect::<Result<Vec<_>, Error>>()?.concat();
            let title = words().scr_ask_merge_into(called(&names, merged));
            let search = choices::search(kinds).without(Some(merged));
            Ok(ask::pick_found(title, first, search, move |_, pick| match pick {
                Pick::Subject(into) => merge(merged, into.id),
                _ => Vec::new(),
            }))
        })
    })
}

/// What is merged by this is said before, and who has to say yes is asked by it.
fn merge(merged: SubjectId, into: SubjectId) -> Vec<Effect> {
    ask::run(move |session| {
        let way = session.merging(merged, into)?.ok_or_else(ask::gone)?;
        session.take_way(way, None)
    })
}

fn called(names: &crate::domain::names::Names, id: SubjectId) -> String {
    if names.is_called_by_name(id) { names.name(id).to_owned() } else { names.handle(id).to_owned() }
}
