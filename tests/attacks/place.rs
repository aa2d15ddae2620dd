//! A place of its own for one attack: folders, a board, and the program run in it as people run it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::share::GUARD;

/// The program that is attacked.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_setara");

/// A temporary folder with homes and one board in it.
pub struct Place {
    folder: tempfile::TempDir,
    /// The board, named by `SETARA_BOARD`.
    pub board: PathBuf,
    /// The clock, where it shall stand still.
    pub now: Option<&'static str>,
}

impl Place {
    pub fn new() -> Place {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let board = folder.path().join("team/board.db");
        std::fs::create_dir_all(folder.path().join("team")).expect("it can be written");
        std::fs::create_dir_all(folder.path().join("home")).expect("it can be written");
        Place { folder, board, now: None }
    }

    /// With a board of which Ayu is the first member.
    pub fn started() -> Place {
        let place = Place::new();
        place.must(&["start", "Warung Kode", "--name", "Ayu"]);
        place
    }

    /// The folder in which everything lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The board's file with something added to its name.
    pub fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = self.board.clone().into_os_string();
        name.push(suffix);
        name.into()
    }

    /// A command in the first home.
    pub fn command<S: AsRef<str>>(&self, args: &[S]) -> Command {
        self.command_at("home", args)
    }

    /// A command in the home of that name.
    pub fn command_at<S: AsRef<str>>(&self, home: &str, args: &[S]) -> Command {
        let home = self.path(home);
        let mut command = Command::new(PROGRAM);
        command
            .args(args.iter().map(AsRef::as_ref))
            .env_clear()
            .env("HOME", &home)
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .env("SETARA_BOARD", &self.board)
            .current_dir(&home);
        if let Some(now) = self.now {
            command.env("SETARA_NOW", now);
        }
        command
    }

    pub fn run<S: AsRef<str>>(&self, args: &[S]) -> Said {
        Running::start(self.command(args)).finish()
    }

    pub fn run_at<S: AsRef<str>>(&self, home: &str, args: &[S]) -> Said {
        Running::start(self.command_at(home, args)).finish()
    }

    /// A command that an attack stands on: without it there is nothing to attack.
    #[track_caller]
    pub fn must<S: AsRef<str>>(&self, args: &[S]) -> Said {
        let said = self.run(args);
        assert!(said.is_done(), "{}", said.describe());
        said
    }

    /// A connection to the board as any other program opens it.
    pub fn sql(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(&self.board).expect("SQLite opens the board")
    }

    /// All that `doctor` says, and that is nothing but good.
    pub fn is_well(&self, tally: &super::tally::Tally, when: &str) {
        let said = self.run(&["doctor"]);
        tally.look(&said);
        if !said.is_done() {
            tally.fault("ill", format!("{when}: {}", said.describe()));
        }
    }
}

/// What a command said, and how it ended.
#[derive(Clone)]
pub struct Said {
    /// What was typed.
    pub what: String,
    pub out: String,
    pub err: String,
    /// `None` where a signal ended it.
    pub code: Option<i32>,
    pub took: Duration,
    /// It did not answer, and was killed.
    pub is_hung: bool,
    /// It was killed on purpose.
    pub is_killed: bool,
}

impl Said {
    pub fn is_done(&self) -> bool {
        self.code == Some(0)
    }

    pub fn is_panic(&self) -> bool {
        let by_signal = self.code.is_none() && !self.is_killed && !self.is_hung;
        by_signal || self.code == Some(101) || self.err.contains("panicked")
    }

    /// Done; or refused in one line, with a second that can be typed (or both as JSON). What is wrong with one's settings
    /// is said before it.
    pub fn is_clear(&self) -> bool {
        let lines: Vec<&str> = self.err.lines().collect();
        let is_refusal = match lines.as_slice() {
            [one] if one.starts_with('{') => {
                let error = serde_json::from_str::<Value>(one).unwrap_or_default()["error"].clone();
                error["message"].as_str().is_some_and(|message| !message.is_empty())
            }
            [] => false,
            [messages @ .., last] => {
                let is_said = |line: &&str| line.starts_with("setara: ");
                let has_hint = last.starts_with("try: ") && !messages.is_empty();
                messages.iter().all(is_said) && (has_hint || is_said(last))
            }
        };
        // A fault of the program's own tells nobody what is wrong with the board.
        !matches!(self.code, Some(1 | 2)) || (is_refusal && !self.err.contains("that should not"))
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_default()
    }

    /// The same, told with what came before it.
    pub fn after(self, case: &str) -> Said {
        Said { what: format!("{} after {case}", self.what), ..self }
    }

    /// The handle in full of what was added: no later one takes it away.
    pub fn handle(&self) -> String {
        let key = self.json()["subject"]["key"].as_str().and_then(|key| key.parse().ok());
        setara::domain::handle::whole(key.unwrap_or_else(|| panic!("{} adds nothing", self.what)))
    }

    /// What was typed and what came of it, short enough for a list.
    pub fn describe(&self) -> String {
        let short = |text: &str| -> String {
            let mut text: String = text.lines().take(6).collect::<Vec<_>>().join("\n");
            if text.len() > 600 {
                text = text.chars().take(600).collect();
            }
            text
        };
        let end = match (self.is_hung, self.code) {
            (true, _) => "did not answer".to_owned(),
            (_, Some(code)) => format!("status {code}"),
            (_, None) => "ended by a signal".to_owned(),
        };
        format!(
            "setara {} ({end}, {} ms)\n{}{}",
            self.what,
            self.took.as_millis(),
            short(&self.err),
            if self.err.is_empty() { short(&self.out) } else { String::new() }
        )
    }
}

/// A command under way. Dropped, it is killed: nothing of an attack lives longer than it.
pub struct Running {
    child: Child,
    streams: Receiver<(Stream, String)>,
    what: String,
    since: Instant,
}

#[derive(Clone, Copy, PartialEq)]
enum Stream {
    Out,
    Err,
}

impl Running {
    pub fn start(mut command: Command) -> Running {
        let what = command.get_args().map(|arg| arg.to_string_lossy()).collect::<Vec<_>>().join(" ");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let since = Instant::now();
        let mut child = command.spawn().expect("the program is there");
        let (sender, streams) = mpsc::channel();
        let out = child.stdout.take().expect("it was piped");
        let err = child.stderr.take().expect("it was piped");
        let err_sender = sender.clone();
        thread::spawn(move || sender.send((Stream::Out, text(out))));
        thread::spawn(move || err_sender.send((Stream::Err, text(err))));
        Running { child, streams, what, since }
    }

    /// Waits for the end; what does not answer is killed.
    pub fn finish(self) -> Said {
        self.until(GUARD, false)
    }

    /// Waits longer than for an answer: for a command that waits for somebody itself.
    pub fn finish_within(self, limit: Duration) -> Said {
        self.until(limit, false)
    }

    /// Kills it after a while, unless it has ended by then.
    pub fn kill_after(self, while_: Duration) -> Said {
        self.until(while_, true)
    }

    fn until(mut self, limit: Duration, is_on_purpose: bool) -> Said {
        let (mut out, mut err) = (String::new(), String::new());
        let mut is_killed = false;
        for _ in 0..2 {
            let left = (self.since + limit).saturating_duration_since(Instant::now());
            let said = match self.streams.recv_timeout(left) {
                Err(RecvTimeoutError::Timeout) => {
                    is_killed = true;
                    let _ = self.child.kill();
                    self.streams.recv()
                }
                said => said.map_err(|_| mpsc::RecvError),
            };
            let (stream, text) = said.expect("both streams end");
            if stream == Stream::Out { out = text } else { err = text }
        }
        let took = self.since.elapsed();
        let status: ExitStatus = self.child.wait().expect("it was started here");
        // Whoever ended just before the signal came was not killed.
        is_killed &= status.code().is_none();
        Said {
            what: std::mem::take(&mut self.what),
            out,
            err,
            code: status.code(),
            took,
            is_hung: is_killed && !is_on_purpose,
            is_killed: is_killed && is_on_purpose,
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn text(mut from: impl Read) -> String {
    let mut bytes = Vec::new();
    let _ = from.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Sends a signal by its name.
pub fn signal(pid: u32, name: &str) {
    let _ = Command::new("kill").args([format!("-{name}"), pid.to_string()]).stderr(Stdio::null()).status();
}

/// Waits until something is so; false where it is not so in time.
pub fn until(limit: Duration, mut test: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + limit;
    loop {
        if test() {
            return true;
        }
        if Instant::now() > end {
            return false;
        }
        thread::sleep(Duration::from_micros(500));
    }
}

/// Writes into a file as it stands: it stays the same file.
pub fn overwrite(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).create(true).truncate(true).open(path)?;
    io::Write::write_all(&mut file, bytes)
}
