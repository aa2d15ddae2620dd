//! Learning by doing: the tutor, and its steps.

use super::{Action, Group, Hint, Run, Scope};
use crate::tui::kit::key::key;
use crate::tui::shell::app::{App, Request};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::tutor;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "tutor.skip",
        keys: &[key(')')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_tutor_skip(),
        doc: || words().act_tutor_skip_doc(),
        hint: Hint::Then(0, |_| true),
        bind: |app| step(app, 1),
    },
    Action {
        name: "tutor.before",
        keys: &[key('(')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_tutor_before(),
        doc: || words().act_tutor_before_doc(),
        hint: Hint::Never,
        bind: |app| step(app, -1),
    },
    Action {
        name: "tutor",
        keys: &[],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_tutor(),
        doc: || words().act_tutor_doc(),
        hint: Hint::Never,
        bind: start,
    },
];

fn start(app: &App) -> Option<Run> {
    app.habits.tutor.is_none().then(|| Box::new(|_: &mut App| vec![Effect::Request(Request::Learn)]) as Run)
}

fn step(app: &App, by: isize) -> Option<Run> {
    let place = app.habits.tutor.as_ref()?.place();
    let makes_sense = match by {
        1 => place.is_some(),
        _ => place.is_none_or(|(at, _)| at > 1),
    };
    makes_sense.then(|| {
        Box::new(move |app: &mut App| {
            tutor::go(app, by);
            Vec::new()
        }) as Run
    })
}
