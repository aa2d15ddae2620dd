//! Buddies: offering oneself, saying yes or no, and ending it.

use super::{Action, Group, Hint, Run, Scope, selected};
use crate::domain::decide::{AnswerPairing, Command, EndPairing};
use crate::domain::id::MemberId;
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::store::PairingRow;
use crate::tui::kit::key::key;
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "member.buddy",
        keys: &[key('b')],
        scope: Scope::On(Kind::Member),
        group: Group::Work,
        label: || words().act_buddy(),
        doc: || words().act_buddy_doc(),
        hint: Hint::Then(10, |app| other(app).is_some()),
        bind: offer,
    },
    Action {
        name: "member.buddy-accept",
        keys: &[key('+')],
        scope: Scope::On(Kind::Member),
        group: Group::Work,
        label: || words().act_buddy_accept(),
        doc: || words().act_buddy_accept_doc(),
        hint: Hint::Never,
        bind: accept,
    },
    Action {
        name: "member.buddy-end",
        keys: &[key('-')],
        scope: Scope::On(Kind::Member),
        group: Group::Work,
        label: || words().act_buddy_end(),
        doc: || words().act_buddy_end_doc(),
        hint: Hint::Never,
        bind: end,
    },
];

/// The selected member, where that is somebody else.
fn other(app: &App) -> Option<MemberId> {
    selected::<MemberId>(app).filter(|member| Some(*member) != app.overview.my_id())
}

fn offer(app: &App) -> Option<Run> {
    let member = other(app)?;
    Some(Box::new(move |_| {
        ask::run(move |session| {
            let command = session.offer_buddy(member);
            session.perform(&command)
        })
    }))
}

fn accept(app: &App) -> Option<Run> {
    let member: MemberId = selected(app)?;
    Some(Box::new(move |_| {
        ask::run(move |session| {
            let asks = |row: &PairingRow, me| row.ends.is_none() && row.newcomer == me;
            let from = with(session, member, asks)?;
            session.perform(&Command::AnswerPairing(AnswerPairing { from, yes: true }))
        })
    }))
}

/// Says no to what is offered to oneself, takes back what one has offered, or ends what stands.
fn end(app: &App) -> Option<Run> {
    let member: MemberId = selected(app)?;
    Some(Box::new(move |_| {
        ask::run(move |session| {
            let with = with(session, member, |_, _| true)?;
            let row = session.pairing_with(with)?;
            let is_asked = row.is_some_and(|row| row.ends.is_none() && Some(row.newcomer) == session.me());
            session.perform(&match is_asked {
                true => Command::AnswerPairing(AnswerPairing { from: with, yes: false }),
                false => Command::EndPairing(EndPairing { with }),
            })
        })
    }))
}

/// With whom: the member who is meant, or on one's own page whoever is meant by the first pairing that `fits`.
fn with(
    session: &Session,
    member: MemberId,
    fits: impl Fn(&PairingRow, MemberId) -> bool,
) -> Result<MemberId, Error> {
    if session.me() != Some(member) {
        return Ok(member);
    }
    let rows = session.pairings_of(member)?;
    let first = rows.iter().find(|row| fits(row, member));
    Ok(first.map_or(member, |row| if row.buddy == member { row.newcomer } else { row.buddy }))
}
