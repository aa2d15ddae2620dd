//! Undo appends: a record by which the subject stands as if another had not been written.
//!
//! What somebody has built on cannot be undone in silence: a claim that was handed over, a task that another has
//! moved on, a role that a task names. Then undo refuses and says who built what.

use super::{Draft, MemberId, Refusal};
use crate::domain::event::{Event, RecordUndone};
use crate::domain::record::Record;
use crate::domain::subject::undone;

/// One record of the action to undo, with all records of its subject in canonical order.
pub struct UndoTarget<'r> {
    pub record: &'r Record,
    pub history: &'r [Record],
    /// Somebody whose record on another subject names this one, where the record to undo makes the subject.
    pub named_by: Option<MemberId>,
}

/// The records that undo an action, the last first; `me` wrote all of it.
pub fn undo(me: MemberId, targets: &[UndoTarget<'_>]) -> Result<Vec<Draft>, Refusal> {
    let mut drafts = Vec::with_capacity(targets.len());
    for target in targets.iter().rev() {
        if let Some(builder) = built_on(me, target) {
            return Err(builder);
        }
        let event = Event::RecordUndone(RecordUndone { record: target.record.id });
        drafts.push(Draft::new(target.record.subject, event).ending([target.record.id]));
    }
    Ok(drafts)
}

fn built_on(me: MemberId, target: &UndoTarget<'_>) -> Option<Refusal> {
    let undone = undone(target.history);
    let record = target.record;
    let makes_subject = matches!(
        record.event,
        Some(Event::MemberJoined(_) | Event::RoleAdded(_) | Event::GoalAdded(_) | Event::TaskAdded(_))
    );
    let later = target.history.iter().filter(|later| later.order() > record.order());
    for later in later.filter(|later| !undone.contains(&later.id) && later.author != me) {
        let rests = later.ends.contains(&record.id)
            || later.event.as_ref().and_then(Event::rests_on) == Some(record.id)
            || makes_subject;
        if rests {
            return Some(Refusal::BuiltOn { by: later.author, what: later.kind.clone() });
        }
    }
    let by = target.named_by?;
    makes_subject.then(|| Refusal::BuiltOn { by, what: String::new() })
}
