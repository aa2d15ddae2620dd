//! `setara clarity`: what each role says of itself, and what it lacks.

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
            let all: Vec<_> = list.iter().map(|row| json::clarity(session, row)).collect::<Result<_, _>>()?;
            return context.paper.json(&all);
        }
        if list.is_empty() {
            return context.paper.line(piece(words().out_no_roles(), Look::Quiet));
        }
        let table = rows::clarity(context.session()?, &list);
        context.paper.table(table)
    }
}
