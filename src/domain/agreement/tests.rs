use serde_json::value::RawValue;
use uuid::Uuid;

use super::*;
use crate::domain::event::Event;
use crate::domain::record::numbered;
use crate::domain::subject::{Kind, Subject};

const AYU: u128 = 1;
const BUDI: u128 = 2;
const CITRA: u128 = 3;
const DEWI: u128 = 4;

fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(n))
}

fn named(n: u8) -> RecordId {
    RecordId([n; 32])
}

fn day(n: u32) -> Day {
    Day::from_ymd_opt(2026, 12, n).unwrap()
}

/// What somebody wrote: the number of the record, which is also its place, its author, the event and the records that it
/// names.
type Line<'l> = (u8, u128, &'l str, String, &'l [u8]);

fn folded(lines: &[Line<'_>]) -> Agreement {
    let record = |(n, author, kind, data, ends): &Line<'_>| Record {
        kind: (*kind).to_owned(),
        ends: ends.iter().map(|n| named(*n)).collect(),
        event: Some(Event::read(kind, &RawValue::from_string(data.clone()).unwrap()).expect(kind)),
        ..numbered(*n, member(*author), SubjectId(Uuid::from_u128(99)))
    };
    let records: Vec<Record> = lines.iter().map(record).collect();
    match Subject::fold(Kind::Agreement, SubjectId(Uuid::from_u128(99)), &records) {
        Subject::Agreement(agreement) => *agreement,
        other => unreachable!("{other:?}"),
    }
}

fn said(kind: &str, parties: &[u128]) -> String {
    let parties: Vec<String> = parties.iter().map(|n| member(*n).to_string()).collect();
    let kind = if kind.is_empty() { String::new() } else { format!(r#""kind":"{kind}","#) };
    format!(
        r#"{{{kind}"title":"Money","text":"we ask","review":"2026-12-20","parties":{}}}"#,
        serde_json::to_string(&parties).unwrap()
    )
}

fn drafted(n: u8, author: u128, parties: &[u128]) -> Line<'static> {
    (n, author, "agreement.drafted", said("working", parties), &[])
}

fn amended<'l>(n: u8, author: u128, parties: &[u128], ends: &'l [u8]) -> Line<'l> {
    (n, author, "agreement.amended", said("", parties), ends)
}

fn agreed(n: u8, author: u128, version: u8) -> Line<'static> {
    (n, author, "agreement.agreed", format!(r#"{{"version":"{}"}}"#, named(version)), &[])
}

fn left(n: u8, author: u128, on: u32) -> Line<'static> {
    (n, author, "agreement.left", format!(r#"{{"on":"{}"}}"#, day(on)), &[])
}

fn wants_end(n: u8, author: u128, version: u8) -> Line<'static> {
    let data = format!(r#"{{"version":"{}","why":"done"}}"#, named(version));
    (n, author, "agreement.withdrawn", data, &[])
}

fn reviewed(n: u8, author: u128, version: u8, without: &[u128]) -> Line<'static> {
    let without: Vec<String> = without.iter().map(|n| member(*n).to_string()).collect();
    let without = serde_json::to_string(&without).unwrap();
    let data = format!(r#"{{"version":"{}","next":"2026-12-30","without":{without}}}"#, named(version));
    (n, author, "agreement.reviewed", data, &[])
}

/// The version in force on a day of December, by the number of its record, with how it stands.
fn stands(lines: &[Line<'_>], on: u32) -> (Option<u8>, AgreementState) {
    let agreement = folded(lines);
    let standing = agreement.standing(day(on), |_| true, |_| None);
    (standing.in_force.map(|version| version.id.0[0]), standing.state)
}

fn open(lines: &[Line<'_>]) -> Vec<u8> {
    let agreement = folded(lines);
    let standing = agreement.standing(day(1), |_| true, |_| None);
    standing.open.iter().map(|version| version.id.0[0]).collect()
}

#[test]
fn what_nobody_agreed_to_is_not_in_force_when_all_its_parties_are_gone() {
    let agreement = folded(&[drafted(1, AYU, &[BUDI, CITRA])]);
    let standing = agreement.standing(day(1), |_| false, |_| None);
    assert_eq!((standing.in_force, standing.state), (None, AgreementState::Proposed));
}

#[test]
fn a_charter_binds_nobody_but_the_partners_whom_it_names() {
    let bound = |kind: &str| {
        let draft = (1, AYU, "agreement.drafted", said(kind, &[AYU, BUDI]), &[][..]);
        let agreement = folded(&[draft, agreed(2, BUDI, 1), agreed(3, DEWI, 1)]);
        agreement.standing(day(1), |_| true, |_| None).bound
    };
    assert_eq!(bound("charter"), [AYU, BUDI].map(member));
    assert_eq!(bound("working"), [AYU, BUDI, DEWI].map(member));
}

/// The same as another tool told it.
fn brought<'l>(line: Line<'l>) -> Line<'l> {
    let (n, author, kind, data, ends) = line;
    (n, author, kind, data.replacen('{', r#"{"at":1760000000000,"from":"tool:1","#, 1), ends)
}

#[test]
fn who_writes_a_version_agrees_to_it_where_they_are_a_party_and_speak_for_themselves() {
    let parties = &[AYU, BUDI][..];
    let has_agreed = |lines: &[Line<'_>], version| folded(lines).has_agreed(member(AYU), named(version));
    assert!(has_agreed(&[drafted(1, AYU, parties)], 1));
    assert!(has_agreed(&[drafted(1, BUDI, parties), amended(2, AYU, parties, &[1])], 2));
    // Who names others, and is none of them.
    assert!(!has_agreed(&[drafted(1, AYU, &[BUDI, CITRA])], 1));
    assert!(!has_agreed(&[drafted(1, BUDI, parties), amended(2, AYU, &[BUDI, CITRA], &[1])], 2));
    // What comes from elsewhere is a text.
    assert!(!has_agreed(&[brought(drafted(1, AYU, parties))], 1));
    assert!(!has_agreed(&[drafted(1, BUDI, parties), brought(amended(2, AYU, parties, &[1]))], 2));
}

#[test]
fn a_yes_takes_back_the_leave_that_it_names_and_no_other() {
    let lines =
        [drafted(1, AYU, &[AYU, BUDI, CITRA]), agreed(2, BUDI, 1), agreed(3, CITRA, 1), left(4, BUDI, 9)];
    let back = |ends: &'static [u8]| {
        let (n, author, kind, data, _) = agreed(5, BUDI, 1);
        folded(&[&lines[..], &[(n, author, kind, data, ends)]].concat()).leaves_on(member(BUDI))
    };
    assert_eq!(back(&[4]), None);
    assert_eq!(back(&[]), Some(day(9)), "it was written without knowing of the leave");
}

#[test]
fn it_is_in_force_once_all_its_parties_agreed_and_who_wrote_it_has() {
    let mut lines = vec![drafted(1, AYU, &[AYU, BUDI, CITRA]), agreed(2, BUDI, 1)];
    assert_eq!(stands(&lines, 1), (None, AgreementState::Proposed));
    let agreement = folded(&lines);
    let standing = agreement.standing(day(1), |_| true, |_| None);
    assert_eq!(agreement.owed(standing.open[0], &standing), [member(CITRA)]);
    // Dewi is no party: her yes stands for nobody else's.
    lines.push(agreed(3, DEWI, 1));
    assert_eq!(stands(&lines, 1), (None, AgreementState::Proposed));
    lines.push(agreed(4, CITRA, 1));
    assert_eq!(stands(&lines, 1), (Some(1), AgreementState::InForce));
    let agreement = folded(&lines);
    let bound = agreement.standing(day(1), |_| true, |_| None).bound;
    assert_eq!(bound, [AYU, BUDI, DEWI, CITRA].map(member), "whoever agreed joined it by that");
}

#[test]
fn what_is_brought_in_from_elsewhere_binds_nobody() {
    let from = |data: String| data.replace(r#""title""#, r#""at":5,"from":"x","title""#);
    let mut lines = vec![drafted(1, AYU, &[AYU, BUDI]), agreed(2, BUDI, 1)];
    lines[0].3 = from(lines[0].3.clone());
    assert_eq!(stands(&lines, 1), (None, AgreementState::Proposed));
    // Nor does a record that says in whose name it was written.
    lines[0].3 =
        said("working", &[AYU, BUDI]).replace(r#""title""#, &format!(r#""by":"{}","title""#, member(AYU)));
    lines[0].1 = CITRA;
    assert_eq!(stands(&lines, 1), (None, AgreementState::Proposed));
}

#[test]
fn an_amendment_suspends_nothing_until_all_agree_to_it() {
    let mut lines =
        vec![drafted(1, AYU, &[AYU, BUDI]), agreed(2, BUDI, 1), amended(3, BUDI, &[AYU, BUDI], &[1])];
    assert_eq!(stands(&lines, 1), (Some(1), AgreementState::InForce));
    assert_eq!(open(&lines), [3]);
    lines.push(agreed(4, AYU, 3));
    assert_eq!(stands(&lines, 1), (Some(3), AgreementState::InForce));
    assert_eq!(open(&lines), [0_u8; 0]);
}

#[test]
fn nobody_is_left_out_by_the_others() {
    let mut lines = vec![
        drafted(1, AYU, &[AYU, BUDI, CITRA]),
        agreed(2, BUDI, 1),
        agreed(3, CITRA, 1),
        amended(4, AYU, &[AYU, BUDI], &[1]),
        agreed(5, BUDI, 4),
    ];
    assert_eq!(stands(&lines, 1).0, Some(1), "Citra is a party of what they amended");
    lines.push(left(6, CITRA, 10));
    assert_eq!((stands(&lines, 9).0, stands(&lines, 10).0), (Some(1), Some(4)));
    lines.pop();
    lines.push(agreed(6, CITRA, 4));
    assert_eq!(stands(&lines, 1).0, Some(4), "she agrees to be no part of it");
}

#[test]
fn versions_that_were_written_apart_are_neither_of_them_the_one() {
    let mut lines = vec![
        drafted(1, AYU, &[AYU, BUDI]),
        agreed(2, BUDI, 1),
        amended(3, AYU, &[AYU, BUDI], &[1]),
        amended(4, BUDI, &[AYU, BUDI], &[1]),
    ];
    assert_eq!(open(&lines), [3, 4]);
    let agreement = folded(&lines);
    let standing = agreement.standing(day(1), |_| true, |_| None);
    assert!(standing.is_apart());
    assert_eq!(
        agreement.options(member(AYU), &standing).agreeable,
        None,
        "to neither of them a yes is asked"
    );
    lines.extend([agreed(5, BUDI, 3), agreed(6, AYU, 4)]);
    assert_eq!(stands(&lines, 1).0, Some(1), "both agreed to both");
    lines.push(amended(7, AYU, &[AYU, BUDI], &[3, 4]));
    assert_eq!((open(&lines), stands(&lines, 1).0), (vec![7], Some(1)));
    lines.push(agreed(8, BUDI, 7));
    assert_eq!((open(&lines), stands(&lines, 1).0), (vec![], Some(7)));
}

#[test]
fn an_amendment_that_arrives_late_takes_nothing_away() {
    let mut lines = vec![
        drafted(1, AYU, &[AYU, BUDI]),
        agreed(2, BUDI, 1),
        amended(3, AYU, &[AYU, BUDI], &[1]),
        agreed(5, BUDI, 3),
    ];
    lines.insert(3, amended(4, BUDI, &[AYU, BUDI], &[1]));
    assert_eq!((stands(&lines, 1).0, open(&lines)), (Some(3), vec![4]));
}

#[test]
fn of_two_one_leaves_and_it_ends_of_more_it_stands_for_the_others() {
    let two = [drafted(1, AYU, &[AYU, BUDI]), agreed(2, BUDI, 1), left(3, AYU, 10)];
    assert_eq!(stands(&two, 9), (Some(1), AgreementState::InForce));
    assert_eq!(stands(&two, 10), (Some(1), AgreementState::Ended));
    assert_eq!(folded(&two).over_on(), Some(day(10)));
    let mut more =
        vec![drafted(1, AYU, &[AYU, BUDI, CITRA]), agreed(2, BUDI, 1), agreed(3, CITRA, 1), left(4, AYU, 10)];
    let without = |lines: &[Line<'_>]| folded(lines).standing(day(10), |_| true, |_| None).without.clone();
    assert_eq!((stands(&more, 10), without(&more)), ((Some(1), AgreementState::InForce), vec![member(AYU)]));
    // It is answered by whom it binds, and by nobody else.
    more.push(reviewed(5, DEWI, 1, &[AYU]));
    assert_eq!(without(&more), [member(AYU)]);
    more.push(reviewed(6, BUDI, 1, &[AYU]));
    assert_eq!(without(&more), []);
    assert_eq!(folded(&more).standing(day(10), |_| true, |_| None).review, Some(day(30)));
}

#[test]
fn who_left_the_team_is_not_waited_for() {
    let lines = [drafted(1, AYU, &[AYU, BUDI, CITRA]), agreed(2, BUDI, 1)];
    let agreement = folded(&lines);
    let standing = agreement.standing(day(1), |one| one != member(CITRA), |_| None);
    assert_eq!((standing.state, standing.bound), (AgreementState::InForce, vec![member(AYU), member(BUDI)]));
}

#[test]
fn who_comes_back_waits_in_nobodys_way() {
    let without = format!(r#""without":["{}"],"title""#, member(CITRA));
    let mut lines = vec![
        drafted(1, AYU, &[AYU, BUDI, CITRA]),
        agreed(2, BUDI, 1),
        agreed(3, CITRA, 1),
        amended(4, AYU, &[AYU, BUDI], &[1]),
        agreed(5, BUDI, 4),
    ];
    lines[3].3 = lines[3].3.replace(r#""title""#, &without);
    assert_eq!(stands(&lines, 1).0, Some(4), "she is of the team again, and was not when they amended it");
}

#[test]
fn a_yes_takes_back_only_ones_own_word_to_leave() {
    let mut lines = vec![drafted(1, AYU, &[AYU, BUDI]), agreed(2, BUDI, 1), left(3, AYU, 2)];
    let mut back = agreed(4, BUDI, 1);
    back.4 = &[3];
    lines.push(back);
    assert_eq!(stands(&lines, 2).1, AgreementState::Ended);
    let mut back = agreed(5, AYU, 1);
    back.4 = &[3];
    lines.push(back);
    assert_eq!(stands(&lines, 2).1, AgreementState::InForce);
}

#[test]
fn it_ends_by_the_word_of_all_and_a_proposal_by_that_of_who_made_it() {
    let mut lines = vec![drafted(1, AYU, &[AYU, BUDI])];
    lines.push(wants_end(2, BUDI, 1));
    assert_eq!(stands(&lines, 1).1, AgreementState::Proposed);
    lines.push(wants_end(3, AYU, 1));
    assert_eq!(stands(&lines, 1).1, AgreementState::Withdrawn);
    let mut lines = vec![drafted(1, AYU, &[AYU, BUDI]), agreed(2, BUDI, 1), wants_end(3, AYU, 1)];
    assert_eq!(stands(&lines, 1).1, AgreementState::InForce);
    assert_eq!(folded(&lines).ended(), None);
    lines.push(wants_end(4, BUDI, 1));
    assert_eq!(stands(&lines, 1).1, AgreementState::Withdrawn);
    assert_eq!(folded(&lines).ended(), Some(At(4)));
    // An amendment that is taken back leaves what is in force.
    let lines = [
        drafted(1, AYU, &[AYU, BUDI]),
        agreed(2, BUDI, 1),
        amended(3, BUDI, &[AYU, BUDI], &[1]),
        wants_end(4, BUDI, 3),
    ];
    assert_eq!((stands(&lines, 1).0, open(&lines)), (Some(1), vec![]));
}

#[test]
fn a_renewal_counts_for_its_version() {
    let mut lines = vec![drafted(1, AYU, &[AYU, BUDI]), agreed(2, BUDI, 1)];
    let review = |lines: &[Line<'_>]| folded(lines).standing(day(1), |_| true, |_| None).review;
    assert_eq!(review(&lines), Some(day(20)));
    lines.push(reviewed(3, AYU, 1, &[]));
    assert_eq!(review(&lines), Some(day(30)));
    lines.extend([amended(4, AYU, &[AYU, BUDI], &[1]), agreed(5, BUDI, 4)]);
    assert_eq!(review(&lines), Some(day(20)));
}

/// The same, as what a decision wrote.
fn by_decision(mut line: Line<'_>) -> Line<'_> {
    line.3 = line.3.replace(r#""title""#, &format!(r#""decision":"{}","title""#, decision()));
    line
}

fn decision() -> SubjectId {
    SubjectId(Uuid::from_u128(77))
}

/// That some decided what the lines say.
fn outcome(members: &[u128]) -> Outcome {
    let members = members.iter().copied().map(member).collect();
    Outcome { title: "Money".into(), text: "we ask".into(), members }
}

/// The version in force by the number of its record, and whom it binds, where a decision came to that.
fn bound(lines: &[Line<'_>], on: u32, outcome: Option<&Outcome>) -> (Option<u8>, Vec<MemberId>) {
    let agreement = folded(lines);
    let standing = agreement.standing(day(on), |_| true, |id| outcome.filter(|_| id == decision()).cloned());
    (standing.in_force.map(|version| version.id.0[0]), standing.bound)
}

#[test]
fn what_was_decided_is_in_force_as_long_as_that_holds() {
    let mut lines = vec![by_decision(drafted(1, AYU, &[AYU, BUDI, CITRA]))];
    let all = outcome(&[AYU, BUDI, CITRA]);
    assert_eq!(bound(&lines, 1, Some(&all)), (Some(1), [AYU, BUDI, CITRA].map(member).to_vec()));
    assert_eq!(bound(&lines, 1, None).0, None, "contested, or taken back");
    assert_eq!(folded(&lines).yes.len(), 1, "it is nobody's yes but that of who wrote it down");
    let agreement = folded(&lines);
    let standing = agreement.standing(day(1), |_| true, |_| Some(all.clone()));
    let version = standing.in_force.unwrap();
    assert_eq!((standing.wrote(version), agreement.owed(version, &standing)), (Some(decision()), vec![]));
    // Who is bound renews, leaves and ends it as any other.
    lines.push(reviewed(2, BUDI, 1, &[]));
    lines.push(left(3, CITRA, 10));
    let agreement = folded(&lines);
    let standing = agreement.standing(day(10), |_| true, |_| Some(all.clone()));
    assert_eq!((standing.review, &standing.without), (Some(day(30)), &vec![member(CITRA)]));
    assert_eq!(standing.bound, [AYU, BUDI].map(member));
    lines.extend([wants_end(4, AYU, 1), wants_end(5, BUDI, 1)]);
    let agreement = folded(&lines);
    let state = agreement.standing(day(10), |_| true, |_| Some(all.clone())).state;
    assert_eq!(state, AgreementState::Withdrawn);
}

#[test]
fn a_decision_stands_for_nobody_who_was_not_asked() {
    let mut lines = vec![by_decision(drafted(1, AYU, &[AYU, BUDI, DEWI]))];
    let three = outcome(&[AYU, BUDI, CITRA]);
    assert_eq!(bound(&lines, 1, Some(&three)).0, None, "Dewi has not agreed");
    lines.push(agreed(2, DEWI, 1));
    // Citra decided it, and is no party of what was written down.
    assert_eq!(bound(&lines, 1, Some(&three)), (Some(1), [AYU, DEWI, BUDI].map(member).to_vec()));
    // What others are parties of is not taken from them by a decision without them.
    let mut lines = vec![
        drafted(1, AYU, &[AYU, BUDI, DEWI]),
        agreed(2, BUDI, 1),
        agreed(3, DEWI, 1),
        by_decision(amended(4, AYU, &[AYU, BUDI, CITRA], &[1])),
    ];
    assert_eq!(bound(&lines, 1, Some(&three)).0, Some(1));
    lines.push(agreed(5, DEWI, 4));
    assert_eq!(bound(&lines, 1, Some(&three)).0, Some(4));
}

#[test]
fn an_amendment_that_was_decided_binds_until_that_does_not_hold() {
    let lines = [
        drafted(1, AYU, &[AYU, BUDI]),
        agreed(2, BUDI, 1),
        by_decision(amended(3, BUDI, &[AYU, BUDI], &[1])),
    ];
    assert_eq!(bound(&lines, 1, Some(&outcome(&[AYU, BUDI]))).0, Some(3));
    assert_eq!(bound(&lines, 1, None).0, Some(1), "what it came of was never suspended");
}

#[test]
fn a_decision_wrote_only_what_it_says_and_by_those_who_decided() {
    let all = outcome(&[AYU, BUDI]);
    let lines = vec![by_decision(drafted(1, AYU, &[AYU, BUDI]))];
    assert_eq!(bound(&lines, 1, Some(&all)).0, Some(1));
    let says = |title: &str, text: &str| Outcome { title: title.into(), text: text.into(), ..all.clone() };
    assert_eq!(bound(&lines, 1, Some(&says("Money", "Ayu takes it"))).0, None);
    assert_eq!(bound(&lines, 1, Some(&says("Half past nine", "we ask"))).0, None);
    let by_another = vec![by_decision(drafted(1, DEWI, &[AYU, BUDI]))];
    assert_eq!(bound(&by_another, 1, Some(&all)).0, None);
    // What comes from elsewhere was not decided here.
    let mut from = lines;
    from[0].3 = from[0].3.replace(r#""title""#, r#""at":5,"from":"x","title""#);
    assert_eq!(bound(&from, 1, Some(&all)).0, None);
}

#[test]
fn it_is_looked_at_again_as_long_as_it_is_in_force() {
    let reviews = |lines: &[Line<'_>]| folded(lines).reviews(|_| true, |_| None);
    let mut lines = vec![drafted(1, AYU, &[AYU, BUDI]), agreed(2, BUDI, 1)];
    let whole = Stretch { from: None, until: None, review: day(20) };
    assert_eq!((reviews(&lines[..1]), reviews(&lines)), (vec![], vec![whole]));
    lines.push(left(3, AYU, 10));
    assert_eq!(reviews(&lines), [Stretch { until: Some(day(10)), ..whole }]);
    // Without Citra what the others amended is in force, and is looked at on another day.
    let lines = [
        drafted(1, AYU, &[AYU, BUDI, CITRA]),
        agreed(2, BUDI, 1),
        agreed(3, CITRA, 1),
        amended(4, AYU, &[AYU, BUDI], &[1]),
        agreed(5, BUDI, 4),
        reviewed(6, BUDI, 4, &[]),
        left(7, CITRA, 10),
        left(8, DEWI, 15),
    ];
    let then = Stretch { from: Some(day(10)), until: None, review: day(30) };
    assert_eq!(reviews(&lines), [Stretch { until: Some(day(10)), ..whole }, then]);
}
