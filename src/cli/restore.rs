//! `setara restore`: a backup in the place of the board, which is kept beside it.

use std::path::PathBuf;

use super::context::Context;
use super::json::Restored;
use super::stop::Stop;
use crate::session::Session;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE", help = words().cmd_restore_file())]
    file: PathBuf,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        if let Err(error) = self.file.metadata() {
            return Err(Stop::file(&self.file.to_string_lossy(), &error));
        }
        let board = context.trusted()?.path;
        let restored = Session::restore(&self.file, &board, &context.environment)?;
        let file = self.file.to_string_lossy().into_owned();
        let kept = restored.kept.map(|kept| kept.to_string_lossy().into_owned());
        if context.json() {
            return context.paper.json(&Restored { file, records: restored.records, kept });
        }
        context.paper.line(words().restore_done(file, restored.records))?;
        match kept {
            Some(kept) => context.paper.line(words().restore_kept(kept)),
            None => Ok(()),
        }
    }
}
