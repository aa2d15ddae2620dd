use uuid::Uuid;

use super::*;
use crate::domain::event::{MemberDevice, MemberEdited, MemberJoined, MemberLeft, MemberReturned};
use crate::domain::record::numbered;

const AYU: u128 = 1;
const BUDI: u128 = 2;
const CITRA: u128 = 3;

fn joined(name: &str) -> MemberEvent {
    let name = name.to_owned();
    MemberEvent::Joined(MemberJoined { name, initials: None, source: None, file: None, at: None })
}

fn limit(limit: u32) -> MemberEvent {
    MemberEvent::Edited(MemberEdited { limit: Some(limit), ..MemberEdited::default() })
}

fn left() -> MemberEvent {
    MemberEvent::Left(MemberLeft { at: None, by: None, from: None })
}

fn device() -> MemberEvent {
    MemberEvent::Device(MemberDevice { key: String::new() })
}

/// What was written of Budi, by whom.
fn budi(written: &[(u128, MemberEvent)]) -> Member {
    let mut budi = Member::blank(SubjectId(Uuid::from_u128(BUDI)));
    for (n, (author, event)) in (1..).zip(written) {
        let record = numbered(n, MemberId(Uuid::from_u128(*author)), budi.id());
        budi.apply(&record, event);
    }
    budi
}

#[test]
fn nobody_sends_another_away_or_says_what_they_are_called_and_can_do() {
    let all = [joined("Bu Budi"), limit(1), left()];
    let others = all.map(|event| (CITRA, event));
    let told = budi(&[&[(BUDI, joined("Budi"))], &others[..]].concat());
    assert_eq!((told.name(), told.limit(), told.left), ("Budi", DEFAULT_LIMIT, None));
    let returned = MemberEvent::Returned(MemberReturned { by: None, at: None, from: None });
    let told = budi(&[(BUDI, joined("Budi")), (BUDI, left()), (CITRA, returned)]);
    assert!(!told.is_here());
}

#[test]
fn whoever_brings_somebody_in_tells_of_them_until_they_speak_for_themselves() {
    let brought = [(AYU, joined("Budi")), (AYU, limit(1)), (AYU, left())];
    let told = budi(&brought);
    assert_eq!((told.limit(), told.is_here()), (1, false));
    let told = budi(&[&brought[..2], &[(BUDI, device()), (AYU, limit(2)), (AYU, left())]].concat());
    assert_eq!((told.limit(), told.is_here()), (1, true));
    // Who brings in the same member apart changes nothing.
    let told = budi(&[&brought[..2], &[(CITRA, joined("Bu Budi")), (CITRA, left())]].concat());
    assert_eq!((told.name(), told.is_here()), ("Budi", true));
}
