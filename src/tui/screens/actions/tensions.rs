//! Tensions: sensing one, looking after it, making it a task, and saying that it is over.

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, always, selected, selection, several};
use crate::domain::decide::{CloseTension, Command, TakeUpTension};
use crate::domain::id::{SubjectRef, TensionId};
use crate::domain::subject::Kind;
use crate::domain::tension::Closing;
use crate::tui::kit::key::{code, key};
use crate::tui::kit::overlay::Prompt;
use crate::tui::screens::forms;
use crate::tui::screens::page::tensions;
use crate::tui::screens::pane::Name;
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "tension.sense",
        keys: &[key('`')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_sense(),
        doc: || words().act_sense_doc(),
        hint: Hint::Never,
        bind: sense,
    },
    Action {
        name: "tension.take-up",
        keys: &[key('c')],
        scope: Scope::On(Kind::Tension),
        group: Group::Work,
        label: || words().act_tension_take_up(),
        doc: || words().act_tension_take_up_doc(),
        hint: Hint::First(0, always),
        bind: take_up,
    },
    Action {
        name: "tension.became",
        keys: &[key('>')],
        scope: Scope::On(Kind::Tension),
        group: Group::Work,
        label: || words().act_tension_became(),
        doc: || words().act_tension_became_doc(),
        hint: Hint::Then(1, always),
        bind: became,
    },
    Action {
        name: "tension.settled",
        keys: &[key('x')],
        scope: Scope::On(Kind::Tension),
        group: Group::Work,
        label: || words().act_tension_settled(),
        doc: || words().act_tension_settled_doc(),
        hint: Hint::Then(2, always),
        bind: settled,
    },
    Action {
        name: "tension.let-go",
        keys: &[key('X')],
        scope: Scope::On(Kind::Tension),
        group: Group::Work,
        label: || words().act_tension_let_go(),
        doc: || words().act_tension_let_go_doc(),
        hint: Hint::Never,
        bind: let_go,
    },
    Action {
        name: "screen.tensions",
        keys: &[code(KeyCode::F(5))],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_tensions(),
        doc: || words().act_tensions_doc(),
        hint: Hint::Never,
        bind: |_| Some(Box::new(|_| vec![Effect::Open(tensions::opening())])),
    },
];

/// Of a question it is made from what that says; else what is selected is what it is about.
fn sense(app: &App) -> Option<Run> {
    if super::on_home(app)
        && app.home().focus == Name::Findings
        && let Some(row) = app.home().findings.selected()
    {
        if let Some(group) = row.group() {
            return several::one_tension(app, group);
        }
        if let Some(held) = row.finding() {
            let finding = held.finding.key.clone();
            return Some(Box::new(move |app| of_finding(app, finding)));
        }
    }
    let selected = selection(app);
    Some(Box::new(move |_| {
        ask::with_board(move |session, overview| forms::sense(session, overview, selected))
    }))
}

/// Asks what could be instead of what a finding says, and makes it a tension.
pub fn of_finding(app: &mut App, finding: String) -> Vec<Effect> {
    ask::show(
        app,
        ask::text(Prompt::new(words().scr_ask_tension()), move |_, could| {
            let finding = finding.clone();
            ask::run(move |session| {
                let tension = TensionId(session.new_id());
                let commands = session.settle_as_tension(tension, &[&finding], &could, None)?;
                session.perform_all(&commands)
            })
        }),
    )
}

fn take_up(app: &App) -> Option<Run> {
    let tension: TensionId = selected(app)?;
    Some(super::perform(Command::TakeUpTension(TakeUpTension { tension })))
}

/// The form of a new task, filled with what could be.
fn became(app: &App) -> Option<Run> {
    let tension: TensionId = selected(app)?;
    let of = Some(SubjectRef::from(tension));
    Some(Box::new(move |_| {
        ask::with_board(move |session, overview| forms::new_task_of(session, overview, of))
    }))
}

fn settled(app: &App) -> Option<Run> {
    let tension: TensionId = selected(app)?;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_tension_settled())
            .hint(words().scr_ask_tension_settled_hint())
            .does(words().act_tension_settled())
            .may_be_empty();
        ask::show(
            app,
            ask::text(prompt, move |_, why| {
                let why = Some(why).filter(|why| !why.is_empty());
                let way = Closing::Settled;
                ask::perform(Command::CloseTension(CloseTension { tension, way, why }))
            }),
        )
    }))
}

fn let_go(app: &App) -> Option<Run> {
    let tension: TensionId = selected(app)?;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_tension_let_go()).does(words().act_tension_let_go());
        ask::show(
            app,
            ask::text(prompt, move |_, why| {
                let (way, why) = (Closing::LetGo, Some(why));
                ask::perform(Command::CloseTension(CloseTension { tension, way, why }))
            }),
        )
    }))
}
