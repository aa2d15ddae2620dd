//! What a typed word means: a handle or a name, as one subject, several to choose from, or none.
//!
//! Which of them there are is the store's to find; here is decided whether one is meant. Commands, filters and completion
//! all ask here, so that a word means the same wherever it is typed.

use super::{Error, Session};
use crate::domain::folding::folded;
use crate::domain::id::TypedId;
use crate::domain::subject::{CalledBy, Kind};
use crate::inert::{Signs, cut};
use crate::insight::Rule;
use crate::store::{CANDIDATES, CurrentFinding, Fitting, Match};
use crate::words::words;

/// As much of a title as tells it from the others in a list.
const BRIEF: usize = 40;

/// What may be typed for a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Its handle or its name, as people call its kind.
    pub text: String,
    /// The other of them.
    pub doc: String,
}

impl Session {
    /// The subject of the id's kind that a word means.
    pub fn find<I: TypedId>(&self, word: &str) -> Result<I, Error> {
        if let Some(id) = self.board().with_whole_handle(I::KIND, word)? {
            return Ok(id.into());
        }
        Ok(self.find_among(&[I::KIND], word)?.id.into())
    }

    /// The subject of these kinds that a word means.
    pub fn find_among(&self, kinds: &[Kind], word: &str) -> Result<Match, Error> {
        let mut found = self.board().find(kinds, word)?;
        // A task has no name; but what stands in one title only tells it.
        if found.is_empty() && kinds.contains(&Kind::Task) {
            found = self.board().titled(word)?;
        }
        one(kinds, word, found)
    }

    /// The same among the first of these kinds of which any subject may be meant.
    pub fn find_in_turn(&self, kinds: &[Kind], word: &str) -> Result<Match, Error> {
        for kind in kinds {
            let found = self.board().find(&[*kind], word)?;
            if !found.is_empty() {
                return one(&[*kind], word, found);
            }
        }
        Err(Error::none_called(kinds, word))
    }

    /// What may be typed for the subjects of a kind that a word may mean or begin.
    pub fn completions(&self, kind: Kind, typed: &str, most: usize) -> Result<Vec<Completion>, Error> {
        let found = match kind.is_called_by_name() {
            true => self.board().called_like(kind, typed, most)?,
            false => self.board().find(&[kind], typed)?,
        };
        let completion = |found: Match| match kind.called_by() {
            CalledBy::NameOrHandle => Completion { text: found.name, doc: found.handle },
            _ => Completion { text: found.handle, doc: found.name },
        };
        Ok(found.into_iter().map(completion).collect())
    }

    /// What fits a text that somebody types who chooses among these kinds: first what they may mean by it, then what only
    /// holds its words. Only what is present can be chosen.
    pub fn fitting(&self, kinds: &[Kind], typed: &str, most: usize) -> Result<Fitting, Error> {
        Ok(self.board().fitting(kinds, typed, most)?)
    }

    /// The finding that a key means: the whole key, a beginning of it, or a rule and what it is about (`O1:bakul`).
    pub fn finding(&self, key: &str) -> Result<CurrentFinding, Error> {
        let (now, today) = (self.now(), self.today());
        let rule = Rule::spoken(key).map_or(key, |rule| rule.as_str());
        let mut found = self.board().findings_with_key(rule, now, today)?;
        if found.is_empty()
            && let Some((rule, things)) = key.split_once(':')
        {
            for key in self.keys(rule.to_uppercase(), things)? {
                found.extend(self.board().findings_with_key(&key, now, today)?);
            }
        }
        match found.len() {
            0 => Err(Error::no_finding(key)),
            1 => Ok(found.remove(0)),
            _ => {
                let keys: Result<Vec<_>, _> = found.iter().map(|held| self.spoken_key(held)).collect();
                Err(Error::ambiguous(key, &keys?, words().error_no_finding_hint()))
            }
        }
    }

    /// The beginnings of all keys that a spoken one may mean: each of its words may be a handle or a name of several.
    fn keys(&self, rule: String, things: &str) -> Result<Vec<String>, Error> {
        let mut keys = vec![rule];
        for word in things.split(':') {
            // Not all that a key names has a handle: a skill may be called like something that has.
            let mut parts = self.meant(word)?;
            parts.push(word.to_lowercase());
            keys =
                keys.iter().flat_map(|key| parts.iter().map(move |part| format!("{key}:{part}"))).collect();
        }
        Ok(keys)
    }

    /// The ids of everything that a word may mean.
    fn meant(&self, word: &str) -> Result<Vec<String>, Error> {
        let found = self.board().find(Kind::ALL, word)?;
        // A task that is over has no findings any more; but if it was meant, those of another are not.
        let tasks: Vec<Match> = found.iter().filter(|found| found.kind == Kind::Task).cloned().collect();
        if tasks.len() > 1 && tasks.iter().any(|found| found.has_ended) {
            return Err(ambiguous(word, &tasks));
        }
        Ok(found.into_iter().map(|found| found.id.to_string()).collect())
    }
}

/// The one that is meant, or an error that lists what may be.
fn one(kinds: &[Kind], word: &str, mut found: Vec<Match>) -> Result<Match, Error> {
    let place = match found.len() {
        0 => return Err(Error::none_called(kinds, word)),
        1 => Some(0),
        _ if kinds.len() > 1 => preferred(word, &found),
        _ => None,
    };
    match place {
        Some(place) => Ok(found.swap_remove(place)),
        None => Err(ambiguous(word, &found)),
    }
}

/// Where any of several kinds may be meant: what is called just so, unless the word is a handle as it is shown; then that,
/// and only then whatever else it may mean.
fn preferred(word: &str, found: &[Match]) -> Option<usize> {
    let typed = folded(word);
    let told = found.iter().position(|found| found.is_told_by(&typed));
    let is_called_so = |found: &Match| found.kind.is_called_by_name() && folded(&found.name) == typed;
    let mut called_so = (0..found.len()).filter(|place| is_called_so(&found[*place]));
    match (called_so.next(), called_so.next(), told) {
        (_, _, Some(told)) if found[told].handle == typed => Some(told),
        (None, _, told) => told,
        (only, None, _) => only,
        _ => None,
    }
}

fn ambiguous(word: &str, found: &[Match]) -> Error {
    let mut all: Vec<String> = found.iter().map(in_a_list).collect();
    // There may be more of a kind of which as many were found as are looked for.
    let of = |kind: Kind| found.iter().filter(|found| found.kind == kind).count();
    if found.iter().any(|found| of(found.kind) >= CANDIDATES) {
        all.push("…".to_owned());
    }
    let hint = found.first().map_or_else(String::new, |first| words().error_ambiguous_hint(&first.handle));
    Error::ambiguous(word, &all, hint)
}

/// What is typed for it, and what else it is called.
fn in_a_list(found: &Match) -> String {
    let name = cut(&found.name, BRIEF, Signs::UNICODE);
    match found.kind.called_by() {
        CalledBy::NameOrHandle => format!("{name} ({})", found.handle),
        _ => format!("{} ({name})", found.handle),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SubjectId;

    #[test]
    fn that_there_may_be_more_is_said_where_as_many_of_a_kind_were_found_as_are_looked_for() {
        let found = |kinds: &[(Kind, usize)]| -> Vec<Match> {
            let of = |(kind, count): &(Kind, usize)| {
                let one = Match {
                    id: SubjectId(uuid::Uuid::nil()),
                    kind: *kind,
                    handle: "bakul".into(),
                    name: "Ayu".into(),
                    has_ended: false,
                };
                vec![one; *count]
            };
            kinds.iter().flat_map(of).collect()
        };
        let more = |kinds: &[(Kind, usize)]| ambiguous("ba", &found(kinds)).message.contains('…');
        assert!(more(&[(Kind::Task, CANDIDATES), (Kind::Goal, 1)]));
        assert!(!more(&[(Kind::Task, CANDIDATES - 1), (Kind::Role, 2), (Kind::Goal, CANDIDATES - 1)]));
    }
}
