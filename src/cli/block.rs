//! `setara block`: says what stops a task, and who or what it waits on.

use super::complete;
use super::context::{Context, joined, said, short};
use super::stop::Stop;
use crate::domain::decide::{Block, Command};
use crate::domain::event::WaitsOn;
use crate::domain::id::{MemberId, TaskId};
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
    #[arg(value_name = "WHAT", help = words().cmd_block_what())]
    what: Vec<String>,
    #[arg(long, value_name = "NAME", add = complete::member(), group = "waits", help = words().cmd_block_on())]
    on: Option<String>,
    #[arg(long, value_name = "TASK", add = complete::task(), group = "waits", help = words().cmd_block_on_task())]
    on_task: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, group = "waits", help = words().cmd_block_on_other())]
    on_other: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.acting()?;
        let task = session.find(&self.task)?;
        let on = match (self.on, self.on_task, self.on_other) {
            (Some(name), ..) => Some(WaitsOn::Member(member(session, &self.task, &name)?)),
            (_, Some(word), _) => Some(WaitsOn::Task(session.find(&word)?)),
            (.., Some(text)) => Some(WaitsOn::Other(text)),
            (None, None, None) => None,
        };
        let asks = on.is_some();
        let what = said(joined(&self.what))?;
        context.perform(&Command::Block(Block { task, what, on }))?;
        if !asks {
            return Ok(());
        }
        context.hint_of(|session| Ok(Some(words().out_hint_blocked(session.board().task_handle(task)?))))
    }
}

/// The member who is meant; what is nobody's name may be somebody or something outside the team.
fn member(session: &Session, task: &str, name: &str) -> Result<MemberId, Stop> {
    session.find(name).map_err(|error| {
        let is_nobody = session.board().find(&[Kind::Member], name).is_ok_and(|found| found.is_empty());
        let other = session.find::<TaskId>(name).and_then(|other| Ok(session.board().task_handle(other)?));
        let hint = match other {
            _ if !is_nobody => error.hint,
            Ok(other) => Some(words().out_hint_on_task(task, other)),
            Err(_) => Some(words().out_hint_on_other(task, short(name))),
        };
        Stop::Refused(Error { hint, ..error })
    })
}
