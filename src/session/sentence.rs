//! From ids to sentences, and from typed words to ids.

use std::borrow::Cow;

use super::{Error, Session};
use crate::domain::decide::Refusal;
use crate::domain::event::Event;
use crate::domain::folding::folded;
use crate::domain::id::{GoalId, MemberId, RoleId, SubjectId, TaskId};
use crate::domain::phrase;
use crate::domain::record::Record;
use crate::domain::subject::Kind;
use crate::inert::{Signs, cut};
use crate::insight;
use crate::store::{self, CANDIDATES, CurrentFinding, Match};

/// One journal entry in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub record: Record,
    pub sentence: String,
}

impl Session {
    /// What a record says, in a sentence.
    pub fn say(&self, record: &Record) -> Result<String, Error> {
        let names = self.journal().names(phrase::mentions(record))?;
        if let Some((undone, redone)) = self.undone(record)? {
            let author = names.name(record.author);
            let sentence = self.say(&undone)?;
            return Ok(match redone {
                true => phrase::redone_phrase(author, &sentence),
                false => phrase::undone_phrase(author, &sentence),
            });
        }
        Ok(phrase::phrase(record, &names))
    }

    /// What an undo takes back in the end, and whether it does it again: undoing an undo is redo.
    fn undone(&self, record: &Record) -> Result<Option<(Record, bool)>, Error> {
        let mut redone = true;
        let mut at = record.clone();
        while let Some(Event::Undone(undo)) = &at.event {
            let Some(undone) = self.journal().entry(undo.record)? else { return Ok(None) };
            at = undone.record;
            redone = !redone;
        }
        Ok((at.id != record.id).then_some((at, redone)))
    }

    /// Journal entries in words.
    pub fn say_all(&self, entries: Vec<store::Entry>) -> Result<Vec<Entry>, Error> {
        entries
            .into_iter()
            .map(|entry| Ok(Entry { sentence: self.say(&entry.record)?, record: entry.record }))
            .collect()
    }

    /// A finding in a sentence.
    pub fn say_finding(&self, held: &CurrentFinding) -> Result<String, Error> {
        let names = self.board().names(held.finding.mentions())?;
        Ok(insight::line(&held.finding, &names, self.now()))
    }

    /// A refusal in words.
    pub(super) fn refused(&self, refusal: &Refusal) -> Error {
        match self.journal().names(crate::domain::refused::mentions(refusal)) {
            Ok(names) => Error::refused(refusal, &names, self.now()),
            Err(error) => error.into(),
        }
    }

    /// The task that a word means: its handle, or any beginning of it that is its alone.
    pub fn task(&self, word: &str) -> Result<TaskId, Error> {
        one(word, self.board().find_tasks(word)?, Error::no_task, |found| found.handle.clone())
    }

    /// The member whom a word means: name, the beginning of a part of it, initials or handle.
    pub fn member(&self, word: &str) -> Result<MemberId, Error> {
        one(word, self.board().find_members(word)?, Error::no_member, |found| found.name.clone())
    }

    pub fn role(&self, word: &str) -> Result<RoleId, Error> {
        one(word, self.board().find_roles(word)?, Error::no_role, |found| found.handle.clone())
    }

    pub fn goal(&self, word: &str) -> Result<GoalId, Error> {
        one(word, self.board().find_goals(word)?, Error::no_goal, |found| found.handle.clone())
    }

    /// The task, role, goal or member that a word means. Somebody or something that is called just so comes first, unless
    /// the word is a handle as it is shown; then that, and only then whatever else it may mean.
    pub fn anything(&self, word: &str) -> Result<(SubjectId, Kind), Error> {
        let mut found: Vec<(Match<SubjectId>, Kind)> = Vec::new();
        for kind in [Kind::Task, Kind::Role, Kind::Goal, Kind::Member] {
            found.extend(self.board().find(kind, word)?.into_iter().map(|found| (found, kind)));
        }
        let typed = folded(word);
        let told = found.iter().find(|(found, _)| found.is_told_by(&typed));
        let mut named =
            found.iter().filter(|(found, kind)| *kind != Kind::Task && folded(&found.name) == typed);
        let meant = match (named.next(), named.next(), told) {
            (None, _, Some(told)) => Some(told),
            (_, _, Some(told)) if told.0.handle == typed => Some(told),
            (Some(only), None, _) => Some(only),
            _ => None,
        };
        if let Some((meant, kind)) = meant {
            return Ok((meant.id, *kind));
        }
        match found.as_slice() {
            [] => Err(Error::nothing_called(word)),
            [(only, kind)] => Ok((only.id, *kind)),
            several => {
                let call = |(found, kind): &(Match<SubjectId>, Kind)| match kind {
                    Kind::Task => said(found, |found| found.handle.clone()),
                    _ => said(found, |found| found.name.clone()),
                };
                Err(Error::ambiguous(word, &several.iter().map(call).collect::<Vec<_>>()))
            }
        }
    }

    /// The finding that a key means: the whole key, a beginning of it, or a rule and what it is about (`O1:bakul`).
    pub fn finding(&self, key: &str) -> Result<CurrentFinding, Error> {
        let (now, today) = (self.now(), self.today());
        let mut found = self.board().findings_with_key(key, now, today)?;
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
                Err(Error::ambiguous(key, &keys?))
            }
        }
    }

    /// The beginnings of all keys that a spoken one may mean: each of its words may be a handle or a name of several.
    fn keys(&self, rule: String, things: &str) -> Result<Vec<String>, Error> {
        let mut keys = vec![rule];
        for word in things.split(':') {
            let mut parts = self.meant(word)?;
            if parts.is_empty() {
                parts.push(word.to_lowercase());
            }
            keys =
                keys.iter().flat_map(|key| parts.iter().map(move |part| format!("{key}:{part}"))).collect();
        }
        Ok(keys)
    }

    /// The ids of everything that a word may mean.
    fn meant(&self, word: &str) -> Result<Vec<String>, Error> {
        let tasks = self.board().find_tasks(word)?;
        // A task that is over has no findings any more; but if it was meant, those of another are not.
        if tasks.len() > 1 && tasks.iter().any(|found| found.has_ended) {
            self.task(word)?;
        }
        let tasks = tasks.into_iter().map(|found| found.id.to_string());
        let roles = self.board().find_roles(word)?.into_iter().map(|found| found.id.to_string());
        let goals = self.board().find_goals(word)?.into_iter().map(|found| found.id.to_string());
        let members = self.board().find_members(word)?.into_iter().map(|found| found.id.to_string());
        Ok(tasks.chain(roles).chain(goals).chain(members).collect())
    }

    /// A finding's key as people say it: handles and names instead of ids.
    pub fn spoken_key(&self, held: &CurrentFinding) -> Result<String, Error> {
        let names = self.board().names(held.finding.mentions())?;
        let mut key = held.finding.rule.as_str().to_owned();
        for part in held.finding.key.split(':').skip(1) {
            key.push(':');
            match uuid::Uuid::parse_str(part) {
                Ok(id) => {
                    let id = SubjectId(id);
                    key.push_str(names.handle(id));
                }
                Err(_) => key.push_str(part),
            }
        }
        Ok(key)
    }
}

/// The one thing that a word means, or an error that lists what it may mean.
fn one<I>(
    word: &str,
    mut found: Vec<Match<I>>,
    none: fn(&str) -> Error,
    call: fn(&Match<I>) -> String,
) -> Result<I, Error> {
    match found.len() {
        0 => Err(none(word)),
        1 => Ok(found.remove(0).id),
        _ => {
            let mut names: Vec<String> = found.iter().map(|found| said(found, call)).collect();
            if names.len() == CANDIDATES {
                names.push("…".to_owned());
            }
            Err(Error::ambiguous(word, &names))
        }
    }
}

fn said<I>(found: &Match<I>, call: fn(&Match<I>) -> String) -> String {
    let call = call(found);
    if call == found.name {
        format!("{} ({})", brief(&found.name), found.handle)
    } else {
        format!("{call} ({})", brief(&found.name))
    }
}

/// As much of a title as tells it from the others in a list.
fn brief(name: &str) -> Cow<'_, str> {
    cut(name, 40, Signs::UNICODE)
}
