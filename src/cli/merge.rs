//! `setara merge`: two tasks or two roles that are the same become one; what binds others is offered to them.

use super::complete;
use super::context::{Context, joined};
use super::stop::Stop;
use crate::domain::subject::Kind;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "WHAT", add = complete::task(), help = words().cmd_merge_what())]
    what: String,
    #[arg(value_name = "INTO", add = complete::task(), help = words().cmd_merge_into())]
    into: String,
    #[arg(value_name = "WHY", help = words().cmd_merge_why())]
    why: Vec<String>,
    #[arg(long, help = words().cmd_merge_no())]
    no: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let what = session.find_among(&[Kind::Task, Kind::Role], &self.what)?;
        let into = session.find_among(&[Kind::Task, Kind::Role], &self.into)?;
        let Some(way) = session.merging(what.id, into.id)? else {
            return Err(Stop::refused(words().refused_unlike_kinds(), words().refused_unlike_kinds_hint()));
        };
        let why = Some(joined(&self.why)).filter(|why| !why.trim().is_empty());
        let session = context.acting()?;
        let done = if self.no { session.decline_merge(way, why) } else { session.merge(way, why) }?;
        context.say(&done)
    }
}
