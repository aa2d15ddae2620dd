use super::*;
use crate::exchange::bundle::WaitsOn;
use crate::exchange::read;

fn issues(text: &str) -> Import {
    read(text.as_bytes(), &Options::default()).unwrap()
}

fn lost(import: &Import, kind: Lost) -> usize {
    import.left_out.iter().find(|lost| lost.kind == kind).map_or(0, |lost| lost.count)
}

const REST: &str = r#"[
    {"number": 1, "title": "One", "state": "open", "body": "Depends on #2, #3 and #9.\nblocked by #4",
     "repository_url": "https://api.github.com/repos/acme/app", "html_url": "https://github.com/acme/app/issues/1",
     "url": "https://api.github.com/repos/acme/app/issues/1", "created_at": "2020-01-01T00:00:00Z",
     "updated_at": "2020-01-05T00:00:00Z", "assignee": {"login": "ayu"},
     "assignees": [{"login": "ayu"}, {"login": "budi"}], "labels": [{"name": "bug"}, "in progress"],
     "milestone": {"number": 7, "title": "First", "state": "open", "due_on": "2020-02-01T08:00:00Z"},
     "comments": 3, "user": {"login": "citra"}},
    {"number": 2, "title": "Two", "state": "closed", "closed_at": "2020-01-03T00:00:00Z",
     "html_url": "https://github.com/acme/app/issues/2", "assignee": {"login": "ayu"}, "assignees": []},
    {"number": 3, "title": "Three", "state": "open", "html_url": "https://github.com/acme/app/issues/3"},
    {"number": 4, "title": "Four", "state": "open", "html_url": "https://github.com/acme/app/pull/4",
     "pull_request": {}, "body": "depends on #1"},
    {"number": 5, "title": "Five", "state": "closed", "state_reason": "not_planned",
     "html_url": "https://github.com/acme/app/issues/5", "closed_at": "2020-01-04T00:00:00Z"}]"#;

#[test]
fn an_issue_brings_people_tags_goal_link_and_state() {
    let import = issues(REST);
    assert_eq!(import.bundle.name.as_deref(), Some("acme/app"));
    let one = &import.bundle.tasks[0];
    assert_eq!((&*one.key, &*one.state), ("github:acme/app#1", "doing"));
    assert_eq!(one.tags, ["bug", "in progress"]);
    assert_eq!(one.links, ["https://github.com/acme/app/issues/1"]);
    assert_eq!(one.goal.as_deref(), Some("github:acme/app#milestone-7"));
    assert_eq!(import.bundle.goals[0].due, Some("2020-02-01".parse().unwrap()));
    let parts: Vec<_> = one.claims.iter().map(|claim| (&*claim.member, &*claim.part)).collect();
    assert_eq!(parts, [("github:member:ayu", "lead"), ("github:member:budi", "helper")]);
    assert_eq!(one.claims[0].since, Some("2020-01-05T00:00:00Z".parse().unwrap()));
    let states: Vec<_> = import.bundle.tasks.iter().map(|task| &*task.state).collect();
    assert_eq!(states, ["doing", "open", "done", "dropped"]);
    assert_eq!(import.bundle.tasks[2].claims[0].end.as_deref(), Some("done"));
    assert_eq!(lost(&import, Lost::Comment), 3);
    assert_eq!(lost(&import, Lost::Field("user".into())), 1);
}

#[test]
fn dependencies_become_blockers_cleared_where_the_other_is_closed() {
    let import = issues(REST);
    let blockers = &import.bundle.tasks[0].blockers;
    let on: Vec<_> =
        blockers.iter().map(|blocker| (blocker.on.clone().unwrap(), blocker.cleared.is_some())).collect();
    assert_eq!(
        on,
        [
            (WaitsOn::Task("github:acme/app#2".into()), true),
            (WaitsOn::Task("github:acme/app#3".into()), false),
            (WaitsOn::Other("#9".into()), false),
            (WaitsOn::Other("#4".into()), false),
        ]
    );
}

#[test]
fn pull_requests_are_left_out_with_what_depends_on_them_unless_asked_for() {
    let import = issues(REST);
    assert_eq!(lost(&import, Lost::PullRequest), 1);
    let dependencies = import.left_out.iter().find(|lost| lost.kind == Lost::PullRequestDependency).unwrap();
    assert_eq!(dependencies.examples, ["#1 depends on #4", "#4 depends on #1"]);
    assert!(import.summary().iter().any(|line| line.contains("--pull-requests")));

    let options = Options { pull_requests: true, ..Options::default() };
    let import = read(REST.as_bytes(), &options).unwrap();
    assert_eq!(lost(&import, Lost::PullRequest), 0);
    let four = import.bundle.tasks.iter().find(|task| task.title == "Four").unwrap();
    assert_eq!(four.tags, ["pull request"]);
    assert_eq!(four.blockers[0].on, Some(WaitsOn::Task("github:acme/app#1".into())));
}

#[test]
fn the_shape_of_gh_is_read_too() {
    let import = issues(
        r#"[{"number": 5, "title": "a", "state": "OPEN", "url": "https://github.com/acme/app/issues/5",
             "createdAt": "2020-01-01T00:00:00Z", "author": {"login": "x"}, "assignees": [{"login": "ayu", "name": "Ayu"}],
             "comments": [{"author": {"login": "budi"}, "body": "Hm.", "createdAt": "2020-01-02T00:00:00Z"}],
             "milestone": {"title": "First", "dueOn": "2020-02-01T00:00:00Z"}},
            {"number": 6, "title": "b", "state": "CLOSED", "stateReason": "NOT_PLANNED", "body": null, "labels": null},
            {"number": 7, "title": "c", "state": "CLOSED", "stateReason": "COMPLETED"},
            {"number": 8, "title": "d", "state": "OPEN", "body": "depends on #7"}]"#,
    );
    let keys: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.key, &*task.state)).collect();
    let expected = [
        ("github:acme/app#5", "open"),
        ("github:#8", "open"),
        ("github:#6", "dropped"),
        ("github:#7", "done"),
    ];
    assert_eq!(keys, expected);
    let first = &import.bundle.tasks[0];
    assert_eq!(first.links, ["https://github.com/acme/app/issues/5"]);
    assert_eq!(first.remarks[0].by.as_deref(), Some("github:member:budi"));
    assert_eq!(import.bundle.members[0].name, "Ayu");
    assert_eq!(import.bundle.goals[0].key, "github:acme/app#milestone-First");
    // When #7 was closed is unknown: a blocker without that time would look open.
    assert!(import.bundle.tasks[1].blockers.is_empty());
    assert_eq!(lost(&import, Lost::MetDependency), 1);
}

#[test]
fn doubled_and_broken_entries_cost_only_themselves() {
    let import = issues(
        r#"[{"number": 1, "title": "a"}, {"number": 1, "title": "a"}, {"number": "x", "title": "b"}, 5,
            {"number": 2, "title": null, "created_at": "yesterday"}, {"number": 3, "title": "\ud800"}]"#,
    );
    let titles: Vec<_> = import.bundle.tasks.iter().map(|task| &*task.title).collect();
    assert_eq!(titles, ["a", "b", "(no title)", "\u{fffd}"]);
    assert_eq!(lost(&import, Lost::Duplicate), 1);
    assert_eq!(lost(&import, Lost::Odd("number".into())), 1);
    assert_eq!(lost(&import, Lost::Unreadable), 1);
    assert_eq!(lost(&import, Lost::Date), 1);
    let unreadable = import.left_out.iter().find(|lost| lost.kind == Lost::Unreadable).unwrap();
    assert_eq!(unreadable.examples, ["4"]);
    assert!(issues_notes(r#"[{"number": 3, "title": "\ud800"}]"#).contains(&Noted::HalfCharacter));
}

#[test]
fn a_file_of_exactly_one_page_says_that_there_may_be_more() {
    let page = |n: usize| {
        let issues: Vec<_> = (1..=n).map(|n| format!(r#"{{"number": {n}, "title": "a"}}"#)).collect();
        issues_notes(&format!("[{}]", issues.join(",")))
    };
    assert_eq!(page(30), [Noted::OnePage]);
    assert_eq!(page(31), []);
}

fn issues_notes(text: &str) -> Vec<Noted> {
    issues(text).notes.into_iter().map(|note| note.kind).collect()
}

#[test]
fn a_closed_milestone_counts_as_met_and_says_so() {
    let import = issues(
        r#"[{"number": 1, "title": "a", "milestone": {"number": 1, "title": "m", "state": "closed"}}]"#,
    );
    assert_eq!(import.bundle.goals[0].state, "met");
    assert_eq!(import.notes[0].kind, Noted::ClosedMilestone);
}

#[test]
fn plain_texts_stand_for_people_labels_and_milestones() {
    let import = issues(
        r#"[{"number": "1", "title": "a", "state": "OPEN", "milestone": "v1", "assignees": ["ayu", {"login": "budi"}, 5, []],
             "labels": ["bug", {"name": "docs"}]},
            {"title": "no number", "state": "open", "assignee": "ayu", "labels": []},
            {"number": 2, "title": null, "body": "Said in the text.", "milestone": ["v2"], "comments": "some"}]"#,
    );
    let tasks = &import.bundle.tasks;
    let keys: Vec<_> = tasks.iter().map(|task| (&*task.key, &*task.title)).collect();
    assert_eq!(
        keys,
        [("github:#1", "a"), ("github:#no number", "no number"), ("github:#2", "Said in the text.")]
    );
    assert_eq!((&*import.bundle.goals[0].title, import.bundle.goals.len()), ("v1", 1));
    let members: Vec<_> = tasks[0].claims.iter().map(|claim| &*claim.member).collect();
    assert_eq!(members, ["github:member:ayu", "github:member:budi", "github:member:5"]);
    assert_eq!(tasks[0].tags, ["bug", "docs"]);
    assert_eq!(tasks[1].claims.len(), 1);
    for odd in ["assignees", "milestone", "comments"] {
        assert_eq!(lost(&import, Lost::Odd(odd.into())), 1, "{odd}");
    }
}

#[test]
fn issues_that_are_all_pull_requests_are_refused_with_the_way_in() {
    let text = br#"[{"number": 4, "title": "Four", "pull_request": {"url": "x"}}]"#;
    let error = read(text, &Options::default()).unwrap_err();
    assert_eq!(error, ImportError::OnlyPullRequests { count: 1 });
    assert!(error.hint().contains("--pull-requests"));
}
