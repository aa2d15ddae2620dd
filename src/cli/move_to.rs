//! `setara move`: a task comes into another state, also back.

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
    #[arg(value_name = "STATE", add = complete::state(), help = words().cmd_move_state())]
    state: String,
    #[arg(long, help = words().cmd_anyway())]
    anyway: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.acting()?;
        let task = session.find(&self.task)?;
        let to = session.state(&self.state)?;
        if to == State::Dropped {
            // The history says why work was dropped: without a reason there is nothing to say.
            let handle = session.board().task_handle(task)?;
            return Err(Stop::refused(words().out_drop_why(), words().out_drop_why_hint(handle)));
        }
        context.perform(&Command::Move(Move { task, to, ending: Ending::anyway(self.anyway) })).map(drop)
    }
}
