//! What a meeting is made of: its kind, the steps that it goes through, and the places at which it can be.

use serde::{Deserialize, Serialize};

use crate::domain::id::{MemberId, RecordId, TaskId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// Fifteen minutes at the board: what is blocked, what nobody owns, who needs whom.
    Standup,
    /// An hour about how the team works: what helped, what hindered, and what it does about it.
    Retro,
}

impl MeetingKind {
    pub const ALL: [MeetingKind; 2] = [MeetingKind::Standup, MeetingKind::Retro];

    /// The word in records, tables and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            MeetingKind::Standup => "standup",
            MeetingKind::Retro => "retro",
        }
    }

    /// The kind of a word.
    pub fn named(word: &str) -> Option<MeetingKind> {
        MeetingKind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// How many minutes one takes where a team does not say otherwise.
    pub fn minutes(self) -> u32 {
        match self {
            MeetingKind::Standup => 15,
            MeetingKind::Retro => 60,
        }
    }

    /// The steps of a new one. The boxes of a stand-up add up to a quarter of an hour where four have their turn in the
    /// round, those of a retro to an hour where seven check in.
    pub fn plan(self) -> Vec<Planned> {
        let plan: &[(Step, u32)] = match self {
            MeetingKind::Standup => &[
                (Step::Goals, 60),
                (Step::Since, 120),
                (Step::Walk, 300),
                (Step::Pull, 60),
                (Step::Round, 60),
                (Step::Park, 60),
                (Step::Reach, 60),
            ],
            MeetingKind::Retro => &[
                (Step::Last, 300),
                (Step::CheckIn, 20),
                (Step::Gather, 480),
                (Step::Group, 300),
                (Step::Dots, 180),
                (Step::Talk, 1500),
                (Step::Act, 480),
                (Step::Thanks, 180),
            ],
        };
        plan.iter().map(|(step, seconds)| Planned { step: *step, seconds: *seconds }).collect()
    }

    /// The names of its steps, in their order.
    pub fn steps(self) -> impl Iterator<Item = Step> {
        self.plan().into_iter().map(|planned| planned.step)
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
    /// What became of what the last one decided to do.
    Last,
    /// Member by member: one word each.
    CheckIn,
    /// Everybody writes cards, in silence.
    Gather,
    /// Cards that say the same are put together.
    Group,
    /// Everybody puts dots on what they want to talk about.
    Dots,
    /// Topic by topic, by their dots.
    Talk,
    /// What the team does about it.
    Act,
    Thanks,
}

impl Step {
    pub const ALL: [Step; 15] = [
        Step::Goals,
        Step::Since,
        Step::Walk,
        Step::Pull,
        Step::Round,
        Step::Park,
        Step::Reach,
        Step::Last,
        Step::CheckIn,
        Step::Gather,
        Step::Group,
        Step::Dots,
        Step::Talk,
        Step::Act,
        Step::Thanks,
    ];

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
            Step::Last => "last",
            Step::CheckIn => "check_in",
            Step::Gather => "gather",
            Step::Group => "group",
            Step::Dots => "dots",
            Step::Talk => "talk",
            Step::Act => "act",
            Step::Thanks => "thanks",
        }
    }

    /// The step of a word.
    pub fn named(word: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.as_str() == word)
    }

    /// Whether the box is that of each thing in it, and not of the step as a whole.
    pub fn is_boxed_singly(self) -> bool {
        matches!(self, Step::Round | Step::CheckIn | Step::Talk)
    }

    /// Whether one after the other is asked in it.
    pub fn is_round(self) -> bool {
        matches!(self, Step::Round | Step::CheckIn)
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
    /// What is talked about: a card that others are grouped with, or one alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<CardId>,
}

/// A card: the record that brought it, and which of its cards it is. It says nothing of who wrote it, or when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(RecordId, u32)", into = "(RecordId, u32)")]
pub struct CardId {
    pub record: RecordId,
    pub nth: u32,
}

impl From<(RecordId, u32)> for CardId {
    fn from((record, nth): (RecordId, u32)) -> CardId {
        CardId { record, nth }
    }
}

impl From<CardId> for (RecordId, u32) {
    fn from(card: CardId) -> (RecordId, u32) {
        (card.record, card.nth)
    }
}

/// How many dots each has, and how many of them they may put on one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Dots {
    pub each: u32,
    pub on_one: u32,
}

impl Default for Dots {
    fn default() -> Dots {
        Dots { each: 3, on_one: 2 }
    }
}

impl From<(u32, u32)> for Dots {
    fn from((each, on_one): (u32, u32)) -> Dots {
        Dots { each, on_one }
    }
}

impl From<Dots> for (u32, u32) {
    fn from(dots: Dots) -> (u32, u32) {
        (dots.each, dots.on_one)
    }
}

/// Whether cards say who wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardNames {
    #[default]
    Named,
    /// They are kept in no record until all of them are shown at once, without a name, a time or an order.
    Hidden,
}

impl CardNames {
    /// The word in records and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            CardNames::Named => "named",
            CardNames::Hidden => "hidden",
        }
    }

    /// The one of a word.
    pub fn named(word: &str) -> Option<CardNames> {
        [CardNames::Named, CardNames::Hidden].into_iter().find(|names| names.as_str() == word)
    }
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

    /// Somebody's turn in a round.
    pub fn turn_of(step: Step, member: MemberId) -> Place {
        Place { member: Some(member), ..Place::step(step) }
    }

    /// A topic that is talked about.
    pub fn topic(topic: CardId) -> Place {
        Place { topic: Some(topic), ..Place::step(Step::Talk) }
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
