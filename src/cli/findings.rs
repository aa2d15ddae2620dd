//! `setara findings`: overlaps, gaps and what has gone quiet. Questions, with keys that can be typed.
//!
//! Several of one rule are one row, which `setara findings S1` opens. Other programs get each of them.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, rows};
use crate::insight::Rule;
use crate::store::Question;
use crate::words::words;

/// More than anybody reads at once.
const MOST: usize = 1_000;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "RULE", value_parser = rules(), ignore_case = true, hide_possible_values = true, help = words().cmd_findings_rule())]
    rule: Option<String>,
    #[arg(long, conflicts_with = "rule", help = words().cmd_findings_settled())]
    settled: bool,
    #[arg(short = 'n', long, value_name = "N", help = words().cmd_limit())]
    limit: Option<usize>,
}

fn rules() -> clap::builder::PossibleValuesParser {
    Rule::ALL.iter().map(|rule| rule.as_str()).collect::<Vec<_>>().into()
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let json = context.json();
        let most = self.limit.unwrap_or(if json { usize::MAX } else { MOST });
        let session = context.session()?;
        let (now, today, board) = (session.now(), session.today(), session.board());
        let rule = self.rule.as_deref().and_then(|rule| Rule::spoken(rule));
        let held = match (self.settled, rule) {
            (true, _) => board.settled(now, today, most)?,
            (false, Some(rule)) => board.findings_of(rule, now, today, most)?,
            (false, None) if !json => return questions(context, most),
            (false, None) => board.findings(now, today, most)?,
        };
        if json {
            let all = held.iter().map(|held| json::finding(session, held)).collect::<Result<Vec<_>, _>>()?;
            return context.paper.json(&all);
        }
        let Some(first) = held.first() else {
            let text = match rule {
                Some(rule) => words().out_none_of_rule(rule.as_str()),
                None if self.settled => words().out_none_settled(),
                None => words().out_no_findings(),
            };
            return context.paper.line(piece(text, Look::Quiet));
        };
        let key = session.spoken_key(first)?;
        let table = rows::findings(session, &held)?;
        context.paper.table(table)?;
        if self.settled { Ok(()) } else { context.hint(words().out_hint_settle(key)) }
    }
}

/// What the board asks, several of one rule as one row.
fn questions(context: &mut Context, most: usize) -> Result<(), Stop> {
    let session = context.session()?;
    let mut questions = session.board().questions(session.now(), session.today())?;
    questions.truncate(most);
    if questions.is_empty() {
        return context.paper.line(piece(words().out_no_findings(), Look::Quiet));
    }
    let group = questions.iter().find_map(|question| match question {
        Question::Many(group) => Some(group.rule.as_str()),
        Question::One(_) => None,
    });
    let one = questions.iter().find_map(|question| match question {
        Question::One(held) => Some(held),
        Question::Many(_) => None,
    });
    let hint = match (group, one) {
        (Some(rule), _) => words().out_hint_findings(rule),
        (None, one) => {
            words().out_hint_settle(one.map(|held| session.spoken_key(held)).transpose()?.unwrap_or_default())
        }
    };
    let table = rows::questions(session, &questions)?;
    context.paper.table(table)?;
    context.hint(hint)
}
