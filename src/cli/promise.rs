//! `setara promise`: until when help with a blocker was promised.

use super::complete;
use super::context::{Context, joined};
use super::stop::Stop;
use crate::domain::decide::{Command, Promise};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(required = true, value_name = "DAY", help = words().cmd_day())]
    day: Vec<String>,
    #[arg(long, value_name = "N", help = words().cmd_which())]
    which: Option<usize>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.task(&self.task)?;
        let until = context.day(&joined(&self.day))?;
        context.perform(&Command::Promise(Promise { task, which: self.which.into(), until })).map(drop)
    }
}
