//! Setara: a task board in the terminal for a team without a boss.
//!
//! The layers point one way; `tests/layers.rs` holds the line.
//!
//! ```text
//! domain  <-  insight, store, exchange, settings  <-  session  <-  cli, tui  <-  main
//! ```
//!
//! | module | what lives there | what never does |
//! |---|---|---|
//! | `domain` | ids, handles, subjects, events, `apply`, `decide`, `phrase` | clock, random, files, SQL, terminal |
//! | `insight` | findings: values in, values out | SQL, terminal, clock |
//! | `store` | the only SQL: journal, tables, search, windows for the screens | rules |
//! | `exchange` | importers and exporters, one file a format | SQL, terminal |
//! | `settings` | a person's settings file: text in, values and complaints out | files, terminal |
//! | `session` | the door for `cli` and `tui`: perform, undo, read | drawing |
//! | `cli`, `tui` | words in and out | rules, SQL |
//! | `files` | files in folders that others may write to, opened and written safely | |
//! | `platform` | what only systems of the Unix family give: rights, owners, signals | |
//! | `inert` | text from anywhere without power over the terminal | |
//! | `words` | every text for people, typed | |
//! | `packed` | what the build packed, since it is large and rarely read | |
//!
//! `assets/docs` says in prose what no single module can: the model, the record, the file, how the code reads, and which
//! files and rows it takes to add something.

pub mod cli;
pub mod domain;
pub mod exchange;
pub mod files;
mod inert;
pub mod insight;
mod packed;
mod platform;
pub mod session;
pub mod settings;
pub mod store;
#[cfg(test)]
mod testing;
pub mod tui;
pub mod words;
