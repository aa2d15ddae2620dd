//! `setara demo`: the sample team, on a board in memory. Nothing is kept, but where a file is named for it.
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
        let mut session = sample_team(context.environment.clone())?;
        if let Some(name) = context.named() {
            // Who one is on other boards need not be in this team.
            let is_from_elsewhere = std::env::var("SETARA_AS").is_ok_and(|elsewhere| elsewhere == name);
            match session.act_as(Some(name)) {
                Err(_) if is_from_elsewhere => {}
                acts => acts?,
            }
        }
        // The board that one always works on is not meant.
        let is_usual =
            std::env::var_os("SETARA_BOARD").is_some_and(|usual| context.board() == Some(usual.as_ref()));
        if let Some(file) = context.board().filter(|_| !is_usual) {
            session = session.into_file(file)?;
        }
        screens::open_session(context, session)
    }
}
