//! A decision's page: what is proposed, what each said to it, and what it still lacks.

use super::super::context::Context;
use super::super::json;
use super::super::paper::{Look, Piece, Table, piece};
use super::super::stop::Stop;
use super::{field, print_json, title};
use crate::domain::decision::{Decision, Version, Word};
use crate::domain::field::Field as _;
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::names::Names;
use crate::domain::spoken;
use crate::domain::task::TaskField;
use crate::session::{Standing, Voice};
use crate::words::words;

pub fn print(context: &mut Context, decision: &Decision) -> Result<(), Stop> {
    if context.json() {
        return print_json(context, decision.id.into(), |session, about| {
            Ok(json::decision(session, decision.id)?.map(|shape| json::Decision { about, ..shape }))
        });
    }
    let words = words();
    let session = context.session()?;
    let (world, today) = (session.environment().clone(), session.today());
    let date = |at| spoken::date(spoken::local_day(at, world.offset_at(at)), today);
    let day = |day| spoken::day(day, today);
    let (Some(version), Some(standing)) = (decision.current(), session.standing(decision, session.me())?)
    else {
        return Ok(());
    };
    let written = session.written_down(decision.id)?;
    let mentioned = mentions(decision).into_iter().chain(written.map(SubjectId::from));
    let names = session.board().names(mentioned)?;
    let state = state(session, decision)?;
    let paper = &mut context.paper;
    title(paper, names.handle(decision.id), &version.title)?;
    field(paper, &words.decision_label_kind(), &words.decision_kind(decision.kind.as_str()))?;
    if let Some(origin) = decision.origin {
        let by = words.tension_by(names.name(origin.by), date(origin.at));
        field(paper, &words.decision_label_by(), &by)?;
    }
    field(paper, &words.decision_label_stands(), &state)?;
    for why in &standing.contested {
        field(paper, &words.decision_label_contested(), why)?;
    }
    field(paper, &words.decision_label_why(), version.why.as_deref().unwrap_or_default())?;
    field(paper, &words.decision_label_text(), version.text.as_deref().unwrap_or_default())?;
    if let Some(role) = decision.role {
        field(paper, &TaskField::Role.label(), names.name(role))?;
    }
    if let Some(under) = decision.under {
        let under = words.page_task_line(names.handle(under), names.name(under));
        field(paper, &words.decision_label_under(), &under)?;
    }
    if let Some(nominee) = version.nominee {
        field(paper, &words.decision_label_nominee(), names.name(nominee))?;
    }
    if let Some(trial) = &version.trial {
        field(paper, &words.decision_label_tried(), &trial.tried)?;
        field(paper, &words.decision_label_judged(), &trial.judged)?;
        field(paper, &words.decision_label_stop(), &trial.stop)?;
        field(paper, &words.decision_label_ends(), &day(trial.ends))?;
    }
    if let Some(judged) = &decision.judged {
        let said = words.phrase_told(words.decision_verdict(judged.verdict.as_str()), &judged.why);
        field(paper, &words.decision_label_judgement(), &said)?;
    }
    let closes = decision.closes.value().filter(|_| decision.state().is_open());
    field(paper, &words.decision_label_closes(), &closes.map(|closes| day(*closes)).unwrap_or_default())?;
    let review = decision.reviewed_on().or(decision.review.value().copied());
    field(paper, &words.decision_label_review(), &review.map(day).unwrap_or_default())?;
    field(paper, &words.decision_label_heard(), &heard(&standing, &names))?;
    let excused: Vec<String> = standing
        .excused
        .iter()
        .map(|one| words.decision_excused(names.name(one.member), words.decision_absence(one.why.as_str())))
        .collect();
    field(paper, &words.decision_label_excused(), &excused.join(", "))?;
    if let Some(adoption) = decision.adopted() {
        field(paper, &words.decision_label_took(), adoption.took.as_deref().unwrap_or_default())?;
        let result = adoption.result.and_then(|n| version.options.get(n as usize));
        field(paper, &words.decision_label_result(), result.map_or("", String::as_str))?;
    }
    if let Some(agreement) = written {
        let said = words.page_task_line(names.handle(agreement), names.name(agreement));
        field(paper, &words.decision_label_written(), &said)?;
    }
    if let Some((into, _)) = decision.replaced {
        let into = words.page_task_line(names.handle(into), names.name(into));
        field(paper, &words.decision_label_replaced(), &into)?;
    }
    field(paper, &words.decision_label_outcome(), decision.outcome.as_deref().unwrap_or_default())?;
    if decision.state().is_open() {
        let lack = standing.lack.clone().unwrap_or_else(|| words.decision_can_be_adopted());
        field(paper, &words.decision_label_lack(), &lack)?;
    }
    if standing.is_new_to_me {
        paper.pieces(&[piece(words.decision_new_version(), Look::Alert)])?;
    }
    options(context, decision, version)?;
    voices(context, &standing, &names)?;
    questions(context, decision, &names)?;
    versions(context, decision, &names)
}

/// Where it stands, with who said so last where that is somebody's word.
fn state(session: &crate::session::Session, decision: &Decision) -> Result<String, Stop> {
    let words = words();
    let (world, today) = (session.environment(), session.today());
    let date = |at| spoken::date(spoken::local_day(at, world.offset_at(at)), today);
    let state = words.decision_state(decision.state().as_str());
    if let Some(adoption) = decision.adopted() {
        let names = session.board().names([adoption.by.into()])?;
        return Ok(words.decision_state_by(state, names.name(adoption.by), date(adoption.at)));
    }
    match decision.phase.get() {
        Some(moved) if moved.until.is_some() && decision.state().is_open() => {
            let until = moved.until.map(|until| spoken::day(until, today)).unwrap_or_default();
            Ok(words.decision_parked(state, until, moved.why.as_deref().unwrap_or_default()))
        }
        _ => Ok(state),
    }
}

fn heard(standing: &Standing, names: &Names) -> String {
    let heard = words().decision_heard(standing.heard, standing.asked);
    let silent = standing.voices.iter().filter(|voice| !voice.spoke);
    let missing: Vec<&str> = silent.map(|voice| names.name(voice.member)).collect();
    match missing.is_empty() {
        true => heard,
        false => words().decision_heard_not(heard, missing.join(", ")),
    }
}

fn options(context: &mut Context, decision: &Decision, version: &Version) -> Result<(), Stop> {
    if version.options.is_empty() {
        return Ok(());
    }
    let me = context.session()?.me();
    let picks = decision
        .shows_all_of(version.id, me)
        .then(|| decision.count(version.id, &[], None).picks(version.options.len()));
    let row = |(n, option): (usize, &String)| {
        let count = picks.as_ref().map(|picks| words().decision_picks(picks[n])).unwrap_or_default();
        vec![piece((n + 1).to_string(), Look::Quiet), option.as_str().into(), piece(count, Look::Quiet)]
    };
    let rows = version.options.iter().enumerate().map(row).collect();
    context.paper.blank()?;
    context.paper.heading(words().decision_options())?;
    context.paper.table(Table::new(1, rows))
}

fn voices(context: &mut Context, standing: &Standing, names: &Names) -> Result<(), Stop> {
    if standing.voices.is_empty() {
        return Ok(());
    }
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for voice in &standing.voices {
        rows.push(line(voice, names));
        if let Some(later) = &voice.later {
            let said = words().decision_later(words().decision_stance(later.word.as_str()));
            let reason = later.reason.clone().unwrap_or_default();
            rows.push(vec!["".into(), piece(said, Look::Quiet), piece(reason, Look::Quiet)]);
        }
        for view in &voice.views {
            let question = words().decision_question(view.question.as_str());
            let said = words().phrase_told(names.name(view.by), &view.text);
            rows.push(vec!["".into(), piece(question, Look::Quiet), piece(said, Look::Quiet)]);
        }
    }
    context.paper.blank()?;
    context.paper.heading(words().decision_voices())?;
    context.paper.table(Table::new(2, rows))
}

fn line(voice: &Voice, names: &Names) -> Vec<Piece> {
    let words = words();
    let said = |word: Word| words.decision_stance(word.as_str());
    let name = names.name(voice.member).into();
    match (&voice.said, &voice.owed) {
        (Some(stance), _) => {
            let look = if stance.word == Word::Objection { Look::Alert } else { Look::Plain };
            let whom = stance.nominates.map(|member| names.name(member)).into_iter();
            let said = whom.fold(said(stance.word), |said, whom| format!("{said} {whom}"));
            let picks: Vec<String> = stance.picks.iter().map(|pick| (pick + 1).to_string()).collect();
            let reason = stance.reason.clone().unwrap_or_else(|| picks.join(", "));
            vec![name, piece(said, look), reason.into()]
        }
        (None, Some(owed)) => {
            let said = words.decision_owed(said(owed.word));
            vec![name, piece(said, Look::Alert), owed.reason.clone().unwrap_or_default().into()]
        }
        (None, None) if voice.spoke => {
            vec![name, piece(words.decision_spoke_hidden(), Look::Quiet), "".into()]
        }
        (None, None) => vec![name, piece(words.decision_not_spoken(), Look::Quiet), "".into()],
    }
}

fn questions(context: &mut Context, decision: &Decision, names: &Names) -> Result<(), Stop> {
    if decision.questions.is_empty() {
        return Ok(());
    }
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for (n, question) in (1..).zip(&decision.questions) {
        let number = piece(n.to_string(), Look::Quiet);
        rows.push(vec![number, names.name(question.by).into(), question.text.as_str().into()]);
        for answer in &question.answers {
            let by = piece(names.name(answer.by), Look::Quiet);
            rows.push(vec!["".into(), by, piece(&answer.text, Look::Quiet)]);
        }
    }
    context.paper.blank()?;
    context.paper.heading(words().decision_questions())?;
    context.paper.table(Table::new(2, rows))
}

fn versions(context: &mut Context, decision: &Decision, names: &Names) -> Result<(), Stop> {
    if decision.versions.len() < 2 {
        return Ok(());
    }
    let session = context.session()?;
    let (world, today) = (session.environment(), session.today());
    let line = |(n, version): (usize, &Version)| {
        let date = spoken::date(spoken::local_day(version.at, world.offset_at(version.at)), today);
        let said = words().decision_version(n + 1, &version.title);
        words().decision_version_by(said, names.name(version.by), date)
    };
    let lines: Vec<String> = decision.versions.iter().enumerate().map(line).collect();
    context.paper.blank()?;
    context.paper.heading(words().decision_versions())?;
    for line in lines {
        context.paper.line(line)?;
    }
    Ok(())
}

/// Everything whose name the page needs.
fn mentions(decision: &Decision) -> Vec<SubjectId> {
    let mut members: Vec<MemberId> = decision.members().into_iter().collect();
    members.extend(decision.origin.map(|origin| origin.by));
    members
        .extend(decision.versions.iter().flat_map(|version| [version.by].into_iter().chain(version.nominee)));
    members.extend(decision.stances.iter().filter_map(|stance| stance.nominates));
    members.extend(decision.views.iter().map(|view| view.by));
    for question in &decision.questions {
        members.push(question.by);
        members.extend(question.answers.iter().map(|answer| answer.by));
    }
    let mut ids: Vec<SubjectId> = members.into_iter().map(Into::into).collect();
    ids.extend([SubjectId::from(decision.id)]);
    ids.extend(decision.role.map(SubjectId::from));
    ids.extend(decision.under);
    ids.extend(decision.replaced.map(|(into, _)| SubjectId::from(into)));
    ids
}
