//! `setara rank`: a task gets another place in the pull order.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Place, RankTask};
use crate::words::words;

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("place").required(true))]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
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
        let tasks = context.tasks(&self.tasks)?;
        let session = context.acting()?;
        let place = match (self.before, self.after) {
            (Some(other), _) => Place::Before(session.find(&other)?),
            (_, Some(other)) => Place::After(session.find(&other)?),
            (None, None) if self.top => Place::Top,
            (None, None) => Place::End,
        };
        context.perform_all(&RankTask::each(&tasks, place, self.reason.as_deref())).map(drop)
    }
}
