//! The page of a task, a role, a goal or a member: what is written of it, with stops to go on from.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::sheet::Length;
use super::text::{Acts, Leads, Stop, Text};
use super::{Met, Page, Reading, Still, Ticking, Turned, clarity, enters};
use crate::domain::agreement::Options;
use crate::domain::id::{SubjectRef, TaskId};
use crate::domain::subject::Kind;
use crate::session::{Error, Possible};
use crate::store::{RoleRow, TaskRow};
use crate::tui::kit::cursor::{From, Step};
use crate::tui::kit::link::Placed;
use crate::tui::kit::theme::Theme;
use crate::tui::screens::actions::steps::tick;
use crate::tui::screens::kinds;
use crate::tui::shell::action::Run;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::marked::{Marked, Wish};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// A subject on the whole screen.
pub struct SubjectPage {
    subject: SubjectRef,
    /// Its line, where it is a task.
    row: Option<TaskRow>,
    /// What could be done to it, where it is a decision.
    possible: Option<Possible>,
    /// What could be done about it, where it is an agreement.
    options: Option<Options>,
    length: Length,
    pub(super) text: Text,
    marked: Marked,
}

impl SubjectPage {
    /// `None` where it is not on the board (any more).
    pub fn open(reading: &Reading<'_>, subject: SubjectRef) -> Result<Option<SubjectPage>, Error> {
        SubjectPage::read(reading, subject, Length::Folded)
    }

    fn read(
        reading: &Reading<'_>,
        subject: SubjectRef,
        length: Length,
    ) -> Result<Option<SubjectPage>, Error> {
        let Some(write) = kinds::of(subject.kind).page else { return Ok(None) };
        let Some(text) = write(reading, subject.id, length)? else { return Ok(None) };
        let row = match subject.typed() {
            Some(task) => reading.session.board().task_row(task)?,
            None => None,
        };
        let possible = match subject.typed() {
            Some(decision) => Some(reading.session.possible(&reading.session.decision(decision)?)?),
            None => None,
        };
        let options = match subject.typed() {
            Some(agreement) => Some(reading.session.options(&reading.session.agreement(agreement)?)?),
            None => None,
        };
        let marked = Marked::default();
        Ok(Some(SubjectPage { subject, row, possible, options, length, text, marked }))
    }

    /// Whether the keys act on a stop instead of on what the page is about.
    fn acts_on(&self, stop: &Stop) -> bool {
        stop.acts == Acts::OnStop && self.subject.kind != Kind::Task
    }

    /// The tasks that stand on it, each once.
    fn tasks(&self) -> Vec<TaskRow> {
        let mut rows: Vec<TaskRow> = Vec::new();
        for row in self.text.stops().filter(|stop| self.acts_on(stop)).filter_map(|stop| stop.row.as_ref()) {
            if rows.iter().all(|other| other.id != row.id) {
                rows.push(row.clone());
            }
        }
        rows
    }
}

impl Page for SubjectPage {
    /// On a task's page the keys act on that task; on others also on what is selected there.
    fn selection(&self) -> Option<SubjectRef> {
        match self.text.selected().filter(|stop| stop.acts == Acts::OnStop) {
            Some(Stop { leads: Leads::To(subject), .. }) if self.subject.kind != Kind::Task => Some(*subject),
            _ => Some(self.subject),
        }
    }

    fn marked(&self) -> &[TaskRow] {
        self.marked.rows()
    }

    fn markable(&self) -> Option<&TaskRow> {
        self.text.selected().filter(|stop| self.acts_on(stop))?.row.as_ref()
    }

    fn marks(&mut self) -> Option<&mut Marked> {
        Some(&mut self.marked)
    }

    fn mark(&mut self, wish: Wish) -> Vec<Effect> {
        let (rows, to) = (self.tasks(), self.markable().map(|row| row.id));
        self.marked.add_of(rows, wish, to);
        Vec::new()
    }

    fn shows(&self, _: Rect) -> Option<SubjectRef> {
        Some(self.subject)
    }

    fn row(&self) -> Option<&TaskRow> {
        if self.selection() == Some(self.subject) {
            self.row.as_ref()
        } else {
            self.text.selected()?.row.as_ref()
        }
    }

    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        let Some(mut again) = SubjectPage::read(reading, self.subject, self.length)? else {
            return Ok(Still::Gone);
        };
        again.text.keep_place(&self.text);
        again.marked = std::mem::take(&mut self.marked);
        let ids: Vec<TaskId> = again.marked.ids().collect();
        if !ids.is_empty() {
            let held = again.tasks().into_iter().filter(|row| ids.contains(&row.id)).collect();
            again.marked.keep(held);
        }
        *self = again;
        Ok(Still::There)
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
        match &self.text.selected()?.leads {
            Leads::To(subject) => enters(*subject),
            Leads::Tick(ticking) => Some(tick(ticking.clone())),
            Leads::Write(row, column) => Some(clarity::write(RoleRow::clone(row), *column)),
            // Only a meeting, or the ways out of a finding, has such lines.
            Leads::Meet(_) | Leads::Choice(_) => None,
            Leads::Unfold => Some(Box::new(|app| {
                app.pages.last_mut().into_iter().for_each(|page| page.unfold());
                vec![Effect::LoadPage(From::Here)]
            })),
        }
    }

    fn enters(&self) -> Option<String> {
        match (&self.text.selected()?.leads, self.length) {
            (Leads::To(_) | Leads::Meet(_) | Leads::Choice(_), _) => None,
            (Leads::Tick(_), _) => Some(words().act_tick()),
            (Leads::Write(..), _) => Some(words().pages_write()),
            (Leads::Unfold, Length::Folded) => Some(words().pages_unfold()),
            (Leads::Unfold, Length::Whole) => Some(words().pages_fold()),
        }
    }

    fn ticking(&self) -> Option<Ticking> {
        match &self.text.selected()?.leads {
            Leads::Tick(ticking) => Some(ticking.clone()),
            Leads::To(_) | Leads::Write(..) | Leads::Meet(_) | Leads::Choice(_) | Leads::Unfold => None,
        }
    }

    fn possible(&self) -> Option<&Possible> {
        self.possible.as_ref().filter(|_| self.selection() == Some(self.subject))
    }

    fn options(&self) -> Option<Options> {
        self.options.filter(|_| self.selection() == Some(self.subject))
    }

    fn unfold(&mut self) {
        self.length = match self.length {
            Length::Folded => Length::Whole,
            Length::Whole => Length::Folded,
        };
    }

    fn links(&self, area: Rect) -> Vec<Placed> {
        self.text.links(area)
    }

    fn text(&self) -> Option<Vec<String>> {
        Some(self.text.in_words())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        let is_marked = |stop: &Stop| stop.row.as_ref().is_some_and(|row| self.marked.has(row.id));
        self.text.view(area, buf, theme, &is_marked);
    }
}
