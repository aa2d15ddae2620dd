//! Text from anywhere without power over the terminal: what every screen and every command shows goes through here.
//!
//! A title may come from a colleague's import: it may hold escape sequences, marks that turn the reading direction of a
//! whole row, characters that nobody can see, or ten megabytes.
//!
//! **Invariants:** what [`inert`] returns holds no control character and no cluster without a column. The cost of
//! [`cut`] follows the width, not the text. Columns are counted cluster by cluster, as terminals fill cells.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The signs that stand in for what may not be shown.
#[derive(Debug, Clone, Copy)]
pub struct Signs {
    /// Whether a control character may show as its Unicode picture (`␛`), or only as `?`.
    pub pictures: bool,
    /// Where text goes on that had no room.
    pub ellipsis: &'static str,
}

impl Signs {
    /// For terminals that show Unicode.
    pub const UNICODE: Signs = Signs { pictures: true, ellipsis: "…" };
}

/// The most code points of one cluster. The longest emoji families have 10; beyond that someone is stacking
/// accents over the rows above.
const CLUSTER: usize = 16;

/// The pictures of the control characters 0x00 to 0x1F, three bytes each.
const PICTURES: &str = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟";

/// The text with each character that could steer the terminal or hide replaced by a visible mark of one
/// column. Joiners inside emoji, variation selectors and combining marks stay. Reads the whole text; for rows
/// use [`cut`].
pub fn inert(text: &str, signs: Signs) -> Cow<'_, str> {
    if is_plain(text) || pieces(text, signs).map(|(piece, _)| piece).eq(text.graphemes(true)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(pieces(text, signs).map(|(piece, _)| piece).collect())
}

/// The columns that the text takes once it is inert. Reads the whole text.
pub fn width(text: &str) -> usize {
    let head = plain_head(text);
    head + pieces(&text[head..], Signs::UNICODE).map(|(_, columns)| columns).sum::<usize>()
}

/// The inert text in at most `width` columns; where it is longer, `…` is the last. Not padded.
pub fn cut(text: &str, width: usize, signs: Signs) -> Cow<'_, str> {
    clip(text, width, signs).0
}

/// The inert clusters of a text, each with its columns: what the cells will hold, one after the other.
pub fn pieces(text: &str, signs: Signs) -> impl Iterator<Item = (&str, usize)> {
    placed(text, signs).map(|(_, piece, columns)| (piece, columns))
}

/// The same, each with where the cluster begins that it stands for, in bytes.
pub fn placed(text: &str, signs: Signs) -> impl Iterator<Item = (usize, &str, usize)> {
    // At the start, and after a mark that stands for a control character, nothing may attach to what stands
    // before: a cluster that begins with a combining mark would melt into it and take a column away.
    let mut alone = true;
    let mut next = 0;
    std::iter::from_fn(move || {
        let at = next;
        let cluster = first_cluster(&text[at..])?;
        next += cluster.len();
        let piece = harmless(cluster, alone);
        alone = piece.is_none();
        let piece = piece.unwrap_or_else(|| stand_in(cluster, signs));
        Some((at, piece, columns(piece)))
    })
}

/// The first cluster of a text that begins with one. A printable ASCII character is a cluster where another one follows,
/// so for most of what is drawn nothing has to be looked up.
fn first_cluster(text: &str) -> Option<&str> {
    match text.as_bytes() {
        [b' '..=b'~'] | [b' '..=b'~', b' '..=b'~', ..] => Some(&text[..1]),
        _ => text.graphemes(true).next(),
    }
}

/// The inert text in at most `width` columns, and how many it takes.
pub fn clip(text: &str, width: usize, signs: Signs) -> (Cow<'_, str>, usize) {
    if width == 0 {
        return (Cow::Borrowed(""), 0);
    }
    if text.len() <= width && is_plain(text) {
        return (Cow::Borrowed(text), text.len());
    }
    // Where another plain letter follows, nothing of what is cut off belongs to what is shown.
    if text.get(..=width).is_some_and(is_plain) {
        return (Cow::Owned([&text[..width - 1], signs.ellipsis].concat()), width);
    }
    let window = window(text, width);
    let mut shown = String::with_capacity(window.len().min(width * 2));
    let mut used = plain_head(window).min(width - 1);
    shown.push_str(&window[..used]);
    let mut before_ellipsis = (used, used);
    let mut over = window.len() < text.len();
    for (piece, columns) in pieces(&window[used..], signs) {
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
        shown.push_str(signs.ellipsis);
        used = before_ellipsis.1 + 1;
    }
    (Cow::Owned(shown), used)
}

/// As much of a text as is read for so many columns. No cluster takes more bytes than this, or it is replaced whole; so
/// it holds more than the columns need.
fn window(text: &str, width: usize) -> &str {
    &text[..text.floor_char_boundary((width + 2) * CLUSTER * 4)]
}

/// JSON whose texts hold no character that could steer the terminal or hide in it: the same values, escaped. Line breaks
/// and blanks stand between the values only, and stay.
pub fn json_text(json: String) -> String {
    if json.bytes().all(|byte| byte < 0x7f) {
        return json;
    }
    let mut text = String::with_capacity(json.len() + 64);
    for cluster in json.graphemes(true) {
        // What begins a text may not melt into the quote before it.
        let in_quote = cluster.starts_with(['"', '\\']) && cluster.len() > 1;
        if harmless(cluster, false) == Some(cluster) && !in_quote {
            text.push_str(cluster);
            continue;
        }
        for c in cluster.chars() {
            if c < '\u{7f}' {
                text.push(c);
            } else {
                c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}")));
            }
        }
    }
    text
}

/// How many bytes of the text's beginning are printable ASCII, each a column by itself, whatever follows: all of them where
/// nothing else does, else without the last one, to which a mark may belong.
pub fn plain_head(text: &str) -> usize {
    match text.bytes().position(|byte| !matches!(byte, b' '..=b'~')) {
        None => text.len(),
        Some(at) => at.saturating_sub(1),
    }
}

/// Whether the text is printable ASCII, where a byte is a column.
pub fn is_plain(text: &str) -> bool {
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
        false => (columns(cluster) > 0).then_some(cluster),
        true => first.is_ascii().then(|| &cluster[..1]),
    }
}

/// Whether the character controls the terminal or the direction of text, breaks the line, or fills space
/// unseen.
pub fn steers(c: char) -> bool {
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
fn stand_in(cluster: &str, signs: Signs) -> &'static str {
    match cluster.chars().next() {
        Some('\t') => " ",
        _ if !signs.pictures => "?",
        _ if cluster == "\r\n" => "␤",
        Some('\n' | '\u{85}' | '\u{2028}' | '\u{2029}') => "␤",
        Some('\u{7f}') => "␡",
        Some(c) if c < ' ' => &PICTURES[c as usize * 3..c as usize * 3 + 3],
        _ => "·",
    }
}

/// The columns of a cluster. Halfwidth sound marks count as the cells that terminals give them, though Unicode gives
/// them none.
fn columns(cluster: &str) -> usize {
    if cluster.len() == 1 {
        return 1;
    }
    let marks = cluster.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count();
    cluster.width() + marks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn clusters_are_those_of_the_whole_text(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "a", " ", "~", "\t", "\r", "\n", "\u{301}", "\u{200d}", "\u{fe0f}", "é", "字", "한", "ᄒ", "ᅡ", "👨",
                    "👩", "🇮", "🇩", "क", "्", "ष", "\u{600}", "\u{7f}", "\u{1f3f4}", "\u{e0067}", "\u{1f3fd}",
                ]),
                0..24,
            ),
        ) {
            let text = parts.concat();
            let mut rest = text.as_str();
            let clusters = std::iter::from_fn(|| {
                let cluster = first_cluster(rest)?;
                rest = &rest[cluster.len()..];
                Some(cluster)
            });
            prop_assert_eq!(clusters.collect::<Vec<_>>(), text.graphemes(true).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_long_text_costs_what_is_visible() {
        for text in ["abc ".repeat(2_500_000), "\u{301}".repeat(5_000_000), "日".repeat(3_000_000)] {
            let read = window(&text, 40);
            assert!(read.len() <= 42 * 64, "{}", read.len());
            // What stands behind it changes nothing.
            let another = format!("{read}x");
            assert_eq!(clip(&text, 40, Signs::UNICODE), clip(&another, 40, Signs::UNICODE));
        }
    }

    #[test]
    fn json_holds_nothing_that_hides_or_stacks_and_loses_nothing() {
        let flag = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
        let texts = [
            "a\u{e0041}\u{e0042}b".to_owned(),
            format!("z{}", "\u{301}".repeat(1_000)),
            "\u{301}begins with a mark".to_owned(),
            "\"\u{301}\\\u{301}".to_owned(),
            "x\u{202e}y\u{200b}\u{7f}\u{9b}".to_owned(),
            format!("café 字 👨‍👩‍👧 {flag} \u{e0001}"),
            "p\u{200d}aypal".to_owned(),
        ];
        let written = json_text(serde_json::to_string_pretty(&texts).unwrap());
        assert_eq!(serde_json::from_str::<Vec<String>>(&written).unwrap(), texts);
        for cluster in written.graphemes(true).filter(|cluster| *cluster != "\n") {
            assert!(harmless(cluster, false) == Some(cluster), "{cluster:?}");
            assert!(cluster == "\"" || !cluster.starts_with('"'), "{cluster:?}");
        }
        for kept in ["café", "字", "👨‍👩‍👧", flag] {
            assert!(written.contains(kept), "{kept}");
        }
        let hides = |c: char| matches!(c, '\u{e0000}'..='\u{e007f}' | '\u{301}');
        assert_eq!(written.replace(flag, "").chars().filter(|c| hides(*c)).count(), 0);
    }
}
