//! `setara park`: lays a task aside until a day, or takes it up again.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Park};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, num_args = 1.., value_names = ["TASK", "DAY"], add = complete::task(), help = words().cmd_park_what())]
    words: Vec<String>,
    #[arg(long, help = words().cmd_park_back())]
    back: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let (tasks, until) = match self.back {
            true => (self.words.as_slice(), None),
            false => context.day_behind(&self.words).map(|(tasks, day)| (tasks, Some(day)))?,
        };
        let tasks = context.tasks(tasks)?;
        context.perform_each(&tasks, |task| Command::Park(Park { task, until })).map(drop)
    }
}
