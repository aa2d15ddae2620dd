//! `setara demo`: the sample team, on a board in memory. Nothing is kept.
//!
//! The team is a [`script`] of dated commands, and each goes through the verbs of this command line. So a new verb or a
//! new kind of subject comes into the demo by lines of `assets/demo/team.txt`.

mod play;
mod script;
#[cfg(test)]
mod tests;

use super::context::Context;
use super::screens;
use super::stop::Stop;

pub use play::sample_team;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = sample_team(context.environment.clone())?;
        screens::open_session(context, session)
    }
}
