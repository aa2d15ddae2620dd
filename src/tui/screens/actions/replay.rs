//! Going through time: from anywhere one looks back, and there the arrows go a day or an event at a time.
//!
//! **Invariant:** these rows stand before those that go about, and those that leave: while one looks back, the arrows and
//! Esc are theirs.

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, always, on_home};
use crate::session::Stride;
use crate::tui::kit::key::{code, key, shift};
use crate::tui::screens::page::journal::JournalPage;
use crate::tui::shell::app::App;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::status::Status;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "replay.day-back",
        keys: &[code(KeyCode::Left)],
        scope: Scope::Past,
        group: Group::Replay,
        label: || words().act_day_back(),
        doc: || words().act_day_back_doc(),
        hint: Hint::First(0, always),
        bind: |_| stride(Stride::DayBack),
    },
    Action {
        name: "replay.day-on",
        keys: &[code(KeyCode::Right)],
        scope: Scope::Past,
        group: Group::Replay,
        label: || words().act_day_on(),
        doc: || words().act_day_on_doc(),
        hint: Hint::First(1, always),
        bind: |app| on(app, Stride::DayOn),
    },
    Action {
        name: "replay.event-back",
        keys: &[key('['), shift(KeyCode::Left)],
        scope: Scope::Past,
        group: Group::Replay,
        label: || words().act_event_back(),
        doc: || words().act_event_back_doc(),
        hint: Hint::Then(1, always),
        bind: |_| stride(Stride::EventBack),
    },
    Action {
        name: "replay.event-on",
        keys: &[key(']'), shift(KeyCode::Right)],
        scope: Scope::Past,
        group: Group::Replay,
        label: || words().act_event_on(),
        doc: || words().act_event_on_doc(),
        hint: Hint::Then(2, always),
        bind: |app| on(app, Stride::EventOn),
    },
    Action {
        name: "replay.beginning",
        keys: &[code(KeyCode::Home)],
        scope: Scope::Past,
        group: Group::Replay,
        label: || words().act_beginning(),
        doc: || words().act_beginning_doc(),
        hint: Hint::Never,
        // On a page the key goes to its first line.
        bind: |app| if on_home(app) { stride(Stride::Beginning) } else { None },
    },
    Action {
        name: "replay.now",
        keys: &[code(KeyCode::Esc), code(KeyCode::End), code(KeyCode::Backspace)],
        scope: Scope::Past,
        group: Group::Replay,
        label: || words().act_back_to_now(),
        doc: || words().act_back_to_now_doc(),
        hint: Hint::Then(0, on_home),
        // On a page Esc closes it, and End goes to its last line.
        bind: |app| on_home(app).then(leave),
    },
    Action {
        name: "replay",
        keys: &[key('H')],
        scope: Scope::Everywhere,
        group: Group::Replay,
        label: || words().act_replay(),
        doc: || words().act_replay_doc(),
        hint: Hint::Then(4, |app| app.page::<JournalPage>().is_some()),
        bind: look_back,
    },
];

/// From a row of the journal to its moment; from elsewhere to yesterday, and from the past back to now.
fn look_back(app: &App) -> Option<Run> {
    if let Some(n) = app.page::<JournalPage>().and_then(JournalPage::selected) {
        return Some(Box::new(move |app| {
            app.pages.clear();
            vec![Effect::Stride(Stride::Row(n))]
        }));
    }
    if app.overview.past.is_some() { Some(leave()) } else { stride(Stride::DayBack) }
}

fn stride(stride: Stride) -> Option<Run> {
    Some(Box::new(move |_| vec![Effect::Stride(stride)]))
}

/// On from here; from the present nothing leads on.
fn on(app: &App, on: Stride) -> Option<Run> {
    if app.overview.moment().is_some_and(|moment| moment.is_now) {
        return Some(Box::new(|app| {
            app.status = Status::Hint(words().replay_is_now(super::key_of("replay.now")));
            Vec::new()
        }));
    }
    stride(on)
}

/// Back to the present.
pub fn leave() -> Run {
    Box::new(|_| vec![Effect::Return])
}
