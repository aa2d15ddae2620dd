//! Deciding together by keys alone: proposed, objected to, amended, and adopted.

use super::demo;
use crate::domain::agreement::AgreementState;
use crate::domain::decision::{DecisionKind, State};
use crate::domain::subject::{Kind, Subject};
use crate::tui::shell::desk::Desk;

/// The decision of a title that begins so.
fn decision(desk: &Desk, title: &str) -> crate::domain::decision::Decision {
    let board = desk.session().board();
    let all = board.all(Kind::Decision).unwrap().into_iter();
    let subjects = all.filter_map(|id| board.subject(id).unwrap());
    let mut decisions = subjects.filter_map(|subject| match subject {
        Subject::Decision(decision) => Some(*decision),
        _ => None,
    });
    decisions.find(|it| it.current().is_some_and(|version| version.title.starts_with(title))).unwrap()
}

fn written(desk: &Desk) -> i64 {
    desk.session().board().journal_len().unwrap()
}

/// Opens the page of the decision of a title that begins so.
fn page<'d>(desk: &'d mut Desk, title: &str) -> &'d mut Desk {
    desk.press("Esc Esc F9").select(title).press("Enter")
}

#[test]
fn a_proposal_is_objected_to_amended_and_adopted_by_keys() {
    let mut desk = demo(120, 50);
    desk.press(
        "~ Enter text:Deliver_at_dawn Tab text:Shops_ask Tab text:Ayu_drives Tab text:Budi,Citra Ctrl-S",
    );
    assert!(desk.says().contains("Ayu drafted"), "{}", desk.screen());
    page(&mut desk, "Deliver at dawn").press("c Enter Enter");
    assert!(desk.says().contains("Ayu consented"), "{}", desk.screen());
    // What stands in the way is said before anything is asked.
    desk.press("x");
    assert!(desk.says().contains("1 of 3 were heard"), "{}", desk.screen());
    desk.press("@ text:Budi Enter");
    assert!(desk.screen().contains("Safe to try?"), "{}", desk.screen());
    desk.press("o Enter");
    assert!(
        desk.screen().contains("Not yet, because"),
        "nothing is said without a reason: {}",
        desk.screen()
    );
    desk.press("text:the_car_is_broken Enter");
    assert!(desk.says().contains("Budi objected"), "{}", desk.screen());
    desk.press("@ text:Citra Enter t Down Enter text:only_by_car Enter");
    let screen = desk.screen();
    assert!(screen.contains("Citra: only by car") && screen.contains("Would it because of this"), "{screen}");
    desk.press("w text:who_pays? Enter");
    desk.press("@ text:Ayu Enter W text:the_till Enter");
    assert!(desk.screen().contains("Ayu: the till"), "{}", desk.screen());
    desk.press("e text:_by_bike Ctrl-S");
    assert!(desk.says().contains("Ayu amended"), "{}", desk.screen());
    let it = decision(&desk, "Deliver at dawn");
    assert_eq!(it.current().unwrap().title, "Deliver at dawn by bike");
    assert_eq!(it.current().unwrap().meets.len(), 1, "it says which objection it meets");
    desk.press("@ text:Budi Enter");
    let screen = desk.screen();
    assert!(
        screen.contains("was: Deliver at dawn") && screen.contains("now: Deliver at dawn by bike"),
        "{screen}"
    );
    for name in ["Budi", "Citra", "Ayu"] {
        desk.press(&format!("@ text:{name} Enter c Enter Enter"));
        assert!(desk.says().contains(&format!("{name} consented")), "{}", desk.screen());
    }
    assert!(desk.screen().contains("Nothing stands in the way."), "{}", desk.screen());
    desk.press("x");
    assert!(desk.screen().contains("heard 3 of 3: "), "who was counted is said: {}", desk.screen());
    desk.press("text:+8w Ctrl-S");
    let it = decision(&desk, "Deliver at dawn");
    assert_eq!((it.state(), it.adoptions.len()), (State::Adopted, 1), "{}", desk.screen());
    assert!(it.adoptions[0].review.is_some());
    let before = written(&desk);
    desk.press("x e + - X");
    assert_eq!(written(&desk), before, "it is adopted once, and what makes no sense does nothing");
}

#[test]
fn a_key_that_is_pressed_twice_does_nothing_twice() {
    let mut desk = demo(120, 50);
    desk.press("~ Enter text:Deliver_at_dawn Ctrl-S");
    page(&mut desk, "Deliver at dawn").press("c Enter Enter");
    let before = written(&desk);
    desk.press("c Enter Enter");
    assert_eq!(written(&desk), before, "{}", desk.screen());
    desk.press("Esc - -");
    assert_eq!(written(&desk), before + 1, "{}", desk.screen());
    desk.press("+ +");
    assert_eq!(written(&desk), before + 2, "{}", desk.screen());
    desk.press("X Enter");
    assert_eq!(decision(&desk, "Deliver at dawn").state(), State::Withdrawn, "{}", desk.screen());
    desk.press("X R R");
    assert_eq!(written(&desk), before + 4, "{}", desk.screen());
}

#[test]
fn options_are_picked_by_their_numbers() {
    let mut desk = demo(120, 50);
    desk.press("~ text:vote Enter text:The_door Tab Tab Tab text:red Enter text:blue Enter text:green Tab text:Budi Ctrl-S");
    let it = decision(&desk, "The door");
    assert_eq!((it.kind, it.current().unwrap().options.len()), (DecisionKind::Vote, 3), "{}", desk.screen());
    page(&mut desk, "The door").press("c text:several Enter text:1_4 Enter");
    assert!(desk.screen().contains("numbers from 1 to 3"), "{}", desk.screen());
    desk.press("Ctrl-U text:1_3 Enter Enter");
    assert_eq!(decision(&desk, "The door").stances[0].picks, [0, 2], "{}", desk.screen());
}

#[test]
fn what_is_hidden_is_on_no_page_of_whoever_has_not_spoken() {
    let mut desk = demo(120, 50);
    desk.press("~ Enter text:Paint_the_door Tab Tab Tab text:Budi Tab Tab Tab Tab");
    desk.press("Enter Enter Ctrl-S");
    assert!(decision(&desk, "Paint").hide.is_some(), "{}", desk.screen());
    desk.press("i");
    assert!(
        desk.screen().contains("Paint the door") && desk.screen().contains("2 decisions wait for you: F9")
    );
    page(&mut desk, "Paint the door").press("o");
    assert!(desk.screen().contains("The others see it after theirs."), "{}", desk.screen());
    desk.press("text:it_smells Enter @ text:Budi Enter");
    let screen = desk.screen();
    assert!(screen.contains("has spoken") && !screen.contains("smells"), "{screen}");
    let before = written(&desk);
    desk.press("t");
    assert_eq!(written(&desk), before, "and no key leads to it");
    assert!(!desk.screen().contains("smells"), "{}", desk.screen());
    desk.press("v Esc");
    assert_eq!(written(&desk), before, "showing it all is asked first");
    desk.press("c Enter Enter");
    assert!(desk.screen().contains("it smells"), "after one's own word it is seen: {}", desk.screen());
    desk.press("i");
    assert!(!desk.screen().contains("Paint the door"), "one's own page asks no more: {}", desk.screen());
}

#[test]
fn the_list_shows_first_what_waits_for_ones_voice_and_on_a_key_what_was_given_up() {
    let mut desk = demo(120, 40);
    desk.press("~ Enter text:An_old_one Ctrl-S");
    page(&mut desk, "An old one").press("c Enter Enter Esc Esc");
    desk.press("~ Enter text:A_new_one Ctrl-S F9 g j");
    assert!(desk.selected().contains("A new one"), "after the one that waited before: {}", desk.screen());
    assert!(desk.screen().contains("2 wait for you, 5 open"), "{}", desk.screen());
    desk.press("Enter X text:no_need Enter Esc");
    assert!(!desk.screen().contains("A new one"), "{}", desk.screen());
    desk.press("d");
    assert!(desk.screen().contains("A new one"), "{}", desk.screen());
}

#[test]
fn a_proposal_says_how_many_are_heard_what_it_replaces_and_what_it_is_decided_by() {
    let mut desk = demo(120, 50);
    desk.press("~ Enter text:Buy_a_bell_for_900,000_rupiah Tab Tab Tab Tab text:0 Ctrl-S");
    assert!(desk.screen().contains("that is a whole number"), "{}", desk.screen());
    desk.press("Ctrl-U text:2 Tab Tab Tab Tab Enter text:half_past Enter Ctrl-S");
    let before = decision(&desk, "The stand-up is at half past nine");
    let it = decision(&desk, "Buy a bell");
    assert_eq!((it.quorum, it.replaces.as_slice()), (Some(2), &[before.id][..]), "{}", desk.screen());
    assert!(it.under.is_some(), "how money is decided is found by the title");
}

#[test]
fn as_many_are_heard_as_is_agreed_on_where_nothing_else_is_said() {
    let mut desk = demo(120, 50);
    let money = |desk: &Desk| {
        let session = desk.session();
        let all = session.board().agreements(session.today(), false, 0, 99).unwrap();
        all.into_iter().find(|row| row.title.starts_with("Money above")).unwrap()
    };
    desk.press("F7").select("Money above").press("Enter E Tab Tab Tab Tab Ctrl-U text:3 Ctrl-S");
    desk.press("~ Enter text:Buy_a_horn_for_900,000_rupiah Ctrl-S");
    let quorum = decision(&desk, "Buy a horn").quorum;
    assert_eq!(quorum, Some(4), "nobody else agreed to the other yet: {}", desk.screen());
    let owed = money(&desk).owed;
    assert!(!owed.is_empty(), "{}", desk.screen());
    for member in owed {
        let names = desk.session().board().names([member.into()]).unwrap();
        desk.press(&format!("Esc Esc @ text:{} Enter F7", names.name(member)));
        desk.select("Money above").press("Enter +");
    }
    assert!(money(&desk).owed.is_empty(), "{}", desk.screen());
    desk.press("Esc Esc ~ Enter text:Buy_a_drum_for_900,000_rupiah Ctrl-S");
    assert_eq!(decision(&desk, "Buy a drum").quorum, Some(3), "{}", desk.screen());
    desk.press("~ Enter text:Buy_a_pipe_for_900,000_rupiah Tab Tab Tab Tab text:2 Ctrl-S");
    assert_eq!(decision(&desk, "Buy a pipe").quorum, Some(2), "{}", desk.screen());
}

#[test]
fn another_way_than_is_agreed_on_is_asked_about_once() {
    let mut desk = demo(120, 50);
    let before = written(&desk);
    desk.press("~ text:vote Enter text:Buy_a_bell_for_900,000_rupiah Ctrl-S");
    assert!(desk.screen().contains("how we decide (sav) says consent here, not vote"), "{}", desk.screen());
    desk.press("Esc");
    assert!(desk.screen().contains("Buy a bell"), "what was typed stays: {}", desk.screen());
    assert_eq!(written(&desk), before);
    desk.press("Ctrl-S y");
    let it = decision(&desk, "Buy a bell");
    assert_eq!((it.kind, it.under), (DecisionKind::Vote, None), "{}", desk.screen());
}

#[test]
fn a_change_of_what_is_adopted_begins_with_what_it_says_and_takes_its_place() {
    let mut desk = demo(120, 50);
    page(&mut desk, "The stand-up is at half past nine").press("C");
    let screen = desk.screen();
    assert!(screen.contains("Propose a change of") && screen.contains("half past nine"), "{screen}");
    desk.press("text:,_or_at_ten Ctrl-S");
    let before = decision(&desk, "The stand-up is at half past nine");
    let it = decision(&desk, "The stand-up is at half past nine, or at ten");
    assert_eq!((it.kind, it.replaces.as_slice()), (before.kind, &[before.id][..]), "{}", desk.screen());
    assert!(before.parties(None).is_subset(&it.parties(None)), "nobody's decision changes without them");
    assert_eq!(it.current().unwrap().text, before.current().unwrap().text);
    // What is not adopted is amended, not replaced.
    let before = written(&desk);
    page(&mut desk, "Deliver on Saturdays").press("C text:x Ctrl-S Esc");
    assert_eq!(written(&desk), before);
}

#[test]
fn a_change_of_an_agreement_is_decided_as_it_says_by_those_whom_it_binds() {
    let mut desk = demo(120, 50);
    desk.press("F7").select("Money above").press("Enter C");
    assert!(desk.screen().contains("Propose a change of"), "{}", desk.screen());
    desk.press("Ctrl-S");
    let it = decision(&desk, "Change: Money above 500,000 rupiah");
    let board = desk.session().board();
    let agreements = board.agreements(desk.session().today(), false, 0, 9).unwrap();
    let money = agreements.iter().find(|row| row.title.starts_with("Money")).unwrap();
    assert_eq!((it.kind, it.under), (DecisionKind::Consent, Some(money.id.into())), "{}", desk.screen());
    assert!(money.bound.iter().all(|member| it.is_party(*member)));
    assert!(it.current().unwrap().text.as_ref().unwrap().contains("before it is spent"));
    desk.press("Esc Esc F7").select("Money above").press("Enter");
    let screen = desk.screen();
    assert!(screen.contains("Decided as agreed here") && screen.contains("Change: Money"), "{screen}");
    // What is only proposed is not changed by a decision.
    let before = written(&desk);
    desk.press("Esc").select("Nobody is called").press("C");
    assert!(desk.says().contains("not all have agreed"), "{}", desk.screen());
    assert_eq!(written(&desk), before);
}

#[test]
fn what_was_decided_is_made_an_agreement_of_those_who_decided_it() {
    let mut desk = demo(120, 50);
    let agreements = |desk: &Desk| {
        let session = desk.session();
        session.board().agreements(session.today(), false, 0, 99).unwrap()
    };
    let before = agreements(&desk).len();
    page(&mut desk, "The stand-up is at half past nine").press("P");
    let screen = desk.screen();
    assert!(screen.contains("An agreement") && screen.contains("half past nine"), "{screen}");
    desk.press("Ctrl-S");
    let all = agreements(&desk);
    let it = all.iter().find(|row| row.title.starts_with("The stand-up")).expect("it is written");
    assert_eq!((all.len(), it.state, it.owed.len()), (before + 1, AgreementState::InForce, 0));
    assert_eq!(it.decision, Some(decision(&desk, "The stand-up").id.into()));
    // Said in other words it is not what was decided; and what is written down once needs not be twice.
    let before = written(&desk);
    page(&mut desk, "The stand-up is at half past nine");
    let screen = desk.screen();
    assert!(!screen.contains("make it an agreement") && screen.contains("agreed in"), "{screen}");
    desk.press("P");
    assert!(desk.says().contains("says already what"), "{}", desk.screen());
    desk.press("F7").select("The stand-up").press("Enter X text:another Enter");
    page(&mut desk, "Deliver on Saturdays").press("P");
    desk.press("Esc Esc F9").select("Deliver on Saturdays").press("P");
    assert!(!desk.screen().contains("What we agree on"), "of what is not adopted nothing: {}", desk.screen());
    assert_eq!(written(&desk), before + 1, "but the word that it should end");
}

#[test]
fn a_selection_stands_on_the_page_of_its_role() {
    let mut desk = demo(120, 50);
    desk.press("~ text:selection Enter text:Who_keeps_the_books? Tab Enter text:Bookkeeping Enter Ctrl-S");
    let it = decision(&desk, "Who keeps the books?");
    assert!(it.role.is_some(), "{}", desk.screen());
    desk.press("3").select("Bookkeeping").press("Enter");
    let screen = desk.screen();
    assert!(screen.contains("Decisions") && screen.contains("Who keeps the books? (draft)"), "{screen}");
}
