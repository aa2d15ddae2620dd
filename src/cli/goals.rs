//! `setara goals`: the goals, and how far they are.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

/// More goals than any team has.
const MOST: usize = 100_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = words().cmd_goals_finished())]
    finished: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let list = session.board().goals(self.finished, 0, MOST)?;
        if context.json() {
            let session = context.session()?;
            let all = list.iter().filter_map(|row| json::goal(session, row.id).transpose());
            let all = all.collect::<Result<Vec<_>, _>>()?;
            return context.paper.json(&all);
        }
        if list.is_empty() {
            return context.paper.line(piece(words().out_no_goals(), Look::Quiet));
        }
        let table = rows::goals(context.session()?, &list);
        context.paper.table(table)
    }
}
