//! A decision: a proposal of a kind, another version of it, its days, and what is said when it is adopted.
//!
//! How it is decided is asked first, so that the form holds what a proposal of that kind says and nothing else.

mod new;
mod proposed;

pub use new::{change_agreement, change_decision, new_decision};
use proposed::{Proposed, rows};

use crate::domain::decide::{Adopt, Amend, Command, Proposal, ScheduleDecision};
use crate::domain::decision::{Decision, DecisionKind, Version, Word};
use crate::domain::id::{DecisionId, RecordId};
use crate::session::{Error, ErrorKind, Session};
use crate::tui::kit::overlay::{Field, Form, Item};
use crate::tui::shell::ask::{self, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// Another version; where two stand side by side, it is asked which of them goes on, or both edited.
pub fn amend(session: &Session, overview: &Overview, id: DecisionId) -> Result<Question, Error> {
    let decision = session.decision(id)?;
    let heads = decision.heads(None);
    let versions: Vec<Version> = heads.iter().filter_map(|head| decision.version(*head).cloned()).collect();
    let meets = met(session, &decision);
    match versions.as_slice() {
        [] => Err(ask::gone()),
        [only] => amended(session, overview, &decision, only, heads, meets),
        _ => {
            let names = session.board().names(versions.iter().map(|version| version.by.into()))?;
            let mut items: Vec<Item<Pick>> = (0..)
                .zip(&versions)
                .map(|(n, version)| {
                    let said = words().decision_version(decision.number(version.id), &version.title);
                    Item::new(Pick::Nth(n), said, names.name(version.by))
                })
                .collect();
            items.push(Item::new(Pick::Other, words().scr_both_edited(), ""));
            Ok(ask::pick(words().scr_ask_which_version(), items, move |_, pick| {
                let (heads, meets) = (heads.clone(), meets.clone());
                match pick {
                    Pick::Nth(n) => match versions.get(n) {
                        Some(version) => ask::perform(Command::Amend(Amend {
                            decision: id,
                            saw: heads,
                            proposal: Proposal::of(version),
                            meets,
                        })),
                        None => Vec::new(),
                    },
                    Pick::Other => ask::with_board(move |session, overview| {
                        let decision = session.decision(id)?;
                        let last = decision.heads(None).last().copied();
                        let last = last.and_then(|last| decision.version(last)).ok_or_else(ask::gone)?;
                        amended(session, overview, &decision, last, heads.clone(), meets.clone())
                    }),
                    _ => Vec::new(),
                }
            }))
        }
    }
}

/// The objections that another version is written to meet: those that whoever writes it sees.
fn met(session: &Session, decision: &Decision) -> Vec<RecordId> {
    session.objections(decision).into_iter().map(|stance| stance.id).collect()
}

/// The form of another version, as it stands in one of them. It names what its author saw: who amends it meanwhile is not
/// written over.
fn amended(
    session: &Session,
    overview: &Overview,
    decision: &Decision,
    version: &Version,
    saw: Vec<RecordId>,
    meets: Vec<RecordId>,
) -> Result<Question, Error> {
    let (id, kind) = (decision.id, decision.kind);
    let mut fields = rows(session, kind, &Proposal::of(version))?;
    let others: Vec<&Version> =
        saw.iter().filter(|head| **head != version.id).filter_map(|head| decision.version(*head)).collect();
    if !others.is_empty() {
        fields = proposed::beside(session, kind, fields, version, &others)?;
    }
    let title = words().form_amend(session.board().handle_of(id)?);
    let form = Form::new(title, words().act_amend(), fields, overview.today);
    let question = ask::form(form, move |_, mut fields| {
        let title = fields.take().and_then(|(value, _)| value.text()).unwrap_or_default();
        match Proposed::taken(kind, title, &mut fields) {
            Ok(Proposed(proposal)) => {
                let (saw, meets) = (saw.clone(), meets.clone());
                ask::perform(Command::Amend(Amend { decision: id, saw, proposal, meets }))
            }
            Err(why) => vec![Effect::Complain(why)],
        }
    });
    Ok(ask::searching(question, proposed::searches(kind, false)))
}

/// When all are to be heard, and when it is looked at again.
pub fn decision_days(session: &Session, overview: &Overview, id: DecisionId) -> Result<Question, Error> {
    let decision = session.decision(id)?;
    let (closes, review) = (decision.closes.value().copied(), decision.review.value().copied());
    let fields = vec![
        Field::date(words().form_field_closes(), closes).hint(words().scr_ask_day_hint()),
        Field::date(words().form_field_decision_review(), review).hint(words().scr_ask_day_hint()),
    ];
    let form = Form::new(words().form_days(), words().act_days(), fields, overview.today);
    Ok(ask::form(form, move |_, mut fields| {
        let mut day = || fields.take().filter(|(_, is_touched)| *is_touched).map(|(value, _)| value.day());
        let (closes, review) = (day(), day());
        ask::perform(Command::ScheduleDecision(ScheduleDecision { decision: id, closes, review }))
    }))
}

/// Who was heard, what became of the advice, and when it is looked at again. What still lacks is said at once.
pub fn adopt(session: &Session, overview: &Overview, id: DecisionId) -> Result<Question, Error> {
    let decision = session.decision(id)?;
    let version = session.version_to_speak_of(&decision)?;
    let standing = session.standing(&decision, session.me())?.ok_or_else(ask::gone)?;
    if let Some(lack) = standing.lack {
        return Err(Error::new(ErrorKind::Refused, lack, None));
    }
    let names = session.board().names(standing.voices.iter().map(|voice| voice.member.into()))?;
    let said = standing.voices.iter().map(|voice| match &voice.said {
        Some(stance) => {
            words().decision_said(names.name(voice.member), words().decision_stance(stance.word.as_str()))
        }
        None => words().decision_said(names.name(voice.member), words().decision_not_spoken()),
    });
    let said = said.collect::<Vec<_>>().join(", ");
    let heard = words().decision_counted(words().decision_heard(standing.heard, standing.asked), said);
    let has_advice = standing.voices.iter().filter_map(|voice| voice.said.as_ref());
    let has_advice = has_advice.filter(|stance| stance.word == Word::Advice).count() > 0;
    let asks_took = decision.kind == DecisionKind::Advice;
    let mut fields = Vec::new();
    if asks_took {
        let took = Field::text(words().form_field_took(), "");
        fields.push(if has_advice { took.needed() } else { took });
    }
    let review = decision.review.value().copied();
    fields.push(Field::date(words().form_field_decision_review(), review).hint(words().scr_ask_day_hint()));
    let first = fields.remove(0).remark(Some(heard));
    fields.insert(0, first);
    let title = words().form_adopt(session.board().handle_of(id)?);
    let form = Form::new(title, words().act_adopt(), fields, overview.today);
    Ok(ask::form(form, move |_, mut fields| {
        let took = if asks_took { fields.take().and_then(|(value, _)| value.text()) } else { None };
        let review = fields.take().and_then(|(value, _)| value.day());
        ask::perform(Command::Adopt(Adopt { decision: id, version, review, took }))
    }))
}
