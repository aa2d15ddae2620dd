//! Steps back and forth on decisions, and what is hidden in what is read here.

use super::tests::team;
use super::*;
use crate::domain::decide::{
    Adopt, JoinDecision, JudgeTrial, Proposal, Propose, StepOut, TakeStance, TestObjection,
};
use crate::domain::decision::{DecisionKind, Hide, Judgement, Probe, State, Trial, Word};
use crate::domain::id::DecisionId;
use crate::domain::phrase::Read;
use crate::store::JournalFilter;

/// A proposal of all who are here.
fn proposed(session: &mut Session, edit: impl FnOnce(&mut Propose)) -> DecisionId {
    let id = DecisionId(session.new_id());
    let parties = session.board().members_to_decide().unwrap();
    let title = "Deliver on Saturdays".to_owned();
    let mut propose = Propose::titled(id, DecisionKind::Consent, title, parties);
    edit(&mut propose);
    session.perform(&Command::Propose(propose)).unwrap();
    id
}

fn with(names: &[&str]) -> Session {
    let mut session = team("decisions");
    for name in names {
        session.join(name, None).unwrap();
    }
    session.act_as(Some("Ayu")).unwrap();
    session
}

fn say(session: &mut Session, who: &str, decision: DecisionId, word: Word) {
    session.act_as(Some(who)).unwrap();
    let version = session.decision(decision).unwrap().heads(None)[0];
    let reason = Some(format!("as {who} sees it"));
    session.perform(&Command::TakeStance(TakeStance::plain(decision, version, word, reason))).unwrap();
}

fn adopt(session: &mut Session, who: &str, decision: DecisionId) {
    session.act_as(Some(who)).unwrap();
    let version = session.decision(decision).unwrap().heads(None)[0];
    let adopt = Adopt { decision, version, review: None, took: None };
    session.perform(&Command::Adopt(adopt)).unwrap();
}

fn state(session: &Session, decision: DecisionId) -> State {
    session.decision(decision).unwrap().state()
}

#[test]
fn an_adoption_is_done_again_only_where_it_could_be_written_now() {
    let mut session = with(&["Budi"]);
    let id = proposed(&mut session, |_| {});
    say(&mut session, "Budi", id, Word::Consent);
    say(&mut session, "Ayu", id, Word::Consent);
    adopt(&mut session, "Ayu", id);
    session.undo().unwrap();
    session.redo().unwrap();
    assert_eq!(state(&session, id), State::Adopted);
    session.undo().unwrap();
    say(&mut session, "Budi", id, Word::Objection);
    session.act_as(Some("Ayu")).unwrap();
    let error = session.redo().unwrap_err();
    assert!(error.message.ends_with("meets an open objection: Budi"), "{error}");
    assert_eq!(state(&session, id), State::Draft);
}

#[test]
fn an_objection_that_was_taken_back_is_not_said_again_once_it_was_adopted() {
    let mut session = with(&["Budi", "Citra"]);
    let id = proposed(&mut session, |propose| propose.quorum = Some(2));
    say(&mut session, "Citra", id, Word::Objection);
    session.undo().unwrap();
    say(&mut session, "Budi", id, Word::Consent);
    say(&mut session, "Ayu", id, Word::Consent);
    adopt(&mut session, "Ayu", id);
    session.act_as(Some("Citra")).unwrap();
    let error = session.redo().unwrap_err();
    assert!(error.message.contains("would not be by that"), "{error}");
    assert_eq!(state(&session, id), State::Adopted);
    // Said anew it is heard later, and unsettles nothing.
    say(&mut session, "Citra", id, Word::Objection);
    assert_eq!(state(&session, id), State::Adopted);
}

#[test]
fn who_stepped_out_or_joined_takes_it_not_back_once_it_was_adopted() {
    let mut session = with(&["Budi", "Citra"]);
    let id = proposed(&mut session, |_| {});
    session.act_as(Some("Citra")).unwrap();
    session.perform(&Command::StepOut(StepOut { decision: id })).unwrap();
    say(&mut session, "Budi", id, Word::Consent);
    say(&mut session, "Ayu", id, Word::Consent);
    adopt(&mut session, "Ayu", id);
    session.act_as(Some("Citra")).unwrap();
    let error = session.undo().unwrap_err();
    assert!(error.message.contains("would not be by that"), "{error}");
    session.perform(&Command::JoinDecision(JoinDecision { decision: id })).unwrap();
    assert_eq!(state(&session, id), State::Adopted);
}

#[test]
fn an_adoption_by_which_somebody_judged_the_trial_is_not_taken_back() {
    let mut session = with(&["Budi"]);
    let ends = session.today();
    let trial = Trial { tried: "both".into(), judged: "the till".into(), stop: "below ten".into(), ends };
    let proposal = Proposal { title: "Half price".into(), trial: Some(trial), ..Proposal::default() };
    let id = proposed(&mut session, |propose| {
        propose.kind = DecisionKind::Experiment;
        propose.proposal = proposal;
    });
    say(&mut session, "Budi", id, Word::Consent);
    say(&mut session, "Ayu", id, Word::Consent);
    adopt(&mut session, "Ayu", id);
    session.act_as(Some("Budi")).unwrap();
    let judge = JudgeTrial { decision: id, verdict: Judgement::Keep, why: "twice the shops".into() };
    session.perform(&Command::JudgeTrial(judge)).unwrap();
    session.act_as(Some("Ayu")).unwrap();
    assert!(session.undo().unwrap_err().message.contains("Budi"));
    assert_eq!(state(&session, id), State::Adopted);
}

#[test]
fn who_takes_back_what_they_said_sees_nothing_again() {
    let mut session = with(&["Budi", "Citra"]);
    let id = proposed(&mut session, |propose| propose.hide = Some(Hide::Own));
    say(&mut session, "Budi", id, Word::Objection);
    let sees = |session: &Session| {
        let decision = session.decision(id).unwrap();
        let standing = session.standing(&decision, session.me()).unwrap().unwrap();
        standing.voices.iter().filter(|voice| voice.said.is_some()).count()
    };
    session.act_as(Some("Ayu")).unwrap();
    assert_eq!(sees(&session), 0);
    say(&mut session, "Ayu", id, Word::Consent);
    assert_eq!(sees(&session), 2);
    session.undo().unwrap();
    assert_eq!(sees(&session), 0);
    session.redo().unwrap();
    assert_eq!(sees(&session), 2);
}

#[test]
fn the_journal_says_of_what_is_hidden_that_somebody_spoke() {
    let mut session = with(&["Budi", "Citra"]);
    let id = proposed(&mut session, |propose| propose.hide = Some(Hide::Own));
    say(&mut session, "Budi", id, Word::Objection);
    say(&mut session, "Ayu", id, Word::Consent);
    let objection = session.decision(id).unwrap().stances[0].id;
    let test = TestObjection { decision: id, objection, question: Probe::Harm, view: "not at once".into() };
    session.perform(&Command::TestObjection(test)).unwrap();
    session.act_as(Some("Citra")).unwrap();
    let entries = session.board().events(&JournalFilter::default(), None, 0, 100).unwrap().rows;
    let told = session.say_all(entries, Read::Anywhere).unwrap();
    let said: Vec<String> = told.iter().map(|entry| entry.phrase.text().to_owned()).collect();
    let all = said.join("\n");
    assert!(all.contains("Budi spoke on") && all.contains("Ayu looked at what was said"), "{all}");
    assert!(!all.contains("objection") && !all.contains("sees it") && !all.contains("at once"), "{all}");
}

#[test]
fn what_somebody_owes_who_was_not_to_be_heard_yet_stands_in_no_refusal() {
    let mut session = with(&["Budi", "Citra"]);
    let id = proposed(&mut session, |propose| {
        propose.hide = Some(Hide::Own);
        propose.quorum = Some(1);
    });
    say(&mut session, "Budi", id, Word::Objection);
    session.act_as(Some("Citra")).unwrap();
    let saw = session.decision(id).unwrap().heads(None);
    let proposal = Proposal { title: "Deliver on Sundays".into(), ..Proposal::default() };
    let amend = decide::Amend { decision: id, saw, proposal, meets: Vec::new() };
    session.perform(&Command::Amend(amend)).unwrap();
    // Ayu never spoke on the first version, and does on the second.
    say(&mut session, "Ayu", id, Word::Consent);
    let version = session.decision(id).unwrap().heads(None)[0];
    let adopt = Adopt { decision: id, version, review: None, took: None };
    let error = session.perform(&Command::Adopt(adopt)).unwrap_err();
    assert!(!error.message.contains("objected"), "{error}");
}
