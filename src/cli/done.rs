//! `setara done`: a task is finished, and its claims with it.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, Ending, Move};
use crate::domain::task::State;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
    #[arg(long, help = words().cmd_anyway())]
    anyway: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let (tasks, ending) = (context.tasks(&self.tasks)?, Ending::anyway(self.anyway));
        context.perform_each(&tasks, |task| Command::Move(Move { task, to: State::Done, ending })).map(drop)
    }
}
