//! What can happen to decisions in random histories: by members who know what has arrived on their replica, and now and
//! then by one who writes an adoption although its conditions do not hold.

use setara::domain::calendar::Day;
use setara::domain::decision::{
    Absence, Decision, DecisionKind, Excused, Hide, Judgement, Phase, Probe, Trial, Word,
};
use setara::domain::event::*;
use setara::domain::id::{DecisionId, MemberId, RecordId};
use setara::domain::record::Draft;
use setara::domain::subject::{Kind, Subject};

use super::{MEMBERS, Replica, id, member, nth, role, time, undo};

pub const DECISIONS: u128 = 2;
/// The first of the things that can happen to decisions.
pub const FIRST: u8 = 93;

pub fn decision(n: u8) -> DecisionId {
    DecisionId(id(90, u128::from(n) % DECISIONS))
}

impl Replica {
    pub fn decision(&self, id: DecisionId) -> Decision {
        match Subject::fold(Kind::Decision, id.into(), &self.records(id.into())) {
            Subject::Decision(decision) => *decision,
            other => unreachable!("{other:?}"),
        }
    }

    pub fn of_decision(&self, what: u8, me: MemberId, subject: u8, arg: u8) -> Option<Draft> {
        let id = decision(subject);
        let known = self.decision(id);
        let heads = known.heads(None);
        let head = nth(heads.iter().copied(), arg);
        let after = known.known_adoptions();
        let reason = || Some("because".to_owned());
        let day = |n: u8| Day::from_ymd_opt(2026, 11, 2 + u32::from(n % 25));
        let trial = || {
            let (tried, judged, stop) = ("both".into(), "by the till".into(), "if it fails".into());
            Some(Trial { tried, judged, stop, ends: day(arg)? })
        };
        let draft = |event: Event| Draft::new(id, event);
        Some(match what - FIRST {
            0 => {
                let kind = DecisionKind::ALL[usize::from(arg) % DecisionKind::ALL.len()];
                draft(
                    DecisionDrafted {
                        kind,
                        title: ["Deliver on Saturdays", "Print alpha prices"][usize::from(arg) % 2].into(),
                        why: (arg & 1 == 1).then(|| "shops ask".into()),
                        text: None,
                        parties: (0..MEMBERS as u8).filter(|n| n % 4 != arg % 5).map(member).collect(),
                        quorum: (arg & 8 == 8).then_some(2),
                        hide: [None, Some(Hide::Own), Some(Hide::All)][usize::from(arg) % 3],
                        closes: day(arg),
                        review: (arg & 16 == 16).then(|| day(arg)).flatten(),
                        role: (kind == DecisionKind::Selection).then(|| role(arg)),
                        nominee: (kind == DecisionKind::Selection && arg & 4 == 4).then(|| member(arg)),
                        trial: (kind == DecisionKind::Experiment).then(trial).flatten(),
                        options: match arg & 64 {
                            0 => Vec::new(),
                            _ => vec!["red".into(), "blue".into()],
                        },
                        asked: vec![member(arg)],
                        under: None,
                        replaces: Vec::new(),
                        outcome: (arg & 32 == 32).then(|| "it was adopted there".into()),
                        by: (arg & 128 == 128).then(|| member(arg)),
                        at: (arg & 128 == 128).then(|| time(arg)),
                        from: None,
                    }
                    .into(),
                )
            }
            1 => draft(
                DecisionAmended {
                    title: ["Deliver on Saturdays", "Deliver by bike"][usize::from(arg) % 2].into(),
                    why: None,
                    text: Some(format!("version {arg}")),
                    nominee: (known.kind == DecisionKind::Selection).then(|| member(arg)),
                    trial: (known.kind == DecisionKind::Experiment).then(trial).flatten(),
                    options: known.current().map(|version| version.options.clone()).unwrap_or_default(),
                    meets: known.stances.last().map(|stance| stance.id).into_iter().collect(),
                    after,
                }
                .into(),
            )
            // Sometimes of one of several only, as by somebody who did not look.
            .ending(if arg & 1 == 1 { heads } else { head.into_iter().collect() }),
            2 => {
                let to = Phase::ALL[usize::from(arg) % Phase::ALL.len()];
                let moved = DecisionMoved { to, until: day(arg).filter(|_| arg & 8 == 8), why: reason() };
                draft(moved.into()).ending(known.phase.seen().collect::<Vec<_>>())
            }
            3 => {
                let scheduled = DecisionScheduled {
                    closes: (arg & 1 == 1).then(|| day(arg)),
                    review: (arg & 1 == 0).then(|| day(arg)),
                };
                let seen: Vec<RecordId> = known.closes.seen().chain(known.review.seen()).collect();
                draft(scheduled.into()).ending(seen)
            }
            4 => draft(DecisionAsked { text: "why Saturdays?".into() }.into()),
            5 => {
                let question = nth(known.questions.iter().map(|question| question.id), arg)?;
                draft(DecisionAnswered { question, text: "shops ask".into() }.into())
            }
            6 => {
                let version = head?;
                let said = known.version(version)?;
                let fit = Word::of(known.kind, said.nominee.is_some(), !said.options.is_empty());
                // Whoever objected comes round more often than not, so that much is decided.
                let word = match fit.first() {
                    Some(first) if arg & 3 != 0 => *first,
                    _ => fit[usize::from(arg >> 2) % fit.len()],
                };
                let stance = DecisionStance {
                    version,
                    stance: word,
                    reason: reason(),
                    picks: match said.options.len() {
                        0 => Vec::new(),
                        n => vec![u32::from(arg) % n as u32],
                    },
                    nominates: (word == Word::Nominate).then(|| member(arg)),
                    after,
                    hidden: known.hide.is_some(),
                };
                let own: Vec<RecordId> = known.own(me, version).map(|stance| stance.id).collect();
                draft(stance.into()).ending(own)
            }
            7 => {
                let objection = nth(known.stances.iter().map(|stance| stance.id), arg)?;
                let question = Probe::ALL[usize::from(arg) % Probe::ALL.len()];
                draft(DecisionTested { objection, question, view: "not at once".into() }.into())
            }
            8 => draft(DecisionJoined { after }.into()),
            9 => draft(DecisionSteppedOut { after }.into()),
            10 => {
                let version = head?;
                let excused: Vec<Excused> = match arg & 15 {
                    3 => vec![Excused { member: member(arg >> 4), why: Absence::Away }],
                    7 => vec![Excused { member: member(arg >> 4), why: Absence::Left }],
                    _ => Vec::new(),
                };
                let count = known.count(version, &excused, None);
                let options = known.version(version)?.options.len();
                let adopted = DecisionAdopted {
                    version,
                    review: day(arg),
                    saw: count.stances.values().map(|stance| stance.id).collect(),
                    excused,
                    result: count.winner(options).map(|n| n as u32),
                    took: (arg & 1 == 1).then(|| "all of it".into()),
                };
                let lack = known.lack(known.version(version)?, &count, me, adopted.took.as_deref());
                // A forged one now and then.
                if (lack.is_some() || heads.len() > 1) && !arg.is_multiple_of(16) {
                    return None;
                }
                draft(adopted.into())
            }
            11 => draft(DecisionShown {}.into()),
            12 => draft(DecisionWithdrawn { why: reason() }.into()),
            13 => draft(DecisionCarried { after }.into()),
            14 => {
                let verdict = Judgement::ALL[usize::from(arg) % Judgement::ALL.len()];
                draft(DecisionJudged { verdict, why: "sold out".into() }.into())
            }
            15 => {
                let into = (arg % 8 == 1).then(|| decision(subject.wrapping_add(1)));
                draft(DecisionReviewed { next: day(arg).filter(|_| into.is_none()), into }.into())
                    .ending(known.renewed.seen().collect::<Vec<_>>())
            }
            16 => undo(&self.records(id.into()), arg)?,
            _ => return None,
        })
    }
}
