//! Random histories: replicas that write apart, meet now and then, and know of each other only what has arrived.
//!
//! A history is made from plain numbers, so that a failing one shrinks to the few steps that matter. Every event there
//! is can happen, also where it makes little sense: what comes from elsewhere was decided elsewhere.

mod decisions;

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;
use setara::domain::agreement::{AgreementKind, Way};
use setara::domain::calendar::{At, Day};
use setara::domain::event::*;
use setara::domain::goal::{GoalState, Horizon};
use setara::domain::id::{
    AgreementId, BoardId, GoalId, MeetingId, MemberId, PairingId, RecordId, ReplicaId, RoleId, SubjectId,
    TaskId, TensionId, ThanksId,
};
use setara::domain::meeting::{
    CardId, CardNames, Dots, How, Meeting, MeetingKind, Place as MeetingPlace, Planned, Step as MeetingStep,
};
use setara::domain::meets::WrittenSlot;
use setara::domain::pairing::PairingKind;
use setara::domain::record::{Draft, Record, Tip};
use setara::domain::role::{Role, RoleState};
use setara::domain::settlement::{Verdict, WayOut, subject_of};
use setara::domain::subject::{Kind, Subject};
use setara::domain::task::{End, LeaseTerms, Part, State, Task};
use setara::domain::tension::Outcome;
use setara::domain::terms::{Number, Term};
use setara::domain::week::Week;
use uuid::Uuid;

pub const BOARD: BoardId = BoardId(Uuid::from_u128(1));
const REPLICAS: usize = 3;
const MEMBERS: u128 = 4;
const TASKS: u128 = 5;
const ROLES: u128 = 3;
const GOALS: u128 = 2;
const TENSIONS: u128 = 2;
const THANKS: u128 = 2;
const MEETINGS: u128 = 2;
const PAIRINGS: u128 = 2;
const AGREEMENTS: u128 = 2;
/// The last is none.
const WEEKS: [&str; 4] = ["mon tue wed", "sat", "mon tue wed thu fri", ""];
const FINDINGS: [&str; 2] = ["O1:x", "G2:y"];
/// Monday 2 November 2026, 09:00 UTC.
const MONDAY: i64 = 1_793_610_000_000;

/// How many cases a property is tried with: as many as `PROPTEST_CASES` says, or as are usual for it.
pub fn tried(usual: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual);
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 500, ..ProptestConfig::default() }
}

/// One step of a history.
#[derive(Debug, Clone)]
pub enum Step {
    /// A member writes on a replica: what, to which subject, and how exactly, are numbers modulo what there is.
    Act { replica: u8, member: u8, what: u8, subject: u8, arg: u8 },
    /// One replica hears from another: everything, or only the records whose turn a bit of `which` says.
    Meet { from: u8, to: u8, which: u64 },
}

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    steps_of(0..KINDS, most)
}

/// Of these things that can happen alone.
pub fn steps_of(what: impl Strategy<Value = u8>, most: usize) -> impl Strategy<Value = Vec<Step>> {
    let act = (0..REPLICAS as u8, 0..MEMBERS as u8, what, any::<u8>(), any::<u8>())
        .prop_map(|(replica, member, what, subject, arg)| Step::Act { replica, member, what, subject, arg });
    let meet = (0..REPLICAS as u8, 0..REPLICAS as u8, prop_oneof![Just(u64::MAX), any::<u64>()])
        .prop_map(|(from, to, which)| Step::Meet { from, to, which });
    prop::collection::vec(prop_oneof![8 => act, 1 => meet], 0..most)
}

/// All records of a history, with their lines, in the order in which they were written.
pub fn history(steps: &[Step]) -> Vec<(Record, String)> {
    let mut world = World::begin();
    for step in steps {
        world.step(step);
    }
    world.written
}

pub fn member(n: u8) -> MemberId {
    MemberId(id(10, u128::from(n) % MEMBERS))
}

pub fn task(n: u8) -> TaskId {
    TaskId(id(20, u128::from(n) % TASKS))
}

fn role(n: u8) -> RoleId {
    RoleId(id(30, u128::from(n) % ROLES))
}

fn goal(n: u8) -> GoalId {
    GoalId(id(40, u128::from(n) % GOALS))
}

fn meeting(n: u8) -> MeetingId {
    MeetingId(id(60, u128::from(n) % MEETINGS))
}

fn tension(n: u8) -> TensionId {
    TensionId(id(70, u128::from(n) % TENSIONS))
}

fn pairing(n: u8) -> PairingId {
    PairingId(id(80, u128::from(n) % PAIRINGS))
}

pub fn agreement(n: u8) -> AgreementId {
    AgreementId(id(100, u128::from(n) % AGREEMENTS))
}

fn id(kind: u128, n: u128) -> Uuid {
    Uuid::from_u128((kind << 64) | 0x7000_8000_0000_0000 | ((n + 1) * 0x0101_0101))
}

/// What one replica knows.
struct Replica {
    tip: Tip,
    known: Vec<Record>,
    ids: HashSet<RecordId>,
}

struct World {
    replicas: Vec<Replica>,
    written: Vec<(Record, String)>,
}

impl World {
    /// Most of the subjects are there from the beginning, and everybody knows of them.
    fn begin() -> World {
        let replicas = (0..REPLICAS)
            .map(|n| Replica {
                tip: Tip {
                    replica: ReplicaId([n as u8 + 1; 16]),
                    count: 0,
                    last: RecordId::ZERO,
                    lamport: 0,
                },
                known: Vec::new(),
                ids: HashSet::new(),
            })
            .collect();
        let mut world = World { replicas, written: Vec::new() };
        let made = [
            (39, 1),
            (24, MEMBERS - 1),
            (29, ROLES - 1),
            (33, GOALS - 1),
            (decisions::FIRST, decisions::DECISIONS - 1),
            (0, TASKS - 1),
        ];
        for (what, count) in made {
            for n in 0..count as u8 {
                world.step(&Step::Act { replica: 0, member: 0, what, subject: n, arg: n });
            }
        }
        for to in 1..REPLICAS as u8 {
            world.step(&Step::Meet { from: 0, to, which: u64::MAX });
        }
        world
    }

    fn step(&mut self, step: &Step) {
        match *step {
            Step::Meet { from, to, which } => {
                let news: Vec<Record> = self.replicas[usize::from(from)]
                    .known
                    .iter()
                    .enumerate()
                    .filter(|(n, _)| (which >> (n % 64)) & 1 == 1)
                    .map(|(_, record)| record.clone())
                    .collect();
                for record in news {
                    self.replicas[usize::from(to)].hear(record);
                }
            }
            Step::Act { replica, member: author, what, subject, arg } => {
                let replica = &mut self.replicas[usize::from(replica)];
                let Some(draft) = replica.draft(what, member(author), subject, arg) else { return };
                // Clocks differ, and may run backwards: they decide nothing.
                let at = At(MONDAY + i64::from(arg) * 3_600_000);
                let (mut record, mut line) =
                    Record::write(draft, BOARD, member(author), at, &mut replica.tip);
                if what == 40 {
                    line = line.replace("task.remarked", ["task.sung", "sparkle.made"][usize::from(arg % 2)]);
                    record = Record::read(&line).unwrap();
                    replica.tip.last = record.id;
                }
                replica.hear(record.clone());
                self.written.push((record, line));
            }
        }
    }
}

/// What can happen to a tension, and what of it can be said of a task and of a finding.
#[allow(dead_code, reason = "one test asks for them")]
pub const OF_TENSIONS: [u8; 7] = [75, 76, 77, 78, 79, 3, 37];

/// What can happen to an agreement, but for what is taken back.
#[allow(dead_code, reason = "one test asks for them")]
pub const OF_AGREEMENTS: [u8; 8] = [86, 87, 88, 88, 88, 89, 90, 91];

/// How many different things can happen; a test holds that every event of the table is among them.
pub const KINDS: u8 = 110;

impl Replica {
    fn hear(&mut self, record: Record) {
        self.tip.lamport = self.tip.lamport.max(record.lamport);
        if self.ids.insert(record.id) {
            self.known.push(record);
        }
    }

    fn records(&self, id: SubjectId) -> Vec<Record> {
        let mut records: Vec<Record> = self.known.iter().filter(|r| r.subject == id).cloned().collect();
        records.sort_by(Record::canonical);
        records
    }

    fn task(&self, id: TaskId) -> Task {
        match Subject::fold(Kind::Task, id.into(), &self.records(id.into())) {
            Subject::Task(task) => *task,
            other => unreachable!("{other:?}"),
        }
    }

    fn role(&self, id: RoleId) -> Role {
        match Subject::fold(Kind::Role, id.into(), &self.records(id.into())) {
            Subject::Role(role) => *role,
            other => unreachable!("{other:?}"),
        }
    }

    fn card(&self, id: MeetingId, n: u8) -> Option<CardId> {
        let cards = self.meeting(id).cards.cards;
        (!cards.is_empty()).then(|| cards[usize::from(n) % cards.len()].id)
    }

    fn meeting(&self, id: MeetingId) -> Meeting {
        match Subject::fold(Kind::Meeting, id.into(), &self.records(id.into())) {
            Subject::Meeting(meeting) => *meeting,
            other => unreachable!("{other:?}"),
        }
    }

    /// Mostly oneself; now and then another, of whom one can tell little.
    fn spoken_of(&self, me: MemberId, subject: u8) -> MemberId {
        if subject & 3 == 3 { member(subject >> 2) } else { me }
    }

    /// The records of all terms that stand here.
    fn agreed(&self) -> Vec<RecordId> {
        let board = SubjectId::from(BOARD);
        match Subject::fold(Kind::Board, board, &self.records(board)) {
            Subject::Board(board) => Term::all().flat_map(|term| board.agreed.seen(term)).collect(),
            other => unreachable!("{other:?}"),
        }
    }

    /// What somebody on this replica says, who knows what has arrived here. `None` where there is nothing to speak of.
    fn draft(&self, what: u8, me: MemberId, subject: u8, arg: u8) -> Option<Draft> {
        let pick = |list: &[&str]| list[usize::from(arg) % list.len()].to_owned();
        let day = |n: u8| Day::from_ymd_opt(2026, 11, 2 + u32::from(n % 25));
        let words = |list: &[&str]| -> Vec<String> {
            list.iter()
                .enumerate()
                .filter(|(n, _)| (arg >> n) & 1 == 1)
                .map(|(_, w)| (*w).to_owned())
                .collect()
        };
        let t = task(subject);
        let on_task = |event: Event| Draft::new(t, event);
        Some(match what {
            0 => on_task(Event::Task(TaskEvent::Added(TaskAdded {
                title: pick(&[
                    "Alpha",
                    "alpha ",
                    "Beta",
                    "",
                    " ",
                    "値札を書く",
                    "Print alpha prices",
                    "Printing of Alpha price",
                    "Print alpha prices, beta",
                    "print the alpha PRICES early",
                    "Prices, alpha: print at home",
                ]),
                state: State::ALL[usize::from(arg % 7).min(4)],
                rank: pick(&["7", "C", "Ck", "z"]),
                role: (arg & 1 == 1).then(|| role(arg)),
                goal: (arg & 2 == 2).then(|| goal(arg)),
                tags: words(&["shop", "Price"]),
                due: day(arg).filter(|_| arg & 4 == 4),
                links: words(&["https://a", "https://b"]),
                source: (arg & 8 == 8).then(|| pick(&["trello:1", "trello:2"])),
                at: (arg & 16 == 16).then(|| time(arg)),
                ..Default::default()
            }))),
            1 => {
                let title = Some(pick(&[
                    "Alpha",
                    "beta",
                    "Gamma",
                    "値札",
                    "",
                    "Alpha prices: printing",
                    "Print alpha prices",
                ]));
                let edit = TaskEdited { title, ..TaskEdited::default() };
                on_task(Event::Task(TaskEvent::Edited(edit))).ending(self.task(t).title.seen())
            }
            2 => {
                let task = self.task(t);
                let (edit, seen): (TaskEdited, Vec<RecordId>) = match arg % 8 {
                    0 => (
                        TaskEdited { notes: Some(Some("a note".into())), ..TaskEdited::default() },
                        task.notes.seen().collect(),
                    ),
                    1 => (
                        TaskEdited { role: Some((arg & 8 == 8).then(|| role(arg))), ..TaskEdited::default() },
                        task.role.seen().collect(),
                    ),
                    2 => (
                        TaskEdited { goal: Some((arg & 8 == 8).then(|| goal(arg))), ..TaskEdited::default() },
                        task.goal.seen().collect(),
                    ),
                    3 => (
                        TaskEdited { tags: Some(words(&["shop", "Price", "x"])), ..TaskEdited::default() },
                        task.tags.seen().collect(),
                    ),
                    4 => (
                        TaskEdited { due: Some(day(arg).filter(|_| arg & 8 == 8)), ..TaskEdited::default() },
                        task.due.seen().collect(),
                    ),
                    5 => (
                        TaskEdited { next: Some(Some("call".into())), ..TaskEdited::default() },
                        task.next.seen().collect(),
                    ),
                    6 => (
                        TaskEdited { skills: Some(words(&["sewing"])), ..TaskEdited::default() },
                        task.skills.seen().collect(),
                    ),
                    _ => (
                        TaskEdited {
                            links: Some(words(&["https://a", "https://b", "https://c"])),
                            ..TaskEdited::default()
                        },
                        task.links.seen().collect(),
                    ),
                };
                on_task(Event::Task(TaskEvent::Edited(edit))).ending(seen)
            }
            3 => {
                let to = State::ALL[usize::from(arg % 5)];
                on_task(Event::Task(TaskEvent::Moved(TaskMoved {
                    to,
                    reason: None,
                    // Whoever else led it is said by whoever ends it.
                    led: match to.is_finished() {
                        true => self.task(t).leads().map(|claim| claim.member).collect(),
                        false => Vec::new(),
                    },
                    by: None,
                    at: None,
                    from: None,
                })))
                .ending(self.task(t).state.seen())
            }
            4 => {
                let rank = pick(&["5", "C", "Ck", "y"]);
                on_task(Event::Task(TaskEvent::Ranked(TaskRanked {
                    rank,
                    reason: None,
                    by: None,
                    at: None,
                    from: None,
                })))
                .ending(self.task(t).rank.seen())
            }
            5 => on_task(Event::Task(TaskEvent::Parked(TaskParked {
                until: day(arg).filter(|_| arg & 1 == 1),
                by: None,
                at: None,
                from: None,
            })))
            .ending(self.task(t).parked.seen()),
            6 => on_task(Event::Task(TaskEvent::Claimed(TaskClaimed {
                terms: terms(arg),
                ..TaskClaimed::new(Part::Lead, time(arg))
            }))),
            7 => on_task(Event::Task(TaskEvent::Claimed(TaskClaimed::new(Part::Helper, time(arg))))),
            8 => {
                let ends: Vec<RecordId> = self.task(t).leads().map(|claim| claim.id).collect();
                on_task(Event::Task(TaskEvent::Claimed(TaskClaimed::new(Part::Lead, time(arg))))).ending(ends)
            }
            9 => on_task(Event::Task(TaskEvent::Claimed(TaskClaimed {
                by: Some(member(arg)),
                at: Some(time(arg)),
                ended: (arg & 4 == 4).then(|| time(arg)),
                end: (arg & 4 == 4).then_some([End::Left, End::Done, End::GivenBack][usize::from(arg) % 3]),
                ..TaskClaimed::new(Part::Lead, time(arg))
            }))),
            10 => {
                let claim = nth(self.task(t).claims.iter().map(|claim| claim.id), arg)?;
                on_task(Event::Task(TaskEvent::Renewed(TaskRenewed {
                    claim,
                    lease: time(arg),
                    terms: terms(arg),
                    by: None,
                    at: None,
                    from: None,
                })))
            }
            11 => {
                // Mostly one's own, or as it was given back elsewhere; now and then another's, which changes nothing.
                let (task, is_told, is_any) = (self.task(t), arg & 12 == 12, arg & 12 == 0);
                let claims = task.claims.iter().filter(|claim| is_told || is_any || claim.member == me);
                let claim = nth(claims.map(|claim| claim.id), arg)?;
                let by = task.claims.iter().find(|known| known.id == claim).map(|known| known.member);
                let end = [End::GivenBack, End::Left][usize::from(arg >> 4) % 2];
                on_task(Event::Task(TaskEvent::GivenBack(TaskGivenBack {
                    claim,
                    end,
                    note: None,
                    by: by.filter(|_| is_told),
                    at: None,
                    from: None,
                })))
                .ending([claim])
            }
            12 => {
                let claim = nth(self.task(t).leads().map(|claim| claim.id), arg)?;
                let offered =
                    TaskOffered { claim, to: member(arg), note: None, by: None, at: None, from: None };
                on_task(Event::Task(TaskEvent::Offered(offered)))
            }
            13 => {
                let task = self.task(t);
                let offer = task.offers.get(usize::from(arg) % task.offers.len().max(1))?;
                let (offer, claim) = (offer.id, offer.claim);
                let accepted = OfferAccepted {
                    offer,
                    claim,
                    lease: time(arg),
                    terms: terms(arg),
                    by: None,
                    at: None,
                    from: None,
                };
                on_task(Event::Task(TaskEvent::OfferAccepted(accepted))).ending([offer, claim])
            }
            14 => {
                let offer = nth(self.task(t).offers.iter().map(|offer| offer.id), arg)?;
                on_task(Event::Task(TaskEvent::OfferDeclined(OfferDeclined {
                    offer,
                    reason: None,
                    by: None,
                    at: None,
                    from: None,
                })))
                .ending([offer])
            }
            15 => {
                let offer = nth(self.task(t).offers.iter().map(|offer| offer.id), arg)?;
                on_task(Event::Task(TaskEvent::OfferWithdrawn(OfferWithdrawn {
                    offer,
                    by: None,
                    at: None,
                    from: None,
                })))
                .ending([offer])
            }
            16 => {
                let on = Some(WaitsOn::Task(task(arg)));
                on_task(Event::Task(TaskEvent::Blocked(TaskBlocked {
                    what: String::new(),
                    on,
                    by: None,
                    at: None,
                    from: None,
                })))
            }
            17 => {
                let on = match arg % 3 {
                    0 => Some(WaitsOn::Member(member(arg >> 2))),
                    1 => Some(WaitsOn::Other("the bank".into())),
                    _ => None,
                };
                on_task(Event::Task(TaskEvent::Blocked(TaskBlocked {
                    what: "a stamp".into(),
                    on,
                    by: None,
                    at: None,
                    from: None,
                })))
            }
            18..=21 => {
                let blocker = nth(self.task(t).blockers.iter().map(|blocker| blocker.id), arg)?;
                on_task(match what {
                    18 => Event::Task(TaskEvent::BlockerAsked(BlockerAsked {
                        blocker,
                        at: None,
                        by: None,
                        from: None,
                    })),
                    19 => Event::Task(TaskEvent::BlockerPromised(BlockerPromised {
                        blocker,
                        until: day(arg)?,
                        at: None,
                        by: None,
                        from: None,
                    })),
                    20 => Event::Task(TaskEvent::BlockerCleared(BlockerCleared {
                        blocker,
                        how: None,
                        at: None,
                        by: None,
                        from: None,
                    })),
                    _ => Event::Task(TaskEvent::BlockerWithdrawn(BlockerWithdrawn {
                        blocker,
                        at: None,
                        by: None,
                        from: None,
                    })),
                })
            }
            22 | 40 => on_task(Event::Task(TaskEvent::Remarked(TaskRemarked {
                text: "Hm.".into(),
                by: None,
                at: None,
                from: None,
            }))),
            23 => undo(&self.records(t.into()), arg)?,
            24 => {
                let joined = MemberJoined {
                    name: pick(&["Ayu", "Budi", "Citra", "ayu"]),
                    initials: None,
                    source: (arg & 8 == 8).then(|| pick(&["trello:1", "trello:3"])),
                    file: None,
                    at: None,
                };
                Draft::new(member(subject), joined)
            }
            25 => {
                let edit = MemberEdited {
                    name: (arg & 1 == 1).then(|| pick(&["Ayu", "Bu Dewi"])),
                    limit: (arg & 2 == 2).then_some(u32::from(arg % 3)),
                    contact: Some((arg & 4 == 4).then(|| "door 3".into())),
                    teaches: Some(words(&["sewing"])),
                    ..Default::default()
                };
                Draft::new(self.spoken_of(me, subject), edit)
            }
            26 => {
                let away = MemberAway {
                    from: day(arg).filter(|_| arg & 1 == 1),
                    until: day(arg.wrapping_add(9)).filter(|_| arg & 2 == 2),
                    by: None,
                    at: None,
                    source: None,
                };
                Draft::new(self.spoken_of(me, subject), away)
            }
            27 => Draft::new(self.spoken_of(me, subject), MemberLeft { at: None, by: None, from: None }),
            28 => Draft::new(self.spoken_of(me, subject), MemberReturned { by: None, at: None, from: None }),
            29 => {
                let added = RoleAdded {
                    name: pick(&["Treasurer", "Bookkeeping"]),
                    domains: words(&["Prices", "prices", "Shelves"]),
                    accountabilities: words(&[
                        "Counting",
                        "counting ",
                        "Counting the tills",
                        "Tills: count them",
                    ]),
                    state: if arg % 5 == 4 { RoleState::Draft } else { RoleState::Active },
                    source: (arg & 8 == 8).then(|| pick(&["trello:1", "trello:4"])),
                    ..Default::default()
                };
                Draft::new(role(subject), added)
            }
            30 => {
                let r = role(subject);
                let edit = RoleEdited {
                    domains: Some(words(&["Prices", "prices", "Shelves"])),
                    accountabilities: (arg & 4 == 4).then(|| words(&["Tills: count them", "Count tills"])),
                    review: Some(day(arg)),
                    state: (arg & 8 == 8)
                        .then_some([RoleState::Active, RoleState::Retired][usize::from(arg % 2)]),
                    ..Default::default()
                };
                Draft::new(r, edit).ending(self.role(r).domains.seen())
            }
            31 => {
                let by = (arg & 1 == 1).then(|| member(arg >> 1));
                let taken = RoleTaken { focus: None, term: None, by, at: None, from: None };
                // In the place of whoever it is: of one's own alone.
                let held = self.role(role(subject)).holders.first().map(|holding| holding.id);
                Draft::new(role(subject), taken).ending(held.filter(|_| arg & 2 == 2))
            }
            32 => {
                // As with claims.
                let (role, is_told, is_any) = (self.role(role(subject)), arg & 12 == 12, arg & 12 == 0);
                let holders = role.holders.iter().filter(|held| is_told || is_any || held.member == me);
                let holding = nth(holders.map(|held| held.id), arg)?;
                let by = role.holders.iter().find(|held| held.id == holding).map(|held| held.member);
                let by = by.filter(|_| is_told);
                Draft::new(role.id, RolePutDown { holding, by, at: None, from: None }).ending([holding])
            }
            33 => {
                let added = GoalAdded {
                    title: pick(&["Open the shop", "Twenty members"]),
                    horizon: [Horizon::Long, Horizon::Short][usize::from(arg % 2)],
                    parent: (arg & 4 == 4).then(|| goal(arg)),
                    baseline: Some(0.0),
                    target: Some(f64::from(arg)),
                    state: if arg % 5 == 4 { GoalState::Proposed } else { GoalState::Active },
                    ..Default::default()
                };
                Draft::new(goal(subject), added)
            }
            34 => {
                let edit = GoalEdited {
                    title: Some(pick(&["Open", "Twenty"])),
                    baseline: Some((arg & 1 == 1).then(|| f64::from(arg))),
                    due: Some(day(arg)),
                    ..Default::default()
                };
                Draft::new(goal(subject), edit)
            }
            35 => {
                let read =
                    GoalRead { date: day(arg % 4)?, value: f64::from(arg), at: None, by: None, from: None };
                Draft::new(goal(subject), read)
            }
            36 => {
                let to = [GoalState::Active, GoalState::Met, GoalState::Dropped][usize::from(arg % 3)];
                Draft::new(goal(subject), GoalMoved { to, reason: None, by: None, at: None, from: None })
            }
            37 => {
                let finding = FINDINGS[usize::from(subject % 2)];
                // Now and then one that speaks of another finding than its subject does.
                let told = FINDINGS[usize::from(subject % 2 + u8::from(arg % 8 == 7)) % 2];
                let settled = FindingSettled {
                    finding: told.into(),
                    verdict: Verdict::Fine,
                    reason: pick(&["so be it", "later"]),
                    until: day(arg),
                    facts: "00".into(),
                    became: (arg & 16 == 16).then(|| tension(arg)),
                    texts: (arg & 32 == 32).then(|| pick(&["Sign it", "Prices"])).into_iter().collect(),
                    by: None,
                    at: None,
                    from: None,
                };
                Draft::new(subject_of(BOARD, finding), settled)
            }
            38 => {
                let subject = self.known.get(usize::from(subject) % self.known.len().max(1))?.subject;
                undo(&self.records(subject), arg)?
            }
            39 => Draft::new(BOARD, BoardStarted { name: pick(&["Warung", "Kode"]) }),
            42 => {
                let (numbers, number) = (Number::ALL.map(Number::as_str), usize::from(subject >> 2));
                let number = numbers.get(number % 9).copied().unwrap_or("tomorrow's");
                let state = State::ALL[usize::from(subject >> 2) % 5];
                let agreed = BoardAgreed {
                    terms: (subject & 1 == 0)
                        .then(|| (number.to_owned(), (arg & 1 == 1).then_some(u32::from(arg) % 20)))
                        .into_iter()
                        .collect(),
                    week: (subject & 1 == 1).then(|| Week::read(WEEKS[usize::from(arg) % WEEKS.len()])),
                    states: (subject & 3 == 3)
                        .then(|| {
                            let name =
                                pick(&["in the kitchen", "doing", "", "too long to be any heading", "値"]);
                            (state.as_str().to_owned(), (arg & 4 == 4).then_some(name))
                        })
                        .into_iter()
                        .collect(),
                    meets: (subject & 7 == 5)
                        .then(|| {
                            let zone = pick(&["Asia/Jakarta", "Europe/Berlin", "Mars/Olympus", "UTC"]);
                            let slot = WrittenSlot {
                                weekdays: Week::read(WEEKS[usize::from(arg) % WEEKS.len()])
                                    .unwrap_or_default(),
                                time: pick(&["09:15", "23:50", "soon"]),
                                minutes: u32::from(arg) % 20,
                                zone,
                            };
                            let kind = if arg & 1 == 1 { "standup" } else { "tomorrow's" };
                            (kind.to_owned(), (arg & 8 == 0).then_some(vec![slot]))
                        })
                        .into_iter()
                        .collect(),
                    was: BTreeMap::new(),
                };
                Draft::new(BOARD, agreed).ending(self.agreed())
            }
            // What was meant for another kind of subject: a mistake of a program, or somebody's mischief.
            41 => {
                let taken = RoleTaken { focus: None, term: None, by: None, at: None, from: None };
                let subject = self.known.get(usize::from(subject) % self.known.len().max(1))?.subject;
                Draft::new(subject, taken)
            }
            43 => Draft::new(member(subject), MemberDevice { key: format!("{arg:02x}").repeat(32) }),
            44 => {
                let given = ThanksGiven {
                    to: vec![member(arg), member(arg >> 2)],
                    text: "That was quick.".into(),
                    about: (arg & 1 == 1).then(|| t.into()),
                    by: (arg & 2 == 2).then(|| member(subject)),
                    at: (arg & 4 == 4).then(|| time(arg)),
                    from: (arg & 8 == 8).then(|| pick(&["trello:4", "trello:5"])),
                };
                Draft::new(ThanksId(id(50, u128::from(subject) % THANKS)), given)
            }
            45 => {
                let name = (arg & 4 == 4).then(|| pick(&["Dewi", "Dewi Lestari"]));
                Draft::new(member(subject), MemberMerged { into: member(arg), name })
            }
            46 => {
                let plan = vec![
                    Planned { step: MeetingStep::Goals, seconds: 60 },
                    Planned { step: MeetingStep::Walk, seconds: 300 },
                ];
                let by = (arg & 8 == 8).then(|| member(arg));
                let columns = ["Helped", "Hindered"].map(str::to_owned);
                let started = MeetingStarted {
                    kind: MeetingKind::ALL[usize::from(arg & 1)],
                    plan,
                    saw: Vec::new(),
                    format: (arg & 2 == 2).then(|| "helped".into()),
                    columns: columns.into_iter().skip(usize::from(arg & 4 == 4)).collect(),
                    dots: (arg & 16 == 16).then_some(Dots { each: 5, on_one: 1 }),
                    names: (arg & 32 == 32).then_some(CardNames::Hidden),
                    by,
                    at: None,
                    from: None,
                };
                Draft::new(meeting(subject), started)
            }
            47 | 48 => {
                let id = meeting(subject);
                let turns: Vec<RecordId> =
                    self.meeting(id).course.turns().iter().map(|turn| turn.id).collect();
                // Mostly from where it is, and now and then from where it was.
                let back = if arg & 3 == 3 { usize::from(arg >> 4) } else { 0 };
                let from = *turns.iter().rev().nth(back % turns.len().max(1))?;
                let places = [
                    MeetingPlace::step(MeetingStep::Goals),
                    MeetingPlace::task(task(arg), Some(member(arg >> 2))),
                    MeetingPlace::turn_of(MeetingStep::Round, member(arg >> 3)),
                    MeetingPlace::step(MeetingStep::Reach),
                ];
                let hows = [How::Spoke, How::Passed, How::Absent, How::Later];
                let how = (arg & 4 == 4).then(|| hows[usize::from(arg >> 4) % 4]);
                let to = places[usize::from(arg) % 4];
                Draft::new(id, MeetingMoved { from, to, how, by: None, at: None, source: None })
            }
            49 => {
                let of = (arg & 1 == 1).then(|| member(arg >> 1));
                Draft::new(meeting(subject), MeetingJoined { of, by: None, at: None, from: None })
            }
            50 => {
                let of = (arg & 1 == 1).then(|| member(arg >> 1));
                Draft::new(meeting(subject), MeetingLeft { of, by: None, at: None, from: None })
            }
            51 => {
                let id = meeting(subject);
                let turn = self.meeting(id).course.now()?.clone();
                let (until, rests) = if arg & 1 == 1 { (Some(time(arg)), None) } else { (None, Some(30)) };
                Draft::new(id, MeetingTimed { turn: turn.id, until, rests }).ending(turn.clock.seen())
            }
            52 => {
                let id = meeting(subject);
                Draft::new(id, MeetingChaired { by: None, at: None, from: None })
                    .ending(self.meeting(id).chair.seen())
            }
            53 => {
                let parked = MeetingParked {
                    text: "The till.".into(),
                    about: (arg & 1 == 1).then(|| t.into()),
                    with: vec![member(arg)],
                    by: None,
                    at: None,
                    from: None,
                };
                Draft::new(meeting(subject), parked)
            }
            54 => {
                let topics = self.meeting(meeting(arg)).topics.clone();
                let topic = nth(topics.iter().map(|topic| topic.id), arg >> 2)?;
                let becomes = (arg & 1 == 1).then(|| t.into());
                let taken = MeetingTakenUp { topic, becomes, by: None, at: None, from: None };
                Draft::new(meeting(subject), taken).ending([topic])
            }
            55 => {
                let id = meeting(subject);
                Draft::new(id, MeetingNextTaken { by: None, at: None, from: None })
                    .ending(self.meeting(id).next_chair.seen())
            }
            56 => Draft::new(meeting(subject), MeetingNextPassed { by: None, at: None, from: None }),
            57 => {
                let id = meeting(subject);
                let turn = self.meeting(id).course.now()?.id;
                Draft::new(id, MeetingEnded { turn, by: None, at: None, from: None })
            }
            58 => Draft::new(meeting(subject), MeetingJoinedTo { meeting: meeting(arg) }),
            59 => undo(&self.records(meeting(subject).into()), arg)?,
            60 => {
                let text = pick(&["The key came late.", "We tested early."]);
                let column = u32::from(arg % 3);
                let added = MeetingCardAdded { column, text, by: None, at: None, from: None };
                Draft::new(meeting(subject), added)
            }
            61 => {
                let card = self.card(meeting(subject), arg)?;
                let why = "said twice".into();
                Draft::new(meeting(subject), MeetingCardStruck { card, why, by: None, at: None, from: None })
            }
            62 => {
                let id = meeting(subject);
                let shown = MeetingRevealed {
                    gather: self.meeting(id).course.now()?.id,
                    ready: 4,
                    cards: vec![(0, "Less talk.".into()), (u32::from(arg & 1), "More bread.".into())],
                    by: None,
                    at: None,
                    from: None,
                };
                Draft::new(id, shown)
            }
            63 => {
                let id = meeting(subject);
                let (group, card) = (self.card(id, arg)?, self.card(id, arg >> 3)?);
                let cards = self.meeting(id).cards;
                let seen = cards.card(card).into_iter().chain(cards.card(group)).flat_map(|card| card.seen());
                let grouped = MeetingGrouped {
                    group,
                    cards: vec![card],
                    name: (arg & 128 == 128).then(|| "Waiting".into()),
                    by: None,
                    at: None,
                    from: None,
                };
                Draft::new(id, grouped).ending(seen.collect::<Vec<_>>())
            }
            64 => {
                let id = meeting(subject);
                let counted = MeetingCounted {
                    vote: self.meeting(id).course.now()?.id,
                    voters: 2,
                    dots: vec![(self.card(id, arg)?, u32::from(arg))],
                    by: None,
                    at: None,
                    from: None,
                };
                Draft::new(id, counted)
            }
            65 => Draft::new(meeting(subject), MeetingActed { task: t, by: None, at: None, from: None }),
            66 => Draft::new(meeting(subject), MeetingSwapOffered { with: member(arg) }),
            67 => {
                let id = meeting(subject);
                let stands = self.meeting(id);
                let offer = nth(stands.swaps.iter().map(|swap| swap.id), arg)?;
                Draft::new(id, MeetingSwapAccepted { offer }).ending(stands.next_chair.seen())
            }
            68 => {
                // The talk about a card, from where it is.
                let id = meeting(subject);
                let from = self.meeting(id).course.now()?.id;
                let to = MeetingPlace::topic(self.card(id, arg)?);
                Draft::new(id, MeetingMoved { from, to, how: None, by: None, at: None, source: None })
            }
            69 => {
                let merged = TaskMerged { into: task(arg), by: None, at: None, from: None };
                let seen: Vec<RecordId> = self.task(t).state.seen().take(usize::from(arg & 1)).collect();
                Draft::new(t, merged).ending(seen)
            }
            70 => {
                // What stops another task moves with it, as far as its author knows of it.
                let other = task(arg);
                let open = |blocker: &setara::domain::task::Blocker| OpenBlocker {
                    id: blocker.id,
                    what: blocker.what.clone(),
                    on: blocker.on.clone(),
                    by: blocker.by,
                    raised: blocker.raised,
                    asked: blocker.asked,
                    first_asked: blocker.first_asked,
                    promised: blocker.promised,
                };
                let blockers = self.task(other).open_blockers().map(open).collect();
                Draft::new(t, TaskTookIn { task: other, blockers, by: None, at: None, from: None })
            }
            71 => {
                let blocker = nth(self.task(t).blockers.iter().map(|blocker| blocker.id), arg)?;
                let on =
                    if arg & 1 == 1 { WaitsOn::Task(task(arg >> 1)) } else { WaitsOn::Member(member(arg)) };
                Draft::new(t, BlockerTurned { blocker, on, by: None, at: None, from: None })
            }
            72 => {
                let id = role(subject);
                let merged = RoleMerged { into: role(arg), by: None, at: None, from: None };
                let seen: Vec<RecordId> = self.role(id).state.seen().collect();
                Draft::new(id, merged).ending(seen)
            }
            73 => {
                let finding = FINDINGS[usize::from(subject % 2)];
                let told = FINDINGS[usize::from(subject % 2 + u8::from(arg % 8 == 7)) % 2];
                let way = match arg % 5 {
                    0 => WayOut::MergeTask { task: t, into: task(arg), helps: arg & 8 == 8 },
                    1 => WayOut::MergeRole { role: role(subject), into: role(arg) },
                    2 => WayOut::OneLeads { task: t, lead: member(arg) },
                    3 => WayOut::SplitTask {
                        task: t,
                        title: pick(&["The first half", ""]),
                        other: task(arg),
                        other_title: "The rest".into(),
                    },
                    _ => WayOut::SplitRole {
                        role: role(subject),
                        stays: role(arg),
                        lines: vec![pick(&["Prices", "prices "])],
                    },
                };
                let to = vec![member(arg), member(arg >> 2)];
                let reason = (arg & 4 == 4).then(|| pick(&["the same", "twice"]));
                let offered = FindingOffered { finding: told.into(), way, to, reason };
                Draft::new(subject_of(BOARD, finding), offered)
            }
            74 => {
                let subject = subject_of(BOARD, FINDINGS[usize::from(subject % 2)]);
                let is_offer = |record: &&Record| {
                    matches!(record.event, Some(Event::Settlement(SettlementEvent::Offered(_))))
                };
                let records = self.records(subject);
                let offer = nth(records.iter().filter(is_offer).map(|record| record.id), arg)?;
                Draft::new(subject, FindingAnswered { offer, yes: arg & 1 == 1, reason: None })
            }
            75 => {
                let sensed = TensionSensed {
                    is: pick(&["Nobody answers after five", "The key comes late"]),
                    could: pick(&["Two keys", "One of us is there until seven\n\nby turns"]),
                    about: match arg % 4 {
                        0 => None,
                        1 => Some(t.into()),
                        2 => Some(role(arg >> 2).into()),
                        _ => Some(goal(arg >> 2).into()),
                    },
                    serves: (arg & 4 == 4).then(|| "the shops".into()),
                    by: (arg & 64 == 64).then(|| member(arg)),
                    at: (arg & 64 == 64).then(|| time(arg)),
                    from: None,
                };
                Draft::new(tension(subject), sensed)
            }
            76 => Draft::new(tension(subject), TensionTakenUp { by: None, at: None, from: None }),
            77 => {
                let what = Outcome::Task(task(arg));
                Draft::new(tension(subject), TensionBecame { what, by: None, at: None, from: None })
            }
            78 => {
                let why = (arg & 1 == 1).then(|| pick(&["two keys now", "it is fine"]));
                Draft::new(tension(subject), TensionSettled { why, by: None, at: None, from: None })
            }
            79 => {
                let why = pick(&["too dear", "the door goes"]);
                Draft::new(tension(subject), TensionLetGo { why, by: None, at: None, from: None })
            }
            80 => {
                let offered = PairingOffered {
                    kind: PairingKind::Buddy,
                    with: member(arg),
                    until: (arg & 4 == 4).then(|| day(arg)).flatten(),
                    days: (arg & 8 == 8).then_some(u32::from(arg)),
                    by: (arg & 16 == 16).then(|| member(arg >> 5)),
                    at: None,
                    from: None,
                };
                Draft::new(pairing(subject), offered)
            }
            // By whoever it may be: those of the two alone count.
            81..=84 => {
                let id = pairing(subject);
                let is_offer =
                    |record: &&Record| matches!(record.event, Some(Event::Pairing(PairingEvent::Offered(_))));
                let records = self.records(id.into());
                let offer = nth(records.iter().filter(is_offer).map(|record| record.id), arg)?;
                let (by, at, from) = ((arg & 64 == 64).then(|| member(arg)), None, None);
                match what {
                    81 => Draft::new(id, PairingAccepted { offer, ends: day(arg)?, by, at, from }),
                    82 => Draft::new(id, PairingDeclined { offer, by, at, from }),
                    83 => Draft::new(id, PairingWithdrawn { offer, by, at, from }),
                    _ => {
                        let at = (arg & 8 == 8).then(|| time(arg));
                        Draft::new(id, PairingEnded { offer, by, at, from })
                    }
                }
            }
            85 => undo(&self.records(pairing(subject).into()), arg)?,
            // Of three of the four, so that all of them come to agree now and then.
            86 => {
                let is_of_elsewhere = arg & 64 == 64;
                let drafted = AgreementDrafted {
                    kind: AgreementKind::ALL[usize::from(arg) % 3],
                    title: pick(&["Money above 500,000 rupiah", "Nobody is called after six"]),
                    text: "so we do".into(),
                    parties: (0..2 + arg % 2).map(member).collect(),
                    about: vec!["spending money".into()],
                    way: (arg & 1 == 1).then_some(Way::ALL[usize::from(arg >> 1) % 4]),
                    quorum: (arg & 8 == 8).then_some(u32::from(arg)),
                    silence: (arg & 16 == 16).then_some(arg & 32 == 32),
                    criteria: (arg & 2 == 2).then(|| "no surprise".into()),
                    duties: (arg & 4 == 4).then(|| "each says so".into()),
                    share: (arg & 4 == 4).then(|| "half and half".into()),
                    exit: (arg & 8 == 8).then_some(30),
                    dispute: (arg & 4 == 4).then(|| "we ask Dewi".into()),
                    review: day(arg),
                    decision: (arg & 128 == 128).then(|| decisions::decision(arg).into()),
                    by: is_of_elsewhere.then(|| member(arg)),
                    at: is_of_elsewhere.then(|| time(arg)),
                    from: None,
                };
                Draft::new(agreement(subject), drafted)
            }
            87 => {
                let records = self.records(agreement(subject).into());
                let versions: Vec<RecordId> = versions(&records).collect();
                let seen = versions.iter().rev().take(1 + usize::from(arg & 1)).copied();
                let amended = AgreementAmended {
                    without: (arg & 32 == 32).then(|| member(arg >> 3)).into_iter().collect(),
                    title: pick(&["Money", "Nobody is called after seven"]),
                    text: "so we do now".into(),
                    parties: (0..2 + arg % 3).map(member).collect(),
                    about: Vec::new(),
                    way: None,
                    quorum: None,
                    silence: None,
                    criteria: (arg & 2 == 2).then(|| "no surprise".into()),
                    duties: (arg & 4 == 4).then(|| "each says so".into()),
                    share: (arg & 4 == 4).then(|| "half and half".into()),
                    exit: None,
                    dispute: (arg & 4 == 4).then(|| "we ask Dewi".into()),
                    review: day(arg),
                    decision: (arg & 128 == 128).then(|| decisions::decision(arg).into()),
                    by: None,
                    at: None,
                    from: None,
                };
                Draft::new(agreement(subject), amended).ending(seen.collect::<Vec<_>>())
            }
            88 | 90 | 91 => {
                let id = agreement(subject);
                let records = self.records(id.into());
                let version = nth(versions(&records), arg)?;
                let is_leave = |record: &&Record| record.kind == "agreement.left";
                let left: Vec<RecordId> = records.iter().filter(is_leave).map(|record| record.id).collect();
                match what {
                    88 if arg & 64 == 64 => Draft::new(id, AgreementAgreed { version }).ending(left),
                    88 => Draft::new(id, AgreementAgreed { version }),
                    90 => Draft::new(id, AgreementWithdrawn { version, why: pick(&["done", "too much"]) }),
                    _ => {
                        let without = (arg & 1 == 1).then(|| member(arg >> 1)).into_iter().collect();
                        Draft::new(id, AgreementReviewed { version, next: day(arg)?, without })
                    }
                }
            }
            89 => Draft::new(agreement(subject), AgreementLeft { on: day(arg)? }),
            92 => undo(&self.records(agreement(subject).into()), arg)?,
            decisions::FIRST.. => self.of_decision(what, me, subject, arg)?,
        })
    }
}

fn time(n: u8) -> At {
    At(MONDAY + i64::from(n) * 7_200_000)
}

/// Those of a team that has its own, more often than not.
fn terms(arg: u8) -> Option<LeaseTerms> {
    let week = Week::read(WEEKS[usize::from(arg) % WEEKS.len()]);
    (arg & 3 > 0).then(|| LeaseTerms { days: u32::from(arg % 12), week: week.unwrap_or_default() })
}

/// All that an agreement said, by their records.
fn versions(records: &[Record]) -> impl Iterator<Item = RecordId> {
    let says = |record: &&Record| {
        let event = record.event.as_ref();
        matches!(event, Some(Event::Agreement(AgreementEvent::Drafted(_) | AgreementEvent::Amended(_))))
    };
    records.iter().filter(says).map(|record| record.id)
}

fn nth(ids: impl Iterator<Item = RecordId>, n: u8) -> Option<RecordId> {
    let ids: Vec<RecordId> = ids.collect();
    (!ids.is_empty()).then(|| ids[usize::from(n) % ids.len()])
}

/// Undoes one of the newest records of a subject, or undoes that it was undone.
fn undo(records: &[Record], arg: u8) -> Option<Draft> {
    let record = records.iter().rev().nth(usize::from(arg % 3))?;
    let event = Event::Undone(RecordUndone { record: record.id });
    Some(Draft::new(record.subject, event).ending([record.id]))
}
