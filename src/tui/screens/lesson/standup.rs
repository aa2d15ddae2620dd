//! The second lesson: to run a stand-up, in three minutes.

use crate::domain::event::{Event, MeetingEvent, TaskEvent};
use crate::domain::meeting::{How, Step as Place};
use crate::tui::shell::app::App;
use crate::tui::shell::page::MeetingTurn;
use crate::tui::shell::tutor::{Lesson, Step};
use crate::words::words;

pub static LESSON: Lesson = Lesson {
    steps: STEPS,
    card: || words().tut_standup_card(),
    known: || words().tut_standup_card_known(),
    own: || words().tut_standup_card_own(),
    commands: || {
        vec![
            (words().tut_standup_card_terms(), words().tut_standup_card_terms_does()),
            (words().tut_standup_card_last(), words().tut_standup_card_last_does()),
        ]
    },
};

/// From its beginning to what came of it.
static STEPS: &[Step] = &[
    Step {
        does: |key| words().tut_standup_begin(key("meeting.standup")),
        why: || words().tut_standup_begin_why(),
        well: || words().tut_standup_begin_well(),
        done: |app, _| turn(app).is_some_and(|turn| turn.is_open),
    },
    Step {
        does: |key| words().tut_standup_next(key("meeting.next")),
        why: || words().tut_standup_next_why(),
        well: || words().tut_standup_next_well(),
        done: |app, _| is_at(app, Place::Walk),
    },
    Step {
        does: |key| words().tut_standup_walk(key("task.remark")),
        why: || words().tut_standup_walk_why(),
        well: || words().tut_standup_walk_well(),
        done: |_, seen| seen.happened(|event| matches!(event, Event::Task(TaskEvent::Remarked(_)))),
    },
    Step {
        does: |key| words().tut_standup_back(key("meeting.back")),
        why: || words().tut_standup_back_why(),
        well: || words().tut_standup_back_well(),
        done: |_, seen| seen.did("meeting.back"),
    },
    Step {
        does: |key| words().tut_standup_step(key("meeting.step")),
        why: || words().tut_standup_step_why(),
        well: || words().tut_standup_step_well(),
        done: |app, _| is_at(app, Place::Round),
    },
    Step {
        does: |key| words().tut_standup_passed(key("meeting.passed"), key("meeting.absent")),
        why: || words().tut_standup_passed_why(),
        well: || words().tut_standup_passed_well(),
        done: |_, seen| {
            seen.happened(|event| {
                matches!(event, Event::Meeting(MeetingEvent::Moved(moved))
                    if matches!(moved.how, Some(How::Passed | How::Absent)))
            })
        },
    },
    Step {
        does: |key| words().tut_standup_park(key("meeting.park")),
        why: || words().tut_standup_park_why(),
        well: || words().tut_standup_park_well(),
        done: |_, seen| seen.happened(|event| matches!(event, Event::Meeting(MeetingEvent::Parked(_)))),
    },
    Step {
        does: |key| words().tut_standup_end(key("meeting.end")),
        why: || words().tut_standup_end_why(),
        well: || words().tut_standup_end_well(),
        done: |app, _| turn(app).is_some_and(|turn| !turn.is_open),
    },
    Step {
        does: |key| words().tut_standup_copy(key("meeting.copy")),
        why: || words().tut_standup_copy_why(),
        well: || words().tut_standup_copy_well(),
        done: |_, seen| seen.did("meeting.copy"),
    },
];

fn turn(app: &App) -> Option<MeetingTurn> {
    app.pages.last()?.meeting()
}

fn is_at(app: &App, step: Place) -> bool {
    turn(app).is_some_and(|turn| turn.is_open && turn.place.step == step)
}
