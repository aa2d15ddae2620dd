//! Fills the shapes from the board.

use super::super::rows::waits;
use super::{
    About, AgendaTopic, Blocker, Clarity, Doing, Entry, Finding, Goal, MeetingTime, Member, Offer, Offered,
    Pairing, Role, Settled, Since, SkillMatch, Subject, Task, Tension, Term, Wait,
};
use crate::domain::calendar::At;
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId, TensionId};
use crate::domain::meets::{Meets, Slot};
use crate::domain::names::Names;
use crate::domain::phrase::{Phrase, Read};
use crate::domain::record::Record;
use crate::domain::subject::{self, Kind};
use crate::domain::task::{OFFER_DAYS, Part};
use crate::domain::terms::{self, Terms, Unit};
use crate::exchange::bundle::WaitsOn;
use crate::insight::agenda::Topic;
use crate::insight::clarity::{Aspect, Clarity as How};
use crate::insight::skills::Match;
use crate::insight::waiting::{self, Node};
use crate::session::{self, Done, Error, ErrorKind, Session, Touch};
use crate::store::{
    self, Batch, BlockerRow, CurrentFinding, JournalLine, OfferRow, PairingRow, RoleRow, TaskRow,
};

/// More records than anything has.
const MOST: usize = usize::MAX / 4;

impl Subject {
    pub fn of(session: &Session, id: SubjectId, kind: Kind) -> Result<Subject, Error> {
        Ok(Subject::named(id, kind, &session.board().names([id])?))
    }

    fn named(id: SubjectId, kind: Kind, names: &Names) -> Subject {
        let known = |text: &str| (text != "?").then(|| text.to_owned());
        let (handle, called) = (known(names.handle(id)), known(names.name(id)));
        let (title, name) = match kind {
            Kind::Task | Kind::Goal | Kind::Tension | Kind::Decision | Kind::Agreement => (called, None),
            _ => (None, called),
        };
        Subject { kind: kind.as_str(), key: id.to_string(), handle, title, name }
    }

    /// Its title, or its name.
    pub fn called(&self) -> Option<&str> {
        self.title.as_deref().or(self.name.as_deref())
    }
}

/// Who acts, where that is known.
pub fn me(session: &Session) -> Result<Option<Subject>, Error> {
    session.me().map(|me| Subject::of(session, me.into(), Kind::Member)).transpose()
}

/// What a key stands for: key and name of a person, also of one who was merged into another.
fn person(session: &Session, member: MemberId) -> Result<(String, String), Error> {
    let person = session.board().person(member)?;
    let names = session.board().names([person.into()])?;
    Ok((person.to_string(), names.name(person).to_owned()))
}

impl Term {
    pub fn of(term: terms::Term, terms: &Terms) -> Term {
        let number = match term {
            terms::Term::Number(number) => Some(number),
            terms::Term::Week | terms::Term::State(_) | terms::Term::Meets(_) => None,
        };
        let value = |terms: &Terms| match term {
            terms::Term::Number(number) => terms.number(number).into(),
            terms::Term::Week => terms.value(term).split(' ').collect(),
            terms::Term::State(_) | terms::Term::Meets(_) => terms.value(term).into(),
        };
        Term {
            name: term.as_str(),
            value: value(terms),
            default: value(&Terms::default()),
            times: match term {
                terms::Term::Meets(kind) => meeting_times(terms.meets(kind)),
                _ => Vec::new(),
            },
            own: terms.is_own(term),
            unit: number.map(|number| match number.unit() {
                Unit::Days => "days",
                Unit::WorkingDays => "working days",
            }),
            least: number.map(terms::Number::least),
            most: number.map(terms::Number::most),
            doc: term.doc(),
        }
    }
}

fn meeting_times(meets: Option<&Meets>) -> Vec<MeetingTime> {
    let of = |slot: &Slot| MeetingTime {
        weekdays: slot.days.to_string().split(' ').map(str::to_owned).collect(),
        time: slot.clock(),
        minutes: slot.minutes,
        zone: slot.zone.as_str(),
    };
    meets.into_iter().flat_map(Meets::slots).map(of).collect()
}

impl Doing {
    pub fn of(session: &Session, done: &Done) -> Result<Doing, Error> {
        let kind = done.subject.and_then(|id| Some((id, session.board().subject(id).ok()??)));
        let subject = match (kind, done.subject) {
            (Some((id, subject)), _) => Some(Subject::of(session, id, subject.kind())?),
            // What an undo took off the board has no name any more.
            (None, Some(id)) => done
                .records
                .first()
                .and_then(|record| Kind::of(&record.kind))
                .map(|kind| Subject::named(id, kind, &Names::default())),
            (None, None) => None,
        };
        Ok(Doing { sentence: done.sentence.text().to_owned(), subject })
    }
}

pub fn error_word(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Refused | ErrorKind::Unchanged => "refused",
        ErrorKind::Environment | ErrorKind::Busy | ErrorKind::NotOurTurn => "environment",
        ErrorKind::Bug => "bug",
    }
}

pub fn task(session: &Session, id: TaskId) -> Result<Option<Task>, Error> {
    let Some(task) = session.task_out(id)? else { return Ok(None) };
    let row = session.board().task_row(id)?;
    let named = |part| row.as_ref().map(|row| names(row, part)).unwrap_or_default();
    let (leads, helpers) = (named(Part::Lead), named(Part::Helper));
    let ended_by = row.as_ref().and_then(|row| row.ended_by.clone());
    let (ended_by, ended_by_name) = ended_by.map(|(id, name)| (id.to_string(), name)).unzip();
    let tensions = session.board().tensions_behind(id, MOST)?.into_iter();
    let came_from = tensions.map(|row| Subject::of(session, row.id.into(), Kind::Tension));
    Ok(Some(Task {
        task,
        leads,
        helpers,
        ended_by,
        ended_by_name,
        offered: offered(session, id)?,
        came_from: came_from.collect::<Result<_, _>>()?,
        about: None,
    }))
}

/// The handovers of a task and the ways out about it that wait for an answer, the oldest first.
fn offered(session: &Session, task: TaskId) -> Result<Vec<Offered>, Error> {
    let mut offered = Vec::new();
    for offer in session.board().handovers_of(task, session.now().plus_days(-OFFER_DAYS))? {
        let said = session.say_handover(&offer)?;
        offered.push((offer.giver, offer.at, said, vec![offer.taker]));
    }
    let ways = session.offers_about(task.into())?.into_iter();
    offered.extend(ways.map(|offer| (offer.by, offer.at, offer.said, offer.awaited)));
    offered.sort_by_key(|(_, at, ..)| *at);
    let shape = |(by, at, said, awaited)| self::shape(session, by, at, said, awaited);
    offered.into_iter().map(shape).collect()
}

/// What waits for the answer of who acts, besides handovers.
pub fn waits_for_me(session: &Session) -> Result<Vec<Offered>, Error> {
    let asked = session.waits_for_me()?.into_iter();
    asked.map(|offer| shape(session, offer.by, offer.at, offer.said, offer.awaited)).collect()
}

fn shape(
    session: &Session,
    by: MemberId,
    at: At,
    sentence: String,
    awaited: Vec<MemberId>,
) -> Result<Offered, Error> {
    let (from, from_name) = person(session, by)?;
    let awaits = awaited.into_iter().map(|member| Subject::of(session, member.into(), Kind::Member));
    let awaits = awaits.collect::<Result<_, _>>()?;
    Ok(Offered { sentence, from, from_name, at: at.to_utc(), awaits })
}

pub fn tasks(session: &Session, ids: impl IntoIterator<Item = TaskId>) -> Result<Vec<Task>, Error> {
    ids.into_iter().filter_map(|id| task(session, id).transpose()).collect()
}

pub fn role(session: &Session, id: RoleId) -> Result<Option<Role>, Error> {
    let Some(role) = session.role_out(id)? else { return Ok(None) };
    let ids = role.holders.iter().filter_map(|holder| uuid::Uuid::parse_str(&holder.member).ok());
    let ids: Vec<SubjectId> = ids.map(SubjectId).collect();
    let names = session.board().names(ids.iter().copied())?;
    let held_by = ids.iter().map(|id| names.name(*id).to_owned()).collect();
    Ok(Some(Role { role, held_by, about: None }))
}

pub fn goal(session: &Session, id: GoalId) -> Result<Option<Goal>, Error> {
    Ok(session.goal_out(id)?.map(|goal| Goal { goal, about: None }))
}

pub fn tension(session: &Session, id: TensionId) -> Result<Option<Tension>, Error> {
    let (Some(tension), Some(row)) = (session.tension_out(id)?, session.board().tension_row(id)?) else {
        return Ok(None);
    };
    let sensed_by = Subject::of(session, row.by.into(), Kind::Member)?;
    Ok(Some(Tension { tension, state: row.phase.as_str().to_owned(), sensed_by, about: None }))
}

pub fn member(session: &Session, id: MemberId) -> Result<Option<Member>, Error> {
    let Some(mut member) = session.member_out(id)? else { return Ok(None) };
    // One's own is said as it counts, also where nobody set it; another's is their own affair.
    member.limit = match session.me() == Some(id) {
        true => session.board().member_row(id)?.and_then(|row| u32::try_from(row.limit).ok()),
        false => None,
    };
    let (mut leading, mut helping) = (Vec::new(), Vec::new());
    for task in session.board().claimed_by(id)? {
        let Some(row) = session.board().task_row(task)? else { continue };
        let subject = Subject::of(session, task.into(), Kind::Task)?;
        match row.claims.iter().find(|claim| claim.member == id).map(|claim| claim.part) {
            Some(Part::Lead) => leading.push(subject),
            Some(Part::Helper) => helping.push(subject),
            None => {}
        }
    }
    let held = session.board().held_by(id)?.into_iter();
    let holding = held.map(|role| Subject::of(session, role.into(), Kind::Role)).collect::<Result<_, _>>()?;
    let pairings = pairings(session, &session.pairings_of(id)?)?;
    let matches = match session.board().subject(id.into())? {
        Some(subject::Subject::Member(member)) => session.skill_matches(&member)?,
        _ => session::Matches::default(),
    };
    let shaped = |matches: Vec<Match>| {
        matches.into_iter().map(|found| SkillMatch { skill: found.skill, who: found.names }).collect()
    };
    let (could_learn, could_teach) = (shaped(matches.learn), shaped(matches.teach));
    Ok(Some(Member { member, leading, helping, holding, pairings, could_learn, could_teach, about: None }))
}

pub fn pairing(session: &Session, row: &PairingRow) -> Result<Option<Pairing>, Error> {
    let Some(pairing) = session.pairing_out(row.id)? else { return Ok(None) };
    let names = session.board().names([row.buddy.into(), row.newcomer.into()])?;
    Ok(Some(Pairing {
        pairing,
        buddy_name: names.name(row.buddy).to_owned(),
        newcomer_name: names.name(row.newcomer).to_owned(),
        sentence: session.say_pairing(row)?,
    }))
}

pub fn pairings(session: &Session, rows: &[PairingRow]) -> Result<Vec<Pairing>, Error> {
    rows.iter().filter_map(|row| pairing(session, row).transpose()).collect()
}

pub fn about(session: &Session, id: SubjectId) -> Result<About, Error> {
    let held = session.board().findings_about(id, session.now(), session.today())?;
    let findings = held.iter().map(|held| finding(session, held)).collect::<Result<_, _>>()?;
    let history = session.say_all(session.board().journal_of(id, MOST)?, Read::Anywhere)?;
    let history = history.into_iter().map(|entry| self::entry(session, &entry.record, &entry.phrase, 1));
    Ok(About { findings, history: history.collect::<Result<_, _>>()? })
}

pub fn finding(session: &Session, held: &CurrentFinding) -> Result<Finding, Error> {
    let answer = |answer: &store::Settled| -> Result<Settled, Error> {
        let (by, by_name) = person(session, answer.by)?;
        Ok(Settled {
            verdict: answer.verdict.clone(),
            reason: answer.reason.clone(),
            until: answer.until,
            by,
            by_name,
            tension: answer.became.map(|tension| tension.to_string()),
            texts: answer.texts.clone(),
        })
    };
    let about = held.finding.mentions();
    let mut subjects = Vec::with_capacity(about.len());
    for id in about {
        if let Some(kind) = kind(session, id)? {
            subjects.push(Subject::of(session, id, kind)?);
        }
    }
    Ok(Finding {
        key: held.finding.key.clone(),
        handle: session.spoken_key(held)?,
        rule: held.finding.rule.as_str(),
        kind: held.finding.rule.kind().as_str(),
        sentence: session.say_finding(held)?,
        since: held.finding.since().map(|since| since.to_utc()),
        subjects,
        settled: held.settled.as_ref().map(answer).transpose()?,
        before: held.before.as_ref().map(answer).transpose()?,
    })
}

fn kind(session: &Session, id: SubjectId) -> Result<Option<Kind>, Error> {
    Ok(session.board().subject(id)?.map(|subject| subject.kind()))
}

/// Lines of the journal: what was done at once by many records is one.
pub fn lines(session: &Session, lines: &[JournalLine]) -> Result<Vec<Entry>, Error> {
    let entry = |line: &JournalLine| {
        let records = line.batch().map_or(1, Batch::records);
        entry(session, &line.entry().record, &session.say_line(line)?, records)
    };
    lines.iter().map(entry).collect()
}

pub(super) fn entry(
    session: &Session,
    record: &Record,
    phrase: &Phrase,
    records: usize,
) -> Result<Entry, Error> {
    let subject = match records {
        1 => {
            let known =
                Kind::of(&record.kind).map_or_else(|| kind(session, record.subject), |kind| Ok(Some(kind)));
            known?.map(|kind| Subject::of(session, record.subject, kind)).transpose()?
        }
        _ => None,
    };
    let (by, by_name) = match session.is_unnamed(record)? {
        true => (None, None),
        false => Some(person(session, record.author)?).unzip(),
    };
    Ok(Entry {
        key: record.id.to_string(),
        at: record.at.to_utc(),
        by,
        by_name,
        event: record.kind.clone(),
        subject,
        records,
        sentence: phrase.text().to_owned(),
    })
}

pub fn since(session: &Session, since: Option<&session::Since>) -> Result<Since, Error> {
    let Some(since) = since else { return Ok(Since { since: None, touches: Vec::new(), more: false }) };
    let said = |touch: &Touch| entry(session, &touch.record, &session.say_touch(touch)?, touch.also + 1);
    let touches = since.touches.iter().map(said).collect::<Result<_, _>>()?;
    Ok(Since { since: Some(since.at.to_utc()), touches, more: since.more })
}

/// Members by their ids.
pub(super) fn members(
    session: &Session,
    ids: impl IntoIterator<Item = MemberId>,
) -> Result<Vec<Subject>, Error> {
    ids.into_iter().map(|id| Subject::of(session, id.into(), Kind::Member)).collect()
}

pub fn offers(session: &Session, rows: Vec<OfferRow>) -> Result<Vec<Offer>, Error> {
    let offer = |row: OfferRow| {
        Ok(Offer {
            subject: Subject::of(session, row.task.into(), Kind::Task)?,
            from: session.board().person(row.giver)?.to_string(),
            from_name: row.from,
            at: row.at.to_utc(),
            note: row.note,
        })
    };
    rows.into_iter().map(offer).collect()
}

pub fn agenda(session: &Session, topics: &[Topic]) -> Result<Vec<AgendaTopic>, Error> {
    let topic = |topic: &Topic| {
        let subject = topic.about.map(|about| Subject::of(session, about.id, about.kind)).transpose()?;
        Ok(AgendaTopic {
            about_sort: topic.sort.as_str(),
            sentence: topic.said.clone(),
            concerns: topic.who.clone(),
            is_awaited: topic.waits,
            by_day: topic.day,
            since: topic.since.map(|since| since.to_utc()),
            subject,
        })
    };
    topics.iter().map(topic).collect()
}

pub fn blockers(session: &Session, rows: &[BlockerRow]) -> Result<Vec<Blocker>, Error> {
    rows.iter().map(|row| blocker(session, row)).collect()
}

fn blocker(session: &Session, row: &BlockerRow) -> Result<Blocker, Error> {
    let (on, on_name) = match (&row.on_member, &row.on_task, &row.on_other) {
        (Some((id, name)), ..) => (Some(WaitsOn::Member(id.to_string())), Some(name.clone())),
        (_, Some((id, _, title)), _) => (Some(WaitsOn::Task(id.to_string())), Some(title.clone())),
        (.., Some(other)) => (Some(WaitsOn::Other(other.clone())), None),
        (None, None, None) => (None, None),
    };
    Ok(Blocker {
        subject: Subject::of(session, row.task.into(), Kind::Task)?,
        leads: session.board().task_row(row.task)?.map(|row| names(&row, Part::Lead)).unwrap_or_default(),
        what: row.what.clone(),
        on,
        on_name,
        raised: row.raised.to_utc(),
        asked: row.asked.map(At::to_utc),
        promised: row.promised,
        holds_up: row.holds_up,
    })
}

/// The names of those who lead a task, or help with it.
fn names(row: &TaskRow, part: Part) -> Vec<String> {
    let of_part = row.people().iter().filter(|claim| claim.part == part);
    of_part.map(|claim| claim.name.clone()).collect()
}

pub fn waits(session: &Session, rows: &[BlockerRow]) -> Result<Vec<Wait>, Error> {
    let line = |line: waiting::Line| {
        let (node, task, stops) = match line.what {
            Node::Cause(i) => ("cause", rows[i].task, Some(i)),
            Node::Free(task) => ("free", task, None),
            Node::Waits { task, blocker } => ("waits", task, Some(blocker)),
            Node::Again { task, blocker } => ("again", task, Some(blocker)),
            Node::Circle(task) => ("circle", task, None),
        };
        Ok(Wait {
            node,
            depth: line.branches.len(),
            subject: Subject::of(session, task.into(), Kind::Task)?,
            blocker: stops.map(|i| blocker(session, &rows[i])).transpose()?,
            frees_at_once: line.frees.map(|frees| frees.at_once),
            frees_in_all: line.frees.map(|frees| frees.in_all),
        })
    };
    waits::draw(rows).into_iter().map(line).collect()
}

pub fn clarity(session: &Session, row: &RoleRow) -> Result<Clarity, Error> {
    let (outline, today) = (row.outline(), session.today());
    let stands = |aspect: Aspect| match outline.clarity(aspect, today) {
        How::Clear => "clear",
        How::NotNeeded => "not needed",
        How::Missing => "missing",
        How::Passed => "passed",
    };
    Ok(Clarity {
        subject: Subject::of(session, row.id.into(), Kind::Role)?,
        clear: outline.is_clear(today),
        aspects: Aspect::ALL.iter().map(|aspect| (aspect.as_str(), stands(*aspect))).collect(),
    })
}
