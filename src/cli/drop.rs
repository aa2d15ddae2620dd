//! `setara drop`: a task ends unfinished, with the reason.

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::decide::{Command, Drop, Ending};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(required_unless_present = "why", value_name = "REASON", help = words().cmd_reason())]
    reason: Vec<String>,
    #[arg(short = 'r', long = "reason", id = "why", value_name = "WHY", allow_hyphen_values = true, help = words().cmd_drop_why())]
    why: Option<String>,
    #[arg(long, help = words().cmd_anyway())]
    anyway: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        // Without an option the reason is all that follows the first word; with it all words are tasks.
        let (mut tasks, reason) = (vec![self.task], self.reason);
        let reason = match self.why {
            Some(why) => {
                tasks.extend(reason);
                said(why)?
            }
            None => said(joined(&reason))?,
        };
        let (tasks, ending) = (context.tasks(&tasks)?, Ending::anyway(self.anyway));
        let dropped = |task| Command::Drop(Drop { task, reason: reason.clone(), ending });
        context.perform_each(&tasks, dropped).map(drop)
    }
}
