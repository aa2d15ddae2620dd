//! `setara tutor`: five minutes on the sample team's board, a step at a time. Nothing is kept.

use super::desk::Desk;
use super::screens;
use super::stop::Stop;
use crate::session::Session;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let session = Session::demo(desk.surroundings.clone())?;
        screens::open_lesson(desk, session)
    }
}
