//! What an answer can come from, in the order in which one is asked.

use super::Advice;
use super::known::Known;
use super::reasons::{Bearing, Reason, Says};
use crate::domain::agreement::Way;
use crate::domain::id::MemberId;

/// One that knows an answer, or leaves it to the next. A new one is its function and its place here.
type Source = fn(&Asked<'_>) -> Option<Given>;

/// What is to be done, why, and whom to ask or to tell.
pub(super) type Given = (Advice, Ground, Vec<MemberId>);

/// What is being decided comes first, since one can still be heard on it, and what was decided before whoever controls it.
/// Work that others do comes before what is agreed on, that before what somebody controls, and that before what one does
/// oneself: whoever leads a task does not control for that what it touches.
const SOURCES: [Source; 7] = [open, led_by_others, decided, agreements, domains, own_task, accountabilities];

/// What gave an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A decision that is open.
    Open,
    /// One that is adopted.
    Decided,
    /// A live task that others lead.
    Led,
    /// An agreement in force that says how it is decided, or is one of partners.
    Agreed,
    /// What only one role controls.
    Domain,
    /// A live task that one leads oneself.
    Own,
    /// An ongoing activity of a role.
    Accountability,
    /// Nothing says otherwise.
    Nothing,
}

/// A question in hand.
struct Asked<'r> {
    known: &'r Known,
    /// All that bears on it.
    reasons: &'r [Reason],
}

/// The first answer.
pub(super) fn first(reasons: &[Reason], known: &Known) -> Given {
    let asked = Asked { known, reasons };
    SOURCES.iter().find_map(|source| source(&asked)).unwrap_or_else(|| {
        let near = asked.reasons.iter().filter(|reason| reason.bearing != Bearing::Before);
        (Advice::Go, Ground::Nothing, asked.others(near))
    })
}

fn open(asked: &Asked<'_>) -> Option<Given> {
    asked.strong(Ground::Open).next()?;
    Some((Advice::TakePart, Ground::Open, asked.others(asked.strong(Ground::Open))))
}

fn decided(asked: &Asked<'_>) -> Option<Given> {
    asked.strong(Ground::Decided).next()?;
    Some((Advice::Propose, Ground::Decided, Vec::new()))
}

fn led_by_others(asked: &Asked<'_>) -> Option<Given> {
    if asked.strong(Ground::Led).any(|reason| asked.is_mine(reason)) {
        return None;
    }
    let leads = asked.others(asked.strong(Ground::Led));
    (!leads.is_empty()).then_some((Advice::Ask, Ground::Led, leads))
}

/// A rule without a way is told, and leaves the answer to the next, but for one of partners: they are asked, by whoever is
/// none of them and by each other. Advice is asked of those who have to do with it, and of nobody where there is none.
fn agreements(asked: &Asked<'_>) -> Option<Given> {
    let ways = asked.strong(Ground::Agreed).filter_map(|reason| match reason.says {
        Says::Agreed { way, .. } => way,
        _ => None,
    });
    let ways: Vec<Way> = ways.collect();
    if ways.iter().any(|way| *way != Way::Advice) {
        return Some((Advice::Propose, Ground::Agreed, Vec::new()));
    }
    let partners = asked.others(asked.strong(Ground::Agreed));
    if !partners.is_empty() {
        return Some((Advice::Ask, Ground::Agreed, partners));
    }
    let others = asked.others(asked.reasons.iter().filter(|reason| reason.bearing != Bearing::Before));
    (!ways.is_empty() && !others.is_empty()).then_some((Advice::Ask, Ground::Agreed, others))
}

fn domains(asked: &Asked<'_>) -> Option<Given> {
    let mut of_roles = asked.strong(Ground::Domain).peekable();
    of_roles.peek()?;
    // A domain that two share is not one's own.
    let others = asked.others(asked.strong(Ground::Domain));
    let advice = match () {
        () if !others.is_empty() => Advice::Ask,
        () if of_roles.any(|reason| asked.is_mine(reason)) => Advice::Go,
        () => Advice::Propose,
    };
    Some((advice, Ground::Domain, others))
}

fn own_task(asked: &Asked<'_>) -> Option<Given> {
    let mine: Vec<&Reason> = asked.strong(Ground::Own).filter(|reason| asked.is_mine(reason)).collect();
    (!mine.is_empty()).then(|| (Advice::Go, Ground::Own, asked.others(mine.iter().copied())))
}

fn accountabilities(asked: &Asked<'_>) -> Option<Given> {
    let mut of_roles = asked.strong(Ground::Accountability).peekable();
    of_roles.peek()?;
    if of_roles.any(|reason| asked.is_mine(reason)) {
        return Some((Advice::Go, Ground::Accountability, Vec::new()));
    }
    let others = asked.others(asked.strong(Ground::Accountability));
    let advice = if others.is_empty() { Advice::Propose } else { Advice::Ask };
    Some((advice, Ground::Accountability, others))
}

impl Ground {
    /// The word in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Ground::Open => "open",
            Ground::Decided => "decided",
            Ground::Led => "led",
            Ground::Agreed => "agreement",
            Ground::Domain => "domain",
            Ground::Own => "own",
            Ground::Accountability => "accountability",
            Ground::Nothing => "nothing",
        }
    }

    /// Whether a reason is one of those that gave the answer.
    pub fn is_of(self, reason: &Reason) -> bool {
        let is_its_kind = match self {
            Ground::Open => reason.says == Says::Open,
            Ground::Decided => matches!(reason.says, Says::Decided(_)),
            Ground::Led | Ground::Own => reason.says == Says::Task,
            Ground::Agreed => match reason.says {
                Says::Agreed { way, .. } => way.is_some() || !reason.people.is_empty(),
                _ => false,
            },
            Ground::Domain => matches!(reason.says, Says::Domain(_)),
            Ground::Accountability => matches!(reason.says, Says::Accountability(_) | Says::Name),
            Ground::Nothing => false,
        };
        is_its_kind && reason.bearing == Bearing::Strong
    }
}

impl<'r> Asked<'r> {
    fn strong(&self, ground: Ground) -> impl Iterator<Item = &'r Reason> {
        self.reasons.iter().filter(move |reason| ground.is_of(reason))
    }

    fn is_mine(&self, reason: &Reason) -> bool {
        self.known.me.is_some_and(|me| reason.people.contains(&me))
    }

    /// The people of some reasons without the one who asks, those of what covers the question best first.
    fn others<'a>(&self, reasons: impl Iterator<Item = &'a Reason>) -> Vec<MemberId> {
        let mut all: Vec<(f64, MemberId)> = reasons
            .flat_map(|reason| reason.people.iter().map(|member| (reason.cover.sum(), *member)))
            .filter(|(_, member)| Some(*member) != self.known.me)
            .collect();
        all.sort_by(|(a, one), (b, other)| {
            b.total_cmp(a).then_with(|| self.known.by_name(*one).cmp(&self.known.by_name(*other)))
        });
        let mut members: Vec<MemberId> = Vec::new();
        for (_, member) in all {
            if !members.contains(&member) {
                members.push(member);
            }
        }
        members
    }
}
