//! What the stage and the desks beside it leave for each other: whether it is dark, and how many rows it has.
//!
//! It is no record: nobody else's board, no export and no history ever has it. It stands in `meta`, which nothing makes
//! anew.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError};
use crate::domain::calendar::At;

const DARK: &str = "stage_dark";
const SIZE: &str = "stage_size";

/// Whether something is to be seen on the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    On,
    /// Somebody made it dark.
    Off,
}

/// How large the terminal of the stage is, since a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageSize {
    pub columns: u16,
    pub rows: u16,
    pub at: At,
}

impl Store {
    pub fn stage_light(&self) -> Result<Light, StoreError> {
        let dark = self.connection.prepare_cached("SELECT 1 FROM meta WHERE key = ?1")?.exists([DARK])?;
        Ok(if dark { Light::Off } else { Light::On })
    }

    pub fn set_stage_light(&mut self, light: Light) -> Result<(), StoreError> {
        match light {
            Light::Off => self.put_local(DARK, Some("1")),
            Light::On => self.put_local(DARK, None),
        }
    }

    /// The size that the stage left last; `None` where none is open.
    pub fn stage_size(&self) -> Result<Option<StageSize>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        let left: Option<String> = statement.query_row([SIZE], |row| row.get(0)).optional()?;
        Ok(left.and_then(|left| {
            let mut numbers = left.split(' ');
            let mut next = || numbers.next();
            Some(StageSize {
                columns: next()?.parse().ok()?,
                rows: next()?.parse().ok()?,
                at: At(next()?.parse().ok()?),
            })
        }))
    }

    /// Leaves the size of the stage; with `None`, that it is gone.
    pub fn leave_stage_size(&mut self, size: Option<StageSize>) -> Result<(), StoreError> {
        let written = size.map(|StageSize { columns, rows, at }| format!("{columns} {rows} {}", at.0));
        self.put_local(SIZE, written.as_deref())
    }

    fn put_local(&mut self, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        self.writable()?;
        self.in_place()?;
        match value {
            Some(value) => self
                .connection
                .prepare_cached("INSERT OR REPLACE INTO meta VALUES (?1, ?2)")?
                .execute(params![key, value])?,
            None => self.connection.prepare_cached("DELETE FROM meta WHERE key = ?1")?.execute([key])?,
        };
        Ok(())
    }
}
