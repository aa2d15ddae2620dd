//! A sentence that knows where titles stand in it: they say what a handle means, and give way where the line is short.
//!
//! A text of a language has its words in an order of its own. So titles go into it between two signs that nobody types,
//! and where they came out is read back.

use std::ops::Range;

use crate::words::words;

/// Before and after a title, until it is known where it stands.
const OPENS: char = '\u{1}';
const CLOSES: char = '\u{2}';

/// So many columns of a title still say which thing is meant.
const LEAST: usize = 18;

/// A sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase {
    text: String,
    /// Where titles stand, each with its brackets.
    titles: Vec<Range<usize>>,
}

/// What a part of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Said,
    /// A title in brackets: less important than what is said.
    Title,
}

/// Something by its handle, with its title in brackets.
pub(super) fn titled(handle: &str, title: &str) -> String {
    match title {
        "" => handle.to_owned(),
        title => format!("{handle} {OPENS}({title}){CLOSES}"),
    }
}

impl Phrase {
    /// The sentence in which titles stand as [`titled`] has them.
    pub(super) fn read(marked: &str) -> Phrase {
        let mut phrase = Phrase::default();
        let mut begun = None;
        for c in marked.chars() {
            match c {
                OPENS => begun = begun.or(Some(phrase.text.len())),
                CLOSES => {
                    let title = begun.take().map(|start| start..phrase.text.len());
                    // Somebody else's signs stand around no brackets.
                    let is_ours = |title: &Range<usize>| {
                        let text = &phrase.text[title.clone()];
                        text.len() > 2 && text.starts_with('(') && text.ends_with(')')
                    };
                    phrase.titles.extend(title.filter(is_ours));
                }
                c => phrase.text.push(c),
            }
        }
        phrase
    }

    /// All of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, and what was done or is to be said besides.
    pub fn also(&self, also: &Phrase) -> Phrase {
        self.within(|phrase| words().form_also(phrase, also.marked()))
    }

    /// The same, and a sentence of its own behind it.
    pub fn then(&self, next: &Phrase) -> Phrase {
        self.within(|phrase| words().form_then(phrase, next.marked()))
    }

    /// It as a part of a longer sentence.
    pub fn within(&self, longer: impl FnOnce(String) -> String) -> Phrase {
        Phrase::read(&longer(self.marked()))
    }

    fn marked(&self) -> String {
        let marked = |(span, text): (Span, &str)| match span {
            Span::Said => text.to_owned(),
            Span::Title => format!("{OPENS}{text}{CLOSES}"),
        };
        self.parts().map(marked).collect()
    }

    /// Its parts, one after the other.
    pub fn parts(&self) -> impl Iterator<Item = (Span, &str)> {
        let ends = self.titles.iter().map(|title| title.end);
        let starts = self.titles.iter().map(|title| title.start).chain([self.text.len()]);
        let said =
            [0].into_iter().chain(ends).zip(starts).map(|(from, to)| (Span::Said, &self.text[from..to]));
        let titles = self.titles.iter().map(|title| (Span::Title, &self.text[title.clone()]));
        let mut titles = titles.fuse();
        said.flat_map(move |said| [Some(said), titles.next()]).flatten().filter(|(_, text)| !text.is_empty())
    }

    /// The same in as many columns as there are, as far as shorter titles can do it; the longest gives way first. How wide a
    /// text is, and how it is cut, is known to whoever shows it.
    pub fn fit<'t, C>(&'t self, room: usize, width: fn(&str) -> usize, cut: C) -> Phrase
    where
        C: Fn(&'t str, usize) -> std::borrow::Cow<'t, str>,
    {
        let mut over = width(&self.text).saturating_sub(room);
        let inner = |title: &Range<usize>| &self.text[title.start + 1..title.end - 1];
        let mut shown: Vec<usize> = self.titles.iter().map(|title| width(inner(title))).collect();
        while let Some(widest) = shown.iter_mut().max().filter(|widest| over > 0 && **widest > LEAST) {
            *widest -= 1;
            over -= 1;
        }
        let mut phrase = Phrase::default();
        let mut at = 0;
        for (title, shown) in self.titles.iter().zip(shown) {
            phrase.text.push_str(&self.text[at..title.start]);
            let start = phrase.text.len();
            match width(inner(title)) > shown {
                true => phrase.text.push_str(&format!("({})", cut(inner(title), shown))),
                false => phrase.text.push_str(&self.text[title.clone()]),
            }
            phrase.titles.push(start..phrase.text.len());
            at = title.end;
        }
        phrase.text.push_str(&self.text[at..]);
        phrase
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Phrase {
        Phrase { text, titles: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, width: usize) -> std::borrow::Cow<'_, str> {
        match text.chars().count() > width {
            true => format!("{}…", text.chars().take(width - 1).collect::<String>()).into(),
            false => text.into(),
        }
    }

    fn fitted(phrase: &Phrase, room: usize) -> String {
        phrase.fit(room, |text| text.chars().count(), cut).text().to_owned()
    }

    #[test]
    fn its_parts_are_all_of_it() {
        let phrase = Phrase::read(&format!("Ayu offered {} to Budi", titled("nus", "Register")));
        let parts: Vec<_> = phrase.parts().collect();
        let expected =
            [(Span::Said, "Ayu offered nus "), (Span::Title, "(Register)"), (Span::Said, " to Budi")];
        assert_eq!(parts, expected);
        let also = phrase.also(&"you are Ayu".to_owned().into()).also(&phrase);
        assert_eq!(also.text(), format!("{0}; you are Ayu; {0}", phrase.text()));
        assert_eq!(also.titles.len(), 2);
        assert_eq!(Phrase::read("Ayu is back").parts().collect::<Vec<_>>(), [(Span::Said, "Ayu is back")]);
        assert_eq!(Phrase::read("").parts().count(), 0);
    }

    #[test]
    fn titles_give_way_the_longest_first_and_handles_never() {
        let long = titled("nus", "Register the whole shop for VAT at once");
        let phrase =
            Phrase::read(&format!("Ayu offered {long} for {} to Budi", titled("bak", "Sign it now")));
        assert_eq!(fitted(&phrase, 200), phrase.text());
        let said = "Ayu offered nus (Register the whole shop …) for bak (Sign it now) to Budi";
        assert_eq!(fitted(&phrase, said.chars().count()), said);
        let least = "Ayu offered nus (Register the whol…) for bak (Sign it now) to Budi";
        assert_eq!(fitted(&phrase, 1), least);
    }

    #[test]
    fn signs_that_somebody_typed_mark_nothing_twice() {
        let phrase = Phrase::read("a \u{2}b \u{1}(c \u{1}d)\u{2} e\u{2} \u{1}f");
        assert_eq!(phrase.text(), "a b (c d) e f");
        assert_eq!(phrase.parts().filter(|(part, _)| *part == Span::Title).count(), 1);
        for typed in ["", "é", "()", "(é", "é)"] {
            let phrase = Phrase::read(&format!("{OPENS}{typed}{CLOSES}"));
            assert_eq!(phrase.fit(1, str::len, |text, _| text.into()), phrase);
            assert_eq!((phrase.text(), phrase.titles.len()), (typed, 0));
        }
    }
}
