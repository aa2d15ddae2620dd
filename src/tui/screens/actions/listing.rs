//! How the list of tasks stands: its groups and its order.

use super::{Action, Group, Hint, Run, Scope};
use crate::settings::Name as Setting;
use crate::store::{Grouping, Order};
use crate::tui::kit::cursor::From;
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::Item;
use crate::tui::screens::pane::Name;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::preferences::Change;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "group",
        keys: &[key('=')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().group_act(),
        doc: || words().group_act_doc(),
        hint: Hint::Never,
        bind: |app| super::on_home(app).then(|| Box::new(choose) as Run),
    },
    Action {
        name: "group.fold",
        keys: &[key('Z')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().group_fold(),
        doc: || words().group_fold_doc(),
        hint: Hint::First(32, |app| app.home().owns.at_folded()),
        bind: fold,
    },
    Action {
        name: "group.fold-all",
        keys: &[key('\\')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().group_fold_all(),
        doc: || words().group_fold_all_doc(),
        hint: Hint::Then(62, |app| app.home().zoomed && app.home().owns.has_groups()),
        bind: fold_all,
    },
    Action {
        name: "columns",
        keys: &[key('#')],
        scope: Scope::Home,
        group: Group::Look,
        label: || words().columns_act(),
        doc: || words().columns_act_doc(),
        hint: Hint::Then(60, |app| app.home().zoomed && app.home().focus == Name::Owns),
        bind: |app| super::on_home(app).then(|| Box::new(columns) as Run),
    },
];

/// One thing to choose: a grouping, an order, or to unfold all.
fn choices() -> Vec<(String, Choice)> {
    let words = words();
    let grouping = |grouping: Grouping| match grouping {
        Grouping::State => words.group_pick_state(),
        Grouping::Goal => words.group_pick_goal(),
        Grouping::Role => words.group_pick_role(),
        Grouping::Lead => words.group_pick_lead(),
        Grouping::Nothing => words.group_pick_nothing(),
    };
    let order = |order: Order| match order {
        Order::Pull => words.group_pick_pull(),
        Order::Due => words.group_pick_due(),
        Order::Age => words.group_pick_age(),
    };
    let groupings = Grouping::ALL.map(|one| (grouping(one), Choice::Grouping(one)));
    let orders = Order::ALL.map(|one| (order(one), Choice::Order(one)));
    let all = [(words.group_unfold_all(), Choice::Unfold)];
    groupings.into_iter().chain(orders).chain(all).collect()
}

#[derive(Clone, Copy)]
enum Choice {
    Grouping(Grouping),
    Order(Order),
    Unfold,
}

fn choose(app: &mut App) -> Vec<Effect> {
    let now = app.home().owns.arrangement();
    let items = choices().into_iter().enumerate().filter_map(|(i, (label, choice))| {
        let is_so = match choice {
            Choice::Grouping(grouping) => grouping == now.grouping,
            Choice::Order(order) => order == now.order,
            Choice::Unfold if now.folded.is_empty() => return None,
            Choice::Unfold => false,
        };
        let detail = if is_so { words().group_is_so() } else { String::new() };
        Some(Item::new(Pick::Nth(i), label, detail))
    });
    let question = ask::pick(words().group_title(), items.collect(), |app, pick| {
        let Pick::Nth(i) = pick else { return Vec::new() };
        app.question = None;
        app.home_mut().focus = Name::Owns;
        let read = app.home_mut().read_again(Name::Owns, From::Here);
        let (setting, word) = match choices().get(i).map(|(_, choice)| *choice) {
            Some(Choice::Grouping(grouping)) => {
                app.home_mut().owns.group_by(grouping);
                (Setting::Group, grouping.as_str())
            }
            Some(Choice::Order(order)) => {
                app.home_mut().owns.order_by(order);
                (Setting::Order, order.as_str())
            }
            Some(Choice::Unfold) | None => {
                app.home_mut().owns.unfold_all();
                return vec![read];
            }
        };
        let to = (word != setting.default()).then(|| word.to_owned());
        vec![read, Effect::Remember(Change::Value(setting, to))]
    });
    ask::show(app, question)
}

/// The tasks alone, side by side; where they are, in a list again.
fn columns(app: &mut App) -> Vec<Effect> {
    let home = app.home_mut();
    let in_columns = !home.is_beside();
    home.focus = Name::Owns;
    let read = home.show(true, in_columns);
    let to = in_columns.then(|| "on".to_owned());
    vec![read, Effect::Remember(Change::Value(Setting::Columns, to))]
}

fn fold(app: &App) -> Option<Run> {
    if !super::on_home(app) {
        return None;
    }
    if app.home().focus == Name::Findings {
        let rule = app.home().findings.selected()?.group()?.rule;
        return Some(Box::new(move |app| {
            app.home_mut().findings.open(rule);
            vec![app.home_mut().read_again(Name::Findings, From::Here)]
        }));
    }
    if app.home().focus != Name::Owns {
        return None;
    }
    let group = app.home().owns.group()?;
    Some(Box::new(move |app| {
        app.home_mut().owns.fold(group);
        vec![app.home_mut().read_again(Name::Owns, From::Here)]
    }))
}

/// All groups one line each, or many again; of what the board asks all that can be opened.
fn fold_all(app: &App) -> Option<Run> {
    let home = super::on_home(app).then(|| app.home())?;
    match home.focus {
        Name::Owns if home.owns.has_groups() => Some(Box::new(|app| {
            app.home_mut().owns.fold_all();
            vec![app.home_mut().read_again(Name::Owns, From::Here)]
        })),
        Name::Findings if home.findings.has_groups() => Some(Box::new(|app| {
            app.home_mut().findings.open_all();
            vec![app.home_mut().read_again(Name::Findings, From::Here)]
        })),
        _ => None,
    }
}

/// Enter on a group that is one line, and on one of what the board asks.
pub(super) fn unfold(app: &App) -> Option<Run> {
    if app.home().focus == Name::Findings {
        return fold(app);
    }
    if app.home().owns.at_folded() { fold(app) } else { None }
}
