//! `setara renew`: one's claim still stands.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Renew};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        context.perform_each(&tasks, |task| Command::Renew(Renew { task })).map(drop)
    }
}
