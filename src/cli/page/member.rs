//! A person's page: what they lead, hold and know. One's own numbers stand on one's own page only.

use super::super::context::Context;
use super::super::stop::Stop;
use super::super::{json, rows};
use super::{field, print_json, title};
use crate::domain::field::Field as _;
use crate::domain::member::{Member, MemberField};
use crate::domain::spoken;
use crate::session::{said_learn, said_teach};
use crate::store::Filter;
use crate::words::words;

/// As many tasks as a page shows.
const TASKS: usize = 100;
/// As many of the thanks that one received.
const THANKS: usize = 12;

pub fn print(context: &mut Context, member: &Member) -> Result<(), Stop> {
    if context.json() {
        return print_json(context, member.id.into(), |session, about| {
            Ok(json::member(session, member.id)?.map(|shape| json::Member { about, ..shape }))
        });
    }
    let session = context.session()?;
    let today = session.today();
    let names = session.board().names([member.id.into()])?;
    let held = session.board().held_by(member.id)?;
    let held_names = session.board().names(held.iter().map(|id| (*id).into()))?;
    let held: Vec<&str> = held.iter().map(|id| held_names.name(*id)).collect();
    let filter = Filter { claimed_by: Some(member.id), ..Filter::default() };
    let tasks = session.board().tasks(&filter, None, 0, TASKS - 1)?.rows;
    let table = rows::tasks(session, &tasks)?;
    let pairings = session.pairings_of(member.id)?;
    let pairings = pairings.iter().map(|row| session.say_pairing(row)).collect::<Result<Vec<_>, _>>()?;
    let matches = session.skill_matches(member)?;
    let is_me = session.me() == Some(member.id);
    let thanks = if is_me { session.board().thanks_to(member.id, THANKS)? } else { Vec::new() };
    let thanks = thanks.iter().map(|thanks| session.say_thanks(thanks)).collect::<Result<Vec<_>, _>>()?;
    let paper = &mut context.paper;
    title(paper, names.handle(member.id), member.name())?;
    let list = |items: Option<&Vec<String>>| items.map_or(String::new(), |items| items.join(", "));
    field(paper, &MemberField::Initials.label(), member.initials.value().map_or("", String::as_str))?;
    if member.left.is_some() {
        field(paper, &words().out_label_state(), &words().out_has_left())?;
    }
    if let Some(away) = member.away.value().filter(|away| away.until.is_none_or(|until| until >= today)) {
        let from = spoken::day(away.from, today);
        let said = match away.until {
            Some(until) => words().out_from_until(from, spoken::day(until, today)),
            None => words().out_from(from),
        };
        field(paper, &words().out_label_away(), &said)?;
    }
    field(paper, &words().out_label_contact(), member.contact.value().map_or("", String::as_str))?;
    field(paper, &words().out_label_roles(), &held.join(", "))?;
    for said in pairings {
        field(paper, &words().out_label_buddy(), &said)?;
    }
    field(paper, &words().out_label_teaches(), &list(member.teaches.get()))?;
    field(paper, &words().out_label_learns(), &list(member.learns.get()))?;
    field(paper, &words().out_label_could_learn(), &said_learn(&matches.learn))?;
    field(paper, &words().out_label_could_teach(), &said_teach(&matches.teach))?;
    if is_me {
        field(paper, &MemberField::Limit.label(), &member.limit().to_string())?;
    }
    if !thanks.is_empty() {
        paper.blank()?;
        paper.heading(words().pages_thanks())?;
        for said in thanks {
            paper.line(said.as_str())?;
        }
    }
    if !tasks.is_empty() {
        paper.blank()?;
        paper.heading(words().out_tasks())?;
        paper.table(table)?;
    }
    Ok(())
}
