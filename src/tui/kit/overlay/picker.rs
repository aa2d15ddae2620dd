//! One of many: typed letters filter, in any order and with gaps. Or whoever asked looks for what fits, each time that
//! the text changes, and fills the list anew.

mod found;
mod view;

use std::cmp::Reverse;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use nucleo_matcher::{
    Config, Matcher, Utf32String,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};
use ratatui::layout::Rect;

use super::super::{marks::marks, text};
use super::Outcome;
use super::edit::{Edit, Edited, Lines};
use crate::domain::folding::folded;
use crate::words::words;

/// No filter needs more.
const MOST: usize = 200;

/// Something that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<I> {
    pub id: I,
    /// What it is called; the filter looks here first.
    pub label: String,
    /// What else tells it apart, dim and to the right; the filter looks here too.
    pub detail: String,
    /// The bytes of the label that are its name; a sentence may follow.
    called: usize,
    /// What the filter looks into instead: for letters with gaps, and for whole words.
    sought: Option<(String, String)>,
    tone: Tone,
}

/// Whether somebody would want it now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    Plain,
    Faint,
}

impl<I> Item<I> {
    pub fn new(id: I, label: impl Into<String>, detail: impl Into<String>) -> Item<I> {
        let label = label.into();
        Item { id, called: label.len(), label, detail: detail.into(), sought: None, tone: Tone::Plain }
    }

    /// Says behind its name what it does.
    #[must_use]
    pub fn says(mut self, sentence: &str) -> Item<I> {
        self.label = format!("{} {} {sentence}", self.label, marks().dot);
        self
    }

    /// The filter looks into these instead of what is shown: for letters with gaps into the first, for whole words
    /// into the second too, since in a sentence letters with gaps are found everywhere.
    #[must_use]
    pub fn sought(self, letters: String, words: String) -> Item<I> {
        Item { sought: Some((letters, words)), ..self }
    }

    /// Not what one would pick now, dim.
    #[must_use]
    pub fn faint(self) -> Item<I> {
        Item { tone: Tone::Faint, ..self }
    }
}

/// What fits the text that is typed, from whoever asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refill<I> {
    pub items: Vec<Item<I>>,
    /// The place of the item that Enter picks.
    pub selected: usize,
    /// Whether more fits than these.
    pub more: bool,
}

/// Who finds what fits the text.
#[derive(Debug, Clone)]
enum Finder<I> {
    /// The picker, among all.
    Itself,
    /// Whoever asked.
    Asker {
        /// What is offered while nothing is typed.
        first: Vec<Item<I>>,
        state: Filled,
    },
    /// Both: so many items are the picker's own, and what else fits comes among them.
    Both { own: usize, state: Filled },
}

/// Whether the list is that of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filled {
    /// Not yet: until then nothing can be picked.
    Due,
    Whole,
    /// More fits.
    InPart,
}

/// A list to pick from.
#[derive(Debug, Clone)]
pub struct Picker<I> {
    title: String,
    does: String,
    items: Vec<Item<I>>,
    /// Where letters are looked for, and where only words are.
    sought: Vec<(Utf32String, Utf32String)>,
    finder: Finder<I>,
    filter: Edit,
    /// The items that match, the best first.
    found: Vec<usize>,
    selected: usize,
    /// The widths of the longest label and detail that were offered so far, and the most items.
    widths: (usize, usize),
    rows: usize,
}

impl<I: Clone + PartialEq> Picker<I> {
    pub fn new(title: impl Into<String>, items: Vec<Item<I>>) -> Picker<I> {
        let sought = |item: &Item<I>| match &item.sought {
            Some((letters, words)) => (letters.as_str().into(), words.as_str().into()),
            None => (format!("{} {}", item.label, item.detail).into(), "".into()),
        };
        let sought = items.iter().map(sought).collect();
        let (widths, rows) = (widths(&items), items.len());
        let found = (0..items.len()).collect();
        let filter = Edit::new(Lines::One, MOST, "");
        Picker {
            title: title.into(),
            does: words().ask_pick(),
            items,
            sought,
            finder: Finder::Itself,
            filter,
            found,
            selected: 0,
            widths,
            rows,
        }
    }

    /// Whoever asked looks for what fits: see [`asks`](Picker::asks). Its items are offered while nothing is typed.
    #[must_use]
    pub fn found_by_asker(mut self) -> Picker<I> {
        self.finder = Finder::Asker { first: self.items.clone(), state: Filled::Whole };
        self
    }

    /// Whoever asked looks, too, for what fits beside these items.
    #[must_use]
    pub fn also_found_by_asker(mut self) -> Picker<I> {
        self.finder = Finder::Both { own: self.items.len(), state: Filled::Whole };
        self
    }

    pub fn is_found_by_asker(&self) -> bool {
        matches!(self.finder, Finder::Asker { .. })
    }

    /// The text for which whoever asked has to look, and then to [`refill`](Picker::refill) the list.
    pub fn asks(&self) -> Option<&str> {
        let state = match &self.finder {
            Finder::Itself => None,
            Finder::Asker { state, .. } | Finder::Both { state, .. } => Some(*state),
        };
        (state == Some(Filled::Due)).then(|| self.filter.text())
    }

    /// What fits the text as it stands.
    pub fn refill(&mut self, refill: Refill<I>) {
        let filled = if refill.more { Filled::InPart } else { Filled::Whole };
        match &mut self.finder {
            Finder::Itself => {}
            Finder::Asker { state, .. } => {
                *state = filled;
                self.offer(refill.items);
                self.selected = refill.selected.min(self.items.len().saturating_sub(1));
            }
            Finder::Both { own, state } => {
                *state = filled;
                let own = *own;
                self.add(own, refill);
            }
        }
    }

    /// Puts what else fits among what the filter left of one's own: behind what holds the text as it stands, and before
    /// what only has its letters somewhere.
    fn add(&mut self, own: usize, refill: Refill<I>) {
        let text = folded(self.filter.text());
        let (label, detail) = widths(&refill.items);
        self.widths = (self.widths.0.max(label), self.widths.1.max(detail));
        self.items.truncate(own);
        self.items.extend(refill.items);
        let (first, rest): (Vec<usize>, Vec<usize>) =
            self.found.iter().partition(|at| folded(&self.sought[**at].0.to_string()).contains(&text));
        self.found = first;
        self.found.extend(own..self.items.len());
        self.found.extend(rest);
        self.selected = 0;
    }

    fn offer(&mut self, items: Vec<Item<I>>) {
        let (label, detail) = widths(&items);
        // As large as it ever was: nothing jumps while typing.
        self.widths = (self.widths.0.max(label), self.widths.1.max(detail));
        self.rows = self.rows.max(items.len());
        self.found = (0..items.len()).collect();
        self.items = items;
    }

    /// What Enter does, in a word.
    #[must_use]
    pub fn does(self, does: impl Into<String>) -> Picker<I> {
        Picker { does: does.into(), ..self }
    }

    /// Begins at that item.
    #[must_use]
    pub fn at(mut self, id: &I) -> Picker<I> {
        self.selected = self.items.iter().position(|item| item.id == *id).unwrap_or(0);
        self
    }

    /// Begins with a filter.
    #[must_use]
    pub fn filtered(mut self, filter: &str) -> Picker<I> {
        self.filter = Edit::new(Lines::One, MOST, filter);
        self.filter();
        self
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    /// All of it, in its own order.
    pub fn items(&self) -> &[Item<I>] {
        &self.items
    }

    /// What the filter leaves, the best first: each with its place among all.
    pub fn found(&self) -> impl ExactSizeIterator<Item = (usize, &Item<I>)> {
        self.found.iter().map(|at| (*at, &self.items[*at]))
    }

    /// The place among those of the item that Enter would pick.
    pub fn place_of_selected(&self) -> usize {
        self.selected
    }

    /// The item that Enter would pick.
    pub fn selected(&self) -> Option<&Item<I>> {
        self.found.get(self.selected).map(|at| &self.items[*at])
    }

    pub fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<I> {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let page = usize::from(self.list(screen).height.max(2)) - 1;
        match key.code {
            KeyCode::Esc => return Outcome::Leave,
            KeyCode::Enter => {
                if let Some(item) = self.selected().filter(|_| self.asks().is_none()) {
                    return Outcome::Chosen(item.id.clone());
                }
            }
            KeyCode::Up | KeyCode::BackTab => self.go_back(1),
            KeyCode::Down | KeyCode::Tab => self.go_on(1),
            KeyCode::Char('p') if ctrl => self.go_back(1),
            KeyCode::Char('n') if ctrl => self.go_on(1),
            KeyCode::PageUp => self.go_back(page),
            KeyCode::PageDown => self.go_on(page),
            // While nothing is typed there is no text to move in.
            KeyCode::Home if self.filter.text().is_empty() => self.selected = 0,
            KeyCode::End if self.filter.text().is_empty() => self.go_on(usize::MAX),
            _ => {
                if self.filter.key(key) == Edited::Text {
                    self.filter();
                }
            }
        }
        Outcome::Stay
    }

    pub fn paste(&mut self, text: &str) {
        if self.filter.paste(text) == Edited::Text {
            self.filter();
        }
    }

    fn go_back(&mut self, by: usize) {
        self.selected = self.selected.saturating_sub(by);
    }

    fn go_on(&mut self, by: usize) {
        self.selected = self.selected.saturating_add(by).min(self.found.len().saturating_sub(1));
    }

    /// Looks for what matches the filter now: better matches first, equal ones in their own order.
    fn filter(&mut self) {
        self.selected = 0;
        let letters = self.filter.text().trim().chars().count();
        match &mut self.finder {
            Finder::Itself => {}
            Finder::Asker { first, state } => {
                *state = if letters == 0 { Filled::Whole } else { Filled::Due };
                if *state == Filled::Whole {
                    let first = first.clone();
                    self.offer(first);
                }
                return;
            }
            Finder::Both { own, state } => {
                // One letter fits everything.
                *state = if letters < 2 { Filled::Whole } else { Filled::Due };
                self.items.truncate(*own);
            }
        }
        let text = self.filter.text();
        let (pattern, words) = matching(text);
        let mut matcher = Matcher::new(Config::DEFAULT);
        // Letters in what it is called come before words in what it does; of each, what one would not pick now comes last.
        let mut score = |at: usize| {
            let (letters, doc) = &self.sought[at];
            let called = pattern.score(letters.slice(..), &mut matcher).map(|score| (0, Reverse(score)));
            called.or_else(|| words.score(doc.slice(..), &mut matcher).map(|score| (1, Reverse(score))))
        };
        let is_faint = |at: usize| !text.is_empty() && self.items[at].tone == Tone::Faint;
        let scored =
            (0..self.items.len()).filter_map(|at| score(at).map(|(by, score)| (by, is_faint(at), score, at)));
        let mut scored: Vec<_> = scored.collect();
        scored.sort_unstable();
        self.found = scored.into_iter().map(|(.., at)| at).collect();
    }
}

/// What is typed, as letters with gaps and as whole words.
fn matching(typed: &str) -> (Pattern, Pattern) {
    let (case, smart) = (CaseMatching::Ignore, Normalization::Smart);
    (Pattern::parse(typed, case, smart), Pattern::new(typed, case, smart, AtomKind::Substring))
}

/// The widths of the longest label and detail.
fn widths<I>(items: &[Item<I>]) -> (usize, usize) {
    let widest = |of: fn(&Item<I>) -> &str| {
        items.iter().map(|item| text::width(&text::cut(of(item), 60))).max().unwrap_or(0)
    };
    (widest(|item| &item.label), widest(|item| &item.detail))
}
