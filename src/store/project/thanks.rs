//! The rows of thanks.

use rusqlite::{Connection, params};

use crate::domain::thanks::Thanks;
use crate::store::StoreError;

pub(super) fn rows(connection: &Connection, thanks: &Thanks) -> Result<(), StoreError> {
    let Some(origin) = thanks.origin else { return Ok(()) };
    connection.prepare_cached("DELETE FROM thanks WHERE id = ?1")?.execute([thanks.id])?;
    connection.prepare_cached("INSERT INTO thanks VALUES (?1,?2,?3,?4,?5)")?.execute(params![
        thanks.id,
        origin.by,
        origin.at,
        thanks.text,
        thanks.about,
    ])?;
    let mut to = connection.prepare_cached("INSERT OR IGNORE INTO thanks_to VALUES (?1,?2,?3)")?;
    for member in &thanks.to {
        to.execute(params![thanks.id, member, origin.at])?;
    }
    Ok(())
}
