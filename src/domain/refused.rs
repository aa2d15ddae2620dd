//! A refusal in words: what stands in the way, and what can be typed instead.

mod decision;

use super::calendar::At;
use super::decide::{BlockerStep, NAME_MAX, NoAgreement, NoPairing, Refusal, TITLE_MAX};
use super::id::{AgreementId, MemberId, SubjectId, TaskId};
use super::meets::{MINUTES_MOST, SLOTS_MOST};
use super::names::Names;
use super::phrase::{self, Read, called, first_line, phrase};
use super::spoken::{self, NoMeets};
use super::task::State;
use super::terms::STATE_NAME_MAX;
use crate::words::words;

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

fn message(refusal: &Refusal, names: &Names, now: At) -> String {
    let words = words();
    let it = |task: TaskId| called(names, task.into());
    let who = |member: MemberId| names.name(member);
    let date = |at: At| spoken::date(at.day(), now.day());
    match refusal {
        Refusal::Gone(id) => match called(names, *id) {
            "" | "?" => words.refused_gone_unknown(),
            thing => words.refused_gone(thing),
        },
        Refusal::Known(id) => match called(names, *id) {
            "" | "?" => words.refused_known_unnamed(),
            thing => words.refused_known(thing),
        },
        Refusal::HasLeft(member) => words.refused_has_left(who(*member)),
        Refusal::YouLeft => words.refused_you_left(),
        Refusal::CannotBeAsked { member, others, .. } if others.is_empty() => {
            words.refused_has_left(who(*member))
        }
        Refusal::CannotBeAsked { member, others, .. } => {
            let others: Vec<&str> = others.iter().map(|other| who(*other)).collect();
            words.refused_cannot_be_asked(who(*member), others.join(", "))
        }
        Refusal::NameTaken(member) => words.refused_name_taken(who(*member)),
        Refusal::AlreadyHere(member) => words.refused_already_here(who(*member)),
        Refusal::TheirsToSay { member, .. } => words.refused_theirs_to_say(who(*member)),
        Refusal::OneAlready(member) => words.refused_one_already(who(*member)),
        Refusal::EmptyTitle => words.refused_empty_title(),
        Refusal::EmptyText => words.refused_empty_text(),
        Refusal::EmptyName => words.refused_empty_name(),
        Refusal::LongText { most } => words.refused_long_text(*most),
        Refusal::NothingToChange(_) => words.refused_nothing_to_change(),
        Refusal::Finished { task, state } => words.refused_finished(it(*task), names.terms.state(*state)),
        Refusal::AlreadyIn { task, state } => words.refused_already_in(it(*task), names.terms.state(*state)),
        Refusal::EndsForOthers { task, leads, is_blocked, .. } => {
            let leads: Vec<&str> = leads.iter().map(|lead| who(*lead)).collect();
            match (leads.join(", ").as_str(), is_blocked) {
                ("", _) => words.refused_ends_blocked(it(*task)),
                (leads, false) => words.refused_ends_led(it(*task), leads),
                (leads, true) => words.refused_ends_both(it(*task), leads),
            }
        }
        Refusal::LooksLike { task, other, by } => {
            words.refused_looks_like(it(*task), it(*other), names.name(*other), who(*by))
        }
        Refusal::Taken { task, by, lease: At::NEVER, .. } => {
            words.refused_taken_for_good(who(*by), it(*task))
        }
        Refusal::Taken { task, by, lease, quiet: false } => {
            words.refused_taken(who(*by), it(*task), date(*lease))
        }
        Refusal::Taken { task, by, lease, quiet: true } => {
            words.refused_taken_quiet(who(*by), it(*task), date(*lease))
        }
        Refusal::AlreadyLead(task) => words.refused_already_lead(it(*task)),
        Refusal::AlreadyHelping(task) => words.refused_already_helping(it(*task)),
        Refusal::NotYours { task, by: Some(by) } => words.refused_not_yours(who(*by), it(*task)),
        Refusal::NotYours { task, by: None } => words.refused_nobody_leads(it(*task)),
        Refusal::NotQuiet { task, by, lease: At::NEVER } => {
            words.refused_not_quiet_for_good(who(*by), it(*task))
        }
        Refusal::NotQuiet { task, by, lease } => words.refused_not_quiet(who(*by), it(*task), date(*lease)),
        Refusal::NobodyLeads(task) => words.refused_nobody_leads(it(*task)),
        Refusal::OfferToSelf => words.refused_offer_to_self(),
        Refusal::ThanksToSelf => words.refused_thanks_to_self(),
        Refusal::ThanksToNobody => words.refused_thanks_to_nobody(),
        Refusal::TensionAboutMember => words.refused_tension_about_member(),
        Refusal::NoCouldBe => words.refused_no_could_be(),
        Refusal::TensionOver(tension) => words.refused_tension_over(called(names, (*tension).into())),
        Refusal::TensionTakenUp(tension) => words.refused_tension_taken_up(called(names, (*tension).into())),
        Refusal::NotYourTension { tension, by } => {
            words.refused_not_your_tension(who(*by), called(names, (*tension).into()))
        }
        Refusal::Pairing { with, why } => no_pairing(who(*with), *why),
        Refusal::Decision { decision, why } => decision::message(*decision, why, names, now),
        Refusal::Agreement { agreement, why } => no_agreement(*agreement, *why, names, now),
        Refusal::AgreesAlone => words.refused_agrees_alone(),
        Refusal::WayOfNone => words.refused_way_of_none(),
        Refusal::QuorumOfNobody => words.refused_quorum_of_nobody(),
        Refusal::AlreadyOffered { task, to } => words.refused_already_offered(it(*task), who(*to)),
        Refusal::NoOffer { task, me } => words.refused_no_offer(who(*me), it(*task)),
        Refusal::OfferLapsed { task, from } => words.refused_offer_lapsed(it(*task), who(*from)),
        Refusal::OfferOver { task } => words.refused_offer_over(it(*task)),
        Refusal::NotBlocked(task) => words.refused_not_blocked(it(*task)),
        Refusal::WhichBlocker { task, blockers, .. } => {
            let numbered = (1..).zip(blockers).map(|(n, what)| words.refused_blocker(n, first_line(what)));
            // A blocker without words has its number only.
            let list: Vec<String> = numbered.map(|line| line.trim_end().to_owned()).collect();
            words.refused_which_blocker(it(*task), blockers.len(), list.join(", "))
        }
        Refusal::NoSuchBlocker { task, number, count, .. } => {
            words.refused_no_such_blocker(it(*task), *number, *count)
        }
        Refusal::NoSuchStep { task, text } => words.refused_no_such_step(it(*task), first_line(text)),
        Refusal::NotesTwice(task) => words.refused_notes_twice(it(*task)),
        Refusal::BlockerOver { task } => words.refused_blocker_over(it(*task)),
        Refusal::WaitsOnItself(task) => words.refused_waits_on_itself(it(*task)),
        Refusal::InThePast(day) => words.refused_in_the_past(spoken::date(*day, now.day())),
        Refusal::NoSuchDay => words.refused_no_such_day(),
        Refusal::EndsBeforeItBegins => words.refused_ends_before(),
        Refusal::AlreadyHolds(role) => words.refused_already_holds(names.name(*role)),
        Refusal::NotHolding { role } => words.refused_not_holding(names.name(*role)),
        Refusal::Retired(role) => words.refused_retired(names.name(*role)),
        Refusal::NotANumber => words.refused_not_a_number(),
        Refusal::GoalOver => words.refused_goal_over(),
        Refusal::GoalInItself => words.refused_goal_in_itself(),
        Refusal::LimitTooLow => words.refused_limit_too_low(),
        Refusal::TermStands(term) => words.refused_term_stands(term.as_str()),
        Refusal::TermOutOfRange(number) => {
            words.refused_term_range(number.as_str(), number.least(), number.most())
        }
        Refusal::NoWorkingDay => words.refused_no_working_day(),
        Refusal::NoMeets { why, .. } => no_meets(why),
        Refusal::StateNameUnfit(_) => words.refused_state_name(STATE_NAME_MAX),
        Refusal::StateNameTaken { name, by, .. } => words.refused_state_name_taken(by.as_str(), name),
        Refusal::MeetingOpen(_) => words.refused_meeting_open(),
        Refusal::MeetingOver(_) => words.refused_meeting_over(),
        Refusal::MovedOn { place, .. } => words.refused_moved_on(phrase::meeting_place(*place, names)),
        Refusal::NothingBefore(_) => words.refused_nothing_before(),
        Refusal::IsPresent { member, .. } => words.refused_is_present(who(*member)),
        Refusal::InTheChair(_) => words.refused_in_the_chair(),
        Refusal::TopicTaken(_) => words.refused_topic_taken(),
        Refusal::NotNextChair(_) => words.refused_not_next_chair(),
        Refusal::NoSwap(_) => words.refused_no_swap(),
        Refusal::NotARetro => words.refused_not_a_retro(),
        Refusal::ColumnsUnfit { columns, letters } => words.refused_columns_unfit(*columns, *letters),
        Refusal::NoColumn(columns) => words.refused_no_column(*columns),
        Refusal::NoCard => words.refused_no_card(),
        Refusal::CardsHidden => words.refused_cards_hidden(),
        Refusal::CardsShown => words.refused_cards_shown(),
        Refusal::NobodyVoted => words.refused_nobody_voted(),
        Refusal::MergesIntoItself(_) => words.refused_merges_into_itself(),
        Refusal::WayOffered { to, .. } => {
            let to: Vec<&str> = to.iter().map(|member| who(*member)).collect();
            words.refused_way_offered(to.join(", "))
        }
        Refusal::LeadsNot { task, member } => {
            words.refused_leads_not(who(*member), called(names, (*task).into()))
        }
        Refusal::NotAsked(_) => words.refused_not_asked(),
        Refusal::BindsOthers { way, members } => {
            let members: Vec<&str> = members.iter().map(|member| who(*member)).collect();
            let [merged, _] = way.subjects();
            words.refused_binds_others(called(names, merged), members.join(", "))
        }
        Refusal::NothingToUndo => words.refused_nothing_to_undo(),
        Refusal::NothingToRedo => words.refused_nothing_to_redo(),
        Refusal::BuiltOn { undone, later } => {
            // What both are about is named once.
            let read = if later.subject == undone.subject { Read::OnItsPage } else { Read::Anywhere };
            let (undone, later) = (phrase(undone, names, Read::Anywhere), phrase(later, names, read));
            words.refused_built_on(undone.text(), later.text())
        }
    }
}

fn hint(refusal: &Refusal, names: &Names) -> String {
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
        Refusal::BindsOthers { way, .. } => super::typed::way(way, |id| called(names, id).to_owned()),
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

fn no_agreement(agreement: AgreementId, why: NoAgreement, names: &Names, now: At) -> String {
    let (words, it) = (words(), called(names, agreement.into()));
    match why {
        NoAgreement::Over => words.refused_agreement_over(it),
        NoAgreement::NoParty => words.refused_agreement_no_party(it),
        NoAgreement::AgreedAlready => words.refused_agreed_already(it),
        NoAgreement::AmendedSince => words.refused_amended_since(it),
        NoAgreement::AmendedApart => words.refused_amended_apart(it),
        NoAgreement::LeavesAlready => words.refused_leaves_already(it),
        NoAgreement::LeavesTooSoon(day) => words.refused_leaves_too_soon(it, spoken::date(day, now.day())),
        NoAgreement::TheirsToWithdraw(by) => words.refused_theirs_to_withdraw(names.name(by), it),
        NoAgreement::WithdrawnAlready => words.refused_withdrawn_already(it),
        NoAgreement::NotInForce => words.refused_not_in_force(it),
    }
}

fn no_pairing(with: &str, why: NoPairing) -> String {
    let words = words();
    match why {
        NoPairing::Oneself => words.refused_buddy_oneself(),
        NoPairing::Offered => words.refused_buddy_offered(with),
        NoPairing::OffersThemselves => words.refused_buddy_offers(with),
        NoPairing::Paired => words.refused_buddy_paired(with),
        NoPairing::TheirsToAnswer => words.refused_buddy_theirs(with),
        NoPairing::NoOffer => words.refused_buddy_no_offer(with),
        NoPairing::NotPaired => words.refused_buddy_not_paired(with),
    }
}

fn no_meets(why: &NoMeets) -> String {
    let words = words();
    match why {
        NoMeets::NoDay => words.refused_meets_day(),
        NoMeets::NoTime => words.refused_meets_time(),
        NoMeets::NoZone => words.refused_meets_zone(),
        NoMeets::Minutes => words.refused_meets_minutes(MINUTES_MOST),
        NoMeets::TooMany => words.refused_meets_many(SLOTS_MOST),
        NoMeets::Word(word) => words.refused_meets_word(word),
    }
}

/// A command as it is typed. Its words are the same in every language.
fn typed(words: &[&str]) -> String {
    format!("setara {}", words.join(" "))
}

/// An example in the quotes that it needs when it is typed.
fn quoted(example: &str) -> String {
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::mem::discriminant;

    use uuid::Uuid;

    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::decide::TEXT_MAX;
    use crate::domain::event::{Event, TaskEvent, TaskMoved};
    use crate::domain::id::{AgreementId, BoardId, RecordId, ReplicaId, RoleId, TensionId};
    use crate::domain::meeting::{MeetingKind, Place, Step};
    use crate::domain::names::Named;
    use crate::domain::record::Record;
    use crate::domain::settlement::WayOut;
    use crate::domain::terms::{Number, Term};

    fn now() -> At {
        At::start_of(Day::from_ymd_opt(2026, 11, 21).unwrap())
    }

    fn names() -> Names {
        let named = |n, handle: &str, name: &str| (id(n), Named { handle: handle.into(), name: name.into() });
        Names::from_iter([
            named(1, "", "ayu"),
            named(4, "", "citra"),
            named(2, "bakul", "Sign"),
            named(5, "danum", "Sign it"),
            named(3, "tiram", "Treasurer"),
            named(6, "lusab", "Nobody answers after five"),
            named(7, "rukun", "Money above 500,000 rupiah"),
        ])
    }

    fn id(n: u128) -> SubjectId {
        SubjectId(Uuid::from_u128(n))
    }

    /// Of ayu, who moves the task.
    fn record(to: State) -> Box<Record> {
        let moved = TaskMoved { to, reason: None, led: Vec::new(), by: None, at: None, from: None };
        Box::new(Record {
            id: RecordId::ZERO,
            board: BoardId(Uuid::nil()),
            replica: ReplicaId([0; 16]),
            seq: 1,
            lamport: 1,
            at: now(),
            previous: RecordId::ZERO,
            author: MemberId::from(id(1)),
            subject: id(2),
            kind: "task.moved".into(),
            ends: Vec::new(),
            first: None,
            event: Some(Event::Task(TaskEvent::Moved(moved))),
        })
    }

    /// Every refusal with what it says.
    fn all() -> Vec<(Refusal, &'static str, &'static str)> {
        let ayu = MemberId::from(id(1));
        let task = TaskId::from(id(2));
        let role = RoleId::from(id(3));
        let standup = MeetingKind::Standup;
        let day = Day::from_ymd_opt(2026, 11, 24).unwrap();
        let lease = At::start_of(day);
        let over = At::start_of(Day::from_ymd_opt(2026, 11, 10).unwrap());
        let (done, doing) = (State::Done, State::Doing);
        let blockers = vec!["the bank\nit is closed".to_owned(), String::new()];
        let tension = TensionId::from(id(6));
        let tension_hint = r#"setara tension "what is" --could "what could be""#;
        let agreement = AgreementId::from(id(7));
        let no = |why| Refusal::Agreement { agreement, why };
        let show_rukun = "setara show rukun";
        let pairing = |why| Refusal::Pairing { with: ayu, why };
        let help_or_contest = r#"setara help-with bakul, or setara claim bakul --contest "why""#;
        vec![
            (
                Refusal::MergesIntoItself(WayOut::MergeTask { task, into: task, helps: false }),
                "it is one already",
                r#"setara merge bakul "the other one""#,
            ),
            (
                Refusal::WayOffered {
                    way: WayOut::MergeTask { task, into: task, helps: false },
                    to: vec![ayu],
                },
                "that is offered already, and waits for ayu",
                "setara show bakul",
            ),
            (Refusal::LeadsNot { task, member: ayu }, "ayu does not lead bakul", "setara show bakul"),
            (
                Refusal::NotAsked(WayOut::MergeRole { role, into: role }),
                "nobody offers you that now",
                "setara show tiram",
            ),
            (
                Refusal::BindsOthers {
                    way: WayOut::MergeTask { task, into: task, helps: false },
                    members: vec![ayu],
                },
                "bakul is ayu's now, too, who was not asked",
                "setara merge bakul bakul",
            ),
            (Refusal::Gone(id(2)), "bakul is not on the board any more", "setara log"),
            (Refusal::Gone(id(9)), "what this is about is not on the board any more", "setara log"),
            (Refusal::Known(id(2)), "bakul is on the board already", "setara log"),
            (Refusal::Known(id(9)), "that is on the board already, or was", "setara log"),
            (Refusal::HasLeft(ayu), "ayu has left the team", "setara who"),
            (Refusal::YouLeft, "you have left the team", "setara return"),
            (
                Refusal::EndsForOthers { task, to: done, leads: vec![ayu], is_blocked: false },
                "bakul is led by ayu",
                "setara done bakul --anyway",
            ),
            (
                Refusal::EndsForOthers { task, to: done, leads: vec![ayu], is_blocked: true },
                "bakul is led by ayu and has an open blocker",
                "setara done bakul --anyway",
            ),
            (
                Refusal::EndsForOthers { task, to: State::Dropped, leads: Vec::new(), is_blocked: true },
                "bakul has an open blocker",
                r#"setara drop bakul "why" --anyway"#,
            ),
            (
                Refusal::CannotBeAsked { task, member: ayu, others: Vec::new() },
                "ayu has left the team",
                "setara who",
            ),
            (
                Refusal::CannotBeAsked { task, member: ayu, others: vec![id(4).into()] },
                "ayu has left the team; citra could be asked",
                r#"setara block bakul "what stops it" --on "citra""#,
            ),
            (
                Refusal::NameTaken(ayu),
                "there is somebody called ayu already",
                r#"setara me --name "your full name""#,
            ),
            (Refusal::AlreadyHere(ayu), "ayu is on the team already", "setara mine"),
            (
                Refusal::TheirsToSay { member: ayu, into: ayu },
                "ayu writes on this board, and says themselves who they are",
                r#"setara --as "ayu" me --is "ayu""#,
            ),
            (Refusal::OneAlready(ayu), "ayu is one person already", "setara who"),
            (Refusal::EmptyTitle, "the title is empty", r#"a few words: "Sign the contract""#),
            (
                Refusal::EmptyText,
                "there are no words in it",
                r#"say it in a few words: "waits for the bank""#,
            ),
            (Refusal::EmptyName, "the name is empty", r#"a short name: "Ayu""#),
            (
                Refusal::LongText { most: NAME_MAX },
                "that is longer than 100 characters",
                r#"a short name: "Ayu""#,
            ),
            (
                Refusal::LongText { most: TITLE_MAX },
                "that is longer than 10000 characters",
                r#"a few words: "Sign the contract""#,
            ),
            (
                Refusal::LongText { most: TEXT_MAX },
                "that is longer than 1000000 characters",
                r#"name a file instead: "see docs/contract.md""#,
            ),
            (
                Refusal::NothingToChange(id(2)),
                "it stands so already, and nothing was changed",
                "setara show bakul",
            ),
            (
                Refusal::NothingToChange(ayu.into()),
                "it stands so already, and nothing was changed",
                "setara me",
            ),
            (Refusal::Finished { task, state: done }, "bakul is done", "setara move bakul open"),
            (Refusal::AlreadyIn { task, state: doing }, "bakul is marked doing already", "setara show bakul"),
            (
                Refusal::Taken { task, by: ayu, lease, quiet: false },
                "ayu leads bakul until Tue 24 Nov",
                help_or_contest,
            ),
            (
                Refusal::Taken { task, by: ayu, lease: At::NEVER, quiet: false },
                "ayu leads bakul",
                help_or_contest,
            ),
            (
                Refusal::Taken { task, by: ayu, lease: over, quiet: true },
                "ayu leads bakul, quiet since Tue 10 Nov",
                r#"setara take-over bakul "why", or setara help-with bakul"#,
            ),
            (
                Refusal::LooksLike { task, other: id(5).into(), by: ayu },
                "bakul looks like danum Sign it, which ayu leads",
                "setara help-with danum, or setara claim bakul --anyway",
            ),
            (Refusal::AlreadyLead(task), "you lead bakul already", "setara renew bakul"),
            (Refusal::AlreadyHelping(task), "you help with bakul already", "setara claim bakul"),
            (Refusal::NotYours { task, by: Some(ayu) }, "ayu leads bakul, not you", "setara help-with bakul"),
            (Refusal::NotYours { task, by: None }, "nobody leads bakul", "setara claim bakul"),
            (
                Refusal::NotQuiet { task, by: ayu, lease },
                "ayu leads bakul until Tue 24 Nov, so the claim is not quiet",
                help_or_contest,
            ),
            (
                Refusal::NotQuiet { task, by: ayu, lease: At::NEVER },
                "ayu leads bakul, and the claim is not quiet",
                help_or_contest,
            ),
            (Refusal::NobodyLeads(task), "nobody leads bakul", "setara claim bakul"),
            (Refusal::OfferToSelf, "an offer to yourself changes nothing", "setara who"),
            (Refusal::ThanksToSelf, "thanks are for others", "setara who"),
            (pairing(NoPairing::Oneself), "a buddy is somebody else than oneself", "setara who"),
            (
                pairing(NoPairing::Offered),
                "you have offered to be ayu's buddy: it waits for their answer",
                "setara buddy ayu --end",
            ),
            (
                pairing(NoPairing::OffersThemselves),
                "ayu has offered to be your buddy",
                "setara buddy ayu --yes",
            ),
            (pairing(NoPairing::Paired), "you and ayu are paired already", "setara buddy ayu --end"),
            (
                pairing(NoPairing::TheirsToAnswer),
                "you have offered it yourself: the answer is up to ayu",
                "setara buddy ayu --end",
            ),
            (pairing(NoPairing::NoOffer), "no offer of ayu waits for your answer", "setara buddy"),
            (pairing(NoPairing::NotPaired), "you and ayu are not paired", "setara buddy"),
            (Refusal::ThanksToNobody, "it is not said whom you thank", "setara who"),
            (
                Refusal::TensionAboutMember,
                "a tension about a person is between people, and not for the board",
                tension_hint,
            ),
            (Refusal::NoCouldBe, "it is not said what could be", tension_hint),
            (no(NoAgreement::Over), "rukun is over", show_rukun),
            (no(NoAgreement::NoParty), "you are no party of rukun", show_rukun),
            (no(NoAgreement::AgreedAlready), "you agreed to rukun already", show_rukun),
            (
                no(NoAgreement::AmendedSince),
                "that version of rukun was amended: read the new one",
                show_rukun,
            ),
            (
                no(NoAgreement::AmendedApart),
                "rukun was amended apart: bring the versions together first",
                r#"setara agree rukun --amend --text "what we agree on""#,
            ),
            (no(NoAgreement::LeavesAlready), "you leave rukun already", show_rukun),
            (
                no(NoAgreement::LeavesTooSoon(day)),
                "rukun can be left on Tue 24 Nov at the earliest",
                "setara agree rukun --leave",
            ),
            (
                no(NoAgreement::TheirsToWithdraw(ayu)),
                "ayu proposed rukun, and may withdraw it; you can leave it",
                "setara agree rukun --leave",
            ),
            (no(NoAgreement::WithdrawnAlready), "you said already that rukun should end", show_rukun),
            (no(NoAgreement::NotInForce), "not all have agreed to rukun", "setara agree rukun"),
            (Refusal::AgreesAlone, "it takes two to agree", "setara who"),
            (
                Refusal::WayOfNone,
                "only an agreement on how to decide has a way, a quorum and a word about silence",
                r#"setara agree "what it is about" --text "what we agree on" --kind governance"#,
            ),
            (
                Refusal::QuorumOfNobody,
                "a quorum of nobody hears nobody",
                r#"setara agree "what it is about" --text "what we agree on" --quorum 2"#,
            ),
            (Refusal::TensionOver(tension), "lusab is over", "setara show lusab"),
            (Refusal::TensionTakenUp(tension), "you look after lusab already", "setara show lusab"),
            (
                Refusal::NotYourTension { tension, by: ayu },
                "ayu sensed lusab, and says when it is over",
                "setara tension take-up lusab",
            ),
            (
                Refusal::AlreadyOffered { task, to: ayu },
                "bakul is offered to ayu already",
                "setara withdraw bakul",
            ),
            (Refusal::NoOffer { task, me: ayu }, "ayu has no open offer of bakul", "setara show bakul"),
            (
                Refusal::OfferLapsed { task, from: ayu },
                "the offer of bakul from ayu has lapsed",
                r#"setara remark bakul "please offer it again""#,
            ),
            (
                Refusal::OfferOver { task },
                "who offered bakul does not lead it any more",
                "setara claim bakul",
            ),
            (Refusal::NotBlocked(task), "nothing blocks bakul", r#"setara block bakul "what stops it""#),
            (
                Refusal::WhichBlocker { task, blockers: blockers.clone(), to: BlockerStep::Ask },
                "bakul has 2 blockers: 1 the bank …, 2",
                "setara asked bakul --which 2",
            ),
            (
                Refusal::WhichBlocker { task, blockers, to: BlockerStep::Withdraw },
                "bakul has 2 blockers: 1 the bank …, 2",
                "setara clear bakul --withdraw --which 2",
            ),
            (
                Refusal::NoSuchBlocker { task, number: 5, count: 2, to: BlockerStep::Promise(day) },
                "bakul has no blocker 5, only 2",
                "setara promise bakul 2026-11-24 --which 2",
            ),
            (
                Refusal::NoSuchBlocker { task, number: 0, count: 1, to: BlockerStep::Clear },
                "bakul has no blocker 0, only one",
                "setara clear bakul",
            ),
            (Refusal::BlockerOver { task }, "that does not block bakul any more", "setara show bakul"),
            (
                Refusal::NoSuchStep { task, text: "Sign\ntwice".into() },
                "bakul has no step any more that says: Sign …",
                "setara show bakul",
            ),
            (
                Refusal::NotesTwice(task),
                "the notes of bakul were written twice: say first which hold",
                r#"setara edit bakul --notes "what holds""#,
            ),
            (
                Refusal::WaitsOnItself(task),
                "bakul cannot wait on itself",
                r#"setara block bakul "what stops it""#,
            ),
            (
                Refusal::InThePast(day),
                "it is too late for Tue 24 Nov",
                r#"a later day: "fri", "+3d" or "12 dec""#,
            ),
            (Refusal::NoSuchDay, "days are from 1970 to 9999", r#"a later day: "fri", "+3d" or "12 dec""#),
            (
                Refusal::EndsBeforeItBegins,
                "the last day comes before the first",
                "setara away --from mon --until +2w",
            ),
            (
                Refusal::AlreadyHolds(role),
                "you hold the role Treasurer already",
                "setara role put-down tiram",
            ),
            (Refusal::NotHolding { role }, "you do not hold the role Treasurer", "setara role take tiram"),
            (
                Refusal::Retired(role),
                "the role Treasurer is retired",
                "setara role edit tiram --state active",
            ),
            (Refusal::NotANumber, "a goal is measured in plain numbers", r#"a number such as "6.5""#),
            (Refusal::GoalOver, "the goal stands so already", "setara goal --help"),
            (Refusal::GoalInItself, "a goal cannot be part of itself", "setara goal --help"),
            (Refusal::LimitTooLow, "a limit below 1 leaves no room for a claim", "setara me --limit 1"),
            (Refusal::TermStands(Term::Week), "week stands so already", "setara terms"),
            (
                Refusal::TermOutOfRange(Number::Lease),
                "lease takes a number from 1 to 90",
                "setara terms lease 7",
            ),
            (
                Refusal::NoMeets { kind: MeetingKind::Standup, why: NoMeets::Word("9am".into()) },
                r#"what is "9am"? days, a time, minutes and a zone are needed"#,
                "setara terms standup mon-fri 9:15 15 min Asia/Jakarta",
            ),
            (Refusal::NoWorkingDay, "that names no working day of the week", "setara terms week mon-fri"),
            (
                Refusal::StateNameUnfit(doing),
                "the name of a state is one short line, of 20 columns at most",
                r#"setara terms doing "in the kitchen""#,
            ),
            (
                Refusal::StateNameTaken { state: doing, name: "Ready".into(), by: State::Open },
                r#"the state open is called "Ready" already"#,
                r#"setara terms doing "in the kitchen""#,
            ),
            (Refusal::MeetingOpen(standup), "a meeting of this kind goes on already", "setara standup"),
            (Refusal::MeetingOver(MeetingKind::Retro), "the meeting is over", "setara retro --last"),
            (
                Refusal::MovedOn { kind: standup, place: Place::turn_of(Step::Round, ayu) },
                "already moved on: the round: ayu",
                "setara standup",
            ),
            (Refusal::NothingBefore(standup), "this is where the meeting began", "setara standup next"),
            (
                Refusal::IsPresent { kind: standup, member: ayu },
                "ayu is in the meeting already",
                "setara standup",
            ),
            (Refusal::InTheChair(standup), "you facilitate it already", "setara standup"),
            (Refusal::TopicTaken(standup), "that topic was taken up already", "setara standup"),
            (
                Refusal::NotNextChair(standup),
                "only who facilitates the next one can offer to swap",
                "setara standup take-next",
            ),
            (Refusal::NoSwap(standup), "nobody offers you to swap", "setara standup"),
            (Refusal::NotARetro, "only a retro has cards", "setara retro"),
            (
                Refusal::ColumnsUnfit { columns: 6, letters: 40 },
                "a retro has 1 to 6 columns, with a short name each (40 letters at most)",
                r#"setara retro start --columns "liked, lacked, learned""#,
            ),
            (Refusal::NoColumn(3), "it has 3 columns", r#"setara retro card 1 "we tested early""#),
            (Refusal::NoCard, "there is no such card, or it was struck", "setara retro"),
            (
                Refusal::CardsHidden,
                "the cards are hidden until all of them are shown at once",
                "setara retro reveal",
            ),
            (Refusal::CardsShown, "the cards were shown already", "setara retro next"),
            (Refusal::NobodyVoted, "nobody has put dots yet", "setara retro vote 1"),
            (Refusal::NothingToUndo, "there is nothing of yours to undo", "setara log"),
            (Refusal::NothingToRedo, "there is nothing of yours to do again", "setara log"),
            (
                Refusal::BuiltOn { undone: record(State::Doing), later: record(State::Review) },
                r#"others built on "ayu moved bakul (Sign) to doing": ayu moved it to review"#,
                "setara log --on bakul",
            ),
        ]
    }

    #[test]
    fn each_refusal_says_why_and_what_to_type() {
        for (refusal, message, hint) in all() {
            let said = say(&refusal, &names(), now());
            assert_eq!((said.message.as_str(), said.hint.as_deref()), (message, Some(hint)), "{refusal:?}");
        }
    }

    #[test]
    fn each_refusal_reads_like_the_others() {
        let mut seen = HashSet::new();
        for (refusal, ..) in all() {
            let said = say(&refusal, &names(), now());
            assert!(said.message.starts_with(char::is_lowercase), "{refusal:?}");
            assert!(!said.message.ends_with(['.', '!', ' ']), "{refusal:?}");
            assert!(!said.message.contains('\n'), "{refusal:?}");
            let hint = said.hint.expect("every refusal has a way out");
            assert!(hint.starts_with("setara ") || hint.matches('"').count() >= 2, "{hint}");
            seen.insert(discriminant(&refusal));
        }
        // A new refusal is what the compiler asks `message` for; this asks for its test.
        assert_eq!(seen.len(), 88);
    }

    #[test]
    fn every_name_that_a_refusal_needs_is_mentioned() {
        let all_names = names();
        for (refusal, message, hint) in all() {
            let mentioned = mentions(&refusal).into_iter().map(|id| {
                let handle = all_names.handle(id).to_owned();
                (id, Named { handle, name: all_names.name(id).to_owned() })
            });
            let said = say(&refusal, &mentioned.collect(), now());
            assert_eq!((said.message.as_str(), said.hint.as_deref()), (message, Some(hint)), "{refusal:?}");
        }
    }
}
