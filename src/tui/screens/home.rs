//! The home screen: five panes, one of which has the focus.

use std::borrow::Cow;

use ratatui::{buffer::Buffer, layout::Rect};

use super::layout::{self, Areas, Edge, Place, Wants};
use super::pane::{self, ALL, Blockers, Findings, Goals, Name, Owns, Pane, Roles};
use crate::domain::event::{Event, TaskEvent};
use crate::session::{Done, Error, Session};
use crate::settings::Panes;
use crate::tui::kit::cursor::From;
use crate::tui::kit::draw::Focus;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::app::App;
use crate::tui::shell::facts::Facts;
use crate::tui::shell::replay;
use crate::tui::shell::tutor::strip;

/// The panes and which of them the keys act on.
pub struct Home {
    pub focus: Name,
    pub zoomed: bool,
    /// Whether the tutor has its strip below.
    pub tutored: bool,
    /// The rows of the banner of another time.
    banner: u16,
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
            tutored: false,
            banner: 0,
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

    /// Reads all panes anew, each around its selected row.
    pub fn load(&mut self, session: &Session, facts: &Facts) -> Result<(), Error> {
        self.banner = if facts.past.is_some() { replay::ROWS } else { 0 };
        ALL.into_iter().try_for_each(|name| self.pane_mut(name).load(session, facts, From::Here))
    }

    /// Goes to a task that was just added.
    pub fn seek_new(&mut self, done: &Done) {
        let added =
            done.records.iter().find(|record| matches!(record.event, Some(Event::Task(TaskEvent::Added(_)))));
        if let Some(record) = added {
            self.focus = Name::Owns;
            self.owns.seek(record.subject.into());
        }
    }

    /// Where everything stands on a screen.
    pub fn areas(&self, screen: Rect) -> Areas {
        let rows = |n: usize| u16::try_from(n.max(1)).unwrap_or(u16::MAX);
        layout::areas(
            screen,
            &Wants {
                focus: self.focus,
                zoomed: self.zoomed,
                goals: rows(self.goals.len()),
                findings: rows(self.findings.len().min(pane::SHOWN) + 1),
                blockers: rows(self.blockers.lines()),
                strip: if self.tutored { strip::rows(screen) } else { 0 },
                banner: self.banner,
                panes: self.panes,
            },
        )
    }

    /// Lets every pane know how many lines it has; gives the panes whose rows run short because of it.
    pub fn arrange(&mut self, screen: Rect) -> Vec<(Name, From)> {
        let areas = self.areas(screen);
        let short = |name: Name| {
            let height = areas.height(name);
            self.pane_mut(name).cursor_mut().resize(height).map(|from| (name, from))
        };
        ALL.into_iter().filter_map(short).collect()
    }
}

/// Draws the panes.
pub fn view(home: &Home, facts: &Facts, areas: &Areas, buf: &mut Buffer, theme: &Theme) {
    for name in ALL {
        let focus = if name == home.focus { Focus::Here } else { Focus::Elsewhere };
        match areas.pane(name) {
            Place::Whole(area) => pane::view(home.pane(name), name, focus, facts, area, buf, theme),
            Place::Summary(area) => pane::summary(home.pane(name), name, focus, facts, area, buf, theme),
            Place::Hidden => {}
        }
    }
}

/// The selected row in full, for the status line, where its own line cuts it.
pub fn detail(app: &App) -> Option<Cow<'_, str>> {
    if let Some(page) = app.pages.last() {
        return page.detail(&app.facts).map(Cow::Owned);
    }
    let detail = app.home.focused().detail()?;
    let Place::Whole(area) = app.home.areas(app.screen).pane(app.home.focus) else {
        return Some(detail.into());
    };
    // The border, the marks, and the column of ages.
    let room = usize::from(area.width).saturating_sub(2 + 4 + app.home.focused().aside());
    (text::width(detail) > room).then_some(detail.into())
}
