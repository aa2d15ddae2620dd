//! What stands in the way, in words.

use super::decision;
use crate::domain::calendar::At;
use crate::domain::decide::{DidNotWrite, NoAgreement, NoPairing, Refusal};
use crate::domain::id::{AgreementId, MemberId, TaskId};
use crate::domain::meets::{MINUTES_MOST, SLOTS_MOST};
use crate::domain::names::Names;
use crate::domain::phrase::{self, Read, called, first_line, phrase};
use crate::domain::spoken::{self, NoMeets};
use crate::domain::terms::STATE_NAME_MAX;
use crate::words::words;

pub(super) fn message(refusal: &Refusal, names: &Names, now: At) -> String {
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
        Refusal::DidNotWrite { decision, why } => {
            let it = called(names, (*decision).into());
            match why {
                DidNotWrite::NotAdopted => words.refused_wrote_not_adopted(it),
                DidNotWrite::SaysOther => words.refused_wrote_other(it),
                DidNotWrite::OfOthers => words.refused_wrote_of_others(it),
            }
        }
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
