//! `setara withdraw`: takes back one's own offer.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Withdraw};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.task(&self.task)?;
        context.perform(&Command::Withdraw(Withdraw { task })).map(drop)
    }
}
