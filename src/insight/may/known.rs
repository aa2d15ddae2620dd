//! What is known of a board for a question, as values.

use crate::domain::agreement::Way;
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::handle;
use crate::domain::id::{AgreementId, DecisionId, MemberId, RoleId, TaskId};

/// All that may touch a question.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Who asks; nobody's is then anything.
    pub me: Option<MemberId>,
    pub tasks: Vec<KnownTask>,
    /// The active ones.
    pub roles: Vec<KnownRole>,
    /// Those that are open, and those that are adopted.
    pub decisions: Vec<KnownDecision>,
    /// What is agreed on, in force.
    pub agreements: Vec<KnownAgreement>,
    /// Those of the team.
    pub members: Vec<KnownMember>,
}

#[derive(Debug, Clone)]
pub struct KnownTask {
    pub id: TaskId,
    pub title: String,
    /// Its live leads.
    pub leads: Vec<MemberId>,
    /// What it needs.
    pub skills: Vec<String>,
    /// Where it is finished: how that came.
    pub ended: Option<Ended>,
}

/// How a task ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    pub is_dropped: bool,
    /// Why it was dropped, or what was said of it last.
    pub said: Option<String>,
}

#[derive(Debug, Clone)]
pub struct KnownDecision {
    pub id: DecisionId,
    pub title: String,
    /// Who proposes it.
    pub proposers: Vec<MemberId>,
    /// When it was adopted; `None` while it is open.
    pub adopted: Option<At>,
}

#[derive(Debug, Clone)]
pub struct KnownRole {
    pub id: RoleId,
    pub name: String,
    pub domains: Vec<String>,
    pub accountabilities: Vec<String>,
    pub holders: Vec<MemberId>,
}

/// An agreement in force.
#[derive(Debug, Clone)]
pub struct KnownAgreement {
    pub id: AgreementId,
    pub title: String,
    /// The phrases by which it is found.
    pub about: Vec<String>,
    /// How that is decided; without it, it is a rule to keep to.
    pub way: Option<Way>,
    /// Whom it binds where partners owe each other something: nobody else answers for what it is about.
    pub partners: Vec<MemberId>,
}

#[derive(Debug, Clone)]
pub struct KnownMember {
    pub id: MemberId,
    pub name: String,
    pub teaches: Vec<String>,
}

impl Known {
    /// What people stand in order by: by name, since nobody is ranked, and by handle where two are called the same.
    pub(super) fn by_name(&self, member: MemberId) -> (String, String) {
        let name = self.members.iter().find(|known| known.id == member).map(|known| folded(&known.name));
        (name.unwrap_or_default(), handle::whole(member.0))
    }
}
