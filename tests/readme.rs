//! What the README and `assets/docs` show is what the program is: pictures are real frames, the tables of keys, filters and
//! findings are those of the code, and commands, files and links exist. `SETARA_README=write cargo test --test readme`
//! writes pictures and tables anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use setara::domain::query::tasks;
use setara::insight::Rule;
use setara::session::Environment;
use setara::tui::kit::picture;
use setara::tui::rehearsal::Rehearsal;
use setara::tui::screens::reference;
use setara::words::{self, Language};

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn is_writing() -> bool {
    std::env::var_os("SETARA_README").is_some_and(|word| word == "write")
}

/// A Saturday morning.
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
        let mut desk =
            Rehearsal::of(setara::cli::sample_team(environment()).unwrap(), *width, *height).unwrap();
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

/// The tables that are made from code: the document, the marks around the table, and what makes it.
type Table = (&'static str, &'static str, &'static str, fn() -> String);

const TABLES: &[Table] = &[
    ("keys", "a test holds them equal -->\n", "<!-- /keys -->", reference::markdown),
    ("filters", "<!-- filter keys: made from their table -->\n", "<!-- /filter keys -->", tasks::markdown),
    ("findings", "<!-- findings: made from the rules -->\n", "<!-- /findings -->", findings),
];

#[test]
fn tables_are_those_of_the_code() {
    for (name, begin, end, made) in TABLES {
        let file = top().join(format!("assets/docs/{name}.md"));
        let text = fs::read_to_string(&file).unwrap();
        let whole = with(&text, begin, end, &made());
        if is_writing() {
            fs::write(&file, &whole).unwrap();
        }
        assert!(fs::read_to_string(file).unwrap() == whole, "{name}.md does not show the table of the code");
    }
}

/// Every rule in the order of the board, with the sentence that its file begins with: `//! O1: two live leads on one task.`
fn findings() -> String {
    let mut table = "| | kind | the board asks about |\n|---|---|---|\n".to_owned();
    for rule in Rule::ALL {
        let code = rule.as_str();
        let file = top().join(format!("src/insight/rule/{}.rs", code.to_lowercase()));
        let source = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{code} has no file of its own"));
        let begin = format!("//! {code}: ");
        let first = source.lines().next().and_then(|line| line.strip_prefix(&begin));
        let says = first.unwrap_or_else(|| panic!("the file of {code} does not begin with `{begin}`"));
        table.push_str(&format!("| {code} | {} | {} |\n", rule.kind().as_str(), says.trim_end_matches('.')));
    }
    table
}

/// The README and the documents, by their paths.
fn documents() -> Vec<(PathBuf, String)> {
    let documents = fs::read_dir(top().join("assets/docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = [top().join("README.md")].into_iter().chain(documents).collect();
    files.sort();
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(&file).unwrap())).collect()
}

/// Every link that leads to no other site, and every path in backquotes that begins with a folder of the project.
#[test]
fn files_that_the_documents_name_exist() {
    let (mut links, mut paths) = (0, 0);
    for (file, text) in documents() {
        let folder = file.parent().unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            if !link.contains("://") && !path.is_empty() {
                links += 1;
                assert!(folder.join(path).exists(), "{}: no {link}", file.display());
            }
        }
        for quoted in text.split('`').skip(1).step_by(2) {
            let is_path = ["src/", "assets/", "tests/"].iter().any(|folder| quoted.starts_with(folder));
            // `<kind>` stands for any: what is before it must be there.
            let path = quoted.split('<').next().unwrap_or_default();
            let path = path.rsplit_once('/').filter(|_| path != quoted).map_or(path, |(folder, _)| folder);
            if is_path {
                paths += 1;
                assert!(top().join(path).exists(), "{}: no {quoted}", file.display());
            }
        }
    }
    assert!(links > 10 && paths > 10, "{links} links and {paths} paths");
}

/// The text with something else between two marks.
fn with(text: &str, begin: &str, end: &str, between: &str) -> String {
    let (before, rest) = text.split_once(begin).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    format!("{before}{begin}\n{}\n\n{end}{after}", between.trim_end())
}

/// Every line that begins with `$ setara` names a verb that there is.
#[test]
fn the_commands_of_the_documents_exist() {
    let documents = documents();
    let mut verbs: Vec<&str> = documents
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| line.strip_prefix("$ setara "))
        .filter(|words| !words.starts_with(' '))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| verb.chars().all(char::is_alphabetic))
        .collect();
    verbs.sort_unstable();
    verbs.dedup();
    assert!(verbs.len() > 5, "{verbs:?}");
    for verb in verbs {
        let help = Command::new(env!("CARGO_BIN_EXE_setara")).args(["help", verb]).output().unwrap();
        assert!(help.status.success(), "setara {verb}: {}", String::from_utf8_lossy(&help.stderr));
    }
}
