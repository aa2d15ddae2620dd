//! `setara edit`: changes what a task says.

use super::complete;
use super::context::{Context, changed_list, changed_text, is_none, said};
use super::stop::Stop;
use crate::domain::checklist;
use crate::domain::decide::{Command, EditSteps, EditTask, StepAt, StepEdit};
use crate::domain::event::TaskEdited;
use crate::domain::id::TaskId;
use crate::domain::subject::Subject;
use crate::session::Session;
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
    #[arg(short = 'r', long, value_name = "ROLE", add = complete::role(), help = words().cmd_add_role())]
    role: Option<String>,
    #[arg(short = 'g', long, value_name = "GOAL", add = complete::goal(), help = words().cmd_add_goal())]
    goal: Option<String>,
    #[arg(short = 't', long = "tag", value_name = "TAG", allow_hyphen_values = true, help = words().cmd_add_tag())]
    tags: Vec<String>,
    #[arg(long = "skill", value_name = "SKILL", allow_hyphen_values = true, help = words().cmd_add_skill())]
    skills: Vec<String>,
    #[arg(short = 'd', long, value_name = "DAY", allow_hyphen_values = true, help = words().cmd_add_due())]
    due: Option<String>,
    #[arg(long, value_name = "STEP", allow_hyphen_values = true, help = words().cmd_add_next())]
    next: Option<String>,
    #[arg(long = "link", value_name = "URL", help = words().cmd_add_link())]
    links: Vec<String>,
    #[arg(long, value_name = "N", help = words().cmd_edit_tick())]
    tick: Option<usize>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let due = context.changed_day(self.due.as_deref())?;
        let session = context.acting()?;
        let task = session.find(&self.task)?;
        let role = |word: String| if is_none(&word) { Ok(None) } else { session.find(&word).map(Some) };
        let goal = |word: String| if is_none(&word) { Ok(None) } else { session.find(&word).map(Some) };
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
            by: None,
            at: None,
            from: None,
        };
        let mut commands = Vec::new();
        if let Some(number) = self.tick {
            commands.push(Command::EditSteps(EditSteps { task, edit: ticked(session, task, number)? }));
        }
        // With nothing named the board says so itself.
        if commands.is_empty() || edit != TaskEdited::default() {
            commands.push(Command::EditTask(EditTask { task, edit }));
        }
        context.perform_all(&commands).map(drop)
    }
}

/// Ticks the step of the checklist that has this number, counted from 1.
fn ticked(session: &Session, task: TaskId, number: usize) -> Result<StepEdit, Stop> {
    let page = session.board().subject(task.into())?;
    let notes = match &page {
        Some(Subject::Task(task)) => task.notes.value().map_or("", String::as_str),
        _ => "",
    };
    let steps = checklist::steps(notes);
    match number.checked_sub(1).and_then(|nth| steps.get(nth).map(|step| (nth, step))) {
        Some((nth, step)) => Ok(StepEdit::Tick(StepAt { nth, text: step.text.to_owned() })),
        None => {
            let handle = session.board().task_handle(task)?;
            Err(Stop::refused(words().out_no_step(&handle, steps.len()), words().out_no_step_hint(&handle)))
        }
    }
}
