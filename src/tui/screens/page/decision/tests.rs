use crate::domain::decide::{Adopt, Command, Propose, TakeStance};
use crate::domain::decision::{DecisionKind, State, Word};
use crate::domain::event::{DecisionAmended, DecisionStance};
use crate::domain::id::{DecisionId, MemberId, RecordId};
use crate::domain::record::Draft;
use crate::session::Session;
use crate::tui::shell::desk::Desk;
use crate::tui::testing::{desk, world};

/// A proposal to Ayu, who acts, and Budi, with the record of its only version.
fn proposed() -> (Session, MemberId, DecisionId, RecordId) {
    let mut session = crate::testing::sample_team(world("decided"));
    let (me, budi) = (session.me().unwrap(), session.find::<MemberId>("Budi").unwrap());
    let id = DecisionId(session.new_id());
    let propose = Propose::titled(id, DecisionKind::Consent, "Deliver at dawn".into(), vec![me, budi]);
    session.perform(&Command::Propose(propose)).unwrap();
    let version = session.decision(id).unwrap().versions[0].id;
    (session, budi, id, version)
}

fn amended(text: &str) -> DecisionAmended {
    DecisionAmended {
        title: "Deliver at dawn".into(),
        why: None,
        text: Some(text.into()),
        nominee: None,
        trial: None,
        options: Vec::new(),
        meets: Vec::new(),
        after: Vec::new(),
    }
}

fn state(desk: &Desk, id: DecisionId) -> State {
    desk.session().decision(id).unwrap().state()
}

#[test]
fn versions_that_were_amended_apart_stand_below_each_other_and_one_of_them_goes_on() {
    let (mut session, budi, id, version) = proposed();
    let me = session.me().unwrap();
    session.written_elsewhere(me, vec![Draft::new(id, amended("by bike")).ending([version])]);
    session.written_elsewhere(budi, vec![Draft::new(id, amended("by car")).ending([version])]);
    let mut desk = desk(session, 120, 60);
    desk.press("F9").select("Deliver at dawn").press("Enter");
    let screen = desk.screen();
    assert!(screen.contains("Amended apart") && !screen.contains("Safe to try?"), "{screen}");
    assert!(screen.contains("by bike") && screen.contains("by car"), "{screen}");
    desk.press("c");
    assert!(desk.says().contains("was amended apart"), "nothing is said to either: {}", desk.screen());
    desk.press("e Enter");
    let decision = desk.session().decision(id).unwrap();
    assert_eq!(decision.heads(None).len(), 1, "{}", desk.screen());
    assert_eq!(decision.current().unwrap().text.as_deref(), Some("by bike"));
    desk.press("u e text:both Enter");
    let screen = desk.screen();
    assert!(screen.contains("Ayu: by bike") || screen.contains("Budi: by car"), "{screen}");
}

#[test]
fn an_objection_that_did_not_know_of_the_adoption_contests_it_and_says_how_it_goes_on() {
    let (mut session, budi, id, version) = proposed();
    let consent = |by: MemberId, session: &mut Session| {
        session.become_member(by).unwrap();
        session.perform(&Command::TakeStance(TakeStance::plain(id, version, Word::Consent, None))).unwrap();
    };
    let me = session.me().unwrap();
    consent(budi, &mut session);
    consent(me, &mut session);
    let before = session.decision(id).unwrap().own(budi, version).map(|stance| stance.id).collect::<Vec<_>>();
    session.perform(&Command::Adopt(Adopt { decision: id, version, review: None, took: None })).unwrap();
    let objection = DecisionStance {
        version,
        stance: Word::Objection,
        reason: Some("it is dark".into()),
        picks: Vec::new(),
        nominates: None,
        after: Vec::new(),
        hidden: false,
    };
    session.written_elsewhere(budi, vec![Draft::new(id, objection).ending(before)]);
    let mut desk = desk(session, 200, 60);
    desk.press("F9").select("Deliver at dawn").press("Enter");
    assert_eq!(state(&desk, id), State::Contested);
    let screen = desk.screen();
    assert!(screen.contains("Budi objected before knowing that it was adopted"), "{screen}");
    assert!(screen.contains("adopts it anew"), "{screen}");
    assert!(!screen.contains("says something else"), "another word of Ayu's settles nothing: {screen}");
    desk.press("@ text:Budi Enter");
    assert!(desk.screen().contains("c says something else"), "{}", desk.screen());
    // Whose objection it is makes a concern of it; then it is adopted as it stands.
    desk.press("c Down Enter text:bring_a_lamp Enter x Ctrl-S");
    assert_eq!(state(&desk, id), State::Adopted, "{}", desk.screen());
}
