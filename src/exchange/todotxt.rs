//! A list in the todo.txt format: one task a line.
//!
//! `(A)` ranks first, `+` and `@` are tags, `due:` and `t:` are days. The format has no sign of its own, so that most of
//! the lines must carry one of these.

use super::bundle::{Bundle, Task};
use super::detect::{File, Format};
use super::error::ImportError;
use super::import::{Gathered, Import, Options, Source, State};
use super::keys::TextKeys;
use super::tally::{Lost, Noted};
use super::when::When;

pub(super) const FORMAT: Format = Format { is_json: false, has_lists: false, recognises, read };

fn recognises(file: &File) -> bool {
    let lines = || file.text.lines().filter(|line| !line.trim().is_empty());
    let marked = lines().filter(|line| Line::read(line).is_some_and(|line| line.is_marked())).count();
    marked > 0 && marked * 2 > lines().count()
}

fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let mut keys = TextKeys::new("todotxt:");
    let mut tasks: Vec<(bool, char, Task)> = Vec::new();
    for line in file.text.lines().filter_map(Line::read) {
        let (is_finished, rank) = (line.is_done, line.priority.unwrap_or(LAST));
        tasks.push((is_finished, rank, line.task(&mut keys, options, &gathered)));
    }
    tasks.sort_by_key(|(is_finished, rank, _)| (*is_finished, *rank));
    let tasks = tasks.into_iter().map(|(.., task)| task).collect();
    Ok(gathered.import(Source::TodoTxt, Vec::new(), Bundle { tasks, ..Bundle::new() }))
}

/// Sorts behind every priority.
const LAST: char = char::MAX;

/// One line, parted as the format says.
struct Line<'a> {
    is_done: bool,
    priority: Option<char>,
    done: Option<When>,
    created: Option<When>,
    text: &'a str,
}

impl<'a> Line<'a> {
    /// `x 2026-11-21 2026-11-10 Buy a lock`, `(A) 2026-11-20 Paint the door`.
    fn read(line: &'a str) -> Option<Line<'a>> {
        let mut text = line.trim();
        let is_done = text.strip_prefix("x ").map(|rest| text = rest.trim_start()).is_some();
        let priority = priority(&mut text);
        let first = day(&mut text);
        let second = first.and_then(|_| day(&mut text));
        let (done, created) = match is_done {
            true => (first, second),
            false => (None, first),
        };
        (!text.is_empty()).then_some(Line { is_done, priority, done, created, text })
    }

    fn is_marked(&self) -> bool {
        let is_mark = |word: &str| project_or_context(word).is_some() || pair(word).is_some();
        self.is_done
            || self.priority.is_some()
            || self.created.is_some()
            || self.text.split_whitespace().any(is_mark)
    }

    fn task(&self, keys: &mut TextKeys, options: &Options, gathered: &Gathered) -> Task {
        let state = if self.is_done { State::Done } else { State::Open };
        let mut task = Task {
            state: state.word().to_owned(),
            since: self.done.or(self.created).map(When::moment),
            created: self.created.map(When::moment),
            ..Task::default()
        };
        let mut words: Vec<&str> = Vec::new();
        for word in self.text.split_whitespace() {
            if let Some(tag) = project_or_context(word)
                && !task.tags.iter().any(|known| known == tag)
            {
                task.tags.push(tag.to_owned());
            }
            match pair(word) {
                Some((name @ ("due" | "t"), value)) => match When::read(value) {
                    Some(when) if name == "due" => task.due = Some(when.day(options.day)),
                    Some(when) => task.parked = Some(when.day(options.day)).filter(|_| !self.is_done),
                    None => gathered.lost.add(Lost::Date, self.text),
                },
                Some(("rec", _)) => gathered.notes.add(Noted::Recurring, self.text),
                // Whoever ticks a task moves its priority there.
                Some(("pri", _)) => {}
                _ => words.push(word),
            }
        }
        // A tag in the middle of a sentence is a word of it.
        while words.len() > 1 && words.last().is_some_and(|word| project_or_context(word).is_some()) {
            words.pop();
        }
        task.title = words.join(" ");
        task.title = gathered.title(Some(task.title).filter(|title| !title.is_empty()), None, self.text);
        task.key = keys.key(&task.title);
        task
    }
}

/// Takes `(A) ` off the front.
fn priority(text: &mut &str) -> Option<char> {
    let inside = text.strip_prefix('(')?;
    let letter = inside.chars().next().filter(char::is_ascii_uppercase)?;
    *text = inside[1..].strip_prefix(") ")?.trim_start();
    Some(letter)
}

/// Takes a day off the front.
fn day(text: &mut &str) -> Option<When> {
    let (word, rest) = text.split_once(' ')?;
    let day = When::Day(word.parse().ok()?);
    *text = rest.trim_start();
    Some(day)
}

fn project_or_context(word: &str) -> Option<&str> {
    word.strip_prefix(['+', '@']).filter(|tag| tag.chars().any(char::is_alphabetic))
}

/// `due:2026-12-24`; an address is none.
fn pair(word: &str) -> Option<(&str, &str)> {
    let (name, value) = word.split_once(':')?;
    let is_pair = !name.is_empty() && !value.is_empty() && name.chars().all(|c| c.is_ascii_lowercase());
    (is_pair && !value.starts_with("//")).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;

    #[test]
    fn every_part_of_a_line_finds_its_place() {
        let text = "Order flour +kitchen\nx 2026-11-21 2026-11-10 Buy a lock +shop pri:B\nx no dates here\n\n\
                    (A) 2026-11-20 Paint the door +shop @hands due:2026-12-24 rec:1w\n(B) Ask @ana about 10:30 t:2026-12-01 see http://a.b\n";
        let import = read(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!(import.source, Source::TodoTxt);
        let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect();
        assert_eq!(
            found,
            [
                ("Paint the door", "open"),
                ("Ask @ana about 10:30 see http://a.b", "open"),
                ("Order flour", "open"),
                ("Buy a lock", "done"),
                ("no dates here", "done")
            ]
        );
        let [paint, ask, ..] = &import.bundle.tasks[..] else { panic!() };
        assert_eq!(
            (&paint.tags[..], paint.due),
            (&["shop".to_owned(), "hands".to_owned()][..], Some("2026-12-24".parse().unwrap()))
        );
        assert_eq!(
            (&ask.tags[..], ask.parked),
            (&["ana".to_owned()][..], Some("2026-12-01".parse().unwrap()))
        );
        assert_eq!(import.bundle.tasks[3].since, Some("2026-11-21T00:00:00Z".parse().unwrap()));
        assert_eq!(import.notes[0].kind, Noted::Recurring);
    }

    #[test]
    fn a_text_without_its_marks_is_no_list() {
        for text in ["Buy milk\nCall ana\n", "hello", "Notes: call @ana\nand then\nthe rest\n"] {
            assert!(read(text.as_bytes(), &Options::default()).is_err(), "{text}");
        }
    }
}
