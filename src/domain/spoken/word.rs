//! What tables, exports and commands keep as a word of their own, in the language that is spoken.
//!
//! A word that is not known here, written by a later version, is said as it is.

use crate::domain::subject::Kind;
use crate::words::words;

/// The state of a goal.
pub fn goal_state(state: &str) -> String {
    match state {
        "proposed" => words().page_goal_proposed(),
        "active" => words().page_goal_active(),
        "met" => words().page_goal_met(),
        "missed" => words().page_goal_missed(),
        "dropped" => words().page_goal_dropped(),
        other => other.to_owned(),
    }
}

/// How far ahead a goal lies.
pub fn horizon(horizon: &str) -> String {
    match horizon {
        "long" => words().phrase_horizon_long(),
        "short" => words().phrase_horizon_short(),
        other => other.to_owned(),
    }
}

/// The state of a role.
pub fn role_state(state: &str) -> String {
    match state {
        "draft" => words().phrase_role_draft(),
        "active" => words().phrase_role_active(),
        "retired" => words().phrase_role_retired(),
        other => other.to_owned(),
    }
}

/// What a finding was settled as.
pub fn verdict(verdict: &str) -> String {
    match verdict {
        "fixed" => words().page_settled_fixed(),
        "fine" => words().page_settled_fine(),
        "tension" => words().page_settled_tension(),
        other => other.to_owned(),
    }
}

/// What something on the board is.
pub fn kind(kind: Kind) -> String {
    match kind {
        Kind::Task => words().page_kind_task(),
        Kind::Role => words().page_kind_role(),
        Kind::Goal => words().page_kind_goal(),
        Kind::Member => words().page_kind_member(),
        Kind::Thanks => words().kind_thanks(),
        Kind::Settlement => words().kind_finding(),
        Kind::Board => words().kind_board(),
    }
}

/// That nothing of a kind is called so, and what can be typed instead.
pub fn none_called(kind: Kind, word: &str) -> (String, String) {
    let words = words();
    match kind {
        Kind::Task => (words.error_no_task(word), words.error_no_task_hint(word)),
        Kind::Role => (words.error_no_role(word), words.error_no_role_hint(word)),
        Kind::Goal => (words.error_no_goal(word), words.error_no_goal_hint(word)),
        Kind::Member => (words.error_no_member(word), words.error_no_member_hint(word)),
        Kind::Thanks | Kind::Settlement | Kind::Board => nothing_called(word),
    }
}

/// The same, whatever its kind.
pub fn nothing_called(word: &str) -> (String, String) {
    (words().out_no_match(word), words().out_no_match_hint(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::goal::{GoalState, Horizon};
    use crate::domain::role::RoleState;
    use crate::domain::settlement::Verdict;
    use crate::words::{Language, speaking};

    #[test]
    fn every_word_of_a_table_is_said_in_indonesian() {
        let goals =
            [GoalState::Proposed, GoalState::Active, GoalState::Met, GoalState::Missed, GoalState::Dropped];
        let said = speaking(Language::Indonesian, || {
            let mut said = goals.map(|state| (state.as_str(), goal_state(state.as_str()))).to_vec();
            let roles = [RoleState::Draft, RoleState::Active, RoleState::Retired];
            said.extend(roles.map(|state| (state.as_str(), role_state(state.as_str()))));
            said.extend([Horizon::Long, Horizon::Short].map(|far| (far.as_str(), horizon(far.as_str()))));
            let verdicts = [Verdict::Fixed, Verdict::Fine, Verdict::Tension];
            said.extend(verdicts.map(|word| (word.as_str(), verdict(word.as_str()))));
            said
        });
        for (word, said) in said {
            assert_ne!(word, said);
        }
    }
}
