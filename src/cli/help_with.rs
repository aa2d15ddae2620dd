//! `setara help-with`: a promise to contribute, beside whoever leads.

use super::complete;
use super::desk::Desk;
use super::stop::Stop;
use crate::domain::decide::{Claim, ClaimAs, Command};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TASK", add = complete::task(), help = words().cmd_task())]
    task: String,
}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let task = desk.acting()?.task(&self.task)?;
        desk.perform(&Command::Claim(Claim { task, part: ClaimAs::Helper })).map(drop)
    }
}
