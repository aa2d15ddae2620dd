//! What can be chosen of each kind, in forms and in questions: the first of the order while nothing is typed, then whatever
//! of all fits.

use super::kinds;
use crate::domain::agreement::AgreementState;
use crate::domain::decision::{DecisionKind, State};
use crate::domain::id::{SubjectId, SubjectRef};
use crate::domain::spoken::word;
use crate::domain::subject::Kind;
use crate::session::{Error, Held, Session};
use crate::store::{Decided, Filter, HolderRow, Match};
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::Item;
use crate::tui::shell::ask::{Pick, Search};
use crate::words::words;

/// Nobody looks through more; who seeks types a few letters.
const MANY: usize = 500;

/// What is offered first of a kind, but one.
pub fn of(session: &Session, kind: Kind, but: Option<SubjectId>) -> Result<Vec<Item<Pick>>, Error> {
    let Some(choices) = kinds::of(kind).choices else { return Ok(Vec::new()) };
    let mut items = (choices.first)(session)?;
    if let Some(id) = but {
        items.retain(|item| item.id != Pick::Subject(SubjectRef { kind, id }));
    }
    Ok(items)
}

/// Looks among all of these kinds.
pub fn search(kinds: &'static [Kind]) -> Search {
    Search::of(kinds, item)
}

/// One of any kind, as it stands among those of its kind.
pub fn item(session: &Session, found: Match) -> Result<Item<Pick>, Error> {
    match kinds::of(found.kind).choices {
        Some(choices) => (choices.item)(session, found),
        None => Ok(plain(found)),
    }
}

/// Looks among everything that has a page, also work that ended and meetings that were.
pub fn everything() -> Search {
    const KINDS: [Kind; 7] =
        [Kind::Member, Kind::Role, Kind::Goal, Kind::Task, Kind::Tension, Kind::Decision, Kind::Agreement];
    Search::of(&KINDS, place).and_ended().and_beside(meetings)
}

/// The meetings that somebody means by their kind and day.
fn meetings(session: &Session, typed: &str, most: usize) -> Result<Vec<Item<Pick>>, Error> {
    let item = |held: Held| {
        let said = words().act_standup_was(held.row.topics, held.row.present);
        let subject = SubjectRef::from(held.row.id);
        Item::new(Pick::Subject(subject), held.title, said)
    };
    Ok(session.meetings_meant(typed, most)?.into_iter().map(item).collect())
}

/// Something that one may go to: how far a task is and who leads it, and of what kind all else is.
fn place(session: &Session, found: Match) -> Result<Item<Pick>, Error> {
    let (kind, id, terms) = (found.kind, found.id, session.terms()?);
    let Item { id: pick, label, .. } = item(session, found)?;
    let detail = match kind {
        Kind::Task => session.board().task_row(id.into())?.map(|row| {
            let lead = row.people().first().map(|claim| format!(" {} {}", marks().dot, claim.name));
            format!("{}{}", terms.state(row.state), lead.unwrap_or_default())
        }),
        kind => Some(word::kind(kind)),
    };
    Ok(Item::new(pick, label, detail.unwrap_or_default()))
}

fn plain(found: Match) -> Item<Pick> {
    let Match { id, kind, handle, name, .. } = found;
    Item::new(Pick::Subject(SubjectRef { kind, id }), name, handle)
}

/// The tasks that somebody may mean: the first of the order.
pub fn tasks(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().tasks(&Filter::default(), None, 0, MANY)?.rows.into_iter();
    Ok(rows.map(|row| Item::new(row.id.into(), titled(&row.handle, &row.title), "")).collect())
}

/// A task, a tension or an agreement, of which the handle tells more than the title.
pub fn task(_: &Session, found: Match) -> Result<Item<Pick>, Error> {
    let label = titled(&found.handle, &found.name);
    Ok(Item::new(plain(found).id, label, ""))
}

fn titled(handle: &str, title: &str) -> String {
    format!("{handle}  {title}")
}

/// The tensions that are open.
pub fn tensions(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().tensions(false, 0, MANY)?.into_iter();
    Ok(rows.map(|row| Item::new(row.id.into(), titled(&row.handle, &row.is), "")).collect())
}

/// The decisions that are open.
pub fn decisions(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().decisions(Decided::Open, 0, MANY)?.into_iter();
    Ok(rows.map(|row| Item::new(row.id.into(), titled(&row.handle, &row.title), "")).collect())
}

/// The decisions that are adopted: what another can take the place of.
pub fn adopted(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().decisions(Decided::InForce, 0, MANY)?.into_iter();
    let rows = rows.filter(|row| row.state == State::Adopted);
    Ok(rows.map(|row| Item::new(row.id.into(), titled(&row.handle, &row.title), "")).collect())
}

/// The agreements in force that say that something is decided so.
pub fn agreed(session: &Session, kind: DecisionKind) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().agreements(session.today(), false, 0, MANY)?.into_iter();
    let rows = rows.filter(|row| {
        row.state == AgreementState::InForce && row.way.is_some_and(|way| DecisionKind::from(way) == kind)
    });
    Ok(rows.map(|row| Item::new(row.id.into(), titled(&row.handle, &row.title), "")).collect())
}

/// The agreements that are not over.
pub fn agreements(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().agreements(session.today(), false, 0, MANY)?.into_iter();
    Ok(rows.map(|row| Item::new(row.id.into(), titled(&row.handle, &row.title), "")).collect())
}

/// The goals that something may serve.
pub fn goals(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().goals(false, 0, MANY)?.into_iter();
    Ok(rows.map(|row| Item::new(row.id.into(), row.title, row.handle)).collect())
}

pub fn goal(_: &Session, found: Match) -> Result<Item<Pick>, Error> {
    Ok(plain(found))
}

/// The roles, each with who holds it.
pub fn roles(session: &Session) -> Result<Vec<Item<Pick>>, Error> {
    let rows = session.board().roles(0, MANY)?.into_iter();
    Ok(rows.map(|row| Item::new(row.id.into(), row.name, holders(row.holders))).collect())
}

pub fn role(session: &Session, found: Match) -> Result<Item<Pick>, Error> {
    let row = session.board().role_row(found.id.into())?;
    let detail = row.map(|row| holders(row.holders)).unwrap_or_default();
    let Item { id, label, .. } = plain(found);
    Ok(Item::new(id, label, detail))
}

fn holders(holders: Vec<HolderRow>) -> String {
    holders.into_iter().map(|holder| holder.name).collect::<Vec<_>>().join(", ")
}
