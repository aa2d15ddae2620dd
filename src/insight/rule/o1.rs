//! O1: two live leads on one task.
//!
//! A lead answers for the task: two who claimed apart, or beside each
//! other on purpose, both stand, and each may believe to be the only one. The board keeps both and asks.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, Rule, TaskScene, Way};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::domain::task::Claim;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "O1",
    kind: FindingKind::Overlap,
    check: Check::Task { glance: |task| task.is_live && task.is_led, find },
    line,
    why: |_, _| words().finding_why_o1(),
    ends_with_title: true,
    many: Some(Many::of_tasks(|count, list| words().finding_many_o1(count, list)).ways(&[
        Way::GiveBack,
        Way::Remark,
        Way::Fine,
    ])),
};

fn find(scene: &TaskScene<'_>) -> Option<Finding> {
    if !scene.is_live() {
        return None;
    }
    // One member may have claimed on two devices apart: that is nobody's overlap.
    let mut leads: Vec<&Claim> = Vec::new();
    for claim in scene.task.leads() {
        if leads.iter().all(|lead| lead.member != claim.member) {
            leads.push(claim);
        }
    }
    leads.sort_by_key(|claim| claim.since);
    let since = leads.get(1)?.since;
    let facts = Facts {
        tasks: vec![scene.task.id],
        members: leads.iter().map(|claim| claim.member).collect(),
        since: Some(since),
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &[scene.task.id.into()], facts, since))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_o1(say.task(0), say.members(), say.facts.members.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::{End, State};
    use crate::insight::sketch::{AYU, BUDI, CITRA, TaskSketch, names, nov, task_id};

    fn two_leads() -> TaskSketch {
        TaskSketch::made(1, nov(2, 9)).lead(BUDI, nov(17, 9)).lead(AYU, nov(16, 9))
    }

    #[test]
    fn two_leads_are_an_overlap_from_the_later_claim() {
        let found = find(&two_leads().scene()).unwrap();
        assert_eq!((found.key.clone(), found.from), (format!("O1:{}", task_id(1)), nov(17, 9)));
        assert_eq!(line(&found, &names(), nov(18, 9)), "bakul: ayu and budi both lead");

        let found = find(&two_leads().lead(CITRA, nov(18, 9)).scene()).unwrap();
        assert_eq!(found.from, nov(17, 9), "a third one does not make it younger");
        assert_eq!(line(&found, &names(), nov(18, 9)), "bakul: ayu, budi and citra all lead");
    }

    #[test]
    fn one_lead_is_none() {
        let silent = |task: TaskSketch| assert_eq!(find(&task.scene()), None);
        silent(TaskSketch::made(1, nov(2, 9)).lead(AYU, nov(16, 9)).helper(BUDI, nov(17, 9)));
        silent(TaskSketch::made(1, nov(2, 9)).lead(AYU, nov(16, 9)).lead(AYU, nov(17, 9)));
        silent(two_leads().unclaim(BUDI, nov(18, 9), End::GivenBack));
        silent(two_leads().moved(AYU, State::Done, nov(18, 9)));
    }
}
