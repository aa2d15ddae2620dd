//! `setara give-back`: ends one's own claim.

use super::complete;
use super::context::{Context, said};
use super::stop::Stop;
use crate::domain::decide::{Command, GiveBack};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_note())]
    note: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        let note = self.note.map(said).transpose()?;
        context
            .perform_each(&tasks, |task| Command::GiveBack(GiveBack { task, note: note.clone() }))
            .map(drop)
    }
}
