//! `setara agreements`: what is agreed on, by whom, and what waits for a yes.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

/// More agreements than any team has.
const MOST: usize = 10_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = words().cmd_agreements_over())]
    over: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let list = session.board().agreements(session.today(), self.over, 0, MOST)?;
        if context.json() {
            let session = context.session()?;
            let all = list.iter().filter_map(|row| json::agreement(session, row.id).transpose());
            let all = all.collect::<Result<Vec<_>, _>>()?;
            return context.paper.json(&all);
        }
        if list.is_empty() {
            return context.paper.line(piece(words().out_no_agreements(), Look::Quiet));
        }
        let table = rows::agreements(context.session()?, &list)?;
        context.paper.table(table)
    }
}
