//! L1: a member leads more tasks in doing than their own limit.
//!
//! Everybody sets their own limit, so this is their own question to themselves. Blocked tasks do not count:
//! nothing can be done on them.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, MemberScene, Rule};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::domain::task::State;
use crate::insight::load::Load;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "L1",
    kind: FindingKind::Load,
    check: Check::Member(find),
    line,
    why: |_, _| words().finding_why_l1(),
    ends_with_title: false,
    many: Some(Many::of_members(|count, list| words().finding_many_l1(count, list)).ways(&[])),
};

fn find(scene: &MemberScene) -> Option<Finding> {
    let count = u32::try_from(scene.leads.len()).unwrap_or(u32::MAX);
    let load = Load { in_hand: count, limit: scene.limit };
    if !scene.is_here || !load.is_over() {
        return None;
    }
    let facts = Facts {
        tasks: scene.leads.clone(),
        members: vec![scene.member],
        count: Some(count),
        limit: Some(scene.limit),
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &[scene.member.into()], facts, At::START))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    let (count, limit) = (say.facts.count.unwrap_or(0), say.facts.limit.unwrap_or(0));
    words().finding_l1(say.member(), count, say.state(State::Doing), limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{AYU, names, nov, task_id};

    fn ayu_leads(count: u8) -> MemberScene {
        MemberScene { limit: 2, leads: (1..=count).map(task_id).collect(), ..MemberScene::free(AYU) }
    }

    #[test]
    fn more_than_the_own_limit_is_a_load() {
        let found = find(&ayu_leads(3)).unwrap();
        assert_eq!(
            (found.key.clone(), found.since()),
            (format!("L1:{AYU}"), None),
            "nobody knows since when"
        );
        assert_eq!(line(&found, &names(), nov(18, 9)), "ayu leads 3 tasks in doing; their limit is 2");
    }

    #[test]
    fn up_to_the_limit_or_after_leaving_there_is_none() {
        assert_eq!(find(&ayu_leads(2)), None);
        assert_eq!(find(&MemberScene { is_here: false, ..ayu_leads(3) }), None);
    }
}
