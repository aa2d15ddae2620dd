//! `setara blockers`: what stops which task, since when, and what was done about it. The oldest first.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

/// More than any team has.
const MOST: usize = 100_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(short = 'n', long, value_name = "N", help = words().cmd_limit())]
    limit: Option<usize>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let list = session.board().blockers(0, self.limit.unwrap_or(MOST))?;
        if context.json() {
            let all = json::blockers(context.session()?, &list)?;
            return context.paper.json(&all);
        }
        if list.is_empty() {
            return context.paper.line(piece(words().out_no_blockers(), Look::Quiet));
        }
        let table = rows::waits::blockers(context.session()?, &list);
        context.paper.table(table)
    }
}
