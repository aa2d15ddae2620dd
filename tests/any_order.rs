//! Any order of arrival folds to the same board, and undo takes back what it names and nothing else.

mod histories;

use std::collections::{BTreeMap, BTreeSet};

use histories::{KINDS, OF_AGREEMENTS, OF_TENSIONS, Step, history, member, steps, steps_of, task, tried};
use proptest::prelude::*;
use setara::domain::agreement::Agreement;
use setara::domain::calendar::{At, Day};
use setara::domain::decide::{Command, EditTask, Ending, Move, Scene, decide};
use setara::domain::decision::Outcome;
use setara::domain::event::{AgreementEvent, Event, RecordUndone, TaskEdited, TensionEvent};
use setara::domain::id::{RecordId, ReplicaId, SubjectId};
use setara::domain::record::{Draft, Record, Tip};
use setara::domain::subject::{Kind, Subject};
use setara::domain::task::{State, Task};
use setara::domain::tension::Tension;

/// The records of each subject, in canonical order, with the subject's kind.
fn by_subject(records: impl IntoIterator<Item = Record>) -> BTreeMap<SubjectId, (Kind, Vec<Record>)> {
    let mut subjects: BTreeMap<SubjectId, Vec<Record>> = BTreeMap::new();
    for record in records {
        subjects.entry(record.subject).or_default().push(record);
    }
    subjects
        .into_iter()
        .filter_map(|(id, mut records)| {
            records.sort_by(Record::canonical);
            Some((id, (records.iter().find_map(|record| Kind::of(&record.kind))?, records)))
        })
        .collect()
}

/// A subject as it grows when records come in any order: what comes last is applied on top, all else folds anew.
fn grown(kind: Kind, id: SubjectId, arriving: &[Record]) -> Subject {
    let mut known: Vec<Record> = Vec::new();
    let mut subject = Subject::blank(kind, id);
    for record in arriving {
        let is_last = known.last().is_none_or(|last| last.order() < record.order());
        let place = known.partition_point(|other| other.order() < record.order());
        known.insert(place, record.clone());
        if is_last && !matches!(record.event, Some(Event::Undone(_))) {
            subject.apply(record);
        } else {
            subject = Subject::fold(kind, id, &known);
        }
    }
    subject
}

#[test]
fn histories_tell_of_every_event_there_is() {
    let mut told = BTreeSet::new();
    for arg in 0..40 {
        // Everything that can be done, twice: what ends something finds it there the second time.
        let acts = (0..2 * KINDS).map(|what| (0, 1, what % KINDS, 0, arg));
        let steps: Vec<Step> = acts
            .map(|(replica, member, what, subject, arg)| Step::Act { replica, member, what, subject, arg })
            .collect();
        told.extend(history(&steps).into_iter().filter_map(|(record, _)| Some(record.event?.kind())));
    }
    let missing: Vec<_> = Event::names().filter(|name| !told.contains(name)).collect();
    assert!(missing.is_empty(), "no history tells of {missing:?}: add them to tests/histories");
}

/// A record that undoes another, written by somebody who knows all.
fn undoing(record: &Record, after: &[Record], n: u8) -> Record {
    let lamport = after.iter().map(|record| record.lamport).max().unwrap_or(0);
    let mut tip = Tip { replica: ReplicaId([0xee; 16]), count: n.into(), last: RecordId::ZERO, lamport };
    let event = Event::Undone(RecordUndone { record: record.id });
    let draft = Draft::new(record.subject, event).ending([record.id]);
    Record::write(draft, record.board, record.author, At(0), &mut tip).0
}

/// A subject as it stands. That it was there until it was undone is remembered for its handle's sake, and is no part of
/// what stands.
fn standing(kind: Kind, id: SubjectId, records: &[Record]) -> Subject {
    let mut subject = Subject::fold(kind, id, records);
    match &mut subject {
        Subject::Member(member) => member.withdrawn = None,
        Subject::Role(role) => role.withdrawn = None,
        Subject::Goal(goal) => goal.withdrawn = None,
        Subject::Task(task) => task.withdrawn = None,
        Subject::Tension(tension) => tension.withdrawn = None,
        Subject::Decision(decision) => decision.withdrawn = None,
        Subject::Agreement(agreement) => agreement.undone = None,
        // What has no handle remembers nothing.
        Subject::Board(_)
        | Subject::Thanks(_)
        | Subject::Meeting(_)
        | Subject::Pairing(_)
        | Subject::Settlement(_) => {}
    }
    subject
}

proptest! {
    #![proptest_config(tried(192))]

    #[test]
    fn any_order_of_arrival_gives_the_same_board(
        (records, shuffled) in steps(120).prop_flat_map(|steps| {
            let records: Vec<Record> = history(&steps).into_iter().map(|(record, _)| record).collect();
            (Just(records.clone()), Just(records).prop_shuffle())
        })
    ) {
        let arriving = by_arrival(shuffled);
        for (id, (kind, records)) in by_subject(records) {
            let folded = Subject::fold(kind, id, &records);
            prop_assert_eq!(&grown(kind, id, &records), &folded, "in canonical order");
            prop_assert_eq!(&grown(kind, id, &arriving[&id]), &folded, "in any order");
        }
    }

    #[test]
    fn a_record_reads_back_from_its_line(steps in steps(60)) {
        for (record, line) in history(&steps) {
            prop_assert_eq!(Record::read(&line).unwrap(), record);
        }
    }

    #[test]
    fn undo_restores_what_was_and_redo_what_it_took_back(steps in steps(80)) {
        for (id, (kind, records)) in by_subject(history(&steps).into_iter().map(|(record, _)| record)) {
            for end in 1..=records.len() {
                let (before, with) = (&records[..end - 1], &records[..end]);
                let last = &with[end - 1];
                let undo = undoing(last, with, 1);
                let undone = [with, std::slice::from_ref(&undo)].concat();
                let redone = [&undone[..], &[undoing(&undo, &undone, 2)]].concat();
                prop_assert_eq!(standing(kind, id, &undone), standing(kind, id, before), "undo {:?}", last);
                prop_assert_eq!(Subject::fold(kind, id, &redone), Subject::fold(kind, id, with), "redo {:?}", last);
            }
        }
    }

    #[test]
    fn undoing_one_record_leaves_the_others_standing(steps in steps(60)) {
        for (id, (kind, records)) in by_subject(history(&steps).into_iter().map(|(record, _)| record)) {
            for (n, record) in records.iter().enumerate() {
                if matches!(record.event, Some(Event::Undone(_))) || !setara::domain::subject::undone(&records).is_empty() {
                    continue;
                }
                let undone = [&records[..], &[undoing(record, &records, 1)]].concat();
                let without = [&records[..n], &records[n + 1..]].concat();
                prop_assert_eq!(standing(kind, id, &undone), standing(kind, id, &without));
            }
        }
    }
}

fn by_arrival(records: Vec<Record>) -> BTreeMap<SubjectId, Vec<Record>> {
    let mut subjects: BTreeMap<SubjectId, Vec<Record>> = BTreeMap::new();
    for record in records {
        subjects.entry(record.subject).or_default().push(record);
    }
    subjects
}

/// Two desks that both know one task, and write apart.
struct Desk {
    tip: Tip,
    records: Vec<Record>,
}

impl Desk {
    fn two() -> [Desk; 2] {
        let records: Vec<Record> = history(&[]).into_iter().map(|(record, _)| record).collect();
        [7, 8].map(|n| Desk {
            tip: Tip { replica: ReplicaId([n; 16]), count: 0, last: RecordId::ZERO, lamport: 100 },
            records: records.clone(),
        })
    }

    fn fold(&self, id: SubjectId) -> Subject {
        let subjects = by_subject(self.records.clone());
        let (kind, records) = &subjects[&id];
        Subject::fold(*kind, id, records)
    }

    fn task(&self) -> Task {
        match self.fold(task(0).into()) {
            Subject::Task(task) => *task,
            other => panic!("{other:?}"),
        }
    }

    fn perform(&mut self, by: u8, command: Command) {
        let now = At(1_793_700_000_000);
        let mut scene = Scene::new(histories::BOARD, member(by), now, now.day());
        for id in command.needs().subjects.into_iter().chain([member(by).into()]) {
            scene.put(id, self.fold(id));
        }
        for draft in decide(&command, &scene).unwrap() {
            let written = Record::write(draft, histories::BOARD, member(by), now, &mut self.tip).0;
            self.records.push(written);
        }
    }

    fn hear(&mut self, other: &Desk) {
        let news: Vec<Record> = other.records.iter().filter(|r| !self.records.contains(r)).cloned().collect();
        self.tip.lamport = self.tip.lamport.max(other.tip.lamport);
        self.records.extend(news);
    }
}

fn meet(desks: &mut [Desk; 2]) {
    let [a, b] = desks;
    a.hear(b);
    b.hear(a);
    assert_eq!(a.task(), b.task());
}

fn titled(title: &str) -> Command {
    let edit = TaskEdited { title: Some(title.into()), ..TaskEdited::default() };
    Command::EditTask(EditTask { task: task(0), edit })
}

#[test]
fn two_offline_claims_are_both_kept() {
    use setara::domain::decide::{Claim, ClaimAs, GiveBack};
    let mut desks = Desk::two();
    for (n, desk) in desks.iter_mut().enumerate() {
        desk.perform(n as u8, Command::Claim(Claim { task: task(0), part: ClaimAs::Lead }));
    }
    meet(&mut desks);
    assert_eq!(desks[0].task().leads().count(), 2);
    desks[0].perform(0, Command::GiveBack(GiveBack { task: task(0), note: None }));
    meet(&mut desks);
    let leads: Vec<_> = desks[1].task().leads().map(|claim| claim.member).collect();
    assert_eq!(leads, [member(1)], "one release settles it");
}

#[test]
fn two_edits_apart_are_written_twice_until_one_saw_both() {
    let mut desks = Desk::two();
    desks[0].perform(0, titled("Paint the door"));
    desks[1].perform(1, titled("Paint the gate"));
    meet(&mut desks);
    assert_eq!(desks[0].task().title.written_twice().map(<[_]>::len), Some(2));
    desks[0].perform(0, titled("Paint both"));
    meet(&mut desks);
    assert_eq!((desks[1].task().title(), desks[1].task().title.written_twice()), ("Paint both", None));
}

#[test]
fn saying_again_what_is_shown_settles_what_was_written_twice() {
    let mut desks = Desk::two();
    desks[0].perform(0, titled("Paint the door"));
    desks[1].perform(1, titled("Paint the gate"));
    meet(&mut desks);
    let shown = desks[0].task().title().to_owned();
    desks[0].perform(0, titled(&shown));
    meet(&mut desks);
    assert_eq!((desks[1].task().title(), desks[1].task().title.written_twice()), (shown.as_str(), None));
}

#[test]
fn edits_of_different_fields_made_apart_do_not_meet() {
    let mut desks = Desk::two();
    desks[0].perform(0, titled("Paint the door"));
    let edit = TaskEdited { next: Some(Some("buy paint".into())), ..TaskEdited::default() };
    desks[1].perform(1, Command::EditTask(EditTask { task: task(0), edit }));
    desks[1].perform(1, Command::Move(Move { task: task(0), to: State::Doing, ending: Ending::Own }));
    meet(&mut desks);
    let task = desks[0].task();
    assert_eq!(
        (task.title(), task.state(), task.next.value().unwrap().as_str()),
        ("Paint the door", State::Doing, "buy paint")
    );
    assert!(task.title.written_twice().is_none() && task.state.written_twice().is_none());
}

#[test]
fn who_claimed_on_two_machines_apart_gives_back_or_hands_over_all_of_it() {
    use setara::domain::decide::{Accept, Claim, ClaimAs, GiveBack, Offer};
    let claimed_twice = || {
        let mut desks = Desk::two();
        for desk in &mut desks {
            desk.perform(0, Command::Claim(Claim { task: task(0), part: ClaimAs::Lead }));
        }
        meet(&mut desks);
        assert_eq!(desks[0].task().leads().count(), 2);
        desks
    };
    let mut desks = claimed_twice();
    desks[0].perform(0, Command::GiveBack(GiveBack { task: task(0), note: None }));
    meet(&mut desks);
    assert_eq!(desks[1].task().leads().count(), 0);
    let mut desks = claimed_twice();
    desks[0].perform(0, Command::Offer(Offer { task: task(0), to: member(1), note: None }));
    desks[0].perform(1, Command::Accept(Accept { task: task(0) }));
    meet(&mut desks);
    let leads: Vec<_> = desks[1].task().leads().map(|claim| claim.member).collect();
    assert_eq!(leads, [member(1)]);
}

#[test]
fn nobody_renews_the_claim_of_another() {
    use setara::domain::decide::{Claim, ClaimAs};
    use setara::domain::event::TaskRenewed;
    let [mut desk, _] = Desk::two();
    desk.perform(0, Command::Claim(Claim { task: task(0), part: ClaimAs::Lead }));
    let claim = desk.task().claims[0].clone();
    let renewed = Event::from(TaskRenewed {
        claim: claim.id,
        lease: At(i64::MAX),
        terms: None,
        by: None,
        at: None,
        from: None,
    });
    let draft = Draft::new(task(0), renewed);
    desk.records.push(Record::write(draft, histories::BOARD, member(1), At(0), &mut desk.tip).0);
    assert_eq!(desk.task().claims, [claim]);
}

fn tension(kind: Kind, id: SubjectId, records: &[Record]) -> Option<Tension> {
    match Subject::fold(kind, id, records) {
        Subject::Tension(tension) if tension.origin.is_some() => Some(*tension),
        _ => None,
    }
}

proptest! {
    #![proptest_config(tried(1000))]

    #[test]
    fn tensions_on_three_machines_apart_come_to_the_same(
        (records, shuffled) in steps_of(prop::sample::select(&OF_TENSIONS[..]), 60).prop_flat_map(|steps| {
            let records: Vec<Record> = history(&steps).into_iter().map(|(record, _)| record).collect();
            (Just(records.clone()), Just(records).prop_shuffle())
        })
    ) {
        let arriving = by_arrival(shuffled);
        for (id, (kind, records)) in by_subject(records) {
            prop_assert_eq!(&grown(kind, id, &arriving[&id]), &Subject::fold(kind, id, &records));
            let Some(all) = tension(kind, id, &records) else { continue };
            for n in 0..4 {
                // Without what one of them wrote nothing of another is gone, and nothing of theirs is left.
                let is_theirs = |record: &Record| record.author == member(n);
                let others: Vec<Record> = records.iter().filter(|r| !is_theirs(r)).cloned().collect();
                let Some(left) = tension(kind, id, &others) else { continue };
                let kept = |tension: &Tension| -> BTreeSet<_> {
                    tension.taken_up.iter().map(|(by, _)| *by).filter(|by| *by != member(n)).collect()
                };
                prop_assert_eq!(kept(&left), kept(&all));
                prop_assert!(left.taken_up.iter().all(|(by, _)| *by != member(n)));
                prop_assert!(left.became.iter().all(|became| became.by != member(n)));
                // What several said that it became stays as long as one of them does.
                let is_said = |what| others.iter().any(|record| says_became(record, what));
                let expected = all.became.iter().filter(|became| is_said(became.what)).count();
                prop_assert_eq!(left.became.len(), expected);
                let closes = |record: &Record| ["tension.settled", "tension.let_go"].contains(&&*record.kind);
                prop_assert_eq!(left.is_open(), !others.iter().any(closes));
            }
        }
    }
}

fn says_became(record: &Record, what: setara::domain::tension::Outcome) -> bool {
    matches!(&record.event, Some(Event::Tension(TensionEvent::Became(became))) if became.what == what)
}

fn agreement(kind: Kind, id: SubjectId, records: &[Record]) -> Option<Agreement> {
    match Subject::fold(kind, id, records) {
        Subject::Agreement(agreement) if agreement.origin.is_some() => Some(*agreement),
        _ => None,
    }
}

/// What is in force on a day on which nobody has left yet, in a team in which all still are.
fn in_force(agreement: &Agreement) -> Option<RecordId> {
    agreement.standing(Day::MIN, |_| true, |_| None).in_force.map(|version| version.id)
}

proptest! {
    #![proptest_config(tried(1000))]

    #[test]
    fn agreements_on_three_machines_apart_come_to_the_same_and_bind_nobody_by_another(
        (records, shuffled) in steps_of(prop::sample::select(&OF_AGREEMENTS[..]), 80).prop_flat_map(|steps| {
            let records: Vec<Record> = history(&steps).into_iter().map(|(record, _)| record).collect();
            (Just(records.clone()), Just(records).prop_shuffle())
        })
    ) {
        let arriving = by_arrival(shuffled);
        for (id, (kind, records)) in by_subject(records) {
            prop_assert_eq!(&grown(kind, id, &arriving[&id]), &Subject::fold(kind, id, &records));
            let Some(all) = agreement(kind, id, &records) else { continue };
            for n in 0..4 {
                // Without what one of them wrote nobody else's yes is gone, and none of theirs is left.
                let others: Vec<Record> =
                    records.iter().filter(|record| record.author != member(n)).cloned().collect();
                let Some(left) = agreement(kind, id, &others) else { continue };
                if left.origin != all.origin {
                    continue;
                }
                let said = |agreement: &Agreement| -> BTreeSet<_> {
                    let yes = agreement.yes.iter().filter(|yes| yes.member != member(n));
                    yes.map(|yes| (yes.version, yes.member)).collect()
                };
                prop_assert_eq!(said(&left), said(&all));
                prop_assert!(left.yes.iter().all(|yes| yes.member != member(n)));
                prop_assert!(left.left.iter().all(|left| left.member != member(n)));
            }
            // Whom a version binds has agreed to it themselves, or decided what it says with who wrote it down.
            let decided = |id| decided(&all, id);
            for standing in [
                all.standing(Day::MIN, |_| true, |_| None),
                all.standing(Day::MIN, |_| true, decided),
            ] {
                for bound in &standing.bound {
                    let version = standing.in_force.unwrap();
                    let mut own = records.iter().filter(|record| record.author == *bound);
                    let agreed = own.any(|record| record.id == version.id || agrees_to(record, version.id));
                    let outcome = standing.wrote(version).and_then(decided);
                    let is_for = outcome.is_some_and(|outcome| {
                        let said = (&version.wording.title, &version.wording.text);
                        said == (&outcome.title, &outcome.text)
                            && outcome.members.contains(&version.by)
                            && outcome.members.contains(bound)
                            && version.wording.parties.contains(bound)
                    });
                    prop_assert!(agreed || is_for);
                }
            }
            // Where no decision holds it is as if none had been named.
            let named_none: Vec<Record> = records.iter().cloned().map(without_decision).collect();
            let named_none = agreement(kind, id, &named_none).expect("it is the same draft");
            prop_assert_eq!(in_force(&named_none), in_force(&all));
            // An amendment that only its author agrees to takes nothing away, whichever of the records it is.
            for (n, record) in records.iter().enumerate() {
                let is_answered = records.iter().any(|other| {
                    other.ends.contains(&record.id) || agrees_to(other, record.id)
                });
                if record.kind != "agreement.amended" || is_answered || in_force(&all) == Some(record.id) {
                    continue;
                }
                let mut without = records.clone();
                without.remove(n);
                let without = agreement(kind, id, &without).expect("an amendment makes no agreement");
                prop_assert_eq!(in_force(&without), in_force(&all));
            }
        }
    }
}

/// What two of them decided, wherever a decision is named: as the first says that names it.
fn decided(agreement: &Agreement, id: SubjectId) -> Option<Outcome> {
    let first = agreement.versions.iter().find(|version| version.wording.decision == Some(id))?;
    let (title, text) = (first.wording.title.clone(), first.wording.text.clone());
    Some(Outcome { title, text, members: [member(0), member(1)].into() })
}

fn without_decision(mut record: Record) -> Record {
    match &mut record.event {
        Some(Event::Agreement(AgreementEvent::Drafted(drafted))) => drafted.decision = None,
        Some(Event::Agreement(AgreementEvent::Amended(amended))) => amended.decision = None,
        _ => {}
    }
    record
}

fn agrees_to(record: &Record, version: RecordId) -> bool {
    matches!(&record.event, Some(Event::Agreement(AgreementEvent::Agreed(agreed))) if agreed.version == version)
}
