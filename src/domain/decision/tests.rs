//! Small situations, with names: what happens, and what the board says.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::*;
use crate::domain::decide::{
    Adopt, Amend, AnswerDecision, AskDecision, CarryDecision, Command, JoinDecision, JudgeTrial, NoDecision,
    Proposal, Propose, Refusal, RenewDecision, Scene, ShowStances, StepOut, TakeStance, TestObjection,
    WithdrawDecision, decide, undo, unsettles,
};
use crate::domain::event::{DecisionAdopted, Event, MemberAway, MemberJoined, MemberLeft};
use crate::domain::id::{BoardId, ReplicaId};
use crate::domain::record::{Draft, Tip};
use crate::domain::subject::{Kind, Subject};
use Word::{Advice, Concern, Consent, No, Objection, Yes};

const BOARD: BoardId = BoardId(Uuid::from_u128(1));
const IT: DecisionId = DecisionId(Uuid::from_u128(2));
const AYU: MemberId = MemberId(Uuid::from_u128(10));
const BUDI: MemberId = MemberId(Uuid::from_u128(11));
const CITRA: MemberId = MemberId(Uuid::from_u128(12));
const DEWI: MemberId = MemberId(Uuid::from_u128(13));
const ALL: [MemberId; 4] = [AYU, BUDI, CITRA, DEWI];
/// Wednesday 18 November 2026, 09:00 UTC.
const NOW: At = At(1_794_992_400_000);

/// What is known at one desk.
#[derive(Clone)]
struct Desk {
    tip: Tip,
    records: Vec<Record>,
    now: At,
}

impl Desk {
    /// Ayu proposes it to Budi and Citra; Dewi is no party.
    fn with(edit: impl FnOnce(&mut Propose)) -> Desk {
        let tip = Tip { replica: ReplicaId([1; 16]), count: 0, last: RecordId::ZERO, lamport: 0 };
        let mut desk = Desk { tip, records: Vec::new(), now: NOW };
        for member in ALL {
            let name = member.to_string();
            let joined = MemberJoined { name, initials: None, source: None, file: None, at: None };
            desk.write(member, Draft::new(member, joined));
        }
        let title = "Deliver on Saturdays".to_owned();
        let mut propose = Propose::titled(IT, DecisionKind::Consent, title, vec![AYU, BUDI, CITRA]);
        edit(&mut propose);
        desk.perform(AYU, Command::Propose(propose)).unwrap();
        desk
    }

    fn of(kind: DecisionKind) -> Desk {
        Desk::with(|propose| {
            propose.kind = kind;
            propose.asked = vec![BUDI, CITRA];
        })
    }

    /// Another one, on which all of this is known.
    fn apart(&self) -> Desk {
        let n = self.tip.replica.0[0] + 1;
        let tip = Tip { replica: ReplicaId([n; 16]), count: 0, last: RecordId::ZERO, ..self.tip };
        Desk { tip, ..self.clone() }
    }

    fn hears(&mut self, other: &Desk) {
        let known: BTreeSet<RecordId> = self.records.iter().map(|record| record.id).collect();
        self.records.extend(other.records.iter().filter(|record| !known.contains(&record.id)).cloned());
        self.records.sort_by(Record::canonical);
        self.tip.lamport = self.tip.lamport.max(other.tip.lamport);
    }

    fn write(&mut self, by: MemberId, draft: Draft) -> RecordId {
        let record = Record::write(draft, BOARD, by, self.now, &mut self.tip).0;
        self.records.push(record.clone());
        record.id
    }

    fn subject(&self, kind: Kind, id: SubjectId) -> Subject {
        Subject::fold(kind, id, &self.of_subject(id))
    }

    fn of_subject(&self, id: SubjectId) -> Vec<Record> {
        self.records.iter().filter(|record| record.subject == id).cloned().collect()
    }

    fn it(&self) -> Decision {
        match self.subject(Kind::Decision, IT.into()) {
            Subject::Decision(decision) => *decision,
            other => unreachable!("{other:?}"),
        }
    }

    fn state(&self) -> State {
        self.it().state()
    }

    fn head(&self) -> RecordId {
        self.it().heads(None)[0]
    }

    fn perform(&mut self, me: MemberId, command: Command) -> Result<(), Refusal> {
        let mut scene = Scene::new(BOARD, me, self.now, self.now.day());
        for member in ALL {
            scene.put(member.into(), self.subject(Kind::Member, member.into()));
        }
        if self.it().origin.is_some() {
            scene.put(IT.into(), self.subject(Kind::Decision, IT.into()));
        }
        for draft in decide(&command, &scene)? {
            self.write(me, draft);
        }
        Ok(())
    }

    fn refused(&mut self, me: MemberId, command: Command) -> NoDecision {
        match self.perform(me, command.clone()) {
            Err(Refusal::Decision { why, .. }) => why,
            other => panic!("{command:?}: {other:?}"),
        }
    }

    fn stance(&self, word: Word) -> TakeStance {
        TakeStance { picks: vec![0], ..TakeStance::plain(IT, self.head(), word, Some("because".into())) }
    }

    fn says(&mut self, who: MemberId, word: Word) {
        let stance = self.stance(word);
        self.perform(who, Command::TakeStance(stance)).unwrap();
    }

    /// The three parties say the same.
    fn all_say(&mut self, word: Word) {
        for who in [AYU, BUDI, CITRA] {
            self.says(who, word);
        }
    }

    fn adopt(&self) -> Command {
        Command::Adopt(Adopt { decision: IT, version: self.head(), review: None, took: None })
    }

    fn adopts(&mut self, who: MemberId) {
        let adopt = self.adopt();
        self.perform(who, adopt).unwrap();
    }

    /// What stands in the way.
    fn lacks(&mut self) -> NoDecision {
        let adopt = self.adopt();
        self.refused(AYU, adopt)
    }

    fn change(&self, text: &str) -> Amend {
        let decision = self.it();
        let heads = decision.heads(None);
        let before = decision.version(heads[0]).map(Proposal::of).unwrap();
        let proposal = Proposal { text: Some(text.into()), ..before };
        Amend { decision: IT, saw: heads, proposal, meets: Vec::new() }
    }

    fn amends(&mut self, who: MemberId, text: &str) {
        let amend = self.change(text);
        self.perform(who, Command::Amend(amend)).unwrap();
    }

    fn leaves(&mut self, who: MemberId) {
        self.write(who, Draft::new(who, MemberLeft { at: None, by: None, from: None }));
    }

    fn is_away(&mut self, who: MemberId) {
        let away = MemberAway { from: Some(self.now.day()), until: None, by: None, at: None, source: None };
        self.write(who, Draft::new(who, away));
    }

    /// Takes back the last thing that somebody wrote of it.
    fn undoes(&mut self, who: MemberId) -> Result<(), Refusal> {
        let history = self.of_subject(IT.into());
        let last = history.iter().rev().find(|record| record.author == who).unwrap().id;
        let mut after = self.clone();
        for draft in undo(who, &[last], &history)? {
            after.write(who, draft);
        }
        if let Some(why) = unsettles(&self.it(), &after.it(), |_| None) {
            return Err(Refusal::Decision { decision: IT, why });
        }
        *self = after;
        Ok(())
    }
}

fn lack(lack: Lack) -> NoDecision {
    NoDecision::Lacks(lack)
}

fn nowhere() -> RecordId {
    RecordId([9; 32])
}

#[test]
fn two_amendments_apart_stand_side_by_side_until_one_names_both() {
    let mut here = Desk::of(DecisionKind::Consent);
    let mut there = here.apart();
    here.amends(AYU, "by bike");
    there.amends(BUDI, "by car");
    here.hears(&there);
    assert_eq!(here.it().heads(None).len(), 2);
    assert_eq!(here.lacks(), NoDecision::AmendedApart);
    let one = Amend { saw: vec![here.head()], ..here.change("by foot") };
    assert_eq!(here.refused(CITRA, Command::Amend(one)), NoDecision::AmendedApart);
    here.amends(CITRA, "by bike and car");
    assert_eq!(here.it().heads(None).len(), 1);
    here.all_say(Consent);
    here.adopts(AYU);
    assert_eq!(here.state(), State::Adopted);
}

#[test]
fn an_amendment_made_apart_contests_an_adoption_and_one_that_knew_of_it_does_not() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.all_say(Consent);
    let mut there = here.apart();
    here.adopts(AYU);
    there.amends(BUDI, "by car");
    here.hears(&there);
    let version = here.head();
    assert_eq!(here.it().contested()[0].1, Unsound::Amended(vec![version]));
    assert_eq!(here.state(), State::Contested);
    // Whoever amends it now knows of both: it is to be decided anew, and no more contested.
    here.amends(CITRA, "by bike");
    assert_eq!(here.state(), State::Draft);
}

#[test]
fn the_same_adopted_twice_is_adopted_once() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.all_say(Consent);
    let mut there = here.apart();
    here.adopts(AYU);
    there.adopts(BUDI);
    here.hears(&there);
    assert_eq!((here.state(), here.it().adopted().unwrap().by), (State::Adopted, AYU));
    assert!(here.it().contested().is_empty());
}

#[test]
fn an_objection_that_was_made_apart_contests_until_its_author_comes_round_or_it_is_amended() {
    let mut here = Desk::with(|propose| propose.quorum = Some(2));
    here.says(AYU, Consent);
    here.says(BUDI, Consent);
    let mut there = here.apart();
    here.adopts(BUDI);
    there.says(CITRA, Objection);
    here.hears(&there);
    assert_eq!(here.state(), State::Contested);
    assert_eq!(here.it().contested()[0].1, Unsound::Lacks(Lack::Objects(vec![CITRA])));
    let mut amended = here.clone();
    here.says(CITRA, Concern);
    assert_eq!(here.state(), State::Contested, "the one that was written without her does not hold");
    here.adopts(AYU);
    assert_eq!((here.state(), here.it().adopted().unwrap().by), (State::Adopted, AYU));
    amended.amends(BUDI, "by car");
    assert_eq!(amended.state(), State::Draft);
    assert_eq!(amended.lacks(), lack(Lack::Owed(vec![CITRA])));
}

#[test]
fn a_stance_after_the_closing_day_counts() {
    let mut here = Desk::with(|propose| propose.closes = Some(NOW.day()));
    here.now = NOW.plus_days(7);
    here.all_say(Consent);
    here.adopts(AYU);
    assert_eq!(here.state(), State::Adopted);
}

#[test]
fn what_is_said_after_the_adoption_is_kept_and_unsettles_nothing() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.all_say(Consent);
    here.adopts(AYU);
    here.says(CITRA, Objection);
    let decision = here.it();
    let adoption = decision.adopted().unwrap();
    let said = |without| decision.standing(adoption.version, without)[&CITRA].word;
    assert_eq!((said(None), said(Some(adoption.id))), (Objection, Consent));
    let amend = here.change("by car");
    assert_eq!(here.refused(CITRA, Command::Amend(amend)), NoDecision::Adopted);
    here.perform(DEWI, Command::JoinDecision(JoinDecision { decision: IT })).unwrap();
    assert_eq!(here.state(), State::Adopted, "whoever comes later knows of it");
}

#[test]
fn who_joins_apart_is_to_be_heard() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.all_say(Consent);
    let mut there = here.apart();
    here.adopts(AYU);
    there.perform(DEWI, Command::JoinDecision(JoinDecision { decision: IT })).unwrap();
    here.hears(&there);
    assert!(matches!(here.it().contested()[0].1, Unsound::Lacks(Lack::Unheard { heard: 3, of: 4, .. })));
}

#[test]
fn what_its_proposer_gave_up_anybody_carries_on() {
    let mut here = Desk::of(DecisionKind::Consent);
    let withdraw = || Command::WithdrawDecision(WithdrawDecision { decision: IT, why: None });
    assert_eq!(here.refused(BUDI, withdraw()), NoDecision::HeldOpen(vec![AYU]));
    here.perform(AYU, withdraw()).unwrap();
    assert_eq!(here.state(), State::Withdrawn);
    let stance = here.stance(Consent);
    assert_eq!(here.refused(BUDI, Command::TakeStance(stance)), NoDecision::GivenUp);
    assert_eq!(here.lacks(), NoDecision::GivenUp);
    let carry = || Command::CarryDecision(CarryDecision { decision: IT });
    here.perform(BUDI, carry()).unwrap();
    assert_eq!(here.refused(BUDI, carry()), NoDecision::Proposed(BUDI));
    assert_eq!(here.state(), State::Draft);
    here.leaves(BUDI);
    assert_eq!(here.state(), State::Draft, "it stands when its proposer leaves");
}

#[test]
fn who_left_is_not_waited_for_and_who_is_away_only_where_they_neither_spoke_nor_are_owed() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.says(AYU, Consent);
    here.says(BUDI, Consent);
    here.says(CITRA, Objection);
    let mut left = here.clone();
    here.is_away(CITRA);
    assert_eq!(here.lacks(), lack(Lack::Objects(vec![CITRA])));
    let mut owed = here.clone();
    owed.amends(AYU, "by car");
    owed.says(AYU, Consent);
    owed.says(BUDI, Consent);
    assert_eq!(owed.lacks(), lack(Lack::Owed(vec![CITRA])));
    left.leaves(CITRA);
    left.adopts(AYU);
    let decision = left.it();
    let adoption = decision.adopted().unwrap();
    assert_eq!(adoption.excused, [Excused { member: CITRA, why: Absence::Left }]);
    assert_eq!(decision.standing(adoption.version, None)[&CITRA].word, Objection, "it is kept");
    let mut silent = Desk::of(DecisionKind::Consent);
    silent.says(AYU, Consent);
    silent.says(BUDI, Consent);
    silent.is_away(CITRA);
    silent.adopts(AYU);
    assert_eq!(silent.it().adopted().unwrap().excused, [Excused { member: CITRA, why: Absence::Away }]);
}

#[test]
fn that_somebody_is_away_frees_them_in_a_forged_line_no_more_than_here() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.says(AYU, Consent);
    here.says(BUDI, Consent);
    here.says(CITRA, Objection);
    let forged = |version: RecordId| DecisionAdopted {
        version,
        review: None,
        saw: Vec::new(),
        excused: vec![Excused { member: CITRA, why: Absence::Away }],
        result: None,
        took: None,
    };
    let version = here.head();
    here.write(BUDI, Draft::new(IT, forged(version)));
    assert_eq!(here.it().contested()[0].1, Unsound::Lacks(Lack::Objects(vec![CITRA])));
    here.amends(AYU, "by car");
    here.says(AYU, Consent);
    here.says(BUDI, Consent);
    let version = here.head();
    here.write(BUDI, Draft::new(IT, forged(version)));
    assert_eq!(here.it().contested()[0].1, Unsound::Lacks(Lack::Owed(vec![CITRA])));
}

#[test]
fn of_two_stances_of_one_author_apart_the_stricter_holds() {
    let mut here = Desk::of(DecisionKind::Consent);
    let mut there = here.apart();
    here.all_say(Consent);
    there.says(CITRA, Objection);
    here.hears(&there);
    assert_eq!(here.lacks(), lack(Lack::Objects(vec![CITRA])));
    // The next word of hers names both.
    here.says(CITRA, Concern);
    here.adopts(AYU);
}

#[test]
fn only_its_author_takes_a_stance_back() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.all_say(Objection);
    let (version, of_citra) = (here.head(), here.it().stances[2].id);
    let stance = DecisionStanceOf(version).into_event();
    here.write(BUDI, Draft::new(IT, stance).ending([of_citra]));
    assert_eq!(here.it().standing(version, None)[&CITRA].word, Objection);
    assert_eq!(here.it().own(CITRA, version).count(), 1);
    let undone = crate::domain::event::RecordUndone { record: of_citra };
    here.write(BUDI, Draft::new(IT, Event::Undone(undone)).ending([of_citra]));
    assert_eq!(here.it().standing(version, None)[&CITRA].word, Objection);
}

/// A consent as it stands on the wire.
struct DecisionStanceOf(RecordId);

impl DecisionStanceOf {
    fn into_event(self) -> Event {
        crate::domain::event::DecisionStance {
            version: self.0,
            stance: Consent,
            reason: None,
            picks: Vec::new(),
            nominates: None,
            after: Vec::new(),
            hidden: false,
        }
        .into()
    }
}

#[test]
fn of_adoptions_one_below_the_other_the_later_version_holds() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.all_say(Consent);
    here.adopts(AYU);
    let first = here.it().adopted().unwrap().id;
    // As by somebody elsewhere, who knew of the adoption and for whom it was contested.
    let amended = crate::domain::event::DecisionAmended {
        title: "Deliver on Sundays".into(),
        why: None,
        text: None,
        nominee: None,
        trial: None,
        options: Vec::new(),
        meets: Vec::new(),
        after: vec![first],
    };
    let version = here.head();
    let second = here.write(CITRA, Draft::new(IT, amended).ending([version]));
    for who in [AYU, BUDI, CITRA] {
        here.write(who, Draft::new(IT, DecisionStanceOf(second).into_event()));
    }
    assert_eq!(here.it().adopted().unwrap().version, version);
    let adopted = DecisionAdopted {
        version: second,
        review: None,
        saw: Vec::new(),
        excused: Vec::new(),
        result: None,
        took: None,
    };
    here.write(BUDI, Draft::new(IT, adopted));
    assert_eq!((here.state(), here.it().adopted().unwrap().version), (State::Adopted, second));
}

#[test]
fn the_first_draft_makes_the_decision() {
    let mut here = Desk::of(DecisionKind::Consensus);
    let drafted = here.of_subject(IT.into())[0].event.clone().unwrap();
    let Event::Decision(DecisionEvent::Drafted(mut again)) = drafted else { panic!("{drafted:?}") };
    (again.kind, again.parties) = (DecisionKind::Vote, vec![DEWI]);
    here.write(DEWI, Draft::new(IT, again));
    let decision = here.it();
    assert_eq!((decision.kind, decision.versions.len()), (DecisionKind::Consensus, 1));
    assert!(!decision.is_party(DEWI) && decision.proposers().eq([AYU]));
}

#[test]
fn consent_needs_the_quorum_heard_and_nobody_who_objects() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.says(AYU, Consent);
    let missing = vec![BUDI, CITRA];
    assert_eq!(here.lacks(), lack(Lack::Unheard { heard: 1, of: 3, missing }));
    let mut few = Desk::with(|propose| propose.quorum = Some(2));
    few.says(AYU, Consent);
    few.says(BUDI, Objection);
    assert_eq!(few.lacks(), lack(Lack::Objects(vec![BUDI])));
    few.says(BUDI, Word::Abstain);
    few.adopts(AYU);
}

#[test]
fn an_experiment_says_how_it_is_judged() {
    let mut here = Desk::of(DecisionKind::Experiment);
    here.all_say(Consent);
    assert_eq!(here.lacks(), lack(Lack::NoTrial));
    let (tried, judged, stop) = ("both".into(), "the till".into(), "below ten".into());
    let trial = Some(Trial { tried, judged, stop, ends: NOW.day() });
    let mut change = here.change("for a week");
    change.proposal.trial = trial;
    here.perform(AYU, Command::Amend(change)).unwrap();
    here.all_say(Consent);
    let judge =
        || Command::JudgeTrial(JudgeTrial { decision: IT, verdict: Judgement::Keep, why: "sold out".into() });
    assert_eq!(here.refused(AYU, judge()), NoDecision::NotAdopted);
    here.adopts(AYU);
    assert_eq!(here.refused(DEWI, judge()), NoDecision::JoinFirst);
    here.perform(BUDI, judge()).unwrap();
    assert_eq!(here.refused(AYU, judge()), NoDecision::NoTrialRuns);
}

#[test]
fn a_selection_needs_the_yes_of_the_one_who_is_nominated() {
    let mut here = Desk::of(DecisionKind::Selection);
    let nominate = TakeStance { nominates: Some(DEWI), ..here.stance(Word::Nominate) };
    here.perform(BUDI, Command::TakeStance(nominate)).unwrap();
    assert_eq!(here.lacks(), lack(Lack::NoNominee));
    let mut change = here.change("Dewi it is");
    change.proposal.nominee = Some(DEWI);
    here.perform(AYU, Command::Amend(change)).unwrap();
    here.all_say(Consent);
    assert_eq!(here.lacks(), lack(Lack::NomineeYes(DEWI)));
    here.perform(DEWI, Command::JoinDecision(JoinDecision { decision: IT })).unwrap();
    here.says(DEWI, Word::Abstain);
    assert_eq!(here.lacks(), lack(Lack::NomineeYes(DEWI)));
    here.says(DEWI, Consent);
    here.adopts(AYU);
}

#[test]
fn consensus_hears_all_whatever_the_quorum() {
    let mut here = Desk::with(|propose| {
        propose.kind = DecisionKind::Consensus;
        propose.quorum = Some(1);
    });
    here.says(AYU, Consent);
    here.says(BUDI, Word::StandAside);
    assert_eq!(here.lacks(), lack(Lack::Unheard { heard: 2, of: 3, missing: vec![CITRA] }));
    here.says(CITRA, Objection);
    assert_eq!(here.lacks(), lack(Lack::Objects(vec![CITRA])));
    here.says(CITRA, Concern);
    here.adopts(AYU);
}

#[test]
fn a_vote_hears_over_half_and_more_are_for_it_than_against() {
    let mut here = Desk::of(DecisionKind::Vote);
    here.says(AYU, Yes);
    assert_eq!(here.lacks(), lack(Lack::Unheard { heard: 1, of: 3, missing: vec![BUDI, CITRA] }));
    here.says(BUDI, No);
    assert_eq!(here.lacks(), lack(Lack::NotCarried { yes: 1, no: 1 }));
    here.says(CITRA, Yes);
    here.adopts(BUDI);
    let mut apart = here.clone();
    apart.says(CITRA, No);
    assert_eq!(apart.state(), State::Adopted, "she knew of it");
}

#[test]
fn of_options_the_one_is_chosen_that_has_the_most_picks_alone() {
    let mut here = Desk::with(|propose| {
        propose.kind = DecisionKind::Vote;
        propose.proposal.options = vec!["red".into(), "blue".into()];
    });
    let picks = |desk: &mut Desk, who: MemberId, picks: Vec<u32>| {
        let stance = TakeStance { picks, ..desk.stance(Yes) };
        desk.perform(who, Command::TakeStance(stance))
    };
    let no_option = |why: Result<(), Refusal>| match why {
        Err(Refusal::Decision { why: NoDecision::NoOption(2), .. }) => {}
        other => panic!("{other:?}"),
    };
    no_option(picks(&mut here, AYU, vec![2]));
    no_option(picks(&mut here, AYU, Vec::new()));
    picks(&mut here, AYU, vec![0]).unwrap();
    picks(&mut here, BUDI, vec![1]).unwrap();
    assert_eq!(here.lacks(), lack(Lack::Level));
    picks(&mut here, CITRA, vec![0, 1]).unwrap();
    assert_eq!(here.lacks(), lack(Lack::Level));
    picks(&mut here, BUDI, vec![0, 1]).unwrap();
    here.adopts(CITRA);
    assert_eq!(here.it().adopted().unwrap().result, Some(0));
}

#[test]
fn who_asks_for_advice_decides_and_says_what_became_of_it() {
    let nobody = Propose {
        kind: DecisionKind::Advice,
        ..Propose::titled(IT, DecisionKind::Advice, "Buy a printer".into(), Vec::new())
    };
    let mut here = Desk::of(DecisionKind::Advice);
    let mut empty = Desk { records: here.records[..ALL.len()].to_vec(), ..here.clone() };
    assert_eq!(empty.refused(AYU, Command::Propose(nobody)), NoDecision::NoParties);
    here.says(BUDI, Advice);
    let took = |desk: &Desk, took: &str| {
        let took = Some(took.to_owned());
        Command::Adopt(Adopt { decision: IT, version: desk.head(), review: None, took })
    };
    let adopt = took(&here, "all of it");
    assert!(
        matches!(here.refused(AYU, adopt.clone()), NoDecision::JustAsked { missing, .. } if missing == [CITRA])
    );
    here.now = NOW.plus_days(7);
    let blank = took(&here, " ");
    assert_eq!(here.refused(AYU, blank), lack(Lack::NoTook));
    assert_eq!(here.refused(BUDI, adopt.clone()), lack(Lack::NotProposer));
    here.perform(AYU, adopt).unwrap();
    assert_eq!(here.state(), State::Adopted);
}

#[test]
fn what_is_said_of_a_version_fits_its_kind_is_of_a_party_and_says_why() {
    let mut here = Desk::of(DecisionKind::Consent);
    let no = here.stance(No);
    let fit = Word::of(DecisionKind::Consent, false, false);
    assert_eq!(here.refused(BUDI, Command::TakeStance(no)), NoDecision::Unfit { word: No, fit });
    let silent = TakeStance { reason: Some(" ".into()), ..here.stance(Objection) };
    assert_eq!(here.refused(BUDI, Command::TakeStance(silent)), NoDecision::SayWhy(Objection));
    let stance = here.stance(Consent);
    assert_eq!(here.refused(DEWI, Command::TakeStance(stance.clone())), NoDecision::JoinFirst);
    let join = || Command::JoinDecision(JoinDecision { decision: IT });
    assert_eq!(here.refused(BUDI, join()), NoDecision::IsParty);
    let step_out = Command::StepOut(StepOut { decision: IT });
    assert_eq!(here.refused(DEWI, step_out), NoDecision::JoinFirst);
    here.amends(AYU, "by car");
    assert_eq!(here.refused(BUDI, Command::TakeStance(stance.clone())), NoDecision::OldVersion);
    let old = Adopt { decision: IT, version: stance.version, review: None, took: None };
    assert_eq!(here.refused(AYU, Command::Adopt(old)), NoDecision::OldVersion);
    let old = Amend { saw: vec![stance.version], ..here.change("by bike") };
    assert_eq!(here.refused(AYU, Command::Amend(old)), NoDecision::OldVersion);
    let test = TestObjection { decision: IT, objection: nowhere(), question: Probe::Harm, view: "x".into() };
    assert_eq!(here.refused(AYU, Command::TestObjection(test)), NoDecision::NoSuchObjection);
    let answer = AnswerDecision { decision: IT, question: nowhere(), text: "x".into() };
    assert_eq!(here.refused(AYU, Command::AnswerDecision(answer)), NoDecision::NoSuchQuestion);
    let show = || Command::ShowStances(ShowStances { decision: IT });
    assert_eq!(here.refused(AYU, show()), NoDecision::NothingHidden);
    let renew = Command::RenewDecision(RenewDecision { decision: IT, next: None });
    assert_eq!(here.refused(AYU, renew), NoDecision::NotAdopted);
}

#[test]
fn what_an_adoption_counted_or_others_built_on_is_not_taken_back() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.perform(AYU, Command::AskDecision(AskDecision { decision: IT, text: "why?".into() })).unwrap();
    let question = here.it().questions[0].id;
    let answer = AnswerDecision { decision: IT, question, text: "shops ask".into() };
    here.perform(BUDI, Command::AnswerDecision(answer)).unwrap();
    assert!(matches!(here.undoes(AYU), Err(Refusal::BuiltOn { .. })));
    here.amends(AYU, "by car");
    here.says(BUDI, Consent);
    assert!(matches!(here.undoes(AYU), Err(Refusal::BuiltOn { .. })));
    here.says(AYU, Consent);
    here.says(CITRA, Consent);
    here.adopts(AYU);
    let counted = Err(Refusal::Decision { decision: IT, why: NoDecision::Counted });
    assert_eq!(here.undoes(CITRA), counted);
    here.undoes(AYU).unwrap();
    assert_eq!(here.state(), State::Draft);
    here.undoes(CITRA).unwrap();
    assert_eq!(here.it().heads(None).len(), 1);
    assert_eq!(here.it().standing(here.head(), None).len(), 2);
}

#[test]
fn a_new_version_has_no_stances_and_a_view_moves_nothing() {
    let mut here = Desk::of(DecisionKind::Consent);
    here.all_say(Consent);
    here.says(CITRA, Objection);
    let objection = here.it().own(CITRA, here.head()).next().unwrap().id;
    let test = TestObjection { decision: IT, objection, question: Probe::Cause, view: "already".into() };
    here.perform(BUDI, Command::TestObjection(test)).unwrap();
    assert_eq!((here.it().views.len(), here.lacks()), (1, lack(Lack::Objects(vec![CITRA]))));
    here.amends(AYU, "by car");
    assert!(here.it().standing(here.head(), None).is_empty());
}

#[test]
fn what_is_hidden_until_all_have_spoken_is_adopted_by_nobody_before_and_says_for_whom_it_waits() {
    let mut here = Desk::with(|propose| propose.hide = Some(Hide::All));
    here.says(AYU, Consent);
    here.says(BUDI, Objection);
    here.is_away(CITRA);
    assert_eq!(here.lacks(), lack(Lack::Unheard { heard: 2, of: 3, missing: vec![CITRA] }));
    here.perform(DEWI, Command::ShowStances(ShowStances { decision: IT })).unwrap();
    assert_eq!(here.lacks(), lack(Lack::Objects(vec![BUDI])));
}

#[test]
fn what_is_owed_is_told_only_to_who_saw_it() {
    let mut here = Desk::with(|propose| {
        propose.hide = Some(Hide::Own);
        propose.quorum = Some(1);
    });
    here.says(BUDI, Objection);
    here.amends(CITRA, "by car");
    here.says(AYU, Consent);
    assert_eq!(here.lacks(), lack(Lack::Unheard { heard: 1, of: 3, missing: vec![BUDI, CITRA] }));
}

#[test]
fn what_nobody_proposes_is_not_given_up_twice_also_where_it_is_contested() {
    let mut here = Desk::with(|propose| propose.quorum = Some(2));
    here.says(AYU, Consent);
    here.says(BUDI, Consent);
    let mut there = here.apart();
    here.adopts(BUDI);
    there.says(CITRA, Objection);
    let withdraw = || Command::WithdrawDecision(WithdrawDecision { decision: IT, why: None });
    there.perform(AYU, withdraw()).unwrap();
    here.hears(&there);
    assert_eq!(here.state(), State::Contested);
    assert_eq!(here.refused(AYU, withdraw()), NoDecision::GivenUp);
}

#[test]
fn an_objection_is_resolved_in_the_version_to_which_its_author_says_something_else() {
    let mut here = Desk::with(|propose| propose.quorum = Some(2));
    here.says(CITRA, Objection);
    here.amends(AYU, "by car");
    here.says(CITRA, Consent);
    here.amends(AYU, "by bike");
    here.says(AYU, Consent);
    here.says(BUDI, Consent);
    here.adopts(AYU);
    assert_eq!(here.state(), State::Adopted);
}

#[test]
fn an_adoption_of_another_option_than_was_chosen_does_not_hold() {
    let mut here = Desk::with(|propose| {
        propose.kind = DecisionKind::Vote;
        propose.proposal.options = vec!["red".into(), "blue".into()];
    });
    here.all_say(Yes);
    let adopted = DecisionAdopted {
        version: here.head(),
        review: None,
        saw: Vec::new(),
        excused: Vec::new(),
        result: Some(1),
        took: None,
    };
    here.write(BUDI, Draft::new(IT, adopted));
    assert_eq!(here.it().contested()[0].1, Unsound::Lacks(Lack::Level));
}

#[test]
fn who_objected_and_speaks_on_the_version_or_leaves_owes_nothing() {
    let mut here = Desk::with(|propose| propose.quorum = Some(2));
    here.says(CITRA, Objection);
    here.amends(AYU, "by car");
    here.says(AYU, Consent);
    here.says(BUDI, Consent);
    assert_eq!(here.lacks(), lack(Lack::Owed(vec![CITRA])));
    let mut gone = here.clone();
    gone.leaves(CITRA);
    gone.adopts(AYU);
    assert_eq!(gone.state(), State::Adopted);
    here.says(CITRA, Consent);
    here.adopts(AYU);
    assert_eq!(here.state(), State::Adopted);
}

#[test]
fn who_asks_for_advice_is_not_asked() {
    let mut here = Desk::of(DecisionKind::Advice);
    here.says(BUDI, Advice);
    let (decision, version) = (here.it(), here.head());
    let count = decision.count(version, &[], None);
    assert_eq!((count.parties.clone(), count.missing()), (BTreeSet::from([BUDI, CITRA]), vec![CITRA]));
}

#[test]
fn what_nobody_was_asked_about_is_not_adopted() {
    let mut here = Desk::of(DecisionKind::Consent);
    let excused = [AYU, BUDI, CITRA].map(|member| Excused { member, why: Absence::Left }).to_vec();
    let version = here.head();
    let adopted =
        DecisionAdopted { version, review: None, saw: Vec::new(), excused, result: None, took: None };
    here.write(AYU, Draft::new(IT, adopted));
    let unheard = Lack::Unheard { heard: 0, of: 0, missing: Vec::new() };
    assert_eq!(here.it().contested()[0].1, Unsound::Lacks(unheard));
}

#[test]
fn of_what_was_taken_back_nothing_is_adopted() {
    let mut here = Desk::of(DecisionKind::Consent);
    let mut there = here.apart();
    // One who is asked by their own word is left of it, and was for what was made of it.
    there.perform(DEWI, Command::JoinDecision(JoinDecision { decision: IT })).unwrap();
    there.amends(BUDI, "by car");
    there.all_say(Consent);
    there.says(DEWI, Consent);
    there.adopts(AYU);
    here.undoes(AYU).unwrap();
    here.hears(&there);
    assert!(here.it().adopted().is_none());
}
