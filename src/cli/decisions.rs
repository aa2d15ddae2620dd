//! `setara decisions`: what is to be decided, and what was.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::store::Decided;
use crate::words::words;

/// More decisions than any team makes.
const MOST: usize = 100_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = words().cmd_decisions_all())]
    all: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let which = if self.all { Decided::All } else { Decided::InForce };
        let session = context.session()?;
        let list = session.board().decisions(which, 0, MOST)?;
        if context.json() {
            let session = context.session()?;
            let all = list.iter().filter_map(|row| json::decision(session, row.id).transpose());
            let all = all.collect::<Result<Vec<_>, _>>()?;
            return context.paper.json(&all);
        }
        if list.is_empty() {
            return context.paper.line(piece(words().out_no_decisions(), Look::Quiet));
        }
        let table = rows::decisions(context.session()?, &list)?;
        context.paper.table(table)
    }
}
