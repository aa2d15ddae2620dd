//! The board on the stage, where nobody meets: a panel after the other.

use super::rows::{READ, fitting, more, nothing};
use super::{Stage, columns, standup};
use crate::domain::query::Sense;
use crate::insight::panel::{Body, Panel, ROWS, Row, Shown};
use crate::insight::{FindingKind, Rule};
use crate::session::Error;
use crate::store::{Filter, Term, Test};
use crate::words::words;

/// So many panels show one part of the board at most.
const PANELS: usize = 3;

/// The rows of a panel, and how many things stand in them.
type Group = Vec<Row>;

/// Goals, who owns what, overlaps, blockers, and what nobody leads. A part in which there is nothing is left out.
pub fn panels(stage: &Stage<'_>) -> Result<Vec<Panel>, Error> {
    let parts = [
        ("goals", goals(stage)?),
        ("owns", owned(stage)?),
        ("overlaps", overlaps(stage)?),
        ("blockers", blockers(stage)?),
    ];
    let mut panels: Vec<Panel> =
        parts.into_iter().flat_map(|(part, groups)| paged(stage, part, groups)).collect();
    let (rows, far) = standup::free(stage)?;
    panels.push(panel(stage, columns::said(words().stage_part("free")), rows, far));
    if panels.len() == 1 {
        let rows = nothing(words().meeting_no_goals());
        panels.insert(0, panel(stage, columns::said(words().stage_part("goals")), rows, None));
    }
    // Each says what the next one is about.
    let titles: Vec<Vec<Shown>> = panels.iter().map(|panel| panel.now.clone()).collect();
    let count = panels.len();
    for (at, panel) in panels.iter_mut().enumerate() {
        panel.next = titles.get((at + 1) % count).cloned().unwrap_or_default();
    }
    Ok(panels)
}

fn goals(stage: &Stage<'_>) -> Result<Vec<Group>, Error> {
    let goals = stage.session.board().goals(false, 0, READ)?;
    Ok(goals.iter().map(|goal| vec![stage.goal(goal)]).collect())
}

fn owned(stage: &Stage<'_>) -> Result<Vec<Group>, Error> {
    let led = Term { sense: Sense::Not, any: vec![Test::Lead(None)] };
    let filter = Filter { terms: vec![led], ..Filter::default() };
    let tasks = stage.session.board().tasks(&filter, None, 0, READ - 1)?.rows;
    Ok(tasks.iter().map(|task| vec![stage.task(task, Some(columns::leading(task)))]).collect())
}

fn overlaps(stage: &Stage<'_>) -> Result<Vec<Group>, Error> {
    let board = stage.session.board();
    let mut groups = Vec::new();
    for rule in Rule::ALL.iter().filter(|rule| rule.kind() == FindingKind::Overlap) {
        let most = READ.saturating_sub(groups.len());
        for held in board.findings_of(rule, stage.now, stage.today, most)? {
            groups.push(stage.overlap(&held)?);
        }
    }
    Ok(groups)
}

fn blockers(stage: &Stage<'_>) -> Result<Vec<Group>, Error> {
    let blockers = stage.session.board().blockers(0, READ)?;
    Ok(blockers.iter().map(|blocker| stage.blocker(blocker)).collect())
}

/// As many panels as one part of the board needs, up to some.
fn paged(stage: &Stage<'_>, part: &str, groups: Vec<Group>) -> Vec<Panel> {
    let title = columns::said(words().stage_part(part));
    let read = groups.len();
    let (mut rest, mut panels) = (groups, Vec::new());
    while !rest.is_empty() && panels.len() < PANELS {
        let (rows, shown) = fitting(rest.iter().cloned());
        // One thing alone has more rows than there is room for: nothing of ours has.
        let shown = shown.max(1);
        rest.drain(..shown.min(rest.len()));
        panels.push(panel(stage, title.clone(), rows, None));
    }
    let count = panels.len();
    if let Some(last) = panels.last_mut() {
        last.far = more(read, read - rest.len());
    }
    for (n, panel) in panels.iter_mut().enumerate().filter(|_| count > 1) {
        panel.now.push(columns::said(words().meeting_far(n + 1, count)));
    }
    panels
}

fn panel(stage: &Stage<'_>, title: Shown, rows: Vec<Row>, far: Option<Shown>) -> Panel {
    let rows = rows.into_iter().take(ROWS).collect();
    Panel { now: vec![title], clock: stage.clock(), body: Body::Rows(rows), next: Vec::new(), far }
}
