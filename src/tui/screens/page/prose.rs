//! Notes in Markdown, rendered lightly: headings, lists, boxes, quotes, code, and what is bold or italic in a line.
//!
//! Nothing in them does anything by itself: a link is text, which the terminal may open where somebody asks it to. What is not understood stays as it was typed, so
//! nothing that somebody wrote is hidden.

use ratatui::style::{Modifier, Style};

use crate::domain::checklist;
use crate::domain::markdown::{self, Mark};
use crate::tui::kit::overlay::wrap::{LONGEST, Paragraph};
use crate::tui::kit::{link, marks::marks, theme::Theme};

/// The lines of a Markdown text.
pub(super) fn markdown(text: &str, theme: &Theme) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let trimmed = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (Some(_), _) => lines.extend(code(line, theme)),
            // A line that nobody typed by hand: it is not taken apart twice.
            (None, None) if line.len() > LONGEST => lines.extend(Paragraph::all(line, theme.text)),
            (None, None) => lines.push(block(line, theme)),
        }
    }
    lines
}

fn code(line: &str, theme: &Theme) -> Vec<Paragraph> {
    let mut rows = Paragraph::all(line, theme.accent);
    if rows.is_empty() {
        rows.push(Paragraph::empty());
    }
    rows.into_iter().map(|row| Paragraph::plain("    ").followed_by(row).hanging(4)).collect()
}

fn block(line: &str, theme: &Theme) -> Paragraph {
    let trimmed = line.trim_start();
    let indent = (line.len() - trimmed.len()).min(12);
    let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&level) && trimmed[level..].starts_with(' ') {
        let style = theme.title.add_modifier(Modifier::BOLD);
        return inline(Paragraph::empty(), trimmed[level..].trim_matches([' ', '#']), style, theme);
    }
    if let Some(quoted) = trimmed.strip_prefix('>') {
        let bar = format!("{} ", marks().frame.down);
        return inline(Paragraph::styled(bar, theme.dim), quoted.trim_start(), theme.dim, theme).hanging(2);
    }
    if trimmed.len() >= 3 && ["-", "*", "_"].iter().any(|rule| trimmed.replace(rule, "").trim().is_empty()) {
        return Paragraph::styled(marks().frame.across.repeat(20), theme.dim);
    }
    let Some((mark, rest)) = bullet(trimmed) else {
        return inline(Paragraph::empty(), line, theme.text, theme);
    };
    let (mark, style, rest) = match ["[ ] ", "[x] ", "[X] "].iter().find_map(|box_| rest.strip_prefix(box_)) {
        Some(item) if rest.starts_with("[ ]") => (marks().vacant.to_owned(), theme.text, item),
        Some(item) => (marks().done.to_owned(), theme.dim, item),
        None => (mark, theme.text, rest),
    };
    let head = format!("{}{mark} ", " ".repeat(indent));
    let hang = indent + mark.chars().count() + 1;
    inline(Paragraph::styled(head, theme.accent), rest, style, theme).hanging(hang)
}

/// The mark of a list's item, as it is shown, and the item.
fn bullet(line: &str) -> Option<(String, &str)> {
    let (mark, item) = checklist::bullet(line)?;
    let is_number = mark.starts_with(|c: char| c.is_ascii_digit());
    Some((if is_number { mark.to_owned() } else { marks().dot.to_owned() }, item))
}

/// Marks within a line. Each opens only where it closes again, so that `2 * 3` and `snake_case` stay.
pub(super) fn inline(mut line: Paragraph, text: &str, style: Style, theme: &Theme) -> Paragraph {
    let mut plain = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        // In an address nothing is a mark: a letter that is taken out of it leads elsewhere.
        if let Some(link) = link::at(text, at) {
            at = link.at.end;
            continue;
        }
        let Some(marked) = markdown::marked(text, at) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        line = line.and(text[plain..at].to_owned(), style);
        line = line.and(marked.inner.to_owned(), styled(marked.mark, style, theme));
        at = marked.end;
        plain = at;
    }
    line.and(text[plain..].to_owned(), style)
}

fn styled(mark: Mark, style: Style, theme: &Theme) -> Style {
    match mark {
        Mark::Code => style.patch(theme.accent),
        Mark::Strong => style.add_modifier(Modifier::BOLD),
        Mark::Soft => style.add_modifier(Modifier::ITALIC),
        Mark::Struck => style.patch(theme.dim),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(markdown_text: &str) -> Vec<String> {
        markdown(markdown_text, &Theme::mono()).iter().map(|line| line.text().into_owned()).collect()
    }

    #[test]
    fn blocks_become_lines() {
        assert_eq!(
            texts(
                "# Why\n\n- one\n  * two\n- [ ] open\n- [x] closed\n3. third\n> said\n---\n```sh\nls *\n```\nend"
            ),
            [
                "Why",
                "",
                "· one",
                "  · two",
                "○ open",
                "✓ closed",
                "3. third",
                "│ said",
                "────────────────────",
                "    ls *",
                "end"
            ]
        );
    }

    #[test]
    fn marks_inside_of_a_line_open_only_where_they_close() {
        assert_eq!(
            texts("**bold** and *soft*, `co*de*` 2 * 3 * 4 snake_case_name **open"),
            ["bold and soft, co*de* 2 * 3 * 4 snake_case_name **open"]
        );
        assert_eq!(texts("*see* https://a.example/_x_/*y*"), ["see https://a.example/_x_/*y*"]);
        assert_eq!(texts("[site](https://example.org) <b>x</b>"), ["[site](https://example.org) <b>x</b>"]);
    }

    #[test]
    fn a_page_of_marks_is_not_searched_for_their_ends() {
        for text in ["*".repeat(1_000_000), "**a ".repeat(250_000)] {
            let lines = texts(&text);
            assert!(lines.iter().all(|line| line.len() <= LONGEST), "a long line is taken apart");
            // Not told by what differs: it is a megabyte.
            assert!(lines.concat() == text, "and what is taken apart has no marks");
        }
        let far = format!("**{}**", "a".repeat(500));
        assert_eq!(texts(&far), [far.as_str()], "what closes far away is not looked for");
        assert_eq!(texts(&"`x\n_y ".repeat(100_000)).len(), 100_001);
    }
}
