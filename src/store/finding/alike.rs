//! Which of many texts are alike: kept in pairs, so that a change compares one text only.
//!
//! **Invariant:** the pairs are those of all texts that are alike and not the same, whatever came in which order (a property
//! test): two texts decide by themselves whether they are.

pub(super) mod accountabilities;
pub(super) mod titles;
mod words;

use std::collections::BTreeSet;

use rusqlite::types::{ToSql, ToSqlOutput};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::scene::column;
use crate::domain::folding::folded;
use crate::insight::likeness::{self, Content, PAIRED};
use crate::store::StoreError;
use words::{Candidate, Words};

/// From so many texts on, as an import brings them, everything is made anew.
const MANY: usize = 1_000;
/// So many of a series are looked at.
const SERIES: usize = 50;

/// Texts that are compared with each other, and with no others.
#[derive(Debug, Clone, Copy)]
enum Among {
    Titles = 1,
    Accountabilities = 2,
}

impl ToSql for Among {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok((*self as i64).into())
    }
}

/// Makes everything anew.
pub(super) fn make_anew(connection: &Connection) -> Result<(), StoreError> {
    titles::make_anew(connection)?;
    accountabilities::make_anew(connection)
}

/// All texts of one kind as they are kept, each under the id of what it is the text of.
struct Texts<'c> {
    connection: &'c Connection,
    among: Among,
}

impl Texts<'_> {
    /// Makes everything anew, at once: of many texts that is far less than each by itself.
    fn make_anew(&self, all: &[(Uuid, String)]) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM alike_text WHERE among = ?1",
            "DELETE FROM alike_word WHERE among = ?1",
            "DELETE FROM alike_pair WHERE among = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([self.among])?;
        }
        let contents: Vec<Content> = all.iter().map(|(_, text)| Content::of(text)).collect();
        for (a, b) in likeness::pairs(&contents) {
            self.pair(&all[a], &all[b])?;
        }
        let mut words = Words::default();
        for ((id, text), content) in all.iter().zip(&contents) {
            self.note(*id, text, content)?;
            words.add(*id, content);
        }
        words.keep(self)
    }

    /// Every text that is alike to any.
    fn with_any(&self) -> Result<Vec<Uuid>, StoreError> {
        column(self.connection, "SELECT DISTINCT id FROM alike_pair WHERE among = ?1", [self.among])
    }

    /// Brings what is kept of a text in step with what it is now, if it still is; gives all of which the findings may be
    /// others now.
    ///
    /// A pair is no question where one of the two is alike to many, so also those are others that are alike to a text which is
    /// now so, or no more.
    fn renew(&self, id: Uuid, text: Option<String>) -> Result<BTreeSet<Uuid>, StoreError> {
        let mut seen = BTreeSet::from([id]);
        let known = self.known(id)?;
        if text == known {
            if known.is_some() {
                seen.extend(self.beside(id)?);
            }
            return Ok(seen);
        }
        if let Some(known) = known {
            seen.extend(self.around(id)?);
            self.forget(id, &Content::of(&known))?;
        }
        if let Some(text) = text {
            self.take_up(id, text)?;
            seen.extend(self.around(id)?);
        }
        Ok(seen)
    }

    fn known(&self, id: Uuid) -> Result<Option<String>, StoreError> {
        let known = "SELECT text FROM alike_text WHERE among = ?1 AND id = ?2";
        let mut statement = self.connection.prepare_cached(known)?;
        Ok(statement.query_row(params![self.among, id], |row| row.get(0)).optional()?)
    }

    /// Those that are alike to one.
    fn beside(&self, id: Uuid) -> Result<Vec<Uuid>, StoreError> {
        self.some_beside(id, usize::MAX)
    }

    /// So many of them at most, the first by their ids.
    fn some_beside(&self, id: Uuid, most: usize) -> Result<Vec<Uuid>, StoreError> {
        let others = "SELECT other FROM alike_pair WHERE among = ?1 AND id = ?2 ORDER BY other LIMIT ?3";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        column(self.connection, others, params![self.among, id, most])
    }

    /// Those that are alike to one, and those beside them which would see one of those become one of many.
    fn around(&self, id: Uuid) -> Result<BTreeSet<Uuid>, StoreError> {
        let mut around = BTreeSet::new();
        for other in self.beside(id)? {
            around.insert(other);
            let next = self.some_beside(other, PAIRED + 2)?;
            if next.len() <= PAIRED + 1 {
                around.extend(next);
            }
        }
        Ok(around)
    }

    /// Whether a text is alike to so many others that it is one of a series.
    fn is_of_many(&self, id: Uuid) -> Result<bool, StoreError> {
        Ok(self.some_beside(id, PAIRED + 1)?.len() > PAIRED)
    }

    /// What is asked about a text.
    fn question(&self, id: Uuid) -> Result<Question<Uuid>, StoreError> {
        let few = self.some_beside(id, PAIRED + 1)?;
        if few.len() <= PAIRED {
            let pairs = few.into_iter().map(|other| Ok((!self.is_of_many(other)?).then_some(other)));
            return Ok(Question::Pairs(
                pairs.filter_map(Result::transpose).collect::<Result<_, StoreError>>()?,
            ));
        }
        let before =
            "SELECT EXISTS (SELECT 1 FROM alike_pair a WHERE a.among = ?1 AND a.id = ?2 AND a.other < ?2
            AND EXISTS (SELECT 1 FROM alike_pair b WHERE b.among = ?1 AND b.id = a.other LIMIT 1 OFFSET ?3))";
        let mut before = self.connection.prepare_cached(before)?;
        match before.query_row(params![self.among, id, PAIRED as i64], |row| row.get(0))? {
            true => Ok(Question::AskedBefore),
            false => Ok(Question::Series(self.some_beside(id, SERIES)?)),
        }
    }

    fn forget(&self, id: Uuid, content: &Content) -> Result<(), StoreError> {
        let row = "DELETE FROM alike_text WHERE among = ?1 AND id = ?2";
        self.connection.prepare_cached(row)?.execute(params![self.among, id])?;
        words::remove(self, id, content)?;
        for other in self.beside(id)? {
            let row = "DELETE FROM alike_pair WHERE among = ?1 AND id = ?2 AND other = ?3";
            self.connection.prepare_cached(row)?.execute(params![self.among, other, id])?;
        }
        let rows = "DELETE FROM alike_pair WHERE among = ?1 AND id = ?2";
        self.connection.prepare_cached(rows)?.execute(params![self.among, id])?;
        Ok(())
    }

    fn take_up(&self, id: Uuid, text: String) -> Result<(), StoreError> {
        let content = Content::of(&text);
        let one = (id, text);
        for Candidate { id: other, is_sure } in words::candidates(self, &content)? {
            let kept = self.known(other)?.ok_or_else(StoreError::damaged)?;
            if is_sure || content.is_alike(&Content::of(&kept)) {
                self.pair(&one, &(other, kept))?;
            }
        }
        self.note(id, &one.1, &content)?;
        words::add(self, id, &content)
    }

    /// Keeps that two texts are alike, where they are not the same.
    fn pair(&self, one: &(Uuid, String), other: &(Uuid, String)) -> Result<(), StoreError> {
        if folded(&one.1) != folded(&other.1) {
            let row = "INSERT OR IGNORE INTO alike_pair VALUES (?1, ?2, ?3)";
            let mut alike = self.connection.prepare_cached(row)?;
            alike.execute(params![self.among, one.0, other.0])?;
            alike.execute(params![self.among, other.0, one.0])?;
        }
        Ok(())
    }

    /// Keeps a text.
    fn note(&self, id: Uuid, text: &str, content: &Content) -> Result<(), StoreError> {
        let row = "INSERT INTO alike_text VALUES (?1, ?2, ?3, ?4)";
        self.connection.prepare_cached(row)?.execute(params![self.among, id, text, content.long_words()])?;
        Ok(())
    }
}

/// What is asked about a text because of those that are alike to it.
pub(super) enum Question<Id> {
    /// About each of these by itself, whichever of the two it is asked at.
    Pairs(Vec<Id>),
    /// Once about all of a series, of which these are the first.
    Series(Vec<Id>),
    /// About its series, at a text that comes before it.
    AskedBefore,
}

impl<Id> Question<Id> {
    /// The same question about what has these ids.
    fn map<To>(self, to: fn(Id) -> To) -> Question<To> {
        let each = |ids: Vec<Id>| ids.into_iter().map(to).collect();
        match self {
            Question::Pairs(ids) => Question::Pairs(each(ids)),
            Question::Series(ids) => Question::Series(each(ids)),
            Question::AskedBefore => Question::AskedBefore,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::id::BoardId;
    use crate::store::{Key, Store};

    /// Words with forms in common, a slip, two that are written as one, a verb, light words, numbers, a denial.
    const WORD: &str = "write|menulis|sign|signup|sign up|price|harga|contract|cotnract|invoice|faktur|list|daftar|new|\
                        page|3|IV|not|kitchen|ktichen|cellar|roof";

    fn id(n: usize) -> Uuid {
        Uuid::from_u128(n as u128 + 1)
    }

    fn kept(texts: &Texts<'_>) -> Vec<(Uuid, Uuid)> {
        let pairs = "SELECT id, other FROM alike_pair WHERE among = ?1 ORDER BY 1, 2";
        let mut statement = texts.connection.prepare(pairs).unwrap();
        let rows = statement.query_map([texts.among], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn one_text_after_another_leads_to_what_all_at_once_lead_to(
            titles in prop::collection::vec(prop::collection::vec(WORD, 1..6), 2..12),
            changed in prop::collection::vec((0_usize..12, prop::collection::vec(WORD, 1..6)), 0..4),
            apart in prop::collection::vec(WORD, 1..6),
        ) {
            let store = Store::in_memory(BoardId(Uuid::from_u128(1)), &Key::from_seed([1; 32])).unwrap();
            let texts = Texts { connection: &store.connection, among: Among::Titles };
            let others = Texts { among: Among::Accountabilities, ..texts };
            others.take_up(id(99), apart.join(" ")).unwrap();
            let mut titles: Vec<String> = titles.iter().map(|words| words.join(" ")).collect();
            for (n, title) in titles.iter().enumerate() {
                texts.take_up(id(n), title.clone()).unwrap();
            }
            for (n, title) in changed {
                let (n, title) = (n % titles.len(), title.join(" "));
                texts.forget(id(n), &Content::of(&titles[n])).unwrap();
                texts.take_up(id(n), title.clone()).unwrap();
                titles[n] = title;
            }
            let contents: Vec<Content> = titles.iter().map(|title| Content::of(title)).collect();
            let mut all = Vec::new();
            for (n, one) in contents.iter().enumerate() {
                for (m, other) in contents.iter().enumerate() {
                    if n != m && one.is_alike(other) && folded(&titles[n]) != folded(&titles[m]) {
                        all.push((id(n), id(m)));
                    }
                }
            }
            prop_assert_eq!(kept(&texts), all);
            prop_assert_eq!(kept(&others), []);
        }
    }
}
