//! The work itself: states, the pull order, laying aside, and what stops it.

use super::{Action, Group, Hint, Run, Scope, at_blocker, at_task, on_task, row, task_in_hand};
use crate::domain::decide::{Ask, Block, Clear, Command, Drop, Move, Park, Promise, RankTask};
use crate::domain::event::WaitsOn;
use crate::domain::id::TaskId;
use crate::domain::spoken;
use crate::domain::task::State;
use crate::session::PlaceAt;
use crate::tui::app::App;
use crate::tui::ask::{self, Pick};
use crate::tui::key::key;
use crate::tui::overlay::{Item, Prompt};
use crate::tui::pane::Name;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "task.done",
        keys: &[key('x')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_done(),
        doc: || words().act_done_doc(),
        hint: Hint::Then(14, at_task),
        bind: |app| unless(app, State::Done, |task| Command::Move(Move { task, to: State::Done })),
    },
    Action {
        name: "task.drop",
        keys: &[key('X')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_drop(),
        doc: || words().act_drop_doc(),
        hint: Hint::Never,
        bind: drop,
    },
    Action {
        name: "task.on",
        keys: &[key('>')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_on(),
        doc: || words().act_on_doc(),
        hint: Hint::Never,
        bind: |app| moved(app, 1),
    },
    Action {
        name: "task.back",
        keys: &[key('<')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_back(),
        doc: || words().act_back_doc(),
        hint: Hint::Never,
        bind: |app| moved(app, -1),
    },
    Action {
        name: "task.block",
        keys: &[key('b')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_block(),
        doc: || words().act_block_doc(),
        hint: Hint::Then(13, at_task),
        bind: block,
    },
    Action {
        name: "task.clear",
        keys: &[key('C')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_clear(),
        doc: || words().act_clear_doc(),
        hint: Hint::Then(5, at_blocker),
        bind: |app| on_blocker(app, clear),
    },
    Action {
        name: "task.asked",
        keys: &[key('!')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_asked(),
        doc: || words().act_asked_doc(),
        hint: Hint::Then(6, at_blocker),
        bind: |app| on_blocker(app, asked),
    },
    Action {
        name: "task.promised",
        keys: &[key('P')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_promised(),
        doc: || words().act_promised_doc(),
        hint: Hint::Then(7, at_blocker),
        bind: |app| on_blocker(app, promised),
    },
    Action {
        name: "task.up",
        keys: &[key('K'), key('[')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_rank_up(),
        doc: || words().act_rank_up_doc(),
        hint: Hint::Never,
        bind: |app| ranked(app, -1),
    },
    Action {
        name: "task.down",
        keys: &[key('J'), key(']')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_rank_down(),
        doc: || words().act_rank_down_doc(),
        hint: Hint::Never,
        bind: |app| ranked(app, 1),
    },
    Action {
        name: "task.top",
        keys: &[key('T')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_rank_top(),
        doc: || words().act_rank_top_doc(),
        hint: Hint::Never,
        bind: top,
    },
    Action {
        name: "task.park",
        keys: &[key('p')],
        scope: Scope::Task,
        group: Group::Work,
        label: || words().act_park(),
        doc: || words().act_park_doc(),
        hint: Hint::Never,
        bind: park,
    },
];

/// A move to a state in which it is not yet.
fn unless(app: &App, state: State, command: fn(TaskId) -> Command) -> Option<Run> {
    if row(app).is_some_and(|row| row.state == state) { None } else { on_task(app, command) }
}

/// The next state of the work, or the one before.
fn moved(app: &App, by: isize) -> Option<Run> {
    let (task, state) = (task_in_hand(app)?, row(app)?.state);
    let to = match (state, by) {
        (State::Dropped, 1) => return None,
        (State::Done | State::Dropped, _) if by < 0 => State::Review,
        _ => {
            let at = State::ALL[..4].iter().position(|known| *known == state)?;
            *State::ALL[..4].get(at.checked_add_signed(by)?)?
        }
    };
    Some(super::perform(Command::Move(Move { task, to })))
}

fn drop(app: &App) -> Option<Run> {
    let task = task_in_hand(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_drop()).does(words().act_drop());
        ask::show(app, ask::text(prompt, move |_, reason| ask::perform(Command::Drop(Drop { task, reason }))))
    }))
}

/// First what, then on whom: what stops it is known before who can help.
fn block(app: &App) -> Option<Run> {
    let task = task_in_hand(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_block()).hint(words().scr_ask_block_hint());
        ask::show(app, ask::text(prompt, move |_, what| waits_on(task, what)))
    }))
}

fn waits_on(task: TaskId, what: String) -> Vec<crate::tui::desk::Effect> {
    ask::with_board(move |session, _| {
        let what = what.clone();
        let mut items = vec![Item::new(Pick::Nth(0), words().scr_on_nobody(), "")];
        items.extend(ask::members(session, session.me())?);
        items.push(Item::new(Pick::Other, words().scr_on_other(), ""));
        items.extend(ask::tasks(session, task)?);
        Ok(ask::pick(words().scr_ask_on_whom(), items, move |app, pick| {
            let block = |on| ask::perform(Command::Block(Block { task, what: what.clone(), on }));
            match pick {
                Pick::Member(member) => block(Some(WaitsOn::Member(member))),
                Pick::Task(on) => block(Some(WaitsOn::Task(on))),
                Pick::Other => {
                    let what = what.clone();
                    let prompt = Prompt::new(words().scr_ask_other());
                    ask::show(
                        app,
                        ask::text(prompt, move |_, who| {
                            let on = Some(WaitsOn::Other(who));
                            ask::perform(Command::Block(Block { task, what: what.clone(), on }))
                        }),
                    )
                }
                _ => block(None),
            }
        }))
    })
}

/// What is done about one blocker: its number, where there are several.
type OnBlocker = fn(&mut App, TaskId, Option<usize>) -> Vec<crate::tui::desk::Effect>;

/// Something about the blocker in hand; of several it is asked which.
fn on_blocker(app: &App, act: OnBlocker) -> Option<Run> {
    let task = task_in_hand(app)?;
    if row(app).is_some_and(|row| row.blocked == 0) {
        return None;
    }
    if app.home.focus == Name::Blockers && super::on_home(app) {
        let number = app.home.blockers.number();
        return Some(Box::new(move |app| act(app, task, number)));
    }
    let several = row(app).is_none_or(|row| row.blocked > 1);
    if !several {
        return Some(Box::new(move |app| act(app, task, None)));
    }
    Some(Box::new(move |_| {
        ask::with_board(move |session, _| {
            let blockers = match session.board().subject(task.into())? {
                Some(crate::domain::subject::Subject::Task(task)) => {
                    task.open_blockers().map(|blocker| blocker.what.clone()).collect()
                }
                _ => Vec::new(),
            };
            let items = (1..).zip(blockers).map(|(n, what)| Item::new(Pick::Nth(n), what, "")).collect();
            Ok(ask::pick(words().scr_ask_which(), items, move |app, pick| match pick {
                Pick::Nth(n) => act(app, task, Some(n)),
                _ => Vec::new(),
            }))
        })
    }))
}

fn clear(app: &mut App, task: TaskId, number: Option<usize>) -> Vec<crate::tui::desk::Effect> {
    let prompt = Prompt::new(words().scr_ask_clear()).may_be_empty().does(words().act_clear());
    ask::show(
        app,
        ask::text(prompt, move |_, how| {
            ask::perform(Command::Clear(Clear { task, number, how: Some(how), withdrawn: false }))
        }),
    )
}

fn asked(_: &mut App, task: TaskId, number: Option<usize>) -> Vec<crate::tui::desk::Effect> {
    ask::perform(Command::Ask(Ask { task, number }))
}

fn promised(app: &mut App, task: TaskId, number: Option<usize>) -> Vec<crate::tui::desk::Effect> {
    let today = app.facts.today;
    let prompt = Prompt::new(words().scr_ask_promised()).hint(words().scr_ask_day_hint());
    ask::show(
        app,
        ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
            match spoken::parse_day(&text, today) {
                Some(until) => ask::perform(Command::Promise(Promise { task, number, until })),
                None => ask::no_day(app),
            }
        }),
    )
}

/// One place up or down among the rows that are loaded; the order of the work is left alone by `J` and `K`.
fn ranked(app: &App, by: isize) -> Option<Run> {
    let task = task_in_hand(app)?;
    let (other, same) = app.home.owns.beside(task, by)?;
    if !same {
        return None;
    }
    Some(Box::new(move |_| {
        ask::deed(move |session| {
            let at = if by < 0 { PlaceAt::Before(other) } else { PlaceAt::After(other) };
            let place = session.place(task, at)?;
            session.perform(&Command::RankTask(RankTask { task, place, reason: None }))
        })
    }))
}

fn top(app: &App) -> Option<Run> {
    let task = task_in_hand(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_top()).may_be_empty().does(words().act_rank_top());
        ask::show(
            app,
            ask::text(prompt, move |_, reason| {
                let reason = Some(reason);
                ask::deed(move |session| {
                    let place = session.place(task, PlaceAt::Top)?;
                    session.perform(&Command::RankTask(RankTask { task, place, reason: reason.clone() }))
                })
            }),
        )
    }))
}

/// Lays it aside until a day; what is laid aside is taken up again.
fn park(app: &App) -> Option<Run> {
    let task = task_in_hand(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    if row(app).is_some_and(|row| row.parked.is_some_and(|day| day > app.facts.today)) {
        return Some(super::perform(Command::Park(Park { task, until: None })));
    }
    let today = app.facts.today;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_park()).hint(words().scr_ask_day_hint());
        ask::show(
            app,
            ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
                match spoken::parse_day(&text, today) {
                    Some(until) => ask::perform(Command::Park(Park { task, until: Some(until) })),
                    None => ask::no_day(app),
                }
            }),
        )
    }))
}
