//! The members who are here, as they stand in a list.

use super::Pick;
use crate::domain::id::MemberId;
use crate::session::{Error, Session};
use crate::store::Match;
use crate::tui::kit::overlay::Item;
use crate::tui::kit::text;

/// Nobody looks through more; who seeks types a few letters.
const MANY: usize = 500;

/// All of them, to pick from, without one.
pub fn members(session: &Session, but: Option<MemberId>) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().members(MANY)?;
    let here = rows.into_iter().filter(|row| row.left.is_none() && Some(row.id) != but);
    Ok(here.map(|row| Item::new(row.id.into(), row.name, contact(row.contact))).collect())
}

/// One of them, who was found.
pub fn member(session: &Session, found: Match) -> Result<Item<Pick>, Error> {
    let row = session.board().member_row(found.id.into())?;
    Ok(Item::new(Pick::from(MemberId::from(found.id)), found.name, contact(row.and_then(|row| row.contact))))
}

/// How somebody likes to be asked, beside their name.
fn contact(note: Option<String>) -> String {
    note.map(|note| text::cut(&note, 44).into_owned()).unwrap_or_default()
}
