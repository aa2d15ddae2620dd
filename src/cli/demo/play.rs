//! Plays the sample team's script: each line at its moment, as its member, through the verbs that everybody types.

use clap::{FromArgMatches, Subcommand};

use super::script::{Line, Script};
use crate::cli::Verb;
use crate::cli::context::Context;
use crate::cli::stop::Stop;
use crate::session::{Environment, Error, Session};
use crate::words;

/// The sample team's board, on which its first member acts.
pub fn sample_team(environment: Environment) -> Result<Session, Error> {
    let script = Script::new(environment.now(), environment.offset(), words::language());
    let mut grammar = Verb::augment_subcommands(
        clap::Command::new("setara").no_binary_name(true).disable_help_subcommand(true),
    );
    let mut context = Context::in_memory(environment.clone());
    let lines = script.lines().map_err(|(number, why)| broken(Some(number), &why))?;
    for (n, line) in lines.iter().enumerate() {
        let played = play(line, &mut grammar, &mut context).and_then(|()| match n {
            // The first makes the board.
            0 => context.session()?.begin_together().map_err(Stop::from),
            _ => Ok(()),
        });
        played.map_err(|stop| broken(Some(line.number), &message(&stop)))?;
    }
    let mut session = context.into_session().map_err(|stop| broken(None, &message(&stop)))?;
    session.end_together()?;
    if let Some(first) = lines.first() {
        session.become_member(first.who)?;
    }
    session.stand_in(environment);
    Ok(session)
}

fn play(line: &Line, grammar: &mut clap::Command, context: &mut Context) -> Result<(), Stop> {
    let misread = |error: clap::Error| Stop::usage(error.to_string(), String::new());
    let mut typed = grammar.try_get_matches_from_mut(&line.words).map_err(misread)?;
    let verb = Verb::from_arg_matches_mut(&mut typed).map_err(misread)?;
    context.stand_at(line.at, line.makes, line.who)?;
    if line.is_apart {
        context.stand_apart();
    }
    verb.run(context)
}

fn message(stop: &Stop) -> String {
    match stop {
        Stop::Refused(error) | Stop::Usage(error) => error.message.clone(),
        other => format!("{other:?}"),
    }
}

/// A script, or a line of it, that cannot be played is a fault of ours, which a test finds.
fn broken(number: Option<usize>, why: &str) -> Error {
    let line = number.map(|number| format!(":{number}")).unwrap_or_default();
    Error::bug(format!("assets/demo/team.txt{line}: {why}"))
}
