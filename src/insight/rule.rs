//! The rules: a row each in [`Rule::ALL`], and a file each that the row points to.
//!
//! A rule's file holds everything about it: what its findings hang on, when it is worth asking at all, how it finds, and
//! how it says what it found. To add one: its file, its `mod`, its row, and its sentence in every language.

mod asking;
mod pairs;

mod d1;
mod g1;
mod g2;
mod g2_hands;
mod g3;
mod g4;
mod g5;
mod g6;
mod g7;
mod g8;
mod h1;
mod h2;
mod k1;
mod l1;
mod o1;
mod o2;
mod o3;
mod o4;
mod o5;
mod o6;
mod o7;
mod s1;
mod s3;
mod s4;
mod s5;
mod w1;
mod w2;

pub(super) use g2_hands::NAMED;
pub(super) use g8::TEAM;

pub(super) static ADRIFT: &Rule = &g3::RULE;
pub(super) static NEWCOMERS: &Rule = &g8::RULE;

use std::fmt;

use super::group::{Many, Way};
use super::saying;
use super::{
    AgreementScene, AlikeScene, Brief, DecisionScene, Facts, Finding, FindingKind, Glance, GoalScene,
    Likened, MemberScene, MergedScene, NewcomerScene, OrderScene, OverlapScene, RoleScene, RoleText,
    SkillScene, TaskScene,
};
use crate::domain::calendar::At;
use crate::domain::id::{RoleId, TaskId};
use crate::domain::names::Names;
use crate::domain::terms::Terms;

impl Rule {
    /// Every rule there is, in the order in which findings are shown. What is most surprising stands first: two who do
    /// the same, then what nobody does, then what waits, then what is said too vaguely.
    pub const ALL: &[&Rule] = &[
        &o1::RULE,
        &o4::RULE,
        &o6::RULE,
        &o7::RULE,
        &o2::RULE,
        &o3::RULE,
        &h1::RULE,
        &h2::RULE,
        &g5::RULE,
        &g2::RULE,
        &g2_hands::RULE,
        &g1::RULE,
        &g4::RULE,
        &w2::RULE,
        &w1::RULE,
        &s4::RULE,
        &s3::RULE,
        &s5::RULE,
        &s1::RULE,
        &d1::RULE,
        &o5::RULE,
        &g7::RULE,
        &g6::RULE,
        &g3::RULE,
        &g8::RULE,
        &k1::RULE,
        &l1::RULE,
    ];
}

/// One rule.
pub struct Rule {
    /// As in keys, settlements and tables: `O1`. Never changed once released.
    code: &'static str,
    kind: FindingKind,
    check: Check,
    /// A finding in one sentence, as of a moment.
    line: fn(&Finding, &Names, At) -> String,
    /// Why such a thing is asked at all, in a sentence with what the team agreed on.
    why: fn(&Facts, &Terms) -> String,
    /// Whether the sentence is about one task, whose title then ends it.
    ends_with_title: bool,
    /// How several of its findings are said as one row; `None` where there is one at a time.
    many: Option<Many>,
}

/// What the findings of a rule hang on, and how they are found there.
pub(super) enum Check {
    Task {
        /// Whether what a task's line says leaves room for a finding: most tasks need not be read then.
        /// **Invariant:** true wherever `find` finds something (a property test here, and one of `store`).
        glance: fn(Glance) -> bool,
        find: fn(&TaskScene<'_>) -> Option<Finding>,
    },
    /// The live tasks that share a folded title, in the order of their ids.
    Title(fn(&[Brief]) -> Vec<Finding>),
    /// A link, and the live tasks that share it, in the order of their ids.
    Link(fn(&str, &[Brief]) -> Vec<Finding>),
    /// A led live task, and those with titles that are alike to its own.
    Alike(fn(&AlikeScene) -> Vec<Finding>),
    /// A task or a role that was merged into another one, and where that leads.
    Merged {
        task: fn(&MergedScene<TaskId>) -> Option<Finding>,
        role: fn(&MergedScene<RoleId>) -> Option<Finding>,
    },
    Role(fn(&RoleScene<'_>) -> Option<Finding>),
    /// An active role, and those with texts in common with it.
    Overlaps(fn(&OverlapScene) -> Vec<Finding>),
    Goal(fn(&GoalScene<'_>) -> Option<Finding>),
    /// What roles, goals, decisions and agreements have alike: a day on which they are looked at again.
    Review {
        role: fn(&RoleScene<'_>) -> Vec<Finding>,
        goal: fn(&GoalScene<'_>) -> Option<Finding>,
        decision: fn(&DecisionScene) -> Vec<Finding>,
        agreement: fn(&AgreementScene) -> Vec<Finding>,
    },
    Decision(fn(&DecisionScene) -> Vec<Finding>),
    Member(fn(&MemberScene) -> Option<Finding>),
    /// Somebody of the team, with when they came and whether they have a buddy.
    Newcomer(fn(&NewcomerScene) -> Option<Finding>),
    Skill(fn(&SkillScene) -> Option<Finding>),
    /// The pull order, and the hands that are free for it.
    Order(fn(&OrderScene) -> Vec<Finding>),
}

impl Rule {
    /// The short name, as in keys: `O1`.
    pub fn as_str(&self) -> &'static str {
        self.code
    }

    pub fn kind(&self) -> FindingKind {
        self.kind
    }

    /// The rule of this short name; `None` for one of a newer version.
    pub fn named(code: &str) -> Option<&'static Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.code == code)
    }

    /// The rule of this short name as people type it.
    pub fn spoken(code: &str) -> Option<&'static Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(code))
    }

    pub(super) fn ends_with_title(&self) -> bool {
        self.ends_with_title
    }

    /// The sentence of one of its findings, without a title at its end.
    pub(super) fn line(&self, finding: &Finding, names: &Names, now: At) -> String {
        (self.line)(finding, names, now)
    }

    /// Why a finding with such facts is asked.
    pub(super) fn why(&self, facts: &Facts, terms: &Terms) -> String {
        (self.why)(facts, terms)
    }

    pub(super) fn many(&self) -> Option<&Many> {
        self.many.as_ref()
    }

    /// Whether several of its findings are one row.
    pub fn has_groups(&self) -> bool {
        self.many.is_some()
    }

    /// What can be done about several of its findings at once.
    pub fn ways(&self) -> &'static [Way] {
        self.many.as_ref().map_or(&[], Many::all_ways)
    }

    pub(super) fn check(&self) -> &Check {
        &self.check
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

    use super::*;
    use crate::domain::event::WaitsOn;
    use crate::domain::task::{End, State};
    use crate::insight::overlooked;
    use crate::insight::sketch::{AYU, BUDI, CITRA, TaskSketch, away, brief, left, nov, task_id};
    use crate::words::{Language, speaking, words};

    #[test]
    fn people_speak_of_each_finding_in_words() {
        for rule in Rule::ALL {
            for language in [Language::English, Language::Indonesian] {
                let said = speaking(language, || match *rule == &g2_hands::RULE {
                    true => words().phrase_finding_of_all(rule.code),
                    false => words().phrase_finding(rule.code, "bakul"),
                });
                assert!(!said.contains(rule.code), "{said}");
            }
        }
    }

    #[test]
    fn each_rule_says_why_it_asks_with_what_the_team_agreed_on() {
        let mut terms = Terms::default();
        terms.read("G2", "5");
        for rule in Rule::ALL {
            for language in [Language::English, Language::Indonesian] {
                let said = speaking(language, || rule.why(&Facts::default(), &terms));
                assert!(!said.is_empty() && !said.ends_with('.'), "{rule:?} {said}");
            }
        }
        let due = g2::RULE.why(&Facts::default(), &terms);
        assert_eq!(due, "a task should have a lead 5 working days before it is due");
    }

    /// Something that happens to a task or around it: what, who and how, as numbers modulo what there is.
    type Step = (u8, u8, u8);

    fn sketch(steps: &[Step]) -> TaskSketch {
        steps.iter().enumerate().fold(TaskSketch::made(1, nov(2, 9)), |task, (n, step)| {
            let at = nov(3, 9).plus_days(n as i64 / 2);
            after(task, *step, at)
        })
    }

    fn after(task: TaskSketch, (what, who, how): Step, at: At) -> TaskSketch {
        let who = [AYU, BUDI, CITRA][usize::from(who % 3)];
        let state = State::ALL[usize::from(how) % State::ALL.len()];
        let day = i64::from(how % 28) + 1;
        let is_blocked = task.task().is_blocked();
        match what % 18 {
            0 | 1 => task.lead(who, at),
            2 => task.helper(who, at),
            3 => match task.task().claim_of(who) {
                Some(_) => task.unclaim(who, at, [End::GivenBack, End::Left][usize::from(how % 2)]),
                None => task,
            },
            4 if how % 4 == 0 => task.moved(who, state, at),
            4 => task.moved(who, State::Doing, at),
            5 => task.due(day),
            6 => task.parked(day),
            7 | 8 => {
                let other = || WaitsOn::Other("the office".to_owned());
                let on = [None, Some(WaitsOn::Member(who)), Some(other()), Some(WaitsOn::Task(task_id(2)))];
                task.blocked(on[usize::from(how % 4)].clone(), at)
            }
            9 if is_blocked => task.asked(at),
            10 if is_blocked => task.promised(day, at),
            11 if is_blocked => task.cleared(at),
            12 => task.with(who, away(day, (how % 3 > 0).then_some(day + 5))),
            13 => task.with(who, left(at)),
            14 => task
                .beside(brief(2, state, at, &[who][..usize::from(how % 2)]))
                .graph(&[(1, &[2]), (2, &[1])]),
            15 => task.among_aims(),
            16 if how % 2 == 0 => task.for_goal(),
            16 => task.of_role(),
            _ => task,
        }
    }

    #[test]
    fn no_glance_hides_what_a_rule_finds() {
        let config = Config { failure_persistence: None, cases: 2_000, ..Config::default() };
        // The same tasks every time: what is counted below must not depend on luck.
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let fired = RefCell::new(Vec::new());
        let steps = prop::collection::vec(any::<Step>(), 1..10);
        let outcome = runner.run(&steps, |steps| {
            let task = sketch(&steps);
            prop_assert_eq!(overlooked(Some(task.glance()), &task.scene()), vec![]);
            fired.borrow_mut().extend(overlooked(None, &task.scene()).iter().map(|found| found.rule.code));
            Ok(())
        });
        outcome.unwrap();
        let is_of_tasks = |rule: &&&Rule| matches!(rule.check, Check::Task { .. });
        for rule in Rule::ALL.iter().filter(is_of_tasks) {
            let times = fired.borrow().iter().filter(|code| **code == rule.code).count();
            assert!(
                times >= 5,
                "{rule:?} found something {times} times: the steps above lack what it asks about"
            );
        }
    }

    #[test]
    fn codes_are_told_apart() {
        for (i, rule) in Rule::ALL.iter().enumerate() {
            assert!(Rule::ALL[..i].iter().all(|earlier| earlier.code != rule.code), "{rule:?} stands twice");
            assert_eq!(Rule::named(rule.code), Some(*rule));
        }
        assert_eq!(Rule::named("O0"), None);
    }
}
