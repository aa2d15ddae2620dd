//! The forms: everything that a task, a goal, a role or a member says, in fields.
//!
//! **Invariants:** only what was touched is written, so that what others have changed meanwhile stays; and where somebody
//! has changed just what one changed too, the form says so before it writes.

mod agreement;
mod decision;
mod goal;
mod member;
mod role;
mod rows;
mod task;
mod tension;
#[cfg(test)]
mod tests;
mod thanks;

use std::cell::Cell;
use std::rc::Rc;

pub use agreement::{amend_agreement, decided_agreement, new_agreement};
pub use decision::{adopt, amend, change_agreement, change_decision, decision_days, new_decision};
pub use goal::{edit_goal, new_goal};
pub use member::edit_me;
pub use role::{edit_role, new_role, write_role};
pub use task::{edit_task, new_task, new_task_of};
pub use tension::{new_tension, sense};
pub use thanks::thank;

use crate::domain::decide::Command;
use crate::domain::field::{Field as _, Registers};
use crate::domain::id::{SubjectId, SubjectRef};
use crate::domain::subject::Kind;
use crate::insight::likeness::Content;
use crate::session::{Error, ErrorKind, Session};
use crate::tui::kit::overlay::Item;
use crate::tui::screens::page;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Like, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// Writes an edit of what was known `before`. Where somebody else has changed a field of the form meanwhile that it changes
/// too, it is refused once: whoever sends it again knows.
fn write_edit<R: Registers>(
    subject: SubjectId,
    commands: Vec<Command>,
    told: &Rc<Cell<Told>>,
    form: &'static [R::Field],
    (before, edit): (R, R::Edited),
) -> Vec<Effect> {
    let told = Rc::clone(told);
    ask::run(move |session| {
        let now = session.board().subject(subject)?;
        let Some(now) = now.as_ref().and_then(R::of) else { return Err(ask::gone()) };
        let clash = form.iter().find(|field| now.clashes(&before, &edit, **field));
        if let Some(field) = clash.filter(|_| told.get() == Told::Nothing) {
            told.set(Told::Clash);
            let message = words().form_changed_meanwhile(field.heading());
            return Err(Error::new(ErrorKind::Refused, message, None));
        }
        session.perform_all(&commands)
    })
}

/// Whether the person knows that somebody else has changed the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Told {
    #[default]
    Nothing,
    Clash,
}

/// The roles or goals that are called alike.
fn things_like(session: &Session, kind: Kind, text: &str) -> Result<Like, Error> {
    let found = session.things_like(kind, &Content::typed(text))?;
    let pick = |id| Pick::Subject(SubjectRef { kind, id });
    let items = found.into_iter().map(|(id, name)| Item::new(pick(id), name, words().form_alike_known()));
    Ok(Like { items: items.collect(), read: None })
}

/// Opens what is called alike instead of writing it down once more.
fn open_alike(_: &mut App, pick: Pick) -> Vec<Effect> {
    let Pick::Subject(subject) = pick else { return Vec::new() };
    ask::with_board(move |session, _| {
        let title = words().form_alike_thing(ask::called(session, subject.id)?);
        let items = vec![Item::new(Pick::Subject(subject), words().form_alike_open(), "")];
        Ok(ask::pick(title, items, move |_, _| vec![Effect::Open(page::of(subject))]))
    })
}
