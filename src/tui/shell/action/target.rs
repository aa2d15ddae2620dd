//! On what the keys act: the subject that is selected, or the tasks that are marked.

use super::{App, Run};
use crate::domain::decide::Command;
use crate::domain::id::{SubjectRef, TaskId, TypedId};
use crate::domain::task::Part;
use crate::store::{OfferRow, TaskRow};
use crate::tui::shell::ask;
use crate::tui::shell::marked::together;
use crate::tui::shell::status::Status;

/// What the keys act on now.
pub fn selection(app: &App) -> Option<SubjectRef> {
    app.top().selection()
}

/// The same, where it is of the kind that such an id is of.
pub fn selected<I: TypedId>(app: &App) -> Option<I> {
    selection(app)?.typed()
}

/// Whether the panes are what one looks at.
pub fn on_home(app: &App) -> bool {
    app.pages.is_empty()
}

pub fn selected_task(app: &App) -> Option<TaskId> {
    selected(app)
}

/// The tasks that are marked.
pub fn marked(app: &App) -> &[TaskRow] {
    app.top().marked()
}

/// The tasks on which the keys act: all that are marked, else the one that is selected.
pub fn tasks(app: &App) -> Option<Vec<TaskId>> {
    match marked(app) {
        [] => Some(vec![selected_task(app)?]),
        rows => Some(rows.iter().map(|row| row.id).collect()),
    }
}

/// On what the keys act, as one would call it.
pub fn held(app: &App) -> Option<String> {
    match marked(app) {
        [] => app.top().held(&app.overview).filter(|_| selection(app).is_some()),
        rows => Some(together(rows)),
    }
}

/// The lines of these tasks, as far as they are loaded.
pub fn rows(app: &App) -> Vec<&TaskRow> {
    match marked(app) {
        [] => row(app).into_iter().collect(),
        rows => rows.iter().collect(),
    }
}

/// The line of the selected task, if it is among those that are loaded; what cannot be seen is not ruled out. Where several
/// are marked no line is that on which the keys act.
pub fn row(app: &App) -> Option<&TaskRow> {
    if !marked(app).is_empty() {
        return None;
    }
    let task = selected_task(app)?;
    match app.pages.last() {
        Some(page) => {
            let held = app.overview.selected_row.as_ref().filter(|row| row.id == task);
            page.row().or(held).or_else(|| app.base.find(task))
        }
        None => app.base.find(task),
    }
}

/// The selected task of which no line is loaded.
pub fn unread(app: &App) -> Option<TaskId> {
    let task = selected_task(app)?;
    let page = app.pages.last()?;
    let is_held = app.overview.selected_row.as_ref().is_some_and(|row| row.id == task);
    (page.row().is_none() && !is_held).then_some(task)
}

/// What one promised about the selected task.
pub fn my_part(app: &App) -> Option<Part> {
    let me = app.overview.my_id()?;
    row(app)?.claims.iter().find(|claim| claim.member == me).map(|claim| claim.part)
}

/// Does the same to each task on which the keys act.
pub fn on_tasks(app: &App, command: fn(TaskId) -> Command) -> Option<Run> {
    let tasks = tasks(app)?;
    Some(Box::new(move |_| ask::perform_each(tasks, command)))
}

/// The offer that the keys answer: that of the selected task, or else the one that the status line names.
pub fn offer(app: &App) -> Option<&OfferRow> {
    let offers = &app.overview.offers;
    let selected = selected_task(app).and_then(|task| app.overview.offer_of(task));
    selected.or_else(|| offers.first().filter(|_| app.status == Status::Quiet))
}

/// Does what a command says, and says the sentence that the command would say.
pub fn perform(command: Command) -> Run {
    Box::new(move |_| ask::perform(command))
}
