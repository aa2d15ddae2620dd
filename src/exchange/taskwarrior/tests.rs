use super::*;
use crate::exchange::bundle::WaitsOn;
use crate::exchange::read;

fn tasks(text: &str) -> Import {
    read(text.as_bytes(), &Options::default()).unwrap()
}

fn lost(import: &Import, kind: Lost) -> usize {
    import.left_out.iter().find(|lost| lost.kind == kind).map_or(0, |lost| lost.count)
}

#[test]
fn every_status_has_its_state() {
    let import = tasks(
        r#"[{"uuid": "a", "description": "a", "status": "pending", "entry": "20200101T000000Z"},
            {"uuid": "b", "description": "b", "status": "pending", "start": "20200102T000000Z"},
            {"uuid": "c", "description": "c", "status": "waiting", "wait": "20300102T000000Z"},
            {"uuid": "d", "description": "d", "status": "completed", "end": "20200103T000000Z"},
            {"uuid": "e", "description": "e", "status": "deleted", "end": "20200103T000000Z"},
            {"uuid": "f", "description": "f", "status": "recurring", "recur": "weekly"}]"#,
    );
    let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect();
    let expected =
        [("a", "open"), ("b", "doing"), ("c", "open"), ("f", "open"), ("d", "done"), ("e", "dropped")];
    assert_eq!(found, expected);
    let tasks = &import.bundle.tasks;
    assert_eq!(tasks[0].key, "taskwarrior:a");
    assert_eq!(tasks[1].since, Some("2020-01-02T00:00:00Z".parse().unwrap()));
    assert_eq!(tasks[2].parked, Some("2030-01-02".parse().unwrap()));
    assert_eq!(tasks[4].since, Some("2020-01-03T00:00:00Z".parse().unwrap()));
    assert_eq!(tasks[5].reason.as_deref(), Some("deleted"));
}

#[test]
fn priority_gives_the_order_and_tags_keep_what_was_there() {
    let import = tasks(
        r#"[{"uuid": "a", "description": "none", "status": "pending"},
            {"uuid": "b", "description": "low", "status": "pending", "priority": "L"},
            {"uuid": "c", "description": "high", "status": "pending", "priority": "H", "project": "home.garden",
             "tags": ["mall"], "due": "2020-01-01T00:00:00Z", "annotations": [{"entry": "20200101T000000Z", "description": "note"}]}]"#,
    );
    let titles: Vec<_> = import.bundle.tasks.iter().map(|task| &*task.title).collect();
    assert_eq!(titles, ["high", "low", "none"]);
    let high = &import.bundle.tasks[0];
    assert_eq!(high.tags, ["project:home.garden", "priority:H", "mall"]);
    assert_eq!(high.remarks[0].text, "note");
    assert!(import.bundle.goals.is_empty());
    assert_eq!((&import.notes[0].kind, import.notes[0].count), (&Noted::Project, 1));
}

#[test]
fn dependencies_are_read_from_a_text_and_from_a_list() {
    let import = tasks(
        r#"[{"uuid": "a", "description": "a", "status": "pending", "depends": "b,c,dead,a"},
            {"uuid": "b", "description": "b", "status": "completed", "end": "20200103T000000Z"},
            {"uuid": "c", "description": "c", "status": "pending", "depends": ["b"]}]"#,
    );
    let blockers = |at: usize| -> Vec<_> {
        let blockers = &import.bundle.tasks[at].blockers;
        blockers.iter().map(|blocker| (blocker.on.clone().unwrap(), blocker.cleared.is_some())).collect()
    };
    assert_eq!(
        blockers(0),
        [
            (WaitsOn::Task("taskwarrior:b".into()), true),
            (WaitsOn::Task("taskwarrior:c".into()), false),
            (WaitsOn::Other("a task that is not in the file (dead)".into()), false),
        ]
    );
    assert_eq!(blockers(1), [(WaitsOn::Task("taskwarrior:b".into()), true)]);
    assert_eq!(lost(&import, Lost::OwnDependency), 1);
}

#[test]
fn a_recurring_task_comes_in_once() {
    let import = tasks(
        r#"[{"uuid": "p", "description": "Pay", "status": "recurring", "recur": "yearly"},
            {"uuid": "c", "description": "Pay", "status": "pending", "recur": "yearly", "parent": "p"}]"#,
    );
    assert_eq!(import.bundle.tasks.len(), 1);
    assert_eq!(import.bundle.tasks[0].key, "taskwarrior:c");
    assert_eq!(lost(&import, Lost::RecurringPattern), 1);
    assert_eq!(import.notes[0].kind, Noted::Recurring);
}

#[test]
fn lines_without_brackets_unknown_fields_and_bad_entries_are_counted() {
    let import = tasks(
        "{\"uuid\": \"a\", \"description\": \"a\", \"status\": \"pending\", \"estimate\": 3, \"scheduled\": \"x\"},\n\
         {\"uuid\": \"b\", \"description\": \"b\", \"status\": \"odd\"}\n\
         {\"description\": \"no uuid\", \"entry\": \"1577836800\", \"wait\": \"someday\"}\n",
    );
    assert_eq!(import.bundle.tasks.len(), 3);
    assert_eq!(import.bundle.tasks[2].key, "taskwarrior:1577836800:no uuid");
    assert_eq!(lost(&import, Lost::Odd("status".into())), 1);
    assert_eq!(lost(&import, Lost::Date), 1);
    assert_eq!(lost(&import, Lost::Field("estimate".into())), 1);
    assert_eq!(lost(&import, Lost::Field("scheduled".into())), 1);
}

#[test]
fn dependencies_inside_of_a_text_and_notes_without_a_day_come_in() {
    let import = tasks(
        r#"[{"uuid": "a", "description": "a", "status": "pending", "depends": "[\"b\"]",
             "annotations": [{"entry": "yesterday", "description": "a note"}, "plain"]},
            {"uuid": "b", "status": "pending", "annotations": {"description": "Only noted."}, "tags": {"x": 1}}]"#,
    );
    let [a, b] = &import.bundle.tasks[..] else { panic!("{:?}", import.bundle.tasks) };
    assert_eq!(a.blockers[0].on, Some(WaitsOn::Task("taskwarrior:b".into())));
    assert_eq!((&*a.remarks[0].text, a.remarks[0].at), ("a note", None));
    assert_eq!(b.title, "Only noted.");
    assert_eq!(lost(&import, Lost::Date), 1);
    assert_eq!(lost(&import, Lost::Odd("annotations".into())), 1);
    assert_eq!(lost(&import, Lost::Odd("tags".into())), 1);
}
