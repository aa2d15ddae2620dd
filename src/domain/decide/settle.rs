//! Settling a finding: the team's answer, which stands until its day or until the facts change.

use super::{Decide, Draft, Needs, Refusal, Scene, said};
use crate::domain::calendar::Day;
use crate::domain::event::FindingSettled;
use crate::domain::id::{SubjectId, TensionId};
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
    /// The tension that was made of it.
    pub became: Option<TensionId>,
    /// The texts by which it came up, as they were shown.
    pub texts: Vec<String>,
}

impl Decide for Settle {
    fn needs(&self) -> Needs<'_> {
        Needs::new(self.became.map(SubjectId::from), self.until)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        if let Some(until) = self.until.filter(|until| *until < scene.today) {
            return Err(Refusal::InThePast(until));
        }
        self.became.map(|tension| scene.tension(tension)).transpose()?;
        let event = FindingSettled {
            finding: self.finding.clone(),
            verdict: self.verdict,
            reason: said(&self.reason)?,
            until: self.until.or(self.verdict.holds_until(scene.today)),
            facts: self.facts.clone(),
            became: self.became,
            texts: self.texts.clone(),
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(subject_of(scene.board, &self.finding), event)])
    }
}
