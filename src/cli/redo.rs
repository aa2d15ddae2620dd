//! `setara redo`: does again what the last undo took back.

use super::context::Context;
use super::stop::Stop;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let done = context.acting()?.redo()?;
        context.say(&done)?;
        context.with_it(&done)
    }
}
