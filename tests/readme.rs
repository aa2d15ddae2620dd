//! What the README shows is what the program is: its pictures are real frames, its keys are the table's, its commands
//! exist. `SETARA_README=write cargo test --test readme` writes the first two anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use setara::domain::query::tasks;
use setara::session::{Environment, Session};
use setara::tui::kit::picture;
use setara::tui::rehearsal::Rehearsal;
use setara::tui::shell::reference;
use setara::words::{self, Language};

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn is_writing() -> bool {
    std::env::var_os("SETARA_README").is_some_and(|word| word == "write")
}

/// A Saturday morning, as in the design.
fn environment() -> Environment {
    let now: chrono::DateTime<chrono::Utc> = "2026-11-21T09:31:00Z".parse().unwrap();
    Environment::fixed(now.into(), "readme")
}

/// Each picture of the README: its file, its size, and the keys that lead to what it shows.
const PICTURES: &[(&str, (u16, u16), &str)] = &[
    ("home", (120, 38), ""),
    ("task", (100, 30), "Enter"),
    ("goal", (110, 30), "1 Enter"),
    ("waits", (100, 20), "6"),
    ("clarity", (118, 16), "7 j j"),
    ("journal", (100, 20), "f c 9"),
    ("filter", (100, 26), "/ text:lead:"),
    ("groups", (100, 26), "= Down Enter"),
    ("indonesian", (110, 30), ""),
];

#[test]
fn the_pictures_are_real_frames() {
    for (name, (width, height), keys) in PICTURES {
        let file = top().join(format!("assets/{name}.svg"));
        let language = if *name == "indonesian" { Language::Indonesian } else { Language::English };
        words::choose_here(language);
        let mut desk = Rehearsal::of(Session::demo(environment()).unwrap(), *width, *height).unwrap();
        desk.press(keys);
        let frame = desk.frame();
        words::choose_here(Language::English);
        let drawn = picture::svg(&frame);
        if is_writing() {
            fs::write(&file, &drawn).unwrap();
        }
        assert!(fs::read_to_string(&file).unwrap_or_default() == drawn, "{name}.svg shows an older screen");
        let readme = fs::read_to_string(top().join("README.md")).unwrap();
        assert!(readme.contains(&format!("(assets/{name}.svg)")), "the README does not show {name}.svg");
    }
}

#[test]
fn the_keys_are_those_of_the_tables() {
    let file = top().join("README.md");
    let readme = fs::read_to_string(&file).unwrap();
    let whole = with(&readme, "a test holds them equal -->\n", "<!-- /keys -->", &reference::markdown());
    let filters = tasks::markdown();
    let whole =
        with(&whole, "<!-- filter keys: made from their table -->\n", "<!-- /filter keys -->", &filters);
    if is_writing() {
        fs::write(&file, &whole).unwrap();
    }
    assert!(fs::read_to_string(file).unwrap() == whole, "the README's keys are not those of the tables");
}

/// The text with something else between two marks.
fn with(text: &str, begin: &str, end: &str, between: &str) -> String {
    let (before, rest) = text.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    format!("{before}{begin}\n{}\n\n{end}{after}", between.trim_end())
}

/// Every line that begins with `$ setara` names a verb that there is.
#[test]
fn the_commands_of_the_readme_exist() {
    let readme = fs::read_to_string(top().join("README.md")).unwrap();
    let verbs: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("$ setara "))
        .filter(|words| !words.starts_with(' '))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| verb.chars().all(char::is_alphabetic))
        .collect();
    assert!(verbs.len() > 5, "{verbs:?}");
    for verb in verbs {
        let help = Command::new(env!("CARGO_BIN_EXE_setara")).args(["help", verb]).output().unwrap();
        assert!(help.status.success(), "setara {verb}: {}", String::from_utf8_lossy(&help.stderr));
    }
}
