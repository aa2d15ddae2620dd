//! What the stage shows: the meeting that goes on, what came of the last one for a while, else the board in turns.
//!
//! ```text
//! columns   what may be shown, the only place where a text becomes one: from named public columns
//! rows      rows of tasks, goals and blockers, from those texts
//! standup   a panel for each step of a stand-up
//! retro     the same of a retro
//! outcome   what came of a meeting
//! turns     the board, a panel after the other
//! ```
//!
//! It asks nobody who they are, and shows everybody the same.

mod columns;
mod outcome;
mod retro;
mod rows;
mod standup;
mod turns;

use super::{Error, Session};
use crate::domain::calendar::{At, Day};
use crate::domain::meeting::{Ahead, Meeting, MeetingKind, Place, Step, is_long_ago};
use crate::domain::names::Names;
use crate::insight::panel::{Clock, Panel};
use crate::store::{Light, StageSize};

/// So long after its end what came of a meeting is shown.
pub const OVER_MS: i64 = 5 * 60_000;

/// What the stage has to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Staged {
    pub what: What,
    /// One after the other, where there are several.
    pub panels: Vec<Panel>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Somebody made it dark: there is no panel.
    Dark,
    Meeting,
    /// A meeting in which something is counted that stands in no record yet.
    Gathering,
    Board,
}

/// What the panels of one reading have in common.
struct Stage<'s> {
    session: &'s Session,
    now: At,
    today: Day,
}

impl Session {
    /// What the stage has to show now.
    pub fn staged(&self) -> Result<Staged, Error> {
        if self.board().stage_light()? == Light::Off {
            return Ok(Staged { what: What::Dark, panels: Vec::new() });
        }
        let stage = Stage { session: self, now: self.now(), today: self.today() };
        if let Some(meeting) = stage.going()? {
            let step = meeting.place().map(|place| place.step);
            let what = match step {
                Some(Step::Gather | Step::Dots) => What::Gathering,
                _ => What::Meeting,
            };
            return Ok(Staged { what, panels: stage.meeting(&meeting)? });
        }
        if let Some(meeting) = stage.just_over()? {
            return Ok(Staged { what: What::Meeting, panels: vec![outcome::panel(&stage, &meeting)?] });
        }
        Ok(Staged { what: What::Board, panels: turns::panels(&stage)? })
    }

    /// Makes the stage dark, or lights it again; whoever looks at it sees it at once.
    pub fn turn_stage(&mut self) -> Result<Light, Error> {
        self.at_present()?;
        let light = match self.store.stage_light()? {
            Light::On => Light::Off,
            Light::Off => Light::On,
        };
        self.store.set_stage_light(light)?;
        Ok(light)
    }

    /// Leaves the size of the stage for who drives a meeting; `None` where it closes.
    pub fn leave_stage_size(&mut self, size: Option<(u16, u16)>) -> Result<(), Error> {
        let at = self.environment.now();
        let size = size.map(|(columns, rows)| StageSize { columns, rows, at });
        Ok(self.store.leave_stage_size(size)?)
    }
}

impl Stage<'_> {
    /// The meeting that goes on, of several the one in which something happened last. One that was forgotten is not shown.
    fn going(&self) -> Result<Option<Meeting>, Error> {
        let mut latest = None;
        for kind in MeetingKind::ALL {
            let Some(id) = self.session.board().open_meeting(kind)? else { continue };
            let at = self.session.board().meeting_latest(id)?.unwrap_or(At::START);
            if !is_long_ago(at, self.now) {
                latest = latest.max(Some((at, id)));
            }
        }
        Ok(latest.map(|(_, id)| self.session.meeting(id)).transpose()?.flatten())
    }

    /// The meeting that ended a moment ago.
    fn just_over(&self) -> Result<Option<Meeting>, Error> {
        let mut last: Option<Meeting> = None;
        for kind in MeetingKind::ALL {
            let meeting = self.session.last_meeting(kind)?;
            let ended = |meeting: &Meeting| meeting.ended.unwrap_or(At::START);
            let is_fresh =
                |meeting: &Meeting| (0..OVER_MS).contains(&self.now.0.saturating_sub(ended(meeting).0));
            if let Some(meeting) = meeting.filter(is_fresh)
                && last.as_ref().is_none_or(|last| ended(last) < ended(&meeting))
            {
                last = Some(meeting);
            }
        }
        Ok(last)
    }

    /// The panels of the place at which a meeting is.
    fn meeting(&self, meeting: &Meeting) -> Result<Vec<Panel>, Error> {
        let ahead = self.session.ahead(meeting.kind)?;
        let next = meeting.next(&ahead);
        let members = meeting.still_to_hear(&ahead);
        let ids = members
            .iter()
            .map(|member| (*member).into())
            .chain(meeting.place().into_iter().chain(next).flat_map(named));
        let at = Going { meeting, ahead: &ahead, next, names: self.session.board().names(ids)? };
        let Some(place) = meeting.place() else { return Ok(vec![outcome::panel(self, meeting)?]) };
        let panel = match place.step {
            Step::Goals | Step::Reach => standup::goals(self, &at, place),
            Step::Since => standup::since(self, &at, place),
            Step::Walk => standup::walk(self, &at, place),
            Step::Pull => standup::pull(self, &at, place),
            Step::Round | Step::CheckIn => standup::round(self, &at, place),
            Step::Park => standup::park(self, &at, place),
            Step::Last => retro::last(self, &at, place),
            Step::Gather => retro::gather(self, &at, place),
            Step::Group => return retro::group(self, &at, place),
            Step::Dots => return retro::dots(self, &at, place),
            Step::Talk => retro::talk(self, &at, place),
            Step::Act => retro::act(self, &at, place),
            Step::Thanks => retro::thanks(self, &at, place),
        };
        Ok(vec![panel?])
    }

    /// The clock of the day.
    fn clock(&self) -> Clock {
        Clock::OfDay(self.session.environment().offset_at(self.now))
    }
}

/// A meeting that goes on, with what lies ahead of it.
struct Going<'m> {
    meeting: &'m Meeting,
    ahead: &'m Ahead,
    next: Option<Place>,
    /// Of whom and what a panel speaks.
    names: Names,
}

/// Of what a place speaks.
fn named(place: Place) -> impl Iterator<Item = crate::domain::id::SubjectId> {
    place.task.map(Into::into).into_iter().chain(place.member.map(Into::into))
}
