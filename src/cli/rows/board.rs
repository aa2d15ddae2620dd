//! The board as text: what plain `setara` prints where nobody sits at a terminal.

use super::super::context::Context;
use super::super::json::{self, Board};
use super::super::stop::Stop;
use crate::domain::spoken;
use crate::session::{Error, Session};
use crate::store::Filter;
use crate::words::words;

/// Beyond these many tasks the list says how many more there are.
const TASKS: usize = 200;
/// Goals and roles: more than any team looks at.
const FEW: usize = 200;
/// The most questions and blockers that are put before people at once.
const FOREMOST: usize = 5;
/// More of anything than a board has: another program gets all of it.
const ALL: usize = 10_000_000;

pub fn print(context: &mut Context) -> Result<(), Stop> {
    context.session()?;
    if context.json() {
        let board = shape(context.session()?)?;
        return context.paper.json(&board);
    }
    let session = context.session()?;
    let board = session.board();
    let (now, today) = (session.now(), session.today());
    let moment = spoken::weekday_time(now, session.environment().offset(), today);
    let title = words().out_board(board.name()?, moment);
    let counts = board.counts()?;
    let goals = board.goals(false, 0, FEW)?;
    let goals = (goals.len(), super::goals(session, &goals));
    let window = board.tasks(&Filter::default(), None, 0, TASKS - 1)?;
    let more = counts.live - window.rows.len() as i64;
    let tasks = (window.rows.len(), super::tasks(session, &window.rows)?);
    let all_roles = board.roles(0, FEW)?;
    let roles = (all_roles.len(), super::roles(session, &all_roles));
    let mut questions = board.foremost_questions(now, today)?;
    let other = questions.len().saturating_sub(FOREMOST) as i64;
    questions.truncate(FOREMOST);
    let findings = (questions.len(), super::questions(session, &questions)?);
    let stopped = board.blockers(0, FEW)?;
    let more_blockers = (stopped.len() as i64 - FOREMOST as i64).max(0);
    let first = &stopped[..stopped.len().min(FOREMOST)];
    let blockers = (first.len(), super::waits::blockers(session, first));
    // Where nothing waits on other work, the blockers have said all of it.
    let chained = if super::waits::is_chained(&stopped) { stopped.as_slice() } else { &[] };
    let waits = (chained.len(), super::waits::trees(session, chained));
    let unclear: Vec<_> = all_roles.into_iter().filter(|row| !row.outline().is_clear(today)).collect();
    let clarity = (unclear.len(), super::clarity(session, &unclear));

    let paper = &mut context.paper;
    paper.heading(title)?;
    paper.line(words().out_counts(counts.live, counts.free, counts.blocked))?;
    let sections = [
        (words().out_goals(), goals, 0),
        (words().out_tasks(), tasks, more),
        (words().out_roles(), roles, 0),
        (words().out_findings(), findings, other),
        (words().out_blockers(), blockers, more_blockers),
        (words().out_waits(), waits, 0),
        (words().out_clarity(), clarity, 0),
    ];
    for (heading, (count, table), more) in sections {
        if count == 0 {
            continue;
        }
        paper.blank()?;
        paper.heading(heading)?;
        paper.table(table)?;
        if more > 0 {
            paper.line(words().out_more(more))?;
        }
    }
    if counts.live == 0 {
        paper.blank()?;
        paper.line(words().out_empty_board())?;
    }
    Ok(())
}

fn shape(session: &Session) -> Result<Board, Error> {
    let board = session.board();
    let (now, today) = (session.now(), session.today());
    let counts = board.counts()?;
    let held = board.findings(now, today, ALL)?;
    let goals = board.goals(false, 0, ALL)?;
    let roles = board.roles(0, ALL)?;
    let window = board.tasks(&Filter::default(), None, 0, ALL)?;
    let blockers = board.blockers(0, ALL)?;
    Ok(Board {
        name: board.name()?,
        me: json::me(session)?,
        at: now.to_utc(),
        goals: goals
            .iter()
            .filter_map(|row| json::goal(session, row.id).transpose())
            .collect::<Result<_, _>>()?,
        tasks: json::tasks(session, window.rows.iter().map(|row| row.id))?,
        roles: roles
            .iter()
            .filter_map(|row| json::role(session, row.id).transpose())
            .collect::<Result<_, _>>()?,
        findings: held.iter().map(|held| json::finding(session, held)).collect::<Result<_, _>>()?,
        waits: json::waits(session, &blockers)?,
        blockers: json::blockers(session, &blockers)?,
        clarity: roles.iter().map(|row| json::clarity(session, row)).collect::<Result<_, _>>()?,
        blocked: counts.blocked,
        unclaimed: counts.free,
    })
}
