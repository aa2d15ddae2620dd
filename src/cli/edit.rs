//! `setara edit`: changes what a task says.

use super::complete;
use super::context::{Context, changed_list, changed_text, is_none, said};
use super::stop::Stop;
use crate::domain::decide::{Command, EditTask};
use crate::domain::event::TaskEdited;
use crate::words::words;

#[derive(clap::Args)]
#[command(after_help = words().cmd_edit_none())]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(long, value_name = "TITLE", allow_hyphen_values = true, help = words().cmd_edit_title())]
    title: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_add_notes())]
    notes: Option<String>,
    #[arg(long, value_name = "ROLE", add = complete::role(), help = words().cmd_add_role())]
    role: Option<String>,
    #[arg(long, value_name = "GOAL", add = complete::goal(), help = words().cmd_add_goal())]
    goal: Option<String>,
    #[arg(long = "tag", value_name = "TAG", allow_hyphen_values = true, help = words().cmd_add_tag())]
    tags: Vec<String>,
    #[arg(long = "skill", value_name = "SKILL", allow_hyphen_values = true, help = words().cmd_add_skill())]
    skills: Vec<String>,
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, help = words().cmd_add_due())]
    due: Option<String>,
    #[arg(long, value_name = "STEP", allow_hyphen_values = true, help = words().cmd_add_next())]
    next: Option<String>,
    #[arg(long = "link", value_name = "URL", help = words().cmd_add_link())]
    links: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let due = context.changed_day(self.due.as_deref())?;
        let session = context.acting()?;
        let task = session.task(&self.task)?;
        let role = |word: String| if is_none(&word) { Ok(None) } else { session.role(&word).map(Some) };
        let goal = |word: String| if is_none(&word) { Ok(None) } else { session.goal(&word).map(Some) };
        let edit = TaskEdited {
            title: self.title.map(said).transpose()?,
            notes: changed_text(self.notes)?,
            role: self.role.map(role).transpose()?,
            goal: self.goal.map(goal).transpose()?,
            tags: changed_list(self.tags),
            skills: changed_list(self.skills),
            due,
            next: changed_text(self.next)?,
            links: changed_list(self.links),
            step: None,
        };
        context.perform(&Command::EditTask(EditTask { task, edit })).map(drop)
    }
}
