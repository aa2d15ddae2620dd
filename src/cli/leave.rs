//! `setara leave`: one's claims and roles end, and become gaps that the team sees.

use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Leave};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        context.perform(&Command::Leave(Leave))?;
        context.hint(words().out_hint_left())
    }
}
