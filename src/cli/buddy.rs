//! `setara buddy`: offers oneself to a newcomer, answers such an offer, or ends what came of it. Without a name it lists
//! who is whose buddy.

use super::complete;
use super::context::Context;
use super::json;
use super::paper::{Look, piece};
use super::stop::Stop;
use crate::domain::decide::{AnswerPairing, Command, EndPairing, OfferPairing};
use crate::domain::id::{MemberId, PairingId};
use crate::domain::pairing::{PAIRING_DAYS, PAIRING_DAYS_MOST, PairingKind};
use crate::words::words;

/// More pairs than any team has.
const MOST: usize = 10_000;

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("what").multiple(false))]
pub struct Args {
    #[arg(value_name = "NAME", add = complete::member(), help = words().cmd_buddy_whom())]
    with: Option<String>,
    #[arg(long, requires = "with", group = "what", help = words().cmd_buddy_yes())]
    yes: bool,
    #[arg(long, requires = "with", group = "what", help = words().cmd_buddy_no())]
    no: bool,
    #[arg(long, requires = "with", group = "what", help = words().cmd_buddy_end())]
    end: bool,
    #[arg(long, value_name = "DAY", requires = "with", group = "what", help = words().cmd_buddy_until())]
    until: Option<String>,
    #[arg(long, value_name = "N", requires = "with", group = "what",
        value_parser = clap::value_parser!(u32).range(1..=i64::from(PAIRING_DAYS_MOST)),
        help = words().cmd_buddy_days(PAIRING_DAYS))]
    days: Option<u32>,
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let Some(name) = &self.with else { return list(context) };
        let until = context.maybe_day(self.until.as_deref())?;
        let session = context.acting()?;
        let with: MemberId = session.find(name)?;
        let is_offer = !(self.yes || self.no || self.end);
        let command = match () {
            () if self.end => Command::EndPairing(EndPairing { with }),
            () if is_offer => {
                let id = PairingId(session.new_id());
                let kind = PairingKind::Buddy;
                Command::OfferPairing(OfferPairing { id, kind, with, until, days: self.days })
            }
            () => Command::AnswerPairing(AnswerPairing { from: with, yes: self.yes }),
        };
        context.perform(&command)?;
        if !is_offer {
            return Ok(());
        }
        let me = context.me()?;
        context.hint_of(|session| {
            let names = session.board().names([me.into()])?;
            let name = names.name(me);
            Ok(Some(match name.contains(char::is_whitespace) {
                true => words().out_hint_buddy(format!("\"{name}\"")),
                false => words().out_hint_buddy(name),
            }))
        })
    }
}

fn list(context: &mut Context) -> Result<(), Stop> {
    let session = context.session()?;
    let rows = session.board().pairings(session.today(), MOST)?;
    if context.json() {
        let session = context.session()?;
        let all = json::pairings(session, &rows)?;
        return context.paper.json(&all);
    }
    if rows.is_empty() {
        return context.paper.line(piece(words().out_no_pairings(), Look::Quiet));
    }
    let session = context.session()?;
    let said = rows.iter().map(|row| session.say_pairing(row)).collect::<Result<Vec<_>, _>>()?;
    said.iter().try_for_each(|said| context.paper.line(said.as_str()))
}
