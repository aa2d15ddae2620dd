//! `setara roles`: the roles and who holds them, vacant ones first.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

/// More roles than any team has.
const MOST: usize = 100_000;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let list = session.board().roles(0, MOST)?;
        if context.json() {
            let session = context.session()?;
            let all = list.iter().filter_map(|row| json::role(session, row.id).transpose());
            let all = all.collect::<Result<Vec<_>, _>>()?;
            return context.paper.json(&all);
        }
        if list.is_empty() {
            return context.paper.line(piece(words().out_no_roles(), Look::Quiet));
        }
        let table = rows::roles(context.session()?, &list);
        context.paper.table(table)
    }
}
