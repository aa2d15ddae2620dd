//! `setara me`: one's own page, and what one says of oneself.

use super::context::{Context, changed_list, changed_text};
use super::stop::Stop;
use super::{complete, page};
use crate::domain::decide::{Command, EditMember, Merge};
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
    #[arg(long, value_name = "NAME", add = complete::member(), conflicts_with = "is", help = words().cmd_me_merge())]
    merge: Option<String>,
    #[arg(long, value_name = "NAME", add = complete::member(), help = words().cmd_me_is())]
    is: Option<String>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        if let Some(name) = self.merge.as_deref().or(self.is.as_deref()) {
            let me = context.me()?;
            let other = context.session()?.find(name)?;
            let (member, into) = if self.is.is_some() { (me, other) } else { (other, me) };
            return context.perform(&Command::Merge(Merge { member, into })).map(drop);
        }
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
