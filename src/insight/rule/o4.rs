//! O4: two live tasks with the same title and different leads.
//!
//! Two people who wrote the same work down apart will do it twice. The same lead on both is no overlap: they
//! know.

use super::saying::Saying;
use super::{Brief, Check, Finding, FindingKind, Many, Rule, Way, pairs};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "O4",
    kind: FindingKind::Overlap,
    check: Check::Title(find),
    line,
    why: |_, _| words().finding_why_o4(),
    ends_with_title: false,
    many: Some(
        Many::of_tasks(|count, list| words().finding_many_o4(count, list)).ways(&[Way::Remark, Way::Fine]),
    ),
};

/// `tasks` are those with one folded title.
fn find(tasks: &[Brief]) -> Vec<Finding> {
    pairs::led_apart(&RULE, tasks, &[])
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_o4(say.task(0), say.task(1), say.members(), say.title())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::task::State;
    use crate::insight::sketch::{AYU, BUDI, brief, names, nov, task_id};

    #[test]
    fn one_title_with_two_leads_is_an_overlap() {
        let tasks = [brief(1, State::Doing, nov(16, 9), &[AYU]), brief(2, State::Open, nov(17, 9), &[BUDI])];
        let [found] = &find(&tasks)[..] else { panic!("one finding a pair") };
        assert_eq!(found.key, format!("O4:{}:{}", task_id(1), task_id(2)));
        assert_eq!(found.from, nov(17, 9));
        assert_eq!(
            line(found, &names(), nov(18, 9)),
            "bakul and danum have the same title, led by ayu and budi: Move the shop list"
        );
    }

    #[test]
    fn the_same_lead_or_none_is_no_overlap() {
        let first = brief(1, State::Doing, nov(16, 9), &[AYU]);
        for leads in [&[AYU][..], &[]] {
            assert_eq!(find(&[first.clone(), brief(2, State::Open, nov(17, 9), leads)]), []);
        }
        assert_eq!(find(&[first]), []);
    }
}
