//! What can be chosen of each kind, in forms and in questions.

use super::kinds;
use crate::domain::id::{SubjectId, SubjectRef};
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::store::Filter;
use crate::tui::kit::overlay::Item;
use crate::tui::shell::ask::Pick;

/// Nobody looks through more; who seeks types a few letters.
const MANY: usize = 500;

/// What can be chosen of a kind, but one.
pub fn of(session: &Session, kind: Kind, but: Option<SubjectId>) -> Result<Vec<Item<Pick>>, Error> {
    let Some(all) = kinds::of(kind).choices else { return Ok(Vec::new()) };
    let mut items = all(session)?;
    if let Some(id) = but {
        items.retain(|item| item.id != Pick::Subject(SubjectRef { kind, id }));
    }
    Ok(items)
}

/// The tasks that somebody may mean: the first of the order.
pub fn tasks(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().tasks(&Filter::default(), None, 0, MANY)?.rows.into_iter();
    Ok(rows.map(|row| Item::new(row.id.into(), format!("{}  {}", row.handle, row.title), "")).collect())
}

/// The goals that something may serve.
pub fn goals(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().goals(false, 0, MANY)?.into_iter();
    Ok(rows.map(|row| Item::new(row.id.into(), row.title, row.handle)).collect())
}

/// The roles, each with who holds it.
pub fn roles(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().roles(0, MANY)?.into_iter();
    Ok(rows
        .map(|row| {
            let holders: Vec<String> = row.holders.into_iter().map(|holder| holder.name).collect();
            Item::new(row.id.into(), row.name, holders.join(", "))
        })
        .collect())
}
