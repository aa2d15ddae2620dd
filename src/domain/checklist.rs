//! The checklist of a task: the boxes in its notes, step by step.
//!
//! A step is a line of Markdown (`- [ ] two signatures`), so that every editor, importer and exporter knows it.
//!
//! **Invariant:** a change touches the line of its step, and no other byte of the notes.

use std::ops::Range;

/// A line of the notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'n> {
    pub text: &'n str,
    /// Where it is a step, its place among the steps, and what it says.
    pub step: Option<(usize, Step<'n>)>,
    /// Whether it is code, in which nothing is marked up.
    pub is_code: bool,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<'n> {
    pub text: &'n str,
    pub is_ticked: bool,
    /// The blanks before it.
    pub indent: usize,
    /// Its line without the end, and the letter in its box.
    line: Range<usize>,
    letter: usize,
}

/// All lines of the notes, without their ends.
pub fn lines(notes: &str) -> impl Iterator<Item = Line<'_>> {
    let (mut at, mut steps) = (0, 0);
    let mut fence: Option<&str> = None;
    notes.split_inclusive('\n').map(move |line| {
        let begin = at;
        at += line.len();
        let text = line.trim_end_matches(['\n', '\r']);
        let mark = ["```", "~~~"].into_iter().find(|mark| text.trim_start().starts_with(mark));
        let is_code = fence.is_some() || mark.is_some();
        match (fence, mark) {
            (None, mark) => fence = mark,
            (Some(open), Some(mark)) if open == mark => fence = None,
            (Some(_), _) => {}
        }
        let step = if is_code { None } else { step(text, begin) };
        let step = step.map(|step| {
            steps += 1;
            (steps - 1, step)
        });
        Line { text, step, is_code }
    })
}

/// All steps, in the order of the notes.
pub fn steps(notes: &str) -> Vec<Step<'_>> {
    lines(notes).filter_map(|line| line.step).map(|(_, step)| step).collect()
}

/// How many steps are ticked, and how many there are.
pub fn ticked(notes: &str) -> (usize, usize) {
    let steps = steps(notes);
    (steps.iter().filter(|step| step.is_ticked).count(), steps.len())
}

/// The mark of a list's item, and the item: of `- milk` the dash.
pub fn bullet(line: &str) -> Option<(&str, &str)> {
    let length = if line.starts_with(['-', '*', '+']) {
        1
    } else {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let is_number = (1..=4).contains(&digits) && line[digits..].starts_with(['.', ')']);
        if is_number { digits + 1 } else { return None }
    };
    Some((&line[..length], line[length..].strip_prefix(' ')?))
}

fn step(text: &str, begin: usize) -> Option<Step<'_>> {
    let trimmed = text.trim_start();
    let (_, item) = bullet(trimmed)?;
    let is_ticked = match item.get(..4)? {
        "[ ] " => false,
        "[x] " | "[X] " => true,
        _ => return None,
    };
    let letter = begin + text.len() - item.len() + 1;
    let indent = text.len() - trimmed.len();
    Some(Step { text: item[4..].trim(), is_ticked, indent, line: begin..begin + text.len(), letter })
}

impl Step<'_> {
    /// The notes with this step ticked, or open again where it is.
    pub fn turned(&self, notes: &str) -> String {
        let letter = if self.is_ticked { " " } else { "x" };
        put(notes, self.letter..self.letter + 1, letter)
    }

    /// The notes with other words on this step.
    pub fn renamed(&self, notes: &str, text: &str) -> String {
        put(notes, self.letter + 2..self.line.end, &format!(" {text}"))
    }

    /// The notes without this step.
    pub fn removed(&self, notes: &str) -> String {
        let end = notes[self.line.end..].find('\n').map_or(notes.len(), |end| self.line.end + end + 1);
        put(notes, self.line.start..end, "")
    }

    /// The notes with another step behind this one, as deep as this one; of a numbered list it is the next.
    pub fn followed(&self, notes: &str, text: &str) -> String {
        let head = &notes[self.line.start..self.letter - 1];
        let (blanks, mark) = head.split_at(self.indent);
        let mark = match mark.trim_end().split_at(mark.trim_end().len() - 1) {
            (number, sign) if !number.is_empty() => {
                let next = number.parse::<u32>().map_or(1, |number| number + 1);
                format!("{next}{sign} ")
            }
            _ => mark.to_owned(),
        };
        put(notes, self.line.end..self.line.end, &format!("\n{blanks}{mark}[ ] {text}"))
    }
}

/// The notes with another step at their end: behind the last one, or below all that is written.
pub fn added(notes: &str, text: &str) -> String {
    match steps(notes).last() {
        Some(last) => last.followed(notes, text),
        None if notes.trim().is_empty() => format!("- [ ] {text}"),
        None => format!("{}\n\n- [ ] {text}", notes.trim_end()),
    }
}

fn put(notes: &str, range: Range<usize>, text: &str) -> String {
    format!("{}{text}{}", &notes[..range.start], &notes[range.end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTES: &str = "Why\r\n- [ ] one\r\n  * [x] two \r\n```\n- [x] code\n```\n9) [X] three\n- plain";

    #[test]
    fn a_step_is_a_box_in_a_list_and_never_code() {
        let found: Vec<_> = steps(NOTES).into_iter().map(|s| (s.text, s.is_ticked, s.indent)).collect();
        assert_eq!(found, [("one", false, 0), ("two", true, 2), ("three", true, 0)]);
        assert_eq!(ticked(NOTES), (2, 3));
        assert_eq!(ticked("no list, - [ ] nor here"), (0, 0));
        assert!(steps("-[ ] a\n- [] b\n- [ ]c\n12345. [ ] d\n- [ü] e\n").is_empty());
    }

    #[test]
    fn a_tick_changes_one_letter_and_comes_back() {
        for step in steps(NOTES) {
            let turned = step.turned(NOTES);
            assert_eq!(turned.len(), NOTES.len());
            assert_eq!(turned.bytes().zip(NOTES.bytes()).filter(|(a, b)| a != b).count(), 1, "{turned}");
        }
        let notes = "- [ ] a\n- [ ] b";
        let once = steps(notes)[1].turned(notes);
        assert_eq!(once, "- [ ] a\n- [x] b");
        assert_eq!(steps(&once)[1].turned(&once), notes);
    }

    #[test]
    fn other_lines_stay_as_they_are() {
        let of = |n: usize| steps(NOTES).into_iter().nth(n).unwrap();
        assert!(of(1).renamed(NOTES, "zwei").contains("\r\n  * [x] zwei\r\n```"));
        assert!(of(0).removed(NOTES).starts_with("Why\r\n  * [x] two"));
        assert!(of(1).followed(NOTES, "more").contains("  * [x] two \n  * [ ] more\r\n```"));
        assert!(of(2).followed(NOTES, "four").contains("9) [X] three\n10) [ ] four\n- plain"));
        assert_eq!(steps("- [ ] only")[0].removed("- [ ] only"), "");
    }

    #[test]
    fn a_new_step_stands_behind_the_last_or_below_the_text() {
        assert_eq!(added("", "a"), "- [ ] a");
        assert_eq!(added("Why so\n", "a"), "Why so\n\n- [ ] a");
        assert_eq!(added("- [x] a\n\nThen rest.", "b"), "- [x] a\n- [ ] b\n\nThen rest.");
    }
}
