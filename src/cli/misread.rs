//! What clap could not read, as every other refusal is told: one line, and what to type to see how it goes.

use std::ffi::OsString;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Cli;
use crate::words::words;

/// The line, and the hint.
pub fn message_and_hint(error: &clap::Error, typed: &[OsString]) -> (String, String) {
    (message(error).unwrap_or_else(|| first_words(&error.to_string())), hint(error, typed))
}

/// In our words; `None` for what clap alone has words for.
fn message(error: &clap::Error) -> Option<String> {
    let words = words();
    let text = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    };
    let arg = || text(ContextKind::InvalidArg);
    let value = || text(ContextKind::InvalidValue);
    let verb = || text(ContextKind::InvalidSubcommand);
    Some(match error.kind() {
        ErrorKind::MissingRequiredArgument => match error.get(ContextKind::InvalidArg)? {
            ContextValue::Strings(missing) => {
                // How many may follow says the help.
                let missing: Vec<&str> = missing.iter().map(|name| name.trim_end_matches("...")).collect();
                words.out_missing(missing.join(", "), missing.len())
            }
            _ => return None,
        },
        ErrorKind::UnknownArgument => words.usage_unknown(arg()?),
        ErrorKind::InvalidSubcommand => words.usage_no_verb(verb()?),
        ErrorKind::MissingSubcommand => words.usage_needs_verb(verb()?),
        ErrorKind::TooManyValues => words.usage_too_many(value()?, arg()?),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let what = match value()? {
                value if value.is_empty() => words.usage_needs_value(arg()?),
                value => words.usage_bad_value(value, arg()?),
            };
            match text(ContextKind::ValidValue).filter(|values| !values.is_empty()) {
                Some(values) => format!("{what} {}", words.usage_values(values)),
                None => what,
            }
        }
        ErrorKind::ArgumentConflict => match text(ContextKind::PriorArg)? {
            other if other == arg()? => words.usage_twice(other),
            other => words.usage_conflict(arg()?, other),
        },
        _ => return None,
    })
}

/// Its own words, as far as they say what is wrong: what follows the first blank line is advice.
fn first_words(text: &str) -> String {
    let lines = text.lines().map(str::trim).take_while(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join(" ");
    line.strip_prefix("error: ").unwrap_or(&line).to_owned()
}

/// How a day is typed where nothing but that is missing; the verb that was nearly typed, else the help of the one that was.
fn hint(error: &clap::Error, typed: &[OsString]) -> String {
    if let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg)
        && error.kind() == ErrorKind::MissingRequiredArgument
        && missing.iter().all(|missing| missing.starts_with("<DAY>"))
    {
        return words().out_no_day_hint();
    }
    let mut path = verbs(typed);
    let near = match error.get(ContextKind::SuggestedSubcommand) {
        Some(ContextValue::String(near)) => Some(near.clone()),
        Some(ContextValue::Strings(near)) => near.last().cloned(),
        _ => None,
    };
    path.extend(near);
    format!("setara {}", path.into_iter().chain(["--help".to_owned()]).collect::<Vec<_>>().join(" "))
}

/// The verbs among the typed words: `role add`.
fn verbs(typed: &[OsString]) -> Vec<String> {
    let mut command = Cli::command();
    let mut path = Vec::new();
    for word in typed.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(verb) = command.find_subcommand(word).cloned() {
            path.push(verb.get_name().to_owned());
            command = verb;
        }
        if !command.has_subcommands() {
            break;
        }
    }
    path
}
