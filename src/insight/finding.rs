//! A finding as a value: which rule, about what, and from when on it holds.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Rule;
use super::likeness::gist;
use crate::domain::calendar::{At, Day};
use crate::domain::id::{AgreementId, DecisionId, GoalId, MemberId, RoleId, SubjectId, SubjectRef, TaskId};
use crate::domain::names::Names;
use crate::domain::terms::Terms;
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

/// A finding in one sentence, as of `now`: facts, never blame. One about a single task ends with its title, where it is
/// the first to give way: a handle alone says little to whoever does not have the board in mind.
pub fn line(finding: &Finding, names: &Names, now: At) -> String {
    let line = finding.rule.line(finding, names, now);
    let title = match finding.facts.tasks.first() {
        Some(task) if finding.rule.ends_with_title() => names.name(*task),
        _ => return line,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<AgreementId>,
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
    /// Texts that are alike, by which the question came up: it comes back when one of them says something else, not when
    /// it only says it otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<String>,
    /// How many there are of what the question does not depend on: no part of the fingerprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tally: Option<u32>,
}

impl Facts {
    /// The one thing that it is about.
    pub fn about(&self) -> Option<SubjectRef> {
        let task = self.tasks.first().map(|id| (*id).into());
        let role = self.roles.first().map(|id| (*id).into());
        let goal = self.goals.first().map(|id| (*id).into());
        let decision = self.decisions.first().map(|id| (*id).into());
        let agreement = self.agreements.first().map(|id| (*id).into());
        let member = self.members.first().map(|id| (*id).into());
        task.or(role).or(goal).or(decision).or(agreement).or(member)
    }
}

/// A question that the board asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub rule: &'static Rule,
    /// Stable: `O2:<role>:<role>`, with the smaller id first; a settlement names it.
    pub key: String,
    pub facts: Facts,
    /// The instant from which it is asked; [`At::START`] where it always was. What is shown is [`Finding::since`].
    pub from: At,
    /// The instant from which it holds no more by itself; [`At::NEVER`] where only a change ends it.
    pub until: At,
}

impl Finding {
    /// A finding of `rule` about the subjects whose ids make its key, in this order.
    pub fn new(rule: &'static Rule, about: &[SubjectId], facts: Facts, from: At) -> Finding {
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

    /// Since when it is so, for every age that is shown; nothing where no moment is known, as of a number that is too
    /// high. The facts are older than the question: whoever is asked after three days has waited for three days.
    pub fn since(&self) -> Option<At> {
        Some(self.facts.since.unwrap_or(self.from)).filter(|since| *since > At::START)
    }

    /// Why such a thing is asked, in a sentence.
    pub fn why(&self, terms: &Terms) -> String {
        self.rule.why(&self.facts, terms)
    }

    /// The texts by which it came up: what two roles both say, or what two tasks are called.
    pub fn texts(&self) -> &[String] {
        if self.facts.alike.is_empty() { &self.facts.texts } else { &self.facts.alike }
    }

    /// The fingerprint of the facts: a settlement sticks while it stays the same.
    pub fn fingerprint(&self) -> String {
        let alike = self.facts.alike.iter().map(|text| gist(text)).collect();
        let facts = Facts { alike, tally: None, ..self.facts.clone() };
        let facts = serde_json::to_vec(&facts).expect("facts have text keys and finite numbers");
        Sha256::digest(facts)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Everything that the sentence mentions.
    pub fn mentions(&self) -> Vec<SubjectId> {
        let facts = &self.facts;
        let tasks = facts.tasks.iter().map(|id| SubjectId::from(*id));
        let members = facts.members.iter().map(|id| SubjectId::from(*id));
        let roles = facts.roles.iter().map(|id| SubjectId::from(*id));
        let goals = facts.goals.iter().map(|id| SubjectId::from(*id));
        let decisions = facts.decisions.iter().map(|id| SubjectId::from(*id));
        let agreements = facts.agreements.iter().map(|id| SubjectId::from(*id));
        let aims = roles.chain(goals).chain(decisions).chain(agreements);
        tasks.chain(members).chain(aims).collect()
    }
}
