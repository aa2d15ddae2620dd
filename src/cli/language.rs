//! The language, before anything is said: also the help speaks it, so `--lang` is looked for before clap reads.

use std::env;
use std::ffi::OsString;

use crate::session::Environment;
use crate::settings::Complaint;
use crate::words::{self, Language};

/// Chooses the language for this process; gives what of the person's settings was not understood.
pub fn choose(typed: &[OsString]) -> Vec<Complaint> {
    let [named, all, messages, lang] =
        ["SETARA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).ok());
    let typed = option(typed).or(named);
    let (settings, complaints) = Environment::from_env().read_settings();
    words::choose(Language::for_person(
        typed.as_deref(),
        settings.language(),
        [all.as_deref(), messages.as_deref(), lang.as_deref()],
    ));
    complaints
}

/// What follows `--lang`, wherever it stands; nothing after `--`, where all words are a person's own.
fn option(typed: &[OsString]) -> Option<String> {
    let mut words = typed.iter().skip(1).map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next().map(|word| word.into_owned());
        }
        if let Some(named) = word.strip_prefix("--lang=") {
            return Some(named.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_wherever_it_stands() {
        let found = |line: &str| option(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(found("setara --lang id tasks").as_deref(), Some("id"));
        assert_eq!(found("setara tasks --lang=en").as_deref(), Some("en"));
        assert_eq!(found("setara add -- --lang id"), None);
        assert_eq!(found("setara --lang"), None);
    }
}
