//! `setara merge`: two tasks or two roles that are the same become one; what binds others is offered to them.

use super::complete;
use super::context::{Context, joined};
use super::stop::Stop;
use crate::domain::settlement::WayOut;
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
    #[arg(long, help = words().cmd_merge_helping())]
    helping: bool,
    #[arg(long, help = words().cmd_way_no())]
    no: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let session = context.session()?;
        let what = session.find_among(&[Kind::Task, Kind::Role], &self.what)?;
        let into = session.find_among(&[Kind::Task, Kind::Role], &self.into)?;
        let way = match session.merging(what.id, into.id)? {
            Some(WayOut::MergeTask { task, into, .. }) => {
                WayOut::MergeTask { task, into, helps: self.helping }
            }
            // Who holds a role holds it, and helps with none.
            Some(_) if self.helping => {
                return Err(Stop::refused(words().refused_no_helping(), words().refused_unlike_kinds_hint()));
            }
            Some(way) => way,
            None => {
                return Err(Stop::refused(
                    words().refused_unlike_kinds(),
                    words().refused_unlike_kinds_hint(),
                ));
            }
        };
        context.take_way(way, joined(&self.why), self.no)
    }
}
