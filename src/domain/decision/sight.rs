//! Who may see what was said: the one place where a stance is kept from those who have not spoken.
//!
//! It is a courtesy, against following the first voice. Whoever opens the file of the board can read everything; who has
//! spoken is always shown. What is kept from somebody now is kept from them in the past, too: it may have been seen by all
//! before somebody joined, or took back what they said.

use super::event::{Excused, Hide};
use super::stance::Stance;
use super::{Decision, State};
use crate::domain::id::{MemberId, RecordId};

impl Decision {
    /// Whether somebody sees what a stance says; nobody in particular where many look, as on the stage.
    pub fn shows(&self, stance: &Stance, to: Option<MemberId>) -> bool {
        to == Some(stance.by) || self.shows_all_of(stance.version, to)
    }

    /// Whether somebody sees all that was said to a version.
    pub fn shows_all_of(&self, version: RecordId, to: Option<MemberId>) -> bool {
        if self.now.as_ref().is_some_and(|now| !now.shows_all_of(version, to)) {
            return false;
        }
        let Some(hide) = self.hide else { return true };
        if self.shown.is_some() || matches!(self.state(), State::Adopted | State::Replaced) {
            return true;
        }
        let has_spoken = |member: MemberId| self.own(member, version).next().is_some();
        match hide {
            Hide::Own => to.is_some_and(has_spoken) || self.have_all_spoken(version),
            Hide::All => self.have_all_spoken(version),
        }
    }

    /// Whether nothing that was said is kept from anybody.
    pub fn is_open_to_all(&self) -> bool {
        self.versions.iter().all(|version| self.shows_all_of(version.id, None))
    }

    /// This is how it stood in a past, and `now` how it stands.
    pub fn looked_back_at_from(&mut self, now: Decision) {
        self.now = Some(Box::new(now));
    }

    fn have_all_spoken(&self, version: RecordId) -> bool {
        let nobody: &[Excused] = &[];
        self.count(version, nobody, None).missing().is_empty()
    }
}
