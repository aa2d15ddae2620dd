//! `setara search`: everything written that holds all the words, with how it stands and where the words are.

use super::context::{Context, joined};
use super::json::{Hit, Subject};
use super::paper::{Look, Table, piece};
use super::stop::Stop;
use crate::domain::folding::tokens;
use crate::domain::spoken::word;
use crate::domain::subject::{self, Kind};
use crate::domain::task::Part;
use crate::inert::{Signs, cut};
use crate::session::{Error, Session};
use crate::store;
use crate::words::words;

/// What a person at a terminal gets without asking for more.
const SCREENFUL: usize = 20;
/// More than anything that was ever written.
const MOST: usize = 1_000_000;
/// As much of a line as tells why it was found.
const EXCERPT: usize = 80;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "WORDS", help = words().cmd_search_words())]
    words: Vec<String>,
    #[arg(short = 'n', long, value_name = "N", help = words().cmd_limit())]
    limit: Option<usize>,
}

/// What was found, in words, too.
struct Found {
    hit: Hit,
    kind: Kind,
    name: String,
    /// The state as the team calls it.
    called: String,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let text = joined(&self.words);
        let every = context.json() || !context.paper.is_terminal;
        let most = self.limit.unwrap_or(if every { MOST } else { SCREENFUL });
        let session = context.session()?;
        let mut found = session.search(&text, most + 1)?;
        let more = found.len() > most && self.limit.is_none();
        found.truncate(most);
        let hits = found.iter().map(|found| hit(session, found, &text)).collect::<Result<Vec<_>, _>>()?;
        if context.json() {
            let hits: Vec<Hit> = hits.into_iter().map(|found| found.hit).collect();
            return context.paper.json(&hits);
        }
        if hits.is_empty() {
            return context.paper.line(piece(words().out_nothing_found(), Look::Quiet));
        }
        let row = |found: &Found| {
            let hit = &found.hit;
            vec![
                piece(word::kind(found.kind), Look::Quiet),
                piece(hit.subject.handle.clone().unwrap_or_default(), Look::Handle),
                found.name.as_str().into(),
                found.called.as_str().into(),
                hit.leads.join(", ").into(),
                piece(
                    hit.excerpt.clone().filter(|line| *line != found.name).unwrap_or_default(),
                    Look::Quiet,
                ),
            ]
        };
        let table = Table::new(2, hits.iter().map(row).collect()).found_by(&text);
        context.paper.table(table)?;
        if more { context.hint(words().out_more_found(text)) } else { Ok(()) }
    }
}

fn hit(session: &Session, hit: &store::Hit, sought: &str) -> Result<Found, Error> {
    let subject = Subject::of(session, hit.subject, hit.kind)?;
    let found = session.board().subject(hit.subject)?;
    let body: Vec<&str> = found.as_ref().map(|found| found.searched().body).unwrap_or_default();
    let (name, excerpt) = match subject.called() {
        Some(name) => (name.to_owned(), line(name, &body, sought)),
        // An answer has no handle and no title: its reason is what was searched.
        None => {
            let reason = body.first().map(|text| (*text).to_owned());
            (reason.clone().unwrap_or_default(), reason)
        }
    };
    let (mut state, mut called, mut leads) = (None, String::new(), Vec::new());
    match &found {
        Some(subject::Subject::Task(task)) => {
            state = Some(task.state().as_str().to_owned());
            called = session.terms()?.state(task.state()).into_owned();
            let row = session.board().task_row(task.id)?;
            let claims = row.map(|row| row.claims).unwrap_or_default();
            leads.extend(claims.into_iter().filter(|claim| claim.part == Part::Lead).map(|claim| claim.name));
        }
        Some(subject::Subject::Goal(goal)) => {
            let now = goal.state().as_str();
            (state, called) = (Some(now.to_owned()), word::goal_state(now));
        }
        Some(subject::Subject::Role(role)) => {
            let now = role.state().as_str();
            (state, called) = (Some(now.to_owned()), word::role_state(now));
        }
        Some(subject::Subject::Tension(tension)) => {
            if let Some(row) = session.board().tension_row(tension.id)? {
                let phase = row.phase.as_str();
                (state, called) = (Some(phase.to_owned()), words().tension_phase(phase));
            }
        }
        Some(subject::Subject::Agreement(agreement)) => {
            if let Some(row) = session.board().agreement_row(agreement.id, session.today())? {
                let now = row.state.as_str();
                (state, called) = (Some(now.to_owned()), words().agreement_state(now));
            }
        }
        _ => {}
    }
    Ok(Found { hit: Hit { subject, state, leads, excerpt }, kind: hit.kind, name, called })
}

/// The first line in which one of the words begins that its name does not have.
fn line(name: &str, body: &[&str], sought: &str) -> Option<String> {
    let name = tokens(name);
    let mut missing =
        sought.split_whitespace().map(tokens).filter(|word| !word.is_empty() && !name.contains(word));
    let missing = missing.next()?;
    let mut lines = body.iter().flat_map(|text| text.lines()).map(str::trim);
    let found = lines.find(|line| tokens(line).contains(&missing))?;
    // What stands far behind the beginning is shown from there on.
    let at = found
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| tokens(&found[*at..]).starts_with(&missing))
        .unwrap_or(0);
    let from = found[..at].char_indices().rev().nth(EXCERPT / 3).map_or(0, |(at, _)| at);
    let lead = if from > 0 { "…" } else { "" };
    Some(format!("{lead}{}", cut(&found[from..], EXCERPT, Signs::UNICODE)))
}
