//! `setara export`: the whole board as text, for a backup, a chat or a spreadsheet.

use std::io::Write;
use std::path::Path;

use clap::builder::PossibleValuesParser;
use serde::Serialize;

use super::desk::Desk;
use super::stop::Stop;
use crate::exchange::{self, Format};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FORMAT", value_parser = formats(), default_value = "json", help = words().cmd_export_format())]
    format: String,
    #[arg(long, value_name = "FILE", help = words().cmd_export_out())]
    out: Option<String>,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(["json", "markdown", "md", "csv"])
}

/// Where an export went, as JSON.
#[derive(Serialize)]
struct Report<'f> {
    file: &'f str,
    bytes: usize,
}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let format = Format::parse(&self.format).unwrap_or(Format::Json);
        let text = exchange::write(&desk.session()?.hand_out()?, format);
        let Some(file) = &self.out else { return desk.paper.raw(&text) };
        put(file, &text).map_err(|error| Stop::file(file, &error))?;
        if desk.json() {
            return desk.paper.json(&Report { file, bytes: text.len() });
        }
        desk.paper.line(words().out_exported(file))
    }
}

/// Writes beside the file first: an export that fails half-way leaves the last one as it was.
fn put(file: &str, text: &str) -> std::io::Result<()> {
    let path = Path::new(file);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if path.exists() && !path.is_file() {
        // A device or a pipe is written as it is.
        return std::fs::write(path, text);
    }
    let mut beside = tempfile::Builder::new().permissions(readable()).tempfile_in(folder)?;
    beside.write_all(text.as_bytes())?;
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    Ok(())
}

/// As a file that a program makes: the system's mask takes away what others may not.
fn readable() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    std::fs::Permissions::from_mode(0o666)
}
