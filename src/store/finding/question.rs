//! The rows in which the board asks: a finding, or all those of a rule where there are several.

use rusqlite::{Statement, params};

use super::{COUNTED, CurrentFinding, SETTLED};
use crate::domain::calendar::{At, Day};
use crate::domain::terms::Terms;
use crate::insight::{FindingKind, Group, MANY, NAMED, Rule};
use crate::store::{Store, StoreError};

/// A row in which the board asks something.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    One(Box<CurrentFinding>),
    Many(Group),
}

impl Question {
    pub fn rule(&self) -> &'static Rule {
        match self {
            Question::One(held) => held.finding.rule,
            Question::Many(group) => group.rule,
        }
    }

    /// Since when it is so, the oldest of several.
    pub fn since(&self) -> Option<At> {
        match self {
            Question::One(held) => held.finding.since(),
            Question::Many(group) => group.since(),
        }
    }

    /// Why it is asked, in a sentence.
    pub fn why(&self, terms: &Terms) -> String {
        match self {
            Question::One(held) => held.finding.why(terms),
            Question::Many(group) => group.why(terms),
        }
    }
}

impl Store {
    /// All that the board asks at `now`, the most surprising first. However much there is, these are few rows.
    pub fn questions(&self, now: At, today: Day) -> Result<Vec<Question>, StoreError> {
        let mut questions = Vec::new();
        for rule in Rule::ALL {
            let held = self.findings_of(rule, now, today, NAMED)?;
            if rule.has_groups() && held.len() >= MANY {
                questions.push(Question::Many(self.group(rule, held, now, today)?));
            } else {
                questions.extend(held.into_iter().map(|held| Question::One(Box::new(held))));
            }
        }
        Ok(questions)
    }

    /// The same, the first of every kind before the second of any, so that many of one kind do not hide the others.
    pub fn foremost_questions(&self, now: At, today: Day) -> Result<Vec<Question>, StoreError> {
        let mut kinds: Vec<Vec<Question>> = FindingKind::ALL.iter().map(|_| Vec::new()).collect();
        for question in self.questions(now, today)? {
            let place = FindingKind::ALL.iter().position(|kind| *kind == question.rule().kind());
            kinds[place.expect("every kind is among all of them")].push(question);
        }
        let mut kinds: Vec<_> = kinds.into_iter().map(Vec::into_iter).collect();
        let mut foremost = Vec::new();
        loop {
            let had = foremost.len();
            foremost.extend(kinds.iter_mut().filter_map(Iterator::next));
            if foremost.len() == had {
                return Ok(foremost);
            }
        }
    }

    /// How many rows that are.
    pub fn question_count(&self, now: At, today: Day) -> Result<i64, StoreError> {
        let sql = format!("SELECT count(*) FROM ({} LIMIT {MANY})", of_rule("1"));
        let mut statement = self.tables()?.prepare_cached(&sql)?;
        let mut all = 0;
        for rule in Rule::ALL {
            let count: i64 =
                statement.query_row(params![now, today.to_string(), rule.as_str()], |row| row.get(0))?;
            all += if rule.has_groups() && count >= MANY as i64 { 1 } else { count };
        }
        Ok(all)
    }

    fn group(
        &self,
        rule: &'static Rule,
        held: Vec<CurrentFinding>,
        now: At,
        today: Day,
    ) -> Result<Group, StoreError> {
        let sql = format!(
            "SELECT member, count(*) FROM ({} LIMIT {COUNTED}) GROUP BY member ORDER BY member",
            of_rule("f.member AS member")
        );
        let mut statement: rusqlite::CachedStatement<'_> = self.tables()?.prepare_cached(&sql)?;
        let (mut members, mut count) = (Vec::new(), 0);
        let mut rows = Statement::query(&mut statement, params![now, today.to_string(), rule.as_str()])?;
        while let Some(row) = rows.next()? {
            let of: u32 = row.get(1)?;
            count += of;
            members.extend(row.get::<_, Option<_>>(0)?.map(|member| (member, of)));
        }
        let first = held.into_iter().map(|held| held.finding).collect();
        Ok(Group { rule, count, has_more: i64::from(count) >= COUNTED, members, first })
    }
}

/// The findings of the rule `?3` that hold at `?1` and are not answered on the day `?2`.
fn of_rule(column: &str) -> String {
    format!(
        "SELECT {column} FROM finding f {SETTLED}
          WHERE f.rule = ?3 AND f.holds_from <= ?1 AND f.holds_until > ?1 AND s.id IS NULL"
    )
}
