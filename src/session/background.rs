//! A very large undo or redo, on a thread and a connection of its own: it takes seconds, in which a screen goes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;

use super::{Done, Error, Session, Step};
use crate::words;

/// A step under way. Dropped, it is cancelled.
#[derive(Debug)]
pub struct Background {
    done: Receiver<Result<Done, Error>>,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    so_far: AtomicUsize,
    all: AtomicUsize,
    is_cancelled: AtomicBool,
}

impl Session {
    /// Takes a step of who acts here while this session is used on.
    pub fn take_back_in_background(&self, step: Step) -> Result<Background, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        let (sender, done) = sync_channel(1);
        let shared = Arc::new(Shared::default());
        let background = Background { done, shared: Arc::clone(&shared) };
        let (path, environment) = (self.store.path().to_owned(), self.environment.clone());
        let language = words::language();
        thread::spawn(move || {
            words::choose_here(language);
            let done = Session::open(&path, environment).and_then(|mut session| {
                session.act(Some(me));
                session.take_back(step, &mut |so_far, all| {
                    shared.so_far.store(so_far, Ordering::Relaxed);
                    shared.all.store(all, Ordering::Relaxed);
                    !shared.is_cancelled.load(Ordering::Relaxed)
                })
            });
            // Whoever left meanwhile does not hear of it.
            let _ = sender.send(done);
        });
        Ok(background)
    }
}

impl Background {
    /// What came of it, once it is over; `Some(None)` where its thread broke down, which is told by itself.
    pub fn done(&self) -> Option<Option<Result<Done, Error>>> {
        match self.done.try_recv() {
            Ok(done) => Some(Some(done)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(None),
        }
    }

    /// Waits until it is over.
    pub fn wait(&self) -> Option<Result<Done, Error>> {
        self.done.recv().ok()
    }

    /// How many of how many subjects are done. It is kept only when all are.
    pub fn progress(&self) -> (usize, usize) {
        (self.shared.so_far.load(Ordering::Relaxed), self.shared.all.load(Ordering::Relaxed))
    }

    /// Gives it up, where it is not kept yet: [`Background::done`] tells which.
    pub fn cancel(&self) {
        self.shared.is_cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.shared.is_cancelled.load(Ordering::Relaxed)
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.cancel();
    }
}
