//! Text from anywhere, in exact columns and without power over the terminal.
//!
//! A title may come from a colleague's import: it may hold escape sequences, marks that turn the reading
//! direction of a whole row, characters that nobody can see, or ten megabytes. Whatever reaches a cell goes
//! through here.
//!
//! The rules stand in `crate::inert`; here they get the marks of the screen. **Invariant:** [`fit`] returns
//! exactly the width asked for, counted as ratatui counts when it fills cells: cluster by cluster, not over the
//! whole string, where a ligature would count once though it takes two cells.
//!
//! Right-to-left text stays in its logical order. Some terminals turn it round and some do not, and an
//! application that turns it too would undo the work of the first kind; its columns are the same both ways.

use std::borrow::Cow;

use super::marks::marks;
use crate::inert::{self, Signs};

pub use crate::inert::{plain_head, width};

/// The signs of the chosen marks.
fn signs() -> Signs {
    Signs { pictures: marks().pictures, ellipsis: marks().ellipsis }
}

/// The text with each character that could steer the terminal or hide replaced by a visible mark of one
/// column. Reads the whole text; for rows use [`cut`].
pub fn inert(text: &str) -> Cow<'_, str> {
    inert::inert(text, signs())
}

/// A blank at which no row breaks; it is drawn as any other.
pub const KEEPS: &str = "\u{a0}";

/// A fact of so many columns keeps together; a longer one breaks as any text does.
const KEPT: usize = 24;

/// Facts of one row, each of which keeps together where the row breaks.
pub fn together(facts: &[String]) -> String {
    let kept = facts.iter().map(|fact| match width(fact) <= KEPT {
        true => fact.replace(' ', KEEPS),
        false => fact.clone(),
    });
    kept.collect::<Vec<_>>().join(&format!(" {} ", marks().dot))
}

/// The inert text in at most `width` columns; where it is longer, `…` is the last. Not padded.
pub fn cut(text: &str, width: usize) -> Cow<'_, str> {
    inert::cut(text, width, signs())
}

/// The inert text in exactly `width` columns: cut with `…`, or padded with spaces.
pub fn fit(text: &str, width: usize) -> String {
    let (shown, used) = inert::clip(text, width, signs());
    let mut fitted = shown.into_owned();
    fitted.extend(std::iter::repeat_n(' ', width - used));
    fitted
}

/// [`fit`] with the padding before the text, for numbers.
pub fn fit_right(text: &str, width: usize) -> String {
    let (shown, used) = inert::clip(text, width, signs());
    let mut fitted = " ".repeat(width - used);
    fitted.push_str(&shown);
    fitted
}

/// The inert clusters of a text, each with its columns: what the cells will hold, one after the other.
pub fn pieces(text: &str) -> impl Iterator<Item = (&str, usize)> {
    inert::pieces(text, signs())
}

/// The same, each with where it stands in the text, in bytes.
pub fn placed(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    inert::placed(text, signs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    /// The column after the text when ratatui itself puts it into cells.
    fn cells(text: &str) -> usize {
        let mut buf = Buffer::empty(Rect::new(0, 0, 4000, 1));
        buf.set_stringn(0, 0, text, 4000, Style::new()).0.into()
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(inert("a\x1b[2Jb"), "a␛[2Jb");
        assert_eq!(inert("one\r\ntwo\nthree\u{2028}four"), "one␤two␤three␤four");
        assert_eq!(inert("tab\there\x7f\u{9b}"), "tab here␡·");
        assert_eq!(inert("\u{202e}evil\u{202c} \u{2066}x\u{2069}\u{200f}\u{61c}"), "·evil· ·x···");
        assert_eq!(inert("zero\u{200b}width\u{feff}"), "zero·width·");
    }

    #[test]
    fn what_belongs_to_the_writing_stays() {
        for text in ["👩‍👩‍👧‍👦", "🇮🇩", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "e\u{301}", "می‌خواهم", "日本語", "ｶﾞ", "क्‍ष", "1️⃣"]
        {
            assert_eq!(inert(text), text);
            assert!(matches!(inert(text), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn hidden_joiners_and_loose_accents_do_not_stay() {
        assert_eq!(inert("a\u{200d}yu"), "ayu");
        assert_eq!(inert("a\u{e0061}\u{e0062}yu"), "ayu");
        assert_eq!(inert("\u{301}a"), "·a");
        assert_eq!(inert("\n\u{301}a"), "␤·a");
        assert_eq!(inert(&format!("x{}y", "\u{301}".repeat(40))), "·y");
    }

    #[test]
    fn widths_are_those_of_the_cells() {
        let known = [("日本語", 6), ("👩‍👩‍👧‍👦", 2), ("🇮🇩", 2), ("❤️", 2), ("e\u{301}", 1), ("لا", 2)];
        for (text, columns) in known {
            assert_eq!((width(text), cells(text)), (columns, columns), "{text}");
        }
    }

    #[test]
    fn cuts_between_clusters_and_pads_to_the_width() {
        assert_eq!(cut("kontrak", 7), "kontrak");
        assert_eq!(cut("kontrak", 5), "kont…");
        assert_eq!(fit("日本語", 5), "日本…");
        assert_eq!(fit("日本語", 4), "日… ");
        assert_eq!(fit("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3), "👩‍👩‍👧‍👦…");
        assert_eq!(fit("ayu", 5), "ayu  ");
        assert_eq!(fit_right("12", 4), "  12");
        assert_eq!((fit("ayu", 0), fit("", 2)), (String::new(), "  ".into()));
        assert_eq!(fit("日", 1), "…");
    }

    #[test]
    fn a_long_text_fits_too() {
        let long = ["abc ".repeat(2_500_000), "\u{301}".repeat(5_000_000), "日".repeat(3_000_000)];
        for text in &long {
            assert_eq!(cells(&fit(text, 40)), 40);
        }
    }

    /// Strings that come near the traps: all of Unicode, and the awkward characters often.
    fn awkward() -> impl Strategy<Value = String> {
        let traps: Vec<char> =
            "a \u{301}\u{200d}\u{200c}\u{fe0f}\u{fe0e}\u{1b}\n\r\t\u{7f}\u{9b}\u{202e}\u{2066}👩🏽🇮🇩日لاｶﾞ\
            \u{600}\u{903}\u{93f}क्षᄀ가\u{11a8}\u{115f}\u{3164}❤1\u{20e3}\u{e0067}\u{1f3f4}…·ำ\u{ad}"
                .chars()
                .collect();
        let c = prop_oneof![3 => prop::sample::select(traps), 1 => any::<char>()];
        prop::collection::vec(c, 0..60).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn fit_has_exactly_the_width(text in awkward(), columns in 0usize..70) {
            for fitted in [fit(&text, columns), fit_right(&text, columns)] {
                prop_assert_eq!(cells(&fitted), columns, "{:?} {:?}", text, fitted);
            }
            prop_assert!(cells(&cut(&text, columns)) <= columns);
        }

        #[test]
        fn inert_text_is_harmless_and_keeps_its_width(text in awkward()) {
            let shown = inert(&text).into_owned();
            prop_assert!(!shown.chars().any(inert::steers), "{:?}", shown);
            prop_assert_eq!(cells(&shown), width(&text), "{:?} {:?}", text, shown);
            prop_assert_eq!(&*inert(&shown), &shown);
        }
    }
}
