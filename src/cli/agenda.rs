//! `setara agenda`: what there is to talk about, with who should be there; first where somebody waits.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let topics = session.agenda()?;
        if context.json() {
            let all = json::agenda(context.session()?, &topics)?;
            return context.paper.json(&all);
        }
        if topics.is_empty() {
            return context.paper.line(piece(words().agenda_empty(), Look::Quiet));
        }
        let table = rows::agenda(context.session()?, &topics);
        context.paper.table(table)
    }
}
