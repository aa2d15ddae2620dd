//! `setara rm`, which people bring along: nothing is deleted here, and what is meant has verbs of its own.

use super::context::{Context, joined};
use super::stop::Stop;
use crate::domain::subject::Kind;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "HANDLE", help = words().cmd_handle())]
    what: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let word = joined(&self.what);
        let found = context.session()?.find_among(&[Kind::Task, Kind::Goal, Kind::Role], &word).ok();
        let why = words().refused_example_why();
        let hint = match found {
            Some(found) if found.kind == Kind::Goal => {
                format!("setara goal dropped {} \"{why}\"", found.handle)
            }
            Some(found) if found.kind == Kind::Role => {
                format!("setara role edit {} --state retired", found.handle)
            }
            Some(found) => format!("setara drop {} \"{why}\"", found.handle),
            None => "setara drop --help".to_owned(),
        };
        Err(Stop::refused(words().out_no_remove(), hint))
    }
}
