//! Copying to the clipboard: the handle of what is in hand, or a link to it.

use std::rc::Rc;

use super::{Action, Group, Hint, Run, Scope, hand};
use crate::domain::subject::Subject;
use crate::inert::{Signs, inert};
use crate::session::{Error, Session};
use crate::tui::app::App;
use crate::tui::desk::{Copying, Effect};
use crate::tui::hand::Hand;
use crate::tui::key::key;
use crate::tui::link;
use crate::tui::pane::Name;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "copy.handle",
        keys: &[key('y')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_copy(),
        doc: || words().act_copy_doc(),
        hint: Hint::Never,
        bind: |app| copy(app, handle),
    },
    Action {
        name: "copy.link",
        keys: &[key('Y')],
        scope: Scope::Everywhere,
        group: Group::Look,
        label: || words().act_copy_link(),
        doc: || words().act_copy_link_doc(),
        hint: Hint::Never,
        bind: |app| copy(app, link_or_title),
    },
];

/// What is copied of a subject.
type Text = fn(&Session, Hand) -> Result<String, Error>;

fn copy(app: &App, text: Text) -> Option<Run> {
    let copying: Copying = match hand(app) {
        Hand::Nothing => finding(app)?,
        hand => Rc::new(move |session| text(session, hand)),
    };
    Some(Box::new(move |_| vec![Effect::Copy(copying)]))
}

/// A finding about several subjects is called by its key.
fn finding(app: &App) -> Option<Copying> {
    let at_findings = app.pages.is_empty() && app.home.focus == Name::Findings;
    let held = app.home.findings.selected().filter(|_| at_findings)?.held.clone();
    Some(Rc::new(move |session| session.spoken_key(&held)))
}

/// What it is called by: people by their names.
fn handle(session: &Session, hand: Hand) -> Result<String, Error> {
    let Some(id) = hand.subject() else { return Ok(String::new()) };
    let names = session.board().names([id])?;
    Ok(match hand {
        Hand::Member(_) => inert(names.name(id), Signs::UNICODE).into_owned(),
        _ => names.handle(id).to_owned(),
    })
}

/// The first of its links, or whence it came, where that can be opened; else what one would write to somebody else.
fn link_or_title(session: &Session, hand: Hand) -> Result<String, Error> {
    let Some(id) = hand.subject() else { return Ok(String::new()) };
    let links = match session.board().subject(id)? {
        Some(Subject::Task(task)) => task.links().iter().cloned().chain(task.source.clone()).collect(),
        _ => Vec::new(),
    };
    if let Some(link) = links.into_iter().find(|link| link::is_link(link)) {
        return Ok(link);
    }
    let called = handle(session, hand)?;
    let names = session.board().names([id])?;
    let name = inert(names.name(id), Signs::UNICODE);
    Ok(if called == name { called } else { format!("{called} {name}") })
}
