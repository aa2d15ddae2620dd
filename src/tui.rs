//! The terminal: words in by keys, words out in cells.
//!
//! The kit, which knows nothing of tasks or teams and which every screen is built on:
//!
//! | module | why |
//! |---|---|
//! | `terminal`, `signals`, `faults` | the terminal is as it was after any end: a return, a panic, a signal, a closed window |
//! | `events` | keys, pastes and sizes for one loop that sleeps in between |
//! | `answers` | what the terminal answers, told from what is typed |
//! | `text` | text from anywhere in exact columns, and without power over the terminal |
//! | `theme`, `marks` | meaning as styles and as signs; colour and Unicode only help |
//! | `draw` | panes, bars, hints over a buffer, at any size |
//! | `picture` | a screen as an SVG, for the README |

pub mod answers;
pub mod draw;
pub mod events;
pub mod faults;
pub mod marks;
pub mod picture;
pub mod reference;
pub mod signals;
pub mod terminal;
pub mod text;
pub mod theme;

pub mod app;
pub mod overlay;
pub mod page;
pub mod plain;
pub mod rehearsal;
mod tutor;
pub mod welcome;

mod action;
mod ask;
mod clicks;
mod cursor;
mod desk;
mod editor;
mod facts;
mod filter;
mod first;
mod footer;
mod forms;
mod greeting;
mod habits;
mod hand;
mod header;
mod help;
mod home;
mod key;
mod keymap;
mod layout;
mod link;
mod linked;
mod mouse;
mod palette;
mod pane;
pub mod preferences;
mod replay;
mod smart;
mod stage;
mod status;
mod update;
mod when;
mod who;

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod testing;
