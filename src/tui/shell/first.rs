//! First hints: while the status line is quiet it says one thing that could be done here, to somebody who has not done
//! it yet. What was done once, or was said often enough, is never said again; `setara settings hints off` ends them.
//!
//! A new hint is a row of `screens::hints`.

use super::action;
use super::app::App;
use super::habits::Hints;
use super::status::Status;

/// One thing to say.
#[derive(Debug)]
pub struct First {
    /// The action that it leads to.
    pub action: &'static str,
    /// Where it helps.
    pub here: fn(&App) -> bool,
    /// The sentence, with the key in it.
    pub text: fn(String) -> String,
}

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
    let first = app
        .habits
        .firsts
        .iter()
        .filter(|first| !app.habits.knows(first.action))
        .find(|first| (first.here)(app) && fits(first.action))?;
    let key = action::key_of(first.action);
    (!key.is_empty()).then(|| (first.action, (first.text)(key)))
}

/// Whether anybody would ever be told of an action.
pub fn tells_of(app: &App, name: &str) -> bool {
    app.habits.firsts.iter().any(|first| first.action == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing::demo;

    #[test]
    fn every_hint_leads_to_an_action_with_a_key() {
        for first in crate::tui::screens::screens().hints {
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
