//! `setara show`: everything about a task, a role, a goal or a person.

use super::context::{Context, joined};
use super::page;
use super::stop::Stop;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "HANDLE", help = words().cmd_handle())]
    what: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let (id, kind) = context.session()?.anything(&joined(&self.what))?;
        page::print(context, id, kind)
    }
}
