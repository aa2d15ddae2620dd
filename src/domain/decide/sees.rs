//! What a command speaks of: what has to be brought on before it is decided.

use super::{Command, Day, Place, SubjectId, TaskId};
use crate::domain::event::WaitsOn;
use crate::domain::field::{Value, Values};

impl Command {
    /// The subjects that the command must see, besides the one who acts.
    pub fn names(&self) -> Vec<SubjectId> {
        let mut names: Vec<SubjectId> = Vec::new();
        match self {
            Command::SetTerm(_)
            | Command::Join(_)
            | Command::Return(_)
            | Command::Away(_)
            | Command::Settle(_) => {}
            Command::EditMember(c) => names.extend(named(&c.edit)),
            // What one promised and holds is known only inside the transaction; see `is_about_all_held`.
            Command::Leave(_) => {}
            // What is added must be unknown.
            Command::AddRole(c) => {
                names.push(c.id.into());
                names.extend(named(c));
            }
            Command::EditRole(c) => {
                names.push(c.role.into());
                names.extend(named(&c.edit));
            }
            Command::TakeRole(c) => names.push(c.role.into()),
            Command::PutDown(c) => names.push(c.role.into()),
            Command::AddGoal(c) => {
                names.push(c.id.into());
                names.extend(named(c));
            }
            Command::EditGoal(c) => {
                names.push(c.goal.into());
                names.extend(named(&c.edit));
            }
            Command::ReadGoal(c) => names.push(c.goal.into()),
            Command::MoveGoal(c) => names.push(c.goal.into()),
            Command::AddTask(c) => {
                names.push(c.id.into());
                names.extend(named(c));
                names.extend(c.place.beside().map(SubjectId::from));
            }
            Command::EditTask(c) => {
                names.push(c.task.into());
                names.extend(named(&c.edit));
            }
            Command::EditSteps(c) => names.push(c.task.into()),
            Command::Move(c) => names.push(c.task.into()),
            Command::Drop(c) => names.push(c.task.into()),
            Command::RankTask(c) => {
                names.push(c.task.into());
                names.extend(c.place.beside().map(SubjectId::from));
            }
            Command::Park(c) => names.push(c.task.into()),
            Command::Remark(c) => names.push(c.task.into()),
            Command::Claim(c) => names.push(c.task.into()),
            Command::Renew(c) => names.push(c.task.into()),
            Command::GiveBack(c) => names.push(c.task.into()),
            Command::TakeOver(c) => names.push(c.task.into()),
            Command::Offer(c) => names.extend([SubjectId::from(c.task), c.to.into()]),
            Command::Withdraw(c) => names.push(c.task.into()),
            Command::Accept(c) => names.push(c.task.into()),
            Command::Decline(c) => names.push(c.task.into()),
            Command::Block(c) => {
                names.push(c.task.into());
                match c.on {
                    Some(WaitsOn::Task(task)) => names.push(task.into()),
                    Some(WaitsOn::Member(member)) => names.push(member.into()),
                    Some(WaitsOn::Other(_)) | None => {}
                }
            }
            Command::Thank(c) => {
                names.push(c.id.into());
                names.extend(c.to.iter().copied().map(SubjectId::from));
                names.extend(c.about);
            }
            Command::Ask(c) => names.push(c.task.into()),
            Command::Promise(c) => names.push(c.task.into()),
            Command::Clear(c) => names.push(c.task.into()),
        }
        names
    }

    /// The days that it speaks of.
    pub(super) fn days(&self) -> Vec<Day> {
        let [one, other] = match self {
            Command::Away(c) => [c.from, c.until],
            Command::EditMember(c) => return days(&c.edit),
            Command::AddRole(c) => return days(c),
            Command::EditRole(c) => return days(&c.edit),
            Command::TakeRole(c) => [c.term, None],
            Command::AddGoal(c) => return days(c),
            Command::EditGoal(c) => return days(&c.edit),
            Command::ReadGoal(c) => [Some(c.date), None],
            Command::AddTask(c) => return days(c),
            Command::EditTask(c) => return days(&c.edit),
            Command::Park(c) => [c.until, None],
            Command::Promise(c) => [Some(c.until), None],
            Command::Settle(c) => [c.until, None],
            _ => [None, None],
        };
        one.into_iter().chain(other).collect()
    }

    /// The name that its author wants to be called by: who is called so already must be seen, too.
    pub fn names_anew(&self) -> Option<&str> {
        match self {
            Command::EditMember(c) => c.edit.name.as_deref(),
            _ => None,
        }
    }

    /// Whether it must also see all that its author claims and holds.
    pub fn is_about_all_held(&self) -> bool {
        matches!(self, Command::Leave(_))
    }

    /// The task that gets a place in the pull order by it, and the place.
    pub fn places(&self) -> Option<(TaskId, Place)> {
        match self {
            Command::AddTask(c) => Some((c.id, c.place)),
            Command::RankTask(c) => Some((c.task, c.place)),
            _ => None,
        }
    }
}

/// The subjects that stand in fields.
fn named(values: &impl Values) -> impl Iterator<Item = SubjectId> {
    values.values().into_iter().filter_map(|(_, value)| match value {
        Value::Role(role) => role.map(Into::into),
        Value::Goal(goal) => goal.map(Into::into),
        Value::Title(_)
        | Value::Name(_)
        | Value::Text(_)
        | Value::Note(_)
        | Value::Long(_)
        | Value::Number(_)
        | Value::Limit(_)
        | Value::Date(_)
        | Value::Tags(_)
        | Value::Lines(_)
        | Value::Links(_)
        | Value::Choice(_) => None,
    })
}

/// The days that stand in fields.
fn days(values: &impl Values) -> Vec<Day> {
    let day = |(_, value)| match value {
        Value::Date(day) => day,
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
        | Value::Role(_)
        | Value::Goal(_)
        | Value::Choice(_) => None,
    };
    values.values().into_iter().filter_map(day).collect()
}
