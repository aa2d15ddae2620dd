//! Writing things down: tasks, goals, roles, and what they say.

use super::{Action, Group, Hint, Run, Scope, row, selected_task, selection, tasks, titled};
use crate::domain::decide::{Command, EditTask, Remark};
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::Prompt;
use crate::tui::screens::forms;
use crate::tui::screens::kinds::{self, Edit};
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "new",
        keys: &[key('n')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_new(),
        doc: || words().act_new_doc(),
        // On a page, and among questions, what is new is not of what one sees.
        hint: Hint::Then(20, |app| listed(app).is_some()),
        bind: |app| Some(new(app)),
    },
    Action {
        name: "task.edit",
        keys: &[key('e')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_edit_title(),
        doc: || words().act_edit_title_doc(),
        hint: Hint::Never,
        bind: edit_title,
    },
    Action {
        name: "edit",
        keys: &[key('E')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_edit(),
        doc: || words().act_edit_doc(),
        // On a page that is a list it is one of many keys.
        hint: Hint::Then(12, at_goal_or_role_page),
        bind: edit,
    },
    Action {
        name: "task.due",
        keys: &[key('D')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_due(),
        doc: || words().act_due_doc(),
        hint: Hint::Never,
        bind: due,
    },
    Action {
        name: "task.next",
        keys: &[key('N')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_next_action(),
        doc: || words().act_next_action_doc(),
        hint: Hint::Never,
        bind: next,
    },
    Action {
        name: "task.remark",
        keys: &[key('w')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_remark(),
        doc: || words().act_remark_doc(),
        hint: Hint::Never,
        bind: remark,
    },
    Action {
        name: "thank",
        keys: &[key('&')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_thank(),
        doc: || words().act_thank_doc(),
        hint: Hint::Never,
        bind: |app| Some(thank(app)),
    },
];

/// What is new depends on where one is: a goal among goals, a role among roles, else a task.
fn new(app: &App) -> Run {
    // On the page of a goal or of a role it is work for that.
    if at_goal_or_role_page(app) {
        let of = selection(app);
        return Box::new(move |_| {
            ask::with_board(move |session, overview| forms::new_task_of(session, overview, of))
        });
    }
    let form = listed(app).and_then(|kind| kinds::of(kind).add).unwrap_or(forms::new_task);
    Box::new(move |_| ask::with_board(form))
}

/// The kind of subjects that the focused pane, or the page, lists.
fn listed(app: &App) -> Option<Kind> {
    if super::on_home(app) { app.home().focused().lists() } else { app.top().lists() }
}

/// Whether the page of a goal or of a role is what one looks at.
fn at_goal_or_role_page(app: &App) -> bool {
    let kind = selection(app).map(|subject| subject.kind);
    !super::on_home(app) && app.top().is_itself() && matches!(kind, Some(Kind::Goal | Kind::Role))
}

fn edit_title(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    let title = row(app).map(|row| row.title.clone());
    Some(Box::new(move |_| {
        ask::with_board(move |session, _| {
            let title = match &title {
                Some(title) => title.clone(),
                None => ask::called(session, task.into())?,
            };
            let prompt = Prompt::new(words().scr_ask_title()).with(&title);
            Ok(ask::text(prompt, move |_, title| {
                let edit = crate::domain::event::TaskEdited { title: Some(title), ..Default::default() };
                ask::perform(Command::EditTask(EditTask { task, edit }))
            }))
        })
    }))
}

/// Everything that it says, in a form.
fn edit(app: &App) -> Option<Run> {
    let subject = selection(app)?;
    let form = match kinds::of(subject.kind).edit {
        Edit::Anyone(form) => form,
        Edit::Oneself(form) if app.overview.my_id().map(SubjectRef::from) == Some(subject) => form,
        Edit::Oneself(_) | Edit::Nobody => return None,
    };
    Some(Box::new(move |_| ask::with_board(move |session, overview| form(session, overview, subject.id))))
}

fn thank(app: &App) -> Run {
    let selected = selection(app);
    Box::new(move |_| ask::with_board(move |session, overview| forms::thank(session, overview, selected)))
}

fn due(app: &App) -> Option<Run> {
    let tasks = tasks(app)?;
    let (today, title) = (app.overview.today, titled(app, words().scr_ask_due()));
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).hint(words().scr_ask_due_hint()).may_be_empty();
        ask::show(
            app,
            ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
                let day = match text.as_str() {
                    "" => None,
                    text => match spoken::parse_day(text, today) {
                        Some(day) => Some(day),
                        None => return ask::no_day(app),
                    },
                };
                ask::perform_each(tasks.clone(), move |task| {
                    let edit = crate::domain::event::TaskEdited { due: Some(day), ..Default::default() };
                    Command::EditTask(EditTask { task, edit })
                })
            }),
        )
    }))
}

fn next(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    let now = row(app).and_then(|row| row.next.clone()).unwrap_or_default();
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_next()).with(&now).may_be_empty();
        ask::show(
            app,
            ask::text(prompt, move |_, next| {
                let next = Some(next).filter(|next| !next.is_empty());
                let edit = crate::domain::event::TaskEdited { next: Some(next), ..Default::default() };
                ask::perform(Command::EditTask(EditTask { task, edit }))
            }),
        )
    }))
}

fn remark(app: &App) -> Option<Run> {
    let tasks = tasks(app)?;
    let title = titled(app, words().scr_ask_remark());
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).does(words().act_remark());
        let remarked = move |_: &mut App, text: String| {
            ask::perform_each(tasks.clone(), move |task| Command::Remark(Remark { task, text: text.clone() }))
        };
        ask::show(app, ask::text(prompt, remarked))
    }))
}
