//! Guesses a task's state from the name of the list that holds it, in English, Indonesian and Japanese.
//!
//! The guess is careful: words count only at the start or the end of a name ("Ready for QA", not "Usability Testing -
//! Feedback"), "not done" is not done, and what is not understood is open. It is always shown, and `--list` wins.

use super::error::ImportError;
use super::import::{ListMapping, State};

/// Finished first: "done, reviewed" is done.
const WORDS: [(State, &[&str]); 4] = [
    (
        State::Dropped,
        &[
            "dropped",
            "cancelled",
            "canceled",
            "rejected",
            "wontfix",
            "won't do",
            "won't fix",
            "abandoned",
            "batal",
            "dibatalkan",
            "ditolak",
        ],
    ),
    (
        State::Done,
        &[
            "done",
            "closed",
            "released",
            "complete",
            "completed",
            "finished",
            "shipped",
            "deployed",
            "live",
            "selesai",
            "rampung",
            "beres",
            "ditutup",
            "dirilis",
        ],
    ),
    (
        State::Review,
        &[
            "review",
            "reviewing",
            "in review",
            "code review",
            "qa",
            "testing",
            "in test",
            "verify",
            "verification",
            "ready to merge",
            "ready for merge",
            "acceptance",
            "tinjauan",
            "ditinjau",
            "peninjauan",
            "diuji",
            "pengujian",
            "uji coba",
        ],
    ),
    (
        State::Doing,
        &[
            "doing",
            "in progress",
            "work in progress",
            "wip",
            "in development",
            "ongoing",
            "started",
            "active",
            "sedang dikerjakan",
            "dikerjakan",
            "sedang berjalan",
            "dalam proses",
            "dalam pengerjaan",
            "proses",
        ],
    ),
];

/// Japanese has no spaces, so these count anywhere in a name.
const JAPANESE: [(State, &[&str]); 4] = [
    (State::Dropped, &["中止", "却下", "取消", "キャンセル", "見送り", "破棄"]),
    (State::Done, &["完了", "クローズ", "終了", "済み", "リリース済", "対応済"]),
    (State::Review, &["レビュー", "確認中", "確認待ち", "テスト", "検証", "マージ待ち"]),
    (State::Doing, &["作業中", "進行中", "対応中", "着手", "実装中", "開発中", "仕掛"]),
];

/// These turn a name's meaning around: "Not done", "Belum selesai", "未完了".
const NEGATIONS: [&str; 7] = ["not", "never", "un", "non", "belum", "tidak", "definition"];

/// What a list's name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    pub state: State,
    pub is_blocked: bool,
}

pub(super) fn guess(name: &str) -> Meaning {
    Meaning { state: guess_state(name), is_blocked: normal(name) == "blocked" }
}

/// The state that a list of that name most likely means.
fn guess_state(name: &str) -> State {
    let words = normal(name);
    if words.split(' ').any(|word| NEGATIONS.contains(&word)) || name.contains('未') {
        return State::Open;
    }
    let at_an_end = |phrase: &&str| {
        words.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            || words.strip_suffix(phrase).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    let spoken = WORDS.iter().find(|(_, phrases)| phrases.iter().any(at_an_end));
    let written = || JAPANESE.iter().find(|(_, parts)| parts.iter().any(|part| name.contains(part)));
    spoken.or_else(written).map_or(State::Open, |(state, _)| *state)
}

/// The state that an issue's label gives, if it names one. Labels such as "testing" name a field of work, so that only
/// a whole name counts, after "status:" or alone.
pub(super) fn of_label(label: &str) -> Option<State> {
    let words = normal(label);
    let words = words.strip_prefix("status ").or_else(|| words.strip_prefix("state ")).unwrap_or(&words);
    match words {
        "doing" | "in progress" | "work in progress" | "wip" | "inprogress" | "sedang dikerjakan" => {
            Some(State::Doing)
        }
        "review" | "in review" | "needs review" | "ready for review" | "under review" => Some(State::Review),
        _ => None,
    }
}

/// Every list with its state: as told, else as guessed.
pub(super) fn map(lists: &mut [ListMapping], told: &[(String, State)]) -> Result<(), ImportError> {
    check_overrides(lists, told)?;
    for list in lists {
        let state = told.iter().rev().find(|(pattern, _)| matches(pattern, &list.name));
        let meaning = match state {
            Some((_, state)) => Meaning { state: *state, is_blocked: false },
            None => guess(&list.name),
        };
        (list.state, list.is_blocked) = (meaning.state, meaning.is_blocked);
    }
    Ok(())
}

/// Refuses a name that fits no list: a typing error would otherwise go unseen.
pub(super) fn check_overrides(lists: &[ListMapping], told: &[(String, State)]) -> Result<(), ImportError> {
    match told.iter().find(|(pattern, _)| !lists.iter().any(|list| matches(pattern, &list.name))) {
        None => Ok(()),
        Some((name, _)) => Err(ImportError::UnknownList {
            name: name.clone(),
            known: lists.iter().map(|list| list.name.clone()).collect(),
        }),
    }
}

/// Whether `name` fits `pattern`, in any case; `*` stands for any text.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.trim().to_lowercase(), name.trim().to_lowercase());
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

/// Lower case, words parted by single spaces, limits such as "(3)" and marks gone.
fn normal(name: &str) -> String {
    let name = name.to_lowercase().replace('’', "'");
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|word| word.chars().any(char::is_alphabetic)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_guessed_in_three_languages() {
        for (name, state) in [
            ("Doing", State::Doing),
            ("🚧 In Progress (3)", State::Doing),
            ("Sedang dikerjakan", State::Doing),
            ("作業中", State::Doing),
            ("進行中", State::Doing),
            ("Ready for QA", State::Review),
            ("Ready to merge", State::Review),
            ("Review", State::Review),
            ("レビュー待ち", State::Review),
            ("DONE", State::Done),
            ("Done 2019", State::Done),
            ("クローズ", State::Done),
            ("Selesai", State::Done),
            ("Cancelled", State::Dropped),
            ("中止", State::Dropped),
            ("Won’t do", State::Dropped),
        ] {
            assert_eq!(guess_state(name), state, "{name}");
        }
    }

    #[test]
    fn what_only_looks_finished_stays_open() {
        for name in [
            "To Do",
            "Backlog",
            "Not done",
            "Belum selesai",
            "未完了",
            "やること",
            "Definition of Done",
            "Undone",
            "Usability Testing - Feedback",
            "Release Notes",
            "",
            "Dondon",
        ] {
            assert_eq!(guess_state(name), State::Open, "{name}");
        }
    }

    #[test]
    fn a_field_of_work_is_no_state_of_an_issue() {
        assert_eq!(of_label("status: in-progress"), Some(State::Doing));
        assert_eq!(of_label("needs review"), Some(State::Review));
        assert_eq!(of_label("testing"), None);
        assert_eq!(of_label("done"), None);
    }

    #[test]
    fn a_star_stands_for_any_text() {
        assert!(matches("*release", "2015-07-07 Release"));
        assert!(matches("2015*rel*", "2015-07-07 Release"));
        assert!(matches(" review ", "Review"));
        assert!(!matches("review", "Reviews"));
        assert!(!matches("a*a", "a"));
    }
}
