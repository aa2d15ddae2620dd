//! Promises: to lead a task, to help with it, to pass it on, to give it back.

use super::{
    Action, Group, Hint, Run, Scope, at_task, at_task_or_finding, my_part, on_tasks, perform, row, rows,
    selected_task, tasks, titled,
};
use crate::domain::decide::{
    Accept, Claim, ClaimAs, Command, Decline, GiveBack, Offer, Renew, TakeOver, Withdraw,
};
use crate::domain::id::{MemberId, TaskId};
use crate::domain::subject::Kind;
use crate::domain::task::Part;
use crate::session::{Alike, Session};
use crate::store::TaskRow;
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::screens::choices;
use crate::tui::shell::action;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick, Question};
use crate::tui::shell::overview::Overview;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "task.claim",
        keys: &[key('c')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_claim(),
        doc: || words().act_claim_doc(),
        hint: Hint::First(10, nobody_leads),
        bind: claim,
    },
    Action {
        name: "task.help-with",
        keys: &[key('+')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_help_with(),
        doc: || words().act_help_with_doc(),
        hint: Hint::First(11, at_task),
        bind: help_with,
    },
    Action {
        name: "task.accept",
        keys: &[key('a')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_accept(),
        doc: || words().act_accept_doc(),
        hint: Hint::First(1, offered),
        bind: accept,
    },
    Action {
        name: "task.decline",
        keys: &[key('A')],
        scope: Scope::Everywhere,
        group: Group::Work,
        label: || words().act_decline(),
        doc: || words().act_decline_doc(),
        hint: Hint::First(2, offered),
        bind: decline,
    },
    Action {
        name: "task.offer",
        keys: &[key('o')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_offer(),
        doc: || words().act_offer_doc(),
        hint: Hint::First(12, |app| at_task(app) && !is_offered(app)),
        bind: offer,
    },
    Action {
        name: "task.withdraw",
        keys: &[key('W')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_withdraw(),
        doc: || words().act_withdraw_doc(),
        hint: Hint::First(12, |app| at_task(app) && is_offered(app)),
        bind: |app| lead_of(app).then(|| on_tasks(app, |task| Command::Withdraw(Withdraw { task })))?,
    },
    Action {
        name: "task.renew",
        keys: &[key('R')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_renew(),
        doc: || words().act_renew_doc(),
        hint: Hint::First(13, at_task_or_finding),
        bind: |app| mine(app).then(|| on_tasks(app, |task| Command::Renew(Renew { task })))?,
    },
    Action {
        name: "task.give-back",
        keys: &[key('-')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_give_back(),
        doc: || words().act_give_back_doc(),
        hint: Hint::First(14, at_task_or_finding),
        bind: give_back,
    },
    Action {
        name: "task.take-over",
        keys: &[key('t')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_take_over(),
        doc: || words().act_take_over_doc(),
        hint: Hint::First(9, at_task_or_finding),
        bind: take_over,
    },
    Action {
        name: "task.contest",
        keys: &[],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_contest(),
        doc: || words().act_contest_doc(),
        hint: Hint::Never,
        bind: contest,
    },
];

/// Of so many marked tasks it is known before they are claimed; of more the board says it.
const LOOKED_AT: usize = 20;

fn claim(app: &App) -> Option<Run> {
    let me = app.overview.my_id();
    let can = |row: &TaskRow| part_of(row, me) != Some(Part::Lead) && !row.state.is_finished();
    if !any(app, can) {
        return None;
    }
    let tasks = tasks(app)?;
    // Where somebody else leads one that looks like one of these, it asks once.
    Some(Box::new(move |_| {
        let (looked_at, each) = (tasks.clone(), tasks);
        let check = move |session: &Session, _: &Overview| {
            for task in looked_at.iter().take(LOOKED_AT) {
                if let Some(alike) = session.led_alike(*task)? {
                    let handle = session.board().task_handle(*task)?;
                    return Ok(Some(ask_if_same(&handle, &alike, looked_at.clone())));
                }
            }
            Ok(None)
        };
        ask::checked(check, move |session| session.perform_all(&claims(&each, &ClaimAs::LeadUnlessAlike)))
    }))
}

fn claims(tasks: &[TaskId], part: &ClaimAs) -> Vec<Command> {
    tasks.iter().map(|task| Command::Claim(Claim { task: *task, part: part.clone() })).collect()
}

/// Whether one helps with what is there, or claims the other all the same.
fn ask_if_same(handle: &str, alike: &Alike, tasks: Vec<TaskId>) -> Question {
    let words = words();
    let lead = alike.lead.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
    let help = Item::new(Pick::Nth(0), words.scr_help_there(&alike.handle, &alike.title), "");
    let mut items = vec![
        Item::new(Pick::Nth(1), words.act_claim(), ""),
        Item::new(Pick::Nth(2), words.scr_ask_leave(), ""),
    ];
    // Of several one is alike, and the others are still to be claimed.
    if tasks.len() == 1 {
        items.insert(0, help);
    }
    let other = alike.id;
    ask::pick(words.scr_ask_claims(handle, &alike.handle, lead), items, move |_, pick| match pick {
        Pick::Nth(0) => ask::perform(Command::Claim(Claim { task: other, part: ClaimAs::Helper })),
        Pick::Nth(1) => {
            let commands = claims(&tasks, &ClaimAs::Lead);
            ask::run(move |session| session.perform_all(&commands))
        }
        _ => Vec::new(),
    })
}

/// Whether something holds of any task on which the keys act, as far as one can see; each is looked at when it is done.
fn any(app: &App, holds: impl Fn(&TaskRow) -> bool) -> bool {
    let rows = rows(app);
    rows.is_empty() || rows.into_iter().any(holds)
}

/// What a member promised about a task.
fn part_of(row: &TaskRow, member: Option<MemberId>) -> Option<Part> {
    row.claims.iter().find(|claim| Some(claim.member) == member).map(|claim| claim.part)
}

/// What nobody leads asks to be claimed; a lead beside another one is refused, and says so when it is tried.
fn nobody_leads(app: &App) -> bool {
    at_task_or_finding(app) && any(app, |row| row.claims.iter().all(|claim| claim.part != Part::Lead))
}

fn help_with(app: &App) -> Option<Run> {
    let me = app.overview.my_id();
    let can = |row: &TaskRow| part_of(row, me).is_none() && !row.state.is_finished();
    if any(app, can) {
        on_tasks(app, |task| Command::Claim(Claim { task, part: ClaimAs::Helper }))
    } else {
        None
    }
}

/// Whether one has a live claim on any, as far as one can see.
fn mine(app: &App) -> bool {
    any(app, |row| part_of(row, app.overview.my_id()).is_some())
}

/// Whether one leads any, as far as one can see.
fn lead_of(app: &App) -> bool {
    any(app, |row| part_of(row, app.overview.my_id()) == Some(Part::Lead))
}

/// Whether one has offered any, and no answer came.
fn is_offered(app: &App) -> bool {
    let (me, now) = (app.overview.my_id(), app.overview.now);
    let offers = |row: &TaskRow| {
        let mine = row.claims.iter().find(|claim| Some(claim.member) == me);
        mine.is_some_and(|claim| claim.open_offer(now).is_some())
    };
    rows(app).into_iter().any(offers)
}

/// Whether the selected task is offered to oneself. Of any other the status line says the keys.
fn offered(app: &App) -> bool {
    at_task(app) && selected_task(app).is_some_and(|task| app.overview.offer_of(task).is_some())
}

fn accept(app: &App) -> Option<Run> {
    let Some(offer) = action::offer(app) else { return name_offer(app) };
    Some(perform(Command::Accept(Accept { task: offer.task })))
}

/// While the status line says something else, nothing is answered that nobody sees: the line names the offer again.
fn name_offer(app: &App) -> Option<Run> {
    // What is pressed makes the line quiet, and then it names the offer.
    app.overview.offers.first().map(|_| -> Run { Box::new(|_| Vec::new()) })
}

fn decline(app: &App) -> Option<Run> {
    let Some(offer) = action::offer(app) else { return name_offer(app) };
    let (task, title) = (offer.task, words().scr_ask_decline(&offer.handle));
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).may_be_empty().does(words().act_decline());
        ask::show(
            app,
            ask::text(prompt, move |_, reason| {
                ask::perform(Command::Decline(Decline { task, reason: Some(reason) }))
            }),
        )
    }))
}

fn offer(app: &App) -> Option<Run> {
    let tasks = tasks(app).filter(|_| lead_of(app))?;
    Some(Box::new(move |_| {
        ask::with_board(move |session, _| {
            let title = words().scr_ask_offer(ask::handles(session, &tasks)?);
            let (tasks, me) = (tasks.clone(), session.me().map(Into::into));
            Ok(ask::pick_found(
                title,
                choices::of(session, Kind::Member, me)?,
                choices::search(&[Kind::Member]).without(me),
                move |_, pick| match pick.typed() {
                    Some(to) => ask::perform_each(tasks.clone(), move |task| {
                        Command::Offer(Offer { task, to, note: None })
                    }),
                    None => Vec::new(),
                },
            ))
        })
    }))
}

fn give_back(app: &App) -> Option<Run> {
    let tasks = tasks(app).filter(|_| mine(app))?;
    let title = titled(app, words().scr_ask_give_back());
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).may_be_empty().does(words().act_give_back());
        ask::show(
            app,
            ask::text(prompt, move |_, note| {
                ask::perform_each(tasks.clone(), move |task| {
                    Command::GiveBack(GiveBack { task, note: Some(note.clone()) })
                })
            }),
        )
    }))
}

/// Only a quiet claim can be taken over.
fn take_over(app: &App) -> Option<Run> {
    let tasks = tasks(app)?;
    let (me, now) = (app.overview.my_id(), app.overview.now);
    let is_quiet = |row: &TaskRow| {
        let mut leads = row.claims.iter().filter(|claim| claim.part == Part::Lead).peekable();
        leads.peek().is_some() && leads.all(|claim| claim.lease < now) && part_of(row, me) != Some(Part::Lead)
    };
    if !any(app, is_quiet) {
        return None;
    }
    let title = titled(app, words().scr_ask_take_over());
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).does(words().act_take_over());
        ask::show(
            app,
            ask::text(prompt, move |_, note| {
                ask::perform_each(tasks.clone(), move |task| {
                    Command::TakeOver(TakeOver { task, note: note.clone() })
                })
            }),
        )
    }))
}

/// A second lead, on purpose and with a reason; without a key, so that nobody does it by a slip.
fn contest(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    let led = row(app).is_none_or(|row| row.claims.iter().any(|claim| claim.part == Part::Lead));
    if !led || my_part(app) == Some(Part::Lead) {
        return None;
    }
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_contest()).does(words().act_contest());
        ask::show(
            app,
            ask::text(prompt, move |_, reason| {
                ask::perform(Command::Claim(Claim { task, part: ClaimAs::Contest(reason) }))
            }),
        )
    }))
}
