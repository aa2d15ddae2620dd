//! Who is whose buddy, in words.

use super::{Error, Session};
use crate::domain::decide::{Command, OfferPairing};
use crate::domain::id::{MemberId, PairingId};
use crate::domain::pairing::PairingKind;
use crate::domain::spoken;
use crate::store::PairingRow;
use crate::words::words;

/// So many of one member are shown; nobody has more.
const MOST: usize = 20;

impl Session {
    /// The pairings of a member that stand today, or are offered, on whichever side.
    pub fn pairings_of(&self, member: MemberId) -> Result<Vec<PairingRow>, Error> {
        Ok(self.board().pairings_of(member, self.today(), MOST)?)
    }

    /// What there is between who acts and another, if anything.
    pub fn pairing_with(&self, other: MemberId) -> Result<Option<PairingRow>, Error> {
        let Some(me) = self.me() else { return Ok(None) };
        let between = |row: &PairingRow| row.buddy == other || row.newcomer == other;
        Ok(self.pairings_of(me)?.into_iter().filter(|_| me != other).find(between))
    }

    /// One in a sentence: `Ayu is Citra's buddy until 27 Feb`.
    pub fn say_pairing(&self, row: &PairingRow) -> Result<String, Error> {
        let names = self.board().names([row.buddy.into(), row.newcomer.into()])?;
        let (buddy, whom) = (names.name(row.buddy), names.name(row.newcomer));
        let words = words();
        Ok(match row.ends {
            Some(ends) => words.pairing_stands(buddy, whom, spoken::date(ends, self.today())),
            None => words.pairing_offered(buddy, whom),
        })
    }

    /// The command by which who acts offers themselves as somebody's buddy, for as long as is usual.
    pub fn offer_buddy(&mut self, with: MemberId) -> Command {
        let id = PairingId(self.new_id());
        Command::OfferPairing(OfferPairing { id, kind: PairingKind::Buddy, with, until: None, days: None })
    }
}
