//! What was said to a decision: open objections first, each with the four questions; then the rest; and what was asked.

use super::super::sheet::Sheet;
use super::super::text::Of;
use super::tone;
use crate::domain::decision::{Decision, Stance, Version, View, Word};
use crate::session::{Standing, Voice};
use crate::tui::kit::marks::marks;
use crate::words::words;

/// What is voted between, with how often each was picked where that is not kept.
pub(super) fn options(sheet: &mut Sheet<'_>, decision: &Decision, version: &Version) {
    if version.options.is_empty() {
        return;
    }
    sheet.section(words().decision_options());
    let is_open = decision.shows_all_of(version.id, sheet.session.me());
    let picks = is_open.then(|| decision.count(version.id, &[], None).picks(version.options.len()));
    for (n, option) in version.options.iter().enumerate() {
        let picks = picks.as_ref().map(|picks| words().decision_picks(picks[n]));
        let said = picks.into_iter().fold(option.clone(), |said, picks| beside(&said, &picks));
        sheet.item(&format!("{}.", n + 1), &said, sheet.theme.text);
    }
}

/// Who said what, each leading to who said it.
pub(super) fn voices(sheet: &mut Sheet<'_>, decision: &Decision, standing: &Standing) {
    if standing.voices.is_empty() {
        return;
    }
    let heading = words().decision_voices();
    sheet.section_with(heading, words().decision_version_number(decision.number(standing.version)));
    for voice in &standing.voices {
        sheet.member("voice", Of::Subject(voice.member.into()), voice.member, |sheet| line(sheet, voice));
        if let Some(later) = &voice.later {
            let said = words().decision_later(words().decision_stance(later.word.as_str()));
            let said = later.reason.iter().fold(said, |said, reason| words().phrase_told(said, reason));
            sheet.under(&said, sheet.theme.dim);
        }
        let objection = voice.said.iter().chain(&voice.owed).find(|stance| stance.word == Word::Objection);
        if objection.is_some() {
            probes(sheet, &voice.views);
        }
    }
}

fn line(sheet: &mut Sheet<'_>, voice: &Voice) {
    let (words, dim) = (words(), sheet.theme.dim);
    let name = sheet.name(voice.member);
    match (&voice.said, &voice.owed) {
        (Some(stance), _) => {
            let word = words.decision_stance(stance.word.as_str());
            said(sheet, stance, &name, word);
        }
        (None, Some(owed)) => {
            let word = words.decision_owed(words.decision_stance(owed.word.as_str()));
            said(sheet, owed, &name, word);
        }
        (None, None) if voice.spoke => {
            sheet.timed(None, marks().dot, &beside(&name, &words.decision_spoke_hidden()), dim);
        }
        (None, None) => {
            sheet.timed(None, marks().vacant, &beside(&name, &words.decision_not_spoken()), dim);
        }
    }
}

fn said(sheet: &mut Sheet<'_>, stance: &Stance, name: &str, word: String) {
    let whom = stance.nominates.map(|member| sheet.name(member));
    let word = whom.into_iter().fold(word, |word, whom| format!("{word} {whom}"));
    let picks: Vec<String> = stance.picks.iter().map(|pick| (pick + 1).to_string()).collect();
    let mut said = beside(name, &word);
    if !picks.is_empty() {
        said = format!("{said} {}", picks.join(", "));
    }
    if let Some(reason) = &stance.reason {
        said = words().phrase_told(said, reason);
    }
    let mark = if stance.word == Word::Objection { marks().blocked } else { marks().dot };
    sheet.timed(stance.at, mark, &said, tone(sheet, stance.word));
}

/// What was thought of an objection, below each of the four questions. Those that nobody spoke of are asked in one line.
fn probes(sheet: &mut Sheet<'_>, views: &[View]) {
    use crate::domain::decision::Probe;
    let (words, theme) = (words(), sheet.theme);
    for probe in Probe::ALL {
        let thought: Vec<&View> = views.iter().filter(|view| view.question == *probe).collect();
        sheet.under(&words.decision_question(probe.as_str()), theme.dim);
        for view in thought {
            let said = words.phrase_told(sheet.name(view.by), &view.text);
            sheet.under(&format!("  {said}"), theme.text);
        }
    }
}

/// What was asked, with the answers.
pub(super) fn questions(sheet: &mut Sheet<'_>, decision: &Decision) {
    if decision.questions.is_empty() {
        return;
    }
    sheet.section(words().decision_questions());
    for question in &decision.questions {
        let said = words().phrase_told(sheet.name(question.by), &question.text);
        let is_open = question.answers.is_empty();
        let style = if is_open { sheet.theme.warn } else { sheet.theme.text };
        sheet.link("question", Of::Record(question.id), Some(question.by.into()), |sheet| {
            sheet.timed(question.at, marks().unclear, &said, style);
        });
        for answer in &question.answers {
            let said = words().phrase_told(sheet.name(answer.by), &answer.text);
            sheet.under(&said, sheet.theme.text);
        }
    }
}

fn beside(one: &str, other: &str) -> String {
    format!("{one} {} {other}", marks().dot)
}
