//! How a list is arranged: in groups, one after the other, each sorted.

use std::collections::HashMap;

use rusqlite::types::Value;
use uuid::Uuid;

use super::condition::blob;
use super::filter::{Filter, Test};
use crate::domain::id::{GoalId, MemberId, RoleId};
use crate::domain::query::Sense;
use crate::domain::task::State;
use crate::store::{Store, StoreError, project};

/// By what live tasks are put together. What is finished is always one group, behind them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    #[default]
    State,
    Goal,
    Role,
    /// The first of those who lead it.
    Lead,
    Nothing,
}

/// By what the tasks of a group are sorted. What is finished is sorted by when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// The pull order.
    #[default]
    Pull,
    /// What is due first; what has no day last, in pull order.
    Due,
    /// What stands longest in its state first.
    Age,
}

/// The arrangement of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    pub grouping: Grouping,
    pub order: Order,
    /// The groups that stand as one line each.
    pub folded: Vec<Group>,
}

/// Tasks that stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    State(State),
    Goal(Option<GoalId>),
    Role(Option<RoleId>),
    Lead(Option<MemberId>),
    /// Everything live.
    Live,
    Finished,
}

/// A group as its heading says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    pub group: Group,
    /// What its goal, role or lead is called.
    pub name: Option<String>,
    /// How many tasks of it pass the filter, where that is known without counting.
    pub count: Option<i64>,
}

/// How a group is walked.
#[derive(Clone)]
pub(super) struct Section {
    pub heading: Heading,
    pub is_folded: bool,
    /// What holds its tasks together, besides the condition.
    pub column: &'static str,
    pub value: Value,
    /// The columns that sort it, besides the id.
    pub keys: &'static [&'static str],
    pub descending: bool,
    pub index: &'static str,
}

impl Grouping {
    pub const ALL: [Grouping; 5] =
        [Grouping::State, Grouping::Goal, Grouping::Role, Grouping::Lead, Grouping::Nothing];

    /// The word for it in commands and settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Grouping::State => "state",
            Grouping::Goal => "goal",
            Grouping::Role => "role",
            Grouping::Lead => "lead",
            Grouping::Nothing => "none",
        }
    }
}

impl Grouping {
    /// The grouping of that word.
    pub fn named(word: &str) -> Option<Grouping> {
        Grouping::ALL.into_iter().find(|grouping| grouping.as_str() == word)
    }
}

impl Order {
    /// The order of that word.
    pub fn named(word: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.as_str() == word)
    }

    pub const ALL: [Order; 3] = [Order::Pull, Order::Due, Order::Age];

    /// The word for it in commands and settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Order::Pull => "pull",
            Order::Due => "due",
            Order::Age => "age",
        }
    }

    fn keys(self) -> &'static [&'static str] {
        match self {
            Order::Pull => &["rank"],
            Order::Due => &["due_key", "rank"],
            Order::Age => &["since"],
        }
    }
}

fn index(grouping: Grouping, order: Order) -> &'static str {
    match (grouping, order) {
        (Grouping::State, Order::Pull) => "task_order",
        (Grouping::State, Order::Due) => "task_state_due",
        (Grouping::State, Order::Age) => "task_state_since",
        (Grouping::Goal, Order::Pull) => "task_goal_rank",
        (Grouping::Goal, Order::Due) => "task_goal_due",
        (Grouping::Goal, Order::Age) => "task_goal_since",
        (Grouping::Role, Order::Pull) => "task_role_rank",
        (Grouping::Role, Order::Due) => "task_role_due",
        (Grouping::Role, Order::Age) => "task_role_since",
        (Grouping::Lead, Order::Pull) => "task_lead_rank",
        (Grouping::Lead, Order::Due) => "task_lead_due",
        (Grouping::Lead, Order::Age) => "task_lead_since",
        (Grouping::Nothing, Order::Pull) => "task_rank",
        (Grouping::Nothing, Order::Due) => "task_due_rank",
        (Grouping::Nothing, Order::Age) => "task_since",
    }
}

/// The column and the value that hold a group together.
fn bond(group: Group) -> (&'static str, Value) {
    let of = |id: Option<Uuid>| id.map_or(Value::Null, blob);
    match group {
        Group::State(state) => ("list", project::list(state).into()),
        Group::Finished => ("list", super::FINISHED.into()),
        Group::Goal(id) => ("goal", of(id.map(|id| id.0))),
        Group::Role(id) => ("role", of(id.map(|id| id.0))),
        Group::Lead(id) => ("lead", of(id.map(|id| id.0))),
        Group::Live => ("", Value::Null),
    }
}

impl Store {
    /// The groups of a list in their order, and how each is walked; those that hold nothing are left out where that is
    /// known.
    pub(super) fn sections(&self, filter: &Filter) -> Result<Vec<Section>, StoreError> {
        let (grouping, order) = (filter.arrangement.grouping, filter.arrangement.order);
        let lists = filter.lists();
        let is_live = lists.iter().any(|list| *list < super::FINISHED);
        let mut headings = match grouping {
            _ if !is_live => Vec::new(),
            Grouping::State => {
                let states = [State::Doing, State::Review, State::Open];
                let shown = states.into_iter().filter(|state| lists.contains(&project::list(*state)));
                shown.map(|state| Heading { group: Group::State(state), name: None, count: None }).collect()
            }
            Grouping::Nothing => vec![Heading { group: Group::Live, name: None, count: None }],
            Grouping::Goal => self.headings(
                "goal",
                "SELECT id, title FROM goal
                  ORDER BY state <> 'active', state <> 'proposed', horizon, coalesce(due, '9'), folded, id",
                |id| Group::Goal(id.map(GoalId)),
            )?,
            Grouping::Role => {
                self.headings("role", "SELECT id, name FROM role ORDER BY folded, id", |id| {
                    Group::Role(id.map(RoleId))
                })?
            }
            Grouping::Lead => {
                self.headings("lead", "SELECT id, name FROM member ORDER BY folded, id", |id| {
                    Group::Lead(id.map(MemberId))
                })?
            }
        };
        headings.retain(|heading| filter.may_hold(heading.group));
        if lists.contains(&super::FINISHED) {
            headings.push(Heading { group: Group::Finished, name: None, count: None });
        }
        let section = |heading: Heading| {
            let (column, value) = bond(heading.group);
            let is_folded = filter.arrangement.folded.contains(&heading.group);
            match heading.group {
                Group::Finished => Section {
                    heading,
                    is_folded,
                    column,
                    value,
                    keys: &["since"],
                    descending: true,
                    index: "task_finished",
                },
                _ => Section {
                    heading,
                    is_folded,
                    column,
                    value,
                    keys: order.keys(),
                    descending: false,
                    index: index(grouping, order),
                },
            }
        };
        Ok(headings.into_iter().map(section).collect())
    }

    /// The groups that hold live tasks, by their kept counts: in the order of a query, then those whose records have not
    /// come yet, and at last what belongs to none.
    fn headings(
        &self,
        kind: &str,
        sql: &str,
        group: fn(Option<Uuid>) -> Group,
    ) -> Result<Vec<Heading>, StoreError> {
        let mut counts = self.counts_in(kind)?;
        let none = counts.remove("-");
        let mut headings = Vec::with_capacity(counts.len() + 1);
        let mut statement = self.tables()?.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: crate::domain::id::SubjectId = row.get(0)?;
            if let Some(count) = counts.remove(&id.0.simple().to_string()) {
                headings.push(Heading { group: group(Some(id.0)), name: row.get(1)?, count: Some(count) });
            }
        }
        let mut unknown: Vec<_> = counts.into_iter().collect();
        unknown.sort();
        for (id, count) in unknown {
            if let Ok(id) = Uuid::parse_str(&id) {
                headings.push(Heading { group: group(Some(id)), name: None, count: Some(count) });
            }
        }
        headings.extend(none.map(|count| Heading { group: group(None), name: None, count: Some(count) }));
        Ok(headings)
    }

    /// The kept counts of live tasks by goal, role or lead.
    fn counts_in(&self, kind: &str) -> Result<HashMap<String, i64>, StoreError> {
        let mut statement = self
            .tables()?
            .prepare_cached("SELECT name, n FROM tally WHERE name >= ?1 AND name < ?2 AND n > 0")?;
        let prefix = format!("in:{kind}:");
        let end = format!("in:{kind};");
        let mut rows = statement.query([&prefix, &end])?;
        let mut counts = HashMap::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            counts.insert(name[prefix.len()..].to_owned(), row.get(1)?);
        }
        Ok(counts)
    }
}

impl Filter {
    /// Whether a group can hold anything that passes: a filter for some goals leaves only theirs.
    fn may_hold(&self, group: Group) -> bool {
        let goal = self.goal.map(|goal| vec![Test::Goal(Some(goal))]);
        let role = self.role.map(|role| vec![Test::Role(Some(role))]);
        let terms = self.terms.iter().filter(|term| term.sense == Sense::Is).map(|term| term.any.clone());
        goal.into_iter().chain(role).chain(terms).all(|any| {
            let goals = any.iter().all(|test| matches!(test, Test::Goal(_)));
            let roles = any.iter().all(|test| matches!(test, Test::Role(_)));
            match group {
                Group::Goal(goal) if goals => any.contains(&Test::Goal(goal)),
                Group::Role(role) if roles => any.contains(&Test::Role(role)),
                Group::Lead(Some(_)) => !any.iter().all(|test| matches!(test, Test::Lead(None))),
                _ => true,
            }
        })
    }
}
