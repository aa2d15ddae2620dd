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
use super::holder::{self, Holder};
use super::{Store, StoreError};

/// How long a writer waits for others: many processes may each sync to the disk before it is our turn.
pub(super) const LONG: Duration = Duration::from_secs(30);
/// How long a screen waits: less than anybody feels, and enough where nobody holds on.
const BRIEF: Duration = Duration::from_millis(20);
/// How often it is asked whether it is our turn.
const BEAT: Duration = Duration::from_millis(2);
/// After so long people want to know.
pub(super) const A_WORD: Duration = Duration::from_secs(2);

/// Who is told that another is waited for.
static TOLD: OnceLock<fn(Option<&Holder>)> = OnceLock::new();

/// From now on this is told, once for each long wait of this process.
pub fn on_wait(told: fn(Option<&Holder>)) {
    let _ = TOLD.set(told);
}

/// Says for whom one waits.
pub(super) fn say(holder: Option<&Holder>) {
    if let Some(tell) = TOLD.get() {
        tell(holder);
    }
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
            say(holder::of(&index).as_ref());
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
        self.file.as_ref().and_then(|file| holder::of(&file.beside("-shm")))
    }
}
