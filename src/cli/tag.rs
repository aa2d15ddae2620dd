//! `setara tag`: tasks get a tag, or lose one; their other tags stay.

use super::complete;
use super::context::Context;
use super::stop::Stop;
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
        let session = context.acting()?;
        let done =
            if self.off { session.untag(&tasks, &self.tag)? } else { session.tag(&tasks, &self.tag)? };
        context.say(&done)
    }
}
