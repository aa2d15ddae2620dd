//! Lists in groups and orders, over the sample team: whole, in windows, folded.

use super::*;
use crate::domain::decide::{EditRole, Leave, MoveGoal};
use crate::domain::event::RoleEdited;
use crate::domain::goal::GoalState;
use crate::domain::role::RoleState;
use crate::domain::subject::{Kind, Subject};
use crate::store::{Around, Arrangement, Filter, Group, Grouping, Line, Order, TaskRow};

fn demo() -> Session {
    let now = "2026-11-18T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into();
    let mut session = crate::testing::sample_team(Environment::fixed(now, "arranging"));
    session.act_as(Some("Ayu")).unwrap();
    session
}

const MANY: usize = 1000;

fn around(line: &Line) -> Around {
    line.task.as_ref().map_or(Around::Group(line.group), |task| Around::Task(task.id))
}

fn whole(session: &Session, filter: &Filter) -> Vec<Line> {
    let list = session.board().list(filter, None, 0, MANY).unwrap();
    assert!(!list.window.more_before && !list.window.more_after);
    list.window.rows
}

/// Everything, in every arrangement: what is walked, what is walked past a condition, and what is looked up.
fn every(session: &Session, mut each: impl FnMut(&str, Filter)) {
    let (by_state, by_text) =
        (["is:free", "state:doing,done", "is:blocked"], ["", "-tag:shops", "tag:shops"]);
    let by_link =
        ["goal:reserve", "goal:shops", "role:store", "goal:shops is:free", "goal:shops state:doing"];
    let by_name = ["lead:budi,ayu", "lead:ayu", "nothinglikeit"];
    for query in [&by_state[..], &by_text, &by_link, &by_name].concat() {
        let asked = session.task_query(query).unwrap().filter;
        for grouping in Grouping::ALL {
            for order in Order::ALL {
                let arrangement = Arrangement { grouping, order, folded: Vec::new() };
                let name = format!("{query} {grouping:?} {order:?}");
                each(&name, Filter { arrangement, ..asked.clone() });
            }
        }
    }
}

fn group_of(session: &Session, row: &TaskRow, grouping: Grouping) -> Group {
    let Some(Subject::Task(task)) = session.board().subject(row.id.into()).unwrap() else { panic!() };
    match grouping {
        _ if task.is_finished() => Group::Finished,
        Grouping::State => Group::State(task.state()),
        Grouping::Goal => Group::Goal(task.goal.value().copied()),
        Grouping::Role => Group::Role(task.role.value().copied()),
        Grouping::Lead => {
            Group::Lead(row.claims.first().filter(|_| task.leads().count() > 0).map(|c| c.member))
        }
        Grouping::Nothing => Group::Live,
    }
}

fn key(row: &TaskRow, order: Order) -> (String, String) {
    match order {
        Order::Pull => (row.rank.clone(), String::new()),
        Order::Due => (row.due.map_or("~".to_owned(), |day| day.to_string()), row.rank.clone()),
        Order::Age => (format!("{:020}", row.since.0), String::new()),
    }
}

#[test]
fn every_task_stands_once_in_its_group_and_in_order() {
    let session = demo();
    every(&session, |name, filter| {
        let (grouping, order) = (filter.arrangement.grouping, filter.arrangement.order);
        let lines = whole(&session, &filter);
        let mut ids: Vec<_> = lines.iter().map(|line| line.task.as_ref().unwrap().id).collect();
        let mut all: Vec<_> = session
            .board()
            .tasks(&Filter { arrangement: Arrangement::default(), ..filter.clone() }, None, 0, MANY)
            .unwrap()
            .rows
            .iter()
            .map(|row| row.id)
            .collect();
        ids.sort();
        all.sort();
        assert_eq!(ids, all, "{name}");
        let mut seen: Vec<Group> = Vec::new();
        for pair in lines.windows(2) {
            let [a, b] = [&pair[0], &pair[1]];
            let [x, y] = [a.task.as_ref().unwrap(), b.task.as_ref().unwrap()];
            assert_eq!(b.group, group_of(&session, y, grouping), "{name}");
            if a.group == b.group {
                if a.group != Group::Finished {
                    assert!(key(x, order) <= key(y, order), "{name}: {} before {}", x.title, y.title);
                }
            } else {
                seen.push(a.group);
                assert!(!seen.contains(&b.group), "{name}: a group stands in one piece");
            }
        }
    });
}

#[test]
fn headings_count_what_stands_below_them() {
    let session = demo();
    every(&session, |name, filter| {
        let list = session.board().list(&filter, None, 0, MANY).unwrap();
        for heading in &list.headings {
            let there = list.window.rows.iter().filter(|line| line.group == heading.group).count() as i64;
            assert!(heading.count.is_none_or(|count| count == there), "{name}: {heading:?} has {there}");
            let is_somebody = matches!(heading.group, Group::Lead(Some(_)));
            assert!(heading.count.is_none() || !is_somebody, "{name}: nobody's load is counted");
            if filter.is_all() && filter.arrangement.grouping != Grouping::Nothing && !is_somebody {
                assert!(heading.count.is_some(), "{name}");
            }
        }
        let shown = |line: &Line| list.headings.iter().any(|heading| heading.group == line.group);
        assert!(list.window.rows.iter().all(shown), "{name}");
    });
}

/// A window around every line is the stretch of the whole list.
fn windows_agree(session: &Session, name: &str, filter: &Filter) {
    let lines = whole(session, filter);
    for (i, line) in lines.iter().enumerate() {
        let list = session.board().list(filter, Some(around(line)), 3, 4).unwrap();
        let (from, to) = (i.saturating_sub(3), lines.len().min(i + 5));
        assert_eq!(list.window.rows, lines[from..to], "{name} at {i}");
        assert_eq!(list.window.at, i - from, "{name} at {i}");
        assert_eq!(
            (list.window.more_before, list.window.more_after),
            (from > 0, to < lines.len()),
            "{name} at {i}"
        );
    }
    let end = session.board().last_of_list(filter, 5).unwrap();
    assert_eq!(end.window.rows, lines[lines.len().saturating_sub(5)..], "{name}");
}

#[test]
fn a_window_is_a_stretch_of_the_list() {
    let session = demo();
    every(&session, |name, filter| windows_agree(&session, name, &filter));
}

#[test]
fn a_group_by_itself_is_its_stretch_of_the_list() {
    let session = demo();
    every(&session, |name, filter| {
        let groups = session.board().groups(&filter).unwrap();
        let lines = whole(&session, &filter);
        for heading in groups.headings() {
            let group = heading.group;
            let column: Vec<_> = lines.iter().filter(|line| line.group == group).cloned().collect();
            assert!(!groups.is_empty(group) || column.is_empty(), "{name}: {group:?}");
            let one = groups.only(group);
            assert_eq!(one.around(None, 0, MANY).unwrap().rows, column, "{name}: {group:?}");
            for (i, line) in column.iter().enumerate() {
                let Around::Task(id) = around(line) else { panic!("nothing is folded") };
                assert_eq!(groups.of(id).unwrap(), Some(group), "{name}");
                let window = one.around(Some(Around::Task(id)), 2, 1).unwrap();
                let (from, to) = (i.saturating_sub(2), column.len().min(i + 2));
                assert_eq!((window.at, &window.rows), (i - from, &column[from..to].to_vec()), "{name}");
                assert_eq!((window.more_before, window.more_after), (from > 0, to < column.len()), "{name}");
            }
            let end = one.end(2).unwrap().rows;
            assert_eq!(end, column[column.len().saturating_sub(2)..], "{name}: {group:?}");
        }
    });
}

#[test]
fn a_folded_group_is_one_line() {
    let session = demo();
    every(&session, |name, filter| {
        let lines = whole(&session, &filter);
        let mut groups: Vec<Group> = lines.iter().map(|line| line.group).collect();
        groups.dedup();
        for folded in groups {
            let mut filter = filter.clone();
            filter.arrangement.folded = vec![folded];
            let shorter = whole(&session, &filter);
            let mut expected: Vec<Line> = Vec::new();
            for line in &lines {
                match line.group == folded {
                    false => expected.push(line.clone()),
                    true if expected.last().is_none_or(|last| last.group != folded) => {
                        expected.push(Line { group: folded, task: None });
                    }
                    true => {}
                }
            }
            assert_eq!(shorter, expected, "{name} without {folded:?}");
            windows_agree(&session, name, &filter);
            // A task in there is found by its group's line.
            let inside = lines.iter().find(|line| line.group == folded).unwrap();
            let list = session.board().list(&filter, Some(around(inside)), 2, 2).unwrap();
            assert_eq!(list.window.rows[list.window.at], Line { group: folded, task: None }, "{name}");
        }
    });
}

#[test]
fn a_task_that_no_longer_passes_leaves_its_place_to_the_next() {
    let session = demo();
    for query in ["tag:shops", "-tag:shops"] {
        let filter = session.task_query(query).unwrap().filter;
        let lines = whole(&session, &filter);
        for id in session.board().all(Kind::Task).unwrap() {
            let id = TaskId::from(id);
            if lines.iter().any(|line| line.task.as_ref().unwrap().id == id) {
                continue;
            }
            let row = session.board().task_row(id).unwrap().unwrap();
            let list = session.board().list(&filter, Some(Around::Task(id)), 1, 1).unwrap();
            let there = &list.window.rows[list.window.at];
            let before = |line: &Line| {
                let other = line.task.as_ref().unwrap();
                line.group == Group::State(row.state) && other.rank < row.rank
            };
            assert!(!before(there) || list.window.at + 1 == list.window.rows.len(), "{query}: {}", row.title);
        }
    }
}

#[test]
fn groups_are_asked_for_in_the_filter_language_too() {
    let session = demo();
    let asked = session.task_query("group:goal order:due is:free").unwrap();
    assert_eq!(asked.faults, []);
    assert_eq!(asked.filter.arrangement.grouping, Grouping::Goal);
    assert_eq!(asked.filter.arrangement.order, Order::Due);
    assert_eq!(asked.filter.terms.len(), 1);
    assert_eq!(session.task_query("-group:goal").unwrap().faults.len(), 1);
}

#[test]
fn a_board_of_an_older_version_is_the_same_board() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let environment = Environment::fixed(demo().now(), "migrated");
    let mut session = Session::start(&path, "Warung Kode", "Ayu", environment.clone()).unwrap();
    session.import(&demo().export().unwrap(), &mut |_| {}).unwrap();
    // Of everything something that ended: also a role whose first retirement was undone.
    let retire = |session: &mut Session, role: SubjectId| {
        let edit = RoleEdited { state: Some(RoleState::Retired), ..RoleEdited::default() };
        session.perform(&Command::EditRole(EditRole { role: role.into(), edit })).unwrap();
        session.environment.wait(60_000);
    };
    let [role, other] = session.board().all(Kind::Role).unwrap()[..2] else { panic!("the team has roles") };
    retire(&mut session, role);
    retire(&mut session, other);
    session.undo().unwrap();
    retire(&mut session, other);
    let goal = session.board().all(Kind::Goal).unwrap()[0].into();
    session.perform(&Command::MoveGoal(MoveGoal { goal, to: GoalState::Met, reason: None })).unwrap();
    session.perform(&Command::Leave(Leave)).unwrap();
    let ended = session.board().subject(role).unwrap().unwrap().ended();
    assert!(ended.is_some() && ended < session.board().subject(other).unwrap().unwrap().ended());
    let before = session.board().fingerprints().unwrap();
    drop(session);
    crate::store::put_older(&path, 9);
    let session = Session::open(&path, environment).unwrap();
    assert_eq!(session.board().fingerprints().unwrap(), before);
}
