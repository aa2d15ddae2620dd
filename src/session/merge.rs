//! Of two of the same one is made: at once, or by the yes of those whom it binds.

use super::{Done, Error, Session};
use crate::domain::decide::{AnswerOffer, Command, MergeInto};
use crate::domain::id::{MemberId, RecordId, SubjectId, TaskId};
use crate::domain::settlement::{Offer, WayOut, subject_of};
use crate::domain::subject::{Kind, Subject};
use crate::store::MergeOffer;

impl Session {
    /// The way by which one of these goes on in the other; `None` where they are not two tasks or two roles.
    pub fn merging(&self, merged: SubjectId, into: SubjectId) -> Result<Option<WayOut>, Error> {
        let kind = |id| Ok::<_, Error>(self.board().subject(id)?.map(|subject| subject.kind()));
        Ok(match (kind(merged)?, kind(into)?) {
            (Some(Kind::Task), Some(Kind::Task)) => {
                Some(WayOut::MergeTask { task: merged.into(), into: into.into() })
            }
            (Some(Kind::Role), Some(Kind::Role)) => {
                Some(WayOut::MergeRole { role: merged.into(), into: into.into() })
            }
            _ => None,
        })
    }

    /// Whom it binds besides who acts: they are asked for their yes.
    pub fn bound_by(&self, way: WayOut) -> Result<Vec<MemberId>, Error> {
        let [merged, _] = way.subjects();
        let mut bound: Vec<MemberId> = match self.board().subject(merged)? {
            Some(Subject::Task(task)) => task.leads().map(|claim| claim.member).collect(),
            Some(Subject::Role(role)) => role.holders.iter().map(|holding| holding.member).collect(),
            _ => Vec::new(),
        };
        bound.retain(|member| Some(*member) != self.me());
        bound.sort();
        bound.dedup();
        Ok(bound)
    }

    /// Merges two, or offers it to those whom it binds. Where the same is offered to who acts, that is their yes.
    pub fn merge(&mut self, way: WayOut, reason: Option<String>) -> Result<Done, Error> {
        let command = match self.offer_to_me(way)? {
            Some((settlement, offer)) => self.answer(settlement, &offer, true, reason)?,
            None => {
                let (board, waiters) = (self.board().board(), self.waiters(way)?);
                Command::MergeInto(MergeInto::new(board, way, waiters, reason))
            }
        };
        self.perform(&command)
    }

    /// What was offered to who acts to be made one, and what they have not answered.
    pub fn merge_offers_to_me(&self) -> Result<Vec<MergeOffer>, Error> {
        match self.me() {
            Some(me) => Ok(self.board().merge_offers_to(me)?),
            None => Ok(Vec::new()),
        }
    }

    /// Says no to an offer to merge two.
    pub fn decline_merge(&mut self, way: WayOut, reason: Option<String>) -> Result<Done, Error> {
        let command = match self.offer_to_me(way)? {
            Some((settlement, offer)) => self.answer(settlement, &offer, false, reason)?,
            // Nobody offers it: the refusal says so.
            None => Command::AnswerOffer(AnswerOffer {
                settlement: subject_of(self.board().board(), &way.finding()),
                offer: RecordId::ZERO,
                way,
                waiters: Vec::new(),
                yes: false,
                reason,
            }),
        };
        self.perform(&command)
    }

    fn answer(
        &self,
        settlement: SubjectId,
        offer: &Offer,
        yes: bool,
        reason: Option<String>,
    ) -> Result<Command, Error> {
        let waiters = if yes { self.waiters(offer.way)? } else { Vec::new() };
        let (offer, way) = (offer.id, offer.way);
        Ok(Command::AnswerOffer(AnswerOffer { settlement, offer, way, waiters, yes, reason }))
    }

    /// The offer of this way that awaits the answer of who acts, with the subject on which it stands.
    fn offer_to_me(&self, way: WayOut) -> Result<Option<(SubjectId, Offer)>, Error> {
        for row in self.merge_offers_to_me()? {
            if [row.merged, row.goes_on] != way.subjects() {
                continue;
            }
            if let Some(Subject::Settlement(settlement)) = self.board().subject(row.settlement)?
                && let Some(offer) = settlement.offers.iter().find(|offer| offer.id == row.record)
            {
                return Ok(Some((row.settlement, offer.clone())));
            }
        }
        Ok(None)
    }

    /// The tasks that wait on the one that is merged.
    fn waiters(&self, way: WayOut) -> Result<Vec<TaskId>, Error> {
        match way {
            WayOut::MergeTask { task, .. } => Ok(self.board().waiting_on(task)?),
            WayOut::MergeRole { .. } => Ok(Vec::new()),
        }
    }
}
