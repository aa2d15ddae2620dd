//! What the screens and commands read besides tasks: members, roles, goals, blockers, offers.

use rusqlite::{OptionalExtension, params};

use super::codec::read_day;
use super::{Store, StoreError, journal, lookup};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{GoalId, MemberId, RecordId, RoleId, SubjectId, TaskId};
use crate::domain::subject::Subject;

pub use super::finding::COUNTED;
pub use super::tally::Counts;

/// A member's line.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberRow {
    pub id: MemberId,
    pub handle: String,
    pub name: String,
    pub initials: Option<String>,
    pub left: Option<At>,
    /// Their own limit of live claims.
    pub limit: i64,
    pub away_from: Option<Day>,
    pub away_until: Option<Day>,
    pub contact: Option<String>,
    /// Live claims, and how many of them are leads of tasks in doing that nothing blocks.
    pub leads: i64,
    pub helps: i64,
    pub in_hand: i64,
    pub roles: i64,
}

/// A role's line.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleRow {
    pub id: RoleId,
    pub handle: String,
    pub name: String,
    pub purpose: Option<String>,
    pub state: String,
    pub review: Option<Day>,
    pub vacant_since: At,
    pub domains: i64,
    pub accountabilities: i64,
    pub holders: Vec<HolderRow>,
}

/// Somebody in a role.
#[derive(Debug, Clone, PartialEq)]
pub struct HolderRow {
    pub member: MemberId,
    pub name: String,
    pub focus: Option<String>,
    pub since: At,
    pub term: Option<Day>,
}

/// A goal's line.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalRow {
    pub id: GoalId,
    pub handle: String,
    pub title: String,
    pub why: Option<String>,
    pub horizon: String,
    pub parent: Option<GoalId>,
    pub measure: Option<String>,
    pub unit: Option<String>,
    pub baseline: Option<f64>,
    pub target: Option<f64>,
    pub current: Option<f64>,
    pub due: Option<Day>,
    pub state: String,
    pub moved: At,
    /// The newest readings, the oldest of them first.
    pub readings: Vec<(Day, f64)>,
    /// Whether any live task serves it, and whether somebody leads one.
    pub has_work: bool,
    pub has_lead: bool,
}

/// An open blocker's line.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockerRow {
    pub record: RecordId,
    pub task: TaskId,
    /// As much of the blocked task's handle as is shown.
    pub handle: String,
    pub title: String,
    pub what: String,
    /// On whom it waits, by name.
    pub on_member: Option<(MemberId, String)>,
    /// On which task it waits, with its shown handle and title.
    pub on_task: Option<(TaskId, String, String)>,
    pub on_other: Option<String>,
    pub raised: At,
    pub asked: Option<At>,
    pub promised: Option<Day>,
    /// How many live tasks wait on the blocked one.
    pub holds_up: i64,
}

/// A handover that awaits an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferRow {
    pub task: TaskId,
    pub handle: String,
    pub title: String,
    pub from: String,
    pub at: At,
    pub note: Option<String>,
}

impl Store {
    /// The team's name.
    pub fn name(&self) -> Result<String, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM meta WHERE key = 'name'")?;
        Ok(statement.query_row([], |row| row.get(0)).optional()?.unwrap_or_default())
    }

    /// A subject, folded; `None` where it does not exist.
    pub fn subject(&self, id: SubjectId) -> Result<Option<Subject>, StoreError> {
        let (kind, records) = journal::of_subject(&self.connection, id)?;
        Ok(kind.map(|kind| Subject::fold(kind, id, &records)).filter(Subject::exists))
    }

    /// The ids of all subjects of a kind, for exports: `member`, `role`, `goal` or `task`, the last in board order.
    pub fn all(&self, kind: crate::domain::subject::Kind) -> Result<Vec<SubjectId>, StoreError> {
        use crate::domain::subject::Kind;
        let sql = match kind {
            Kind::Member => "SELECT id FROM member ORDER BY folded, id",
            Kind::Role => "SELECT id FROM role ORDER BY folded, id",
            Kind::Goal => "SELECT id FROM goal ORDER BY created, id",
            Kind::Task => "SELECT id FROM task ORDER BY list, rank, id",
            Kind::Settlement => "SELECT id FROM settlement ORDER BY finding",
            Kind::Board => return Ok(Vec::new()),
        };
        let mut statement = self.connection.prepare(sql)?;
        let ids = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// Up to `most` members: those of the team by name, then those who left.
    pub fn members(&self, most: usize) -> Result<Vec<MemberRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT m.id, m.handle, m.name, m.initials, m.departed, m.claim_limit, m.away_from, m.away_until, m.contact,
               (SELECT count(*) FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'lead'),
               (SELECT count(*) FROM claim c WHERE c.member = m.id AND c.live = 1 AND c.part = 'helper'),
               (SELECT count(*) FROM claim c JOIN task t ON t.id = c.task WHERE c.member = m.id AND c.live = 1
                 AND c.part = 'lead' AND t.list = 0 AND t.blocked = 0),
               (SELECT count(*) FROM role_holder h WHERE h.member = m.id)
             FROM member m ORDER BY m.departed IS NOT NULL, m.folded, m.id LIMIT ?1",
        )?;
        let rows = statement.query_map([most as i64], |row| {
            Ok(MemberRow {
                id: row.get(0)?,
                handle: row.get(1)?,
                name: row.get(2)?,
                initials: row.get(3)?,
                left: row.get(4)?,
                limit: row.get(5)?,
                away_from: read_day(row.get(6)?),
                away_until: read_day(row.get(7)?),
                contact: row.get(8)?,
                leads: row.get(9)?,
                helps: row.get(10)?,
                in_hand: row.get(11)?,
                roles: row.get(12)?,
            })
        })?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = lookup::shown(&self.connection, "member", &row.handle)?;
            Ok(row)
        })
        .collect()
    }

    /// Up to `most` roles that are not retired, from row `skip` on: vacant ones first, then by name.
    pub fn roles(&self, skip: usize, most: usize) -> Result<Vec<RoleRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT r.id, r.handle, r.name, r.purpose, r.state, r.review, r.vacant_since,
               (SELECT count(*) FROM role_domain d WHERE d.role = r.id),
               (SELECT count(*) FROM role_accountability a WHERE a.role = r.id)
             FROM role r WHERE r.state <> 'retired'
             ORDER BY EXISTS (SELECT 1 FROM role_holder h WHERE h.role = r.id), r.folded, r.id LIMIT ?2 OFFSET ?1",
        )?;
        let rows = statement.query_map(params![skip as i64, most as i64], |row| {
            Ok(RoleRow {
                id: row.get(0)?,
                handle: row.get(1)?,
                name: row.get(2)?,
                purpose: row.get(3)?,
                state: row.get(4)?,
                review: read_day(row.get(5)?),
                vacant_since: row.get(6)?,
                domains: row.get(7)?,
                accountabilities: row.get(8)?,
                holders: Vec::new(),
            })
        })?;
        let mut holders = self.connection.prepare_cached(
            "SELECT h.member, coalesce(m.name, '?'), h.focus, h.since, h.term FROM role_holder h
               LEFT JOIN member m ON m.id = h.member WHERE h.role = ?1 ORDER BY h.since, h.record",
        )?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = lookup::shown(&self.connection, "role", &row.handle)?;
            row.holders = holders
                .query_map([row.id], |row| {
                    Ok(HolderRow {
                        member: row.get(0)?,
                        name: row.get(1)?,
                        focus: row.get(2)?,
                        since: row.get(3)?,
                        term: read_day(row.get(4)?),
                    })
                })?
                .collect::<Result<_, _>>()?;
            Ok(row)
        })
        .collect()
    }

    /// Up to `most` goals, from row `skip` on: active ones first, long before short, then by due day. Without
    /// `finished` only proposed and active ones.
    pub fn goals(&self, finished: bool, skip: usize, most: usize) -> Result<Vec<GoalRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT g.id, g.handle, g.title, g.why, g.horizon, g.parent, g.measure, g.unit, g.baseline, g.target,
               g.current, g.due, g.state, g.moved, EXISTS (SELECT 1 FROM task t WHERE t.goal = g.id AND t.list < 9),
               EXISTS (SELECT 1 FROM task t WHERE t.goal = g.id AND t.list < 9 AND t.leads > 0)
             FROM goal g WHERE ?1 OR g.state IN ('proposed', 'active')
             ORDER BY g.state <> 'active', g.state <> 'proposed', g.horizon, coalesce(g.due, '9'), g.folded, g.id
             LIMIT ?3 OFFSET ?2",
        )?;
        let rows = statement.query_map(params![finished, skip as i64, most as i64], |row| {
            Ok(GoalRow {
                id: row.get(0)?,
                handle: row.get(1)?,
                title: row.get(2)?,
                why: row.get(3)?,
                horizon: row.get(4)?,
                parent: row.get(5)?,
                measure: row.get(6)?,
                unit: row.get(7)?,
                baseline: row.get(8)?,
                target: row.get(9)?,
                current: row.get(10)?,
                due: read_day(row.get(11)?),
                state: row.get(12)?,
                moved: row.get(13)?,
                readings: Vec::new(),
                has_work: row.get(14)?,
                has_lead: row.get(15)?,
            })
        })?;
        let mut readings = self.connection.prepare_cached(
            "SELECT date, value FROM goal_reading WHERE goal = ?1 ORDER BY date DESC LIMIT 30",
        )?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = lookup::shown(&self.connection, "goal", &row.handle)?;
            let newest: Vec<(String, f64)> = readings
                .query_map([row.id], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?;
            row.readings = newest
                .into_iter()
                .rev()
                .filter_map(|(date, value)| Some((date.parse().ok()?, value)))
                .collect();
            Ok(row)
        })
        .collect()
    }

    /// Up to `most` open blockers, the oldest first, from row `skip` on.
    pub fn blockers(&self, skip: usize, most: usize) -> Result<Vec<BlockerRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT b.record, b.task, t.handle, t.title, b.what, b.on_member, m.name, b.on_task, w.handle, w.title,
               b.on_other, b.raised, b.asked, b.promised,
               (SELECT count(*) FROM blocker o WHERE o.on_task = b.task AND o.live = 1 AND o.on_task IS NOT NULL)
             FROM blocker b JOIN task t ON t.id = b.task LEFT JOIN member m ON m.id = b.on_member
               LEFT JOIN task w ON w.id = b.on_task
             WHERE b.live = 1 ORDER BY b.raised, b.record LIMIT ?2 OFFSET ?1",
        )?;
        let mut rows = statement.query(params![skip as i64, most as i64])?;
        let mut blockers = Vec::new();
        while let Some(row) = rows.next()? {
            let handle: String = row.get(2)?;
            let on_member = row.get::<_, Option<MemberId>>(5)?;
            let on_task = row.get::<_, Option<TaskId>>(7)?;
            let awaited: Option<String> = row.get(8)?;
            blockers.push(BlockerRow {
                record: row.get(0)?,
                task: row.get(1)?,
                handle: lookup::shown(&self.connection, "task", &handle)?,
                title: row.get(3)?,
                what: row.get(4)?,
                on_member: on_member
                    .map(|id| Ok::<_, StoreError>((id, row.get::<_, Option<String>>(6)?.unwrap_or_default())))
                    .transpose()?,
                on_task: match (on_task, awaited) {
                    (Some(id), Some(whole)) => {
                        Some((id, lookup::shown(&self.connection, "task", &whole)?, row.get(9)?))
                    }
                    _ => None,
                },
                on_other: row.get(10)?,
                raised: row.get(11)?,
                asked: row.get(12)?,
                promised: read_day(row.get(13)?),
                holds_up: row.get(14)?,
            });
        }
        Ok(blockers)
    }

    /// The handovers that await a member's answer and have not lapsed by `now`.
    pub fn offers_to(&self, member: MemberId, since: At) -> Result<Vec<OfferRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT h.task, t.handle, t.title, coalesce(m.name, '?'), h.at, h.note FROM handover h
               JOIN task t ON t.id = h.task AND t.list < 9 LEFT JOIN member m ON m.id = h.giver
              WHERE h.taker = ?1 AND h.reply IS NULL AND h.at >= ?2 ORDER BY h.at",
        )?;
        let rows = statement.query_map(params![member, since], |row| {
            Ok(OfferRow {
                task: row.get(0)?,
                handle: row.get(1)?,
                title: row.get(2)?,
                from: row.get(3)?,
                at: row.get(4)?,
                note: row.get(5)?,
            })
        })?;
        rows.map(|row| {
            let mut row = row?;
            row.handle = lookup::shown(&self.connection, "task", &row.handle)?;
            Ok(row)
        })
        .collect()
    }

    /// The live tasks that a member claims.
    pub fn claimed_by(&self, member: MemberId) -> Result<Vec<TaskId>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT DISTINCT task FROM claim WHERE member = ?1 AND live = 1 ORDER BY task")?;
        let ids = statement.query_map([member], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// The roles that a member holds.
    pub fn held_by(&self, member: MemberId) -> Result<Vec<RoleId>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT DISTINCT role FROM role_holder WHERE member = ?1 ORDER BY role")?;
        let ids = statement.query_map([member], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// The live tasks that wait on this one.
    pub fn waiting_on(&self, task: TaskId) -> Result<Vec<TaskId>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT task FROM blocker WHERE on_task = ?1 AND live = 1 ORDER BY task",
        )?;
        let ids = statement.query_map([task], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// The ranks of the neighbours of a place in the pull order of live tasks: before `rank` and after it.
    pub fn rank_before(&self, rank: &str, but: TaskId) -> Result<Option<String>, StoreError> {
        self.rank_beside("rank < ?1 ORDER BY rank DESC", rank, but)
    }

    pub fn rank_after(&self, rank: &str, but: TaskId) -> Result<Option<String>, StoreError> {
        self.rank_beside("rank > ?1 ORDER BY rank", rank, but)
    }

    fn rank_beside(&self, side: &str, rank: &str, but: TaskId) -> Result<Option<String>, StoreError> {
        let mut best: Option<String> = None;
        for list in [0, 1, 2] {
            let sql = format!("SELECT rank FROM task WHERE list = ?3 AND id <> ?2 AND {side} LIMIT 1");
            let found: Option<String> = self
                .connection
                .prepare_cached(&sql)?
                .query_row(params![rank, but, list], |row| row.get(0))
                .optional()?;
            best = match (best, found) {
                (Some(a), Some(b)) => Some(if side.contains("DESC") { a.max(b) } else { a.min(b) }),
                (a, b) => a.or(b),
            };
        }
        Ok(best)
    }

    /// The first and the last rank of live tasks.
    pub fn rank_ends(&self) -> Result<(Option<String>, Option<String>), StoreError> {
        let mut first: Option<String> = None;
        let mut last: Option<String> = None;
        for list in [0, 1, 2] {
            let mut statement = self.connection.prepare_cached(
                "SELECT (SELECT min(rank) FROM task WHERE list = ?1), (SELECT max(rank) FROM task WHERE list = ?1)",
            )?;
            let (low, high): (Option<String>, Option<String>) =
                statement.query_row([list], |row| Ok((row.get(0)?, row.get(1)?)))?;
            first = match (first, low) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
            last = last.max(high);
        }
        Ok((first, last))
    }
}
