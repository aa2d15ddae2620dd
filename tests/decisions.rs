//! Decisions hold, whoever writes what, and in whatever order it arrives.
//!
//! Three desks write apart by the commands, each by what has arrived there, and meet now and then. Members leave, come back
//! and are away; some records arrive twice and out of order; and some are forged, written by nobody's command.
//!
//! Each rule of the fold was taken out once, and tests here failed, or else in `src/domain/decision/tests.rs`:
//!
//! | without it | fails |
//! |---|---|
//! | heads, stances, joins and leaves that knew of an adoption do not count against it; own words are taken back by their author alone; who left is excused | here, most kinds |
//! | stricter of two said apart; objections, owed ones; quorum; all heard for consensus; trial; nominee's yes; over half; more yes than no; who asked for advice decides | here, the kinds that have it |
//! | the first draft makes it; contested is over once it was amended | here, one kind |
//! | the later of sound ones | `of_adoptions_one_below_the_other_the_later_version_holds` |
//! | away frees nobody who spoke or is owed | `that_somebody_is_away_frees_them_in_a_forged_line_no_more_than_here` |
//! | alone the most picks | `of_options_the_one_is_chosen_that_has_the_most_picks_alone` |
//! | of a draft that was taken back nothing is made | `what_was_made_of_a_draft_that_was_taken_back_is_no_decision` |
//! | who carries it on settles no earlier adoption | here, advice |
//! | everybody takes back only their own | `only_its_author_takes_a_stance_back`, `src/domain/subject.rs` |

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use proptest::prelude::*;
use proptest::test_runner::{TestCaseResult, TestError, TestRunner};
use setara::domain::calendar::{At, Day};
use setara::domain::decide::{
    Adopt, Amend, AskDecision, Away, CarryDecision, Command, JoinDecision, Leave, MoveDecision, Proposal,
    Propose, Refusal, Return, Scene, ShowStances, StepOut, TakeStance, TestObjection, WithdrawDecision,
    absence, decide, undo, unsettles,
};
use setara::domain::decision::{
    Absence, Adoption, Decision, DecisionKind, Excused, Hide, Phase, Probe, State, Trial, Word,
};
use setara::domain::event::{
    DecisionAdopted, DecisionAmended, DecisionDrafted, DecisionEvent, DecisionJoined, DecisionStance,
    DecisionSteppedOut, Event, MemberJoined, RecordUndone,
};
use setara::domain::id::{BoardId, DecisionId, MemberId, RecordId, ReplicaId, RoleId, SubjectId};
use setara::domain::member::Member;
use setara::domain::record::{Draft, Record, Tip};
use setara::domain::subject::{Kind, Subject, undone};
use uuid::Uuid;

const BOARD: BoardId = BoardId(Uuid::from_u128(1));
const IT: DecisionId = DecisionId(Uuid::from_u128(2));
const ROLE: RoleId = RoleId(Uuid::from_u128(3));
/// The last one is no party at first.
const MEMBERS: u8 = 5;
const DESKS: u8 = 3;
/// Monday 2 November 2026, 09:00 UTC.
const MONDAY: i64 = 1_793_610_000_000;
/// So many records lead from any state to an adoption.
const WAY: usize = 9;

fn member(n: u8) -> MemberId {
    MemberId(Uuid::from_u128(16 + u128::from(n % MEMBERS)))
}

fn all_members() -> impl Iterator<Item = MemberId> {
    (0..MEMBERS).map(member)
}

fn nowhere(n: u8) -> RecordId {
    RecordId([n | 1; 32])
}

#[derive(Debug, Clone, Copy)]
enum Step {
    /// A member does something at a desk, by a command.
    Act { desk: u8, member: u8, what: u8, arg: u8 },
    /// A line that no command makes.
    Forge { desk: u8, member: u8, what: u8, arg: u8 },
    /// One desk hears from another: everything, or only the records whose turn a bit of `which` says.
    Meet { from: u8, to: u8, which: u64 },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let what = prop_oneof![10 => 0..10_u8, 5 => 10..24_u8];
    let act = (0..DESKS, 0..MEMBERS, what, any::<u8>()).prop_map(|(desk, member, what, arg)| Step::Act {
        desk,
        member,
        what,
        arg,
    });
    let forge = (0..DESKS, 0..MEMBERS, 0..9_u8, any::<u8>())
        .prop_map(|(desk, member, what, arg)| Step::Forge { desk, member, what, arg });
    let which = prop_oneof![3 => Just(u64::MAX), 1 => any::<u64>()];
    let meet = (0..DESKS, 0..DESKS, which).prop_map(|(from, to, which)| Step::Meet { from, to, which });
    prop::collection::vec(prop_oneof![16 => act, 1 => forge, 3 => meet], 8..60)
}

/// What one desk knows.
#[derive(Clone)]
struct Desk {
    tip: Tip,
    /// As it arrived.
    known: Vec<Record>,
    ids: HashSet<RecordId>,
    subjects: BTreeMap<SubjectId, Subject>,
}

impl Desk {
    fn new(n: u8) -> Desk {
        let tip = Tip { replica: ReplicaId([n + 1; 16]), count: 0, last: RecordId::ZERO, lamport: 0 };
        Desk { tip, known: Vec::new(), ids: HashSet::new(), subjects: BTreeMap::new() }
    }

    fn of(&self, subject: SubjectId) -> Vec<Record> {
        sorted(self.known.iter().filter(|record| record.subject == subject).cloned())
    }

    fn hear(&mut self, records: &[Record]) {
        let mut stale: BTreeSet<SubjectId> = BTreeSet::new();
        for record in records {
            self.tip.lamport = self.tip.lamport.max(record.lamport);
            if self.ids.insert(record.id) {
                self.known.push(record.clone());
                stale.insert(record.subject);
            }
        }
        for subject in stale {
            self.refold(subject);
        }
    }

    fn refold(&mut self, subject: SubjectId) {
        let records = self.of(subject);
        let kind = records.iter().find_map(|record| Kind::of(&record.kind));
        self.subjects.extend(kind.map(|kind| (subject, Subject::fold(kind, subject, &records))));
    }

    fn write(&mut self, by: MemberId, at: At, draft: Draft) -> Record {
        let record = Record::write(draft, BOARD, by, at, &mut self.tip).0;
        self.ids.insert(record.id);
        self.known.push(record.clone());
        match self.subjects.get_mut(&record.subject) {
            Some(subject) if !matches!(record.event, Some(Event::Undone(_))) => subject.apply(&record),
            _ => self.refold(record.subject),
        }
        record
    }

    fn decision(&self) -> &Decision {
        match &self.subjects[&IT.into()] {
            Subject::Decision(decision) => decision,
            other => unreachable!("{other:?}"),
        }
    }

    fn member(&self, id: MemberId) -> Option<&Member> {
        match self.subjects.get(&id.into()) {
            Some(Subject::Member(member)) => Some(member),
            _ => None,
        }
    }

    fn absence(&self, id: MemberId, today: Day) -> Option<Absence> {
        absence(self.member(id), today)
    }

    fn is_here(&self, id: MemberId) -> bool {
        self.member(id).is_some_and(Member::is_here)
    }

    fn perform(&mut self, me: MemberId, at: At, command: &Command) -> Result<usize, Refusal> {
        let mut scene = Scene::new(BOARD, me, at, at.day());
        for (id, subject) in &self.subjects {
            scene.put(*id, subject.clone());
        }
        let drafts = decide(command, &scene)?;
        let count = drafts.len();
        for draft in drafts {
            self.write(me, at, draft);
        }
        Ok(count)
    }

    /// The newest of one's own records about the decision that stands, or that was taken back.
    fn take_back(&mut self, me: MemberId, at: At, is_redo: bool) -> Result<(), Option<Refusal>> {
        let history = self.of(IT.into());
        let gone = undone(&history);
        let undoes = |record: &Record| matches!(record.event, Some(Event::Undone(_)));
        let takes_back_a_deed = |record: &Record| {
            let target = match &record.event {
                Some(Event::Undone(undo)) => history.iter().find(|other| other.id == undo.record),
                _ => None,
            };
            target.is_some_and(|target| !undoes(target))
        };
        let mut own = history.iter().rev().filter(|record| record.author == me && !gone.contains(&record.id));
        let taken = match is_redo {
            true => own.find(|record| takes_back_a_deed(record)),
            false => own.find(|record| !undoes(record)),
        };
        let taken = taken.ok_or(None)?.id;
        let drafts = undo(me, &[taken], &history).map_err(Some)?;
        let mut after = self.clone();
        for draft in drafts {
            after.write(me, at, draft);
        }
        let why = unsettles(self.decision(), after.decision(), |member| self.absence(member, at.day()));
        if let Some(why) = why {
            return Err(Some(Refusal::Decision { decision: IT, why }));
        }
        *self = after;
        Ok(())
    }
}

fn sorted(records: impl IntoIterator<Item = Record>) -> Vec<Record> {
    let mut records: Vec<Record> = records.into_iter().collect();
    records.sort_by(Record::canonical);
    records
}

fn fold(records: &[Record]) -> Decision {
    match Subject::fold(Kind::Decision, IT.into(), records) {
        Subject::Decision(decision) => *decision,
        other => unreachable!("{other:?}"),
    }
}

/// The decision as it grows when records arrive in any order: what comes last is applied on top, all else folds anew.
fn grown(arriving: &[Record]) -> Decision {
    let (mut known, mut ids): (Vec<Record>, HashSet<RecordId>) = (Vec::new(), HashSet::new());
    let (mut subject, mut is_stale) = (Subject::blank(Kind::Decision, IT.into()), false);
    for record in arriving {
        if !ids.insert(record.id) {
            continue;
        }
        let is_last = known.last().is_none_or(|last| last.order() < record.order());
        let place = known.partition_point(|other| other.order() < record.order());
        if is_last && is_stale {
            subject = Subject::fold(Kind::Decision, IT.into(), &known);
            is_stale = false;
        }
        known.insert(place, record.clone());
        match is_last && !matches!(record.event, Some(Event::Undone(_))) {
            true => subject.apply(record),
            false => is_stale = true,
        }
    }
    if is_stale { fold(&known) } else { as_decision(subject) }
}

fn as_decision(subject: Subject) -> Decision {
    match subject {
        Subject::Decision(decision) => *decision,
        other => unreachable!("{other:?}"),
    }
}

struct World {
    desks: Vec<Desk>,
    kind: DecisionKind,
}

impl World {
    /// Four of five decide together, and every desk knows of it.
    fn begin(kind: DecisionKind, shape: u8) -> World {
        let mut first = Desk::new(0);
        let at = At(MONDAY);
        for n in 0..MEMBERS {
            let name = ["Ayu", "Budi", "Citra", "Dewi", "Eka"][usize::from(n)].to_owned();
            let joined = MemberJoined { name, initials: None, source: None, file: None, at: None };
            first.write(member(n), at, Draft::new(member(n), joined));
        }
        let parties: Vec<MemberId> = (0..4).map(member).collect();
        let propose = Propose {
            proposal: proposal(kind, shape),
            quorum: (shape & 1 == 1).then_some(2),
            hide: [None, None, Some(Hide::Own), Some(Hide::All)][usize::from(shape >> 1) % 4],
            asked: vec![member(1), member(2)],
            ..Propose::titled(IT, kind, String::new(), parties)
        };
        first.perform(member(0), at, &Command::Propose(propose)).unwrap();
        let known = first.known.clone();
        let mut desks = vec![first];
        for n in 1..DESKS {
            let mut desk = Desk::new(n);
            desk.hear(&known);
            desks.push(desk);
        }
        World { desks, kind }
    }

    /// Whether it was done.
    fn step(&mut self, step: &Step) -> Result<bool, TestCaseError> {
        match *step {
            Step::Meet { from, to, which } => {
                let known = self.desks[usize::from(from)].known.iter().enumerate();
                let news: Vec<Record> = known
                    .filter(|(n, _)| (which >> (n % 64)) & 1 == 1)
                    .map(|(_, record)| record.clone())
                    .collect();
                self.desks[usize::from(to)].hear(&news);
                Ok(false)
            }
            Step::Forge { desk, member: by, what, arg } => {
                let desk = &mut self.desks[usize::from(desk)];
                if let Some(draft) = forged(desk, self.kind, what, arg) {
                    desk.write(member(by), At(MONDAY), draft);
                }
                Ok(false)
            }
            Step::Act { desk, member: by, what, arg } => {
                let (me, at) = (member(by), At(MONDAY + i64::from(arg) * 3 * 3_600_000));
                let desk = &mut self.desks[usize::from(desk)];
                let before = desk.decision().clone();
                let done = match what {
                    22 => desk.take_back(me, at, false).map_err(|_| ()),
                    23 => desk.take_back(me, at, true).map_err(|_| ()),
                    _ => match command(desk, self.kind, me, at, what, arg) {
                        Some(command) => desk.perform(me, at, &command).map(drop).map_err(|_| ()),
                        None => Err(()),
                    },
                };
                // Whoever acts at a desk knows of the adoptions there.
                if let Some(adopted) = before.adopted() {
                    let now = desk.decision();
                    let is_there = now.adoptions.iter().any(|adoption| adoption.id == adopted.id);
                    prop_assert!(now.adopted().is_some() || !is_there, "{step:?} unsettles what it knew of");
                }
                Ok(done.is_ok())
            }
        }
    }

    /// All that was written, at one desk.
    fn together(mut self) -> Desk {
        let news: Vec<Record> = self.desks.iter().flat_map(|desk| desk.known.clone()).collect();
        let mut first = self.desks.swap_remove(0);
        first.hear(&news);
        first
    }
}

fn proposal(kind: DecisionKind, arg: u8) -> Proposal {
    let trial = Trial {
        tried: "both".into(),
        judged: "by the till".into(),
        stop: "if it fails".into(),
        ends: Day::from_ymd_opt(2027, 3, 1).unwrap(),
    };
    Proposal {
        title: format!("Deliver on Saturdays {}", arg >> 4),
        text: Some(format!("version {arg}")),
        nominee: (kind == DecisionKind::Selection && arg & 8 == 8).then(|| member(arg >> 4)),
        trial: (kind == DecisionKind::Experiment && arg & 24 != 0).then_some(trial),
        options: match arg & 16 {
            0 => Vec::new(),
            _ => vec!["red".into(), "blue".into()],
        },
        ..Proposal::default()
    }
}

fn nth<T: Copy>(all: &[T], n: u8) -> Option<T> {
    all.get(usize::from(n) % all.len().max(1)).copied()
}

fn stance(decision: &Decision, version: RecordId, arg: u8) -> Option<TakeStance> {
    let said = decision.version(version)?;
    let fit = Word::of(decision.kind, said.nominee.is_some(), !said.options.is_empty());
    let word = if arg & 3 == 0 { nth(fit, arg >> 2)? } else { fit[0] };
    Some(TakeStance {
        decision: IT,
        version,
        word,
        reason: Some("because".into()),
        picks: vec![u32::from(arg >> 4) % 2],
        nominates: Some(member(arg >> 4)),
    })
}

/// What a member could want to do, who sees what has arrived at a desk.
fn command(desk: &Desk, kind: DecisionKind, me: MemberId, at: At, what: u8, arg: u8) -> Option<Command> {
    let decision = desk.decision();
    let heads = decision.heads(None);
    let head = nth(&heads, arg >> 6);
    let today = at.day();
    Some(match what {
        0..=6 => Command::TakeStance(stance(decision, head?, arg)?),
        7..=9 => {
            let took = (arg & 3 != 0).then(|| "all of it".to_owned());
            Command::Adopt(Adopt { decision: IT, version: head?, review: None, took })
        }
        10..=12 => {
            let meets = decision.stances.iter().map(|stance| stance.id).collect();
            Command::Amend(Amend { decision: IT, saw: heads, proposal: proposal(kind, arg), meets })
        }
        13 => Command::JoinDecision(JoinDecision { decision: IT }),
        14 => Command::StepOut(StepOut { decision: IT }),
        15 => Command::WithdrawDecision(WithdrawDecision { decision: IT, why: None }),
        16 => Command::CarryDecision(CarryDecision { decision: IT }),
        17 => {
            let to = Phase::ALL[usize::from(arg) % Phase::ALL.len()];
            Command::MoveDecision(MoveDecision { decision: IT, to, until: None, why: None })
        }
        18 => match arg & 1 {
            0 => Command::ShowStances(ShowStances { decision: IT }),
            _ => Command::AskDecision(AskDecision { decision: IT, text: "why Saturdays?".into() }),
        },
        19 => {
            let said: Vec<RecordId> = decision.stances.iter().map(|stance| stance.id).collect();
            let (objection, view) = (nth(&said, arg)?, "not at once".into());
            let test = TestObjection { decision: IT, objection, question: Probe::Harm, view };
            Command::TestObjection(test)
        }
        20 => match desk.is_here(me) {
            true => Command::Leave(Leave),
            false => Command::Return(Return),
        },
        21 => match desk.member(me)?.is_away(today) {
            true => Command::Away(Away { from: None, until: None }),
            false => Command::Away(Away { from: Some(today), until: None }),
        },
        _ => return None,
    })
}

/// A line that no command makes.
fn forged(desk: &Desk, kind: DecisionKind, what: u8, arg: u8) -> Option<Draft> {
    let decision = desk.decision();
    let versions: Vec<RecordId> = decision.versions.iter().map(|version| version.id).collect();
    let version = nth(&versions, arg)?;
    let said: Vec<RecordId> = decision.stances.iter().map(|stance| stance.id).collect();
    let plain = |version: RecordId, after: Vec<RecordId>| DecisionStance {
        version,
        stance: Word::ALL[usize::from(arg) % Word::ALL.len()],
        reason: None,
        picks: vec![u32::from(arg)],
        nominates: None,
        after,
        hidden: false,
    };
    let amended = |after: Vec<RecordId>| {
        let Proposal { title, why, text, nominee, trial, options } = proposal(kind, arg);
        DecisionAmended { title, why, text, nominee, trial, options, meets: Vec::new(), after }
    };
    Some(match what {
        // Adopted, whether or not it may be.
        0 | 1 => {
            let why = if arg & 32 == 32 { Absence::Left } else { Absence::Away };
            let excused =
                (arg & 64 == 64).then(|| Excused { member: member(arg), why }).into_iter().collect();
            let took = Some("nothing".into());
            let version = if arg & 16 == 16 { nowhere(arg) } else { version };
            let result = Some(u32::from(arg) % 3);
            Draft::new(IT, DecisionAdopted { version, review: None, saw: said, excused, result, took })
        }
        // Instead of what others said.
        2 => Draft::new(IT, plain(version, Vec::new())).ending(said),
        3 => Draft::new(IT, plain(nowhere(arg), Vec::new())),
        // Instead of versions of nowhere, of one of several, or of none.
        4 => Draft::new(IT, amended(Vec::new())).ending(match arg & 3 {
            0 => vec![nowhere(arg)],
            1 => vec![version, nowhere(arg)],
            2 => vec![version],
            _ => Vec::new(),
        }),
        // As if adoptions were known that do not exist.
        5 => Draft::new(IT, plain(version, vec![nowhere(arg)])),
        6 => match arg & 1 {
            0 => Draft::new(IT, DecisionJoined { after: vec![nowhere(arg)] }),
            _ => Draft::new(IT, DecisionSteppedOut { after: vec![nowhere(arg)] }),
        },
        // What others wrote, taken back.
        7 => {
            let history = desk.of(IT.into());
            let record = history.get(usize::from(arg) % history.len())?.id;
            Draft::new(IT, Event::Undone(RecordUndone { record })).ending([record])
        }
        _ => Draft::new(IT, drafted_again(decision)),
    })
}

/// The same decision drafted a second time, as by somebody who drew its id.
fn drafted_again(decision: &Decision) -> DecisionDrafted {
    DecisionDrafted {
        kind: decision.kind,
        title: "Deliver never".into(),
        why: None,
        text: None,
        parties: vec![member(4)],
        quorum: Some(1),
        hide: None,
        closes: None,
        review: None,
        role: Some(ROLE),
        nominee: None,
        trial: None,
        options: Vec::new(),
        asked: Vec::new(),
        under: None,
        replaces: Vec::new(),
        outcome: None,
        by: None,
        at: None,
        from: None,
    }
}

/// What each member did themselves, and nobody else for them.
#[derive(Debug, PartialEq)]
struct Own {
    stances: Vec<RecordId>,
    standing: Vec<(RecordId, RecordId)>,
    adoptions: Vec<RecordId>,
    is_party: bool,
    proposes: bool,
}

fn own(decision: &Decision, member: MemberId) -> Own {
    let stances: Vec<&_> = decision.stances.iter().filter(|stance| stance.by == member).collect();
    let versions: BTreeSet<RecordId> = stances.iter().map(|stance| stance.version).collect();
    let stands = |version: RecordId| Some((version, decision.standing(version, None).get(&member)?.id));
    Own {
        standing: versions.into_iter().filter_map(stands).collect(),
        stances: stances.iter().map(|stance| stance.id).collect(),
        adoptions: decision.adoptions.iter().filter(|one| one.by == member).map(|one| one.id).collect(),
        is_party: decision.is_party(member),
        proposes: decision.proposers().any(|one| one == member),
    }
}

/// The records that stand, read anew without the fold of decisions.
struct Facts<'r> {
    records: Vec<&'r Record>,
}

impl<'r> Facts<'r> {
    /// Without what its author took back, and without what knew of an adoption.
    fn without(records: &'r [Record], adoption: Option<RecordId>) -> Facts<'r> {
        let gone = undone(records);
        let knew = |record: &&Record| {
            let after: &[RecordId] = match &record.event {
                Some(Event::Decision(DecisionEvent::Stance(e))) => &e.after,
                Some(Event::Decision(DecisionEvent::Amended(e))) => &e.after,
                Some(Event::Decision(DecisionEvent::Joined(e))) => &e.after,
                Some(Event::Decision(DecisionEvent::SteppedOut(e))) => &e.after,
                _ => &[],
            };
            adoption.is_some_and(|adoption| after.contains(&adoption))
        };
        let stands = |record: &&Record| !gone.contains(&record.id) && !knew(record);
        Facts { records: records.iter().filter(stands).collect() }
    }

    fn events(&self) -> impl Iterator<Item = (&'r Record, &'r DecisionEvent)> {
        self.records.iter().filter_map(|record| match &record.event {
            Some(Event::Decision(event)) => Some((*record, event)),
            _ => None,
        })
    }

    fn drafted(&self) -> (&'r Record, &'r DecisionDrafted) {
        let mut drafted = self.events().filter_map(|(record, event)| match event {
            DecisionEvent::Drafted(e) => Some((record, e)),
            _ => None,
        });
        drafted.next().unwrap()
    }

    /// The versions, each with those whose place it takes.
    fn versions(&self) -> BTreeMap<RecordId, &'r [RecordId]> {
        let first = self.drafted().0.id;
        let amended = self.events().filter_map(|(record, event)| match event {
            DecisionEvent::Amended(_) => Some((record.id, record.ends.as_slice())),
            _ => None,
        });
        amended.chain([(first, &[] as &[RecordId])]).collect()
    }

    fn parties(&self) -> BTreeSet<MemberId> {
        let mut parties: BTreeSet<MemberId> = self.drafted().1.parties.iter().copied().collect();
        for (record, event) in self.events() {
            match event {
                DecisionEvent::Joined(_) => drop(parties.insert(record.author)),
                DecisionEvent::SteppedOut(_) => drop(parties.remove(&record.author)),
                _ => {}
            }
        }
        parties
    }

    /// What stands of what a member said to a version: of what they said apart the strictest.
    fn says(&self, member: MemberId, version: RecordId) -> Option<Word> {
        let own = self.events().filter_map(|(record, event)| match event {
            DecisionEvent::Stance(e) if record.author == member && e.version == version => Some((record, e)),
            _ => None,
        });
        let own: Vec<_> = own.collect();
        let is_over = |id: RecordId| own.iter().any(|(record, _)| record.ends.contains(&id));
        own.iter().filter(|(record, _)| !is_over(record.id)).map(|(_, e)| e.stance).min()
    }
}

/// What an adoption that holds promises, counted anew from the records.
fn keeps_its_word(records: &[Record], decision: &Decision, adopted: &Adoption) -> TestCaseResult {
    let facts = Facts::without(records, Some(adopted.id));
    let versions = facts.versions();
    let replaced: BTreeSet<RecordId> = versions.values().flat_map(|ends| ends.iter().copied()).collect();
    let heads: Vec<RecordId> = versions.keys().copied().filter(|id| !replaced.contains(id)).collect();
    prop_assert_eq!(heads, vec![adopted.version], "one head, and it is what was adopted");

    let before = |id: RecordId| {
        let (mut way, mut next) = (BTreeSet::new(), vec![id]);
        while let Some(ends) = next.pop().and_then(|id| versions.get(&id)) {
            next.extend(ends.iter().filter(|id| way.insert(**id)));
        }
        way
    };
    let way = before(adopted.version);
    let owes = |member: MemberId| {
        let objected = |version: &RecordId| facts.says(member, *version) == Some(Word::Objection);
        let came_round = |version: RecordId| {
            let later =
                way.iter().chain([&adopted.version]).filter(|later| before(**later).contains(&version));
            later.filter(|later| facts.says(member, **later).is_some()).count() > 0
        };
        way.iter().filter(|version| objected(version)).any(|version| !came_round(*version))
    };
    let says = |member: MemberId| facts.says(member, adopted.version);
    let excused = |member: MemberId| {
        let mut named = adopted.excused.iter().filter(|one| one.member == member);
        named.any(|one| one.why == Absence::Left || says(member).is_none() && !owes(member))
    };
    let parties = facts.parties();
    let asks = |member: MemberId| decision.kind == DecisionKind::Advice && facts.drafted().0.author == member;
    let asked: Vec<MemberId> =
        parties.into_iter().filter(|one| !excused(*one) && (!asks(*one) || says(*one).is_some())).collect();
    let heard = asked.iter().filter(|one| says(**one).is_some()).count();
    let with = |word: Word| asked.iter().filter(|one| says(**one) == Some(word)).count();
    let quorum = facts.drafted().1.quorum.map(|quorum| (quorum as usize).min(asked.len()));
    let binds = !matches!(decision.kind, DecisionKind::Vote | DecisionKind::Advice);
    if binds {
        prop_assert_eq!(with(Word::Objection), 0, "an objection stands whose author did not know");
        prop_assert!(!asked.iter().any(|one| owes(*one)), "somebody is owed");
        prop_assert!(!asked.is_empty());
    }
    match decision.kind {
        DecisionKind::Consensus => prop_assert_eq!(heard, asked.len()),
        DecisionKind::Vote => {
            prop_assert!(heard >= quorum.unwrap_or(asked.len() / 2 + 1).max(1));
            if decision.version(adopted.version).unwrap().options.is_empty() {
                prop_assert!(with(Word::Yes) > with(Word::No));
            }
        }
        DecisionKind::Advice => {
            let proposed = facts.events().any(|(record, event)| {
                record.author == adopted.by && matches!(event, DecisionEvent::Carried(_))
            });
            prop_assert!(proposed || facts.drafted().0.author == adopted.by, "who asked decides");
            prop_assert!(with(Word::Advice) == 0 || adopted.took.is_some());
        }
        _ => prop_assert!(heard >= quorum.unwrap_or(asked.len()), "{heard} of {asked:?} were heard"),
    }
    let version = decision.version(adopted.version).unwrap();
    if decision.kind == DecisionKind::Selection {
        let own = version.nominee.filter(|one| asked.contains(one)).and_then(says);
        prop_assert_eq!(own, Some(Word::Consent), "the nominee says yes");
    }
    if decision.kind == DecisionKind::Experiment {
        prop_assert!(version.trial.is_some());
    }
    Ok(())
}

/// Leads from wherever a decision stands to an adoption, by the commands alone; with how many records.
fn way_out(desk: &mut Desk, kind: DecisionKind) -> Result<usize, TestCaseError> {
    let at = At(MONDAY + 40 * 86_400_000);
    let mut count = 0;
    let mut go = |desk: &mut Desk, me: MemberId, command: Command| match desk.perform(me, at, &command) {
        Ok(records) => {
            count += records;
            Ok(())
        }
        Err(refusal) => Err(TestCaseError::fail(format!("{command:?}: {refusal:?}"))),
    };
    if desk.decision().state() == State::Adopted {
        return Ok(0);
    }
    // Somebody has to be there at all: that is none of the decision's records.
    if !all_members().any(|one| desk.is_here(one)) {
        desk.perform(member(0), at, &Command::Return(Return)).unwrap();
    }
    let is_here: Vec<MemberId> = all_members().filter(|one| desk.is_here(*one)).collect();
    let proposed = |desk: &Desk, one: MemberId| desk.decision().has_proposed(one, None);
    let decides = is_here.iter().copied().find(|one| proposed(desk, *one)).unwrap_or(is_here[0]);
    // Also where it is contested, and given up as soon as it is not any more.
    if desk.decision().proposers().next().is_none()
        || kind == DecisionKind::Advice && !proposed(desk, decides)
    {
        go(desk, decides, Command::CarryDecision(CarryDecision { decision: IT }))?;
    }
    if !desk.decision().parties(None).iter().any(|one| is_here.contains(one)) {
        go(desk, decides, Command::JoinDecision(JoinDecision { decision: IT }))?;
    }
    let heads = desk.decision().heads(None);
    let version = |desk: &Desk| desk.decision().version(desk.decision().heads(None)[0]).cloned().unwrap();
    let is_here_to_say = |one: Option<MemberId>| one.is_some_and(|one| is_here.contains(&one));
    let lacks = |desk: &Desk| match kind {
        DecisionKind::Selection => !is_here_to_say(version(desk).nominee),
        DecisionKind::Experiment => version(desk).trial.is_none(),
        _ => false,
    };
    if heads.len() > 1 || lacks(desk) {
        let nominee = desk.decision().parties(None).into_iter().find(|one| is_here.contains(one));
        let one = Proposal { nominee, ..proposal(kind, 248) };
        go(
            desk,
            decides,
            Command::Amend(Amend { decision: IT, saw: heads, proposal: one, meets: Vec::new() }),
        )?;
    }
    if let Some(nominee) = version(desk).nominee.filter(|one| !desk.decision().is_party(*one)) {
        go(desk, nominee, Command::JoinDecision(JoinDecision { decision: IT }))?;
    }
    let (id, options) = (version(desk).id, version(desk).options.len());
    let mild = Word::of(kind, version(desk).nominee.is_some(), options > 0)[0];
    let speakers: Vec<MemberId> =
        desk.decision().parties(None).into_iter().filter(|one| is_here.contains(one)).collect();
    for one in speakers.iter().copied() {
        let standing = desk.decision().standing(id, None);
        let stands = standing.get(&one);
        let is_heard = match kind {
            _ if stands.is_none() => false,
            DecisionKind::Vote => {
                stands.is_some_and(|said| said.picks == [0] || options == 0)
                    && stands.is_some_and(|said| said.word == Word::Yes)
            }
            DecisionKind::Selection if version(desk).nominee == Some(one) => {
                stands.is_some_and(|said| said.word == Word::Consent)
            }
            _ => stands.is_some_and(|said| said.word != Word::Objection),
        };
        let is_away = desk.absence(one, at.day()).is_some() && version(desk).nominee != Some(one);
        let owes = desk.decision().count(id, &[], None).owed.iter().any(|said| said.by == one);
        let asks = kind == DecisionKind::Advice && desk.decision().origin.unwrap().by == one;
        let is_free = is_away && stands.is_none() && !owes && one != decides && one != speakers[0];
        if is_heard || is_free || asks {
            continue;
        }
        let reason = Some("because".to_owned());
        let say = TakeStance { picks: vec![0], ..TakeStance::plain(IT, id, mild, reason) };
        go(desk, one, Command::TakeStance(say))?;
    }
    let took = Some("all of it".to_owned());
    // Who adopts may be one who sees it: where what was said is hidden, it is shown first.
    if !desk.decision().shows_all_of(id, Some(decides)) {
        go(desk, decides, Command::ShowStances(ShowStances { decision: IT }))?;
    }
    go(desk, decides, Command::Adopt(Adopt { decision: IT, version: id, review: None, took }))?;
    prop_assert_eq!(desk.decision().state(), State::Adopted);
    Ok(count)
}

/// How often something was met in all histories of a kind: what is never met was never tried.
#[derive(Default)]
struct Met {
    adopted: Cell<u32>,
    contested: Cell<u32>,
    refused: Cell<u32>,
    undone: Cell<u32>,
    longest: Cell<usize>,
}

fn add(cell: &Cell<u32>, is_so: bool) {
    cell.set(cell.get() + u32::from(is_so));
}

fn holds(kind: DecisionKind, shape: u8, steps: &[Step], salt: u64, met: &Met) -> TestCaseResult {
    let mut world = World::begin(kind, shape);
    for step in steps {
        let is_done = world.step(step)?;
        add(&met.refused, !is_done);
    }
    let mut desk = world.together();
    let records = desk.of(IT.into());
    let decision = desk.decision().clone();
    add(&met.adopted, decision.state() == State::Adopted);
    add(&met.contested, decision.state() == State::Contested);

    // Four orders of arrival, with some of it twice.
    let mut chance = salt | 1;
    let mut draw = move |below: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % below.max(1)
    };
    for _ in 0..4 {
        let mut arriving = records.clone();
        arriving.extend(records.iter().filter(|record| record.seq % 5 == 0).cloned());
        for n in (1..arriving.len()).rev() {
            arriving.swap(n, draw(n + 1));
        }
        prop_assert_eq!(&grown(&arriving), &decision);
    }

    for one in all_members() {
        let rest: Vec<Record> = records.iter().filter(|record| record.author != one).cloned().collect();
        let left = fold(&rest);
        let gone = own(&left, one);
        prop_assert!(gone.stances.is_empty() && gone.adoptions.is_empty() && !gone.proposes);
        for other in all_members().filter(|other| *other != one) {
            let (was, is) = (own(&decision, other), own(&left, other));
            prop_assert_eq!((&was.stances, &was.standing), (&is.stances, &is.standing));
            prop_assert_eq!(&was.adoptions, &is.adoptions);
            // Without the draft there is nothing to take part in, and nobody who was named.
            if left.origin == decision.origin {
                prop_assert_eq!((was.is_party, was.proposes), (is.is_party, is.proposes));
            }
        }
    }

    for version in &decision.versions {
        let is_elsewhere = |record: &&Record| match &record.event {
            Some(Event::Decision(DecisionEvent::Stance(e))) => e.version != version.id,
            _ => false,
        };
        let rest: Vec<Record> = records.iter().filter(|record| !is_elsewhere(record)).cloned().collect();
        let alone = fold(&rest);
        prop_assert_eq!(alone.standing(version.id, None), decision.standing(version.id, None));
        let why = if salt & 1 == 1 { Absence::Left } else { Absence::Away };
        for excused in [Vec::new(), vec![Excused { member: member(salt as u8), why }]] {
            let count = decision.count(version.id, &excused, None);
            prop_assert!(count.heard() <= count.parties.len());
            prop_assert_eq!(count.heard() + count.missing().len(), count.parties.len());
        }
    }

    if let Some(adopted) = decision.adopted() {
        keeps_its_word(&records, &decision, adopted)?;
        known_unsettles_nothing(&desk, adopted, draw(usize::from(u8::MAX)) as u8)?;
    }

    for _ in 0..4 {
        let n = draw(records.len());
        let record = &records[n];
        let without: Vec<Record> = [&records[..n], &records[n + 1..]].concat();
        let less = fold(&without);
        for other in all_members().filter(|other| *other != record.author) {
            let (was, is) = (own(&decision, other), own(&less, other));
            prop_assert_eq!((was.stances, was.standing), (is.stances, is.standing), "{:?}", record);
            prop_assert_eq!(was.adoptions, is.adoptions, "{:?}", record);
            if less.origin == decision.origin {
                prop_assert_eq!((was.is_party, was.proposes), (is.is_party, is.proposes), "{:?}", record);
            }
        }
        // Undo of one's own, by the one who wrote it.
        match undo(record.author, &[record.id], &records) {
            Ok(drafts) => {
                let mut tip = desk.tip;
                let taken = drafts
                    .into_iter()
                    .map(|draft| Record::write(draft, BOARD, record.author, At(MONDAY), &mut tip).0);
                let after = fold(&records.iter().cloned().chain(taken).collect::<Vec<_>>());
                let is_gone = undone(&records).contains(&record.id);
                let expected = if is_gone { &decision } else { &less };
                let strip = |decision: &Decision| {
                    let mut stands = decision.clone();
                    stands.withdrawn = None;
                    stands
                };
                prop_assert_eq!(strip(&after), strip(expected), "{:?}", record);
                add(&met.undone, true);
            }
            Err(Refusal::BuiltOn { .. } | Refusal::Decision { .. }) => {}
            Err(other) => return Err(TestCaseError::fail(format!("{other:?}"))),
        }
    }

    // Whoever drafted it alone may take that back.
    let way = if decision.origin.is_some() { way_out(&mut desk, decision.kind)? } else { 0 };
    prop_assert!(way <= WAY, "{way} records");
    met.longest.set(met.longest.get().max(way));
    Ok(())
}

/// Whatever anybody writes who knows of an adoption, it holds.
fn known_unsettles_nothing(desk: &Desk, adopted: &Adoption, arg: u8) -> TestCaseResult {
    let decision = desk.decision();
    let after = decision.known_adoptions();
    let stance = DecisionStance {
        version: adopted.version,
        stance: Word::ALL[usize::from(arg) % Word::ALL.len()],
        reason: Some("because".into()),
        picks: vec![1],
        nominates: None,
        after: after.clone(),
        hidden: false,
    };
    let Proposal { title, why, text, nominee, trial, options } = proposal(decision.kind, arg);
    let amended = DecisionAmended {
        title,
        why,
        text,
        nominee,
        trial,
        options,
        meets: Vec::new(),
        after: after.clone(),
    };
    let by = member(arg >> 3);
    let own: Vec<RecordId> = decision.own(by, adopted.version).map(|stance| stance.id).collect();
    let drafts = [
        Draft::new(IT, stance).ending(own),
        Draft::new(IT, amended).ending([adopted.version]),
        Draft::new(IT, DecisionJoined { after: after.clone() }),
        Draft::new(IT, DecisionSteppedOut { after }),
    ];
    let mut later = desk.clone();
    for draft in drafts {
        later.write(by, At(MONDAY), draft.clone());
        let holds = later.decision().adopted().map(|adoption| adoption.version);
        prop_assert_eq!(holds, Some(adopted.version), "{:?}", draft);
    }
    Ok(())
}

/// Two lines of a draft that was taken back at one desk, of which the other desk had made a decision.
#[test]
fn what_was_made_of_a_draft_that_was_taken_back_is_no_decision() {
    let act = |desk, member, what, arg| Step::Act { desk, member, what, arg };
    let forge = |member, what, arg| Step::Forge { desk: 0, member, what, arg };
    let steps = [
        act(2, 0, 10, 1),
        act(0, 0, 22, 0),
        act(2, 2, 0, 0),
        forge(0, 0, 0),
        Step::Meet { from: 2, to: 0, which: u64::MAX },
        forge(2, 6, 216),
        forge(0, 0, 96),
        act(0, 0, 0, 0),
    ];
    holds(DecisionKind::Selection, 0, &steps, 0, &Met::default()).unwrap();
}

fn tried(kind: DecisionKind) {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1000);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let met = Met::default();
    let histories = (any::<u8>(), steps(), any::<u64>());
    let tried = TestRunner::new(config)
        .run(&histories, |(shape, steps, salt)| holds(kind, shape, &steps, salt, &met));
    match tried {
        Ok(()) => {}
        // In one line: the steps that are left of a history.
        Err(TestError::Fail(why, (shape, steps, salt))) => panic!("{why}\n{shape}, {salt}, {steps:?}"),
        Err(aborted) => panic!("{aborted}"),
    }
    let longest = met.longest.get();
    assert!(longest > WAY / 2, "{kind:?}: the longest way has {longest} records");
    let met = [&met.adopted, &met.contested, &met.refused, &met.undone].map(Cell::get);
    assert!(met.iter().all(|count| *count > 0), "{kind:?}: adopted, contested, refused, undone {met:?}");
}

#[test]
fn consent_holds() {
    tried(DecisionKind::Consent);
}

#[test]
fn an_experiment_holds() {
    tried(DecisionKind::Experiment);
}

#[test]
fn a_selection_holds() {
    tried(DecisionKind::Selection);
}

#[test]
fn consensus_holds() {
    tried(DecisionKind::Consensus);
}

#[test]
fn a_vote_holds() {
    tried(DecisionKind::Vote);
}

#[test]
fn advice_holds() {
    tried(DecisionKind::Advice);
}
