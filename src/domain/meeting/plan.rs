//! What a meeting is made of: its kind, the steps that it goes through, and the places at which it can be.

use serde::{Deserialize, Serialize};

use crate::domain::id::{MemberId, RecordId, TaskId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// Fifteen minutes at the board: what is blocked, what nobody owns, who needs whom.
    Standup,
}

impl MeetingKind {
    pub const ALL: [MeetingKind; 1] = [MeetingKind::Standup];

    /// The word in records, tables and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            MeetingKind::Standup => "standup",
        }
    }

    /// The kind of a word.
    pub fn named(word: &str) -> Option<MeetingKind> {
        MeetingKind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The steps of a new one. The boxes of a stand-up add up to a quarter of an hour where four have their turn in the
    /// round.
    pub fn plan(self) -> Vec<Planned> {
        match self {
            MeetingKind::Standup => [
                (Step::Goals, 60),
                (Step::Since, 120),
                (Step::Walk, 300),
                (Step::Pull, 60),
                (Step::Round, 60),
                (Step::Park, 60),
                (Step::Reach, 60),
            ]
            .map(|(step, seconds)| Planned { step, seconds })
            .to_vec(),
        }
    }
}

/// A part of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    Goals,
    /// What happened since the last one.
    Since,
    /// Task by task: what finishes this?
    Walk,
    /// What nobody leads: who pulls?
    Pull,
    /// Member by member: who was not heard yet.
    Round,
    /// What was parked for afterwards.
    Park,
    /// Whether the goals are still within reach.
    Reach,
}

impl Step {
    pub const ALL: [Step; 7] =
        [Step::Goals, Step::Since, Step::Walk, Step::Pull, Step::Round, Step::Park, Step::Reach];

    /// The word in records, tables and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Goals => "goals",
            Step::Since => "since",
            Step::Walk => "walk",
            Step::Pull => "pull",
            Step::Round => "round",
            Step::Park => "park",
            Step::Reach => "reach",
        }
    }

    /// The step of a word.
    pub fn named(word: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.as_str() == word)
    }

    /// Whether the box is that of each thing in it, and not of the step as a whole.
    pub fn is_boxed_singly(self) -> bool {
        self == Step::Round
    }
}

/// A step and its time box in seconds: of the whole step, or of each turn where it [is boxed singly](Step::is_boxed_singly).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(Step, u32)", into = "(Step, u32)")]
pub struct Planned {
    pub step: Step,
    pub seconds: u32,
}

impl From<(Step, u32)> for Planned {
    fn from((step, seconds): (Step, u32)) -> Planned {
        Planned { step, seconds }
    }
}

impl From<Planned> for (Step, u32) {
    fn from(planned: Planned) -> (Step, u32) {
        (planned.step, planned.seconds)
    }
}

/// Where a meeting is: a step, and in some steps one thing. In the walk that is a task, and who leads it: they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    pub step: Step,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// Who is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// A parked topic, by its record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<RecordId>,
}

impl Place {
    /// A step as a whole.
    pub fn step(step: Step) -> Place {
        Place { step, task: None, member: None, topic: None }
    }

    /// A task of the walk, and who leads it.
    pub fn task(task: TaskId, lead: Option<MemberId>) -> Place {
        Place { task: Some(task), member: lead, ..Place::step(Step::Walk) }
    }

    /// Somebody's turn in the round.
    pub fn turn_of(member: MemberId) -> Place {
        Place { member: Some(member), ..Place::step(Step::Round) }
    }
}

/// How somebody who was asked answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    Spoke,
    /// They had nothing to say.
    Passed,
    Absent,
    /// They are asked again, after all others.
    Later,
}

impl How {
    /// The word in records, tables and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            How::Spoke => "spoke",
            How::Passed => "passed",
            How::Absent => "absent",
            How::Later => "later",
        }
    }

    /// The answer of a word.
    pub fn named(word: &str) -> Option<How> {
        [How::Spoke, How::Passed, How::Absent, How::Later].into_iter().find(|how| how.as_str() == word)
    }
}
