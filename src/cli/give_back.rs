//! `setara give-back`: ends one's own claim.

use super::complete;
use super::context::{Context, said};
use super::stop::Stop;
use crate::domain::decide::{Command, GiveBack};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_note())]
    note: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.task(&self.task)?;
        let note = self.note.map(said).transpose()?;
        context.perform(&Command::GiveBack(GiveBack { task, note })).map(drop)
    }
}
