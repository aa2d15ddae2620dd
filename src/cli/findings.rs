//! `setara findings`: overlaps, gaps and what has gone quiet. Questions, with keys that can be typed.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::words::words;

/// More than anybody reads at once.
const MOST: usize = 1_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = words().cmd_findings_settled())]
    settled: bool,
    #[arg(short = 'n', long, value_name = "N", help = words().cmd_limit())]
    limit: Option<usize>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let json = context.json();
        let most = self.limit.unwrap_or(MOST);
        let session = context.session()?;
        let (now, today) = (session.now(), session.today());
        let held = match self.settled {
            true => session.board().settled(now, today, most)?,
            false => session.board().findings(now, today, most)?,
        };
        if json {
            let session = context.session()?;
            let all = held.iter().map(|held| json::finding(session, held)).collect::<Result<Vec<_>, _>>()?;
            return context.paper.json(&all);
        }
        let Some(first) = held.first() else {
            let text = if self.settled { words().out_none_settled() } else { words().out_no_findings() };
            return context.paper.line(piece(text, Look::Quiet));
        };
        let key = session.spoken_key(first)?;
        let table = rows::findings(session, &held)?;
        context.paper.table(table)?;
        if self.settled { Ok(()) } else { context.hint(words().out_hint_settle(key)) }
    }
}
