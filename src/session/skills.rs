//! Who could learn from whom, in words.

use super::{Error, Session};
use crate::domain::member::Member;
use crate::insight::skills::{Match, Skilled, could_learn, could_teach};
use crate::words::words;

/// So many people are looked at, and so many of them named.
const PEOPLE: usize = 500;
const NAMED: usize = 6;

/// What a member could learn from others, and teach them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matches {
    pub learn: Vec<Match>,
    pub teach: Vec<Match>,
}

impl Session {
    /// What a member of the team could learn from others and teach them; nothing for who has left.
    pub fn skill_matches(&self, member: &Member) -> Result<Matches, Error> {
        if !member.is_here() || (member.teaches().is_empty() && member.learns().is_empty()) {
            return Ok(Matches::default());
        }
        let one = Skilled {
            name: member.name().to_owned(),
            teaches: member.teaches().to_vec(),
            learns: member.learns().to_vec(),
        };
        let others = self.board().skilled(member.id, PEOPLE)?;
        Ok(Matches { learn: could_learn(&one, &others), teach: could_teach(&one, &others) })
    }
}

/// What could be learned, each with from whom: `baking from Ayu, rust from Budi and Eka`.
pub fn said_learn(matches: &[Match]) -> String {
    said(matches, |skill, names| words().skill_from(skill, names))
}

/// What could be taught, each with whom.
pub fn said_teach(matches: &[Match]) -> String {
    said(matches, |skill, names| words().skill_to(skill, names))
}

fn said(matches: &[Match], say: impl Fn(&str, String) -> String) -> String {
    let each = matches.iter().map(|found| {
        let named = found.names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let named = match found.names.len() > NAMED {
            true => words().finding_many_cut(named),
            false => named,
        };
        say(&found.skill, named)
    });
    each.collect::<Vec<_>>().join("; ")
}
