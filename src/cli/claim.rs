//! `setara claim`: a promise to answer for a task, taken by oneself.

use super::complete;
use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Claim, ClaimAs, Command};
use crate::domain::spoken;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    tasks: Vec<String>,
    #[arg(long, value_name = "WHY", allow_hyphen_values = true, help = words().cmd_claim_contest())]
    contest: Option<String>,
    #[arg(long, help = words().cmd_claim_anyway())]
    anyway: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let tasks = context.tasks(&self.tasks)?;
        let lead = if self.anyway { ClaimAs::Lead } else { ClaimAs::LeadUnlessAlike };
        let part = self.contest.map_or(lead, ClaimAs::Contest);
        context.perform_each(&tasks, |task| Command::Claim(Claim { task, part: part.clone() }))?;
        let [task] = tasks[..] else { return Ok(()) };
        context.hint_of(|session| {
            let (me, today) = (session.me(), session.today());
            let row = session.board().task_row(task)?;
            let claim = row.and_then(|row| row.claims.into_iter().find(|claim| Some(claim.member) == me));
            Ok(claim.map(|claim| words().out_hint_claimed(spoken::date(claim.lease.day(), today))))
        })
    }
}
