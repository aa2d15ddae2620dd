//! The rows of the panes in words, for those who hear them: no marks, no columns, what matters first.

use super::goals::progress;
use super::{FindingRow, asked, unclear};
use crate::domain::calendar::At;
use crate::domain::task::{Part, State};
use crate::insight::FindingKind;
use crate::store::{BlockerRow, GoalRow, RoleRow, TaskRow};
use crate::tui::kit::when;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// `bakul, Sign the payment contract, Ayu leads, Budi helps, doing, for 6 days, waits on Dewi`.
pub fn task(row: &TaskRow, overview: &Overview) -> String {
    let words = words();
    let names = |part: Part| {
        row.people()
            .iter()
            .filter(|claim| claim.part == part)
            .map(|claim| claim.name.clone())
            .collect::<Vec<_>>()
    };
    let (leads, helpers) = (names(Part::Lead), names(Part::Helper));
    let mut said = vec![row.handle.clone(), row.title.clone()];
    match overview.offer_of(row.id) {
        Some(offer) => said.push(words.plain_offered(&offer.from)),
        None if leads.is_empty() && row.state.is_finished() => {
            said.extend(row.ended_by.as_ref().map(|(_, name)| words.plain_ended(name)));
        }
        None if leads.is_empty() => said.push(words.plain_nobody_leads()),
        None if row.state.is_finished() => said.push(words.plain_led(listed(&leads))),
        None => said.push(words.plain_leads(listed(&leads), leads.len())),
    }
    let mine = overview.my_id();
    for claim in &row.claims {
        if let Some(offer) = claim.open_offer(overview.now).filter(|offer| Some(offer.to) != mine) {
            said.push(words.plain_offered_to(&claim.name, &offer.name));
        }
    }
    if row.state.is_finished() && !helpers.is_empty() {
        said.push(words.plain_helped(listed(&helpers)));
    } else if !helpers.is_empty() {
        said.push(words.plain_helps(listed(&helpers), helpers.len()));
    }
    said.push(words.plain_state_for(overview.terms.state(row.state), age(row.since, overview.now)));
    if let Some(day) = row.parked.filter(|day| *day > overview.today) {
        said.push(words.plain_parked(when::short(day, overview.today)));
    }
    if let Some(day) = row.due.filter(|_| !row.state.is_finished()) {
        said.push(when::due(day, overview.today));
    }
    let lease = row.claims.iter().filter(|claim| claim.part == Part::Lead).map(|claim| claim.lease).max();
    let works = matches!(row.state, State::Open | State::Doing | State::Review) && row.blocked == 0;
    if let Some(lease) = lease.filter(|lease| *lease < overview.now && works) {
        said.push(words.plain_quiet(age(lease, overview.now)));
    }
    match (&row.waits, row.blocked) {
        (_, 0) => {}
        (Some(on), _) => said.push(words.plain_blocked_on(on)),
        (None, _) => said.push(words.plain_blocked()),
    }
    if row.written_twice {
        said.push(words.scr_written_twice());
    }
    said.extend(row.next.as_deref().map(|next| words.scr_next(next)));
    said.join(", ")
}

pub fn goal(row: &GoalRow, overview: &Overview) -> String {
    let words = words();
    let horizon = match row.horizon.as_str() {
        "long" => words.plain_goal_long(),
        _ => words.plain_goal_short(),
    };
    let title = if row.state == "proposed" { words.scr_proposed(&row.title) } else { row.title.clone() };
    let mut said = vec![title, horizon, progress(row)];
    said.extend(row.due.map(|day| when::due(day, overview.today)));
    if !row.has_work {
        said.push(words.plain_goal_no_work());
    } else if !row.has_lead {
        said.push(words.plain_goal_no_lead());
    }
    said.push(words.plain_moved(age(row.moved, overview.now)));
    said.join(", ")
}

pub fn role(row: &RoleRow, overview: &Overview) -> String {
    let words = words();
    let mut said = vec![row.name.clone()];
    let holders: Vec<String> = row
        .holders
        .iter()
        .map(|holder| match &holder.focus {
            Some(focus) => words.plain_holder(&holder.name, focus),
            None => holder.name.clone(),
        })
        .collect();
    match holders.len() {
        0 if row.state == "draft" => said.push(words.scr_draft()),
        0 => said.push(words.plain_vacant(age(row.vacant_since, overview.now))),
        n => {
            said.push(words.plain_hold(listed(&holders), n));
            said.push(match unclear(row, overview.today) {
                Some(missing) => words.plain_unclear(missing.trim_end_matches('?')),
                None => words.plain_clear(),
            });
        }
    }
    said.join(", ")
}

/// A kind of finding.
pub fn kind(kind: FindingKind) -> String {
    let words = words();
    match kind {
        FindingKind::Overlap => words.plain_overlap(),
        FindingKind::Gap => words.plain_gap(),
        FindingKind::Unclear => words.plain_unclear_kind(),
        FindingKind::Stale => words.plain_stale(),
        FindingKind::Load => words.plain_load(),
    }
}

pub fn finding(row: &FindingRow, overview: &Overview) -> String {
    let words = words();
    let said = words.plain_finding(kind(row.question.rule().kind()), row.sentence());
    match row.question.since() {
        Some(since) => words.plain_since(said, age(since, overview.now)),
        None => said,
    }
}

pub fn blocker(row: &BlockerRow, sentence: &str, overview: &Overview) -> String {
    let mut said = vec![sentence.to_owned(), row.title.clone(), asked(row, overview)];
    if row.holds_up > 0 {
        said.push(words().scr_holds_up(row.holds_up));
    }
    said.join(", ")
}

/// How long ago, in whole words.
fn age(from: At, now: At) -> String {
    let words = words();
    let minutes = now.0.saturating_sub(from.0).max(0) / 60_000;
    let (hours, days) = (minutes / 60, minutes / (24 * 60));
    match () {
        () if hours == 0 => words.plain_minutes(minutes),
        () if days == 0 => words.plain_hours(hours),
        () if days < 21 => words.plain_days(days),
        () if days < 70 => words.plain_weeks(days / 7),
        () if days < 2 * 365 => words.plain_months(days * 12 / 365),
        () => words.plain_years(days / 365),
    }
}

/// `Ayu`, `Ayu and Budi`, `Ayu, Budi and Citra`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [some @ .., last] => words().plain_and(some.join(", "), last),
    }
}
