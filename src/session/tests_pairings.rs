//! Buddies: offered by oneself, answered by whoever was asked, ended by either without a name.

use super::tests::{environment, imported, team};
use super::*;
use crate::domain::decide::{AnswerPairing, Command, EndPairing, Leave, OfferPairing, Return};
use crate::domain::id::{MemberId, PairingId};
use crate::domain::pairing::PairingKind;
use crate::domain::phrase::Read;
use crate::store::JournalFilter;

/// A team of Ayu, who acts, and Citra and Eka.
fn three(seed: &str) -> (Session, [MemberId; 3]) {
    let mut session = team(seed);
    let ayu = session.me().unwrap();
    let others = ["Citra", "Eka"].map(|name| {
        session.join(name, None).unwrap();
        session.me().unwrap()
    });
    session.become_member(ayu).unwrap();
    (session, [ayu, others[0], others[1]])
}

fn offer(session: &mut Session, with: MemberId) -> Result<Done, Error> {
    let command = session.offer_buddy(with);
    session.perform(&command)
}

fn answer(session: &mut Session, from: MemberId, yes: bool) -> Result<Done, Error> {
    session.perform(&Command::AnswerPairing(AnswerPairing { from, yes }))
}

fn end(session: &mut Session, with: MemberId) -> Result<Done, Error> {
    session.perform(&Command::EndPairing(EndPairing { with }))
}

fn said(session: &Session, of: MemberId) -> Vec<String> {
    let rows = session.pairings_of(of).unwrap();
    rows.iter().map(|row| session.say_pairing(row).unwrap()).collect()
}

fn pair(seed: &str) -> (Session, [MemberId; 3]) {
    let (mut session, all) = three(seed);
    offer(&mut session, all[1]).unwrap();
    session.become_member(all[1]).unwrap();
    answer(&mut session, all[0], true).unwrap();
    (session, all)
}

#[test]
fn a_buddy_offers_themselves_and_the_other_says_yes() {
    let (mut session, [ayu, citra, eka]) = three("buddy");
    assert_eq!(offer(&mut session, citra).unwrap().sentence.text(), "Ayu offered to be Citra's buddy");
    assert_eq!(said(&session, citra), ["Ayu has offered to be Citra's buddy"]);
    session.become_member(eka).unwrap();
    assert_eq!(answer(&mut session, ayu, true).unwrap_err().message, "no offer of Ayu waits for your answer");
    session.become_member(citra).unwrap();
    let accepted = answer(&mut session, ayu, true).unwrap();
    assert_eq!(accepted.sentence.text(), "Citra accepted Ayu as buddy until Tue 16 Feb 2027");
    for one in [ayu, citra] {
        assert_eq!(said(&session, one), ["Ayu is Citra's buddy until Tue 16 Feb 2027"]);
    }
    assert!(said(&session, eka).is_empty());
    session.undo().unwrap();
    assert_eq!(said(&session, citra), ["Ayu has offered to be Citra's buddy"]);
    session.redo().unwrap();
    assert_eq!(said(&session, citra), ["Ayu is Citra's buddy until Tue 16 Feb 2027"]);
}

#[test]
fn what_cannot_be_is_refused_and_writes_nothing() {
    let (mut session, [ayu, citra, eka]) = three("no buddy");
    let message = |done: Result<Done, Error>| done.unwrap_err().message;
    assert_eq!(message(offer(&mut session, ayu)), "a buddy is somebody else than oneself");
    assert_eq!(message(end(&mut session, citra)), "you and Citra are not paired");
    offer(&mut session, citra).unwrap();
    let records = session.board().journal_len().unwrap();
    assert_eq!(
        message(offer(&mut session, citra)),
        "you have offered to be Citra's buddy: it waits for their answer"
    );
    assert_eq!(
        message(answer(&mut session, citra, true)),
        "you have offered it yourself: the answer is up to Citra"
    );
    session.become_member(citra).unwrap();
    assert_eq!(message(offer(&mut session, ayu)), "Ayu has offered to be your buddy");
    session.become_member(eka).unwrap();
    assert_eq!(message(end(&mut session, citra)), "you and Citra are not paired");
    let today = session.today();
    let (id, kind) = (PairingId(session.new_id()), PairingKind::Buddy);
    let until = today.pred_opt();
    let past = OfferPairing { id, kind, with: citra, until, days: None };
    assert_eq!(
        message(session.perform(&Command::OfferPairing(past.clone()))),
        "it is too late for Tue 17 Nov"
    );
    let none = OfferPairing { until: None, days: Some(0), ..past };
    assert!(session.perform(&Command::OfferPairing(none)).is_err());
    assert_eq!(session.board().journal_len().unwrap(), records);
}

#[test]
fn one_who_left_is_nobodys_buddy_until_they_return() {
    let (mut session, [ayu, citra, _]) = pair("left buddy");
    session.perform(&Command::Leave(Leave)).unwrap();
    session.become_member(ayu).unwrap();
    assert!(said(&session, ayu).is_empty());
    assert_eq!(offer(&mut session, citra).unwrap_err().message, "Citra has left the team");
    session.become_member(citra).unwrap();
    session.perform(&Command::Return(Return)).unwrap();
    assert_eq!(said(&session, ayu).len(), 1);
}

#[test]
fn nothing_in_words_tells_who_ended_it() {
    for (seed, who) in [("ends first", 0), ("ends second", 1)] {
        let (mut session, all) = pair(seed);
        session.become_member(all[who]).unwrap();
        let doings = |session: &Session, by: MemberId| {
            let filter = JournalFilter { by: Some([by].into()), ..JournalFilter::default() };
            let rows = session.board().events(&filter, None, 0, 99).unwrap().rows;
            let said = rows.iter().map(|entry| session.phrase(&entry.record, Read::Anywhere).unwrap());
            said.map(|phrase| phrase.text().to_owned()).filter(|said| said.contains("pairing of")).count()
        };
        let told = |session: &Session| {
            let rows = session.board().events(&JournalFilter::default(), None, 0, 0).unwrap().rows;
            let record = &rows[0].record;
            assert!(session.is_unnamed(record).unwrap());
            session.phrase(record, Read::Anywhere).unwrap().text().to_owned()
        };
        let ended = end(&mut session, all[1 - who]).unwrap();
        assert_eq!(ended.sentence.text(), "the pairing of Ayu and Citra ended");
        assert_eq!(told(&session), "the pairing of Ayu and Citra ended");
        assert!(said(&session, all[0]).is_empty());
        assert_eq!(session.undo().unwrap().sentence.text(), "the pairing of Ayu and Citra goes on");
        assert_eq!(told(&session), "the pairing of Ayu and Citra goes on");
        assert_eq!(said(&session, all[0]).len(), 1);
        session.redo().unwrap();
        assert_eq!(told(&session), "the pairing of Ayu and Citra ended");
        assert_eq!(all.map(|member| doings(&session, member)), [0, 0, 0]);
        // Nor does what goes out: whoever brings it in cannot know.
        let bundle = session.export().unwrap();
        assert!(bundle.pairings[0].ended.is_some());
        let elsewhere = imported(&bundle, environment("elsewhere"));
        assert_eq!(elsewhere.export().unwrap().pairings, bundle.pairings);
    }
}

#[test]
fn pairings_go_out_and_come_in_once() {
    let (mut session, [ayu, citra, eka]) = pair("buddies out");
    offer(&mut session, eka).unwrap();
    session.become_member(eka).unwrap();
    answer(&mut session, citra, false).unwrap();
    let (id, kind) = (PairingId(session.new_id()), PairingKind::Buddy);
    let command = OfferPairing { id, kind, with: citra, until: None, days: Some(30) };
    session.perform(&Command::OfferPairing(command)).unwrap();
    end(&mut session, citra).unwrap();
    offer(&mut session, ayu).unwrap();
    let bundle = session.export().unwrap();
    assert_eq!(bundle.pairings.len(), 4);
    let mut elsewhere = imported(&bundle, environment("buddies in"));
    assert_eq!(elsewhere.export().unwrap().pairings, bundle.pairings);
    for member in [ayu, citra, eka] {
        assert_eq!(said(&elsewhere, member), said(&session, member));
    }
    let records = elsewhere.board().journal_len().unwrap();
    elsewhere.import(&bundle, &mut |_| {}).unwrap();
    assert_eq!(elsewhere.board().journal_len().unwrap(), records);
}

/// Whom the board asks about as newcomers without a buddy; what is kept is what a full look finds.
fn without_buddy(session: &mut Session) -> Vec<String> {
    let held = |session: &Session| {
        let held = session.board().findings(session.now(), session.today(), 99).unwrap();
        let held = held.into_iter().filter(|held| held.finding.rule.as_str() == "G8");
        held.map(|held| session.say_finding(&held).unwrap()).collect::<Vec<_>>()
    };
    let kept = held(session);
    session.store.recheck_all().unwrap();
    assert_eq!(held(session), kept, "as a full look finds it");
    kept
}

#[test]
fn a_newcomer_is_asked_about_until_somebody_is_their_buddy() {
    let (mut session, [ayu, citra, eka]) = three("newcomer");
    let days = |session: &mut Session, days: i64| session.environment.wait(days * 24 * 3_600_000);
    days(&mut session, 10);
    assert!(without_buddy(&mut session).is_empty(), "who began the board is none");
    session.join("Gita", None).unwrap();
    let gita = session.me().unwrap();
    days(&mut session, 4);
    assert!(without_buddy(&mut session).is_empty());
    days(&mut session, 1);
    assert_eq!(without_buddy(&mut session), ["Gita came 5 days ago and has no buddy yet"]);
    session.become_member(ayu).unwrap();
    let (id, kind) = (PairingId(session.new_id()), PairingKind::Buddy);
    let command = OfferPairing { id, kind, with: gita, until: None, days: Some(20) };
    session.perform(&Command::OfferPairing(command)).unwrap();
    assert_eq!(without_buddy(&mut session).len(), 1, "an offer is no buddy");
    session.become_member(gita).unwrap();
    answer(&mut session, ayu, true).unwrap();
    assert!(without_buddy(&mut session).is_empty());
    // With whom one is paired may leave, and return.
    session.become_member(ayu).unwrap();
    session.perform(&Command::Leave(Leave)).unwrap();
    assert_eq!(without_buddy(&mut session).len(), 1);
    session.perform(&Command::Return(Return)).unwrap();
    assert!(without_buddy(&mut session).is_empty());
    days(&mut session, 20);
    assert!(without_buddy(&mut session).is_empty(), "its last day");
    days(&mut session, 1);
    assert_eq!(without_buddy(&mut session), ["Gita came 26 days ago and has no buddy yet"]);
    // A team of two asks nobody.
    for member in [citra, eka] {
        session.become_member(member).unwrap();
        session.perform(&Command::Leave(Leave)).unwrap();
    }
    assert!(without_buddy(&mut session).is_empty());
    session.perform(&Command::Return(Return)).unwrap();
    assert_eq!(without_buddy(&mut session).len(), 1);
    days(&mut session, 19);
    assert!(without_buddy(&mut session).is_empty(), "and after 45 days they are new no more");
}

#[test]
fn an_offer_that_waits_and_a_pair_that_is_over_soon_stand_on_the_agenda() {
    let (mut session, [_, citra, eka]) = three("buddies to talk about");
    let mentioned = |session: &Session| {
        let topics = session.agenda().unwrap().into_iter();
        let topics = topics.filter(|topic| topic.said.contains("buddy"));
        topics.map(|topic| (topic.said, topic.waits)).collect::<Vec<_>>()
    };
    offer(&mut session, citra).unwrap();
    assert_eq!(mentioned(&session), [("Ayu has offered to be Citra's buddy".to_owned(), true)]);
    session.become_member(eka).unwrap();
    let (id, kind) = (PairingId(session.new_id()), PairingKind::Buddy);
    let command = OfferPairing { id, kind, with: citra, until: None, days: Some(8) };
    session.perform(&Command::OfferPairing(command)).unwrap();
    session.become_member(citra).unwrap();
    answer(&mut session, eka, true).unwrap();
    assert_eq!(mentioned(&session).len(), 1, "it stands for more than a week");
    session.environment.wait(24 * 3_600_000);
    assert_eq!(mentioned(&session)[1], ("Eka is Citra's buddy until Thu 26 Nov".to_owned(), false));
}
