//! Files in folders that others may write to: never through a link where we create, never a pipe, never half.
//!
//! A folder may be hostile (a cloned repository), shared (a team's) or full. So a name is never trusted: what is created
//! is created new, what is locked is looked at first, what is read is a plain file of bounded length, and what is
//! written stands whole under another name before it takes the place of the old one.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::platform::{self, Guarded};

/// The most bytes of a file of settings, or of anything else that a person keeps in one.
pub const TEXT_MAX: u64 = 4 << 20;

/// How long a lock beside a file is waited for. Our own tests wait for a disk that is busy with other things, too.
pub const LOCK_PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 600 } else { 10 });

/// Which file it is, whatever it is called: device and inode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    pub device: u64,
    pub inode: u64,
}

impl Identity {
    /// The file behind a name, asked by `stat` alone: the file is not opened.
    pub fn of(path: &Path) -> io::Result<Identity> {
        Ok(Identity::from(&fs::metadata(path)?))
    }
}

impl From<&fs::Metadata> for Identity {
    fn from(file: &fs::Metadata) -> Identity {
        let (device, inode) = platform::place(file);
        Identity { device, inode }
    }
}

/// Who may read and write what we create.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Its owner.
    Owner,
    /// Its owner and the group of the folder: a team that shares one file.
    Group,
    /// Whoever the person's umask lets.
    Umask,
}

impl Access {
    /// What the folder asks for: one that hands its group on and lets it write is a team's.
    pub fn in_folder(folder: &Path) -> Access {
        const SET_GROUP: u32 = 0o2000;
        const GROUP_WRITES: u32 = 0o020;
        match fs::metadata(folder) {
            Ok(folder)
                if platform::rights(&folder) & (SET_GROUP | GROUP_WRITES) == SET_GROUP | GROUP_WRITES =>
            {
                Access::Group
            }
            _ => Access::Owner,
        }
    }

    /// The exact mode; `None` where the umask decides.
    pub fn mode(self) -> Option<u32> {
        match self {
            Access::Owner => Some(0o600),
            Access::Group => Some(0o660),
            Access::Umask => None,
        }
    }
}

/// Opens what is there and a plain file; a pipe or a device is an error and not a wait.
pub fn open(path: &Path) -> io::Result<File> {
    plain(OpenOptions::new().read(true).without_waiting().open(path)?)
}

/// Reads a text that a person keeps in a file, up to [`TEXT_MAX`] bytes.
pub fn read_text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    open(path)?.take(TEXT_MAX + 1).read_to_string(&mut text)?;
    if text.len() as u64 > TEXT_MAX {
        return Err(io::Error::new(ErrorKind::FileTooLarge, "the file is too large"));
    }
    Ok(text)
}

/// Makes a file that was not there, with the rights that are asked for whatever the umask.
pub fn create_new(path: &Path, access: Access) -> io::Result<File> {
    // `O_EXCL` follows no link, not even one that leads nowhere.
    let mode = access.mode().unwrap_or(0o666);
    let file = OpenOptions::new().read(true).write(true).create_new(true).with_rights(mode).open(path)?;
    if let Some(mode) = access.mode() {
        file.set_permissions(platform::permissions(mode))?;
    }
    Ok(file)
}

/// Writes a file whole or not at all: beside the old one, then in its place, with the rights that the old one had.
///
/// A link to a file that is kept elsewhere stays, and that file is written.
pub fn write_whole(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = match fs::metadata(&path) {
        Ok(old) if !old.is_file() => return Err(not_plain()),
        Ok(old) => Some(old),
        Err(_) => None,
    };
    let mut new = Beside::new(&path, access)?;
    new.file.write_all(bytes)?;
    if let Some(old) = old {
        new.file.set_permissions(old.permissions())?;
    }
    new.replace()
}

/// A file that is being made under another name in the same folder; dropped before it is put in place, it is gone.
pub struct Beside {
    pub file: File,
    path: PathBuf,
    target: PathBuf,
}

impl Beside {
    pub fn new(path: &Path, access: Access) -> io::Result<Beside> {
        let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
        for n in 0.. {
            let mut other = std::ffi::OsString::from(".");
            other.push(name);
            other.push(format!(".{}-{n}.new", std::process::id()));
            let beside = path.with_file_name(other);
            match create_new(&beside, access) {
                Ok(file) => return Ok(Beside { file, path: beside, target: path.to_owned() }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && n < 100 => {}
                Err(error) => return Err(error),
            }
        }
        unreachable!("the loop ends with a file or an error")
    }

    /// Where it lies until then.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// In the place of what stands there.
    pub fn replace(self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.path, &self.target)?;
        sync_folder(&self.target);
        Ok(())
    }

    /// In its place if nothing stands there; else an error of the kind `AlreadyExists`.
    pub fn put(self) -> io::Result<()> {
        self.file.sync_all()?;
        platform::rename_to_new(&self.path, &self.target)?;
        sync_folder(&self.target);
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Gone already where it was put in place.
        let _ = fs::remove_file(&self.path);
    }
}

/// Best effort: some file systems cannot sync a folder.
pub fn sync_folder(of: &Path) {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Holds others off for as long as it lives.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// How a note in a lock begins.
const NOTE: &str = "setara ";

/// The bytes of a note: it is written at once, so that nobody reads half of it.
const NOTE_LENGTH: usize = 64;

impl Lock {
    /// Takes the lock that lies at `path`, which is made if it is not there. Waits as long as `patience`;
    /// then it is an error of the kind `WouldBlock`.
    pub fn take(path: &Path, access: Access, patience: Duration) -> io::Result<Lock> {
        let file = Lock::open(path, access)?;
        let began = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => {
                    let lock = Lock { file };
                    lock.note("");
                    return Ok(lock);
                }
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) if began.elapsed() >= patience => {
                    return Err(ErrorKind::WouldBlock.into());
                }
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(10)),
            }
        }
    }

    /// Says to those who wait what is being done. A file that somebody else has put there is left as it is.
    pub fn note(&self, text: &str) {
        let is_ours = match (self.file.metadata().map(|file| file.len()), text) {
            (Ok(0), "") | (Err(_), _) => return,
            (Ok(0), _) => true,
            (Ok(_), _) => Lock::read(&self.file).is_some(),
        };
        if is_ours {
            let note = format!("{NOTE}{text:<width$}", width = NOTE_LENGTH - NOTE.len());
            let _ = platform::write_all_at(&self.file, &note.as_bytes()[..NOTE_LENGTH], 0);
        }
    }

    /// What whoever holds the lock says, if anything.
    pub fn noted(path: &Path) -> Option<String> {
        let file = plain(OpenOptions::new().read(true).without_waiting_or_links().open(path).ok()?).ok()?;
        Lock::read(&file).filter(|note| !note.is_empty())
    }

    fn read(file: &File) -> Option<String> {
        let mut bytes = [0; NOTE_LENGTH + 1];
        // More than a note is none.
        let length = platform::read_at(file, &mut bytes, 0).ok().filter(|length| *length == NOTE_LENGTH)?;
        let text = std::str::from_utf8(&bytes[..length]).ok()?.strip_prefix(NOTE)?;
        Some(text.trim().to_owned())
    }

    fn open(path: &Path, access: Access) -> io::Result<File> {
        match create_new(path, access) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => return made,
        }
        let mut how = OpenOptions::new();
        how.read(true).without_waiting_or_links();
        // Another member's lock may be readable only, which is enough to hold it.
        plain(how.clone().write(true).open(path).or_else(|_| how.open(path))?)
    }
}

fn plain(file: File) -> io::Result<File> {
    if file.metadata()?.is_file() { Ok(file) } else { Err(not_plain()) }
}

fn not_plain() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, NotPlain)
}

/// Whether that is what went wrong: a folder, a pipe or a device where a file should be.
pub fn is_not_plain(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<NotPlain>())
}

#[derive(Debug, thiserror::Error)]
#[error("not a plain file")]
struct NotPlain;

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    const NOW: Duration = Duration::ZERO;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn who_holds_a_lock_says_what_they_do_and_writes_over_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db-lock");
        let held = Lock::take(&path, Access::Owner, NOW).unwrap();
        assert_eq!((Lock::noted(&path), fs::metadata(&path).unwrap().len()), (None, 0));
        for note in ["4711 7", "4711 100"] {
            held.note(note);
            assert_eq!(Lock::noted(&path).as_deref(), Some(note));
        }
        // Whoever was killed leaves theirs.
        drop(held);
        let _held = Lock::take(&path, Access::Owner, NOW).unwrap();
        assert_eq!(Lock::noted(&path), None);
        let letter = folder.path().join("letter");
        for text in [&b"setara"[..], b"Dear all", &[b's'; NOTE_LENGTH], &[b'x'; 5000]] {
            fs::write(&letter, text).unwrap();
            Lock::take(&letter, Access::Owner, NOW).unwrap().note("4711 7");
            assert_eq!((fs::read(&letter).unwrap(), Lock::noted(&letter)), (text.to_vec(), None));
        }
    }

    #[test]
    fn a_lock_that_is_a_link_leaves_what_it_leads_to() {
        let folder = tempfile::tempdir().unwrap();
        let (precious, lock) = (folder.path().join("precious"), folder.path().join("lock"));
        fs::write(&precious, "precious").unwrap();
        symlink(&precious, &lock).unwrap();
        assert!(Lock::take(&lock, Access::Owner, NOW).is_err());
        assert_eq!(fs::read_to_string(&precious).unwrap(), "precious");
        // Nor is a link followed that leads nowhere yet.
        fs::remove_file(&lock).unwrap();
        symlink(folder.path().join("nothing"), &lock).unwrap();
        assert!(Lock::take(&lock, Access::Owner, NOW).is_err());
        assert_eq!(names(folder.path()), ["lock", "precious"]);
    }

    #[test]
    fn a_lock_is_never_emptied_and_waited_for_only_so_long() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        fs::write(&path, "somebody's").unwrap();
        let held = Lock::take(&path, Access::Owner, NOW).unwrap();
        let error = Lock::take(&path, Access::Owner, NOW).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::WouldBlock);
        drop(held);
        Lock::take(&path, Access::Owner, NOW).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "somebody's");
    }

    #[test]
    fn what_is_no_plain_file_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::from_raw_mode(0o600),
            0,
        )
        .unwrap();
        let socket = folder.path().join("socket");
        let _listener = UnixListener::bind(&socket).unwrap();
        for path in [&pipe, &socket, &folder.path().to_owned()] {
            assert!(read_text(path).is_err());
            assert!(Lock::take(path, Access::Owner, NOW).is_err());
            assert!(write_whole(path, b"x", Access::Owner).is_err());
        }
        assert_eq!(names(folder.path()), ["pipe", "socket"]);
    }

    #[test]
    fn what_is_written_is_whole_and_keeps_its_rights() {
        let folder = tempfile::tempdir().unwrap();
        let (kept, link) = (folder.path().join("kept"), folder.path().join("link"));
        fs::write(&kept, "old").unwrap();
        fs::set_permissions(&kept, Permissions::from_mode(0o640)).unwrap();
        symlink(&kept, &link).unwrap();
        write_whole(&link, b"new", Access::Owner).unwrap();
        assert_eq!(fs::read_to_string(&kept).unwrap(), "new");
        assert_eq!(fs::metadata(&kept).unwrap().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        write_whole(&folder.path().join("other"), b"new", Access::Group).unwrap();
        assert_eq!(fs::metadata(folder.path().join("other")).unwrap().mode() & 0o777, 0o660);
        drop(Beside::new(&folder.path().join("never"), Access::Owner).unwrap());
        assert_eq!(names(folder.path()), ["kept", "link", "other"]);
    }

    #[test]
    fn a_name_that_is_taken_is_not_taken_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        let (one, two) =
            (Beside::new(&path, Access::Owner).unwrap(), Beside::new(&path, Access::Owner).unwrap());
        one.put().unwrap();
        assert_eq!(two.put().unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(names(folder.path()), ["board.db"]);
    }

    #[test]
    fn a_folder_that_hands_its_group_on_is_a_teams() {
        let folder = tempfile::tempdir().unwrap();
        for (mode, access) in
            [(0o755, Access::Owner), (0o775, Access::Owner), (0o2755, Access::Owner), (0o2775, Access::Group)]
        {
            fs::set_permissions(folder.path(), Permissions::from_mode(mode)).unwrap();
            assert_eq!(Access::in_folder(folder.path()), access, "{mode:o}");
        }
    }

    #[test]
    fn a_text_without_end_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        File::create(&path).unwrap().set_len(TEXT_MAX + 1).unwrap();
        assert_eq!(read_text(&path).unwrap_err().kind(), ErrorKind::FileTooLarge);
    }
}
