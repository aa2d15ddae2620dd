//! `setara role …`: named bundles of work, and who fills them.

use clap::Subcommand;
use clap::builder::PossibleValuesParser;

use super::complete;
use super::context::{Context, changed_list, changed_text, joined};
use super::page;
use super::stop::Stop;
use crate::domain::decide::{AddRole, Command, EditRole, PutDown, TakeRole};
use crate::domain::event::RoleEdited;
use crate::domain::id::RoleId;
use crate::domain::role::RoleState;
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    #[command(about = words().cmd_role_add())]
    Add(Add),
    #[command(about = words().cmd_role_edit(), after_help = words().cmd_edit_none())]
    Edit(Edit),
    #[command(about = words().cmd_role_take())]
    Take(Take),
    #[command(about = words().cmd_role_put_down())]
    PutDown(One),
    #[command(about = words().cmd_role_show())]
    Show(One),
}

#[derive(clap::Args)]
struct Add {
    #[arg(required = true, value_name = "NAME", help = words().cmd_role_name())]
    name: Vec<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_role_purpose())]
    purpose: Option<String>,
    #[arg(long = "domain", value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_role_domain())]
    domains: Vec<String>,
    #[arg(long = "accountability", value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_role_accountability())]
    accountabilities: Vec<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_review())]
    review: Option<String>,
    #[arg(long, help = words().cmd_role_draft())]
    draft: bool,
}

#[derive(clap::Args)]
struct Edit {
    #[arg(value_name = "ROLE", add = complete::role(), help = words().cmd_role_which())]
    role: String,
    #[arg(long, value_name = "NAME", help = words().cmd_role_name())]
    name: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_role_purpose())]
    purpose: Option<String>,
    #[arg(long = "domain", value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_role_domain())]
    domains: Vec<String>,
    #[arg(long = "accountability", value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_role_accountability())]
    accountabilities: Vec<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_review())]
    review: Option<String>,
    #[arg(long, value_name = "STATE", value_parser = states(), help = words().cmd_role_state())]
    state: Option<String>,
}

#[derive(clap::Args)]
struct Take {
    #[arg(value_name = "ROLE", add = complete::role(), help = words().cmd_role_which())]
    role: String,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_role_focus())]
    focus: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_role_term())]
    term: Option<String>,
}

#[derive(clap::Args)]
struct One {
    #[arg(required = true, value_name = "ROLE", add = complete::role(), help = words().cmd_role_which())]
    role: Vec<String>,
}

const STATES: [RoleState; 3] = [RoleState::Draft, RoleState::Active, RoleState::Retired];

fn states() -> PossibleValuesParser {
    PossibleValuesParser::new(STATES.map(RoleState::as_str))
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        match self.verb {
            Verb::Add(add) => add.run(context),
            Verb::Edit(edit) => edit.run(context),
            Verb::Take(take) => {
                let role = context.acting()?.find(&take.role)?;
                let (me, term) = (context.me()?, context.maybe_day(take.term.as_deref())?);
                // Who fills it already and says one of the two keeps the other.
                let row = context.session()?.board().role_row(role)?;
                let held = row.and_then(|row| row.holders.into_iter().find(|holder| holder.member == me));
                let (focus, until) = held.map_or((None, None), |held| (held.focus, held.term));
                let (focus, term) = (take.focus.or(focus), term.or(until));
                context.perform(&Command::TakeRole(TakeRole { role, focus, term })).map(drop)
            }
            Verb::PutDown(one) => {
                let role = context.acting()?.find(&joined(&one.role))?;
                context.perform(&Command::PutDown(PutDown { role })).map(drop)
            }
            Verb::Show(one) => {
                let role = context.session()?.find::<RoleId>(&joined(&one.role))?;
                page::print(context, role.into())
            }
        }
    }
}

impl Add {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let review = context.maybe_day(self.review.as_deref())?;
        let id = RoleId(context.acting()?.new_id());
        let add = AddRole {
            id,
            name: joined(&self.name),
            purpose: self.purpose,
            domains: self.domains,
            accountabilities: self.accountabilities,
            review,
            state: if self.draft { RoleState::Draft } else { RoleState::Active },
        };
        context.perform(&Command::AddRole(add))?;
        context.hint_of(|session| Ok(Some(words().out_hint_role(session.board().handle_of(id)?))))
    }
}

impl Edit {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let role = context.acting()?.find(&self.role)?;
        let review = context.changed_day(self.review.as_deref())?;
        let state = self.state.and_then(|word| STATES.into_iter().find(|state| state.as_str() == word));
        let edit = RoleEdited {
            name: self.name,
            purpose: changed_text(self.purpose)?,
            domains: changed_list(self.domains),
            accountabilities: changed_list(self.accountabilities),
            review,
            state,
            by: None,
            at: None,
            from: None,
        };
        context.perform(&Command::EditRole(EditRole { role, edit })).map(drop)
    }
}
