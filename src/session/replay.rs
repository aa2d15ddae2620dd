//! Looking at the board as it was, and going through its days and events.
//!
//! While a past is looked at, whatever is read of the session is read of that past: its board, its time, its today. So
//! every screen and every command that reads shows it, and none of them knows. Nothing can be changed there.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;

use super::{Error, Session};
use crate::domain::calendar::{At, Day};
use crate::domain::id::SubjectId;
use crate::domain::phrase::Read;
use crate::domain::spoken;
use crate::store::{Place, Replay, Rhythm, Store, StoreError};

/// A board of so many bytes is copied while nobody waits for it.
const LARGE: u64 = 24 << 20;

/// A way through time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stride {
    /// To the end of the day before, or of the day after; of this one, where it is not over yet.
    DayBack,
    DayOn,
    /// To the event before, or after.
    EventBack,
    EventOn,
    /// To the end of a day.
    To(Day),
    /// To the event in a row of the journal.
    Row(i64),
    /// To the first event.
    Beginning,
    /// To the present, still as one looks at a past.
    Present,
}

/// Where in time one stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub at: At,
    pub day: Day,
    /// Whether it is the present.
    pub is_now: bool,
    /// Whether the board is still on its way there; then `at` is how far it is.
    pub on_the_way: bool,
    /// How much happened on that day; counted up to `store::EVENTS_COUNTED`.
    pub events: i64,
    /// The last event by then, where it is one of that day: when it was, and its sentence.
    pub last: Option<(At, String)>,
    /// What the last step changed.
    pub changed: BTreeSet<SubjectId>,
    /// The present, and when until then much happened and when little.
    pub present: At,
    pub rhythm: Arc<Rhythm>,
}

/// The past that is looked at.
pub(super) enum Past {
    /// It is being copied; where to go then.
    Coming(Receiver<Result<Replay, StoreError>>, Stride),
    There(Box<Replay>),
}

impl Session {
    /// Goes through time; from the present it begins to look back.
    pub fn stride(&mut self, stride: Stride) -> Result<(), Error> {
        match &mut self.past {
            None => self.begin_replay(stride),
            Some(Past::Coming(_, next)) => {
                *next = stride;
                Ok(())
            }
            Some(Past::There(_)) => self.set_out(stride),
        }
    }

    /// Looks at the board as it was at the end of a day, however long it takes to get there.
    pub fn look_back_to(&mut self, day: Day) -> Result<(), Error> {
        self.stride(Stride::To(day))?;
        while self.is_on_the_way() {
            if let Some(Past::Coming(coming, stride)) = &self.past {
                let (came, stride) = (coming.recv(), *stride);
                self.arrive(came.unwrap_or(Err(StoreError::Thread)), stride)?;
            }
            self.travel()?;
        }
        Ok(())
    }

    /// Goes a piece of the way; false once there is nothing to wait for.
    pub fn travel(&mut self) -> Result<bool, Error> {
        match &mut self.past {
            None => return Ok(false),
            Some(Past::There(replay)) => {
                replay.travel()?;
            }
            Some(Past::Coming(coming, stride)) => match coming.try_recv() {
                Err(TryRecvError::Empty) => {}
                came => {
                    let stride = *stride;
                    self.arrive(came.unwrap_or(Err(StoreError::Thread)), stride)?;
                }
            },
        }
        Ok(self.is_on_the_way())
    }

    /// Whether the past that was asked for is not there yet.
    pub fn is_on_the_way(&self) -> bool {
        match &self.past {
            None => false,
            Some(Past::Coming(..)) => true,
            Some(Past::There(replay)) => replay.place() != replay.aim(),
        }
    }

    /// Whether it is a past that is looked at, or will be.
    pub fn is_looking_back(&self) -> bool {
        self.past.is_some()
    }

    /// Whether a past is being fetched, and the present still looked at.
    pub fn is_fetching(&self) -> bool {
        matches!(self.past, Some(Past::Coming(..)))
    }

    /// Back to the present.
    pub fn leave_replay(&mut self) {
        self.past = None;
    }

    /// Where in time one stands; `None` in the present.
    pub fn moment(&self) -> Result<Option<Moment>, Error> {
        let Some(Past::There(replay)) = &self.past else { return Ok(None) };
        let (place, at) = (replay.place(), self.now());
        let day = self.day_of(at);
        let of_that_day = replay.record_at(place)?.filter(|(place, _)| self.day_of(place.at) == day);
        let last = match of_that_day {
            Some((place, entry)) => {
                Some((place.at, self.phrase(&entry.record, Read::Anywhere)?.text().to_owned()))
            }
            None => None,
        };
        Ok(Some(Moment {
            at,
            day,
            is_now: place == Place::NOW,
            on_the_way: place != replay.aim(),
            events: replay.count(self.start_of(day), self.end_of(day))?,
            last,
            changed: replay.changed().clone(),
            present: self.environment.now(),
            rhythm: Arc::clone(replay.rhythm()),
        }))
    }

    pub(super) fn replayed(&self) -> Option<&Store> {
        match &self.past {
            Some(Past::There(replay)) => Some(replay.board()),
            _ => None,
        }
    }

    /// The time of the past that is looked at.
    pub(super) fn then(&self) -> Option<At> {
        let Some(Past::There(replay)) = &self.past else { return None };
        Some(replay.place().at.clamp(At::START, self.environment.now()))
    }

    /// What may be done only in the present.
    pub(super) fn at_present(&self) -> Result<(), Error> {
        match self.past {
            None => Ok(()),
            Some(_) => Err(Error::in_the_past()),
        }
    }

    fn begin_replay(&mut self, stride: Stride) -> Result<(), Error> {
        let path = self.store.path().to_owned();
        if path.metadata().is_ok_and(|file| file.len() > LARGE) {
            let (sender, receiver) = sync_channel(1);
            let keyring = self.environment.keyring().clone();
            thread::spawn(move || {
                // Whoever left for the present meanwhile does not hear of it.
                let _ = sender.send(Store::open(&path, &keyring).and_then(|store| store.replay()));
            });
            self.past = Some(Past::Coming(receiver, stride));
            return Ok(());
        }
        let replay = self.store.replay()?;
        self.arrive(Ok(replay), stride)
    }

    fn arrive(&mut self, came: Result<Replay, StoreError>, stride: Stride) -> Result<(), Error> {
        self.past = None;
        self.past = Some(Past::There(Box::new(came?)));
        self.set_out(stride)
    }

    fn set_out(&mut self, stride: Stride) -> Result<(), Error> {
        let Some(Past::There(replay)) = &self.past else { return Ok(()) };
        let aim = self.aim(replay, stride)?;
        match &mut self.past {
            Some(Past::There(replay)) => Ok(replay.set_out(aim)?),
            _ => Ok(()),
        }
    }

    /// Where a stride leads. It begins where the last one leads to, also on the way there.
    fn aim(&self, replay: &Replay, stride: Stride) -> Result<Place, Error> {
        let from = replay.aim();
        let is_now = from == Place::NOW;
        let today = self.environment.today();
        let day = if is_now { today } else { self.day_of(from.at).min(today) };
        let aim = match stride {
            Stride::DayBack => day.pred_opt().map_or(Place::BEGINNING, |day| self.evening(day)),
            Stride::DayOn if from < self.evening(day) => self.evening(day),
            Stride::DayOn => day.succ_opt().map_or(Place::NOW, |day| self.evening(day)),
            Stride::EventOn => replay.next_after(from)?.unwrap_or(Place::NOW),
            Stride::EventBack => match replay.record_at(from)? {
                Some((at, _)) if at != from => at,
                Some((at, _)) => replay.last_before(at)?.ok_or_else(Error::before_the_beginning)?,
                None => return Err(Error::before_the_beginning()),
            },
            Stride::To(day) => self.evening(day),
            Stride::Row(n) => self.store.place_of(n)?,
            Stride::Beginning => Place::BEGINNING,
            Stride::Present => Place::NOW,
        };
        let Some(first) = replay.next_after(Place::BEGINNING)? else { return Ok(Place::NOW) };
        if stride == Stride::DayBack && aim < first && from <= first {
            return Err(Error::before_the_beginning());
        }
        Ok(aim.max(first))
    }

    /// The end of a day where the person is; of today and of the days to come, the present.
    fn evening(&self, day: Day) -> Place {
        if day >= self.environment.today() { Place::NOW } else { Place::by(At(self.end_of(day).0 - 1)) }
    }

    /// When a day begins where the person is, whatever the clocks were set to then.
    pub(super) fn start_of(&self, day: Day) -> At {
        let utc = At::start_of(day);
        At(utc.0.saturating_sub(i64::from(self.environment.offset_at(utc).local_minus_utc()) * 1_000))
    }

    pub(super) fn end_of(&self, day: Day) -> At {
        day.succ_opt().map_or(At::NEVER, |next| self.start_of(next))
    }

    /// The day of a moment where the person is.
    pub(super) fn day_of(&self, at: At) -> Day {
        spoken::local_day(at, self.environment.offset_at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decide::{Claim, ClaimAs, Command, Remark};
    use crate::exchange::bundle;
    use crate::session::Environment;
    use crate::store::Filter;

    const DAY: i64 = 86_400_000;

    fn start() -> Session {
        let now = At::from("2026-11-18T10:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap());
        let world = Environment::fixed(now, "replay");
        crate::testing::sample_team(world)
    }

    fn wait(session: &mut Session, ms: i64) {
        session.environment.wait(ms);
    }

    fn go(session: &mut Session, stride: Stride) -> Moment {
        session.stride(stride).unwrap();
        while session.travel().unwrap() {}
        session.moment().unwrap().unwrap()
    }

    fn free(session: &Session) -> crate::domain::id::TaskId {
        let filter = Filter { unclaimed: true, ..Filter::default() };
        session.board().tasks(&filter, None, 0, 0).unwrap().rows[0].id
    }

    #[test]
    fn a_claim_is_gone_the_day_before_and_back_the_day_after() {
        let mut session = start();
        wait(&mut session, DAY);
        let task = free(&session);
        session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
        wait(&mut session, DAY);
        let leads = |session: &Session| session.board().task_row(task).unwrap().unwrap().claims.len();
        let moment = go(&mut session, Stride::DayBack);
        assert_eq!((leads(&session), moment.events), (1, 1));
        assert!(moment.last.unwrap().1.contains("claimed"));
        let moment = go(&mut session, Stride::DayBack);
        assert_eq!(leads(&session), 0);
        assert!(moment.changed.contains(&task.into()));
        assert_eq!(session.today(), moment.day);
        go(&mut session, Stride::DayOn);
        assert_eq!(leads(&session), 1);
        assert!(go(&mut session, Stride::DayOn).is_now);
        session.leave_replay();
        assert_eq!((leads(&session), session.moment().unwrap()), (1, None));
    }

    #[test]
    fn events_are_passed_one_by_one_and_an_undo_is_one() {
        let mut session = start();
        let task = free(&session);
        wait(&mut session, 60_000);
        session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
        wait(&mut session, 60_000);
        session.undo().unwrap();
        let leads = |session: &Session| session.board().task_row(task).unwrap().unwrap().claims.len();
        let undone = go(&mut session, Stride::EventBack);
        assert!(undone.last.unwrap().1.contains("undid"));
        assert_eq!(leads(&session), 0);
        let claimed = go(&mut session, Stride::EventBack);
        assert!(claimed.last.unwrap().1.contains("claimed"));
        assert_eq!(leads(&session), 1);
        go(&mut session, Stride::EventBack);
        assert_eq!(leads(&session), 0);
        go(&mut session, Stride::EventOn);
        assert_eq!(leads(&session), 1);
    }

    #[test]
    fn nothing_can_be_changed_in_the_past() {
        let mut session = start();
        let task = free(&session);
        go(&mut session, Stride::DayBack);
        let remark = Command::Remark(Remark { task, text: "late".into() });
        let refused = session.perform(&remark).unwrap_err();
        assert!(refused.hint.is_some(), "{refused}");
        assert!(session.undo().is_err());
        session.leave_replay();
        assert!(session.perform(&remark).is_ok());
    }

    #[test]
    fn there_is_no_day_before_the_beginning() {
        let mut session = start();
        let first = go(&mut session, Stride::Beginning);
        assert!(first.last.unwrap().1.contains("Warung Kode"));
        assert!(session.stride(Stride::DayBack).is_err());
        assert!(session.stride(Stride::EventBack).is_err());
        assert!(session.stride(Stride::To(first.day - chrono::Days::new(900))).is_ok());
        assert_eq!(session.moment().unwrap().unwrap().at, first.at);
        assert!(go(&mut session, Stride::Present).is_now);
    }

    /// A board of another tool reaches further back than the team's own, and few tools tell when somebody joined.
    #[test]
    fn in_the_past_of_an_imported_board_everybody_has_a_name() {
        let folder = tempfile::tempdir().unwrap();
        let now = At::from("2026-11-18T10:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap());
        let world = Environment::fixed(now, "brought");
        let mut session =
            Session::start(&folder.path().join("board.db"), "Warung Kode", "Ayu", world).unwrap();
        let made = "2026-10-05T10:00:00Z".parse().ok();
        let claim = bundle::Claim { member: "t:dewi".into(), part: "lead".into(), ..Default::default() };
        let task = bundle::Task {
            key: "t:1".into(),
            title: "Paint the door".into(),
            state: "open".into(),
            created: made,
            claims: vec![bundle::Claim { since: made, ..claim }],
            ..Default::default()
        };
        let dewi = bundle::Member { key: "t:dewi".into(), name: "Dewi".into(), ..Default::default() };
        let imported = bundle::Bundle { members: vec![dewi], tasks: vec![task], ..Default::default() };
        session.import(&imported, &mut |_| {}).unwrap();
        go(&mut session, Stride::To("2026-10-20".parse().unwrap()));
        assert_eq!(
            (session.board().name().unwrap(), session.team().unwrap()),
            ("".into(), "Warung Kode".into())
        );
        let rows = session.board().tasks(&Filter::default(), None, 0, 9).unwrap().rows;
        assert_eq!((rows.len(), rows[0].claims[0].name.as_str()), (1, "Dewi"));
    }

    /// What the demo's team brought along has its days, though all of it was written in one instant.
    #[test]
    fn what_was_imported_is_there_from_its_own_day_on() {
        let mut session = start();
        let now = session.board().counts().unwrap();
        let day = go(&mut session, Stride::To("2026-11-01".parse().unwrap()));
        assert_eq!(day.day.to_string(), "2026-11-01");
        let then = session.board().counts().unwrap();
        assert!(then.done < now.done && then.members < now.members && then.live > 0, "{then:?} {now:?}");
    }
}
