//! A list of boxes in Markdown, as people keep it beside their work: `- [ ] Paint the door`.
//!
//! A heading is the list of the tasks below it. Boxes below a box are its steps, and text below it are its notes. Of a
//! line's own text, `#shop` is a tag, and a day stands as the tools for such lists write it: `📅 2026-12-24`,
//! `due:2026-12-24`, `[due:: 2026-12-24]`, `@{2026-12-24}`.

use chrono::NaiveDate;

use super::bundle::{Bundle, Task};
use super::detect::{File, Format};
use super::error::ImportError;
use super::import::{Gathered, Import, Options, Source, State};
use super::keys::TextKeys;
use super::lists::Lists;
use super::people::{self, People, Times};
use super::tally::Lost;
use super::when::When;

pub(super) const FORMAT: Format = Format { is_json: false, has_lists: true, recognises, read };

fn recognises(file: &File) -> bool {
    lines(file.text).any(|line| boxed(line).is_some())
}

fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let mut headings: Vec<(usize, &str)> = Vec::new();
    let mut found: Vec<Found> = Vec::new();
    for line in lines(file.text) {
        let is_inside = line.starts_with([' ', '\t']) && !found.is_empty();
        if let Some((level, heading)) = heading(line) {
            headings.push((level, heading));
        } else if line.trim().is_empty() || is_rule(line) {
        } else if let Some(of) = found.last_mut().filter(|found| is_inside && found.heading == headings.len())
        {
            of.add(line);
        } else if let Some(line) = boxed(line) {
            found.push(Found::new(line, headings.len()));
        } else {
            gathered.lost.add(Lost::Line, line.trim());
        }
    }
    let name_of = |found: &Found| found.heading.checked_sub(1).map(|at| headings[at].1);
    let lists = Lists::named(found.iter().filter_map(name_of), &options.lists)?;
    let mut people = People::new("markdown:member:", &gathered);
    let mut keys = TextKeys::new("markdown:");
    let mut tasks: Vec<Task> = Vec::with_capacity(found.len());
    for found in &found {
        let place = name_of(found).and_then(|name| lists.place(name));
        tasks.push(found.task(place, &lists, &mut keys, &mut people, options, &gathered));
    }
    tasks.sort_by_key(|task| matches!(&*task.state, "done" | "dropped"));
    let members = people.finish();
    // One heading above all others is what the list is called.
    let mut tops = headings.iter().filter(|(level, _)| *level == 1);
    let name = headings.first().filter(|(level, _)| *level == 1 && tops.clone().count() == 1);
    let name = name.and(tops.next()).map(|(_, name)| (*name).to_owned());
    let lists = lists.finish(&gathered.notes);
    Ok(gathered.import(Source::Markdown, lists, Bundle { name, members, tasks, ..Bundle::new() }))
}

/// The lines that are no front matter and no code.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let (mut is_matter, mut is_code, mut is_first) = (false, false, true);
    text.lines().filter(move |line| {
        let fence = line.trim_start();
        if is_first && !line.trim().is_empty() {
            is_first = false;
            is_matter = line.trim_end() == "---";
            return !is_matter;
        }
        if is_matter {
            is_matter = line.trim_end() != "---";
            return false;
        }
        if fence.starts_with("```") || fence.starts_with("~~~") {
            is_code = !is_code;
            return false;
        }
        !is_code
    })
}

/// The level and the text of a heading.
pub(super) fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let text = line.get(level..)?.strip_prefix(' ')?;
    (1..=6).contains(&level).then_some((level, text.trim().trim_end_matches('#').trim_end()))
}

/// A line that only parts what stands above it from what stands below.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && ['-', '*', '_'].iter().any(|sign| line.chars().all(|c| c == *sign || c == ' '))
}

/// A line with a box.
pub(super) struct Boxed<'a> {
    mark: char,
    text: &'a str,
}

/// `- [ ] text`, with any sign of a list in front.
pub(super) fn boxed(line: &str) -> Option<Boxed<'_>> {
    let line = line.trim_start();
    let after = match line.strip_prefix(['-', '*', '+']) {
        Some(after) => after,
        None => line.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(['.', ')'])?,
    };
    let inside = after.trim_start().strip_prefix('[')?;
    let mut chars = inside.chars();
    let mark = chars.next()?;
    let text = chars.as_str().strip_prefix(']')?;
    // A link, `[a](b)`, is no box.
    (after.starts_with([' ', '\t']) && (text.is_empty() || text.starts_with([' ', '\t'])))
        .then(|| Boxed { mark, text: text.trim() })
}

impl Boxed<'_> {
    /// What the box says of the state; nothing where it is empty. The signs beyond `x` are those that Obsidian's themes
    /// and plugins agree on.
    fn state(&self) -> Option<State> {
        match self.mark {
            'x' | 'X' => Some(State::Done),
            '-' => Some(State::Dropped),
            '/' => Some(State::Doing),
            _ => None,
        }
    }
}

/// A task as it stands in the file, with what stands below it.
pub(super) struct Found<'a> {
    line: Boxed<'a>,
    /// How many headings stand above it.
    pub heading: usize,
    notes: Vec<String>,
}

impl<'a> Found<'a> {
    pub fn new(line: Boxed<'a>, heading: usize) -> Self {
        Found { line, heading, notes: Vec::new() }
    }

    /// Takes a line that stands below the task.
    pub fn add(&mut self, line: &str) {
        self.notes.push(match boxed(line) {
            Some(step) if step.state() == Some(State::Done) => format!("- [x] {}", step.text),
            Some(step) => format!("- [ ] {}", step.text),
            None => line.trim().to_owned(),
        });
    }

    pub fn task(
        &self,
        place: Option<usize>,
        lists: &Lists,
        keys: &mut TextKeys,
        people: &mut People,
        options: &Options,
        gathered: &Gathered,
    ) -> Task {
        let said = Said::read(self.line.text, gathered);
        let mut title = said.title;
        let of_list = place.map(|place| lists.get(place).state).unwrap_or(State::Open);
        let state = self.line.state().unwrap_or(of_list);
        // A name at the end is a member's only if there is such a member.
        let named = title.strip_suffix(')').and_then(|before| before.rsplit_once(" ("));
        let lead = named
            .filter(|(_, name)| options.is_member(name))
            .map(|(rest, name)| (rest.to_owned(), name.to_owned()));
        let mut leads = Vec::new();
        if let Some((rest, name)) = lead {
            leads.push(people.key(&name, None));
            title = rest;
        }
        let notes = (!self.notes.is_empty()).then(|| self.notes.join("\n"));
        let title = gathered.title(Some(title).filter(|title| !title.is_empty()), notes.as_deref(), "");
        let mut task = Task {
            key: keys.key(&title),
            notes,
            state: state.word().to_owned(),
            since: said.done.filter(|_| state.is_finished()).or(said.created).map(When::moment),
            created: said.created.map(When::moment),
            tags: said.tags,
            due: said.due,
            claims: people::claims(
                &leads,
                state,
                Times { began: None, since: None },
                &title,
                options,
                gathered,
            ),
            title,
            ..Task::default()
        };
        lists.mark(place, &mut task, &gathered.notes);
        task
    }
}

/// What a line says besides its title.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Said {
    pub title: String,
    pub tags: Vec<String>,
    pub due: Option<NaiveDate>,
    pub created: Option<When>,
    pub done: Option<When>,
}

impl Said {
    /// Takes the days and tags out of a line. A tag in the middle of a sentence is a word of it, and stays there too.
    pub fn read(text: &str, gathered: &Gathered) -> Said {
        let mut said = Said::default();
        let text = said.days(text, gathered);
        let mut words: Vec<&str> = text.split_whitespace().collect();
        for word in &words {
            said.tags.extend(tag(word).filter(|tag| !said.tags.contains(tag)));
        }
        while words.last().is_some_and(|word| tag(word).is_some()) {
            words.pop();
        }
        said.title = words.join(" ");
        said
    }

    /// The text without its days.
    fn days(&mut self, text: &str, gathered: &Gathered) -> String {
        const SIGNS: [(&str, &str, Kind); 10] = [
            ("@@{", "}", Kind::Time),
            ("@{", "}", Kind::Due),
            ("@[[", "]]", Kind::Due),
            ("[due:: ", "]", Kind::Due),
            ("(due:: ", ")", Kind::Due),
            ("📅", "", Kind::Due),
            ("due:", "", Kind::Due),
            ("✅", "", Kind::Done),
            ("➕", "", Kind::Created),
            ("❌", "", Kind::Done),
        ];
        let mut text = text.to_owned();
        for (open, close, kind) in SIGNS {
            let Some(start) = text.find(open) else { continue };
            let inside = start + open.len();
            let blanks = text[inside..].len() - text[inside..].trim_start().len();
            let rest = &text[inside + blanks..];
            let length = match close {
                "" => rest.find(char::is_whitespace).unwrap_or(rest.len()),
                close => match rest.find(close) {
                    Some(length) => length,
                    None => continue,
                },
            };
            let when = When::read(&rest[..length]);
            if when.is_none() && close.is_empty() {
                // "due:" may be any word of a sentence.
                continue;
            }
            match (kind, when) {
                (Kind::Time, _) => gathered.lost.add(Lost::Field("time".to_owned()), ""),
                (_, None) => gathered.lost.add(Lost::Date, &text),
                (Kind::Due, Some(when)) => self.due = Some(when.day(|at| at.date_naive())),
                (Kind::Done, when) => self.done = when,
                (Kind::Created, when) => self.created = when,
            }
            text.replace_range(start..inside + blanks + length + close.len(), " ");
        }
        text
    }
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Due,
    /// A time of day, for which a board has no place.
    Time,
    Done,
    Created,
}

/// The tag that a word is: `#shop`, but no `#12`, which is the number of something.
fn tag(word: &str) -> Option<String> {
    let tag = word.strip_prefix('#')?.trim_end_matches([',', '.', ';', ':', '!', '?']);
    let is_tag = !tag.starts_with('#') && tag.chars().any(char::is_alphabetic);
    is_tag.then(|| tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;

    fn import(text: &str) -> Import {
        read(text.as_bytes(), &Options::default()).unwrap()
    }

    #[test]
    fn boxes_are_tasks_and_boxes_below_them_are_steps() {
        let import = import(
            "---\ntitle: x\n---\n# Shop\n\nSome words.\n\n- [ ] Paint the door\n  - [x] choose the blue\n  Blue is best.\n\
             - [X] Buy a lock ✅ 2026-11-02\n* [/] Order flour #kitchen due:2026-12-24\n\n```\n- [ ] code\n```\n## Done\n1. [ ] Move the till\n\
             - [-] Sell it\n- no task\n- [a](b)\n- [ ]tight\n",
        );
        let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect();
        assert_eq!(
            found,
            [
                ("Paint the door", "open"),
                ("Order flour", "doing"),
                ("Buy a lock", "done"),
                ("Move the till", "done"),
                ("Sell it", "dropped")
            ]
        );
        let tasks = &import.bundle.tasks;
        assert_eq!(tasks[0].notes.as_deref(), Some("- [x] choose the blue\nBlue is best."));
        assert_eq!(
            (&tasks[1].tags[..], tasks[1].due),
            (&["kitchen".to_owned()][..], Some("2026-12-24".parse().unwrap()))
        );
        assert_eq!(tasks[2].since, Some("2026-11-02T00:00:00Z".parse().unwrap()));
        assert_eq!(import.bundle.name.as_deref(), Some("Shop"));
        assert_eq!((&import.left_out[0].kind, import.left_out[0].count), (&Lost::Line, 4));
    }

    #[test]
    fn headings_that_share_a_state_are_tags() {
        let import = import("# Shop\n- [ ] a\n- [x] b\n## Later\n- [ ] a\n");
        let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.key, &task.tags[0][..])).collect();
        assert_eq!(found, [("markdown:a", "shop"), ("markdown:a#2", "later"), ("markdown:b", "shop")]);
    }

    #[test]
    fn a_line_gives_up_its_tags_and_days_and_keeps_its_words() {
        let gathered = Gathered::new();
        let said = |text: &str| Said::read(text, &gathered);
        let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
        for (text, title, tags, due) in [
            ("Paint #shop @{2026-12-24}", "Paint", &["shop"][..], day("2026-12-24")),
            ("Ask #ana about #12", "Ask #ana about #12", &["ana"], None),
            ("Pay 📅 2026-12-24 #a #b", "Pay", &["a", "b"], day("2026-12-24")),
            ("Tell what is due: soon", "Tell what is due: soon", &[], None),
            ("Order [[Suppliers]] [due:: 2026-12-24]", "Order [[Suppliers]]", &[], day("2026-12-24")),
            ("Meet @@{10:00} @{someday}", "Meet", &[], None),
        ] {
            let said = said(text);
            assert_eq!((&*said.title, said.due), (title, due), "{text}");
            assert_eq!(said.tags, tags, "{text}");
        }
        let lost: Vec<_> = gathered.lost.counted().into_iter().map(|lost| lost.kind).collect();
        assert_eq!(lost, [Lost::Date, Lost::Field("time".into())]);
    }

    #[test]
    fn a_name_at_the_end_leads_if_it_is_a_members() {
        let text = "- [ ] Fix the till (Ana)\n- [ ] Wash (twice)\n".as_bytes();
        let options = Options { members: vec!["ana".into()], ..Options::default() };
        let import = read(text, &options).unwrap();
        let tasks = &import.bundle.tasks;
        assert_eq!((&*tasks[0].title, tasks[0].claims.len()), ("Fix the till", 1));
        assert_eq!((&*tasks[1].title, tasks[1].claims.len()), ("Wash (twice)", 0));
        assert_eq!(import.bundle.members[0].name, "Ana");
        let import = read(text, &Options::default()).unwrap();
        assert_eq!(import.bundle.tasks[0].title, "Fix the till (Ana)");
    }
}
