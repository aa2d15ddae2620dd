//! The checklist of a task's page: the steps out of its notes, under the headings that they stand under there, and
//! what the notes say besides.

use super::sheet::Sheet;
use super::{Ticking, prose};
use crate::domain::checklist::{self, Step};
use crate::domain::decide::StepAt;
use crate::domain::id::TaskId;
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::words::words;

/// A line of the checklist.
#[derive(Debug, PartialEq)]
enum Part<'n> {
    /// What the steps below it are about.
    Heading(&'n str),
    Step(usize, Step<'n>),
    /// More about the step above.
    More(&'n str),
}

/// Writes the checklist that stands in the notes; gives what they say besides.
pub(super) fn write(sheet: &mut Sheet<'_>, task: TaskId, notes: &str) -> String {
    let (parts, rest) = split(notes);
    let (ticked, all) = checklist::ticked(notes);
    if all > 0 {
        sheet.section_with(words().steps_title(), words().steps_ticked(ticked, all));
    }
    for part in parts {
        let theme = sheet.theme;
        match part {
            Part::Heading(text) => sheet.push(prose::inline(Paragraph::plain("  "), text, theme.dim, theme)),
            Part::More(text) => {
                let line = prose::inline(Paragraph::plain("    "), text, theme.dim, theme);
                sheet.push(line.hanging(4));
            }
            Part::Step(nth, step) => {
                let (mark, style) = match step.is_ticked {
                    true => (marks().done, theme.dim),
                    false => (marks().vacant, theme.text),
                };
                let indent = 2 + step.indent.min(12);
                let head = Paragraph::styled(format!("{}{mark} ", " ".repeat(indent)), theme.accent);
                let at = StepAt { nth, text: step.text.to_owned() };
                sheet.ticks(Ticking { task, at, is_ticked: step.is_ticked }, |sheet| {
                    sheet.push(prose::inline(head, step.text, style, theme).hanging(indent + 2));
                });
            }
        }
    }
    rest
}

/// The checklist, and the notes without it. A heading goes with the steps right below it.
fn split(notes: &str) -> (Vec<Part<'_>>, String) {
    let (mut parts, mut rest): (Vec<Part<'_>>, Vec<&str>) = Default::default();
    // How deep the step is that stands right above.
    let mut above: Option<usize> = None;
    for line in checklist::lines(notes) {
        let indent = line.text.len() - line.text.trim_start().len();
        let is_blank = line.text.trim().is_empty();
        match (line.step, above) {
            (Some((nth, step)), _) => {
                let last = rest.iter().rposition(|line| !line.trim().is_empty());
                if above.is_none()
                    && let Some(last) = last
                    && let Some(heading) = heading(rest[last])
                {
                    parts.push(Part::Heading(heading));
                    rest.truncate(last);
                }
                above = Some(step.indent);
                parts.push(Part::Step(nth, step));
            }
            (None, Some(step)) if !is_blank && !line.is_code && indent > step => {
                parts.push(Part::More(line.text.trim()));
            }
            (None, _) => {
                above = above.filter(|_| is_blank && rest.last().is_none_or(|line| line.trim().is_empty()));
                // No second empty line where the steps stood.
                if !is_blank || line.is_code || rest.last().is_some_and(|line| !line.trim().is_empty()) {
                    rest.push(line.text);
                }
            }
        }
    }
    (parts, rest.join("\n").trim_end().to_owned())
}

/// What a heading says.
fn heading(line: &str) -> Option<&str> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&level) && line[level..].starts_with(' '))
        .then(|| line[level..].trim_matches([' ', '#']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(notes: &str) -> (Vec<String>, String) {
        let (parts, rest) = split(notes);
        let said = parts.into_iter().map(|part| match part {
            Part::Heading(text) => format!("# {text}"),
            Part::Step(nth, step) => format!("{nth} {}{}", if step.is_ticked { "x " } else { "" }, step.text),
            Part::More(text) => format!("> {text}"),
        });
        (said.collect(), rest)
    }

    #[test]
    fn a_list_leaves_the_text_around_it_in_the_notes() {
        let (steps, rest) = said("Two things are open.\n\n- [x] ask\n- [ ] sign\n\nThen rest.\n\nAnd sleep.");
        assert_eq!(steps, ["0 x ask", "1 sign"]);
        assert_eq!(rest, "Two things are open.\n\nThen rest.\n\nAnd sleep.");
    }

    #[test]
    fn a_heading_goes_with_the_steps_below_it() {
        let (steps, rest) = said(
            "Why\n\n### Before\n- [ ] one\n  with care\n\n- [ ] two\n### After\n\n- [ ] three\n# Else\nx",
        );
        assert_eq!(steps, ["# Before", "0 one", "> with care", "1 two", "# After", "2 three"]);
        assert_eq!(rest, "Why\n\n# Else\nx");
    }

    #[test]
    fn without_steps_the_notes_are_whole() {
        let notes = "# Why\n- one\n```\n- [ ] code\n\n\nmore\n```";
        assert_eq!(said(notes), (vec![], notes.to_owned()));
    }
}
