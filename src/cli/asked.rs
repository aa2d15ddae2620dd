//! `setara asked`: whoever can clear a blocker was asked.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Ask, Command};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(long, value_name = "N", help = words().cmd_which())]
    which: Option<usize>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(std::slice::from_ref(&self.task))?;
        let which = self.which;
        context.perform_each(&tasks, |task| Command::Ask(Ask { task, which: which.into() })).map(drop)
    }
}
