//! The kit: a terminal and what draws and asks on it. It knows nothing of tasks or teams, and every screen is built on it.
//!
//! | module | why |
//! |---|---|
//! | `terminal`, `signals`, `faults` | the terminal is as it was after any end: a return, a panic, a signal, a closed window |
//! | `events`, `answers` | keys, pastes and sizes for one loop that sleeps in between; what the terminal answers, told from what is typed |
//! | `key`, `clicks` | a key as it is named, a click as it is counted |
//! | `text`, `marks`, `theme`, `when` | exact columns and no power over the terminal; meaning as signs and styles; days in a column |
//! | `draw` | panes, bars, hints over a buffer, at any size |
//! | `chart` | values over days as a curve |
//! | `cursor` | where one stands in a windowed list |
//! | `list` | the loaded rows of a list, the selected one, and how both are drawn |
//! | `overlay` | prompt, picker, confirm, form, message, and the line editor in them |
//! | `link`, `linked` | addresses in a text, and their cells on the terminal |
//! | `picture` | a screen as an SVG, for the README |
//!
//! **Invariant:** of the board's own layers it names only what is about days, letters and counts, and no subject:
//! `domain::calendar`, `domain::spoken`, `domain::folding`.

pub mod answers;
pub mod chart;
pub mod clicks;
pub mod cursor;
pub mod draw;
pub mod events;
pub mod faults;
pub mod key;
pub mod link;
pub mod linked;
pub mod list;
pub mod marks;
pub mod overlay;
pub mod picture;
pub mod signals;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod when;
