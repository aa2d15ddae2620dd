//! The screens: what is shown of a board, and what one can do there.
//!
//! | module | why |
//! |---|---|
//! | `stage` | which of them there is: the welcome until there is a board, then the board, and the lesson over either |
//! | `home`, `pane`, `layout` | the five panes, and where they stand |
//! | `page` | what is opened over the panes, each page in a file of its own |
//! | `forms` | everything that a task, a goal, a role or a member says, in fields |
//! | `welcome`, `greeting` | the first screen, and what is done there |
//! | `plain` | the whole desk line by line, for screen readers |

pub mod page;
pub mod plain;
pub mod welcome;

pub(in crate::tui) mod forms;
pub(in crate::tui) mod greeting;
pub(in crate::tui) mod home;
pub(in crate::tui) mod layout;
pub(in crate::tui) mod pane;
pub(in crate::tui) mod stage;
