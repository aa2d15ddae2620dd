//! Ways out of findings that bind others: taken at once, or by the yes of those whom they bind.

use std::collections::HashMap;

use super::{Done, Error, ErrorKind, Session};
use crate::domain::calendar::At;
use crate::domain::decide::{AnswerOffer, Command, TakeWay};
use crate::domain::folding::folded;
use crate::domain::id::{MemberId, RecordId, RoleId, SubjectId, TaskId};
use crate::domain::phrase;
use crate::domain::role::RoleState;
use crate::domain::settlement::{Offer, WayOut, subject_of};
use crate::domain::subject::{Kind, Subject};
use crate::domain::typed;
use crate::insight::likeness::Content;
use crate::store::OfferedWay;
use crate::words::words;

/// A way out that was offered, as a page says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferInWords {
    pub by: MemberId,
    pub at: At,
    /// Who has not answered.
    pub awaited: Vec<MemberId>,
    /// Who offers what, and whose yes it waits for.
    pub said: String,
    /// What whoever acts can type, where they are asked.
    pub answer: Option<String>,
}

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

    /// The ways out that were offered to who acts, that can still be taken, and that they have not answered.
    pub fn ways_offered_to_me(&self) -> Result<Vec<OfferedWay>, Error> {
        match self.me() {
            Some(me) => self.open_ones(self.board().ways_offered_to(me)?),
            None => Ok(Vec::new()),
        }
    }

    /// Up to `most` ways out that wait for somebody's yes, and can still be taken.
    pub(super) fn ways_offered(&self, most: usize) -> Result<Vec<OfferedWay>, Error> {
        self.open_ones(self.board().ways_offered(most)?)
    }

    /// The ways out that were offered about a task or a role and can still be taken, in words.
    pub fn offers_about(&self, id: SubjectId) -> Result<Vec<OfferInWords>, Error> {
        self.in_words(self.open_ones(self.board().ways_offered_about(id)?)?)
    }

    /// What waits for the answer of who acts besides handovers, in words: ways out, then offers to be their buddy.
    pub fn waits_for_me(&self) -> Result<Vec<OfferInWords>, Error> {
        let Some(me) = self.me() else { return Ok(Vec::new()) };
        let mut asked = self.ways_waiting_for_me()?;
        for row in self.pairings_of(me)?.into_iter().filter(|row| row.ends.is_none() && row.newcomer == me) {
            let names = self.board().names([row.buddy.into()])?;
            asked.push(OfferInWords {
                by: row.buddy,
                at: row.at,
                awaited: vec![me],
                said: self.say_pairing(&row)?,
                answer: Some(words().buddy_answer(typed::for_shell(names.name(row.buddy)))),
            });
        }
        Ok(asked)
    }

    /// Those of them that are ways out.
    pub fn ways_waiting_for_me(&self) -> Result<Vec<OfferInWords>, Error> {
        self.in_words(self.ways_offered_to_me()?)
    }

    fn in_words(&self, open: Vec<OfferedWay>) -> Result<Vec<OfferInWords>, Error> {
        let mut offers = Vec::new();
        for offer in open {
            let awaited = self.board().awaited_for(&offer)?;
            let ids = awaited.iter().map(|member| SubjectId::from(*member));
            let names = self.board().names(ids.chain([offer.by.into()]).chain(offer.way.mentions()))?;
            let called = |id| match names.is_called_by_name(id) {
                true => names.name(id).to_owned(),
                false => names.handle(id).to_owned(),
            };
            let to: Vec<&str> = awaited.iter().map(|member| names.name(*member)).collect();
            let way = phrase::way(&offer.way, called);
            let is_mine = self.me().is_some_and(|me| awaited.contains(&me));
            offers.push(OfferInWords {
                by: offer.by,
                at: offer.at,
                said: words().page_way_offer(names.name(offer.by), way, to.join(", ")),
                answer: is_mine.then(|| words().page_way_answer(typed::way(&offer.way, called))),
                awaited,
            });
        }
        Ok(offers)
    }

    /// Those of some offers whose tasks are not over, and whose roles are not retired.
    fn open_ones(&self, offers: Vec<OfferedWay>) -> Result<Vec<OfferedWay>, Error> {
        let mut open = Vec::with_capacity(offers.len());
        for offer in offers {
            let mut is_open = true;
            for id in offer.way.subjects() {
                is_open &= match self.board().subject(id)? {
                    Some(Subject::Task(task)) => !task.is_finished(),
                    Some(Subject::Role(role)) => role.state() != RoleState::Retired,
                    _ => false,
                };
            }
            if is_open {
                open.push(offer);
            }
        }
        Ok(open)
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
