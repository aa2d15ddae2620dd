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
    words().kind(kind.as_str())
}

/// That nothing of a kind is called so, and what can be typed instead; of several kinds where it is `None`.
pub fn none_called(kind: Option<Kind>, word: &str) -> (String, String) {
    let kind = kind.map_or("any", Kind::as_str);
    (words().none_called(kind, word), words().none_called_hint(kind, word))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::goal::{GoalState, Horizon};
    use crate::domain::role::RoleState;
    use crate::domain::settlement::Verdict;
    use crate::domain::subject::CalledBy;
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

    #[test]
    fn every_kind_has_a_word_of_its_own() {
        for language in [Language::English, Language::Indonesian] {
            speaking(language, || {
                let said: HashSet<String> = Kind::ALL.iter().map(|one| kind(*one)).collect();
                assert_eq!(said.len(), Kind::ALL.len(), "{said:?}");
                assert!(!said.contains(&words().kind("of tomorrow")));
            });
        }
    }

    #[test]
    fn what_is_called_by_nobody_of_a_kind_is_told_of_that_kind() {
        let any = none_called(None, "x");
        for kind in Kind::ALL.iter().filter(|kind| kind.called_by() != CalledBy::Nothing) {
            assert_ne!(none_called(Some(*kind), "x"), any, "{kind:?}");
        }
    }
}
