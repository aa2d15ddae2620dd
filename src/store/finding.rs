//! Kept findings: looked at again where a change touched them, read with the clock.

mod alike;
mod circle;
mod overlap;
mod question;
mod scene;

use std::collections::{BTreeSet, HashSet};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use uuid::Uuid;

use super::{Store, StoreError};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId, TensionId};
use crate::insight::{Anchor, Finding, Rule, Touch};
pub use question::Question;

/// Looks again at everything that was touched.
pub(super) fn recheck(connection: &Connection, touches: BTreeSet<Touch>) -> Result<(), StoreError> {
    let anchors = scene::anchors(connection, touches)?;
    // An import touches more than there are findings: then it is cheaper to know all that are kept than to ask for each.
    let kept: Option<HashSet<String>> = if anchors.len() > MANY {
        let mut statement = connection.prepare("SELECT DISTINCT anchor FROM finding")?;
        Some(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    } else {
        None
    };
    let whole = scene::Whole::read(connection)?;
    for anchor in anchors {
        let findings = scene::findings(connection, &anchor, &whole)?;
        let anchor = written(&anchor);
        if !findings.is_empty() || kept.as_ref().is_none_or(|kept| kept.contains(&anchor)) {
            keep(connection, &anchor, &findings)?;
        }
    }
    Ok(())
}

/// From so many touched anchors on, a change is a large one.
const MANY: usize = 1_000;

/// Looks at everything: what a rebuild does, and what a test compares with.
pub(super) fn recheck_all(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch("DELETE FROM finding;")?;
    alike::make_anew(connection)?;
    recheck(connection, scene::everything(connection)?)
}

/// Keeps the findings of an anchor in place of those that were kept; mostly they are the same.
fn keep(connection: &Connection, anchor: &str, findings: &[Finding]) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT key, facts, holds_from, holds_until FROM finding WHERE anchor = ?1 ORDER BY key",
    )?;
    let kept: Vec<(String, String, At, At)> = statement
        .query_map([anchor], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    if kept.is_empty() && findings.is_empty() {
        return Ok(());
    }
    let mut new: Vec<_> =
        findings.iter().map(|f| (f.key.clone(), written_facts(f), f.from, f.until)).collect();
    new.sort();
    if kept == new {
        return Ok(());
    }
    connection.prepare_cached("DELETE FROM finding WHERE anchor = ?1")?.execute([anchor])?;
    for finding in findings {
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO finding
                   (key, anchor, rule, kind, member, facts, fingerprint, holds_from, holds_until)
                 VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)",
            )?
            .execute(params![
                finding.key,
                anchor,
                finding.rule.as_str(),
                finding.rule.kind().as_str(),
                finding.facts.members.first(),
                written_facts(finding),
                finding.fingerprint(),
                finding.from,
                finding.until,
            ])?;
        for subject in finding.mentions() {
            connection
                .prepare_cached("INSERT OR IGNORE INTO finding_about VALUES (?1, ?2)")?
                .execute(params![finding.key, subject])?;
        }
    }
    Ok(())
}

fn written_facts(finding: &Finding) -> String {
    serde_json::to_string(&finding.facts).expect("facts have text keys and finite numbers")
}

fn written(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Task(id) => format!("task:{id}"),
        Anchor::Title(title) => format!("title:{title}"),
        Anchor::Link(link) => format!("link:{link}"),
        Anchor::Alike(id) => format!("alike:{id}"),
        Anchor::Merged(id) => format!("merged:{id}"),
        Anchor::MergedRole(id) => format!("merged_role:{id}"),
        Anchor::Role(id) => format!("role:{id}"),
        Anchor::Overlaps(id) => format!("overlaps:{id}"),
        Anchor::Goal(id) => format!("goal:{id}"),
        Anchor::Decision(id) => format!("decision:{id}"),
        Anchor::Agreement(id) => format!("agreement:{id}"),
        Anchor::Member(id) => format!("member:{id}"),
        Anchor::Newcomer(id) => format!("newcomer:{id}"),
        Anchor::Skill(skill) => format!("skill:{skill}"),
        Anchor::Order => "order".to_owned(),
    }
}

/// The task of a task's anchor, as it is written.
fn anchored_task(written: &str) -> Option<TaskId> {
    Uuid::parse_str(written.strip_prefix("task:")?).ok().map(TaskId)
}

/// The task of a merged task's anchor, as it is written.
fn anchored_merged(written: &str) -> Option<TaskId> {
    Uuid::parse_str(written.strip_prefix("merged:")?).ok().map(TaskId)
}

/// The role of a merged role's anchor, as it is written.
fn anchored_merged_role(written: &str) -> Option<RoleId> {
    Uuid::parse_str(written.strip_prefix("merged_role:")?).ok().map(RoleId)
}

/// The member of a newcomer's anchor, as it is written.
fn anchored_newcomer(written: &str) -> Option<MemberId> {
    Uuid::parse_str(written.strip_prefix("newcomer:")?).ok().map(MemberId)
}

/// A finding that holds now.
#[derive(Debug, Clone, PartialEq)]
pub struct CurrentFinding {
    pub finding: Finding,
    /// The answer that keeps it from the board, if there is one.
    pub settled: Option<Settled>,
    /// Else what it was answered with before: its day is over, or it was said of other facts.
    pub before: Option<Settled>,
}

/// How a finding was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    pub verdict: String,
    pub reason: String,
    pub until: Option<Day>,
    pub by: MemberId,
    pub at: At,
    /// The tension that was made of it. While that is open the answer holds.
    pub became: Option<TensionId>,
    /// The texts by which it came up, as they were when it was answered.
    pub texts: Vec<String>,
}

/// An answer holds for the facts that it answered, to the end of its day, and while the tension is open that was made of
/// it.
const SETTLED: &str = "LEFT JOIN settlement s ON s.finding = f.key AND s.facts = f.fingerprint
    AND (s.until IS NULL OR s.until >= ?2)
    AND (s.became IS NULL OR EXISTS (SELECT 1 FROM tension t WHERE t.id = s.became AND t.closed IS NULL))";
const COLUMNS: &str = "f.key, f.rule, f.facts, f.holds_from, f.holds_until, s.id IS NOT NULL, a.verdict, a.reason, a.until, a.author, a.at, a.became, a.texts";
/// The answer, whether it holds or not.
const ANSWERED: &str = "LEFT JOIN settlement a ON a.finding = f.key";
/// Of a rule, and not answered.
const OPEN: &str = "s.id IS NULL AND f.rule = ?4";
/// Of a rule, and answered.
const SETTLED_ONES: &str = "s.id IS NOT NULL AND f.rule = ?4";
/// Beyond this many nobody counts: the screen says "999+".
pub const COUNTED: i64 = 1_000;

impl Store {
    /// Looks at everything anew, in a transaction of its own.
    pub fn recheck_all(&mut self) -> Result<(), StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        recheck_all(&transaction)?;
        Ok(transaction.commit()?)
    }

    /// What the rules find in tasks and would not look for, because they think at a glance that nothing can be there:
    /// always nothing, or the glance of a rule is wrong. Reads every task; a test asks it.
    pub fn overlooked_findings(&self) -> Result<Vec<Finding>, StoreError> {
        scene::overlooked(self.tables()?)
    }

    /// The findings that hold at `now` and are not answered, the most surprising first.
    pub fn findings(&self, now: At, today: Day, most: usize) -> Result<Vec<CurrentFinding>, StoreError> {
        self.by_rule(OPEN, Rule::ALL, now, today, most)
    }

    /// The same of one rule, in the order in which they came to hold.
    pub fn findings_of(
        &self,
        rule: &'static Rule,
        now: At,
        today: Day,
        most: usize,
    ) -> Result<Vec<CurrentFinding>, StoreError> {
        self.by_rule(OPEN, &[rule], now, today, most)
    }

    /// The findings that hold at `now` and are answered.
    pub fn settled(&self, now: At, today: Day, most: usize) -> Result<Vec<CurrentFinding>, StoreError> {
        self.by_rule(SETTLED_ONES, Rule::ALL, now, today, most)
    }

    /// The findings, answered or not, that speak of a subject.
    pub fn findings_about(
        &self,
        id: SubjectId,
        now: At,
        today: Day,
    ) -> Result<Vec<CurrentFinding>, StoreError> {
        let about = format!("f.key IN (SELECT key FROM finding_about WHERE subject = x'{}')", id.0.simple());
        self.held(&about, &in_order_of_rules(), now, today, "", 50)
    }

    /// The findings whose keys begin so, answered or not.
    pub fn findings_with_key(
        &self,
        prefix: &str,
        now: At,
        today: Day,
    ) -> Result<Vec<CurrentFinding>, StoreError> {
        // Keys are letters, digits, ':' and '-', which all stand before '~'.
        let which = "f.key >= ?4 AND f.key < ?4 || '~'";
        self.held(which, &in_order_of_rules(), now, today, prefix, 20)
    }

    /// The findings of some rules, rule by rule: the index has those that hold by now at the beginning of each.
    fn by_rule(
        &self,
        which: &str,
        rules: &[&Rule],
        now: At,
        today: Day,
        most: usize,
    ) -> Result<Vec<CurrentFinding>, StoreError> {
        let mut found = Vec::new();
        for rule in rules {
            if found.len() == most {
                break;
            }
            let (order, rest) = ("f.holds_from, f.key", most - found.len());
            found.extend(self.held(which, order, now, today, rule.as_str(), rest)?);
        }
        Ok(found)
    }

    /// `word` is the fourth variable of `which`, where that has one.
    fn held(
        &self,
        which: &str,
        order: &str,
        now: At,
        today: Day,
        word: &str,
        most: usize,
    ) -> Result<Vec<CurrentFinding>, StoreError> {
        let mut statement = self.tables()?.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM finding f {SETTLED} {ANSWERED}
              WHERE f.holds_from <= ?1 AND f.holds_until > ?1 AND {which} AND ?4 = ?4
              ORDER BY {order} LIMIT ?3"
        ))?;
        let day = today.to_string();
        let mut rows = statement.query(params![now, day, i64::try_from(most).unwrap_or(i64::MAX), word])?;
        let mut held = Vec::new();
        while let Some(row) = rows.next()? {
            let word: String = row.get(1)?;
            // A rule of a newer version: its findings are not ours to show.
            let Some(rule) = Rule::named(&word) else { continue };
            let facts: String = row.get(2)?;
            let finding = Finding {
                rule,
                key: row.get(0)?,
                facts: serde_json::from_str(&facts).map_err(|_| StoreError::damaged())?,
                from: row.get(3)?,
                until: row.get(4)?,
            };
            let answer = match row.get::<_, Option<String>>(6)? {
                None => None,
                Some(verdict) => Some(Settled {
                    verdict,
                    reason: row.get(7)?,
                    until: super::codec::read_day(row.get(8)?),
                    by: row.get(9)?,
                    at: row.get(10)?,
                    became: row.get(11)?,
                    texts: serde_json::from_str(&row.get::<_, String>(12)?)
                        .map_err(|_| StoreError::damaged())?,
                }),
            };
            let (settled, before) = if row.get(5)? { (answer, None) } else { (None, answer) };
            held.push(CurrentFinding { finding, settled, before });
        }
        Ok(held)
    }

    /// How many findings hold at `now` and are not answered; counted up to [`COUNTED`].
    pub fn finding_count(&self, now: At, today: Day) -> Result<i64, StoreError> {
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM finding f {SETTLED}
              WHERE f.holds_from <= ?1 AND f.holds_until > ?1 AND s.id IS NULL LIMIT {COUNTED})"
        );
        let mut statement = self.tables()?.prepare_cached(&sql)?;
        Ok(statement.query_row(params![now, today.to_string()], |row| row.get(0)).optional()?.unwrap_or(0))
    }
}

/// In the order of the table of rules as it is now: no row says where its rule stood when it was kept. Those of rules
/// that are not known come last.
fn in_order_of_rules() -> String {
    let places = Rule::ALL.iter().enumerate();
    let places: String =
        places.map(|(place, rule)| format!(" WHEN '{}' THEN {place}", rule.as_str())).collect();
    format!("CASE f.rule{places} ELSE {} END, f.holds_from, f.key", Rule::ALL.len())
}

/// The kinds of ids that anchors are made from, where a query yields them.
fn goal_anchor(id: GoalId) -> Touch {
    Touch::Anchor(Anchor::Goal(id))
}

fn role_anchor(id: RoleId) -> Touch {
    Touch::Anchor(Anchor::Role(id))
}
