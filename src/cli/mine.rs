//! `setara mine`: what one has in hand, what is offered to one, and which decisions wait for one's voice.

use super::context::Context;
use super::json::{self, Mine};
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{asking, complete, next, rows};
use crate::store::Filter;
use crate::words::words;

/// More claims than anybody has.
const MOST: usize = 10_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "QUERY", allow_hyphen_values = true, add = complete::query(), help = words().filter_cmd_query())]
    query: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let json = context.json();
        let me = context.me()?;
        let session = context.session()?;
        let board = session.board();
        let offers = next::offers(session)?;
        let awaiting = board.decisions_awaiting(me, MOST)?;
        let filter = Filter { claimed_by: Some(me), ..asking::filter(session, &self.query)? };
        let tasks = board.tasks(&filter, None, 0, MOST)?.rows;
        let mut roles = board.roles(0, MOST)?;
        roles.retain(|role| role.holders.iter().any(|holder| holder.member == me));
        let own = board.members(MOST)?.into_iter().find(|row| row.id == me);
        let (in_hand, limit) = own.as_ref().map_or((0, 0), |row| (row.in_hand, row.limit));
        let waits = session.waits_for_me()?;
        if json {
            let session = context.session()?;
            let roles = roles.iter().filter_map(|row| json::role(session, row.id).transpose());
            let decisions = awaiting.iter().filter_map(|row| json::decision(session, row.id).transpose());
            let mine = Mine {
                me: json::me(session)?,
                in_hand,
                limit,
                offers: json::offers(session, offers)?,
                offered: json::waits_for_me(session)?,
                decisions: decisions.collect::<Result<_, _>>()?,
                tasks: json::tasks(session, tasks.iter().map(|row| row.id))?,
                roles: roles.collect::<Result<_, _>>()?,
            };
            return context.paper.json(&mine);
        }
        let tables = [
            (words().out_offered(), offers.len(), rows::offers(session, &offers)),
            (words().out_waits_for_you(), waits.len(), rows::waits_for_me(&waits)),
            (words().out_awaits_voice(), awaiting.len(), rows::decisions(session, &awaiting)?),
            (words().out_claimed(in_hand, limit), tasks.len(), rows::tasks(session, &tasks)?),
            (words().out_roles(), roles.len(), rows::roles(session, &roles)),
        ];
        let mut first = true;
        for (heading, _, table) in tables.into_iter().filter(|(_, count, _)| *count > 0) {
            if !std::mem::take(&mut first) {
                context.paper.blank()?;
            }
            context.paper.heading(heading)?;
            context.paper.table(table)?;
        }
        // For people alone: what other programs read may be shown to anybody.
        let shares = context.session()?.concentrated_on_me()?;
        if first && shares.is_empty() {
            return context.paper.line(piece(words().out_nothing_mine(), Look::Quiet));
        }
        if !first && !shares.is_empty() {
            context.paper.blank()?;
        }
        shares
            .into_iter()
            .try_for_each(|said| context.paper.line(piece(words().out_only_you(said), Look::Quiet)))
    }
}
