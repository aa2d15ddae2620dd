//! What several people do to agreements, at random.

use super::*;
use crate::domain::agreement::{Agreement, AgreementKind, Way, Wording};
use crate::domain::id::{AgreementId, RecordId};

/// The first of the deeds that are about agreements.
pub const FIRST: u8 = decisions::FIRST + decisions::COUNT;
/// How many there are.
pub const COUNT: u8 = 9;

impl Team {
    fn agreement(&self, n: u8) -> Option<Agreement> {
        let id = self.agreements.get(usize::from(n) % self.agreements.len().max(1))?;
        self.session.agreement(*id).ok()
    }

    /// The command of a deed; `None` where there was nothing to do.
    pub fn agrees(&mut self, what: u8, n: u8, arg: u8) -> Option<Command> {
        let day =
            self.session.today().checked_add_signed(chrono::TimeDelta::days(i64::from(arg % 24) - 2))?;
        if what == FIRST {
            let id = AgreementId(self.id());
            let kind = AgreementKind::ALL[usize::from(arg) % AgreementKind::ALL.len()];
            let wording = Wording {
                title: ["Money above 500,000", "No calls after six", " "][usize::from(arg >> 3) % 3].into(),
                text: "By consent, before it is spent".into(),
                // The last is somebody whom nobody knows.
                parties: self.people[..usize::from(arg >> 6) + 1].to_vec(),
                about: vec!["spending money".into(); usize::from(arg & 1)],
                way: (arg & 4 == 4).then(|| Way::ALL[usize::from(arg >> 4) % Way::ALL.len()]),
                quorum: (arg & 12 == 12).then_some(u32::from(arg >> 5)),
                exit: (arg & 16 == 16).then_some(u32::from(n % 4)),
                review: (arg & 32 == 32).then_some(day),
                ..Wording::default()
            };
            self.agreements.push(id);
            return Some(Command::DraftAgreement(DraftAgreement { id, kind, wording }));
        }
        let known = self.agreement(n)?;
        let agreement = known.id;
        Some(match what - FIRST {
            1 | 2 => {
                let mut wording = self.session.proposal(agreement).ok()?;
                wording.text = format!("version {}", arg % 4);
                if arg & 8 == 8 {
                    wording.parties.truncate(usize::from(arg >> 6));
                }
                Command::AmendAgreement(AmendAgreement { agreement, wording })
            }
            3..=5 => {
                // What is on the screen, or whatever was there at some time.
                let version = match arg % 4 {
                    0 => None,
                    1 => self.session.options(&known).ok()?.agreeable,
                    _ => known
                        .versions
                        .get(usize::from(arg >> 2) % known.versions.len().max(1))
                        .map(|one| one.id),
                };
                Command::AgreeTo(AgreeTo { agreement, version })
            }
            6 => Command::LeaveAgreement(LeaveAgreement { agreement, on: (arg & 32 == 32).then_some(day) }),
            7 => {
                let why = ["it is over", ""][usize::from(arg & 1)].to_owned();
                Command::WithdrawAgreement(WithdrawAgreement { agreement, why })
            }
            _ => Command::RenewAgreement(RenewAgreement { agreement, next: day }),
        })
    }

    /// What all but one agreed to: nothing that this one does changes it.
    pub fn yes_of_others(&self, who: u8) -> Vec<(AgreementId, RecordId, MemberId)> {
        let me = self.people[usize::from(who) % 3];
        let known = self.agreements.iter().filter_map(|id| self.session.agreement(*id).ok());
        known
            .flat_map(|one| one.yes.iter().map(|yes| (one.id, yes.version, yes.member)).collect::<Vec<_>>())
            .filter(|(_, _, member)| *member != me)
            .collect()
    }
}
