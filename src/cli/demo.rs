//! `setara demo`: the sample team, on a board in memory. Nothing is kept.

use super::context::Context;
use super::screens;
use super::stop::Stop;
use crate::session::Session;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = Session::demo(context.environment.clone())?;
        screens::open_session(context, session)
    }
}
