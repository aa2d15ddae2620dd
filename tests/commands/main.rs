//! The commands, as people type them. The transcripts in `tests/snapshots` are also documentation: each is a story with
//! a fixed clock, fixed ids and a home of its own.
//!
//! A story is a few lines: `# …` is said, `now …` sets the clock, `$ …` is typed (after a name and a colon: by whom).
//! `{Sign}` stands for the handle of what was added under a title that begins so.

mod around;
mod clocks;
mod files;
mod home;
mod kept;
mod plain;
mod refusals;
mod shapes;
mod stories;

/// A small board from elsewhere.
const TRELLO: &str = r#"{"name": "Shop", "lists": [
    {"id": "l1", "name": "To do", "pos": 1}, {"id": "l2", "name": "With the client", "pos": 2}, {"id": "l3", "name": "Done", "pos": 3}],
  "members": [{"id": "m1", "fullName": "Citra Dewi", "username": "citra"}],
  "cards": [
    {"id": "5e0be1000000000000000001", "name": "Photograph the shelves", "idList": "l1", "idMembers": ["m1"], "pos": 1},
    {"id": "5e0be1000000000000000002", "name": "Print the flyers", "idList": "l2", "pos": 2},
    {"id": "5e0be1000000000000000003", "name": "Call the market", "idList": "l3", "pos": 3}],
  "actions": []}"#;
