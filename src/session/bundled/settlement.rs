//! Settled findings, as items of a bundle.

use super::{Bundled, Import, time};
use crate::domain::event::FindingSettled;
use crate::domain::record::Draft;
use crate::domain::settlement::{Answer, Settlement, Verdict, subject_of};
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Settlement {
    fn export(&self, _: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.settlements.extend(self.answer.clone().map(settlement));
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        for settlement in &bundle.settlements {
            let subject = subject_of(import.board, &settlement.finding);
            if import.writing.knows(subject)? {
                continue;
            }
            let settled = FindingSettled {
                finding: settlement.finding.clone(),
                verdict: match settlement.verdict.as_str() {
                    "fixed" => Verdict::Fixed,
                    "tension" => Verdict::Tension,
                    _ => Verdict::Fine,
                },
                reason: settlement.reason.clone(),
                until: settlement.until,
                facts: settlement.facts.clone(),
                became: settlement
                    .tension
                    .as_ref()
                    .and_then(|key| import.ids.get(key))
                    .map(|id| (*id).into()),
                texts: settlement.texts.clone(),
                by: settlement.by.as_ref().and_then(|key| import.member(key)),
                at: Some(import.at(settlement.at)),
                from: None,
            };
            import.append(vec![Draft::new(subject, settled)])?;
        }
        Ok(())
    }
}

fn settlement(answer: Answer) -> bundle::Settlement {
    bundle::Settlement {
        finding: answer.finding,
        verdict: answer.verdict.as_str().to_owned(),
        reason: answer.reason,
        until: answer.until,
        by: Some(answer.by.to_string()),
        at: time(answer.at),
        facts: answer.facts,
        tension: answer.became.map(|tension| tension.to_string()),
        texts: answer.texts,
    }
}
