//! What an importer yields, and the one door to all of them.
//!
//! **Invariant:** what a file holds and the board does not take is counted in [`Import::left_out`]; nothing is lost
//! silently. What was taken in another shape than it had is said in [`Import::notes`].

use chrono::{DateTime, NaiveDate, Utc};

use super::bundle::Bundle;
use super::detect::{self, Found};
use super::error::ImportError;
use super::tally::{LeftOut, Note};
use super::{days, github, json, states, taskwarrior, trello};

/// A board read from a file, before anything is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    pub bundle: Bundle,
    pub source: Source,
    /// Which list became which state, in board order; empty where the source has no lists.
    pub lists: Vec<ListMapping>,
    pub left_out: Vec<LeftOut>,
    pub notes: Vec<Note>,
}

/// Where a file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Trello,
    GitHub,
    Taskwarrior,
    Setara,
}

impl Source {
    /// Where that comes from which has a key of another tool.
    pub fn of_key(key: &str) -> Option<Source> {
        match key.split(':').next()? {
            "trello" => Some(Source::Trello),
            "github" => Some(Source::GitHub),
            "taskwarrior" => Some(Source::Taskwarrior),
            _ => None,
        }
    }
}

/// One list (column) of the source and the state that its cards got.
#[derive(Debug, Clone, PartialEq)]
pub struct ListMapping {
    pub name: String,
    /// Archived with all that is in it.
    pub closed: bool,
    /// How many cards it holds, archived ones included.
    pub cards: usize,
    pub state: State,
}

/// A task's state, as the bundle spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Open,
    Doing,
    Review,
    Done,
    Dropped,
}

impl State {
    pub const ALL: [State; 5] = [State::Open, State::Doing, State::Review, State::Done, State::Dropped];

    /// The word that the bundle and the command line use.
    pub fn word(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Doing => "doing",
            State::Review => "review",
            State::Done => "done",
            State::Dropped => "dropped",
        }
    }

    /// The state of that name, in any case.
    pub fn parse(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.word().eq_ignore_ascii_case(word.trim()))
    }

    /// Whether no more work is expected in it.
    pub fn is_finished(self) -> bool {
        matches!(self, State::Done | State::Dropped)
    }
}

/// How to read a file.
#[derive(Debug, Clone)]
pub struct Options {
    /// Lists whose state is given, not guessed; a `*` in a name stands for any text.
    pub lists: Vec<(String, State)>,
    /// Bring no claims: the team takes its tasks anew.
    pub no_claims: bool,
    /// Bring pull requests as tasks too.
    pub pull_requests: bool,
    /// The day that an instant falls on where the team is. Trello and Taskwarrior store a due day as local midnight,
    /// which is the day before in UTC for everybody east of Greenwich.
    pub day: fn(DateTime<Utc>) -> NaiveDate,
}

impl Default for Options {
    fn default() -> Self {
        Options { lists: Vec::new(), no_claims: false, pull_requests: false, day: |at| at.date_naive() }
    }
}

impl Options {
    /// Parses `Review=review`, the argument of `--list`. The name may hold `=` itself: the last one counts.
    pub fn list(text: &str) -> Result<(String, State), ImportError> {
        let (name, state) = text.rsplit_once('=').unwrap_or((text, ""));
        let state = State::parse(state)
            .ok_or_else(|| ImportError::UnknownState { state: state.trim().to_owned() })?;
        Ok((name.trim().to_owned(), state))
    }
}

/// Reads a board in any known format; which one is seen from the content.
pub fn read(bytes: &[u8], options: &Options) -> Result<Import, ImportError> {
    let text = detect::text(bytes)?;
    let found = detect::detect(text)?;
    if !matches!(found, Found::Trello(_)) {
        // Only Trello has lists: a mapping that cannot apply is a mistake to hear about.
        states::check_overrides(&[], &options.lists)?;
    }
    let import = match found {
        Found::Trello(board) => trello::read(board, options)?,
        Found::GitHub(items) => github::read(&items, options),
        Found::Taskwarrior(items) => taskwarrior::read(&items, options),
        Found::Setara(board) => json::import(board, options)?,
    };
    Ok(days::keep_known(import))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_option_splits_at_its_last_equals_sign() {
        assert_eq!(Options::list("a=b = Review").unwrap(), ("a=b".to_owned(), State::Review));
        assert!(matches!(Options::list("Review"), Err(ImportError::UnknownState { .. })));
        assert!(matches!(Options::list("Review=finished"), Err(ImportError::UnknownState { .. })));
    }

    #[test]
    fn a_list_option_is_refused_where_the_source_has_no_lists() {
        let options = Options { lists: vec![("Review".into(), State::Review)], ..Options::default() };
        let issues = br#"[{"number": 1, "title": "a", "state": "open"}]"#;
        assert!(matches!(read(issues, &options), Err(ImportError::UnknownList { .. })));
    }

    /// One of each format, small, so that a changed byte often hits something that matters.
    const SAMPLES: [&str; 4] = [
        r#"{"lists":[{"id":"l","name":"Done","pos":1}],"cards":[{"id":"5e0be100a","name":"é","idList":"l","idMembers":["m"],
            "due":"2020-01-01T00:00:00Z","attachments":[{"url":"https://trello.com/c/x"}]}],"actions":[{"type":"commentCard",
            "data":{"card":{"id":"5e0be100a"},"text":"t"}}]}"#,
        r##"[{"number":1,"title":"a","body":"blocked by:\n- [ ] #2, a/b#3 and #é","state":"CLOSED"},{"number":2,"title":"b"}]"##,
        r#"[{"uuid":"a","description":"a","status":"pending","depends":"b,c","entry":"20200101T000000Z"},{"uuid":"b",
            "description":"b","status":"completed","tags":["x"]}]"#,
        r#"{"format":"setara-board","version":1,"tasks":[{"key":"t","due":"2020-01-01","claims":[{"member":"m"}]}]}"#,
    ];

    proptest::proptest! {
        #[test]
        fn no_file_makes_it_panic(
            sample in 0..4usize,
            edits in proptest::collection::vec((0..400usize, 0..=255u8), 0..4),
            bytes in proptest::collection::vec(0..=255u8, 0..40),
        ) {
            let _ = read(&bytes, &Options::default());
            let mut text = SAMPLES[sample].as_bytes().to_vec();
            for (at, byte) in edits {
                if let Some(place) = text.get_mut(at) {
                    *place = byte;
                }
            }
            let _ = read(&text, &Options::default()).map(|import| import.summary());
        }
    }

    #[test]
    fn titles_may_be_huge_and_hold_control_characters() {
        let title = format!("\\u001b[31m{}", "x".repeat(10_000_000));
        let text = format!(r#"[{{"number": 1, "title": "{title}", "state": "open"}}]"#);
        let import = read(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!(import.bundle.tasks[0].title.len(), 10_000_005);
        assert!(import.bundle.tasks[0].title.starts_with("\u{1b}[31m"));
        assert!(import.summary().iter().all(|line| !line.contains('\u{1b}') && line.len() < 400));
    }
}
