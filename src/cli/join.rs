//! `setara join`: a new member; or one who comes back, or sits at another machine today.

use super::context::{Context, joined};
use super::stop::Stop;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "NAME", help = words().cmd_join_name())]
    name: Vec<String>,
    #[arg(long, value_name = "XY", help = words().cmd_join_initials())]
    initials: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let mut session = context.for_anybody()?;
        let done = session.join(&joined(&self.name), self.initials)?;
        context.take(session);
        context.say(&done)?;
        context.hint(words().out_hint_joined())
    }
}
