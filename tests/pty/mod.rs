//! The program in a real pseudo-terminal: keys in, the screen out.

// Each file of tests that has this uses a part of it.
#![allow(dead_code)]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long something may take before a test gives up: for machines that are busy, never a measure of speed.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// How long it takes at most until a test looks again. Whoever spins takes the time from the program that it waits for.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

pub struct Terminal {
    /// The thread that reads what the program draws, and whether it shall go on.
    pub reader: Option<thread::JoinHandle<()>>,
    pub reading: Arc<AtomicBool>,
    pub master: Option<Box<dyn MasterPty + Send>>,
    pub child: Box<dyn Child + Send + Sync>,
    pub keys: Option<Box<dyn Write + Send>>,
    pub seen: Arc<Mutex<Seen>>,
    /// Told of whenever something was drawn.
    pub drawn: Arc<Condvar>,
}

pub struct Seen {
    pub screen: vt100::Parser,
    pub raw: Vec<u8>,
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn some(n: u16) -> NonZero<u16> {
    NonZero::new(n).expect("a terminal has a size")
}

impl Terminal {
    pub fn open(home: &Path, args: &[&str], cols: u16, rows: u16) -> Terminal {
        Terminal::open_with(home, args, cols, rows, &[])
    }

    pub fn open_with(home: &Path, args: &[&str], cols: u16, rows: u16, env: &[(&str, &str)]) -> Terminal {
        let pair = native_pty_system().openpty(size(cols, rows)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_setara"));
        command.args(args);
        command.env_clear();
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("SETARA_NOW", "2026-11-21T09:31:00+07:00");
        for (name, value) in env {
            command.env(name, value);
        }
        command.cwd(home);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let seen = Arc::new(Mutex::new(Seen {
            screen: vt100::Parser::new(some(rows), some(cols), 0),
            raw: Vec::new(),
        }));
        let reading = Arc::new(AtomicBool::new(true));
        let drawn = Arc::new(Condvar::new());
        let (mut from, into, go_on) =
            (pair.master.try_clone_reader().unwrap(), Arc::clone(&seen), Arc::clone(&reading));
        let tells = Arc::clone(&drawn);
        let reader = thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(n @ 1..) = from.read(&mut bytes) {
                let mut seen = into.lock().unwrap();
                seen.raw.extend_from_slice(&bytes[..n]);
                seen.screen.process(&bytes[..n]);
                tells.notify_all();
                if !go_on.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Terminal {
            reader: Some(reader),
            reading,
            master: Some(pair.master),
            child,
            keys: Some(keys),
            seen,
            drawn,
        }
    }

    /// Lets the others work until something is drawn, or until it is time to look again at what draws nothing.
    pub fn pause(&self) {
        let seen = self.seen.lock().unwrap();
        drop(self.drawn.wait_timeout(seen, LOOK_AGAIN).unwrap());
    }

    pub fn text(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    /// The screen with its colours.
    pub fn look(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents_formatted()
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        self.seen.lock().unwrap().screen.screen_mut().set_size(some(rows), some(cols));
        self.master.as_ref().unwrap().resize(size(cols, rows)).unwrap();
    }

    pub fn wait_for(&self, what: &str, test: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let text = self.text();
            if test(&text) {
                return text;
            }
            assert!(Instant::now() < end, "waited in vain for {what}:\n{text}");
            self.pause();
        }
    }

    pub fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &pid]).status().unwrap().success());
    }

    /// Waits until the process stands still, as one that was stopped does.
    pub fn stopped(&self) {
        let stat = format!("/proc/{}/stat", self.child.process_id().unwrap());
        let end = Instant::now() + PATIENCE;
        loop {
            let text = std::fs::read_to_string(&stat).unwrap();
            // The state stands behind the name, which is in brackets.
            if text.rsplit(") ").next().is_some_and(|rest| rest.starts_with('T')) {
                return;
            }
            assert!(Instant::now() < end, "the program did not stop: {text}");
            self.pause();
        }
    }

    /// What a shell does with the terminal as soon as a job has stopped; and from here on a screen that knows nothing.
    pub fn taken_by_a_shell(&self) {
        self.stty(&["sane"]);
        let mut seen = self.seen.lock().unwrap();
        let (rows, cols) = seen.screen.screen().size();
        seen.screen = vt100::Parser::new(rows, cols, 0);
        seen.raw.clear();
    }

    pub fn stty(&self, args: &[&str]) -> String {
        let tty = self.master.as_ref().unwrap().tty_name().unwrap();
        let output = Command::new("stty").arg("-F").arg(tty).args(args).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Whether keys come in one by one, without an echo, and with the modes that the screens ask for.
    pub fn assert_is_ours(&self) {
        self.wait_for("raw mode", |_| self.stty(&["-a"]).contains("-icanon"));
        let raw = String::from_utf8_lossy(&self.seen.lock().unwrap().raw).into_owned();
        for mode in ["1049", "2004", "1000"] {
            assert!(raw.contains(&format!("\u{1b}[?{mode}h")), "{mode} was not asked for again: {raw:?}");
        }
    }

    pub fn ended(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < end, "the program did not end:\n{}", self.text());
            self.pause();
        }
    }

    /// Every mode that was switched on was switched off again, the cursor is back, and so is the other screen.
    pub fn assert_as_it_was(&self) {
        let end = Instant::now() + PATIENCE;
        loop {
            let raw = String::from_utf8_lossy(&self.seen.lock().unwrap().raw).into_owned();
            let last = |on: &str, off: &str| (raw.rfind(on), raw.rfind(off));
            let left: Vec<&str> = ["1049", "2004", "1000", "1002", "1003", "1006"]
                .into_iter()
                .filter(|mode| {
                    let (on, off) = last(&format!("\u{1b}[?{mode}h"), &format!("\u{1b}[?{mode}l"));
                    on > off
                })
                .collect();
            let (shown, hidden) = last("\u{1b}[?25h", "\u{1b}[?25l");
            if left.is_empty() && shown >= hidden && raw.contains("\u{1b}[?1049h") {
                return;
            }
            assert!(Instant::now() < end, "left on: {left:?}, cursor shown {shown:?}, hidden {hidden:?}");
            self.pause();
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
