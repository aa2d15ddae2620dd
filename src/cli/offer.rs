//! `setara offer`: one's lead for another to accept. Nobody assigns.

use super::complete;
use super::context::{Context, said};
use super::stop::Stop;
use crate::domain::decide::{Command, Offer};
use crate::domain::task::OFFER_DAYS;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(value_name = "NAME", add = complete::member(), help = words().cmd_offer_to())]
    to: String,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_note())]
    note: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(std::slice::from_ref(&self.task))?;
        let to = context.acting()?.find(&self.to)?;
        let note = self.note.map(said).transpose()?;
        context.perform_each(&tasks, |task| Command::Offer(Offer { task, to, note: note.clone() }))?;
        let [task] = tasks[..] else { return Ok(()) };
        context.hint_of(|session| {
            Ok(Some(words().out_hint_offered(session.board().task_handle(task)?, OFFER_DAYS)))
        })
    }
}
