//! The screens: what is shown of a board, and what one can do there.
//!
//! | module | why |
//! |---|---|
//! | `mode` | which of them there is: the welcome until there is a board, then the board, and the lesson over either |
//! | `home`, `pane`, `layout` | the five panes, and where they stand |
//! | `preview` | the selected item in short, where the panes leave room |
//! | `page` | what is opened over the panes, each page in a file of its own |
//! | `actions`, `reference` | what one can do, in tables, and the list of keys made from them |
//! | `kinds`, `choices` | what there is for each kind of subject: its page, its forms, what can be chosen of it |
//! | `forms` | everything that a task, a goal, a role or a member says, in fields |
//! | `hints`, `lesson` | what is said once, and the steps of the tutor |
//! | `welcome`, `greeting` | the first screen, and what is done there |
//! | `stage` | what a room sees, on a terminal of its own or in the place of a desk |
//! | `plain` | the whole desk line by line, for screen readers |

pub mod mode;
pub mod page;
pub mod plain;
pub mod reference;
pub mod stage;
pub mod welcome;

mod choices;
mod kinds;

pub(in crate::tui) mod actions;
pub(in crate::tui) mod forms;
pub(in crate::tui) mod greeting;
pub(in crate::tui) mod hints;
pub(in crate::tui) mod home;
pub(in crate::tui) mod layout;
pub(in crate::tui) mod lesson;
pub(in crate::tui) mod pane;
pub(in crate::tui) mod preview;

use super::shell::action;
use super::shell::app::Screens;

static SCREENS: Screens =
    Screens { base: || Box::new(home::Home::new()), hints: hints::HINTS, lesson: &lesson::LESSON };

/// What the shell runs. It knows the actions from then on.
pub fn screens() -> &'static Screens {
    action::provide(actions::TABLES);
    &SCREENS
}
