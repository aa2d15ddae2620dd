//! `setara log`: what happened, the newest first.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{asking, complete, json, page};
use crate::domain::phrase::Read;
use crate::domain::subject::Kind;
use crate::store::{Entry, JournalFilter};
use crate::words::words;

/// What a person wants to see without asking for more.
const SCREENFUL: usize = 30;
/// More than any journal holds.
const MOST: usize = usize::MAX / 4;
/// How far back the journal is searched for entries of one author on one thing.
const FAR: usize = 10_000;

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
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        // Another program gets all of it; a person is told that there is more.
        let every = self.all || context.json() || !context.paper.is_terminal;
        let most = self.limit.unwrap_or(if every { MOST } else { SCREENFUL });
        let is_cut = !every && self.limit.is_none();
        let session = context.session()?;
        let board = session.board();
        let by = self.by.as_deref().map(|name| session.find(name)).transpose()?;
        let on = self.on.as_deref().map(|word| session.find_among(Kind::ALL, word)).transpose()?;
        if !self.query.is_empty() {
            let query = asking::journal_filter(session, &self.query)?;
            let filter = JournalFilter {
                by: by.map(|by| [by].into()).or(query.by),
                about: on.map(|on| [on.id].into()).or(query.about),
                ..query
            };
            let mut entries = board.events(&filter, None, 0, most)?.rows;
            let more = is_cut && entries.len() > most;
            entries.truncate(most);
            return print(context, entries, more);
        }
        let mut entries = match (by, on) {
            (None, None) => board.journal(None, most + 1)?,
            (Some(by), None) => board.journal_by(by, most + 1)?,
            (None, Some(on)) => board.journal_of(on.id, most + 1)?,
            (Some(by), Some(on)) => {
                let mut entries = board.journal_of(on.id, most.max(FAR))?;
                entries.retain(|entry| entry.record.author == by);
                entries
            }
        };
        let more = is_cut && entries.len() > most;
        entries.truncate(most);
        print(context, entries, more)
    }
}

fn print(context: &mut Context, entries: Vec<Entry>, more: bool) -> Result<(), Stop> {
    let json = context.json();
    let session = context.session()?;
    let entries = session.say_all(entries, Read::Anywhere)?;
    if json {
        let entries = json::entries(context.session()?, entries)?;
        return context.paper.json(&entries);
    }
    if entries.is_empty() {
        return context.paper.line(piece(words().out_no_entries(), Look::Quiet));
    }
    let said = entries.into_iter().map(|entry| (entry.record.at, entry.phrase));
    page::history(context, &said.collect::<Vec<_>>())?;
    if more { context.hint(words().out_more_log()) } else { Ok(()) }
}
