//! `setara export`: the board as text, for a backup, a chat, a spreadsheet or a calendar; all of it, or some tasks and what
//! they name.

use std::path::Path;

use clap::builder::PossibleValuesParser;

use super::context::Context;
use super::json::Exported;
use super::stop::Stop;
use super::target::{self, Over};
use super::{asking, complete};
use crate::exchange::{self, Bundle, Format};
use crate::session::Session;
use crate::store::Filter;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FORMAT", value_parser = formats(), default_value = "json", help = words().cmd_export_format())]
    format: String,
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true, add = complete::query(), help = words().cmd_export_filter())]
    filter: Option<String>,
    #[arg(long, value_name = "NAME", add = complete::member(), help = words().cmd_export_member())]
    member: Option<String>,
    #[arg(short, long, value_name = "FILE", help = words().cmd_export_out())]
    out: Option<String>,
    #[arg(long, requires = "out", help = words().cmd_export_force())]
    force: bool,
}

/// The word for what is no format of boards: a calendar (`.ics`).
const CALENDAR: &str = "ical";

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(["json", "markdown", "md", "csv", CALENDAR])
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        if let Some(file) = &self.out {
            target::spare_board(Path::new(file), session.board().path(), || words().out_export_elsewhere())?;
        }
        let bundle = self.bundle(session)?;
        let text = match Format::parse(&self.format) {
            Some(format) => exchange::write(&bundle, format),
            None => session.calendar(&bundle)?,
        };
        let Some(file) = &self.out else { return context.paper.raw(&text) };
        target::put(Path::new(file), text.as_bytes(), if self.force { Over::AFile } else { Over::Nothing })?;
        context.acted();
        if context.json() {
            return context.paper.json(&Exported { file, bytes: text.len() as u64 });
        }
        context.paper.line(words().out_exported(file))
    }

    /// What is asked for.
    fn bundle(&self, session: &Session) -> Result<Bundle, Stop> {
        if self.filter.is_none() && self.member.is_none() {
            return Ok(session.export()?);
        }
        let query: Vec<String> = self.filter.iter().cloned().collect();
        let mut filter = asking::filter(session, &query)?;
        filter.claimed_by = self.member.as_deref().map(|name| session.find(name)).transpose()?;
        let tasks_of = |filter: &Filter| session.board().tasks(filter, None, 0, usize::MAX / 4);
        let mut tasks = tasks_of(&filter)?.rows;
        // A person's work is also what they did. A query says itself whether it asks for that.
        if self.filter.is_none() {
            tasks.extend(tasks_of(&Filter { finished: true, ..filter })?.rows);
        }
        let asked: Vec<&str> = self.member.iter().chain(&self.filter).map(String::as_str).collect();
        Ok(session.export_part(tasks.into_iter().map(|row| row.id), asked.join(" "))?)
    }
}
