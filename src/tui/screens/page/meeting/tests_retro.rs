//! Retros by keys: named on one desk, hidden at several desks and with one keyboard that goes round.

use crate::domain::id::MemberId;
use crate::domain::meeting::{CardNames, Meeting, MeetingKind, Step};
use crate::session::Session;
use crate::tui::shell::desk::Desk;
use crate::tui::testing::{desk, world};

const NAMES: [&str; 5] = ["Ayu", "Budi", "Citra", "Dewi", "Eka"];

/// A board of five, and a desk of each of the first so many.
fn team(desks: usize) -> (tempfile::TempDir, Vec<Desk>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    // One user of one machine, at several desks.
    let keys = world("keys").keyring().clone();
    let world = |name: &str| world(&format!("retro of {name}")).with_keys(keys.clone());
    let mut sessions = vec![Session::start(&path, "Team", "Ayu", world("Ayu")).unwrap()];
    for name in &NAMES[1..] {
        let mut session = Session::open(&path, world(name)).unwrap();
        session.join(name, None).unwrap();
        sessions.push(session);
    }
    let desks = sessions.into_iter().take(desks).map(|session| desk(session, 120, 40)).collect();
    (folder, desks)
}

fn meeting(desk: &Desk) -> Meeting {
    let open = desk.session().open_meeting(MeetingKind::Retro).unwrap();
    open.unwrap_or_else(|| desk.session().last_meeting(MeetingKind::Retro).unwrap().unwrap())
}

fn texts(desk: &Desk) -> Vec<(u32, String, Option<MemberId>)> {
    let cards = meeting(desk).cards;
    cards.live().map(|card| (card.column, card.text.clone(), card.written.map(|(by, _)| by))).collect()
}

fn to(desk: &mut Desk, step: &str) {
    desk.press(&format!("' text:{step} Enter"));
}

#[test]
fn cards_are_written_put_together_voted_on_and_acted_on() {
    let (_folder, mut desks) = team(2);
    let [ayu, budi] = desks.as_mut_slice() else { panic!() };
    ayu.press("s Down Enter Enter");
    assert!(ayu.screen().contains("Nothing was decided last time."), "{}", ayu.screen());
    ayu.press("Right");
    assert!(ayu.screen().contains("One word each"), "{}", ayu.screen());
    to(ayu, "gather");
    ayu.press("n Enter text:We_tested_early Enter text:The_key_came_late Enter Esc");
    // The other desk goes in, and writes in another column.
    budi.look_around();
    budi.press("s");
    budi.press("n Down Enter text:Nobody_had_the_key Enter Esc");
    assert_eq!(texts(budi).len(), 3);
    assert_eq!(texts(budi)[2].0, 1);
    assert!(budi.screen().contains("Nobody had the key  (you)"), "{}", budi.screen());
    assert!(budi.screen().contains("We tested early  (Ayu)"), "{}", budi.screen());
    ayu.look_around();
    to(ayu, "group");
    // The card at the top is selected with the first step down; the likeliest other one comes first.
    ayu.press("j j Enter");
    assert!(ayu.screen().contains("Put to: Nobody had the key"), "{}", ayu.screen());
    ayu.press("Enter");
    assert_eq!(meeting(ayu).cards.groups().len(), 2, "{}", ayu.screen());
    to(ayu, "dots");
    assert!(ayu.screen().contains("3 dots left"), "{}", ayu.screen());
    ayu.press("j Enter j Enter Enter");
    assert!(ayu.screen().contains("No dots left"), "{}", ayu.screen());
    budi.look_around();
    budi.press("j j Enter");
    // Nobody sees how another votes; only that they did.
    assert!(
        budi.screen().contains("Voted: Ayu, Budi") || budi.screen().contains("Voted: Budi, Ayu"),
        "{}",
        budi.screen()
    );
    assert!(!budi.screen().contains("●●○"), "{}", budi.screen());
    ayu.press("j Enter");
    assert!(ayu.says().contains("counted the dots of 2"), "{}", ayu.says());
    let sums: Vec<u32> = meeting(ayu).cards.by_dots().iter().map(|group| group.dots).collect();
    assert_eq!(sums, [3, 1]);
    to(ayu, "talk");
    assert!(ayu.screen().contains("talk 1 of 2"), "{}", ayu.screen());
    ayu.press("n text:Agree_on_a_place_for_the_key Enter");
    assert!(ayu.screen().contains("Who takes it?"), "{}", ayu.screen());
    // Somebody else's yes, at this keyboard.
    ayu.press("text:Budi Enter");
    assert!(ayu.screen().contains("Budi, do you take it?"), "{}", ayu.screen());
    ayu.press("Enter");
    assert!(ayu.says().contains("Budi claimed"), "{}", ayu.says());
    to(ayu, "thanks");
    ayu.press("Right");
    let screen = ayu.screen();
    assert!(screen.contains("What we do") && screen.contains("Agree on a place for the key"), "{screen}");
    // What was not reached waits in the drawer, and the action is the first thing next time.
    assert_eq!(
        meeting(ayu).topics.iter().map(|topic| topic.text.as_str()).collect::<Vec<_>>(),
        ["We tested early"]
    );
    ayu.press("Esc s Down Enter Enter");
    assert!(ayu.screen().contains("Agree on a place for the key"), "{}", ayu.screen());
}

#[test]
fn hidden_cards_are_in_no_record_until_all_of_them_are_shown() {
    let (folder, mut desks) = team(5);
    let path = folder.path().join("board.db");
    desks[0].press("s Down Enter text:hidden Enter");
    to(&mut desks[0], "gather");
    assert_eq!(meeting(&desks[0]).cards.names, CardNames::Hidden);
    assert!(desks[0].screen().contains("No name, no time, no order is kept."), "{}", desks[0].screen());
    for (n, desk) in desks.iter_mut().enumerate() {
        if n > 0 {
            desk.look_around();
            desk.press("s");
        }
        desk.press(&format!("n Enter text:Secret{n} Enter Esc"));
        assert!(desk.screen().contains(&format!("Secret{n}")), "one's own are seen: {}", desk.screen());
        assert_eq!((0..5).filter(|n| desk.screen().contains(&format!("Secret{n}"))).count(), 1);
    }
    assert_eq!(texts(&desks[0]), [], "nothing is in the journal");
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_file() && entry.file_name() != "board.db-box" {
            let bytes = std::fs::read(entry.path()).unwrap();
            let found = bytes.windows(6).any(|window| window == b"Secret");
            assert!(!found, "{:?} holds hidden text", entry.file_name());
        }
    }
    let hidden = std::fs::read_to_string(folder.path().join("board.db-box")).unwrap();
    assert_eq!(hidden.matches("card ").count(), 5);
    assert!(NAMES.iter().all(|name| !hidden.contains(name)), "{hidden}");
    // Three are too few.
    for desk in &mut desks[..3] {
        let id = meeting(desk).id;
        desk.session_mut().be_ready(id, true).unwrap();
    }
    let id = meeting(&desks[0]).id;
    let few = desks[0].session_mut().reveal(id).unwrap_err();
    assert!(few.message.starts_with("only 3 are ready"), "{few:?}");
    desks[3].session_mut().be_ready(id, true).unwrap();
    desks[1].session_mut().reveal(id).unwrap();
    let mut shown: Vec<String> =
        texts(&desks[2]).into_iter().map(|(_, text, by)| format!("{text}{by:?}")).collect();
    shown.sort();
    assert_eq!(shown, (0..5).map(|n| format!("Secret{n}None")).collect::<Vec<_>>());
    assert!(!folder.path().join("board.db-box").exists());
    // What is written from now on bears a name.
    assert!(desks[4].session_mut().hide_card(id, 0, "late").is_err());
    assert!(path.exists());
    assert_eq!(meeting(&desks[0]).place().unwrap().step, Step::Gather);
}

#[test]
fn a_box_of_what_was_shown_is_taken_away_by_the_next() {
    let (folder, mut desks) = team(4);
    desks[0].press("s Down Enter text:hidden Enter");
    to(&mut desks[0], "gather");
    let id = meeting(&desks[0]).id;
    for desk in &mut desks {
        desk.session_mut().hide_card(id, 0, "a").unwrap();
        desk.session_mut().be_ready(id, true).unwrap();
    }
    let left = std::fs::read(folder.path().join("board.db-box")).unwrap();
    desks[0].session_mut().reveal(id).unwrap();
    // As a process leaves it that is killed between the record and the removal.
    std::fs::write(folder.path().join("board.db-box"), left).unwrap();
    assert_eq!(desks[1].session().gathered(&meeting(&desks[0])).unwrap().ready, []);
    Session::open(&folder.path().join("board.db"), world("next")).unwrap();
    assert!(!folder.path().join("board.db-box").exists());
}

#[test]
fn one_keyboard_goes_round_and_shows_nobody_what_another_wrote() {
    let (folder, mut desks) = team(1);
    let desk = &mut desks[0];
    desk.press("s Down Enter text:hidden Enter");
    to(desk, "gather");
    let id = meeting(desk).id;
    for name in &NAMES[..4] {
        // Above "show all" and "with names" stands the keyboard that goes round.
        desk.press("G k k Enter");
        desk.press(&format!("text:{name} Enter"));
        assert!(desk.screen().contains(&format!("{name}: Helped")), "{}", desk.screen());
        desk.press(&format!("text:from{name}"));
        assert!(!desk.screen().contains(&format!("from{name}")), "it is masked: {}", desk.screen());
        desk.press("Enter Enter Enter Enter Esc");
        assert!(!desk.screen().contains("from"), "{}", desk.screen());
        assert!(!folder.path().join("board.db-box").exists(), "it is in no file before it has gone round");
    }
    desk.press("G k k Enter Enter");
    assert_eq!(desk.session().gathered(&meeting(desk)).unwrap().ready.len(), 4);
    desk.session_mut().reveal(id).unwrap();
    assert_eq!(texts(desk).len(), 4);
}
