//! `setara leave`: one's claims and roles end, and become gaps that the team sees.

use super::desk::Desk;
use super::stop::Stop;
use crate::domain::decide::{Command, Leave};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        desk.perform(&Command::Leave(Leave))?;
        desk.hint(words().out_hint_left())
    }
}
