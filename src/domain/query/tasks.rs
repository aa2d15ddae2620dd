//! The keys over tasks.

use super::vocabulary::{Choice, Row, Takes, Vocabulary};
use crate::words::{Words, words};

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

macro_rules! doc {
    ($name:ident) => {
        || Words::$name(words())
    };
}

const ME: Choice = Choice { word: "me", doc: doc!(filter_me) };
const NOBODY: Choice = Choice { word: "none", doc: doc!(filter_nobody) };
const NONE: Choice = Choice { word: "none", doc: doc!(filter_none) };

const IS: &[Choice] = &[
    Choice { word: "mine", doc: doc!(filter_is_mine) },
    Choice { word: "free", doc: doc!(filter_is_free) },
    Choice { word: "blocked", doc: doc!(filter_is_blocked) },
    Choice { word: "overdue", doc: doc!(filter_is_overdue) },
    Choice { word: "quiet", doc: doc!(filter_is_quiet) },
    Choice { word: "parked", doc: doc!(filter_is_parked) },
    Choice { word: "offered", doc: doc!(filter_is_offered) },
    Choice { word: "twice", doc: doc!(filter_is_twice) },
    Choice { word: "finished", doc: doc!(filter_is_finished) },
];

const STATES: &[Choice] = &[
    Choice { word: "open", doc: doc!(filter_state_open) },
    Choice { word: "doing", doc: doc!(filter_state_doing) },
    Choice { word: "review", doc: doc!(filter_state_review) },
    Choice { word: "done", doc: doc!(filter_state_done) },
    Choice { word: "dropped", doc: doc!(filter_state_dropped) },
];

const HAS: &[Choice] = &[
    Choice { word: "notes", doc: doc!(filter_has_notes) },
    Choice { word: "links", doc: doc!(filter_has_links) },
    Choice { word: "blocker", doc: doc!(filter_has_blocker) },
    Choice { word: "next", doc: doc!(filter_has_next) },
    Choice { word: "due", doc: doc!(filter_has_due) },
    Choice { word: "remarks", doc: doc!(filter_has_remarks) },
];

const GROUPS: &[Choice] = &[
    Choice { word: "state", doc: doc!(group_by_state) },
    Choice { word: "goal", doc: doc!(group_by_goal) },
    Choice { word: "role", doc: doc!(group_by_role) },
    Choice { word: "lead", doc: doc!(group_by_lead) },
    Choice { word: "none", doc: doc!(group_by_nothing) },
];

const ORDERS: &[Choice] = &[
    Choice { word: "pull", doc: doc!(group_order_pull) },
    Choice { word: "due", doc: doc!(group_order_due) },
    Choice { word: "age", doc: doc!(group_order_age) },
];

const fn row(
    key: &'static str,
    doc: fn() -> String,
    choices: &'static [Choice],
    takes: Takes,
    example: &'static str,
) -> Row {
    Row { key, doc, choices, takes, example }
}

/// The keys with what they mean and take, as a Markdown table: the README's list.
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
        (Key::Lead, row("lead", doc!(filter_key_lead), &[ME, NOBODY], Takes::Member, "me")),
        (Key::Help, row("help", doc!(filter_key_help), &[ME, NOBODY], Takes::Member, "budi")),
        (Key::Who, row("who", doc!(filter_key_who), &[ME, NOBODY], Takes::Member, "ayu,budi")),
        (Key::Is, row("is", doc!(filter_key_is), IS, Takes::Choices, "blocked")),
        (Key::State, row("state", doc!(filter_key_state), STATES, Takes::State, "open,doing")),
        (Key::Goal, row("goal", doc!(filter_key_goal), &[NONE], Takes::Goal, "store")),
        (Key::Role, row("role", doc!(filter_key_role), &[NONE], Takes::Role, "treasurer")),
        (Key::Due, row("due", doc!(filter_key_due), &[NONE], Takes::Day, "<fri")),
        (Key::Tag, row("tag", doc!(filter_key_tag), &[NONE], Takes::Tag, "legal")),
        (Key::Skill, row("skill", doc!(filter_key_skill), &[NONE], Takes::Skill, "sql")),
        (Key::Since, row("since", doc!(filter_key_since), &[], Takes::Since, "mon")),
        (Key::Age, row("age", doc!(filter_key_age), &[], Takes::Age, ">3d")),
        (Key::Has, row("has", doc!(filter_key_has), HAS, Takes::Choices, "notes")),
        (Key::Waits, row("waits", doc!(filter_key_waits), &[ME], Takes::MemberOrTask, "dewi")),
        (Key::Group, row("group", doc!(group_key_group), GROUPS, Takes::Choices, "goal")),
        (Key::Order, row("order", doc!(group_key_order), ORDERS, Takes::Choices, "due")),
    ],
};
