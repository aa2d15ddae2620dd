//! What is typed to narrow the journal, as what is asked of it.

use std::collections::BTreeSet;

use super::{Error, ErrorKind, Session};
use crate::domain::calendar::Day;
use crate::domain::id::SubjectId;
use crate::domain::query::journal::{JOURNAL, Key};
use crate::domain::query::{Bytes, Clock, Days, Fault, Known, Sense, Value};
use crate::domain::subject::Kind;
use crate::store::JournalFilter;
use crate::words::words;

/// So many subjects may hold the words that are typed; with more of them they say too little.
const HELD: usize = 400;

/// What a query asks of the journal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JournalQuery {
    pub filter: JournalFilter,
    /// What is wrong with it; that part asks for nothing.
    pub faults: Vec<Fault>,
}

impl Session {
    /// What a query over the journal asks for. Words are looked for in what the entries are about: a title, notes, names.
    pub fn journal_query(&self, text: &str) -> Result<JournalQuery, Error> {
        let reading = JOURNAL.read(text, &Clock { today: self.today() });
        let mut query = JournalQuery { filter: JournalFilter::default(), faults: reading.faults };
        let mut typed = Vec::new();
        for term in reading.terms {
            if term.sense == Sense::Not {
                let message = words().journal_not_negated();
                query.faults.push(Fault { at: term.at, message, hint: None });
                continue;
            }
            match &term.what {
                Known::Words(text) => {
                    let from = typed.first().map_or(term.at.start, |(_, at): &(String, Bytes)| at.start);
                    typed.push((text.clone(), from..term.at.end));
                }
                Known::Key(key, values) => self.narrow_journal(*key, values, &mut query)?,
            }
        }
        if let Some((_, at)) = typed.last() {
            let text: Vec<&str> = typed.iter().map(|(text, _)| text.as_str()).collect();
            match self.journal().holding(&text.join(" "), HELD)? {
                Some(found) => narrow(&mut query.filter.about, found.into_iter().collect()),
                None => {
                    let (message, hint) = (words().journal_too_many(HELD), words().journal_too_many_hint());
                    query.faults.push(Fault { at: at.clone(), message, hint: Some(hint) });
                }
            }
        }
        query.faults.sort_by_key(|fault| fault.at.start);
        Ok(query)
    }

    /// What one term asks for: one or the other of its values. What was asked before holds as well.
    fn narrow_journal(
        &self,
        key: Key,
        values: &[(Value, Bytes)],
        query: &mut JournalQuery,
    ) -> Result<(), Error> {
        let JournalQuery { filter, faults } = query;
        match key {
            Key::By => {
                let by = self.each(values, faults, |value| match value {
                    Value::Name(word) => self.find(word),
                    _ => self.me.ok_or_else(Error::who_are_you),
                })?;
                narrow_unless_empty(&mut filter.by, by);
            }
            Key::About => {
                let about = self.each(values, faults, |value| match value {
                    Value::Name(word) => self.find_among(Kind::ALL, word).map(|found| found.id),
                    _ => self.me.map(SubjectId::from).ok_or_else(Error::who_are_you),
                })?;
                narrow_unless_empty(&mut filter.about, about);
            }
            Key::Since => {
                let days = days(values);
                // An end that is open is earlier, and later, than any other.
                let since = days.iter().map(|days| days.from).min().flatten().map(|day| self.start_of(day));
                filter.since = filter.since.max(since);
                let ends: Option<Vec<Day>> = days.iter().map(|days| days.to).collect();
                self.end_at(ends, filter);
            }
            Key::Until => {
                let ends: Option<Vec<Day>> = days(values).iter().map(|days| days.to.or(days.from)).collect();
                self.end_at(ends, filter);
            }
        }
        Ok(())
    }

    /// What each value means; what is wrong with one is told, and the others count.
    fn each<T: Ord>(
        &self,
        values: &[(Value, Bytes)],
        faults: &mut Vec<Fault>,
        of: impl Fn(&Value) -> Result<T, Error>,
    ) -> Result<BTreeSet<T>, Error> {
        let mut all = BTreeSet::new();
        for (value, at) in values {
            match of(value) {
                Ok(found) => drop(all.insert(found)),
                Err(error) if error.kind == ErrorKind::Refused => {
                    faults.push(Fault { at: at.clone(), message: error.message, hint: error.hint });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(all)
    }

    /// Nothing after the last of these days; `None` where one of them has no end.
    fn end_at(&self, ends: Option<Vec<Day>>, filter: &mut JournalFilter) {
        let Some(end) = ends.and_then(|ends| ends.into_iter().max()) else { return };
        let end = self.end_of(end);
        filter.until = Some(filter.until.map_or(end, |until| until.min(end)));
    }
}

fn days(values: &[(Value, Bytes)]) -> Vec<Days> {
    let days = |(value, _): &(Value, Bytes)| match value {
        Value::Days(days) => Some(*days),
        _ => None,
    };
    values.iter().filter_map(days).collect()
}

/// Only what is in both.
fn narrow<T: Ord + Copy>(known: &mut Option<BTreeSet<T>>, found: BTreeSet<T>) {
    *known = Some(match known.take() {
        Some(known) => known.intersection(&found).copied().collect(),
        None => found,
    });
}

/// The same; where every value was a fault nothing is asked for.
fn narrow_unless_empty<T: Ord + Copy>(known: &mut Option<BTreeSet<T>>, found: BTreeSet<T>) {
    if !found.is_empty() {
        narrow(known, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::At;
    use crate::domain::decide::{AddTask, Command, Place};
    use crate::domain::id::{MemberId, TaskId};
    use crate::session::Environment;

    fn demo() -> Session {
        // A Wednesday.
        let now: At = "2026-11-18T09:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap().into();
        let mut session = crate::testing::sample_team(Environment::fixed(now, "journal_query"));
        session.act_as(Some("ayu")).unwrap();
        session
    }

    fn filter(session: &Session, query: &str) -> JournalFilter {
        let read = session.journal_query(query).unwrap();
        assert_eq!(read.faults, [], "{query}");
        read.filter
    }

    #[test]
    fn of_the_values_of_a_term_one_or_the_other_is_meant_and_all_terms_hold() {
        let session = demo();
        let of = |name: &str| session.find::<MemberId>(name).unwrap();
        let by = |query: &str| filter(&session, query).by.unwrap();
        assert_eq!(by("by:me,budi"), [of("ayu"), of("budi")].into());
        assert_eq!(by("by:ayu,budi by:budi,citra"), [of("budi")].into());
        assert!(by("by:ayu by:budi").is_empty());
        let about = |query: &str| filter(&session, query).about.unwrap();
        let (bak, dan) =
            (session.find::<TaskId>("bak").unwrap().into(), session.find::<TaskId>("dan").unwrap().into());
        assert_eq!(about("about:bak,dan"), [bak, dan].into());
        assert_eq!(about("about:bak,dan about:dan"), [dan].into());
        let both = session.board().events(&filter(&session, "about:bak,dan"), None, 0, 200).unwrap().rows;
        let seen: BTreeSet<SubjectId> = both.iter().map(|entry| entry.record.subject).collect();
        assert_eq!(seen, [bak, dan].into());
    }

    #[test]
    fn a_stretch_of_time_is_as_wide_as_a_term_says_and_as_narrow_as_all_of_them() {
        let session = demo();
        let start = |day: &str| Some(At::start_of(day.parse().unwrap()));
        let both = filter(&session, "since:2026-11-10..2026-11-12,2026-11-16..2026-11-17");
        assert_eq!((both.since, both.until), (start("2026-11-10"), start("2026-11-18")));
        let open = filter(&session, "since:2026-11-10,<2026-11-01");
        assert_eq!((open.since, open.until), (None, None));
        let narrow = filter(&session, "since:2026-11-10 since:2026-11-12 until:2026-11-16 until:2026-11-15");
        assert_eq!((narrow.since, narrow.until), (start("2026-11-12"), start("2026-11-16")));
    }

    #[test]
    fn words_that_are_everywhere_are_a_fault_and_no_part_of_what_holds_them() {
        let mut session = demo();
        for _ in 0..=HELD {
            let id = TaskId(session.new_id());
            session.perform(&Command::AddTask(AddTask::titled(id, "Bake the bread", Place::End))).unwrap();
        }
        let query = session.journal_query("since:mon bread bake").unwrap();
        assert_eq!((query.filter.about, query.faults[0].at.clone()), (None, 10..20));
        assert!(query.faults[0].message.contains("400"), "{:?}", query.faults);
        assert!(!filter(&session, "contract").about.unwrap().is_empty());
    }
}
