//! What is hidden tells nothing of who wrote it, at whichever desk, and in which order.

use std::fs;
use std::path::Path;

use super::*;
use crate::domain::decide::{
    Command, Destination, EndMeeting, JoinMeeting, MoveMeeting, RetroSetup, StartMeeting,
};
use crate::domain::id::MeetingId;
use crate::domain::meeting::{CardNames, Dots, MeetingKind, Step};
use crate::store::{JournalFilter, Keyring};

const NAMES: [&str; 4] = ["Ayu", "Budi", "Citra", "Dewi"];

fn open(folder: &Path, who: &str) -> Session {
    open_on(folder, who, 21)
}

/// At half past nine of a day of November.
fn open_on(folder: &Path, who: &str, day: u32) -> Session {
    let now = format!("2026-11-{day}T09:31:00Z").parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let keys = Keyring::in_folder(folder.join("keys"), "one machine".into(), || [7; 32]);
    let environment = Environment::fixed(now.into(), who).with_keys(keys);
    let path = folder.join("board.db");
    let mut session = match path.exists() {
        true => Session::open(&path, environment).unwrap(),
        false => Session::start(&path, "Team", who, environment).unwrap(),
    };
    match session.act_as(Some(who)) {
        Ok(()) => {}
        Err(_) => drop(session.join(who, None).unwrap()),
    }
    session
}

/// A retro with hidden cards at its gathering, on a board that nobody has open.
fn begun(folder: &Path) -> MeetingId {
    for name in NAMES {
        open(folder, name);
    }
    let mut session = open(folder, NAMES[0]);
    let id = MeetingId(session.new_id());
    let setup = RetroSetup {
        format: None,
        columns: vec!["Helped".into(), "Hindered".into()],
        names: CardNames::Hidden,
        dots: Dots::default(),
    };
    let start = StartMeeting { id, kind: MeetingKind::Retro, retro: Some(setup) };
    session.perform(&Command::StartMeeting(start)).unwrap();
    let from = session.meeting(id).unwrap().unwrap().course.now().unwrap().id;
    let to = Destination::Step(Step::Gather);
    session.perform(&Command::MoveMeeting(MoveMeeting { meeting: id, from, to, how: None })).unwrap();
    id
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copied(&entry.path(), &to),
            // In place: a key belongs to a file and not to its name alone.
            false => fs::write(to, fs::read(entry.path()).unwrap()).unwrap(),
        }
    }
}

/// Everything that is to be seen of a board once these cards were written, by whom and in that order, and shown.
fn shown(
    folder: &Path,
    id: MeetingId,
    cards: &[(usize, u32, &str)],
) -> (String, String, Vec<(&'static str, [u8; 32])>) {
    for (who, column, text) in cards {
        open(folder, NAMES[*who]).hide_card(id, *column, text).unwrap();
    }
    for name in NAMES {
        open(folder, name).be_ready(id, true).unwrap();
    }
    let mut session = open(folder, NAMES[1]);
    session.reveal(id).unwrap();
    let bundle = serde_json::to_string(&session.export().unwrap()).unwrap();
    let entries = session.board().events(&JournalFilter::default(), None, 0, 100).unwrap().rows;
    let lines: Vec<String> = entries.iter().map(|entry| format!("{:?}", entry.record)).collect();
    (bundle, lines.join("\n"), session.board().fingerprints().unwrap())
}

#[test]
fn authors_desks_and_order_leave_no_trace() {
    let (board, before) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let id = begun(board.path());
    copied(board.path(), before.path());
    let one = [(0, 0, "less talk"), (1, 1, "more bread"), (2, 0, "the key"), (3, 1, "less talk")];
    let other = [(3, 1, "less talk"), (2, 1, "more bread"), (2, 0, "less talk"), (0, 0, "the key")];
    let first = shown(board.path(), id, &one);
    for entry in fs::read_dir(board.path()).unwrap().map(Result::unwrap) {
        let kept = before.path().join(entry.file_name());
        if !kept.exists() && entry.path().is_file() {
            fs::remove_file(entry.path()).unwrap();
        }
    }
    copied(before.path(), board.path());
    let second = shown(board.path(), id, &other);
    assert!(first.0.contains("more bread"), "{}", first.0);
    assert_eq!(first.0, second.0);
    assert_eq!(first.1, second.1);
    assert_eq!(first.2, second.2);
}

#[test]
fn the_box_says_neither_when_anybody_wrote_nor_lets_others_read() {
    use std::os::unix::fs::PermissionsExt;
    let board = tempfile::tempdir().unwrap();
    let id = begun(board.path());
    open(board.path(), "Budi").hide_card(id, 0, "less talk").unwrap();
    let path = board.path().join("board.db-box");
    let found = fs::metadata(&path).unwrap();
    assert_eq!(found.permissions().mode() & 0o777, 0o600);
    let written: chrono::DateTime<chrono::Utc> = found.modified().unwrap().into();
    assert_eq!(written.to_rfc3339(), "2026-11-21T09:31:00+00:00", "it is the turn's beginning");
    // What a killed process left of one goes with it, and a link in its place leads nowhere.
    let (half, other) = (board.path().join(".board.db-box.9-0.new"), board.path().join("other"));
    fs::write(&half, "less talk").unwrap();
    fs::write(&other, "kept").unwrap();
    let whole = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink(&other, &path).unwrap();
    open(board.path(), "Citra").hide_card(id, 1, "more bread").unwrap();
    assert_eq!(fs::read_to_string(&other).unwrap(), "kept");
    fs::write(&path, whole).unwrap();
    // An export, a backup and the journal hold nothing of it.
    let mut session = open(board.path(), "Ayu");
    assert!(!serde_json::to_string(&session.export().unwrap()).unwrap().contains("less talk"));
    let copy = board.path().join("copy.db");
    session.board().backup(&copy).unwrap();
    assert!(!fs::read(&copy).unwrap().windows(9).any(|bytes| bytes == b"less talk"));
    session.throw_away(id).unwrap();
    assert!(!path.exists() && !half.exists());
    assert!(session.hide_card(id, 0, "later").is_err());
}

#[test]
fn what_was_never_shown_is_thrown_away_once_it_is_a_day_old_and_nobody_is_at_it() {
    let board = tempfile::tempdir().unwrap();
    let id = begun(board.path());
    open(board.path(), "Budi").hide_card(id, 0, "less talk").unwrap();
    let path = board.path().join("board.db-box");
    assert_eq!(open(board.path(), "Ayu").forgotten_hidden().unwrap(), None);
    // On the next day its meeting still goes on, if somebody did something in it.
    let mut late = open_on(board.path(), "Citra", 22);
    late.perform(&Command::JoinMeeting(JoinMeeting { meeting: id, of: None })).unwrap();
    assert_eq!(late.forgotten_hidden().unwrap(), None);
    late.discard_forgotten().unwrap();
    assert!(path.exists(), "what somebody may still show stays");
    late.perform(&Command::EndMeeting(EndMeeting { meeting: id })).unwrap();
    let since = "2026-11-21T09:31:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert_eq!(late.forgotten_hidden().unwrap(), Some(since.into()));
    late.discard_forgotten().unwrap();
    assert!(!path.exists());
    assert_eq!(late.forgotten_hidden().unwrap(), None);
}
