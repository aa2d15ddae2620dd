//! Copying to the clipboard: the handle of what is selected, or a link to it.

use std::rc::Rc;

use super::{Action, Group, Hint, Run, Scope, selection};
use crate::domain::id::SubjectRef;
use crate::domain::subject::{Kind, Subject};
use crate::inert::{Signs, inert};
use crate::session::{Error, Session};
use crate::tui::kit::key::key;
use crate::tui::kit::link;
use crate::tui::screens::pane::Name;
use crate::tui::shell::app::App;
use crate::tui::shell::desk::{Copying, Effect};
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
type Text = fn(&Session, SubjectRef) -> Result<String, Error>;

fn copy(app: &App, text: Text) -> Option<Run> {
    let copying: Copying = match selection(app) {
        None => finding(app)?,
        Some(subject) => Rc::new(move |session| text(session, subject)),
    };
    Some(Box::new(move |_| vec![Effect::Copy(copying)]))
}

/// A finding about several subjects is called by its key.
fn finding(app: &App) -> Option<Copying> {
    let at_findings = app.pages.is_empty() && app.home().focus == Name::Findings;
    let held = app.home().findings.selected().filter(|_| at_findings)?.finding()?.clone();
    Some(Rc::new(move |session| session.spoken_key(&held)))
}

/// What it is called by: people by their names.
fn handle(session: &Session, SubjectRef { kind, id }: SubjectRef) -> Result<String, Error> {
    let names = session.board().names([id])?;
    Ok(match kind {
        Kind::Member => inert(names.name(id), Signs::UNICODE).into_owned(),
        _ => names.handle(id).to_owned(),
    })
}

/// The first of its links, or whence it came, where that can be opened; else what one would write to somebody else.
fn link_or_title(session: &Session, subject: SubjectRef) -> Result<String, Error> {
    let id = subject.id;
    let links = match session.board().subject(id)? {
        Some(Subject::Task(task)) => task.links().iter().cloned().chain(task.source.clone()).collect(),
        _ => Vec::new(),
    };
    if let Some(link) = links.into_iter().find(|link| link::is_link(link)) {
        return Ok(link);
    }
    let called = handle(session, subject)?;
    let names = session.board().names([id])?;
    let name = inert(names.name(id), Signs::UNICODE);
    Ok(if called == name { called } else { format!("{called} {name}") })
}

#[cfg(test)]
mod tests {
    use crate::domain::decide::{Command, EditTask};
    use crate::domain::event::TaskEdited;
    use crate::settings::Name;
    use crate::tui::shell::app::Request;
    use crate::tui::shell::desk::Desk;
    use crate::tui::testing::{demo, desk, world};

    fn copied(desk: &mut Desk, keys: &str) -> Option<String> {
        desk.press(keys);
        match desk.request() {
            Some(Request::Copy(text)) => Some(text),
            _ => None,
        }
    }

    #[test]
    fn a_handle_is_copied_from_every_pane_and_page() {
        let mut desk = demo(120, 40);
        assert_eq!(copied(&mut desk, "2 y").as_deref(), Some("bak"));
        assert!(desk.says().ends_with("Copied: bak"), "{}", desk.says());
        assert_eq!(copied(&mut desk, "Enter y").as_deref(), Some("bak"));
        assert_eq!(copied(&mut desk, "i y").as_deref(), Some("Ayu"), "people are called by their names");
        for (pane, handle) in [("1", "juj"), ("3", "gib"), ("4", "bak"), ("5", "nus")] {
            assert_eq!(copied(&mut desk, &format!("{pane} y")).as_deref(), Some(handle), "{pane}");
        }
        assert_eq!(copied(&mut desk, "0 y"), None);
        assert!(desk.says().contains("makes no sense here"), "{}", desk.says());
    }

    #[test]
    fn a_link_is_copied_or_else_the_handle_with_its_title() {
        let mut session = crate::testing::sample_team(world("demo"));
        let task = session.find("dan").unwrap();
        let links = ["the shops", "https://a.example/\u{1b}]52;c;x\u{7}", "https://a.example/shops"];
        let edit = TaskEdited { links: Some(links.map(str::to_owned).to_vec()), ..TaskEdited::default() };
        session.perform(&Command::EditTask(EditTask { task, edit })).unwrap();
        let mut desk = desk(session, 120, 40);
        assert_eq!(copied(&mut desk, "1 Y").as_deref(), Some("juj Open the co-op store"));
        assert_eq!(copied(&mut desk, "2 f Y").as_deref(), Some("https://a.example/shops"));
        assert_eq!(copied(&mut desk, "f i Y").as_deref(), Some("Ayu"));
    }

    #[test]
    fn where_nothing_is_copied_the_text_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let session = crate::testing::sample_team(world("demo").with_settings(folder.path().to_owned()));
        let mut desk = desk(session, 120, 40);
        let at = Name::ALL.iter().position(|name| *name == Name::Clipboard).unwrap();
        desk.press(&format!("0 {} Enter text:off Enter Esc", "j ".repeat(at)));
        assert_eq!(copied(&mut desk, "2 y"), None);
        assert!(desk.says().starts_with("bak (not copied"), "{}", desk.says());
    }
}
