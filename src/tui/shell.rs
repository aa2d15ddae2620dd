//! The shell: what every screen goes through, whichever screens there are.
//!
//! | module | why |
//! |---|---|
//! | `run` | the loop, and what it runs |
//! | `app`, `update`, `desk` | what is on the screen; how a message changes it; what that asks of the board |
//! | `page` | what every screen can do |
//! | `action`, `keymap`, `mouse` | what can be done: its row, its keys, its clicks |
//! | `ask`, `who`, `editor` | questions with what happens next, who acts, long texts in the person's own editor |
//! | `frame`, `header`, `replay`, `status`, `footer` | the rows around what is shown |
//! | `news` | what touches one since one looked last |
//! | `filter` | the line in which one types what a list shows |
//! | `marked` | the tasks that are marked, for keys that act on several |
//! | `help`, `palette`, `why` | the table of actions, read by people; why one does nothing here |
//! | `first`, `habits`, `tutor` | what one is told once, and what one has learned |
//! | `preferences` | what a person has set, at work on this terminal |
//! | `overview` | what is known of the board on every screen |

pub mod app;
pub mod preferences;
pub mod run;

pub(in crate::tui) mod action;
pub(in crate::tui) mod ask;
pub(in crate::tui) mod desk;
pub(in crate::tui) mod editor;
pub(in crate::tui) mod filter;
pub(in crate::tui) mod first;
pub(in crate::tui) mod footer;
pub(in crate::tui) mod frame;
pub(in crate::tui) mod habits;
pub(in crate::tui) mod header;
pub(in crate::tui) mod help;
pub(in crate::tui) mod keymap;
pub(in crate::tui) mod marked;
pub(in crate::tui) mod mouse;
pub(in crate::tui) mod news;
pub(in crate::tui) mod overview;
pub(in crate::tui) mod page;
pub(in crate::tui) mod palette;
pub(in crate::tui) mod replay;
pub(in crate::tui) mod status;
pub(in crate::tui) mod tutor;
pub(in crate::tui) mod update;
pub(in crate::tui) mod who;
mod why;
