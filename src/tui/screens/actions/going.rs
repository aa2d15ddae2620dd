//! Going about: rows, panes, screens, and out.

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, go};
use crate::tui::kit::cursor::Step;
use crate::tui::kit::key::{code, ctrl, key};
use crate::tui::screens::pane::{ALL, Name};
use crate::tui::shell::app::App;
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "go.down",
        keys: &[key('j'), code(KeyCode::Down)],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().act_down(),
        doc: || words().act_down_doc(),
        hint: Hint::Never,
        bind: |_| step(Step::Rows(1)),
    },
    Action {
        name: "go.up",
        keys: &[key('k'), code(KeyCode::Up)],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().act_up(),
        doc: || words().act_up_doc(),
        hint: Hint::Never,
        bind: |_| step(Step::Rows(-1)),
    },
    Action {
        name: "go.page-down",
        keys: &[code(KeyCode::PageDown), ctrl('d'), ctrl('f'), key(' ')],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().act_page_down(),
        doc: || words().act_page_down_doc(),
        hint: Hint::Never,
        bind: |_| step(Step::Pages(1)),
    },
    Action {
        name: "go.page-up",
        keys: &[code(KeyCode::PageUp), ctrl('u'), ctrl('b')],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().act_page_up(),
        doc: || words().act_page_up_doc(),
        hint: Hint::Never,
        bind: |_| step(Step::Pages(-1)),
    },
    Action {
        name: "go.first",
        keys: &[key('g'), code(KeyCode::Home)],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().act_first(),
        doc: || words().act_first_doc(),
        hint: Hint::Never,
        bind: |_| step(Step::First),
    },
    Action {
        name: "go.last",
        keys: &[key('G'), code(KeyCode::End)],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().act_last(),
        doc: || words().act_last_doc(),
        hint: Hint::Never,
        bind: |_| step(Step::Last),
    },
    Action {
        name: "pane.next",
        keys: &[code(KeyCode::Tab), key('l'), code(KeyCode::Right)],
        scope: Scope::Home,
        group: Group::Move,
        label: || words().act_next_pane(),
        doc: || words().act_next_pane_doc(),
        hint: Hint::Never,
        bind: |app| turn(app, 1),
    },
    Action {
        name: "pane.before",
        keys: &[code(KeyCode::BackTab), key('h'), code(KeyCode::Left)],
        scope: Scope::Home,
        group: Group::Move,
        label: || words().act_pane_before(),
        doc: || words().act_pane_before_doc(),
        hint: Hint::Never,
        bind: |app| turn(app, -1),
    },
    Action {
        name: "page.next",
        keys: &[code(KeyCode::Tab), key('l'), code(KeyCode::Right)],
        scope: Scope::Page,
        group: Group::Move,
        label: || words().act_next_beside(),
        doc: || words().act_next_beside_doc(),
        hint: Hint::Never,
        bind: |_| beside(1),
    },
    Action {
        name: "page.before",
        keys: &[code(KeyCode::BackTab), key('h'), code(KeyCode::Left)],
        scope: Scope::Page,
        group: Group::Move,
        label: || words().act_beside_before(),
        doc: || words().act_beside_before_doc(),
        hint: Hint::Never,
        bind: |_| beside(-1),
    },
    Action {
        name: "pane.goals",
        keys: &[key('1')],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().scr_goals(),
        doc: || words().act_pane_doc(words().scr_goals()),
        hint: Hint::Never,
        bind: |_| focus(Name::Goals),
    },
    Action {
        name: "pane.owns",
        keys: &[key('2')],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().scr_owns(),
        doc: || words().act_pane_doc(words().scr_owns()),
        hint: Hint::Never,
        bind: |_| focus(Name::Owns),
    },
    Action {
        name: "pane.roles",
        keys: &[key('3')],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().scr_roles(),
        doc: || words().act_pane_doc(words().scr_roles()),
        hint: Hint::Never,
        bind: |_| focus(Name::Roles),
    },
    Action {
        name: "pane.findings",
        keys: &[key('4')],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().scr_findings(),
        doc: || words().act_pane_doc(words().scr_findings()),
        hint: Hint::Never,
        bind: |_| focus(Name::Findings),
    },
    Action {
        name: "pane.blockers",
        keys: &[key('5')],
        scope: Scope::Everywhere,
        group: Group::Move,
        label: || words().scr_blockers(),
        doc: || words().act_pane_doc(words().scr_blockers()),
        hint: Hint::Never,
        bind: |_| focus(Name::Blockers),
    },
    Action {
        name: "pane.zoom",
        keys: &[key('z')],
        scope: Scope::Home,
        group: Group::Move,
        label: || words().act_zoom(),
        doc: || words().act_zoom_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(zoom)),
    },
    Action {
        name: "pane.preview",
        keys: &[key('V')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().act_preview(),
        doc: || words().act_preview_doc(),
        hint: Hint::Never,
        bind: preview,
    },
];

fn step(step: Step) -> Option<Run> {
    Some(Box::new(move |app| go(app, step)))
}

/// Goes to what stands beside what is selected on a page.
fn beside(by: isize) -> Option<Run> {
    Some(Box::new(move |app| {
        if let Some(page) = app.pages.last_mut() {
            page.turn(by);
        }
        Vec::new()
    }))
}

/// To a pane, from wherever one is.
fn focus(name: Name) -> Option<Run> {
    Some(Box::new(move |app| {
        app.pages.clear();
        app.home_mut().focus = name;
        Vec::new()
    }))
}

fn turn(app: &App, by: isize) -> Option<Run> {
    if app.home().is_beside() {
        return Some(Box::new(move |app| app.home_mut().turn(by)));
    }
    Some(Box::new(move |app| {
        let at = app.home().focus as usize + ALL.len();
        app.home_mut().focus = ALL[at.saturating_add_signed(by) % ALL.len()];
        Vec::new()
    }))
}

/// The selected item in short, where the panes leave no room for it by themselves.
fn preview(app: &App) -> Option<Run> {
    let areas = app.home().areas(app.frame(app.screen).body);
    if areas.preview.is_some() && !app.home().previews {
        return None;
    }
    Some(Box::new(|app| {
        app.home_mut().previews = !app.home().previews;
        Vec::new()
    }))
}

/// All findings are shown where one looks at nothing else.
pub fn zoom(app: &mut App) -> Vec<Effect> {
    let home = app.home_mut();
    vec![home.show(!home.zoomed, home.in_columns)]
}
