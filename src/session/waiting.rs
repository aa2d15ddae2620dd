//! Waiting for others who write to the board.

use super::{Error, Session};
use crate::store::{self, Delay, Holder};
use crate::words::words;

impl Session {
    /// From now on nothing waits for others: what cannot be written at once is refused as
    /// [`NotOurTurn`](super::ErrorKind::NotOurTurn), and can be tried again.
    pub fn wait_no_more(&mut self) -> Result<(), Error> {
        Ok(self.store.wait_no_more()?)
    }

    /// Who writes to the board just now, in words.
    pub fn writer(&self) -> String {
        whom(self.store.writer().as_ref())
    }
}

/// From now on a sentence is told whenever this process waits long for another, or makes the tables of a board anew.
pub fn on_wait(tell: fn(String)) {
    use std::sync::OnceLock;
    static TELL: OnceLock<fn(String)> = OnceLock::new();
    let _ = TELL.set(tell);
    store::on_wait(|delay| {
        let Some(tell) = TELL.get() else { return };
        tell(match delay {
            Delay::Writer(holder) => words().wait_word(whom(holder.as_ref())),
            Delay::Upgrader(holder, hundredths) => words().wait_upgrader(whom(Some(&holder)), hundredths),
            Delay::Upgrade(hundredths) => words().wait_upgrade(hundredths),
        });
    });
}

fn whom(holder: Option<&Holder>) -> String {
    match holder {
        Some(Holder { pid, name }) => words().wait_process(name, pid.to_string()),
        None => words().wait_other(),
    }
}
