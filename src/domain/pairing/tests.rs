use uuid::Uuid;

use super::*;
use crate::domain::event::{
    Event, PairingAccepted, PairingDeclined, PairingEnded, PairingOffered, PairingWithdrawn, UNNAMED,
};
use crate::domain::id::{BoardId, RecordId, ReplicaId};

const AYU: u128 = 1;
const CITRA: u128 = 2;
const EKA: u128 = 3;

fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(n))
}

fn day(n: u32) -> Day {
    Day::from_ymd_opt(2026, 11, n).unwrap()
}

fn record(author: u128) -> Record {
    Record {
        id: RecordId::ZERO,
        board: BoardId(Uuid::nil()),
        replica: ReplicaId([0; 16]),
        seq: 1,
        lamport: 1,
        at: At::start_of(day(2)),
        previous: RecordId::ZERO,
        author: member(author),
        subject: SubjectId(Uuid::from_u128(9)),
        kind: String::new(),
        ends: Vec::new(),
        first: None,
        event: None,
    }
}

fn offered(until: Option<Day>) -> PairingEvent {
    let (days, with) = (None, member(CITRA));
    let kind = PairingKind::Buddy;
    PairingEvent::Offered(PairingOffered { kind, with, until, days, by: None, at: None, from: None })
}

fn accepted() -> PairingEvent {
    let (offer, ends) = (RecordId::ZERO, day(20));
    PairingEvent::Accepted(PairingAccepted { offer, ends, by: None, at: None, from: None })
}

fn declined() -> PairingEvent {
    PairingEvent::Declined(PairingDeclined { offer: RecordId::ZERO, by: None, at: None, from: None })
}

fn withdrawn() -> PairingEvent {
    PairingEvent::Withdrawn(PairingWithdrawn { offer: RecordId::ZERO, by: None, at: None, from: None })
}

fn ended() -> PairingEvent {
    PairingEvent::Ended(PairingEnded { offer: RecordId::ZERO, by: None, at: None, from: None })
}

fn folded(records: &[(u128, PairingEvent)]) -> Pairing {
    let mut pairing = Pairing::blank(SubjectId(Uuid::from_u128(9)));
    for (author, event) in records {
        pairing.apply(&record(*author), event);
    }
    pairing
}

#[test]
fn a_yes_counts_only_from_whoever_was_asked() {
    for author in [AYU, EKA] {
        assert_eq!(folded(&[(AYU, offered(None)), (author, accepted())]).stage(), Stage::Offered);
        assert_eq!(folded(&[(AYU, offered(None)), (author, declined())]).stage(), Stage::Offered);
    }
    let pair = folded(&[(AYU, offered(None)), (CITRA, accepted())]);
    assert_eq!(
        (pair.buddy(), pair.with, pair.stage()),
        (Some(member(AYU)), Some(member(CITRA)), Stage::Accepted)
    );
}

#[test]
fn either_of_the_two_ends_it_and_nobody_else() {
    let pair = |author| folded(&[(AYU, offered(None)), (CITRA, accepted()), (author, ended())]).stage();
    assert_eq!([AYU, CITRA, EKA].map(pair), [Stage::Ended, Stage::Ended, Stage::Accepted]);
}

#[test]
fn of_what_was_said_apart_the_stricter_holds_in_either_order() {
    for (strict, author, stage) in [
        (declined(), CITRA, Stage::Declined),
        (withdrawn(), AYU, Stage::Withdrawn),
        (ended(), AYU, Stage::Ended),
    ] {
        let before = [(AYU, offered(None)), (author, strict.clone()), (CITRA, accepted())];
        let after = [(AYU, offered(None)), (CITRA, accepted()), (author, strict)];
        assert_eq!((folded(&before).stage(), folded(&after).stage()), (stage, stage));
    }
    let others = [(AYU, offered(None)), (CITRA, withdrawn()), (EKA, withdrawn())];
    assert_eq!(folded(&others).stage(), Stage::Offered, "only who offered takes it back");
}

#[test]
fn it_is_over_with_its_last_day_and_so_is_an_offer() {
    let pair = folded(&[(AYU, offered(None)), (CITRA, accepted())]);
    assert_eq!([19, 20, 21].map(|n| pair.stands(day(n))), [true, true, false]);
    let offer = folded(&[(AYU, offered(Some(day(10))))]);
    assert_eq!([9, 10, 11].map(|n| offer.is_offered(day(n))), [true, true, false]);
    assert_eq!(offer.would_end(day(3)), Some(day(10)));
    assert_eq!(folded(&[(AYU, offered(None))]).would_end(day(1)), Day::from_ymd_opt(2027, 1, 30));
}

#[test]
fn two_who_are_one_person_are_no_pair() {
    let pair = folded(&[(CITRA, offered(None)), (CITRA, accepted())]);
    assert!(!pair.stands(day(3)) && !pair.is_offered(day(3)));
    assert!(!folded(&[(CITRA, offered(None))]).is_offered(day(3)));
}

#[test]
fn an_end_is_told_without_a_name() {
    let unnamed = |event: PairingEvent| Event::Pairing(event).facts().is_unnamed;
    assert!(unnamed(ended()) && UNNAMED.contains(&Event::Pairing(ended()).kind()));
    assert!(![offered(None), accepted(), declined(), withdrawn()].into_iter().any(unnamed));
}
