//! `setara add`: new work on the board.

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, Place};
use crate::domain::id::TaskId;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TITLE", help = words().cmd_add_title())]
    title: Vec<String>,
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
    #[arg(long, group = "place", help = words().cmd_add_top())]
    top: bool,
    #[arg(long, value_name = "TASK", add = complete::task(), group = "place", help = words().cmd_rank_before())]
    before: Option<String>,
    #[arg(long, value_name = "TASK", add = complete::task(), group = "place", help = words().cmd_rank_after())]
    after: Option<String>,
    #[arg(short = 'c', long, help = words().cmd_add_claim())]
    claim: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let typed = joined(&self.title);
        let from_stdin = typed == "-";
        let (title, rest) = match said(typed)? {
            // What comes through a pipe reads like a commit: a title, then notes.
            text if from_stdin => match text.split_once('\n') {
                Some((title, rest)) => (title.trim_end().to_owned(), Some(rest.trim().to_owned())),
                None => (text, None),
            },
            title => (title, None),
        };
        let notes = match self.notes {
            Some(notes) => Some(said(notes)?),
            None => rest.filter(|rest| !rest.is_empty()),
        };
        let due = context.maybe_day(self.due.as_deref())?;
        let session = context.acting()?;
        let place = match (self.before, self.after) {
            (Some(other), _) => Place::Before(session.find(&other)?),
            (_, Some(other)) => Place::After(session.find(&other)?),
            (None, None) if self.top => Place::Top,
            (None, None) => Place::End,
        };
        let id = TaskId(session.new_id());
        let add = AddTask {
            id,
            title,
            notes,
            role: self.role.map(|word| session.find(&word)).transpose()?,
            goal: self.goal.map(|word| session.find(&word)).transpose()?,
            tags: self.tags,
            skills: self.skills,
            due,
            next: self.next,
            links: self.links,
            place,
        };
        let mut commands = vec![Command::AddTask(add)];
        if self.claim {
            commands.push(Command::Claim(Claim { task: id, part: ClaimAs::Lead }));
        }
        context.perform_all(&commands)?;
        if self.claim {
            return Ok(());
        }
        context.hint_of(|session| Ok(Some(words().out_hint_added(session.board().task_handle(id)?))))
    }
}
