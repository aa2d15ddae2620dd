//! What can be typed instead of what was refused.

use super::decision;
use crate::domain::decide::{BlockerStep, DidNotWrite, NAME_MAX, NoAgreement, NoPairing, Refusal, TITLE_MAX};
use crate::domain::id::{SubjectId, TaskId};
use crate::domain::names::Names;
use crate::domain::phrase::called;
use crate::domain::task::State;
use crate::words::words;

pub(super) fn hint(refusal: &Refusal, names: &Names) -> String {
    let words = words();
    let [title, text] =
        [words.refused_example_title(), words.refused_example_text()].map(|text| quoted(&text));
    let on = |verb: &str, id: SubjectId| typed(&[verb, called(names, id)]);
    let help = |task: TaskId| on("help-with", task.into());
    let claim = |task: TaskId| on("claim", task.into());
    let show = |task: TaskId| on("show", task.into());
    let why = || quoted(&words.refused_example_why());
    let contest = |task: TaskId| typed(&["claim", called(names, task.into()), "--contest", &why()]);
    let take_over = |task: TaskId| typed(&["take-over", called(names, task.into()), &why()]);
    let block = |task: TaskId| {
        typed(&["block", called(names, task.into()), &quoted(&words.refused_example_blocker())])
    };
    match refusal {
        Refusal::Gone(_) | Refusal::Known(_) => typed(&["log"]),
        Refusal::BuiltOn { later, .. } => match called(names, later.subject) {
            "" | "?" => typed(&["log"]),
            thing => typed(&["log", "--on", &worded(thing)]),
        },
        Refusal::MeetingOpen(kind)
        | Refusal::MovedOn { kind, .. }
        | Refusal::IsPresent { kind, .. }
        | Refusal::InTheChair(kind)
        | Refusal::TopicTaken(kind)
        | Refusal::NoSwap(kind) => typed(&[kind.as_str()]),
        Refusal::MeetingOver(kind) => typed(&[kind.as_str(), "--last"]),
        Refusal::NothingBefore(kind) => typed(&[kind.as_str(), "next"]),
        Refusal::NotNextChair(kind) => typed(&[kind.as_str(), "take-next"]),
        Refusal::NotARetro | Refusal::NoCard => typed(&["retro"]),
        Refusal::ColumnsUnfit { .. } | Refusal::NoColumn(0) => {
            typed(&["retro", "start", "--columns", &quoted(&words.refused_example_columns())])
        }
        Refusal::NoColumn(_) => typed(&["retro", "card", "1", &quoted(&words.refused_example_card())]),
        Refusal::CardsHidden => typed(&["retro", "reveal"]),
        Refusal::CardsShown => typed(&["retro", "next"]),
        Refusal::NobodyVoted => typed(&["retro", "vote", "1"]),
        Refusal::MergesIntoItself(way) => {
            let [merged, _] = way.subjects();
            typed(&["merge", &worded(called(names, merged)), &quoted(&words.refused_example_other())])
        }
        Refusal::WayOffered { way, .. } | Refusal::NotAsked(way) => {
            let [merged, _] = way.subjects();
            typed(&["show", &worded(called(names, merged))])
        }
        Refusal::LeadsNot { task, .. } => typed(&["show", &worded(called(names, (*task).into()))]),
        Refusal::BindsOthers { way, .. } => crate::domain::typed::way(way, |id| called(names, id).to_owned()),
        Refusal::NothingToUndo | Refusal::NothingToRedo => typed(&["log"]),
        Refusal::HasLeft(_) => typed(&["who"]),
        Refusal::YouLeft => typed(&["return"]),
        // Whoever is named may be the one who types.
        Refusal::CannotBeAsked { task, others, .. } => match others.first() {
            Some(other) => typed(&[
                "block",
                called(names, (*task).into()),
                &quoted(&words.refused_example_blocker()),
                "--on",
                &quoted(names.name(*other)),
            ]),
            None => typed(&["who"]),
        },
        Refusal::NameTaken(_) => typed(&["me", "--name", &quoted(&words.refused_example_full_name())]),
        Refusal::AlreadyHere(_) => typed(&["mine"]),
        Refusal::TheirsToSay { member, into } => {
            let (member, into) = (quoted(names.name(*member)), quoted(names.name(*into)));
            typed(&["--as", &member, "me", "--is", &into])
        }
        Refusal::OneAlready(_) => typed(&["who"]),
        Refusal::EmptyTitle => words.refused_hint_title(),
        Refusal::EmptyText => words.refused_hint_words(),
        Refusal::EmptyName | Refusal::LongText { most: NAME_MAX } => words.refused_hint_name(),
        Refusal::LongText { most: TITLE_MAX } => words.refused_hint_title(),
        Refusal::LongText { .. } => words.refused_hint_file(),
        // Members have no handle in a sentence, and only oneself is changed.
        Refusal::NothingToChange(id) => match called(names, *id) {
            _ if names.handle(*id).is_empty() => typed(&["me"]),
            handle => typed(&["show", handle]),
        },
        Refusal::Finished { task, .. } => typed(&["move", called(names, (*task).into()), "open"]),
        Refusal::AlreadyIn { task, .. } => show(*task),
        Refusal::EndsForOthers { task, to: State::Dropped, .. } => {
            typed(&["drop", called(names, (*task).into()), &quoted(&words.refused_example_why()), "--anyway"])
        }
        Refusal::EndsForOthers { task, .. } => typed(&["done", called(names, (*task).into()), "--anyway"]),
        Refusal::LooksLike { task, other, .. } => {
            let anyway = typed(&["claim", called(names, (*task).into()), "--anyway"]);
            words.refused_or(help(*other), anyway)
        }
        Refusal::Taken { task, quiet: false, .. } => words.refused_or(help(*task), contest(*task)),
        Refusal::Taken { task, quiet: true, .. } => words.refused_or(take_over(*task), help(*task)),
        Refusal::AlreadyLead(task) => on("renew", (*task).into()),
        Refusal::AlreadyHelping(task) => claim(*task),
        Refusal::NotYours { task, by: Some(_) } => help(*task),
        Refusal::NotYours { task, by: None } | Refusal::NobodyLeads(task) => claim(*task),
        Refusal::NotQuiet { task, .. } => words.refused_or(help(*task), contest(*task)),
        Refusal::OfferToSelf | Refusal::ThanksToSelf | Refusal::ThanksToNobody => typed(&["who"]),
        Refusal::TensionAboutMember | Refusal::NoCouldBe => typed(&[
            "tension",
            &quoted(&words.refused_example_is()),
            "--could",
            &quoted(&words.refused_example_could()),
        ]),
        Refusal::TensionOver(tension) | Refusal::TensionTakenUp(tension) => on("show", (*tension).into()),
        Refusal::NotYourTension { tension, .. } => on("tension take-up", (*tension).into()),
        Refusal::Pairing { with, why } => {
            let buddy = |flag: &str| typed(&["buddy", &worded(names.name(*with)), flag]);
            match why {
                NoPairing::Oneself => typed(&["who"]),
                NoPairing::Offered | NoPairing::Paired | NoPairing::TheirsToAnswer => buddy("--end"),
                NoPairing::OffersThemselves => buddy("--yes"),
                NoPairing::NoOffer | NoPairing::NotPaired => typed(&["buddy"]),
            }
        }
        Refusal::Decision { decision, why } => decision::hint(*decision, why, names),
        Refusal::Agreement { agreement, why } => {
            let agree =
                |more: &[&str]| typed(&[&["agree", called(names, (*agreement).into())], more].concat());
            match why {
                NoAgreement::Over
                | NoAgreement::NoParty
                | NoAgreement::AgreedAlready
                | NoAgreement::AmendedSince
                | NoAgreement::LeavesAlready
                | NoAgreement::WithdrawnAlready => on("show", (*agreement).into()),
                NoAgreement::NotInForce => agree(&[]),
                NoAgreement::AmendedApart => {
                    agree(&["--amend", "--text", &quoted(&words.refused_example_text())])
                }
                NoAgreement::LeavesTooSoon(_) | NoAgreement::TheirsToWithdraw(_) => agree(&["--leave"]),
            }
        }
        Refusal::DidNotWrite { decision, why: DidNotWrite::SaysOther } => {
            typed(&["agree", "--decision", called(names, (*decision).into())])
        }
        Refusal::DidNotWrite { decision, .. } => on("show", (*decision).into()),
        Refusal::AgreesAlone => typed(&["who"]),
        Refusal::WayOfNone => typed(&["agree", &title, "--text", &text, "--kind", "governance"]),
        Refusal::QuorumOfNobody => typed(&["agree", &title, "--text", &text, "--quorum", "2"]),
        Refusal::AlreadyOffered { task, .. } => on("withdraw", (*task).into()),
        Refusal::NoOffer { task, .. } => show(*task),
        Refusal::OfferLapsed { task, .. } => {
            typed(&["remark", called(names, (*task).into()), &quoted(&words.refused_example_offer_again())])
        }
        Refusal::OfferOver { task } => claim(*task),
        Refusal::NotBlocked(task) | Refusal::WaitsOnItself(task) => block(*task),
        Refusal::WhichBlocker { task, blockers, to } => {
            on_blocker(*to, called(names, (*task).into()), blockers.len())
        }
        Refusal::NoSuchBlocker { task, count, to, .. } => {
            on_blocker(*to, called(names, (*task).into()), *count)
        }
        Refusal::NoSuchStep { task, .. } => show(*task),
        Refusal::NotesTwice(task) => typed(&[
            "edit",
            called(names, (*task).into()),
            "--notes",
            &quoted(&words.refused_example_notes()),
        ]),
        Refusal::BlockerOver { task } => show(*task),
        Refusal::InThePast(_) | Refusal::NoSuchDay => words.refused_hint_later(),
        Refusal::EndsBeforeItBegins => typed(&["away", "--from", "mon", "--until", "+2w"]),
        Refusal::AlreadyHolds(role) => on("role put-down", (*role).into()),
        Refusal::NotHolding { role } => on("role take", (*role).into()),
        Refusal::Retired(role) => typed(&["role edit", called(names, (*role).into()), "--state", "active"]),
        Refusal::NotANumber => words.refused_hint_number(),
        Refusal::GoalOver | Refusal::GoalInItself => typed(&["goal", "--help"]),
        Refusal::LimitTooLow => typed(&["me", "--limit", "1"]),
        Refusal::TermStands(_) => typed(&["terms"]),
        Refusal::TermOutOfRange(number) => typed(&["terms", number.as_str(), &number.default().to_string()]),
        Refusal::NoWorkingDay => typed(&["terms", "week", "mon-fri"]),
        Refusal::NoMeets { kind, .. } => {
            let time = format!("9:15 {} min Asia/Jakarta", kind.minutes());
            typed(&["terms", kind.as_str(), "mon-fri", &time])
        }
        Refusal::StateNameUnfit(state) | Refusal::StateNameTaken { state, .. } => {
            typed(&["terms", state.as_str(), &quoted(&words.refused_example_state())])
        }
    }
}

/// A command as it is typed. Its words are the same in every language.
pub(super) fn typed(words: &[&str]) -> String {
    format!("setara {}", words.join(" "))
}

/// An example in the quotes that it needs when it is typed.
pub(super) fn quoted(example: &str) -> String {
    format!("\"{example}\"")
}

/// One word of a command.
fn worded(word: &str) -> String {
    if word.contains(char::is_whitespace) { quoted(word) } else { word.to_owned() }
}

/// The same step, done about the last blocker; its number where there are others.
fn on_blocker(to: BlockerStep, task: &str, count: usize) -> String {
    let day = match to {
        BlockerStep::Promise(day) => day.to_string(),
        _ => String::new(),
    };
    let mut words = match to {
        BlockerStep::Ask => vec!["asked", task],
        BlockerStep::Promise(_) => vec!["promise", task, &day],
        BlockerStep::Clear => vec!["clear", task],
        BlockerStep::Withdraw => vec!["clear", task, "--withdraw"],
    };
    let number = count.to_string();
    if count > 1 {
        words.extend(["--which", &number]);
    }
    typed(&words)
}
