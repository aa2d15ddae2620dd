//! The grammar in the chosen language: clap's own headings, the names of values, what stands after a help.
//!
//! Made only where a help or a refusal is said: a command that is understood does not wait for it.

use clap::{Arg, Command};

use super::manual::TOPICS;
use crate::words::words;

/// What holds for every verb stands after what is a verb's own.
const EVERYWHERE: usize = 1000;

/// The grammar with all its words. It reads what the other reads.
pub fn worded(mut command: Command) -> Command {
    command.build();
    reword(command)
}

fn reword(command: Command) -> Command {
    // Clap's own, below a verb that has others; ours says for itself what it does.
    let is_claps = command.get_name() == "help" && command.get_arguments().all(|arg| arg.get_id() != "words");
    let about = is_claps.then(|| words().usage_help_verb());
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    let mut command =
        command.subcommand_value_name(words().usage_verb()).mut_args(arg).mut_subcommands(reword);
    let template = template(&mut command);
    command.help_template(template)
}

/// As clap lays a help out, with our headings.
fn template(command: &mut Command) -> String {
    let words = words();
    let usage = usage(command);
    let (title, header) = (*command.get_styles().get_usage(), *command.get_styles().get_header());
    let mut text = format!("{{about-with-newline}}\n{title}{}{title:#} {usage}", words.usage_heading());
    let part = |text: &mut String, heading: String, tag: &str| {
        text.push_str(&format!("\n\n{header}{heading}{header:#}\n{{{tag}}}"));
    };
    if command.get_name() == "setara" {
        part_of_chapters(command, &mut text);
    } else if command.has_subcommands() {
        part(&mut text, words.usage_verbs(), "subcommands");
    }
    if command.get_positionals().next().is_some() {
        part(&mut text, words.usage_arguments(), "positionals");
    }
    part(&mut text, words.usage_options(), "options");
    if command.get_name() == "setara" {
        part_of_topics(command, &mut text);
    }
    text + "{after-help}"
}

/// The verbs in their chapters: nobody finds one of sixty in a single list.
fn part_of_chapters(command: &Command, text: &mut String) {
    let (header, literal) = (*command.get_styles().get_header(), *command.get_styles().get_literal());
    let verbs: Vec<&Command> = command.get_subcommands().collect();
    let width = verbs.iter().map(|verb| verb.get_name().len()).max().unwrap_or(0);
    let mut rest = verbs.as_slice();
    for (chapter, count) in super::CHAPTERS {
        let (these, others) = rest.split_at((*count).min(rest.len()));
        rest = others;
        text.push_str(&format!("\n\n{header}{}{header:#}", chapter()));
        for verb in these.iter().filter(|verb| !verb.is_hide_set()) {
            let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
            let name = verb.get_name();
            let blanks = " ".repeat(width - name.len());
            text.push_str(&format!("\n  {literal}{name}{literal:#}{blanks}  {about}"));
        }
    }
}

/// What the manual tells of, each as it is typed.
fn part_of_topics(command: &Command, text: &mut String) {
    let (header, literal) = (*command.get_styles().get_header(), *command.get_styles().get_literal());
    text.push_str(&format!("\n\n{header}{}{header:#}", words().chapter_topics()));
    let width = TOPICS.iter().map(|topic| topic.name.len()).max().unwrap_or(0);
    for topic in TOPICS {
        let blanks = " ".repeat(width - topic.name.len());
        let about = (topic.about)();
        text.push_str(&format!("\n  {literal}help {}{literal:#}{blanks}  {about}", topic.name));
    }
}

/// `setara add [OPTIONS] <TITLE>...`, in colours.
fn usage(command: &mut Command) -> String {
    let title = *command.get_styles().get_usage();
    let usage = command.render_usage().ansi().to_string();
    let usage = usage.strip_prefix(&format!("{title}Usage:{title:#} ")).unwrap_or(&usage);
    usage.replace("[OPTIONS]", &words().usage_any_options())
}

fn arg(arg: Arg) -> Arg {
    let help = match arg.get_id().as_str() {
        "help" => words().usage_help(),
        "version" => words().usage_version(),
        // Of the verb `help`.
        "subcommand" => words().usage_help_of(),
        _ => arg.get_help().map(ToString::to_string).unwrap_or_default(),
    };
    let asides = asides(&arg);
    let named: Vec<String> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| value(name)).collect();
    let arg = if named.is_empty() { arg } else { arg.value_names(named) };
    let last = arg.is_global_set() || matches!(arg.get_id().as_str(), "help" | "version");
    let arg = if last { arg.display_order(EVERYWHERE) } else { arg };
    arg.help([vec![help], asides].concat().join(" "))
        .hide_possible_values(true)
        .hide_default_value(true)
        .hide_env(true)
}

/// What it may be, what it is where nothing is said, and where else it can be said.
fn asides(arg: &Arg) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(name) = arg.get_env() {
        said.push(words().usage_env(name.to_string_lossy()));
    }
    if let [value] = arg.get_default_values()
        && arg.get_action().takes_values()
    {
        said.push(words().usage_default(value.to_string_lossy()));
    }
    let values = arg.get_possible_values();
    if !values.is_empty() {
        let names: Vec<_> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        said.push(words().usage_values(names.join(", ")));
    }
    said
}

/// What stands for a value.
fn value(name: &str) -> String {
    let words = words();
    match name {
        "COLUMN" => words.usage_column(),
        "COMMAND" => words.usage_verb(),
        "DAY" => words.usage_day(),
        "DECISION" => words.usage_decision(),
        "FILE" => words.usage_file(),
        "FORMAT" => words.usage_format(),
        "GOAL" => words.usage_goal(),
        "GROUP" => words.usage_group(),
        "HANDLE" => words.usage_handle(),
        "HORIZON" => words.usage_horizon(),
        "HOW" => words.usage_how(),
        "INTO" => words.usage_into(),
        "KEY" => words.usage_key(),
        "KIND" => words.usage_kind(),
        "LANG" => words.usage_lang(),
        "LESSON" => words.usage_lesson(),
        "MEMBER" => words.usage_member(),
        "NAME" => words.usage_name(),
        "NAMES" => words.usage_names(),
        "NAME=MEMBER" => words.usage_name_member(),
        "NAME=STATE" => words.usage_name_state(),
        "NAME=FIELD" => words.usage_name_field(),
        "NOTE" => words.usage_note(),
        "OTHER" => words.usage_other(),
        "NUMBER" => words.usage_number(),
        "ORDER" => words.usage_order(),
        "PATH" => words.usage_path(),
        "QUESTION" => words.usage_question(),
        "QUERY" => words.usage_query(),
        "REASON" => words.usage_reason(),
        "ROLE" => words.usage_role(),
        "RULE" => words.usage_rule(),
        "SKILL" => words.usage_skill(),
        "STANCE" => words.usage_stance(),
        "STATE" => words.usage_state(),
        "STEP" => words.usage_step(),
        "TAG" => words.usage_tag(),
        "TASK" => words.usage_task(),
        "TEAM" => words.usage_team(),
        "TENSION" => words.usage_tension(),
        "TEXT" => words.usage_text(),
        "TITLE" => words.usage_title(),
        "TOPIC" => words.usage_topic(),
        "UNIT" => words.usage_unit(),
        "VALUE" => words.usage_value(),
        "VERDICT" => words.usage_verdict(),
        "WHAT" => words.usage_what(),
        "WHAT_IS" => words.usage_what_is(),
        "WHEN" => words.usage_when(),
        "WHY" => words.usage_why(),
        "WORDS" => words.usage_words(),
        // `N`, `XY`, `URL`, `SHELL` and `FOLDER` are the same in both languages.
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, choose_here};

    /// Every help, by what is typed for it.
    fn helps(command: Command) -> Vec<String> {
        let verbs: Vec<Command> = command.get_subcommands().cloned().collect();
        let mut command = command;
        let own = command.render_help().to_string();
        verbs.into_iter().flat_map(helps).chain([own]).collect()
    }

    #[test]
    fn no_help_speaks_two_languages() {
        choose_here(Language::Indonesian);
        let helps = helps(worded(super::super::command()));
        assert!(helps.len() > 60);
        for help in &helps {
            for english in
                ["Usage", "Commands", "Arguments", "Options", "OPTIONS", "Print", "possible", "[default"]
            {
                assert!(!help.contains(english), "{english}:\n{help}");
            }
            for word in help.split(|c: char| !c.is_ascii_uppercase() && c != '_').filter(|w| w.len() > 3) {
                let known = ["SHELL", "JSON", "FORMAT"].contains(&word) || word.starts_with("SETARA_");
                assert!(known || !ENGLISH.contains(&word), "{word}:\n{help}");
            }
        }
    }

    /// The names of values that have another name in Indonesian.
    const ENGLISH: [&str; 13] = [
        "GOAL", "HANDLE", "NAME", "NUMBER", "QUERY", "REASON", "ROLE", "RULE", "STATE", "TASK", "TEXT",
        "TITLE", "WORDS",
    ];

    #[test]
    fn a_value_without_a_name_in_indonesian_is_the_same_there() {
        choose_here(Language::Indonesian);
        fn names(command: &Command) -> Vec<String> {
            let takes = command.get_arguments().filter(|arg| arg.get_action().takes_values());
            let own = takes.flat_map(|arg| arg.get_value_names().unwrap_or_default());
            let own: Vec<String> = own.map(ToString::to_string).collect();
            command.get_subcommands().flat_map(names).chain(own).collect()
        }
        for name in names(&super::super::command()) {
            let same = ["N", "XY", "URL", "SHELL", "FORMAT", "FOLDER"].contains(&name.as_str());
            assert!(same || value(&name) != name, "{name} has no row in `value`");
        }
    }

    #[test]
    fn what_holds_everywhere_stands_last() {
        let helps = helps(worded(super::super::command()));
        let add = helps.iter().find(|help| help.contains("setara add")).unwrap();
        assert!(add.find("--due") < add.find("--board"), "{add}");
        assert!(add.find("--board") < add.find("--help"), "{add}");
    }

    #[test]
    fn it_reads_what_the_grammar_reads() {
        for line in [
            "setara add Buy bread --due fri --claim",
            "setara role take zuj --focus x",
            "setara --json tasks",
        ] {
            let typed = || line.split(' ');
            assert!(super::super::command().try_get_matches_from(typed()).is_ok(), "{line}");
            assert!(worded(super::super::command()).try_get_matches_from(typed()).is_ok(), "{line}");
        }
    }
}
