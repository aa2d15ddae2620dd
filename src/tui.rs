//! The terminal: words in by keys, words out in cells, on floors. A floor names those below it and none above;
//! `tests/layers.rs` holds the line.
//!
//! ```text
//! kit  <-  stage, shell  <-  screens
//! ```
//!
//! | floor | what lives there | what it never knows |
//! |---|---|---|
//! | [`kit`] | the terminal, its events, and what draws and asks on it | a board: tasks, teams, sessions |
//! | `stage` | panels, drawn for a whole room | boards, sessions, keys |
//! | [`shell`] | the loop, the update, actions, keys, help, palette, footer, status, tutor | which panes, pages and actions there are |
//! | [`screens`] | home and its panes, pages, forms, the welcome, the plain front | |
//!
//! A widget that could serve any program belongs to the kit. What every screen goes through belongs to the shell. What a
//! screen shows, and what one can do there, belongs to the screens.

pub mod kit;
pub mod rehearsal;
pub mod screens;
pub mod shell;
mod stage;

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod testing;
