//! `setara split`: two tasks that look the same are told apart by their titles, or what two roles have stays in one.

use super::complete;
use super::context::{Context, joined};
use super::stop::Stop;
use crate::domain::settlement::WayOut;
use crate::domain::subject::Kind;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "WHAT", add = complete::task(), help = words().cmd_split_what())]
    what: String,
    #[arg(value_name = "OTHER", add = complete::task(), help = words().cmd_split_other())]
    other: String,
    #[arg(required = true, value_name = "TEXT", help = words().cmd_split_texts())]
    texts: Vec<String>,
    #[arg(long, value_name = "WHY", help = words().cmd_merge_why())]
    why: Option<String>,
    #[arg(long, help = words().cmd_way_no())]
    no: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let kinds = [Kind::Task, Kind::Role];
        let session = context.session()?;
        let (what, other) =
            (session.find_among(&kinds, &self.what)?, session.find_among(&kinds, &self.other)?);
        let way = match ((what.kind, other.kind), self.texts.as_slice()) {
            ((Kind::Task, Kind::Task), [title, other_title]) => WayOut::SplitTask {
                task: what.id.into(),
                title: title.clone(),
                other: other.id.into(),
                other_title: other_title.clone(),
            },
            ((Kind::Role, Kind::Role), lines) => {
                WayOut::SplitRole { role: what.id.into(), stays: other.id.into(), lines: lines.to_vec() }
            }
            ((Kind::Task, Kind::Task), _) => {
                return Err(Stop::usage(words().usage_two_titles(), "setara split --help".to_owned()));
            }
            _ => {
                return Err(Stop::refused(words().refused_split_kinds(), words().refused_split_kinds_hint()));
            }
        };
        context.take_way(way, joined(self.why.as_slice()), self.no)
    }
}
