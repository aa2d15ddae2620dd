//! How long a store waits while another writes.
//!
//! A command waits for its turn, half a minute at most, and says after two seconds for whom. A screen does not wait: it
//! goes on with the keys, and tries again.

use std::path::Path;
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::file::beside;
use super::{Store, StoreError};
use crate::files::Lock;
use crate::platform::locks::{self, Holder};

/// How long a writer waits for others: many processes may each sync to the disk before it is our turn. Our own tests
/// wait for a disk that is busy with other things, too.
pub(super) const LONG: Duration = Duration::from_secs(if cfg!(test) { 600 } else { 30 });
/// How long a screen waits: less than anybody feels, and enough where nobody holds on.
const BRIEF: Duration = Duration::from_millis(20);
/// How often it is asked whether it is our turn.
const BEAT: Duration = Duration::from_millis(2);
/// After so long people want to know.
pub(super) const A_WORD: Duration = Duration::from_secs(2);

/// After so long of making tables anew it is said again how far it is.
const AGAIN: Duration = Duration::from_secs(5);

/// What one waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delay {
    /// Somebody writes; who, as far as that can be known.
    Writer(Option<Holder>),
    /// Somebody makes the tables of the board anew; how far they are, in hundredths.
    Upgrader(Holder, u64),
    /// This process does.
    Upgrade(u64),
}

/// Who is told what is waited for.
static TOLD: OnceLock<fn(Delay)> = OnceLock::new();

/// From now on this is told, once for each long wait of this process, and again while tables are made anew.
pub fn on_wait(told: fn(Delay)) {
    let _ = TOLD.set(told);
}

/// Says what one waits for.
pub(super) fn say(delay: Delay) {
    if let Some(tell) = TOLD.get() {
        tell(delay);
    }
}

/// How far the making of tables is, for those who wait: for this process's people by a word, for others by a note in the
/// lock.
pub(super) fn upgrading(lock: Option<&Lock>) -> impl FnMut(u64, u64) + '_ {
    let (mut told, mut patience, mut noted) = (Instant::now(), A_WORD, None);
    move |done, of| {
        let hundredths = (done * 100).checked_div(of).unwrap_or(100).min(100);
        if let Some(lock) = lock.filter(|_| noted != Some(hundredths)) {
            noted = Some(hundredths);
            lock.note(&format!("{} {hundredths}", std::process::id()));
        }
        if told.elapsed() >= patience {
            (told, patience) = (Instant::now(), AGAIN);
            say(Delay::Upgrade(hundredths));
        }
    }
}

/// What the note in a lock says.
pub(super) fn noted(lock: &Path) -> Option<Delay> {
    let note = Lock::noted(lock)?;
    let (pid, hundredths) = note.split_once(' ')?;
    let holder = Holder { pid: pid.parse().ok()?, name: env!("CARGO_PKG_NAME").to_owned() };
    Some(Delay::Upgrader(holder, hundredths.parse().ok()?))
}

/// Lets this connection wait for its turn, and say so.
pub(super) fn wait(connection: &mut Connection, board: &Path) -> Result<(), StoreError> {
    let index = beside(board, "-shm");
    let (mut began, mut is_told) = (Instant::now(), false);
    Ok(connection.busy_handler(Some(move |count: i32| {
        if count == 0 {
            (began, is_told) = (Instant::now(), false);
        }
        let waited = began.elapsed();
        if waited >= LONG {
            return false;
        }
        if waited >= A_WORD && !is_told {
            is_told = true;
            say(Delay::Writer(locks::of(&index)));
        }
        // As often for whoever waits long: else those who came later overtake them.
        thread::sleep(BEAT);
        true
    }))?)
}

impl Store {
    /// From now on a write that cannot begin at once is refused with [`StoreError::NotOurTurn`].
    pub fn wait_no_more(&self) -> Result<(), StoreError> {
        Ok(self.connection.busy_timeout(BRIEF)?)
    }

    /// Who writes to the board just now, as far as that can be known.
    pub fn writer(&self) -> Option<Holder> {
        self.file.as_ref().and_then(|file| locks::of(&file.beside("-shm")))
    }
}
