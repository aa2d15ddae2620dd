//! A board of the Kanban plugin of Obsidian: Markdown with a sign of its own, a heading for each lane, and an archive
//! below a line of stars.

use super::bundle::{Bundle, Task};
use super::detect::{File, Format};
use super::error::ImportError;
use super::import::{Gathered, Import, Options, Source, State};
use super::keys::TextKeys;
use super::lists::Lists;
use super::people::People;
use super::tally::{Lost, Noted};
use super::tasklist::{Found, boxed, heading, lines};
use crate::words::words;

pub(super) const FORMAT: Format = Format { is_json: false, has_lists: true, recognises, read };

const SIGN: &str = "kanban-plugin";
/// A lane in which whatever is moved there is ticked.
const COMPLETE: &str = "**Complete**";
const ARCHIVE: &str = "***";
const SETTINGS: &str = "%% kanban:settings";

/// The plugin writes its name into the front matter.
fn recognises(file: &File) -> bool {
    let is_sign = |line: &str| {
        line.trim_start().strip_prefix(SIGN).is_some_and(|rest| rest.trim_start().starts_with(':'))
    };
    file.text.lines().take(40).any(is_sign)
}

/// A lane of the board.
struct Lane<'a> {
    name: &'a str,
    is_complete: bool,
    is_archive: bool,
}

fn read(file: &File, options: &Options) -> Result<Import, ImportError> {
    let gathered = Gathered::new();
    let mut lanes: Vec<Lane> = Vec::new();
    let mut found: Vec<Found> = Vec::new();
    let mut is_archive = false;
    for line in lines(file.text).take_while(|line| !line.starts_with(SETTINGS)) {
        let is_inside = line.starts_with([' ', '\t']);
        if let Some((_, name)) = heading(line) {
            lanes.push(Lane { name, is_complete: false, is_archive });
        } else if line.trim() == ARCHIVE {
            is_archive = true;
        } else if line.trim() == COMPLETE {
            lanes.last_mut().into_iter().for_each(|lane| lane.is_complete = true);
        } else if line.trim().is_empty() || line.trim() == "---" {
        } else if let Some(of) = found.last_mut().filter(|found| is_inside && found.heading == lanes.len()) {
            of.add(line);
        } else if let Some(line) = boxed(line) {
            found.push(Found::new(line, lanes.len()));
        } else {
            gathered.lost.add(Lost::Line, line.trim());
        }
    }
    let lane_of = |found: &Found| found.heading.checked_sub(1).map(|at| &lanes[at]);
    let on_board = found.iter().filter_map(lane_of).filter(|lane| !lane.is_archive);
    let lists = Lists::named(on_board.map(|lane| lane.name), &options.lists)?;
    let mut people = People::new("obsidian:member:", &gathered);
    let mut keys = TextKeys::new("obsidian:");
    let mut tasks: Vec<Task> = Vec::with_capacity(found.len());
    for found in &found {
        let lane = lane_of(found);
        let place = lane.filter(|lane| !lane.is_archive).and_then(|lane| lists.place(lane.name));
        let mut task = found.task(place, &lists, &mut keys, &mut people, options, &gathered);
        let is_finished = matches!(&*task.state, "done" | "dropped");
        if lane.is_some_and(|lane| lane.is_archive) && !is_finished {
            gathered.notes.add(Noted::ArchivedDropped, &task.title);
            (task.state, task.reason) =
                (State::Dropped.word().to_owned(), Some(words().import_reason_archived()));
        } else if lane.is_some_and(|lane| lane.is_complete) && !is_finished {
            task.state = State::Done.word().to_owned();
        }
        tasks.push(task);
    }
    tasks.sort_by_key(|task| matches!(&*task.state, "done" | "dropped"));
    let members = people.finish();
    let lists = lists.finish(&gathered.notes);
    Ok(gathered.import(Source::Obsidian, lists, Bundle { members, tasks, ..Bundle::new() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;

    #[test]
    fn lanes_notes_and_the_archive_come_in() {
        let text = "---\n\nkanban-plugin: basic\n\n---\n\n## To do\n\n- [ ] Paint #shop @{2026-12-24}\n\tBlue.\n\n\n## Doing\n\n\
                    - [ ] Fix the till\n\n\n## Shipped\n\n**Complete**\n- [x] Lock\n- [ ] Door\n\n\n***\n\n## Archive\n\n- [x] Old sign\n\
                    - [ ] Never\n\n%% kanban:settings\n```\n{\"kanban-plugin\":\"basic\"}\n```\n%%\n";
        let import = read(text.as_bytes(), &Options::default()).unwrap();
        assert_eq!(import.source, Source::Obsidian);
        let found: Vec<_> = import.bundle.tasks.iter().map(|task| (&*task.title, &*task.state)).collect();
        assert_eq!(
            found,
            [
                ("Paint", "open"),
                ("Fix the till", "doing"),
                ("Lock", "done"),
                ("Door", "done"),
                ("Old sign", "done"),
                ("Never", "dropped")
            ]
        );
        let paint = &import.bundle.tasks[0];
        assert_eq!((paint.notes.as_deref(), &*paint.tags[0]), (Some("Blue."), "shop"));
        assert!(import.left_out.is_empty(), "{:?}", import.left_out);
    }
}
