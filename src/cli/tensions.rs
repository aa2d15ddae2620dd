//! `setara tensions`: what could be otherwise, and where it stands.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

/// More tensions than any team feels.
const MOST: usize = 100_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = words().cmd_tensions_over())]
    over: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let list = session.board().tensions(self.over, 0, MOST)?;
        if context.json() {
            let session = context.session()?;
            let all = list.iter().filter_map(|row| json::tension(session, row.id).transpose());
            let all = all.collect::<Result<Vec<_>, _>>()?;
            return context.paper.json(&all);
        }
        if list.is_empty() {
            return context.paper.line(piece(words().out_no_tensions(), Look::Quiet));
        }
        let table = rows::tensions(context.session()?, &list)?;
        context.paper.table(table)
    }
}
