//! Each figure from a few facts, and when it has no value.

use super::*;
use crate::domain::id::GoalId;
use crate::insight::sketch::{AYU, BUDI, CITRA, day, nov};

/// Wednesday, in the week that begins on the 30th.
fn now() -> At {
    nov(32, 9)
}

fn facts() -> Facts {
    Facts { began: nov(1, 9), ..Facts::default() }
}

fn figure(facts: &Facts, name: Name) -> Figure {
    all(facts, now(), Week::MON_TO_FRI).into_iter().find(|figure| figure.name == name).unwrap()
}

fn value(facts: &Facts, name: Name) -> Value {
    figure(facts, name).value.unwrap()
}

fn wait(day: i64, hours: i64, by: MemberId) -> Wait {
    Wait { from: nov(day, 0), to: nov(day, hours), by }
}

fn blocker(raised: At, asked: Option<At>, cleared: Option<At>, of: MemberId) -> Stopped {
    Stopped {
        id: RecordId::ZERO,
        raised,
        first_asked: asked,
        cleared,
        is_withdrawn: false,
        closed: cleared,
        was_seen: true,
        of,
        finished: Vec::new(),
    }
}

/// Each a blocker of its own.
fn apart(mut blockers: Vec<Stopped>) -> Vec<Stopped> {
    (1..).zip(&mut blockers).for_each(|(n, one)| one.id = RecordId([n; 32]));
    blockers
}

#[test]
fn a_board_without_a_past_has_no_value_at_all() {
    for figure in all(&Facts { began: now(), ..Facts::default() }, now(), Week::MON_TO_FRI) {
        assert_eq!(figure.value, Err(Lack::Few), "{:?}", figure.name);
        assert_eq!((figure.n, figure.from), (0, day(32)), "{:?}", figure.name);
    }
}

#[test]
fn done_is_what_still_stood_done_at_the_end_of_its_week() {
    let done = vec![
        (nov(3, 9), None),
        (nov(4, 9), Some(nov(5, 9))),
        (nov(4, 9), Some(nov(10, 9))),
        (nov(16, 0), None),
        (nov(22, 23), None),
        (nov(31, 9), None),
    ];
    let facts = Facts { first_done: Some(nov(3, 9)), done, ..facts() };
    let weeks = vec![(day(2), 2), (day(9), 0), (day(16), 2), (day(23), 0)];
    assert_eq!(value(&facts, Name::Done), Value::Done { weeks }, "the week that goes on is not told");
    let young = Facts { first_done: Some(nov(9, 9)), ..facts };
    let told = figure(&young, Name::Done);
    assert_eq!((told.value, told.n, told.from), (Err(Lack::Few), 3, day(9)));
}

#[test]
fn work_takes_working_days_and_nearly_all_of_it_is_told_from_twelve_on() {
    let took = |n: i64| -> Vec<(At, At)> { (0..n).map(|i| (nov(5, 9), nov(6 + i % 5, 10))).collect() };
    // Friday to Tuesday: 1, 1 over the weekend, 1, 2, 3.
    let five = Facts { took: took(5), ..facts() };
    assert_eq!(
        value(&five, Name::Took),
        Value::Took { median: 1.0, nearly_all: None, steps: vec![0, 4, 1, 0, 0] }
    );
    let Value::Took { nearly_all, .. } = value(&Facts { took: took(12), ..facts() }, Name::Took) else {
        panic!()
    };
    assert_eq!(nearly_all, Some(3));
    assert_eq!(figure(&Facts { took: took(4), ..facts() }, Name::Took).value, Err(Lack::Few));
}

#[test]
fn a_wait_is_told_once_three_people_are_behind_it() {
    let of = |people: [MemberId; 5]| Facts {
        waits: people.into_iter().zip(1..).map(|(by, hours)| wait(10, hours, by)).collect(),
        ..facts()
    };
    assert_eq!(figure(&of([AYU, AYU, BUDI, BUDI, AYU]), Name::Claimed).value, Err(Lack::People));
    let told = value(&of([AYU, AYU, BUDI, BUDI, CITRA]), Name::Claimed);
    assert_eq!(told, Value::Claimed { median: 3.0 * 3_600_000.0 });
}

#[test]
fn blockers_are_counted_at_the_end_of_each_week() {
    let mut blockers = vec![
        blocker(nov(3, 9), Some(nov(3, 12)), Some(nov(4, 9)), AYU),
        blocker(nov(4, 9), Some(nov(6, 12)), Some(nov(10, 9)), BUDI),
        blocker(nov(5, 9), None, Some(nov(17, 9)), CITRA),
        blocker(nov(17, 9), Some(nov(18, 9)), None, AYU),
        // Raised and cleared within a day, nobody had to be asked; raised today, there is still time.
        blocker(nov(18, 9), None, Some(nov(18, 15)), BUDI),
        blocker(nov(32, 8), None, None, BUDI),
    ];
    // Over with its task, which was taken up again since.
    blockers[3].finished = vec![(nov(21, 9), Some(nov(24, 9)))];
    let facts = Facts { blockers: apart(blockers), ..facts() };
    let Value::Blockers { weeks, cleared, asked } = value(&facts, Name::Blockers) else { panic!() };
    assert_eq!(weeks, [(day(-5), 0), (day(2), 2), (day(9), 1), (day(16), 0), (day(23), 1)]);
    assert_eq!((cleared.n, asked.n), (4, 4));
    assert_eq!((cleared.value, asked.value), (None, None), "four are too few");
}

#[test]
fn what_moved_with_its_task_is_one_blocker() {
    let five = vec![blocker(nov(3, 9), Some(nov(3, 12)), None, BUDI); 5];
    let mut blockers = apart(five);
    for n in 0..blockers.len() {
        // Over there with the task that was merged, and cleared where it went on.
        let there = Stopped { closed: Some(nov(11, 9)), ..blockers[n].clone() };
        blockers[n] = Stopped { cleared: Some(nov(17, 9)), closed: Some(nov(17, 9)), ..there.clone() };
        blockers.push(there);
    }
    let facts = Facts { blockers, ..facts() };
    let figure = figure(&facts, Name::Blockers);
    let Ok(Value::Blockers { weeks, cleared, asked }) = figure.value else { panic!("{figure:?}") };
    assert_eq!(weeks, [(day(-5), 0), (day(2), 5), (day(9), 5), (day(16), 0), (day(23), 0)]);
    assert_eq!((figure.n, cleared.n, asked.n), (5, 5, 5));
}

#[test]
fn parts_about_waits_need_five_and_three_people() {
    let of = |people: [MemberId; 6]| Facts {
        blockers: apart(
            people.into_iter().map(|of| blocker(nov(3, 9), Some(nov(4, 8)), Some(nov(5, 9)), of)).collect(),
        ),
        ..facts()
    };
    let Value::Blockers { cleared, asked, .. } =
        value(&of([AYU, AYU, AYU, BUDI, BUDI, CITRA]), Name::Blockers)
    else {
        panic!()
    };
    assert_eq!((cleared.value, asked.value), (Some(48.0 * 3_600_000.0), Some(6)));
    let Value::Blockers { cleared, asked, .. } =
        value(&of([AYU, AYU, AYU, BUDI, BUDI, BUDI]), Name::Blockers)
    else {
        panic!()
    };
    assert_eq!((cleared.value, asked.value), (None, None));
    let mut brought = of([AYU, AYU, AYU, BUDI, BUDI, CITRA]);
    brought.blockers[0].was_seen = false;
    brought.blockers[1].is_withdrawn = true;
    let Value::Blockers { cleared, .. } = value(&brought, Name::Blockers) else { panic!() };
    assert_eq!(cleared, Part { n: 4, value: None });
}

#[test]
fn ends_are_counts_and_whoever_left_is_none() {
    use End::{Done, GivenBack, HandedOver, Left, TakenOver};
    let ended = vec![Done, Done, Done, HandedOver, GivenBack, GivenBack, TakenOver, Left];
    let facts = Facts { ended, quiet: 3, ..facts() };
    assert_eq!(
        value(&facts, Name::Ended),
        Value::Ended { done: 3, handed_over: 1, given_back: 2, taken_over: 1, quiet: 3 }
    );
    assert_eq!(figure(&Facts { quiet: 2, ..facts }, Name::Ended).value, Err(Lack::Few), "nine");
}

#[test]
fn a_goal_is_told_from_its_second_reading_on() {
    let goal = |n: i64| GoalLine {
        id: GoalId(uuid::Uuid::from_u128(n.unsigned_abs().into())),
        handle: "gadut".into(),
        title: "Open the store".into(),
        unit: None,
        readings: (0..n).map(|i| (day(3 + i), i as f64)).collect(),
        target: Some(20.0),
        due: None,
    };
    let told = figure(&Facts { goals: vec![goal(1), goal(3)], ..facts() }, Name::Goals);
    assert_eq!((told.n, told.from), (3, day(3)));
    assert_eq!(told.value, Ok(Value::Goals(vec![goal(3)])));
    let few = figure(&Facts { goals: vec![goal(1)], ..facts() }, Name::Goals);
    assert_eq!((few.n, few.value), (1, Err(Lack::Few)));
}

#[test]
fn no_clock_breaks_a_figure() {
    for now in [At(i64::MIN), At::START, At::LAST, At::NEVER] {
        let facts = Facts {
            done: vec![(At::NEVER, None)],
            in_hand: vec![At(i64::MIN); 9],
            blockers: apart(vec![blocker(At(i64::MIN), None, None, AYU); 9]),
            ..Facts::default()
        };
        assert_eq!(all(&facts, now, Week::MON_TO_FRI).len(), Name::ALL.len());
    }
}
