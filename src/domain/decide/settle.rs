//! Settling a finding: the team's answer, which stands until its day or until the facts change.

use super::{Decide, Draft, NO_SUBJECTS, Needs, Refusal, Scene, said};
use crate::domain::calendar::Day;
use crate::domain::event::FindingSettled;
use crate::domain::settlement::{Verdict, subject_of};

/// To answer a finding that the board shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Settle {
    /// The finding's key.
    pub finding: String,
    /// The fingerprint of its facts as they were shown.
    pub facts: String,
    pub verdict: Verdict,
    pub reason: String,
    /// The last day on which it holds; else what the verdict says.
    pub until: Option<Day>,
}

impl Decide for Settle {
    fn needs(&self) -> Needs<'_> {
        Needs::new(NO_SUBJECTS, self.until)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        if let Some(until) = self.until.filter(|until| *until < scene.today) {
            return Err(Refusal::InThePast(until));
        }
        let event = FindingSettled {
            finding: self.finding.clone(),
            verdict: self.verdict,
            reason: said(&self.reason)?,
            until: self.until.or(self.verdict.holds_until(scene.today)),
            facts: self.facts.clone(),
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(subject_of(scene.board, &self.finding), event)])
    }
}
