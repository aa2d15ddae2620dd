//! Decisions, as items of a bundle.
//!
//! What others said comes in as words of what became of it elsewhere, and counts nothing here: nobody's stance can be
//! brought in by somebody else. So nobody takes part in it, and nobody proposes it, before they say so.

use super::{Bundled, Import, Item, handle, source, time};
use crate::domain::calendar::known;
use crate::domain::decision::{self, Decision, DecisionKind};
use crate::domain::event::DecisionDrafted;
use crate::domain::id::{DecisionId, MemberId};
use crate::domain::record::Draft;
use crate::domain::subject::Subject;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};
use crate::words::words;

impl Bundled for Decision {
    fn export(&self, session: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.decisions.push(decision(self, session.me(), handle(session, self.id.into())?));
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        for decision in &bundle.decisions {
            let Some(kind) = DecisionKind::named(&decision.kind) else { continue };
            let Item::New(id) = import.item(&decision.key)? else { continue };
            let member = |import: &Import<'_, '_>, key: &Option<String>| {
                key.as_ref().and_then(|key| import.member(key))
            };
            let trial = decision.trial.as_ref().and_then(|trial| {
                let (tried, judged, stop) = (trial.tried.clone(), trial.judged.clone(), trial.stop.clone());
                Some(decision::Trial { tried, judged, stop, ends: trial.ends.and_then(known)? })
            });
            let name = |key: &str| {
                let of_file = bundle.members.iter().find(|member| member.key == *key);
                of_file.map_or("?", |member| &member.name).to_owned()
            };
            let drafted = DecisionDrafted {
                kind,
                title: decision.title.clone(),
                why: decision.why.clone(),
                text: decision.text.clone(),
                parties: Vec::new(),
                quorum: decision.quorum,
                hide: None,
                closes: None,
                review: decision.review.and_then(known),
                role: decision.role.as_ref().and_then(|key| import.ids.get(key)).map(|id| (*id).into()),
                nominee: member(import, &decision.nominee),
                trial,
                options: decision.options.clone(),
                asked: Vec::new(),
                under: None,
                replaces: Vec::new(),
                outcome: Some(decision.outcome.clone().unwrap_or_else(|| outcome(decision, name))),
                by: member(import, &decision.by),
                at: Some(import.at(decision.at)),
                from: source(&decision.key),
            };
            import.append(vec![Draft::new(id, drafted)])?;
        }
        Ok(())
    }
}

/// What became of it, in words.
fn outcome(decision: &bundle::Decision, name: impl Fn(&str) -> String) -> String {
    let words = words();
    let state = words.decision_state(&decision.state);
    let mut lines = vec![words.decision_elsewhere(state, decision.heard, decision.voices)];
    for stance in &decision.stances {
        let Some(word) = &stance.stance else { continue };
        let said = words.decision_said(name(&stance.by), words.decision_stance(word));
        lines.push(match &stance.reason {
            Some(reason) => words.phrase_told(said, reason),
            None => said,
        });
    }
    lines.join("\n")
}

impl Session {
    /// One decision as the export has it: what is hidden from whoever asks is not in it.
    pub fn decision_out(&self, id: DecisionId) -> Result<Option<bundle::Decision>, Error> {
        match self.board().subject(id.into())? {
            Some(Subject::Decision(one)) => Ok(Some(decision(&one, self.me(), handle(self, id.into())?))),
            _ => Ok(None),
        }
    }
}

fn decision(decision: &Decision, to: Option<MemberId>, handle: Option<String>) -> bundle::Decision {
    let Some(current) = decision.current() else { return bundle::Decision::default() };
    let adopted = decision.adopted();
    let count = decision.count(current.id, adopted.map_or(&[], |adoption| &adoption.excused), None);
    let stances = decision.standing(current.id, None);
    bundle::Decision {
        key: decision.id.to_string(),
        handle,
        kind: decision.kind.as_str().to_owned(),
        state: decision.state().as_str().to_owned(),
        title: current.title.clone(),
        why: current.why.clone(),
        text: current.text.clone(),
        versions: decision.versions.len(),
        by: decision.origin.map(|origin| origin.by.to_string()),
        at: decision.origin.and_then(|origin| time(origin.at)),
        parties: decision.parties(None).iter().map(ToString::to_string).collect(),
        quorum: decision.quorum,
        hide: decision.hide.map(|hide| hide.as_str().to_owned()),
        closes: decision.closes.value().copied(),
        review: decision.reviewed_on().or(decision.review.value().copied()),
        role: decision.role.map(|role| role.to_string()),
        nominee: current.nominee.map(|member| member.to_string()),
        trial: current.trial.as_ref().map(|trial| bundle::Trial {
            tried: trial.tried.clone(),
            judged: trial.judged.clone(),
            stop: trial.stop.clone(),
            ends: Some(trial.ends),
        }),
        options: current.options.clone(),
        heard: count.heard(),
        voices: count.parties.len(),
        stances: stances
            .values()
            .map(|stance| {
                let is_seen = decision.shows(stance, to);
                bundle::Stance {
                    by: stance.by.to_string(),
                    stance: is_seen.then(|| stance.word.as_str().to_owned()),
                    reason: stance.reason.clone().filter(|_| is_seen),
                    at: time(stance.at),
                }
            })
            .collect(),
        adopted: adopted.and_then(|adoption| time(adoption.at)),
        outcome: decision.outcome.clone(),
    }
}
