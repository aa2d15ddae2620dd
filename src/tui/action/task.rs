//! What one does with a task.

use std::rc::Rc;

use super::{Action, Group, Hint, Run, Scope, hand};
use crate::domain::decide::{Claim, ClaimAs, Command};
use crate::domain::id::TaskId;
use crate::tui::app::App;
use crate::tui::desk::{After, Effect};
use crate::tui::hand::Hand;
use crate::tui::key::key;
use crate::words::words;

pub static ACTIONS: &[Action] = &[Action {
    name: "task.claim",
    keys: &[key('c')],
    scope: Scope::Task,
    group: Group::Work,
    label: || words().act_claim(),
    doc: || words().act_claim_doc(),
    hint: Hint::At(10),
    bind: |app| on_task(app, |task| Command::Claim(Claim { task, part: ClaimAs::Lead })),
}];

fn on_task(app: &App, command: fn(TaskId) -> Command) -> Option<Run> {
    let Hand::Task(task) = hand(app) else { return None };
    Some(perform(command(task)))
}

/// Does what a command says, and says the sentence that the command would say.
fn perform(command: Command) -> Run {
    Box::new(move |_| vec![Effect::Do(Rc::new(move |session| session.perform(&command)), After::Undo)])
}
