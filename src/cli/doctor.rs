//! `setara doctor`: whether the board's file is whole, and whether its tables are what the journal says.

use std::fs;
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::context::Context;
use super::json;
use super::paper::{Look, piece};
use super::stop::Stop;
use crate::domain::id::ReplicaId;
use crate::store::{Check, Depth, Examined, Fault, LeftOut, Progress, Reason};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = words().cmd_doctor_quick(), conflicts_with_all = ["rebuild", "repair"])]
    quick: bool,
    #[arg(long, help = words().cmd_doctor_rebuild(), conflicts_with = "repair")]
    rebuild: bool,
    #[arg(long, help = words().cmd_doctor_repair())]
    repair: bool,
}

/// So many faults of one kind are told one by one.
const TOLD: usize = 12;

/// On a board of so many records one wants to see how far it is.
const LONG: i64 = 100_000;

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let is_quiet = context.json();
        let session = context.session().map_err(beyond_help)?;
        let depth = if self.quick { Depth::Quick } else { Depth::Whole };
        let bar = Bar::new(is_quiet);
        let examined = session.board().examine(depth, &mut |progress| bar.show(progress));
        bar.end();
        let examined = examined?;
        let path = session.board().path().to_owned();
        let mut report = report(&path, session.board().is_read_only(), &examined);
        report.hidden_box = session.board().hidden().is_ok_and(|hidden| hidden.is_some());
        if self.rebuild {
            if !examined.journal.unsealed.is_empty() {
                return Err(Stop::refused(words().doctor_unsealed(), words().doctor_unsealed_hint()));
            }
            let set_aside = session.set_aside(&examined.journal)?;
            let rebuilt = session.rebuild()?;
            report.aside += set_aside as u64;
            report.rebuilt = Some(json::Rebuilt {
                records: rebuilt.records,
                folded: rebuilt.subjects,
                differed: rebuilt.differed,
                damaged: rebuilt.damaged,
                set_aside,
            });
        }
        if self.repair {
            let repaired = session.repair()?;
            report.repaired = Some(json::Repaired {
                kept: repaired.kept.to_string_lossy().into_owned(),
                records: repaired.records,
                mended: repaired.mended,
                aside: repaired.aside,
            });
            report.aside = repaired.aside.unsigned_abs();
            report.faults = faults(&Examined {
                journal: repaired.left,
                pages: Vec::new(),
                differing: None,
                schema: Vec::new(),
                aside: repaired.aside.unsigned_abs(),
                ..examined.clone()
            });
        }
        if context.json() {
            context.paper.json(&report)?;
        } else {
            print(context, &report, self.quick)?;
        }
        // What was differing only in tables has been made anew.
        let is_well = match (&report.rebuilt, &report.repaired) {
            (Some(_), _) => Examined { differing: None, ..examined }.is_well(),
            (None, Some(_)) => report.faults.is_empty(),
            (None, None) => examined.is_well(),
        };
        if is_well {
            return Ok(());
        }
        context.paper.flush()?;
        match report.repaired {
            Some(_) => Err(Stop::refused(words().doctor_left(&report.file), words().doctor_cut_back_hint())),
            None if report.is_copy && report.faults.len() == 1 => {
                Err(Stop::refused(words().doctor_cut_back(&report.file), words().doctor_cut_back_hint()))
            }
            None => Err(Stop::refused(words().doctor_unwell(&report.file), words().doctor_unwell_hint())),
        }
    }
}

/// A file that is too damaged to be opened: what opening hints at is this very command.
fn beyond_help(stop: Stop) -> Stop {
    match stop {
        Stop::Refused(mut error) if error.hint == Some(words().error_damaged_hint()) => {
            error.hint = Some(words().out_lost_hint());
            Stop::Refused(error)
        }
        other => other,
    }
}

fn report(path: &Path, read_only: bool, examined: &Examined) -> json::Examined {
    let facts = &examined.facts;
    json::Examined {
        file: path.to_string_lossy().into_owned(),
        bytes: facts.bytes,
        schema: facts.schema,
        sqlite: facts.sqlite.clone(),
        journal_mode: facts.journal_mode.clone(),
        records: facts.records,
        replicas: facts.replicas,
        read_only,
        network: network(path),
        replica: examined.own.map(short),
        is_copy: examined.is_copy,
        sealed_as_found: examined.sealed_as_found,
        aside: examined.aside,
        hidden_box: false,
        left_out: examined.left_out.iter().map(|(why, count)| left_out(*why, *count)).collect(),
        faults: faults(examined),
        rebuilt: None,
        repaired: None,
    }
}

fn left_out(why: LeftOut, count: u64) -> String {
    let (words, count) = (words(), count as usize);
    match why {
        LeftOut::Unreadable => words.doctor_left_unreadable(count),
        LeftOut::Nested => words.doctor_left_nested(count),
        LeftOut::Foreign => words.doctor_left_foreign(count),
        LeftOut::Clock => words.doctor_left_clock(count),
        LeftOut::Chain => words.doctor_left_chain(count),
        LeftOut::Seal => words.doctor_left_seal(count),
    }
}

/// As much of a replica's id as tells it from others.
fn short(id: ReplicaId) -> String {
    id.to_string().chars().take(8).collect()
}

/// Everything that is wrong, a sentence each.
fn faults(examined: &Examined) -> Vec<String> {
    let words = words();
    let mut faults = examined.pages.clone();
    let told = examined.journal.faults.iter().take(TOLD).map(fault);
    faults.extend(told);
    match examined.journal.faults.len().saturating_sub(TOLD) {
        0 => {}
        more => faults.push(words.doctor_more(more)),
    }
    if let Some(tables) = examined.differing.as_ref().filter(|tables| !tables.is_empty()) {
        faults.push(words.doctor_tables(tables.join(", ")));
    }
    if !examined.schema.is_empty() {
        faults.push(words.doctor_schema(examined.schema.join(", ")));
    }
    if examined.aside > 0 {
        faults.push(words.doctor_aside(examined.aside as usize));
    }
    if examined.is_copy {
        faults.push(words.doctor_copy());
    }
    faults
}

fn fault(fault: &Fault) -> String {
    let words = words();
    match fault {
        Fault::Line(row, Reason::Damaged) => words.doctor_line_damaged(row.to_string()),
        Fault::Line(row, Reason::Forged) => words.doctor_line_forged(row.to_string()),
        Fault::Line(row, Reason::Unsealed) => words.doctor_line_unsealed(row.to_string()),
        Fault::Columns(row) => words.doctor_columns(row.to_string()),
        Fault::Missing(replica, from, to) => {
            words.doctor_missing(from.to_string(), to.to_string(), short(*replica))
        }
        Fault::Unvouched(replica, to) => words.doctor_unvouched(short(*replica), to.to_string()),
        Fault::Seal(replica) => words.doctor_seal(short(*replica)),
        Fault::Replica(replica) => words.doctor_replica(short(*replica)),
        Fault::Clock => words.doctor_clock(),
    }
}

fn print(context: &mut Context, report: &json::Examined, quick: bool) -> Result<(), Stop> {
    let paper = &mut context.paper;
    paper.line(words().out_doctor_file(&report.file, report.bytes.to_string()))?;
    paper.line(words().out_doctor_records(report.records, report.replicas))?;
    paper.line(words().out_doctor_sqlite(&report.sqlite, &report.journal_mode, report.schema))?;
    if report.hidden_box {
        paper.line(words().doctor_hidden_box())?;
    }
    match &report.replica {
        Some(replica) => paper.line(words().doctor_own(replica))?,
        None if report.is_copy => {}
        None => paper.line(words().doctor_no_key())?,
    }
    if let Some(count) = report.sealed_as_found {
        paper.line(words().doctor_sealed_as_found(count))?;
    }
    if report.read_only {
        paper.line(piece(words().out_doctor_read_only(), Look::Alert))?;
    }
    if let Some(kind) = &report.network {
        paper.line(piece(words().out_doctor_network(kind), Look::Alert))?;
    }
    for left_out in &report.left_out {
        paper.line(left_out.as_str())?;
    }
    for fault in &report.faults {
        paper.line(piece(fault.as_str(), Look::Alert))?;
    }
    if let Some(repaired) = &report.repaired {
        paper.line(words().doctor_repaired(repaired.records, repaired.mended))?;
        return paper.line(words().doctor_kept(&repaired.kept));
    }
    match &report.rebuilt {
        None if !report.faults.is_empty() => Ok(()),
        None if quick => paper.line(words().doctor_quick_well()),
        None => paper.line(words().out_doctor_well()),
        Some(rebuilt) => {
            if rebuilt.set_aside > 0 {
                paper.line(piece(words().doctor_put_aside(rebuilt.set_aside), Look::Alert))?;
            }
            if rebuilt.differed.is_empty() {
                paper.line(words().out_doctor_equal(rebuilt.records))
            } else {
                let tables = rebuilt.differed.join(", ");
                paper.line(piece(words().out_doctor_differed(tables), Look::Alert))
            }
        }
    }
}

/// How far it is, on a terminal, where that takes long.
struct Bar {
    bar: ProgressBar,
    is_quiet: bool,
}

impl Bar {
    fn new(is_quiet: bool) -> Bar {
        let bar = ProgressBar::hidden();
        bar.set_style(
            ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}")
                .unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        Bar { bar, is_quiet }
    }

    fn show(&self, progress: Progress) {
        let words = words();
        if self.is_quiet || progress.of < LONG.unsigned_abs() {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_message(match progress.check {
            Check::Pages => words.doctor_looking_pages(),
            Check::Lines => words.doctor_looking_lines(),
            Check::Tables => words.doctor_looking_tables(),
        });
        self.bar.set_length(progress.of);
        self.bar.set_position(progress.done);
    }

    fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// File systems over which SQLite's write-ahead log does not work.
const NETWORKS: &[&str] =
    &["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.rclone", "fuse.davfs"];

/// The kind of file system on which the file lies, where it is one over a network. Best effort: where the system does
/// not tell, nothing is said.
fn network(path: &Path) -> Option<String> {
    let path = path.canonicalize().ok()?;
    let mounts = fs::read_to_string("/proc/mounts").ok()?;
    let mount = |line: &str| -> Option<(PathBuf, String)> {
        let mut fields = line.split(' ').skip(1);
        let place = fields.next()?.replace("\\040", " ");
        Some((PathBuf::from(place), fields.next()?.to_owned()))
    };
    let on = mounts.lines().filter_map(mount).filter(|(place, _)| path.starts_with(place));
    let (_, kind) = on.max_by_key(|(place, _)| place.components().count())?;
    NETWORKS.contains(&kind.as_str()).then_some(kind)
}
