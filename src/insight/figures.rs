//! Figures over time, of the team as a whole: how much is done, how long it takes, what waits and how promises end.
//!
//! Pure: what the store keeps of the last weeks comes in, with the time; each figure goes out with how much is behind it
//! and from when. A figure with too little behind it has no value, and one about waits none before three people are behind
//! it: it would be about them. There is none by person, and nothing says whether more is better.

pub mod facts;
mod kept;
mod spread;
mod weeks;

pub use kept::{Actions, Chairs, Facts, GoalLine, MEETINGS, RETROS, Span, Stopped, Wait, Windows};
pub use spread::Spread;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::calendar::{At, Day};
use crate::domain::id::{MemberId, RecordId};
use crate::domain::task::End;
use crate::domain::week::Week;

/// So many weeks that are over are told one by one.
pub const WEEKS: usize = 12;
/// So many people must be behind a figure about what people wait for.
pub const PEOPLE: usize = 3;
/// Up to so many working days each work is counted together: the same day, 2, 5, 10, and longer.
pub const STEPS: [i64; 4] = [0, 2, 5, 10];

/// What a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    Done,
    Took,
    InHand,
    Claimed,
    Blockers,
    Ended,
    Goals,
    Actions,
    Facilitated,
}

impl Name {
    pub const ALL: [Name; 9] = [
        Name::Done,
        Name::Took,
        Name::InHand,
        Name::Claimed,
        Name::Blockers,
        Name::Ended,
        Name::Goals,
        Name::Actions,
        Name::Facilitated,
    ];

    /// The word in JSON and in texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Name::Done => "done",
            Name::Took => "took",
            Name::InHand => "in_hand",
            Name::Claimed => "claimed",
            Name::Blockers => "blockers",
            Name::Ended => "ended",
            Name::Goals => "goals",
            Name::Actions => "actions",
            Name::Facilitated => "facilitated",
        }
    }

    /// How many there must be before it has a value: weeks, tasks, claims, blockers, readings, retros or meetings.
    pub fn least(self) -> usize {
        match self {
            Name::Done | Name::Facilitated => 4,
            Name::Took | Name::InHand | Name::Claimed | Name::Blockers => 5,
            Name::Ended => 10,
            Name::Goals => 2,
            Name::Actions => 1,
        }
    }
}

/// From how many tasks on it is said how long nearly all of them took.
const LEAST_NEARLY_ALL: usize = 12;
/// Nearly all: so many percent.
pub const NEARLY_ALL: usize = 85;

/// A figure, with how much is behind it and from when.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub name: Name,
    pub n: usize,
    pub from: Day,
    pub value: Result<Value, Lack>,
}

/// Why a figure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// There is too little behind it.
    Few,
    /// There are too few people behind it.
    People,
}

/// What a figure says. Times between two moments are in milliseconds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Done {
        weeks: Vec<(Day, usize)>,
    },
    /// In working days.
    Took {
        median: f64,
        nearly_all: Option<i64>,
        steps: Vec<usize>,
    },
    InHand {
        median: f64,
        most: i64,
        steps: Vec<usize>,
    },
    Claimed {
        median: f64,
    },
    Blockers {
        weeks: Vec<(Day, usize)>,
        cleared: Part<f64>,
        asked: Part<usize>,
    },
    Ended {
        done: usize,
        handed_over: usize,
        given_back: usize,
        taken_over: usize,
        quiet: usize,
    },
    Goals(Vec<GoalLine>),
    Actions(Actions),
    Facilitated(Chairs),
}

/// A part of a figure that has its own number of things behind it; no value where that is too small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part<T> {
    pub n: usize,
    pub value: Option<T>,
}

/// All figures at `now`, in the order in which they are told.
pub fn all(facts: &Facts, now: At, week: Week) -> Vec<Figure> {
    let teller = Teller { facts, now, week, windows: Windows::at(now) };
    Name::ALL.into_iter().map(|name| teller.figure(name)).collect()
}

struct Teller<'f> {
    facts: &'f Facts,
    now: At,
    week: Week,
    windows: Windows,
}

impl Teller<'_> {
    fn figure(&self, name: Name) -> Figure {
        match name {
            Name::Done => self.done(),
            Name::Took => self.took(),
            Name::InHand => self.in_hand(),
            Name::Claimed => self.claimed(),
            Name::Blockers => self.blockers(),
            Name::Ended => self.ended(),
            Name::Goals => self.goals(),
            Name::Actions => {
                let actions = self.facts.actions;
                let from = actions.since.unwrap_or(self.facts.began);
                self.of(Name::Actions, actions.retros, from, || Value::Actions(actions))
            }
            Name::Facilitated => {
                let chairs = self.facts.chairs;
                let from = chairs.since.unwrap_or(self.facts.began);
                self.of(Name::Facilitated, chairs.meetings, from, || Value::Facilitated(chairs))
            }
        }
    }

    fn of(&self, name: Name, n: usize, from: At, value: impl FnOnce() -> Value) -> Figure {
        let value = if n >= name.least() { Ok(value()) } else { Err(Lack::Few) };
        Figure { name, n, from: from.in_calendar().day(), value }
    }

    /// From when on a window tells something: a board may be younger.
    fn since(&self, window: At) -> At {
        window.max(self.facts.began)
    }

    /// What was moved to done in a week and still stood done at its end. Before anything was done there are no weeks.
    fn done(&self) -> Figure {
        let first = self.facts.first_done.unwrap_or(self.now).in_calendar().day();
        let mondays = weeks::over(self.now, WEEKS, first);
        let from = mondays.first().map_or(self.now, |monday| At::start_of(*monday));
        let count = |monday: &Day| {
            let (start, end) = (At::start_of(*monday), weeks::end(*monday));
            let stood =
                |(at, until): &&Span| *at >= start && *at < end && until.is_none_or(|until| until >= end);
            (*monday, self.facts.done.iter().filter(stood).count())
        };
        self.of(Name::Done, mondays.len(), from, || Value::Done {
            weeks: mondays.iter().map(count).collect(),
        })
    }

    fn took(&self) -> Figure {
        let spread: Spread =
            self.facts.took.iter().map(|(from, to)| from.working_days_until(*to, self.week)).collect();
        let n = spread.len();
        self.of(Name::Took, n, self.since(self.windows.took), || Value::Took {
            median: spread.median().unwrap_or_default(),
            nearly_all: spread.percentile(NEARLY_ALL).filter(|_| n >= LEAST_NEARLY_ALL),
            steps: spread.steps(&STEPS),
        })
    }

    fn in_hand(&self) -> Figure {
        let since = self.facts.in_hand.iter();
        let ages: Spread = since.clone().map(|since| self.now.0.saturating_sub(since.0).max(0)).collect();
        let days: Spread = since.map(|since| since.working_days_until(self.now, self.week)).collect();
        self.of(Name::InHand, ages.len(), self.now, || Value::InHand {
            median: ages.median().unwrap_or_default(),
            most: ages.most().unwrap_or_default(),
            steps: days.steps(&STEPS),
        })
    }

    fn claimed(&self) -> Figure {
        let waits: Spread =
            self.facts.waits.iter().map(|wait| wait.to.0.saturating_sub(wait.from.0)).collect();
        let people: BTreeSet<MemberId> = self.facts.waits.iter().map(|wait| wait.by).collect();
        let from = self.since(self.windows.recent);
        let mut figure = self.of(Name::Claimed, waits.len(), from, || Value::Claimed {
            median: waits.median().unwrap_or_default(),
        });
        if figure.value.is_ok() && people.len() < PEOPLE {
            figure.value = Err(Lack::People);
        }
        figure
    }

    fn blockers(&self) -> Figure {
        let mut all: BTreeMap<RecordId, Vec<&Stopped>> = BTreeMap::new();
        for one in &self.facts.blockers {
            all.entry(one.id).or_default().push(one);
        }
        let mondays = weeks::over(self.now, WEEKS, self.facts.began.in_calendar().day());
        let told = all.values().filter(|on| on.iter().all(|one| one.was_seen && !one.is_withdrawn));
        let cleared = told.clone().filter_map(|on| {
            let (cleared, one) =
                on.iter().filter_map(|one| Some((one.cleared?, one))).min_by_key(|two| two.0)?;
            let took = cleared.0.saturating_sub(one.raised.0).max(0);
            Some((one.of, took)).filter(|_| cleared >= self.windows.weeks)
        });
        let asked = told.filter_map(|on| {
            let recent = on.iter().filter(|one| one.raised >= self.windows.weeks);
            recent
                .filter_map(|one| Some((one.of, self.asked_in_time(one)?)))
                .max_by_key(|(_, in_time)| *in_time)
        });
        let from = self.since(self.windows.weeks);
        self.of(Name::Blockers, all.len(), from, || Value::Blockers {
            weeks: mondays.iter().map(|monday| (*monday, open_at(&all, weeks::end(*monday)))).collect(),
            cleared: part(cleared, |times| times.collect::<Spread>().median().unwrap_or_default()),
            asked: part(asked, |asked| asked.filter(|in_time| *in_time).count()),
        })
    }

    /// Whether somebody was asked within a working day; `None` where that day is not over, or it was cleared before.
    fn asked_in_time(&self, blocker: &Stopped) -> Option<bool> {
        let by = blocker.raised.plus_working_days(1, self.week);
        let is_asked = blocker.first_asked.is_some_and(|asked| asked <= by);
        let is_over = blocker.closed.unwrap_or(self.now) > by;
        (is_asked || is_over).then_some(is_asked)
    }

    fn ended(&self) -> Figure {
        let count = |which: End| self.facts.ended.iter().filter(|end| **end == which).count();
        let (done, handed_over) = (count(End::Done), count(End::HandedOver));
        let (given_back, taken_over, quiet) =
            (count(End::GivenBack), count(End::TakenOver), self.facts.quiet);
        let n = done + handed_over + given_back + taken_over + quiet;
        self.of(Name::Ended, n, self.since(self.windows.recent), || Value::Ended {
            done,
            handed_over,
            given_back,
            taken_over,
            quiet,
        })
    }

    /// The goals that have a line: one reading is none.
    fn goals(&self) -> Figure {
        let told: Vec<GoalLine> = self
            .facts
            .goals
            .iter()
            .filter(|goal| goal.readings.len() >= Name::Goals.least())
            .cloned()
            .collect();
        let most = self.facts.goals.iter().map(|goal| goal.readings.len()).max().unwrap_or(0);
        let first =
            self.facts.goals.iter().filter_map(|goal| goal.readings.first()).map(|(day, _)| *day).min();
        let from = first.map_or(self.facts.began, At::start_of);
        let n = if told.is_empty() { most } else { told.iter().map(|goal| goal.readings.len()).sum() };
        self.of(Name::Goals, n, from, || Value::Goals(told))
    }
}

/// How many blockers stood at a moment. Those of a task that was finished then did not.
fn open_at(all: &BTreeMap<RecordId, Vec<&Stopped>>, at: At) -> usize {
    let is_open = |one: &&Stopped| {
        let holds = |(from, until): &Span| *from < at && until.is_none_or(|until| until >= at);
        holds(&(one.raised, one.closed)) && !one.finished.iter().any(holds)
    };
    all.values().filter(|on| on.iter().any(is_open)).count()
}

/// A part of a figure about what people wait for, with enough behind it and from enough people.
fn part<T, V>(
    told: impl Iterator<Item = (MemberId, T)>,
    value: impl FnOnce(std::vec::IntoIter<T>) -> V,
) -> Part<V> {
    let (people, told): (BTreeSet<MemberId>, Vec<T>) = told.unzip();
    let n = told.len();
    let is_enough = n >= Name::Blockers.least() && people.len() >= PEOPLE;
    Part { n, value: is_enough.then(|| value(told.into_iter())) }
}

#[cfg(test)]
mod tests;
