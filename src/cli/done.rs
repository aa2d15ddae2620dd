//! `setara done`: a task is finished, and its claims with it.

use super::complete;
use super::desk::Desk;
use super::stop::Stop;
use crate::domain::decide::{Command, Move};
use crate::domain::task::State;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let task = desk.acting()?.task(&self.task)?;
        desk.perform(&Command::Move(Move { task, to: State::Done })).map(drop)
    }
}
