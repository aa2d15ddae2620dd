//! What one says to a decision: a stance with its reason, a question, an answer, and what one thinks of an objection.
//!
//! A stance names the version that was on the screen when it was begun: where somebody amends it meanwhile, it is refused.

use crate::domain::decide::{AnswerDecision, AskDecision, Command, TakeStance, TestObjection};
use crate::domain::decision::{Decision, Probe, Word};
use crate::domain::id::{DecisionId, MemberId, RecordId};
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::screens::choices;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// A stance before its reason is asked.
#[derive(Debug, Clone)]
struct Begun {
    stance: TakeStance,
    /// Who sees it when, where that is kept from some.
    kept: Option<String>,
}

impl Begun {
    fn of(decision: &Decision, version: RecordId, word: Word) -> Begun {
        let is_kept = decision.shown.is_none() && decision.state().is_open();
        let hide = decision.hide.filter(|_| is_kept);
        Begun {
            stance: TakeStance::plain(decision.id, version, word, None),
            kept: hide.map(|hide| words().decision_hidden(hide.as_str())),
        }
    }

    /// Asks for the reason: where nothing is said without one it is needed.
    fn asks_why(self) -> Question {
        let word = self.stance.word;
        let mut prompt = Prompt::new(words().scr_ask_stance_why(word.as_str()))
            .does(words().decision_stance(word.as_str()));
        if !word.needs_reason() {
            prompt = prompt.may_be_empty();
        }
        if let Some(kept) = self.kept {
            prompt = prompt.hint(kept);
        } else if !word.needs_reason() {
            prompt = prompt.hint(words().scr_ask_stance_hint());
        }
        ask::text(prompt, move |_, reason| {
            let reason = Some(reason).filter(|reason| !reason.is_empty());
            ask::perform(Command::TakeStance(TakeStance { reason, ..self.stance.clone() }))
        })
    }
}

/// What can be said to it, then why.
pub fn say(id: DecisionId) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let decision = session.decision(id)?;
        let version = session.version_to_speak_of(&decision)?;
        let Some(proposed) = decision.version(version) else { return Err(ask::gone()) };
        let options = proposed.options.clone();
        let fit = Word::of(decision.kind, proposed.nominee.is_some(), !options.is_empty());
        if !options.is_empty() {
            return Ok(among(&decision, version, options));
        }
        let items = fit.iter().enumerate().map(|(n, word)| {
            let said = words().decision_stance(word.as_str());
            Item::new(Pick::Nth(n), said, words().decision_stance_means(word.as_str()))
        });
        let title = words().scr_ask_say(&proposed.title);
        Ok(ask::pick(title, items.collect(), move |app, pick| {
            let Pick::Nth(n) = pick else { return Vec::new() };
            match fit.get(n) {
                Some(Word::Nominate) => nominate(Begun::of(&decision, version, Word::Nominate)),
                Some(word) => ask::show(app, Begun::of(&decision, version, *word).asks_why()),
                None => Vec::new(),
            }
        }))
    })
}

/// Why not, at once.
pub fn object(id: DecisionId) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let decision = session.decision(id)?;
        let version = session.version_to_speak_of(&decision)?;
        Ok(Begun::of(&decision, version, Word::Objection).asks_why())
    })
}

/// One of the options, several, or none.
fn among(decision: &Decision, version: RecordId, options: Vec<String>) -> Question {
    let (yes, none) = (Begun::of(decision, version, Word::Yes), Begun::of(decision, version, Word::Abstain));
    let count = options.len();
    let mut items: Vec<Item<Pick>> = (0..)
        .zip(&options)
        .map(|(n, option)| Item::new(Pick::Nth(n), format!("{}  {option}", n + 1), ""))
        .collect();
    items.push(Item::new(Pick::Other, words().scr_pick_several(), words().scr_pick_several_hint()));
    items.push(Item::new(Pick::Nth(count), words().decision_stance(Word::Abstain.as_str()), ""));
    ask::pick(words().scr_ask_pick_option(), items, move |app, pick| match pick {
        Pick::Nth(n) if n < count => ask::show(app, picking(yes.clone(), vec![n as u32]).asks_why()),
        Pick::Nth(_) => ask::show(app, none.clone().asks_why()),
        Pick::Other => {
            let yes = yes.clone();
            let prompt =
                Prompt::new(words().scr_ask_pick_several()).hint(words().scr_ask_pick_several_hint());
            let question = ask::text(prompt, move |app, text| match numbers(&text, count) {
                Some(picks) => ask::show(app, picking(yes.clone(), picks).asks_why()),
                None => ask::complain(app, words().scr_no_numbers(count)),
            });
            ask::show(app, question)
        }
        _ => Vec::new(),
    })
}

fn picking(begun: Begun, picks: Vec<u32>) -> Begun {
    Begun { stance: TakeStance { picks, ..begun.stance }, ..begun }
}

/// The places of options by their numbers; `None` where one is none.
fn numbers(text: &str, count: usize) -> Option<Vec<u32>> {
    let typed = text.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty());
    let picks: Option<Vec<u32>> = typed
        .map(|word| word.parse::<u32>().ok()?.checked_sub(1).filter(|pick| (*pick as usize) < count))
        .collect();
    picks.filter(|picks| !picks.is_empty())
}

/// Whom, then why.
fn nominate(begun: Begun) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let begun = begun.clone();
        let first = choices::of(session, Kind::Member, None)?;
        let search = choices::search(&[Kind::Member]);
        Ok(ask::pick_found(words().scr_ask_nominate(), first, search, move |app, pick| {
            let Some(member) = pick.typed::<MemberId>() else { return Vec::new() };
            let stance = TakeStance { nominates: Some(member), ..begun.stance.clone() };
            ask::show(app, Begun { stance, ..begun.clone() }.asks_why())
        }))
    })
}

pub fn ask_about(app: &mut App, decision: DecisionId) -> Vec<Effect> {
    let prompt = Prompt::new(words().scr_ask_question()).does(words().act_ask_about());
    let question =
        ask::text(prompt, move |_, text| ask::perform(Command::AskDecision(AskDecision { decision, text })));
    ask::show(app, question)
}

/// The question that nobody answered; of several, and where all were answered, it is asked which.
pub fn answer(id: DecisionId) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let decision = session.decision(id)?;
        let is_open = |question: &&crate::domain::decision::Question| question.answers.is_empty();
        let mut asked: Vec<_> = decision.questions.iter().filter(is_open).collect();
        if asked.is_empty() {
            asked = decision.questions.iter().collect();
        }
        if let [only] = asked.as_slice() {
            return Ok(answering(id, only.id, &only.text));
        }
        let all: Vec<(RecordId, String)> = asked.iter().map(|one| (one.id, one.text.clone())).collect();
        let items = (0..).zip(&all).map(|(n, (_, text))| Item::new(Pick::Nth(n), text.clone(), ""));
        Ok(ask::pick(words().scr_ask_which_question(), items.collect(), move |app, pick| match pick {
            Pick::Nth(n) => match all.get(n) {
                Some((question, text)) => ask::show(app, answering(id, *question, text)),
                None => Vec::new(),
            },
            _ => Vec::new(),
        }))
    })
}

fn answering(decision: DecisionId, question: RecordId, asked: &str) -> Question {
    let prompt = Prompt::new(words().scr_ask_answer()).hint(asked).does(words().act_answer());
    ask::text(prompt, move |_, text| {
        ask::perform(Command::AnswerDecision(AnswerDecision { decision, question, text }))
    })
}

/// One of the four questions about an objection, then what one thinks of it; of several objections it is asked which.
pub fn test(id: DecisionId) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let objections = session.objections(&session.decision(id)?);
        let names = session.board().names(objections.iter().map(|stance| stance.by.into()))?;
        let all: Vec<(RecordId, String)> = objections
            .iter()
            .map(|stance| {
                let reason = stance.reason.clone().unwrap_or_default();
                (stance.id, words().phrase_told(names.name(stance.by), reason))
            })
            .collect();
        match all.as_slice() {
            [] => Err(none(session)),
            [(only, said)] => Ok(probing(id, *only, said)),
            _ => {
                let items = (0..).zip(&all).map(|(n, (_, said))| Item::new(Pick::Nth(n), said.clone(), ""));
                let items = items.collect();
                Ok(ask::pick(words().scr_ask_which_objection(), items, move |app, pick| match pick {
                    Pick::Nth(n) => match all.get(n) {
                        Some((objection, said)) => ask::show(app, probing(id, *objection, said)),
                        None => Vec::new(),
                    },
                    _ => Vec::new(),
                }))
            }
        }
    })
}

fn none(_: &Session) -> Error {
    Error::new(crate::session::ErrorKind::Refused, words().scr_no_objection(), None)
}

fn probing(decision: DecisionId, objection: RecordId, said: &str) -> Question {
    let items = Probe::ALL.iter().enumerate();
    let items =
        items.map(|(n, probe)| Item::new(Pick::Nth(n), words().decision_question(probe.as_str()), ""));
    let said = said.to_owned();
    ask::pick(words().scr_ask_probe(), items.collect(), move |app, pick| {
        let Pick::Nth(n) = pick else { return Vec::new() };
        let Some(question) = Probe::ALL.get(n).copied() else { return Vec::new() };
        let prompt = Prompt::new(words().decision_question(question.as_str())).hint(&said);
        let question = ask::text(prompt, move |_, view| {
            ask::perform(Command::TestObjection(TestObjection { decision, objection, question, view }))
        });
        ask::show(app, question)
    })
}
