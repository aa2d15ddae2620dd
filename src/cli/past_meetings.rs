//! Meetings that were: their list, and what came of one, printed or put into a file.

use std::path::Path;

use super::context::Context;
use super::json::{Exported, MeetingHeld};
use super::paper::{Look, Table, piece};
use super::stop::Stop;
use super::target::{self, Over};
use crate::domain::meeting::MeetingKind;
use crate::domain::spoken;
use crate::words::words;

/// More than a team holds.
const MOST: usize = 10_000;

/// Where what came of a meeting goes.
#[derive(clap::Args)]
pub struct Out {
    #[arg(short = 'o', long, value_name = "FILE", requires = "last", help = words().cmd_meeting_out())]
    out: Option<String>,
    #[arg(long, requires = "out", help = words().cmd_export_force())]
    force: bool,
}

/// All meetings of a kind, the latest first.
pub fn list(context: &mut Context, kind: MeetingKind) -> Result<(), Stop> {
    let held = context.session()?.meetings_held(kind, MOST)?;
    if context.json() {
        let listed: Vec<MeetingHeld> = held.iter().map(MeetingHeld::of).collect();
        return context.paper.json(&listed);
    }
    if held.is_empty() {
        return context.paper.line(piece(words().meeting_none_held(), Look::Quiet));
    }
    let environment = context.session()?.environment();
    let rows = held.iter().map(|held| {
        let row = &held.row;
        let clock = spoken::clock(row.started, environment.offset_at(row.started));
        let is_open = if row.ended.is_none() { words().meeting_goes_on_still() } else { String::new() };
        vec![
            piece(held.title.clone(), Look::Strong),
            piece(clock, Look::Quiet),
            piece(words().act_standup_was(row.topics, row.present), Look::Plain),
            piece(is_open, Look::Quiet),
        ]
    });
    let rows = rows.collect();
    context.paper.table(Table::new(0, rows))
}

impl Out {
    /// Puts a text into the file that was named; prints it where none was.
    pub fn put(&self, context: &mut Context, text: &str) -> Result<(), Stop> {
        let Some(file) = &self.out else { return context.paper.raw(text) };
        let board = context.session()?.board().path().to_owned();
        target::spare_board(Path::new(file), &board, || words().out_meeting_elsewhere())?;
        target::put(Path::new(file), text.as_bytes(), if self.force { Over::AFile } else { Over::Nothing })?;
        context.acted();
        if context.json() {
            return context.paper.json(&Exported { file, bytes: text.len() as u64 });
        }
        context.paper.line(words().out_meeting_put(file))
    }

    /// Whether a file was named.
    pub fn is_file(&self) -> bool {
        self.out.is_some()
    }
}
