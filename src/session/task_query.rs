//! What is typed in the filter language, as what the board is asked; and what may be typed next.
//!
//! The grammar and the keys are the domain's; here names, handles and tags are looked up.

use super::{Error, Session};
use crate::domain::calendar::At;
use crate::domain::folding::folded;
use crate::domain::query::tasks::{Key, TASKS};
use crate::domain::query::{
    Bytes, Choice, Clock, Days, Fault, Known, MOST, Place, Proposal, Sense, Takes, Value, nearest, quoted,
};
use crate::domain::subject::Kind;
use crate::domain::task::{OFFER_DAYS, State};
use crate::domain::terms::Term as Own;
use crate::inert::{Signs, cut};
use crate::store::{Arrangement, Filter, Grouping, Has, Hit, Order, Term, Test, words_sought};
use crate::words::words;

/// What a query asks of the board.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TaskQuery {
    pub filter: Filter,
    /// What is wrong with it; that part asks for nothing.
    pub faults: Vec<Fault>,
}

/// So many proposals at most.
const PROPOSED: usize = 60;

/// Why a value asks for nothing.
enum Miss {
    Fault { message: String, hint: Option<String> },
    Error(Error),
}

impl From<Error> for Miss {
    fn from(error: Error) -> Miss {
        match error.kind {
            super::ErrorKind::Refused => Miss::Fault { message: error.message, hint: error.hint },
            _ => Miss::Error(error),
        }
    }
}

impl Session {
    /// What a query over tasks asks for.
    pub fn task_query(&self, text: &str) -> Result<TaskQuery, Error> {
        let reading = TASKS.read(text, &Clock { today: self.today() });
        let mut asked = TaskQuery { filter: Filter::default(), faults: reading.faults };
        for term in reading.terms {
            let any = match &term.what {
                Known::Key(key @ (Key::Group | Key::Order), values) => {
                    match term.sense {
                        Sense::Is => arrange(*key, values, &mut asked.filter.arrangement),
                        Sense::Not => asked.faults.push(not_negated(*key, term.at.clone())),
                    }
                    continue;
                }
                Known::Words(words) => vec![Test::Words(words.clone())],
                Known::Key(key, values) => self.tests(*key, values, &mut asked.faults)?,
            };
            if !any.is_empty() {
                asked.filter.terms.push(Term { sense: term.sense, any });
            }
        }
        asked.faults.sort_by_key(|fault| fault.at.start);
        Ok(asked)
    }

    /// Everything written that holds all the words; what is named so first, and at most `most`.
    pub fn search(&self, text: &str, most: usize) -> Result<Vec<Hit>, Error> {
        if words_sought(text) > MOST {
            let first: Vec<&str> = text.split_whitespace().take(3).collect();
            return Err(Error::many_words(MOST, &cut(&first.join(" "), 60, Signs::UNICODE)));
        }
        Ok(self.board().search(text, most)?)
    }

    fn tests(
        &self,
        key: Key,
        values: &[(Value, Bytes)],
        faults: &mut Vec<Fault>,
    ) -> Result<Vec<Test>, Error> {
        let mut any = Vec::new();
        for (value, at) in values {
            match self.test(key, value) {
                Ok(tests) => any.extend(tests),
                Err(Miss::Fault { message, hint }) => faults.push(Fault { at: at.clone(), message, hint }),
                Err(Miss::Error(error)) => return Err(error),
            }
        }
        Ok(any)
    }

    /// What a value of a key asks for; several tests where several tags are meant.
    fn test(&self, key: Key, value: &Value) -> Result<Vec<Test>, Miss> {
        let (now, today) = (self.now(), self.today());
        let yesterday = Days { from: None, to: today.pred_opt() };
        Ok(vec![match (key, value) {
            (Key::Lead, Value::Choice("none")) => Test::Lead(None),
            (Key::Help, Value::Choice("none")) => Test::Help(None),
            (Key::Who, Value::Choice("none")) => Test::Who(None),
            (Key::Lead, value) => Test::Lead(Some(self.somebody(value)?)),
            (Key::Help, value) => Test::Help(Some(self.somebody(value)?)),
            (Key::Who, value) => Test::Who(Some(self.somebody(value)?)),
            (Key::Is, Value::Choice("mine")) => Test::Who(Some(self.somebody(&Value::Choice("me"))?)),
            (Key::Is, Value::Choice("free")) => Test::Lead(None),
            (Key::Is, Value::Choice("blocked")) => Test::Blocked,
            (Key::Is, Value::Choice("overdue")) => Test::Due(Some(yesterday)),
            (Key::Is, Value::Choice("quiet")) => Test::Quiet(now),
            (Key::Is, Value::Choice("parked")) => Test::Parked(today),
            (Key::Is, Value::Choice("offered")) => Test::Offered(now.plus_days(-OFFER_DAYS)),
            (Key::Is, Value::Choice("twice")) => Test::Twice,
            (Key::Is, Value::Choice("finished")) => Test::Finished,
            (Key::State, Value::Choice(word)) => Test::State(
                State::ALL.into_iter().find(|state| state.as_str() == *word).unwrap_or(State::Open),
            ),
            (Key::State, Value::Name(word)) => Test::State(self.state_meant(word)?),
            (Key::Goal, Value::Choice(_)) => Test::Goal(None),
            (Key::Goal, Value::Name(word)) => Test::Goal(Some(self.find(word)?)),
            (Key::Role, Value::Choice(_)) => Test::Role(None),
            (Key::Role, Value::Name(word)) => Test::Role(Some(self.find(word)?)),
            (Key::Tag, Value::Choice(_)) => Test::Tag(None),
            (Key::Skill, Value::Choice(_)) => Test::Skill(None),
            (Key::Tag, Value::Name(word)) => {
                let known = self.board().tags().map_err(Error::from)?;
                return Ok(called(word, known)?.into_iter().map(|tag| Test::Tag(Some(tag))).collect());
            }
            (Key::Skill, Value::Name(word)) => {
                let known = self.board().skills().map_err(Error::from)?;
                return Ok(called(word, known)?.into_iter().map(|skill| Test::Skill(Some(skill))).collect());
            }
            (Key::Due, Value::Choice(_)) => Test::Due(None),
            (Key::Due, Value::Days(days)) => Test::Due(Some(*days)),
            (Key::Since, Value::Days(days)) => {
                Test::Since(days.from.map(|day| self.start_of(day)), days.to.map(|day| self.end_of(day)))
            }
            (Key::Age, Value::Ages(span)) => {
                let ago = |ms: i64| At(now.0.saturating_sub(ms).saturating_add(1));
                Test::Since(span.below.map(ago), span.least.map(ago))
            }
            (Key::Has, Value::Choice("links")) => Test::Has(Has::Links),
            (Key::Has, Value::Choice("next")) => Test::Has(Has::Next),
            (Key::Has, Value::Choice("remarks")) => Test::Has(Has::Remarks),
            (Key::Has, Value::Choice("blocker")) => Test::Blocked,
            (Key::Has, Value::Choice("due")) => Test::Due(Some(Days::default())),
            (Key::Has, Value::Choice(_)) => Test::Has(Has::Notes),
            (Key::Waits, Value::Name(word)) => {
                Test::WaitsOn(self.find_in_turn(&[Kind::Member, Kind::Task], word)?.id)
            }
            (Key::Waits, value) => Test::WaitsOn(self.somebody(value)?.into()),
            // The table gives no key any other value.
            _ => return Ok(Vec::new()),
        }])
    }

    /// The state of a word; what is close is said first, where none is meant.
    fn state_meant(&self, word: &str) -> Result<State, Miss> {
        let terms = self.terms()?;
        let names = State::ALL.map(|state| quoted(&terms.state(state)));
        let near = || nearest(&folded(word), names.iter().map(String::as_str));
        terms.state_begun(word).ok_or_else(|| Miss::Fault {
            message: words().filter_unknown_value("state", word),
            hint: Some(match near() {
                Some(near) => words().filter_unknown_value_near("state", near),
                None => words().filter_unknown_value_hint(names.join(", ")),
            }),
        })
    }

    /// The states by the names by which the team knows them; what each means in any team stands beside it.
    fn states(&self, typed: &str) -> Result<Vec<Proposal>, Error> {
        let terms = self.terms()?;
        let named = TASKS.row("state").map_or(&[][..], |row| row.choices);
        let proposal = |choice: &Choice| {
            let state = State::ALL.into_iter().find(|state| state.as_str() == choice.word)?;
            if !terms.is_own(Own::State(state)) {
                return choice.word.starts_with(typed).then(|| Proposal::name(choice.word, (choice.doc)()));
            }
            let name = terms.state(state);
            let begun = begins(&name, typed) || choice.word.starts_with(typed);
            begun.then(|| Proposal::name(&name, words().term_state_meant(choice.word, (choice.doc)())))
        };
        Ok(named.iter().filter_map(proposal).collect())
    }

    fn somebody(&self, value: &Value) -> Result<crate::domain::id::MemberId, Miss> {
        match value {
            Value::Name(word) => Ok(self.find(word)?),
            _ => self.me.ok_or_else(|| Error::who_are_you().into()),
        }
    }

    /// What may stand at a place of a query over tasks.
    pub fn proposals(&self, place: &Place) -> Result<Vec<Proposal>, Error> {
        let Some(key) = &place.key else { return Ok(TASKS.keys(&place.typed)) };
        let Some(row) = TASKS.row(key) else { return Ok(Vec::new()) };
        let typed = folded(&place.typed);
        if row.takes == Takes::State {
            return self.states(&typed);
        }
        let mut all = row.words(&place.typed);
        match row.takes {
            Takes::Choices | Takes::State | Takes::Since | Takes::Age => {}
            Takes::Day => {
                let days = [
                    ("today", words().filter_today()),
                    ("week", words().filter_week()),
                    ("month", words().filter_month()),
                ];
                let begun = days.into_iter().filter(|(word, _)| word.starts_with(&typed));
                all.extend(begun.map(|(word, doc)| Proposal::name(word, doc)));
            }
            Takes::Subject(kind) => {
                let found = self.completions(kind, &typed, PROPOSED)?;
                all.extend(found.into_iter().map(|found| Proposal::name(&found.text, found.doc)));
            }
            Takes::Tag | Takes::Skill => {
                let known =
                    if row.takes == Takes::Tag { self.board().tags()? } else { self.board().skills()? };
                let begun = known.into_iter().filter(|text| begins(text, &typed));
                all.extend(begun.map(|text| Proposal::name(&text, "")));
            }
        }
        all.truncate(PROPOSED);
        Ok(all)
    }
}

/// The last word said counts.
fn arrange(key: Key, values: &[(Value, Bytes)], arrangement: &mut Arrangement) {
    let words = values.iter().filter_map(|(value, _)| match value {
        Value::Choice(word) => Some(*word),
        _ => None,
    });
    for word in words {
        let (grouping, order) = (Grouping::named(word), Order::named(word));
        match key {
            Key::Group => arrangement.grouping = grouping.unwrap_or(arrangement.grouping),
            _ => arrangement.order = order.unwrap_or(arrangement.order),
        }
    }
}

fn not_negated(key: Key, at: Bytes) -> Fault {
    let key = if key == Key::Group { "group" } else { "order" };
    Fault { at, message: words().group_not_negated(key), hint: Some(words().group_not_negated_hint(key)) }
}

/// Whether a part of a name begins as typed.
fn begins(name: &str, typed: &str) -> bool {
    format!(" {}", folded(name)).contains(&format!(" {typed}"))
}

/// The texts that a word means: those that are it whatever their case, else those that begin so.
fn called(word: &str, known: Vec<String>) -> Result<Vec<String>, Miss> {
    let typed = folded(word);
    let pick = |which: &dyn Fn(&str) -> bool| -> Vec<String> {
        known.iter().filter(|text| which(&folded(text))).cloned().collect()
    };
    let mut found = pick(&|text| text == typed);
    if found.is_empty() {
        found = pick(&|text| text.starts_with(&typed));
    }
    if found.is_empty() {
        let near = nearest(&typed, known.iter().map(String::as_str));
        let hint = near.map(|near| words().filter_near(near));
        return Err(Miss::Fault { message: words().filter_nothing_called(word), hint });
    }
    Ok(found)
}
