//! D1: an objection that is open for long, or past the closing day; who was here and was not waited for.
//!
//! Whoever writes an adoption says who was away or gone. Where their own records do not bear that out, the adoption holds
//! all the same, and they are asked: what they say is heard, and may be a reason to decide anew.
//!
//! An objection is a gift to a proposal, and one that nobody takes up is a decision by waiting. Only what everybody sees
//! is asked about: what is hidden from some is no question yet.

use super::saying::Saying;
use super::{Check, DecisionScene, Facts, Finding, FindingKind, Many, Rule};
use crate::domain::calendar::At;
use crate::domain::id::SubjectId;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "D1",
    kind: FindingKind::Stale,
    check: Check::Decision(find),
    line,
    why: |facts, _| match facts.count {
        Some(_) => words().finding_why_d1_excused(),
        None => words().finding_why_d1(),
    },
    ends_with_title: false,
    many: Some(Many::of_decisions(|count, list| words().finding_many_d1(count, list))),
};

/// So many days an objection has to be talked about.
const DAYS: i64 = 5;

fn find(scene: &DecisionScene) -> Vec<Finding> {
    objected(scene).into_iter().chain(not_waited_for(scene)).collect()
}

fn not_waited_for(scene: &DecisionScene) -> Option<Finding> {
    let since = scene.adopted.filter(|_| scene.is_adopted && !scene.excused.is_empty())?;
    let members = scene.excused.iter().map(|member| SubjectId::from(*member));
    let about: Vec<SubjectId> = [scene.decision.into()].into_iter().chain(members).collect();
    let facts = Facts {
        decisions: vec![scene.decision],
        members: scene.excused.clone(),
        since: Some(since),
        count: u32::try_from(scene.excused.len()).ok(),
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &about, facts, since))
}

fn objected(scene: &DecisionScene) -> Option<Finding> {
    let since = scene.objection?;
    let closed = scene.closes.map(At::end_of);
    let from = closed.map_or(since.plus_days(DAYS), |closed| closed.min(since.plus_days(DAYS)));
    let facts = Facts {
        decisions: vec![scene.decision],
        members: scene.objectors.clone(),
        since: Some(since),
        ..Facts::default()
    };
    Some(Finding::new(&RULE, &[scene.decision.into()], facts, from.max(since)))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    if say.facts.count.is_some() {
        return words().finding_d1_excused(say.decision(), say.members());
    }
    words().finding_d1(say.members(), say.decision(), say.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::id::DecisionId;
    use crate::insight::sketch::{BUDI, day, names, nov};

    /// Budi's objection of the 2nd.
    fn open(closes: Option<Day>) -> DecisionScene {
        DecisionScene {
            decision: DecisionId(uuid::Uuid::from_u128(7)),
            is_adopted: false,
            review: None,
            trial_ends: None,
            objection: Some(nov(2, 9)),
            objectors: vec![BUDI],
            closes,
            excused: Vec::new(),
            adopted: None,
        }
    }

    #[test]
    fn an_objection_is_asked_about_after_five_days_or_when_all_were_to_be_heard() {
        let found = find(&open(None));
        assert_eq!(found[0].from, nov(7, 9));
        assert_eq!(line(&found[0], &names(), nov(10, 9)), "the objection of budi to ? is open for 8 days");
        assert_eq!(find(&open(Some(day(3))))[0].from, nov(4, 0));
        assert_eq!(find(&open(Some(day(1))))[0].from, nov(2, 9), "it came later than that");
        assert_eq!(find(&open(Some(day(20))))[0].from, nov(7, 9));
    }

    #[test]
    fn where_nobody_objects_nothing_is_asked() {
        assert_eq!(find(&DecisionScene { objection: None, ..open(Some(day(1))) }), []);
    }

    #[test]
    fn who_was_here_and_not_waited_for_is_asked() {
        let adopted =
            DecisionScene { is_adopted: true, objection: None, adopted: Some(nov(4, 9)), ..open(None) };
        assert_eq!(find(&adopted), []);
        let found = find(&DecisionScene { excused: vec![BUDI], ..adopted.clone() });
        assert_eq!(found[0].since(), Some(nov(4, 9)));
        assert_eq!(
            line(&found[0], &names(), nov(5, 9)),
            "? was adopted without waiting for budi, who was here by their own records"
        );
        let contested = DecisionScene { is_adopted: false, excused: vec![BUDI], ..adopted };
        assert_eq!(find(&contested), [], "then all are asked again");
    }
}
