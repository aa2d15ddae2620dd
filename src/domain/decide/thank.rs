//! Thanking others.

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, said};
use crate::domain::event::ThanksGiven;
use crate::domain::id::{MemberId, SubjectId, ThanksId};

/// To thank others, also those who have left.
#[derive(Debug, Clone, PartialEq)]
pub struct Thank {
    pub id: ThanksId,
    pub to: Vec<MemberId>,
    pub text: String,
    pub about: Option<SubjectId>,
}

impl Decide for Thank {
    fn needs(&self) -> Needs<'_> {
        let to = self.to.iter().copied().map(SubjectId::from);
        Needs::new([self.id.into()].into_iter().chain(to).chain(self.about), NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        scene.unknown(self.id)?;
        let mut to: Vec<MemberId> = Vec::with_capacity(self.to.len());
        for member in &self.to {
            scene.member(*member)?;
            if *member == scene.me {
                return Err(Refusal::ThanksToSelf);
            }
            if !to.contains(member) {
                to.push(*member);
            }
        }
        if to.is_empty() {
            return Err(Refusal::ThanksToNobody);
        }
        self.about.map(|about| scene.there(about)).transpose()?;
        let given =
            ThanksGiven { to, text: said(&self.text)?, about: self.about, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.id, given)])
    }
}
