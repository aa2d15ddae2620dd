//! `setara accept`: takes a lead that was offered.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Accept, Command};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.task(&self.task)?;
        context.perform(&Command::Accept(Accept { task })).map(drop)
    }
}
