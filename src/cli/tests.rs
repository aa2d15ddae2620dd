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

#[test]
fn every_verb_stands_in_one_chapter_of_the_help() {
    let mut command = super::wording::worded(super::command());
    let help = command.render_help().to_string();
    let verbs: usize = super::CHAPTERS.iter().map(|(_, count)| count).sum();
    assert_eq!(verbs, command.get_subcommands().count());
    // Every topic begins with `help`, too.
    for verb in command.get_subcommands().filter(|verb| verb.get_name() != "help") {
        let row = format!("  {} ", verb.get_name());
        let rows = help.lines().filter(|line| line.starts_with(&row)).count();
        assert_eq!(rows, usize::from(!verb.is_hide_set()), "{}:\n{help}", verb.get_name());
    }
}

/// `-nama` leaves out what has that word: a short option made of its letters would be read instead.
#[test]
fn a_query_that_leaves_a_word_out_is_no_row_of_options() {
    for verb in super::command().get_subcommands().filter(|verb| {
        verb.get_arguments().any(|arg| arg.get_id() == "query" && arg.is_allow_hyphen_values_set())
    }) {
        let short: Vec<char> = verb.get_arguments().filter_map(clap::Arg::get_short).collect();
        assert!(short.is_empty() || short == ['n'], "{} {short:?}", verb.get_name());
    }
}

#[test]
fn without_a_verb_the_screen_opens_and_all_else_is_read_as_ever() {
    let read = |line: &str| super::parse(&line.split(' ').map(std::ffi::OsString::from).collect::<Vec<_>>());
    for line in ["setara", "setara --board b.db", "setara --as=ayu --plain"] {
        assert!(matches!(read(line), Ok(super::Cli { verb: None, .. })), "{line}");
    }
    let cli = read("setara --board b.db").ok().unwrap();
    assert_eq!(cli.globals.board.as_deref(), Some(std::path::Path::new("b.db")));
    for line in
        ["setara mine", "setara --json mine", "setara --board b.db mine", "setara --board b.db done x"]
    {
        assert!(matches!(read(line), Ok(super::Cli { verb: Some(_), .. })), "{line}");
    }
    for (line, kind) in [
        ("setara --help", clap::error::ErrorKind::DisplayHelp),
        ("setara --bord b.db", clap::error::ErrorKind::UnknownArgument),
        ("setara --board b.db mines", clap::error::ErrorKind::InvalidSubcommand),
    ] {
        assert_eq!(read(line).err().map(|error| error.kind()), Some(kind), "{line}");
    }
}
