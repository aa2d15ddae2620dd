//! `setara me`: one's own page, and what one says of oneself.

use super::context::{Context, changed_list, changed_text};
use super::page;
use super::stop::Stop;
use crate::domain::decide::{Command, EditMember};
use crate::domain::event::MemberEdited;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "NAME", help = words().cmd_me_name())]
    name: Option<String>,
    #[arg(long, value_name = "XY", help = words().cmd_join_initials())]
    initials: Option<String>,
    #[arg(long, value_name = "N", help = words().cmd_me_limit())]
    limit: Option<u32>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_me_contact())]
    contact: Option<String>,
    #[arg(long, value_name = "SKILL", allow_hyphen_values = true, value_delimiter = ',', help = words().cmd_me_teaches())]
    teaches: Vec<String>,
    #[arg(long, value_name = "SKILL", allow_hyphen_values = true, value_delimiter = ',', help = words().cmd_me_learns())]
    learns: Vec<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let edit = MemberEdited {
            name: self.name,
            initials: changed_text(self.initials)?,
            limit: self.limit,
            contact: changed_text(self.contact)?,
            teaches: changed_list(self.teaches),
            learns: changed_list(self.learns),
            by: None,
            at: None,
            from: None,
        };
        if edit != MemberEdited::default() {
            return context.perform(&Command::EditMember(EditMember { edit })).map(drop);
        }
        let me = context.me()?;
        page::print(context, me.into())
    }
}
