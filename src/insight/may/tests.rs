use uuid::Uuid;

use super::*;
use crate::domain::agreement::Way;
use crate::domain::calendar::At;
use crate::domain::id::{AgreementId, DecisionId, RoleId, TaskId};

const AYU: MemberId = MemberId(Uuid::from_u128(1));
const BUDI: MemberId = MemberId(Uuid::from_u128(2));
const CITRA: MemberId = MemberId(Uuid::from_u128(3));

fn task(n: u128, title: &str, leads: &[MemberId]) -> KnownTask {
    let id = TaskId(Uuid::from_u128(100 + n));
    KnownTask { id, title: title.to_owned(), leads: leads.to_vec(), skills: Vec::new(), ended: None }
}

fn role(n: u128, name: &str, domains: &[&str], work: &[&str], holders: &[MemberId]) -> KnownRole {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    KnownRole {
        id: RoleId(Uuid::from_u128(200 + n)),
        name: name.to_owned(),
        domains: texts(domains),
        accountabilities: texts(work),
        holders: holders.to_vec(),
    }
}

fn decision(n: u128, title: &str, adopted: Option<At>) -> KnownDecision {
    let id = DecisionId(Uuid::from_u128(300 + n));
    KnownDecision { id, title: title.to_owned(), proposers: vec![AYU], adopted }
}

fn member(id: MemberId, name: &str, teaches: &[&str]) -> KnownMember {
    KnownMember {
        id,
        name: name.to_owned(),
        teaches: teaches.iter().map(|skill| (*skill).to_owned()).collect(),
    }
}

/// A team of three: Ayu has the shop, Budi the money, and nobody the books.
fn team() -> Known {
    Known {
        me: Some(CITRA),
        tasks: vec![
            task(1, "Sign the payment contract", &[AYU, BUDI]),
            task(2, "Get the office door to close again", &[]),
            task(3, "Print the flyers for the night market", &[CITRA]),
        ],
        roles: vec![
            role(1, "Shop", &["Price list", "Shop front page"], &["Answering shops' questions"], &[AYU]),
            role(2, "Money", &["price list"], &["Paying wages and invoices every second Friday"], &[BUDI]),
            role(3, "Books", &["Ledger"], &["Entering every receipt within a week"], &[]),
        ],
        decisions: vec![
            decision(1, "Deliver on Saturdays", None),
            decision(2, "The stand-up is at half past nine", Some(At(1))),
        ],
        agreements: Vec::new(),
        members: vec![
            member(AYU, "Ayu", &["contracts"]),
            member(BUDI, "Budi", &["rust"]),
            member(CITRA, "Citra", &["contracts"]),
        ],
    }
}

fn asked(question: &str, known: &Known) -> Answer {
    answer(&Question::of(question), known)
}

fn by(member: MemberId) -> Known {
    Known { me: Some(member), ..team() }
}

fn short(answer: &Answer) -> (Advice, Ground, &[MemberId]) {
    (answer.advice, answer.ground, &answer.whom)
}

#[test]
fn what_others_lead_is_asked_of_all_its_leads() {
    let answer = asked("sign the payment contract", &team());
    assert_eq!(short(&answer), (Advice::Ask, Ground::Led, &[AYU, BUDI][..]));
}

fn agreed(title: &str, about: &[&str], way: Option<Way>) -> KnownAgreement {
    KnownAgreement {
        id: AgreementId(Uuid::from_u128(300)),
        title: title.to_owned(),
        about: about.iter().map(|phrase| (*phrase).to_owned()).collect(),
        way,
        partners: Vec::new(),
    }
}

#[test]
fn what_is_agreed_on_how_to_decide_comes_before_a_domain_and_after_what_others_lead() {
    let mut known = team();
    known.agreements = vec![agreed("Prices", &["price list"], Some(Way::Consent))];
    let answer = asked("change the price list", &known);
    assert_eq!(short(&answer), (Advice::Propose, Ground::Agreed, &[][..]));
    assert_eq!(answer.reasons[0].says, Says::Agreed { way: Some(Way::Consent), if_so_much: false });
    assert_eq!(asked("read the price list", &known).advice, Advice::Go, "it changes nothing");
    known.tasks.push(task(9, "Change the price list", &[BUDI]));
    assert_eq!(asked("change the price list", &known).ground, Ground::Led);
}

#[test]
fn advice_is_asked_of_who_has_to_do_with_it_and_a_rule_without_a_way_decides_nothing() {
    let mut known = team();
    known.agreements = vec![agreed("Prices", &["price list"], Some(Way::Advice))];
    let answer = asked("change the price list", &known);
    assert_eq!(short(&answer), (Advice::Ask, Ground::Agreed, &[AYU, BUDI][..]));
    known.agreements[0].about = vec!["plant trees".to_owned()];
    assert_eq!(asked("plant trees", &known).ground, Ground::Nothing, "nobody is near");
    known.agreements = vec![agreed("Prices", &["price list"], None)];
    let answer = asked("change the price list", &known);
    assert_eq!(answer.ground, Ground::Domain);
    assert!(answer.reasons.iter().any(|reason| matches!(reason.says, Says::Agreed { way: None, .. })));
}

#[test]
fn partners_are_asked_by_others_and_by_each_other() {
    let mut known = team();
    known.agreements = vec![agreed("Prices", &["price list"], None)];
    known.agreements[0].partners = vec![AYU, BUDI];
    let answer = asked("change the price list", &known);
    assert_eq!(short(&answer), (Advice::Ask, Ground::Agreed, &[AYU, BUDI][..]));
    known.agreements[0].partners = vec![AYU, CITRA];
    let answer = asked("change the price list", &known);
    assert_eq!(short(&answer), (Advice::Ask, Ground::Agreed, &[AYU][..]), "who asks is one of them");
    known.agreements[0].partners = vec![CITRA];
    assert_eq!(asked("change the price list", &known).ground, Ground::Domain);
}

#[test]
fn an_agreement_from_an_amount_on_is_told_as_such_where_the_question_says_none() {
    let mut known = team();
    known.agreements = vec![agreed("Money above 500", &["spending money"], Some(Way::Vote))];
    let so_much = |question| match asked(question, &known).reasons[0].says {
        Says::Agreed { if_so_much, .. } => if_so_much,
        _ => unreachable!("{question}"),
    };
    assert!(so_much("spend money on a fair"));
    assert!(so_much("spend 70 of our money on 3 fairs"));
    assert!(!so_much("spend 700 of our money on a fair"));
    assert_eq!(amount("from 1.500.000 on, or 20,5"), Some(1_500_000));
}

#[test]
fn what_is_being_decided_comes_first_and_what_was_decided_is_proposed_anew() {
    let answer = asked("deliver on Saturdays", &team());
    assert_eq!(short(&answer), (Advice::TakePart, Ground::Open, &[AYU][..]));
    let answer = asked("move the stand-up to ten", &team());
    assert_eq!(short(&answer), (Advice::Propose, Ground::Decided, &[][..]));
    let answer = asked("read what was said about delivering on Saturdays", &team());
    assert_eq!(answer.advice, Advice::Go, "it changes nothing");
    // One word that both say is no decision about it.
    assert_eq!(asked("clean the window on Saturday", &team()).ground, Ground::Nothing);
}

#[test]
fn what_one_leads_oneself_is_done_and_told_to_the_other_lead() {
    let answer = asked("sign the payment contract", &by(AYU));
    assert_eq!(short(&answer), (Advice::Go, Ground::Own, &[BUDI][..]));
    let answer = asked("print flyers for the market", &team());
    assert_eq!(short(&answer), (Advice::Go, Ground::Own, &[][..]));
}

#[test]
fn a_domain_is_asked_of_all_who_have_it_but_oneself() {
    let answer = asked("change the price list", &team());
    assert_eq!(short(&answer), (Advice::Ask, Ground::Domain, &[AYU, BUDI][..]));
    assert_eq!(short(&asked("ubah daftar harga", &by(BUDI))), (Advice::Ask, Ground::Domain, &[AYU][..]));
    let own = asked("change the front page of the shop", &by(AYU));
    assert_eq!(short(&own), (Advice::Go, Ground::Domain, &[][..]));
    let vacant = asked("correct the ledger", &team());
    assert_eq!(short(&vacant), (Advice::Propose, Ground::Domain, &[][..]));
}

#[test]
fn an_accountability_is_whose_it_is_and_nobodys_is_proposed() {
    let others = asked("pay the invoices", &team());
    assert_eq!(short(&others), (Advice::Ask, Ground::Accountability, &[BUDI][..]));
    assert_eq!(short(&asked("pay the invoices", &by(BUDI))).0, Advice::Go);
    assert_eq!(short(&asked("enter the receipts", &team())).0, Advice::Propose);
}

#[test]
fn a_domain_decides_before_ones_own_task() {
    let mut known = by(BUDI);
    known.tasks.push(task(4, "Change the price list", &[BUDI]));
    assert_eq!(short(&asked("change the price list", &known)), (Advice::Ask, Ground::Domain, &[AYU][..]));
    known.tasks.push(task(5, "Change the price list", &[CITRA]));
    // One leads one of the two, so the domain decides.
    assert_eq!(asked("change the price list", &known).ground, Ground::Domain);
    known.me = None;
    assert_eq!(asked("change the price list", &known).ground, Ground::Led);
}

#[test]
fn what_nobody_answers_for_is_done_and_told_to_whoever_is_near() {
    let answer = asked("change the contract", &team());
    assert_eq!(short(&answer), (Advice::Go, Ground::Nothing, &[AYU, BUDI][..]));
    assert_eq!(answer.reasons[0].bearing, Bearing::Near);
    let free = asked("repair the office door", &team());
    assert_eq!(short(&free), (Advice::Go, Ground::Nothing, &[][..]));
    assert_eq!(free.reasons[0].bearing, Bearing::Strong);
    let unknown = asked("plant a tree", &team());
    assert_eq!((short(&unknown), unknown.reasons.len()), ((Advice::Go, Ground::Nothing, &[][..]), 0));
}

#[test]
fn what_changes_nothing_is_done_whoever_answers_for_it() {
    for question in ["read the payment contract", "compare the price list", "baca daftar harga"] {
        let answer = asked(question, &team());
        assert_eq!((answer.advice, answer.changes_nothing), (Advice::Go, true), "{question}");
        assert_eq!(answer.whom, [], "{question}");
        assert!(answer.reasons.iter().any(|reason| reason.bearing == Bearing::Strong), "{question}");
    }
}

#[test]
fn what_was_before_is_told_with_its_end_and_decides_nothing() {
    let mut known = team();
    let ended = Ended { is_dropped: true, said: Some("too dear".to_owned()) };
    let before =
        KnownTask { ended: Some(ended.clone()), ..task(6, "Sell through the big marketplace", &[AYU]) };
    known.tasks.push(before);
    let answer = asked("sell on the big marketplace", &known);
    assert_eq!(short(&answer), (Advice::Go, Ground::Nothing, &[][..]));
    assert_eq!(answer.reasons[0].says, Says::Ended(ended));
}

#[test]
fn who_knows_teaches_what_is_named_or_what_the_work_needs() {
    let mut known = team();
    assert_eq!(asked("sign the payment contract", &known).knows[0].member, AYU, "and not who asks");
    known.tasks[0].skills.push("Rust".to_owned());
    assert_eq!(asked("change the contract", &known).knows.len(), 1, "what is near needs nothing here");
    known.tasks[1].skills.push("Rust".to_owned());
    let knows = asked("repair the office door", &known).knows;
    assert_eq!(knows, [Knows { member: BUDI, skills: vec!["rust".to_owned()] }]);
}

#[test]
fn the_order_in_which_things_are_known_says_nothing() {
    let mut other = team();
    other.tasks.reverse();
    other.roles.reverse();
    other.members.reverse();
    for question in ["change the price list", "sign the contract", "pay the wages", "print flyers"] {
        assert_eq!(asked(question, &team()), asked(question, &other), "{question}");
    }
}

#[test]
fn half_a_question_makes_nothing_near_that_says_much_else() {
    let mut known = team();
    known.tasks.push(task(7, "Run ten test orders from phone to parcel", &[AYU]));
    assert_eq!(asked("build an app for phones", &known).whom, []);
    known.tasks.push(task(8, "Repair the phones", &[BUDI]));
    assert_eq!(asked("build an app for phones", &known).whom, [BUDI]);
}

#[test]
fn few_of_what_is_near_are_told() {
    let mut known = team();
    known.tasks.extend((10..30).map(|n| task(n, &format!("Contract number {n} of many parts"), &[])));
    let reasons = asked("change the contract", &known).reasons;
    assert_eq!(reasons.iter().filter(|reason| reason.bearing == Bearing::Near).count(), 3);
}
