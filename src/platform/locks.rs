//! Who holds the lock to write a board: told to people who wait for it.
//!
//! Linux lists all locks with the processes that hold them; elsewhere it is not known. Only the file's number is asked
//! for, by its path: to open the file, and to close it again, would drop the locks that this process has on it.

use std::path::Path;

/// A process that writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub pid: u32,
    /// The program's name, as the system has it.
    pub name: String,
}

/// In the index beside the log this byte is locked by who writes.
#[cfg(target_os = "linux")]
const WRITES: u64 = 120;

/// Who writes, by the index of the board's log; `None` where nobody does, or it cannot be known.
#[cfg(target_os = "linux")]
pub fn of(index: &Path) -> Option<Holder> {
    let (_, inode) = super::place(&std::fs::metadata(index).ok()?);
    let locks = std::fs::read_to_string("/proc/locks").ok()?;
    let pid = locks.lines().find_map(|line| writer(line, inode))?;
    let name = std::fs::read_to_string(format!("/proc/{pid}/comm")).ok()?;
    Some(Holder { pid, name: name.trim().to_owned() })
}

#[cfg(not(target_os = "linux"))]
pub fn of(_: &Path) -> Option<Holder> {
    None
}

/// The process of a line such as `1: POSIX  ADVISORY  WRITE 4711 fe:01:131074 120 120`, if it writes to that file. The
/// device is not compared: some file systems have another one here than files say.
#[cfg(target_os = "linux")]
fn writer(line: &str, inode: u64) -> Option<u32> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    // A line of who waits has an arrow in the second place.
    let [_, "POSIX", _, "WRITE", pid, file, first, last] = fields[..] else { return None };
    let is_held = first.parse::<u64>().ok()? <= WRITES
        && last.parse::<u64>().map_or(last == "EOF", |last| last >= WRITES);
    let is_file = file.rsplit(':').next()?.parse() == Ok(inode);
    // In a container a process outside of it has no number.
    pid.parse().ok().filter(|pid| is_held && is_file && *pid > 0)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_who_writes() {
        let of = |line: &str| writer(line, 131_074);
        assert_eq!(of("1: POSIX  ADVISORY  WRITE 4711 fe:01:131074 120 120"), Some(4711));
        assert_eq!(of("1: POSIX  ADVISORY  WRITE 4711 fe:01:131074 100 EOF"), Some(4711));
        for other in [
            "1: POSIX  ADVISORY  READ 4711 fe:01:131074 120 120",
            "1: POSIX  ADVISORY  WRITE 4711 fe:01:131074 123 123",
            "1: POSIX  ADVISORY  WRITE 4711 fe:01:131075 120 120",
            "1: POSIX  ADVISORY  WRITE 0 fe:01:131074 120 120",
            "1: -> POSIX  ADVISORY  WRITE 4711 fe:01:131074 120 120",
            "2: FLOCK  ADVISORY  WRITE 4711 fe:01:131074 0 EOF",
            "",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
