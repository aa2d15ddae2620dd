//! Figures over time, and what happened since a moment in a few numbers.

mod told;

pub use told::told;

use super::{Error, Session};
use crate::domain::calendar::At;
use crate::insight::figures::{self, Figure};
use crate::store::FactsSince;

impl Session {
    /// All figures, as they stand now.
    pub fn figures(&self) -> Result<Vec<Figure>, Error> {
        let _still = self.board().still()?;
        let facts = self.board().figure_facts(self.now())?;
        Ok(figures::all(&facts, self.now(), self.board().terms()?.week()))
    }

    /// What happened since a moment, in a few numbers: for a strip beside what a retro gathers.
    pub fn facts_since(&self, since: At) -> Result<FactsSince, Error> {
        Ok(self.board().facts_since(since, self.now())?)
    }
}
