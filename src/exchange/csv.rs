//! One row a task, for a spreadsheet.
//!
//! **Invariant:** no cell is a formula. A spreadsheet runs what begins with `=`, `+`, `-` or `@`, and a title may come
//! from anybody; such a cell gets an apostrophe in front, which spreadsheets take for "this is text". None steers the
//! terminal on which the rows may be printed either.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::bundle::{Blocker, Bundle, Task, WaitsOn};
use super::export::{ended, live};

/// Names of the columns; programs read them, so that they are not translated.
const COLUMNS: [&str; 18] = [
    "handle", "title", "state", "since", "created", "leads", "helpers", "role", "goal", "due", "parked",
    "next", "tags", "skills", "blockers", "links", "reason", "notes",
];

/// The board's tasks as CSV.
pub(super) fn write(bundle: &Bundle) -> String {
    let names = Names::of(bundle);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut row =
        |cells: &[String]| writer.write_record(cells).expect("a vector takes every row of equal length");
    row(&COLUMNS.map(str::to_owned));
    for task in &bundle.tasks {
        row(&cells(task, &names).map(inert));
    }
    let bytes = writer.into_inner().expect("a vector never fails to flush");
    String::from_utf8(bytes).expect("all cells are UTF-8")
}

fn cells(task: &Task, names: &Names) -> [String; COLUMNS.len()] {
    let people = |part| {
        let keys: Vec<&str> = match &*task.state {
            "done" | "dropped" => ended(task, part).collect(),
            _ => live(task, part).collect(),
        };
        names.list(keys.into_iter())
    };
    let open = task.blockers.iter().filter(|blocker| blocker.cleared.is_none() && blocker.how.is_none());
    let blockers: Vec<String> = open.map(|blocker| names.blocker(blocker)).collect();
    [
        task.handle.clone().unwrap_or_default(),
        task.title.clone(),
        task.state.clone(),
        instant(task.since),
        instant(task.created),
        people("lead"),
        people("helper"),
        names.list(task.role.iter().map(String::as_str)),
        names.list(task.goal.iter().map(String::as_str)),
        day(task.due),
        day(task.parked),
        task.next.clone().unwrap_or_default(),
        task.tags.join("; "),
        task.skills.join("; "),
        blockers.join("; "),
        task.links.join("; "),
        task.reason.clone().unwrap_or_default(),
        task.notes.clone().unwrap_or_default(),
    ]
}

fn instant(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The cell as text that no spreadsheet runs. Some trim blanks before they look.
fn inert(cell: String) -> String {
    let cell = if cell.chars().any(steers) { cell.replace(steers, "\u{fffd}") } else { cell };
    let starts = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if starts || cell.starts_with(['\t', '\r', '\n']) { format!("'{cell}") } else { cell }
}

/// Whether the character gives orders to a terminal or turns the direction of a row; line breaks and tabs are text.
fn steers(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Names of members, roles, goals and tasks by key.
struct Names<'a>(HashMap<&'a str, &'a str>);

impl<'a> Names<'a> {
    fn of(bundle: &'a Bundle) -> Self {
        let members = bundle.members.iter().map(|member| (&*member.key, &*member.name));
        let roles = bundle.roles.iter().map(|role| (&*role.key, &*role.name));
        let goals = bundle.goals.iter().map(|goal| (&*goal.key, &*goal.title));
        let tasks = bundle.tasks.iter().map(|task| (&*task.key, &*task.title));
        let outside = bundle.outside.iter().map(|(key, name)| (&**key, &**name));
        Names(members.chain(roles).chain(goals).chain(tasks).chain(outside).collect())
    }

    fn name(&self, key: &'a str) -> &'a str {
        self.0.get(key).copied().unwrap_or(key)
    }

    fn list<'k>(&self, keys: impl Iterator<Item = &'k str>) -> String
    where
        'k: 'a,
    {
        keys.map(|key| self.name(key)).collect::<Vec<_>>().join("; ")
    }

    fn blocker(&self, blocker: &'a Blocker) -> String {
        let on = match &blocker.on {
            None => return blocker.what.clone(),
            Some(WaitsOn::Member(key) | WaitsOn::Task(key)) => self.name(key),
            Some(WaitsOn::Other(other)) => other,
        };
        if blocker.what.is_empty() || blocker.what == on {
            on.to_owned()
        } else {
            format!("{} ({on})", blocker.what)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::bundle::{Claim, Member};

    #[test]
    fn a_formula_in_a_title_stays_text() {
        for title in ["=1+1", "+62 21", "-1", "@SUM(A1)", "\t=1", " =1"] {
            let task = Task { title: title.into(), ..Task::default() };
            let text = write(&Bundle { tasks: vec![task], ..Bundle::default() });
            assert!(text.contains(&format!(",'{title}")), "{text}");
        }
    }

    #[test]
    fn no_cell_steers_the_terminal() {
        let title = "a\u{1b}[31m\u{9b}2J\u{202e}b".to_owned();
        let text = write(&Bundle { tasks: vec![Task { title, ..Task::default() }], ..Bundle::default() });
        assert!(text.contains("a\u{fffd}[31m\u{fffd}2J\u{fffd}b"), "{text}");
    }

    #[test]
    fn a_row_names_people_and_joins_lists() {
        let member =
            |key: &str, name: &str| Member { key: key.into(), name: name.into(), ..Member::default() };
        let claim = |key: &str| Claim { member: key.into(), part: "lead".into(), ..Claim::default() };
        let bundle = Bundle {
            members: vec![member("a", "Ayu"), member("b", "Budi")],
            tasks: vec![Task {
                title: "one, \"two\"\nthree".into(),
                state: "doing".into(),
                claims: vec![claim("a"), claim("b")],
                tags: vec!["x".into(), "y".into()],
                ..Task::default()
            }],
            ..Bundle::default()
        };
        let text = write(&bundle);
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let row = rows.records().next().unwrap().unwrap();
        assert_eq!((&row[1], &row[5], &row[12]), ("one, \"two\"\nthree", "Ayu; Budi", "x; y"));
    }
}
