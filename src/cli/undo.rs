//! `setara undo`: takes back one's own last action. Undo appends, so nothing is lost.

use super::desk::Desk;
use super::stop::Stop;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let done = desk.acting()?.undo()?;
        desk.say(&done)?;
        desk.with_it(&done)?;
        desk.hint(words().out_hint_undone())
    }
}
