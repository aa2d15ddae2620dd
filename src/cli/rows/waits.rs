//! Blockers as rows, and as trees of who waits on whom.

use std::collections::HashMap;

use super::super::paper::{Look, Piece, Table, piece};
use crate::domain::id::TaskId;
use crate::domain::spoken;
use crate::insight::waiting::{self, Branch, Frees, Node, Wait};
use crate::session::Session;
use crate::store::BlockerRow;
use crate::words::words;

/// Blockers: the task, what stops it and on whom it waits, what was done about it, what it holds up.
pub fn blockers(session: &Session, rows: &[BlockerRow]) -> Table {
    let rows = rows
        .iter()
        .map(|row| {
            let holds_up = match row.holds_up {
                0 => String::new(),
                count => words().out_holds_up(count),
            };
            vec![
                piece(&row.handle, Look::Handle),
                row.title.as_str().into(),
                waits(row).into(),
                asked(session, row),
                piece(holds_up, Look::Quiet),
            ]
        })
        .collect();
    Table::new(1, rows).headed([
        words().head_handle(),
        words().head_task(),
        words().head_waits(),
        String::new(),
        String::new(),
    ])
}

/// Who waits on whom: at each root what has to happen, below it the tasks that wait for it.
pub fn trees(session: &Session, rows: &[BlockerRow]) -> Table {
    let tasks = called(rows);
    let task = |task: TaskId| tasks.get(&task).copied().unwrap_or(("?", "", None));
    let with_lead = |title: &str, lead: Option<&str>| {
        let lead = lead.map_or_else(|| words().waits_nobody(), str::to_owned);
        words().out_led_by(title, lead)
    };
    let rows = draw(rows)
        .into_iter()
        .map(|line| {
            let branches = branches(&line.branches);
            let (text, aside) = match line.what {
                Node::Cause(i) => {
                    (waits(&rows[i]), piece(line.frees.map(Frees::said).unwrap_or_default(), Look::Quiet))
                }
                Node::Free(id) => {
                    let (handle, title, lead) = task(id);
                    let frees = line.frees.map(Frees::said).unwrap_or_default();
                    (format!("{handle}  {}", with_lead(title, lead)), piece(frees, Look::Quiet))
                }
                Node::Circle(id) => (words().waits_circle(task(id).0), piece("", Look::Plain)),
                Node::Waits { task: id, blocker } | Node::Again { task: id, blocker } => {
                    let (handle, title, lead) = task(id);
                    let again = matches!(line.what, Node::Again { .. });
                    let title = if again { words().waits_again(title) } else { title.to_owned() };
                    (format!("{handle}  {}", with_lead(&title, lead)), asked(session, &rows[blocker]))
                }
            };
            vec![Piece::from(format!("{branches}{text}")), aside]
        })
        .collect();
    Table::new(0, rows)
}

/// The lines of the trees.
pub fn draw(rows: &[BlockerRow]) -> Vec<waiting::Line> {
    let wait = |row: &BlockerRow| Wait { task: row.task, on: row.on_task.as_ref().map(|(task, ..)| *task) };
    waiting::draw(&rows.iter().map(wait).collect::<Vec<_>>())
}

/// Whether a task waits on another.
pub fn is_chained(rows: &[BlockerRow]) -> bool {
    rows.iter().any(|row| row.on_task.is_some())
}

/// How a task is called and who leads it.
type Called<'r> = (&'r str, &'r str, Option<&'r str>);

/// The tasks of which blockers tell at both ends.
pub fn called(rows: &[BlockerRow]) -> HashMap<TaskId, Called<'_>> {
    let mut tasks = HashMap::new();
    for row in rows {
        tasks.insert(row.task, (row.handle.as_str(), row.title.as_str(), row.lead.as_deref()));
        if let Some((task, handle, title)) = &row.on_task {
            tasks.entry(*task).or_insert((handle, title, row.on_lead.as_deref()));
        }
    }
    tasks
}

/// On whom or what it waits, and for what.
fn waits(row: &BlockerRow) -> String {
    let task = row.on_task.as_ref().map(|(_, handle, title)| format!("{handle} {title}"));
    let on = row.on_member.as_ref().map(|(_, name)| name.as_str()).or(task.as_deref());
    match on.or(row.on_other.as_deref()) {
        None => row.what.clone(),
        Some(on) if row.what.is_empty() || on == row.what => on.to_owned(),
        Some(on) => words().waits_cause(on, &row.what),
    }
}

/// What was promised, else whether it was asked, and since when.
fn asked(session: &Session, row: &BlockerRow) -> Piece {
    let (now, today) = (session.now(), session.today());
    match (row.promised, row.asked) {
        (Some(day), _) if day < today => piece(words().out_promised(spoken::day(day, today)), Look::Alert),
        (Some(day), _) => piece(words().out_promised(spoken::day(day, today)), Look::Quiet),
        (None, Some(at)) => piece(words().out_asked(spoken::age(at, now)), Look::Quiet),
        (None, None) => piece(words().out_not_asked(spoken::age(row.raised, now)), Look::Alert),
    }
}

/// The branches that lead to a line.
fn branches(path: &[Branch]) -> String {
    let Some((here, before)) = path.split_last() else { return String::new() };
    let before = before.iter().map(|branch| if *branch == Branch::More { "│  " } else { "   " });
    before.chain([if *here == Branch::More { "├─ " } else { "└─ " }]).collect()
}
