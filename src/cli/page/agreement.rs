//! An agreement's page: what it says, whom it binds, whose yes is missing, and what is proposed besides.

use super::super::context::Context;
use super::super::json;
use super::super::stop::Stop;
use super::{field, print_json, title};
use crate::domain::agreement::Agreement;
use crate::words::words;

pub fn print(context: &mut Context, agreement: &Agreement) -> Result<(), Stop> {
    if context.json() {
        return print_json(context, agreement.id.into(), |session, about| {
            Ok(json::agreement(session, agreement.id)?.map(|shape| json::Agreement { about, ..shape }))
        });
    }
    let session = context.session()?;
    let handle = session.board().handle_of(agreement.id)?;
    let told = session.tell_agreement(agreement)?;
    let paper = &mut context.paper;
    title(paper, &handle, &told.title)?;
    for (label, text) in &told.fields {
        field(paper, label, text)?;
    }
    for version in &told.versions {
        paper.blank()?;
        paper.heading(version.heading.clone())?;
        for (label, text) in &version.fields {
            field(paper, label, text)?;
        }
    }
    if told.is_apart {
        paper.blank()?;
        paper.line(words().agreement_apart())?;
    }
    Ok(())
}
