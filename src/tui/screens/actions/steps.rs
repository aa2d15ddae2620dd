//! The steps of a task's checklist, where one of them is selected on its page.

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, always, perform, selected_task};
use crate::domain::decide::{Command, EditSteps, StepAt, StepEdit};
use crate::domain::id::TaskId;
use crate::domain::subject::Kind;
use crate::tui::kit::key::{code, key};
use crate::tui::kit::overlay::Prompt;
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::tui::shell::page::Ticking;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "step.tick",
        keys: &[key(' ')],
        scope: Scope::Step,
        group: Group::Work,
        label: || words().act_tick(),
        doc: || words().act_tick_doc(),
        hint: Hint::First(0, always),
        bind: |app| ticking(app).map(tick),
    },
    Action {
        name: "step.rename",
        keys: &[key('e')],
        scope: Scope::Step,
        group: Group::Work,
        label: || words().act_step_rename(),
        doc: || words().act_step_rename_doc(),
        hint: Hint::Then(1, always),
        bind: rename,
    },
    Action {
        name: "step.remove",
        keys: &[code(KeyCode::Delete)],
        scope: Scope::Step,
        group: Group::Work,
        label: || words().act_step_remove(),
        doc: || words().act_step_remove_doc(),
        hint: Hint::Never,
        bind: |app| ticking(app).map(|step| perform(edit(step.task, StepEdit::Remove(step.at)))),
    },
    Action {
        name: "step.add",
        keys: &[key('I'), code(KeyCode::Insert)],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_step_add(),
        doc: || words().act_step_add_doc(),
        hint: Hint::Then(16, |app| !super::on_home(app)),
        bind: add,
    },
];

fn ticking(app: &App) -> Option<Ticking> {
    app.pages.last()?.ticking()
}

/// Ticks a step, or opens it again.
pub fn tick(step: Ticking) -> Run {
    let turn = if step.is_ticked { StepEdit::Open } else { StepEdit::Tick };
    perform(edit(step.task, turn(step.at)))
}

fn edit(task: TaskId, edit: StepEdit) -> Command {
    Command::EditSteps(EditSteps { task, edit })
}

fn rename(app: &App) -> Option<Run> {
    let Ticking { task, at, .. } = ticking(app)?;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().steps_ask_rename()).with(&at.text);
        ask::show(
            app,
            ask::text(prompt, move |_, text| ask::perform(edit(task, StepEdit::Rename(at.clone(), text)))),
        )
    }))
}

/// Below the step that is selected, else at the end of the list.
fn add(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    let after: Option<StepAt> = ticking(app).map(|step| step.at);
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().steps_ask_add())
            .hint(words().steps_ask_add_hint())
            .does(words().scr_form_add());
        ask::show(
            app,
            ask::text(prompt, move |_, text| {
                ask::perform(edit(task, StepEdit::Add { text, after: after.clone() }))
            }),
        )
    }))
}
