//! Boards from elsewhere and to elsewhere: one file a format, and one shape between them, the [`Bundle`].
//!
//! An importer turns a file's text into an [`Import`]; `session` turns its bundle into records. An exporter turns a
//! bundle into text. Neither sees the store or the terminal.

pub mod bundle;
pub mod demo;

pub use bundle::Bundle;
