//! `setara take-over`: a quiet claim becomes one's own, with a note to its holder.

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::decide::{Command, TakeOver};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(required = true, value_name = "NOTE", help = words().cmd_take_over_note())]
    note: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(std::slice::from_ref(&self.task))?;
        let note = said(joined(&self.note))?;
        context
            .perform_each(&tasks, |task| Command::TakeOver(TakeOver { task, note: note.clone() }))
            .map(drop)
    }
}
