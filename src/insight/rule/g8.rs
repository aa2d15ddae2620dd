//! G8: a newcomer without a buddy.
//!
//! Whoever is new does not know yet whom to ask, and asks nobody. A buddy is somebody who offered themselves and whom the
//! newcomer accepted. A newcomer has come to this board within the last 45 days, whenever an import says that they joined a
//! team elsewhere, and it is asked after the fifth. Who came within the first week of the board began it and is none, and a
//! team of two needs no buddies.

use super::saying::Saying;
use super::{Check, Facts, Finding, FindingKind, Many, NewcomerScene, Rule};
use crate::domain::calendar::At;
use crate::domain::names::Names;
use crate::words::words;

pub(super) static RULE: Rule = Rule {
    code: "G8",
    kind: FindingKind::Gap,
    check: Check::Newcomer(find),
    line,
    why: |_, _| words().finding_why_g8(),
    ends_with_title: false,
    many: Some(Many::of_members(|count, list| words().finding_many_g8(count, list))),
};

/// So many days somebody has to look around, and others to offer themselves.
const GRACE: i64 = 5;
/// For so many days somebody is new.
const NEW: i64 = 45;
/// Who comes within so many days after the board began, began it.
const FOUNDING: i64 = 7;
/// In a smaller team everybody is everybody's buddy.
pub(in crate::insight) const TEAM: u32 = 3;

fn find(scene: &NewcomerScene) -> Option<Finding> {
    let began = scene.began?;
    if scene.people < TEAM || scene.came < began.plus_days(FOUNDING) {
        return None;
    }
    let asked = scene.came.plus_days(GRACE);
    // While they have a buddy nothing is asked; the day on which that ends is known.
    let from = scene.paired_until.map_or(asked, |day| asked.max(At::end_of(day)));
    let until = scene.came.plus_days(NEW);
    let facts = Facts { members: vec![scene.member], since: Some(scene.came), ..Facts::default() };
    (from < until).then(|| Finding::new(&RULE, &[scene.member.into()], facts, from).until(until))
}

fn line(finding: &Finding, names: &Names, now: At) -> String {
    let say = Saying::of(finding, names, now);
    words().finding_g8(say.member(), say.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::{CITRA, day, names, nov};

    /// Citra, who came on a day to a board that began on the 1st.
    fn came(n: i64) -> NewcomerScene {
        NewcomerScene {
            member: CITRA,
            came: nov(n, 9),
            began: Some(nov(1, 9)),
            people: TEAM,
            paired_until: None,
        }
    }

    #[test]
    fn a_newcomer_is_asked_about_after_five_days_and_until_they_are_none() {
        let found = find(&came(10)).unwrap();
        assert_eq!((found.from, found.until), (nov(15, 9), nov(55, 9)));
        let said = line(&found, &names(), nov(18, 9));
        assert_eq!(said, "citra came 8 days ago and has no buddy yet");
    }

    #[test]
    fn who_began_the_board_is_no_newcomer() {
        assert_eq!(find(&came(7)), None);
        assert!(find(&came(8)).is_some(), "a week after it began");
        assert_eq!(find(&NewcomerScene { began: None, ..came(10) }), None, "of which nothing arrived yet");
    }

    #[test]
    fn two_need_no_buddies() {
        assert_eq!(find(&NewcomerScene { people: TEAM - 1, ..came(10) }), None);
    }

    #[test]
    fn a_buddy_answers_it_for_as_long_as_they_are_one() {
        let paired = |n| find(&NewcomerScene { paired_until: Some(day(n)), ..came(10) });
        assert_eq!(paired(20).unwrap().from, nov(21, 0));
        assert_eq!(paired(12).unwrap().from, nov(15, 9), "it ended while nothing was asked yet");
        assert_eq!(paired(60), None, "longer than they are new");
    }
}
