//! Decisions at one board: what was done apart, and what takes the place of what.

use super::tests::*;
use super::*;
use crate::domain::agreement::{AgreementKind, AgreementState, Wording};
use crate::domain::decide::{
    Adopt, AskDecision, Away, DraftAgreement, JoinDecision, Leave, Propose, ShowStances, TakeStance,
};
use crate::domain::decision::{DecisionKind, Hide, State, Word};
use crate::domain::id::{AgreementId, DecisionId};
use crate::store::Decided;

/// Ayu and Budi; Ayu acts.
fn two() -> (Session, MemberId, MemberId) {
    let mut session = team("decisions");
    let ayu = session.me().unwrap();
    session.join("Budi", None).unwrap();
    let budi = session.me().unwrap();
    session.become_member(ayu).unwrap();
    (session, ayu, budi)
}

fn propose(session: &mut Session, title: &str, replaces: Option<DecisionId>) -> DecisionId {
    let id = DecisionId(session.new_id());
    let parties = session.board().members_to_decide().unwrap();
    let propose = Propose {
        replaces: replaces.into_iter().collect(),
        ..Propose::titled(id, DecisionKind::Consent, title.to_owned(), parties)
    };
    session.perform(&Command::Propose(propose)).unwrap();
    id
}

fn say(session: &mut Session, who: MemberId, decision: DecisionId, word: Word) {
    session.become_member(who).unwrap();
    let known = session.decision(decision).unwrap();
    let version = session.version_to_speak_of(&known).unwrap();
    let reason = word.needs_reason().then(|| "because".to_owned());
    session.perform(&Command::TakeStance(TakeStance::plain(decision, version, word, reason))).unwrap();
}

fn adopt(session: &mut Session, decision: DecisionId) {
    let known = session.decision(decision).unwrap();
    let version = session.version_to_speak_of(&known).unwrap();
    session.perform(&Command::Adopt(Adopt { decision, version, review: None, took: None })).unwrap();
}

fn adopted(
    session: &mut Session,
    members: [MemberId; 2],
    title: &str,
    replaces: Option<DecisionId>,
) -> DecisionId {
    let id = propose(session, title, replaces);
    for member in members {
        say(session, member, id, Word::Consent);
    }
    adopt(session, id);
    id
}

fn stands(session: &Session, id: DecisionId) -> State {
    session.board().decision_row(id).unwrap().unwrap().state
}

#[test]
fn what_a_decision_wrote_is_in_force_as_long_as_it_holds() {
    let (mut session, ayu, budi) = two();
    let decision = propose(&mut session, "The stand-up is at half past nine", None);
    say(&mut session, budi, decision, Word::Consent);
    say(&mut session, ayu, decision, Word::Consent);
    adopt(&mut session, decision);
    let wording = session.decided_wording(decision).unwrap();
    let id = AgreementId(session.new_id());
    let kind = AgreementKind::Working;
    let draft = |wording| Command::DraftAgreement(DraftAgreement { id, kind, wording });
    let handle = session.board().handle_of(decision).unwrap();
    let other = Wording { text: "Ayu begins it".into(), ..wording.clone() };
    let refused = session.perform(&draft(other)).unwrap_err();
    assert_eq!(refused.message, format!("{handle} says something else: what it wrote says the same"));
    session.perform(&draft(wording.clone())).unwrap();
    let row = |session: &Session| session.board().agreement_row(id, session.today()).unwrap().unwrap();
    let mut bound = row(&session).bound;
    bound.sort();
    let mut both = vec![ayu, budi];
    both.sort();
    assert_eq!((row(&session).state, bound), (AgreementState::InForce, both));
    assert_eq!((row(&session).decision, row(&session).agreed.len()), (Some(decision.into()), 1));
    assert_eq!(session.board().known_agreements(session.today()).unwrap().len(), 1);
    // Budi objects on a machine that has not heard of the adoption.
    let here = session.environment.clone();
    session.stand_in(here.clone().apart());
    say(&mut session, budi, decision, Word::Objection);
    session.stand_in(here);
    assert_eq!(stands(&session, decision), State::Contested);
    assert_eq!((row(&session).state, row(&session).decision), (AgreementState::Proposed, None));
    let again = AgreementId(session.new_id());
    let draft = Command::DraftAgreement(DraftAgreement { id: again, kind, wording });
    assert_eq!(session.perform(&draft).unwrap_err().kind, ErrorKind::Refused);
    // He is content after all, and it is adopted anew.
    say(&mut session, budi, decision, Word::Consent);
    adopt(&mut session, decision);
    assert_eq!(row(&session).state, AgreementState::InForce);
    // Another decision takes its place, and wrote nothing of it.
    adopted(&mut session, [ayu, budi], "No stand-up any more", Some(decision));
    assert_eq!(
        (stands(&session, decision), row(&session).state),
        (State::Replaced, AgreementState::Proposed)
    );
}

#[test]
fn who_was_here_and_not_waited_for_is_asked() {
    let (mut session, ayu, budi) = two();
    session.join("Citra", None).unwrap();
    let citra = session.me().unwrap();
    session.become_member(ayu).unwrap();
    let (first, second) = (
        propose(&mut session, "Deliver on Saturdays", None),
        propose(&mut session, "Deliver on Sundays", None),
    );
    for decision in [first, second] {
        say(&mut session, ayu, decision, Word::Consent);
        say(&mut session, budi, decision, Word::Consent);
        let text = "Who drives?".to_owned();
        session.perform(&Command::AskDecision(AskDecision { decision, text })).unwrap();
    }
    let asked = |session: &Session, decision: DecisionId| -> Vec<String> {
        let held = session.board().findings_about(decision.into(), session.now(), session.today()).unwrap();
        held.iter().map(|held| session.say_finding(held).unwrap()).collect()
    };
    session.become_member(citra).unwrap();
    let from = Some(session.today());
    session.perform(&Command::Away(Away { from, until: None })).unwrap();
    session.become_member(ayu).unwrap();
    adopt(&mut session, first);
    session.become_member(citra).unwrap();
    session.perform(&Command::Away(Away { from: None, until: None })).unwrap();
    // Ayu adopts the other on a machine that has not heard that Citra is back.
    let here = session.environment.clone();
    session.stand_in(here.clone().apart());
    session.become_member(ayu).unwrap();
    adopt(&mut session, second);
    session.stand_in(here);
    assert_eq!((stands(&session, first), stands(&session, second)), (State::Adopted, State::Adopted));
    assert_eq!(asked(&session, first), [""; 0], "she was away");
    let handle = session.board().handle_of(second).unwrap();
    let said = "was adopted without waiting for Citra, who was here by their own records";
    assert_eq!(asked(&session, second), [format!("{handle} {said}")]);
    // What she says now is heard, and answers it.
    say(&mut session, citra, second, Word::Concern);
    assert_eq!((stands(&session, second), asked(&session, second)), (State::Adopted, vec![]));
}

#[test]
fn what_was_replaced_stands_again_while_the_other_is_contested() {
    let (mut session, ayu, budi) = two();
    let first = adopted(&mut session, [ayu, budi], "Deliver on Saturdays", None);
    let second = propose(&mut session, "Deliver on Sundays", Some(first));
    say(&mut session, ayu, second, Word::Consent);
    say(&mut session, budi, second, Word::Consent);
    session.become_member(ayu).unwrap();
    adopt(&mut session, second);
    assert_eq!((stands(&session, first), stands(&session, second)), (State::Replaced, State::Adopted));
    // Budi objects on a machine that has not heard of it.
    let here = session.environment.clone();
    session.stand_in(here.clone().apart());
    say(&mut session, budi, second, Word::Objection);
    session.stand_in(here);
    assert_eq!((stands(&session, first), stands(&session, second)), (State::Adopted, State::Contested));
    assert_eq!(session.board().decision_counts().unwrap(), (1, 1));
    let listed = session.board().decisions(Decided::InForce, 0, 9).unwrap();
    assert_eq!(listed.iter().map(|row| row.id).collect::<Vec<_>>(), [second, first]);
    let listed = session.board().decisions_for(Some(budi), Decided::InForce, 0, 9).unwrap();
    assert_eq!(listed.iter().map(|row| row.id).collect::<Vec<_>>(), [second, first]);
    // Their own word settles it, and it is adopted anew.
    say(&mut session, budi, second, Word::Concern);
    assert_eq!(stands(&session, second), State::Contested, "what they say now knew of it");
    adopt(&mut session, second);
    assert_eq!((stands(&session, first), stands(&session, second)), (State::Replaced, State::Adopted));
    assert_eq!(session.rebuild().unwrap().differed, Vec::<&str>::new());
}

#[test]
fn lists_count_whom_the_page_counts() {
    let (mut session, ayu, budi) = two();
    let done = adopted(&mut session, [ayu, budi], "Deliver on Saturdays", None);
    let open = propose(&mut session, "Deliver on Sundays", None);
    say(&mut session, ayu, open, Word::Consent);
    session.become_member(budi).unwrap();
    let counted = |session: &Session| {
        let rows = session.board().decisions(Decided::All, 0, 9).unwrap();
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [open, done]);
        let heard = session.heard(&rows).unwrap();
        for (row, heard) in rows.iter().zip(&heard) {
            let standing = session.standing(&session.decision(row.id).unwrap(), None).unwrap().unwrap();
            assert_eq!((standing.heard, standing.asked), *heard, "{}", row.title);
        }
        heard
    };
    assert_eq!(counted(&session), [(1, 2), (2, 2)]);
    session.perform(&Command::Away(Away { from: Some(session.today()), until: None })).unwrap();
    assert_eq!(counted(&session), [(1, 1), (2, 2)], "what is adopted stays as it was counted");
    session.perform(&Command::Leave(Leave)).unwrap();
    assert_eq!(counted(&session), [(1, 1), (2, 2)]);
}

#[test]
fn how_we_decide_is_followed_where_nothing_else_is_said_and_asked_about_once_where_it_is() {
    let session = crate::testing::sample_team(Environment::fixed(
        "2026-11-18T09:30:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into(),
        "decided by",
    ));
    let decided = |title, kind, anyway| session.decided_by(title, kind, anyway);
    let (kind, under) = decided("Buy a van for 900,000 rupiah", None, false).unwrap();
    assert_eq!((kind, under.is_some()), (DecisionKind::Consent, true));
    let refused = decided("Buy a van for 900,000 rupiah", Some(DecisionKind::Vote), false).unwrap_err();
    assert_eq!(refused.message, "how we decide (sav) says consent here, not vote");
    let anyway = decided("Buy a van for 900,000 rupiah", Some(DecisionKind::Vote), true).unwrap();
    assert_eq!(anyway, (DecisionKind::Vote, None), "what is decided under a named rule stays true");
    // Of a sum that is not named, or is smaller, nobody knows or it does not hold.
    for title in ["Buy a van", "Buy pens for 20,000 rupiah", "Paint the door"] {
        assert_eq!(decided(title, None, false).unwrap(), (DecisionKind::Consent, None), "{title}");
    }
}

/// How many of what was said `who` sees at each event of the past, from the last one back; and how often a search finds it.
fn seen_in_the_past(session: &mut Session, who: MemberId, decision: DecisionId) -> (Vec<usize>, usize) {
    let (mut seen, mut found) = (Vec::new(), 0);
    session.stride(Stride::Present).unwrap();
    while session.travel().unwrap() {}
    while session.stride(Stride::EventBack).is_ok() {
        while session.travel().unwrap() {}
        let Ok(then) = session.decision(decision) else { break };
        let standing = session.standing(&then, Some(who)).unwrap().unwrap();
        let (of, out) = (session.me(), session.decision_out(decision).unwrap().unwrap());
        let told = |stance: &crate::exchange::bundle::Stance| stance.reason.is_some();
        let exported = out.stances.iter().filter(|stance| told(stance)).count();
        seen.push(standing.voices.iter().filter(|voice| voice.said.is_some()).count());
        assert!(of != Some(who) || exported <= *seen.last().unwrap());
        found += session.board().search("because", 9).unwrap().len();
    }
    session.leave_replay();
    (seen, found)
}

#[test]
fn what_is_hidden_now_is_hidden_in_the_past_too() {
    let (mut session, ayu, budi) = two();
    let id = DecisionId(session.new_id());
    let propose = Propose {
        hide: Some(Hide::Own),
        ..Propose::titled(id, DecisionKind::Consent, "Deliver on Saturdays".to_owned(), vec![ayu, budi])
    };
    session.perform(&Command::Propose(propose)).unwrap();
    say(&mut session, budi, id, Word::Objection);
    session.perform(&Command::ShowStances(ShowStances { decision: id })).unwrap();
    // Shown to all for a moment: the record of it lies in the past, and what it showed is kept again.
    assert_eq!(seen_in_the_past(&mut session, ayu, id), (vec![1, 0, 0], 1));
    session.undo().unwrap();
    assert_eq!(seen_in_the_past(&mut session, ayu, id), (vec![0; 4], 0));
    assert_eq!(seen_in_the_past(&mut session, budi, id).0, [1, 1, 1, 0], "one's own is one's own");
    // Once both have spoken all see it, until somebody comes who has not.
    say(&mut session, ayu, id, Word::Consent);
    assert_eq!(seen_in_the_past(&mut session, ayu, id).0, [2, 0, 1, 0, 0]);
    session.join("Citra", None).unwrap();
    let citra = session.me().unwrap();
    assert_eq!(seen_in_the_past(&mut session, citra, id).0[0], 2);
    session.perform(&Command::JoinDecision(JoinDecision { decision: id })).unwrap();
    let (seen, found) = seen_in_the_past(&mut session, citra, id);
    assert_eq!((seen.iter().sum::<usize>(), found), (0, 0), "{seen:?}");
}
