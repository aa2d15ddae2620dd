//! `setara waits`: who waits on whom, as trees, with what clearing each root frees.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

/// More than any team has.
const MOST: usize = 100_000;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let list = context.session()?.board().blockers(0, MOST)?;
        if context.json() {
            let all = json::waits(context.session()?, &list)?;
            return context.paper.json(&all);
        }
        if list.is_empty() {
            return context.paper.line(piece(words().out_no_blockers(), Look::Quiet));
        }
        let table = rows::waits::trees(context.session()?, &list);
        context.paper.table(table)
    }
}
