//! The steps of the tutor: what to do, why, and when it is done.
//!
//! A step is done by what became so, not by a key: whoever does it another way has done it as well. The second lesson has a
//! file of its own.

pub mod standup;

use crate::domain::event::{Event, RoleEvent, SettlementEvent, TaskEvent};
use crate::domain::subject::Kind;
use crate::domain::task::Part;
use crate::tui::screens::page::journal::JournalPage;
use crate::tui::screens::pane::{ALL, Quick};
use crate::tui::shell::tutor::{Lesson, Step};
use crate::words::words;

/// The first lesson: a desk of one's own.
pub static LESSON: Lesson = Lesson {
    steps: STEPS,
    card: || words().tut_card(),
    known: || words().tut_card_known(),
    own: || words().tut_card_own(),
    commands: || {
        vec![
            (words().tut_card_start(), words().tut_card_start_does()),
            (words().tut_card_import(), words().tut_card_import_does()),
            ("setara".to_owned(), words().tut_card_open_does()),
            (words().tut_card_standup(), words().tut_card_standup_does()),
        ]
    },
};

/// From what one does first to what leads to all the rest.
pub static STEPS: &[Step] = &[
    Step {
        does: |key| words().tut_free(key("filter.free")),
        why: || words().tut_free_why(),
        well: || words().tut_free_well(),
        done: |app, _| app.home().owns.quick() == Some(Quick::Free),
    },
    Step {
        does: |key| words().tut_claim(key("go.down"), key("go.up"), key("task.claim")),
        why: || words().tut_claim_why(),
        well: || words().tut_claim_well(),
        done: |_, seen| {
            seen.happened(
                |event| matches!(event, Event::Task(TaskEvent::Claimed(claim)) if claim.part == Part::Lead),
            )
        },
    },
    Step {
        does: |key| words().tut_undo(key("undo")),
        why: || words().tut_undo_why(),
        well: || words().tut_undo_well(),
        done: |_, seen| seen.happened(|event| matches!(event, Event::Undone(_))),
    },
    Step {
        does: |key| words().tut_block(key("task.block")),
        why: || words().tut_block_why(),
        well: || words().tut_block_well(),
        done: |_, seen| seen.happened(|event| matches!(event, Event::Task(TaskEvent::Blocked(_)))),
    },
    Step {
        does: |key| words().tut_offer(key("filter.mine"), key("task.offer")),
        why: || words().tut_offer_why(),
        well: || words().tut_offer_well(),
        done: |_, seen| seen.happened(|event| matches!(event, Event::Task(TaskEvent::Offered(_)))),
    },
    Step {
        does: |key| words().tut_filter(key("filter"), key("back")),
        why: || words().tut_filter_why(),
        well: || words().tut_filter_well(),
        done: |app, _| {
            app.filtering.is_none() && ALL.iter().any(|name| !app.home().pane(*name).filter().is_empty())
        },
    },
    Step {
        does: |key| words().tut_goal(key("pane.goals"), key("open")),
        why: || words().tut_goal_why(),
        well: || words().tut_goal_well(),
        done: |app, _| {
            app.pages
                .last()
                .is_some_and(|page| page.selection().is_some_and(|subject| subject.kind == Kind::Goal))
        },
    },
    Step {
        does: |key| words().tut_finding(key("pane.findings"), key("finding.settle")),
        why: || words().tut_finding_why(),
        well: || words().tut_finding_well(),
        done: |_, seen| {
            seen.happened(|event| match event {
                Event::Settlement(event) => !matches!(event, SettlementEvent::Answered(_)),
                // One's own part of a way out, taken at once.
                Event::Task(TaskEvent::Claimed(claimed)) => claimed.part == Part::Helper,
                _ => false,
            })
        },
    },
    Step {
        does: |key| words().tut_role(key("screen.clarity"), key("go.down"), key("page.next"), key("open")),
        why: || words().tut_role_why(),
        well: || words().tut_role_well(),
        done: |_, seen| {
            seen.happened(|event| {
                matches!(event, Event::Role(RoleEvent::Edited(_)) | Event::Role(RoleEvent::Taken(_)))
            })
        },
    },
    Step {
        does: |key| words().tut_journal(key("screen.journal")),
        why: || words().tut_journal_why(),
        well: || words().tut_journal_well(),
        done: |app, _| app.page::<JournalPage>().is_some(),
    },
    Step {
        does: |key| words().tut_help(key("help")),
        why: || words().tut_help_why(),
        well: || words().tut_help_well(),
        done: |_, seen| seen.did("help"),
    },
    Step {
        does: |key| words().tut_palette(key("palette"), words().act_waits()),
        why: || words().tut_palette_why(),
        well: || words().tut_palette_well(),
        done: |_, seen| seen.chosen > 0,
    },
];
