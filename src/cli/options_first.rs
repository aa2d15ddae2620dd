//! Options behind a query: `setara tasks tag:legal --json`.
//!
//! A query takes words with a dash before them (`-tag:legal` leaves out), and of a list of such words clap reads none as an
//! option. So those that the verb has are put before its query.

use std::ffi::{OsStr, OsString};

use clap::{Arg, Command};

/// The verbs that take a query, under all their names: the grammar is made for them alone, as making it takes longer than
/// most commands.
const WITH_QUERY: [&str; 6] = ["list", "ls", "mine", "next", "tasks", "terms"];

/// What was typed, with the options of a verb that takes a query before the query.
pub fn options_first(typed: Vec<OsString>, grammar: impl FnOnce() -> Command) -> Vec<OsString> {
    let begin = typed.iter().position(|word| WITH_QUERY.iter().any(|verb| word == verb));
    if !begin.is_some_and(|begin| typed[begin..].iter().any(|word| is_dashed(word))) {
        return typed;
    }
    let mut command = grammar();
    command.build();
    let Some((at, verb)) = verb(&typed, &command) else { return typed };
    if !verb.get_arguments().any(is_query) {
        return typed;
    }
    let mut words = typed;
    let mut behind = words.split_off(at + 1).into_iter();
    let mut query = Vec::new();
    while let Some(word) = behind.next() {
        if word == "--" {
            query.push(word);
            break;
        }
        match option(&word, verb) {
            None => query.push(word),
            Some(arg) => {
                let has_value = word.to_string_lossy().contains('=');
                words.push(word);
                if arg.get_action().takes_values() && !has_value {
                    words.extend(behind.next());
                }
            }
        }
    }
    words.extend(query);
    words.extend(behind);
    words
}

fn is_query(arg: &Arg) -> bool {
    arg.is_positional() && arg.is_allow_hyphen_values_set()
}

pub fn is_dashed(word: &OsStr) -> bool {
    word.to_string_lossy().starts_with('-')
}

/// The verb that was typed, and where it stands: behind options that stand before any verb.
fn verb<'c>(typed: &[OsString], command: &'c Command) -> Option<(usize, &'c Command)> {
    let mut at = 1;
    while let Some(word) = typed.get(at) {
        if !is_dashed(word) {
            return Some((at, command.find_subcommand(word)?));
        }
        let is_apart = !word.to_string_lossy().contains('=');
        let takes = option(word, command)?.get_action().takes_values();
        at += 1 + usize::from(takes && is_apart);
    }
    None
}

/// The option that a word names: `--limit`, `--limit=3`, `-n`.
fn option<'c>(word: &OsStr, command: &'c Command) -> Option<&'c Arg> {
    let word = word.to_str()?;
    let named = |arg: &&Arg| match word.strip_prefix("--") {
        Some(name) => name.split('=').next().is_some_and(|name| arg.get_long() == Some(name)),
        None => arg
            .get_short()
            .is_some_and(|short| word.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4]))),
    };
    command.get_arguments().find(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        let typed = line.split(' ').map(OsString::from).collect();
        let words = options_first(typed, super::super::command);
        words.iter().map(|word| word.to_str().unwrap()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn all_verbs_with_a_query_are_listed() {
        let mut command = super::super::command();
        command.build();
        let takes_query = |verb: &&Command| verb.get_arguments().any(is_query);
        let mut found: Vec<&str> = command
            .get_subcommands()
            .filter(takes_query)
            .flat_map(|verb| std::iter::once(verb.get_name()).chain(verb.get_all_aliases()))
            .collect();
        let mut listed = WITH_QUERY.to_vec();
        found.sort_unstable();
        listed.sort_unstable();
        assert_eq!(found, listed);
    }

    #[test]
    fn options_of_the_verb_stand_before_its_query() {
        for (typed, expected) in [
            ("setara tasks tag:legal --json", "setara tasks --json tag:legal"),
            ("setara tasks -nama --limit 3 pay", "setara tasks --limit 3 -nama pay"),
            ("setara tasks pay -n 3", "setara tasks -n 3 pay"),
            ("setara ls pay --limit=3 x", "setara ls --limit=3 pay x"),
            ("setara --as Ayu mine pay --board x.db -y", "setara --as Ayu mine --board x.db pay -y"),
            // What is no option of it stays, and so does what stands behind `--`.
            ("setara tasks pay --frob", "setara tasks pay --frob"),
            ("setara tasks pay -- --json", "setara tasks pay -- --json"),
            ("setara add tasks --due fri pay --json", "setara add tasks --due fri pay --json"),
            ("setara remark kag --json is a word", "setara remark kag --json is a word"),
        ] {
            assert_eq!(read(typed), expected);
        }
    }
}
