//! What comes from outside: the time, the time zone, new ids, and the folders of a person.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, FixedOffset, Local, Offset, TimeZone, Utc};
use etcetera::BaseStrategy;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::calendar::{At, Day};
use crate::domain::handle;
use crate::domain::spoken;
use crate::domain::zone::Zone;
use crate::files;
use crate::store::{Keyring, machine};

/// The world around a session. Tests, transcripts and pictures fix all of it.
#[derive(Debug, Clone)]
pub struct Environment {
    clock: Clock,
    ids: Ids,
    /// What the next new id is, where that was said.
    next_id: Option<Uuid>,
    /// The folder of the person's settings; `None` without a home, and in a world that stands still.
    settings: Option<PathBuf>,
    keyring: Keyring,
    is_fixed_for_tests: bool,
    /// Whether whoever acts has not heard of what was written last of the things that they act on.
    is_apart: bool,
}

#[derive(Debug, Clone)]
enum Clock {
    System,
    Fixed(At, FixedOffset),
    /// What a file says now: it moves the clock of several processes at once.
    File {
        path: PathBuf,
        /// What it said last, for while it cannot be read.
        last: Arc<Mutex<(At, FixedOffset)>>,
    },
}

#[derive(Debug, Clone)]
enum Ids {
    Random,
    /// Drawn from a seed, the process and a count: the same at every run.
    Seeded(String),
}

impl Environment {
    /// The real world; or what `SETARA_NOW` and `SETARA_SEED` fix, for transcripts that must read the same tomorrow.
    ///
    /// `SETARA_NOW` is an RFC 3339 time, or `@FILE`: a file with one, which is read whenever the time is asked for.
    pub fn from_env() -> Environment {
        let clock = env::var("SETARA_NOW").map_or(Clock::System, |now| Clock::stated(&now));
        let ids = env::var("SETARA_SEED").map_or(Ids::Random, Ids::Seeded);
        let keyring = match data_folder() {
            Some(folder) => Keyring::in_folder(folder.join("keys"), machine(), random),
            None => Keyring::nowhere(random),
        };
        let is_fixed_for_tests = !matches!(clock, Clock::System) || matches!(ids, Ids::Seeded(_));
        Environment {
            clock,
            ids,
            next_id: None,
            settings: settings_folder(),
            keyring,
            is_fixed_for_tests,
            is_apart: false,
        }
    }

    /// The day on which a moment falls where the person is. An import asks it of each day in a file.
    pub fn day_here(at: DateTime<Utc>) -> Day {
        static HERE: LazyLock<Environment> = LazyLock::new(Environment::from_env);
        let at = At::from(at);
        spoken::local_day(at, HERE.offset_at(at))
    }

    /// A world that stands still, in UTC.
    pub fn fixed(now: At, seed: &str) -> Environment {
        let utc = Utc.fix();
        Environment {
            clock: Clock::Fixed(now, utc),
            ids: Ids::Seeded(seed.to_owned()),
            next_id: None,
            settings: None,
            keyring: Keyring::in_memory(random),
            is_fixed_for_tests: false,
            is_apart: false,
        }
    }

    /// This world as it stood at another moment, where the next new id is that one. Nothing is remembered in it of who
    /// one is and what one set.
    pub fn at(&self, now: At, next_id: Option<Uuid>) -> Environment {
        let clock = Clock::Fixed(now, self.offset());
        Environment { clock, next_id, settings: None, is_apart: false, ..self.clone() }
    }

    /// This world on a machine that has not heard of what was written last: two who act apart are played so on one.
    pub fn apart(self) -> Environment {
        Environment { is_apart: true, ..self }
    }

    pub(super) fn is_apart(&self) -> bool {
        self.is_apart
    }

    /// Lets a world that stands still move on; the real one moves by itself.
    pub fn wait(&mut self, milliseconds: i64) {
        if let Clock::Fixed(now, _) = &mut self.clock {
            now.0 = now.0.saturating_add(milliseconds);
        }
    }

    /// Whether `SETARA_NOW` or `SETARA_SEED` is in force: the screens say so, lest somebody takes it for the real world.
    pub fn is_fixed_for_tests(&self) -> bool {
        self.is_fixed_for_tests
    }

    /// The same world with this folder for the settings.
    pub fn with_settings(self, folder: PathBuf) -> Environment {
        Environment { settings: Some(folder), ..self }
    }

    /// The same world for somebody with these keys.
    pub fn with_keys(self, keyring: Keyring) -> Environment {
        Environment { keyring, ..self }
    }

    pub(super) fn settings(&self) -> Option<&Path> {
        self.settings.as_deref()
    }

    /// Where the person's keys lie.
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// The time; where the clock is out of all reason, the end of the calendar that is nearest to it.
    pub fn now(&self) -> At {
        let now = match &self.clock {
            Clock::System => system_time(),
            Clock::Fixed(now, _) => *now,
            Clock::File { path, last } => read(path, last).0,
        };
        now.in_calendar()
    }

    /// The offset of local time now.
    pub fn offset(&self) -> FixedOffset {
        self.offset_at(self.now())
    }

    /// The offset of local time at a moment, which summer time may have changed.
    pub fn offset_at(&self, at: At) -> FixedOffset {
        match &self.clock {
            Clock::System => Local.offset_from_utc_datetime(&at.to_utc().naive_utc()).fix(),
            Clock::Fixed(_, offset) => *offset,
            Clock::File { path, last } => read(path, last).1,
        }
    }

    /// The time zone of the person; `None` where the machine does not say it, or by a name that nobody knows.
    pub fn zone(&self) -> Option<Zone> {
        let said = || match env::var("TZ") {
            Ok(name) if !name.is_empty() => Some(name.trim_start_matches(':').to_owned()),
            _ => iana_time_zone::get_timezone().ok(),
        };
        let named = match &self.clock {
            Clock::System => said().and_then(|name| Zone::named(&name)),
            Clock::Fixed(..) | Clock::File { .. } => None,
        };
        named.or_else(|| Zone::fixed(self.offset().local_minus_utc()))
    }

    pub fn today(&self) -> Day {
        // At an end of the calendar the local day may lie beyond it.
        spoken::local_day(self.now(), self.offset()).clamp(At::START.day(), At::LAST.day())
    }

    /// A new id that is not `taken`. Only one that is drawn from a seed may be: another process draws the same ones.
    pub(super) fn free_id(&mut self, mut taken: impl FnMut(Uuid) -> bool) -> Uuid {
        loop {
            let id = self.id();
            if matches!(self.ids, Ids::Random) || !taken(id) {
                return id;
            }
        }
    }

    /// A new id, by whose handle something can be called in front of everybody.
    pub fn id(&mut self) -> Uuid {
        if let Some(id) = self.next_id.take() {
            return id;
        }
        loop {
            let id = self.draw();
            if handle::is_fit(id) {
                return id;
            }
        }
    }

    fn draw(&self) -> Uuid {
        match &self.ids {
            // `now_v7` panics, too, where the clock is before 1970.
            Ids::Random if SystemTime::now() < UNIX_EPOCH => {
                Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, 0, 0))
            }
            Ids::Random => Uuid::now_v7(),
            Ids::Seeded(seed) => {
                let mut bytes = [0; 16];
                bytes.copy_from_slice(&drawn(seed)[..16]);
                let millis = self.now().0.max(0).to_be_bytes();
                bytes[..6].copy_from_slice(&millis[2..]);
                uuid::Builder::from_bytes(bytes)
                    .with_variant(uuid::Variant::RFC4122)
                    .with_version(uuid::Version::SortRand)
                    .into_uuid()
            }
        }
    }

    /// 32 random bytes, for a key. Whatever else is fixed, a key never is: two that are drawn alike would write two
    /// different records under one name.
    pub fn seed(&mut self) -> [u8; 32] {
        random()
    }
}

/// A version 4 UUID has 122 bits from the system's source of randomness; four of them, hashed, are a seed.
fn random() -> [u8; 32] {
    let mut hash = Sha256::new();
    for _ in 0..4 {
        hash.update(Uuid::new_v4().as_bytes());
    }
    hash.finalize().into()
}

/// Not `Utc::now`, which panics where the clock is before 1970.
fn system_time() -> At {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    At(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

impl Clock {
    /// The clock of a time, or of a file with one; the system's, where it is neither.
    fn stated(now: &str) -> Clock {
        match now.strip_prefix('@') {
            Some(path) => Clock::File {
                path: PathBuf::from(path),
                last: Arc::new(Mutex::new((system_time().in_calendar(), Utc.fix()))),
            },
            None => parsed(now).map_or(Clock::System, |(now, offset)| Clock::Fixed(now, offset)),
        }
    }
}

fn parsed(text: &str) -> Option<(At, FixedOffset)> {
    let time = DateTime::parse_from_rfc3339(text.trim()).ok()?;
    Some((time.with_timezone(&Utc).into(), *time.offset()))
}

/// What the file of a clock says. While somebody writes it, it may be empty, or half a time.
fn read(path: &Path, last: &Mutex<(At, FixedOffset)>) -> (At, FixedOffset) {
    let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
    *last = files::read_text(path).ok().and_then(|text| parsed(&text)).unwrap_or(*last);
    *last
}

fn drawn(seed: &str) -> [u8; 32] {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut hash = Sha256::new();
    hash.update(seed.as_bytes());
    hash.update(COUNT.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    hash.finalize().into()
}

/// The folder of a person's own data; `None` without a home.
pub(super) fn data_folder() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|folders| folders.data_dir().join("setara"))
}

/// The folder of a person's settings; `None` without a home.
fn settings_folder() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|folders| folders.config_dir().join("setara"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_clock_in_a_file_moves_with_it_and_stands_while_it_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("now");
        let mut world = Environment::fixed(At::START, "file");
        world.clock = Clock::stated(&format!("@{}", file.display()));
        let says = |text: &str| fs::write(&file, text).unwrap();
        says("2026-11-21T09:31:00+07:00\n");
        assert_eq!(world.now().to_utc().to_rfc3339(), "2026-11-21T02:31:00+00:00");
        assert_eq!(
            (world.today().to_string(), world.offset().local_minus_utc()),
            ("2026-11-21".into(), 25_200)
        );
        says("2026-11-22T01:00:00+07:00");
        assert_eq!(world.today().to_string(), "2026-11-22");
        let last = world.now();
        for half in ["", "2026-11-2", "tomorrow"] {
            says(half);
            assert_eq!(world.now(), last, "{half}");
        }
        fs::remove_file(&file).unwrap();
        assert_eq!((world.now(), world.offset_at(At::START).local_minus_utc()), (last, 25_200));
    }
}
