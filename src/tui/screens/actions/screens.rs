//! The screens that are opened from anywhere: one row opens one of them.

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, always};
use crate::tui::kit::key::{code, key};
use crate::tui::screens::page::{
    self, agenda, clarity, figures, journal, may, people, settings, since, waits,
};
use crate::tui::shell::app::App;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::news;
use crate::tui::shell::page::Opening;
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
        name: "screen.agenda",
        keys: &[code(KeyCode::F(3))],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_agenda(),
        doc: || words().act_agenda_doc(),
        hint: Hint::Never,
        bind: |_| open(agenda::opening),
    },
    Action {
        name: "may.ask",
        keys: &[code(KeyCode::F(4))],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_may(),
        doc: || words().act_may_doc(),
        hint: Hint::Never,
        bind: may::ask,
    },
    Action {
        name: "may.write",
        keys: &[key('"')],
        scope: Scope::Page,
        group: Group::Work,
        label: || words().act_may_write(),
        doc: || words().act_may_write_doc(),
        hint: Hint::Then(5, always),
        bind: may::write,
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
    Action {
        name: "screen.people",
        keys: &[key('8')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_people(),
        doc: || words().act_people_doc(),
        hint: Hint::Never,
        bind: |_| open(people::opening),
    },
    Action {
        name: "screen.journal",
        keys: &[key('9'), key('L')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_journal(),
        doc: || words().act_journal_doc(),
        hint: Hint::Never,
        bind: |_| open(journal::opening),
    },
    Action {
        name: "screen.figures",
        keys: &[],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_figures(),
        doc: || words().act_figures_doc(),
        hint: Hint::Never,
        bind: |_| open(figures::opening),
    },
    Action {
        name: "journal.narrow",
        keys: &[key('/')],
        scope: Scope::Page,
        group: Group::Look,
        label: || words().act_sift(),
        doc: || words().act_sift_doc(),
        hint: Hint::Then(5, always),
        bind: journal::narrow,
    },
    Action {
        name: "since.show",
        keys: &[key('M')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_since(),
        doc: || words().act_since_doc(),
        hint: Hint::Never,
        bind: |app| if app.overview.past.is_none() { open(since::opening) } else { None },
    },
    Action {
        name: "since.away",
        keys: &[key(';')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_since_away(),
        doc: || words().act_since_away_doc(),
        hint: Hint::Never,
        bind: news::away,
    },
    Action {
        name: "screen.settings",
        keys: &[key('0'), key(',')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_settings(),
        doc: || words().act_settings_doc(),
        hint: Hint::Never,
        bind: |_| open(settings::opening),
    },
    Action {
        name: "screen.me",
        keys: &[key('i')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_me(),
        doc: || words().act_me_doc(),
        hint: Hint::Never,
        bind: me,
    },
];

/// One's own page, once it is known who acts.
fn me(app: &App) -> Option<Run> {
    let me = app.overview.my_id()?;
    Some(Box::new(move |_| vec![Effect::Open(page::of(me))]))
}

fn open(opening: fn() -> Opening) -> Option<Run> {
    Some(Box::new(move |_| vec![Effect::Open(opening())]))
}
