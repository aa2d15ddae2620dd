//! `setara me`: one's own page, and what one says of oneself.

use super::context::{Context, changed_list, changed_text};
use super::stop::Stop;
use super::{complete, page};
use crate::domain::decide::{Command, EditMember, Merge};
use crate::domain::event::MemberEdited;
use crate::domain::folding::folded;
use crate::domain::member::Member;
use crate::domain::subject::Subject;
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
        let teaches = changed_skills(context, self.teaches, Member::teaches)?;
        let learns = changed_skills(context, self.learns, Member::learns)?;
        let edit = MemberEdited {
            name: self.name,
            initials: changed_text(self.initials)?,
            limit: self.limit,
            contact: changed_text(self.contact)?,
            teaches,
            learns,
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

/// Skills to set; where each has a plus or a minus before it, those are added and taken away, and the others stay.
fn changed_skills(
    context: &mut Context,
    said: Vec<String>,
    known: fn(&Member) -> &[String],
) -> Result<Option<Vec<String>>, Stop> {
    let words: Vec<&str> = said.iter().map(|word| word.trim()).collect();
    if words.is_empty() || !words.iter().all(|word| word.len() > 1 && word.starts_with(['+', '-'])) {
        return Ok(changed_list(said));
    }
    let me = context.me()?;
    let mut skills = match context.session()?.board().subject(me.into())? {
        Some(Subject::Member(member)) => known(&member).to_vec(),
        _ => Vec::new(),
    };
    for word in words {
        let (sign, skill) = word.split_at(1);
        let skill = skill.trim();
        match sign {
            "+" if skills.iter().all(|known| folded(known) != folded(skill)) => skills.push(skill.to_owned()),
            "+" => {}
            _ => skills.retain(|known| folded(known) != folded(skill)),
        }
    }
    Ok(Some(skills))
}
