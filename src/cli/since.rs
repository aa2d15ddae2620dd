//! `setara since`: what touches oneself of what happened since one looked last. Looking moves it on; whoever looks as
//! another, by `--as`, moves nothing.

use super::context::Context;
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{json, page};
use crate::domain::spoken;
use crate::session::{Since, Touch};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let is_own = context.named().is_none();
        let me = context.me()?;
        let session = context.session()?;
        let since = session.since(me)?;
        if since.is_none() && is_own {
            session.tell_since_now(me)?;
        }
        if context.json() {
            let shape = json::since(context.session()?, since.as_ref())?;
            context.paper.json(&shape)?;
        } else {
            match &since {
                Some(since) => print(context, since)?,
                None if is_own => context.paper.line(piece(words().out_since_begins(), Look::Quiet))?,
                None => {
                    let names = context.session()?.board().names([me.into()])?;
                    context.paper.line(piece(words().out_since_unknown(names.name(me)), Look::Quiet))?;
                }
            }
        }
        // What nobody could read was not looked at.
        context.paper.flush()?;
        match since.filter(|_| is_own) {
            Some(since) => Ok(context.session()?.looked(&since)?),
            None => Ok(()),
        }
    }
}

fn print(context: &mut Context, since: &Since) -> Result<(), Stop> {
    let session = context.session()?;
    let when = spoken::weekday_time(since.at, session.environment().offset_at(since.at), session.today());
    if since.touches.is_empty() {
        context.paper.line(piece(words().out_since_nothing(when), Look::Quiet))?;
    } else {
        let say = |touch: &Touch| Ok((touch.record.at, session.say_touch(touch)?));
        let lines = since.touches.iter().map(say).collect::<Result<Vec<_>, Stop>>()?;
        context.paper.heading(words().out_since(when))?;
        page::history(context, &lines)?;
    }
    if since.more { context.paper.line(piece(words().out_since_more(), Look::Quiet)) } else { Ok(()) }
}
