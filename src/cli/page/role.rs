//! A role's page: why it is there, what it controls and does, who fills it.

use super::super::context::Context;
use super::super::json;
use super::super::rows;
use super::super::stop::Stop;
use super::{field, print_json, title};
use crate::domain::field::Field as _;
use crate::domain::id::SubjectId;
use crate::domain::role::{Role, RoleField};
use crate::domain::spoken::{self, word};
use crate::store::Filter;
use crate::words::words;

/// As many tasks as a page shows.
const TASKS: usize = 50;

pub fn print(context: &mut Context, role: &Role) -> Result<(), Stop> {
    if context.json() {
        return print_json(context, role.id.into(), |session, about| {
            Ok(json::role(session, role.id)?.map(|shape| json::Role { about, ..shape }))
        });
    }
    let session = context.session()?;
    let (now, today) = (session.now(), session.today());
    let ids = role.holders.iter().map(|holding| SubjectId::from(holding.member));
    let names = session.board().names(ids.chain([role.id.into()]).chain(role.merged_into.map(Into::into)))?;
    let filter = Filter { role: Some(role.id), ..Filter::default() };
    let tasks = session.board().tasks(&filter, None, 0, TASKS - 1)?.rows;
    let table = rows::tasks(session, &tasks)?;
    let offers = session.offers_about(role.id.into())?;
    let paper = &mut context.paper;
    title(paper, names.handle(role.id), role.name())?;
    let state = match role.merged_into {
        Some(into) => words().page_merged_into(names.name(into)),
        None => word::role_state(role.state().as_str()),
    };
    field(paper, &words().out_label_state(), &state)?;
    for offer in offers {
        field(paper, &words().out_label_offer(), &offer.said)?;
        if let Some(answer) = offer.answer {
            field(paper, "", &answer)?;
        }
    }
    field(paper, &words().out_label_purpose(), role.purpose.value().map_or("", String::as_str))?;
    for domain in role.domains() {
        field(paper, &words().out_label_domain(), domain)?;
    }
    for accountability in role.accountabilities() {
        field(paper, &words().out_label_accountability(), accountability)?;
    }
    for holding in &role.holders {
        let mut said =
            words().out_holds(names.name(holding.member), spoken::date(holding.since.day(), today));
        if let Some(term) = holding.term {
            said = format!("{said}, {}", words().out_term(spoken::date(term, today)));
        }
        if let Some(focus) = &holding.focus {
            said = format!("{said}: {focus}");
        }
        field(paper, &words().out_label_holder(), &said)?;
    }
    if role.holders.is_empty() {
        let vacant = words().out_vacant(spoken::age(role.vacant_since, now));
        field(paper, &words().out_label_holder(), &vacant)?;
    }
    if let Some(review) = role.review.value() {
        field(paper, &RoleField::Review.label(), &spoken::day(*review, today))?;
    }
    if !tasks.is_empty() {
        paper.blank()?;
        paper.heading(words().out_tasks())?;
        paper.table(table)?;
    }
    Ok(())
}
