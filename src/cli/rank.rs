//! `setara rank`: a task gets another place in the pull order.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Place, RankTask};
use crate::words::words;

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("place").required(true))]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(long, group = "place", help = words().cmd_rank_top())]
    top: bool,
    #[arg(long, group = "place", help = words().cmd_rank_end())]
    end: bool,
    #[arg(long, value_name = "TASK", add = complete::task(), group = "place", help = words().cmd_rank_before())]
    before: Option<String>,
    #[arg(long, value_name = "TASK", add = complete::task(), group = "place", help = words().cmd_rank_after())]
    after: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_reason())]
    reason: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.acting()?;
        let task = session.find(&self.task)?;
        let place = match (self.before, self.after) {
            (Some(other), _) => Place::Before(session.find(&other)?),
            (_, Some(other)) => Place::After(session.find(&other)?),
            (None, None) if self.top => Place::Top,
            (None, None) => Place::End,
        };
        context.perform(&Command::RankTask(RankTask { task, place, reason: self.reason })).map(drop)
    }
}
