//! A stand-up on the stage: a function a step.

use super::rows::{READ, fitting, more, nothing};
use super::{Going, Stage, columns, retro};
use crate::domain::id::{MemberId, TaskId};
use crate::domain::meeting::{How, Place, Step};
use crate::insight::panel::{Body, Clock, Mark, Panel, ROWS, Row, Shown};
use crate::session::meetings::Part;
use crate::session::{Error, Sort};
use crate::store::Filter;
use crate::words::words;

/// So many of one sort are named.
const NAMED: usize = 4;

/// What the team works for; at the end, whether that is still within reach.
pub fn goals(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let goals = stage.session.board().goals(false, 0, READ)?;
    let rows = match goals.is_empty() {
        true => nothing(words().meeting_no_goals()),
        false => goals.iter().take(ROWS).map(|goal| stage.goal(goal)).collect(),
    };
    at.panel(stage, place, Body::Rows(rows), more(goals.len(), ROWS))
}

/// What happened since the last one.
pub fn since(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let since = stage.session.since_last(at.meeting)?;
    let mut rows = happened(stage, since, None)?;
    let quiet = stage.session.gone_quiet(since)?;
    if !quiet.is_empty() {
        let mentions = quiet.iter().flat_map(|held| held.finding.mentions());
        let names = stage.session.board().names(mentions)?;
        let what: Vec<(MemberId, TaskId)> = quiet
            .iter()
            .filter_map(|held| {
                Some((*held.finding.facts.members.first()?, *held.finding.facts.tasks.first()?))
            })
            .take(NAMED)
            .collect();
        rows.push(Row::strong(Mark::Quiet, columns::happened("quiet", quiet.len(), &what, &names)));
    }
    let rest = more(rows.len(), ROWS);
    rows.truncate(ROWS);
    if rows.is_empty() {
        rows = nothing(words().meeting_nothing_happened());
    }
    at.panel(stage, place, Body::Rows(rows), rest)
}

/// One row for each sort of what happened: what was done first.
pub fn happened(
    stage: &Stage<'_>,
    since: crate::domain::calendar::At,
    until: Option<crate::domain::calendar::At>,
) -> Result<Vec<Row>, Error> {
    let happened = stage.session.happened(since, until)?;
    let told = || happened.parts.iter().flat_map(|part| &part.told);
    let who = told().map(|entry| entry.record.doer().into());
    let what = told().map(|entry| entry.record.subject);
    let names = stage.session.board().names(who.chain(what))?;
    let row = |part: &Part| {
        let what: Vec<(MemberId, TaskId)> = part
            .told
            .iter()
            .take(NAMED)
            .map(|entry| (entry.record.doer(), TaskId::from(entry.record.subject)))
            .collect();
        let mark = match part.sort {
            Sort::Done => Mark::Done,
            Sort::Blocked => Mark::Blocked,
            Sort::Cleared | Sort::Added => Mark::Free,
            Sort::Claimed | Sort::HandedOver => Mark::Doing,
        };
        let count = part.told.len() + part.more;
        Row::strong(mark, columns::happened(part.sort.as_str(), count, &what, &names))
    };
    Ok(happened.parts.iter().map(row).collect())
}

/// The task that the team looks at, and the one question.
pub fn walk(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let task = place.task.map(|task| stage.session.board().task_row(task)).transpose()?.flatten();
    let mut rows = match &task {
        Some(task) => stage.whole_task(task)?,
        None => nothing(words().meeting_nothing_to_walk()),
    };
    if task.is_some() && rows.len() < ROWS - 1 {
        rows.push(Row::under(columns::said(words().stage_asks(Step::Walk.as_str()))));
    }
    let mut panel = at.panel(stage, place, Body::Rows(rows), None)?;
    let (n, all) = at.walked();
    if task.is_some() {
        panel.now.push(columns::said(words().meeting_far(n, all)));
    }
    Ok(panel)
}

/// What nobody leads, from the top of the pull order.
pub fn pull(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let (rows, rest) = free(stage)?;
    at.panel(stage, place, Body::Rows(rows), rest)
}

/// The rows of what nobody leads, and how much more there is.
pub fn free(stage: &Stage<'_>) -> Result<(Vec<Row>, Option<Shown>), Error> {
    let free = Filter { unclaimed: true, ..Filter::default() };
    let tasks = stage.session.board().tasks(&free, None, 0, READ - 1)?.rows;
    let row = |task| stage.task(task, columns::due(task.due, stage.today));
    let rows = tasks.iter().take(ROWS).map(row).collect::<Vec<_>>();
    if rows.is_empty() {
        return Ok((nothing(words().meeting_nothing_free()), None));
    }
    Ok((rows, more(tasks.len(), ROWS)))
}

/// Whose turn it is, in big letters. Why they come now is nobody's business.
pub fn round(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let body = match place.member {
        Some(member) => Body::Name {
            name: columns::member(&at.names, member),
            under: vec![columns::said(words().stage_asks(place.step.as_str()))],
        },
        None => Body::Rows(nothing(words().meeting_all_heard())),
    };
    let waiting = at.meeting.still_to_hear(at.ahead);
    let heard = at.meeting.heard().filter(|(_, how)| *how != How::Later).count();
    let far = columns::said(words().stage_heard(heard, heard + waiting.len()));
    let mut panel = at.panel(stage, place, body, Some(far))?;
    let mut coming = waiting.into_iter().filter(|member| Some(*member) != place.member);
    if let Some(next) = coming.next() {
        panel.next = vec![columns::member(&at.names, next)];
        panel.next.extend(coming.next().map(|then| columns::then(&columns::member(&at.names, then))));
    }
    Ok(panel)
}

/// What was kept for afterwards, here and before.
pub fn park(stage: &Stage<'_>, at: &Going<'_>, place: Place) -> Result<Panel, Error> {
    let drawer = stage.session.board().drawer(READ)?;
    let topics = at.meeting.parked().map(columns::topic).chain(drawer.iter().map(columns::kept_topic));
    let groups: Vec<Vec<Row>> = topics.map(|(_, topic)| vec![Row::strong(Mark::Point, topic)]).collect();
    let count = groups.len();
    let (mut rows, shown) = fitting(groups);
    if rows.is_empty() {
        rows = nothing(words().meeting_nothing_parked());
    }
    at.panel(stage, place, Body::Rows(rows), more(count, shown))
}

impl Going<'_> {
    /// A panel of the place at which it is, with what comes next.
    pub fn panel(
        &self,
        stage: &Stage<'_>,
        place: Place,
        body: Body,
        far: Option<Shown>,
    ) -> Result<Panel, Error> {
        Ok(Panel {
            now: vec![columns::said(words().stage_step(place.step.as_str()))],
            clock: self.meeting.clock().map_or(stage.clock(), Clock::OfBox),
            body,
            next: vec![self.next(place)],
            far,
        })
    }

    /// What comes when somebody goes on: a thing of the same step, or the next step.
    fn next(&self, here: Place) -> Shown {
        match self.next {
            None => columns::said(words().meeting_next_end()),
            Some(Place { step, task: Some(task), .. }) if step == here.step => {
                columns::task(&self.names, task)
            }
            Some(Place { step, member: Some(member), .. }) if step == here.step => {
                columns::member(&self.names, member)
            }
            Some(Place { step, topic: Some(topic), .. }) if step == here.step => {
                retro::coming(self.meeting, topic)
            }
            Some(place) => columns::said(words().stage_step(place.step.as_str())),
        }
    }

    /// At which of how many tasks the walk is.
    fn walked(&self) -> (usize, usize) {
        let mut walked: Vec<TaskId> =
            self.meeting.course.turns().iter().filter_map(|turn| turn.place.task).collect();
        walked.sort();
        walked.dedup();
        let rest = self.ahead.tasks.iter().filter(|(task, _)| walked.binary_search(task).is_err()).count();
        (walked.len(), walked.len() + rest)
    }
}
