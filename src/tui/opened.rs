//! A page that was opened over the panes, and what one has in hand there.

use crossterm::event::KeyEvent;
use ratatui::{buffer::Buffer, layout::Rect};

use super::hand::Hand;
use super::page::{GoalPage, MemberPage, RolePage, TaskPage};
use super::theme::Theme;
use crate::session::{Error, Session};
use crate::store::TaskRow;

/// An open page.
pub struct Opened {
    pub hand: Hand,
    /// The line of its task, for what the keys may do with it.
    pub row: Option<TaskRow>,
    page: Sheet,
}

enum Sheet {
    Task(TaskPage),
    Role(RolePage),
    Goal(GoalPage),
    Member(MemberPage),
}

impl Opened {
    /// Opens the page of what is in hand; `None` where it is not on the board (any more).
    pub fn load(session: &Session, hand: Hand, theme: &Theme) -> Result<Option<Opened>, Error> {
        let page = match hand {
            Hand::Task(id) => TaskPage::load(session, id, theme)?.map(Sheet::Task),
            Hand::Role(id) => RolePage::load(session, id, theme)?.map(Sheet::Role),
            Hand::Goal(id) => GoalPage::load(session, id, theme)?.map(Sheet::Goal),
            Hand::Member(id) => MemberPage::load(session, id, theme)?.map(Sheet::Member),
            Hand::Nothing => None,
        };
        let row = row(session, hand)?;
        Ok(page.map(|page| Opened { hand, row, page }))
    }

    /// The page anew, after a change, at the same place.
    pub fn again(&self, session: &Session, theme: &Theme) -> Result<Option<Opened>, Error> {
        let page = match &self.page {
            Sheet::Task(page) => page.again(session, theme)?.map(Sheet::Task),
            Sheet::Role(page) => page.again(session, theme)?.map(Sheet::Role),
            Sheet::Goal(page) => page.again(session, theme)?.map(Sheet::Goal),
            Sheet::Member(page) => page.again(session, theme)?.map(Sheet::Member),
        };
        let row = row(session, self.hand)?;
        Ok(page.map(|page| Opened { hand: self.hand, row, page }))
    }

    /// Scrolls, if the key says so; whether it did.
    pub fn key(&mut self, key: KeyEvent, area: Rect) -> bool {
        match &mut self.page {
            Sheet::Task(page) => page.key(key, area),
            Sheet::Role(page) => page.key(key, area),
            Sheet::Goal(page) => page.key(key, area),
            Sheet::Member(page) => page.key(key, area),
        }
    }

    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        match &self.page {
            Sheet::Task(page) => page.view(area, buf, theme),
            Sheet::Role(page) => page.view(area, buf, theme),
            Sheet::Goal(page) => page.view(area, buf, theme),
            Sheet::Member(page) => page.view(area, buf, theme),
        }
    }
}

fn row(session: &Session, hand: Hand) -> Result<Option<TaskRow>, Error> {
    match hand {
        Hand::Task(id) => Ok(session.board().task_row(id)?),
        _ => Ok(None),
    }
}
