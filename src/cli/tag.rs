//! `setara tag`: tasks get a tag, or lose one; their other tags stay.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Command, EditTask};
use crate::domain::event::TaskEdited;
use crate::domain::id::TaskId;
use crate::domain::subject::Subject;
use crate::session::{Error, Session};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
    #[arg(value_name = "TAG", help = words().cmd_tag_tag())]
    tag: String,
    #[arg(long, help = words().cmd_tag_off())]
    off: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        let tag = self.tag.trim().trim_start_matches('#').to_owned();
        let session = context.acting()?;
        let mut commands = Vec::with_capacity(tasks.len());
        for task in tasks {
            let mut tags = tags(session, task)?;
            tags.retain(|known| *known != tag);
            if !self.off {
                tags.push(tag.clone());
            }
            let edit = TaskEdited { tags: Some(tags), ..TaskEdited::default() };
            commands.push(Command::EditTask(EditTask { task, edit }));
        }
        context.perform_all(&commands).map(drop)
    }
}

fn tags(session: &Session, task: TaskId) -> Result<Vec<String>, Error> {
    Ok(match session.board().subject(task.into())? {
        Some(Subject::Task(task)) => task.tags().to_vec(),
        _ => Vec::new(),
    })
}
