//! The home screen: five panes, one of which has the focus.

mod areas;
mod mouse;
#[cfg(test)]
mod tests;

use std::any::Any;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::layout::Edge;
use super::pane::{ALL, Blockers, Findings, Goals, Name, Owns, Pane, Roles, Shape};
use super::preview::{self, Preview};
use crate::domain::event::{Event, TaskEvent};
use crate::domain::id::{SubjectRef, TaskId};
use crate::domain::subject::Kind;
use crate::session::{Done, Error};
use crate::settings::Panes;
use crate::store::TaskRow;
use crate::tui::kit::cursor::{Cursor, From, Step};
use crate::tui::kit::theme::Theme;
use crate::tui::shell::app::App;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::marked::{Marked, Wish};
use crate::tui::shell::overview::Overview;
use crate::tui::shell::page::{Met, Page, Reading, Still};
use crate::tui::shell::preferences::Preferences;

/// The panes and which of them the keys act on.
pub struct Home {
    pub focus: Name,
    pub zoomed: bool,
    /// Whether the tasks stand side by side where they are alone.
    pub in_columns: bool,
    /// Whether the selected item is shown in short where that takes rows from the pane.
    pub previews: bool,
    /// What was read for it, and of which subject.
    preview: Option<Preview>,
    previewed: Option<SubjectRef>,
    /// Whether the screen is high, with the rows around the panes.
    is_high: bool,
    /// What has to be read of each pane.
    short: [Option<From>; 5],
    /// The sizes that the person gave to the panes, and the border that is being dragged.
    pub panes: Panes,
    pub dragged: Option<Edge>,
    pub goals: Goals,
    pub owns: Owns,
    pub roles: Roles,
    pub findings: Findings,
    pub blockers: Blockers,
}

impl Home {
    /// The focus is on what people come for: who owns what.
    pub fn new() -> Home {
        Home {
            focus: Name::Owns,
            zoomed: false,
            in_columns: false,
            previews: false,
            preview: None,
            previewed: None,
            is_high: false,
            short: [None; 5],
            panes: Panes::default(),
            dragged: None,
            goals: Goals::default(),
            owns: Owns::default(),
            roles: Roles::default(),
            findings: Findings::default(),
            blockers: Blockers::default(),
        }
    }

    pub fn pane(&self, name: Name) -> &dyn Pane {
        match name {
            Name::Goals => &self.goals,
            Name::Owns => &self.owns,
            Name::Roles => &self.roles,
            Name::Findings => &self.findings,
            Name::Blockers => &self.blockers,
        }
    }

    pub fn pane_mut(&mut self, name: Name) -> &mut dyn Pane {
        match name {
            Name::Goals => &mut self.goals,
            Name::Owns => &mut self.owns,
            Name::Roles => &mut self.roles,
            Name::Findings => &mut self.findings,
            Name::Blockers => &mut self.blockers,
        }
    }

    pub fn focused(&self) -> &dyn Pane {
        self.pane(self.focus)
    }

    pub fn focused_mut(&mut self) -> &mut dyn Pane {
        self.pane_mut(self.focus)
    }

    /// Whether the keys act on tasks that stand side by side.
    pub fn is_beside(&self) -> bool {
        self.focus == Name::Owns && self.owns.is_beside()
    }

    /// What the column is called in which the keys act, where tasks stand side by side.
    pub fn column(&self, overview: &Overview) -> Option<String> {
        if self.is_beside() { self.owns.column(overview) } else { None }
    }

    /// Zooms, or not, with the tasks in columns or in a list; all that is shown otherwise then is read anew.
    pub fn show(&mut self, zoomed: bool, in_columns: bool) -> Effect {
        (self.zoomed, self.in_columns) = (zoomed, in_columns);
        self.findings.show_all(zoomed);
        if self.reshape() {
            self.read_again(Name::Owns, From::Here);
        }
        self.read_again(Name::Findings, From::Here)
    }

    /// Lets the tasks stand as they are to; whether they stood otherwise.
    fn reshape(&mut self) -> bool {
        let is_beside = self.zoomed && self.in_columns;
        self.owns.reshape(if is_beside { Shape::Columns } else { Shape::List })
    }

    /// Goes to the column beside.
    pub fn turn(&mut self, by: isize) -> Vec<Effect> {
        let from = self.owns.turn(by);
        from.map(|from| self.read_again(Name::Owns, from)).into_iter().collect()
    }

    /// The rows of a pane are read anew by [`Effect::LoadBase`].
    pub fn read_again(&mut self, name: Name, from: From) -> Effect {
        self.short[name as usize] = Some(from);
        Effect::LoadBase
    }

    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    /// The subject of which it was read.
    pub fn previewed(&self) -> Option<SubjectRef> {
        self.previewed
    }

    /// Reads what is said in short of what is selected: one task.
    fn read_preview(&mut self, reading: &Reading<'_>) -> Result<(), Error> {
        self.previewed = self.focused().selection();
        self.preview = match preview::wanted(self.previewed) {
            Some(task) => Preview::read(reading.session, reading.overview, task)?,
            None => None,
        };
        Ok(())
    }

    /// Goes in a pane by its own cursor; whether its rows run short.
    fn moved(&mut self, name: Name, go: impl FnOnce(&mut Cursor) -> Option<From>) -> Option<From> {
        let from = go(self.pane_mut(name).cursor_mut())?;
        self.short[name as usize] = Some(from);
        Some(from)
    }
}

impl Page for Home {
    fn selection(&self) -> Option<SubjectRef> {
        self.focused().selection()
    }

    fn marked(&self) -> &[TaskRow] {
        if self.focus == Name::Owns { self.owns.marked.rows() } else { &[] }
    }

    fn markable(&self) -> Option<&TaskRow> {
        self.owns.selected().filter(|_| self.focus == Name::Owns)
    }

    fn marks(&mut self) -> Option<&mut Marked> {
        Some(&mut self.owns.marked)
    }

    fn mark(&mut self, wish: Wish) -> Vec<Effect> {
        self.owns.marked.wish = Some(wish);
        vec![self.read_again(Name::Owns, From::Here)]
    }

    /// What the preview says in short, where it is in sight.
    fn shows(&self, area: Rect) -> Option<SubjectRef> {
        self.previewed.filter(|_| self.areas(area).preview.is_some())
    }

    fn find(&self, task: TaskId) -> Option<&TaskRow> {
        self.owns.find(task)
    }

    /// Findings and blockers speak of tasks, and are none.
    fn is_itself(&self) -> bool {
        self.focus == Name::Owns
    }

    fn held(&self, overview: &Overview) -> Option<String> {
        let pane = self.focused();
        let said = pane.in_words(pane.cursor().at(), overview);
        // What it is called stands first; a handle has its title behind it.
        let is_task = pane.selection().is_some_and(|subject| subject.kind == Kind::Task);
        let parts = if is_task && self.is_itself() { 2 } else { 1 };
        Some(said.split(", ").take(parts).collect::<Vec<_>>().join(", ")).filter(|held| !held.is_empty())
    }

    /// Reads all panes anew, each around its selected row.
    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        self.short = [None; 5];
        for name in ALL {
            let is_focused = name == self.focus;
            let pane = self.pane_mut(name);
            // Where nobody stands, one wants to see what comes in at the top.
            let is_at_top = pane.cursor().at() == 0 && !pane.cursor().more_before();
            let from = if is_at_top && !is_focused { From::Start } else { From::Here };
            pane.load(reading.session, reading.overview, from)?;
            if !is_focused {
                pane.cursor_mut().fill();
            }
        }
        self.read_preview(reading)?;
        Ok(Still::There)
    }

    fn load_more(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        for name in ALL {
            if let Some(from) = self.short[name as usize].take() {
                self.pane_mut(name).load_more(reading.session, reading.overview, from)?;
            }
        }
        if self.previewed != self.focused().selection() {
            self.read_preview(reading)?;
        }
        Ok(Still::There)
    }

    fn prefer(&mut self, preferences: &Preferences) -> bool {
        self.panes = preferences.panes();
        self.in_columns = preferences.in_columns();
        self.owns.arrange(preferences.arrangement()) | self.reshape()
    }

    fn seek_new(&mut self, done: &Done) {
        let added =
            done.records.iter().find(|record| matches!(record.event, Some(Event::Task(TaskEvent::Added(_)))));
        if let Some(record) = added {
            self.focus = Name::Owns;
            self.seek(record.subject.into());
        }
    }

    fn seek(&mut self, task: TaskId) {
        self.owns.seek(task);
    }

    fn filter(&self) -> &str {
        self.focused().filter()
    }

    fn set_filter(&mut self, words: String) {
        self.focused_mut().set_filter(words);
        self.short[self.focus as usize] = Some(From::Here);
    }

    /// Only tasks have a language; elsewhere words are words.
    fn is_queried(&self) -> bool {
        self.focus == Name::Owns
    }

    fn step(&mut self, step: Step, _: Rect) -> Option<From> {
        self.moved(self.focus, |cursor| cursor.step(step))
    }

    fn arrange(&mut self, area: Rect, screen: Rect) -> Option<From> {
        self.arrange_in(area, screen)
    }

    fn click(&mut self, at: Position, area: Rect) -> Met {
        self.click_at(at, area)
    }

    fn wheel(&mut self, at: Position, rows: isize, area: Rect) -> Met {
        self.scroll_at(at, rows, area)
    }

    fn drag(&mut self, to: Position, area: Rect) {
        self.drag_to(to, area);
    }

    fn release(&mut self, preferences: &Preferences) -> Vec<Effect> {
        self.let_go(preferences)
    }

    fn detail(&self, overview: &Overview, _: Rect) -> Option<String> {
        self.cut_detail(overview)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
        self.draw(area, buf, overview, theme);
    }
}

impl App {
    /// The home screen as what it is.
    pub fn home(&self) -> &Home {
        let base: &dyn Any = &*self.base;
        base.downcast_ref().expect("below all pages lies the home screen")
    }

    pub fn home_mut(&mut self) -> &mut Home {
        let base: &mut dyn Any = &mut *self.base;
        base.downcast_mut().expect("below all pages lies the home screen")
    }
}
