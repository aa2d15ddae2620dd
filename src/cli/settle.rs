//! `setara settle`: answers findings. The answer stands until its day, or until the facts change.

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::id::TensionId;
use crate::domain::settlement::Verdict;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "KEY", add = complete::finding(), help = words().cmd_settle_key())]
    key: String,
    #[arg(required = true, num_args = 1.., value_names = ["VERDICT", "REASON"], add = complete::settlement(), help = words().cmd_settle_words())]
    words: Vec<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_settle_until())]
    until: Option<String>,
}

pub const VERDICTS: [Verdict; 3] = [Verdict::Fixed, Verdict::Fine, Verdict::Tension];

fn verdict(word: &str) -> Option<Verdict> {
    VERDICTS.into_iter().find(|verdict| verdict.as_str() == word)
}

/// What is meant by it, in a few words.
pub fn way(verdict: Verdict) -> String {
    match verdict {
        Verdict::Fixed => words().scr_settle_fixed(),
        Verdict::Fine => words().scr_settle_fine(),
        Verdict::Tension => words().scr_settle_tension(),
    }
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        // What stands before the verdict are more keys.
        let found = self.words.iter().enumerate().find_map(|(at, word)| Some((at, verdict(word)?)));
        let (at, verdict) = found.ok_or_else(|| self.no_verdict())?;
        let (more, reason) = (&self.words[..at], &self.words[at + 1..]);
        if reason.is_empty() {
            return Err(missing(words().usage_reason()));
        }
        let reason = said(joined(reason))?;
        let until = context.maybe_day(self.until.as_deref())?;
        let session = context.acting()?;
        let keys = [&self.key].into_iter().chain(more).flat_map(|key| key.split(',')).map(str::trim);
        if verdict == Verdict::Tension {
            let keys: Vec<&str> = keys.collect();
            let tension = TensionId(session.new_id());
            let commands = session.settle_as_tension(tension, &keys, &reason, until)?;
            return context.perform_all(&commands).map(drop);
        }
        let mut commands = Vec::new();
        for key in keys {
            let command = session.settle(key, verdict, &reason, until)?;
            if !commands.contains(&command) {
                commands.push(command);
            }
        }
        context.perform_all(&commands).map(drop)
    }

    /// None of the words is one: the first that is no key either was meant as one.
    fn no_verdict(&self) -> Stop {
        let Some(word) = self.words.iter().find(|word| !word.contains(':')) else {
            return missing(words().usage_verdict());
        };
        let values = words().usage_values(VERDICTS.map(Verdict::as_str).join(", "));
        let verdict = format!("<{}>", words().usage_verdict());
        usage(format!("{} {values}", words().usage_bad_value(word, verdict)))
    }
}

fn missing(what: String) -> Stop {
    usage(words().out_missing(format!("<{what}>"), 1))
}

fn usage(message: String) -> Stop {
    Stop::usage(message, "setara settle --help".to_owned())
}
