//! Holds the line of the architecture (`src/lib.rs` draws it) by reading the sources: who names what.
//!
//! Only code counts: a comment or a text may speak of anything. Paths are compared as a whole, with `use` groups taken
//! apart and `super` followed, so `use crate::{domain, store}` or `super::super::store` does not slip by.

use std::fs;
use std::path::Path;

/// What only some layers name.
const ONLY: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("ratatui", &["tui"]),
    ("ratatui_textarea", &["tui"]),
    ("crossterm", &["tui"]),
    ("clap", &["cli", "main"]),
    ("clap_complete", &["cli", "main"]),
    ("clap_mangen", &["cli"]),
];

/// What belongs to one family of systems: paths and conditions, and the module that has them to itself.
const SYSTEM: (&[&str], &[&str], &str) = (
    &["std::os", "rustix", "signal_hook", "libc", "target_os", "target_family"],
    &["cfg(unix", "cfg(windows", "cfg(not(unix", "cfg(not(windows", "cfg!(unix", "cfg!(windows"],
    "platform",
);

/// What a layer never names. A layer that is not there yet breaks nothing.
const NEVER: &[(&str, &[&str])] = &[
    ("domain", IMPURE),
    ("insight", IMPURE),
    (
        "domain",
        &[
            "crate::insight",
            "crate::store",
            "crate::exchange",
            "crate::sync",
            "crate::session",
            "crate::cli",
            "crate::tui",
        ],
    ),
    (
        "insight",
        &["crate::store", "crate::exchange", "crate::sync", "crate::session", "crate::cli", "crate::tui"],
    ),
    ("settings", IMPURE),
    (
        "settings",
        &["crate::store", "crate::exchange", "crate::sync", "crate::session", "crate::cli", "crate::tui"],
    ),
    ("store", &["crate::exchange", "crate::sync", "crate::session", "crate::cli", "crate::tui"]),
    ("exchange", &["crate::store", "crate::sync", "crate::session", "crate::cli", "crate::tui"]),
    ("sync", &["crate::session", "crate::cli", "crate::tui"]),
    ("session", &["crate::cli", "crate::tui"]),
];

/// What a floor of the screens never names: `kit <- stage, shell <- screens`.
const FLOORS: &[(&str, &[&str])] = &[
    ("tui/kit", &["crate::tui::shell", "crate::tui::screens"]),
    // Of the domain only what is about days, letters and counts, and about no subject; see `NEUTRAL`.
    ("tui/kit", &["crate::session", "crate::store", "crate::insight", "crate::exchange", "crate::domain"]),
    ("tui/shell", &["crate::tui::screens", "crate::tui::stage"]),
    // The stage draws panels and knows of no board: what is no panel cannot stand before a room.
    (
        "tui/stage",
        &["crate::session", "crate::store", "crate::exchange", "crate::tui::shell", "crate::tui::screens"],
    ),
    ("tui/kit", &["crate::tui::stage"]),
];

/// What makes a text one that may be shown to a room, and the only place that names it.
const SHOWN: (&str, &[&str]) = ("Shown::new", &["insight/panel.rs", "session/stage/columns.rs"]);

/// What the kit may name of the domain: it would serve any program.
const NEUTRAL: &[&str] = &["crate::domain::calendar", "crate::domain::folding", "crate::domain::spoken"];

/// Clock, random, files and environment: they come in as arguments.
const IMPURE: &[&str] = &[
    "std::time",
    "std::fs",
    "std::env",
    "crate::files",
    "crate::platform",
    "Utc::now",
    "Local::now",
    "rand",
    "Uuid::now_v7",
    "Uuid::new_v4",
];

#[test]
fn layers_point_one_way() {
    let wrong: Vec<_> = sources().iter().flat_map(|(file, source)| complaints(file, source)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn floors_of_the_screens_point_one_way() {
    let wrong: Vec<_> = sources().iter().flat_map(|(file, source)| floor_complaints(file, source)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_wrong_on_a_floor_is_seen() {
    let wrong = [
        ("tui/kit/draw.rs", "use super::super::shell::app::App;", "crate::tui::shell"),
        ("tui/kit/list.rs", "use crate::domain::{calendar::Day, id::TaskId};", "crate::domain"),
        ("tui/kit/list.rs", "use crate::session::Session;", "crate::session"),
        ("tui/shell/app.rs", "use crate::tui::{kit::draw, screens::home::Home};", "crate::tui::screens"),
        ("tui/stage.rs", "use crate::session::Session;", "crate::session"),
        ("tui/stage/body.rs", "let row: crate::store::TaskRow;", "crate::store"),
    ];
    for (file, source, name) in wrong {
        assert_eq!(floor_complaints(file, source), [format!("src/{file} names {name}")], "{source}");
    }
    let fine = [
        ("tui/kit/when.rs", "use crate::domain::calendar::Day; use crate::words::words;"),
        ("tui/shell/app.rs", "use crate::tui::kit::draw; use crate::session::Session;"),
        ("tui/shell/mouse.rs", "fn f() {}\n#[cfg(test)]\nmod tests { use crate::tui::screens::pane::Name; }"),
        ("tui/shell/action/tests.rs", "use crate::tui::screens::pane::Name;"),
        ("tui/screens/home.rs", "use crate::tui::shell::app::App;"),
    ];
    for (file, source) in fine {
        assert_eq!(floor_complaints(file, source), [""; 0], "{source}");
    }
}

#[test]
fn what_may_be_shown_to_a_room_is_said_in_one_place() {
    let (name, places) = SHOWN;
    let others: Vec<_> = sources()
        .into_iter()
        .filter(|(file, source)| paths(file, source).iter().any(|path| holds(path, name)))
        .map(|(file, _)| file)
        .filter(|file| !places.contains(&file.as_str()))
        .collect();
    assert!(others.is_empty(), "only {places:?} name {name}, not {others:?}");
}

#[test]
fn what_is_of_one_system_lies_in_one_module() {
    let wrong: Vec<_> = sources().iter().flat_map(|(file, source)| system_complaints(file, source)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Else the rule would hold what nobody does.
    let named = sources().into_iter().filter(|(file, _)| layer(file) == SYSTEM.2);
    assert!(named.flat_map(|(file, source)| paths(&file, &source)).any(|path| holds(&path, "std::os")));
}

#[test]
fn what_is_of_one_system_is_seen() {
    for (file, source, name) in [
        ("store/file.rs", "use std::os::unix::fs::MetadataExt;", "std::os"),
        ("files.rs", "use std::{fs, os::unix::fs::FileExt};", "std::os"),
        ("session/trust.rs", "let me = rustix::process::geteuid();", "rustix"),
        ("tui/kit/signals.rs", "use signal_hook::flag;", "signal_hook"),
        ("store/holder.rs", "#[cfg(target_os = \"linux\")]\nfn of() {}", "target_os"),
        ("session/place.rs", "#[cfg(not(unix))]\nfn of() {}", "cfg(not(unix"),
    ] {
        assert_eq!(system_complaints(file, source), [format!("src/{file} names {name}")], "{source}");
    }
    for (file, source) in [
        ("platform/locks.rs", "#[cfg(target_os = \"linux\")]\nuse std::os::unix::fs::MetadataExt;"),
        ("store/file.rs", "use crate::platform; // instead of std::os\nlet pairs = list.windows(2);"),
        ("files.rs", "fn f() {}\n#[cfg(test)]\nmod tests { use std::os::unix::fs::symlink; }"),
        ("session/tests_hidden.rs", "use std::os::unix::fs::symlink;"),
    ] {
        assert_eq!(system_complaints(file, source), [""; 0], "{source}");
    }
}

#[test]
fn cli_starts_the_screens_in_one_place() {
    let places: Vec<_> =
        sources().into_iter().filter(|(file, source)| starts_the_screens(file, source)).collect();
    let files: Vec<_> = places.iter().map(|(file, _)| file).collect();
    assert!(files.len() <= 1, "more than one file of cli names crate::tui: {files:?}");
}

#[test]
fn nothing_is_left_to_do_in_the_sources() {
    for (file, source) in sources() {
        assert!(!source.contains("TODO"), "{file} holds a TODO: finish it, or write a task on the board");
    }
}

#[test]
fn what_is_wrong_is_seen() {
    let wrong = [
        ("domain/task.rs", "use crate::store::Store;", "crate::store"),
        ("domain/task.rs", "use crate::{domain::id, tui};", "crate::tui"),
        ("domain/task/claim.rs", "let x = super::super::super::insight::of_task(y);", "crate::insight"),
        ("domain.rs", "use super::cli;", "crate::cli"),
        ("domain/goal.rs", "let now = chrono::Utc::now();", "Utc::now"),
        ("insight/o1.rs", "use std::{collections::{HashMap, BTreeMap}, fs};", "std::fs"),
        ("insight/o1.rs", "use std::time::Instant;", "std::time"),
        ("insight/o1.rs", "let n = rand::random::<u8>();", "rand"),
        (
            "insight/o1.rs",
            "fn f<'a>(c: &'a char) -> bool { *c == '\"' || std::env::args().len() > 1 }",
            "std::env",
        ),
        ("exchange/csv.rs", "use rusqlite as sql;", "rusqlite"),
        ("exchange/csv.rs", "crate::session::open()", "crate::session"),
        ("store/journal.rs", "use crate::exchange::Bundle;", "crate::exchange"),
        ("session.rs", "use crossterm::event;", "crossterm"),
        ("session/perform.rs", "use super::super::tui::App;", "crate::tui"),
        ("tui/app.rs", "#[derive(clap::Parser)]", "clap"),
        ("cli/show.rs", "use ratatui::Frame;", "ratatui"),
    ];
    for (file, source, name) in wrong {
        assert_eq!(complaints(file, source), [format!("src/{file} names {name}")], "{source}");
    }
    assert!(starts_the_screens("cli/open.rs", "crate::tui::run(session)"));
}

#[test]
fn what_is_fine_passes() {
    let fine = [
        ("domain/task.rs", "use super::super::words; // unlike crate::store"),
        ("domain/task.rs", "/* crate::store /* std::fs */ rusqlite */ use std::fmt;"),
        ("domain/task.rs", r##"let text = "rusqlite \" std::fs"; let raw = r#"Utc::now "crate::tui"#;"##),
        ("insight/o1.rs", "use crate::domain::{calendar::At, names::Names};"),
        ("insight/o1.rs", "use super::store_of_facts; let random = operand;"),
        ("store/journal.rs", "use rusqlite::{Connection, params}; use crate::insight::touched;"),
        ("session.rs", "let now = chrono::Utc::now(); use crate::{exchange, store};"),
        ("tui/app.rs", "use ratatui::Frame; use crossterm::event; use crate::session::Session;"),
        ("main.rs", "use clap::Parser;"),
    ];
    for (file, source) in fine {
        assert_eq!(complaints(file, source), [""; 0], "{source}");
    }
    assert!(!starts_the_screens("cli/show.rs", "// like crate::tui\nuse crate::session;"));
    assert!(!starts_the_screens("main.rs", "crate::tui::run(session)"));
}

/// What a file names and should not; `file` is its path below `src`.
fn complaints(file: &str, source: &str) -> Vec<String> {
    let (layer, paths) = (layer(file), paths(file, source));
    let only = ONLY.iter().filter(|(_, layers)| !layers.contains(&layer)).map(|(name, _)| *name);
    let never = NEVER.iter().filter(|(of, _)| *of == layer).flat_map(|(_, names)| names.iter().copied());
    only.chain(never)
        .filter(|name| paths.iter().any(|path| holds(path, name)))
        .map(|name| format!("src/{file} names {name}"))
        .collect()
}

/// What a file names of one system and should not. Tests may make links and pipes.
fn system_complaints(file: &str, source: &str) -> Vec<String> {
    let (names, conditions, module) = SYSTEM;
    let Some(source) = without_tests(file, source).filter(|_| layer(file) != module) else {
        return Vec::new();
    };
    let (paths, code) = (paths(file, source), code(source));
    let named = names.iter().filter(|name| paths.iter().any(|path| holds(path, name)));
    let asked = conditions.iter().filter(|condition| code.contains(**condition));
    named.chain(asked).map(|name| format!("src/{file} names {name}")).collect()
}

/// The source up to its tests; `None` where all of it is one.
fn without_tests<'s>(file: &str, source: &'s str) -> Option<&'s str> {
    let is_test = file.contains("/tests") || file.ends_with("_tests.rs") || file.ends_with("testing.rs");
    let begin = ["#[cfg(test)]\nmod tests {", "#[cfg(test)]\npub mod tests {"];
    let end = begin.iter().filter_map(|begin| source.find(begin)).min().unwrap_or(source.len());
    (!is_test).then(|| &source[..end])
}

/// What a file of the screens names and should not. Tests may drive a floor from above.
fn floor_complaints(file: &str, source: &str) -> Vec<String> {
    let Some(source) = without_tests(file, source) else { return Vec::new() };
    let is_neutral =
        |path: &[String]| file.starts_with("tui/kit") && NEUTRAL.iter().any(|name| holds(path, name));
    let paths: Vec<_> = paths(file, source).into_iter().filter(|path| !is_neutral(path)).collect();
    let never = FLOORS.iter().filter(|(of, _)| file.starts_with(of)).flat_map(|(_, names)| names.iter());
    never
        .filter(|name| paths.iter().any(|path| holds(path, name)))
        .map(|name| format!("src/{file} names {name}"))
        .collect()
}

fn starts_the_screens(file: &str, source: &str) -> bool {
    layer(file) == "cli" && paths(file, source).iter().any(|path| holds(path, "crate::tui"))
}

/// The file or folder right below `src`.
fn layer(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

/// Whether the names follow each other somewhere in the path.
fn holds(path: &[String], name: &str) -> bool {
    let name: Vec<_> = name.split("::").collect();
    path.windows(name.len()).any(|window| window == name)
}

/// Every path that a file's code names, from the crate's root where it begins with `super` or `self`.
fn paths(file: &str, source: &str) -> Vec<Vec<String>> {
    let code = code(source);
    let mut found = Vec::new();
    let mut rest = code.as_str();
    while let Some(start) = rest.find(is_name) {
        rest = path(&rest[start..], &[], &mut found);
    }
    let stem = file.trim_end_matches(".rs").trim_end_matches("/mod");
    let module: Vec<_> = ["crate"].into_iter().chain(stem.split('/')).map(str::to_owned).collect();
    for path in &mut found {
        let ups = path.iter().take_while(|name| *name == "super").count();
        let from = usize::from(path[0] == "self").max(ups);
        if from > 0 {
            let base = &module[..module.len().saturating_sub(ups)];
            *path = [base, &path[from..]].concat();
        }
    }
    found
}

/// Reads one path at the beginning of `text`, and a group as one path for each of its parts; gives what is left.
fn path<'t>(text: &'t str, before: &[String], found: &mut Vec<Vec<String>>) -> &'t str {
    let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
    let here = [before, &[text[..end].to_owned()]].concat();
    let rest = text[end..].trim_start();
    let Some(after) = rest.strip_prefix("::").map(str::trim_start) else {
        found.push(here);
        return rest;
    };
    if after.starts_with(is_name) {
        return path(after, &here, found);
    }
    let Some(mut group) = after.strip_prefix('{') else {
        found.push(here);
        return after;
    };
    loop {
        group = group.trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == '*');
        if !group.starts_with(is_name) {
            return group.strip_prefix('}').unwrap_or(group);
        }
        group = path(group, &here, found);
        // `name as other`: the other name is local.
        if let Some(alias) = group.strip_prefix("as ") {
            group = alias.trim_start().trim_start_matches(is_name);
        }
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The source with a blank in the place of every comment and every text.
fn code(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = comment(rest).or_else(|| literal(rest, code.chars().next_back()));
        code.push(if length.is_some() { ' ' } else { c });
        rest = &rest[length.unwrap_or(c.len_utf8())..];
    }
    code
}

/// How long the comment is that begins here.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if !text.starts_with("/*") {
        return None;
    }
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let bytes = &text.as_bytes()[at..];
        if bytes.starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if bytes.starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += 1;
        }
        if depth == 0 {
            return Some(at);
        }
    }
    Some(text.len())
}

/// How long the text or character is that begins here, after the character `before`.
fn literal(text: &str, before: Option<char>) -> Option<usize> {
    let close =
        |open: usize, end: &str| text[open..].find(end).map_or(text.len(), |at| open + at + end.len());
    if text.starts_with('"') {
        return Some(escaped(text, '"'));
    }
    if let Some(inner) = text.strip_prefix('\'') {
        // A lifetime has no second quote after one character.
        let mut chars = inner.chars();
        let first = chars.next()?;
        return (first == '\\' || chars.next() == Some('\'')).then(|| escaped(text, '\''));
    }
    let hashes = text.strip_prefix('r')?.bytes().take_while(|byte| *byte == b'#').count();
    let is_raw =
        text[1 + hashes..].starts_with('"') && before.is_none_or(|c| c == 'b' || c == 'c' || !is_name(c));
    is_raw.then(|| close(hashes + 2, &format!("\"{}", "#".repeat(hashes))))
}

/// How long a literal is that begins with a quote and ends with the next one that is not escaped.
fn escaped(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

/// Every Rust file below `src`, by its path there.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut sources) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be read") {
            let path = entry.expect("src can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).expect("it was found below src");
                let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
                sources.push((names.join("/"), fs::read_to_string(&path).expect("a source is text")));
            }
        }
    }
    assert!(sources.len() > 10, "the sources were not found below {}", root.display());
    sources.sort();
    sources
}
