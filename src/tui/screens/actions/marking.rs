//! Marking tasks, so that what is done next is done to all of them; and tags, which are mostly given to several.

use super::{Action, Group, Hint, Run, Scope, go, marked, on_home, tasks, titled};
use crate::tui::kit::cursor::Step;
use crate::tui::kit::key::{ctrl, key};
use crate::tui::kit::overlay::Prompt;
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::tui::shell::marked::Wish;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "task.mark",
        keys: &[key('v')],
        scope: Scope::Tasks,
        group: Group::Look,
        label: || words().act_mark(),
        doc: || words().act_mark_doc(),
        hint: Hint::Then(61, |app| on_home(app) && app.home().zoomed && app.top().markable().is_some()),
        bind: mark,
    },
    Action {
        name: "task.mark-to",
        keys: &[key('r')],
        scope: Scope::Tasks,
        group: Group::Look,
        label: || words().act_mark_to(),
        doc: || words().act_mark_to_doc(),
        hint: Hint::Then(15, |app| !marked(app).is_empty()),
        bind: |app| wished(app, Wish::Stretch),
    },
    Action {
        name: "task.mark-all",
        keys: &[ctrl('a')],
        scope: Scope::Tasks,
        group: Group::Look,
        label: || words().act_mark_all(),
        doc: || words().act_mark_all_doc(),
        hint: Hint::Never,
        bind: |app| wished(app, Wish::All),
    },
    Action {
        name: "task.tag",
        keys: &[ctrl('t')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_tag(),
        doc: || words().act_tag_doc(),
        hint: Hint::Never,
        bind: tag,
    },
];

/// So many rows further the next line of a page is in sight.
const FAR: usize = 20;

/// Marks the selected task, or lets its mark go, and goes on to the next.
fn mark(app: &App) -> Option<Run> {
    let row = app.top().markable()?.clone();
    Some(Box::new(move |app| {
        if let Some(marks) = app.top_mut().marks() {
            marks.toggle(&row);
        }
        let mut effects = go(app, Step::Rows(1));
        // On a page a step scrolls where what follows is not in sight yet: the next key must not unmark this one again.
        for _ in 0..FAR {
            if on_home(app) || app.top().markable().is_none_or(|next| next.id != row.id) {
                break;
            }
            effects.extend(go(app, Step::Rows(1)));
        }
        effects
    }))
}

fn wished(app: &App, wish: Wish) -> Option<Run> {
    app.top().markable()?;
    Some(Box::new(move |app| app.top_mut().mark(wish)))
}

/// Gives a tag, or takes it away.
fn tag(app: &App) -> Option<Run> {
    let tasks = tasks(app)?;
    let title = titled(app, words().mark_ask_tag());
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).hint(words().mark_ask_tag_hint()).does(words().act_tag());
        ask::show(
            app,
            ask::text(prompt, move |_, tag| {
                let tasks = tasks.clone();
                ask::run(move |session| match tag.trim().strip_prefix('-') {
                    Some(tag) => session.untag(&tasks, tag),
                    None => session.tag(&tasks, &tag),
                })
            }),
        )
    }))
}
