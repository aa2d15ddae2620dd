use std::fs;
use std::path::Path;

use super::*;
use crate::domain::decide::{
    Accept, AddRole, AddTask, AnswerPairing, Ask, Away, Block, Claim, ClaimAs, Clear, Command, Decline,
    EditTask, EndPairing, Ending, GiveBack, Merge, Move, Offer, OfferPairing, Park, Place, Promise, RankTask,
    Remark, Renew, Sense, Settle, TakeRole, TakeUpTension, Thank, Which, Withdraw,
};
use crate::domain::event::{TaskEdited, WaitsOn};
use crate::domain::id::{PairingId, RoleId, TaskId, TensionId, ThanksId};
use crate::domain::pairing::PairingKind;
use crate::domain::role::RoleState;
use crate::domain::settlement::Verdict;
use crate::domain::task::State;
use crate::session::tests::{add, claim, environment, team};

/// Ayu leads one task, helps with another, and leads one that waits for a third; nobody has to do with the fourth.
struct Team {
    session: Session,
    ayu: MemberId,
    budi: MemberId,
    citra: MemberId,
    led: TaskId,
    helped: TaskId,
    awaited: TaskId,
    other: TaskId,
    role: RoleId,
    mark: Mark,
}

impl Team {
    fn new() -> Team {
        let mut session = team("since");
        let ayu = session.me().unwrap();
        let mut join = |name: &str| {
            session.join(name, None).unwrap();
            session.me().unwrap()
        };
        let (budi, citra) = (join("Budi"), join("Citra"));
        let [led, helped, awaited, other] =
            ["Sign the contract", "Move the list", "Ask for the key", "Print the flyers"]
                .map(|title| add(&mut session, title));
        session.act(Some(budi));
        claim(&mut session, helped).unwrap();
        claim(&mut session, awaited).unwrap();
        claim(&mut session, other).unwrap();
        session.act(Some(ayu));
        claim(&mut session, led).unwrap();
        let role = RoleId(session.new_id());
        let all = [
            Command::Claim(Claim { task: helped, part: ClaimAs::Helper }),
            block(led, "the key", Some(WaitsOn::Task(awaited))),
            block(other, "the paper", Some(WaitsOn::Member(ayu))),
            Command::AddRole(AddRole {
                id: role,
                name: "Keeper".into(),
                purpose: None,
                domains: Vec::new(),
                accountabilities: Vec::new(),
                state: RoleState::Active,
                review: None,
            }),
            Command::TakeRole(TakeRole { role, focus: None, term: None }),
        ];
        all.iter().for_each(|command| drop(session.perform(command).unwrap()));
        let (n, record) = session.store.last_row().unwrap().unwrap();
        let mark = Mark { n, record, at: session.now() };
        Team { session, ayu, budi, citra, led, helped, awaited, other, role, mark }
    }

    fn does(&mut self, who: MemberId, command: Command) -> &mut Team {
        self.session.act(Some(who));
        self.session.perform(&command).unwrap();
        self
    }

    fn touches(&self, who: MemberId) -> Vec<String> {
        let since = self.session.since_mark(who, self.mark).unwrap();
        since.touches.into_iter().map(|touch| touch.record.kind).collect()
    }
}

#[test]
fn what_becomes_of_a_tension_touches_who_sensed_it_and_who_looks_after_it() {
    let mut team = Team::new();
    let other = team.other.into();
    let (ayu, budi, citra) = (team.ayu, team.budi, team.citra);
    let command = sense(&team, other);
    let Command::Sense(Sense { id, .. }) = command else { unreachable!() };
    team.does(ayu, command);
    let take_up = || Command::TakeUpTension(TakeUpTension { tension: id });
    team.does(citra, take_up()).does(budi, take_up());
    assert_eq!(team.touches(ayu), ["tension.taken_up", "tension.taken_up"]);
    // Budi leads what it is about; Citra only looks after it, and has seen it by then.
    assert_eq!(team.touches(budi), ["tension.taken_up", "tension.sensed"]);
    assert_eq!(team.touches(citra), ["tension.taken_up"]);
}

fn block(task: TaskId, what: &str, on: Option<WaitsOn>) -> Command {
    Command::Block(Block { task, what: what.to_owned(), on })
}

fn sense(team: &Team, about: SubjectId) -> Command {
    let id = TensionId(uuid::Uuid::from_u128(team.mark.n as u128 + 1));
    Command::Sense(Sense {
        id,
        is: "It rains in".into(),
        could: "It is dry".into(),
        about: Some(about),
        serves: None,
    })
}

fn moves(task: TaskId, to: State) -> Command {
    Command::Move(Move { task, to, ending: Ending::Anyway })
}

fn says(task: TaskId) -> Command {
    Command::Remark(Remark { task, text: "It rains".into() })
}

#[test]
fn what_others_do_touches_whoever_has_to_do_with_it() {
    type Does = fn(&Team) -> Command;
    let cases: &[(&str, Does, bool)] = &[
        ("offered to me", |t| Command::Offer(Offer { task: t.helped, to: t.ayu, note: None }), true),
        ("offered to another", |t| Command::Offer(Offer { task: t.awaited, to: t.citra, note: None }), false),
        ("waits on me", |t| block(t.other, "the key", Some(WaitsOn::Member(t.ayu))), true),
        ("waits on my task", |t| block(t.other, "the contract", Some(WaitsOn::Task(t.led))), true),
        ("waits on another", |t| block(t.other, "the key", Some(WaitsOn::Member(t.citra))), false),
        ("a blocker on what I lead", |t| block(t.led, "the stamp", None), true),
        ("a blocker on what I wait for", |t| block(t.awaited, "the stamp", None), true),
        ("asked about what waits on me", |t| Command::Ask(Ask { task: t.other, which: Which::Only }), true),
        ("asked about what I blocked", |t| Command::Ask(Ask { task: t.led, which: Which::Only }), true),
        (
            "promised",
            |t| Command::Promise(Promise { task: t.led, which: Which::Only, until: t.session.today() }),
            true,
        ),
        (
            "cleared",
            |t| Command::Clear(Clear { task: t.led, which: Which::Only, how: None, withdrawn: false }),
            true,
        ),
        ("moved what I help with", |t| moves(t.helped, State::Done), true),
        ("moved what I lead", |t| moves(t.led, State::Review), true),
        ("moved what I wait for", |t| moves(t.awaited, State::Done), true),
        ("moved another", |t| moves(t.other, State::Review), false),
        ("said on what I lead", |t| says(t.led), true),
        ("said on what I wait for", |t| says(t.awaited), true),
        ("said on another", |t| says(t.other), false),
        ("gave back what I help with", |t| Command::GiveBack(GiveBack { task: t.helped, note: None }), true),
        ("renewed what I help with", |t| Command::Renew(Renew { task: t.helped }), false),
        (
            "ranked what I lead",
            |t| Command::RankTask(RankTask { task: t.led, place: Place::End, reason: None }),
            false,
        ),
        (
            "laid what I wait for aside",
            |t| {
                Command::Park(Park { task: t.awaited, until: Some(t.session.today() + chrono::Days::new(3)) })
            },
            true,
        ),
        ("wrote on what I lead", |t| edit(t.led), true),
        ("wrote on what I wait for", |t| edit(t.awaited), false),
        (
            "took a role that I hold",
            |t| Command::TakeRole(TakeRole { role: t.role, focus: Some("money".into()), term: None }),
            true,
        ),
        ("thanked me", |t| thank(t, t.ayu), true),
        ("thanked another", |t| thank(t, t.citra), false),
        ("a tension about what I lead", |t| sense(t, t.led.into()), true),
        ("a tension about what I hold", |t| sense(t, t.role.into()), true),
        ("a tension about another's", |t| sense(t, t.other.into()), false),
        ("settled what is about mine", |t| settle(format!("O1:{}", t.led)), true),
        ("settled what is about me", |t| settle(format!("L1:{}", t.ayu)), true),
        ("settled what is about another", |t| settle(format!("O1:{}", t.other)), false),
        (
            "is away",
            |t| Command::Away(Away { from: Some(t.session.today()), until: Some(t.session.today()) }),
            false,
        ),
    ];
    for (what, does, touches) in cases {
        let mut team = Team::new();
        let command = does(&team);
        let done = team.session.perform_as(team.budi, &[command]);
        assert!(done.is_ok(), "{what}: {done:?}");
        assert_eq!(!team.touches(team.ayu).is_empty(), *touches, "{what}");
        assert_eq!(team.touches(team.budi), Vec::<String>::new(), "{what}: it is no news to who did it");
    }
}

fn edit(task: TaskId) -> Command {
    Command::EditTask(EditTask {
        task,
        edit: TaskEdited { next: Some(Some("Call them".into())), ..TaskEdited::default() },
    })
}

fn thank(team: &Team, to: MemberId) -> Command {
    let id = ThanksId(uuid::Uuid::from_u128(77));
    Command::Thank(Thank { id, to: vec![to], text: "well done".into(), about: Some(team.other.into()) })
}

fn settle(finding: String) -> Command {
    let reason = "so we agreed".into();
    Command::Settle(Settle {
        finding,
        facts: "0".into(),
        verdict: Verdict::Fine,
        reason,
        until: None,
        became: None,
        texts: Vec::new(),
    })
}

#[test]
fn a_buddy_touches_the_other_of_the_two_and_nobody_else() {
    let mut team = Team::new();
    let Team { ayu, budi, citra, .. } = team;
    let offer = OfferPairing {
        id: PairingId(uuid::Uuid::from_u128(78)),
        kind: PairingKind::Buddy,
        with: citra,
        until: None,
        days: None,
    };
    team.does(ayu, Command::OfferPairing(offer))
        .does(citra, Command::AnswerPairing(AnswerPairing { from: ayu, yes: true }))
        .does(ayu, Command::EndPairing(EndPairing { with: citra }));
    let of_pairings = |who: MemberId| {
        team.touches(who).into_iter().filter(|kind| kind.starts_with("pairing")).collect::<Vec<_>>()
    };
    assert_eq!(of_pairings(ayu), ["pairing.accepted"]);
    assert_eq!(of_pairings(citra), ["pairing.ended", "pairing.offered"]);
    assert!(of_pairings(budi).is_empty());
}

#[test]
fn an_answer_touches_whoever_offered_and_what_was_theirs_still_is() {
    let mut team = Team::new();
    let (ayu, budi, led) = (team.ayu, team.budi, team.led);
    team.does(ayu, Command::Offer(Offer { task: led, to: budi, note: None }));
    assert_eq!(team.touches(budi), ["task.offered"]);
    team.does(budi, Command::Decline(Decline { task: led, reason: None }));
    assert_eq!(team.touches(ayu), ["task.offer_declined"]);
    team.does(ayu, Command::Offer(Offer { task: led, to: budi, note: None }));
    team.does(ayu, Command::Withdraw(Withdraw { task: led }));
    assert_eq!(team.touches(budi), ["task.offer_withdrawn", "task.offered", "task.offered"]);
    team.does(ayu, Command::Offer(Offer { task: led, to: budi, note: None }));
    team.does(budi, says(led)).does(budi, Command::Accept(Accept { task: led })).does(budi, says(led));
    // Nothing ties Ayu to it any more but that it was hers a moment ago.
    let since = team.touches(ayu);
    assert_eq!(since, ["task.remarked", "task.offer_accepted", "task.remarked", "task.offer_declined"]);
}

#[test]
fn what_was_taken_back_meanwhile_is_not_told_and_what_was_taken_back_later_is() {
    let mut team = Team::new();
    let (ayu, budi, led) = (team.ayu, team.budi, team.led);
    team.does(budi, says(led));
    team.session.undo().unwrap();
    assert_eq!(team.touches(ayu), Vec::<String>::new());
    team.session.redo().unwrap();
    assert_eq!(team.touches(ayu), ["task.remarked"]);
    let (n, record) = team.session.store.last_row().unwrap().unwrap();
    team.mark = Mark { n, record, ..team.mark };
    team.session.undo().unwrap();
    assert_eq!(team.touches(ayu), ["record.undone"]);
}

#[test]
fn what_was_taken_back_in_one_go_is_told_once() {
    let mut team = Team::new();
    let (ayu, budi, led) = (team.ayu, team.budi, team.led);
    team.session.act(Some(budi));
    team.session.perform_all(&[says(led), says(led), says(led)]).unwrap();
    assert_eq!(team.touches(ayu).len(), 3, "each has words of its own");
    let (n, record) = team.session.store.last_row().unwrap().unwrap();
    team.mark = Mark { n, record, ..team.mark };
    team.session.undo().unwrap();
    let since = team.session.since_mark(ayu, team.mark).unwrap();
    let also: Vec<usize> = since.touches.iter().map(|touch| touch.also).collect();
    assert_eq!(also, [2]);
    let said = team.session.say_touch(&since.touches[0]).unwrap();
    assert!(said.text().ends_with(", and 2 more like it"), "{said:?}");
}

#[test]
fn what_was_said_to_somebody_who_turned_out_to_be_one_touches_one() {
    let mut team = Team::new();
    let (ayu, budi, citra) = (team.ayu, team.budi, team.citra);
    team.does(budi, block(team.awaited, "the key", Some(WaitsOn::Member(citra))));
    team.does(budi, block(team.other, "the key", Some(WaitsOn::Member(citra))));
    // What waits for Ayu's task touches her as it is; the other does not yet.
    assert_eq!(team.touches(ayu), ["task.blocked"]);
    team.does(citra, Command::Merge(Merge { member: citra, into: ayu }));
    assert_eq!(team.touches(ayu), ["task.blocked", "task.blocked"], "and what she said herself is no news");
}

#[test]
fn of_very_much_only_the_last_is_looked_at_and_that_there_is_more_is_said() {
    let mut team = Team::new();
    team.does(team.budi, says(team.led));
    let few = team.session.since_mark(team.ayu, team.mark).unwrap();
    assert_eq!((few.touches.len(), few.more), (1, false));
    team.session.begin_together().unwrap();
    let titled = |n: i64| {
        Command::AddTask(AddTask::titled(TaskId(uuid::Uuid::from_u128(n as u128)), "More", Place::End))
    };
    let many: Vec<Command> = (1..=ROWS).map(titled).collect();
    team.session.perform_as(team.budi, &many).unwrap();
    team.session.end_together().unwrap();
    let many = team.session.since_mark(team.ayu, team.mark).unwrap();
    assert_eq!((many.touches.len(), many.more), (0, true));
}

/// A home on one machine, and a board in it.
fn at_home(folder: &Path) -> Environment {
    environment("since at home").with_settings(folder.join("setara"))
}

/// Ayu's board on which she leads a task, and Budi, who acts by another machine.
fn started(folder: &Path) -> (Session, MemberId, TaskId) {
    let mut session = Session::start(&folder.join("board.db"), "Warung", "Ayu", at_home(folder)).unwrap();
    let ayu = session.me().unwrap();
    let task = add(&mut session, "Sign the contract");
    claim(&mut session, task).unwrap();
    session.join("Budi", None).unwrap();
    session.become_member(ayu).unwrap();
    (session, ayu, task)
}

fn count(session: &Session, member: MemberId) -> Option<usize> {
    session.since(member).unwrap().map(|since| since.touches.len())
}

#[test]
fn one_begins_by_joining_and_only_looking_moves_one_on() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, ayu, task) = started(folder.path());
    let budi = session.find::<MemberId>("budi").unwrap();
    assert_eq!((count(&session, ayu), count(&session, budi)), (Some(0), Some(0)));
    session.perform_as(budi, &[says(task)]).unwrap();
    session.perform_as(ayu, &[says(task)]).unwrap();
    assert_eq!((count(&session, ayu), count(&session, budi)), (Some(1), Some(0)));
    let mut again = Session::open(&folder.path().join("board.db"), at_home(folder.path())).unwrap();
    again.act_as(None).unwrap();
    let since = again.since_remembered().unwrap().unwrap();
    assert_eq!((since.member, since.touches.len()), (ayu, 1), "a command in between changes nothing");
    // What comes while one looks is not looked at yet.
    session.perform_as(budi, &[says(task)]).unwrap();
    again.looked(&since).unwrap();
    assert_eq!(count(&session, ayu), Some(1));
    let all = session.since(ayu).unwrap().unwrap();
    session.looked(&all).unwrap();
    again.looked(&since).unwrap();
    assert_eq!(count(&session, ayu), Some(0), "who looked less far takes nothing back");
}

#[test]
fn a_member_of_whom_nothing_is_known_begins_when_they_look() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, ayu, task) = started(folder.path());
    let budi = session.find::<MemberId>("budi").unwrap();
    fs::remove_file(folder.path().join("setara").join(FILE)).unwrap();
    session.perform_as(budi, &[says(task)]).unwrap();
    assert_eq!(count(&session, ayu), None);
    assert_eq!(session.since_remembered().unwrap(), None);
    assert_eq!(session.since_remembered().unwrap().unwrap().touches, []);
    session.perform_as(budi, &[says(task)]).unwrap();
    assert_eq!(session.since_remembered().unwrap().unwrap().touches.len(), 1);
}

#[test]
fn a_board_that_was_replaced_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, ayu, task) = started(folder.path());
    let board = folder.path().join("board.db");
    let copy = folder.path().join("copy.db");
    session.board().backup(&copy).unwrap();
    let budi = session.find::<MemberId>("budi").unwrap();
    session.perform_as(budi, &[says(task), says(task)]).unwrap();
    let since = session.since(ayu).unwrap().unwrap();
    session.looked(&since).unwrap();
    drop(session);
    Session::restore(&copy, &board, &at_home(folder.path())).unwrap();
    let mut session = Session::open(&board, at_home(folder.path())).unwrap();
    session.act_as(None).unwrap();
    assert_eq!(count(&session, ayu), None, "the row is not there");
    session.perform_as(budi, &[edit(task), says(task), says(task)]).unwrap();
    assert_eq!(count(&session, ayu), None, "it holds another record");
    assert_eq!(session.since_remembered().unwrap(), None);
    assert_eq!(count(&session, ayu), Some(0));
}

#[test]
fn a_damaged_file_tells_nothing_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (session, ayu, _) = started(folder.path());
    let file = folder.path().join("setara").join(FILE);
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{whole}cut sho")).unwrap();
    for error in [session.since(ayu).unwrap_err(), session.tell_since_now(ayu).unwrap_err()] {
        assert!(error.message.contains(FILE), "{error}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), format!("{whole}cut sho"));
    // What is no mark is as none.
    let board = session.board().board();
    for odd in ["7", "{}", "{ n = -5, record = \"zz\", at = 1 }", "{ n = \"1\", record = 2, at = 9e9 }"] {
        fs::write(&file, format!("[{board}]\n{ayu} = {odd}\nelse = 1\n[other]\nkept = 1\n")).unwrap();
        assert_eq!(count(&session, ayu), None, "{odd}");
        session.tell_since_now(ayu).unwrap();
        assert_eq!(count(&session, ayu), Some(0), "{odd}");
        assert!(fs::read_to_string(&file).unwrap().contains("kept = 1"));
    }
    fs::write(&file, format!("{board} = 3\n")).unwrap();
    session.tell_since_now(ayu).unwrap();
    assert_eq!(count(&session, ayu), Some(0));
}
