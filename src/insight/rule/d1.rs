//! D1: an objection that is open for long, or past the day until which all were to be heard.
//!
//! An objection is a gift to a proposal, and one that nobody takes up is a decision by waiting. Only what everybody sees
//! is asked about: what is hidden from some is no question yet.

use super::saying::Saying;
use super::{Check, DecisionScene, Facts, Finding, FindingKind, Many, Rule};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "D1",
    kind: FindingKind::Stale,
    check: Check::Decision(find),
    line,
    why: |_, _| words().finding_why_d1(),
    ends_with_title: false,
    many: Some(Many::of_decisions(|count, list| words().finding_many_d1(count, list))),
};

/// So many days an objection has to be talked about.
const DAYS: i64 = 5;

fn find(scene: &DecisionScene) -> Vec<Finding> {
    let Some(since) = scene.objection else { return Vec::new() };
    let closed = scene.closes.map(At::end_of);
    let from = closed.map_or(since.plus_days(DAYS), |closed| closed.min(since.plus_days(DAYS)));
    let facts = Facts {
        decisions: vec![scene.decision],
        members: scene.objectors.clone(),
        since: Some(since),
        ..Facts::default()
    };
    vec![Finding::new(&RULE, &[scene.decision.into()], facts, from.max(since))]
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_d1(say.members(), say.decision(), say.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::id::DecisionId;
    use crate::insight::sketch::{BUDI, day, names, nov};

    /// Budi's objection of the 2nd.
    fn objected(closes: Option<Day>) -> DecisionScene {
        DecisionScene {
            decision: DecisionId(uuid::Uuid::from_u128(7)),
            is_adopted: false,
            review: None,
            trial_ends: None,
            objection: Some(nov(2, 9)),
            objectors: vec![BUDI],
            closes,
        }
    }

    #[test]
    fn an_objection_is_asked_about_after_five_days_or_when_all_were_to_be_heard() {
        let found = find(&objected(None));
        assert_eq!(found[0].from, nov(7, 9));
        assert_eq!(line(&found[0], &names(), nov(10, 9)), "the objection of budi to ? is open for 8 days");
        assert_eq!(find(&objected(Some(day(3))))[0].from, nov(4, 0));
        assert_eq!(find(&objected(Some(day(1))))[0].from, nov(2, 9), "it came later than that");
        assert_eq!(find(&objected(Some(day(20))))[0].from, nov(7, 9));
    }

    #[test]
    fn where_nobody_objects_nothing_is_asked() {
        assert_eq!(find(&DecisionScene { objection: None, ..objected(Some(day(1))) }), []);
    }
}
