//! What a source says anew of a subject's fields, between what it said last and what stands here.

use super::{Registers, Value, Values};
use crate::domain::id::RecordId;

/// What of it is taken, and what is not.
pub struct Brought<R: Registers> {
    /// What is changed there and still stands here as it was said.
    pub edit: R::Edited,
    /// The records whose values the edit supersedes.
    pub ends: Vec<RecordId>,
    /// What is changed on both sides, each in another way. It stays as it is here.
    pub both: Vec<R::Field>,
}

/// Compares field by field. What both sides changed to the same is no change; nor is a value that no edit could write.
pub fn brought<R: Registers>(
    said: &R,
    here: &R,
    now: impl IntoIterator<Item = (R::Field, Value)>,
) -> Brought<R> {
    let (mut all, mut supersedes, mut both) = (R::Edited::default(), Vec::new(), Vec::new());
    for (field, value) in now {
        let edit = R::Edited::default().with([(field, value.clone())]);
        // A source may have blanks around a title that nobody here would write.
        let changed = |registers: &R| {
            let changed = (registers.value(field) != value).then(|| registers.changed_by(&edit).ok());
            changed.flatten().filter(|(edit, _)| !edit.values().is_empty())
        };
        let (Some(_), Some((edit, ends))) = (changed(said), changed(here)) else { continue };
        if here.value(field) != said.value(field) {
            both.push(field);
            continue;
        }
        all = all.with(edit.values());
        // One record may have written several fields.
        for id in ends {
            if !supersedes.contains(&id) {
                supersedes.push(id);
            }
        }
    }
    Brought { edit: all, ends: supersedes, both }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::goal::{GoalField, GoalRegisters};

    fn text(text: &str) -> Value {
        Value::Text(Some(text.into()))
    }

    #[test]
    fn a_field_is_brought_only_where_nobody_here_changed_it() {
        let [said_by, ours_by] = [1, 2].map(|n| RecordId([n; 32]));
        let (mut said, mut here) = (GoalRegisters::default(), GoalRegisters::default());
        for registers in [&mut said, &mut here] {
            registers.title.write(said_by, &[], "Open".into());
            registers.measure.write(said_by, &[], Some("shops".into()));
            registers.unit.write(said_by, &[], Some("shops".into()));
        }
        here.measure.write(ours_by, &[said_by], Some("members".into()));
        here.unit.write(ours_by, &[said_by], Some("people".into()));
        let now = [
            (GoalField::Title, Value::Title("Open the shop".into())),
            (GoalField::Measure, text("stalls")),
            (GoalField::Unit, text("people")),
            (GoalField::Why, Value::Long(None)),
        ];
        let brought = brought(&said, &here, now);
        assert_eq!(brought.edit.title.as_deref(), Some("Open the shop"));
        assert_eq!(brought.edit.values().len(), 1, "what was not changed there is left alone");
        assert_eq!((brought.ends, brought.both), (vec![said_by], vec![GoalField::Measure]));
    }
}
