//! First hints: while the status line is quiet it says one thing that could be done here, to somebody who has not done
//! it yet. What was done once, or was said often enough, is never said again; `setara settings hints off` ends them.
//!
//! A new hint is a row of [`HINTS`].

use super::action;
use super::app::App;
use super::habits::Hints;
use super::status::Status;
use crate::domain::task::{Part, State};
use crate::store::TaskRow;
use crate::tui::screens::pane::Name;
use crate::words::words;

/// One thing to say.
struct First {
    /// The action that it leads to.
    action: &'static str,
    /// Where it helps.
    here: fn(&App) -> bool,
    /// The sentence, with the key in it.
    text: fn(String) -> String,
}

/// In the order in which they matter.
static HINTS: &[First] = &[
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

/// What is said now: the action, and the sentence.
pub fn hint(app: &App) -> Option<(&'static str, String)> {
    // The tutor says it, step by step.
    if app.habits.tutor.is_some() {
        return None;
    }
    if app.habits.hints == Hints::Off || app.status != Status::Quiet || app.question.is_some() {
        return None;
    }
    let fits = |name: &str| action::fitting(app).any(|(action, _)| action.name == name);
    let first = HINTS
        .iter()
        .filter(|first| !app.habits.knows(first.action))
        .find(|first| (first.here)(app) && fits(first.action))?;
    let key = action::key_of(first.action);
    (!key.is_empty()).then(|| (first.action, (first.text)(key)))
}

/// Whether anybody would ever be told of an action.
pub fn tells_of(name: &str) -> bool {
    HINTS.iter().any(|first| first.action == name)
}

fn at(app: &App, name: Name) -> bool {
    app.pages.is_empty() && app.home.focus == name
}

fn selected(app: &App) -> Option<&TaskRow> {
    at(app, Name::Owns).then(|| app.home.owns.selected())?
}

fn nobody_leads(app: &App) -> bool {
    selected(app).is_some_and(|row| row.claims.iter().all(|claim| claim.part != Part::Lead))
}

fn mine(app: &App, state: State) -> bool {
    let Some((me, row)) = app.facts.my_id().zip(selected(app)) else { return false };
    row.state == state && row.claims.iter().any(|claim| claim.part == Part::Lead && claim.member == me)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing::demo;

    #[test]
    fn every_hint_leads_to_an_action_with_a_key() {
        for first in HINTS {
            assert!(!action::key_of(first.action).is_empty(), "{}", first.action);
        }
    }

    #[test]
    fn a_hint_goes_away_once_it_was_done() {
        let mut desk = demo(120, 40);
        desk.hints();
        desk.press("f");
        assert!(desk.says().starts_with("c takes the lead"), "{}", desk.says());
        desk.press("c u f f");
        assert!(!desk.says().contains("takes the lead"), "{}", desk.says());
        assert!(desk.says().starts_with("Enter opens"), "{}", desk.says());
    }

    #[test]
    fn a_hint_that_nobody_takes_goes_away_too() {
        let mut desk = demo(120, 40);
        desk.hints();
        for _ in 0..12 {
            desk.press("4 2");
        }
        assert!(!desk.says().starts_with("Enter opens"), "{}", desk.says());
    }

    #[test]
    fn hints_that_are_off_say_nothing() {
        assert_eq!(demo(120, 40).press("f").says(), "");
    }
}
