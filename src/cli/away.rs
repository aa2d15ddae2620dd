//! `setara away`: from when until when one is not there.

use super::context::Context;
use super::stop::Stop;
use crate::domain::decide::{Away, Command};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, help = words().cmd_away_from())]
    from: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_away_until())]
    until: Option<String>,
    #[arg(long, conflicts_with_all = ["from", "until"], help = words().cmd_away_back())]
    back: bool,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        context.acting()?;
        let away = if self.back {
            Away { from: None, until: None }
        } else {
            let from = match self.from.as_deref() {
                Some(text) => context.day(text)?,
                None => context.session()?.today(),
            };
            let until = match self.until.as_deref() {
                Some(text) => Some(context.day_from(text, from)?),
                None => None,
            };
            Away { from: Some(from), until }
        };
        context.perform(&Command::Away(away)).map(drop)
    }
}
