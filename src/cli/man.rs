//! `setara man`: pages for the system's own manual, made from the grammar that reads what is typed.

use std::fs;
use std::path::Path;

use clap::Command;
use clap_mangen::Man;

use super::context::Context;
use super::help::{command, unknown};
use super::json::Pages;
use super::stop::Stop;
use super::target::{self, Over};
use super::wording::worded;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "COMMAND", help = words().cmd_man_of())]
    words: Vec<String>,
    #[arg(short, long, value_name = "FOLDER", conflicts_with = "words", help = words().cmd_man_out())]
    out: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let mut grammar = worded(super::command());
        let Some(folder) = self.out else {
            let Some(command) = command(&mut grammar, &self.words) else {
                return Err(unknown(&self.words.join(" ")));
            };
            return context.paper.raw(&page(command));
        };
        let pages = pages(&grammar);
        fs::create_dir_all(&folder).map_err(|error| Stop::file(&folder, &error))?;
        for (name, text) in &pages {
            // Newer pages take the place of older ones.
            target::put(&Path::new(&folder).join(name), text.as_bytes(), Over::AFile)?;
        }
        context.acted();
        if context.json() {
            let pages = pages.iter().map(|(name, _)| name.as_str()).collect();
            return context.paper.json(&Pages { folder: &folder, pages });
        }
        context.paper.line(words().out_man_pages(pages.len(), &folder))
    }
}

/// Every command's page with the name of its file, down to `setara-role-add.1`.
pub(super) fn pages(grammar: &Command) -> Vec<(String, String)> {
    let is_told = |command: &&Command| !command.is_hide_set() && command.get_name() != "help";
    let mut found = vec![(Man::new(grammar.clone()).get_filename(), page(grammar))];
    // `help` is a command where it explains more than those below its own.
    let own = grammar.get_subcommands().filter(|command| command.get_name() == "help" && explains(command));
    for command in own.chain(grammar.get_subcommands().filter(is_told)) {
        found.extend(pages(command));
    }
    found
}

/// Clap's own `help` has commands below it and no words of ours.
fn explains(help: &Command) -> bool {
    help.get_arguments().any(|arg| arg.get_id() == "words")
}

/// The page of one command, with the headings in the language that is spoken: those of the crate are English.
fn page(command: &Command) -> String {
    let mut bytes = Vec::new();
    let version = format!("setara {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).source(version).manual("Setara");
    man.render(&mut bytes).expect("memory takes every page");
    let words = words();
    let headings = [
        ("NAME", words.man_name()),
        ("SYNOPSIS", words.man_synopsis()),
        ("DESCRIPTION", words.man_description()),
        ("OPTIONS", words.man_options()),
        ("SUBCOMMANDS", words.man_commands()),
        ("EXTRA", words.man_extra()),
        ("VERSION", words.man_version()),
    ];
    let mut text = String::new();
    for line in String::from_utf8_lossy(&bytes).lines() {
        let heading = line.strip_prefix(".SH ").and_then(|name| headings.iter().find(|(of, _)| *of == name));
        match heading {
            Some((_, name)) => text.push_str(&format!(".SH {}", name.to_uppercase())),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, choose_here};

    /// The commands as the pages are listed.
    fn commands<'c>(command: &'c Command, found: &mut Vec<&'c Command>) {
        found.push(command);
        for command in command.get_subcommands() {
            if !command.is_hide_set() && (command.get_name() != "help" || explains(command)) {
                commands(command, found);
            }
        }
    }

    #[test]
    fn each_page_mentions_each_option_of_its_command() {
        for language in Language::ALL {
            choose_here(language);
            let grammar = worded(super::super::command());
            let (pages, mut all) = (pages(&grammar), Vec::new());
            commands(&grammar, &mut all);
            assert_eq!(pages.len(), all.len());
            assert!(pages.len() > 60, "{}", pages.len());
            for command in all {
                let name = format!("{}.1", command.get_display_name().unwrap_or(command.get_name()));
                let (_, page) =
                    pages.iter().find(|(file, _)| *file == name).unwrap_or_else(|| panic!("{name}"));
                let plain =
                    page.replace("\\-", "-").replace("\\fB", "").replace("\\fR", "").replace("\\fI", "");
                for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                    let long = arg.get_long().map(|long| format!("\n--{long}"));
                    let named = match (&long, arg.get_short()) {
                        (Some(long), Some(short)) => format!("\n-{short}, {}", long.trim()),
                        (Some(long), None) => long.clone(),
                        (None, Some(short)) => format!("\n-{short}"),
                        // One without a dash is called as its value.
                        (None, None) => arg.get_value_names().map_or_else(
                            || arg.get_id().to_string(),
                            |names| names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
                        ),
                    };
                    assert!(plain.contains(&named), "{name} does not mention {named:?}:\n{plain}");
                }
            }
        }
    }

    #[test]
    fn no_page_has_headings_in_two_languages() {
        choose_here(Language::Indonesian);
        for (name, page) in pages(&worded(super::super::command())) {
            for heading in page.lines().filter_map(|line| line.strip_prefix(".SH ")) {
                let english =
                    ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SUBCOMMANDS", "EXTRA", "VERSION"];
                assert!(!english.contains(&heading), "{name}: {heading}");
            }
        }
    }
}
