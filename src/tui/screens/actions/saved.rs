//! Saved filters: pick one, save the one that holds now, forget one.

use std::rc::Rc;

use super::{Action, Group, Hint, Run, Scope};
use crate::session::{Saved, Whose};
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::screens::pane::{Name, Pane};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::filter;
use crate::words::words;

pub static ACTIONS: &[Action] = &[Action {
    name: "filter.saved",
    keys: &[key('*')],
    scope: Scope::Home,
    group: Group::Look,
    label: || words().saved_act(),
    doc: || words().saved_act_doc(),
    hint: Hint::Never,
    bind: |app| super::on_home(app).then(|| Box::new(choose) as Run),
}];

#[derive(Clone)]
enum Choice {
    Show(String),
    /// It names what is not there any more; why it cannot be shown.
    Stale(String),
    Save(String),
    Forget,
}

fn choose(app: &mut App) -> Vec<Effect> {
    let now = Pane::filter(&app.home().owns).to_owned();
    ask::with_board(move |session, _| {
        let saved = session.saved_filters();
        let is_known = |query: &str| saved.iter().any(|saved| saved.query == query);
        let mut items = Vec::new();
        let mut choices = Vec::new();
        for one in &saved {
            let fault = session.task_query(&one.query)?.faults.into_iter().next();
            let detail = fault.as_ref().map_or(&one.query, |fault| &fault.message);
            items.push(Item::new(Pick::Nth(choices.len()), &one.name, detail));
            choices.push(match fault {
                None => Choice::Show(one.query.clone()),
                Some(fault) => Choice::Stale(words().saved_stale(&one.name, fault.message)),
            });
        }
        if !now.is_empty() && !is_known(&now) {
            items.push(Item::new(Pick::Nth(choices.len()), words().saved_save(&now), ""));
            choices.push(Choice::Save(now.clone()));
        }
        if saved.iter().any(|saved| saved.whose == Whose::Own) {
            items.push(Item::new(Pick::Nth(choices.len()), words().saved_forget(), ""));
            choices.push(Choice::Forget);
        }
        Ok(ask::pick(words().saved_title(), items, move |app, pick| {
            let Pick::Nth(i) = pick else { return Vec::new() };
            app.question = None;
            match choices.get(i).cloned() {
                Some(Choice::Show(query)) => show(app, query),
                Some(Choice::Stale(why)) => vec![Effect::Complain(why)],
                Some(Choice::Save(query)) => save(app, query),
                Some(Choice::Forget) => forget(),
                None => Vec::new(),
            }
        }))
    })
}

/// In place of whatever narrowed the tasks before.
fn show(app: &mut App, query: String) -> Vec<Effect> {
    app.home_mut().focus = Name::Owns;
    app.home_mut().owns.set_quick(None);
    filter::narrow(app, query)
}

fn save(app: &mut App, query: String) -> Vec<Effect> {
    let prompt = Prompt::new(words().saved_name()).does(words().saved_save_it());
    let question = ask::text(prompt, move |_, name| {
        let query = query.clone();
        vec![Effect::Keep(Rc::new(move |session| session.save_filter(&name, &query)))]
    });
    ask::show(app, question)
}

fn forget() -> Vec<Effect> {
    ask::with_board(|session, _| {
        let own: Vec<Saved> =
            session.saved_filters().into_iter().filter(|saved| saved.whose == Whose::Own).collect();
        let items = own.iter().enumerate().map(|(i, one)| Item::new(Pick::Nth(i), &one.name, &one.query));
        Ok(ask::pick(words().saved_forget_title(), items.collect(), move |_, pick| {
            let Pick::Nth(i) = pick else { return Vec::new() };
            let Some(name) = own.get(i).map(|saved| saved.name.clone()) else { return Vec::new() };
            vec![Effect::Keep(Rc::new(move |session| session.forget_filter(&name)))]
        }))
    })
}
