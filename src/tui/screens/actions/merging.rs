//! Of two of the same one is made: a task or a role goes on in another one. What binds others is offered to them.

use super::{Action, Group, Hint, Run, Scope, selected};
use crate::domain::id::{RoleId, SubjectId, TaskId};
use crate::domain::settlement::WayOut;
use crate::domain::subject::Kind;
use crate::insight::Finding;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::Item;
use crate::tui::screens::choices;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "task.merge",
        keys: &[],
        scope: Scope::On(Kind::Task),
        group: Group::Work,
        label: || words().act_merge_task(),
        doc: || words().act_merge_task_doc(),
        hint: Hint::Never,
        bind: |app| selected::<TaskId>(app).map(|task| into(task.into(), &[Kind::Task])),
    },
    Action {
        name: "role.merge",
        keys: &[],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_merge_task(),
        doc: || words().act_merge_role_doc(),
        hint: Hint::Never,
        bind: |app| selected::<RoleId>(app).map(|role| into(role.into(), &[Kind::Role])),
    },
];

/// Asks in which other one it goes on.
fn into(merged: SubjectId, kinds: &'static [Kind]) -> Run {
    Box::new(move |_| {
        ask::with_board(move |session, _| {
            let names = session.board().names([merged])?;
            let first = kinds.iter().map(|kind| choices::of(session, *kind, Some(merged)));
            let first = first.collect::<Result<Vec<_>, Error>>()?.concat();
            let title = words().scr_ask_merge_into(called(&names, merged));
            let search = choices::search(kinds).without(Some(merged));
            Ok(ask::pick_found(title, first, search, move |_, pick| match pick {
                Pick::Subject(into) => merge(merged, into.id),
                _ => Vec::new(),
            }))
        })
    })
}

/// What is merged by this is said before, and who has to say yes is asked by it.
fn merge(merged: SubjectId, into: SubjectId) -> Vec<Effect> {
    ask::run(move |session| {
        let way = session.merging(merged, into)?.ok_or_else(ask::gone)?;
        session.merge(way, None)
    })
}

fn called(names: &crate::domain::names::Names, id: SubjectId) -> String {
    if names.is_called_by_name(id) { names.name(id).to_owned() } else { names.handle(id).to_owned() }
}

/// A way out of a finding by which one is made of the two that it is about.
pub(super) struct Merging {
    label: String,
    /// Who is asked for their yes, in a few words.
    asks: String,
    way: WayOut,
    is_no: bool,
}

impl Merging {
    pub(super) fn run(&self) -> Vec<Effect> {
        let (way, is_no) = (self.way, self.is_no);
        ask::run(move |session| match is_no {
            true => session.decline_merge(way, None),
            false => session.merge(way, None),
        })
    }

    pub(super) fn item(&self, nth: usize) -> Item<Pick> {
        Item::new(Pick::Nth(nth), self.label.clone(), self.asks.clone())
    }
}

/// The ways by which one is made of the two that a finding is about: what was offered to who acts first.
pub(super) fn ways(session: &Session, finding: &Finding) -> Result<Vec<Merging>, Error> {
    let facts = &finding.facts;
    let tasks: Vec<SubjectId> = facts.tasks.iter().map(|id| (*id).into()).collect();
    let roles: Vec<SubjectId> = facts.roles.iter().map(|id| (*id).into()).collect();
    let (one, other) = match (tasks.as_slice(), roles.as_slice()) {
        ([one, other], _) | ([], [one, other]) => (*one, *other),
        _ => return Ok(Vec::new()),
    };
    let offers = session.merge_offers_to_me()?;
    let mut ids = vec![one, other];
    ids.extend(offers.iter().map(|offer| SubjectId::from(offer.by)));
    let names = session.board().names(ids)?;
    let mut ways = Vec::new();
    for (merged, into) in [(one, other), (other, one)] {
        let Some(way) = session.merging(merged, into)? else { continue };
        let (merged_name, into_name) = (called(&names, merged), called(&names, into));
        match offers.iter().find(|offer| (offer.merged, offer.goes_on) == (merged, into)) {
            Some(offer) => {
                let by = names.name(offer.by);
                let yes = words().act_merge_yes(by, &merged_name, &into_name);
                ways.push(Merging { label: yes, asks: String::new(), way, is_no: false });
                ways.push(Merging { label: words().act_merge_no(by), asks: String::new(), way, is_no: true });
            }
            None => {
                let label = words().act_merge_two(merged_name, into_name);
                ways.push(Merging { label, asks: asked(session, way)?, way, is_no: false });
            }
        }
    }
    Ok(ways)
}

/// Who is asked first, where it binds others.
fn asked(session: &Session, way: WayOut) -> Result<String, Error> {
    let bound = session.bound_by(way)?;
    if bound.is_empty() {
        return Ok(String::new());
    }
    let names = session.board().names(bound.iter().map(|member| SubjectId::from(*member)))?;
    let bound: Vec<&str> = bound.iter().map(|member| names.name(*member)).collect();
    Ok(words().act_merge_asks(bound.join(", ")))
}
