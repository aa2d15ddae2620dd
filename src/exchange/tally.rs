//! Counts what was left out or taken in another shape, with a few examples, so that the summary can say it.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Something that happened `count` times, with the first few names.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted<K> {
    pub kind: K,
    pub count: usize,
    /// At most three, shortened, each on one line without control characters.
    pub examples: Vec<String>,
}

/// What the board did not take.
pub type LeftOut = Counted<Lost>;
/// What came in, but in another shape than it had.
pub type Note = Counted<Noted>;

/// Why something was left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// GitHub lists them among the issues.
    PullRequest,
    /// One of the two tasks is a pull request that was left out.
    PullRequestDependency,
    /// A dependency that was met at a time that the file does not tell.
    MetDependency,
    /// The file holds the same item twice.
    Duplicate,
    /// An item whose fields have other types than they should; the example is its place in the file.
    Unreadable,
    /// Left out because claims were not wanted.
    Claim,
    /// A card that only serves to make other cards.
    Template,
    /// The pattern of a recurring task, whose occurrence came in.
    RecurringPattern,
    /// Comments that the file counts but does not hold.
    Comment,
    /// A label that no card has; a tag lives on tasks only.
    Label,
    /// A comment on a card that is not in the file.
    CommentOnNothing,
    /// A checklist of a card that is not in the file.
    ChecklistOfNothing,
    /// Who does a checklist's item, or until when.
    CheckItemDetail,
    /// A date that could not be read.
    Date,
    /// Private e-mail addresses: they are never stored.
    Address,
    /// Entries of the source's history that are no comments.
    History,
    /// A line of text that is no task and belongs to none.
    Line,
    /// A cell beyond the last column that has a name.
    CellWithoutColumn,
    /// A task that waits on itself.
    OwnDependency,
    /// A field of that name.
    Field(String),
    /// A field of that name which held something else than it should; its item came in without it.
    Odd(String),
}

/// What came in otherwise than it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noted {
    /// Items of checklists, now boxes in the notes.
    CheckItem,
    /// Attachments that link to other cards of the same board.
    CardLink,
    /// Files that stay at the source; only their addresses came in.
    Upload,
    /// Archived cards that count as done.
    ArchivedDone,
    /// Archived cards that count as dropped.
    ArchivedDropped,
    /// Cards that are not archived but whose list is; counted among the archived ones too.
    InArchivedList,
    /// Cards marked complete outside of a list for finished work.
    MarkedComplete,
    /// Cards whose list is not in the file.
    NoList,
    /// Members on a card who are no longer on the board.
    Stranger,
    /// Members on no card.
    Idle,
    /// Projects that became tags.
    Project,
    /// Tasks that recurred and now come in once.
    Recurring,
    /// Milestones that were closed and are taken as met.
    ClosedMilestone,
    /// Tasks without a title.
    Untitled,
    /// Tasks without a title of their own, now called by the first line of their text.
    TitledByText,
    /// Lists that share a state with others, so that their names are tags now.
    ListAsTag,
    /// Tasks in a list for what is blocked, which does not say by what.
    BlockedList,
    /// Days such as 3/4/2026, read as day and month since nothing in the file tells their order.
    DayFirst,
    /// The encoding was guessed, since the file does not say it; the example is its name.
    Encoding,
    /// Halves of characters, which nobody can read.
    HalfCharacter,
    /// The file has as many entries as one page of GitHub: 30 or 100.
    OnePage,
    /// Pull requests brought in as tasks.
    PullRequestTask,
}

/// Collects counts while a file is read; whoever reads a part of it adds to the same.
#[derive(Debug)]
pub(super) struct Tally<K>(RefCell<BTreeMap<K, (usize, Vec<String>)>>);

impl<K: Ord> Tally<K> {
    pub(super) fn new() -> Self {
        Tally(RefCell::default())
    }

    pub(super) fn add(&self, kind: K, example: &str) {
        self.add_many(kind, 1, example);
    }

    pub(super) fn add_many(&self, kind: K, count: usize, example: &str) {
        if count == 0 {
            return;
        }
        let mut counts = self.0.borrow_mut();
        let (total, examples) = counts.entry(kind).or_default();
        // A file may say any number.
        *total = total.saturating_add(count);
        if examples.len() < EXAMPLES && !example.is_empty() {
            examples.push(clip(example));
        }
    }

    /// The counts, in the order of the kinds.
    pub(super) fn counted(self) -> Vec<Counted<K>> {
        let counts = self.0.into_inner();
        counts.into_iter().map(|(kind, (count, examples))| Counted { kind, count, examples }).collect()
    }
}

/// So many examples of each kind are told.
const EXAMPLES: usize = 3;

/// At most 40 characters on one line, safe to print.
pub(super) fn clip(text: &str) -> String {
    let mut clipped: String = text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(40).is_some() {
        clipped.push('…');
    }
    clipped
}
