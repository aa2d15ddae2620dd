//! `setara redo`: does again what the last undo took back.

use super::desk::Desk;
use super::stop::Stop;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let done = desk.acting()?.redo()?;
        desk.say(&done)?;
        desk.with_it(&done)
    }
}
