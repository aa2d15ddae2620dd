//! `setara help`: of a command how it is typed, of a topic what the manual says, of nothing the list of both.

use clap::Command;

use super::complete;
use super::context::Context;
use super::json::Manual;
use super::manual::{self, TOPICS, Topic};
use super::paper::piece;
use super::stop::Stop;
use super::wording::worded;
use crate::settings::nearest;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "TOPIC", help = words().cmd_help_of(), add = complete::topic())]
    words: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let mut grammar = worded(super::command());
        let topic = match &self.words[..] {
            [word] => manual::topic(word),
            _ => None,
        };
        let command = command(&mut grammar, &self.words);
        if command.is_none() && topic.is_none() {
            return Err(unknown(&self.words.join(" ")));
        }
        // A command may be called as what it is about is: it is the shorter one, and stands first.
        let usage = command.map(|command| command.render_help());
        let page = topic.map(Topic::text);
        if context.json() {
            let text = [usage.map(|usage| usage.to_string()), page].into_iter().flatten().collect::<Vec<_>>();
            return context.paper.json(&Manual { name: self.words.join(" "), text: text.join("\n") });
        }
        if let Some(usage) = &usage {
            context.paper.raw(&usage.ansi().to_string())?;
        }
        if let (Some(_), Some(_)) = (&usage, &page) {
            context.paper.blank()?;
        }
        let columns = context.paper.measure();
        for line in page.iter().flat_map(|page| manual::laid_out(page, columns)) {
            let pieces: Vec<_> = line.into_iter().map(|(text, look)| piece(text, look)).collect();
            context.paper.pieces(&pieces)?;
        }
        Ok(())
    }
}

/// The command that the words name, down to `role add`; without a word the whole program.
pub fn command<'c>(grammar: &'c mut Command, words: &[String]) -> Option<&'c mut Command> {
    words.iter().try_fold(grammar, |command, word| command.find_subcommand_mut(word))
}

/// Neither a command nor a topic: with the one that was probably meant.
pub fn unknown(typed: &str) -> Stop {
    let grammar = super::command();
    let verbs = grammar.get_subcommands().filter(|verb| !verb.is_hide_set()).map(clap::Command::get_name);
    let topics: Vec<&str> = TOPICS.iter().map(|topic| topic.name).collect();
    let known: Vec<&str> = topics.iter().copied().chain(verbs).collect();
    let hint = match nearest(typed, &known) {
        Some(near) => format!("setara help {near}"),
        None => "setara help".to_owned(),
    };
    Stop::usage(words().manual_unknown(typed, topics.join(", ")), hint)
}
