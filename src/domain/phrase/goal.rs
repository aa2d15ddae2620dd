//! What happened to a goal, in a sentence.

use super::{Say, Sentence, changes, told, with_text};
use crate::domain::event::GoalEvent;
use crate::domain::goal::GoalState;
use crate::domain::spoken;
use crate::words::words;

impl Say for GoalEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { record, who, names, .. } = *sentence;
        let it = sentence.it();
        let date = |day| sentence.date(day);
        match self {
            GoalEvent::Added(e) => {
                let goal = sentence.introduced(&e.title);
                if e.source.is_some() || e.at.is_some() {
                    words.phrase_brought_in(who, goal)
                } else {
                    words.phrase_added(who, goal)
                }
            }
            GoalEvent::Edited(e) => {
                let changes = changes::of(e, names, record.at.day());
                // Nobody is known to have done what a newer file has otherwise.
                let changed = match e.from.is_some() && e.by.is_none() {
                    true => words.phrase_brought_in_change(who, it),
                    false => words.phrase_changed(who, it),
                };
                told(changed, Some(&changes))
            }
            GoalEvent::Read(e) => {
                let read = words.phrase_goal_read(who, spoken::number(e.value), it);
                let other_day = (e.date != record.at.day()).then(|| date(e.date));
                other_day.map_or(read.clone(), |day| words.phrase_on(read, day))
            }
            GoalEvent::Moved(e) if e.from.is_some() && e.by.is_none() => {
                let state = spoken::word::goal_state(e.to.as_str());
                with_text(words.phrase_brought_in_move(who, it, state), e.reason.as_deref())
            }
            GoalEvent::Moved(e) => {
                let moved = match e.to {
                    GoalState::Proposed => words.phrase_goal_proposed(who, it),
                    GoalState::Active => words.phrase_goal_active(who, it),
                    GoalState::Met => words.phrase_goal_met(who, it),
                    GoalState::Missed => words.phrase_goal_missed(who, it),
                    GoalState::Dropped => words.phrase_goal_dropped(who, it),
                };
                with_text(moved, e.reason.as_deref())
            }
        }
    }
}
