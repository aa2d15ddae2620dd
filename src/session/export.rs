//! Handing a board out: everything that stands on it, as a bundle.

use super::{Error, Session, bundled};
use crate::domain::id::TaskId;
use crate::domain::subject::Kind;
use crate::exchange::Bundle;
use crate::exchange::bundle::{FORMAT, VERSION};

impl Session {
    /// The whole board.
    pub fn export(&self) -> Result<Bundle, Error> {
        let mut out = Bundle {
            format: FORMAT.to_owned(),
            version: VERSION,
            name: Some(self.board().name()?).filter(|name| !name.is_empty()),
            ..Bundle::default()
        };
        for kind in Kind::ALL.iter().copied() {
            for id in self.board().all(kind)? {
                if let Some(subject) = self.board().subject(id)? {
                    bundled::export(&subject, self, &mut out)?;
                }
            }
        }
        Ok(out)
    }

    /// Some tasks and what they name; `asked` says by what they were picked.
    pub fn export_part(
        &self,
        tasks: impl IntoIterator<Item = TaskId>,
        asked: String,
    ) -> Result<Bundle, Error> {
        let tasks = tasks.into_iter().map(|task| task.to_string()).collect();
        Ok(self.export()?.part(&tasks, asked))
    }
}
