//! `setara standup`: the stand-up that goes on, step by step; what came of the last one.

use clap::Subcommand;

use super::context::Context;
use super::meetings::{self, Verb as Common};
use super::past_meetings::{self, Out};
use super::stop::Stop;
use crate::domain::meeting::MeetingKind;
use crate::words::words;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[arg(long, help = words().cmd_standup_last())]
    last: bool,
    #[arg(long, conflicts_with = "last", help = words().cmd_meeting_list())]
    list: bool,
    #[command(flatten)]
    out: Out,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    #[command(about = words().cmd_standup_start())]
    Start,
    #[command(flatten)]
    Common(Common),
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let kind = MeetingKind::Standup;
        match self.verb {
            None if self.last => meetings::last(context, kind, &self.out),
            None if self.list => past_meetings::list(context, kind),
            None => meetings::show(context, kind),
            Some(Verb::Start) => meetings::start(context, kind, None),
            Some(Verb::Common(verb)) => verb.run(context, kind),
        }
    }
}
