//! `setara search`: everything written that holds all the words.

use serde::Serialize;

use super::context::{Context, joined};
use super::json::Subject;
use super::paper::{Look, Table, piece};
use super::stop::Stop;
use crate::domain::spoken::word;
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::store;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "WORDS", help = words().cmd_search_words())]
    words: Vec<String>,
    #[arg(long, value_name = "N", default_value_t = 20, help = words().cmd_limit())]
    limit: usize,
}

/// What was found, as JSON.
#[derive(Serialize)]
pub struct Hit {
    #[serde(flatten)]
    subject: Subject,
    #[serde(skip)]
    kind: Kind,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let text = joined(&self.words);
        let session = context.session()?;
        let found = session.search(&text, self.limit)?;
        let hits = found.iter().map(|found| hit(session, found)).collect::<Result<Vec<_>, _>>()?;
        if context.json() {
            return context.paper.json(&hits);
        }
        if hits.is_empty() {
            return context.paper.line(piece(words().out_nothing_found(), Look::Quiet));
        }
        let row = |hit: &Hit| {
            vec![
                piece(word::kind(hit.kind), Look::Quiet),
                piece(hit.subject.handle.clone().unwrap_or_default(), Look::Handle),
                hit.subject.name.clone().unwrap_or_default().into(),
            ]
        };
        context.paper.table(Table { gives_way: 2, rows: hits.iter().map(row).collect() })
    }
}

fn hit(session: &Session, hit: &store::Hit) -> Result<Hit, Error> {
    let mut subject = Subject::of(session, hit.subject, hit.kind)?;
    if subject.name.is_none()
        && let Some(found) = session.board().subject(hit.subject)?
    {
        // An answer has no handle and no title: its reason is what was searched.
        subject.name = found.searched().body.first().map(|text| (*text).to_owned());
    }
    Ok(Hit { subject, kind: hit.kind })
}
