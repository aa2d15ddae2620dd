//! Reads real exports of other tools and checks every count that is known of them.
//!
//! The boards are not part of the project: they are looked for in `../shared/data`, or where `SETARA_DATA` points, and
//! the tests skip with a word where they are absent.

use std::path::{Path, PathBuf};

use setara::exchange::bundle::{Task, WaitsOn};
use setara::exchange::{self, Bundle, Format, Import, ImportError, Lost, Noted, Options, State};

fn data(file: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("SETARA_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let bytes = std::fs::read(folder.join(file)).ok();
    if bytes.is_none() {
        eprintln!("skipped: there is no {file} in {}", folder.display());
    }
    bytes
}

fn import(file: &str) -> Option<Import> {
    let import = exchange::read(&data(file)?, &Options::default()).unwrap();
    println!("{}", import.summary().join("\n"));
    Some(import)
}

fn count(import: &Import, test: impl Fn(&Task) -> bool) -> usize {
    import.bundle.tasks.iter().filter(|task| test(task)).count()
}

fn in_state(import: &Import, state: State) -> usize {
    count(import, |task| task.state == state.word())
}

/// Tasks with nobody, with one, and with more on them.
fn staffing(import: &Import) -> (usize, usize, usize) {
    let on = |from: usize, to: usize| count(import, |task| (from..=to).contains(&task.claims.len()));
    (on(0, 0), on(1, 1), on(2, usize::MAX))
}

fn lost(import: &Import, kind: &Lost) -> usize {
    import.left_out.iter().find(|lost| lost.kind == *kind).map_or(0, |lost| lost.count)
}

fn noted(import: &Import, kind: &Noted) -> usize {
    import.notes.iter().find(|note| note.kind == *kind).map_or(0, |note| note.count)
}

/// (lists, archived lists, archived cards)
fn shape(import: &Import) -> (usize, usize, usize) {
    let closed = import.lists.iter().filter(|list| list.closed).count();
    let archived = noted(import, &Noted::ArchivedDone) + noted(import, &Noted::ArchivedDropped);
    (import.lists.len(), closed, archived)
}

fn blockers(import: &Import) -> usize {
    import.bundle.tasks.iter().map(|task| task.blockers.len()).sum()
}

#[test]
fn a_busy_trello_board_comes_in_whole() {
    let Some(import) = import("trello/testdrive.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 122);
    assert_eq!(shape(&import), (18, 12, 78));
    assert_eq!(import.bundle.members.len(), 11);
    assert_eq!(staffing(&import), (33, 64, 25));
    assert_eq!(noted(&import, &Noted::CheckItem), 62);
    assert_eq!(count(&import, |task| task.due.is_some()), 25);
    // The label "HOLD for Validation" is on no card; that it did not come in is said.
    let labels = import.left_out.iter().find(|lost| lost.kind == Lost::Label).unwrap();
    assert_eq!(labels.examples, ["HOLD for Validation"]);
    assert_eq!(noted(&import, &Noted::CardLink), 35);
    // Of 44 visible cards three stand in "Done"; of 78 archived ones 57 do.
    assert_eq!(in_state(&import, State::Done), 60);
    assert_eq!(in_state(&import, State::Dropped), 21);
    assert_eq!([State::Open, State::Doing, State::Review].map(|state| in_state(&import, state)), [33, 7, 1]);
    assert_eq!(import.bundle.tasks.iter().map(|task| task.remarks.len()).sum::<usize>(), 93);
    // The export ends at the newest 1000 actions; the cards count 40 comments more.
    assert_eq!(lost(&import, &Lost::Comment), 40);
}

#[test]
fn a_board_of_dated_lists_comes_in_whole() {
    let Some(import) = import("trello/fda.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 69);
    assert_eq!(shape(&import), (19, 2, 3));
    assert_eq!(import.bundle.members.len(), 5);
    assert_eq!(staffing(&import), (31, 27, 11));
    assert_eq!(count(&import, |task| task.due.is_some()), 4);
}

#[test]
fn lists_can_be_mapped_by_a_pattern() {
    let Some(bytes) = data("trello/fda.json") else { return };
    let options = Options { lists: vec![("*release".into(), State::Done)], ..Options::default() };
    let import = exchange::read(&bytes, &options).unwrap();
    assert_eq!(in_state(&import, State::Done), 44);
}

#[test]
fn a_board_with_idle_members_comes_in_whole() {
    let Some(import) = import("trello/nebula.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 119);
    assert_eq!(shape(&import), (15, 1, 2));
    assert_eq!(import.bundle.members.len(), 44);
    assert_eq!(noted(&import, &Noted::Idle), 40);
    assert_eq!(staffing(&import), (116, 2, 1));
    assert_eq!(noted(&import, &Noted::CheckItem), 96);
}

#[test]
fn a_japanese_board_comes_in_whole() {
    let Some(import) = import("trello/clipkit-ja.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 67);
    assert_eq!(shape(&import), (5, 1, 1));
    assert_eq!(import.bundle.members.len(), 3);
    assert_eq!(import.lists[2].state, State::Doing);
    assert_eq!(import.lists[3].state, State::Done);
    assert_eq!(import.lists[4].state, State::Dropped);
    assert!(count(&import, |task| !task.tags.is_empty()) > 0);
}

#[test]
fn no_mail_address_is_taken_from_a_board() {
    for file in ["testdrive", "fda", "nebula", "clipkit-ja"] {
        let Some(import) = import(&format!("trello/{file}.json")) else { return };
        assert!(!exchange::write(&import.bundle, Format::Json).contains("@boards.trello.com"));
    }
}

#[test]
fn issues_come_in_without_pull_requests() {
    let Some(import) = import("github/quicwg-issues-rest.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 262);
    assert_eq!(lost(&import, &Lost::PullRequest), 217);
    assert_eq!(in_state(&import, State::Open), 109);
    assert_eq!(staffing(&import), (221, 38, 3));
    assert_eq!(count(&import, |task| task.goal.is_some()), 11);
    let dependency = import.left_out.iter().find(|lost| lost.kind == Lost::PullRequestDependency).unwrap();
    assert!(dependency.examples.iter().any(|example| example == "#84 depends on #80"));
}

#[test]
fn pull_requests_come_in_when_asked_for() {
    let Some(bytes) = data("github/quicwg-issues-rest.json") else { return };
    let import = exchange::read(&bytes, &Options { pull_requests: true, ..Options::default() }).unwrap();
    assert_eq!(import.bundle.tasks.len(), 479);
    assert_eq!(count(&import, |task| task.tags.iter().any(|tag| tag == "pull request")), 217);
    let task = import.bundle.tasks.iter().find(|task| task.key == "github:quicwg/base-drafts#84").unwrap();
    assert_eq!(task.blockers[0].on, Some(WaitsOn::Task("github:quicwg/base-drafts#80".into())));
    assert!(task.blockers[0].cleared.is_some());
}

#[test]
fn issues_printed_by_gh_come_in() {
    let Some(import) = import("github/rhythmologicum-gh-assignees.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 30);
    assert_eq!(in_state(&import, State::Open), 30);
    assert_eq!(noted(&import, &Noted::OnePage), 30);
}

#[test]
fn taskwarrior_lists_come_in_whole() {
    let Some(import) = import("taskwarrior/webpp.json") else { return };
    assert_eq!(import.bundle.tasks.len(), 149);
    let states = [State::Open, State::Done, State::Dropped].map(|state| in_state(&import, state));
    assert_eq!(states, [82, 62, 5]);
    assert_eq!(noted(&import, &Noted::Project), 32);
    assert_eq!((blockers(&import), import.bundle.goals.len()), (0, 0));
}

#[test]
fn taskwarrior_dependencies_come_in_from_both_spellings() {
    for file in ["party", "party2"] {
        let Some(import) = import(&format!("taskwarrior/twdeps-{file}.json")) else { return };
        assert_eq!(import.bundle.tasks.len(), 6);
        assert_eq!((blockers(&import), count(&import, |task| !task.blockers.is_empty())), (6, 5));
    }
    let Some(taxes) = import("taskwarrior/twdeps-party_taxes.json") else { return };
    // Of the 9 tasks one is the pattern of another.
    assert_eq!((taxes.bundle.tasks.len(), lost(&taxes, &Lost::RecurringPattern)), (8, 1));
    assert_eq!((blockers(&taxes), noted(&taxes, &Noted::Recurring)), (6, 1));
    let Some(plain) = import("taskwarrior/twdeps-no_deps.json") else { return };
    assert_eq!((plain.bundle.tasks.len(), blockers(&plain)), (6, 0));
    let Some(dead) = import("taskwarrior/twdeps-dead-dependency.json") else { return };
    assert!(matches!(dead.bundle.tasks[0].blockers[0].on, Some(WaitsOn::Other(_))));
}

const ALL: [&str; 11] = [
    "trello/testdrive.json",
    "trello/fda.json",
    "trello/nebula.json",
    "trello/clipkit-ja.json",
    "github/quicwg-issues-rest.json",
    "github/rhythmologicum-gh-assignees.json",
    "taskwarrior/webpp.json",
    "taskwarrior/twdeps-party.json",
    "taskwarrior/twdeps-party_taxes.json",
    "taskwarrior/twdeps-no_deps.json",
    "taskwarrior/twdeps-dead-dependency.json",
];

#[test]
fn a_file_cut_anywhere_says_so() {
    for file in ALL {
        let Some(bytes) = data(file) else { return };
        let whole = bytes.trim_ascii_end().len();
        let step = (whole / 97).max(1);
        for cut in (1..whole).step_by(step).chain(whole.saturating_sub(20)..whole) {
            match exchange::read(&bytes[..cut], &Options::default()) {
                Err(ImportError::Truncated { .. } | ImportError::NotUtf8 { .. }) => {}
                other => panic!("{file} cut at {cut}: {:?}", other.map(|import| import.bundle.tasks.len())),
            }
        }
    }
}

/// A board without what the reader of another tool's file knows besides, and no file of ours holds: how a blocker that
/// nobody worded is called in other languages.
fn as_written(mut board: Bundle) -> Bundle {
    board.tasks.iter_mut().flat_map(|task| &mut task.blockers).for_each(|blocker| blocker.also.clear());
    board
}

#[test]
fn every_board_survives_export_and_import() {
    for file in ALL {
        let Some(import) = import(file) else { return };
        let text = exchange::write(&import.bundle, Format::Json);
        let again = exchange::read(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!(again.bundle, as_written(import.bundle.clone()), "{file}");
        let rows = exchange::write(&import.bundle, Format::Csv);
        let rows = csv::Reader::from_reader(rows.as_bytes()).records().filter(Result::is_ok).count();
        assert_eq!(rows, import.bundle.tasks.len(), "{file}");
        let page = exchange::write(&import.bundle, Format::Markdown);
        let items = page.lines().filter(|line| line.starts_with("- ")).count();
        assert_eq!(items, import.bundle.tasks.len() + import.bundle.goals.len(), "{file}");
    }
}

#[test]
fn fifty_thousand_issues_are_read() {
    let issue = |n: usize| {
        format!(
            r#"{{"number": {n}, "title": "Task {n}", "state": "open", "body": "{} depends on #{}",
                "url": "https://api.github.com/repos/a/b/issues/{n}", "html_url": "https://github.com/a/b/issues/{n}",
                "repository_url": "https://api.github.com/repos/a/b", "assignees": [{{"login": "u{}", "id": 1}}],
                "labels": [{{"id": 1, "name": "bug"}}], "created_at": "2020-01-01T00:00:00Z"}}"#,
            "word ".repeat(40),
            n + 1,
            n % 50
        )
    };
    let text = format!("[{}]", (1..=50_000).map(issue).collect::<Vec<_>>().join(","));
    let import = exchange::read(text.as_bytes(), &Options::default()).unwrap();
    assert_eq!(import.bundle.tasks.len(), 50_000);
}

const BOARDS: [(&str, i64, i64); 9] = [
    // File, live tasks, finished tasks.
    ("trello/testdrive.json", 41, 81),
    ("trello/fda.json", 0, 0),
    ("trello/nebula.json", 0, 0),
    ("trello/clipkit-ja.json", 0, 0),
    ("github/quicwg-issues-rest.json", 109, 153),
    ("github/rhythmologicum-gh-assignees.json", 30, 0),
    ("taskwarrior/webpp.json", 82, 67),
    ("taskwarrior/twdeps-party.json", 6, 0),
    ("taskwarrior/twdeps-party2.json", 6, 0),
];

/// On the board stands what the file holds; again adds nothing; the tables are what the journal says.
#[test]
fn every_board_lives_on_after_it_came_in() {
    use setara::session::{Environment, Session};
    use setara::store::Filter;

    for (file, live, finished) in BOARDS {
        let Some(import) = import(file) else { return };
        let folder = tempfile::tempdir().unwrap();
        let now: chrono::DateTime<chrono::Utc> = "2026-11-18T09:00:00Z".parse().unwrap();
        let environment = Environment::fixed(now.into(), file);
        let mut session =
            Session::start(&folder.path().join("board.db"), "Team", "Zaki", environment).unwrap();
        let imported = session.import(&import.bundle, &mut |_| {}).unwrap();
        assert_eq!(imported.tasks, import.bundle.tasks.len(), "{file}");
        let counts = session.board().counts().unwrap();
        if live + finished > 0 {
            assert_eq!((counts.live, counts.done + counts.dropped), (live, finished), "{file}");
        }
        assert_eq!((counts.live + counts.done + counts.dropped) as usize, imported.tasks, "{file}");
        assert_eq!(counts.members as usize, import.bundle.members.len() + 1, "{file}");

        let again = session.import(&import.bundle, &mut |_| {}).unwrap();
        assert_eq!((again.tasks, again.members, again.goals), (0, 0, 0), "{file}: again adds nothing");
        assert_eq!(session.board().counts().unwrap(), counts);
        assert_eq!(session.rebuild().unwrap().differed, Vec::<&str>::new(), "{file}");

        let blocked: usize = import
            .bundle
            .tasks
            .iter()
            .flat_map(|task| &task.blockers)
            .filter(|b| b.cleared.is_none())
            .count();
        assert_eq!(session.board().blockers(0, 1_000).unwrap().len(), blocked, "{file}");
        let window = session.board().tasks(&Filter::default(), None, 0, 30).unwrap();
        assert_eq!(window.rows.len(), 31.min(counts.live as usize), "{file}");

        // Handed out and brought in elsewhere, it is the same board.
        let out = session.export().unwrap();
        assert_eq!(out.tasks.len(), imported.tasks);
        let undone = session.undo().unwrap();
        assert_eq!(session.board().counts().unwrap().live, 0, "{file}: {}", undone.sentence.text());
    }
}
