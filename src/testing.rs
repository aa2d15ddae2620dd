//! For the tests of any layer: the sample team, as `setara demo` makes it.

use crate::session::{Environment, Session};

/// The sample team's board in this world; Ayu acts.
pub fn sample_team(environment: Environment) -> Session {
    crate::cli::sample_team(environment).unwrap()
}
