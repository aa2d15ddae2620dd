use std::collections::HashSet;
use std::mem::discriminant;

use uuid::Uuid;

use super::*;
use crate::domain::calendar::Day;
use crate::domain::decide::{BlockerStep, DidNotWrite, NAME_MAX, NoPairing, TEXT_MAX, TITLE_MAX};
use crate::domain::event::{Event, TaskEvent, TaskMoved};
use crate::domain::id::{
    AgreementId, BoardId, DecisionId, MemberId, RecordId, ReplicaId, RoleId, TaskId, TensionId,
};
use crate::domain::meeting::{MeetingKind, Place, Step};
use crate::domain::names::Named;
use crate::domain::record::Record;
use crate::domain::settlement::WayOut;
use crate::domain::spoken::NoMeets;
use crate::domain::task::State;
use crate::domain::terms::{Number, Term};

fn now() -> At {
    At::start_of(Day::from_ymd_opt(2026, 11, 21).unwrap())
}

fn names() -> Names {
    let named = |n, handle: &str, name: &str| (id(n), Named { handle: handle.into(), name: name.into() });
    Names::from_iter([
        named(1, "", "ayu"),
        named(4, "", "citra"),
        named(2, "bakul", "Sign"),
        named(5, "danum", "Sign it"),
        named(3, "tiram", "Treasurer"),
        named(6, "lusab", "Nobody answers after five"),
        named(7, "rukun", "Money above 500,000 rupiah"),
    ])
}

fn id(n: u128) -> SubjectId {
    SubjectId(Uuid::from_u128(n))
}

/// Of ayu, who moves the task.
fn record(to: State) -> Box<Record> {
    let moved = TaskMoved { to, reason: None, led: Vec::new(), by: None, at: None, from: None };
    Box::new(Record {
        id: RecordId::ZERO,
        board: BoardId(Uuid::nil()),
        replica: ReplicaId([0; 16]),
        seq: 1,
        lamport: 1,
        at: now(),
        previous: RecordId::ZERO,
        author: MemberId::from(id(1)),
        subject: id(2),
        kind: "task.moved".into(),
        ends: Vec::new(),
        first: None,
        event: Some(Event::Task(TaskEvent::Moved(moved))),
    })
}

/// Every refusal with what it says.
fn all() -> Vec<(Refusal, &'static str, &'static str)> {
    let ayu = MemberId::from(id(1));
    let task = TaskId::from(id(2));
    let role = RoleId::from(id(3));
    let standup = MeetingKind::Standup;
    let day = Day::from_ymd_opt(2026, 11, 24).unwrap();
    let lease = At::start_of(day);
    let over = At::start_of(Day::from_ymd_opt(2026, 11, 10).unwrap());
    let (done, doing) = (State::Done, State::Doing);
    let blockers = vec!["the bank\nit is closed".to_owned(), String::new()];
    let tension = TensionId::from(id(6));
    let tension_hint = r#"setara tension "what is" --could "what could be""#;
    let agreement = AgreementId::from(id(7));
    let no = |why| Refusal::Agreement { agreement, why };
    let wrote = |why| Refusal::DidNotWrite { decision: DecisionId::from(id(7)), why };
    let show_rukun = "setara show rukun";
    let pairing = |why| Refusal::Pairing { with: ayu, why };
    let help_or_contest = r#"setara help-with bakul, or setara claim bakul --contest "why""#;
    vec![
        (
            Refusal::MergesIntoItself(WayOut::MergeTask { task, into: task, helps: false }),
            "it is one already",
            r#"setara merge bakul "the other one""#,
        ),
        (
            Refusal::WayOffered { way: WayOut::MergeTask { task, into: task, helps: false }, to: vec![ayu] },
            "that is offered already, and waits for ayu",
            "setara show bakul",
        ),
        (Refusal::LeadsNot { task, member: ayu }, "ayu does not lead bakul", "setara show bakul"),
        (
            Refusal::NotAsked(WayOut::MergeRole { role, into: role }),
            "nobody offers you that now",
            "setara show tiram",
        ),
        (
            Refusal::BindsOthers {
                way: WayOut::MergeTask { task, into: task, helps: false },
                members: vec![ayu],
            },
            "bakul is ayu's now, too, who was not asked",
            "setara merge bakul bakul",
        ),
        (Refusal::Gone(id(2)), "bakul is not on the board any more", "setara log"),
        (Refusal::Gone(id(9)), "what this is about is not on the board any more", "setara log"),
        (Refusal::Known(id(2)), "bakul is on the board already", "setara log"),
        (Refusal::Known(id(9)), "that is on the board already, or was", "setara log"),
        (Refusal::HasLeft(ayu), "ayu has left the team", "setara who"),
        (Refusal::YouLeft, "you have left the team", "setara return"),
        (
            Refusal::EndsForOthers { task, to: done, leads: vec![ayu], is_blocked: false },
            "bakul is led by ayu",
            "setara done bakul --anyway",
        ),
        (
            Refusal::EndsForOthers { task, to: done, leads: vec![ayu], is_blocked: true },
            "bakul is led by ayu and has an open blocker",
            "setara done bakul --anyway",
        ),
        (
            Refusal::EndsForOthers { task, to: State::Dropped, leads: Vec::new(), is_blocked: true },
            "bakul has an open blocker",
            r#"setara drop bakul "why" --anyway"#,
        ),
        (
            Refusal::CannotBeAsked { task, member: ayu, others: Vec::new() },
            "ayu has left the team",
            "setara who",
        ),
        (
            Refusal::CannotBeAsked { task, member: ayu, others: vec![id(4).into()] },
            "ayu has left the team; citra could be asked",
            r#"setara block bakul "what stops it" --on "citra""#,
        ),
        (
            Refusal::NameTaken(ayu),
            "there is somebody called ayu already",
            r#"setara me --name "your full name""#,
        ),
        (Refusal::AlreadyHere(ayu), "ayu is on the team already", "setara mine"),
        (
            Refusal::TheirsToSay { member: ayu, into: ayu },
            "ayu writes on this board, and says themselves who they are",
            r#"setara --as "ayu" me --is "ayu""#,
        ),
        (Refusal::OneAlready(ayu), "ayu is one person already", "setara who"),
        (Refusal::EmptyTitle, "the title is empty", r#"a few words: "Sign the contract""#),
        (Refusal::EmptyText, "there are no words in it", r#"say it in a few words: "waits for the bank""#),
        (Refusal::EmptyName, "the name is empty", r#"a short name: "Ayu""#),
        (
            Refusal::LongText { most: NAME_MAX },
            "that is longer than 100 characters",
            r#"a short name: "Ayu""#,
        ),
        (
            Refusal::LongText { most: TITLE_MAX },
            "that is longer than 10000 characters",
            r#"a few words: "Sign the contract""#,
        ),
        (
            Refusal::LongText { most: TEXT_MAX },
            "that is longer than 1000000 characters",
            r#"name a file instead: "see docs/contract.md""#,
        ),
        (
            Refusal::NothingToChange(id(2)),
            "it stands so already, and nothing was changed",
            "setara show bakul",
        ),
        (Refusal::NothingToChange(ayu.into()), "it stands so already, and nothing was changed", "setara me"),
        (Refusal::Finished { task, state: done }, "bakul is done", "setara move bakul open"),
        (Refusal::AlreadyIn { task, state: doing }, "bakul is marked doing already", "setara show bakul"),
        (
            Refusal::Taken { task, by: ayu, lease, quiet: false },
            "ayu leads bakul until Tue 24 Nov",
            help_or_contest,
        ),
        (
            Refusal::Taken { task, by: ayu, lease: At::NEVER, quiet: false },
            "ayu leads bakul",
            help_or_contest,
        ),
        (
            Refusal::Taken { task, by: ayu, lease: over, quiet: true },
            "ayu leads bakul, quiet since Tue 10 Nov",
            r#"setara take-over bakul "why", or setara help-with bakul"#,
        ),
        (
            Refusal::LooksLike { task, other: id(5).into(), by: ayu },
            "bakul looks like danum Sign it, which ayu leads",
            "setara help-with danum, or setara claim bakul --anyway",
        ),
        (Refusal::AlreadyLead(task), "you lead bakul already", "setara renew bakul"),
        (Refusal::AlreadyHelping(task), "you help with bakul already", "setara claim bakul"),
        (Refusal::NotYours { task, by: Some(ayu) }, "ayu leads bakul, not you", "setara help-with bakul"),
        (Refusal::NotYours { task, by: None }, "nobody leads bakul", "setara claim bakul"),
        (
            Refusal::NotQuiet { task, by: ayu, lease },
            "ayu leads bakul until Tue 24 Nov, so the claim is not quiet",
            help_or_contest,
        ),
        (
            Refusal::NotQuiet { task, by: ayu, lease: At::NEVER },
            "ayu leads bakul, and the claim is not quiet",
            help_or_contest,
        ),
        (Refusal::NobodyLeads(task), "nobody leads bakul", "setara claim bakul"),
        (Refusal::OfferToSelf, "an offer to yourself changes nothing", "setara who"),
        (Refusal::ThanksToSelf, "thanks are for others", "setara who"),
        (pairing(NoPairing::Oneself), "a buddy is somebody else than oneself", "setara who"),
        (
            pairing(NoPairing::Offered),
            "you have offered to be ayu's buddy: it waits for their answer",
            "setara buddy ayu --end",
        ),
        (pairing(NoPairing::OffersThemselves), "ayu has offered to be your buddy", "setara buddy ayu --yes"),
        (pairing(NoPairing::Paired), "you and ayu are paired already", "setara buddy ayu --end"),
        (
            pairing(NoPairing::TheirsToAnswer),
            "you have offered it yourself: the answer is up to ayu",
            "setara buddy ayu --end",
        ),
        (pairing(NoPairing::NoOffer), "no offer of ayu waits for your answer", "setara buddy"),
        (pairing(NoPairing::NotPaired), "you and ayu are not paired", "setara buddy"),
        (Refusal::ThanksToNobody, "it is not said whom you thank", "setara who"),
        (
            Refusal::TensionAboutMember,
            "a tension about a person is between people, and not for the board",
            tension_hint,
        ),
        (Refusal::NoCouldBe, "it is not said what could be", tension_hint),
        (no(NoAgreement::Over), "rukun is over", show_rukun),
        (no(NoAgreement::NoParty), "you are no party of rukun", show_rukun),
        (no(NoAgreement::AgreedAlready), "you agreed to rukun already", show_rukun),
        (no(NoAgreement::AmendedSince), "that version of rukun was amended: read the new one", show_rukun),
        (
            no(NoAgreement::AmendedApart),
            "rukun was amended apart: bring the versions together first",
            r#"setara agree rukun --amend --text "what we agree on""#,
        ),
        (no(NoAgreement::LeavesAlready), "you leave rukun already", show_rukun),
        (
            no(NoAgreement::LeavesTooSoon(day)),
            "rukun can be left on Tue 24 Nov at the earliest",
            "setara agree rukun --leave",
        ),
        (
            no(NoAgreement::TheirsToWithdraw(ayu)),
            "ayu proposed rukun, and may withdraw it; you can leave it",
            "setara agree rukun --leave",
        ),
        (no(NoAgreement::WithdrawnAlready), "you said already that rukun should end", show_rukun),
        (no(NoAgreement::NotInForce), "not all have agreed to rukun", "setara agree rukun"),
        (
            wrote(DidNotWrite::NotAdopted),
            "rukun is not adopted: nothing is in force because of it",
            show_rukun,
        ),
        (
            wrote(DidNotWrite::SaysOther),
            "rukun says something else: what it wrote says the same",
            "setara agree --decision rukun",
        ),
        (wrote(DidNotWrite::OfOthers), "rukun was decided by others: one of them writes it down", show_rukun),
        (Refusal::AgreesAlone, "it takes two to agree", "setara who"),
        (
            Refusal::WayOfNone,
            "only an agreement on how to decide has a way, a quorum and a word about silence",
            r#"setara agree "what it is about" --text "what we agree on" --kind governance"#,
        ),
        (
            Refusal::QuorumOfNobody,
            "a quorum of nobody hears nobody",
            r#"setara agree "what it is about" --text "what we agree on" --quorum 2"#,
        ),
        (Refusal::TensionOver(tension), "lusab is over", "setara show lusab"),
        (Refusal::TensionTakenUp(tension), "you look after lusab already", "setara show lusab"),
        (
            Refusal::NotYourTension { tension, by: ayu },
            "ayu sensed lusab, and says when it is over",
            "setara tension take-up lusab",
        ),
        (
            Refusal::AlreadyOffered { task, to: ayu },
            "bakul is offered to ayu already",
            "setara withdraw bakul",
        ),
        (Refusal::NoOffer { task, me: ayu }, "ayu has no open offer of bakul", "setara show bakul"),
        (
            Refusal::OfferLapsed { task, from: ayu },
            "the offer of bakul from ayu has lapsed",
            r#"setara remark bakul "please offer it again""#,
        ),
        (Refusal::OfferOver { task }, "who offered bakul does not lead it any more", "setara claim bakul"),
        (Refusal::NotBlocked(task), "nothing blocks bakul", r#"setara block bakul "what stops it""#),
        (
            Refusal::WhichBlocker { task, blockers: blockers.clone(), to: BlockerStep::Ask },
            "bakul has 2 blockers: 1 the bank …, 2",
            "setara asked bakul --which 2",
        ),
        (
            Refusal::WhichBlocker { task, blockers, to: BlockerStep::Withdraw },
            "bakul has 2 blockers: 1 the bank …, 2",
            "setara clear bakul --withdraw --which 2",
        ),
        (
            Refusal::NoSuchBlocker { task, number: 5, count: 2, to: BlockerStep::Promise(day) },
            "bakul has no blocker 5, only 2",
            "setara promise bakul 2026-11-24 --which 2",
        ),
        (
            Refusal::NoSuchBlocker { task, number: 0, count: 1, to: BlockerStep::Clear },
            "bakul has no blocker 0, only one",
            "setara clear bakul",
        ),
        (Refusal::BlockerOver { task }, "that does not block bakul any more", "setara show bakul"),
        (
            Refusal::NoSuchStep { task, text: "Sign\ntwice".into() },
            "bakul has no step any more that says: Sign …",
            "setara show bakul",
        ),
        (
            Refusal::NotesTwice(task),
            "the notes of bakul were written twice: say first which hold",
            r#"setara edit bakul --notes "what holds""#,
        ),
        (
            Refusal::WaitsOnItself(task),
            "bakul cannot wait on itself",
            r#"setara block bakul "what stops it""#,
        ),
        (
            Refusal::InThePast(day),
            "it is too late for Tue 24 Nov",
            r#"a later day: "fri", "+3d" or "12 dec""#,
        ),
        (Refusal::NoSuchDay, "days are from 1970 to 9999", r#"a later day: "fri", "+3d" or "12 dec""#),
        (
            Refusal::EndsBeforeItBegins,
            "the last day comes before the first",
            "setara away --from mon --until +2w",
        ),
        (Refusal::AlreadyHolds(role), "you hold the role Treasurer already", "setara role put-down tiram"),
        (Refusal::NotHolding { role }, "you do not hold the role Treasurer", "setara role take tiram"),
        (Refusal::Retired(role), "the role Treasurer is retired", "setara role edit tiram --state active"),
        (Refusal::NotANumber, "a goal is measured in plain numbers", r#"a number such as "6.5""#),
        (Refusal::GoalOver, "the goal stands so already", "setara goal --help"),
        (Refusal::GoalInItself, "a goal cannot be part of itself", "setara goal --help"),
        (Refusal::LimitTooLow, "a limit below 1 leaves no room for a claim", "setara me --limit 1"),
        (Refusal::TermStands(Term::Week), "week stands so already", "setara terms"),
        (Refusal::TermOutOfRange(Number::Lease), "lease takes a number from 1 to 90", "setara terms lease 7"),
        (
            Refusal::NoMeets { kind: MeetingKind::Standup, why: NoMeets::Word("9am".into()) },
            r#"what is "9am"? days, a time, minutes and a zone are needed"#,
            "setara terms standup mon-fri 9:15 15 min Asia/Jakarta",
        ),
        (Refusal::NoWorkingDay, "that names no working day of the week", "setara terms week mon-fri"),
        (
            Refusal::StateNameUnfit(doing),
            "the name of a state is one short line, of 20 columns at most",
            r#"setara terms doing "in the kitchen""#,
        ),
        (
            Refusal::StateNameTaken { state: doing, name: "Ready".into(), by: State::Open },
            r#"the state open is called "Ready" already"#,
            r#"setara terms doing "in the kitchen""#,
        ),
        (Refusal::MeetingOpen(standup), "a meeting of this kind goes on already", "setara standup"),
        (Refusal::MeetingOver(MeetingKind::Retro), "the meeting is over", "setara retro --last"),
        (
            Refusal::MovedOn { kind: standup, place: Place::turn_of(Step::Round, ayu) },
            "already moved on: the round: ayu",
            "setara standup",
        ),
        (Refusal::NothingBefore(standup), "this is where the meeting began", "setara standup next"),
        (
            Refusal::IsPresent { kind: standup, member: ayu },
            "ayu is in the meeting already",
            "setara standup",
        ),
        (Refusal::InTheChair(standup), "you facilitate it already", "setara standup"),
        (Refusal::TopicTaken(standup), "that topic was taken up already", "setara standup"),
        (
            Refusal::NotNextChair(standup),
            "only who facilitates the next one can offer to swap",
            "setara standup take-next",
        ),
        (Refusal::NoSwap(standup), "nobody offers you to swap", "setara standup"),
        (Refusal::NotARetro, "only a retro has cards", "setara retro"),
        (
            Refusal::ColumnsUnfit { columns: 6, letters: 40 },
            "a retro has 1 to 6 columns, with a short name each (40 letters at most)",
            r#"setara retro start --columns "liked, lacked, learned""#,
        ),
        (Refusal::NoColumn(3), "it has 3 columns", r#"setara retro card 1 "we tested early""#),
        (Refusal::NoCard, "there is no such card, or it was struck", "setara retro"),
        (
            Refusal::CardsHidden,
            "the cards are hidden until all of them are shown at once",
            "setara retro reveal",
        ),
        (Refusal::CardsShown, "the cards were shown already", "setara retro next"),
        (Refusal::NobodyVoted, "nobody has put dots yet", "setara retro vote 1"),
        (Refusal::NothingToUndo, "there is nothing of yours to undo", "setara log"),
        (Refusal::NothingToRedo, "there is nothing of yours to do again", "setara log"),
        (
            Refusal::BuiltOn { undone: record(State::Doing), later: record(State::Review) },
            r#"others built on "ayu moved bakul (Sign) to doing": ayu moved it to review"#,
            "setara log --on bakul",
        ),
    ]
}

#[test]
fn each_refusal_says_why_and_what_to_type() {
    for (refusal, message, hint) in all() {
        let said = say(&refusal, &names(), now());
        assert_eq!((said.message.as_str(), said.hint.as_deref()), (message, Some(hint)), "{refusal:?}");
    }
}

#[test]
fn each_refusal_reads_like_the_others() {
    let mut seen = HashSet::new();
    for (refusal, ..) in all() {
        let said = say(&refusal, &names(), now());
        assert!(said.message.starts_with(char::is_lowercase), "{refusal:?}");
        assert!(!said.message.ends_with(['.', '!', ' ']), "{refusal:?}");
        assert!(!said.message.contains('\n'), "{refusal:?}");
        let hint = said.hint.expect("every refusal has a way out");
        assert!(hint.starts_with("setara ") || hint.matches('"').count() >= 2, "{hint}");
        seen.insert(discriminant(&refusal));
    }
    // A new refusal is what the compiler asks `message` for; this asks for its test.
    assert_eq!(seen.len(), 89);
}

#[test]
fn every_name_that_a_refusal_needs_is_mentioned() {
    let all_names = names();
    for (refusal, message, hint) in all() {
        let mentioned = mentions(&refusal).into_iter().map(|id| {
            let handle = all_names.handle(id).to_owned();
            (id, Named { handle, name: all_names.name(id).to_owned() })
        });
        let said = say(&refusal, &mentioned.collect(), now());
        assert_eq!((said.message.as_str(), said.hint.as_deref()), (message, Some(hint)), "{refusal:?}");
    }
}
