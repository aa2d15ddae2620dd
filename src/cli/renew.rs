//! `setara renew`: one's claim still stands.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Renew};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.task(&self.task)?;
        context.perform(&Command::Renew(Renew { task })).map(drop)
    }
}
