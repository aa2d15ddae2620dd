//! Why something is not done to a decision, and what can be typed instead.

use crate::domain::calendar::At;
use crate::domain::decide::NoDecision;
use crate::domain::decision::{Lack, Word};
use crate::domain::id::{DecisionId, MemberId};
use crate::domain::names::Names;
use crate::domain::phrase::called;
use crate::domain::spoken;
use crate::words::words;

use super::hint::{quoted, typed};

pub(super) fn message(decision: DecisionId, why: &NoDecision, names: &Names, now: At) -> String {
    let words = words();
    let it = called(names, decision.into());
    let who = |members: &[MemberId]| {
        members.iter().map(|member| names.name(*member)).collect::<Vec<_>>().join(", ")
    };
    let said = |word: Word| words.decision_stance(word.as_str());
    match why {
        NoDecision::OldVersion => words.refused_old_version(it),
        NoDecision::AmendedApart => words.refused_decision_apart(it),
        NoDecision::SayWhy(word) => words.refused_say_why(said(*word), it),
        NoDecision::Unfit { word, fit } => {
            // As they are typed.
            let fit: Vec<&str> = fit.iter().map(|word| word.as_str()).collect();
            words.refused_stance_unfit(word.as_str(), it, fit.join(", "))
        }
        NoDecision::NoOption(count) => words.refused_no_option(it, *count),
        NoDecision::JoinFirst => words.refused_join_first(it),
        NoDecision::IsParty => words.refused_is_party(it),
        NoDecision::Lacks(lack) => match lack {
            Lack::Objects(members) => words.refused_objects(it, who(members)),
            Lack::Owed(members) => words.refused_owed(who(members), it),
            Lack::Unheard { heard, of, missing } => words.refused_unheard(*heard, *of, it, who(missing)),
            Lack::NoNominee => words.refused_no_nominee(it),
            Lack::NomineeYes(member) => words.refused_nominee_yes(names.name(*member), it),
            Lack::NoTrial => words.refused_no_trial(it),
            Lack::NotCarried { yes, no } => words.refused_not_carried(*yes, it, *no),
            Lack::Level => words.refused_level(it),
            Lack::NoTook => words.refused_no_took(it),
            Lack::NotProposer => words.refused_not_proposer(it),
        },
        NoDecision::JustAsked { missing, until } => {
            words.refused_just_asked(who(missing), spoken::date(until.day(), now.day()))
        }
        NoDecision::Adopted => words.refused_adopted(it),
        NoDecision::NotAdopted => words.refused_not_adopted(it),
        NoDecision::GivenUp => words.refused_given_up(it),
        NoDecision::HeldOpen(members) => words.refused_held_open(who(members), it),
        NoDecision::Proposed(_) => words.refused_proposed(it),
        NoDecision::NothingHidden => words.refused_nothing_hidden(it),
        NoDecision::NoParties => words.refused_no_parties(),
        NoDecision::NoTrialRuns => words.refused_no_trial_runs(it),
        NoDecision::NoSuchObjection => words.refused_no_objection(it),
        NoDecision::NoSuchQuestion => words.refused_no_question(it),
        NoDecision::Counted => words.refused_counted(it),
        NoDecision::Unsettles => words.refused_unsettles(it),
    }
}

pub(super) fn hint(decision: DecisionId, why: &NoDecision, names: &Names) -> String {
    let words = words();
    let it = called(names, decision.into());
    let show = || typed(&["show", it]);
    let say =
        |word: Word| typed(&["decide", "say", it, word.as_str(), &quoted(&words.refused_example_why())]);
    let verb = |verb: &str| typed(&["decide", verb, it]);
    let amend = |flag: &str, value: &str| typed(&["decide", "amend", it, flag, value]);
    match why {
        NoDecision::OldVersion | NoDecision::NothingHidden | NoDecision::NoSuchObjection => show(),
        NoDecision::AmendedApart => amend("--text", &quoted(&words.refused_example_change())),
        NoDecision::SayWhy(word) => say(*word),
        NoDecision::Unfit { fit, .. } => {
            let word = fit.first().copied().unwrap_or(Word::Abstain);
            match word.needs_reason() {
                true => say(word),
                false => typed(&["decide", "say", it, word.as_str()]),
            }
        }
        NoDecision::NoOption(_) => typed(&["decide", "say", it, Word::Yes.as_str(), "--pick", "1"]),
        NoDecision::JoinFirst => verb("join"),
        NoDecision::IsParty | NoDecision::Proposed(_) => show(),
        NoDecision::Lacks(Lack::Objects(_) | Lack::Owed(_)) => words.refused_or(
            amend("--text", &quoted(&words.refused_example_change())),
            typed(&["decide", "ask", it, &quoted(&words.refused_example_question())]),
        ),
        NoDecision::Lacks(Lack::NoNominee) => amend("--nominee", &quoted(&words.refused_example_full_name())),
        NoDecision::Lacks(Lack::NoTrial) => typed(&["decide", "amend", "--help"]),
        NoDecision::Lacks(Lack::NoTook) => {
            typed(&["decide", "adopt", it, "--took", &quoted(&words.refused_example_took())])
        }
        NoDecision::Lacks(Lack::NotProposer) => verb("carry-on"),
        NoDecision::Lacks(Lack::NotCarried { .. } | Lack::Level) => {
            amend("--text", &quoted(&words.refused_example_change()))
        }
        NoDecision::Lacks(Lack::Unheard { .. } | Lack::NomineeYes(_)) | NoDecision::JustAsked { .. } => {
            show()
        }
        NoDecision::Adopted => typed(&["decide", &quoted(&words.refused_example_change()), "--replaces", it]),
        NoDecision::NotAdopted => verb("adopt"),
        NoDecision::GivenUp => verb("carry-on"),
        NoDecision::HeldOpen(_) => words.refused_or(verb("step-out"), typed(&["decide", "park", it])),
        NoDecision::NoParties => typed(&[
            "decide",
            &quoted(&words.refused_example_change()),
            "--kind",
            "advice",
            "--ask",
            &quoted(&words.refused_example_full_name()),
        ]),
        NoDecision::NoTrialRuns => show(),
        NoDecision::NoSuchQuestion => {
            typed(&["decide", "ask", it, &quoted(&words.refused_example_question())])
        }
        NoDecision::Counted | NoDecision::Unsettles => {
            words.refused_or(typed(&["decide", "say", it, Word::Consent.as_str()]), say(Word::Objection))
        }
    }
}

/// The members whom a refusal names.
pub(super) fn members(why: &NoDecision) -> Vec<MemberId> {
    match why {
        NoDecision::Lacks(Lack::Objects(members) | Lack::Owed(members))
        | NoDecision::Lacks(Lack::Unheard { missing: members, .. })
        | NoDecision::JustAsked { missing: members, .. }
        | NoDecision::HeldOpen(members) => members.clone(),
        NoDecision::Lacks(Lack::NomineeYes(member)) => vec![*member],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::mem::discriminant;

    use uuid::Uuid;

    use super::*;
    use crate::domain::decide::Refusal;
    use crate::domain::decision::DecisionKind;
    use crate::domain::id::SubjectId;
    use crate::domain::names::Named;
    use crate::domain::refused::{mentions, say};

    const BUV: DecisionId = DecisionId(Uuid::from_u128(1));
    const AYU: MemberId = MemberId(Uuid::from_u128(2));
    const BUDI: MemberId = MemberId(Uuid::from_u128(3));
    /// Tuesday 24 November 2026, 09:00 UTC.
    const NOW: At = At(1_795_510_800_000);

    fn names() -> Names {
        let named = |id: SubjectId, handle: &str, name: &str| {
            (id, Named { handle: handle.to_owned(), name: name.to_owned() })
        };
        [named(BUV.into(), "buv", "Deliver"), named(AYU.into(), "", "ayu"), named(BUDI.into(), "", "budi")]
            .into_iter()
            .collect()
    }

    fn all() -> Vec<(NoDecision, &'static str, &'static str)> {
        let lack = NoDecision::Lacks;
        vec![
            (NoDecision::OldVersion, "buv was amended: read the new version first", "setara show buv"),
            (
                NoDecision::AmendedApart,
                "buv was amended apart: bring the versions together first",
                r#"setara decide amend buv --text "what changes""#,
            ),
            (
                NoDecision::SayWhy(Word::Objection),
                "“objection” on buv says nothing without a reason",
                r#"setara decide say buv objection "why""#,
            ),
            (
                NoDecision::Unfit { word: Word::Objection, fit: Word::of(DecisionKind::Vote, false, false) },
                "“objection” cannot be said to buv: it takes yes, no, abstain",
                "setara decide say buv yes",
            ),
            (
                NoDecision::NoOption(3),
                "buv has 3 options: say by their numbers which you pick",
                "setara decide say buv yes --pick 1",
            ),
            (NoDecision::JoinFirst, "you take no part in buv yet", "setara decide join buv"),
            (NoDecision::IsParty, "you take part in buv already", "setara show buv"),
            (
                lack(Lack::Objects(vec![AYU, BUDI])),
                "buv meets an open objection: ayu, budi",
                r#"setara decide amend buv --text "what changes", or setara decide ask buv "what is not clear?""#,
            ),
            (
                lack(Lack::Owed(vec![AYU])),
                "ayu objected to buv before, and has not spoken on this version",
                r#"setara decide amend buv --text "what changes", or setara decide ask buv "what is not clear?""#,
            ),
            (
                lack(Lack::Unheard { heard: 3, of: 5, missing: vec![AYU, BUDI] }),
                "3 of 5 were heard on buv; still to be heard: ayu, budi",
                "setara show buv",
            ),
            (
                lack(Lack::NoNominee),
                "nobody is nominated in buv",
                r#"setara decide amend buv --nominee "your full name""#,
            ),
            (lack(Lack::NomineeYes(AYU)), "ayu has not said yes to buv", "setara show buv"),
            (
                lack(Lack::NoTrial),
                "buv does not say what is tried, how it is judged, when it stops and when it ends",
                "setara decide amend --help",
            ),
            (
                lack(Lack::NotCarried { yes: 2, no: 2 }),
                "2 for buv, 2 against: not carried",
                r#"setara decide amend buv --text "what changes""#,
            ),
            (
                lack(Lack::Level),
                "no option of buv has the most picks alone",
                r#"setara decide amend buv --text "what changes""#,
            ),
            (
                lack(Lack::NoTook),
                "it is not said what became of the advice on buv",
                r#"setara decide adopt buv --took "what became of the advice""#,
            ),
            (lack(Lack::NotProposer), "who asked for advice on buv decides", "setara decide carry-on buv"),
            (
                NoDecision::JustAsked { missing: vec![AYU], until: NOW.plus_days(3) },
                "ayu was asked a short while ago, and has time until Fri 27 Nov",
                "setara show buv",
            ),
            (
                NoDecision::Adopted,
                "buv is adopted: propose a change",
                r#"setara decide "what changes" --replaces buv"#,
            ),
            (NoDecision::NotAdopted, "buv is not adopted", "setara decide adopt buv"),
            (
                NoDecision::GivenUp,
                "nobody proposes buv any more: carry it on first",
                "setara decide carry-on buv",
            ),
            (
                NoDecision::HeldOpen(vec![AYU]),
                "ayu holds buv open: object, step out, or park it",
                "setara decide step-out buv, or setara decide park buv",
            ),
            (NoDecision::Proposed(AYU), "you propose buv already", "setara show buv"),
            (NoDecision::NothingHidden, "everybody sees what was said to buv", "setara show buv"),
            (
                NoDecision::NoParties,
                "it is not said whose advice is asked",
                r#"setara decide "what changes" --kind advice --ask "your full name""#,
            ),
            (NoDecision::NoTrialRuns, "no trial of buv runs", "setara show buv"),
            (NoDecision::NoSuchObjection, "there is no such objection to buv", "setara show buv"),
            (
                NoDecision::NoSuchQuestion,
                "there is no such question about buv",
                r#"setara decide ask buv "what is not clear?""#,
            ),
            (
                NoDecision::Counted,
                "an adoption of buv counted it: say a new one",
                r#"setara decide say buv consent, or setara decide say buv objection "why""#,
            ),
            (
                NoDecision::Unsettles,
                "buv is adopted, and would not be by that: say something new",
                r#"setara decide say buv consent, or setara decide say buv objection "why""#,
            ),
        ]
    }

    #[test]
    fn each_says_why_and_what_to_type_with_the_names_that_it_mentions() {
        let all_names = names();
        let mut seen = HashSet::new();
        for (why, message, hint) in all() {
            seen.insert(discriminant(&why));
            let refusal = Refusal::Decision { decision: BUV, why };
            let mentioned = mentions(&refusal).into_iter().map(|id| {
                let (handle, name) = (all_names.handle(id).to_owned(), all_names.name(id).to_owned());
                (id, Named { handle, name })
            });
            let said = say(&refusal, &mentioned.collect(), NOW);
            assert_eq!((said.message.as_str(), said.hint.as_deref()), (message, Some(hint)));
        }
        assert_eq!(seen.len(), 21, "a new reason is tried here");
    }
}
