//! What an importer yields, and the one door to all of them.
//!
//! **Invariant:** what a file holds and the board does not take is counted in [`Import::left_out`]; nothing is lost
//! silently. What was taken in another shape than it had is said in [`Import::notes`].

use chrono::{DateTime, NaiveDate, Utc};

use super::bundle::Bundle;
use super::detect::File;
use super::error::{ImportError, Other};
use super::records::is_of_records;
use super::table::{Field, Told};
use super::tally::{LeftOut, Lost, Note, Noted, Tally};
use super::{days, input, states};
use crate::domain::folding::folded;
use crate::words::words;

/// A board read from a file, before anything is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    pub bundle: Bundle,
    pub source: Source,
    /// Which list became which state, in board order; empty where the source has no lists.
    pub lists: Vec<ListMapping>,
    /// Which column became which field, in the order of the file; empty where the source is no table.
    pub columns: Vec<ColumnMapping>,
    pub left_out: Vec<LeftOut>,
    pub notes: Vec<Note>,
}

/// Where a file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Trello,
    WeKan,
    Planka,
    GitHub,
    GitHubProject,
    Taskwarrior,
    Obsidian,
    /// Boxes in Markdown.
    Markdown,
    /// CSV, TSV, or a table of Markdown.
    Table,
    TodoTxt,
    Setara,
}

impl Source {
    /// Where that comes from which has a key of another tool.
    pub fn of_key(key: &str) -> Option<Source> {
        Some(match key.split(':').next()? {
            "trello" => Source::Trello,
            "wekan" => Source::WeKan,
            "planka" => Source::Planka,
            "github" => Source::GitHub,
            "taskwarrior" => Source::Taskwarrior,
            "obsidian" => Source::Obsidian,
            "markdown" => Source::Markdown,
            "csv" => Source::Table,
            "todotxt" => Source::TodoTxt,
            _ => return None,
        })
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
    /// It is a list for what is blocked.
    pub is_blocked: bool,
    /// What its cards are tagged with, since other lists have the same state.
    pub tag: Option<String>,
}

impl ListMapping {
    /// A list whose state is not known yet.
    pub(super) fn new(name: &str, closed: bool, cards: usize) -> ListMapping {
        ListMapping { name: name.to_owned(), closed, cards, state: State::Open, is_blocked: false, tag: None }
    }
}

/// One column of a table, and what it is of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMapping {
    pub name: String,
    /// `None` where it has no place here.
    pub field: Option<Field>,
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
    /// Columns whose field is given, not guessed.
    pub columns: Vec<Told>,
    /// Who is on the board already, by name: a text that may name a person does only if there is such a person.
    pub members: Vec<String>,
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
        Options {
            lists: Vec::new(),
            columns: Vec::new(),
            members: Vec::new(),
            no_claims: false,
            pull_requests: false,
            day: |at| at.date_naive(),
        }
    }
}

impl Options {
    /// Whether somebody of that name is on the board.
    pub(super) fn is_member(&self, name: &str) -> bool {
        self.members.iter().any(|member| folded(member) == folded(name))
    }

    /// Parses `Review=review`, the argument of `--list`. The name may hold `=` itself: the last one counts.
    pub fn list(text: &str) -> Result<(String, State), ImportError> {
        let (name, state) = text.rsplit_once('=').unwrap_or((text, ""));
        let state = State::parse(state)
            .ok_or_else(|| ImportError::UnknownState { state: state.trim().to_owned() })?;
        Ok((name.trim().to_owned(), state))
    }
}

/// What is gathered while a file is read, besides the board in it.
#[derive(Debug)]
pub(super) struct Gathered {
    pub lost: Tally<Lost>,
    pub notes: Tally<Noted>,
}

impl Gathered {
    pub fn new() -> Gathered {
        Gathered { lost: Tally::new(), notes: Tally::new() }
    }

    pub fn import(self, source: Source, lists: Vec<ListMapping>, bundle: Bundle) -> Import {
        let (left_out, notes) = (self.lost.counted(), self.notes.counted());
        Import { bundle, source, lists, columns: Vec::new(), left_out, notes }
    }

    /// What a task is called: its title, else the first line of its text.
    pub fn title(&self, title: Option<String>, text: Option<&str>, example: &str) -> String {
        if let Some(title) = title {
            return title;
        }
        match text.and_then(|text| text.lines().map(str::trim).find(|line| !line.is_empty())) {
            Some(line) => {
                self.notes.add(Noted::TitledByText, line);
                line.to_owned()
            }
            None => {
                self.notes.add(Noted::Untitled, example);
                words().import_untitled()
            }
        }
    }
}

/// Reads a board in any known format; which one is seen from the content.
pub fn read(bytes: &[u8], options: &Options) -> Result<Import, ImportError> {
    let input = input::read(bytes)?;
    if is_of_records(&input.text) {
        return Err(ImportError::NotABoard { may_be: Some(Other::Records) });
    }
    let scratch = Tally::new();
    let file = File::new(&input.text, &options.columns, &scratch);
    let format = file.format()?;
    if !format.has_lists {
        // A mapping that cannot apply is a mistake to hear about.
        states::check_overrides(&[], &options.lists)?;
    }
    let mut import = (format.read)(&file, options)?;
    if let Some(told) = options.columns.first().filter(|_| import.columns.is_empty()) {
        return Err(ImportError::UnknownColumn { name: told.column.clone(), known: Vec::new() });
    }
    if let Some(nothing) = nothing(&import) {
        return Err(nothing);
    }
    let notes = Tally::new();
    notes.add_many(Noted::HalfCharacter, input.halves, "");
    notes.add_many(Noted::Encoding, usize::from(input.guessed.is_some()), input.guessed.unwrap_or_default());
    import.notes.extend(notes.counted());
    Ok(days::keep_known(import))
}

/// Why an import brings nothing, if it does: that is no success.
fn nothing(import: &Import) -> Option<ImportError> {
    let Bundle { members, roles, goals, tasks, agreements, decisions, meetings, .. } = &import.bundle;
    let is_one_of_ours = import.source == Source::Setara
        && !(members.is_empty()
            && roles.is_empty()
            && goals.is_empty()
            && agreements.is_empty()
            && decisions.is_empty()
            && meetings.is_empty());
    if !tasks.is_empty() || is_one_of_ours {
        return None;
    }
    let count =
        |kind: &Lost| import.left_out.iter().find(|lost| lost.kind == *kind).map_or(0, |lost| lost.count);
    Some(match count(&Lost::PullRequest) {
        0 => ImportError::NothingInIt { source: import.source, unread: count(&Lost::Unreadable) },
        count => ImportError::OnlyPullRequests { count },
    })
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
