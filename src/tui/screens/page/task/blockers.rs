//! What stops a task, and what stopped it.

use super::super::sheet::Sheet;
use super::super::text::Of;
use crate::domain::event::WaitsOn;
use crate::domain::id::SubjectRef;
use crate::domain::task::{Blocker, Task};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::words::words;

/// How many open ones stand there before the rest is only counted.
const STOPPED: usize = 5;

/// What stops it now, on whom it waits, and whether they were asked.
pub fn stopped(sheet: &mut Sheet<'_>, task: &Task) {
    let words = words();
    if task.is_finished() {
        return;
    }
    let mut label = words.page_blocked();
    for blocker in task.open_blockers().take(STOPPED) {
        let what = match on(sheet, blocker) {
            Some(on) if blocker.what.is_empty() || blocker.what == on => on,
            Some(on) => words.waits_cause(on, &blocker.what),
            None => blocker.what.clone(),
        };
        let line = format!("{} {what}", marks().blocked);
        let more = text::together(&more_of(sheet, blocker));
        let label = std::mem::take(&mut label);
        sheet.link("stopped", Of::Record(blocker.id), leads(blocker), |sheet| {
            sheet.styled_fact(label, line, sheet.theme.alert);
            sheet.under_fact(&more, sheet.theme.dim);
        });
    }
    let more = task.open_blockers().count().saturating_sub(STOPPED);
    if more > 0 {
        sheet.fact(String::new(), Some(words.page_more(more)));
    }
}

/// What does not stop it any more.
pub fn cleared(sheet: &mut Sheet<'_>, task: &Task) {
    let is_over = |blocker: &&Blocker| task.is_finished() || !blocker.is_open();
    if task.blockers.iter().any(|blocker| is_over(&blocker)) {
        sheet.section(words().pages_blockers_before());
    }
    for blocker in task.blockers.iter().rev().filter(is_over) {
        let mark = if blocker.is_open() { marks().blocked } else { marks().done };
        let mut more: Vec<String> =
            on(sheet, blocker).map(|on| words().page_blocker_on(on)).into_iter().collect();
        more.extend(more_of(sheet, blocker));
        let more = text::together(&more);
        sheet.link("blocker", Of::Record(blocker.id), leads(blocker), |sheet| {
            sheet.timed(blocker.raised, mark, &blocker.what, sheet.theme.text);
            sheet.under(&more, sheet.theme.dim);
        });
    }
}

/// Who raised it, whether anybody was asked, what was promised, and how it was cleared.
fn more_of(sheet: &Sheet<'_>, blocker: &Blocker) -> Vec<String> {
    let words = words();
    let mut said = vec![match blocker.asked {
        Some(at) => words.page_blocker_asked(sheet.day_of(at)),
        None => words.page_blocker_not_asked(),
    }];
    said.extend(blocker.promised.map(|day| words.page_blocker_promised(sheet.day(day))));
    said.push(words.page_blocker_raised(sheet.name(blocker.by)));
    if let Some(cleared) = &blocker.cleared {
        let date = sheet.day_of(cleared.at);
        // Whether anybody was asked is over with it.
        said.remove(0);
        said.push(match &cleared.how {
            _ if cleared.withdrawn => words.page_blocker_withdrawn(date),
            Some(how) => words.page_blocker_cleared_how(date, how),
            None => words.page_blocker_cleared(date),
        });
    }
    said
}

/// On whom or what a blocker waits.
fn on(sheet: &Sheet<'_>, blocker: &Blocker) -> Option<String> {
    match &blocker.on {
        Some(WaitsOn::Member(id)) => Some(sheet.name(*id)),
        Some(WaitsOn::Task(id)) => Some(sheet.thing(*id)),
        Some(WaitsOn::Other(what)) => Some(what.clone()),
        None => None,
    }
}

fn leads(blocker: &Blocker) -> Option<SubjectRef> {
    match &blocker.on {
        Some(WaitsOn::Member(id)) => Some((*id).into()),
        Some(WaitsOn::Task(id)) => Some((*id).into()),
        Some(WaitsOn::Other(_)) | None => None,
    }
}
