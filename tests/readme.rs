//! What the README and `assets/docs` show is what the program is: pictures are real frames, the tables of keys, filters and
//! findings are those of the code, and commands, files and links exist. `SETARA_README=write cargo test --test readme`
//! writes pictures and tables anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use setara::cli::manual;
use setara::insight::Rule;
use setara::session::Environment;
use setara::tui::kit::picture;
use setara::tui::rehearsal::Rehearsal;
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
    ("columns", (140, 26), "2 z #"),
    ("people", (120, 26), "8"),
    ("standup", (120, 26), "s Enter Right Right Right"),
    ("retro", (120, 24), "s Down Down Down Enter ' text:group Enter"),
    ("stage", (80, 17), "s Enter Right Right F"),
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

/// The tables that are made from code: the document, and the mark at which the table stands. The manual makes them by itself.
const TABLES: &[(&str, &str)] =
    &[("keys", "keys"), ("filters", "filter keys"), ("findings", "findings"), ("figures", "figures")];

#[test]
fn tables_are_those_of_the_code() {
    let holds = |document: &str, mark: &str, made: &str| {
        let file = top().join(format!("assets/docs/{document}.md"));
        let text = fs::read_to_string(&file).unwrap();
        let whole = with(&text, mark, made);
        if is_writing() {
            fs::write(&file, &whole).unwrap();
        }
        assert!(
            fs::read_to_string(file).unwrap() == whole,
            "{document}.md does not show the table of the code"
        );
    };
    for (language, folder) in [(Language::English, ""), (Language::Indonesian, "id/")] {
        words::choose_here(language);
        for (document, mark) in TABLES {
            holds(&format!("{folder}{document}"), mark, &manual::table(mark).unwrap());
        }
    }
    words::choose_here(Language::English);
    holds("json", "json", &shapes());
}

/// Whoever reads the rule's file reads the same there as in the documents: `//! O1: two live leads on one task.`
#[test]
fn every_rule_begins_with_what_it_asks_about() {
    let table = manual::table("findings").unwrap();
    for rule in Rule::ALL {
        let code = rule.as_str();
        let file = top().join(format!("src/insight/rule/{}.rs", code.to_lowercase().replace('-', "_")));
        let source = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{code} has no file of its own"));
        let lines = source.lines().map_while(|line| line.strip_prefix("//! "));
        let first = lines.collect::<Vec<_>>().join(" ");
        let said = first.strip_prefix(&format!("{code}: ")).unwrap_or_default().trim_end_matches('.');
        let row = format!("| {code} | {} | {said} |", rule.kind().as_str());
        assert!(table.contains(&row), "{code} is not listed as {row}");
    }
}

/// What `--json` prints, from the sources of the shapes: the table of the commands, and every field with its comment.
fn shapes() -> String {
    let source = |file: &str| fs::read_to_string(top().join(file)).unwrap();
    let ours = source("src/cli/json.rs");
    let commands = ours.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let commands: Vec<String> = commands
        .filter(|line| line.starts_with('|'))
        .map(|line| line.replace("[`", "`").replace("`]", "`"))
        .collect();
    let files = [
        ("", "src/cli/json.rs"),
        ("", "src/cli/json/deciding.rs"),
        ("", "src/cli/json/figures.rs"),
        ("", "src/cli/json/files.rs"),
        ("", "src/cli/json/may.rs"),
        ("", "src/cli/json/meetings.rs"),
        ("", "src/cli/json/settings.rs"),
        (", as exported", "src/exchange/bundle.rs"),
        (", as exported", "src/exchange/bundle/task.rs"),
        (", as exported", "src/exchange/bundle/decision.rs"),
        (", as exported", "src/exchange/bundle/meeting.rs"),
    ];
    let shapes: String = files.iter().map(|(behind, file)| shapes_of(&source(file), behind)).collect();
    format!("{}\n{shapes}", commands.join("\n"))
}

fn shapes_of(source: &str, behind: &str) -> String {
    let (mut out, mut doc, mut attributes, mut is_inside) = (String::new(), Vec::new(), String::new(), false);
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            doc.push(text.trim().replace("[`", "`").replace("`]", "`"));
            continue;
        }
        if line.starts_with("#[") {
            attributes.push_str(line);
            continue;
        }
        let said = doc.join(" ");
        let opened = ["pub struct ", "pub enum "].iter().find_map(|word| line.strip_prefix(word));
        if let Some(rest) = opened.filter(|_| attributes.contains("Serialize")) {
            let name = rest.split(['<', ' ']).next().unwrap();
            is_inside = rest.ends_with('{');
            out.push_str(&format!("\n### {name}{behind}\n\n"));
            if !said.is_empty() {
                out.push_str(&format!("{said}\n\n"));
            }
            out.push_str("| field | is | |\n|---|---|---|\n");
        } else if line.starts_with('}') {
            is_inside = false;
        } else if is_inside && !attributes.contains("serde(skip)") && !line.starts_with("//") {
            let line = line.trim_start_matches("pub ").trim_end_matches(',');
            let field = match (line.split_once(": "), line.split_once('(')) {
                (Some((_, kind)), _) if attributes.contains("flatten") => {
                    format!("| | all of {} |", is(kind))
                }
                (Some((name, kind)), _) => {
                    let may = if attributes.contains("skip_serializing_if") { ", or absent" } else { "" };
                    format!("| `{name}` | {} |", whole_or_absent(kind, may))
                }
                (None, Some((name, kind))) => {
                    format!("| `{}` | {} |", name.to_lowercase(), is(kind.trim_end_matches(')')))
                }
                (None, None) => String::new(),
            };
            if !field.is_empty() {
                out.push_str(&format!("{field} {said} |\n"));
            }
        }
        if !line.is_empty() {
            doc.clear();
            attributes.clear();
        }
    }
    out
}

/// What is left out where nothing is said is never `null`.
fn whole_or_absent(kind: &str, may: &str) -> String {
    let is = is(kind);
    match is.strip_suffix(" or null").filter(|_| !may.is_empty()) {
        Some(is) => format!("{is}{may}"),
        None => format!("{is}{may}"),
    }
}

/// A type, in words.
fn is(kind: &str) -> String {
    let inside = |outer: &str| kind.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
    if let Some(kind) = inside("Option<") {
        return format!("{} or null", is(kind));
    }
    if let Some(kind) = inside("Box<") {
        return is(kind);
    }
    if let Some(kind) = inside("Vec<") {
        return format!("array of {}", is(kind));
    }
    match kind {
        "String" | "&'static str" | "&'e str" | "&'f str" => "text".to_owned(),
        "DateTime<Utc>" => "moment".to_owned(),
        "NaiveDate" => "day".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        "i64" | "u32" | "u64" | "usize" | "f64" => "number".to_owned(),
        "BTreeMap<&'static str, usize>" | "BTreeMap<&'static str, f64>" | "BTreeMap<NaiveDate, usize>" => {
            "object of numbers".to_owned()
        }
        "BTreeMap<String, String>" | "BTreeMap<&'static str, &'static str>" => "object of texts".to_owned(),
        "serde_json::Value" => "a number, a text or an array".to_owned(),
        kind => match kind.strip_prefix("bundle::") {
            Some(name) => format!("{name}, as exported"),
            None => kind.split('<').next().unwrap().to_owned(),
        },
    }
}

/// The README and the documents in all languages, by their paths.
fn documents() -> Vec<(PathBuf, String)> {
    let folder = |path: &str| fs::read_dir(top().join(path)).unwrap().map(|entry| entry.unwrap().path());
    let documents = folder("assets/docs").chain(folder("assets/docs/id")).filter(|path| path.is_file());
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

/// The text with something else between the two marks of that name.
fn with(text: &str, name: &str, between: &str) -> String {
    let (before, rest) = text.split_once(&format!("<!-- {name}: made from ")).unwrap();
    let (how, rest) = rest.split_once(" -->\n").unwrap();
    let end = format!("<!-- /{name} -->");
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}<!-- {name}: made from {how} -->\n\n{}\n\n{end}{after}", between.trim_end())
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
