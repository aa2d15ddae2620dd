//! The files of a person: settings, who one is, what was learned, which folders are trusted. One lock lies beside them.
//!
//! **Invariant:** what is written into one of them was read under the lock, so of several who write at once none takes
//! away what another wrote.

use std::fs;
use std::io;
use std::time::Duration;

use super::Environment;
use crate::files::{self, Access, Lock};

const LOCK: &str = ".lock";

impl Environment {
    /// Holds off whoever else would write one of the person's files. Without a home there is nothing to hold.
    pub(super) fn hold(&self, patience: Duration) -> io::Result<Lock> {
        let folder = self.settings().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        Lock::take(&folder.join(LOCK), Access::Owner, patience)
    }

    /// The text of one of the person's files; `None` where it is not there.
    pub(super) fn own_text(&self, name: &str) -> io::Result<Option<String>> {
        let Some(folder) = self.settings() else { return Ok(None) };
        match files::read_text(&folder.join(name)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes one of the person's files, while they are held.
    pub(super) fn write_own(&self, name: &str, text: &str, _held: &Lock) -> io::Result<()> {
        let folder = self.settings().ok_or(io::ErrorKind::NotFound)?;
        files::write_whole(&folder.join(name), text.as_bytes(), Access::Owner)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::thread;

    use super::*;
    use crate::domain::calendar::At;
    use crate::session::Session;
    use crate::settings::{Name, with_value};

    fn world(folder: &Path) -> Environment {
        Environment::fixed(At(1_800_000_000_000), "own files").with_settings(folder.join("setara"))
    }

    /// Each of several at once does something a few times; what all did must be there afterwards.
    fn at_once(act: impl Fn(usize) + Sync) {
        thread::scope(|scope| {
            for n in 0..8 {
                let act = &act;
                scope.spawn(move || (0..5).for_each(|round| act(n * 5 + round)));
            }
        });
    }

    #[test]
    fn of_many_who_write_at_once_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let world = world(folder.path());
        at_once(|n| {
            let mut session = crate::testing::sample_team(world.clone());
            session.save_filter(&format!("filter {n}"), "is:mine").unwrap();
            world.learn(&format!("action.{n}"), files::LOCK_PATIENCE).unwrap();
            if n == 0 {
                world.change_settings(|text| with_value(text, Name::Theme, Some("dark"))).unwrap();
            }
        });
        assert_eq!(world.read_settings().0.filters.len(), 40);
        assert_eq!(world.read_settings().0.get(Name::Theme), "dark");
        assert_eq!(world.learned().len(), 40);
    }

    #[test]
    fn who_one_is_on_many_boards_is_remembered_for_each() {
        let folder = tempfile::tempdir().unwrap();
        at_once(|n| {
            let path = folder.path().join(format!("{n}.db"));
            let world = Environment::fixed(At(1_800_000_000_000), &format!("board {n}"));
            let world = world.with_settings(folder.path().join("setara"));
            drop(Session::start(&path, "Warung Kode", "Ayu", world).unwrap());
        });
        assert_eq!(world(folder.path()).identities().unwrap().len(), 40);
    }

    #[test]
    fn what_is_no_plain_file_is_said_and_never_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let world = world(folder.path());
        let own = folder.path().join("setara");
        fs::create_dir_all(own.join("themes")).unwrap();
        for name in ["settings.toml", "me.toml", "learned", "trusted.toml", "themes/mine.toml"] {
            let mode = rustix::fs::Mode::from_raw_mode(0o600);
            rustix::fs::mknodat(rustix::fs::CWD, own.join(name), rustix::fs::FileType::Fifo, mode, 0)
                .unwrap();
        }
        let (_, complaints) = world.read_settings();
        assert_eq!(complaints.len(), 1);
        assert!(world.complaint(&complaints[0]).message.contains("settings.toml: it is not a plain file"));
        assert!(world.settings_text().is_err());
        assert!(world.change_settings(|text| Ok(text.to_owned())).is_err());
        assert!(world.identities().unwrap_err().message.contains("me.toml"));
        assert!(world.learned().is_empty() && world.own_themes().is_empty());
        let mut session = crate::testing::sample_team(world.clone());
        session.act_as(None).unwrap();
        session.learn("task.claim");
        assert!(session.join("Budi", None).is_err(), "nobody joins who cannot be remembered");
    }

    #[test]
    fn a_file_without_end_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let world = world(folder.path());
        fs::create_dir_all(folder.path().join("setara")).unwrap();
        let file = fs::File::create(world.settings_file().unwrap()).unwrap();
        file.set_len(files::TEXT_MAX + 1).unwrap();
        let (_, complaints) = world.read_settings();
        assert!(complaints[0].message.contains("too large"), "{complaints:?}");
    }
}
