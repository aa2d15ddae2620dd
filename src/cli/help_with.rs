//! `setara help-with`: a promise to contribute, beside whoever leads.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Claim, ClaimAs, Command};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        context.perform_each(&tasks, |task| Command::Claim(Claim { task, part: ClaimAs::Helper })).map(drop)
    }
}
