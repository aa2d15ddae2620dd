//! `setara start`: a team's new board, with its first member.

use std::path::Path;

use super::context::{Context, joined};
use super::json::Doing;
use super::stop::Stop;
use crate::domain::id::TaskId;
use crate::session::Session;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "TEAM", help = words().cmd_start_team())]
    team: Vec<String>,
    #[arg(long, value_name = "NAME", help = words().cmd_start_name())]
    name: Option<String>,
    #[arg(long, help = words().cmd_start_here())]
    here: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let team = joined(&self.team);
        if !self.here
            && let Some(handle) = task_called(context, &team)
        {
            let hint = format!("setara move {handle} doing");
            return Err(Stop::refused(words().out_no_start(handle), hint));
        }
        let name = self.name.or_else(|| context.named().map(str::to_owned));
        let name = name.ok_or_else(|| Stop::usage(words().out_no_name(), words().out_no_name_hint()))?;
        let environment = context.environment.clone();
        let session = if context.is_in_memory() {
            Session::in_memory(&team, &name, environment)?
        } else {
            let path = match self.here {
                true => crate::session::here().join(".setara").join("board.db"),
                false => context.located()?.path,
            };
            Session::start(&path, &team, &name, environment)?
        };
        let sentence = words().out_started(name.trim(), team.trim(), shown(session.board().path()));
        context.take(session);
        context.acted();
        if context.json() {
            return context.paper.json(&Doing { sentence, subject: None });
        }
        context.paper.line(sentence)?;
        context.hint(words().out_hint_started())
    }
}

/// The handle of a task that is called so, where there is a board: work is begun by another verb.
fn task_called(context: &mut Context, word: &str) -> Option<String> {
    if context.is_in_memory() || !context.located().ok()?.exists {
        return None;
    }
    let session = context.session().ok()?;
    let task = session.find::<TaskId>(word).ok()?;
    session.board().task_handle(task).ok()
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
