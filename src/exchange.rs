//! Boards from elsewhere and to elsewhere: one file a format, and one shape between them, the [`Bundle`].
//!
//! An importer turns a file's text into an [`Import`]; `session` turns its bundle into records. An exporter turns a
//! bundle into text. Neither sees the store or the terminal.
//!
//! ```text
//! bytes -> input -> detect -> trello | wekan | planka | github | taskwarrior | obsidian | table | tasklist | todotxt | json
//!       -> Import { bundle, what was left out } -> summary
//! bytes -> records, which are no bundle: a board takes them in as they are
//! Bundle -> export -> json | markdown | csv
//! Bundle, meetings ahead -> calendar
//! figures over time -> report -> html | markdown
//! ```

pub mod bundle;
mod cards;
mod checklists;
mod csv;
mod days;
mod detect;
mod error;
mod export;
mod github;
mod ical;
mod import;
mod input;
mod item;
mod json;
mod keys;
mod lists;
mod markdown;
mod obsidian;
mod part;
mod people;
mod planka;
mod records;
pub mod report;
mod states;
mod summary;
mod table;
mod tally;
mod tasklist;
mod taskwarrior;
mod todotxt;
mod trello;
mod wekan;
mod when;

pub use bundle::Bundle;
pub use error::{ImportError, Other};
pub use export::{Format, write};
pub use ical::calendar;
pub use import::{ColumnMapping, Import, ListMapping, Options, Source, State, read};
pub use markdown::inert as inert_markdown;
pub use records::Records;
pub use table::{Field, Told};
pub use tally::{Counted, LeftOut, Lost, Note, Noted};
