//! The agenda: what the board has to be talked about, gathered from what it holds anyway.

mod decision;

use std::collections::BTreeSet;

use super::{Error, Session};
use crate::domain::agreement::{AgreementState, NEWCOMER_DAYS};
use crate::domain::calendar::Day;
use crate::domain::id::{MemberId, SubjectId, SubjectRef};
use crate::domain::names::Names;
use crate::domain::phrase;
use crate::domain::spoken;
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::OFFER_DAYS;
use crate::domain::tension::Phase;
use crate::insight::agenda::{self, Sort, Topic};
use crate::insight::{Facts, FindingKind, Rule, listed};
use crate::store::{
    AgreementRow, BlockerRow, CurrentFinding, Handover, OfferedWay, PairingRow, Question, TensionRow,
};
use crate::words::words;

/// A review that comes within so many days is talked about.
const SOON_DAYS: i64 = 7;
/// So many of each kind are gathered; nobody talks through more.
const MOST: usize = 200;
/// So many people are named.
const NAMED: usize = 6;
/// What speaks of blockers: they stand on the agenda themselves.
const OF_BLOCKERS: [&str; 5] = ["S3", "S4", "S5", "W1", "W2"];
/// The rule of days that have passed on which something was to be looked at again.
const REVIEWS: &str = "G6";
/// The rule of objections that are open: the decision stands on the agenda itself.
const OBJECTIONS: &str = "D1";

impl Session {
    /// What there is to talk about, in the order in which it is worth the time of all. What is one's own matter alone is
    /// not among it.
    pub fn agenda(&self) -> Result<Vec<Topic>, Error> {
        let mut topics = Vec::new();
        for offer in self.board().handovers(self.now().plus_days(-OFFER_DAYS), MOST)? {
            let names = self.board().names([offer.giver.into(), offer.taker.into()])?;
            let (giver, taker) = (names.name(offer.giver), names.name(offer.taker));
            topics.push(Topic {
                sort: Sort::Offer,
                about: Some(offer.task.into()),
                said: self.say_handover(&offer)?,
                who: vec![giver.to_owned(), taker.to_owned()],
                waits: true,
                day: None,
                since: Some(offer.at),
            });
        }
        for offer in self.ways_offered(MOST)? {
            topics.push(self.way_topic(&offer)?);
        }
        for row in self.board().pairings(self.today(), MOST)? {
            topics.extend(self.pairing_topic(&row)?);
        }
        topics.extend(self.decision_topics()?);
        topics.extend(self.board().blockers(0, MOST)?.iter().map(blocker));
        for question in self.board().questions(self.now(), self.today())? {
            let rule = question.rule();
            let is_elsewhere =
                OF_BLOCKERS.contains(&rule.as_str()) || [REVIEWS, OBJECTIONS].contains(&rule.as_str());
            if !is_elsewhere && rule.kind() != FindingKind::Load {
                topics.push(self.question_topic(&question)?);
            }
        }
        if let Some(rule) = Rule::named(REVIEWS) {
            let (soon, today) = (self.now().plus_days(SOON_DAYS), self.today());
            for held in self.board().findings_of(rule, soon, today, MOST)? {
                topics.push(self.review_topic(&held)?);
            }
        }
        for row in self.board().tensions_to_talk_about(MOST)? {
            topics.push(self.tension_topic(&row)?);
        }
        for row in self.board().agreements(self.today(), false, 0, MOST)? {
            topics.extend(self.agreement_topics(&row)?);
        }
        agenda::in_order(&mut topics);
        Ok(topics)
    }

    /// A handover that waits for an answer, in a sentence.
    pub fn say_handover(&self, offer: &Handover) -> Result<String, Error> {
        let names = self.board().names([offer.task.into(), offer.giver.into(), offer.taker.into()])?;
        let (giver, taker) = (names.name(offer.giver), names.name(offer.taker));
        Ok(words().agenda_handover(giver, names.handle(offer.task), taker, names.name(offer.task)))
    }

    fn way_topic(&self, offer: &OfferedWay) -> Result<Topic, Error> {
        let awaited = self.board().awaited_for(offer)?;
        let ids = awaited.iter().map(|member| SubjectId::from(*member));
        let names = self.board().names(ids.chain([offer.by.into()]).chain(offer.way.mentions()))?;
        let by = names.name(offer.by);
        let to: Vec<&str> = awaited.iter().map(|member| names.name(*member)).collect();
        let [about, _] = offer.way.subjects();
        let kind = self.board().subject(about)?.map(|subject| subject.kind());
        let way = phrase::way(&offer.way, |id| thing(&names, id));
        Ok(Topic {
            sort: Sort::Offer,
            about: kind.map(|kind| SubjectRef { kind, id: about }),
            said: words().page_way_offer(by, way, to.join(", ")),
            who: [by].into_iter().chain(to).map(str::to_owned).collect(),
            waits: true,
            day: None,
            since: Some(offer.at),
        })
    }

    /// An offer that waits for a yes, or a pairing that is over soon; nothing of any other.
    fn pairing_topic(&self, row: &PairingRow) -> Result<Option<Topic>, Error> {
        let is_soon = |ends: Day| (ends - self.today()).num_days() <= SOON_DAYS;
        if !row.ends.is_none_or(is_soon) {
            return Ok(None);
        }
        let names = self.board().names([row.buddy.into(), row.newcomer.into()])?;
        Ok(Some(Topic {
            sort: if row.ends.is_some() { Sort::Review } else { Sort::Offer },
            about: Some(row.newcomer.into()),
            said: self.say_pairing(row)?,
            who: [row.buddy, row.newcomer].map(|member| names.name(member).to_owned()).to_vec(),
            waits: row.ends.is_none(),
            day: row.ends,
            since: row.ends.is_none().then_some(row.at),
        }))
    }

    fn question_topic(&self, question: &Question) -> Result<Topic, Error> {
        let (about, who) = match question {
            Question::One(held) => (held.finding.facts.about(), self.concerned(&held.finding.facts)?),
            Question::Many(group) => {
                let ids = group.members.iter().map(|(id, _)| SubjectId::from(*id));
                let names = self.board().names(ids)?;
                let named = group.members.iter().map(|(id, _)| names.name(*id).to_owned());
                (None, named.take(NAMED).collect())
            }
        };
        Ok(Topic {
            sort: Sort::Finding(question.rule().kind()),
            about,
            said: self.say_question(question)?,
            who,
            waits: false,
            day: None,
            since: question.since(),
        })
    }

    fn review_topic(&self, held: &CurrentFinding) -> Result<Topic, Error> {
        let facts = &held.finding.facts;
        let is_to_come = held.finding.from > self.now();
        let said = match (is_to_come, facts.day) {
            (true, Some(day)) => {
                let named = facts.about().map_or_else(String::new, |about| self.called(about.id));
                words().agenda_review(named, spoken::date(day, self.today()))
            }
            _ => self.say_finding(held)?,
        };
        Ok(Topic {
            sort: Sort::Review,
            about: facts.about(),
            said,
            who: self.concerned(facts)?,
            waits: false,
            day: facts.day,
            since: None,
        })
    }

    /// Nobody has taken it up, or whoever sensed it is asked whether it is settled.
    fn tension_topic(&self, row: &TensionRow) -> Result<Topic, Error> {
        let names = self.board().names([SubjectId::from(row.by)])?;
        let who = names.name(row.by);
        let is_asked = row.phase == Phase::Asked;
        Ok(Topic {
            sort: Sort::Tension,
            about: Some(row.id.into()),
            said: match is_asked {
                true => words().agenda_tension_asked(&row.handle, who, &row.is),
                false => words().agenda_tension_open(&row.handle, who, &row.is),
            },
            who: vec![who.to_owned()],
            waits: false,
            day: None,
            since: Some(row.sensed),
        })
    }

    /// Whose yes is missing, what was amended apart, who left, and who came after it.
    fn agreement_topics(&self, row: &AgreementRow) -> Result<Vec<Topic>, Error> {
        if row.state.is_over() {
            return Ok(Vec::new());
        }
        let newcomers = match row.kind.is_open() && row.state == AgreementState::InForce {
            true => self.board().joined_since(row.drafted.max(self.now().plus_days(-NEWCOMER_DAYS)), MOST)?,
            false => Vec::new(),
        };
        let newcomers: Vec<MemberId> = newcomers
            .into_iter()
            .filter(|member| !row.bound.contains(member) && !row.owed.contains(member))
            .collect();
        let all = [&row.owed, &row.bound, &row.without, &newcomers];
        let names = self.board().names(all.into_iter().flatten().map(|member| SubjectId::from(*member)))?;
        let called = |members: &[MemberId]| -> Vec<String> {
            members.iter().take(NAMED).map(|member| names.name(*member).to_owned()).collect()
        };
        let said_of = |members: &[MemberId]| listed(members.iter().map(|member| names.name(*member)));
        let (words, handle, title) = (words(), &row.handle, &row.title);
        let topic = |sort, said, who: &[MemberId], waits| Topic {
            sort,
            about: Some(row.id.into()),
            said,
            who: called(who),
            waits,
            day: None,
            since: Some(row.drafted),
        };
        let mut topics = Vec::new();
        if row.open.len() > 1 {
            let said = words.agenda_agreement_apart(handle, title);
            topics.push(topic(Sort::Offer, said, &row.owed, true));
        } else if !row.owed.is_empty() {
            let said = words.agenda_agreement_asked(handle, said_of(&row.owed), title);
            topics.push(topic(Sort::Offer, said, &row.owed, true));
        }
        if !row.without.is_empty() {
            let said = words.agenda_agreement_without(handle, said_of(&row.without), title);
            topics.push(topic(Sort::Review, said, &row.bound, false));
        }
        if !newcomers.is_empty() {
            let said = words.agenda_agreement_newcomer(said_of(&newcomers), handle, title);
            topics.push(topic(Sort::Offer, said, &newcomers, false));
        }
        Ok(topics)
    }

    fn called(&self, id: SubjectId) -> String {
        self.board().names([id]).map_or_else(|_| String::new(), |names| names.name(id).to_owned())
    }

    /// Who should be there when it is talked about: whom the facts name, who leads the tasks, who holds the roles, whom the
    /// agreements bind.
    fn concerned(&self, facts: &Facts) -> Result<Vec<String>, Error> {
        let mut ids: BTreeSet<MemberId> = facts.members.iter().copied().collect();
        for id in &facts.tasks {
            if let Some(Subject::Task(task)) = self.board().subject((*id).into())? {
                ids.extend(task.leads().map(|claim| claim.member));
            }
        }
        for id in &facts.agreements {
            ids.extend(self.board().agreement_row(*id, self.today())?.into_iter().flat_map(|row| row.bound));
        }
        for id in &facts.roles {
            if let Some(Subject::Role(role)) = self.board().subject((*id).into())? {
                ids.extend(role.holders.iter().map(|holding| holding.member));
            }
        }
        let names = self.board().names(ids.iter().map(|id| SubjectId::from(*id)))?;
        let mut named: Vec<String> = ids.into_iter().map(|id| names.name(id).to_owned()).collect();
        named.sort();
        named.dedup();
        named.truncate(NAMED);
        Ok(named)
    }
}

/// A task by its handle and title, a role by its name.
fn thing(names: &Names, id: SubjectId) -> String {
    match names.is_called_by_name(id) {
        true => names.name(id).to_owned(),
        false => words().page_task_line(names.handle(id), names.name(id)),
    }
}

fn blocker(row: &BlockerRow) -> Topic {
    let on = match (&row.on_member, &row.on_task, &row.on_other) {
        (Some((_, name)), ..) => name.clone(),
        (_, Some((_, handle, _)), _) => handle.clone(),
        (.., Some(other)) => other.clone(),
        (None, None, None) => String::new(),
    };
    let said = match on.as_str() {
        "" => words().agenda_blocked(&row.handle, &row.what, &row.title),
        on => words().agenda_blocked_on(&row.handle, on, &row.what, &row.title),
    };
    let mut who: Vec<String> = row.lead.iter().chain(&row.on_lead).cloned().collect();
    who.extend(row.on_member.iter().map(|(_, name)| name.clone()));
    who.dedup();
    Topic {
        sort: Sort::Blocker,
        about: Some(SubjectRef { kind: Kind::Task, id: row.task.into() }),
        said,
        who,
        waits: true,
        day: row.promised,
        since: Some(row.raised),
    }
}
