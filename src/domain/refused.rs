//! A refusal in words: what stands in the way, and what can be typed instead.

mod decision;
mod hint;
mod message;
#[cfg(test)]
mod tests;

use hint::hint;
use message::message;

use super::calendar::At;
use super::decide::{NoAgreement, Refusal};
use super::id::SubjectId;
use super::names::Names;
use super::phrase;

/// One line that says why, and one that can be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Lower case, without a full stop: `ayu leads bakul until Tue 24 Nov`.
    pub message: String,
    /// A command, two of them, or an example of what to write.
    pub hint: Option<String>,
}

/// What a refusal says. `names` holds what [`mentions`] asks for; what people wrote goes in raw.
pub fn say(refusal: &Refusal, names: &Names, now: At) -> Said {
    Said { message: message(refusal, names, now), hint: Some(hint(refusal, names)) }
}

/// Every subject whose name the words of a refusal need.
pub fn mentions(refusal: &Refusal) -> Vec<SubjectId> {
    match refusal {
        Refusal::Gone(id) | Refusal::Known(id) | Refusal::NothingToChange(id) => vec![*id],
        Refusal::HasLeft(member)
        | Refusal::NameTaken(member)
        | Refusal::AlreadyHere(member)
        | Refusal::IsPresent { member, .. }
        | Refusal::Pairing { with: member, .. }
        | Refusal::OneAlready(member) => vec![(*member).into()],
        Refusal::TheirsToSay { member, into } => vec![(*member).into(), (*into).into()],
        Refusal::Decision { decision, why } => {
            let members = decision::members(why).into_iter().map(SubjectId::from);
            members.chain([(*decision).into()]).collect()
        }
        Refusal::BuiltOn { undone, later } => [phrase::mentions(undone), phrase::mentions(later)].concat(),
        Refusal::CannotBeAsked { task, member, others } => {
            let others = others.iter().map(|other| (*other).into());
            [(*task).into(), (*member).into()].into_iter().chain(others).collect()
        }
        Refusal::Taken { task, by, .. }
        | Refusal::NotQuiet { task, by, .. }
        | Refusal::NotYours { task, by: Some(by) } => vec![(*task).into(), (*by).into()],
        Refusal::LooksLike { task, other, by } => vec![(*task).into(), (*other).into(), (*by).into()],
        Refusal::EndsForOthers { task, leads, .. } => {
            [(*task).into()].into_iter().chain(leads.iter().map(|lead| (*lead).into())).collect()
        }
        Refusal::TensionOver(tension) | Refusal::TensionTakenUp(tension) => vec![(*tension).into()],
        Refusal::NotYourTension { tension, by } => vec![(*tension).into(), (*by).into()],
        Refusal::Agreement { agreement, why: NoAgreement::TheirsToWithdraw(by) } => {
            vec![(*agreement).into(), (*by).into()]
        }
        Refusal::Agreement { agreement, .. } => vec![(*agreement).into()],
        Refusal::DidNotWrite { decision, .. } => vec![(*decision).into()],
        Refusal::AlreadyOffered { task, to } | Refusal::LeadsNot { task, member: to } => {
            vec![(*task).into(), (*to).into()]
        }
        Refusal::NoOffer { task, me } => vec![(*task).into(), (*me).into()],
        Refusal::OfferLapsed { task, from } => vec![(*task).into(), (*from).into()],
        Refusal::Finished { task, .. }
        | Refusal::AlreadyIn { task, .. }
        | Refusal::AlreadyLead(task)
        | Refusal::AlreadyHelping(task)
        | Refusal::NotYours { task, by: None }
        | Refusal::NobodyLeads(task)
        | Refusal::OfferOver { task }
        | Refusal::NotBlocked(task)
        | Refusal::WhichBlocker { task, .. }
        | Refusal::NoSuchBlocker { task, .. }
        | Refusal::NoSuchStep { task, .. }
        | Refusal::NotesTwice(task)
        | Refusal::BlockerOver { task }
        | Refusal::WaitsOnItself(task) => vec![(*task).into()],
        Refusal::AlreadyHolds(role) | Refusal::NotHolding { role } | Refusal::Retired(role) => {
            vec![(*role).into()]
        }
        Refusal::MovedOn { place, .. } => phrase::mentioned_at(*place).collect(),
        Refusal::MergesIntoItself(way) | Refusal::NotAsked(way) => way.mentions().to_vec(),
        Refusal::WayOffered { way, to: members } | Refusal::BindsOthers { way, members } => {
            way.mentions().into_iter().chain(members.iter().map(|member| (*member).into())).collect()
        }
        Refusal::MeetingOpen(_)
        | Refusal::MeetingOver(_)
        | Refusal::NothingBefore(_)
        | Refusal::InTheChair(_)
        | Refusal::TopicTaken(_)
        | Refusal::NotNextChair(_)
        | Refusal::NoSwap(_)
        | Refusal::NotARetro
        | Refusal::ColumnsUnfit { .. }
        | Refusal::NoColumn(_)
        | Refusal::NoCard
        | Refusal::CardsHidden
        | Refusal::CardsShown
        | Refusal::NobodyVoted
        | Refusal::YouLeft
        | Refusal::EmptyTitle
        | Refusal::EmptyText
        | Refusal::EmptyName
        | Refusal::LongText { .. }
        | Refusal::OfferToSelf
        | Refusal::ThanksToSelf
        | Refusal::ThanksToNobody
        | Refusal::TensionAboutMember
        | Refusal::NoCouldBe
        | Refusal::AgreesAlone
        | Refusal::WayOfNone
        | Refusal::QuorumOfNobody
        | Refusal::InThePast(_)
        | Refusal::NoSuchDay
        | Refusal::EndsBeforeItBegins
        | Refusal::NotANumber
        | Refusal::GoalOver
        | Refusal::GoalInItself
        | Refusal::LimitTooLow
        | Refusal::TermStands(_)
        | Refusal::TermOutOfRange(_)
        | Refusal::NoWorkingDay
        | Refusal::NoMeets { .. }
        | Refusal::StateNameUnfit(_)
        | Refusal::StateNameTaken { .. }
        | Refusal::NothingToUndo
        | Refusal::NothingToRedo => Vec::new(),
    }
}
