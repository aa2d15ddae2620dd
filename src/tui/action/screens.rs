//! The screens that are opened from anywhere: one row opens one of them.

use super::{Action, Group, Hint, Run, Scope};
use crate::tui::desk::Effect;
use crate::tui::key::key;
use crate::tui::page::{Opening, clarity, waits};
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "screen.waits",
        keys: &[key('6')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_waits(),
        doc: || words().act_waits_doc(),
        hint: Hint::Never,
        bind: |_| open(waits::opening),
    },
    Action {
        name: "screen.clarity",
        keys: &[key('7')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_clarity(),
        doc: || words().act_clarity_doc(),
        hint: Hint::Never,
        bind: |_| open(clarity::opening),
    },
];

fn open(opening: fn() -> Opening) -> Option<Run> {
    Some(Box::new(move |_| vec![Effect::Open(opening())]))
}
