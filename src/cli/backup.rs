//! `setara backup`: a copy of the board that is whole, also while others write; or its records as lines, of which another
//! copy of it takes in what it lacks.

use std::path::PathBuf;

use super::context::Context;
use super::json::BackedUp;
use super::stop::Stop;
use super::target;
use crate::store::StoreError;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE", help = words().cmd_backup_file())]
    file: PathBuf,
    #[arg(long, help = words().cmd_backup_records())]
    records: bool,
}

/// A copy that cannot be made there; nothing is wrong with the board.
fn elsewhere(error: StoreError, hint: String) -> Stop {
    let cannot = matches!(error, StoreError::CannotMake { .. });
    match Stop::from(error) {
        Stop::Refused(mut error) if cannot => {
            error.hint = Some(hint);
            Stop::Refused(error)
        }
        stop => stop,
    }
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let file = self.file.to_string_lossy().into_owned();
        let hint = || match self.records {
            true => words().out_exists_records_hint(),
            false => words().out_exists_hint(),
        };
        let board = context.session()?.board();
        target::spare_board(&self.file, board.path(), hint)?;
        // Also a link that leads nowhere is something.
        if self.file.symlink_metadata().is_ok() {
            return Err(Stop::refused(words().out_exists(file), hint()));
        }
        let made = match self.records {
            true => board.backup_records(&self.file),
            false => board.backup(&self.file),
        };
        made.map_err(|error| elsewhere(error, hint()))?;
        context.acted();
        if context.json() {
            return context.paper.json(&BackedUp { file });
        }
        context.paper.line(match self.records {
            true => words().out_backed_up_records(file),
            false => words().out_backed_up(file),
        })
    }
}
