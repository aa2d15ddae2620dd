//! `setara clear`: a blocker is gone, or never was one.

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::decide::{Clear, Command};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(value_name = "HOW", conflicts_with = "withdraw", help = words().cmd_clear_how())]
    how: Vec<String>,
    #[arg(long, value_name = "N", help = words().cmd_which())]
    which: Option<usize>,
    #[arg(long, help = words().cmd_clear_withdraw())]
    withdraw: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let task = context.task(&self.task)?;
        let how = if self.how.is_empty() { None } else { Some(said(joined(&self.how))?) };
        let clear = Clear { task, which: self.which.into(), how, withdrawn: self.withdraw };
        context.perform(&Command::Clear(clear)).map(drop)
    }
}
