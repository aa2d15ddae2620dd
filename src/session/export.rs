//! Handing a board out: everything that stands on it, as a bundle.

use super::{Error, Session, bundled};
use crate::domain::id::TaskId;
use crate::domain::meeting::MeetingKind;
use crate::domain::subject::Kind;
use crate::exchange::bundle::{FORMAT, VERSION};
use crate::exchange::{self, Bundle};

/// So far ahead meetings stand in a calendar: their time may change.
const AHEAD_DAYS: i64 = 56;

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

    /// What a bundle has for a calendar, and the meetings of the coming weeks.
    pub fn calendar(&self, bundle: &Bundle) -> Result<String, Error> {
        let (now, terms) = (self.now(), self.terms()?);
        let until = now.plus_days(AHEAD_DAYS);
        let meets = MeetingKind::ALL.into_iter().filter_map(|kind| Some((kind, terms.meets(kind)?)));
        let mut sittings: Vec<_> = meets.flat_map(|(kind, meets)| meets.between(kind, now, until)).collect();
        sittings.sort_by_key(|sitting| (sitting.starts, sitting.kind as usize));
        Ok(exchange::calendar(bundle, &sittings, now))
    }
}
