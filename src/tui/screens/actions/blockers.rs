//! What stops a task: saying it, asking, being promised help, and that it is over.

use super::{
    Action, Group, Hint, Run, Scope, at_blocked, at_blocker, at_task, row, selected_task, tasks, titled,
};
use crate::domain::decide::{Ask, Block, Clear, Command, Promise, Which};
use crate::domain::event::WaitsOn;
use crate::domain::id::TaskId;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::screens::choices;
use crate::tui::screens::pane::{self, Name};
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "task.block",
        keys: &[key('b')],
        scope: Scope::Tasks,
        group: Group::Work,
        label: || words().act_block(),
        doc: || words().act_block_doc(),
        hint: Hint::Then(13, at_task),
        bind: block,
    },
    Action {
        name: "task.clear",
        keys: &[key('C')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_clear(),
        doc: || words().act_clear_doc(),
        hint: Hint::Then(5, at_blocked),
        bind: |app| on_blocker(app, clear),
    },
    Action {
        name: "task.asked",
        keys: &[key('!')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_asked(),
        doc: || words().act_asked_doc(),
        hint: Hint::Then(6, at_blocked),
        bind: |app| on_blocker(app, asked),
    },
    Action {
        name: "task.promised",
        keys: &[key('P')],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_promised(),
        doc: || words().act_promised_doc(),
        hint: Hint::Then(7, at_blocker),
        bind: |app| on_blocker(app, promised),
    },
];

/// First what, then on whom: what stops it is known before who can help.
fn block(app: &App) -> Option<Run> {
    let tasks = tasks(app)?;
    if row(app).is_some_and(|row| row.state.is_finished()) {
        return None;
    }
    let title = titled(app, words().scr_ask_block());
    Some(Box::new(move |app| {
        let prompt = Prompt::new(title).hint(words().scr_ask_block_hint());
        ask::show(app, ask::text(prompt, move |_, what| waits_on(tasks.clone(), what)))
    }))
}

fn waits_on(tasks: Vec<TaskId>, what: String) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let (tasks, what) = (tasks.clone(), what.clone());
        let mut items = vec![Item::new(Pick::Nth(0), words().scr_on_nobody(), "")];
        items.extend(choices::of(session, Kind::Member, session.me().map(Into::into))?);
        items.push(Item::new(Pick::Other, words().scr_on_other(), ""));
        items.extend(choices::of(session, Kind::Task, tasks.first().map(|task| (*task).into()))?);
        let search = choices::search(&[Kind::Member, Kind::Task])
            .without(session.me().map(Into::into).into_iter().chain(tasks.iter().map(|task| (*task).into())))
            .or(Item::new(Pick::Nth(0), words().scr_on_nobody(), ""))
            .or_the_text(|who| words().scr_on_outside(who));
        Ok(ask::pick_found(words().scr_ask_on_whom(), items, search, move |app, pick| {
            let block = |on| blocked(tasks.clone(), what.clone(), on);
            match pick {
                Pick::Text(who) => block(Some(WaitsOn::Other(who))),
                Pick::Other => {
                    let (tasks, what) = (tasks.clone(), what.clone());
                    let prompt = Prompt::new(words().scr_ask_other());
                    ask::show(
                        app,
                        ask::text(prompt, move |_, who| {
                            blocked(tasks.clone(), what.clone(), Some(WaitsOn::Other(who)))
                        }),
                    )
                }
                pick => {
                    let member = pick.typed().map(WaitsOn::Member);
                    block(member.or_else(|| pick.typed().map(WaitsOn::Task)))
                }
            }
        }))
    })
}

fn blocked(tasks: Vec<TaskId>, what: String, on: Option<WaitsOn>) -> Vec<Effect> {
    ask::perform_each(tasks, move |task| Command::Block(Block { task, what: what.clone(), on: on.clone() }))
}

/// What is done about one blocker.
type OnBlocker = fn(&mut App, TaskId, Which) -> Vec<Effect>;

/// Something about the selected blocker; of several it is asked which.
fn on_blocker(app: &App, act: OnBlocker) -> Option<Run> {
    let task = selected_task(app)?;
    if row(app).is_some_and(|row| row.blocked == 0) {
        return None;
    }
    if app.home().focus == Name::Blockers && super::on_home(app) {
        let which = Which::Raised(app.home().blockers.selected()?.record);
        return Some(Box::new(move |app| act(app, task, which)));
    }
    let several = row(app).is_none_or(|row| row.blocked > 1);
    if !several {
        return Some(Box::new(move |app| act(app, task, Which::Only)));
    }
    Some(Box::new(move |_| {
        ask::with_board(move |session, _| {
            let blockers = session.board().blockers_of(task)?;
            let items = blockers.iter().enumerate();
            let items = items.map(|(n, row)| Item::new(Pick::Nth(n), pane::sentence(row), "")).collect();
            Ok(ask::pick(words().scr_ask_which(), items, move |app, pick| match pick {
                Pick::Nth(n) => match blockers.get(n) {
                    Some(blocker) => act(app, task, Which::Raised(blocker.record)),
                    None => Vec::new(),
                },
                _ => Vec::new(),
            }))
        })
    }))
}

fn clear(app: &mut App, task: TaskId, which: Which) -> Vec<Effect> {
    let prompt = Prompt::new(words().scr_ask_clear()).may_be_empty().does(words().act_clear());
    ask::show(
        app,
        ask::text(prompt, move |_, how| {
            ask::perform(Command::Clear(Clear { task, which, how: Some(how), withdrawn: false }))
        }),
    )
}

fn asked(_: &mut App, task: TaskId, which: Which) -> Vec<Effect> {
    ask::perform(Command::Ask(Ask { task, which }))
}

fn promised(app: &mut App, task: TaskId, which: Which) -> Vec<Effect> {
    let today = app.overview.today;
    let prompt = Prompt::new(words().scr_ask_promised()).hint(words().scr_ask_day_hint());
    ask::show(
        app,
        ask::text_that_looks(prompt, ask::day_looks, move |app, text| {
            match spoken::parse_day(&text, today) {
                Some(until) => ask::perform(Command::Promise(Promise { task, which, until })),
                None => ask::no_day(app),
            }
        }),
    )
}

#[cfg(test)]
mod tests {
    use crate::domain::decide::{AddTask, Command, Place};
    use crate::domain::id::TaskId;
    use crate::tui::testing::{demo, desk, world};

    #[test]
    fn what_is_on_nobody_s_list_is_outside_whatever_letters_a_title_has() {
        let mut desk = demo(120, 40);
        desk.press("2 f b text:the_key Enter text:Pak_RT Enter");
        assert!(desk.says().contains("waiting on Pak RT: the key"), "{}", desk.says());
    }

    #[test]
    fn a_task_far_down_the_order_is_picked_by_its_handle_and_by_words_of_its_title() {
        let mut session = crate::testing::sample_team(world("far"));
        let adds: Vec<Command> = (0..600)
            .map(|n| {
                let (id, title) = (TaskId(session.new_id()), format!("Count shelf number{n}"));
                Command::AddTask(AddTask::titled(id, title, Place::End))
            })
            .collect();
        session.perform_all(&adds).unwrap();
        let Some(Command::AddTask(last)) = adds.last() else { panic!("they are added") };
        let handle = session.board().task_handle(last.id).unwrap();
        let mut desk = desk(session, 120, 40);
        for typed in [handle.as_str(), "number599_Count"] {
            desk.press(&format!("2 f b text:the_key Enter text:{typed}"));
            if typed != handle {
                desk.press("Home Up");
            }
            desk.press("Enter");
            assert!(desk.says().contains(&format!("waiting on {handle} (")), "{typed}: {}", desk.says());
            desk.press("u");
        }
    }

    #[test]
    fn the_blocker_that_is_selected_is_meant_whatever_a_filter_hides() {
        for step in ["", "j"] {
            let mut desk = demo(120, 40);
            for what in ["one_stamp", "two_stamps_seen", "three_stamps_seen"] {
                desk.press(&format!("2 f b text:{what} Enter Enter"));
            }
            desk.press("5 z / text:seen Enter").press(step);
            let (cleared, kept) = match desk.selected().contains("two") {
                true => ("two stamps", "three stamps"),
                false => ("three stamps", "two stamps"),
            };
            let screen = desk.press("C text:signed Enter Esc").screen();
            assert!(screen.contains(kept) && screen.contains("one stamp"), "{screen}");
            assert!(!screen.contains(cleared), "{screen}");
        }
    }

    #[test]
    fn of_several_blockers_of_a_task_one_is_picked() {
        let mut desk = demo(120, 40);
        desk.press("f b text:a_first_stamp Enter Enter b text:a_second_stamp Enter Enter");
        desk.press("C text:second Enter text:signed Enter");
        assert!(desk.says().contains("signed"), "{}", desk.screen());
        let screen = desk.press("5 z").screen();
        assert!(screen.contains("a first stamp") && !screen.contains("a second"), "{screen}");
    }
}
