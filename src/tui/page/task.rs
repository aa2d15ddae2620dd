//! A task's page: what it is, who promised what, what stops it, and everything that happened to it.

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::cursor::{From, Step};
use super::super::facts::Facts;
use super::super::hand::Hand;
use super::super::{marks::marks, theme::Theme};
use super::sheet::{Sheet, listed};
use super::text::Text;
use super::{Page, Reading, Still, prose};
use crate::domain::event::WaitsOn;
use crate::domain::id::{SubjectId, TaskId};
use crate::domain::subject::Subject;
use crate::domain::task::{Blocker, Claim, End, Offer, Part, Reply, State, Task};
use crate::session::{Error, Session};
use crate::store::TaskRow;
use crate::words::words;

/// A task on the whole screen.
#[derive(Debug, Clone)]
pub struct TaskPage {
    pub id: TaskId,
    row: Option<TaskRow>,
    pub(super) page: Text,
}

impl TaskPage {
    /// `None` where there is no such task (any more).
    pub fn open(session: &Session, id: TaskId, theme: &Theme) -> Result<Option<TaskPage>, Error> {
        let Some(Subject::Task(task)) = session.board().subject(id.into())? else { return Ok(None) };
        let waiting = session.board().waiting_on(id)?;
        let mentions = mentions(&task).into_iter().chain(waiting.iter().map(|id| (*id).into()));
        let mut sheet = Sheet::new(session, theme, mentions)?;
        facts(&mut sheet, &task, &waiting)?;
        claims(&mut sheet, &task);
        blockers(&mut sheet, &task);
        handovers(&mut sheet, &task);
        notes(&mut sheet, &task)?;
        remarks(&mut sheet, &task);
        sheet.findings(id.into())?;
        sheet.history(id.into())?;
        let title = sheet.thing(id);
        let text = sheet.done();
        let row = session.board().task_row(id)?;
        Ok(Some(TaskPage { id, row, page: Text::new(title, words().page_kind_task(), text) }))
    }
}

impl Page for TaskPage {
    fn hand(&self) -> Hand {
        Hand::Task(self.id)
    }

    fn row(&self) -> Option<&TaskRow> {
        self.row.as_ref()
    }

    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        let Some(mut again) = TaskPage::open(reading.session, self.id, reading.theme)? else {
            return Ok(Still::Gone);
        };
        again.page.keep_place(&self.page);
        *self = again;
        Ok(Still::There)
    }

    fn step(&mut self, step: Step, area: Rect) -> Option<From> {
        self.page.step(step, area);
        None
    }

    fn text(&self) -> Option<Vec<String>> {
        Some(self.page.said())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Facts, theme: &Theme) {
        self.page.view(area, buf, theme);
    }
}

/// Everything that the page calls by name.
fn mentions(task: &Task) -> Vec<SubjectId> {
    let mut ids: Vec<SubjectId> = vec![task.id.into()];
    let roles = task.role.written_twice().into_iter().flatten();
    ids.extend(roles.filter_map(|(_, id)| id.map(SubjectId::from)));
    let goals = task.goal.written_twice().into_iter().flatten();
    ids.extend(goals.filter_map(|(_, id)| id.map(SubjectId::from)));
    ids.extend(task.role.value().map(|id| SubjectId::from(*id)));
    ids.extend(task.goal.value().map(|id| SubjectId::from(*id)));
    ids.extend(task.claims.iter().map(|claim| SubjectId::from(claim.member)));
    ids.extend(task.offers.iter().flat_map(|offer| [offer.from, offer.to].map(SubjectId::from)));
    ids.extend(task.remarks.iter().map(|remark| SubjectId::from(remark.by)));
    for blocker in &task.blockers {
        ids.push(blocker.by.into());
        match &blocker.on {
            Some(WaitsOn::Member(id)) => ids.push((*id).into()),
            Some(WaitsOn::Task(id)) => ids.push((*id).into()),
            Some(WaitsOn::Other(_)) | None => {}
        }
    }
    ids
}

fn facts(sheet: &mut Sheet<'_>, task: &Task, waiting: &[TaskId]) -> Result<(), Error> {
    let words = words();
    sheet.title(words.phrase_field_title(), &task.title)?;
    if task.state.written_twice().is_some() {
        sheet.field(words.phrase_field_state(), &task.state, |_, state| Some(state_word(*state)))?;
    } else {
        let state = match &task.reason {
            Some(reason) => words.page_state_because(state_word(task.state()), reason),
            None => state_word(task.state()),
        };
        let since = words.page_state_since(state, sheet.day_of(task.since), sheet.age(task.since));
        sheet.fact(words.phrase_field_state(), Some(since));
    }
    if task.is_blocked() {
        let line = format!("{} {}", marks().blocked, words.page_blocked());
        sheet.styled_fact(String::new(), line, sheet.theme.alert);
    }
    if let Some(day) = task.parked.value() {
        sheet.fact(words.page_label_parked(), Some(words.page_until(sheet.day(*day))));
    }
    let is_late = |day: &crate::domain::calendar::Day| !task.is_finished() && *day < sheet.session.today();
    match task.due.value().filter(|day| is_late(day) && task.due.written_twice().is_none()) {
        Some(day) => {
            let late = words.page_overdue(sheet.day(*day));
            sheet.styled_fact(words.phrase_field_due(), late, sheet.theme.alert);
        }
        None => sheet.field(words.phrase_field_due(), &task.due, |sheet, day| Some(sheet.day((*day)?)))?,
    }
    sheet.field(words.phrase_field_next(), &task.next, |_, next| next.clone())?;
    sheet.field(words.phrase_field_role(), &task.role, |sheet, role| Some(sheet.name((*role)?)))?;
    sheet.field(words.phrase_field_goal(), &task.goal, |sheet, goal| Some(sheet.thing((*goal)?)))?;
    sheet.field(words.phrase_field_tags(), &task.tags, |_, tags| listed(tags))?;
    sheet.field(words.phrase_field_skills(), &task.skills, |_, skills| listed(skills))?;
    sheet.field(words.phrase_field_links(), &task.links, |_, links| {
        (!links.is_empty()).then(|| links.join("\n"))
    })?;
    let waiting: Vec<String> = waiting.iter().map(|id| sheet.thing(*id)).collect();
    sheet.fact(words.page_label_waiting(), (!waiting.is_empty()).then(|| waiting.join("\n")));
    sheet.fact(words.page_label_source(), task.source.clone());
    Ok(())
}

fn claims(sheet: &mut Sheet<'_>, task: &Task) {
    let words = words();
    sheet.section(words.page_claims());
    if !task.is_finished() && task.leads().next().is_none() {
        let mark = marks().vacant;
        sheet.item(mark, &words.page_nobody_leads(), sheet.theme.warn);
    }
    // The live ones first, leads before helpers; then what was, the newest first.
    let mut order: Vec<&Claim> = task.claims.iter().rev().collect();
    order.sort_by_key(|claim| (claim.ended.is_some(), claim.part));
    for claim in order {
        claim_line(sheet, task, claim);
    }
}

fn claim_line(sheet: &mut Sheet<'_>, task: &Task, claim: &Claim) {
    let words = words();
    let who = sheet.name(claim.member);
    let with_task = task.is_finished().then_some((task.since, End::Done));
    if let Some((at, end)) = claim.ended.or(with_task) {
        let how = match end {
            End::GivenBack => words.page_end_given_back(),
            End::HandedOver => words.page_end_handed_over(),
            End::TakenOver => words.page_end_taken_over(),
            End::Done => words.page_end_done(),
            End::Left => words.page_end_left(),
        };
        let date = sheet.day_of(at);
        let line = match claim.part {
            Part::Lead => words.page_claim_led(&who, date, how),
            Part::Helper => words.page_claim_helped(&who, date, how),
        };
        sheet.timed(claim.since, marks().dot, &line, sheet.theme.dim);
    } else if claim.is_quiet(sheet.session.now()) {
        let (ended, step) = (sheet.day_of(claim.lease), sheet.age(claim.acted));
        let line = match claim.part {
            Part::Lead => words.page_claim_quiet_lead(&who, ended, step),
            Part::Helper => words.page_claim_quiet_help(&who, ended, step),
        };
        sheet.timed(claim.since, marks().stale, &line, sheet.theme.warn);
    } else {
        let until = sheet.day_of(claim.lease);
        let (mark, line) = match claim.part {
            Part::Lead => (marks().clear, words.page_claim_leads(&who, until)),
            Part::Helper => (marks().partly, words.page_claim_helps(&who, until)),
        };
        sheet.timed(claim.since, mark, &line, sheet.theme.text);
    }
    if let Some(reason) = &claim.contest {
        sheet.under(&words.page_claim_contest(reason), sheet.theme.warn);
    }
}

fn blockers(sheet: &mut Sheet<'_>, task: &Task) {
    if !task.blockers.is_empty() {
        sheet.section(words().page_blockers());
    }
    let mut order: Vec<&Blocker> = task.blockers.iter().collect();
    order.sort_by_key(|blocker| !blocker.is_open());
    for blocker in order {
        blocker_lines(sheet, blocker);
    }
}

fn blocker_lines(sheet: &mut Sheet<'_>, blocker: &Blocker) {
    let words = words();
    let (mark, style) = match blocker.is_open() {
        true => (marks().blocked, sheet.theme.alert),
        false => (marks().done, sheet.theme.dim),
    };
    sheet.timed(blocker.raised, mark, &blocker.what, style);
    let on = match &blocker.on {
        Some(WaitsOn::Member(id)) => Some(sheet.name(*id)),
        Some(WaitsOn::Task(id)) => Some(sheet.thing(*id)),
        Some(WaitsOn::Other(what)) => Some(what.clone()),
        None => None,
    };
    let mut said: Vec<String> = on.map(|on| words.page_blocker_on(on)).into_iter().collect();
    said.push(words.page_blocker_raised(sheet.name(blocker.by)));
    said.push(match blocker.asked {
        Some(at) => words.page_blocker_asked(sheet.day_of(at)),
        None => words.page_blocker_not_asked(),
    });
    said.extend(blocker.promised.map(|day| words.page_blocker_promised(sheet.day(day))));
    if let Some(cleared) = &blocker.cleared {
        let date = sheet.day_of(cleared.at);
        said.push(match &cleared.how {
            _ if cleared.withdrawn => words.page_blocker_withdrawn(date),
            Some(how) => words.page_blocker_cleared_how(date, how),
            None => words.page_blocker_cleared(date),
        });
    }
    sheet.under(&said.join(&format!(" {} ", marks().dot)), sheet.theme.dim);
}

fn handovers(sheet: &mut Sheet<'_>, task: &Task) {
    if !task.offers.is_empty() {
        sheet.section(words().page_handovers());
    }
    for offer in task.offers.iter().rev() {
        let line = words().page_offer(sheet.name(offer.from), sheet.name(offer.to));
        let (answer, style) = answer(sheet, task, offer);
        sheet.timed(offer.at, marks().dot, &format!("{line}: {answer}"), style);
        if let Some(note) = &offer.note {
            sheet.under(note, sheet.theme.dim);
        }
    }
}

fn answer(sheet: &Sheet<'_>, task: &Task, offer: &Offer) -> (String, ratatui::style::Style) {
    let words = words();
    let answer = match offer.reply {
        Some((_, Reply::Accepted)) => words.page_offer_accepted(),
        Some((_, Reply::Declined)) => words.page_offer_declined(),
        Some((_, Reply::Withdrawn)) => words.page_offer_withdrawn(),
        None if offer.is_open(sheet.session.now()) && !task.is_finished() => {
            return (words.page_offer_open(), sheet.theme.warn);
        }
        None => words.page_offer_lapsed(),
    };
    (answer, sheet.theme.text)
}

/// The notes; where they were written twice, each with its writer.
fn notes(sheet: &mut Sheet<'_>, task: &Task) -> Result<(), Error> {
    let all = task.notes.written_twice();
    let mut shown = Vec::new();
    match all {
        Some(values) => {
            for (record, notes) in values {
                shown.push((Some(sheet.writer(*record)?), notes.clone().unwrap_or_default()));
            }
        }
        None => shown.extend(task.notes.value().map(|notes| (None, notes.clone()))),
    }
    for (writer, notes) in shown {
        match writer {
            Some(who) => {
                let twice = format!("{} ({})", words().page_notes(), words().page_twice());
                sheet.section(words().page_twice_value(twice, who));
            }
            None => sheet.section(words().page_notes()),
        }
        for line in prose::markdown(&notes, sheet.theme) {
            sheet.push(line);
        }
    }
    Ok(())
}

fn remarks(sheet: &mut Sheet<'_>, task: &Task) {
    if !task.remarks.is_empty() {
        sheet.section(words().page_remarks());
    }
    for remark in task.remarks.iter().rev() {
        let line = words().page_remark(sheet.name(remark.by), &remark.text);
        sheet.timed(remark.at, "", &line, sheet.theme.text);
    }
}

fn state_word(state: State) -> String {
    match state {
        State::Open => words().phrase_state_open(),
        State::Doing => words().phrase_state_doing(),
        State::Review => words().phrase_state_review(),
        State::Done => words().phrase_state_done(),
        State::Dropped => words().phrase_state_dropped(),
    }
}
