//! The shapes that `--json` prints. They are stable: a field may come, none goes or changes its meaning.
//!
//! | command | prints |
//! |---|---|
//! | whatever writes | [`Doing`] |
//! | `tasks` | an array of [`Task`] |
//! | `show`, `role show`, `goal show`, `me` | one [`Task`], [`Role`], [`Goal`] or [`Member`], with `findings` and `history` |
//! | `roles`, `goals`, `who` | arrays of [`Role`], [`Goal`], [`Member`] |
//! | `mine`, `next` | [`Mine`], [`Next`] |
//! | `findings` | an array of [`Finding`] |
//! | `log` | an array of [`Entry`] |
//! | `search` | an array of [`Subject`] |
//! | nothing (the board) | [`Board`] |
//!
//! Keys are ids (UUIDs) as in `setara export json`, whose shapes tasks, roles, goals and members have. Moments are RFC
//! 3339 in UTC, days `2026-12-12`. A failure prints `{"error": {"kind", "message", "hint"}}` on the standard error.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};
use crate::domain::subject::Kind;
use crate::domain::task::Part;
use crate::exchange::bundle;
use crate::session::{self, Done, Error, ErrorKind, Session};
use crate::store::{Held, OfferRow, RowClaim};

/// What was done, in the journal's sentence, and to what.
#[derive(Serialize)]
pub struct Doing {
    pub sentence: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
}

/// Something on the board.
#[derive(Serialize)]
pub struct Subject {
    /// `member`, `role`, `goal`, `task`, `finding` or `board`.
    pub kind: &'static str,
    pub key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Subject {
    pub fn of(session: &Session, id: SubjectId, kind: Kind) -> Result<Subject, Error> {
        let names = session.board().names([id])?;
        let known = |text: &str| (text != "?").then(|| text.to_owned());
        let (handle, name) = (known(names.handle(id)), known(names.name(id)));
        Ok(Subject { kind: kind_word(kind), key: id.to_string(), handle, name })
    }
}

impl Doing {
    pub fn of(session: &Session, done: &Done) -> Result<Doing, Error> {
        let kind = done.subject.and_then(|id| Some((id, session.board().subject(id).ok()??)));
        let subject = match (kind, done.subject) {
            (Some((id, subject)), _) => Some(Subject::of(session, id, kind_of(&subject))?),
            // What an undo took off the board has no name any more.
            (None, Some(id)) => done
                .records
                .first()
                .and_then(|record| Kind::of(&record.kind))
                .map(|kind| Subject { kind: kind_word(kind), key: id.to_string(), handle: None, name: None }),
            (None, None) => None,
        };
        Ok(Doing { sentence: done.sentence.clone(), subject })
    }
}

fn kind_of(subject: &crate::domain::subject::Subject) -> Kind {
    use crate::domain::subject::Subject as S;
    match subject {
        S::Board(_) => Kind::Board,
        S::Member(_) => Kind::Member,
        S::Role(_) => Kind::Role,
        S::Goal(_) => Kind::Goal,
        S::Task(_) => Kind::Task,
        S::Settlement(_) => Kind::Settlement,
    }
}

pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Board => "board",
        Kind::Member => "member",
        Kind::Role => "role",
        Kind::Goal => "goal",
        Kind::Task => "task",
        Kind::Settlement => "finding",
    }
}

/// A task as in the export, with the names of those who claim it.
#[derive(Serialize)]
pub struct Task {
    #[serde(flatten)]
    pub task: bundle::Task,
    pub leads: Vec<String>,
    pub helpers: Vec<String>,
    #[serde(flatten)]
    pub about: Option<About>,
}

#[derive(Serialize)]
pub struct Role {
    #[serde(flatten)]
    pub role: bundle::Role,
    /// The names of the holders.
    pub held_by: Vec<String>,
    #[serde(flatten)]
    pub about: Option<About>,
}

#[derive(Serialize)]
pub struct Goal {
    #[serde(flatten)]
    pub goal: bundle::Goal,
    #[serde(flatten)]
    pub about: Option<About>,
}

/// A member as in the export; one's own limit only on one's own page.
#[derive(Serialize)]
pub struct Member {
    #[serde(flatten)]
    pub member: bundle::Member,
    /// Handles of the tasks that they lead, and help with.
    pub leads: Vec<String>,
    pub helps: Vec<String>,
    /// Names of the roles that they hold.
    pub roles: Vec<String>,
    #[serde(flatten)]
    pub about: Option<About>,
}

/// What a page has besides the thing itself.
#[derive(Serialize)]
pub struct About {
    pub findings: Vec<Finding>,
    /// The newest first.
    pub history: Vec<Entry>,
}

#[derive(Serialize)]
pub struct Finding {
    /// What `setara settle` takes: `O1:bakul`.
    pub key: String,
    pub rule: &'static str,
    /// `overlap`, `gap`, `unclear`, `stale` or `load`.
    pub kind: &'static str,
    pub sentence: String,
    pub since: DateTime<Utc>,
    /// Keys of what it speaks of.
    pub about: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

#[derive(Serialize)]
pub struct Settled {
    pub verdict: String,
    pub reason: String,
    pub until: Option<NaiveDate>,
    pub by: String,
}

#[derive(Serialize)]
pub struct Entry {
    pub id: String,
    pub at: DateTime<Utc>,
    /// The author's name.
    pub by: String,
    /// The event's wire name, such as `task.claimed`.
    pub event: String,
    /// Key of what it happened to.
    pub subject: String,
    pub sentence: String,
}

#[derive(Serialize)]
pub struct Offer {
    pub key: String,
    pub handle: String,
    pub title: String,
    pub from: String,
    pub at: DateTime<Utc>,
    pub note: Option<String>,
}

/// What one has in hand.
#[derive(Serialize)]
pub struct Mine {
    pub member: String,
    /// Leads in doing that nothing blocks, and one's own limit of them.
    pub in_hand: i64,
    pub limit: i64,
    pub offers: Vec<Offer>,
    pub tasks: Vec<Task>,
    pub roles: Vec<Role>,
}

/// What one could pull.
#[derive(Serialize)]
pub struct Next {
    pub offers: Vec<Offer>,
    pub tasks: Vec<Task>,
}

/// The board at a glance.
#[derive(Serialize)]
pub struct Board {
    pub name: String,
    pub me: Option<String>,
    pub at: DateTime<Utc>,
    pub goals: Vec<Goal>,
    pub tasks: Vec<Task>,
    pub roles: Vec<Role>,
    pub findings: Vec<Finding>,
    pub blocked: i64,
    pub unclaimed: i64,
}

/// What went wrong.
#[derive(Serialize)]
pub struct Failure<'e> {
    pub error: Fault<'e>,
}

#[derive(Serialize)]
pub struct Fault<'e> {
    /// `refused`, `environment`, `usage` or `bug`.
    pub kind: &'static str,
    pub message: &'e str,
    pub hint: Option<&'e str>,
}

pub fn error_word(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Refused => "refused",
        ErrorKind::Environment => "environment",
        ErrorKind::Bug => "bug",
    }
}

pub fn task(session: &Session, id: TaskId) -> Result<Option<Task>, Error> {
    let Some(task) = session.task_out(id)? else { return Ok(None) };
    let claims = session.board().task_row(id)?.map(|row| row.claims).unwrap_or_default();
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
    if session.me() != Some(id) {
        member.limit = None;
    }
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
    let history = session.say_all(session.board().journal_of(id, most)?)?;
    Ok(About { findings, history: entries(session, history)? })
}

pub fn finding(session: &Session, held: &Held) -> Result<Finding, Error> {
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
        since: held.finding.from.to_utc(),
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
            sentence: entry.sentence,
        })
        .collect())
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
