//! What several people do to decisions, at random.

use super::*;
use crate::domain::decision::{Decision, DecisionKind, Hide, Judgement, Phase, Probe, Trial, Word};
use crate::domain::id::DecisionId;

/// The first of the deeds that are about decisions.
pub const FIRST: u8 = 66;
/// How many there are.
pub const COUNT: u8 = 13;

impl Team {
    fn decision(&self, n: u8) -> Option<Decision> {
        let id = self.decisions.get(usize::from(n) % self.decisions.len().max(1))?;
        self.session.decision(*id).ok()
    }

    /// The command of a deed; `None` where there was nothing to do.
    pub fn decides(&mut self, what: u8, n: u8, arg: u8) -> Option<Command> {
        let me = self.session.me()?;
        let day = self.session.today().checked_add_signed(chrono::TimeDelta::days(i64::from(arg % 24) - 2));
        let reason = (arg & 1 == 1).then(|| "because".to_owned());
        let trial = || {
            let (tried, judged, stop) = ("both".into(), "by the till".into(), "if it fails".into());
            Some(Trial { tried, judged, stop, ends: day? })
        };
        if what == FIRST {
            let id = DecisionId(self.id());
            let kind = DecisionKind::ALL[usize::from(arg) % DecisionKind::ALL.len()];
            let title =
                ["Deliver on Saturdays", "Print alpha prices", " "][usize::from(arg >> 3) % 3].to_owned();
            let parties = self.people[..usize::from(arg >> 6) + 1].to_vec();
            let (is_experiment, is_selection) =
                (kind == DecisionKind::Experiment, kind == DecisionKind::Selection);
            self.decisions.push(id);
            return Some(Command::Propose(Propose {
                proposal: Proposal {
                    title,
                    trial: is_experiment.then(trial).flatten(),
                    nominee: is_selection.then(|| self.people[usize::from(arg >> 2) % 3]),
                    options: match arg & 16 {
                        0 => Vec::new(),
                        _ => vec!["red".into(), "blue".into()],
                    },
                    ..Proposal::default()
                },
                quorum: (arg & 32 == 32).then_some(1),
                hide: [None, Some(Hide::Own), Some(Hide::All)][usize::from(arg) % 3],
                closes: day.filter(|_| arg & 4 == 4),
                role: is_selection.then(|| self.roles.first().copied()).flatten(),
                asked: vec![self.people[usize::from(n) % 3]],
                replaces: self
                    .decisions
                    .first()
                    .copied()
                    .filter(|first| *first != id && arg & 8 == 8)
                    .into_iter()
                    .collect(),
                ..Propose::titled(id, kind, String::new(), parties)
            }));
        }
        let known = self.decision(n)?;
        let decision = known.id;
        let head = *known.heads(None).first()?;
        let version = known.version(head)?;
        Some(match what - FIRST {
            1 => Command::Amend(Amend {
                decision,
                saw: known.heads(None),
                proposal: Proposal { text: Some(format!("version {}", arg % 3)), ..Proposal::of(version) },
                meets: known.stances.iter().map(|stance| stance.id).take(1).collect(),
            }),
            2..=5 => {
                let fit = Word::of(known.kind, version.nominee.is_some(), !version.options.is_empty());
                // Now and then what cannot be said.
                let word = match arg % 8 {
                    7 => Word::ALL[usize::from(arg >> 3) % Word::ALL.len()],
                    0..=3 => *fit.first()?,
                    _ => fit[usize::from(arg >> 3) % fit.len()],
                };
                Command::TakeStance(TakeStance {
                    reason: Some("because".into()).filter(|_| arg & 64 == 0),
                    picks: vec![u32::from(arg % 3)],
                    nominates: self.people.get(usize::from(arg) % 4).copied(),
                    ..TakeStance::plain(decision, head, word, None)
                })
            }
            6 => Command::TestObjection(TestObjection {
                decision,
                objection: known.stances.last()?.id,
                question: Probe::ALL[usize::from(arg) % Probe::ALL.len()],
                view: "not at once".into(),
            }),
            7 => match arg % 3 {
                0 => Command::JoinDecision(JoinDecision { decision }),
                1 => Command::StepOut(StepOut { decision }),
                _ => Command::ShowStances(ShowStances { decision }),
            },
            8 => match arg % 3 {
                0 => Command::AskDecision(AskDecision { decision, text: "why?".into() }),
                1 => {
                    let question = known.questions.first()?.id;
                    Command::AnswerDecision(AnswerDecision { decision, question, text: "so".into() })
                }
                _ => {
                    Command::ScheduleDecision(ScheduleDecision { decision, closes: Some(day), review: None })
                }
            },
            9 => Command::MoveDecision(MoveDecision {
                decision,
                to: Phase::ALL[usize::from(arg) % Phase::ALL.len()],
                until: day.filter(|_| arg & 8 == 8),
                why: reason,
            }),
            10 => {
                let took = known.has_proposed(me, None).then(|| "all of it".to_owned());
                Command::Adopt(Adopt { decision, version: head, review: day.filter(|_| arg & 1 == 1), took })
            }
            11 => match arg % 2 {
                0 => Command::WithdrawDecision(WithdrawDecision { decision, why: reason }),
                _ => Command::CarryDecision(CarryDecision { decision }),
            },
            _ => match arg % 2 {
                0 => {
                    let verdict = Judgement::ALL[usize::from(arg >> 1) % Judgement::ALL.len()];
                    Command::JudgeTrial(JudgeTrial { decision, verdict, why: "sold out".into() })
                }
                _ => Command::RenewDecision(RenewDecision { decision, next: day }),
            },
        })
    }
}
