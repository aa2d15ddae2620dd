//! What every screen can do, for the shell to run it: the home screen, and the pages that are opened over it.
//!
//! A screen reads what it shows when it is told to ([`Page::load`]) and draws it from what it has: drawing asks nobody.

use std::any::Any;
use std::rc::Rc;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::action::Run;
use super::desk::Effect;
use super::marked::{Marked, Wish};
use super::overview::Overview;
use super::preferences::Preferences;
use crate::domain::agreement::Options;
use crate::domain::calendar::At;
use crate::domain::decide::StepAt;
use crate::domain::id::{MeetingId, MemberId, RecordId, SubjectRef, TaskId};
use crate::domain::meeting::{MeetingKind, Place};
use crate::domain::subject::Kind;
use crate::session::{Done, Error, Possible, Session, Since};
use crate::store::TaskRow;
use crate::tui::kit::cursor::{Cursor, From, Step};
use crate::tui::kit::link::Placed;
use crate::tui::kit::list::{self, Head};
use crate::tui::kit::theme::Theme;

/// One screen: what lies below all others, and what is opened over it.
pub trait Page: Any {
    /// What the keys act on.
    fn selection(&self) -> Option<SubjectRef> {
        None
    }

    /// The tasks that are marked: the keys act on all of them instead.
    fn marked(&self) -> &[TaskRow] {
        &[]
    }

    /// The line of the selected task, where tasks can be marked.
    fn markable(&self) -> Option<&TaskRow> {
        None
    }

    /// The marks, where tasks can be marked.
    fn marks(&mut self) -> Option<&mut Marked> {
        None
    }

    /// Marks several tasks at once; what has to be read for it.
    fn mark(&mut self, _wish: Wish) -> Vec<Effect> {
        Vec::new()
    }

    /// What one looks at by it, with all that there is to see or in short. `area` is what [`view`](Page::view) gets.
    fn shows(&self, _area: Rect) -> Option<SubjectRef> {
        None
    }

    /// What touches one since one looked last, where the page tells that.
    fn since(&self) -> Option<Rc<Since>> {
        None
    }

    /// The kind of what it lists, where one can write down another of it.
    fn lists(&self) -> Option<Kind> {
        None
    }

    /// The line of the selected task, for what the keys may do with it.
    fn row(&self) -> Option<&TaskRow> {
        None
    }

    /// The line of a task, if it is among the rows.
    fn find(&self, _task: TaskId) -> Option<&TaskRow> {
        None
    }

    /// Whether the selected row is the subject itself, and not something that speaks of it.
    fn is_itself(&self) -> bool {
        true
    }

    /// Whether the rows only speak of subjects, so that it is said of which one the keys are.
    fn speaks_of(&self) -> bool {
        !self.is_itself()
    }

    /// What is selected, as one would call it: `bak, Sign the payment contract`.
    fn held(&self, _facts: &Overview) -> Option<String> {
        match self.row() {
            Some(row) => Some(format!("{}, {}", row.handle, row.title)),
            None => self.text().and_then(|text| text.into_iter().next()),
        }
    }

    /// Reads everything anew: after a change, at the same place; or from an end, where a step asked for it.
    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error>;

    /// Reads what ran short because of a step, a click or another size.
    fn load_more(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        self.load(reading, from)
    }

    /// Takes what the person has set; whether it has to be read anew because of it.
    fn prefer(&mut self, _preferences: &Preferences) -> bool {
        false
    }

    /// Goes to what was just added.
    fn seek_new(&mut self, _done: &Done) {}

    /// Selects a task, when it is read next.
    fn seek(&mut self, _task: TaskId) {}

    /// The words that narrow it.
    fn filter(&self) -> &str {
        ""
    }

    /// Shows only what holds these words, when it is read next.
    fn set_filter(&mut self, _words: String) {}

    /// Whether these words are a query, with terms that can be proposed.
    fn is_queried(&self) -> bool {
        false
    }

    /// Where it is a list: its cursor, which steps, clicks and sizes then move by themselves.
    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        None
    }

    /// Goes; tells what has to be read because of it, if anything. `area` is what [`view`](Page::view) gets.
    fn step(&mut self, step: Step, _area: Rect) -> Option<From> {
        self.list()?.0.step(step)
    }

    /// Takes the area that it is drawn in from now on, on a screen of that size; tells what has to be read because of it.
    fn arrange(&mut self, area: Rect, _screen: Rect) -> Option<From> {
        let (cursor, head) = self.list()?;
        cursor.resize(list::height(area, head))
    }

    /// Selects what is at a place. `area` is what [`view`](Page::view) gets.
    fn click(&mut self, at: Position, area: Rect) -> Met {
        let Some((cursor, head)) = self.list() else { return Met::Nothing };
        match list::row_at(cursor, at, area, head) {
            Some(row) => Met::Something(cursor.select(row)),
            None => Met::Nothing,
        }
    }

    /// Goes so many rows in what is under the pointer. Where nothing is met the wheel does what the arrows do.
    fn wheel(&mut self, _at: Position, _rows: isize, _area: Rect) -> Met {
        Met::Nothing
    }

    /// The pointer drags what was clicked to a place.
    fn drag(&mut self, _to: Position, _area: Rect) {}

    /// The pointer lets go of it.
    fn release(&mut self, _preferences: &Preferences) -> Vec<Effect> {
        Vec::new()
    }

    /// Goes to the column or the thing beside; whether there is one.
    fn turn(&mut self, _by: isize) -> Turned {
        Turned::Nowhere
    }

    /// What Enter does here.
    fn enter(&self) -> Option<Run> {
        None
    }

    /// What Enter does, in a word; where it opens a page, that needs no other.
    fn enters(&self) -> Option<String> {
        None
    }

    /// The step of a checklist that is selected.
    fn ticking(&self) -> Option<Ticking> {
        None
    }

    /// The turn of a meeting that it shows.
    fn meeting(&self) -> Option<MeetingTurn> {
        None
    }

    /// What whoever acts could do to the decision that it shows.
    fn possible(&self) -> Option<&Possible> {
        None
    }

    /// What whoever acts could do about the selected agreement, of which it shows what it says.
    fn options(&self) -> Option<Options> {
        None
    }

    /// It is that time now; whether it has to be drawn anew.
    fn tick(&mut self, _now: At) -> bool {
        false
    }

    /// What it shows was drawn: from here on people see it.
    fn drawn(&mut self) {}

    /// Whether a time box that it shows has run out by now; it says so once.
    fn runs_out(&mut self, _now: At) -> bool {
        false
    }

    /// Shows long texts whole, or folds them again, when it is read next.
    fn unfold(&mut self) {}

    /// What is selected in full, for the status line, where its own line cuts it.
    fn detail(&self, _facts: &Overview, _area: Rect) -> Option<String> {
        None
    }

    /// All of it in words, where it is a text: its title first. What is a list is heard as it is drawn.
    fn text(&self) -> Option<Vec<String>> {
        None
    }

    /// The links in sight in what people wrote.
    fn links(&self, _area: Rect) -> Vec<Placed> {
        Vec::new()
    }

    fn view(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme);
}

/// What a page is read from.
pub struct Reading<'a> {
    pub session: &'a Session,
    pub overview: &'a Overview,
    pub theme: &'a Theme,
    pub preferences: &'a Preferences,
}

/// A step of a checklist, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticking {
    pub task: TaskId,
    pub at: StepAt,
    pub is_ticked: bool,
}

/// The turn of a meeting, as the page shows it: what a key ends is what was seen when it was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingTurn {
    pub meeting: MeetingId,
    pub kind: MeetingKind,
    pub turn: RecordId,
    pub place: Place,
    pub is_open: bool,
    /// Whether there is nothing to go back to.
    pub is_first: bool,
    pub chair: Option<MemberId>,
    /// Another of its kind that goes on.
    pub other: Option<MeetingId>,
}

/// Whether what a page shows is still on the board. A page of what is gone closes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Still {
    There,
    Gone,
}

/// What a click met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    Nothing,
    /// Something that a second click opens. It is selected now; what has to be read because of it.
    Something(Option<From>),
    /// Something with actions of its own, by their names: of the first click, and of a second one.
    Acting {
        once: Option<&'static str>,
        twice: Option<&'static str>,
        load: Option<From>,
    },
}

/// Whether a page has something beside what is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    There,
    Nowhere,
}

/// How a page is opened; `None` where there is nothing (any more) to show.
pub type Opening = Rc<dyn Fn(&Reading<'_>) -> Result<Option<Box<dyn Page>>, Error>>;
