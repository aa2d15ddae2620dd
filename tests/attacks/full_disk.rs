//! A disk that is full, a small one of the test's own: that is said, nothing is half, and all works again once there is
//! room.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::place::Place;
use super::share::share;
use super::tally::Tally;

/// A mounted file system; it is unmounted whatever happens to the test.
pub struct Mount(PathBuf);

impl Mount {
    /// A small disk in memory. `None` where nothing can be mounted.
    pub fn small(at: &Path, kib: usize) -> Option<Mount> {
        fs::create_dir_all(at).ok()?;
        mount(&["-t", "tmpfs", "-o", &format!("size={kib}k"), "tmpfs"], at)
    }

    /// The folder as it is, only to be read.
    pub fn read_only(at: &Path) -> Option<Mount> {
        let mounted = mount(&["--bind", &at.to_string_lossy()], at)?;
        let again =
            Command::new("mount").args(["-o", "remount,bind,ro"]).arg(at).stderr(Stdio::null()).status();
        again.is_ok_and(|status| status.success()).then_some(mounted)
    }
}

fn mount(args: &[&str], at: &Path) -> Option<Mount> {
    let done = Command::new("mount").args(args).arg(at).stderr(Stdio::null()).status();
    done.is_ok_and(|status| status.success()).then(|| Mount(at.to_owned()))
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily: also where a process that failed still has a file open there.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Takes all room but so much.
fn fill(disk: &Path, left: u64) {
    let _ = fs::remove_file(disk.join("filler"));
    let mut size: u64 = 4 * 1024 * 1024;
    let path = disk.join("filler");
    // As much as fits: halving what did not.
    let mut filled: Vec<u8> = Vec::new();
    while size >= 1024 {
        let mut more = filled.clone();
        more.resize(filled.len() + size as usize, b'x');
        if fs::write(&path, &more).is_ok() {
            filled = more;
        } else {
            let _ = fs::write(&path, &filled);
        }
        size /= 2;
    }
    filled.truncate(filled.len().saturating_sub(left as usize));
    fs::write(&path, &filled).expect("less than what fitted");
}

#[test]
fn a_full_disk_is_said_and_leaves_nothing_half() {
    let tally = Tally::new("full disks", &["lost", "half", "stuck", "acknowledged", "ill"]);
    let mut place = Place::new();
    let disk = place.path("disk");
    let Some(_mount) = Mount::small(&disk, 4_096) else {
        println!("attack full disks: skipped, nothing can be mounted here");
        return;
    };
    place.board = disk.join("board.db");
    // `start` with ever more room: none at first, and then enough.
    for left in (0..share(60)).map(|n| n as u64 * 4_096 * 60 / share(60) as u64 * 3) {
        fill(&disk, left);
        let start = ["start", "Warung Kode", "--name", "Ayu"];
        let said = place.run(&start);
        tally.look(&said);
        let who = place.run(&["who", "--json"]);
        if said.is_done() != who.is_done() {
            tally.fault(
                "half",
                format!("start with {left} bytes left: {}\n{}", said.describe(), who.describe()),
            );
        }
        let _ = fs::remove_file(disk.join("filler"));
        let again = place.run(&start);
        tally.look(&again);
        if said.is_done() == again.is_done() {
            tally.fault("stuck", format!("start once there is room again: {}", again.describe()));
        }
        let strays: Vec<_> = fs::read_dir(&disk).unwrap().map(|file| file.unwrap().file_name()).collect();
        if strays.iter().any(|name| !name.to_string_lossy().starts_with("board.db")) {
            tally.fault("half", format!("start with {left} bytes left leaves {strays:?}"));
        }
        for file in fs::read_dir(&disk).unwrap() {
            let _ = fs::remove_file(file.unwrap().path());
        }
        tally.count("starts", 1);
    }
    let said = place.run(&["start", "Warung Kode", "--name", "Ayu"]);
    assert!(said.is_done(), "{}", said.describe());
    let long = "word ".repeat(1_500);
    for n in 0..share(60) {
        let left = n as u64 * 4_096 * 40 / share(60) as u64;
        fill(&disk, left);
        let mark = format!("Mark {n} of a full disk");
        let add = place.run(&["add", &mark, "--notes", &long]);
        tally.look(&add);
        let log = place.run(&["log", "--limit", "2"]);
        tally.look(&log);
        if log.is_done() && add.is_done() != log.out.contains(&mark) {
            let kind = if add.is_done() { "lost" } else { "half" };
            tally.fault(kind, format!("with {left} bytes left: {}\n{}", add.describe(), log.describe()));
        }
        // A copy or an export that does not fit is said, leaves nothing, and does not stand in the way of the next.
        for (file, args) in [
            ("copy.db", vec!["backup".to_owned(), disk.join("copy.db").to_string_lossy().into_owned()]),
            (
                "out.json",
                vec![
                    "export".into(),
                    "json".into(),
                    "--out".into(),
                    disk.join("out.json").to_string_lossy().into_owned(),
                ],
            ),
        ] {
            let said = place.run(&args);
            tally.look(&said);
            if !said.is_done() && disk.join(file).exists() {
                tally.fault("half", format!("with {left} bytes left {file} stays: {}", said.describe()));
            }
            let _ = fs::remove_file(disk.join("filler"));
            if !said.is_done() {
                let again = place.run(&args);
                tally.look(&again);
                if !again.is_done() {
                    tally.fault("stuck", format!("once there is room again: {}", again.describe()));
                }
            }
            let _ = fs::remove_file(disk.join(file));
            fill(&disk, left);
        }
        let _ = fs::remove_file(disk.join("filler"));
        let next = place.run(&["add", "With room again"]);
        tally.look(&next);
        if !next.is_done() {
            tally.fault("stuck", format!("with room again: {}", next.describe()));
        }
        tally.count("writes", 1);
    }
    place.is_well(&tally, "at the end");
    output_that_takes_nothing(&tally, &place);
    tally.end();
}

/// `> /dev/full`: the change is made; only to say it fails, and both is said.
fn output_that_takes_nothing(tally: &Tally, place: &Place) {
    let full = fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let mut command = place.command(&["add", "Said to nobody"]);
    let output = command.stdin(Stdio::null()).stdout(full).stderr(Stdio::piped()).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    let is_there = place.run(&["log", "--limit", "1"]).out.contains("Said to nobody");
    let first = err.lines().next().unwrap_or_default();
    if is_there && !first.contains("is done") {
        tally.fault("unclear", format!("add > /dev/full wrote the task and says only: {err}"));
    }
}
