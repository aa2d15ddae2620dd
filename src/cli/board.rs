//! `setara board`: the board as text, also on a terminal.

use super::context::Context;
use super::rows;
use super::stop::Stop;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        rows::board::print(context)
    }
}
