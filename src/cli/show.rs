//! `setara show`: everything about a task, a role, a goal or a person.

use super::desk::{Desk, joined};
use super::page;
use super::stop::Stop;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "HANDLE", help = words().cmd_handle())]
    what: Vec<String>,
}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let (id, kind) = desk.session()?.anything(&joined(&self.what))?;
        page::print(desk, id, kind)
    }
}
