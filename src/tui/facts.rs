//! What the screens know of the board besides the rows of their panes: read once for each change, never while drawing.

use chrono::FixedOffset;

use crate::domain::calendar::{At, Day};
use crate::domain::id::{MemberId, TaskId};
use crate::domain::task::OFFER_DAYS;
use crate::domain::terms::Terms;
use crate::session::{Error, Session};
use crate::store::{Counts, OfferRow, TaskRow};

/// The team, who acts, the time, and the kept counts.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub team: String,
    /// Who acts, with their name; `None` until that is known.
    pub me: Option<(MemberId, String)>,
    pub now: At,
    /// Today where the person is.
    pub today: Day,
    pub offset: Option<FixedOffset>,
    pub counts: Counts,
    pub findings: i64,
    /// Handovers that await an answer of who acts.
    pub offers: Vec<OfferRow>,
    pub read_only: bool,
    /// What the team agreed on: its names of states among it.
    pub terms: Terms,
    /// The line of the task in hand on a page that has lines of other kinds: what the keys may do follows from it.
    pub in_hand: Option<TaskRow>,
}

impl Facts {
    pub fn read(session: &Session) -> Result<Facts, Error> {
        let (board, now, today) = (session.board(), session.now(), session.today());
        let me = match session.me() {
            Some(me) => Some((me, board.names([me.into()])?.name(me).to_owned())),
            None => None,
        };
        let offers = match session.me() {
            Some(me) => board.offers_to(me, now.plus_days(-OFFER_DAYS))?,
            None => Vec::new(),
        };
        Ok(Facts {
            team: board.name()?,
            me,
            now,
            today,
            offset: Some(session.surroundings().offset()),
            counts: board.counts()?,
            findings: board.finding_count(now, today)?,
            offers,
            read_only: board.is_read_only(),
            terms: board.terms()?,
            in_hand: None,
        })
    }

    pub fn my_id(&self) -> Option<MemberId> {
        self.me.as_ref().map(|(id, _)| *id)
    }

    /// The offer of a task to who acts.
    pub fn offer_of(&self, task: TaskId) -> Option<&OfferRow> {
        self.offers.iter().find(|offer| offer.task == task)
    }
}
