//! `setara export`: the whole board as text, for a backup, a chat or a spreadsheet.

use std::path::Path;

use clap::builder::PossibleValuesParser;

use super::context::Context;
use super::json::Exported;
use super::stop::Stop;
use super::target::{self, Over};
use crate::exchange::{self, Format};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FORMAT", value_parser = formats(), default_value = "json", help = words().cmd_export_format())]
    format: String,
    #[arg(short, long, value_name = "FILE", help = words().cmd_export_out())]
    out: Option<String>,
    #[arg(long, requires = "out", help = words().cmd_export_force())]
    force: bool,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(["json", "markdown", "md", "csv"])
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let format = Format::parse(&self.format).unwrap_or(Format::Json);
        let session = context.session()?;
        if let Some(file) = &self.out {
            target::spare_board(Path::new(file), session.board().path(), || words().out_export_elsewhere())?;
        }
        let text = exchange::write(&session.export()?, format);
        let Some(file) = &self.out else { return context.paper.raw(&text) };
        target::put(Path::new(file), text.as_bytes(), if self.force { Over::AFile } else { Over::Nothing })?;
        context.acted();
        if context.json() {
            return context.paper.json(&Exported { file, bytes: text.len() as u64 });
        }
        context.paper.line(words().out_exported(file))
    }
}
