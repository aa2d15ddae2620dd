//! `setara move`: a task comes into another state, also back.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Ending, Move};
use crate::domain::task::{Part, State};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
    #[arg(value_name = "STATE", add = complete::state(), help = words().cmd_move_state())]
    state: String,
    #[arg(long, help = words().cmd_anyway())]
    anyway: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        let session = context.acting()?;
        let to = session.state(&self.state)?;
        if to == State::Dropped {
            // The history says why work was dropped: without a reason there is nothing to say.
            let handles: Result<Vec<_>, _> =
                tasks.iter().map(|task| session.board().task_handle(*task)).collect();
            return Err(Stop::refused(words().out_drop_why(), words().out_drop_why_hint(handles?.join(","))));
        }
        let ending = Ending::anyway(self.anyway);
        context.perform_each(&tasks, |task| Command::Move(Move { task, to, ending }))?;
        if to.is_finished() {
            return Ok(());
        }
        // Work that goes on without a lead is what the board asks about next.
        context.hint_of(|session| {
            for task in tasks {
                let row = session.board().task_row(task)?;
                if let Some(row) = row.filter(|row| row.claims.iter().all(|claim| claim.part != Part::Lead)) {
                    return Ok(Some(words().out_hint_added(row.handle)));
                }
            }
            Ok(None)
        })
    }
}
