//! K1: a skill that live tasks need, and that one member teaches or nobody.
//!
//! Where only one knows how, work waits whenever they are away, and where nobody does, it waits for good. Who wants to
//! learn it is named: that is the way out. How many tasks need it is told, but makes it no other question.

use sha2::{Digest, Sha256};

use super::saying::{Saying, listed};
use super::{Check, Facts, Finding, FindingKind, Many, Rule, SkillScene};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "K1",
    kind: FindingKind::Gap,
    check: Check::Skill(find),
    line,
    why: |_, _| words().finding_why_k1(),
    ends_with_title: false,
    many: Some(Many::of_texts(|count, list| words().finding_many_k1(count, list))),
};

fn find(scene: &SkillScene) -> Option<Finding> {
    if scene.needed_by == 0 || scene.teachers.len() > 1 {
        return None;
    }
    let facts = Facts {
        // The one who teaches it, if anybody does, and then those who want to learn it.
        members: [scene.teachers.as_slice(), &scene.learners].concat(),
        count: u32::try_from(scene.teachers.len()).ok(),
        texts: vec![scene.skill.clone()],
        tally: Some(scene.needed_by),
        ..Facts::default()
    };
    let mut found = Finding::new(&RULE, &[], facts, At::START);
    found.key = format!("{}:{}", found.key, spelled(&scene.skill));
    Some(found)
}

/// A skill in a key, which has small letters, digits and hyphens only: itself, or what is left of it with a fingerprint.
fn spelled(skill: &str) -> String {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !skill.is_empty() && skill.chars().all(plain) {
        return skill.to_owned();
    }
    let kept: String = folded(skill).chars().map(|c| if plain(c) { c } else { '-' }).collect();
    let hash: String = Sha256::digest(skill)[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{kept}-{hash}")
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let (facts, tasks) = (say.facts, say.facts.tally.unwrap_or(0));
    let taught = usize::try_from(facts.count.unwrap_or(0)).unwrap_or(0).min(facts.members.len());
    let line = match taught {
        0 => words().finding_k1_nobody(say.text(), tasks),
        _ => words().finding_k1(say.text(), tasks, say.member()),
    };
    let learners = &facts.members[taught..];
    if learners.is_empty() {
        return line;
    }
    let wanting = listed(learners.iter().map(|member| names.name(*member)));
    words().finding_k1_learners(line, wanting, learners.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::MemberId;
    use crate::insight::sketch::{AYU, BUDI, CITRA, names, nov};

    fn rust(needed_by: u32, teachers: &[MemberId], learners: &[MemberId]) -> SkillScene {
        SkillScene {
            skill: "rust".to_owned(),
            needed_by,
            teachers: teachers.to_vec(),
            learners: learners.to_vec(),
        }
    }

    fn said(scene: &SkillScene) -> Option<String> {
        find(scene).map(|found| line(&found, &names(), nov(18, 9)))
    }

    #[test]
    fn what_tasks_need_and_few_teach_is_a_gap() {
        assert_eq!(said(&rust(3, &[BUDI], &[])).unwrap(), "rust: needed by 3 tasks, taught by budi alone");
        assert_eq!(said(&rust(1, &[], &[])).unwrap(), "rust: needed by 1 task, taught by nobody");
        assert_eq!(
            said(&rust(2, &[BUDI], &[AYU, CITRA])).unwrap(),
            "rust: needed by 2 tasks, taught by budi alone; ayu and citra want to learn it"
        );
        assert_eq!(
            said(&rust(2, &[], &[AYU])).unwrap(),
            "rust: needed by 2 tasks, taught by nobody; ayu wants to learn it"
        );
    }

    #[test]
    fn one_task_more_is_the_same_question_and_another_teacher_is_not() {
        let asked = |scene| find(&scene).unwrap().fingerprint();
        assert_eq!(asked(rust(3, &[BUDI], &[])), asked(rust(4, &[BUDI], &[])));
        assert_ne!(asked(rust(3, &[BUDI], &[])), asked(rust(3, &[CITRA], &[])));
        assert_ne!(asked(rust(3, &[BUDI], &[])), asked(rust(3, &[], &[BUDI])));
    }

    #[test]
    fn what_two_teach_or_nothing_needs_is_none() {
        assert_eq!(said(&rust(3, &[AYU, BUDI], &[])), None);
        assert_eq!(said(&rust(0, &[BUDI], &[])), None);
    }

    #[test]
    fn each_skill_has_a_key_of_its_own_that_can_be_typed() {
        assert_eq!(find(&rust(1, &[], &[])).unwrap().key, "K1:rust");
        let keys = ["rust", "Rust", "web design", "web-design", "web/design", "値札", ""].map(spelled);
        for (n, key) in keys.iter().enumerate() {
            assert!(!keys[..n].contains(key) && key.is_ascii() && !key.contains(':'), "{keys:?}");
        }
    }
}
