//! `setara drop`: a task ends unfinished, with the reason.

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::decide::{Command, Drop, Ending};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(required = true, value_name = "REASON", help = words().cmd_reason())]
    reason: Vec<String>,
    #[arg(long, help = words().cmd_anyway())]
    anyway: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.acting()?.find(&self.task)?;
        let reason = said(joined(&self.reason))?;
        context.perform(&Command::Drop(Drop { task, reason, ending: Ending::anyway(self.anyway) })).map(drop)
    }
}
