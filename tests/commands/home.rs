//! A home in a temporary folder, with a fixed clock and fixed ids: what every test types in.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;

/// A home with a board in it, or not yet.
pub struct Home {
    pub folder: tempfile::TempDir,
    now: String,
    /// How often each command was typed: the same words twice make two different things.
    typed: HashMap<String, usize>,
    /// What was added: its title and its handle.
    pub handles: Vec<(String, String)>,
}

pub struct Said {
    pub out: String,
    pub err: String,
    pub status: i32,
}

impl Home {
    pub fn new() -> Home {
        Home {
            folder: tempfile::tempdir().unwrap(),
            now: "2026-11-18T09:00:00Z".to_owned(),
            typed: HashMap::new(),
            handles: Vec::new(),
        }
    }

    /// A board with Ayu and Budi.
    pub fn with_team() -> Home {
        let mut home = Home::new();
        home.ok("Ayu", &["start", "Warung Kode", "--name", "Ayu"], "");
        home.ok("", &["join", "Budi"], "");
        home
    }

    /// The same home once more: what is typed there is not typed here.
    pub fn copy(&self) -> Home {
        let copy = Home { now: self.now.clone(), typed: self.typed.clone(), ..Home::new() };
        copied(self.folder.path(), copy.folder.path());
        copy
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&mut self, who: &str, args: &[&str]) -> Command {
        let mut command = Command::from_std(self.process(who, args));
        command.timeout(Duration::from_secs(60));
        command
    }

    /// The same, as the system starts it.
    pub fn process(&mut self, who: &str, args: &[&str]) -> std::process::Command {
        let line = args.join(" ");
        let count = self.typed.entry(line.clone()).or_insert(0);
        *count += 1;
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_setara"));
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .env("TZ", "UTC")
            .env("SETARA_NOW", &self.now)
            .env("SETARA_SEED", format!("{line} {count}"))
            .current_dir(self.folder.path())
            .args(args);
        if !who.is_empty() {
            command.env("SETARA_AS", who);
        }
        command
    }

    pub fn run(&mut self, who: &str, args: &[&str], stdin: &str) -> Said {
        let output = self.command(who, args).write_stdin(stdin).output().unwrap();
        let folder = self.folder.path().to_string_lossy().into_owned();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&folder, "~");
        let said = Said {
            out: text(&output.stdout),
            err: text(&output.stderr),
            status: output.status.code().expect("no signal ended it"),
        };
        assert!(!said.err.contains("panicked") && said.status != 101, "{args:?}: {}", said.err);
        for line in said.out.lines() {
            let sensed = line.split_once(" the tension ").filter(|(before, _)| before.contains(" sensed"));
            let drafted = line.split_once(" drafted the proposal ");
            let agreed = line.split_once(" the agreement ").filter(|(before, _)| before.contains(" drafted"));
            let added = line.split_once(" added ").or_else(|| line.split_once(" menambah "));
            let added = added.or(sensed).or(drafted).or(agreed);
            if let Some((_, added)) = added
                && let Some((handle, title)) = added.split_once(": ")
                && let Some(handle) = handle.split(' ').next_back()
            {
                self.handles.push((title.to_owned(), handle.to_owned()));
            }
        }
        said
    }

    pub fn ok(&mut self, who: &str, args: &[&str], stdin: &str) -> String {
        let said = self.run(who, args, stdin);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{args:?}");
        said.out
    }

    pub fn json(&mut self, who: &str, args: &[&str]) -> Value {
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        let out = self.ok(who, &args, "");
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{args:?}: {error}: {out}"))
    }

    /// A refusal with its status: one line, and one that can be typed. Nothing is changed.
    pub fn refused(&mut self, status: i32, who: &str, args: &[&str]) -> String {
        let before = self.records();
        let said = self.run(who, args, "");
        assert_eq!((said.status, said.out.as_str()), (status, ""), "{args:?}: {}", said.err);
        let lines: Vec<&str> = said.err.lines().collect();
        assert!(lines.len() <= 2 && lines[0].starts_with("setara: "), "{args:?}: {}", said.err);
        assert!(lines.get(1).is_none_or(|hint| hint.starts_with("try: ")), "{args:?}: {}", said.err);
        assert_eq!(self.records(), before, "{args:?} changed something");
        said.err
    }

    /// How many records there are; none where there is no board.
    pub fn records(&mut self) -> u64 {
        let said = self.run("", &["doctor", "--json"], "");
        let report: Value = serde_json::from_str(&said.out).unwrap_or_default();
        report["records"].as_u64().unwrap_or(0)
    }

    pub fn story(&mut self, story: &str) -> String {
        let mut told = String::new();
        for line in story.lines().map(str::trim) {
            if let Some(now) = line.strip_prefix("now ") {
                self.now = now.to_owned();
                continue;
            }
            let Some((who, typed)) = line.split_once("$ ") else {
                told.push_str(line);
                told.push('\n');
                continue;
            };
            let typed = self.filled(typed);
            let words = split(&typed);
            let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            let who = who.trim_end_matches([':', ' ']);
            let said = self.run(who, &words, "");
            let prompt = if who.is_empty() { String::new() } else { format!("{who}: ") };
            told.push_str(&format!("{prompt}$ {typed}\n{}{}", without_hashes(&said.out), said.err));
            if said.status != 0 {
                told.push_str(&format!("[status {}]\n", said.status));
            }
        }
        told
    }

    /// The text with handles in the place of `{Sign}`.
    pub fn filled(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        while let Some((before, rest)) = filled.split_once('{') {
            let (title, after) = rest.split_once('}').expect("a brace is closed");
            let known = self.handles.iter().rev().find(|(known, _)| known.starts_with(title));
            let (_, handle) = known.unwrap_or_else(|| panic!("nothing was added as {title}"));
            filled = format!("{before}{handle}{after}");
        }
        filled
    }
}

fn copied(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir_all(&to).unwrap();
            copied(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The text without ids of records: a replica's key is never the same twice, and so are none of its records.
fn without_hashes(text: &str) -> String {
    let is_hash = |word: &str| word.len() == 64 && word.bytes().all(|c| c.is_ascii_hexdigit());
    text.split('"').map(|part| if is_hash(part) { "…" } else { part }).collect::<Vec<_>>().join("\"")
}

/// The words of a line; quotes keep blanks together.
pub fn split(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}
