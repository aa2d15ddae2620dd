//! The work itself: states, the pull order, laying aside.

use super::{Action, Group, Hint, Run, Scope, at_task, my_part, row, rows, selected_task, tasks, titled};
use crate::domain::decide::{Claim, ClaimAs, Command, Drop, Ending, Move, Park, Place, RankTask};
use crate::domain::id::{MemberId, TaskId};
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::domain::task::{Part, State};
use crate::store::{RowClaim, TaskRow};
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "task.done",
        keys: &[key('x')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_done(),
        doc: || words().act_done_doc(),
        hint: Hint::Then(14, at_task),
        bind: done,
    },
    Action {
        name: "task.drop",
        keys: &[key('X')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_drop(),
        doc: || words().act_drop_doc(),
        hint: Hint::Never,
        bind: drop,
    },
    Action {
        name: "task.on",
        keys: &[key('>')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_on(),
        doc: || words().act_on_doc(),
        hint: Hint::First(5, not_begun),
        bind: |app| moved(app, 1),
    },
    Action {
        name: "task.back",
        keys: &[key('<')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_back(),
        doc: || words().act_back_doc(),
        hint: Hint::Never,
        bind: |app| moved(app, -1),
    },
    Action {
        name: "task.up",
        keys: &[key('K'), key('[')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_rank_up(),
        doc: || words().act_rank_up_doc(),
        hint: Hint::Never,
        bind: |app| ranked(app, -1),
    },
    Action {
        name: "task.down",
        keys: &[key('J'), key(']')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_rank_down(),
        doc: || words().act_rank_down_doc(),
        hint: Hint::Never,
        bind: |app| ranked(app, 1),
    },
    Action {
        name: "task.top",
        keys: &[key('T')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_rank_top(),
        doc: || words().act_rank_top_doc(),
        hint: Hint::Never,
        bind: top,
    },
    Action {
        name: "task.park",
        keys: &[key('p')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_park(),
        doc: || words().act_park_doc(),
        hint: Hint::Never,
        bind: park,
    },
];

/// Whether one leads what is not begun yet: to begin it is the next step.
fn not_begun(app: &App) -> bool {
    let is_open = row(app).is_some_and(|row| row.state == State::Open);
    at_task(app) && is_open && my_part(app) == Some(Part::Lead)
}

fn done(app: &App) -> Option<Run> {
    let tasks = tasks(app)?;
    if row(app).is_some_and(|row| row.state == State::Done) {
        return None;
    }
    let finished = move |ending| {
        let tasks = tasks.clone();
        ask::perform_each(tasks, move |task| Command::Move(Move { task, to: State::Done, ending }))
    };
    Some(ending(against(app, &rows(app)), finished))
}

/// Ends tasks; where that would end what others lead, or something stops them, it asks once, with their names.
fn ending(against: Option<String>, ended: impl Fn(Ending) -> Vec<Effect> + 'static) -> Run {
    let Some(why) = against else { return Box::new(move |_| ended(Ending::Own)) };
    Box::new(move |app| {
        let words = words();
        let items = vec![
            Item::new(Pick::Nth(0), words.act_done(), ""),
            Item::new(Pick::Nth(1), words.scr_ask_leave(), ""),
        ];
        let next = move |_: &mut App, pick| match pick {
            Pick::Nth(0) => ended(Ending::Anyway),
            _ => Vec::new(),
        };
        ask::show(app, ask::pick(words.scr_ask_ends(why), items, next))
    })
}

/// So many reasons are said in full.
const REASONS: usize = 3;

/// What speaks against ending these just so, as a refusal says it.
fn against(app: &App, rows: &[&TaskRow]) -> Option<String> {
    let me = app.overview.my_id();
    let reasons: Vec<String> = rows.iter().filter_map(|row| against_one(me, row)).collect();
    let (first, more) = reasons.split_first()?;
    let said = more.iter().take(REASONS - 1).fold(first.clone(), |said, also| words().form_also(said, also));
    match reasons.len().saturating_sub(REASONS) {
        0 => Some(said),
        more => Some(words().phrase_and_more(said, more)),
    }
}

fn against_one(me: Option<MemberId>, row: &TaskRow) -> Option<String> {
    let words = words();
    if row.state.is_finished() {
        return None;
    }
    let is_others = |claim: &&RowClaim| claim.part == Part::Lead && Some(claim.member) != me;
    let others: Vec<&str> = row.claims.iter().filter(is_others).map(|claim| claim.name.as_str()).collect();
    match (others.join(", ").as_str(), row.blocked) {
        ("", 0) => None,
        ("", _) => Some(words.refused_ends_blocked(&row.handle)),
        (leads, 0) => Some(words.refused_ends_led(&row.handle, leads)),
        (leads, _) => Some(words.refused_ends_both(&row.handle, leads)),
    }
}

/// The next state of the work, or the one before: of each its own.
fn moved(app: &App, by: isize) -> Option<Run> {
    let rows = rows(app);
    let moves: Vec<(&TaskRow, State)> =
        rows.iter().filter_map(|row| Some((*row, beside(row.state, by)?))).collect();
    let is_free = |row: &TaskRow| row.claims.iter().all(|claim| claim.part != Part::Lead);
    let free = moves.iter().filter(|(row, to)| by > 0 && *to != State::Done && is_free(row));
    let free: Vec<TaskId> = free.map(|(row, _)| row.id).collect();
    let finished: Vec<&TaskRow> =
        moves.iter().filter(|(_, to)| *to == State::Done).map(|(row, _)| *row).collect();
    let against = against(app, &finished);
    let moves: Vec<(TaskId, State)> = moves.iter().map(|(row, to)| (row.id, *to)).collect();
    if moves.is_empty() {
        return None;
    }
    Some(ending(against, move |ending| {
        let moved = moves.iter().map(|(task, to)| Command::Move(Move { task: *task, to: *to, ending }));
        let moved: Vec<Command> = moved.collect();
        match free.as_slice() {
            [] => ask::run(move |session| session.perform_all(&moved)),
            free => offer_the_claim(free.to_vec(), moved),
        }
    }))
}

/// The state so many steps on, or back.
fn beside(state: State, by: isize) -> Option<State> {
    match (state, by) {
        (State::Dropped, 1) => None,
        (State::Done | State::Dropped, _) if by < 0 => Some(State::Review),
        _ => {
            let at = State::ALL[..4].iter().position(|known| *known == state)?;
            State::ALL[..4].get(at.checked_add_signed(by)?).copied()
        }
    }
}

/// What is being done should be somebody's: asks whether that is oneself, and moves it either way.
fn offer_the_claim(free: Vec<TaskId>, moved: Vec<Command>) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let title = words().scr_ask_lead_too(ask::handles(session, &free)?);
        let ways = [words().scr_lead_too(), words().scr_lead_not()];
        let items = (0..).zip(ways).map(|(n, way)| Item::new(Pick::Nth(n), way, "")).collect();
        let (free, moved) = (free.clone(), moved.clone());
        Ok(ask::pick(title, items, move |_, pick| {
            let claim = |task: &TaskId| Command::Claim(Claim { task: *task, part: ClaimAs::Lead });
            let claims: Vec<Command> = match pick {
                Pick::Nth(0) => free.iter().map(claim).collect(),
                _ => Vec::new(),
            };
            let commands = [claims, moved.clone()].concat();
            ask::run(move |session| session.perform_all(&commands))
        }))
    })
}

fn drop(app: &App) -> Option<Run> {
    let tasks = tasks(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    let against = against(app, &rows(app));
    let ending = Ending::anyway(against.is_some());
    let title = match against {
        Some(why) => words().scr_ask_drop_led(why),
        None => titled(app, words().scr_ask_drop()),
    };
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).does(words().act_drop());
        let dropped = move |_: &mut App, reason: String| {
            ask::perform_each(tasks.clone(), move |task| {
                Command::Drop(Drop { task, reason: reason.clone(), ending })
            })
        };
        ask::show(app, ask::text(prompt, dropped))
    }))
}

/// One place up or down among the rows that are loaded; the order of the work is left alone by `J` and `K`.
fn ranked(app: &App, by: isize) -> Option<Run> {
    let task = selected_task(app)?;
    let (other, same) = app.home().owns.beside(task, by)?;
    if !same {
        return None;
    }
    Some(Box::new(move |_| {
        ask::run(move |session| {
            let place = if by < 0 { Place::Before(other) } else { Place::After(other) };
            session.perform(&Command::RankTask(RankTask { task, place, reason: None }))
        })
    }))
}

/// To the top, in the order in which they stand.
fn top(app: &App) -> Option<Run> {
    let mut tasks = tasks(app)?;
    let rows = rows(app);
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    let rank = |task: &TaskId| rows.iter().find(|row| row.id == *task).map(|row| row.rank.as_str());
    tasks.sort_by_key(rank);
    let title = titled(app, words().scr_ask_top());
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).may_be_empty().does(words().act_rank_top());
        ask::show(
            app,
            ask::text(prompt, move |_, reason| {
                let commands = RankTask::each(&tasks, Place::Top, Some(&reason));
                ask::run(move |session| session.perform_all(&commands))
            }),
        )
    }))
}

/// Lays it aside until a day; what is laid aside is taken up again.
fn park(app: &App) -> Option<Run> {
    let tasks = tasks(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    let (rows, today) = (rows(app), app.overview.today);
    let is_parked = |row: &&TaskRow| row.parked.is_some_and(|day| day > today);
    if !rows.is_empty() && rows.iter().all(is_parked) {
        let back = move |task| Command::Park(Park { task, until: None });
        return Some(Box::new(move |_| ask::perform_each(tasks, back)));
    }
    let title = titled(app, words().scr_ask_park());
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).hint(words().scr_ask_day_hint());
        ask::show(
            app,
            ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
                match spoken::parse_day(&text, today) {
                    Some(until) => ask::perform_each(tasks.clone(), move |task| {
                        Command::Park(Park { task, until: Some(until) })
                    }),
                    None => ask::no_day(app),
                }
            }),
        )
    }))
}
