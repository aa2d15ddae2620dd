//! Turns `assets/words/<language>/*.ftl` into typed functions, so that a missing text does not compile, and lays out the
//! texts of each language as the program looks them up: without comments, sorted by name, each closed by a NUL.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

const WORDS: &str = "assets/words";

fn main() -> ExitCode {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let file = |name: &str| Path::new(&out).join(name).to_string_lossy().into_owned();
    println!("cargo::rerun-if-changed={WORDS}");
    for language in fs::read_dir(WORDS).expect("the texts are there") {
        let language = language.expect("a folder for each language");
        let texts = texts(&language.path()).expect("the texts can be read");
        let name = format!("{}.texts", language.file_name().to_string_lossy());
        fs::write(file(&name), texts).expect("OUT_DIR can be written");
    }
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder(WORDS)
            .with_output_file_path(&file("words.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&file("words.ftl")))
            .with_prefix("")
            .with_lint_level(LintLevel::Strict)
            .without_bidi_isolation()
            .without_format(),
    )
}

fn texts(folder: &Path) -> io::Result<String> {
    let mut messages: Vec<String> = Vec::new();
    for file in fs::read_dir(folder)? {
        for line in fs::read_to_string(file?.path())?.lines() {
            match line.chars().next() {
                Some('#') | None => {}
                Some(first) if first.is_ascii_alphabetic() => messages.push(format!("{line}\n")),
                Some(_) => {
                    let message = messages.last_mut().ok_or(io::ErrorKind::InvalidData)?;
                    message.push_str(line);
                    message.push('\n');
                }
            }
        }
    }
    messages.sort_unstable_by(|a, b| a.split(' ').next().cmp(&b.split(' ').next()));
    Ok(messages.iter().map(|message| format!("{message}\0")).collect())
}
