//! `setara withdraw`: takes back one's own offer.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Withdraw};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        context.perform_each(&tasks, |task| Command::Withdraw(Withdraw { task })).map(drop)
    }
}
