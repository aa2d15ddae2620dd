//! `setara import`: brings a board in from a file. The same file twice adds nothing twice.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::context::Context;
use super::json;
use super::stop::Stop;
use crate::domain::decide::{Command, Merge};
use crate::exchange::{self, Import, Options, Told};
use crate::session::{Environment, Imported};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE", help = words().cmd_import_file())]
    file: String,
    #[arg(long = "list", value_name = "NAME=STATE", help = words().cmd_import_list())]
    lists: Vec<String>,
    #[arg(long = "column", value_name = "NAME=FIELD", help = words().cmd_import_column())]
    columns: Vec<String>,
    #[arg(long, help = words().cmd_import_no_claims())]
    no_claims: bool,
    #[arg(long, help = words().cmd_import_pull_requests())]
    pull_requests: bool,
    #[arg(long, help = words().cmd_import_dry_run())]
    dry_run: bool,
}

/// So many of those whom it brought are named.
const MANY: usize = 20;

/// From so many tasks on an import takes longer than a blink.
const LONG: usize = 500;

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let lists = self.lists.iter().map(|text| Options::list(text)).collect::<Result<Vec<_>, _>>();
        // A state that does not exist is a word that cannot be read, as clap would say.
        let lists = lists.map_err(|error| Stop::Usage(error.into()))?;
        let columns = self.columns.iter().map(|text| Told::parse(text)).collect::<Result<Vec<_>, _>>();
        let columns = columns.map_err(|error| Stop::Usage(error.into()))?;
        let members = match context.session() {
            Ok(session) => session.board().member_names()?,
            // What only looks at a file needs no board.
            Err(_) if self.dry_run => Vec::new(),
            Err(stop) => return Err(stop),
        };
        let options = Options {
            lists,
            columns,
            members,
            no_claims: self.no_claims,
            pull_requests: self.pull_requests,
            day: Environment::day_here,
        };
        let mut import =
            exchange::read(&read(&self.file)?, &options).map_err(|error| Stop::Refused(error.into()))?;
        if self.file != "-" {
            import.bundle = import.bundle.from_file(Path::new(&self.file));
        }
        let imported = match self.dry_run {
            true => Imported::default(),
            false => import_from(context, &import).inspect(|_| context.acted())?,
        };
        self.report(context, &import, &imported)?;
        if imported.members > 0 { which_are_you(context) } else { Ok(()) }
    }

    fn report(&self, context: &mut Context, import: &Import, imported: &Imported) -> Result<(), Stop> {
        let mut summary = import.summary();
        if self.dry_run {
            summary.extend(import.hints().into_iter().map(|hint| format!("  {hint}")));
        }
        if context.json() {
            let Imported { members, roles, goals, tasks, known } = *imported;
            let dry_run = self.dry_run;
            let added = [("members", members), ("roles", roles), ("goals", goals), ("tasks", tasks)];
            return context.paper.json(&json::Imported { summary, dry_run, added: added.into(), known });
        }
        for line in summary {
            context.paper.line(line)?;
        }
        if self.dry_run {
            return context.paper.line(words().out_dry_run());
        }
        let Imported { members, roles, goals, tasks, known } = *imported;
        context.paper.line(words().out_brought(tasks, goals, roles, members))?;
        if known > 0 {
            context.paper.line(words().out_known(known))?;
        }
        match import.list_hint_again().filter(|_| tasks > 0) {
            Some(hint) => context.paper.line(hint),
            None => Ok(()),
        }
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

/// The file may know whoever brings it in under another name: asked once, where somebody sits there.
fn which_are_you(context: &mut Context) -> Result<(), Stop> {
    let people = context.session()?.board().members_without_records(MANY)?;
    let names: Vec<String> = people.into_iter().map(|row| row.name).collect();
    if names.is_empty() || context.json() {
        return Ok(());
    }
    let names = names.join(", ");
    let Some(name) = context.asked(&words().out_which_are_you(&names))? else {
        return context.hint(words().out_hint_merge());
    };
    let (me, member) = (context.me()?, context.session()?.find(&name)?);
    context.perform(&Command::Merge(Merge { member, into: me })).map(drop)
}

/// Brings it in; where that takes long, a bar on the terminal says how far it is.
fn import_from(context: &mut Context, import: &Import) -> Result<Imported, Stop> {
    let session = context.acting()?;
    let tasks = import.bundle.tasks.len();
    let bar = if tasks < LONG { ProgressBar::hidden() } else { ProgressBar::new(tasks as u64) };
    bar.set_style(ProgressStyle::default_bar());
    // The bar draws on the standard error, and only if that is a terminal.
    bar.enable_steady_tick(Duration::from_millis(200));
    let imported = session.import(&import.bundle, &mut |tasks| bar.set_position(tasks as u64));
    bar.finish_and_clear();
    Ok(imported?)
}
