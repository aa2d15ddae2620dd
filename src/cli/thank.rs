//! `setara thank`: says what one thanks others for.

use super::complete;
use super::context::{Context, joined, said};
use super::stop::Stop;
use crate::domain::decide::{Command, Thank};
use crate::domain::id::{MemberId, ThanksId};
use crate::domain::subject::Kind;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "NAME", add = complete::member(), help = words().cmd_thank_whom())]
    to: String,
    #[arg(required = true, value_name = "TEXT", help = words().cmd_thank_text())]
    text: Vec<String>,
    #[arg(long, value_name = "WHAT", add = complete::task(), help = words().cmd_thank_about())]
    about: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let text = said(joined(&self.text))?;
        let session = context.acting()?;
        let names = self.to.split(',').map(str::trim).filter(|name| !name.is_empty());
        let to = names.map(|name| session.find(name)).collect::<Result<Vec<MemberId>, _>>()?;
        let about = match &self.about {
            Some(word) => Some(session.find_among(Kind::ALL, word)?.id),
            None => None,
        };
        let id = ThanksId(session.new_id());
        context.perform(&Command::Thank(Thank { id, to, text, about })).map(drop)
    }
}
