//! Folded from records of machines that write apart.

use uuid::Uuid;

use super::event::{
    MeetingCardAdded, MeetingCardStruck, MeetingCounted, MeetingEnded, MeetingGrouped, MeetingMoved,
    MeetingRevealed, MeetingStarted, MeetingSwapAccepted, MeetingSwapOffered, MeetingTimed,
};
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
        Written::began(MeetingStarted::of(MeetingKind::Standup))
    }

    fn began(started: MeetingStarted) -> (Written, RecordId) {
        let mut written = Written(Vec::new());
        let start = written.write(1, 0, started);
        (written, start)
    }

    /// A record of the machine and member `who`, at so many seconds, on a clock of its own.
    fn write(&mut self, who: u8, seconds: i64, event: impl Into<Event>) -> RecordId {
        self.write_ending(who, seconds, event, &[])
    }

    fn write_ending(
        &mut self,
        who: u8,
        seconds: i64,
        event: impl Into<Event>,
        ends: &[RecordId],
    ) -> RecordId {
        let own = self.0.iter().filter(|record| record.replica == ReplicaId([who; 16]));
        let (count, last) = own.fold((0, RecordId::ZERO), |(n, _), record| (n + 1, record.id));
        let lamport = self.0.iter().map(|record| record.lamport).max().unwrap_or(0);
        let mut tip = Tip { replica: ReplicaId([who; 16]), count, last, lamport };
        let at = At(START.0 + seconds * 1000);
        let draft = Draft::new(id(), event).ending(ends.to_vec());
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
    let asked = written.go(1, start, Place::turn_of(Step::Round, member(3)), None);
    let on = written.go(1, asked, Place::turn_of(Step::Round, member(4)), Some(How::Passed));
    let aside = written.go(2, asked, Place::turn_of(Step::Round, member(5)), Some(How::Spoke));
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
        Ahead { tasks: [5, 6, 7].map(|n| (TaskId(Uuid::from_u128(n)), None)).to_vec(), ..Ahead::default() };
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
    let asked = written.go(1, second, Place::turn_of(Step::Round, member(3)), None);
    written.write(1, 70, MeetingTimed { turn: asked, until: Some(at(999)), rests: None });
    written.go(1, asked, Place::turn_of(Step::Round, member(4)), None);
    assert_eq!(written.meeting().clock(), runs(60, 120));
}

#[test]
fn the_round_begins_with_who_had_fewer_turns_and_ends_with_who_asked_to_be_later() {
    let (mut written, start) = Written::started();
    let members: Vec<(MemberId, usize)> = (1..=6).map(|n| (member(n), if n > 3 { 5 } else { 1 })).collect();
    let ahead = Ahead { members, ..Ahead::default() };
    let order = written.meeting().still_to_hear(&ahead);
    let first: Vec<bool> = order.iter().map(|one| *one <= member(3)).collect();
    assert_eq!(first, [true, true, true, false, false, false]);
    // It says nothing of who is quiet: inside each half it is drawn anew for each meeting.
    let another = Meeting { id: MeetingId(Uuid::from_u128(78)), ..written.meeting() };
    assert_ne!(another.still_to_hear(&ahead), order);
    let asked = written.go(1, start, Place::turn_of(Step::Round, order[0]), None);
    written.go(1, asked, Place::turn_of(Step::Round, order[1]), Some(How::Later));
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
    let ahead = Ahead { members, ..Ahead::default() };
    let mut chance = 1_u64;
    let mut draw = move |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    for _ in 0..1_000 {
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
            let elsewhere =
                (draw(4) == 0).then(|| Place::turn_of(Step::Round, member(1 + u128::from(draw(7)))));
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
            let has_spoken = |asked| whole.meeting().how(asked) == Some(How::Spoke);
            assert!(!to.member.is_some_and(has_spoken), "who spoke is asked again");
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

/// A retro with two columns.
fn retro(names: CardNames) -> (Written, RecordId) {
    let columns = vec!["Helped".to_owned(), "Hindered".to_owned()];
    Written::began(MeetingStarted { columns, names: Some(names), ..MeetingStarted::of(MeetingKind::Retro) })
}

fn card(written: &mut Written, who: u8, column: u32, text: &str) -> CardId {
    let added = MeetingCardAdded { column, text: text.into(), by: None, at: None, from: None };
    CardId { record: written.write(who, 70, added), nth: 0 }
}

fn group(written: &mut Written, who: u8, group: CardId, cards: &[CardId]) -> RecordId {
    let cards = cards.to_vec();
    written.write(who, 80, MeetingGrouped { group, cards, name: None, by: None, at: None, from: None })
}

fn titles(meeting: &Meeting) -> Vec<(String, usize, u32)> {
    let groups = meeting.cards.by_dots();
    groups.iter().map(|group| (group.title.to_owned(), group.cards.len(), group.dots)).collect()
}

#[test]
fn cards_put_together_are_one_topic_with_the_dots_of_all() {
    let (mut written, vote) = retro(CardNames::Named);
    let late = card(&mut written, 1, 1, "The key came late");
    let key = card(&mut written, 2, 0, "Nobody had the key");
    let early = card(&mut written, 2, 0, "We tested early");
    // A column that is not there: the last one.
    card(&mut written, 1, 9, "Alone");
    group(&mut written, 2, late, &[key]);
    let dots = vec![(key, 2), (early, 1), (late, 1)];
    written.write(1, 90, MeetingCounted { vote, voters: 2, dots, by: None, at: None, from: None });
    let meeting = written.meeting();
    assert_eq!(
        titles(&meeting),
        [("The key came late".into(), 2, 3), ("We tested early".into(), 1, 1)],
        "what has no dot is not talked about where anything has"
    );
    assert_eq!(meeting.cards.groups().len(), 3);
    assert_eq!(meeting.cards.card(CardId { record: written.0[4].id, nth: 0 }).unwrap().column, 1);
    // The sums of another machine add up.
    let dots = vec![(early, 4)];
    written.write(2, 90, MeetingCounted { vote, voters: 2, dots, by: None, at: None, from: None });
    assert_eq!(titles(&written.meeting())[0], ("We tested early".into(), 1, 5));
    assert_eq!(written.meeting().cards.voters(), 4);
}

#[test]
fn cards_put_to_each_other_apart_are_one_group_and_one_put_to_itself_stands_alone() {
    let (mut written, _) = retro(CardNames::Named);
    let [a, b, c] = ["a", "b", "c"].map(|text| card(&mut written, 1, 0, text));
    let to_b = group(&mut written, 1, b, &[a]);
    group(&mut written, 2, c, &[b]);
    group(&mut written, 1, a, &[c]);
    let meeting = written.meeting();
    let groups = meeting.cards.groups();
    assert_eq!((groups.len(), groups[0].id), (1, a.min(b).min(c)), "of a circle the smallest is it");
    let alone = MeetingGrouped { group: a, cards: vec![a], name: None, by: None, at: None, from: None };
    written.write_ending(1, 90, alone, &[to_b]);
    assert_eq!(written.meeting().cards.groups().len(), 1, "c stands with it still");
    assert_eq!(written.meeting().cards.groups()[0].id, a);
    // What nobody saw stays as it is said.
    let name = |name: &str| MeetingGrouped {
        group: a,
        cards: vec![],
        name: Some(name.into()),
        by: None,
        at: None,
        from: None,
    };
    written.write(1, 95, name("Waiting"));
    assert_eq!(written.meeting().cards.groups()[0].title, "Waiting");
}

#[test]
fn what_was_struck_is_no_topic_but_those_that_were_put_to_it_are() {
    let (mut written, _) = retro(CardNames::Named);
    let [a, b] = ["a", "b"].map(|text| card(&mut written, 1, 0, text));
    group(&mut written, 1, a, &[b]);
    let why = "said twice".to_owned();
    written.write(2, 90, MeetingCardStruck { card: a, why, by: None, at: None, from: None });
    let meeting = written.meeting();
    assert_eq!(titles(&meeting), [("b".into(), 1, 0)]);
    assert_eq!(meeting.cards.groups()[0].id, a);
    assert_eq!(meeting.cards.card(a).unwrap().struck, Some((member(2), "said twice".into())));
}

#[test]
fn hidden_cards_say_neither_who_nor_when_and_two_reveals_add_up() {
    let (mut written, gather) = retro(CardNames::Hidden);
    assert!(written.meeting().cards.are_hidden());
    let shown = |text: &str| MeetingRevealed {
        gather,
        ready: 4,
        cards: vec![(0, text.into()), (1, "Again".into())],
        by: None,
        at: None,
        from: None,
    };
    written.write(1, 60, shown("Less talk"));
    written.write(2, 60, shown("More bread"));
    let meeting = written.meeting();
    assert!(!meeting.cards.are_hidden());
    assert_eq!(meeting.cards.cards.len(), 4);
    assert!(meeting.cards.cards.iter().all(|card| card.written.is_none()));
    assert_eq!(meeting.cards.reveals.iter().map(|reveal| reveal.ready).collect::<Vec<_>>(), [4, 4]);
}

#[test]
fn topics_are_gone_through_by_their_dots_each_with_its_share_of_the_time() {
    let (mut written, start) = retro(CardNames::Named);
    let ahead = Ahead { members: vec![(member(1), 0)], ..Ahead::default() };
    let steps = |meeting: &Meeting| meeting.next(&ahead).map(|place| place.step);
    let gather = written.go(1, start, Place::step(Step::Gather), None);
    assert_eq!(
        steps(&written.meeting()),
        Some(Step::Act),
        "without cards there is nothing to group or to talk about"
    );
    let [few, many] = ["few", "many"].map(|text| card(&mut written, 1, 0, text));
    assert_eq!(steps(&written.meeting()), Some(Step::Group));
    let dots = vec![(few, 1), (many, 7)];
    written.write(1, 90, MeetingCounted { vote: gather, voters: 4, dots, by: None, at: None, from: None });
    let dots = written.go(1, gather, Place::step(Step::Dots), None);
    assert_eq!(written.meeting().next(&ahead), Some(Place::topic(many)));
    let first = written.go(1, dots, Place::topic(many), None);
    let meeting = written.meeting();
    // 25 minutes, eight parts of ten: one more than its dots for each.
    assert_eq!(meeting.time_box(Place::topic(many)), Some(20 * 60));
    assert_eq!(meeting.time_box(Place::topic(few)), Some(5 * 60));
    assert_eq!(meeting.not_reached().iter().map(|topic| topic.title).collect::<Vec<_>>(), ["few"]);
    assert_eq!(meeting.next(&ahead), Some(Place::topic(few)));
    written.go(1, first, Place::topic(few), None);
    assert_eq!(steps(&written.meeting()), Some(Step::Act));
    assert!(written.meeting().not_reached().is_empty());
}

#[test]
fn who_swaps_facilitates_next_and_whoever_offered_does_not() {
    let (mut written, _) = Written::started();
    let offer = written.write(1, 60, MeetingSwapOffered { with: member(2) });
    // It was not offered to them.
    written.write(3, 61, MeetingSwapAccepted { offer });
    assert_eq!(written.meeting().next_chair.get(), None);
    written.write(2, 62, MeetingSwapAccepted { offer });
    let meeting = written.meeting();
    assert_eq!(meeting.next_chair.get(), Some(&member(2)));
    assert_eq!((meeting.not_next, meeting.swaps), (vec![member(1)], vec![]));
}
