//! Agreements, from a draft to its end, with what the agenda asks, what undo keeps, and what another board takes.

use super::tests::{as_budi, environment, imported, team};
use super::*;
use crate::domain::agreement::{AgreementKind, AgreementState, Wording};
use crate::domain::decide::{
    AgreeTo, AmendAgreement, Command, DraftAgreement, Leave, LeaveAgreement, RenewAgreement, Return,
};
use crate::domain::id::{AgreementId, MemberId};
use crate::store::AgreementRow;

fn wording(session: &Session) -> Wording {
    Wording {
        title: "Money above 500,000 rupiah".into(),
        text: "We decide by consent".into(),
        parties: session.everybody_here().unwrap(),
        ..Wording::default()
    }
}

fn draft(session: &mut Session) -> AgreementId {
    let id = AgreementId(session.new_id());
    let wording = wording(session);
    session
        .perform(&Command::DraftAgreement(DraftAgreement { id, kind: AgreementKind::Working, wording }))
        .unwrap();
    id
}

fn agree(session: &mut Session, who: MemberId, agreement: AgreementId) -> Result<Done, Error> {
    session.act(Some(who));
    session.perform(&Command::AgreeTo(AgreeTo { agreement, version: None }))
}

fn amend(session: &mut Session, agreement: AgreementId, text: &str) {
    let wording = Wording { text: text.into(), ..session.proposal(agreement).unwrap() };
    session.perform(&Command::AmendAgreement(AmendAgreement { agreement, wording })).unwrap();
}

fn row(session: &Session, id: AgreementId) -> AgreementRow {
    session.board().agreement_row(id, session.today()).unwrap().unwrap()
}

fn talked_about(session: &Session, id: AgreementId) -> Vec<String> {
    let about = |topic: &crate::insight::agenda::Topic| topic.about == Some(id.into());
    session.agenda().unwrap().into_iter().filter(about).map(|topic| topic.said).collect()
}

/// Ayu and Budi, of whom Ayu acts.
fn two(name: &str) -> (Session, MemberId, MemberId) {
    let mut session = team(name);
    let ayu = session.me().unwrap();
    as_budi(&mut session);
    let budi = session.me().unwrap();
    session.act(Some(ayu));
    (session, ayu, budi)
}

#[test]
fn the_agenda_asks_who_has_not_agreed_and_no_other() {
    let (mut session, ayu, budi) = two("asked");
    let id = draft(&mut session);
    let handle = session.board().handle_of(id).unwrap();
    let title = "Money above 500,000 rupiah";
    assert_eq!(talked_about(&session, id), [format!("{handle} waits for the yes of Budi: {title}")]);
    assert!(row(&session, id).asks(budi) && !row(&session, id).asks(ayu));
    agree(&mut session, budi, id).unwrap();
    assert_eq!((row(&session, id).state, talked_about(&session, id).len()), (AgreementState::InForce, 0));
    let again = agree(&mut session, budi, id).unwrap_err();
    assert_eq!(again.kind, ErrorKind::Unchanged);
}

#[test]
fn who_leaves_the_team_is_asked_about_and_who_comes_is_asked() {
    let (mut session, ayu, budi) = two("left and came");
    session.join("Dewi", None).unwrap();
    let dewi = session.me().unwrap();
    session.act(Some(ayu));
    let id = draft(&mut session);
    for member in session.everybody_here().unwrap().into_iter().filter(|member| *member != ayu) {
        agree(&mut session, member, id).unwrap();
    }
    let handle = session.board().handle_of(id).unwrap();
    session.act(Some(dewi));
    session.perform(&Command::Leave(Leave)).unwrap();
    let title = "Money above 500,000 rupiah";
    assert_eq!(row(&session, id).state, AgreementState::InForce);
    let still_right = format!("{handle}: is it still right without Dewi? ({title})");
    assert_eq!(talked_about(&session, id), [still_right]);
    session.act(Some(budi));
    let next = session.today() + chrono::Days::new(90);
    session.perform(&Command::RenewAgreement(RenewAgreement { agreement: id, next })).unwrap();
    assert_eq!((talked_about(&session, id), row(&session, id).review), (vec![], Some(next)));
    // Without her they amend it; where she comes back, that stands.
    amend(&mut session, id, "We decide by consent, the two of us");
    for member in session.everybody_here().unwrap().into_iter().filter(|member| *member != budi) {
        agree(&mut session, member, id).unwrap();
    }
    assert_eq!(row(&session, id).open, []);
    session.act(Some(dewi));
    session.perform(&Command::Return(Return)).unwrap();
    assert_eq!((row(&session, id).state, row(&session, id).open.len()), (AgreementState::InForce, 0));
    assert!(!row(&session, id).bound.contains(&dewi));
    agree(&mut session, dewi, id).unwrap();
    assert!(row(&session, id).bound.contains(&dewi));
}

#[test]
fn what_others_agreed_to_is_not_undone_and_a_yes_is_ones_own_to_take_back() {
    let (mut session, ayu, budi) = two("undo");
    let id = draft(&mut session);
    agree(&mut session, budi, id).unwrap();
    session.act(Some(ayu));
    assert_eq!(session.undo().unwrap_err().kind, ErrorKind::Refused, "Budi agreed to it");
    session.act(Some(budi));
    session.undo().unwrap();
    assert_eq!(row(&session, id).state, AgreementState::Proposed);
    session.redo().unwrap();
    amend(&mut session, id, "We vote");
    session.undo().unwrap();
    assert_eq!(row(&session, id).open, []);
}

#[test]
fn who_saw_an_older_version_agrees_to_nothing() {
    let (mut session, ayu, budi) = two("older");
    let id = draft(&mut session);
    let seen = row(&session, id).open[0];
    amend(&mut session, id, "We vote");
    session.act(Some(budi));
    let version = Some(seen);
    let refused = session.perform(&Command::AgreeTo(AgreeTo { agreement: id, version })).unwrap_err();
    let handle = session.board().handle_of(id).unwrap();
    assert_eq!(refused.message, format!("that version of {handle} was amended: read the new one"));
    assert_eq!(refused.hint, Some(format!("setara show {handle}")));
    let today = session.today();
    session.perform(&Command::LeaveAgreement(LeaveAgreement { agreement: id, on: None })).unwrap();
    let left = session.agreement(id).unwrap().leaves_on(budi);
    assert_eq!(left, Some(today), "what binds nobody yet is left at once");
    session.act(Some(ayu));
}

#[test]
fn a_yes_is_offered_once_to_whoever_can_say_it() {
    let (mut session, ayu, budi) = two("offered");
    let id = draft(&mut session);
    let drafted = row(&session, id).open[0];
    let offered = |session: &mut Session, who| {
        session.act(Some(who));
        session.options(&session.agreement(id).unwrap()).unwrap().agreeable
    };
    assert_eq!(offered(&mut session, ayu), None, "who wrote it agreed by that");
    assert_eq!(offered(&mut session, budi), Some(drafted));
    agree(&mut session, budi, id).unwrap();
    assert_eq!(offered(&mut session, budi), None);
    amend(&mut session, id, "We vote");
    let proposed = row(&session, id).open[0];
    assert_eq!((offered(&mut session, ayu), offered(&mut session, budi)), (Some(proposed), None));
    // Who came later comes in by what is in force, and is asked about the other version after that.
    session.join("Dewi", None).unwrap();
    let dewi = session.me().unwrap();
    assert_eq!(offered(&mut session, dewi), Some(drafted));
    agree(&mut session, dewi, id).unwrap();
    assert_eq!(offered(&mut session, dewi), Some(proposed));
    agree(&mut session, dewi, id).unwrap();
    assert_eq!(offered(&mut session, dewi), None);
    // A leave can be taken back as long as one is asked to.
    let on = session.today() + chrono::Days::new(9);
    session.perform(&Command::LeaveAgreement(LeaveAgreement { agreement: id, on: Some(on) })).unwrap();
    assert_eq!(offered(&mut session, dewi), Some(drafted));
}

#[test]
fn whoever_joined_by_their_own_yes_stands_among_the_parties() {
    let (mut session, _, budi) = two("joined");
    let id = draft(&mut session);
    agree(&mut session, budi, id).unwrap();
    session.join("Dewi", None).unwrap();
    let dewi = session.me().unwrap();
    let parties = |session: &Session| {
        let told = session.tell_agreement(&session.agreement(id).unwrap()).unwrap();
        told.fields.into_iter().find(|(label, _)| label == "parties").unwrap().1
    };
    let named = parties(&session);
    assert!(!named.contains("Dewi"), "{named}");
    agree(&mut session, dewi, id).unwrap();
    assert!(parties(&session).ends_with("and Dewi"), "{}", parties(&session));
    session.perform(&Command::LeaveAgreement(LeaveAgreement { agreement: id, on: None })).unwrap();
    assert_eq!(parties(&session), named, "who was never named and left is a party no more");
}

#[test]
fn another_board_takes_the_text_and_nobodys_yes() {
    let (mut session, _, budi) = two("agreements out");
    let id = draft(&mut session);
    agree(&mut session, budi, id).unwrap();
    amend(&mut session, id, "We vote");
    let bundle = session.export().unwrap();
    assert_eq!(bundle.agreements.len(), 1);
    assert_eq!(bundle.agreements[0].text, "We decide by consent", "what is in force");
    assert!(!bundle.agreements[0].yes.is_empty());
    let mut elsewhere = imported(&bundle, environment("agreements in"));
    let row = elsewhere.board().agreements(elsewhere.today(), true, 0, 9).unwrap().pop().unwrap();
    assert_eq!((row.state, row.agreed.len()), (AgreementState::Proposed, 0));
    let again = elsewhere.export().unwrap();
    assert_eq!(again.agreements[0].yes, []);
    // Bringing it twice adds nothing.
    elsewhere.import(&bundle, &mut |_| {}).unwrap();
    assert_eq!(elsewhere.board().agreements(elsewhere.today(), true, 0, 9).unwrap().len(), 1);
}

#[test]
fn the_review_is_asked_about_while_it_is_in_force_and_renewing_answers_it() {
    let (mut session, ayu, budi) = two("review");
    let id = AgreementId(session.new_id());
    let (review, kind) = (Some(session.today()), AgreementKind::Working);
    let wording = Wording { review, ..wording(&session) };
    session.perform(&Command::DraftAgreement(DraftAgreement { id, kind, wording })).unwrap();
    let asked = |session: &Session, days: i64| {
        let rule = crate::insight::Rule::named("G6").unwrap();
        let now = session.now().plus_days(days);
        session.board().findings_of(rule, now, session.today(), 9).unwrap().len()
    };
    assert_eq!(asked(&session, 1), 0, "it binds nobody yet");
    agree(&mut session, budi, id).unwrap();
    assert_eq!((asked(&session, 0), asked(&session, 1)), (0, 1));
    let on_agenda = talked_about(&session, id);
    assert!(on_agenda.len() == 1 && on_agenda[0].contains("Money above"), "{on_agenda:?}");
    let next = session.today() + chrono::Days::new(90);
    session.perform(&Command::RenewAgreement(RenewAgreement { agreement: id, next })).unwrap();
    assert_eq!((asked(&session, 90), asked(&session, 91)), (0, 1));
    session.store.recheck_all().unwrap();
    assert_eq!((asked(&session, 90), asked(&session, 91)), (0, 1), "a whole look finds the same");
    session.act(Some(ayu));
    session.perform(&Command::Leave(Leave)).unwrap();
    assert_eq!(asked(&session, 91), 0, "one alone agrees with nobody");
}
