//! O6: two live tasks with the same link and different leads.
//!
//! The same page, ticket or document behind two tasks is most often the same work, whatever the titles say.

use sha2::{Digest, Sha256};

use super::saying::Saying;
use super::{Brief, Check, Finding, FindingKind, Many, Rule, Way, pairs};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "O6",
    kind: FindingKind::Overlap,
    check: Check::Link(find),
    line,
    why: |_, _| words().finding_why_o6(),
    ends_with_title: false,
    many: Some(
        Many::of_tasks(|count, list| words().finding_many_o6(count, list)).ways(&[Way::Remark, Way::Fine]),
    ),
};

/// `tasks` are those with the link.
fn find(link: &str, tasks: &[Brief]) -> Vec<Finding> {
    let mut found = pairs::led_apart(&RULE, tasks, &[link.to_owned()]);
    // Two tasks may share two links: each is a question of its own.
    let hash: String = Sha256::digest(link)[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    for finding in &mut found {
        finding.key = format!("{}:{hash}", finding.key);
    }
    found
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_o6(say.task(0), say.task(1), say.members(), say.text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::State;
    use crate::insight::sketch::{AYU, BUDI, brief, names, nov, task_id};

    #[test]
    fn one_link_with_two_leads_is_an_overlap() {
        let tasks = [brief(1, State::Doing, nov(16, 9), &[AYU]), brief(3, State::Open, nov(17, 9), &[BUDI])];
        let [found] = &find("https://example.org/7", &tasks)[..] else { panic!("one finding a pair") };
        let [other] = &find("https://example.org/8", &tasks)[..] else { panic!("one finding a pair") };
        assert!(found.key.starts_with(&format!("O6:{}:{}:", task_id(1), task_id(3))), "{}", found.key);
        assert_ne!(found.key, other.key, "a finding for each link");
        assert_eq!(
            line(found, &names(), nov(18, 9)),
            "bakul and lusab have the same link, led by ayu and budi: https://example.org/7"
        );
    }

    #[test]
    fn the_same_lead_on_both_is_no_overlap() {
        let tasks = [brief(1, State::Doing, nov(16, 9), &[AYU]), brief(3, State::Open, nov(17, 9), &[AYU])];
        assert_eq!(find("https://example.org/7", &tasks), []);
    }
}
