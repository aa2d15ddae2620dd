//! The actions, in tables by what they are about. A new one is a row in one of these files.

mod agreements;
mod blockers;
mod board;
mod buddies;
mod claims;
mod copying;
mod decisions;
mod going;
mod learning;
mod listing;
mod marking;
pub mod meetings;
mod merging;
mod replay;
mod roles;
mod saved;
mod screens;
mod several;
pub mod sizes;
mod stage;
pub mod steps;
mod tensions;
pub(super) mod things;
mod work;
mod writing;

use super::pane::Name;
use crate::tui::shell::action::{
    Action, Group, Hint, Run, Scope, always, at_task, go, key_of, marked, my_part, on_home, on_tasks,
    perform, row, rows, selected, selected_task, selection, tasks,
};
use crate::tui::shell::app::App;
use crate::words::words;

/// Every action, in the order of the palette and of the list of keys.
pub static TABLES: &[&[Action]] = &[
    claims::ACTIONS,
    work::ACTIONS,
    steps::ACTIONS,
    blockers::ACTIONS,
    marking::ACTIONS,
    writing::ACTIONS,
    things::ACTIONS,
    tensions::ACTIONS,
    agreements::ACTIONS,
    decisions::ACTIONS,
    buddies::ACTIONS,
    merging::ACTIONS,
    roles::ACTIONS,
    meetings::ACTIONS,
    stage::ACTIONS,
    replay::ACTIONS,
    board::ACTIONS,
    listing::ACTIONS,
    saved::ACTIONS,
    screens::ACTIONS,
    learning::ACTIONS,
    copying::ACTIONS,
    sizes::ACTIONS,
    going::ACTIONS,
];

/// The title of a question, which says of how many tasks it is where several are marked.
fn titled(app: &App, title: String) -> String {
    match marked(app) {
        [] => title,
        rows => words().mark_asks(title, rows.len()),
    }
}

/// Whether what one looks at is a task's own, or asks about a task whose line is loaded: then the keys that answer it are
/// said.
fn at_task_or_finding(app: &App) -> bool {
    at_task(app) || at_finding(app)
}

/// Whether a finding about a task is what one looks at, where the task's line is loaded.
fn at_finding(app: &App) -> bool {
    on_home(app) && app.home().focus == Name::Findings && row(app).is_some()
}

/// Whether a blocker is what one looks at, or a finding about a task that something stops.
fn at_blocked(app: &App) -> bool {
    at_blocker(app) || (at_finding(app) && row(app).is_some_and(|row| row.blocked > 0))
}

/// Whether a blocker is what one looks at.
fn at_blocker(app: &App) -> bool {
    on_home(app) && app.home().focus == Name::Blockers
}
