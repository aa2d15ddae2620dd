//! `setara start`: a team's new board, with its first member.

use std::path::Path;

use super::desk::{Desk, joined};
use super::json::Doing;
use super::stop::Stop;
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
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let path = if self.here {
            crate::session::here().join(".setara").join("board.db")
        } else {
            desk.located()?.path
        };
        let name = self.name.or_else(|| desk.named().map(str::to_owned));
        let name = name.ok_or_else(|| Stop::usage(words().out_no_name(), words().out_no_name_hint()))?;
        let team = joined(&self.team);
        let session = Session::start(&path, &team, &name, desk.surroundings.clone())?;
        let sentence = words().out_started(name.trim(), team.trim(), shown(session.board().path()));
        desk.take(session);
        desk.acted();
        if desk.json() {
            return desk.paper.json(&Doing { sentence, subject: None });
        }
        desk.paper.line(sentence)?;
        desk.hint(words().out_hint_started())
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
