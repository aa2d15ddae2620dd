use serde_json::value::RawValue;
use uuid::Uuid;

use super::*;
use crate::domain::calendar::At;
use crate::domain::id::{BoardId, MemberId, RecordId, ReplicaId};
use crate::domain::names::Named;

const AYU: u128 = 1;
const DEWI: u128 = 2;
const BAKUL: u128 = 10;
const LUSAB: u128 = 11;
const TREASURER: u128 = 20;
const DANUM: u128 = 30;
const TENSION: u128 = 40;
const AGREEMENT: u128 = 50;
const FINDING: u128 = 90;

fn id(n: u128) -> SubjectId {
    SubjectId(Uuid::from_u128(n))
}

fn names() -> Names {
    let named = |n, handle: &str, name: &str| (id(n), Named { handle: handle.into(), name: name.into() });
    Names::from_iter([
        named(AYU, "", "ayu"),
        named(DEWI, "", "dewi"),
        named(BAKUL, "bakul", "Sign the payment contract"),
        named(LUSAB, "lusab", "Register for VAT"),
        named(TREASURER, "tiram", "Treasurer"),
        named(DANUM, "danum", "Open the co-op store"),
        named(TENSION, "sigap", "Nobody answers after five"),
        named(AGREEMENT, "rukun", "Money above 500,000 rupiah"),
    ])
}

/// A record of ayu's on Saturday 21 November 2026, as it stands on the wire.
fn record(subject: u128, kind: &str, data: &str) -> Record {
    let data = data
        .replace("AYU", &id(AYU).to_string())
        .replace("DEWI", &id(DEWI).to_string())
        .replace("LUSAB", &id(LUSAB).to_string())
        .replace("BAKUL", &id(BAKUL).to_string())
        .replace("TREASURER", &id(TREASURER).to_string())
        .replace("DANUM", &id(DANUM).to_string())
        .replace("TENSION", &id(TENSION).to_string())
        .replace("REC", &RecordId::ZERO.to_string());
    Record {
        id: RecordId::ZERO,
        board: BoardId(Uuid::nil()),
        replica: ReplicaId([0; 16]),
        seq: 1,
        lamport: 1,
        at: At::start_of(Day::from_ymd_opt(2026, 11, 21).unwrap()),
        previous: RecordId::ZERO,
        author: MemberId(Uuid::from_u128(AYU)),
        subject: id(subject),
        kind: kind.into(),
        ends: Vec::new(),
        first: None,
        event: Event::read(kind, &RawValue::from_string(data).unwrap()),
    }
}

/// Each event once or more, and how it is said.
fn sentences() -> Vec<(Record, &'static str)> {
    let on = |subject, kind: &str, data: &str, said| {
        let record = record(subject, kind, data);
        assert!(record.event.is_some(), "{kind} {data}");
        (record, said)
    };
    let lease = At::start_of(Day::from_ymd_opt(2026, 12, 1).unwrap()).0;
    let claim = |rest: &str| format!(r#"{{"lease":{lease},{rest}}}"#);
    let task = |kind: &str, data: &str, said| on(BAKUL, kind, data, said);
    vec![
        on(99, "board.started", r#"{"name":"Warung Kode"}"#, "ayu started the board Warung Kode"),
        on(
            99,
            "board.agreed",
            r#"{"terms":{"lease":10,"S3":null},"was":{"lease":"7","S3":"2"}}"#,
            "ayu set: a claim stands for 10 working days (was 7); \
             about a blocker somebody is asked within 1 working day (was 2)",
        ),
        on(
            99,
            "board.agreed",
            r#"{"week":"mon tue wed sat","states":{"doing":"in the kitchen","later":"x"}}"#,
            r#"ayu set: the team works Mon-Wed, Sat; doing is called "in the kitchen""#,
        ),
        on(AYU, "member.joined", r#"{"name":"ayu"}"#, "ayu joined the team"),
        on(DEWI, "member.joined", r#"{"name":"dewi","source":"x"}"#, "ayu brought in dewi"),
        on(
            AYU,
            "member.edited",
            r#"{"limit":4,"initials":null,"contact":"0812","teaches":["Rust","VAT"]}"#,
            "ayu changed their own page: no initials; limit 4; contact note; skills to teach Rust, VAT",
        ),
        on(
            AYU,
            "member.away",
            r#"{"from":"2026-11-24","until":"2026-11-27"}"#,
            "ayu is away from Tue 24 Nov until Fri 27 Nov",
        ),
        on(AYU, "member.away", "{}", "ayu is back"),
        on(AYU, "member.left", "{}", "ayu left the team"),
        on(DEWI, "member.left", r#"{"at":5}"#, "dewi left the team"),
        on(AYU, "member.returned", "{}", "ayu came back to the team"),
        on(
            DEWI,
            "member.merged",
            r#"{"into":"AYU","name":"Dewi Lestari"}"#,
            "ayu said that Dewi Lestari is ayu",
        ),
        on(AYU, "member.device", r#"{"key":"00ff"}"#, "ayu writes from a new device"),
        on(
            TREASURER,
            "role.added",
            r#"{"name":"Treasurer","state":"active"}"#,
            "ayu added the role tiram: Treasurer",
        ),
        on(
            TREASURER,
            "role.added",
            r#"{"name":"Treasurer","state":"active","source":"x"}"#,
            "ayu brought in the role tiram: Treasurer",
        ),
        on(
            TREASURER,
            "role.edited",
            r#"{"state":"retired","domains":[],"review":"2027-01-04"}"#,
            "ayu changed the role Treasurer: no domains; review Mon 4 Jan 2027; state retired",
        ),
        on(
            TREASURER,
            "role.taken",
            r#"{"focus":"taxes","term":"2026-12-31"}"#,
            "ayu took the role Treasurer until Thu 31 Dec: taxes",
        ),
        on(TREASURER, "role.taken", r#"{"by":"DEWI"}"#, "ayu brought in that dewi took the role Treasurer"),
        on(TREASURER, "role.put_down", r#"{"holding":"REC"}"#, "ayu put the role Treasurer down"),
        on(
            DANUM,
            "goal.added",
            r#"{"title":"Open the co-op store","horizon":"long","state":"active"}"#,
            "ayu added the goal danum: Open the co-op store",
        ),
        on(
            DANUM,
            "goal.edited",
            r#"{"target":20.0,"unit":"shops","parent":null,"horizon":"short","why":"so"}"#,
            r#"ayu changed the goal danum (Open the co-op store): reason why; horizon short; part of no other goal; unit "shops"; target 20"#,
        ),
        on(
            DANUM,
            "goal.edited",
            r#"{"target":20.0,"from":"github:1"}"#,
            "ayu brought in a change of the goal danum (Open the co-op store): target 20",
        ),
        on(
            DANUM,
            "goal.moved",
            r#"{"to":"met","from":"github:1"}"#,
            "ayu brought in that the goal danum (Open the co-op store) came to met",
        ),
        task(
            "task.edited",
            r#"{"title":"Sign","from":"trello:card:1"}"#,
            r#"ayu brought in a change of bakul (Sign the payment contract): title "Sign""#,
        ),
        task(
            "task.moved",
            r#"{"to":"done","from":"trello:card:1"}"#,
            "ayu brought in that bakul (Sign the payment contract) came to done",
        ),
        on(
            DANUM,
            "goal.read",
            r#"{"date":"2026-11-21","value":6.5}"#,
            "ayu noted 6.5 for the goal danum (Open the co-op store)",
        ),
        on(
            DANUM,
            "goal.read",
            r#"{"date":"2026-11-20","value":1e300}"#,
            "ayu noted 1e300 for the goal danum (Open the co-op store) on Fri 20 Nov",
        ),
        on(DANUM, "goal.moved", r#"{"to":"met"}"#, "ayu marked the goal danum (Open the co-op store) as met"),
        on(
            DANUM,
            "goal.moved",
            r#"{"to":"missed","reason":"too late"}"#,
            "ayu marked the goal danum (Open the co-op store) as missed: too late",
        ),
        on(DANUM, "goal.moved", r#"{"to":"dropped"}"#, "ayu dropped the goal danum (Open the co-op store)"),
        on(
            DANUM,
            "goal.moved",
            r#"{"to":"active"}"#,
            "ayu made the goal danum (Open the co-op store) active",
        ),
        on(
            DANUM,
            "goal.moved",
            r#"{"to":"proposed"}"#,
            "ayu put the goal danum (Open the co-op store) back to proposed",
        ),
        task("task.added", r#"{"title":"Sign","state":"open","rank":"5"}"#, "ayu added bakul: Sign"),
        task(
            "task.added",
            r#"{"title":"Sign","state":"open","rank":"5","at":5}"#,
            "ayu brought in bakul: Sign",
        ),
        task(
            "task.edited",
            r#"{"title":"Sign it","due":"2026-11-24","role":"TREASURER","goal":"DANUM","notes":null}"#,
            r#"ayu changed bakul (Sign the payment contract): title "Sign it"; no notes; role Treasurer; goal danum (Open the co-op store); due Tue 24 Nov"#,
        ),
        task(
            "task.edited",
            r#"{"due":null,"tags":["shop","vat"],"notes":"long","next":"call"}"#,
            r#"ayu changed bakul (Sign the payment contract): notes; tags shop, vat; no due date; next step "call""#,
        ),
        task(
            "task.edited",
            r#"{"notes":"- [x] call","step":{"ticked":"call"}}"#,
            "ayu ticked a step of bakul (Sign the payment contract): call",
        ),
        task(
            "task.edited",
            r#"{"notes":null,"step":{"removed":"call"}}"#,
            "ayu removed a step of bakul (Sign the payment contract): call",
        ),
        task("task.moved", r#"{"to":"doing"}"#, "ayu moved bakul (Sign the payment contract) to doing"),
        task("task.moved", r#"{"to":"done"}"#, "ayu finished bakul (Sign the payment contract)"),
        task(
            "task.moved",
            r#"{"to":"dropped","reason":"the bank closed"}"#,
            "ayu dropped bakul (Sign the payment contract): the bank closed",
        ),
        task(
            "task.ranked",
            r#"{"rank":"5","reason":"the shop waits"}"#,
            "ayu gave bakul (Sign the payment contract) another place in the pull order: the shop waits",
        ),
        task(
            "task.parked",
            r#"{"until":"2026-12-01"}"#,
            "ayu parked bakul (Sign the payment contract) until Tue 1 Dec",
        ),
        task("task.parked", "{}", "ayu took bakul (Sign the payment contract) up again"),
        task("task.claimed", &claim(r#""part":"lead""#), "ayu claimed bakul (Sign the payment contract)"),
        task(
            "task.claimed",
            &claim(r#""part":"helper""#),
            "ayu helps with bakul (Sign the payment contract)",
        ),
        task(
            "task.claimed",
            &claim(r#""part":"lead","saw":["REC"],"contest":"I was asked too""#),
            "ayu claimed bakul (Sign the payment contract) beside another lead: I was asked too",
        ),
        task(
            "task.claimed",
            &claim(r#""part":"lead","saw":["REC"],"note":"you are away""#),
            "ayu took over bakul (Sign the payment contract): you are away",
        ),
        task(
            "task.claimed",
            &claim(r#""part":"lead","by":"DEWI","at":5"#),
            "ayu brought in that dewi claimed bakul (Sign the payment contract)",
        ),
        task(
            "task.claimed",
            &claim(r#""part":"helper","by":"DEWI","at":5,"ended":86400000,"end":"done""#),
            "ayu brought in that dewi helped with bakul (Sign the payment contract) until Fri 2 Jan 1970",
        ),
        task(
            "task.renewed",
            &claim(r#""claim":"REC""#),
            "ayu renewed the claim on bakul (Sign the payment contract) until Tue 1 Dec",
        ),
        task(
            "task.given_back",
            r#"{"claim":"REC","end":"given_back"}"#,
            "ayu gave bakul (Sign the payment contract) back",
        ),
        task(
            "task.given_back",
            r#"{"claim":"REC","end":"left"}"#,
            "ayu left bakul (Sign the payment contract) behind",
        ),
        task(
            "task.offered",
            r#"{"claim":"REC","to":"DEWI","note":"\n you know\nthe bank"}"#,
            "ayu offered bakul (Sign the payment contract) to dewi: you know …",
        ),
        task(
            "task.offer_accepted",
            &claim(r#""claim":"REC","offer":"REC""#),
            "ayu accepted bakul (Sign the payment contract)",
        ),
        task(
            "task.offer_declined",
            r#"{"offer":"REC","reason":"no time"}"#,
            "ayu declined bakul (Sign the payment contract): no time",
        ),
        task(
            "task.offer_withdrawn",
            r#"{"offer":"REC"}"#,
            "ayu took back the offer of bakul (Sign the payment contract)",
        ),
        task(
            "task.blocked",
            r#"{"what":"the VAT number","on":{"member":"DEWI"}}"#,
            "ayu marked bakul (Sign the payment contract) as blocked, waiting on dewi: the VAT number",
        ),
        task(
            "task.blocked",
            r#"{"what":"","on":{"task":"LUSAB"}}"#,
            "ayu marked bakul (Sign the payment contract) as blocked, waiting on lusab (Register for VAT)",
        ),
        task(
            "task.blocked",
            r#"{"what":"","on":{"other":"the bank"}}"#,
            "ayu marked bakul (Sign the payment contract) as blocked, waiting on the bank",
        ),
        task(
            "task.blocked",
            r#"{"what":"no power","by":"DEWI"}"#,
            "ayu brought in that dewi marked bakul (Sign the payment contract) as blocked: no power",
        ),
        task(
            "task.blocker_asked",
            r#"{"blocker":"REC"}"#,
            "ayu asked about what blocks bakul (Sign the payment contract)",
        ),
        task(
            "task.blocker_promised",
            r#"{"blocker":"REC","until":"2026-11-24"}"#,
            "ayu noted a promise of help with bakul (Sign the payment contract) by Tue 24 Nov",
        ),
        task(
            "task.blocker_cleared",
            r#"{"blocker":"REC","how":"it came"}"#,
            "ayu cleared what blocked bakul (Sign the payment contract): it came",
        ),
        task(
            "task.blocker_withdrawn",
            r#"{"blocker":"REC"}"#,
            "ayu took back what blocked bakul (Sign the payment contract)",
        ),
        task(
            "task.remarked",
            r#"{"text":"the bank calls back"}"#,
            "ayu remarked on bakul (Sign the payment contract): the bank calls back",
        ),
        on(
            FINDING,
            "finding.settled",
            r#"{"finding":"O1:BAKUL","verdict":"fine","reason":"both agreed","until":"2026-11-30","facts":""}"#,
            "ayu settled the two leads of bakul (Sign the payment contract) as fine until Mon 30 Nov: both agreed",
        ),
        on(
            FINDING,
            "finding.settled",
            r#"{"finding":"L1:DEWI","verdict":"fixed","reason":"gave two back","facts":""}"#,
            "ayu settled the load of dewi as fixed: gave two back",
        ),
        on(
            FINDING,
            "finding.settled",
            r#"{"finding":"Z9","verdict":"tension","reason":"talk","facts":""}"#,
            "ayu settled Z9 as a tension: talk",
        ),
        on(
            FINDING,
            "finding.settled",
            r#"{"finding":"O1:BAKUL","verdict":"tension","reason":"talk","facts":"","became":"TENSION"}"#,
            "ayu made the two leads of bakul (Sign the payment contract) the tension sigap: talk",
        ),
        on(
            TENSION,
            "tension.sensed",
            r#"{"is":"Nobody answers after five","could":"Somebody does","about":"TREASURER"}"#,
            "ayu sensed, about tiram (Treasurer), the tension sigap: Nobody answers after five",
        ),
        on(
            TENSION,
            "tension.sensed",
            r#"{"is":"Nobody answers after five","could":"Somebody does"}"#,
            "ayu sensed the tension sigap: Nobody answers after five",
        ),
        on(TENSION, "tension.taken_up", "{}", "ayu took the tension sigap (Nobody answers after five) up"),
        on(
            TENSION,
            "tension.became",
            r#"{"what":{"task":"BAKUL"}}"#,
            "ayu turned the tension sigap (Nobody answers after five) into the task bakul (Sign the payment contract)",
        ),
        on(
            TENSION,
            "tension.settled",
            r#"{"why":"we take turns"}"#,
            "ayu called the tension sigap (Nobody answers after five) settled: we take turns",
        ),
        on(
            TENSION,
            "tension.let_go",
            r#"{"why":"too dear"}"#,
            "ayu let the tension sigap (Nobody answers after five) go: too dear",
        ),
        on(98, "pairing.offered", r#"{"kind":"buddy","with":"DEWI"}"#, "ayu offered to be dewi's buddy"),
        on(
            98,
            "pairing.offered",
            r#"{"kind":"buddy","with":"DEWI","until":"2026-12-01"}"#,
            "ayu offered to be dewi's buddy until Tue 1 Dec",
        ),
        on(
            98,
            "pairing.offered",
            r#"{"kind":"buddy","with":"DEWI","days":30}"#,
            "ayu offered to be dewi's buddy for 30 days",
        ),
        on(
            AGREEMENT,
            "agreement.drafted",
            r#"{"kind":"governance","title":"Money above 500,000 rupiah","text":"By consent","parties":["DEWI"]}"#,
            "ayu drafted the agreement rukun: Money above 500,000 rupiah",
        ),
        on(
            AGREEMENT,
            "agreement.amended",
            r#"{"title":"Money","text":"By consent","parties":["DEWI"]}"#,
            "ayu amended the agreement rukun (Money above 500,000 rupiah)",
        ),
        on(
            AGREEMENT,
            "agreement.agreed",
            r#"{"version":"REC"}"#,
            "ayu agreed to the agreement rukun (Money above 500,000 rupiah)",
        ),
        on(
            AGREEMENT,
            "agreement.left",
            r#"{"on":"2026-12-01"}"#,
            "ayu leaves the agreement rukun (Money above 500,000 rupiah) on Tue 1 Dec",
        ),
        on(
            AGREEMENT,
            "agreement.withdrawn",
            r#"{"version":"REC","why":"nobody needs it"}"#,
            "ayu wants the agreement rukun (Money above 500,000 rupiah) to end: nobody needs it",
        ),
        on(
            AGREEMENT,
            "agreement.reviewed",
            r#"{"version":"REC","next":"2026-12-01"}"#,
            "ayu renewed the agreement rukun (Money above 500,000 rupiah) until Tue 1 Dec",
        ),
        task(
            "record.undone",
            r#"{"record":"REC"}"#,
            "ayu took back an earlier step on bakul (Sign the payment contract)",
        ),
        on(AYU, "record.undone", r#"{"record":"REC"}"#, "ayu took back an earlier step"),
        on(FINDING, "record.undone", r#"{"record":"REC"}"#, "ayu took back an earlier step"),
    ]
}

fn text(record: &Record, names: &Names) -> String {
    phrase(record, names, Read::Anywhere).text().to_owned()
}

#[test]
fn every_event_is_one_sentence() {
    for (record, said) in sentences() {
        assert_eq!(text(&record, &names()), said);
    }
}

#[test]
fn every_name_that_a_sentence_needs_is_mentioned() {
    for (record, said) in sentences() {
        let all = names();
        let mentioned = mentions(&record)
            .into_iter()
            .map(|id| (id, Named { handle: all.handle(id).replace('?', ""), name: all.name(id).to_owned() }));
        assert_eq!(text(&record, &mentioned.collect()), said);
    }
}

#[test]
fn an_event_of_tomorrow_is_said_to_be_unknown() {
    assert_eq!(
        text(&record(BAKUL, "task.sung", "{}"), &names()),
        "ayu did something that this version does not know (task.sung)"
    );
}

#[test]
fn a_task_whose_records_have_not_come_is_a_question_mark() {
    let claimed = record(77, "task.claimed", r#"{"part":"lead","lease":5}"#);
    assert_eq!(text(&claimed, &names()), "ayu claimed ?");
}

#[test]
fn undo_and_redo_tell_what_they_took_back() {
    let claimed = record(BAKUL, "task.claimed", r#"{"part":"lead","lease":5}"#);
    let said = "ayu claimed bakul (Sign the payment contract)";
    let undone = undone_phrase("ayu", &claimed, &names(), Read::Anywhere);
    assert_eq!(undone.text(), format!("ayu undid: {said}"));
    let redone = redone_phrase("ayu", &claimed, &names(), Read::OnItsPage);
    assert_eq!(redone.text(), "ayu did again: ayu claimed it");
}

/// The sentence of a record of Dewi's that rests on one of ayu's.
fn resting(on: (&str, &str), kind: &str, data: &str, read: Read) -> String {
    let mut names = names();
    names.put_record(record(BAKUL, on.0, on.1));
    let resting = Record { author: MemberId(Uuid::from_u128(DEWI)), ..record(BAKUL, kind, data) };
    phrase(&resting, &names, read).text().to_owned()
}

#[test]
fn which_blocker_and_whom_is_said() {
    let said = |blocker: &str, kind: &str, data: &str| {
        resting(("task.blocked", blocker), kind, data, Read::OnItsPage)
    };
    let on_dewi = r#"{"what":"the **VAT** number","on":{"member":"DEWI"}}"#;
    let on_ayu = r#"{"what":"the VAT number","on":{"member":"AYU"}}"#.replace("AYU", &id(AYU).to_string());
    let on_lusab = r#"{"what":"","on":{"task":"LUSAB"}}"#;
    let on_bank = r#"{"what":"the loan","on":{"other":"the bank"}}"#;
    let (asked, about) = (("task.blocker_asked", r#"{"blocker":"REC"}"#), "about what blocks it");
    assert_eq!(said(&on_ayu, asked.0, asked.1), format!("dewi asked ayu {about}: the VAT number"));
    assert_eq!(said(on_dewi, asked.0, asked.1), format!("dewi asked {about}: the VAT number"));
    assert_eq!(said(on_bank, asked.0, asked.1), format!("dewi asked the bank {about}: the loan"));
    let on_task = "waiting on lusab (Register for VAT)";
    assert_eq!(said(on_lusab, asked.0, asked.1), format!("dewi asked {about}, {on_task}"));
    let promised = ("task.blocker_promised", r#"{"blocker":"REC","until":"2026-11-24"}"#);
    let by = "help with it by Tue 24 Nov: the VAT number";
    assert_eq!(said(on_dewi, promised.0, promised.1), format!("dewi promised {by}"));
    assert_eq!(said(&on_ayu, promised.0, promised.1), format!("dewi noted that ayu promised {by}"));
    let cleared = ("task.blocker_cleared", r#"{"blocker":"REC","how":"it came\nby post"}"#);
    assert_eq!(
        said(&on_ayu, cleared.0, cleared.1),
        "dewi cleared what blocked it, waiting on ayu: the VAT number; it came …"
    );
    let withdrawn = ("task.blocker_withdrawn", r#"{"blocker":"REC"}"#);
    assert_eq!(
        said(on_lusab, withdrawn.0, withdrawn.1),
        format!("dewi took back what blocked it, {on_task}")
    );
}

#[test]
fn whose_offer_and_whose_claim_is_said() {
    let lease = r#""lease":5"#;
    let offer = ("task.offered", r#"{"claim":"REC","to":"DEWI"}"#);
    let said = |kind: &str, data: &str| resting(offer, kind, data, Read::OnItsPage);
    let accepted = format!(r#"{{"claim":"REC","offer":"REC",{lease}}}"#);
    assert_eq!(said("task.offer_accepted", &accepted), "dewi accepted it from ayu");
    let declined = r#"{"offer":"REC","reason":"no time"}"#;
    assert_eq!(said("task.offer_declined", declined), "dewi declined it, offered by ayu: no time");
    assert_eq!(said("task.offer_withdrawn", r#"{"offer":"REC"}"#), "dewi took back the offer of it to dewi");
    let claim = (r#"task.claimed"#, r#"{"part":"lead","lease":5}"#);
    let over = format!(r#"{{"part":"lead",{lease},"saw":["REC"],"note":"you are away"}}"#);
    let said = resting(claim, "task.claimed", &over, Read::OnItsPage);
    assert_eq!(said, "dewi took over it from ayu: you are away");
}

#[test]
fn of_a_pairing_both_are_named_and_nobody_as_who_ended_it() {
    let offer = ("pairing.offered", r#"{"kind":"buddy","with":"DEWI"}"#);
    let said = |kind: &str, data: &str| resting(offer, kind, data, Read::Anywhere);
    let accepted = r#"{"offer":"REC","ends":"2027-02-19"}"#;
    assert_eq!(said("pairing.accepted", accepted), "dewi accepted ayu as buddy until Fri 19 Feb 2027");
    let on_it = r#"{"offer":"REC"}"#;
    assert_eq!(said("pairing.declined", on_it), "dewi declined ayu as buddy");
    assert_eq!(said("pairing.withdrawn", on_it), "dewi took back the offer to be dewi's buddy");
    assert_eq!(said("pairing.ended", on_it), "the pairing of ayu and dewi ended");
    let mut names = names();
    names.put_record(record(98, offer.0, offer.1));
    let ended = record(98, "pairing.ended", on_it);
    let undone = undone_phrase("dewi", &ended, &names, Read::Anywhere);
    assert_eq!(undone.text(), "the pairing of ayu and dewi goes on");
    let redone = redone_phrase("dewi", &ended, &names, Read::Anywhere);
    assert_eq!(redone.text(), "the pairing of ayu and dewi ended");
}

#[test]
fn on_its_own_page_a_thing_is_not_named_again() {
    let on_page = |subject, kind: &str, data: &str| {
        phrase(&record(subject, kind, data), &names(), Read::OnItsPage).text().to_owned()
    };
    let lead = r#"{"part":"lead","lease":5}"#;
    assert_eq!(on_page(BAKUL, "task.claimed", lead), "ayu claimed it");
    let offered = r#"{"claim":"REC","to":"DEWI"}"#;
    assert_eq!(on_page(BAKUL, "task.offered", offered), "ayu offered it to dewi");
    let added = r#"{"title":"Sign","state":"open","rank":"5"}"#;
    assert_eq!(on_page(BAKUL, "task.added", added), "ayu added it: Sign");
    let same = r#"{"title":"Sign the payment contract","state":"open","rank":"5"}"#;
    assert_eq!(on_page(BAKUL, "task.added", same), "ayu added it");
    assert_eq!(on_page(DANUM, "goal.moved", r#"{"to":"met"}"#), "ayu marked it as met");
    assert_eq!(on_page(TREASURER, "role.put_down", r#"{"holding":"REC"}"#), "ayu put it down");
    assert_eq!(on_page(BAKUL, "record.undone", r#"{"record":"REC"}"#), "ayu took back an earlier step");
}

#[test]
fn of_a_text_the_first_line_is_said_without_its_marks() {
    let remark = r#"{"text":"\n## **Call** [them](https://a.example/x)\n- then"}"#;
    let said = text(&record(BAKUL, "task.remarked", remark), &names());
    assert_eq!(said, "ayu remarked on bakul (Sign the payment contract): Call them …");
}
