//! What came of a meeting, for the minutes in which everybody still sits there.

use super::rows::{more, nothing};
use super::{Stage, columns, standup};
use crate::domain::calendar::At;
use crate::domain::meeting::{Meeting, MeetingKind};
use crate::insight::panel::{Body, Mark, Panel, ROWS, Row};
use crate::session::Error;
use crate::words::words;

/// What was done while it went on, what is left, and who facilitates the next one.
pub fn panel(stage: &Stage<'_>, meeting: &Meeting) -> Result<Panel, Error> {
    let began = meeting.origin.map_or(At::START, |origin| origin.at);
    // A record of the same moment as the end belongs to it.
    let until = meeting.ended.map(|end| At(end.0.saturating_add(1)));
    let actions: Vec<_> = meeting.cards.actions.iter().map(|acted| acted.task).collect();
    let mut rows = match (meeting.kind, actions.is_empty()) {
        // What a retro decided to do is what came of it.
        (MeetingKind::Retro, false) => stage.tasks(&actions, String::new())?.0,
        (MeetingKind::Retro, true) => nothing(words().stage_no_actions()),
        (MeetingKind::Standup, _) => standup::happened(stage, began, until)?,
    };
    let parked: Vec<_> = meeting.parked().map(columns::topic).collect();
    let rest = more(rows.len() + parked.len(), ROWS);
    rows.extend(parked.into_iter().map(|(_, topic)| Row::strong(Mark::Point, topic)));
    rows.truncate(ROWS);
    if rows.is_empty() {
        rows = nothing(words().meeting_nothing_happened());
    }
    let next = match stage.session.next_chair(meeting.kind)? {
        Some(next) => vec![columns::facilitates(&stage.session.board().names([next.into()])?, next)],
        None => Vec::new(),
    };
    let took = meeting.ended.map(|ended| (ended.0.saturating_sub(began.0).max(1) + 59_999) / 60_000);
    let over = columns::said(words().stage_over(meeting.kind.as_str()));
    let took = took.map(|minutes| columns::said(words().minutes_took(minutes)));
    Ok(Panel {
        now: [Some(over), took].into_iter().flatten().collect(),
        clock: stage.clock(),
        body: Body::Rows(rows),
        next,
        far: rest,
    })
}
