//! H1: two live tasks whose titles say nearly the same, led by different members.
//!
//! "Sign the payment contract" and "Signing the contract for payments" are one work that two people do. Titles that are
//! equal are left to O4, tasks with one link to O6. No question is asked where the two know of each other: where one task
//! waits on the other, or a lead of one helps with the other. A title that is alike to many others is one of a series ("Check the alarm of …"): about that
//! the team is asked once.

use super::saying::Saying;
use super::{AlikeScene, Check, Facts, Finding, FindingKind, Likened, Many, Rule, Way};
use crate::domain::calendar::At;
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::names::Names;
use crate::words::words;

/// So many tasks of a series are named beside its first one.
const NAMED: usize = 5;

pub(super) static RULE: Rule = Rule {
    code: "H1",
    kind: FindingKind::Overlap,
    check: Check::Alike(find),
    line,
    why: |_, _| words().finding_why_h1(),
    ends_with_title: false,
    many: Some(
        Many::of_tasks(|count, list| words().finding_many_h1(count, list)).ways(&[Way::Remark, Way::Fine]),
    ),
};

fn find(scene: &AlikeScene) -> Vec<Finding> {
    if scene.task.is_of_many {
        return series(scene).into_iter().collect();
    }
    // Each pair is found at the first of the two.
    let later = scene.others.iter().filter(|other| other.id > scene.task.id && !other.is_of_many);
    later
        .filter(|other| !know_of_each_other(&scene.task, other))
        .map(|other| pair(&scene.task, other))
        .collect()
}

fn pair(first: &Likened, second: &Likened) -> Finding {
    let facts = Facts {
        tasks: vec![first.id, second.id],
        members: [first.leads.as_slice(), &second.leads].concat(),
        alike: vec![first.title.clone(), second.title.clone()],
        ..Facts::default()
    };
    Finding::new(&RULE, &[first.id.into(), second.id.into()], facts, first.since.max(second.since))
}

/// Of several in one series that are alike to many the first asks about all that are alike to it.
fn series(scene: &AlikeScene) -> Option<Finding> {
    let task = &scene.task;
    let is_first = !scene.others.iter().any(|other| other.is_of_many && other.id < task.id);
    let strangers: Vec<&Likened> =
        scene.others.iter().filter(|other| !know_of_each_other(task, other)).collect();
    if !is_first || strangers.is_empty() {
        return None;
    }
    let named = strangers.iter().take(NAMED);
    let facts = Facts {
        tasks: [task.id].into_iter().chain(named.clone().map(|other| other.id)).collect(),
        members: task.leads.clone(),
        count: u32::try_from(strangers.len()).ok(),
        alike: [&task.title].into_iter().chain(named.map(|other| &other.title)).cloned().collect(),
        ..Facts::default()
    };
    let about: [SubjectId; 1] = [task.id.into()];
    let from = strangers.iter().map(|other| other.since).max().unwrap_or(At::START);
    Some(Finding::new(&RULE, &about, facts, from.max(task.since)))
}

/// Whether whoever leads one knows of the other: who leads or helps with both does, and who waits on the other. Where both
/// have one link O6 asks already.
fn know_of_each_other(one: &Likened, other: &Likened) -> bool {
    let is_with =
        |member: &MemberId, task: &Likened| task.leads.contains(member) || task.helpers.contains(member);
    one.leads.iter().any(|lead| is_with(lead, other))
        || other.leads.iter().any(|lead| is_with(lead, one))
        || one.names.contains(&other.id)
        || other.names.contains(&one.id)
        || one.links.iter().any(|link| other.links.contains(link))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    match say.facts.count {
        Some(count) => words().finding_h1_series(say.task(0), count, say.title()),
        None => words().finding_h1(say.task(0), say.task(1), say.members(), say.alike(0), say.alike(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{AYU, BUDI, CITRA, names, nov, task_id};

    fn task(n: u8, leads: &[MemberId], title: &str) -> Likened {
        Likened {
            id: task_id(n),
            title: title.to_owned(),
            since: nov(15 + i64::from(n), 9),
            leads: leads.to_vec(),
            helpers: Vec::new(),
            names: Vec::new(),
            links: Vec::new(),
            is_of_many: false,
        }
    }

    fn found(task: Likened, others: &[&Likened]) -> Vec<Finding> {
        find(&AlikeScene { task, others: others.iter().map(|other| (*other).clone()).collect() })
    }

    #[test]
    fn one_work_in_two_wordings_with_two_leads_is_an_overlap() {
        let one = task(1, &[AYU], "Move the shop list");
        let other = task(2, &[BUDI], "Moving the list of shops");
        let [found] = &found(one.clone(), &[&other])[..] else { panic!("one finding a pair") };
        assert_eq!(found.key, format!("H1:{}:{}", task_id(1), task_id(2)));
        assert_eq!(found.from, nov(17, 9));
        assert_eq!(
            line(found, &names(), nov(18, 9)),
            "bakul and danum may be the same work, led by ayu and budi: \"Move the shop list\" and \"Moving the list \
             of shops\""
        );
        assert_eq!(self::found(other.clone(), &[&one]), [], "it is asked once");
        let moved = task(1, &[AYU], "the shop LIST: moved");
        let renamed = pair(&moved, &other);
        assert_eq!(renamed.fingerprint(), found.fingerprint(), "other case, order and endings");
        let renamed = pair(&task(1, &[AYU], "Move the shop list early"), &other);
        assert_ne!(renamed.fingerprint(), found.fingerprint());
    }

    #[test]
    fn whoever_knows_of_the_other_is_not_asked() {
        let one = task(1, &[AYU], "Move the shop list");
        let other = task(2, &[BUDI], "Moving the list of shops");
        for other in [
            Likened { leads: vec![AYU, BUDI], ..other.clone() },
            Likened { helpers: vec![AYU], ..other.clone() },
            Likened { names: vec![task_id(1)], ..other.clone() },
        ] {
            assert_eq!(found(one.clone(), &[&other]), [], "{other:?}");
        }
        let linked =
            |task: &Likened| Likened { links: vec!["https://example.org/84".to_owned()], ..task.clone() };
        assert_eq!(found(linked(&one), &[&linked(&other)]), [], "O6 asks about the two");
        assert_eq!(found(linked(&one), &[&other]).len(), 1);
        for one in [
            Likened { helpers: vec![BUDI], ..one.clone() },
            Likened { names: vec![task_id(2)], ..one.clone() },
        ] {
            assert_eq!(found(one.clone(), &[&other]), [], "{one:?}");
        }
    }

    #[test]
    fn a_series_is_one_question() {
        let many = |n, leads: &[MemberId]| Likened { is_of_many: true, ..task(n, leads, "Check the alarm") };
        let leaf = |n, leads: &[MemberId]| task(n, leads, "Check the alarm early");
        let others = [&leaf(2, &[BUDI]), &leaf(3, &[CITRA]), &leaf(4, &[AYU])];
        let [asked] = &found(many(1, &[AYU]), &others)[..] else { panic!("one for all") };
        assert_eq!(asked.facts.tasks, [task_id(1), task_id(2), task_id(3)], "one leads 4 too");
        assert_eq!(asked.key, format!("H1:{}", task_id(1)));
        assert_eq!(
            line(asked, &names(), nov(18, 9)),
            "bakul and 2 others may be the same work: Move the shop list"
        );
        assert_eq!(found(leaf(2, &[BUDI]), &[&many(1, &[AYU])]), [], "no pair beside it");
        assert_eq!(
            found(many(3, &[CITRA]), &[&many(1, &[AYU]), &leaf(2, &[BUDI])]),
            [],
            "the first one asks"
        );
        assert_eq!(
            found(many(1, &[AYU]), &[&leaf(2, &[AYU])]),
            [],
            "one person may do such things again and again"
        );
    }
}
