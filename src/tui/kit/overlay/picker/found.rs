//! Where in a row of the list the letters stand that it was found by.

use std::ops::Range;

use nucleo_matcher::{Matcher, Utf32String, pattern::Pattern};
use unicode_segmentation::UnicodeSegmentation;

use super::{Finder, Item, Picker, matching};
use crate::domain::folding::matched;

impl<I: Clone + PartialEq> Picker<I> {
    /// The parts of an item's label and of its detail that it was found by, as much as is shown of them; in bytes.
    pub(super) fn found_by(&self, at: usize, label: &str, detail: &str) -> [Vec<Range<usize>>; 2] {
        let typed = self.filter.text();
        let is_asked = match &self.finder {
            Finder::Itself => false,
            Finder::Asker { .. } => true,
            Finder::Both { own, .. } => at >= *own,
        };
        match &self.items[at] {
            _ if typed.trim().is_empty() => [Vec::new(), Vec::new()],
            _ if is_asked => [matched(label, typed), Vec::new()],
            item => by_letters(typed, item, label, detail),
        }
    }
}

/// The same for what the list found by itself: letters in what it is called, else the words in what it does. What was found
/// by something that is not shown is not marked.
fn by_letters<I>(typed: &str, item: &Item<I>, label: &str, detail: &str) -> [Vec<Range<usize>>; 2] {
    let (letters, words) = matching(typed);
    let mut matcher = Matcher::default();
    if item.sought.is_some() {
        // Where the name is cut, no more than that is shown.
        let called = label.get(..item.called).unwrap_or(label);
        let found = places(&letters, called, &mut matcher).or_else(|| places(&words, label, &mut matcher));
        return [found.unwrap_or_default(), Vec::new()];
    }
    let both = format!("{label} {detail}");
    let found = places(&letters, &both, &mut matcher).unwrap_or_default();
    let (first, second): (Vec<_>, Vec<_>) = found.into_iter().partition(|part| part.start < label.len());
    let behind = label.len() + 1;
    let second = second.into_iter().filter(|part| part.start >= behind);
    [first, second.map(|part| part.start - behind..part.end - behind).collect()]
}

/// Where a pattern matches in a text, if it does: each cluster by itself.
fn places(pattern: &Pattern, text: &str, matcher: &mut Matcher) -> Option<Vec<Range<usize>>> {
    let mut places = Vec::new();
    pattern.indices(Utf32String::from(text).slice(..), matcher, &mut places)?;
    places.sort_unstable();
    places.dedup();
    let mut clusters = text.grapheme_indices(true).enumerate();
    let place = |place: u32| {
        let (_, (at, cluster)) = clusters.find(|(i, _)| *i == place as usize)?;
        Some(at..at + cluster.len())
    };
    Some(places.into_iter().filter_map(place).collect())
}
