//! A finding as a value: which rule, about what, and from when on it holds.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{g1, g2, g4, g5, l1, o1, o2, o3, o4, o6, s1, s3, s4, s5, w1, w2};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};
use crate::domain::names::Names;
use crate::words::words;

/// The kinds of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    Overlap,
    Gap,
    Unclear,
    Stale,
    Load,
}

impl FindingKind {
    /// All of them, in the order in which the board asks.
    pub const ALL: [FindingKind; 5] =
        [FindingKind::Overlap, FindingKind::Gap, FindingKind::Stale, FindingKind::Unclear, FindingKind::Load];

    /// The word in tables, filters and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            FindingKind::Overlap => "overlap",
            FindingKind::Gap => "gap",
            FindingKind::Unclear => "unclear",
            FindingKind::Stale => "stale",
            FindingKind::Load => "load",
        }
    }
}

macro_rules! rules {
    ($($rule:ident $file:ident $kind:ident),+ $(,)?) => {
        /// The rules, by their short names. The order is that in which findings are shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($rule),+ }

        impl Rule {
            /// Every rule there is.
            pub const ALL: &[Rule] = &[$(Rule::$rule),+];

            /// The short name, as in keys: `O1`.
            pub fn as_str(self) -> &'static str {
                match self { $(Rule::$rule => stringify!($rule)),+ }
            }

            pub fn kind(self) -> FindingKind {
                match self { $(Rule::$rule => FindingKind::$kind),+ }
            }
        }

        /// A finding in one sentence, as of `now`: facts, never blame.
        fn bare_line(finding: &Finding, names: &Names, now: At) -> String {
            match finding.rule { $(Rule::$rule => $file::line(finding, names, now)),+ }
        }
    };
}

// What is most surprising stands first: two who do the same, then what nobody does, then what waits.
rules! {
    O1 o1 Overlap,
    O4 o4 Overlap,
    O6 o6 Overlap,
    O2 o2 Overlap,
    O3 o3 Overlap,
    G5 g5 Gap,
    G2 g2 Gap,
    G1 g1 Gap,
    G4 g4 Gap,
    W2 w2 Unclear,
    W1 w1 Unclear,
    S4 s4 Stale,
    S3 s3 Stale,
    S5 s5 Unclear,
    S1 s1 Stale,
    L1 l1 Load,
}

/// A finding in one sentence, as of `now`: facts, never blame. One about a single task ends with its title, where it is
/// the first to give way: a handle alone says little to whoever does not have the board in mind.
pub fn line(finding: &Finding, names: &Names, now: At) -> String {
    let line = bare_line(finding, names, now);
    let title = match (finding.rule, finding.facts.tasks.first()) {
        (Rule::O4 | Rule::O6 | Rule::W2 | Rule::L1, _) | (_, None) => return line,
        (_, Some(task)) => names.name(*task),
    };
    match title.char_indices().nth(TITLE_SHOWN) {
        Some((end, _)) => words().finding_titled_cut(line, &title[..end]),
        None => words().finding_titled(line, title),
    }
}

/// So many characters of a title say which task is meant.
const TITLE_SHOWN: usize = 60;

/// What a finding speaks of. Every rule fills what it needs; `line` reads it back.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<TaskId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<MemberId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<GoalId>,
    /// Since when, for ages: of the facts, not of the finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<At>,
    /// A second moment where a rule speaks of two, such as the end of a lease.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<At>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
}

/// A question that the board asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub rule: Rule,
    /// Stable: `O2:<role>:<role>`, with the smaller id first; a settlement names it.
    pub key: String,
    pub facts: Facts,
    /// The instant from which it holds.
    pub from: At,
    /// The instant from which it holds no more by itself; [`At::NEVER`] where only a change ends it.
    pub until: At,
}

impl Finding {
    /// A finding of `rule` about the subjects whose ids make its key, in this order.
    pub fn new(rule: Rule, about: &[SubjectId], facts: Facts, from: At) -> Finding {
        let mut key = rule.as_str().to_owned();
        for id in about {
            key.push(':');
            key.push_str(&id.to_string());
        }
        Finding { rule, key, facts, from, until: At::NEVER }
    }

    /// The same, holding only until a moment.
    pub fn until(self, until: At) -> Finding {
        Finding { until, ..self }
    }

    /// The fingerprint of the facts: a settlement sticks while it stays the same.
    pub fn fingerprint(&self) -> String {
        let facts = serde_json::to_vec(&self.facts).expect("facts have text keys and finite numbers");
        Sha256::digest(facts)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Everything that the sentence mentions.
    pub fn mentions(&self) -> Vec<SubjectId> {
        let facts = &self.facts;
        let tasks = facts.tasks.iter().map(|id| SubjectId::from(*id));
        let members = facts.members.iter().map(|id| SubjectId::from(*id));
        let roles = facts.roles.iter().map(|id| SubjectId::from(*id));
        let goals = facts.goals.iter().map(|id| SubjectId::from(*id));
        tasks.chain(members).chain(roles).chain(goals).collect()
    }
}
