//! The selected item in short, in the room that the panes leave: what its own line has no columns for.
//!
//! ```text
//! ┌ bak ────────────────────────────────┐
//! │ Sign the payment contract           │
//! │ doing, 4 d, due Thu                 │
//! │ Ayu, Budi +Dewi                     │
//! │ next: Call the provider             │
//! │ ▲ bak waits on Dewi: the VAT number │
//! │ Budi, 2 d: They sent version 3      │
//! └─────────────────────────────────────┘
//! ```
//!
//! What it reads is of one task, by its id, with a most; goals and roles say what their panes have loaded.

use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

use super::home::Home;
use super::pane::{self, Name};
use crate::domain::id::{SubjectRef, TaskId};
use crate::domain::spoken;
use crate::session::{Error, Session};
use crate::store::{BlockerRow, TaskRow};
use crate::tui::kit::draw::{self, Focus};
use crate::tui::kit::list::wrapped;
use crate::tui::kit::marks::marks;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::{text, when};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// So many blockers are said.
const BLOCKERS: usize = 3;

/// What was read of a task.
pub struct Preview {
    row: TaskRow,
    blockers: Vec<BlockerRow>,
    /// The last remark, with who wrote it and how long ago.
    remark: Option<String>,
}

impl Preview {
    /// `None` where there is no such task (any more).
    pub fn read(session: &Session, overview: &Overview, task: TaskId) -> Result<Option<Preview>, Error> {
        let board = session.board();
        let Some(row) = board.task_row(task)? else { return Ok(None) };
        let mut blockers = if row.blocked > 0 { board.blockers_of(task)? } else { Vec::new() };
        blockers.truncate(BLOCKERS);
        let remark = match board.last_remark(task)? {
            Some((by, at, text)) => {
                let names = session.journal().names([by.into()])?;
                Some(words().preview_remark(names.name(by), spoken::age(at, overview.now), text))
            }
            None => None,
        };
        Ok(Some(Preview { row, blockers, remark }))
    }
}

/// A line of it, and how loud it is.
enum Said {
    Title(String),
    Text(String),
    Aside(String),
    Warn(String),
}

/// Draws it; the border is there already.
pub fn view(home: &Home, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
    let (title, said) = said(home, overview);
    let border = draw::Pane { number: None, title: &title, fact: "", focus: Focus::Elsewhere };
    let inside = draw::titled(buf, area, &border, theme);
    let room = inside.width.saturating_sub(2);
    let mut lines = inside.y..inside.bottom();
    for said in said {
        let (text, style) = match said {
            Said::Title(text) => (text, theme.text.add_modifier(Modifier::BOLD)),
            Said::Text(text) => (text, theme.text),
            Said::Aside(text) => (text, theme.dim),
            Said::Warn(text) => (text, theme.warn),
        };
        for line in wrapped(&text, room) {
            let Some(y) = lines.next() else { return };
            draw::put(buf, inside.x + 1, y, room, &line, style);
        }
    }
}

fn said(home: &Home, overview: &Overview) -> (String, Vec<Said>) {
    let is_task = home.previewed() == home.focused().selection();
    let preview = home.preview().filter(|_| is_task);
    match (home.focus, preview) {
        (Name::Goals, _) => goal(home, overview).unwrap_or_default(),
        (Name::Roles, _) => role(home, overview).unwrap_or_default(),
        (Name::Findings, preview) => finding(home, preview, overview).unwrap_or_default(),
        (_, Some(preview)) => task(preview, overview),
        _ => Default::default(),
    }
}

fn task(preview: &Preview, overview: &Overview) -> (String, Vec<Said>) {
    let row = &preview.row;
    let state = overview.terms.state(row.state).into_owned();
    let mut facts = vec![format!("{state} {}", spoken::age(row.since, overview.now))];
    facts.extend(row.due.map(|day| when::due(day, overview.today)));
    facts.extend(row.goal.as_ref().map(|(_, title)| title.clone()));
    facts.extend(row.role.as_ref().map(|(_, name)| name.clone()));
    let mut said = vec![Said::Title(row.title.clone()), Said::Aside(text::together(&facts))];
    let who = pane::who(row, overview);
    if !who.is_empty() {
        said.push(if row.claims.is_empty() { Said::Warn(who) } else { Said::Text(who) });
    }
    said.extend(row.next.as_deref().map(|next| Said::Text(words().scr_next(next))));
    for blocker in &preview.blockers {
        let facts = [pane::sentence(blocker), pane::asked(blocker, overview)];
        said.push(Said::Warn(format!("{} {}", marks().blocked, text::together(&facts))));
    }
    said.extend(preview.remark.clone().map(Said::Text));
    (row.handle.clone(), said)
}

/// The task that a finding is about, or else what was found; and why it is asked.
fn finding(home: &Home, preview: Option<&Preview>, overview: &Overview) -> Option<(String, Vec<Said>)> {
    let row = home.findings.selected()?;
    let found = || (String::new(), vec![Said::Title(row.sentence().to_owned())]);
    let (title, mut said) = preview.map_or_else(found, |preview| task(preview, overview));
    said.push(Said::Aside(row.question.why(&overview.terms)));
    Some((title, said))
}

fn goal(home: &Home, overview: &Overview) -> Option<(String, Vec<Said>)> {
    let row = home.goals.selected()?;
    let mut facts = vec![pane::progress(row)];
    facts.extend(row.due.map(|day| when::due(day, overview.today)));
    Some((row.handle.clone(), vec![Said::Title(row.title.clone()), Said::Aside(text::together(&facts))]))
}

fn role(home: &Home, overview: &Overview) -> Option<(String, Vec<Said>)> {
    let row = home.roles.selected()?;
    let mut said = vec![Said::Title(row.name.clone())];
    said.extend(row.purpose.clone().map(Said::Text));
    for holder in &row.holders {
        let mut facts = vec![holder.name.clone()];
        facts.extend(holder.focus.clone());
        facts.extend(holder.term.map(|day| words().scr_till(when::short(day, overview.today))));
        said.push(Said::Aside(text::together(&facts)));
    }
    said.extend(pane::unclear(row, overview.today).map(Said::Warn));
    Some((row.handle.clone(), said))
}

/// What the selection is about, where that is a task.
pub fn wanted(selection: Option<SubjectRef>) -> Option<TaskId> {
    selection?.typed()
}
