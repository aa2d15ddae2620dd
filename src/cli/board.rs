//! `setara board`: the board as text, also on a terminal.

use super::context::Context;
use super::rows;
use super::stop::Stop;
use crate::domain::id::TaskId;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    /// None belong here: who comes from elsewhere types a task, and where it is to go.
    #[arg(hide = true)]
    words: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let Some(word) = self.words.first() else { return rows::board::print(context) };
        let session = context.session()?;
        let handle = session.board().task_handle(session.find::<TaskId>(word)?)?;
        let hint = match &self.words[1..] {
            [] => format!("setara show {handle}"),
            state => format!("setara move {handle} {}", state.join(" ")),
        };
        Err(Stop::refused(words().out_no_status(handle), hint))
    }
}
