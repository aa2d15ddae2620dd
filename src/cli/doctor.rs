//! `setara doctor`: whether the board's file is whole, and whether its tables are what the journal says.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::desk::Desk;
use super::paper::{Look, piece};
use super::stop::Stop;
use crate::store::{Health, Rebuilt};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = words().cmd_doctor_rebuild())]
    rebuild: bool,
}

/// What was seen, as JSON.
#[derive(Serialize)]
struct Report {
    file: String,
    bytes: u64,
    schema: i64,
    sqlite: String,
    journal_mode: String,
    records: i64,
    replicas: i64,
    read_only: bool,
    /// The kind of file system, where it is one over a network.
    network: Option<String>,
    faults: Vec<String>,
    rebuilt: Option<RebuildReport>,
}

#[derive(Serialize)]
struct RebuildReport {
    records: usize,
    subjects: usize,
    /// Tables whose rows were not what the journal says.
    differed: Vec<&'static str>,
    /// Lines of the journal that do not have the hash under which they are kept.
    damaged: usize,
}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let session = desk.session().map_err(beyond_help)?;
        let health = session.board().health()?;
        let rebuilt = if self.rebuild { Some(session.rebuild()?) } else { None };
        let path = session.board().path().to_owned();
        let read_only = session.board().is_read_only();
        let report = report(&path, read_only, health, rebuilt);
        if desk.json() {
            desk.paper.json(&report)?;
        } else {
            print(desk, &report)?;
        }
        let damaged = report.rebuilt.as_ref().is_some_and(|rebuilt| rebuilt.damaged > 0);
        if report.faults.is_empty() && !damaged {
            return Ok(());
        }
        desk.paper.flush()?;
        Err(Stop::refused(words().error_damaged(&report.file), words().out_damaged_hint()))
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

fn report(path: &Path, read_only: bool, health: Health, rebuilt: Option<Rebuilt>) -> Report {
    Report {
        file: path.to_string_lossy().into_owned(),
        bytes: health.bytes,
        schema: health.schema,
        sqlite: health.sqlite,
        journal_mode: health.journal_mode,
        records: health.records,
        replicas: health.replicas,
        read_only,
        network: network(path),
        faults: health.faults,
        rebuilt: rebuilt.map(|rebuilt| RebuildReport {
            records: rebuilt.records,
            subjects: rebuilt.subjects,
            differed: rebuilt.differed,
            damaged: rebuilt.damaged,
        }),
    }
}

fn print(desk: &mut Desk, report: &Report) -> Result<(), Stop> {
    let paper = &mut desk.paper;
    paper.line(words().out_doctor_file(&report.file, report.bytes.to_string()))?;
    paper.line(words().out_doctor_records(report.records, report.replicas))?;
    paper.line(words().out_doctor_sqlite(&report.sqlite, &report.journal_mode, report.schema))?;
    if report.read_only {
        paper.line(piece(words().out_doctor_read_only(), Look::Alert))?;
    }
    if let Some(kind) = &report.network {
        paper.line(piece(words().out_doctor_network(kind), Look::Alert))?;
    }
    for fault in &report.faults {
        paper.line(piece(fault.as_str(), Look::Alert))?;
    }
    match &report.rebuilt {
        None if report.faults.is_empty() => paper.line(words().out_doctor_well()),
        None => Ok(()),
        Some(rebuilt) => {
            if rebuilt.damaged > 0 {
                paper.line(piece(words().out_doctor_lines(rebuilt.damaged), Look::Alert))?;
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
