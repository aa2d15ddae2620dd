//! Turns `assets/words/<language>/*.ftl` into typed functions, so that a missing text does not compile, and lays out the
//! texts of each language as the program looks them up: without comments, sorted by name, each closed by a NUL, and packed in
//! pieces (`src/words/lazy.rs`). What else is large and rarely read is packed file by file (`src/packed.rs`).
//!
//! It also cuts the manual out of `assets/docs`: what is there in another language too is for whoever uses the board. And it
//! has a release linked without the tables for unwinding, since nothing is unwound there.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use flate2::{Compression, write::DeflateEncoder};
use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

const WORDS: &str = "assets/words";
/// What is packed as it is.
const FILES: [&str; 3] = ["demo/team.txt", "demo/id.toml", "states.txt"];
/// So many bytes of texts are packed together, at least: what says one message unpacks so much.
const PIECE: usize = 4_096;
/// In English; the other languages are folders in it.
const DOCUMENTS: &str = "assets/docs";

/// The marks around what whoever uses the board does not ask about, up to the end of the document where it is not closed.
const LEFT_OUT: (&str, &str) = ("<!-- not in the manual -->", "<!-- /not in the manual -->");

/// Where the tables for unwinding are, it takes nothing. GNU ld and LLVM's understand it beside their own script.
const WITHOUT_TABLES: &str = "SECTIONS { /DISCARD/ : { *(.eh_frame) } } INSERT AFTER .text;\n";

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
    let folder = Path::new(&out).join("packed");
    manual(&folder.join("manual")).expect("the documents can be read, and OUT_DIR written");
    for name in FILES {
        let asset = Path::new("assets").join(name);
        println!("cargo::rerun-if-changed={}", asset.display());
        let text = fs::read_to_string(asset).expect("the assets can be read");
        write_packed(&folder.join(name), &text).expect("OUT_DIR can be written");
    }
    if is_linked_as_usual() {
        let script = file("without_tables.ld");
        fs::write(&script, WITHOUT_TABLES).expect("OUT_DIR can be written");
        println!("cargo::rustc-link-arg-bins=-T{script}");
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

/// Whether this is a release for Linux by the linker that comes with Rust or the system: another one may know no such script.
fn is_linked_as_usual() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    let asked = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    is("PROFILE", "release")
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && env::var_os("RUSTC_LINKER").is_none()
        && !asked.contains("link")
}

/// Packs a text into a file, and makes the folders that it needs.
fn write_packed(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().ok_or(io::ErrorKind::InvalidInput)?)?;
    fs::write(path, packed(text.as_bytes())?)
}

fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packing = DeflateEncoder::new(Vec::new(), Compression::best());
    packing.write_all(bytes)?;
    packing.finish()
}

fn texts(folder: &Path) -> io::Result<Vec<u8>> {
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
    let (mut head, mut pieces) = (String::new(), Vec::new());
    let mut rest = messages.iter().peekable();
    while let Some(first) = rest.peek().and_then(|message| message.split(' ').next()) {
        let mut piece = String::new();
        while let Some(message) = rest.next_if(|_| piece.len() < PIECE) {
            piece.push_str(message);
            piece.push('\0');
        }
        let piece = packed(piece.as_bytes())?;
        head.push_str(&format!("{first} {}\n", piece.len()));
        pieces.extend(piece);
    }
    Ok([head.as_bytes(), b"\n", &pieces].concat())
}

/// Each document of the manual, by its language and name.
fn manual(out: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-changed={DOCUMENTS}");
    for folder in fs::read_dir(DOCUMENTS)?.filter_map(Result::ok).filter(|entry| entry.path().is_dir()) {
        let english = out.join("en");
        let other = out.join(folder.file_name());
        for document in fs::read_dir(folder.path())? {
            let name = document?.file_name();
            let in_english = fs::read_to_string(Path::new(DOCUMENTS).join(&name))?;
            write_packed(&english.join(&name), &part(&in_english))?;
            write_packed(&other.join(&name), &part(&fs::read_to_string(folder.path().join(&name))?))?;
        }
    }
    Ok(())
}

/// What the manual has of a document. A table that is made from code (`<!-- findings: made from … -->`) is left to the
/// program, which makes it in the language that is spoken: of it only the mark stays, as `<!-- findings -->`.
fn part(document: &str) -> String {
    let mut part = String::new();
    let mut until: Option<String> = None;
    for line in document.lines() {
        if let Some(end) = &until {
            if line == end {
                until = None;
            }
        } else if line == LEFT_OUT.0 {
            until = Some(LEFT_OUT.1.to_owned());
        } else if let Some((name, _)) =
            line.strip_prefix("<!-- ").and_then(|comment| comment.split_once(": made from"))
        {
            part.push_str(&format!("<!-- {name} -->\n"));
            until = Some(format!("<!-- /{name} -->"));
        } else {
            part.push_str(line);
            part.push('\n');
        }
    }
    part
}
