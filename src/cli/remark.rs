//! `setara remark`: something said about a task. No sign of progress.

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::decide::{Command, Remark};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(required = true, value_name = "TEXT", help = words().cmd_remark_text())]
    text: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(std::slice::from_ref(&self.task))?;
        let text = said(joined(&self.text))?;
        context.perform_each(&tasks, |task| Command::Remark(Remark { task, text: text.clone() })).map(drop)
    }
}
