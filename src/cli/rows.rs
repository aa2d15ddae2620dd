//! How tasks, goals, roles, findings and entries look as rows of text. Every verb that lists them lists them so.

pub mod board;
pub mod waits;

use super::paper::{Look, Piece, Table, piece};
use crate::domain::agreement::AgreementState;
use crate::domain::calendar::{At, Day};
use crate::domain::decision::State;
use crate::domain::spoken::{self, word};
use crate::domain::task::Part;
use crate::domain::tension::Phase;
use crate::domain::terms::Terms;
use crate::insight::agenda::Topic;
use crate::insight::clarity::Aspect;
use crate::insight::listed;
use crate::insight::progress::Reached;
use crate::session::{Error, OfferInWords, Session};
use crate::store::{
    AgreementRow, CurrentFinding, DecisionRow, GoalRow, Group, Heading, OfferRow, Question, RoleRow, TaskRow,
    TensionRow,
};
use crate::words::words;

/// Tasks: handle, title, who, state, since when, and what is special about each.
pub fn tasks(session: &Session, rows: &[TaskRow]) -> Result<Table, Error> {
    let (now, today, terms) = (session.now(), session.today(), session.terms()?);
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                piece(&row.handle, Look::Handle),
                row.title.as_str().into(),
                who(row, now),
                terms.state(row.state).into_owned().into(),
                piece(spoken::age(row.since, now), Look::Quiet),
                special(row, today),
            ]
        })
        .collect();
    Ok(Table::new(1, rows).headed([
        words().head_handle(),
        words().head_task(),
        words().head_lead(),
        words().head_state(),
        words().head_since(),
        String::new(),
    ]))
}

/// What a group of tasks is headed by: `doing 7`.
pub fn heading(heading: &Heading, terms: &Terms) -> String {
    let words = words();
    let name = match (&heading.group, &heading.name) {
        (_, Some(name)) => name.clone(),
        (Group::State(state), _) => terms.state(*state).into_owned(),
        (Group::Goal(_), None) => words.group_no_goal(),
        (Group::Role(_), None) => words.group_no_role(),
        (Group::Lead(_), None) => words.group_nobody(),
        (Group::Live, _) => words.group_all(),
        (Group::Finished, _) => words.group_finished(),
    };
    match heading.count {
        Some(count) => words.group_heading(name, count),
        None => name,
    }
}

/// Who leads it, and how many help: `Ayu +1`.
fn who(row: &TaskRow, now: At) -> Piece {
    let leads: Vec<String> = row
        .people()
        .iter()
        .filter(|claim| claim.part == Part::Lead)
        .map(|claim| match claim.open_offer(now) {
            Some(offer) => words().out_offering(&claim.name, &offer.name),
            None if claim.lease < now && !row.state.is_finished() => words().out_quiet(&claim.name),
            None => claim.name.clone(),
        })
        .collect();
    let helpers = row.people().len() - leads.len();
    let plus = if helpers > 0 { format!(" +{helpers}") } else { String::new() };
    match leads.is_empty() {
        true if row.state.is_finished() => {
            let by = row.ended_by.as_ref().map(|(_, name)| words().out_ended_by(name));
            piece(by.unwrap_or_default() + &plus, Look::Quiet)
        }
        true => piece(format!("{}{plus}", words().out_nobody()), Look::Alert),
        false => piece(format!("{}{plus}", leads.join(", ")), Look::Plain),
    }
}

fn special(row: &TaskRow, today: Day) -> Piece {
    let mut said = Vec::new();
    if row.blocked > 0 && !row.state.is_finished() {
        said.push(words().out_blocked(row.blocked));
    }
    if row.written_twice {
        said.push(words().out_written_twice());
    }
    if let Some(due) = row.due.filter(|_| !row.state.is_finished()) {
        said.push(words().out_due(spoken::day(due, today)));
    }
    if let Some(until) = row.parked.filter(|until| *until > today) {
        said.push(words().out_parked(spoken::day(until, today)));
    }
    let asks = row.blocked > 0 || row.written_twice || row.due.is_some_and(|due| due <= today);
    piece(said.join(", "), if asks { Look::Alert } else { Look::Quiet })
}

/// Goals: handle, title, how far, until when.
pub fn goals(session: &Session, rows: &[GoalRow]) -> Table {
    let today = session.today();
    let rows = rows
        .iter()
        .map(|row| {
            let state = if row.state == "active" { String::new() } else { word::goal_state(&row.state) };
            vec![
                piece(&row.handle, Look::Handle),
                row.title.as_str().into(),
                piece(word::horizon(&row.horizon), Look::Quiet),
                reached(row).into(),
                row.due.map_or(String::new(), |due| words().out_due(spoken::day(due, today))).into(),
                piece(state, Look::Quiet),
            ]
        })
        .collect();
    Table::new(1, rows).headed([
        words().head_handle(),
        words().head_goal(),
        String::new(),
        words().head_reached(),
        String::new(),
        String::new(),
    ])
}

/// Where the measure stands: `6 of 20 shops`.
fn reached(row: &GoalRow) -> String {
    let unit = row.unit.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
    match row.progress().reached() {
        Reached::Of { current, target } => {
            words().out_of(spoken::number(current), spoken::number(target)) + &unit
        }
        Reached::Only(current) => spoken::number(current) + &unit,
        Reached::Nothing => String::new(),
    }
}

/// Tensions: handle, what is, what could be, who sensed it, where it stands, since when.
pub fn tensions(session: &Session, rows: &[TensionRow]) -> Result<Table, Error> {
    let (now, words) = (session.now(), words());
    let names = session.board().names(rows.iter().map(|row| row.by.into()))?;
    let line = |row: &TensionRow| {
        let look = if row.phase == Phase::Asked { Look::Alert } else { Look::Plain };
        vec![
            piece(&row.handle, Look::Handle),
            row.is.as_str().into(),
            piece(&row.could, Look::Quiet),
            names.name(row.by).into(),
            piece(words.tension_phase(row.phase.as_str()), look),
            piece(spoken::age(row.sensed, now), Look::Quiet),
        ]
    };
    Ok(Table::new(1, rows.iter().map(line).collect()).headed([
        words.head_handle(),
        words.head_tension(),
        words.head_could_be(),
        words.head_by(),
        words.head_stands(),
        words.head_since(),
    ]))
}

/// Decisions: handle, title, how it is decided, where it stands, who was heard, and the next day that it names.
pub fn decisions(session: &Session, rows: &[DecisionRow]) -> Result<Table, Error> {
    let (today, words) = (session.today(), words());
    let line = |(row, (heard, asked)): (&DecisionRow, (usize, usize))| {
        let look = if row.state == State::Contested { Look::Alert } else { Look::Plain };
        let day = row.next_day().map_or(String::new(), |day| spoken::day(day, today));
        vec![
            piece(&row.handle, Look::Handle),
            row.title.as_str().into(),
            piece(words.decision_kind(row.kind.as_str()), Look::Quiet),
            piece(words.decision_state(row.state.as_str()), look),
            words.decision_heard(heard, asked).into(),
            piece(day, Look::Quiet),
        ]
    };
    let heard = session.heard(rows)?;
    Ok(Table::new(1, rows.iter().zip(heard).map(line).collect()).headed([
        words.head_handle(),
        words.head_decision(),
        words.decision_label_kind(),
        words.head_stands(),
        words.head_heard(),
        words.head_by_day(),
    ]))
}

/// Names in a sentence; nothing where there are none.
fn waiting(names: Vec<&str>) -> String {
    if names.is_empty() { String::new() } else { listed(names.into_iter()) }
}

/// Agreements: handle, title, what it is about, how it stands, who agreed, whose yes is missing, when it is looked at again.
pub fn agreements(session: &Session, rows: &[AgreementRow]) -> Result<Table, Error> {
    let words = words();
    let names = session.board().names(rows.iter().flat_map(|row| row.owed.iter().map(|id| (*id).into())))?;
    let line = |row: &AgreementRow| {
        let waits = if row.state.is_over() { &[][..] } else { &row.owed };
        let state = match (row.state, row.open.len()) {
            (AgreementState::InForce, asked @ 1..) => {
                words.agreement_proposed_too(words.agreement_state(row.state.as_str()), asked)
            }
            _ => words.agreement_state(row.state.as_str()),
        };
        vec![
            piece(&row.handle, Look::Handle),
            row.title.as_str().into(),
            piece(words.agreement_kind(row.kind.as_str()), Look::Quiet),
            state.into(),
            words.agreement_count(row.count().0, row.count().1).into(),
            piece(waiting(waits.iter().map(|member| names.name(*member)).collect()), Look::Alert),
            piece(row.review.map_or(String::new(), |day| spoken::date(day, session.today())), Look::Quiet),
        ]
    };
    Ok(Table::new(1, rows.iter().map(line).collect()).headed([
        words.head_handle(),
        words.head_agreement(),
        words.head_kind(),
        words.head_stands(),
        words.head_agreed(),
        words.head_waits_for(),
        words.head_review(),
    ]))
}

/// Roles: handle, name, who holds it, why it is there.
pub fn roles(session: &Session, rows: &[RoleRow]) -> Table {
    let now = session.now();
    let rows = rows
        .iter()
        .map(|row| {
            let state = if row.state == "active" { String::new() } else { word::role_state(&row.state) };
            vec![
                piece(&row.handle, Look::Handle),
                row.name.as_str().into(),
                holders(row, now),
                piece(state, Look::Quiet),
                piece(row.purpose.clone().unwrap_or_default(), Look::Quiet),
            ]
        })
        .collect();
    Table::new(4, rows).headed([
        words().head_handle(),
        words().head_role(),
        words().head_holders(),
        String::new(),
        words().head_purpose(),
    ])
}

fn holders(row: &RoleRow, now: At) -> Piece {
    if row.holders.is_empty() {
        return piece(words().out_vacant(spoken::age(row.vacant_since, now)), Look::Alert);
    }
    let named = |name: &str, focus: &Option<String>| match focus {
        Some(focus) => format!("{name} ({focus})"),
        None => name.to_owned(),
    };
    let all: Vec<_> = row.holders.iter().map(|holder| named(&holder.name, &holder.focus)).collect();
    all.join(", ").into()
}

/// Roles and how clear they are: what each lacks, or that it lacks nothing.
pub fn clarity(session: &Session, rows: &[RoleRow]) -> Table {
    let today = session.today();
    let rows = rows
        .iter()
        .map(|row| {
            let outline = row.outline();
            let lacks: Vec<String> = outline.lacks(today).map(aspect).collect();
            vec![
                piece(&row.handle, Look::Handle),
                row.name.as_str().into(),
                match lacks.is_empty() {
                    true => piece(words().clarity_clear(), Look::Quiet),
                    false => piece(words().out_lacks(lacks.join(", ")), Look::Alert),
                },
            ]
        })
        .collect();
    Table::new(2, rows).headed([words().head_handle(), words().head_role(), String::new()])
}

fn aspect(aspect: Aspect) -> String {
    let words = words();
    match aspect {
        Aspect::Purpose => words.clarity_purpose(),
        Aspect::Accountabilities => words.clarity_duties(),
        Aspect::Domains => words.clarity_domains(),
        Aspect::Holders => words.clarity_holders(),
        Aspect::Focus => words.clarity_focus(),
        Aspect::Term => words.clarity_term(),
        Aspect::Review => words.clarity_review(),
    }
}

/// What the board asks: the key that can be typed, or the rule by which several are listed; what is so, since when.
pub fn questions(session: &Session, questions: &[Question]) -> Result<Table, Error> {
    let mut rows = Vec::with_capacity(questions.len());
    for question in questions {
        rows.push(match question {
            Question::One(held) => finding(session, held)?,
            Question::Many(group) => vec![
                piece(group.rule.as_str(), Look::Handle),
                session.say_question(question)?.into(),
                since(group.since(), session.now()),
                piece("", Look::Quiet),
            ],
        });
    }
    Ok(headed(rows))
}

fn headed(rows: Vec<Vec<Piece>>) -> Table {
    let words = words();
    Table::new(1, rows).headed([words.head_key(), words.head_finding(), words.head_since(), String::new()])
}

fn since(since: Option<At>, now: At) -> Piece {
    piece(since.map_or_else(String::new, |since| spoken::age(since, now)), Look::Quiet)
}

/// What there is to talk about, with who should be there, and since when or until when.
pub fn agenda(session: &Session, topics: &[Topic]) -> Table {
    let (now, today) = (session.now(), session.today());
    let row = |topic: &Topic| {
        let when = match (topic.day, topic.since) {
            (Some(day), _) => spoken::date(day, today),
            (None, Some(since)) => spoken::age(since, now),
            (None, None) => String::new(),
        };
        let sort = words().agenda_sort(topic.sort.as_str());
        vec![
            piece(sort, Look::Quiet),
            topic.said.clone().into(),
            piece(topic.who.join(", "), Look::Plain),
            piece(when, Look::Quiet),
        ]
    };
    let words = words();
    Table::new(1, topics.iter().map(row).collect()).headed([
        String::new(),
        words.head_topic(),
        words.head_with(),
        String::new(),
    ])
}

/// Findings: the key that can be typed, what is so, since when.
pub fn findings(session: &Session, held: &[CurrentFinding]) -> Result<Table, Error> {
    let rows = held.iter().map(|held| finding(session, held)).collect::<Result<_, _>>()?;
    Ok(headed(rows))
}

fn finding(session: &Session, held: &CurrentFinding) -> Result<Vec<Piece>, Error> {
    let settled = match &held.settled {
        None => session.say_before(held)?.unwrap_or_default(),
        Some(settled) => session.say_settled(settled)?,
    };
    Ok(vec![
        piece(session.spoken_key(held)?, Look::Handle),
        session.say_finding(held)?.into(),
        since(held.finding.since(), session.now()),
        piece(settled, Look::Quiet),
    ])
}

/// What else awaits one's answer, with what can be typed.
pub fn waits_for_me(offers: &[OfferInWords]) -> Table {
    let row = |offer: &OfferInWords| {
        let answer = offer.answer.clone().unwrap_or_default();
        vec![offer.said.as_str().into(), piece(answer, Look::Quiet)]
    };
    Table::new(0, offers.iter().map(row).collect())
}

/// Handovers that await one's answer.
pub fn offers(session: &Session, rows: &[OfferRow]) -> Table {
    let now = session.now();
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                piece(&row.handle, Look::Handle),
                row.title.as_str().into(),
                words().out_offered_by(&row.from, spoken::age(row.at, now)).into(),
                piece(row.note.clone().unwrap_or_default(), Look::Quiet),
            ]
        })
        .collect();
    Table::new(1, rows)
}
