//! `setara import`: brings a board in from a file, or records of this board from another copy of it. The same file twice
//! adds nothing twice.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::context::{Context, short};
use super::json;
use super::stop::Stop;
use crate::domain::decide::{Command, Merge};
use crate::domain::id::MemberId;
use crate::domain::member::alike::may_be_one;
use crate::exchange::{self, Bundle, Import, Options, Records, Told};
use crate::session::{Changed, ChangedTwice, Environment, Imported, TakenIn};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE", help = words().cmd_import_file())]
    file: String,
    #[arg(long = "list", value_name = "NAME=STATE", help = words().cmd_import_list())]
    lists: Vec<String>,
    #[arg(long = "column", value_name = "NAME=FIELD", help = words().cmd_import_column())]
    columns: Vec<String>,
    #[arg(long = "member", value_name = "NAME=MEMBER", help = words().cmd_import_member())]
    members: Vec<String>,
    #[arg(long, help = words().cmd_import_no_claims())]
    no_claims: bool,
    #[arg(long, help = words().cmd_import_pull_requests())]
    pull_requests: bool,
    #[arg(long, help = words().cmd_import_dry_run())]
    dry_run: bool,
}

/// So many of those whom it brought are named.
const MANY: usize = 20;

/// So many of those that stay as they are here are named.
const SOME: usize = 5;

/// From so many tasks on an import takes longer than a blink.
const LONG: usize = 500;

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let bytes = read(&self.file)?;
        if let Some(records) = Records::of(&bytes) {
            return self.take_in(context, &records);
        }
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
        let mut import = exchange::read(&bytes, &options).map_err(|error| Stop::Refused(error.into()))?;
        // An export may take as much as all that is made of it.
        drop(bytes);
        if self.file != "-" {
            import.bundle = import.bundle.from_file(Path::new(&self.file));
        }
        import.bundle.same = self.same(context, &import.bundle)?;
        let imported = match self.dry_run {
            true => tried(context, &import)?,
            false => Some(import_from(context, &import).inspect(|_| context.acted())?),
        };
        let is_tried = imported.is_some();
        let imported = imported.unwrap_or_default();
        self.report(context, &import, &imported, is_tried)?;
        if imported.members > 0 && !self.dry_run { which_are_you(context) } else { Ok(()) }
    }

    /// Records of this board are taken in as they are.
    fn take_in(&self, context: &mut Context, records: &Records) -> Result<(), Stop> {
        let says_more = !(self.lists.is_empty() && self.columns.is_empty() && self.members.is_empty())
            || self.no_claims
            || self.pull_requests;
        if says_more {
            return Err(Stop::usage(
                words().out_records_as_they_are(),
                words().out_records_as_they_are_hint(),
            ));
        }
        let session = context.session()?;
        let taken = match self.dry_run {
            true => session.receive_tried(records)?,
            false => session.receive(records)?,
        };
        let (new, TakenIn { by, known, left_out }) = (taken.count(), taken);
        let said = left_out.iter().map(|(why, count)| words().out_left_lines(why.as_str(), *count));
        if new == 0 && !left_out.is_empty() {
            let why: Vec<String> = said.collect();
            return Err(Stop::refused(
                words().out_took_nothing(why.join("; ")),
                words().out_took_nothing_hint(),
            ));
        }
        if !self.dry_run {
            context.acted();
        }
        if context.json() {
            let not_taken = left_out.iter().map(|(why, count)| (why.as_str(), *count)).collect();
            let in_name_of = by.into_iter().map(|(name, records)| json::InNameOf { name, records }).collect();
            let dry_run = self.dry_run;
            return context.paper.json(&json::Received { dry_run, new, in_name_of, known, not_taken });
        }
        context.paper.line(match self.dry_run {
            true => words().out_would_take_in(new, known),
            false => words().out_took_in(new, known),
        })?;
        if new > 0 {
            let by: Vec<String> =
                by.iter().map(|(name, count)| format!("{} ({count})", short(name))).collect();
            context.paper.line(words().out_in_their_names(by.join(", ")))?;
        }
        for line in said {
            context.paper.line(line)?;
        }
        match self.dry_run {
            true => context.paper.line(words().out_dry_run()),
            false if new > 0 => context.hint(words().out_hint_took_in()),
            false => Ok(()),
        }
    }

    /// Who of the file is whom here.
    fn same(&self, context: &mut Context, bundle: &Bundle) -> Result<HashMap<String, MemberId>, Stop> {
        let mut same = HashMap::new();
        for text in &self.members {
            let Some((name, here)) = text.rsplit_once('=') else {
                return Err(Stop::usage(words().out_no_equals(short(text)), words().out_no_equals_hint()));
            };
            let (name, here) = (name.trim(), here.trim());
            let key = match bundle.members_called(name).as_slice() {
                [one] => one.key.clone(),
                [] => {
                    let near = bundle.members.iter().filter(|member| may_be_one(&member.name, name));
                    let near: Vec<String> = near.take(SOME).map(|member| member.name.clone()).collect();
                    let all = || bundle.members.iter().take(MANY).map(|member| member.name.clone()).collect();
                    let names: Vec<String> = if near.is_empty() { all() } else { near };
                    let hint = words().out_nobody_in_file_hint(names.join(", "));
                    return Err(Stop::refused(words().out_nobody_in_file(short(name)), hint));
                }
                several => {
                    let keys: Vec<String> = several.iter().map(|member| member.key.clone()).collect();
                    let hint = words().out_several_in_file_hint(keys.join(", "));
                    return Err(Stop::refused(words().out_several_in_file(short(name)), hint));
                }
            };
            same.insert(key, context.session()?.find(here)?);
        }
        Ok(same)
    }

    /// `is_tried`: it was compared with a board.
    fn report(
        &self,
        context: &mut Context,
        import: &Import,
        imported: &Imported,
        is_tried: bool,
    ) -> Result<(), Stop> {
        let mut summary = import.summary();
        if self.dry_run {
            summary.extend(import.hints().into_iter().map(|hint| format!("  {hint}")));
        }
        let Imported { members, roles, goals, tasks, known, changed, .. } = *imported;
        if context.json() {
            let added = [("members", members), ("roles", roles), ("goals", goals), ("tasks", tasks)];
            let twice = imported.both.iter();
            let twice =
                twice.map(|one| json::ChangedTwice { title: one.title.clone(), fields: one.fields.clone() });
            return context.paper.json(&json::Imported {
                summary,
                dry_run: self.dry_run,
                added: added.into(),
                known,
                changed: changed.counts().into(),
                both: twice.collect(),
                gone: imported.gone.clone(),
            });
        }
        for line in summary {
            context.paper.line(line)?;
        }
        match (self.dry_run, is_tried) {
            (true, true) => context.paper.line(words().out_would_bring(tasks, goals, roles, members))?,
            (true, false) => {}
            (false, _) => context.paper.line(words().out_brought(tasks, goals, roles, members))?,
        }
        for line in newer(imported) {
            context.paper.line(line)?;
        }
        if self.dry_run {
            if is_tried {
                for (there, here) in context.session()?.alike_members(&import.bundle)? {
                    context.paper.line(words().out_may_be_one(short(&there), short(&here)))?;
                }
            }
            return context.paper.line(words().out_dry_run());
        }
        match import.list_hint_again().filter(|_| tasks > 0) {
            Some(hint) => context.paper.line(hint),
            None => Ok(()),
        }
    }
}

/// What was known already, what of it is new, and what stays as it is here all the same.
fn newer(imported: &Imported) -> Vec<String> {
    let mut lines = Vec::new();
    let parts = changed(&imported.changed);
    match imported.known {
        0 => {}
        known if parts.is_empty() => lines.push(words().out_known(known)),
        known => lines.push(words().out_known_changed(known, parts.join(", "))),
    }
    if !imported.both.is_empty() {
        let twice = |one: &ChangedTwice| words().out_changed_twice(short(&one.title), one.fields.join(", "));
        lines.push(words().out_both(imported.both.len(), some(imported.both.iter().map(twice))));
    }
    if !imported.gone.is_empty() {
        let gone = imported.gone.iter().map(|title| short(title));
        lines.push(words().out_gone(imported.gone.len(), some(gone)));
    }
    lines
}

fn changed(changed: &Changed) -> Vec<String> {
    let Changed { moved, edited, remarks, claims, blockers, readings } = *changed;
    let words = words();
    [
        (moved, words.out_changed_moved(moved)),
        (edited, words.out_changed_edited(edited)),
        (remarks, words.out_changed_remarks(remarks)),
        (claims, words.out_changed_claims(claims)),
        (blockers, words.out_changed_blockers(blockers)),
        (readings, words.out_changed_readings(readings)),
    ]
    .into_iter()
    .filter_map(|(count, said)| (count > 0).then_some(said))
    .collect()
}

/// The first few, and that there are more.
fn some(all: impl ExactSizeIterator<Item = String>) -> String {
    let more = all.len() > SOME;
    let mut some: Vec<String> = all.take(SOME).collect();
    some.extend(more.then(|| "…".to_owned()));
    some.join("; ")
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

/// What an import would bring to the board, where there is one and somebody to bring it.
fn tried(context: &mut Context, import: &Import) -> Result<Option<Imported>, Stop> {
    if !context.is_in_memory() && !context.located()?.path.exists() {
        return Ok(None);
    }
    let session = context.session()?;
    if session.me().is_none() {
        return Ok(None);
    }
    Ok(Some(session.import_tried(&import.bundle)?))
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
