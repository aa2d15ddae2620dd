//! What figures over time are made of, task by task: when it was done and for how long, how long it had been free when
//! somebody claimed it, how claims ended, until when a blocker stood.
//!
//! The store keeps these facts in rows beside the task. **Invariant:** they are a function of the task alone, so a change to
//! it, whatever arrives late and whatever is undone, leaves the rows of a full recount.

use crate::domain::calendar::At;
use crate::domain::task::{Blocker, Claim, End, Part, State, Task};

/// A time for which a task was done or dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finish {
    pub state: State,
    pub at: At,
    /// When it was taken up again, or went from done to dropped.
    pub until: Option<At>,
    /// When it first came to doing, where that was seen here.
    pub doing: Option<At>,
    /// Whether it is known when it was: an import may only know that it was.
    pub is_dated: bool,
}

/// The times for which a task was finished, in order.
pub fn finishes(task: &Task) -> impl Iterator<Item = Finish> {
    let made = task.origin.map_or(At::START, |origin| origin.at);
    let first_doing = task.stays.iter().position(|stay| stay.state == State::Doing);
    task.stays.iter().enumerate().filter(|(_, stay)| stay.state.is_finished()).map(move |(i, stay)| {
        let doing = first_doing.filter(|first| *first < i).map(|first| task.stays[first].since);
        Finish {
            state: stay.state,
            at: stay.since,
            until: task.stays.get(i + 1).map(|next| next.since),
            doing: doing.filter(|doing| was_seen(task, *doing) && was_seen(task, stay.since)),
            is_dated: was_seen(task, stay.since) || stay.since != made,
        }
    })
}

/// Since when a task is in doing, where that was seen here.
pub fn doing_since(task: &Task) -> Option<At> {
    let last = task.stays.last().filter(|last| last.state == State::Doing)?;
    Some(last.since).filter(|since| was_seen(task, *since))
}

/// Since when the task had been free when each of its claims was made: since it was added, last given back, or taken up again.
/// `None` for helpers, where it was led already, where it never was free, and where an import tells of it.
pub fn free_since(task: &Task) -> Vec<Option<At>> {
    let mut all = vec![None; task.claims.len()];
    let Some(origin) = task.origin else { return all };
    let mut leads: Vec<usize> = (0..all.len()).filter(|i| task.claims[*i].part == Part::Lead).collect();
    leads.sort_by_key(|i| (task.claims[*i].since, task.claims[*i].id));
    let mut taken_up = task.stays.windows(2).filter(|two| two[0].state.is_finished()).map(|two| two[1].since);
    let mut next_taken_up = taken_up.next();
    // Until when anybody led it, and since when it was free after that.
    let (mut led_until, mut free) = (At(i64::MIN), origin.at);
    for i in leads {
        let claim = &task.claims[i];
        while let Some(at) = next_taken_up.filter(|at| *at <= claim.since) {
            free = free.max(at);
            next_taken_up = taken_up.next();
        }
        if led_until <= claim.since && free < claim.since {
            all[i] = Some(free).filter(|free| was_seen(task, *free) && was_seen(task, claim.since));
        }
        match claim.ended {
            None => led_until = At::NEVER,
            Some((at, end)) => {
                // What is passed on is led by another in the same moment.
                let passed_on = matches!(end, End::HandedOver | End::TakenOver);
                led_until = led_until.max(if passed_on { At(at.0.saturating_add(1)) } else { at });
                if matches!(end, End::GivenBack | End::Left) {
                    free = free.max(at);
                }
            }
        }
    }
    all
}

/// When and how a lead ended, by itself or with its task, where that was seen here. A task that was dropped is not done.
pub fn ended(task: &Task, claim: &Claim) -> Option<(At, End)> {
    let with_task = task.stays.last().filter(|last| last.state == State::Done);
    let ended = claim.ended.or(with_task.map(|last| (last.since, End::Done)));
    ended.filter(|(at, _)| claim.part == Part::Lead && was_seen(task, *at))
}

/// When a blocker was over: by itself, or with its task.
pub fn closed(task: &Task, blocker: &Blocker) -> Option<At> {
    let with_task = task.stays.last().filter(|last| last.state.is_finished()).map(|last| last.since);
    blocker.cleared.as_ref().map(|cleared| cleared.at).or(with_task)
}

/// Whether it happened here, and was not brought by an import.
pub fn was_seen(task: &Task, at: At) -> bool {
    task.brought.is_none_or(|brought| at > brought)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{AYU, BUDI, CITRA, TaskSketch, nov};

    fn made() -> TaskSketch {
        TaskSketch::made(1, nov(2, 9))
    }

    fn waits(sketch: &TaskSketch) -> Vec<Option<At>> {
        free_since(sketch.task())
    }

    #[test]
    fn each_time_that_it_was_finished_is_told_with_its_end() {
        let sketch = made()
            .moved(AYU, State::Doing, nov(3, 9))
            .moved(AYU, State::Done, nov(5, 9))
            .moved(AYU, State::Doing, nov(6, 9))
            .moved(AYU, State::Done, nov(9, 9))
            .moved(AYU, State::Dropped, nov(10, 9));
        let told: Vec<_> =
            finishes(sketch.task()).map(|one| (one.state, one.at, one.until, one.doing)).collect();
        let doing = Some(nov(3, 9));
        assert_eq!(
            told,
            [
                (State::Done, nov(5, 9), Some(nov(6, 9)), doing),
                (State::Done, nov(9, 9), Some(nov(10, 9)), doing),
                (State::Dropped, nov(10, 9), None, doing),
            ]
        );
    }

    #[test]
    fn what_never_was_in_doing_took_no_time() {
        let sketch = made().moved(AYU, State::Done, nov(5, 9)).moved(AYU, State::Doing, nov(6, 9));
        let told: Vec<_> = finishes(sketch.task()).map(|one| one.doing).collect();
        assert_eq!((told, doing_since(sketch.task())), (vec![None], Some(nov(6, 9))));
    }

    #[test]
    fn a_wait_is_from_the_adding_or_the_last_giving_back() {
        let sketch = made()
            .lead(AYU, nov(4, 9))
            .unclaim(AYU, nov(6, 9), End::GivenBack)
            .lead(BUDI, nov(9, 9))
            .lead(CITRA, nov(10, 9));
        assert_eq!(
            waits(&sketch),
            [Some(nov(2, 9)), Some(nov(6, 9)), None],
            "a second lead waited for nobody"
        );
    }

    #[test]
    fn what_is_passed_on_was_not_free() {
        let sketch = made()
            .lead(AYU, nov(4, 9))
            .unclaim(AYU, nov(6, 9), End::HandedOver)
            .lead(BUDI, nov(6, 9))
            .unclaim(BUDI, nov(9, 9), End::GivenBack)
            .lead(CITRA, nov(10, 9));
        assert_eq!(waits(&sketch), [Some(nov(2, 9)), None, Some(nov(9, 9))]);
    }

    #[test]
    fn what_is_claimed_as_it_is_written_was_never_free() {
        assert_eq!(waits(&made().lead(AYU, nov(2, 9))), [None]);
        assert_eq!(waits(&made().helper(AYU, nov(4, 9)).lead(AYU, nov(5, 9))), [None, Some(nov(2, 9))]);
    }

    #[test]
    fn what_is_taken_up_again_is_free_since_then() {
        let again = |lead: TaskSketch| lead.moved(AYU, State::Open, nov(12, 9)).lead(BUDI, nov(13, 9));
        let done = made().moved(AYU, State::Done, nov(9, 9));
        assert_eq!(waits(&again(done)), [Some(nov(12, 9))]);
        let led = made().lead(AYU, nov(4, 9)).moved(AYU, State::Done, nov(9, 9));
        assert_eq!(waits(&again(led)), [Some(nov(2, 9)), None], "ayu's claim lives again");
    }

    #[test]
    fn a_lead_ends_by_itself_or_with_a_task_that_is_done() {
        let ends = |sketch: TaskSketch| -> Vec<Option<(At, End)>> {
            let task = sketch.task();
            task.claims.iter().map(|claim| ended(task, claim)).collect()
        };
        let led = || made().lead(AYU, nov(4, 9));
        assert_eq!(ends(led()), [None]);
        let back = led().unclaim(AYU, nov(6, 9), End::GivenBack);
        assert_eq!(ends(back), [Some((nov(6, 9), End::GivenBack))]);
        assert_eq!(ends(led().moved(AYU, State::Done, nov(6, 9))), [Some((nov(6, 9), End::Done))]);
        assert_eq!(ends(led().moved(AYU, State::Dropped, nov(6, 9))), [None]);
        assert_eq!(ends(made().helper(AYU, nov(4, 9)).moved(AYU, State::Done, nov(6, 9))), [None]);
    }
}
