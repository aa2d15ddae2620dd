//! Several findings of one rule as one row that opens: `24 claims went quiet: Farah 5, Gilang 6, Indra 6`.
//!
//! Names stand in the order of the alphabet, never of their numbers: a row must not read as a ranking of people. What has
//! no names stands as it is asked, the oldest first.

use super::{Facts, Finding, Rule};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::names::Names;
use crate::domain::terms::Terms;
use crate::words::words;

/// From so many on they are one row: two sentences beside each other are still read.
pub const MANY: usize = 3;

/// So many are named in the row.
pub const NAMED: usize = 6;

/// How a rule says several of its findings at once.
pub(super) struct Many {
    named: Named,
    line: fn(u32, String) -> String,
    ways: &'static [Way],
}

/// A way out of several findings at once, of those for whom it is up to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Of one's own claims: they still stand.
    Renew,
    /// Of one's own claims: others may pull the tasks.
    GiveBack,
    /// Of what nobody leads: one does.
    Claim,
    /// Of blockers of one's own work: somebody was asked.
    Asked,
    /// Of blockers that wait on oneself: until when one has done it.
    Promise,
    /// Of blockers of one's own work: they are over.
    Clear,
    /// Of what was to be looked at again: on which day next.
    Review,
    /// Of roles that one fills oneself: until which day on.
    Term,
    /// Of the work of others: a question, which stands on each task.
    Remark,
    /// Of all: they are fine as they are, for a reason.
    Fine,
    /// Of all: they are one tension, since it could be otherwise. It is a way wherever they may be fine.
    Tension,
}

/// What the row names.
#[derive(Clone, Copy)]
enum Named {
    Members,
    Tasks,
    Roles,
    Goals,
    Decisions,
    /// Roles, goals, decisions and agreements alike.
    Aims,
    /// The first text of each, with its number.
    Texts,
}

/// What can be said of whatever the board asks.
const FINE: &[Way] = &[Way::Fine];

impl Many {
    pub const fn of_members(line: fn(u32, String) -> String) -> Many {
        Many { named: Named::Members, line, ways: FINE }
    }

    pub const fn of_tasks(line: fn(u32, String) -> String) -> Many {
        Many { named: Named::Tasks, line, ways: FINE }
    }

    pub const fn of_roles(line: fn(u32, String) -> String) -> Many {
        Many { named: Named::Roles, line, ways: FINE }
    }

    pub const fn of_goals(line: fn(u32, String) -> String) -> Many {
        Many { named: Named::Goals, line, ways: FINE }
    }

    pub const fn of_decisions(line: fn(u32, String) -> String) -> Many {
        Many { named: Named::Decisions, line, ways: FINE }
    }

    pub const fn of_aims(line: fn(u32, String) -> String) -> Many {
        Many { named: Named::Aims, line, ways: FINE }
    }

    pub const fn of_texts(line: fn(u32, String) -> String) -> Many {
        Many { named: Named::Texts, line, ways: FINE }
    }

    /// With other ways out than that all are fine as they are.
    pub const fn ways(self, ways: &'static [Way]) -> Many {
        Many { ways, ..self }
    }

    pub const fn all_ways(&self) -> &'static [Way] {
        self.ways
    }
}

/// The findings of one rule that hold together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub rule: &'static Rule,
    /// How many there are, as far as they were counted.
    pub count: u32,
    /// Whether there are more than were counted.
    pub has_more: bool,
    /// Of whom they speak first, and how many of each.
    pub members: Vec<(MemberId, u32)>,
    /// The first few, as they are asked.
    pub first: Vec<Finding>,
}

impl Group {
    /// Since when the oldest is so.
    pub fn since(&self) -> Option<At> {
        self.first.iter().filter_map(Finding::since).min()
    }

    /// Everything that the sentence mentions.
    pub fn mentions(&self) -> Vec<SubjectId> {
        let members = self.members.iter().map(|(id, _)| SubjectId::from(*id));
        members.chain(self.first.iter().flat_map(Finding::mentions)).collect()
    }

    /// The group in one sentence.
    pub fn line(&self, names: &Names) -> String {
        let Some(many) = self.rule.many() else { return self.rule.as_str().to_owned() };
        let line = (many.line)(self.count, self.list(many.named, names));
        if self.has_more { words().finding_many_least(line) } else { line }
    }

    /// Why the first of them is asked.
    pub fn why(&self, terms: &Terms) -> String {
        self.first.first().map_or_else(String::new, |finding| finding.why(terms))
    }

    fn list(&self, named: Named, names: &Names) -> String {
        let facts = || self.first.iter().map(|finding| &finding.facts);
        let (all, said): (usize, Vec<String>) = match named {
            Named::Members => (self.members.len(), self.by_name(names)),
            Named::Tasks => {
                let first = facts().filter_map(|facts| facts.tasks.first());
                (self.count as usize, first.map(|id| names.handle(*id).to_owned()).collect())
            }
            Named::Roles => {
                let first = facts().filter_map(|facts| facts.roles.first());
                (self.count as usize, first.map(|id| names.name(*id).to_owned()).collect())
            }
            Named::Goals => {
                let first = facts().filter_map(|facts| facts.goals.first());
                (self.count as usize, first.map(|id| names.name(*id).to_owned()).collect())
            }
            Named::Decisions => {
                let first = facts().filter_map(|facts| facts.decisions.first());
                (self.count as usize, first.map(|id| names.handle(*id).to_owned()).collect())
            }
            Named::Texts => {
                let text = |facts: &Facts| match (facts.texts.first()?, facts.tally) {
                    (text, Some(tally)) => Some(format!("{text} {tally}")),
                    (text, None) => Some(text.clone()),
                };
                (self.count as usize, facts().filter_map(text).collect())
            }
            Named::Aims => {
                let name = |facts: &Facts| {
                    let role = facts.roles.first().map(|id| names.name(*id));
                    let goal = facts.goals.first().map(|id| names.name(*id));
                    let decision = facts.decisions.first().map(|id| names.name(*id));
                    let agreement = facts.agreements.first().map(|id| names.name(*id));
                    role.or(goal).or(decision).or(agreement).map(str::to_owned)
                };
                // Of one role the review may be due and a term over.
                let mut said: Vec<String> = Vec::new();
                for name in facts().filter_map(name) {
                    if !said.contains(&name) {
                        said.push(name);
                    }
                }
                let has_more = self.count as usize > self.first.len();
                (if has_more { self.count as usize } else { said.len() }, said)
            }
        };
        let mut shown = said;
        shown.truncate(NAMED);
        let list = shown.join(", ");
        if shown.len() < all { words().finding_many_cut(list) } else { list }
    }

    /// The members by their names, with how many findings speak of each where that is not one of everybody.
    fn by_name(&self, names: &Names) -> Vec<String> {
        let mut members: Vec<(&str, u32)> =
            self.members.iter().map(|(id, count)| (names.name(*id), *count)).collect();
        members.sort_by_cached_key(|(name, _)| folded(name));
        let is_counted = members.iter().any(|(_, count)| *count > 1);
        let said = |(name, count): (&str, u32)| match is_counted {
            true => format!("{name} {count}"),
            false => name.to_owned(),
        };
        members.into_iter().map(said).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sketch::{AYU, BUDI, CITRA, names, nov, task_id};
    use super::*;

    fn group(rule: &str, members: &[(MemberId, u32)], tasks: &[u8]) -> Group {
        let rule = Rule::named(rule).unwrap();
        let found = |n: &u8| {
            let facts = Facts {
                tasks: vec![task_id(*n)],
                since: Some(nov(20 - i64::from(*n), 9)),
                ..Facts::default()
            };
            Finding::new(rule, &[task_id(*n).into()], facts, nov(20, 9))
        };
        Group {
            rule,
            count: 7,
            has_more: false,
            members: members.to_vec(),
            first: tasks.iter().map(found).collect(),
        }
    }

    #[test]
    fn members_stand_by_their_names_and_not_by_their_numbers() {
        let quiet = group("S1", &[(CITRA, 4), (AYU, 1), (BUDI, 2)], &[1, 2]);
        assert_eq!(quiet.line(&names()), "7 claims went quiet: ayu 1, budi 2, citra 4");
        assert_eq!(quiet.since(), Some(nov(18, 9)), "the oldest");
        let each = group("L1", &[(BUDI, 1), (AYU, 1)], &[]);
        assert_eq!(each.line(&names()), "7 people lead more than their own limit: ayu, budi");
    }

    #[test]
    fn what_has_no_room_in_the_row_is_said_to_be_there() {
        let waits = group("S3", &[], &[1, 2, 3]);
        assert_eq!(waits.line(&names()), "nobody was asked yet about 7 blockers: bakul, danum, lusab, ...");
        let more = Group { has_more: true, ..waits };
        assert!(more.line(&names()).starts_with("at least: nobody was asked yet"), "{}", more.line(&names()));
    }

    #[test]
    fn every_rule_of_many_says_so_in_words() {
        for rule in Rule::ALL.iter().filter(|rule| rule.has_groups()) {
            let said = group(rule.as_str(), &[], &[]).line(&Names::default());
            assert!(said.contains('7'), "{rule:?}: {said}");
        }
    }
}
