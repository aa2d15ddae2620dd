//! Each way out walked at two desks, to the other's yes: the finding is gone because the facts changed.

use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, Place};
use crate::domain::event::TaskMerged;
use crate::domain::id::TaskId;
use crate::domain::record::Draft;
use crate::session::Session;
use crate::tui::shell::desk::Desk;
use crate::tui::testing::{desk, world};

/// A board in a folder, with Ayu and Budi each at a desk of their own; `ayu` and `budi` are the keys that each presses
/// before.
fn desks(ayu: &str, budi: &str) -> (tempfile::TempDir, Desk, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, "Warung Kode", "Ayu", world("ways")).unwrap();
    session.join("Budi", None).unwrap();
    drop(session);
    let open = |name: &str, keys: &str| {
        let mut session = Session::open(&path, world(name)).unwrap();
        session.act_as(Some(name)).unwrap();
        let mut desk = desk(session, 120, 40);
        desk.press(keys);
        desk
    };
    let here = open("ayu", ayu);
    let there = open("budi", budi);
    (folder, here, there)
}

/// Two tasks that look the same, the first led by Ayu, the second by Budi.
fn alike() -> (tempfile::TempDir, Desk, Desk) {
    let budi = "2 n text:Signing_the_payment_contract Enter c Down Enter";
    desks("2 n text:Sign_the_payment_contract Enter c", budi)
}

/// What the board asks, at a desk that has heard of everything.
fn asks(desk: &mut Desk) -> String {
    desk.look_around();
    desk.press("Esc Esc Esc 4").screen()
}

/// Goes to a way on the page of the first finding, and takes it.
fn take(desk: &mut Desk, way: &str) {
    desk.press("S");
    for _ in 0..12 {
        if desk.selected().contains(way) {
            desk.press("Enter");
            return;
        }
        desk.press("Down");
    }
    panic!("{way}: {}", desk.screen());
}

#[test]
fn both_stand_side_by_side_with_who_would_be_asked() {
    let (_folder, mut here, _there) = alike();
    assert!(asks(&mut here).contains("may be the same work"), "{}", here.screen());
    let screen = here.press("S").screen();
    for said in ["Sign the payment contract", "Signing the payment contract", "Ways out", "asks Budi first"] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
}

#[test]
fn one_leads_and_the_other_helps_by_the_others_yes() {
    let (_folder, mut here, mut there) = alike();
    asks(&mut here);
    take(&mut here, "Budi helps there");
    assert!(here.says().contains("Ayu offered Budi to merge"), "{}", here.says());
    assert!(here.screen().contains("waits for Budi"), "{}", here.screen());

    asks(&mut there);
    take(&mut there, "Yes to Ayu");
    assert!(!asks(&mut there).contains("may be the same work"), "{}", there.screen());
    assert!(!asks(&mut here).contains("may be the same work"), "{}", here.screen());
    assert!(here.screen().contains("Ayu +1"), "{}", here.screen());
}

#[test]
fn the_others_no_leaves_both_as_they_are() {
    let (_folder, mut here, mut there) = alike();
    asks(&mut here);
    take(&mut here, "asks Budi first");
    asks(&mut there);
    take(&mut there, "No to Ayu");
    assert!(there.says().contains("said no to the offer"), "{}", there.says());
    assert!(asks(&mut here).contains("may be the same work"), "{}", here.screen());
    assert!(!here.press("S").screen().contains("waits for Budi"), "{}", here.screen());
}

#[test]
fn both_get_titles_that_tell_them_apart() {
    let (_folder, mut here, mut there) = alike();
    asks(&mut here);
    take(&mut here, "Tell them apart");
    here.press("Ctrl-U text:Sign_with_the_bank Enter Ctrl-U text:Find_a_courier Enter");
    assert!(here.says().contains("offered Budi to split the work"), "{}", here.screen());
    asks(&mut there);
    take(&mut there, "Yes to Ayu");
    let screen = asks(&mut here);
    assert!(screen.contains("Sign with the bank") && screen.contains("Find a courier"), "{screen}");
    assert!(!screen.contains("may be the same work"), "{screen}");
}

#[test]
fn of_two_leads_one_goes_on_and_the_other_helps() {
    let (folder, mut here, mut there) = desks("2 n text:Sign_it Enter c", "");
    let mut session = Session::open(&folder.path().join("board.db"), world("contest")).unwrap();
    session.act_as(Some("budi")).unwrap();
    let (task, part) = (session.find("Sign it").unwrap(), ClaimAs::Contest("I have it".into()));
    session.perform(&Command::Claim(Claim { task, part })).unwrap();
    assert!(asks(&mut here).contains("both lead"), "{}", here.screen());
    // One's own lead one leaves at once.
    take(&mut here, "Budi leads, Ayu helps");
    let screen = asks(&mut here);
    assert!(screen.contains("Budi +1") && !screen.contains("both lead"), "{screen}");
    here.press("u");
    asks(&mut here);
    // Another's lead ends by their own yes alone.
    take(&mut here, "Ayu leads, Budi helps");
    assert!(asks(&mut here).contains("both lead"), "{}", here.screen());
    asks(&mut there);
    take(&mut there, "Yes to Ayu");
    let screen = asks(&mut here);
    assert!(screen.contains("Ayu +1") && !screen.contains("both lead"), "{screen}");
}

#[test]
fn it_is_gone_with_the_finding() {
    let (_folder, mut here, mut there) = alike();
    asks(&mut here);
    here.press("S");
    // Somebody answers it meanwhile.
    asks(&mut there);
    take(&mut there, "fixed");
    there.press("text:we_talked Enter");
    here.look_around();
    assert!(!here.screen().contains("Ways out"), "{}", here.screen());
}

#[test]
fn of_two_that_were_merged_into_each_other_one_is_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, "Warung Kode", "Ayu", world("ways")).unwrap();
    let me = session.act_as(Some("Ayu")).map(|()| session.me().unwrap()).unwrap();
    let ids = ["Sign the contract", "Sign contract"].map(|title| {
        let id = TaskId(session.new_id());
        session.perform(&Command::AddTask(AddTask::titled(id, title, Place::End))).unwrap();
        id
    });
    let (at, merged) = (session.now(), |into| TaskMerged { into, by: None, at: None, from: None });
    let apart = [(ids[0], ids[1]), (ids[1], ids[0])].map(|(task, into)| Draft::new(task, merged(into)));
    session.write_for_benchmarks(|writing| writing.append(me, at, apart.to_vec()).map(drop)).unwrap();
    let mut here = desk(session, 120, 40);
    assert!(asks(&mut here).contains("were merged into each other"), "{}", here.screen());
    take(&mut here, "back: Sign contract");
    assert!(!asks(&mut here).contains("were merged into each other"), "{}", here.screen());
    assert!(here.press("2").screen().contains("Sign contract"), "{}", here.screen());
}
