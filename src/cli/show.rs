//! `setara show`: everything about a task, a role, a goal or a person.

use super::context::{Context, joined};
use super::page;
use super::stop::Stop;
use crate::domain::subject::Kind;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "HANDLE", help = words().cmd_handle())]
    what: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let found = context.session()?.find_among(Kind::ALL, &joined(&self.what))?;
        page::print(context, found.id)
    }
}
