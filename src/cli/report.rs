//! `setara report`: figures over time of the team, as one page for a browser, as Markdown or as JSON.

use std::path::Path;

use super::context::Context;
use super::json::{self, Exported};
use super::stop::Stop;
use super::target::{self, Over};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(short, long, value_name = "FILE", help = words().cmd_report_out())]
    out: Option<String>,
    #[arg(long, help = words().cmd_report_markdown())]
    markdown: bool,
    #[arg(long, help = words().cmd_export_force())]
    force: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        if self.out.is_none() && context.json() {
            let all = json::figures(context.session()?)?;
            return context.paper.json(&all);
        }
        let session = context.session()?;
        let report = session.report()?;
        let text = if self.markdown { report.markdown() } else { report.html() };
        // A page is for a browser: only where it is asked for it is printed.
        let file = match self.out {
            Some(file) if file == "-" => None,
            None if self.markdown => None,
            None => Some(format!("setara-figures-{}.html", session.today())),
            file => file,
        };
        let Some(file) = file else { return context.paper.raw(&text) };
        target::spare_board(Path::new(&file), session.board().path(), || words().out_export_elsewhere())?;
        target::put(Path::new(&file), text.as_bytes(), if self.force { Over::AFile } else { Over::Nothing })?;
        context.acted();
        if context.json() {
            return context.paper.json(&Exported { file: &file, bytes: text.len() as u64 });
        }
        context.paper.line(words().out_report(&file))
    }
}
