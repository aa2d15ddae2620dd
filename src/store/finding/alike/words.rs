//! The words by which texts are found, and which texts one may be alike to by them.
//!
//! A row holds the texts with one form of a word, in parts by the ends of their ids: where thousands of texts have a word they
//! are read in 64 rows, and a change writes one of them anew. Of each text stand its id, which of its words it is, and what it
//! has: how many ordinary words, and what besides. So of most texts that are alike it is known without reading them, also
//! where they are of few different words and many are.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::Texts;
use crate::insight::likeness::{self, Common, Content, KEYS, Paired, Term, TermIs};
use crate::store::{StoreError, project};

/// The texts with a form of a word are in so many parts.
const PARTS: u8 = 64;
/// So many bytes stand of each: sixteen of the id, one each of which word it is and of what the text has.
const LENGTH: usize = 18;
/// What a text has, in a byte: how many ordinary words, and in the bits above how many that say less.
const BESIDES: u8 = 5;
/// It has a number, a denial or more words than that.
const MORE: u8 = 7;
/// Which word of a text it is: two that are written as one.
const JOINED: u8 = u8::MAX;

/// The words of many texts, as they are kept.
#[derive(Default)]
pub(super) struct Words(BTreeMap<(String, i64, u8), Vec<u8>>);

impl Words {
    pub fn add(&mut self, id: Uuid, content: &Content) {
        let numbers = numbers(content);
        for (form, entry) in entries(id, content) {
            put(self.0.entry((form, numbers, part(id))).or_default(), entry);
        }
    }

    pub fn keep(&self, texts: &Texts<'_>) -> Result<(), StoreError> {
        for ((form, numbers, part), ids) in &self.0 {
            write(texts, form, *numbers, *part, ids)?;
        }
        Ok(())
    }
}

/// Keeps the words of one more text.
pub(super) fn add(texts: &Texts<'_>, id: Uuid, content: &Content) -> Result<(), StoreError> {
    let numbers = numbers(content);
    for (form, entry) in entries(id, content) {
        let mut ids = read(texts, &form, numbers, part(id))?.unwrap_or_default();
        put(&mut ids, entry);
        write(texts, &form, numbers, part(id), &ids)?;
    }
    Ok(())
}

/// Keeps the words of a text no more.
pub(super) fn remove(texts: &Texts<'_>, id: Uuid, content: &Content) -> Result<(), StoreError> {
    let (numbers, part) = (numbers(content), part(id));
    for (form, _) in entries(id, content) {
        let Some(mut ids) = read(texts, &form, numbers, part)? else { continue };
        if let Ok(at) = place(&ids, id) {
            ids.drain(at..at + LENGTH);
        }
        write(texts, &form, numbers, part, &ids)?;
    }
    Ok(())
}

/// A text that may be alike to another one.
pub(super) struct Candidate {
    pub id: Uuid,
    /// Whether it is, by what is known of its words.
    pub is_sure: bool,
}

/// The texts that may be alike to one: those that hold nearly all its keys, and those of which it holds nearly all keys,
/// where what both have is enough. Of work that comes again and again each has its own number: such texts are not looked at.
pub(super) fn candidates(texts: &Texts<'_>, content: &Content) -> Result<Vec<Candidate>, StoreError> {
    let terms = content.terms();
    let held = held(texts, content, &terms)?;
    let bits = Bits::of(content, &terms);
    let long = "SELECT long FROM alike_text WHERE among = ?1 AND id = ?2";
    let mut long = texts.connection.prepare_cached(long)?;
    let mut candidates = Vec::new();
    for (id, held) in held {
        if !bits.has_keys(&held) {
            continue;
        }
        let is_sure = held.paired().is_some_and(|paired| content.is_surely_alike(paired));
        let common = bits.common(&held);
        let mut is_one = is_sure || content.may_be_alike(common);
        if !is_one && content.may_be_alike_by_a_slip(common) {
            let long: String = long.query_row(params![texts.among, id], |row| row.get(0))?;
            let missing = terms.iter().enumerate().filter(|(at, _)| held.terms & bit(*at) == 0);
            is_one = missing.into_iter().any(|(_, term)| term.slips_into(&long));
        }
        if is_one {
            candidates.push(Candidate { id, is_sure });
        }
    }
    Ok(candidates)
}

/// What every other text has in common with one.
fn held(texts: &Texts<'_>, content: &Content, terms: &[Term]) -> Result<HashMap<Uuid, Held>, StoreError> {
    let numbers = numbers(content);
    let mut having = texts.connection.prepare_cached(match numbers {
        0 => "SELECT ids FROM alike_word WHERE among = ?1 AND form = ?2 AND ?3 = 0",
        _ => "SELECT ids FROM alike_word WHERE among = ?1 AND form = ?2 AND numbers IN (0, ?3)",
    })?;
    let mut held: HashMap<Uuid, Held> = HashMap::new();
    for (at, term) in terms.iter().enumerate() {
        for form in &term.forms {
            let mut rows = having.query(params![texts.among, form, numbers])?;
            while let Some(row) = rows.next()? {
                let ids = row.get_ref(0)?.as_blob().map_err(|_| StoreError::damaged())?;
                for entry in ids.chunks_exact(LENGTH) {
                    held.entry(id(entry)).or_default().note(bit(at), term.is, entry[16], entry[17]);
                }
            }
        }
    }
    Ok(held)
}

/// What another text has in common with one, by the terms of that: a bit for each.
#[derive(Default)]
struct Held {
    /// All that it has.
    terms: u64,
    /// What it has as ordinary words, or as two that are written as one.
    ordinary: u64,
    /// Those of its own keys that were met: a bit for each of them.
    keys: u64,
    /// How many ordinary words it has.
    all: usize,
    /// How many words that say less, up to [`MORE`].
    besides: u8,
    /// Whether any are two of its words that are written as one.
    joins: bool,
    /// The terms that are words of it, which of its words the last of them is, and a bit for each ordinary one that any is.
    met_by: u64,
    last: u8,
    met: u64,
    /// How many ordinary words are ordinary words of it.
    pairs: usize,
    /// Whether one word is two of it, or two are one: which of them go together is not known.
    is_tangled: bool,
}

impl Held {
    /// That it has a term: as which of its words, and what else it has.
    fn note(&mut self, term: u64, is: TermIs, nth: u8, has: u8) {
        let all = has & ((1 << BESIDES) - 1);
        (self.all, self.besides) = (all.into(), has >> BESIDES);
        self.terms |= term;
        self.joins |= nth == JOINED;
        if nth > 0 && all > 0 {
            self.ordinary |= term;
        }
        if nth > 0 && nth < JOINED && (usize::from(nth) <= KEYS || all == 0) {
            self.keys |= bit(nth.into());
        }
        if matches!(is, TermIs::Ordinary | TermIs::Lesser) && nth < JOINED {
            self.meet(term, is, nth);
        }
    }

    /// That a term is one of its words; 0 is any that says less. Terms are noted one after the other, each in all its forms.
    fn meet(&mut self, term: u64, is: TermIs, nth: u8) {
        if self.met_by & term > 0 {
            self.is_tangled |= self.last != nth;
            return;
        }
        self.met_by |= term;
        self.last = nth;
        if nth > 0 {
            self.is_tangled |= self.met & bit(nth.into()) > 0;
            self.met |= bit(nth.into());
            self.pairs += usize::from(is == TermIs::Ordinary);
        }
    }

    /// The words that go together with those of the text beyond doubt, where it is known what else it has.
    fn paired(&self) -> Option<Paired> {
        let is_known = self.all > 0 && self.besides < MORE && !self.is_tangled;
        is_known.then(|| Paired { words: self.pairs, other: self.all, lesser: self.besides.into() })
    }
}

/// The terms of a text by what they are.
struct Bits {
    keys: u64,
    needed: usize,
    words: u64,
    ordinary: u64,
    joined: u64,
}

impl Bits {
    fn of(content: &Content, terms: &[Term]) -> Bits {
        let of = |which: fn(TermIs) -> bool| {
            let those = terms.iter().enumerate().filter(|(_, term)| which(term.is));
            those.fold(0, |bits, (at, _)| bits | bit(at))
        };
        let ordinary = of(|is| is == TermIs::Ordinary);
        let keys = match content.ordinary() {
            0 => of(|is| is != TermIs::Joined),
            // The ordinary ones come first.
            _ => ordinary & (bit(KEYS) - 1),
        };
        Bits {
            keys,
            needed: likeness::keys_needed(content.ordinary()),
            words: of(|is| is != TermIs::Number),
            ordinary,
            joined: of(|is| is == TermIs::Joined),
        }
    }

    fn has_keys(&self, held: &Held) -> bool {
        count(held.terms & self.keys) >= self.needed || count(held.keys) >= likeness::keys_needed(held.all)
    }

    fn common(&self, held: &Held) -> Common {
        Common {
            words: count(held.terms & self.words),
            ordinary: count(held.terms & (self.ordinary | self.joined)),
            of_other: count(held.ordinary),
            other: held.all,
            joins: held.joins || held.terms & self.joined > 0,
        }
    }
}

/// A text has no more tokens than there are bits.
fn bit(at: usize) -> u64 {
    1 << at.min(63)
}

fn count(bits: u64) -> usize {
    bits.count_ones() as usize
}

/// What tells texts with other numbers apart before any of their words is compared; 0 where there are none.
fn numbers(content: &Content) -> i64 {
    let numbers = content.numbers();
    if numbers.is_empty() { 0 } else { project::text_key(&numbers) }
}

/// What stands of a text in the row of each form. Ordinary words first: what is also a form of another word is found as the
/// one that says more.
fn entries(id: Uuid, content: &Content) -> Vec<(String, [u8; LENGTH])> {
    // No text has more words than sixteen.
    let ordinary = u8::try_from(content.ordinary()).unwrap_or_default();
    let lesser = content.lesser().and_then(|lesser| u8::try_from(lesser).ok());
    let has = ordinary | (lesser.unwrap_or(MORE).min(MORE) << BESIDES);
    let mut entries: Vec<(String, [u8; LENGTH])> = Vec::new();
    for (at, term) in (1..JOINED).zip(content.terms()) {
        let nth = match term.is {
            TermIs::Ordinary => at,
            TermIs::Joined => JOINED,
            TermIs::Lesser | TermIs::Number if ordinary == 0 => at,
            TermIs::Lesser | TermIs::Number => 0,
        };
        let mut entry = [0; LENGTH];
        entry[..16].copy_from_slice(id.as_bytes());
        entry[16..].copy_from_slice(&[nth, has]);
        for form in term.forms {
            if entries.iter().all(|(known, _)| *known != form) {
                entries.push((form, entry));
            }
        }
    }
    entries
}

fn part(id: Uuid) -> u8 {
    id.as_bytes()[15] % PARTS
}

fn id(entry: &[u8]) -> Uuid {
    Uuid::from_slice(&entry[..16]).unwrap_or_default()
}

/// Where a text stands among those of a row, or would.
fn place(ids: &[u8], id: Uuid) -> Result<usize, usize> {
    let (entries, _) = ids.as_chunks::<LENGTH>();
    let found = entries.binary_search_by(|entry| entry[..16].cmp(id.as_bytes()));
    found.map(|at| at * LENGTH).map_err(|at| at * LENGTH)
}

fn put(ids: &mut Vec<u8>, entry: [u8; LENGTH]) {
    if let Err(at) = place(ids, id(&entry)) {
        ids.splice(at..at, entry);
    }
}

fn read(texts: &Texts<'_>, form: &str, numbers: i64, part: u8) -> Result<Option<Vec<u8>>, StoreError> {
    let which = "SELECT ids FROM alike_word WHERE among = ?1 AND form = ?2 AND numbers = ?3 AND part = ?4";
    let mut statement = texts.connection.prepare_cached(which)?;
    Ok(statement.query_row(params![texts.among, form, numbers, part], |row| row.get(0)).optional()?)
}

fn write(texts: &Texts<'_>, form: &str, numbers: i64, part: u8, ids: &[u8]) -> Result<(), StoreError> {
    if ids.is_empty() {
        let which = "DELETE FROM alike_word WHERE among = ?1 AND form = ?2 AND numbers = ?3 AND part = ?4";
        texts.connection.prepare_cached(which)?.execute(params![texts.among, form, numbers, part])?;
    } else {
        let row = "INSERT OR REPLACE INTO alike_word VALUES (?1, ?2, ?3, ?4, ?5)";
        texts.connection.prepare_cached(row)?.execute(params![texts.among, form, numbers, part, ids])?;
    }
    Ok(())
}
