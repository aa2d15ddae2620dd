//! The work itself: states, the pull order, laying aside.

use super::{Action, Group, Hint, Run, Scope, at_task, my_part, row, selected_task};
use crate::domain::decide::{Claim, ClaimAs, Command, Drop, Ending, Move, Park, Place, RankTask};
use crate::domain::id::TaskId;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::domain::task::{Part, State};
use crate::store::RowClaim;
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
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_done(),
        doc: || words().act_done_doc(),
        hint: Hint::Then(14, at_task),
        bind: done,
    },
    Action {
        name: "task.drop",
        keys: &[key('X')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_drop(),
        doc: || words().act_drop_doc(),
        hint: Hint::Never,
        bind: drop,
    },
    Action {
        name: "task.on",
        keys: &[key('>')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_on(),
        doc: || words().act_on_doc(),
        hint: Hint::First(5, not_begun),
        bind: |app| moved(app, 1),
    },
    Action {
        name: "task.back",
        keys: &[key('<')],
        scope: Scope::On(Kind::Task),
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
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_rank_top(),
        doc: || words().act_rank_top_doc(),
        hint: Hint::Never,
        bind: top,
    },
    Action {
        name: "task.park",
        keys: &[key('p')],
        scope: Scope::On(Kind::Task),
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
    let task = selected_task(app)?;
    if row(app).is_some_and(|row| row.state == State::Done) {
        return None;
    }
    Some(finish(app, task))
}

/// Finishes it; where that would end what others lead, or something stops it, it asks once, with their names.
fn finish(app: &App, task: TaskId) -> Run {
    let finished = move |ending| Command::Move(Move { task, to: State::Done, ending });
    let Some(why) = against(app) else { return super::perform(finished(Ending::Own)) };
    Box::new(move |app| {
        let words = words();
        let items = vec![
            Item::new(Pick::Nth(0), words.act_done(), ""),
            Item::new(Pick::Nth(1), words.scr_ask_leave(), ""),
        ];
        let next = move |_: &mut App, pick| match pick {
            Pick::Nth(0) => ask::perform(finished(Ending::Anyway)),
            _ => Vec::new(),
        };
        ask::show(app, ask::pick(words.scr_ask_ends(why), items, next))
    })
}

/// What speaks against ending the selected task just so, as a refusal says it.
fn against(app: &App) -> Option<String> {
    let (words, me) = (words(), app.overview.my_id());
    let row = row(app).filter(|row| !row.state.is_finished())?;
    let is_others = |claim: &&RowClaim| claim.part == Part::Lead && Some(claim.member) != me;
    let others: Vec<&str> = row.claims.iter().filter(is_others).map(|claim| claim.name.as_str()).collect();
    match (others.join(", ").as_str(), row.blocked) {
        ("", 0) => None,
        ("", _) => Some(words.refused_ends_blocked(&row.handle)),
        (leads, 0) => Some(words.refused_ends_led(&row.handle, leads)),
        (leads, _) => Some(words.refused_ends_both(&row.handle, leads)),
    }
}

/// The next state of the work, or the one before.
fn moved(app: &App, by: isize) -> Option<Run> {
    let (task, state) = (selected_task(app)?, row(app)?.state);
    let to = match (state, by) {
        (State::Dropped, 1) => return None,
        (State::Done | State::Dropped, _) if by < 0 => State::Review,
        _ => {
            let at = State::ALL[..4].iter().position(|known| *known == state)?;
            *State::ALL[..4].get(at.checked_add_signed(by)?)?
        }
    };
    if to == State::Done {
        return Some(finish(app, task));
    }
    let moved = Command::Move(Move { task, to, ending: Ending::Own });
    if by > 0 && row(app)?.claims.iter().all(|claim| claim.part != Part::Lead) {
        return Some(Box::new(move |_| offer_the_claim(task, moved.clone())));
    }
    Some(super::perform(moved))
}

/// What is being done should be somebody's: asks whether that is oneself, and moves it either way.
fn offer_the_claim(task: TaskId, moved: Command) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let title = words().scr_ask_lead_too(ask::handle(session, task)?);
        let ways = [words().scr_lead_too(), words().scr_lead_not()];
        let items = (0..).zip(ways).map(|(n, way)| Item::new(Pick::Nth(n), way, "")).collect();
        let moved = moved.clone();
        Ok(ask::pick(title, items, move |_, pick| {
            let claim = Command::Claim(Claim { task, part: ClaimAs::Lead });
            let commands = match pick {
                Pick::Nth(0) => vec![claim, moved.clone()],
                _ => vec![moved.clone()],
            };
            ask::run(move |session| session.perform_all(&commands))
        }))
    })
}

fn drop(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    let against = against(app);
    let ending = Ending::anyway(against.is_some());
    Some(Box::new(move |app| {
        let title = match against {
            Some(why) => words().scr_ask_drop_led(why),
            None => words().scr_ask_drop(),
        };
        let prompt = Prompt::new(title).does(words().act_drop());
        let dropped = move |reason| Command::Drop(Drop { task, reason, ending });
        ask::show(app, ask::text(prompt, move |_, reason| ask::perform(dropped(reason))))
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

fn top(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().scr_ask_top()).may_be_empty().does(words().act_rank_top());
        ask::show(
            app,
            ask::text(prompt, move |_, reason| {
                let reason = Some(reason);
                ask::run(move |session| {
                    let reason = reason.clone();
                    session.perform(&Command::RankTask(RankTask { task, place: Place::Top, reason }))
                })
            }),
        )
    }))
}

/// Lays it aside until a day; what is laid aside is taken up again.
fn park(app: &App) -> Option<Run> {
    let task = selected_task(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    if row(app).is_some_and(|row| row.parked.is_some_and(|day| day > app.overview.today)) {
        return Some(super::perform(Command::Park(Park { task, until: None })));
    }
    let today = app.overview.today;
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
