//! `setara park`: lays a task aside until a day, or takes it up again.

use super::complete;
use super::context::{Context, joined};
use super::stop::Stop;
use crate::domain::decide::{Command, Park};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(required_unless_present = "back", conflicts_with = "back", value_name = "DAY", help = words().cmd_day())]
    until: Vec<String>,
    #[arg(long, help = words().cmd_park_back())]
    back: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.acting()?.find(&self.task)?;
        let until = if self.back { None } else { Some(context.day(&joined(&self.until))?) };
        context.perform(&Command::Park(Park { task, until })).map(drop)
    }
}
