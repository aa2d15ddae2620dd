//! `setara accept`: takes a lead that was offered.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Accept, Command};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        context.perform_each(&tasks, |task| Command::Accept(Accept { task })).map(drop)
    }
}
