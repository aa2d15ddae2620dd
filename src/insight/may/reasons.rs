//! What of the board bears on a question, and how much.
//!
//! Each kind of thing says in one function here by how much it has to cover the question to decide something.

use super::known::{Ended, Known, KnownAgreement, KnownDecision, KnownRole, KnownTask};
use super::{Question, amount, cover};
use crate::domain::agreement::Way;
use crate::domain::calendar::At;
use crate::domain::handle;
use crate::domain::id::{MemberId, SubjectRef};
use crate::insight::likeness::{Content, Cover};

/// So much of one or the other is near, and of the question where it was before.
const NEAR: f64 = 0.5;
/// So little of a text is too little, unless it says nearly all of the question: half a question of two words is said by
/// far too much that has nothing to do with it.
const LITTLE: f64 = 0.25;
const NEARLY_ALL: f64 = 0.75;
/// A light word that both say makes nothing near. One word makes near only what says little else.
const WORD: f64 = 1.0;
const MORE_THAN_A_WORD: f64 = 1.5;
/// So many that are near, or were before, are told.
const TOLD: usize = 3;

/// Something on the board that bears on a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    pub bearing: Bearing,
    pub about: SubjectRef,
    pub says: Says,
    /// Who leads the task, holds the role, or is a partner in the agreement.
    pub people: Vec<MemberId>,
    pub cover: Cover,
}

/// What follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearing {
    /// It may decide.
    Strong,
    /// It is told.
    Near,
    /// It is over, and told.
    Before,
}

/// What of the thing it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// A live task by its title.
    Task,
    Domain(String),
    Accountability(String),
    /// A role by its name.
    Name,
    /// An agreement in force: how that is decided, and whether it names an amount that the question does not reach, or says
    /// nothing of.
    Agreed {
        way: Option<Way>,
        if_so_much: bool,
    },
    Ended(Ended),
    /// What is being decided.
    Open,
    /// What was decided, and when.
    Decided(At),
}

impl Bearing {
    /// The word in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Bearing::Strong => "strong",
            Bearing::Near => "near",
            Bearing::Before => "before",
        }
    }
}

impl Says {
    /// The word in texts and exports.
    pub fn as_str(&self) -> &'static str {
        match self {
            Says::Task => "task",
            Says::Domain(_) => "domain",
            Says::Accountability(_) => "accountability",
            Says::Name => "role",
            Says::Open => "open",
            Says::Decided(_) => "decided",
            Says::Agreed { .. } => "agreement",
            Says::Ended(Ended { is_dropped: true, .. }) => "dropped",
            Says::Ended(Ended { is_dropped: false, .. }) => "done",
        }
    }
}

/// Whether the title of a task covers so much of a question that more should be read of it.
pub fn is_near(question: &Question, title: &str) -> bool {
    near(question.cover(title)) || is_whole(question, title)
}

/// All that bears on a question: what is strong, then what is near, then what was before.
pub(super) fn of(question: &Question, known: &Known) -> Vec<Reason> {
    let tasks = known.tasks.iter().filter_map(|task| of_task(question, task));
    let roles = known.roles.iter().flat_map(|role| of_role(question, role));
    let decisions = known.decisions.iter().filter_map(|decision| of_decision(question, decision));
    let agreements = known.agreements.iter().filter_map(|agreement| of_agreement(question, agreement));
    let mut all: Vec<Reason> = tasks.chain(roles).chain(decisions).chain(agreements).collect();
    for reason in &mut all {
        reason.people.sort_by_key(|member| known.by_name(*member));
    }
    all.sort_by(|a, b| {
        let by_cover = b.cover.sum().total_cmp(&a.cover.sum());
        let handle = |reason: &Reason| handle::whole(reason.about.id.0);
        a.bearing.cmp(&b.bearing).then(by_cover).then_with(|| handle(a).cmp(&handle(b)))
    });
    let mut told = [0, 0, 0];
    all.retain(|reason| {
        let n = &mut told[reason.bearing as usize];
        *n += 1;
        reason.bearing == Bearing::Strong || *n <= TOLD
    });
    all
}

fn of_task(question: &Question, task: &KnownTask) -> Option<Reason> {
    let covers = question.cover(&task.title);
    let is_said = covers.say >= NEARLY_ALL && (covers.of >= NEAR || is_whole(question, &task.title));
    let bearing = match &task.ended {
        Some(_) => says_it(covers).then_some(Bearing::Before),
        None if is_said => Some(Bearing::Strong),
        None => near(covers).then_some(Bearing::Near),
    };
    Some(Reason {
        bearing: bearing?,
        about: task.id.into(),
        says: task.ended.clone().map_or(Says::Task, Says::Ended),
        people: task.leads.clone(),
        cover: covers,
    })
}

fn of_decision(question: &Question, decision: &KnownDecision) -> Option<Reason> {
    let covers = question.cover(&decision.title);
    let is_half = covers.say >= NEAR && covers.of >= NEAR;
    // One word that both say decides nothing.
    let is_about = covers.say >= NEARLY_ALL || covers.of >= NEARLY_ALL || is_half;
    let is_strong = is_about && covers.common >= WORD && (is_half || covers.common >= MORE_THAN_A_WORD);
    // What was decided of a thing is often a number: another one of the same is a change of it.
    let otherwise = decision.adopted.and_then(|_| question.cover_but_numbers(&decision.title));
    let is_strong =
        is_strong || otherwise.is_some_and(|covers| covers.say >= NEARLY_ALL && covers.common >= WORD);
    let bearing = match () {
        () if is_strong => Bearing::Strong,
        () if near(covers) => Bearing::Near,
        () => return None,
    };
    Some(Reason {
        bearing,
        about: decision.id.into(),
        says: decision.adopted.map_or(Says::Open, Says::Decided),
        people: if decision.adopted.is_none() { decision.proposers.clone() } else { Vec::new() },
        cover: covers,
    })
}

/// What bears on it of a role: each domain and accountability that does, and else its name.
fn of_role(question: &Question, role: &KnownRole) -> Vec<Reason> {
    let reason = |text: &str, says: Says, is_strong: fn(Cover) -> bool| {
        let covers = question.cover(text);
        let bearing = match () {
            () if is_strong(covers) => Bearing::Strong,
            () if near(covers) => Bearing::Near,
            () => return None,
        };
        Some(Reason { bearing, about: role.id.into(), says, people: role.holders.clone(), cover: covers })
    };
    let domains = role.domains.iter().filter_map(|text| {
        reason(text, Says::Domain(text.clone()), |covers| covers.of >= NEARLY_ALL && covers.say >= 0.33)
    });
    let work = role.accountabilities.iter().filter_map(|text| {
        reason(text, Says::Accountability(text.clone()), |covers| {
            covers.say >= NEARLY_ALL && covers.of >= 0.3
        })
    });
    let mut all: Vec<Reason> = domains.chain(work).collect();
    if all.iter().all(|reason| reason.bearing != Bearing::Strong) {
        all.extend(reason(&role.name, Says::Name, |covers| covers.of >= NEARLY_ALL));
    }
    all
}

/// An agreement is meant where one of its phrases is said whole, its verb as well: most are about what one does. Its title
/// may be near.
fn of_agreement(question: &Question, agreement: &KnownAgreement) -> Option<Reason> {
    let of_phrase = |phrase: &String| cover(&question.whole, &Content::of(phrase));
    let best = agreement.about.iter().map(of_phrase).max_by(|a, b| a.of.total_cmp(&b.of));
    let title = question.cover(&agreement.title);
    let (bearing, covers) = match best {
        Some(covers) if covers.of >= NEARLY_ALL => (Bearing::Strong, covers),
        _ if near(title) => (Bearing::Near, title),
        _ => return None,
    };
    let if_so_much =
        amount(&agreement.title).is_some_and(|from| question.amount.is_none_or(|said| said < from));
    Some(Reason {
        bearing,
        about: agreement.id.into(),
        says: Says::Agreed { way: agreement.way, if_so_much },
        people: agreement.partners.clone(),
        cover: covers,
    })
}

/// Whether a title says all of a question, with its verb; one word alone is said too easily.
fn is_whole(question: &Question, title: &str) -> bool {
    let covers = cover(&question.whole, &Content::of(title));
    // A slip is no word less.
    covers.say >= 0.95 && covers.common >= 1.4
}

fn near(covers: Cover) -> bool {
    let is_named = covers.of >= NEARLY_ALL || covers.of >= NEAR && covers.common >= MORE_THAN_A_WORD;
    says_it(covers) || covers.common >= WORD && is_named
}

/// Whether a text says enough of the question to be told.
fn says_it(covers: Cover) -> bool {
    covers.common >= WORD && covers.say >= NEAR && (covers.of >= LITTLE || covers.say >= NEARLY_ALL)
}
