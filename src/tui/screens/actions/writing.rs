//! Writing things down: tasks, goals, roles, and what they say.

use super::{Action, Group, Hint, Run, Scope, row, selected_task, selection};
use crate::domain::decide::{Command, EditTask, Remark};
use crate::domain::spoken;
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::Prompt;
use crate::tui::screens::forms;
use crate::tui::screens::pane::Name;
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::tui::shell::selection::Selection;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "new",
        keys: &[key('n')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_new(),
        doc: || words().act_new_doc(),
        // On a page, and among questions, what is new is not of what one sees.
        hint: Hint::Then(20, |app| {
            super::on_home(app) && matches!(app.home().focus, Name::Goals | Name::Owns | Name::Roles)
        }),
        bind: |app| Some(new(app)),
    },
    Action {
        name: "task.edit",
        keys: &[key('e')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_edit_title(),
        doc: || words().act_edit_title_doc(),
        hint: Hint::Never,
        bind: edit_title,
    },
    Action {
        name: "edit",
        keys: &[key('E')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_edit(),
        doc: || words().act_edit_doc(),
        hint: Hint::Never,
        bind: edit,
    },
    Action {
        name: "task.due",
        keys: &[key('D')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_due(),
        doc: || words().act_due_doc(),
        hint: Hint::Never,
        bind: due,
    },
    Action {
        name: "task.next",
        keys: &[key('N')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_next_action(),
        doc: || words().act_next_action_doc(),
        hint: Hint::Never,
        bind: next,
    },
    Action {
        name: "task.remark",
        keys: &[key('w')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_remark(),
        doc: || words().act_remark_doc(),
        hint: Hint::Never,
        bind: remark,
    },
];

/// What is new depends on where one is: a goal among goals, a role among roles, else a task.
fn new(app: &App) -> Run {
    let form = match (app.home().focus, super::on_home(app)) {
        (Name::Goals, true) => forms::new_goal,
        (Name::Roles, true) => forms::new_role,
        _ => forms::new_task,
    };
    Box::new(move |_| ask::with_board(form))
}

fn edit_title(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    let title = row(app).map(|row| row.title.clone());
    Some(Box::new(move |_| {
        ask::with_board(move |session, _| {
            let title = match &title {
                Some(title) => title.clone(),
                None => ask::called(session, task.into())?,
            };
            let prompt = Prompt::new(words().scr_ask_title()).with(&title);
            Ok(ask::text(prompt, move |_, title| {
                let edit = crate::domain::event::TaskEdited { title: Some(title), ..EditTask::NOTHING };
                ask::perform(Command::EditTask(EditTask { task, edit }))
            }))
        })
    }))
}

/// Everything that it says, in a form.
fn edit(app: &App) -> Option<Run> {
    match selection(app) {
        Selection::Task(task) => Some(Box::new(move |_| {
            ask::with_board(move |session, overview| forms::edit_task(session, overview, task))
        })),
        Selection::Goal(goal) => Some(Box::new(move |_| {
            ask::with_board(move |session, overview| forms::edit_goal(session, overview, goal))
        })),
        Selection::Role(role) => Some(Box::new(move |_| {
            ask::with_board(move |session, overview| forms::edit_role(session, overview, role))
        })),
        Selection::Member(member) if app.overview.my_id() == Some(member) => {
            Some(Box::new(|_| ask::with_board(forms::edit_me)))
        }
        Selection::Member(_) | Selection::Nothing => None,
    }
}

fn due(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    let today = app.overview.today;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_due()).hint(words().scr_ask_due_hint()).may_be_empty();
        ask::show(
            app,
            ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
                let day = match text.as_str() {
                    "" => None,
                    text => match spoken::parse_day(text, today) {
                        Some(day) => Some(day),
                        None => return ask::no_day(app),
                    },
                };
                let edit = crate::domain::event::TaskEdited { due: Some(day), ..EditTask::NOTHING };
                ask::perform(Command::EditTask(EditTask { task, edit }))
            }),
        )
    }))
}

fn next(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    let now = row(app).and_then(|row| row.next.clone()).unwrap_or_default();
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_next()).with(&now).may_be_empty();
        ask::show(
            app,
            ask::text(prompt, move |_, next| {
                let next = Some(next).filter(|next| !next.is_empty());
                let edit = crate::domain::event::TaskEdited { next: Some(next), ..EditTask::NOTHING };
                ask::perform(Command::EditTask(EditTask { task, edit }))
            }),
        )
    }))
}

fn remark(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_remark()).does(words().act_remark());
        ask::show(app, ask::text(prompt, move |_, text| ask::perform(Command::Remark(Remark { task, text }))))
    }))
}
