//! The versions of a decision: what changed since somebody spoke, what stands apart, and all of them.

use super::super::sheet::Sheet;
use super::super::text::Of;
use crate::domain::decision::{Decision, Stance, Version};
use crate::session::Standing;
use crate::tui::kit::marks::marks;
use crate::tui::shell::action::key_of;
use crate::words::words;

/// What a version says, each part under its label and in the same order of all versions; nothing where it is empty.
fn parts(sheet: &Sheet<'_>, version: &Version) -> Vec<(String, String)> {
    let words = words();
    let trial = version.trial.as_ref();
    let text = |part: Option<&String>| part.cloned().unwrap_or_default();
    vec![
        (words.decision_label_title(), version.title.clone()),
        (words.decision_label_why(), text(version.why.as_ref())),
        (words.decision_label_text(), text(version.text.as_ref())),
        (words.decision_label_nominee(), version.nominee.map(|one| sheet.name(one)).unwrap_or_default()),
        (words.decision_label_tried(), text(trial.map(|trial| &trial.tried))),
        (words.decision_label_judged(), text(trial.map(|trial| &trial.judged))),
        (words.decision_label_stop(), text(trial.map(|trial| &trial.stop))),
        (words.decision_label_ends(), trial.map(|trial| sheet.day(trial.ends)).unwrap_or_default()),
        (words.decision_options(), version.options.join(", ")),
    ]
}

fn or_nothing(text: String) -> String {
    if text.is_empty() { words().page_empty_value() } else { text }
}

/// What whoever looks said last to a version before this one.
fn own_before<'d>(sheet: &Sheet<'_>, decision: &'d Decision, version: &Version) -> Option<&'d Stance> {
    let me = sheet.session.me()?;
    let way = decision.ancestors(version.id);
    decision.stances.iter().rev().find(|stance| stance.by == me && way.contains(&stance.version))
}

/// What another version says than the one to which whoever looks spoke last, as it was and as it is.
pub(super) fn changed_since(
    sheet: &mut Sheet<'_>,
    decision: &Decision,
    version: &Version,
    standing: &Standing,
) {
    if !standing.is_new_to_me {
        return;
    }
    let Some(own) = own_before(sheet, decision, version) else { return };
    let Some(before) = decision.version(own.version) else { return };
    let (words, theme) = (words(), sheet.theme);
    sheet.section_with(
        words.decision_changed(),
        words.decision_changed_from(decision.number(before.id), decision.number(version.id)),
    );
    let said = words.decision_stance(own.word.as_str());
    let said = own.reason.iter().fold(said, |said, reason| words.phrase_told(said, reason));
    sheet.fact(words.decision_label_you_said(), Some(said));
    for ((label, was), (_, now)) in parts(sheet, before).into_iter().zip(parts(sheet, version)) {
        if was != now {
            sheet.styled_fact(label, words.decision_was(or_nothing(was)), theme.dim);
            sheet.styled_fact(String::new(), words.decision_now(or_nothing(now)), theme.text);
        }
    }
}

/// Versions that stand side by side: in what they differ, and how the two are brought together.
pub(super) fn apart(sheet: &mut Sheet<'_>, decision: &Decision) {
    let heads: Vec<&Version> =
        decision.heads(None).into_iter().filter_map(|head| decision.version(head)).collect();
    let [first, others @ ..] = heads.as_slice() else { return };
    if others.is_empty() {
        return;
    }
    let (words, theme) = (words(), sheet.theme);
    sheet.section(words.decision_apart());
    let common = parts(sheet, first);
    let differs =
        |sheet: &Sheet<'_>, n: usize| others.iter().any(|other| parts(sheet, other)[n].1 != common[n].1);
    let differing: Vec<usize> = (0..common.len()).filter(|n| differs(sheet, *n)).collect();
    for head in heads {
        let said = words.decision_version_number(decision.number(head.id));
        let said = words.decision_version_by(said, sheet.name(head.by), sheet.day_of(head.at));
        sheet.member("apart", Of::Record(head.id), head.by, |sheet| {
            sheet.item(marks().unclear, &said, theme.warn);
        });
        let parts = parts(sheet, head);
        for n in &differing {
            let (label, text) = parts[*n].clone();
            sheet.fact(label, Some(or_nothing(text)));
        }
    }
    sheet.item(marks().to, &words.decision_apart_mend(key_of("decision.amend")), theme.dim);
}

/// All versions, the newest first, with the objections that each meets.
pub(super) fn all(sheet: &mut Sheet<'_>, decision: &Decision) {
    if decision.versions.len() < 2 {
        return;
    }
    sheet.section(words().decision_versions());
    for version in decision.versions.iter().rev() {
        let said = words().decision_version(decision.number(version.id), &version.title);
        let said = format!("{said} {} {}", marks().dot, sheet.name(version.by));
        sheet.member("version", Of::Record(version.id), version.by, |sheet| {
            sheet.timed(version.at, "", &said, sheet.theme.text);
        });
        let met =
            version.meets.iter().filter_map(|id| decision.stances.iter().find(|stance| stance.id == *id));
        let met = met.filter(|stance| decision.shows(stance, sheet.session.me()));
        for stance in met.collect::<Vec<_>>() {
            let said = words().decision_meets(sheet.name(stance.by));
            let said = stance.reason.iter().fold(said, |said, reason| words().phrase_told(said, reason));
            sheet.under(&said, sheet.theme.dim);
        }
    }
}
