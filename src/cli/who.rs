//! `setara who`: the members, what each leads and holds. By name: nobody is ranked.

use super::context::Context;
use super::json::{self, Subject};
use super::paper::{Look, Table, piece};
use super::stop::Stop;
use crate::domain::spoken;
use crate::words::words;

/// More members than any team has.
const MOST: usize = 10_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = words().cmd_who_left())]
    left: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let mut list = session.board().members(MOST)?;
        list.retain(|member| self.left || member.left.is_none());
        let members = list.iter().filter_map(|row| json::member(session, row.id).transpose());
        let members = members.collect::<Result<Vec<_>, _>>()?;
        if context.json() {
            return context.paper.json(&members);
        }
        let session = context.session()?;
        let (me, today) = (session.me(), session.today());
        let mut rows = Vec::new();
        for (row, member) in list.iter().zip(&members) {
            let away = match (row.away_from, row.away_until) {
                _ if row.left.is_some() => words().out_has_left(),
                (_, Some(until)) if until < today => String::new(),
                (Some(from), until) if from <= today => match until {
                    Some(until) => words().out_away_until(spoken::day(until, today)),
                    None => words().out_away(),
                },
                (Some(from), _) => words().out_away_from(spoken::day(from, today)),
                (None, _) => String::new(),
            };
            let leads = match member.leading.is_empty() {
                true => String::new(),
                false => words().out_leads(handles(&member.leading)),
            };
            let helps = match member.helping.is_empty() {
                true => String::new(),
                false => words().out_helps(handles(&member.helping)),
            };
            let own = match me == Some(row.id) {
                true => words().out_in_hand(row.in_hand, row.limit),
                false => String::new(),
            };
            let roles = member.holding.iter().filter_map(Subject::called);
            rows.push(vec![
                piece(&row.name, Look::Strong),
                piece(roles.collect::<Vec<_>>().join(", "), Look::Plain),
                piece(away, Look::Alert),
                piece(own, Look::Quiet),
                piece(leads, Look::Plain),
                piece(helps, Look::Quiet),
            ]);
        }
        context.paper.table(Table::new(4, rows))
    }
}

fn handles(tasks: &[Subject]) -> String {
    let handles = tasks.iter().filter_map(|task| task.handle.as_deref());
    handles.collect::<Vec<_>>().join(", ")
}
