//! `setara log`: what happened, the newest first.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{asking, complete, json, page};
use crate::domain::subject::Kind;
use crate::session::Error;
use crate::store::{JournalFilter, JournalLine, Singly};
use crate::words::words;

/// What a person wants to see without asking for more.
const SCREENFUL: usize = 30;
/// More than any journal holds.
const MOST: usize = usize::MAX / 4;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "QUERY", help = words().journal_cmd_query())]
    query: Vec<String>,
    #[arg(short = 'b', long, value_name = "NAME", add = complete::member(), help = words().cmd_log_by())]
    by: Option<String>,
    #[arg(long, value_name = "HANDLE", help = words().cmd_log_on())]
    on: Option<String>,
    #[arg(short = 'n', long, value_name = "N", help = words().cmd_limit())]
    limit: Option<usize>,
    #[arg(short = 'a', long, conflicts_with = "limit", help = words().cmd_all())]
    all: bool,
    #[arg(long, help = words().cmd_log_each())]
    each: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        // Another program gets all of it; a person is told that there is more.
        let every = self.all || context.json() || !context.paper.is_terminal;
        let most = self.limit.unwrap_or(if every { MOST } else { SCREENFUL });
        let is_cut = !every && self.limit.is_none();
        let is_json = context.json();
        let session = context.session()?;
        let by = self.by.as_deref().map(|name| session.find(name)).transpose()?;
        let on = self.on.as_deref().map(|word| session.find_among(Kind::ALL, word)).transpose()?;
        let query = match self.query.is_empty() {
            true => JournalFilter::default(),
            false => asking::journal_filter(session, &self.query)?,
        };
        let filter = JournalFilter {
            by: by.map(|by| [by].into()).or(query.by),
            about: on.map(|on| [on.id].into()).or(query.about),
            ..query
        };
        let singly = if self.each { Singly::Each } else { Singly::FEW };
        let mut lines = session.board().journal_lines(&filter, &singly, None, 0, most)?.rows;
        if is_json {
            lines.truncate(most);
            let entries = json::lines(session, &lines)?;
            return context.paper.json(&entries);
        }
        print(context, lines, most, is_cut)
    }
}

fn print(context: &mut Context, mut lines: Vec<JournalLine>, most: usize, is_cut: bool) -> Result<(), Stop> {
    let more = is_cut && lines.len() > most;
    lines.truncate(most);
    if lines.is_empty() {
        return context.paper.line(piece(words().out_no_entries(), Look::Quiet));
    }
    let session = context.session()?;
    let said = lines.iter().map(|line| Ok((line.entry().record.at, session.say_line(line)?)));
    let said = said.collect::<Result<Vec<_>, Error>>()?;
    page::history(context, &said)?;
    if lines.iter().any(|line| line.batch().is_some()) {
        context.hint(words().out_each_log())?;
    }
    if more { context.hint(words().out_more_log()) } else { Ok(()) }
}
