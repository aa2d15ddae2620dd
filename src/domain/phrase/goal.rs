//! What happened to a goal, in a sentence.

use super::{Say, Sentence, changes, thing, titled, with_text, with_text_or_title};
use crate::domain::event::GoalEvent;
use crate::domain::goal::GoalState;
use crate::domain::spoken;
use crate::words::words;

impl Say for GoalEvent {
    fn say(&self, sentence: &Sentence<'_>) -> String {
        let words = words();
        let Sentence { record, who, names } = *sentence;
        let it = sentence.it();
        let date = |day| sentence.date(day);
        match self {
            GoalEvent::Added(e) => {
                let goal = thing(names, record.subject, &e.title);
                if e.source.is_some() || e.at.is_some() {
                    words.phrase_brought_in(who, goal)
                } else {
                    words.phrase_goal_added(who, goal)
                }
            }
            GoalEvent::Edited(e) => {
                let changes = changes::of(e, names, record.at.day());
                with_text(words.phrase_goal_changed(who, it), Some(&changes))
            }
            GoalEvent::Read(e) => {
                let read = words.phrase_goal_read(who, spoken::number(e.value), it);
                let other_day = (e.date != record.at.day()).then(|| date(e.date));
                titled(
                    other_day.map_or(read.clone(), |day| words.phrase_on(read, day)),
                    names,
                    record.subject,
                )
            }
            GoalEvent::Moved(e) => {
                let moved = match e.to {
                    GoalState::Proposed => words.phrase_goal_proposed(who, it),
                    GoalState::Active => words.phrase_goal_active(who, it),
                    GoalState::Met => words.phrase_goal_met(who, it),
                    GoalState::Missed => words.phrase_goal_missed(who, it),
                    GoalState::Dropped => words.phrase_goal_dropped(who, it),
                };
                with_text_or_title(moved, e.reason.as_deref(), names, record.subject)
            }
        }
    }
}
