//! What a system of the Unix family gives and others do not: rights, owners, the identity of files, signals.
//!
//! **Invariant:** only this module names `std::os::unix`, `rustix` or `signal_hook`, or asks for which system it is built
//! (`tests/layers.rs`). Everything else says what it wants; a port writes these files anew.

pub mod locks;
pub mod signals;

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{CWD, OFlags, RenameFlags, renameat_with};

/// Where the system lists its users: a line each, with the name before the first colon and the number behind the second.
pub const USERS: &str = "/etc/passwd";

/// Where a machine may say by which it is known from all others.
pub const MACHINE_IDS: [&str; 2] = ["/etc/machine-id", "/var/lib/dbus/machine-id"];

/// The number of the user whose process this is.
pub fn user() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// The machine's name in its network.
pub fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

/// The device of a file and its number there: together one file, whatever it is called.
pub fn place(file: &Metadata) -> (u64, u64) {
    (file.dev(), file.ino())
}

/// When the system last changed anything about a file, its name and rights included: seconds, and nanoseconds in them.
pub fn changed(file: &Metadata) -> (i64, i64) {
    (file.ctime(), file.ctime_nsec())
}

/// The number of the user to whom it belongs.
pub fn owner(file: &Metadata) -> u32 {
    file.uid()
}

/// Who may do what with it: the last twelve bits of the mode.
pub fn rights(file: &Metadata) -> u32 {
    file.mode() & 0o7777
}

/// The same as what `set_permissions` takes.
pub fn permissions(rights: u32) -> Permissions {
    Permissions::from_mode(rights)
}

/// Makes a folder and those above it, with rights from which the umask takes away.
pub fn make_folders(folder: &Path, rights: u32) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(rights).create(folder)
}

/// How a file is opened in a folder to which others may write.
pub trait Guarded {
    /// A pipe or a device is not waited for.
    fn without_waiting(&mut self) -> &mut Self;
    /// Nor is a link followed: it is an error.
    fn without_waiting_or_links(&mut self) -> &mut Self;
    /// A file that is made has these rights, from which the umask takes away.
    fn with_rights(&mut self, rights: u32) -> &mut Self;
}

impl Guarded for OpenOptions {
    fn without_waiting(&mut self) -> &mut Self {
        self.custom_flags(OFlags::NONBLOCK.bits() as i32)
    }

    fn without_waiting_or_links(&mut self) -> &mut Self {
        self.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32)
    }

    fn with_rights(&mut self, rights: u32) -> &mut Self {
        self.mode(rights)
    }
}

/// Reads as many bytes as there are from a place in a file, and moves nobody's place in it.
pub fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.read_at(bytes, place)
}

/// Reads exactly as many bytes.
pub fn read_exact_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<()> {
    file.read_exact_at(bytes, place)
}

/// Writes all of the bytes at a place in a file.
pub fn write_all_at(file: &File, bytes: &[u8], place: u64) -> io::Result<()> {
    file.write_all_at(bytes, place)
}

/// Gives a file another name if nobody has that; else it is an error of the kind `AlreadyExists`.
pub fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // No hard links on this file system.
        Err(_) => Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?),
    }
}

/// The name as the system has it, whether it is text or not.
pub fn bytes(name: &OsStr) -> &[u8] {
    name.as_bytes()
}

/// Whether links that lead in a circle are what went wrong.
pub fn is_circle(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}
