//! `setara due`: until when tasks are to be done.

use super::complete;
use super::context::{Context, is_none};
use super::stop::Stop;
use crate::domain::decide::{Command, EditTask};
use crate::domain::event::TaskEdited;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, num_args = 1.., value_names = ["TASK", "DAY"], add = complete::task(), help = words().cmd_due_what())]
    words: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let (tasks, due) = match self.words.as_slice() {
            [tasks @ .., none] if !tasks.is_empty() && is_none(none) => (tasks, None),
            words => context.day_behind(words).map(|(tasks, day)| (tasks, Some(day)))?,
        };
        let tasks = context.tasks(tasks)?;
        let edit = || TaskEdited { due: Some(due), ..TaskEdited::default() };
        context.perform_each(&tasks, |task| Command::EditTask(EditTask { task, edit: edit() })).map(drop)
    }
}
