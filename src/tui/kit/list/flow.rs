//! A sentence that goes on in the lines below where there is room for that.
//!
//! It is measured once: how many lines it takes in how many columns is then known without looking at its letters again,
//! however often the panes are given their room. Its words are looked at only where it does not fit in a line.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::tui::kit::text;

/// So many columns of a sentence are looked at.
const LONGEST: usize = 600;

/// So many lines a sentence has at most.
pub const MOST: u16 = 3;

/// A number keeps to what it counts in so many columns; where there are fewer each word may break off.
const KEPT: u16 = 24;

/// A sentence with its measures.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    text: String,
    width: u16,
    pieces: OnceCell<Pieces>,
}

/// The columns of its words, each of which stays on one line, and of those that stay together.
#[derive(Debug, Clone)]
struct Pieces {
    words: Vec<u16>,
    facts: Vec<u16>,
}

impl Pieces {
    fn of(sentence: &str) -> Pieces {
        let shown = text::cut(sentence, LONGEST);
        let widths = |text: &str| wrapped(text, 0).iter().map(|word| text::width(word) as u16).collect();
        Pieces { words: widths(&shown), facts: widths(&together(&shown)) }
    }
}

impl Flow {
    pub fn of(text: String) -> Flow {
        let width = text::width(&text::cut(&text, LONGEST)) as u16;
        Flow { text, width, pieces: OnceCell::new() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// How wide it is in one line.
    pub fn width(&self) -> u16 {
        self.width
    }

    fn pieces(&self, span: Span) -> &[u16] {
        let pieces = self.pieces.get_or_init(|| Pieces::of(&self.text));
        if span.keeps() { &pieces.facts } else { &pieces.words }
    }

    /// How many lines it takes.
    pub fn lines(&self, span: Span) -> u16 {
        if self.width <= span.first || span.first == 0 {
            return 1;
        }
        let (mut lines, mut used) = (1, 0);
        for word in self.pieces(span) {
            match used + 1 + word {
                _ if used == 0 => used = *word,
                more if more <= span.of(lines - 1) => used = more,
                _ => (lines, used) = (lines + 1, *word),
            }
        }
        lines
    }

    /// The same with no more than a sentence may have.
    pub fn lines_shown(&self, span: Span) -> u16 {
        self.lines(span).min(MOST)
    }

    /// Whether some of it is out of sight in so many lines.
    pub fn is_cut(&self, span: Span, lines: u16) -> bool {
        let narrow = span.first.min(span.below);
        let is_broken = || self.pieces(span).iter().any(|word| *word > narrow);
        self.width > span.first && (self.lines(span) > lines || is_broken())
    }
}

/// The columns of a sentence: those of its first line, and of the lines below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub first: u16,
    pub below: u16,
}

impl Span {
    pub fn even(columns: u16) -> Span {
        Span { first: columns, below: columns }
    }

    fn of(self, line: u16) -> u16 {
        if line == 0 { self.first } else { self.below }
    }

    /// Whether what keeps together has room.
    fn keeps(self) -> bool {
        self.first.min(self.below) >= KEPT
    }
}

/// A sentence in so many lines at most, of which the last one is cut where it goes on.
pub fn broken(sentence: &str, span: Span, lines: u16) -> Vec<String> {
    let whole = text::cut(sentence, span.first.into());
    // What is wider fills more than that even where its last sign is wide.
    let fits = text::width(&text::cut(sentence, usize::from(span.first) + 2)) <= span.first.into();
    if lines < 2 || fits {
        return vec![whole.replace(text::KEEPS, " ")];
    }
    let sentence = text::cut(sentence, LONGEST);
    let mut all = wrapped_in(&if span.keeps() { together(&sentence) } else { sentence }, span);
    let last = usize::from(lines) - 1;
    if all.len() > last + 1 {
        let rest = all.split_off(last).join(" ");
        all.push(rest);
    }
    let cut = |(n, line): (u16, &String)| text::cut(line, span.of(n).into()).into_owned();
    (0..).zip(&all).map(cut).collect()
}

/// Words in lines of at most `width` columns.
pub fn wrapped(words: &str, width: u16) -> Vec<String> {
    wrapped_in(words, Span::even(width))
}

fn wrapped_in(words: &str, span: Span) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let breaks = |c: char| c.is_whitespace() && !text::KEEPS.contains(c);
    for word in words.split(breaks).filter(|word| !word.is_empty()) {
        let word = word.replace(text::KEEPS, " ");
        let width = usize::from(if lines.len() < 2 { span.first } else { span.below });
        match lines.last_mut() {
            Some(line) if text::width(line) + 1 + text::width(&word) <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// So many words may say what is counted: `working days ago`.
const COUNTED: usize = 3;

/// The same text, in which a number is not parted from what it counts: `in 4 working days`, `due 11 Dec`.
fn together(sentence: &str) -> Cow<'_, str> {
    if !sentence.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(sentence);
    }
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let ends = |word: &str| word.ends_with([',', ';', ':', '.', ')', '?']);
    let fits = |words: &[&str]| text::width(&words.join(" ")) <= KEPT.into();
    // The words that keep to the one before them.
    let mut keeps = vec![false; words.len()];
    let mut free = 0;
    for (at, word) in words.iter().enumerate() {
        if at < free || !word.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let counted = words[at + 1..].iter().take(COUNTED);
        let many = counted.clone().position(|word| ends(word)).map_or(counted.len(), |last| last + 1);
        let most = at + 1 + many;
        let end = (at + 1..=most).rev().find(|end| fits(&words[at..*end])).unwrap_or(at + 1);
        let begins_before = at > free && !ends(words[at - 1]) && fits(&words[at - 1..end]);
        keeps[at] = begins_before;
        keeps[at + 1..end].fill(true);
        free = end;
    }
    let mut held = String::with_capacity(sentence.len() + 16);
    for (word, keeps) in words.iter().zip(keeps) {
        match held.is_empty() {
            true => {}
            false if keeps => held.push_str(text::KEEPS),
            false => held.push(' '),
        }
        held.push_str(word);
    }
    Cow::Owned(held)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str =
        "nus: promised by Dewi, a day that passed 4 working days ago: The tax numbers of four shops";

    #[test]
    fn as_many_lines_are_measured_as_are_drawn() {
        for sentence in [LONG, "", "bak", "日本語 の 長い 文 です", "two  blanks\nand a line", "due 11 Dec"]
        {
            let flow = Flow::of(sentence.to_owned());
            for columns in 1..100 {
                let drawn = broken(sentence, Span::even(columns), u16::MAX);
                if !flow.is_cut(Span::even(columns), u16::MAX) {
                    assert_eq!(
                        usize::from(flow.lines(Span::even(columns))),
                        drawn.len(),
                        "{columns} {drawn:?}"
                    );
                }
                assert!(drawn.iter().all(|line| text::width(line) <= columns.into()), "{columns} {drawn:?}");
            }
        }
    }

    #[test]
    fn what_has_no_line_any_more_is_cut() {
        assert_eq!(
            broken(LONG, Span::even(40), 2),
            ["nus: promised by Dewi, a day that passed", "4 working days ago: The tax numbers of …"]
        );
        assert_eq!(broken(LONG, Span::even(40), 1), ["nus: promised by Dewi, a day that passe…"]);
        assert!(
            Flow::of(LONG.to_owned()).is_cut(Span::even(40), 2)
                && !Flow::of(LONG.to_owned()).is_cut(Span::even(40), 3)
        );
        // Below what stands behind its first line there is more room.
        let span = Span { first: 20, below: 76 };
        assert_eq!(
            broken(LONG, span, 9),
            ["nus: promised by", "Dewi, a day that passed 4 working days ago: The tax numbers of four shops"]
        );
        assert_eq!(Flow::of(LONG.to_owned()).lines(span), 2);
    }

    #[test]
    fn a_number_keeps_to_what_it_counts() {
        for columns in 1..60 {
            for (sentence, fact) in [
                ("guz: the lease is over since then, due in 4 days, while Fajar is away", "in 4 days,"),
                ("asked for the third time some 15 working days ago about the key", "15 working days ago"),
                ("pay the second half of the invoice that is due 11 Dec at last", "due 11 Dec"),
            ] {
                let drawn = broken(sentence, Span::even(columns), u16::MAX);
                if columns >= KEPT {
                    assert!(drawn.iter().any(|line| line.contains(fact)), "{columns} {drawn:?}");
                }
            }
        }
    }
}
