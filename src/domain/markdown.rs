//! Marks of Markdown in a line: where they stand, and the line without them.

use super::checklist;

/// How words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Code,
    Strong,
    Soft,
    Struck,
}

/// Words that are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked<'t> {
    pub mark: Mark,
    pub inner: &'t str,
    /// Where the closing mark ends, in bytes of the whole text.
    pub end: usize,
}

/// What closes further away is not looked for: a page of stars would take for ever.
const NEAR: usize = 400;

/// What is marked at a place. A mark opens only where it closes again, so that `2 * 3` and `snake_case` stay.
pub fn marked(text: &str, at: usize) -> Option<Marked<'_>> {
    let rest = &text[at..];
    let (sign, mark) = [
        ("`", Mark::Code),
        ("**", Mark::Strong),
        ("__", Mark::Strong),
        ("~~", Mark::Struck),
        ("*", Mark::Soft),
        ("_", Mark::Soft),
    ]
    .into_iter()
    .find(|(sign, _)| rest.starts_with(sign))?;
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if mark != Mark::Code && is_word(text[..at].chars().next_back()) {
        return None;
    }
    let inner = &rest[sign.len()..];
    let near = &inner[..inner.floor_char_boundary(NEAR)];
    let length = near.find(sign)?;
    let after = inner[length + sign.len()..].chars().next();
    let inside = &inner[..length];
    let holds = !inside.is_empty()
        && (mark == Mark::Code
            || (!inside.starts_with(' ') && !inside.ends_with(' ') && !is_word(after) && after != Some('*')));
    holds.then(|| Marked { mark, inner: inside, end: at + 2 * sign.len() + length })
}

/// A line without marks: `**Call** [them](https://example.org)` is `Call them`. Nothing is left of a rule or a fence.
pub fn plain(line: &str) -> String {
    let line = line.trim();
    let line = line.trim_start_matches('>').trim_start();
    if ["```", "~~~"].iter().any(|fence| line.starts_with(fence))
        || (line.len() >= 3 && ["-", "*", "_"].iter().any(|rule| line.replace(rule, "").trim().is_empty()))
    {
        return String::new();
    }
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let line = match (1..=6).contains(&level) && line[level..].starts_with(' ') {
        true => line[level..].trim_matches([' ', '#']),
        false => line,
    };
    let item = match checklist::bullet(line) {
        Some((mark, item)) if !mark.starts_with(|c: char| c.is_ascii_digit()) => item,
        _ => line,
    };
    let item = ["[ ] ", "[x] ", "[X] "].iter().find_map(|box_| item.strip_prefix(box_)).unwrap_or(item);
    let mut said = String::with_capacity(item.len());
    inline(item, &mut said);
    said
}

fn inline(text: &str, said: &mut String) {
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some((words, end)) = linked(rest) {
            inline(words, said);
            at += end;
        } else if ["https://", "http://"].iter().any(|scheme| rest.starts_with(scheme)) {
            // In an address nothing is a mark.
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            said.push_str(&rest[..end]);
            at += end;
        } else if let Some(marked) = marked(text, at) {
            match marked.mark {
                Mark::Code => said.push_str(marked.inner),
                _ => inline(marked.inner, said),
            }
            at = marked.end;
        } else {
            said.push(first);
            at += first.len_utf8();
        }
    }
}

/// The words of a link or a picture at the beginning of a text, and where it ends.
fn linked(text: &str) -> Option<(&str, usize)> {
    let begin = 1 + usize::from(text.starts_with('!'));
    let inner = text.strip_prefix('!').unwrap_or(text).strip_prefix('[')?;
    let near = &inner[..inner.floor_char_boundary(NEAR)];
    let words = &near[..near.find("](")?];
    let address = &inner[words.len() + 2..];
    let length = address[..address.floor_char_boundary(2 * NEAR)].find(')')?;
    let is_link = !words.trim().is_empty() && !words.contains('[');
    is_link.then_some((words, begin + words.len() + 2 + length + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_without_its_marks() {
        for (line, said) in [
            ("**Call** _them_, `now` ~~later~~", "Call them, now later"),
            ("**all _of_ it**", "all of it"),
            ("# Why", "Why"),
            ("> they said", "they said"),
            ("- [x] closed", "closed"),
            ("* one", "one"),
            ("3. third", "3. third"),
            ("---", ""),
            ("```sh", ""),
            ("see [the **form**](https://a.example/x_y_z) and ![it](a.png)", "see the form and it"),
            ("[](https://a.example) [x] (y)", "[](https://a.example) [x] (y)"),
            ("2 * 3 * 4 snake_case_name **open", "2 * 3 * 4 snake_case_name **open"),
            ("*see* https://a.example/_x_/*y*", "see https://a.example/_x_/*y*"),
        ] {
            assert_eq!(plain(line), said, "{line}");
        }
    }

    #[test]
    fn a_line_of_marks_is_not_searched_for_their_ends() {
        for line in ["*".repeat(100_000) + "a", "[a".repeat(100_000), "**a ".repeat(50_000)] {
            // Not told by what differs: it is long.
            assert!(plain(&line) == line.trim());
        }
    }
}
