//! Text from anywhere, in exact columns and without power over the terminal.
//!
//! A title may come from a colleague's import: it may hold escape sequences, marks that turn the reading
//! direction of a whole row, characters that nobody can see, or ten megabytes. Whatever reaches a cell goes
//! through here.
//!
//! **Invariants:** what [`inert`] returns holds no control character and no cluster without a column. [`fit`]
//! returns exactly the width asked for, counted as ratatui counts when it fills cells: cluster by cluster,
//! not over the whole string, where a ligature would count once though it takes two cells. The cost of
//! [`cut`] and [`fit`] follows the width, not the text.
//!
//! Right-to-left text stays in its logical order. Some terminals turn it round and some do not, and an
//! application that turns it too would undo the work of the first kind; its columns are the same both ways.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

use super::marks::marks;

/// The most code points of one cluster. The longest emoji families have 10; beyond that someone is stacking
/// accents over the rows above.
const CLUSTER: usize = 16;

/// The pictures of the control characters 0x00 to 0x1F, three bytes each.
const PICTURES: &str = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟";

/// The text with each character that could steer the terminal or hide replaced by a visible mark of one
/// column. Joiners inside emoji, variation selectors and combining marks stay. Reads the whole text; for rows
/// use [`cut`].
pub fn inert(text: &str) -> Cow<'_, str> {
    if plain(text) || pieces(text).map(|(piece, _)| piece).eq(text.graphemes(true)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(pieces(text).map(|(piece, _)| piece).collect())
}

/// The columns that the text takes once it is [`inert`]. Reads the whole text.
pub fn width(text: &str) -> usize {
    if plain(text) { text.len() } else { pieces(text).map(|(_, columns)| columns).sum() }
}

/// The inert text in at most `width` columns; where it is longer, `…` is the last. Not padded.
pub fn cut(text: &str, width: usize) -> Cow<'_, str> {
    clip(text, width).0
}

/// The inert text in exactly `width` columns: cut with `…`, or padded with spaces.
pub fn fit(text: &str, width: usize) -> String {
    let (shown, used) = clip(text, width);
    let mut fitted = shown.into_owned();
    fitted.extend(std::iter::repeat_n(' ', width - used));
    fitted
}

/// [`fit`] with the padding before the text, for numbers.
pub fn fit_right(text: &str, width: usize) -> String {
    let (shown, used) = clip(text, width);
    let mut fitted = " ".repeat(width - used);
    fitted.push_str(&shown);
    fitted
}

/// The inert clusters of a text, each with its columns: what the cells will hold, one after the other.
pub fn pieces(text: &str) -> impl Iterator<Item = (&str, usize)> {
    // At the start, and after a mark that stands for a control character, nothing may attach to what stands
    // before: a cluster that begins with a combining mark would melt into it and take a column away.
    let mut alone = true;
    text.graphemes(true).map(move |cluster| {
        let piece = harmless(cluster, alone);
        alone = piece.is_none();
        let piece = piece.unwrap_or_else(|| stand_in(cluster));
        (piece, usize::from(piece.cell_width()))
    })
}

/// The shown text and its columns.
fn clip(text: &str, width: usize) -> (Cow<'_, str>, usize) {
    if width == 0 {
        return (Cow::Borrowed(""), 0);
    }
    if text.len() <= width && plain(text) {
        return (Cow::Borrowed(text), text.len());
    }
    // No cluster takes more bytes than this, or it is replaced whole; so the window holds more than the
    // columns need.
    let window = &text[..text.floor_char_boundary((width + 2) * CLUSTER * 4)];
    let mut shown = String::with_capacity(window.len().min(width * 2));
    let mut used = 0;
    let mut before_ellipsis = (0, 0);
    let mut over = window.len() < text.len();
    for (piece, columns) in pieces(window) {
        if used + columns > width {
            over = true;
            break;
        }
        shown.push_str(piece);
        used += columns;
        if used < width {
            before_ellipsis = (shown.len(), used);
        }
    }
    if over {
        shown.truncate(before_ellipsis.0);
        shown.push_str(marks().ellipsis);
        used = before_ellipsis.1 + 1;
    }
    (Cow::Owned(shown), used)
}

/// Whether the text is printable ASCII, where a byte is a column.
fn plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The cluster, or as much of it as may be shown; `None` if a mark has to stand in for it.
fn harmless(cluster: &str, alone: bool) -> Option<&str> {
    let first = cluster.chars().next()?;
    if cluster.len() == 1 {
        return (!first.is_ascii_control()).then_some(cluster);
    }
    let too_long = cluster.chars().nth(CLUSTER).is_some();
    if too_long || cluster.chars().any(steers) || (alone && attaches(cluster)) {
        return None;
    }
    // Joiners have work to do in emoji and in some scripts, and tags only in a flag. Anywhere else they only
    // hide differences between two names: a plain letter is shown without them, the rest not at all.
    let hides = |c| match c {
        '\u{200c}' | '\u{200d}' => first.is_ascii(),
        '\u{e0020}'..='\u{e007f}' => first != '\u{1f3f4}',
        _ => false,
    };
    match cluster.chars().any(hides) {
        false => (cluster.cell_width() > 0).then_some(cluster),
        true => first.is_ascii().then(|| &cluster[..1]),
    }
}

/// Whether the character controls the terminal or the direction of text, breaks the line, or fills space
/// unseen.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0001}')
}

/// Whether the cluster would melt into what stands before it.
fn attaches(cluster: &str) -> bool {
    format!("x{cluster}").graphemes(true).count() == 1
}

/// The visible mark for a cluster that may not be shown.
fn stand_in(cluster: &str) -> &'static str {
    match cluster.chars().next() {
        Some('\t') => " ",
        _ if !marks().pictures => "?",
        _ if cluster == "\r\n" => "␤",
        Some('\n' | '\u{85}' | '\u{2028}' | '\u{2029}') => "␤",
        Some('\u{7f}') => "␡",
        Some(c) if c < ' ' => &PICTURES[c as usize * 3..c as usize * 3 + 3],
        _ => "·",
    }
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
    fn a_long_text_costs_what_is_visible() {
        let long = ["abc ".repeat(2_500_000), "\u{301}".repeat(5_000_000), "日".repeat(3_000_000)];
        let start = std::time::Instant::now();
        for text in &long {
            for _ in 0..100 {
                assert_eq!(cells(&fit(text, 40)), 40);
            }
        }
        // Reading all of it 300 times would take minutes.
        assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
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
            prop_assert!(!shown.chars().any(steers), "{:?}", shown);
            prop_assert_eq!(cells(&shown), width(&text), "{:?} {:?}", text, shown);
            prop_assert_eq!(&*inert(&shown), &shown);
        }
    }
}
