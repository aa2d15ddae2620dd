//! The board as a whole: finding one's way, taking back, and leaving.

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, always};
use crate::session::Step;
use crate::tui::kit::cursor::From;
use crate::tui::kit::key::{code, ctrl, key};
use crate::tui::screens::pane::{Name, Quick};
use crate::tui::screens::{choices, page};
use crate::tui::shell::app::{App, Request};
use crate::tui::shell::ask;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::marked::Marked;
use crate::tui::shell::status::Status;
use crate::tui::shell::{filter, help, palette, who};
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "open",
        keys: &[code(KeyCode::Enter)],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_open(),
        doc: || words().act_open_doc(),
        // On a step it ticks, as the key does that is named first there.
        hint: Hint::First(30, |app| app.pages.last().is_none_or(|page| page.ticking().is_none())),
        bind: open,
    },
    Action {
        name: "filter",
        keys: &[key('/')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().act_filter(),
        doc: || words().act_filter_doc(),
        hint: Hint::Then(30, always),
        bind: |app| super::on_home(app).then(|| Box::new(filter::open) as Run),
    },
    Action {
        name: "filter.mine",
        keys: &[key('m')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().act_mine(),
        doc: || words().act_mine_doc(),
        hint: Hint::Never,
        bind: |app| quick(app, Quick::Mine),
    },
    Action {
        name: "filter.free",
        keys: &[key('f')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().act_free(),
        doc: || words().act_free_doc(),
        hint: Hint::Never,
        bind: |app| quick(app, Quick::Free),
    },
    Action {
        name: "filter.blocked",
        keys: &[key('B')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().act_only_blocked(),
        doc: || words().act_only_blocked_doc(),
        hint: Hint::Never,
        bind: |app| quick(app, Quick::Blocked),
    },
    Action {
        name: "filter.finished",
        keys: &[key('d')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().act_finished(),
        doc: || words().act_finished_doc(),
        hint: Hint::Never,
        bind: |app| quick(app, Quick::Finished),
    },
    Action {
        name: "palette",
        keys: &[key(':'), ctrl('p')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_palette(),
        doc: || words().act_palette_doc(),
        hint: Hint::Last,
        bind: |_| {
            Some(Box::new(|app| {
                let go = |subject| vec![Effect::Open(page::of(subject))];
                let question = palette::open(app, choices::everything(), go);
                ask::show(app, question)
            }))
        },
    },
    Action {
        name: "help",
        keys: &[key('?'), code(KeyCode::F(1))],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_help(),
        doc: || words().act_help_doc(),
        hint: Hint::Last,
        bind: |_| {
            Some(Box::new(|app| {
                let question = help::open(app);
                ask::show(app, question)
            }))
        },
    },
    Action {
        name: "undo",
        keys: &[key('u')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_undo(),
        doc: || words().act_undo_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| vec![Effect::TakeBack(Step::Undo)])),
    },
    Action {
        name: "redo",
        keys: &[key('U'), ctrl('r')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_redo(),
        doc: || words().act_redo_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| vec![Effect::TakeBack(Step::Redo)])),
    },
    Action {
        name: "who",
        keys: &[key('@')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_who(),
        doc: || words().act_who_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| who::ask(Vec::new()))),
    },
    Action {
        name: "back",
        keys: &[code(KeyCode::Esc), code(KeyCode::Backspace)],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_leave(),
        doc: || words().act_leave_doc(),
        hint: Hint::First(31, |app| !super::on_home(app) || !super::marked(app).is_empty()),
        bind: back,
    },
    Action {
        name: "quit",
        keys: &[key('q')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_quit(),
        doc: || words().act_quit_doc(),
        hint: Hint::Never,
        bind: quit,
    },
    Action {
        name: "quit.now",
        keys: &[ctrl('c')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_quit_now(),
        doc: || words().act_quit_now_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| vec![Effect::Request(Request::Quit)])),
    },
    Action {
        name: "repaint",
        keys: &[ctrl('l')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_repaint(),
        doc: || words().act_repaint_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| vec![Effect::LoadAll, Effect::Request(Request::Repaint)])),
    },
    Action {
        name: "suspend",
        keys: &[ctrl('z')],
        scope: Scope::Everywhere,
        group: Group::Board,
        label: || words().act_suspend(),
        doc: || words().act_suspend_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| vec![Effect::Request(Request::Suspend)])),
    },
];

/// A filter of one key, or none where it holds already.
fn quick(app: &App, quick: Quick) -> Option<Run> {
    if !super::on_home(app) || (quick == Quick::Mine && app.overview.me.is_none()) {
        return None;
    }
    Some(Box::new(move |app| {
        app.home_mut().focus = Name::Owns;
        let is_on = app.home().owns.quick() == Some(quick);
        app.home_mut().owns.set_quick((!is_on).then_some(quick));
        vec![app.home_mut().read_again(Name::Owns, From::Here)]
    }))
}

fn open(app: &App) -> Option<Run> {
    if let Some(page) = app.pages.last() {
        return page.enter();
    }
    if let Some(run) = super::listing::unfold(app) {
        return Some(run);
    }
    let subject = super::selection(app)?;
    Some(Box::new(move |_| vec![Effect::Open(page::of(subject))]))
}

/// Out of the last thing that one went into.
fn back(app: &App) -> Option<Run> {
    if !super::marked(app).is_empty() {
        return Some(Box::new(|app| {
            app.top_mut().marks().into_iter().for_each(Marked::release);
            Vec::new()
        }));
    }
    if !super::on_home(app) {
        return Some(Box::new(close));
    }
    let narrowed = app.home().focused().is_narrowed();
    if !narrowed && !app.home().zoomed && app.status == Status::Quiet {
        return None;
    }
    Some(Box::new(move |app| {
        if narrowed {
            if app.home().focus == Name::Owns {
                app.home_mut().owns.set_quick(None);
            }
            return filter::narrow(app, String::new());
        }
        if app.home().zoomed { super::going::zoom(app) } else { Vec::new() }
    }))
}

fn close(app: &mut App) -> Vec<Effect> {
    app.pages.pop();
    Vec::new()
}

/// Back from a page; from the panes, out.
fn quit(app: &App) -> Option<Run> {
    if !super::on_home(app) {
        return Some(Box::new(close));
    }
    if app.overview.past.is_some() {
        return Some(super::replay::leave());
    }
    Some(Box::new(|app| {
        let request = if app.habits.tutor.is_some() { Request::Leave } else { Request::Quit };
        vec![Effect::Request(request)]
    }))
}
