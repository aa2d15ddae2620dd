//! Ways out of findings that bind others: taken at once, or by the yes of those whom they bind.

use std::collections::HashMap;

use super::{Done, Error, ErrorKind, Session};
use crate::domain::decide::{AnswerOffer, Command, TakeWay};
use crate::domain::folding::folded;
use crate::domain::id::{MemberId, RecordId, RoleId, SubjectId, TaskId};
use crate::domain::settlement::{Offer, WayOut, subject_of};
use crate::domain::subject::{Kind, Subject};
use crate::insight::likeness::Content;
use crate::store::OfferedWay;
use crate::words::words;

impl Session {
    /// The way by which one of these goes on in the other; `None` where they are not two tasks or two roles.
    pub fn merging(&self, merged: SubjectId, into: SubjectId) -> Result<Option<WayOut>, Error> {
        let kind = |id| Ok::<_, Error>(self.board().subject(id)?.map(|subject| subject.kind()));
        Ok(match (kind(merged)?, kind(into)?) {
            (Some(Kind::Task), Some(Kind::Task)) => {
                Some(WayOut::MergeTask { task: merged.into(), into: into.into(), helps: false })
            }
            (Some(Kind::Role), Some(Kind::Role)) => {
                Some(WayOut::MergeRole { role: merged.into(), into: into.into() })
            }
            _ => None,
        })
    }

    /// Who leads a task.
    pub fn leads(&self, task: TaskId) -> Result<Vec<MemberId>, Error> {
        Ok(match self.board().subject(task.into())? {
            Some(Subject::Task(task)) => task.leads().map(|claim| claim.member).collect(),
            _ => Vec::new(),
        })
    }

    /// Those of some lines that stand among the domains and accountabilities of a role, as it has them.
    pub fn lines_of(&self, role: RoleId, lines: &[String]) -> Result<Vec<String>, Error> {
        let Some(Subject::Role(role)) = self.board().subject(role.into())? else { return Ok(Vec::new()) };
        let sought: Vec<String> = lines.iter().map(|line| folded(line)).collect();
        let own = role.domains().iter().chain(role.accountabilities());
        Ok(own.filter(|line| sought.contains(&folded(line))).cloned().collect())
    }

    /// Whom it binds besides who acts: they are asked for their yes.
    pub fn bound_by(&self, way: &WayOut) -> Result<Vec<MemberId>, Error> {
        let mut known: HashMap<SubjectId, Subject> = HashMap::new();
        for id in way.subjects() {
            known.extend(self.board().subject(id)?.map(|subject| (id, subject)));
        }
        Ok(way.binds(self.me(), |id| known.get(&id)))
    }

    /// Takes a way out, or offers it to those whom it binds. Where the same is offered to who acts, that is their yes.
    pub fn take_way(&mut self, way: WayOut, reason: Option<String>) -> Result<Done, Error> {
        let command = match self.offer_to_me(&way)? {
            Some((settlement, offer)) => self.answer(settlement, &offer, true, reason)?,
            None => {
                tells_apart(&way)?;
                let (board, waiters) = (self.board().board(), self.waiters(&way)?);
                Command::TakeWay(TakeWay::new(board, way, waiters, reason))
            }
        };
        self.perform(&command)
    }

    /// The ways out that were offered to who acts, and that they have not answered.
    pub fn ways_offered_to_me(&self) -> Result<Vec<OfferedWay>, Error> {
        match self.me() {
            Some(me) => Ok(self.board().ways_offered_to(me)?),
            None => Ok(Vec::new()),
        }
    }

    /// Says no to a way out that is offered.
    pub fn decline_way(&mut self, way: WayOut, reason: Option<String>) -> Result<Done, Error> {
        let command = match self.offer_to_me(&way)? {
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
        let waiters = if yes { self.waiters(&offer.way)? } else { Vec::new() };
        let (offer, way) = (offer.id, offer.way.clone());
        Ok(Command::AnswerOffer(AnswerOffer { settlement, offer, way, waiters, yes, reason }))
    }

    /// The offer of this way that awaits the answer of who acts, with the subject on which it stands.
    fn offer_to_me(&self, way: &WayOut) -> Result<Option<(SubjectId, Offer)>, Error> {
        for row in self.ways_offered_to_me()? {
            if row.way != *way {
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

    /// The tasks that wait on one that goes on in another.
    fn waiters(&self, way: &WayOut) -> Result<Vec<TaskId>, Error> {
        match *way {
            WayOut::MergeTask { task, .. } => Ok(self.board().waiting_on(task)?),
            _ => Ok(Vec::new()),
        }
    }
}

/// Two tasks whose new titles mean the same again would be asked about at once.
fn tells_apart(way: &WayOut) -> Result<(), Error> {
    match way {
        WayOut::SplitTask { title, other_title, .. }
            if Content::of(title).is_alike(&Content::of(other_title)) =>
        {
            let hint = words().refused_split_kinds_hint();
            Err(Error::new(ErrorKind::Refused, words().refused_still_alike(), Some(hint)))
        }
        _ => Ok(()),
    }
}
