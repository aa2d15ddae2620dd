//! A filter as the condition that the database understands.
//!
//! Where one of its parts is known to leave few tasks, these are looked up by an index and sorted; else the list is
//! walked in its own order, by an index that holds what most parts ask for, and a screen is soon full.
//!
//! A plus before a column keeps SQLite from choosing an index for it: which one is walked is decided here.

use std::collections::HashSet;

use rusqlite::types::Value;

use super::few::Side;
use super::filter::{Filter, SKILLS, TAGS, Term, Test};
use crate::domain::folding::tokens;
use crate::domain::id::{MemberId, TaskId};
use crate::domain::query::Sense;
use crate::store::codec::day;
use crate::store::{Store, StoreError};

/// A part of a WHERE clause with its values.
#[derive(Clone)]
pub(super) struct Conditions {
    pub sql: String,
    pub values: Vec<Value>,
    /// Whether it names the few tasks that can pass: then they are looked up and sorted, and no list is walked.
    pub names_few: bool,
    /// The index over just the tasks that pass, in the order of the lists, where one part is all there is.
    pub index: Option<&'static str>,
    /// What all that pass have in common, where an index holds them together in pull order.
    pub shared: Option<Shared>,
}

/// A column, the value that it has in all tasks that pass, and the indexes that hold these together in pull order: all of
/// them, and list by list.
#[derive(Clone)]
pub(super) struct Shared {
    pub column: &'static str,
    pub value: Value,
    pub index: &'static str,
    pub by_list: &'static str,
}

pub(super) fn blob(id: uuid::Uuid) -> Value {
    Value::Blob(id.as_bytes().to_vec())
}

pub(super) fn blobs(ids: impl IntoIterator<Item = uuid::Uuid>) -> String {
    ids.into_iter().map(|id| format!("x'{}'", id.simple())).collect::<Vec<_>>().join(",")
}

impl Conditions {
    fn add(&mut self, sql: &str) {
        if !self.sql.is_empty() {
            self.sql.push_str(" AND ");
        }
        self.sql.push_str(sql);
    }

    /// The place of a value.
    pub fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }
}

impl Filter {
    /// All that has to hold, as terms.
    pub(super) fn all_terms(&self) -> Vec<Term> {
        let one = |test: Test| Term { sense: Sense::Is, any: vec![test] };
        let mut terms = Vec::new();
        terms.extend(self.unclaimed.then(|| one(Test::Lead(None))));
        terms.extend(self.blocked.then(|| one(Test::Blocked)));
        terms.extend(self.state.map(|state| one(Test::State(state))));
        terms.extend(self.claimed_by.map(|member| one(Test::Who(Some(member)))));
        terms.extend(self.role.map(|role| one(Test::Role(Some(role)))));
        terms.extend(self.goal.map(|goal| one(Test::Goal(Some(goal)))));
        terms.extend(self.tag.clone().map(|tag| one(Test::Tag(Some(tag)))));
        terms.extend(self.text.split_whitespace().map(|word| one(Test::Words(word.to_owned()))));
        terms.extend(self.terms.iter().cloned());
        // Signs alone say nothing.
        let says = |test: &Test| !matches!(test, Test::Words(words) if tokens(words).is_empty());
        terms.retain(|term| term.any.iter().all(says));
        terms
    }
}

impl Term {
    /// What all that pass have in common because of it.
    fn shared(&self) -> Option<Shared> {
        let (column, id, index, by_list) = match (self.sense, self.any.as_slice()) {
            (Sense::Is, [Test::Goal(Some(goal))]) => ("goal", goal.0, "task_goal_rank", "task_goal_list"),
            (Sense::Is, [Test::Role(Some(role))]) => ("role", role.0, "task_role_rank", "task_role_list"),
            _ => return None,
        };
        Some(Shared { column, value: blob(id), index, by_list })
    }
}

impl Store {
    /// The condition of a filter.
    pub(super) fn conditions(&self, filter: &Filter) -> Result<Conditions, StoreError> {
        let terms = filter.all_terms();
        let side = Side::of(&filter.lists());
        let mut conditions = Conditions {
            sql: String::new(),
            values: Vec::new(),
            names_few: false,
            index: None,
            shared: None,
        };
        // The partial indexes of live tasks are only taken where it is plain that only these are asked for.
        conditions.add(match side {
            Side::Live => "t.list < 9",
            Side::Finished => "t.list = 9",
            Side::Both => "t.list <= 9",
        });
        let mut few: Option<HashSet<TaskId>> = None;
        let mut keep = |found: HashSet<TaskId>| {
            few = Some(match few.take() {
                Some(few) => few.intersection(&found).copied().collect(),
                None => found,
            });
        };
        let mut dense_words = Vec::new();
        for term in &terms {
            if term.sense == Sense::Is
                && let Some(found) = self.few(term, side, filter.arrangement.order)?
            {
                keep(found);
                continue;
            }
            if let (Sense::Is, [Test::Words(words)]) = (term.sense, term.any.as_slice()) {
                dense_words.push(words.as_str());
            }
            let mut tests = Vec::with_capacity(term.any.len());
            for test in &term.any {
                tests.push(self.condition(test, &mut conditions)?);
            }
            let tests = tests.join(" OR ");
            conditions.add(&match term.sense {
                Sense::Is => format!("({tests})"),
                Sense::Not => format!("NOT ({tests})"),
            });
        }
        // Words that many tasks hold may be together in few, or in none.
        if few.is_none()
            && dense_words.len() > 1
            && let Some(found) = self.few_with_all(&dense_words)?
        {
            few = Some(found);
        }
        if let Some(few) = few {
            let mut ids: Vec<_> = few.into_iter().map(|id| id.0).collect();
            ids.sort_unstable();
            conditions.add(&format!("t.id IN ({})", blobs(ids)));
            conditions.names_few = true;
            return Ok(conditions);
        }
        if side == Side::Live {
            conditions.shared = terms.iter().find_map(Term::shared);
        }
        if let ([Term { sense: Sense::Is, any }], Side::Live) = (terms.as_slice(), side) {
            conditions.index = match any.as_slice() {
                [Test::Lead(None)] => Some("task_free"),
                [Test::Blocked] => Some("task_blocked"),
                [Test::Twice] => Some("task_twice"),
                _ => None,
            };
        }
        Ok(conditions)
    }

    /// What a test asks of a row `t`. Never NULL: it may be negated.
    fn condition(&self, test: &Test, conditions: &mut Conditions) -> Result<String, StoreError> {
        // The first of the live leads stands in the index; whoever else claims a task is looked for only where there is
        // somebody else. Of a finished task those are said who stayed to the end.
        let mut claimed = |member: &MemberId, part: &str, first: &str, others: &str| {
            let member = conditions.bind(blob(member.0));
            let first = first.replace('?', &member);
            format!(
                "({first}(({others} OR +t.list = 9) AND EXISTS (SELECT 1 FROM claim c
                  WHERE c.task = t.id AND c.member = {member}{part}
                    AND (c.live = 1 OR (t.list = 9 AND coalesce(c.ending, 'done') = 'done')))))"
            )
        };
        Ok(match test {
            Test::Lead(None) => "t.leads = 0".to_owned(),
            Test::Help(None) => "+t.helpers = 0".to_owned(),
            Test::Who(None) => "(+t.leads = 0 AND +t.helpers = 0)".to_owned(),
            Test::Lead(Some(member)) => {
                claimed(member, " AND c.part = 'lead'", "+t.lead IS ? OR ", "+t.leads > 1")
            }
            Test::Help(Some(member)) => claimed(member, " AND c.part = 'helper'", "", "+t.helpers > 0"),
            Test::Who(Some(member)) => {
                claimed(member, "", "+t.lead IS ? OR ", "+t.leads > 1 OR +t.helpers > 0")
            }
            Test::Blocked => "t.blocked > 0".to_owned(),
            Test::Twice => "t.twice = 1".to_owned(),
            Test::Finished => "+t.list = 9".to_owned(),
            Test::Quiet(now) => {
                let now = conditions.bind(now.0);
                format!("(+t.blocked = 0 AND +t.list < 9 AND coalesce(t.lease < {now}, 0))")
            }
            Test::Parked(today) => {
                let today = conditions.bind(day(Some(*today)));
                format!("(+t.list < 9 AND coalesce(+t.parked > {today}, 0))")
            }
            Test::Offered(since) => {
                let since = conditions.bind(since.0);
                format!(
                    "(+t.list < 9 AND EXISTS (SELECT 1 FROM handover h
                      WHERE h.task = t.id AND h.reply IS NULL AND h.at >= {since}))"
                )
            }
            Test::State(state) => {
                let state = conditions.bind(state.as_str().to_owned());
                format!("+t.state = {state}")
            }
            Test::Goal(goal) => {
                let goal = conditions.bind(goal.map_or(Value::Null, |goal| blob(goal.0)));
                format!("+t.goal IS {goal}")
            }
            Test::Role(role) => {
                let role = conditions.bind(role.map_or(Value::Null, |role| blob(role.0)));
                format!("+t.role IS {role}")
            }
            Test::Tag(None) => format!("(t.has & {TAGS}) = 0"),
            Test::Skill(None) => format!("(t.has & {SKILLS}) = 0"),
            Test::Tag(Some(tag)) => of_text("task_tag", "tag", tag, conditions),
            Test::Skill(Some(skill)) => of_text("task_skill", "skill", skill, conditions),
            Test::Due(None) => "+t.due IS NULL".to_owned(),
            Test::Due(Some(days)) => {
                let from =
                    days.from.map(|from| format!(" AND +t.due >= {}", conditions.bind(day(Some(from)))));
                let to = days.to.map(|to| format!(" AND +t.due <= {}", conditions.bind(day(Some(to)))));
                format!("(t.due IS NOT NULL{}{})", from.unwrap_or_default(), to.unwrap_or_default())
            }
            Test::Since(from, before) => {
                let from = from.map(|from| format!("+t.since >= {}", conditions.bind(from.0)));
                let before = before.map(|before| format!("+t.since < {}", conditions.bind(before.0)));
                let both: Vec<_> = from.into_iter().chain(before).collect();
                if both.is_empty() { "1".to_owned() } else { format!("({})", both.join(" AND ")) }
            }
            Test::Has(has) => format!("(t.has & {}) <> 0", has.bit()),
            Test::WaitsOn(on) => {
                let on = conditions.bind(blob(on.0));
                format!(
                    "EXISTS (SELECT 1 FROM blocker b WHERE b.task = t.id AND b.live = 1
                      AND (b.on_member = {on} OR b.on_task = {on}))"
                )
            }
            Test::Words(words) => {
                let people = blobs(self.called(words)?.into_iter().map(|id| id.0));
                let words = conditions.bind(tokens(words));
                let claimed = match people.as_str() {
                    "" => String::new(),
                    people => format!(
                        " OR EXISTS (SELECT 1 FROM claim c
                          WHERE c.task = t.id AND c.live = 1 AND c.member IN ({people}))"
                    ),
                };
                format!("(instr(t.line, {words}) > 0{claimed})")
            }
        })
    }
}

fn of_text(table: &str, column: &str, text: &str, conditions: &mut Conditions) -> String {
    let text = conditions.bind(text.to_owned());
    format!("EXISTS (SELECT 1 FROM {table} x WHERE x.task = t.id AND +x.{column} = {text})")
}
