//! The forms: everything that a task, a goal, a role or a member says, in fields.
//!
//! **Invariants:** only what was touched is written, so that what others have changed meanwhile stays; and where somebody
//! has changed just what one changed too, the form says so before it writes.

mod goal;
mod member;
mod role;
mod rows;
mod task;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::rc::Rc;

pub use goal::{edit_goal, new_goal};
pub use member::edit_me;
pub use role::{edit_role, new_role, write_role};
pub use task::{edit_task, new_task};

use crate::domain::decide::Command;
use crate::domain::field::{Field as _, Registers};
use crate::domain::id::{SubjectId, SubjectRef, TypedId};
use crate::domain::register::Register;
use crate::domain::subject::{Kind, Subject};
use crate::insight::likeness::Content;
use crate::session::{Error, ErrorKind, Session};
use crate::tui::kit::overlay::Item;
use crate::tui::screens::page;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// The subject that was chosen.
fn chosen<I: TypedId>(pick: Option<Pick>) -> Option<I> {
    pick?.typed()
}

/// The label of the first field that is changed here, and was changed elsewhere since the form was opened.
macro_rules! clash {
    ($edit:expr, $before:expr, $now:expr; $($field:ident: $label:expr),+ $(,)?) => {
        None$(.or_else(|| {
            ($edit.$field.is_some() && $before.$field.get() != $now.$field.get()).then(|| $label)
        }))+
    };
}
use clash;

/// Writes what was changed. Where somebody else has changed the same meanwhile it is refused once: whoever sends it again
/// knows.
fn write(
    subject: SubjectId,
    commands: Vec<Command>,
    told: &Rc<Cell<Told>>,
    clash: impl Fn(&Subject) -> Option<String> + 'static,
) -> Vec<Effect> {
    let told = Rc::clone(told);
    ask::run(move |session| {
        let Some(now) = session.board().subject(subject)? else { return Err(ask::gone()) };
        if let Some(label) = clash(&now).filter(|_| told.get() == Told::Nothing) {
            told.set(Told::Clash);
            return Err(Error::new(ErrorKind::Refused, words().form_changed_meanwhile(label), None));
        }
        session.perform_all(&commands)
    })
}

/// Writes an edit of what was known `before`, unless it clashes in a field of the form.
fn write_edit<R: Registers>(
    subject: SubjectId,
    commands: Vec<Command>,
    told: &Rc<Cell<Told>>,
    form: &'static [R::Field],
    (before, edit): (R, R::Edited),
) -> Vec<Effect> {
    write(subject, commands, told, move |now| {
        let now = R::of(now)?;
        form.iter().find(|field| now.clashes(&before, &edit, **field)).map(|field| field.heading())
    })
}

/// Whether the person knows that somebody else has changed the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Told {
    #[default]
    Nothing,
    Clash,
}

/// What a field that was written twice says besides what stands in it.
fn twice<T>(
    session: &Session,
    field: &Register<T>,
    say: impl Fn(&T) -> String,
) -> Result<Option<String>, Error> {
    let Some(values) = field.written_twice() else { return Ok(None) };
    let Some((record, other)) = values.iter().rev().nth(1) else { return Ok(None) };
    let Some(entry) = session.board().entry(*record)? else { return Ok(None) };
    let author = entry.record.author;
    let who = session.board().names([author.into()])?.name(author).to_owned();
    Ok(Some(words().form_twice(say(other), who)))
}

/// The roles or goals that are called alike.
fn things_like(session: &Session, kind: Kind, text: &str) -> Result<Vec<Item<Pick>>, Error> {
    let found = session.things_like(kind, &Content::typed(text))?;
    let pick = |id| Pick::Subject(SubjectRef { kind, id });
    Ok(found.into_iter().map(|(id, name)| Item::new(pick(id), name, words().form_alike_known())).collect())
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
