//! `setara done`: a task is finished, and its claims with it.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Ending, Move};
use crate::domain::task::State;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(long, help = words().cmd_anyway())]
    anyway: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.acting()?.find(&self.task)?;
        context
            .perform(&Command::Move(Move { task, to: State::Done, ending: Ending::anyway(self.anyway) }))
            .map(drop)
    }
}
