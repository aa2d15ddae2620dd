//! `setara decline`: an offered lead stays where it is.

use super::complete;
use super::context::{Context, said};
use super::stop::Stop;
use crate::domain::decide::{Command, Decline};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_reason())]
    reason: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        let reason = self.reason.map(said).transpose()?;
        context
            .perform_each(&tasks, |task| Command::Decline(Decline { task, reason: reason.clone() }))
            .map(drop)
    }
}
