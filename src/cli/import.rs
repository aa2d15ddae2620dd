//! `setara import`: brings a board in from a file. The same file twice adds nothing twice.

use std::fs;
use std::io::{self, Read};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::desk::Desk;
use super::stop::Stop;
use crate::domain::spoken;
use crate::exchange::{self, Import, Options};
use crate::session::{Brought, Surroundings};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE", help = words().cmd_import_file())]
    file: String,
    #[arg(long = "list", value_name = "NAME=STATE", help = words().cmd_import_list())]
    lists: Vec<String>,
    #[arg(long, help = words().cmd_import_no_claims())]
    no_claims: bool,
    #[arg(long, help = words().cmd_import_pull_requests())]
    pull_requests: bool,
    #[arg(long, help = words().cmd_import_dry_run())]
    dry_run: bool,
}

/// From so many tasks on an import takes longer than a blink.
const LONG: usize = 500;

/// What an import did, as JSON.
#[derive(Serialize)]
struct Report {
    /// The lines that a person reads.
    summary: Vec<String>,
    dry_run: bool,
    members: usize,
    roles: usize,
    goals: usize,
    tasks: usize,
    /// What the board had already.
    known: usize,
}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let lists = self.lists.iter().map(|text| Options::list(text)).collect::<Result<Vec<_>, _>>();
        // A state that does not exist is a word that cannot be read, as clap would say.
        let lists = lists.map_err(|error| Stop::Usage(error.into()))?;
        let options =
            Options { lists, no_claims: self.no_claims, pull_requests: self.pull_requests, day: local_day };
        let import =
            exchange::read(&read(&self.file)?, &options).map_err(|error| Stop::Refused(error.into()))?;
        let brought = match self.dry_run {
            true => Brought::default(),
            false => bring(desk, &import).inspect(|_| desk.acted())?,
        };
        self.report(desk, &import, &brought)
    }

    fn report(&self, desk: &mut Desk, import: &Import, brought: &Brought) -> Result<(), Stop> {
        let summary = import.summary();
        if desk.json() {
            let Brought { members, roles, goals, tasks, known } = *brought;
            let dry_run = self.dry_run;
            return desk.paper.json(&Report { summary, dry_run, members, roles, goals, tasks, known });
        }
        for line in summary {
            desk.paper.line(line)?;
        }
        if self.dry_run {
            return desk.paper.line(words().out_dry_run());
        }
        let Brought { members, roles, goals, tasks, known } = *brought;
        desk.paper.line(words().out_brought(tasks, goals, roles, members))?;
        if known > 0 { desk.paper.line(words().out_known(known)) } else { Ok(()) }
    }
}

fn read(file: &str) -> Result<Vec<u8>, Stop> {
    if file != "-" {
        return fs::read(file).map_err(|error| Stop::file(file, &error));
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Stop::file("stdin", &error))?;
    Ok(bytes)
}

/// Brings it in; where that takes long, a bar on the terminal says how far it is.
fn bring(desk: &mut Desk, import: &Import) -> Result<Brought, Stop> {
    let session = desk.acting()?;
    let tasks = import.bundle.tasks.len();
    let bar = if tasks < LONG { ProgressBar::hidden() } else { ProgressBar::new(tasks as u64) };
    bar.set_style(ProgressStyle::default_bar());
    // The bar draws on the standard error, and only if that is a terminal.
    bar.enable_steady_tick(Duration::from_millis(200));
    let brought = session.bring(&import.bundle, &mut |tasks| bar.set_position(tasks as u64));
    bar.finish_and_clear();
    Ok(brought?)
}

/// The day on which a moment falls where the person is.
fn local_day(at: DateTime<Utc>) -> NaiveDate {
    let surroundings = Surroundings::from_env();
    spoken::local_day(at.into(), surroundings.offset_at(at.into()))
}
