//! The rows of a proposal in a form: what every one says, and what only one of its kind does.

use crate::domain::decide::Proposal;
use crate::domain::decision::{DecisionKind, Trial, Version};
use crate::domain::id::SubjectRef;
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::Field;
use crate::tui::screens::choices;
use crate::tui::shell::ask::{self, Fields, Pick, Search};
use crate::words::words;

/// How many lines of each are in sight.
const WHY: u16 = 2;
const TEXT: u16 = 4;
const OPTIONS: u16 = 4;

/// The rows of a proposal, the title first.
pub fn rows(session: &Session, kind: DecisionKind, before: &Proposal) -> Result<Vec<Field<Pick>>, Error> {
    let words = words();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut rows = vec![
        Field::text(words.form_field_proposal(), &before.title).needed(),
        Field::lines(words.form_field_decision_why(), &text(&before.why), WHY),
        Field::lines(words.form_field_decision_text(), &text(&before.text), TEXT),
    ];
    match kind {
        DecisionKind::Selection => {
            let chosen = before.nominee.map(Pick::from);
            let items = choices::of(session, Kind::Member, None)?;
            rows.push(Field::choice(words.form_field_nominee(), items, chosen));
        }
        DecisionKind::Experiment => {
            let trial = before.trial.as_ref();
            let part = |part: fn(&Trial) -> &str| trial.map(part).unwrap_or_default();
            rows.push(Field::text(words.form_field_tried(), part(|trial| &trial.tried)));
            rows.push(Field::text(words.form_field_judged(), part(|trial| &trial.judged)));
            rows.push(Field::text(words.form_field_stop(), part(|trial| &trial.stop)));
            let ends = Field::date(words.form_field_ends(), trial.map(|trial| trial.ends));
            rows.push(ends.hint(words.scr_ask_day_hint()));
        }
        DecisionKind::Vote => {
            let options = Field::lines(words.form_field_options(), &before.options.join("\n"), OPTIONS);
            rows.push(options.hint(words.form_field_options_hint()));
        }
        DecisionKind::Consent | DecisionKind::Consensus | DecisionKind::Advice => {}
    }
    Ok(rows)
}

/// What was filled in.
#[derive(Debug, Clone)]
pub struct Proposed(pub Proposal);

impl Proposed {
    /// Reads the rows behind the title, or says what is missing of a trial: three of its four parts are none.
    pub fn taken(kind: DecisionKind, title: String, fields: &mut Fields) -> Result<Proposed, String> {
        let mut text = || fields.take().and_then(|(value, _)| value.text());
        let (why, proposal) = (text(), text());
        let mut proposed = Proposal { title, why, text: proposal, ..Proposal::default() };
        match kind {
            DecisionKind::Selection => proposed.nominee = fields.choice().and_then(|pick| pick.typed()),
            DecisionKind::Experiment => {
                let (tried, judged, stop) = (text(), text(), text());
                let ends = fields.take().and_then(|(value, _)| value.day());
                proposed.trial = match (tried, judged, stop, ends) {
                    (Some(tried), Some(judged), Some(stop), Some(ends)) => {
                        Some(Trial { tried, judged, stop, ends })
                    }
                    (None, None, None, None) => None,
                    _ => return Err(words().out_trial_part()),
                };
            }
            DecisionKind::Vote => {
                proposed.options = ask::lines(fields.take().and_then(|(value, _)| value.text()));
            }
            DecisionKind::Consent | DecisionKind::Consensus | DecisionKind::Advice => {}
        }
        Ok(Proposed(proposed))
    }
}

/// What is looked for in which of its lists. A new one of a selection has its role right behind the title.
pub fn searches(kind: DecisionKind, is_new: bool) -> Vec<(usize, Search)> {
    let mut searches = Vec::new();
    if kind == DecisionKind::Selection {
        searches.push((3 + usize::from(is_new), choices::search(&[Kind::Member])));
        if is_new {
            searches.push((1, choices::search(&[Kind::Role])));
        }
    }
    searches
}

/// The same rows, each with what the versions beside it say instead.
pub fn beside(
    session: &Session,
    kind: DecisionKind,
    rows: Vec<Field<Pick>>,
    version: &Version,
    others: &[&Version],
) -> Result<Vec<Field<Pick>>, Error> {
    let names = session.board().names(others.iter().map(|other| other.by.into()))?;
    let own = texts(session, kind, version)?;
    let mut remarks: Vec<Vec<String>> = vec![Vec::new(); own.len()];
    for other in others {
        for (n, said) in texts(session, kind, other)?.into_iter().enumerate() {
            if said != own[n] {
                let said = if said.is_empty() { words().page_empty_value() } else { said };
                remarks[n].push(words().phrase_told(names.name(other.by), said));
            }
        }
    }
    let remark = |lines: Vec<String>| (!lines.is_empty()).then(|| lines.join("; "));
    Ok(rows.into_iter().zip(remarks).map(|(row, lines)| row.remark(remark(lines))).collect())
}

/// What each row of a version says, in the order of [`rows`].
fn texts(session: &Session, kind: DecisionKind, version: &Version) -> Result<Vec<String>, Error> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut texts = vec![version.title.clone(), text(&version.why), text(&version.text)];
    match kind {
        DecisionKind::Selection => texts.push(match version.nominee {
            Some(nominee) => ask::called(session, SubjectRef::from(nominee).id)?,
            None => String::new(),
        }),
        DecisionKind::Experiment => {
            let trial = version.trial.as_ref();
            let part = |part: fn(&Trial) -> String| trial.map(part).unwrap_or_default();
            texts.push(part(|trial| trial.tried.clone()));
            texts.push(part(|trial| trial.judged.clone()));
            texts.push(part(|trial| trial.stop.clone()));
            texts.push(part(|trial| trial.ends.to_string()));
        }
        DecisionKind::Vote => texts.push(version.options.join(", ")),
        DecisionKind::Consent | DecisionKind::Consensus | DecisionKind::Advice => {}
    }
    Ok(texts)
}
