//! What is said once, while the status line is quiet, to somebody who has not done it yet. A new hint is a row.

use super::pane::Name;
use crate::domain::task::{Part, State};
use crate::store::TaskRow;
use crate::tui::shell::app::App;
use crate::tui::shell::first::First;
use crate::words::words;

/// In the order in which they matter.
pub static HINTS: &[First] = &[
    First { action: "task.claim", here: nobody_leads, text: |key| words().first_claim(key) },
    First {
        action: "finding.settle",
        here: |app| at(app, Name::Findings),
        text: |key| words().first_settle(key),
    },
    First { action: "task.clear", here: |app| at(app, Name::Blockers), text: |key| words().first_clear(key) },
    First { action: "goal.read", here: |app| at(app, Name::Goals), text: |key| words().first_read(key) },
    First { action: "open", here: |app| app.pages.is_empty(), text: |key| words().first_open(key) },
    First { action: "back", here: |app| !app.pages.is_empty(), text: |key| words().first_back(key) },
    First { action: "task.on", here: |app| mine(app, State::Open), text: |key| words().first_on(key) },
    First { action: "task.done", here: |app| mine(app, State::Doing), text: |key| words().first_done(key) },
    First { action: "task.block", here: |app| mine(app, State::Doing), text: |key| words().first_block(key) },
    First { action: "pane.next", here: |app| app.pages.is_empty(), text: |key| words().first_pane(key) },
    First { action: "filter", here: |app| at(app, Name::Owns), text: |key| words().first_filter(key) },
    First { action: "palette", here: |_| true, text: |key| words().first_palette(key) },
];

fn at(app: &App, name: Name) -> bool {
    app.pages.is_empty() && app.home().focus == name
}

fn selected(app: &App) -> Option<&TaskRow> {
    at(app, Name::Owns).then(|| app.home().owns.selected())?
}

fn nobody_leads(app: &App) -> bool {
    selected(app).is_some_and(|row| row.claims.iter().all(|claim| claim.part != Part::Lead))
}

fn mine(app: &App, state: State) -> bool {
    let Some((me, row)) = app.overview.my_id().zip(selected(app)) else { return false };
    row.state == state && row.claims.iter().any(|claim| claim.part == Part::Lead && claim.member == me)
}
