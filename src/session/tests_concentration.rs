//! What hangs on one member is told to that member, and to nobody else.

use super::tests::{add, claim, team};
use super::*;
use crate::domain::decide::{Adopt, Command, EndMeeting, Propose, StartMeeting, TakeStance};
use crate::domain::decision::{DecisionKind, Word};
use crate::domain::id::{DecisionId, MeetingId, MemberId};
use crate::domain::meeting::MeetingKind;

/// A team of four, in which Ayu leads five of six tasks and facilitated four of four meetings; with Ayu's id.
fn four(seed: &str) -> (Session, MemberId) {
    let mut session = team(seed);
    let ayu = session.me().unwrap();
    for n in 0..5 {
        let task = add(&mut session, &format!("Task {n}"));
        claim(&mut session, task).unwrap();
    }
    for _ in 0..4 {
        let meeting = MeetingId(session.new_id());
        let start = StartMeeting { id: meeting, kind: MeetingKind::Standup, retro: None };
        session.perform(&Command::StartMeeting(start)).unwrap();
        session.perform(&Command::EndMeeting(EndMeeting { meeting })).unwrap();
    }
    for name in ["Budi", "Citra", "Dewi"] {
        session.join(name, None).unwrap();
    }
    let task = add(&mut session, "Task 5");
    claim(&mut session, task).unwrap();
    session.become_member(ayu).unwrap();
    (session, ayu)
}

#[test]
fn over_half_of_leads_and_meetings_is_told_to_oneself_alone() {
    let (mut session, ayu) = four("concentrated");
    assert_eq!(
        session.concentrated_on_me().unwrap(),
        ["you lead 5 of the 6 tasks that somebody leads", "you facilitated 4 of the last 4 meetings"]
    );
    let budi = session.board().members(9).unwrap().into_iter().find(|row| row.name == "Budi").unwrap();
    session.become_member(budi.id).unwrap();
    assert_eq!(session.concentrated_on_me().unwrap(), [""; 0]);
    let about = session.board().findings_about(ayu.into(), session.now(), session.today()).unwrap();
    assert_eq!(about, [], "no finding of all");
}

#[test]
fn over_half_of_the_decisions_is_told_to_whoever_proposed_them() {
    let (mut session, ayu) = four("decided");
    for n in 0..4 {
        let id = DecisionId(session.new_id());
        let propose = Propose::titled(id, DecisionKind::Consent, format!("Proposal {n}"), vec![ayu]);
        session.perform(&Command::Propose(propose)).unwrap();
        let version = session.version_to_speak_of(&session.decision(id).unwrap()).unwrap();
        let consent = TakeStance::plain(id, version, Word::Consent, None);
        session.perform(&Command::TakeStance(consent)).unwrap();
        let adopt = Adopt { decision: id, version, review: None, took: None };
        session.perform(&Command::Adopt(adopt)).unwrap();
    }
    let said = session.concentrated_on_me().unwrap();
    assert_eq!(said[1], "you proposed 4 of the last 4 decisions that were adopted");
}

#[test]
fn in_a_team_of_three_nobody_is_told() {
    let (mut session, ayu) = four("spread");
    let members = session.board().members(9).unwrap();
    let dewi = members.iter().find(|row| row.name == "Dewi").unwrap().id;
    session.become_member(dewi).unwrap();
    session.perform(&Command::Leave(crate::domain::decide::Leave)).unwrap();
    session.become_member(ayu).unwrap();
    assert_eq!(session.concentrated_on_me().unwrap(), [""; 0], "three are left");
}
