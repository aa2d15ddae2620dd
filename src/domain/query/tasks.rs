//! The keys over tasks.

use super::vocabulary::{Choice, Row, Takes, Vocabulary, says};
use crate::domain::subject::Kind;

/// What a key asks of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Lead,
    Help,
    Who,
    Is,
    State,
    Goal,
    Role,
    Tag,
    Skill,
    Due,
    Since,
    Age,
    Has,
    Waits,
    /// Not a test: how the list is put together.
    Group,
    Order,
}

const ME: Choice = Choice { word: "me", doc: says!(filter_me) };
const NOBODY: Choice = Choice { word: "none", doc: says!(filter_nobody) };
const NONE: Choice = Choice { word: "none", doc: says!(filter_none) };

const IS: &[Choice] = &[
    Choice { word: "mine", doc: says!(filter_is_mine) },
    Choice { word: "free", doc: says!(filter_is_free) },
    Choice { word: "blocked", doc: says!(filter_is_blocked) },
    Choice { word: "overdue", doc: says!(filter_is_overdue) },
    Choice { word: "quiet", doc: says!(filter_is_quiet) },
    Choice { word: "parked", doc: says!(filter_is_parked) },
    Choice { word: "offered", doc: says!(filter_is_offered) },
    Choice { word: "twice", doc: says!(filter_is_twice) },
    Choice { word: "finished", doc: says!(filter_is_finished) },
];

const STATES: &[Choice] = &[
    Choice { word: "open", doc: says!(filter_state_open) },
    Choice { word: "doing", doc: says!(filter_state_doing) },
    Choice { word: "review", doc: says!(filter_state_review) },
    Choice { word: "done", doc: says!(filter_state_done) },
    Choice { word: "dropped", doc: says!(filter_state_dropped) },
];

const HAS: &[Choice] = &[
    Choice { word: "notes", doc: says!(filter_has_notes) },
    Choice { word: "links", doc: says!(filter_has_links) },
    Choice { word: "blocker", doc: says!(filter_has_blocker) },
    Choice { word: "next", doc: says!(filter_has_next) },
    Choice { word: "due", doc: says!(filter_has_due) },
    Choice { word: "remarks", doc: says!(filter_has_remarks) },
];

const GROUPS: &[Choice] = &[
    Choice { word: "state", doc: says!(group_by_state) },
    Choice { word: "goal", doc: says!(group_by_goal) },
    Choice { word: "role", doc: says!(group_by_role) },
    Choice { word: "lead", doc: says!(group_by_lead) },
    Choice { word: "none", doc: says!(group_by_nothing) },
];

const ORDERS: &[Choice] = &[
    Choice { word: "pull", doc: says!(group_order_pull) },
    Choice { word: "due", doc: says!(group_order_due) },
    Choice { word: "age", doc: says!(group_order_age) },
];

/// The keys with what they mean and take, as a Markdown table: that of `assets/docs/filters.md`.
pub fn markdown() -> String {
    let mut text = String::from("| | |\n|---|---|\n");
    for (_, row) in TASKS.rows {
        let words: Vec<String> = row.choices.iter().map(|choice| format!("`{}`", choice.word)).collect();
        let taken = if words.is_empty() { String::new() } else { format!(": {}", words.join(" ")) };
        text.push_str(&format!("| `{}:{}` | {}{taken} |\n", row.key, row.example, (row.doc)()));
    }
    text
}

/// The keys over tasks, in the order in which they are proposed.
pub static TASKS: Vocabulary<Key> = Vocabulary {
    rows: &[
        (
            Key::Lead,
            Row::new("lead", says!(filter_key_lead), &[ME, NOBODY], Takes::Subject(Kind::Member), "me"),
        ),
        (
            Key::Help,
            Row::new("help", says!(filter_key_help), &[ME, NOBODY], Takes::Subject(Kind::Member), "budi"),
        ),
        (
            Key::Who,
            Row::new("who", says!(filter_key_who), &[ME, NOBODY], Takes::Subject(Kind::Member), "ayu,budi"),
        ),
        (Key::Is, Row::new("is", says!(filter_key_is), IS, Takes::Choices, "blocked")),
        (Key::State, Row::new("state", says!(filter_key_state), STATES, Takes::State, "open,doing")),
        (Key::Goal, Row::new("goal", says!(filter_key_goal), &[NONE], Takes::Subject(Kind::Goal), "store")),
        (
            Key::Role,
            Row::new("role", says!(filter_key_role), &[NONE], Takes::Subject(Kind::Role), "treasurer"),
        ),
        (Key::Due, Row::new("due", says!(filter_key_due), &[NONE], Takes::Day, "<fri")),
        (Key::Tag, Row::new("tag", says!(filter_key_tag), &[NONE], Takes::Tag, "legal")),
        (Key::Skill, Row::new("skill", says!(filter_key_skill), &[NONE], Takes::Skill, "sql")),
        (Key::Since, Row::new("since", says!(filter_key_since), &[], Takes::Since, "mon")),
        (Key::Age, Row::new("age", says!(filter_key_age), &[], Takes::Age, ">3d")),
        (Key::Has, Row::new("has", says!(filter_key_has), HAS, Takes::Choices, "notes")),
        (Key::Waits, Row::new("waits", says!(filter_key_waits), &[ME], Takes::Subject(Kind::Member), "dewi")),
        (Key::Group, Row::new("group", says!(group_key_group), GROUPS, Takes::Choices, "goal")),
        (Key::Order, Row::new("order", says!(group_key_order), ORDERS, Takes::Choices, "due")),
    ],
};
