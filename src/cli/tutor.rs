//! `setara tutor`: five minutes on the sample team's board, a step at a time. Nothing is kept.

use super::context::Context;
use super::demo::sample_team;
use super::screens;
use super::stop::Stop;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = sample_team(context.environment.clone())?;
        screens::open_lesson(context, session)
    }
}
