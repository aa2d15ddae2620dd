//! Small inputs that were brought in wrongly once, with what must be found in them. They lie beside the project and are
//! not part of it; where they are absent, these tests say so and pass.

use std::path::Path;

use setara::exchange::bundle::{Task, WaitsOn};
use setara::exchange::{Import, Lost, Noted, Options, read};

/// A case, as it comes in; `None` where the cases are absent.
fn case(file: &str) -> Option<Import> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases").join(file);
    match std::fs::read(&path) {
        Ok(bytes) => {
            Some(read(&bytes, &Options::default()).unwrap_or_else(|error| panic!("{file}: {error}")))
        }
        Err(_) => {
            eprintln!("skipped: {file} is not there");
            None
        }
    }
}

fn task<'a>(import: &'a Import, title: &str) -> &'a Task {
    let found = import.bundle.tasks.iter().find(|task| task.title == title);
    found.unwrap_or_else(|| panic!("{title}: {:?}", import.bundle.tasks))
}

fn titles(import: &Import) -> Vec<&str> {
    import.bundle.tasks.iter().map(|task| &*task.title).collect()
}

fn lead<'a>(import: &'a Import, task: &Task) -> Option<&'a str> {
    let claim = task.claims.iter().find(|claim| claim.part == "lead")?;
    import.bundle.members.iter().find(|member| member.key == claim.member).map(|member| &*member.name)
}

fn left_out(import: &Import) -> Vec<&Lost> {
    import.left_out.iter().map(|lost| &lost.kind).collect()
}

fn noted(import: &Import, kind: &Noted) -> usize {
    import.notes.iter().find(|note| note.kind == *kind).map_or(0, |note| note.count)
}

#[test]
fn lists_that_are_days_become_tags() {
    let Some(import) = case("trello-lists-are-days.json") else { return };
    assert_eq!(titles(&import), ["Museum", "Boat", "Visa"]);
    for (title, tag) in [("Museum", "monday"), ("Boat", "tuesday"), ("Visa", "blocked")] {
        let task = task(&import, title);
        assert_eq!((&*task.state, &task.tags[..]), ("open", &[tag.to_owned()][..]));
    }
    let visa = task(&import, "Visa");
    assert_eq!((visa.blockers.len(), &visa.blockers[0].on), (1, &None));
    assert_eq!(noted(&import, &Noted::ListAsTag), 3);
}

#[test]
fn odd_fields_of_a_trello_board_cost_themselves() {
    let Some(import) = case("trello-odd-fields.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 3);
    let one = task(&import, "One");
    assert_eq!((&one.tags[..], lead(&import, one)), (&["urgent".to_owned()][..], Some("Ana")));
    assert!(one.notes.as_ref().unwrap().contains("- [x] first"));
    assert_eq!(task(&import, "Two").due, Some("2026-12-24".parse().unwrap()));
    task(&import, "only a text");
    assert_eq!(noted(&import, &Noted::TitledByText), 1);
    assert_eq!(
        left_out(&import),
        [&Lost::Field("member.username".into())],
        "what was taken is not said to be left out"
    );
}

#[test]
fn odd_fields_of_issues_cost_themselves() {
    let Some(import) = case("github-odd-fields.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 3);
    let goals: Vec<_> = import.bundle.goals.iter().map(|goal| &*goal.title).collect();
    assert_eq!((goals, lead(&import, task(&import, "One"))), (vec!["v1"], Some("ana")));
    let two = task(&import, "Two");
    assert_eq!((&*two.state, &two.tags[..]), ("done", &["bug".to_owned(), "docs".to_owned()][..]));
}

#[test]
fn half_a_character_becomes_a_sign() {
    let Some(import) = case("github-half-emoji.json") else { return };
    assert_eq!(titles(&import), ["party \u{fffd}"]);
    assert_eq!(import.bundle.tasks[0].tags, ["\u{fffd}"]);
    assert_eq!(noted(&import, &Noted::HalfCharacter), 2);
}

#[test]
fn odd_fields_of_taskwarrior_cost_themselves() {
    let Some(import) = case("taskwarrior-odd-fields.json") else { return };
    assert_eq!(titles(&import), ["one", "two"]);
    let blockers = &task(&import, "one").blockers;
    let two = &task(&import, "two");
    assert_eq!((blockers.len(), &blockers[0].on), (1, &Some(WaitsOn::Task(two.key.clone()))));
    assert!(two.blockers.is_empty());
    assert_eq!((two.remarks.len(), two.remarks[0].at), (1, None));
    assert_eq!(left_out(&import), [&Lost::Date, &Lost::OwnDependency]);
}

#[test]
fn a_board_of_wekan_comes_in() {
    let Some(import) = case("wekan-like.json") else { return };
    assert_eq!(titles(&import), ["Paint the door", "Buy a lock"]);
    assert_eq!(task(&import, "Buy a lock").state, "done");
    assert_eq!(lead(&import, task(&import, "Paint the door")), Some("ana"));
}

#[test]
fn a_board_of_obsidian_comes_in() {
    let Some(import) = case("obsidian-kanban.md") else { return };
    let states: Vec<&str> = import.bundle.tasks.iter().map(|task| &*task.state).collect();
    assert_eq!(states, ["open", "open", "doing", "done", "done"]);
    let paint = task(&import, "Paint the door");
    assert_eq!((paint.due, &paint.tags[..]), (Some("2026-12-24".parse().unwrap()), &["shop".to_owned()][..]));
    assert_eq!(paint.notes.as_deref(), Some("The blue one."));
    task(&import, "Fix the till (Ana)");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/obsidian-kanban.md");
    let options = Options { members: vec!["Ana".into()], ..Options::default() };
    let import = read(&std::fs::read(path).unwrap(), &options).unwrap();
    assert_eq!(lead(&import, task(&import, "Fix the till")), Some("Ana"));
}

#[test]
fn a_list_in_markdown_comes_in() {
    let Some(import) = case("tasks.md") else { return };
    assert_eq!(titles(&import), ["Paint the door", "Order flour", "Move the till", "Buy a lock"]);
    let paint = task(&import, "Paint the door");
    assert_eq!(paint.notes.as_deref(), Some("- [x] choose the blue\n- [ ] buy it"));
    assert_eq!(
        (&paint.tags[..], &task(&import, "Move the till").tags[..]),
        (&["shop".to_owned()][..], &["later".to_owned()][..])
    );
    assert_eq!(task(&import, "Buy a lock").state, "done");
    assert_eq!(left_out(&import), [&Lost::Line]);
}

#[test]
fn a_todo_txt_comes_in() {
    let Some(import) = case("todo.txt") else { return };
    assert_eq!(titles(&import), ["Paint the door", "Order flour", "Buy a lock", "no dates here"]);
    let paint = task(&import, "Paint the door");
    assert_eq!(
        (paint.due, &paint.tags[..]),
        (Some("2026-12-24".parse().unwrap()), &["shop".to_owned(), "hands".to_owned()][..])
    );
    assert_eq!(import.bundle.tasks.iter().filter(|task| task.state == "done").count(), 2);
}

#[test]
fn tables_of_jira_and_linear_come_in() {
    let Some(import) = case("jira.csv") else { return };
    let states: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect();
    assert_eq!(
        states,
        [("Paint the door", "doing"), ("Order \"strong\" flour", "open"), ("Buy a lock", "done")]
    );
    let paint = task(&import, "Paint the door");
    assert_eq!((lead(&import, paint), paint.due), (Some("ana"), Some("2026-12-24".parse().unwrap())));
    assert_eq!(paint.tags, ["shop", "paint"]);
    assert_eq!(paint.notes.as_deref(), Some("The blue one,\ntwo coats"));
    let blockers = &task(&import, "Order \"strong\" flour").blockers;
    assert_eq!((blockers.len(), &blockers[0].on), (1, &Some(WaitsOn::Task(paint.key.clone()))));
    assert!(left_out(&import).contains(&&Lost::Field("Priority".into())), "{:?}", import.left_out);

    let Some(import) = case("linear.csv") else { return };
    let paint = task(&import, "Paint the door");
    assert_eq!(
        (&*paint.state, lead(&import, paint), paint.due),
        ("doing", Some("ana"), Some("2026-12-24".parse().unwrap()))
    );
    assert_eq!(paint.tags, ["paint"]);
    let flour = task(&import, "Order flour");
    assert_eq!((&*flour.state, flour.blockers.len()), ("open", 1));
}
