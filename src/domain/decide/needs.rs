//! What must be known before a command is decided.

use super::{Day, Place, SubjectId, TaskId};
use crate::domain::field::{Value, Values};

/// For a command that names no subject.
pub(super) const NO_SUBJECTS: [SubjectId; 0] = [];
/// For a command that names no day.
pub(super) const NO_DAYS: [Day; 0] = [];

/// What must be known before a command is decided, besides the one who acts and the board.
#[derive(Debug, Default)]
pub struct Needs<'c> {
    /// The subjects that it names. What is new is among them, since nothing may be known of it.
    pub subjects: Vec<SubjectId>,
    /// The days that it names: it is refused where one cannot be.
    pub(super) days: Vec<Day>,
    /// The name that its author wants to be called by: who is called so already must be seen, too.
    pub called: Option<&'c str>,
    /// Whether it must also see all that its author claims and holds, which is known only inside the transaction.
    pub all_held: bool,
    /// The task that gets a place in the pull order by it, and the place.
    pub place: Option<(TaskId, Place)>,
}

impl<'c> Needs<'c> {
    /// Both must be said, so that no command forgets its days.
    pub(super) fn new(
        subjects: impl IntoIterator<Item = SubjectId>,
        days: impl IntoIterator<Item = Day>,
    ) -> Needs<'c> {
        Needs {
            subjects: subjects.into_iter().collect(),
            days: days.into_iter().collect(),
            ..Needs::default()
        }
    }

    /// Also the subjects and the days that stand in fields.
    pub(super) fn fields(subjects: impl IntoIterator<Item = SubjectId>, values: &impl Values) -> Needs<'c> {
        let mut needs = Needs::new(subjects, NO_DAYS);
        for (_, value) in values.values() {
            match value {
                Value::Role(role) => needs.subjects.extend(role.map(SubjectId::from)),
                Value::Goal(goal) => needs.subjects.extend(goal.map(SubjectId::from)),
                Value::Date(day) => needs.days.extend(day),
                Value::Title(_)
                | Value::Name(_)
                | Value::Text(_)
                | Value::Note(_)
                | Value::Long(_)
                | Value::Number(_)
                | Value::Limit(_)
                | Value::Tags(_)
                | Value::Lines(_)
                | Value::Links(_)
                | Value::Choice(_) => {}
            }
        }
        needs
    }

    pub(super) fn called(self, name: Option<&'c str>) -> Needs<'c> {
        Needs { called: name, ..self }
    }

    pub(super) fn all_held(self) -> Needs<'c> {
        Needs { all_held: true, ..self }
    }

    /// Also the task beside which it is placed.
    pub(super) fn place(mut self, task: TaskId, place: Place) -> Needs<'c> {
        self.subjects.extend(place.beside().map(SubjectId::from));
        Needs { place: Some((task, place)), ..self }
    }
}
