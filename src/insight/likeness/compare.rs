//! Two contents compared: what both say, what only one of them says, and what one says instead.

use super::content::{Content, Joined};
use super::word::{self, Word};

/// So alike are two texts about which the team is asked.
pub const ALIKE: f64 = 0.75;
/// So alike are those that are shown to whoever writes or claims one of them.
pub const HINT: f64 = 0.65;

/// What is written with a slip weighs a little less.
const SLIPPED: f64 = 0.95;
/// What each says that the other does not: so much, and they are two things.
const INSTEAD: f64 = 0.9;
/// What a word that says less than an ordinary one weighs at most.
const LESSER: f64 = 0.5;
/// A denial of what the other says counts so much against both.
const DENIED: f64 = 0.5;

/// What two contents have in common, and what each has for itself.
pub(super) struct Shares<'c> {
    pub common: f64,
    pub a: Side<'c>,
    pub b: Side<'c>,
}

/// One of the two, with the words of it that found none in the other.
pub(super) struct Side<'c> {
    content: &'c Content,
    rest: Vec<usize>,
}

impl Content {
    /// How alike two texts are, from 0 to 1; the same from both sides.
    pub fn likeness(&self, other: &Content) -> f64 {
        // Words are paired in the order of one of the two: always the same one.
        let mine = self.words.iter().map(|word| &word.plain);
        let is_first = mine.le(other.words.iter().map(|word| &word.plain));
        if is_first { likeness(self, other) } else { likeness(other, self) }
    }

    /// Whether the team is asked if they are the same work.
    pub fn is_alike(&self, other: &Content) -> bool {
        self.likeness(other) >= ALIKE
    }
}

/// How much two texts have in common, as far as it is known without reading one of them.
#[derive(Debug, Clone, Copy)]
pub struct Common {
    /// Words of the one, of whatever weight, that the other has.
    pub words: usize,
    /// Those among its ordinary words.
    pub ordinary: usize,
    /// Words of the one that the other has as ordinary ones.
    pub of_other: usize,
    /// How many ordinary words the other has.
    pub other: usize,
    /// Whether two words of the one may stand for one of the other.
    pub joins: bool,
}

impl Content {
    /// Whether another text with so much in common can be alike at all, if no word of them is written with a slip. Less in
    /// common and more besides makes no two texts more alike, so whatever is alike passes.
    pub fn may_be_alike(&self, common: Common) -> bool {
        let joined = usize::from(common.joins);
        let rest = |all: usize, paired: usize| all.saturating_sub(paired + joined) as f64;
        let most = (common.words + self.numbers.len()) as f64;
        let best = score(most, rest(self.ordinary(), common.ordinary), rest(common.other, common.of_other));
        best + 1e-9 >= ALIKE
    }

    /// The same if one word is. A word that is in the other text as it is needs no slip.
    pub fn may_be_alike_by_a_slip(&self, common: Common) -> bool {
        let Common { words, ordinary, of_other, .. } = common;
        let with_slip = Common { words: words + 1, ordinary: ordinary + 1, of_other: of_other + 1, ..common };
        self.ordinary() >= 2 && common.other >= 2 && self.may_be_alike(with_slip)
    }
}

/// The words of two texts that go together beyond doubt.
#[derive(Debug, Clone, Copy)]
pub struct Paired {
    /// Ordinary words of the one, each of which is one ordinary word of the other, and no other one of either.
    pub words: usize,
    /// How many ordinary words the other has.
    pub other: usize,
    /// How many words the other has that say less. It says nothing else.
    pub lesser: usize,
}

impl Content {
    /// Whether another text is alike by these words alone. What else goes together, and what is written with a slip or as
    /// one, makes the two only more alike; so what passes is alike.
    pub fn is_surely_alike(&self, paired: Paired) -> bool {
        let lesser = self.words.len() - self.ordinary() + self.numbers.len() * 2;
        let rest = |ordinary: usize, lesser: usize| {
            let denied = if self.denies { DENIED } else { 0.0 };
            ordinary.saturating_sub(paired.words) as f64 + lesser as f64 * LESSER + denied
        };
        let common = paired.words as f64;
        score(common, rest(self.ordinary(), lesser), rest(paired.other, paired.lesser)) >= ALIKE
    }
}

/// Those of some texts that are shown as alike to this one, the most alike first.
pub fn most_like<I>(text: &Content, others: Vec<(I, String)>) -> Vec<I> {
    let others = others.into_iter().map(|(id, other)| (text.likeness(&Content::of(&other)), id));
    let mut like: Vec<(f64, I)> = others.filter(|(likeness, _)| *likeness >= HINT).collect();
    like.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    like.into_iter().map(|(_, id)| id).collect()
}

fn likeness(a: &Content, b: &Content) -> f64 {
    let have_numbers = (!a.numbers.is_empty(), !b.numbers.is_empty());
    if have_numbers == (true, true) && a.numbers != b.numbers {
        return 0.0;
    }
    let mut shares = Shares::of(a, b);
    let (mut rest_a, mut rest_b) = (shares.a.weight(), shares.b.weight());
    match have_numbers {
        (true, true) => shares.common += a.numbers.len() as f64,
        (true, false) => rest_a += a.numbers.len() as f64,
        (false, true) => rest_b += b.numbers.len() as f64,
        (false, false) => {}
    }
    if a.denies != b.denies {
        rest_a += DENIED;
        rest_b += DENIED;
    }
    score(shares.common, rest_a, rest_b)
}

fn score(common: f64, a: f64, b: f64) -> f64 {
    if a >= INSTEAD && b >= INSTEAD {
        return 0.0;
    }
    let least = if a + b <= 0.5 { 1.4 } else { 1.8 };
    let is_all = a == 0.0 && b == 0.0 && common >= 1.0;
    // A sum of weights is no exact number.
    if common + 1e-9 < least && !is_all {
        return 0.0;
    }
    common / (common + 0.5 * (a + b) + 1.5 * a.min(b))
}

impl<'c> Shares<'c> {
    /// All that can be paired: words in their forms, then one slip, or else two words written as one.
    pub fn of(a: &'c Content, b: &'c Content) -> Shares<'c> {
        let mut shares = Shares::of_words(a, b);
        let may_slip = shares.common > 0.0 && a.ordinary() >= 2 && b.ordinary() >= 2;
        if !(may_slip && shares.slip()) {
            let Shares { common, a, b } = &mut shares;
            *common += join(a, b).or_else(|| join(b, a)).unwrap_or(0.0);
        }
        shares
    }

    fn of_words(a: &'c Content, b: &'c Content) -> Shares<'c> {
        let mut common = 0.0;
        let (mut rest_a, mut rest_b) = (Vec::new(), (0..b.words.len()).collect::<Vec<_>>());
        for (n, word) in a.words.iter().enumerate() {
            let is_same = |at: &usize| {
                let other = &b.words[*at];
                word.meets(&other.forms)
                    || a.is_begun(n) && other.begins_with(word)
                    || b.is_begun(*at) && word.begins_with(other)
            };
            match rest_b.iter().position(is_same) {
                Some(at) => common += mean(word, &b.words[rest_b.remove(at)]),
                None => rest_a.push(n),
            }
        }
        Shares { common, a: Side { content: a, rest: rest_a }, b: Side { content: b, rest: rest_b } }
    }

    /// Pairs two words that differ by a slip; whether there are such.
    fn slip(&mut self) -> bool {
        for (at_a, n) in self.a.rest.iter().enumerate() {
            let word = &self.a.content.words[*n];
            let found = self.b.rest.iter().position(|m| is_slip(word, &self.b.content.words[*m]));
            if let Some(at_b) = found {
                self.common += SLIPPED * mean(word, &self.b.content.words[self.b.rest[at_b]]);
                self.a.rest.remove(at_a);
                self.b.rest.remove(at_b);
                return true;
            }
        }
        false
    }
}

/// Pairs a word of one with two neighbouring words of the other; how much it weighs.
fn join(one: &mut Side<'_>, two: &mut Side<'_>) -> Option<f64> {
    let (at, joined) = one.rest.iter().enumerate().find_map(|(at, n)| {
        let word = &one.content.words[*n];
        let is_it = |joined: &&Joined| {
            joined.words.iter().all(|n| two.rest.contains(n)) && word.meets(&joined.forms())
        };
        two.content.joined.iter().find(is_it).map(|joined| (at, joined))
    })?;
    two.rest.retain(|n| !joined.words.contains(n));
    Some(one.content.words[one.rest.remove(at)].value())
}

impl Side<'_> {
    /// What its words weigh that found none in the other.
    pub fn weight(&self) -> f64 {
        self.rest.iter().map(|n| self.content.words[*n].value()).sum()
    }
}

fn mean(a: &Word, b: &Word) -> f64 {
    (a.value() + b.value()) / 2.0
}

fn is_slip(a: &Word, b: &Word) -> bool {
    a.may_slip() && b.may_slip() && word::is_slip(&a.plain, &b.plain)
}

#[cfg(test)]
mod tests;
