//! Boards from elsewhere and to elsewhere: one file a format, and one shape between them, the [`Bundle`].
//!
//! An importer turns a file's text into an [`Import`]; `session` turns its bundle into records. An exporter turns a
//! bundle into text. Neither sees the store or the terminal.
//!
//! ```text
//! bytes -> detect -> trello | github | taskwarrior | json -> Import { bundle, what was left out } -> summary
//! Bundle -> export -> json | markdown | csv
//! figures over time -> report -> html | markdown
//! ```

pub mod bundle;
mod csv;
mod days;
mod detect;
mod error;
mod export;
mod fields;
mod github;
mod import;
mod json;
mod lenient;
mod markdown;
pub mod report;
mod states;
mod summary;
mod tally;
mod taskwarrior;
mod trello;

pub use bundle::Bundle;
pub use error::ImportError;
pub use export::{Format, write};
pub use import::{Import, ListMapping, Options, Source, State, read};
pub use markdown::inert as inert_markdown;
pub use tally::{Counted, LeftOut, Lost, Note, Noted};
