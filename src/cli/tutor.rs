//! `setara tutor`: five minutes on the sample team's board, a step at a time; with `standup` three more. Nothing is kept.

use super::context::Context;
use super::demo::sample_team;
use super::screens::{self, Teaches};
use super::stop::Stop;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "LESSON", value_parser = [STANDUP], help = words().cmd_tutor_lesson())]
    lesson: Option<String>,
}

const STANDUP: &str = "standup";

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = sample_team(context.environment.clone())?;
        let teaches = match self.lesson {
            None => Teaches::Desk,
            Some(_) => Teaches::Standup,
        };
        screens::open_lesson(context, session, teaches)
    }
}
