//! The program in a real pseudo-terminal, with keys that are typed, answers that come late, and a look at how it is left.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::place::{PROGRAM, Place, signal, until};
use super::share::GUARD;

/// The modes that the program may switch on, and has to switch off.
const MODES: &[&str] = &["1049", "2004", "1000", "1002", "1003", "1006", "1004", "1015"];

/// How the terminal answers to what it is asked.
#[derive(Clone, Copy)]
pub enum Answers {
    Never,
    After(Duration),
}

/// What is kept of what the program draws.
#[derive(Clone, Copy, PartialEq)]
pub enum Kept {
    /// The screen as a person sees it.
    Screen,
    /// Only its modes and its end: quick, for long runs.
    Modes,
}

pub struct Terminal {
    /// Given up when the window is closed.
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    keys: Option<Sender<Vec<u8>>>,
    /// What is typed and not taken in yet.
    untaken: Arc<AtomicUsize>,
    seen: Arc<Mutex<Seen>>,
    clears: Arc<AtomicUsize>,
    /// How often the terminal has answered to what it was asked.
    answered: Arc<AtomicUsize>,
}

struct Seen {
    screen: Option<vt100::Parser>,
    /// The last bytes, for sequences that come in two parts and for the last words of a panic.
    tail: Vec<u8>,
    /// Modes that are on now.
    on: Vec<&'static str>,
    is_cursor_hidden: bool,
    is_panic: bool,
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn some(n: u16) -> NonZero<u16> {
    NonZero::new(n).expect("a terminal has a size")
}

impl Terminal {
    pub fn open(
        place: &Place,
        args: &[&str],
        (cols, rows): (u16, u16),
        kept: Kept,
        answers: Answers,
    ) -> Terminal {
        let pair = native_pty_system().openpty(size(cols, rows)).expect("there are pseudo-terminals");
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(args);
        command.env_clear();
        let home = place.path("home");
        command.env("HOME", &home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("TZ", "UTC");
        command.env("EDITOR", "/bin/true");
        command.env("SETARA_BOARD", &place.board);
        if let Some(now) = place.now {
            command.env("SETARA_NOW", now);
        }
        command.cwd(&home);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);

        // Keys go through a thread: a program that reads no more would hold up whoever types.
        let mut writer = pair.master.take_writer().expect("nobody has it yet");
        let (keys, typed) = mpsc::channel::<Vec<u8>>();
        let untaken = Arc::new(AtomicUsize::new(0));
        let taking = Arc::clone(&untaken);
        thread::spawn(move || {
            for bytes in typed {
                // A terminal that is gone takes everything.
                let _ = writer.write_all(&bytes);
                taking.fetch_sub(1, Ordering::SeqCst);
            }
        });

        let seen = Arc::new(Mutex::new(Seen {
            screen: (kept == Kept::Screen).then(|| vt100::Parser::new(some(rows), some(cols), 0)),
            tail: Vec::new(),
            on: Vec::new(),
            is_cursor_hidden: false,
            is_panic: false,
        }));
        let (clears, answered) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let mut from = pair.master.try_clone_reader().expect("it can be read");
        let (into, cleared, answering) = (Arc::clone(&seen), Arc::clone(&clears), keys.clone());
        let (count, late_untaken) = (Arc::clone(&answered), Arc::clone(&untaken));
        thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(n @ 1..) = from.read(&mut bytes) {
                let asked = into.lock().expect("no reader panics").take(&bytes[..n], &cleared);
                if let (true, Answers::After(late)) = (asked, answers) {
                    let untaken = Arc::clone(&late_untaken);
                    let (answering, count) = (answering.clone(), Arc::clone(&count));
                    thread::spawn(move || {
                        // The link is as slow as that.
                        thread::sleep(late);
                        let light =
                            "\x1b]10;rgb:0000/0000/0000\x1b\\\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c";
                        untaken.fetch_add(1, Ordering::SeqCst);
                        let _ = answering.send(light.as_bytes().to_vec());
                        count.fetch_add(1, Ordering::SeqCst);
                    });
                }
            }
        });
        Terminal { master: Some(pair.master), child, keys: Some(keys), untaken, seen, clears, answered }
    }

    /// Types; a program that is gone hears nothing.
    pub fn press(&self, keys: &str) {
        if let Some(typing) = &self.keys {
            self.untaken.fetch_add(1, Ordering::SeqCst);
            let _ = typing.send(keys.as_bytes().to_vec());
        }
    }

    pub fn text(&self) -> String {
        self.seen
            .lock()
            .expect("no reader panics")
            .screen
            .as_ref()
            .map_or_else(String::new, |screen| screen.screen().contents())
    }

    /// Waits until the screen shows something.
    pub fn shows(&self, test: impl Fn(&str) -> bool) -> bool {
        until(GUARD, || test(&self.text()))
    }

    /// Waits until something is drawn at all: until then the terminal is not the program's, and Ctrl-S stops it.
    pub fn draws(&mut self) -> bool {
        until(GUARD, || self.clears.load(Ordering::SeqCst) > 0 || self.has_ended())
    }

    /// Waits until the terminal has answered to what it was asked.
    pub fn has_answered(&self) -> bool {
        until(GUARD, || self.answered.load(Ordering::SeqCst) > 0)
    }

    /// Another size; returns how long it took until all that was typed before is taken in and everything is drawn anew, or
    /// nothing where that never came.
    pub fn resize(&mut self, cols: u16, rows: u16) -> Option<Duration> {
        let before = self.clears.load(Ordering::SeqCst);
        if let Some(screen) = &mut self.seen.lock().expect("no reader panics").screen {
            screen.screen_mut().set_size(some(rows), some(cols));
        }
        let since = Instant::now();
        until(GUARD, || {
            self.wake_if_stopped();
            self.untaken.load(Ordering::SeqCst) == 0 || self.has_ended()
        });
        self.master.as_ref()?.resize(size(cols, rows)).ok()?;
        let mut is_over = false;
        let drawn = until(GUARD, || {
            self.wake_if_stopped();
            is_over = self.has_ended();
            is_over || self.clears.load(Ordering::SeqCst) > before
        });
        (drawn && !is_over).then(|| since.elapsed())
    }

    /// Ctrl-Z stopped it; the shell's part is ours.
    fn wake_if_stopped(&self) {
        let Some(pid) = self.child.process_id() else { return };
        let status = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        if status.rsplit(") ").next().is_some_and(|rest| rest.starts_with('T')) {
            signal(pid, "CONT");
        }
    }

    pub fn signal(&self, name: &str) {
        if let Some(pid) = self.child.process_id() {
            signal(pid, name);
        }
    }

    /// Closes the window: nobody holds the other end any more.
    pub fn close(&mut self) {
        self.signal("HUP");
        self.keys = None;
        self.master = None;
    }

    pub fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)) | Err(_))
    }

    /// The exit status, where it ends in time.
    pub fn ended(&mut self) -> Option<u32> {
        let mut status = None;
        until(GUARD, || {
            status = self.child.try_wait().ok().flatten();
            status.is_some()
        });
        status.map(|status| status.exit_code())
    }

    pub fn is_panic(&self) -> bool {
        self.seen.lock().expect("no reader panics").is_panic
    }

    /// The last that was drawn or said, as text.
    pub fn last_words(&self) -> String {
        let seen = self.seen.lock().expect("no reader panics");
        let text = String::from_utf8_lossy(&seen.tail).into_owned();
        text.chars().filter(|c| !c.is_control()).collect::<String>()
    }

    /// What is not as it was before the program came; empty where all is given back.
    pub fn left_behind(&self) -> Vec<String> {
        let mut left = Vec::new();
        // The last bytes may still be on their way.
        until(GUARD, || {
            let seen = self.seen.lock().expect("no reader panics");
            left = seen.on.iter().map(|mode| format!("mode {mode} is on")).collect();
            if seen.is_cursor_hidden {
                left.push("the cursor is hidden".to_owned());
            }
            // Bits of termios' local flags on Linux: ICANON 2, ECHO 8.
            if let Some(termios) = self.master.as_ref().and_then(|master| master.get_termios())
                && termios.local_flags.bits() & 0o12 != 0o12
            {
                left.push("the terminal is raw".to_owned());
            }
            left.is_empty()
        });
        left
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.signal("KILL");
        let _ = self.child.wait();
    }
}

impl Seen {
    /// Takes what was drawn; whether the terminal was asked for its colours.
    fn take(&mut self, bytes: &[u8], clears: &AtomicUsize) -> bool {
        if let Some(screen) = &mut self.screen {
            screen.process(bytes);
        }
        // A sequence may be cut in two: what began in the last part is looked at again, what was whole is not.
        let kept = self.tail.len().min(2_000);
        let mut all = self.tail.split_off(self.tail.len() - kept);
        all.extend_from_slice(bytes);
        let fresh = |at: usize, len: usize| at + len > kept;
        let cleared = places(&all, b"\x1b[2J").filter(|at| fresh(*at, 4)).count();
        clears.fetch_add(cleared, Ordering::SeqCst);
        for at in places(&all, b"\x1b[?") {
            let rest = &all[at + 3..];
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let Some(end @ (b'h' | b'l')) = rest.get(digits).copied() else { continue };
            if !fresh(at, digits + 4) {
                continue;
            }
            let mode = std::str::from_utf8(&rest[..digits]).unwrap_or_default();
            if mode == "25" {
                self.is_cursor_hidden = end == b'l';
            }
            if let Some(mode) = MODES.iter().find(|known| **known == mode) {
                self.on.retain(|on| on != mode);
                if end == b'h' {
                    self.on.push(mode);
                }
            }
        }
        self.is_panic |= places(&all, b"panicked").any(|at| fresh(at, 8));
        let is_asked = places(&all, b"\x1b]11;?").any(|at| fresh(at, 6));
        self.tail = all;
        is_asked
    }
}

/// Where a sequence begins.
fn places<'a>(all: &'a [u8], part: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    all.windows(part.len()).enumerate().filter(move |(_, window)| *window == part).map(|(at, _)| at)
}
