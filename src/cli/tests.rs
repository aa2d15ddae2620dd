//! The grammar itself, as a table.

use clap::Command;

/// Every command with its subcommands, by what is typed.
fn all(command: &Command, typed: &str, found: &mut Vec<(String, Command)>) {
    for verb in command.get_subcommands().filter(|verb| verb.get_name() != "help") {
        let typed = format!("{typed} {}", verb.get_name());
        found.push((typed.clone(), verb.clone()));
        all(verb, &typed, found);
    }
}

#[test]
fn every_verb_says_what_it_does_and_takes_json() {
    let mut command = super::command();
    command.build();
    let mut found = Vec::new();
    all(&command, "setara", &mut found);
    for (typed, verb) in &found {
        let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(about.len() > 8 && !about.ends_with('.'), "{typed} is about {about:?}");
        for name in ["json", "board", "as"] {
            assert!(verb.get_arguments().any(|arg| arg.get_id() == name), "{typed} has no {name}");
        }
        for arg in verb.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.len() >= 3, "{typed} does not say what {} is", arg.get_id());
        }
    }
    command.debug_assert();
}
