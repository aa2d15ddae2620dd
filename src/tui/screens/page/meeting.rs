//! A meeting: its steps in a row, what the team looks at now, and who is there. Over, it is what came of it.
//!
//! ```text
//! ┏ Stand-up ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 0:42 of 5:00 ┓
//! ┃  ✓ goals  ✓ since  ▸ walk 3 of 9  pull  round  park  reach      Here                         ┃
//! ┃                                                                  ✓ Ayu                       ┃
//! ┃  What finishes this?                                             · Budi                      ┃
//! ┃    4 d  ▲ vok  Write the delivery price table  Dewi                                          ┃
//! ```
//!
//! Every key of the desk acts on what the team looks at, until something else is selected.

mod retro;
mod steps;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::sheet::{Length, Sheet};
use super::text::{Acts, Leads, Stop, Text};
use super::{Met, Opening, Page, Reading, Still, Turned, enters};
use crate::domain::calendar::At;
use crate::domain::id::{MeetingId, MemberId, RecordId, SubjectRef};
use crate::domain::meeting::{Clock, Meeting, MeetingKind};
use crate::session::{Error, Gathered};
use crate::store::TaskRow;
use crate::tui::kit::cursor::{From, Step};
use crate::tui::kit::link::Placed;
use crate::tui::kit::theme::Theme;
use crate::tui::screens::actions::meetings::cards;
use crate::tui::shell::action::Run;
use crate::tui::shell::overview::Overview;
use crate::tui::shell::page::MeetingTurn;
use crate::words::words;

/// A meeting on the whole screen.
pub struct MeetingPage {
    meeting: Meeting,
    /// The line of the task that the team looks at.
    row: Option<TaskRow>,
    clock: Option<Clock>,
    /// The turn that was drawn last, or is about to be for the first time: a key answers to that one.
    drawn: Option<RecordId>,
    /// When the box runs out whose end was not reached yet.
    runs_out: Option<At>,
    /// Another of its kind that goes on.
    other: Option<MeetingId>,
    text: Text,
}

/// Opens a meeting.
pub fn of(id: MeetingId) -> Opening {
    std::rc::Rc::new(move |reading| {
        Ok(MeetingPage::read(reading, id)?.map(|page| Box::new(page) as Box<dyn Page>))
    })
}

/// Opens the meeting of a kind that goes on.
pub fn open(kind: MeetingKind) -> Opening {
    std::rc::Rc::new(move |reading| {
        let Some(open) = reading.session.board().open_meeting(kind)? else { return Ok(None) };
        of(open)(reading)
    })
}

/// Writes the page of a meeting; `None` where there is no such meeting (any more).
pub fn write(reading: &Reading<'_>, id: MeetingId) -> Result<Option<Text>, Error> {
    Ok(MeetingPage::read(reading, id)?.map(|page| page.text))
}

impl MeetingPage {
    /// `None` where there is no such meeting (any more).
    fn read(reading: &Reading<'_>, id: MeetingId) -> Result<Option<MeetingPage>, Error> {
        let session = reading.session;
        let Some(meeting) = session.meeting(id)? else { return Ok(None) };
        let ahead = session.ahead(meeting.kind)?;
        let round = meeting.still_to_hear(&ahead);
        let next = meeting.next(&ahead);
        let next = next.and_then(|place| place.task).map(Into::into);
        let wrote = meeting.cards.cards.iter().filter_map(|card| card.written.map(|(by, _)| by));
        let members = meeting.members().chain(round.iter().copied()).chain(wrote).map(Into::into);
        let mut sheet = Sheet::new(reading, Length::Folded, id, members.chain(next))?;
        let row = match meeting.place().and_then(|place| place.task).filter(|_| meeting.is_open()) {
            Some(task) => session.board().task_row(task)?,
            None => None,
        };
        let other = match meeting.is_open() {
            true => session.board().open_meetings(meeting.kind)?.into_iter().find(|other| *other != id),
            false => None,
        };
        if let Some(other) = other {
            steps::two(&mut sheet, other)?;
        }
        let gathered = match meeting.kind {
            MeetingKind::Retro if meeting.is_open() => session.gathered(&meeting)?,
            _ => Gathered::default(),
        };
        steps::write(&mut sheet, &meeting, &ahead, row.as_ref(), &gathered)?;
        let title = words().meeting_kind(meeting.kind.as_str());
        let clock = meeting.clock().filter(|_| meeting.is_open());
        let said = clock.map_or_else(String::new, |clock| said(clock, session.now()));
        let text = Text::new(title, said, sheet.done(), None);
        let runs_out = clock.and_then(Clock::runs_out).filter(|until| *until > session.now());
        let drawn = meeting.course.now().map(|turn| turn.id);
        Ok(Some(MeetingPage { clock, drawn, runs_out, row, text, other, meeting }))
    }

    /// Whether nothing else is selected than what the team looks at.
    fn is_at_it(&self) -> bool {
        !self.text.selected().is_some_and(|stop| stop.acts == Acts::OnStop)
    }
}

impl Page for MeetingPage {
    /// What the team looks at: a task, or who is asked; else the meeting itself.
    fn selection(&self) -> Option<SubjectRef> {
        let place = self.meeting.place().filter(|_| self.meeting.is_open());
        let at_it = place.and_then(|place| match (place.task, place.member) {
            (Some(task), _) => Some(SubjectRef::from(task)),
            (None, member) => member.map(SubjectRef::from),
        });
        match self.text.selected() {
            Some(Stop { leads: Leads::To(subject), acts: Acts::OnStop, .. }) => Some(*subject),
            _ => at_it.or(Some(self.meeting.id.into())),
        }
    }

    fn shows(&self, _: Rect) -> Option<SubjectRef> {
        self.selection()
    }

    fn meeting(&self) -> Option<MeetingTurn> {
        let turn = self.meeting.course.now()?;
        Some(MeetingTurn {
            meeting: self.meeting.id,
            kind: self.meeting.kind,
            turn: self.drawn.unwrap_or(turn.id),
            place: turn.place,
            is_open: self.meeting.is_open(),
            is_first: self.meeting.course.before().is_none(),
            chair: self.meeting.chair.get().copied(),
            other: self.other,
        })
    }

    fn row(&self) -> Option<&TaskRow> {
        if self.is_at_it() { self.row.as_ref() } else { self.text.selected()?.row.as_ref() }
    }

    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        let Some(mut again) = MeetingPage::read(reading, self.meeting.id)? else { return Ok(Still::Gone) };
        // Another turn begins at its top.
        let turn = |page: &MeetingPage| page.meeting.course.now().map(|turn| turn.id);
        if turn(&again) == turn(self) {
            again.text.keep_place(&self.text);
        } else {
            again.text.keep_area(&self.text);
        }
        again.drawn = self.drawn;
        if again.clock == self.clock {
            again.runs_out = self.runs_out;
        }
        *self = again;
        Ok(Still::There)
    }

    fn tick(&mut self, now: At) -> bool {
        self.clock.is_some_and(|clock| self.text.set_fact(said(clock, now)))
    }

    fn drawn(&mut self) {
        self.drawn = self.meeting.course.now().map(|turn| turn.id);
    }

    fn runs_out(&mut self, now: At) -> bool {
        self.runs_out.take_if(|until| *until <= now).is_some()
    }

    fn step(&mut self, step: Step, area: Rect) -> Option<From> {
        self.text.step(step, area);
        None
    }

    fn arrange(&mut self, area: Rect, _: Rect) -> Option<From> {
        self.text.arrange(area);
        None
    }

    fn click(&mut self, at: Position, area: Rect) -> Met {
        self.text.click(at, area)
    }

    fn turn(&mut self, by: isize) -> Turned {
        self.text.turn(by)
    }

    fn enter(&self) -> Option<Run> {
        match (self.text.selected().map(|stop| &stop.leads), self.selection()) {
            (Some(Leads::To(subject)), _) => enters(*subject),
            (Some(Leads::Meet(meet)), _) => Some(cards::enter(self.meeting.id, meet.clone())),
            (_, Some(subject)) if subject != self.meeting.id.into() => enters(subject),
            _ => None,
        }
    }

    fn enters(&self) -> Option<String> {
        match &self.text.selected()?.leads {
            Leads::Meet(meet) => Some(cards::enters(meet)),
            _ => None,
        }
    }

    fn links(&self, area: Rect) -> Vec<Placed> {
        self.text.links(area)
    }

    fn text(&self) -> Option<Vec<String>> {
        Some(self.text.in_words())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        self.text.view(area, buf, theme, &|_| false);
    }
}

/// The clock of a time box: `0:42 of 5:00`, `1:10 over`, `paused, 2:00 left`.
fn said(clock: Clock, now: At) -> String {
    let seconds = |from: At, to: At| to.0.saturating_sub(from.0) / 1000;
    let words = words();
    match clock {
        Clock::Rests { seconds } => words.meeting_rests(minutes(seconds.into())),
        Clock::Runs { until, .. } if until < now => words.meeting_over(minutes(seconds(until, now))),
        Clock::Runs { since, until } => {
            words.meeting_clock(minutes(seconds(since, now)), minutes(seconds(since, until)))
        }
    }
}

/// `0:42`
fn minutes(seconds: i64) -> String {
    format!("{}:{:02}", seconds.max(0) / 60, seconds.max(0) % 60)
}

/// Who of these is who acts.
fn is_me(sheet: &Sheet<'_>, member: MemberId) -> bool {
    sheet.session.me() == Some(member)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_retro;
