//! L2: whether more than half of what a team leads, decides or facilitates hangs on one member.
//!
//! Who does most of it sees least that nobody else could take over. So it is told, but to that member alone: it is a
//! person's own number.
//!
//! **Invariant:** computed for the member who looks, on their own page and in their own `setara mine`. It is no rule, has no
//! row in any table, no place on a stage, and goes out in no export.

/// In a smaller team one of them leads much by necessity.
const TEAM: u32 = 4;
/// Fewer of something say nothing: one of one would be all of it.
const LEAST: u32 = 4;

/// How much of something is one's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub mine: u32,
    pub all: u32,
}

/// What is looked at of a team, for one of its members.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Concentration {
    /// How many are of the team.
    pub people: u32,
    /// The live tasks that somebody leads.
    pub leads: Share,
    /// The last meetings that are over.
    pub facilitated: Share,
    /// The last decisions that were adopted, by who proposed them.
    pub decided: Share,
}

impl Concentration {
    /// One's own share of the led tasks, where it is over half.
    pub fn of_leads(self) -> Option<Share> {
        self.over_half(self.leads)
    }

    /// One's own share of the meetings, where it is over half.
    pub fn of_facilitation(self) -> Option<Share> {
        self.over_half(self.facilitated)
    }

    /// One's own share of the decisions, where it is over half.
    pub fn of_decisions(self) -> Option<Share> {
        self.over_half(self.decided)
    }

    fn over_half(self, share: Share) -> Option<Share> {
        let is_over = u64::from(share.mine) * 2 > share.all.into();
        Some(share).filter(|share| is_over && self.people >= TEAM && share.all >= LEAST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads(people: u32, mine: u32, all: u32) -> Option<(u32, u32)> {
        let team = Concentration { people, leads: Share { mine, all }, ..Concentration::default() };
        assert_eq!(team.of_facilitation(), None, "nobody met");
        team.of_leads().map(|share| (share.mine, share.all))
    }

    #[test]
    fn over_half_of_the_leads_or_meetings_is_told() {
        assert_eq!(leads(4, 5, 9), Some((5, 9)));
        let facilitated = Share { mine: 6, all: 10 };
        let met = Concentration { people: 5, facilitated, ..Concentration::default() };
        assert_eq!((met.of_facilitation(), met.of_leads()), (Some(facilitated), None));
    }

    #[test]
    fn half_a_small_team_and_a_handful_are_not() {
        assert_eq!(leads(4, 5, 10), None, "half of it");
        assert_eq!(leads(3, 9, 9), None, "a team of three");
        assert_eq!(leads(7, 3, 3), None, "three tasks");
    }
}
