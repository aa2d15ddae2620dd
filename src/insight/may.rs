//! "May I just do this?", answered from what the board says of who answers for what.
//!
//! A question is compared with tasks, domains and accountabilities. What covers it *strongly* may decide; what is *near*
//! is told and decides nothing; what was *before* says how that ended. The first of the `sources` that has an
//! answer gives it.
//!
//! **Invariants:** the answer is never no: it is do it, ask, or propose. The same question on the same board has the same
//! answer: every list is in the order of what covers it best, then of handles, and people by name.

mod known;
mod reasons;
mod sources;

pub use known::{Ended, Known, KnownAgreement, KnownDecision, KnownMember, KnownRole, KnownTask};
pub use reasons::{Bearing, Reason, Says, is_near};
pub use sources::Ground;

use super::likeness::{Content, Cover, cover};
use crate::domain::folding::folded;
use crate::domain::id::MemberId;

/// So many of those who know are named.
const KNOW: usize = 4;
/// A skill is named by a question that says so much of it.
const NAMED: f64 = 0.75;

/// What somebody wants to do, in words.
#[derive(Debug, Clone)]
pub struct Question {
    /// All of it, with its verb.
    whole: Content,
    /// With what something would be done.
    it: Content,
    /// How much it says, where it does.
    amount: Option<u64>,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Do it; where somebody is named, tell them.
    Go,
    /// Ask those who are named first.
    Ask,
    /// Say it to the team first: nobody answers for it, or it was decided otherwise.
    Propose,
    /// It is being decided: take part in that.
    TakePart,
}

/// An answer, with all that speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub advice: Advice,
    /// What gave it.
    pub ground: Ground,
    /// Whom to ask, or to tell.
    pub whom: Vec<MemberId>,
    /// Whether it changes nothing, whoever answers for it.
    pub changes_nothing: bool,
    /// Those first that decide.
    pub reasons: Vec<Reason>,
    pub knows: Vec<Knows>,
}

/// Somebody who knows something about it, and what.
#[derive(Debug, Clone, PartialEq)]
pub struct Knows {
    pub member: MemberId,
    pub skills: Vec<String>,
}

impl Advice {
    /// The word in texts and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Advice::Go => "go",
            Advice::Ask => "ask",
            Advice::Propose => "propose",
            Advice::TakePart => "take_part",
        }
    }
}

impl Question {
    pub fn of(text: &str) -> Question {
        let whole = Content::of(text);
        Question { it: whole.without_verb(), whole, amount: amount(text) }
    }

    /// By which it is looked up.
    pub fn content(&self) -> &Content {
        &self.whole
    }

    /// Whether it says nothing with which anything could be compared.
    pub fn is_empty(&self) -> bool {
        self.whole.says_nothing()
    }

    /// How much a text that gives other numbers to what it begins with covers of it besides those; `None` where one of them
    /// has none, or that is something else.
    fn cover_but_numbers(&self, text: &str) -> Option<Cover> {
        let (it, all) = (self.it.without_numbers()?, Content::of(text).without_numbers()?);
        let mut words = text.split_whitespace().map(Content::of);
        let begins_with = words.find(|word| !word.says_nothing())?;
        (cover(&it, &begins_with).common > 0.0).then(|| cover(&it, &all))
    }

    /// How much a text covers of what something would be done with.
    fn cover(&self, text: &str) -> Cover {
        cover(&self.it, &Content::of(text))
    }
}

/// The largest number in a text, with or without points or commas between each three digits.
fn amount(text: &str) -> Option<u64> {
    let mut most = None;
    for word in text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))) {
        let mut parts = word.trim_matches(['.', ',']).split(['.', ',']);
        let first = parts.next().unwrap_or_default();
        let grouped: String = parts.take_while(|part| part.len() == 3).collect();
        most = most.max(format!("{first}{grouped}").parse().ok());
    }
    most
}

/// What the board says to a question.
pub fn answer(question: &Question, known: &Known) -> Answer {
    let mut reasons = reasons::of(question, known);
    let (advice, ground, whom) = sources::first(&reasons, known);
    reasons.sort_by_key(|reason| !ground.is_of(reason));
    let changes_nothing = question.whole.changes_nothing();
    let knows = who_knows(question, known, &reasons);
    match advice {
        Advice::Ask | Advice::Propose | Advice::TakePart if changes_nothing => {
            Answer { advice: Advice::Go, ground, whom: Vec::new(), changes_nothing, reasons, knows }
        }
        _ => Answer { advice, ground, whom, changes_nothing, reasons, knows },
    }
}

/// Who teaches what the question names, or what the live tasks need that are strong; those first who teach what it names.
fn who_knows(question: &Question, known: &Known, reasons: &[Reason]) -> Vec<Knows> {
    let touched =
        reasons.iter().filter(|reason| reason.says == Says::Task && reason.bearing == Bearing::Strong);
    let needed: Vec<String> = touched
        .filter_map(|reason| known.tasks.iter().find(|task| reason.about == task.id.into()))
        .flat_map(|task| task.skills.iter().map(|skill| folded(skill)))
        .collect();
    let named = |skill: &str| cover(&question.whole, &Content::of(skill)).of >= NAMED;
    let others = known.members.iter().filter(|member| Some(member.id) != known.me);
    let mut all: Vec<(bool, Knows)> = others
        .filter_map(|member| {
            let knows = |skill: &&String| named(skill) || needed.contains(&folded(skill));
            let skills: Vec<String> = member.teaches.iter().filter(knows).cloned().collect();
            let is_named = skills.iter().any(|skill| named(skill));
            (!skills.is_empty()).then_some((is_named, Knows { member: member.id, skills }))
        })
        .collect();
    all.sort_by_key(|(is_named, knows)| (!is_named, known.by_name(knows.member)));
    all.into_iter().map(|(_, knows)| knows).take(KNOW).collect()
}

#[cfg(test)]
mod tests;
