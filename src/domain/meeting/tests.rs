//! Folded from records of machines that write apart.

use uuid::Uuid;

use super::event::{MeetingEnded, MeetingMoved, MeetingStarted, MeetingTimed};
use super::*;
use crate::domain::event::Event;
use crate::domain::id::{BoardId, ReplicaId, TaskId};
use crate::domain::record::{Draft, Tip};
use crate::domain::subject::{Kind, Subject};

const START: At = At(1_793_610_000_000);

fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(n))
}

fn id() -> MeetingId {
    MeetingId(Uuid::from_u128(77))
}

/// What some machines wrote, each knowing what is said to be known.
struct Written(Vec<Record>);

impl Written {
    fn started() -> (Written, RecordId) {
        let plan = MeetingKind::Standup.plan();
        let started =
            MeetingStarted { kind: MeetingKind::Standup, plan, saw: vec![], by: None, at: None, from: None };
        let mut written = Written(Vec::new());
        let start = written.write(1, 0, started);
        (written, start)
    }

    /// A record of the machine and member `who`, at so many seconds, on a clock of its own.
    fn write(&mut self, who: u8, seconds: i64, event: impl Into<Event>) -> RecordId {
        let own = self.0.iter().filter(|record| record.replica == ReplicaId([who; 16]));
        let (count, last) = own.fold((0, RecordId::ZERO), |(n, _), record| (n + 1, record.id));
        let lamport = self.0.iter().map(|record| record.lamport).max().unwrap_or(0);
        let mut tip = Tip { replica: ReplicaId([who; 16]), count, last, lamport };
        let at = At(START.0 + seconds * 1000);
        let draft = Draft::new(id(), event);
        let board = BoardId(Uuid::from_u128(1));
        let (record, _) = Record::write(draft, board, member(u128::from(who)), at, &mut tip);
        let written = record.id;
        self.0.push(record);
        written
    }

    /// What others wrote arrives: each record once, and all in canonical order.
    fn hear(&mut self, news: Vec<Record>) {
        for record in news {
            if self.0.iter().all(|known| known.id != record.id) {
                self.0.push(record);
            }
        }
        self.0.sort_by(Record::canonical);
    }

    fn go(&mut self, who: u8, from: RecordId, to: Place, how: Option<How>) -> RecordId {
        self.write(who, 60, MeetingMoved { from, to, how, by: None, at: None, source: None })
    }

    fn meeting(&self) -> Meeting {
        match Subject::fold(Kind::Meeting, id().into(), &self.0) {
            Subject::Meeting(meeting) => *meeting,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_same_move_made_twice_is_one_and_both_records_stand_for_its_turn() {
    let (mut written, start) = Written::started();
    let since = Place::step(Step::Since);
    let first = written.go(1, start, since, None);
    let second = written.go(2, start, since, None);
    // Each goes on from what they wrote themselves.
    let walk = Place::task(TaskId(Uuid::from_u128(5)), Some(member(3)));
    written.go(2, second, walk, None);
    written.go(1, first, walk, None);
    let meeting = written.meeting();
    assert_eq!(meeting.course.turns().len(), 3);
    assert_eq!(meeting.place(), Some(walk));
}

#[test]
fn who_moved_elsewhere_apart_is_heard_and_leads_nobody_away() {
    let (mut written, start) = Written::started();
    let asked = written.go(1, start, Place::turn_of(member(3)), None);
    let on = written.go(1, asked, Place::turn_of(member(4)), Some(How::Passed));
    let aside = written.go(2, asked, Place::turn_of(member(5)), Some(How::Spoke));
    written.go(2, aside, Place::step(Step::Park), Some(How::Later));
    let meeting = written.meeting();
    assert_eq!(meeting.course.now().map(|turn| turn.id), Some(on));
    // To have spoken outweighs that somebody else thought that they passed.
    assert_eq!(meeting.how(member(3)), Some(How::Spoke));
    assert_eq!(meeting.how(member(5)), Some(How::Later));
    assert_eq!(meeting.how(member(4)), None);
}

#[test]
fn a_move_of_an_unknown_turn_changes_nothing() {
    let (mut written, start) = Written::started();
    written.go(2, RecordId([9; 32]), Place::step(Step::Reach), Some(How::Spoke));
    assert_eq!(written.meeting().course.now().map(|turn| turn.id), Some(start));
}

#[test]
fn back_is_the_way_one_came_and_what_was_gone_back_from_is_not_done() {
    let (mut written, start) = Written::started();
    let [one, two] = [5, 6].map(|n| Place::task(TaskId(Uuid::from_u128(n)), None));
    let first = written.go(1, start, one, None);
    let second = written.go(1, first, two, None);
    let back = |written: &Written| written.meeting().course.before().map(|turn| turn.place);
    assert_eq!(back(&written), Some(one));
    let again = written.go(2, second, one, None);
    assert_eq!(back(&written), Some(Place::step(Step::Goals)));
    let course = written.meeting().course;
    assert!(!course.turn(second).unwrap().is_done && course.turn(first).unwrap().is_done);
    // Next is then what was not done: the second again.
    let ahead =
        Ahead { tasks: [5, 6, 7].map(|n| (TaskId(Uuid::from_u128(n)), None)).to_vec(), members: Vec::new() };
    assert_eq!(written.meeting().next(&ahead), Some(two));
    written.go(1, again, two, None);
    let third = Place::task(TaskId(Uuid::from_u128(7)), None);
    assert_eq!(written.meeting().next(&ahead), Some(third));
}

#[test]
fn a_move_after_the_end_opens_it_again_but_not_one_aside() {
    let (mut written, start) = Written::started();
    let reach = written.go(1, start, Place::step(Step::Reach), None);
    let end = MeetingEnded { turn: reach, by: None, at: None, from: None };
    written.write(1, 100, end);
    assert_eq!(written.meeting().ended, Some(At(START.0 + 100_000)));
    written.go(2, start, Place::step(Step::Park), None);
    assert!(!written.meeting().is_open());
    written.go(2, reach, Place::step(Step::Park), None);
    assert!(written.meeting().is_open());
}

#[test]
fn the_clock_is_that_of_the_whole_walk_and_of_each_turn_in_the_round() {
    let (mut written, start) = Written::started();
    let at = |seconds: i64| At(START.0 + seconds * 1000);
    let runs = |since: i64, until: i64| Some(Clock::Runs { since: at(since), until: at(until) });
    assert_eq!(written.meeting().clock(), runs(0, 60));
    // Moves are made after a minute.
    let [one, two] = [5, 6].map(|n| Place::task(TaskId(Uuid::from_u128(n)), None));
    let first = written.go(1, start, one, None);
    let second = written.go(1, first, two, None);
    assert_eq!(written.meeting().clock(), runs(60, 360));
    written.write(1, 200, MeetingTimed { turn: second, until: None, rests: Some(160) });
    assert_eq!(written.meeting().clock(), Some(Clock::Rests { seconds: 160 }));
    written.write(1, 300, MeetingTimed { turn: second, until: Some(at(460)), rests: None });
    assert_eq!(written.meeting().clock(), runs(60, 460));
    let asked = written.go(1, second, Place::turn_of(member(3)), None);
    written.write(1, 70, MeetingTimed { turn: asked, until: Some(at(999)), rests: None });
    written.go(1, asked, Place::turn_of(member(4)), None);
    assert_eq!(written.meeting().clock(), runs(60, 120));
}

#[test]
fn the_round_begins_with_who_had_fewer_turns_and_ends_with_who_asked_to_be_later() {
    let (mut written, start) = Written::started();
    let members: Vec<(MemberId, usize)> = (1..=6).map(|n| (member(n), if n > 3 { 5 } else { 1 })).collect();
    let ahead = Ahead { tasks: Vec::new(), members };
    let order = written.meeting().still_to_hear(&ahead);
    let first: Vec<bool> = order.iter().map(|one| *one <= member(3)).collect();
    assert_eq!(first, [true, true, true, false, false, false]);
    // It says nothing of who is quiet: inside each half it is drawn anew for each meeting.
    let another = Meeting { id: MeetingId(Uuid::from_u128(78)), ..written.meeting() };
    assert_ne!(another.still_to_hear(&ahead), order);
    let asked = written.go(1, start, Place::turn_of(order[0]), None);
    written.go(1, asked, Place::turn_of(order[1]), Some(How::Later));
    let later: Vec<MemberId> = order[1..].iter().chain([&order[0]]).copied().collect();
    assert_eq!(written.meeting().still_to_hear(&ahead), later);
}

#[test]
fn what_nobody_touched_for_three_hours_was_forgotten() {
    let (written, _) = Written::started();
    let meeting = written.meeting();
    let after = |minutes: i64| At(START.0 + minutes * 60_000);
    assert!(!meeting.is_forgotten(after(179)) && meeting.is_forgotten(after(180)));
}

/// Three machines on which somebody presses *Next* now and then, once to three times at what is on the screen, and which
/// hear from each other now and then.
#[test]
fn however_often_and_wherever_next_is_pressed_everybody_has_their_turn() {
    const MEMBERS: u128 = 7;
    let members: Vec<(MemberId, usize)> = (1..=MEMBERS).map(|n| (member(n), 0)).collect();
    let ahead = Ahead { tasks: Vec::new(), members };
    let mut chance = 1_u64;
    let mut draw = move |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    for _ in 0..100 {
        let (start, _) = Written::started();
        let mut machines: Vec<Written> = (0..3).map(|_| Written(start.0.clone())).collect();
        for _ in 0..30 {
            let at = draw(3) as usize;
            if draw(3) == 0 {
                let news = machines[draw(3) as usize].0.clone();
                machines[at].hear(news);
                continue;
            }
            let shown = machines[at].meeting();
            // Now and then somebody goes elsewhere instead: to whom they want to hear.
            let elsewhere = (draw(4) == 0).then(|| Place::turn_of(member(1 + u128::from(draw(7)))));
            let (Some(turn), Some(to)) = (shown.course.now(), elsewhere.or(shown.next(&ahead))) else {
                continue;
            };
            let how = turn.place.member.map(|_| How::Spoke);
            for _ in 0..=draw(3) {
                machines[at].go(at as u8 + 1, turn.id, to, how);
            }
        }
        let all: Vec<Record> = machines.iter().flat_map(|machine| machine.0.clone()).collect();
        let mut whole = Written(Vec::new());
        whole.hear(all.clone());
        for machine in &mut machines {
            machine.hear(all.clone());
            assert_eq!(machine.meeting(), whole.meeting(), "what all know is the same everywhere");
        }
        while let Some(to) = whole.meeting().next(&ahead) {
            let turn = whole.meeting().course.now().cloned().unwrap();
            whole.go(1, turn.id, to, turn.place.member.map(|_| How::Spoke));
        }
        let meeting = whole.meeting();
        // Each turn was left where it stood, once, and whoever had it was heard by that.
        let turns = meeting.course.turns();
        let live: Vec<&Turn> = turns.iter().filter(|turn| turn.is_live).collect();
        for pair in live.windows(2) {
            assert_eq!(
                pair[1].after.map(|before| turns[before].id),
                Some(pair[0].id),
                "a turn was passed by"
            );
            assert_eq!(pair[1].how.is_some(), pair[0].place.member.is_some());
        }
        assert!((1..=MEMBERS).all(|n| meeting.how(member(n)) == Some(How::Spoke)), "somebody was skipped");
    }
}
