//! `setara assign`, which people bring along: it says why there is none, and what comes nearest.

use super::context::{Context, short};
use super::stop::Stop;
use crate::domain::id::{MemberId, TaskId};
use crate::domain::task::Part;
use crate::session::{Error, Session};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", help = words().cmd_task())]
    task: Option<String>,
    #[arg(value_name = "NAME", help = words().cmd_offer_to())]
    to: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let task = self.task.and_then(|word| session.find::<TaskId>(&word).ok());
        let to = self.to.join(" ");
        let to = to.trim_start_matches(['@', '-']);
        let hint = match task {
            Some(task) => hint(session, task, to)?,
            None => "setara claim --help".to_owned(),
        };
        Err(Stop::refused(words().out_no_assign(), hint))
    }
}

/// One's own lead is offered; of what somebody else leads, or nobody, one asks.
fn hint(session: &Session, task: TaskId, to: &str) -> Result<String, Error> {
    let handle = session.board().task_handle(task)?;
    let to_whom: Option<MemberId> = session.find(to).ok();
    let claims = session.board().task_row(task)?.map(|row| row.claims).unwrap_or_default();
    let leads = |claim: &&crate::store::RowClaim| claim.part == Part::Lead;
    let is_mine = claims.iter().filter(leads).any(|claim| Some(claim.member) == session.me());
    Ok(match (to_whom, is_mine) {
        (Some(whom), true) if Some(whom) != session.me() => {
            format!("setara offer {handle} \"{}\"", short(to))
        }
        (Some(whom), false) if Some(whom) != session.me() => {
            format!("setara remark {handle} \"{}\"", words().out_would_you(short(to)))
        }
        _ => format!("setara claim {handle}"),
    })
}
