//! A decision's page: what is asked of whoever looks, what is proposed, what each said to it, and what it still lacks.
//!
//! **Invariant:** what is kept from whoever looks is on no line of it: all that was said comes from what the session says
//! they may see.

mod said;
#[cfg(test)]
mod tests;
mod versions;

use ratatui::style::Style;

use super::Reading;
use super::sheet::{Length, Sheet, listed};
use super::text::{Of, Side, Text};
use crate::domain::decision::{Decision, DecisionKind, State, Version, Word};
use crate::domain::field::Field as _;
use crate::domain::id::{AgreementId, DecisionId, MemberId, SubjectId};
use crate::domain::spoken::word;
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::TaskField;
use crate::session::{Error, Possible, Standing};
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::shell::action::key_of;
use crate::words::words;

/// `None` where there is no such decision (any more).
pub fn write(reading: &Reading<'_>, id: DecisionId, length: Length) -> Result<Option<Text>, Error> {
    let session = reading.session;
    let Some(Subject::Decision(decision)) = session.board().subject(id.into())? else { return Ok(None) };
    let (Some(version), Some(standing)) = (decision.current(), session.standing(&decision, session.me())?)
    else {
        return Ok(None);
    };
    let possible = session.possible(&decision)?;
    let mut sheet = Sheet::new(reading, length, id, mentions(&decision, &possible))?;
    asks(&mut sheet, &decision, version, &standing, &possible);
    versions::changed_since(&mut sheet, &decision, version, &standing);
    proposal(&mut sheet, &decision, version);
    stands(&mut sheet, &decision, version, &standing, &possible);
    versions::apart(&mut sheet, &decision);
    said::options(&mut sheet, &decision, version);
    said::voices(&mut sheet, &decision, &standing);
    said::questions(&mut sheet, &decision);
    versions::all(&mut sheet, &decision);
    sheet.on(Side::Right);
    sheet.history(id.into())?;
    let title = sheet.thing(id);
    Ok(Some(Text::new(title, word::kind(Kind::Decision), sheet.done(), None)))
}

/// Everything that the page calls by name.
fn mentions(decision: &Decision, possible: &Possible) -> Vec<SubjectId> {
    let mut members: Vec<MemberId> = decision.members().into_iter().collect();
    members.extend(decision.origin.map(|origin| origin.by));
    members
        .extend(decision.versions.iter().flat_map(|version| version.nominee.into_iter().chain([version.by])));
    members.extend(decision.stances.iter().filter_map(|stance| stance.nominates));
    members.extend(decision.views.iter().map(|view| view.by));
    members.extend(decision.adoptions.iter().map(|adoption| adoption.by));
    members.extend(decision.given_up.iter().map(|given_up| given_up.by));
    for question in &decision.questions {
        members.extend(question.answers.iter().map(|answer| answer.by).chain([question.by]));
    }
    let mut ids: Vec<SubjectId> = members.into_iter().map(Into::into).collect();
    ids.push(decision.id.into());
    ids.extend(decision.role.map(SubjectId::from));
    ids.extend(decision.under);
    ids.extend(decision.replaces.iter().map(|id| SubjectId::from(*id)));
    ids.extend(decision.replaced.map(|(into, _)| SubjectId::from(into)));
    ids.extend(possible.written.map(SubjectId::from));
    ids
}

/// What whoever looks is asked, before all else, with the keys that answer.
fn asks(
    sheet: &mut Sheet<'_>,
    decision: &Decision,
    version: &Version,
    standing: &Standing,
    possible: &Possible,
) {
    let (words, theme) = (words(), sheet.theme);
    if possible.state == State::Withdrawn {
        let carry = [("decision.carry-on", words.act_carry_on())];
        return sheet.asked(words.decision_asks_carry(), &carry);
    }
    if !possible.state.is_open() || decision.heads(None).len() > 1 {
        return;
    }
    if !possible.is_party {
        return sheet.asked(words.decision_asks_join(), &[("decision.join", words.act_join_it())]);
    }
    if possible.is_awaited {
        let mut keys = vec![("decision.say", words.act_say())];
        if possible.may_object {
            keys.push(("decision.object", words.decision_not_yet()));
        }
        sheet.asked(words.decision_asks(question(decision, version)), &keys);
        if let Some(hide) = decision.hide.filter(|_| decision.shown.is_none()) {
            sheet.push(Paragraph::styled(words.decision_hidden(hide.as_str()), theme.dim));
        }
    } else if standing.lack.is_none() {
        sheet.asked(words.decision_asks_adopt(), &[("decision.adopt", words.act_adopt())]);
    }
}

/// What is asked of each, by a word.
fn question(decision: &Decision, version: &Version) -> &'static str {
    match decision.kind {
        DecisionKind::Selection if version.nominee.is_none() => "nominate",
        DecisionKind::Vote if version.options.is_empty() => "vote",
        DecisionKind::Vote => "pick",
        DecisionKind::Advice => "advice",
        DecisionKind::Consensus => "agree",
        DecisionKind::Consent | DecisionKind::Experiment | DecisionKind::Selection => "safe",
    }
}

/// What drives it, and what is proposed.
fn proposal(sheet: &mut Sheet<'_>, decision: &Decision, version: &Version) {
    let words = words();
    sheet.gap();
    sheet.long_title(words.decision_label_title(), &version.title);
    sheet.fact(words.decision_label_why(), version.why.clone());
    sheet.fact(words.decision_label_text(), version.text.clone());
    if let Some(role) = decision.role {
        let name = sheet.name(role);
        sheet.line("role", Some(role.into()), |sheet| sheet.fact(TaskField::Role.label(), Some(name)));
    }
    if let Some(under) = decision.under {
        let (said, leads) = (sheet.thing(under), AgreementId::from(under));
        sheet.line("under", Some(leads.into()), |sheet| {
            sheet.fact(words.decision_label_under(), Some(said));
        });
    }
    if let Some(nominee) = version.nominee {
        let name = sheet.name(nominee);
        sheet.member("nominee", Of::Subject(nominee.into()), nominee, |sheet| {
            sheet.fact(words.decision_label_nominee(), Some(name));
        });
    }
    if let Some(trial) = &version.trial {
        sheet.fact(words.decision_label_tried(), Some(trial.tried.clone()));
        sheet.fact(words.decision_label_judged(), Some(trial.judged.clone()));
        sheet.fact(words.decision_label_stop(), Some(trial.stop.clone()));
        let ends = sheet.day(trial.ends);
        sheet.fact(words.decision_label_ends(), Some(ends));
    }
    sheet.fact(words.decision_label_kind(), Some(words.decision_kind(decision.kind.as_str())));
    if let Some(origin) = decision.origin {
        let by = words.tension_by(sheet.name(origin.by), sheet.day_of(origin.at));
        sheet.member("by", Of::Subject(origin.by.into()), origin.by, |sheet| {
            sheet.fact(words.decision_label_by(), Some(by));
        });
    }
    for replaced in &decision.replaces {
        let said = sheet.thing(*replaced);
        sheet.line("replaces", Some((*replaced).into()), |sheet| {
            sheet.fact(words.decision_label_replaces(), Some(said));
        });
    }
}

/// Where it stands, who was heard, and what it still lacks.
fn stands(
    sheet: &mut Sheet<'_>,
    decision: &Decision,
    version: &Version,
    standing: &Standing,
    possible: &Possible,
) {
    let (words, theme, state) = (words(), sheet.theme, decision.state());
    let said = where_it_stands(sheet, decision);
    let style = if state == State::Contested { theme.alert } else { theme.text };
    sheet.styled_fact(words.decision_label_stands(), said, style);
    for why in &standing.contested {
        sheet.styled_fact(words.decision_label_contested(), why.clone(), theme.alert);
    }
    if state == State::Adopted {
        sheet.under_fact(&words.decision_asks_change(key_of("decision.change")), theme.dim);
    }
    // Nobody is asked to say something else for whom it would change nothing.
    if !standing.contested.is_empty() && possible.is_party {
        let (amend, adopt) = (key_of("decision.amend"), key_of("decision.adopt"));
        let mend = match possible.contests {
            true => words.decision_contested_mend(key_of("decision.say"), amend, adopt),
            false => words.decision_contested_mend_others(amend, adopt),
        };
        sheet.under_fact(&mend, theme.dim);
    }
    if let Some(given_up) = decision.given_up.as_ref().filter(|_| state == State::Withdrawn) {
        let by = words.tension_by(sheet.name(given_up.by), sheet.day_of(given_up.at));
        let said = given_up.why.iter().fold(by, |by, why| words.phrase_told(by, why));
        sheet.fact(words.decision_label_given_up(), Some(said));
    }
    heard(sheet, standing);
    let closes = decision.closes.value().filter(|_| state.is_open()).map(|closes| sheet.day(*closes));
    sheet.fact(words.decision_label_closes(), closes);
    let review = decision.reviewed_on().or(decision.review.value().copied());
    let review = review.map(|review| sheet.day(review));
    sheet.fact(words.decision_label_review(), review);
    if let Some(adoption) = decision.adopted() {
        sheet.fact(words.decision_label_took(), adoption.took.clone());
        let result = adoption.result.and_then(|n| version.options.get(n as usize));
        sheet.fact(words.decision_label_result(), result.cloned());
    }
    if let Some(judged) = &decision.judged {
        let verdict = words.decision_verdict(judged.verdict.as_str());
        sheet.fact(words.decision_label_judgement(), Some(words.phrase_told(verdict, &judged.why)));
    } else if decision.trial_ends().is_some() {
        sheet.under_fact(&words.decision_asks_judge(key_of("decision.judge")), theme.dim);
    }
    if let Some(agreement) = possible.written {
        let said = sheet.thing(agreement);
        sheet.line("written", Some(agreement.into()), |sheet| {
            sheet.fact(words.decision_label_written(), Some(said));
        });
    }
    if let Some((into, _)) = decision.replaced {
        let said = sheet.thing(into);
        sheet.line("replaced", Some(into.into()), |sheet| {
            sheet.fact(words.decision_label_replaced(), Some(said));
        });
    }
    sheet.fact(words.decision_label_outcome(), decision.outcome.clone());
    if state.is_open()
        && let Some(lack) = &standing.lack
    {
        sheet.styled_fact(words.decision_label_lack(), lack.clone(), theme.warn);
    }
}

/// Where it stands, with who said so and when where that is somebody's word.
fn where_it_stands(sheet: &Sheet<'_>, decision: &Decision) -> String {
    let words = words();
    let state = words.decision_state(decision.state().as_str());
    if let Some(adoption) = decision.adopted() {
        return words.decision_state_by(state, sheet.name(adoption.by), sheet.day_of(adoption.at));
    }
    let Some(moved) = decision.phase.get().filter(|_| decision.state() == State::Parked) else {
        return state;
    };
    let state = match moved.until {
        Some(until) => words.decision_until(state, sheet.day(until)),
        None => state,
    };
    moved.why.iter().fold(state, |state, why| words.phrase_told(state, why))
}

/// How many were heard of those who are asked, and by name who was not.
fn heard(sheet: &mut Sheet<'_>, standing: &Standing) {
    let (words, theme) = (words(), sheet.theme);
    if standing.asked == 0 {
        return;
    }
    let said = words.decision_heard(standing.heard, standing.asked);
    sheet.bar_fact(words.decision_label_heard(), standing.heard as f64 / standing.asked as f64, said);
    let silent = standing.voices.iter().filter(|voice| !voice.spoke);
    let silent: Vec<String> = silent.map(|voice| sheet.name(voice.member)).collect();
    if let Some(names) = listed(&silent) {
        sheet.under_fact(&words.decision_still(names), theme.text);
    }
    let excused = standing.excused.iter();
    let excused: Vec<String> = excused
        .map(|one| words.decision_excused(sheet.name(one.member), words.decision_absence(one.why.as_str())))
        .collect();
    sheet.fact(words.decision_label_excused(), listed(&excused));
}

/// How what somebody said is looked at: what is in the way stands out.
fn tone(sheet: &Sheet<'_>, word: Word) -> Style {
    match word {
        Word::Objection => sheet.theme.alert,
        Word::Concern | Word::StandAside | Word::No => sheet.theme.warn,
        Word::Abstain | Word::Advice | Word::Nominate | Word::Yes | Word::Consent => sheet.theme.text,
    }
}
