//! `setara next`: what one could pull. First what is offered to one, then the top of the order that is free to begin.

use super::context::Context;
use super::json::{self, Next};
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{asking, complete, rows};
use crate::domain::task::OFFER_DAYS;
use crate::session::{Error, Session};
use crate::store::{Filter, OfferRow, TaskRow};
use crate::words::words;

/// So many one chooses among; another program gets all.
const FEW: usize = 5;
/// How many rows are read at once while looking for free ones.
const STRETCH: usize = 100;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "QUERY", allow_hyphen_values = true, add = complete::query(), help = words().filter_cmd_query())]
    query: Vec<String>,
    #[arg(short = 'n', long, value_name = "N", help = words().cmd_limit())]
    limit: Option<usize>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let json = context.json();
        let session = context.session()?;
        let offers = offers(session)?;
        let asked = asking::filter(session, &self.query)?;
        let most = self.limit.unwrap_or(if json { usize::MAX } else { FEW });
        let tasks = free(session, asked, most)?;
        if json {
            let session = context.session()?;
            let tasks = json::tasks(session, tasks.iter().map(|row| row.id))?;
            let offers = json::offers(session, offers)?;
            return context.paper.json(&Next { offers, tasks });
        }
        if offers.is_empty() && tasks.is_empty() {
            let nothing = match session.board().tasks(&Filter::default(), None, 0, 1)?.rows.is_empty() {
                true => words().out_empty_board(),
                false => words().out_nothing_next(),
            };
            return context.paper.line(piece(nothing, Look::Quiet));
        }
        let offered = rows::offers(session, &offers);
        let table = rows::tasks(session, &tasks)?;
        context.paper.table(offered)?;
        context.paper.table(table)?;
        match (offers.first(), tasks.first()) {
            (Some(offer), _) => context.hint(words().out_hint_accept(&offer.handle)),
            (None, Some(task)) => context.hint(words().out_hint_added(&task.handle)),
            (None, None) => Ok(()),
        }
    }
}

/// The handovers that await one's answer; none where nobody acts.
pub fn offers(session: &Session) -> Result<Vec<OfferRow>, Error> {
    match session.me() {
        Some(me) => Ok(session.board().offers_to(me, session.now().plus_days(-OFFER_DAYS))?),
        None => Ok(Vec::new()),
    }
}

/// The first tasks of the order that nobody leads, nothing blocks, and nobody parked.
fn free(session: &Session, asked: Filter, most: usize) -> Result<Vec<TaskRow>, Error> {
    let today = session.today();
    let filter = Filter { unclaimed: true, ..asked };
    let mut found = Vec::new();
    let mut from = None;
    loop {
        let window = session.board().tasks(&filter, from, 0, STRETCH)?;
        let skip = usize::from(from.is_some());
        let last = window.rows.last().map(|row| row.id);
        let is_free = |row: &TaskRow| row.blocked == 0 && row.parked.is_none_or(|until| until <= today);
        found.extend(window.rows.into_iter().skip(skip).filter(is_free));
        if found.len() >= most || !window.more_after || last == from {
            found.truncate(most);
            return Ok(found);
        }
        from = last;
    }
}
