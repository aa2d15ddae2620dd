//! Fills the shapes from the board.

use super::super::rows::waits;
use super::{
    About, Blocker, Clarity, Doing, Entry, Finding, Goal, Member, Offer, Role, Settled, Since, Subject, Task,
    Term, Touch, Wait,
};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};
use crate::domain::phrase::Read;
use crate::domain::subject::Kind;
use crate::domain::task::Part;
use crate::domain::terms::{self, Terms, Unit};
use crate::exchange::bundle::WaitsOn;
use crate::insight::clarity::{Aspect, Clarity as How};
use crate::insight::waiting::{self, Node};
use crate::session::{self, Done, Error, ErrorKind, Session};
use crate::store::{BlockerRow, CurrentFinding, OfferRow, RoleRow, RowClaim};

impl Subject {
    pub fn of(session: &Session, id: SubjectId, kind: Kind) -> Result<Subject, Error> {
        let names = session.board().names([id])?;
        let known = |text: &str| (text != "?").then(|| text.to_owned());
        let (handle, name) = (known(names.handle(id)), known(names.name(id)));
        Ok(Subject { kind: kind.as_str(), key: id.to_string(), handle, name })
    }
}

impl Term {
    pub fn of(term: terms::Term, terms: &Terms) -> Term {
        let number = match term {
            terms::Term::Number(number) => Some(number),
            terms::Term::Week | terms::Term::State(_) => None,
        };
        let value = |terms: &Terms| match term {
            terms::Term::Number(number) => terms.number(number).into(),
            terms::Term::Week => terms.value(term).split(' ').collect(),
            terms::Term::State(_) => terms.value(term).into(),
        };
        Term {
            name: term.as_str(),
            value: value(terms),
            default: value(&Terms::default()),
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
                .map(|kind| Subject { kind: kind.as_str(), key: id.to_string(), handle: None, name: None }),
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
    let claims = session.board().task_row(id)?.map(|row| row.people().to_vec()).unwrap_or_default();
    let named = |part: Part| {
        let of_part = |claim: &&RowClaim| claim.part == part;
        claims.iter().filter(of_part).map(|claim| claim.name.clone()).collect()
    };
    Ok(Some(Task { task, leads: named(Part::Lead), helpers: named(Part::Helper), about: None }))
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

pub fn member(session: &Session, id: MemberId) -> Result<Option<Member>, Error> {
    let Some(mut member) = session.member_out(id)? else { return Ok(None) };
    // One's own is said as it counts, also where nobody set it; another's is their own affair.
    member.limit = match session.me() == Some(id) {
        true => session.board().member_row(id)?.and_then(|row| u32::try_from(row.limit).ok()),
        false => None,
    };
    let (mut leads, mut helps) = (Vec::new(), Vec::new());
    for task in session.board().claimed_by(id)? {
        let Some(row) = session.board().task_row(task)? else { continue };
        match row.claims.iter().find(|claim| claim.member == id).map(|claim| claim.part) {
            Some(Part::Lead) => leads.push(row.handle),
            Some(Part::Helper) => helps.push(row.handle),
            None => {}
        }
    }
    let held = session.board().held_by(id)?;
    let names = session.board().names(held.iter().map(|id| SubjectId::from(*id)))?;
    let roles = held.iter().map(|id| names.name(*id).to_owned()).collect();
    Ok(Some(Member { member, leads, helps, roles, about: None }))
}

pub fn about(session: &Session, id: SubjectId, most: usize) -> Result<About, Error> {
    let held = session.board().findings_about(id, session.now(), session.today())?;
    let findings = held.iter().map(|held| finding(session, held)).collect::<Result<_, _>>()?;
    let history = session.say_all(session.board().journal_of(id, most)?, Read::Anywhere)?;
    Ok(About { findings, history: entries(session, history)? })
}

pub fn finding(session: &Session, held: &CurrentFinding) -> Result<Finding, Error> {
    let settled = match &held.settled {
        None => None,
        Some(settled) => Some(Settled {
            verdict: settled.verdict.clone(),
            reason: settled.reason.clone(),
            until: settled.until,
            by: session.board().names([settled.by.into()])?.name(settled.by).to_owned(),
        }),
    };
    Ok(Finding {
        key: session.spoken_key(held)?,
        rule: held.finding.rule.as_str(),
        kind: held.finding.rule.kind().as_str(),
        sentence: session.say_finding(held)?,
        since: held.finding.since().map(|since| since.to_utc()),
        about: held.finding.mentions().iter().map(ToString::to_string).collect(),
        settled,
    })
}

pub fn entries(session: &Session, entries: Vec<session::Entry>) -> Result<Vec<Entry>, Error> {
    let names = session.board().names(entries.iter().map(|entry| entry.record.author.into()))?;
    Ok(entries
        .into_iter()
        .map(|entry| Entry {
            id: entry.record.id.to_string(),
            at: entry.record.at.to_utc(),
            by: names.name(entry.record.author).to_owned(),
            event: entry.record.kind,
            subject: entry.record.subject.to_string(),
            sentence: entry.phrase.text().to_owned(),
        })
        .collect())
}

pub fn since(session: &Session, since: Option<&session::Since>) -> Result<Since, Error> {
    let Some(since) = since else { return Ok(Since { since: None, touches: Vec::new(), more: false }) };
    let said = since
        .touches
        .iter()
        .map(|touch| Ok(session::Entry { phrase: session.say_touch(touch)?, record: touch.record.clone() }));
    let entries = entries(session, said.collect::<Result<_, Error>>()?)?;
    let also = since.touches.iter().map(|touch| touch.also);
    let touches = entries.into_iter().zip(also).map(|(entry, also)| Touch { entry, also }).collect();
    Ok(Since { since: Some(since.at.to_utc()), touches, more: since.more })
}

pub fn offer(row: OfferRow) -> Offer {
    Offer {
        key: row.task.to_string(),
        handle: row.handle,
        title: row.title,
        from: row.from,
        at: row.at.to_utc(),
        note: row.note,
    }
}

impl From<BlockerRow> for Blocker {
    fn from(row: BlockerRow) -> Blocker {
        let (on, on_name) = match (row.on_member, row.on_task, row.on_other) {
            (Some((id, name)), ..) => (Some(WaitsOn::Member(id.to_string())), Some(name)),
            (_, Some((id, _, title)), _) => (Some(WaitsOn::Task(id.to_string())), Some(title)),
            (.., Some(other)) => (Some(WaitsOn::Other(other)), None),
            (None, None, None) => (None, None),
        };
        Blocker {
            task: row.task.to_string(),
            handle: row.handle,
            title: row.title,
            lead: row.lead,
            what: row.what,
            on,
            on_name,
            raised: row.raised.to_utc(),
            asked: row.asked.map(At::to_utc),
            promised: row.promised,
            holds_up: row.holds_up,
        }
    }
}

pub fn waits(rows: &[BlockerRow]) -> Vec<Wait> {
    let called = waits::called(rows);
    let line = |line: waiting::Line| {
        let (kind, task, blocker) = match line.what {
            Node::Cause(i) => ("cause", rows[i].task, Some(i)),
            Node::Free(task) => ("free", task, None),
            Node::Waits { task, blocker } => ("waits", task, Some(blocker)),
            Node::Again { task, blocker } => ("again", task, Some(blocker)),
            Node::Circle(task) => ("circle", task, None),
        };
        let (handle, title, _) = called.get(&task).copied().unwrap_or_default();
        Wait {
            kind,
            depth: line.branches.len(),
            task: task.to_string(),
            handle: handle.to_owned(),
            title: title.to_owned(),
            blocker: blocker.map(|i| rows[i].clone().into()),
            frees_at_once: line.frees.map(|frees| frees.at_once),
            frees_in_all: line.frees.map(|frees| frees.in_all),
        }
    };
    waits::draw(rows).into_iter().map(line).collect()
}

pub fn clarity(row: &RoleRow, today: Day) -> Clarity {
    let outline = row.outline();
    let stands = |aspect| match outline.clarity(aspect, today) {
        How::Clear => "clear",
        How::NotNeeded => "not needed",
        How::Missing => "missing",
        How::Passed => "passed",
    };
    Clarity {
        key: row.id.to_string(),
        handle: row.handle.clone(),
        name: row.name.clone(),
        clear: outline.is_clear(today),
        purpose: stands(Aspect::Purpose),
        accountabilities: stands(Aspect::Accountabilities),
        domains: stands(Aspect::Domains),
        holders: stands(Aspect::Holders),
        focus: stands(Aspect::Focus),
        term: stands(Aspect::Term),
        review: stands(Aspect::Review),
    }
}
