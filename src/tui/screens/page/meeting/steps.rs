//! What stands on the page of a meeting, step by step.

use ratatui::style::Modifier;

use super::super::sheet::Sheet;
use super::super::text::Side;
use super::{is_me, retro};
use crate::domain::calendar::At;
use crate::domain::id::{MeetingId, MemberId, SubjectId};
use crate::domain::meeting::{Ahead, How, Meeting, MeetingKind, Place, Step};
use crate::domain::spoken;
use crate::session::{Error, Gathered, Happened};
use crate::store::{Filter, TaskRow};
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::{text, when};
use crate::tui::shell::action;
use crate::words::words;

/// So many goals are looked at.
const GOALS: usize = 8;
/// So many tasks are listed of one sort.
const TASKS: usize = 8;
/// So many topics of earlier meetings.
const DRAWER: usize = 8;
/// So many topics stand beside every step.
const TOPICS: usize = 5;

/// Writes all of it.
pub(super) fn write(
    sheet: &mut Sheet<'_>,
    meeting: &Meeting,
    ahead: &Ahead,
    row: Option<&TaskRow>,
    gathered: &Gathered,
) -> Result<(), Error> {
    let Some(place) = meeting.place() else { return Ok(()) };
    if meeting.is_open() {
        strip(sheet, meeting, ahead, place);
        question(sheet, meeting, place)?;
        match place.step {
            Step::Goals | Step::Reach => goals(sheet)?,
            Step::Since => since(sheet, meeting)?,
            Step::Walk => walk(sheet, meeting, ahead, row)?,
            Step::Pull => pull(sheet)?,
            Step::Round => round(sheet, place)?,
            Step::Park => topics(sheet, meeting)?,
            Step::Last => retro::last(sheet, meeting)?,
            Step::CheckIn => retro::check_in(sheet, place),
            Step::Gather => retro::gather(sheet, meeting, gathered)?,
            Step::Group => retro::groups(sheet, meeting),
            Step::Dots => retro::dots(sheet, meeting, gathered),
            Step::Talk => retro::talk(sheet, meeting, place)?,
            Step::Act => retro::act(sheet, meeting)?,
            Step::Thanks => retro::thanks(sheet, meeting)?,
        }
    } else {
        outcome(sheet, meeting)?;
    }
    sheet.on(Side::Right);
    // Before the people: of a large team some are out of sight, and what comes next must not be.
    if meeting.is_open() {
        coming(sheet, meeting, ahead);
    }
    here(sheet, meeting, ahead);
    if place.step != Step::Park || !meeting.is_open() {
        parked(sheet, meeting);
    }
    Ok(())
}

/// That another of its kind goes on, and what to do about it.
pub(super) fn two(sheet: &mut Sheet<'_>, other: MeetingId) -> Result<(), Error> {
    let Some(other) = sheet.session.meeting(other)? else { return Ok(()) };
    let Some(origin) = other.origin else { return Ok(()) };
    let names = sheet.session.board().names([SubjectId::from(origin.by)])?;
    let key = action::key_of("meeting.join");
    let said = words().meeting_two(names.name(origin.by), sheet.age(origin.at), key);
    sheet.push(Paragraph::styled(said, sheet.theme.warn));
    sheet.gap();
    Ok(())
}

/// The steps, with those that are over, and how far one is in this one.
fn strip(sheet: &mut Sheet<'_>, meeting: &Meeting, ahead: &Ahead, place: Place) {
    let theme = sheet.theme;
    let at = meeting.plan.iter().position(|planned| planned.step == place.step);
    let mut line = Paragraph::empty();
    for (i, planned) in meeting.plan.iter().enumerate() {
        let name = words().meeting_step(planned.step.as_str());
        let gap = if i == 0 { "" } else { "  " };
        line = match at.map(|at| i.cmp(&at)) {
            Some(std::cmp::Ordering::Equal) => {
                let far = far(meeting, ahead, place).map(|(n, of)| words().meeting_far(n, of));
                let said: Vec<String> = [Some(name), far].into_iter().flatten().collect();
                let said = text::together(&[said.join(" ")]);
                line.and(gap, theme.dim)
                    .and(format!("{} {said}", marks().selected), theme.title.add_modifier(Modifier::BOLD))
            }
            Some(std::cmp::Ordering::Less) => {
                line.and(format!("{gap}{} {}", marks().done, text::together(&[name])), theme.dim)
            }
            _ => line.and(format!("{gap}{}", text::together(&[name])), theme.text),
        };
    }
    sheet.push(line);
}

/// Which of how many things of this step it is at.
fn far(meeting: &Meeting, ahead: &Ahead, place: Place) -> Option<(usize, usize)> {
    match place.step {
        Step::Walk => {
            // In the order in which they were come to: who goes back is at an earlier one.
            let mut walked = Vec::new();
            for task in meeting.course.turns().iter().filter_map(|turn| turn.place.task) {
                if !walked.contains(&task) {
                    walked.push(task);
                }
            }
            let at = walked.iter().position(|task| Some(*task) == place.task).map_or(0, |at| at + 1);
            let rest = ahead.tasks.iter().filter(|(task, _)| !walked.contains(task)).count();
            Some((at, walked.len() + rest))
        }
        Step::Round | Step::CheckIn => {
            let heard = meeting.heard().filter(|(_, how)| *how != How::Later).count();
            let rest = meeting.still_to_hear(ahead).len();
            // Who is asked now is one of those to come.
            Some((heard + rest.min(1), heard + rest))
        }
        Step::Talk => {
            let all = meeting.cards.by_dots().len();
            let rest = meeting.not_reached().len();
            Some((all - rest, all))
        }
        _ => None,
    }
}

/// The one question of the step.
fn question(sheet: &mut Sheet<'_>, meeting: &Meeting, place: Place) -> Result<(), Error> {
    let words = words();
    let asked = match (place.step, place.member) {
        (Step::Since, _) => {
            let since = sheet.session.since_last(meeting)?;
            words.meeting_ask_since(began(sheet, since))
        }
        (Step::Round, Some(member)) => words.meeting_ask_round(sheet.name(member)),
        (Step::CheckIn, Some(member)) => words.retro_ask_check_in(sheet.name(member)),
        (step, _) => words.meeting_ask(step.as_str()),
    };
    sheet.section(asked);
    Ok(())
}

/// When the last one began: of today by the clock.
fn began(sheet: &Sheet<'_>, at: At) -> String {
    let offset = sheet.session.environment().offset_at(at);
    match spoken::local_day(at, offset) == sheet.session.today() {
        true => spoken::clock(at, offset),
        false => sheet.day_of(at),
    }
}

fn goals(sheet: &mut Sheet<'_>) -> Result<(), Error> {
    let goals = sheet.session.board().goals(false, 0, GOALS)?;
    if goals.is_empty() {
        note(sheet, words().meeting_no_goals());
    }
    for goal in goals {
        let share = goal.progress().share().map(|share| (share.clamp(0.0, 9.99) * 100.0).round() as i64);
        let mut facts = vec![goal.title.clone()];
        facts.extend(share.map(|share| words().page_percent(share)));
        facts.extend(goal.due.map(|day| when::due(day, sheet.overview.today)));
        let said = text::together(&facts);
        sheet.line("goal", Some(goal.id.into()), |sheet| {
            let mark = if goal.horizon == "long" { marks().star } else { marks().goal };
            sheet.timed(goal.moved, mark, &said, sheet.theme.text);
        });
    }
    Ok(())
}

/// What happened since the last one, and what did not.
fn since(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    let since = sheet.session.since_last(meeting)?;
    let done = sheet.session.happened(since, None)?;
    let quiet = sheet.session.gone_quiet(since)?;
    if done.parts.is_empty() && quiet.is_empty() {
        note(sheet, words().meeting_nothing_happened());
    }
    happened(sheet, &done);
    if !quiet.is_empty() {
        sheet.section(words().meeting_quiet());
    }
    for held in quiet {
        let said = sheet.session.say_finding(&held)?;
        sheet.timed(held.finding.from, marks().stale, &said, sheet.theme.text);
    }
    Ok(())
}

fn happened(sheet: &mut Sheet<'_>, happened: &Happened) {
    for part in &happened.parts {
        sheet.section(words().meeting_sort(part.sort.as_str()));
        for entry in &part.told {
            let leads = entry.record.subject;
            sheet.line("happened", Some(crate::domain::id::TaskId::from(leads).into()), |sheet| {
                sheet.timed(entry.record.at, "", entry.sentence(), sheet.theme.text);
            });
        }
        if part.more > 0 {
            sheet.under(&words().page_more(part.more), sheet.theme.dim);
        }
    }
}

/// The task at hand with all that one has to know of it, and what comes behind it.
fn walk(sheet: &mut Sheet<'_>, meeting: &Meeting, ahead: &Ahead, row: Option<&TaskRow>) -> Result<(), Error> {
    let Some(row) = row else {
        note(sheet, words().meeting_nothing_to_walk());
        return Ok(());
    };
    sheet.task("here", row);
    let board = sheet.session.board();
    let facts = [sheet.state(row.state), sheet.age(row.since)];
    sheet.under(&text::together(&[facts.join(" ")]), sheet.theme.dim);
    if let Some(next) = &row.next {
        sheet.under(&words().scr_next(next), sheet.theme.text);
    }
    if row.blocked > 0 {
        for blocker in board.blockers_of(row.id)? {
            sheet.wait(&blocker);
        }
    }
    if let Some((by, at, said)) = board.last_remark(row.id)? {
        let names = board.names([SubjectId::from(by)])?;
        let remark = words().preview_remark(names.name(by), spoken::age(at, sheet.session.now()), said);
        sheet.under(&remark, sheet.theme.dim);
    }
    let walked =
        |task| meeting.course.turns().iter().any(|turn| turn.is_done && turn.place.task == Some(task));
    let coming: Vec<_> =
        ahead.tasks.iter().filter(|(task, _)| *task != row.id && !walked(*task)).take(TASKS).collect();
    if !coming.is_empty() {
        sheet.section(words().meeting_then());
    }
    for (task, _) in coming {
        if let Some(row) = board.task_row(*task)? {
            sheet.task("coming", &row);
        }
    }
    Ok(())
}

/// What nobody leads, from the top of the pull order.
fn pull(sheet: &mut Sheet<'_>) -> Result<(), Error> {
    let free = Filter { unclaimed: true, ..Filter::default() };
    let rows = sheet.session.board().tasks(&free, None, 0, TASKS)?;
    if rows.rows.is_empty() {
        note(sheet, words().meeting_nothing_free());
    }
    for row in rows.rows.iter().take(TASKS) {
        sheet.task("free", row);
    }
    Ok(())
}

/// What whoever is asked leads, and helps with.
fn round(sheet: &mut Sheet<'_>, place: Place) -> Result<(), Error> {
    let Some(member) = place.member else {
        note(sheet, words().meeting_all_heard());
        return Ok(());
    };
    let filter = Filter { claimed_by: Some(member), ..Filter::default() };
    let rows = sheet.session.board().tasks(&filter, None, 0, TASKS)?;
    if rows.rows.is_empty() {
        note(sheet, words().meeting_in_hand_nothing());
    }
    for row in rows.rows.iter().take(TASKS) {
        sheet.task("hand", row);
        if row.blocked > 0 {
            for blocker in sheet.session.board().blockers_of(row.id)? {
                sheet.wait(&blocker);
            }
        }
    }
    Ok(())
}

/// What was kept for later, here and in earlier meetings.
fn topics(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    let drawer = sheet.session.board().drawer(DRAWER)?;
    let mut is_empty = drawer.is_empty();
    for topic in meeting.parked() {
        is_empty = false;
        sheet.takes_up(topic.id, &topic.text, |sheet| {
            sheet.timed(topic.at, marks().dot, &topic.text, sheet.theme.text);
        });
    }
    if is_empty {
        note(sheet, words().meeting_nothing_parked());
    }
    if !drawer.is_empty() {
        sheet.section(words().meeting_drawer());
    }
    for topic in drawer {
        sheet.takes_up(topic.id, &topic.text, |sheet| {
            sheet.timed(topic.at, marks().dot, &topic.text, sheet.theme.text);
        });
    }
    Ok(())
}

/// That there is nothing of what the step is about.
fn note(sheet: &mut Sheet<'_>, said: String) {
    sheet.push(Paragraph::styled(said, sheet.theme.dim));
}

/// Who is there, and who of them was heard; who is expected and was not asked yet, too.
fn here(sheet: &mut Sheet<'_>, meeting: &Meeting, ahead: &Ahead) {
    let words = words();
    sheet.section(words.meeting_here());
    let mut members: Vec<MemberId> = meeting.members().collect();
    let expected = ahead.members.iter().map(|(member, _)| *member).filter(|_| meeting.is_open());
    members.extend(expected.filter(|member| meeting.members().all(|one| one != *member)));
    members.sort_by_key(|member| sheet.name(*member));
    let asked = meeting.place().and_then(|place| place.member).filter(|_| meeting.is_open());
    for member in members {
        let theme = sheet.theme;
        let (mark, style) = match meeting.how(member) {
            _ if asked == Some(member) => (marks().selected, theme.title),
            Some(How::Spoke) => (marks().done, theme.text),
            Some(How::Passed | How::Absent) => (marks().dot, theme.dim),
            Some(How::Later) | None => (marks().dot, theme.text),
        };
        let mut said = vec![sheet.name(member)];
        said.extend(is_me(sheet, member).then(|| words.meeting_you()));
        if meeting.chair.get() == Some(&member) {
            said.push(words.meeting_facilitates());
        }
        match meeting.how(member) {
            Some(How::Spoke) | None => {}
            Some(how) => said.push(words.meeting_how(how.as_str())),
        }
        let line = said.join(&format!(" {} ", marks().dot));
        sheet.item(mark, &line, style);
    }
}

fn parked(sheet: &mut Sheet<'_>, meeting: &Meeting) {
    let topics: Vec<_> = meeting.parked().collect();
    if topics.is_empty() {
        return;
    }
    sheet.section(words().minutes_topics());
    for topic in topics.iter().take(TOPICS) {
        sheet.item(marks().dot, &topic.text, sheet.theme.text);
    }
    if topics.len() > TOPICS {
        sheet.under(&words().page_more(topics.len() - TOPICS), sheet.theme.dim);
    }
}

/// What comes when somebody goes on.
fn coming(sheet: &mut Sheet<'_>, meeting: &Meeting, ahead: &Ahead) {
    let words = words();
    let next = match meeting.next(ahead) {
        None => words.meeting_next_end(),
        Some(place) => {
            let step = words.meeting_step(place.step.as_str());
            match (place.task, place.member) {
                (Some(task), _) => words.meeting_place(step, sheet.thing(task)),
                (None, Some(member)) => words.meeting_place(step, sheet.name(member)),
                (None, None) => match place.topic.and_then(|topic| meeting.cards.group_of(topic)) {
                    Some(topic) => words.meeting_place(step, topic.title),
                    None => step,
                },
            }
        }
    };
    sheet.section(words.meeting_next());
    sheet.item(marks().to, &next, sheet.theme.text);
}

/// What came of it.
fn outcome(sheet: &mut Sheet<'_>, meeting: &Meeting) -> Result<(), Error> {
    let minutes = sheet.session.minutes(meeting)?;
    let words = words();
    sheet.push(Paragraph::styled(minutes.title.clone(), sheet.theme.title.add_modifier(Modifier::BOLD)));
    if let Some(took) = minutes.minutes() {
        sheet.push(Paragraph::styled(words.minutes_took(took), sheet.theme.dim));
    }
    if minutes.happened.parts.is_empty() {
        note(sheet, words.meeting_nothing_happened());
    }
    if meeting.kind == MeetingKind::Retro {
        retro::outcome(sheet, meeting)?;
    }
    happened(sheet, &minutes.happened);
    if let Some((_, next)) = &minutes.next {
        sheet.section(words.minutes_next(next));
    }
    Ok(())
}
