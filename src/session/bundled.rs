//! How the subjects of each kind go out as items of a bundle, and come in from them: a file for each kind.

mod agreement;
mod board;
mod decision;
mod goal;
mod meeting;
mod member;
mod pairing;
mod role;
mod settlement;
mod task;
mod tension;
mod thanks;

use chrono::{DateTime, Utc};

use super::import::{Import, Item, own_id, source, source_of};
use super::{Error, Session};
use crate::domain::calendar::At;
use crate::domain::field::Value;
use crate::domain::id::SubjectId;
use crate::domain::kinds::for_every_kind;
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::words::words;

/// What a kind of subject is in a bundle.
trait Bundled {
    /// Adds it to a bundle that goes out.
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error>;

    /// Brings in what a bundle has of this kind. The kinds come one after the other, in the order of their table.
    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error>;
}

macro_rules! bundled {
    ($($module:ident::$kind:ident($events:ident $(, $id:ident)?) = $word:literal by $called:ident,)+) => {
        /// Adds a subject to a bundle that goes out.
        pub(super) fn export(subject: &Subject, session: &Session, out: &mut Bundle) -> Result<(), Error> {
            match subject { $(Subject::$kind(subject) => subject.export(session, out)),+ }
        }

        /// Brings in everything that a bundle has.
        pub(super) fn import_all(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
            $(<crate::domain::$module::$kind as Bundled>::import(import, bundle)?;)+
            Ok(())
        }
    };
}

for_every_kind!(bundled);

fn handle(session: &Session, id: SubjectId) -> Result<Option<String>, Error> {
    Ok(Some(session.board().handle_of(id)?))
}

/// What a newer file calls something; `None` where it says nothing, and whoever read it put words there.
fn title_of(title: String) -> Option<Value> {
    (title != words().import_untitled()).then_some(Value::Title(title))
}

fn time(at: At) -> Option<DateTime<Utc>> {
    Some(at.to_utc())
}
