//! `setara settle`: answers a finding. The answer stands until its day, or until the facts change.

use clap::builder::PossibleValuesParser;

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::settlement::Verdict;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "KEY", add = complete::finding(), help = words().cmd_settle_key())]
    key: String,
    #[arg(value_name = "VERDICT", value_parser = verdicts(), help = words().cmd_settle_verdict())]
    verdict: String,
    #[arg(required = true, value_name = "REASON", help = words().cmd_reason())]
    reason: Vec<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_settle_until())]
    until: Option<String>,
}

const VERDICTS: [Verdict; 3] = [Verdict::Fixed, Verdict::Fine, Verdict::Tension];

fn verdicts() -> PossibleValuesParser {
    PossibleValuesParser::new(VERDICTS.map(Verdict::as_str))
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let verdict = VERDICTS.into_iter().find(|verdict| verdict.as_str() == self.verdict);
        let verdict = verdict.unwrap_or(Verdict::Fine);
        let reason = said(joined(&self.reason))?;
        let until = context.maybe_day(self.until.as_deref())?;
        let command = context.acting()?.settle(&self.key, verdict, &reason, until)?;
        context.perform(&command).map(drop)
    }
}
