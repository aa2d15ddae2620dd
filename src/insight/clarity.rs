//! How clear a role is: what others need to read of it, and whether it is there.

use crate::domain::calendar::Day;
use crate::domain::folding::folded;

/// What is looked at of a role.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline<'a> {
    pub is_draft: bool,
    pub purpose: Option<&'a str>,
    /// How many there are of each.
    pub accountabilities: usize,
    pub domains: usize,
    pub holders: Vec<Part<'a>>,
    pub review: Option<Day>,
}

/// What a holder said of their part in a role.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Part<'a> {
    pub focus: Option<&'a str>,
    pub term: Option<Day>,
}

/// What a role has to say, in the order in which it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    Purpose,
    Accountabilities,
    Domains,
    Holders,
    Focus,
    Term,
    Review,
}

impl Aspect {
    pub const ALL: [Aspect; 7] = [
        Aspect::Purpose,
        Aspect::Accountabilities,
        Aspect::Domains,
        Aspect::Holders,
        Aspect::Focus,
        Aspect::Term,
        Aspect::Review,
    ];

    /// The word for other programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Aspect::Purpose => "purpose",
            Aspect::Accountabilities => "accountabilities",
            Aspect::Domains => "domains",
            Aspect::Holders => "holders",
            Aspect::Focus => "focus",
            Aspect::Term => "term",
            Aspect::Review => "review",
        }
    }
}

/// How an aspect stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clarity {
    Clear,
    /// Nothing is there, and nothing need be.
    NotNeeded,
    /// A role needs it to be clear.
    Missing,
    /// Its day is over.
    Passed,
}

impl Clarity {
    /// Whether somebody has to do something about it.
    pub fn is_lack(self) -> bool {
        matches!(self, Clarity::Missing | Clarity::Passed)
    }
}

impl Outline<'_> {
    pub fn clarity(&self, aspect: Aspect, today: Day) -> Clarity {
        let needed = |is_there: bool| if is_there { Clarity::Clear } else { Clarity::Missing };
        let free = |is_there: bool| if is_there { Clarity::Clear } else { Clarity::NotNeeded };
        let until = |day: Day| if day < today { Clarity::Passed } else { Clarity::Clear };
        match aspect {
            Aspect::Purpose => needed(self.purpose.is_some()),
            Aspect::Accountabilities => needed(self.accountabilities > 0),
            // Not every role controls something alone.
            Aspect::Domains => free(self.domains > 0),
            Aspect::Holders if self.is_draft => free(!self.holders.is_empty()),
            Aspect::Holders => needed(!self.holders.is_empty()),
            Aspect::Focus if self.shares_focus() => Clarity::Missing,
            Aspect::Focus => free(self.holders.iter().any(|part| part.focus.is_some())),
            Aspect::Term => {
                let first = self.holders.iter().filter_map(|part| part.term).min();
                first.map_or(Clarity::NotNeeded, until)
            }
            Aspect::Review => self.review.map_or(Clarity::Missing, until),
        }
    }

    /// What is missing or passed. A role that lacks nothing is clear.
    pub fn lacks(&self, today: Day) -> impl Iterator<Item = Aspect> {
        Aspect::ALL.into_iter().filter(move |aspect| self.clarity(*aspect, today).is_lack())
    }

    pub fn is_clear(&self, today: Day) -> bool {
        self.lacks(today).next().is_none()
    }

    /// Whether several hold the role and nobody can tell who does which part.
    pub fn shares_focus(&self) -> bool {
        shares_focus(self.holders.iter().map(|part| part.focus))
    }
}

/// Whether of several holders, each with a focus or without, one has none, or two have the same, however they write it.
pub fn shares_focus<'a>(focuses: impl Iterator<Item = Option<&'a str>>) -> bool {
    let mut focuses: Vec<_> = focuses.map(|focus| focus.map(folded)).collect();
    focuses.sort_unstable();
    focuses.len() > 1 && (focuses[0].is_none() || focuses.windows(2).any(|pair| pair[0] == pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::sketch::day;

    fn clear() -> Outline<'static> {
        let part = Part { focus: Some("the books"), term: Some(day(20)) };
        Outline {
            is_draft: false,
            purpose: Some("the money is where it should be"),
            accountabilities: 2,
            domains: 0,
            holders: vec![part],
            review: Some(day(30)),
        }
    }

    #[test]
    fn what_a_role_needs_is_missed() {
        let lacks = |role: Outline<'_>| role.lacks(day(18)).collect::<Vec<_>>();
        assert_eq!(lacks(clear()), []);
        assert_eq!(lacks(Outline { purpose: None, ..clear() }), [Aspect::Purpose]);
        assert_eq!(lacks(Outline { accountabilities: 0, ..clear() }), [Aspect::Accountabilities]);
        assert_eq!(lacks(Outline { holders: vec![], ..clear() }), [Aspect::Holders]);
        assert_eq!(lacks(Outline { holders: vec![], is_draft: true, ..clear() }), [], "nobody yet");
        assert_eq!(lacks(Outline { review: None, ..clear() }), [Aspect::Review]);
    }

    #[test]
    fn a_day_that_passed_is_told_from_one_that_is_missing() {
        let role = clear();
        assert_eq!(role.clarity(Aspect::Term, day(20)), Clarity::Clear, "to the end of the day");
        assert_eq!(role.clarity(Aspect::Term, day(21)), Clarity::Passed);
        assert_eq!(role.clarity(Aspect::Review, day(31)), Clarity::Passed);
        assert_eq!(Outline { review: None, ..role }.clarity(Aspect::Review, day(1)), Clarity::Missing);
    }

    #[test]
    fn sharing_needs_a_focus_of_each_ones_own() {
        let shares = |focuses: &[Option<&'static str>]| {
            let holders = focuses.iter().map(|focus| Part { focus: *focus, term: None }).collect();
            Outline { holders, ..clear() }.shares_focus()
        };
        assert!(!shares(&[None]) && !shares(&[Some("books"), Some("calls")]));
        assert!(shares(&[Some("the books"), Some("The  Books")]), "one part, written in two ways");
        assert!(shares(&[Some("books"), None]) && shares(&[Some("books"), Some("calls"), Some("books")]));
    }
}
