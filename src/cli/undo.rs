//! `setara undo`: takes back one's own last action. Undo appends, so nothing is lost.

use super::context::Context;
use super::stop::Stop;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let done = context.acting()?.undo()?;
        context.say(&done)?;
        context.with_it(&done)?;
        context.hint(words().out_hint_undone())
    }
}
