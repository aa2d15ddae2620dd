//! Into a meeting: into one that goes on, by beginning one, or to look at one that was.

use super::{PAST, turn};
use crate::domain::decide::{Command, EndMeeting, JoinMeeting, RetroSetup, StartMeeting};
use crate::domain::id::MeetingId;
use crate::domain::meeting::{CardNames, Dots, MeetingKind};
use crate::domain::spoken;
use crate::session::{Error, Format, Session};
use crate::tui::kit::overlay::Item;
use crate::tui::screens::page::meeting;
use crate::tui::shell::action::Run;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Going;
use crate::words::words;

/// Goes into the meeting that goes on; else, or where two do, asks which to begin, to go into, or to look at.
pub(super) fn any(app: &App) -> Option<Run> {
    match (turn(app), app.overview.meetings.as_slice()) {
        (Some(_), _) => None,
        (None, [going]) => Some(go_to(app, *going)),
        (None, goings) => {
            let goings = goings.to_vec();
            Some(Box::new(move |_| {
                let goings = goings.clone();
                ask::with_board(move |session, _| begin(session, &goings))
            }))
        }
    }
}

/// Goes into the retro that goes on, or asks how to begin one.
pub(super) fn retro(app: &App) -> Option<Run> {
    if turn(app).is_some() {
        return None;
    }
    let going = app.overview.meetings.iter().find(|going| going.kind == MeetingKind::Retro);
    Some(match going {
        Some(going) => go_to(app, *going),
        None => Box::new(|_| ask::with_board(|session, _| how(session))),
    })
}

fn go_to(app: &App, going: Going) -> Run {
    let is_looking = app.overview.past.is_some() || app.overview.read_only;
    if going.is_forgotten && !is_looking {
        return Box::new(move |_| ask::with_board(move |session, _| forgotten(session, going)));
    }
    Box::new(move |_| go_in(going.meeting, going.am_there || is_looking))
}

/// Into a meeting that goes on: whoever goes in is there by that.
fn go_in(meeting: MeetingId, is_there: bool) -> Vec<Effect> {
    let join = Command::JoinMeeting(JoinMeeting { meeting, of: None });
    let mut effects = if is_there { Vec::new() } else { ask::perform(join) };
    effects.push(Effect::Open(meeting::of(meeting)));
    effects
}

/// Begins one, and goes in.
fn start(kind: MeetingKind, retro: Option<RetroSetup>) -> Vec<Effect> {
    let mut effects = ask::run(move |session| {
        let id = MeetingId(session.new_id());
        session.perform(&Command::StartMeeting(StartMeeting { id, kind, retro: retro.clone() }))
    });
    effects.push(Effect::Open(meeting::open(kind)));
    effects
}

/// How a meeting of a kind begins: a stand-up at once, a retro with its columns.
fn starts(kind: MeetingKind) -> Vec<Effect> {
    match kind {
        MeetingKind::Standup => start(kind, None),
        MeetingKind::Retro => ask::with_board(|session, _| how(session)),
    }
}

/// With which columns a retro begins, and whether its cards say who wrote them.
fn how(session: &Session) -> Result<Question, Error> {
    let formats = session.environment().formats();
    let ways: Vec<(Format, CardNames)> = [CardNames::Named, CardNames::Hidden]
        .into_iter()
        .flat_map(|names| formats.iter().map(move |format| (format.clone(), names)))
        .collect();
    let said = |names: CardNames| match names {
        CardNames::Named => words().act_retro_with_names(),
        CardNames::Hidden => words().act_retro_hidden(),
    };
    let items = (0..).zip(&ways);
    let items =
        items.map(|(n, (format, names))| Item::new(Pick::Nth(n), format.columns.join(", "), said(*names)));
    Ok(ask::pick(words().act_retro_ask_how(), items.collect(), move |_, pick| {
        let Pick::Nth(n) = pick else { return Vec::new() };
        let (format, names) = ways[n].clone();
        let setup =
            RetroSetup { format: Some(format.name), columns: format.columns, names, dots: Dots::default() };
        start(MeetingKind::Retro, Some(setup))
    }))
}

/// What to do about one that nobody ended.
fn forgotten(session: &Session, going: Going) -> Result<Question, Error> {
    let Going { kind, meeting, am_there, .. } = going;
    let began = session.meeting(meeting)?.and_then(|meeting| meeting.origin).map(|origin| origin.at);
    let when = began.map_or_else(String::new, |at| {
        spoken::weekday_time(at, session.environment().offset_at(at), session.today())
    });
    let ways = [words().act_standup_anew(), words().act_standup_go_in(), words().act_standup_over()];
    let items = (0..).zip(ways).map(|(n, way)| Item::new(Pick::Nth(n), way, "")).collect();
    let title = words().act_standup_forgotten(kind.as_str(), when);
    Ok(ask::pick(title, items, move |_, pick| match pick {
        Pick::Nth(0) => starts(kind),
        Pick::Nth(1) => go_in(meeting, am_there),
        _ => ask::perform(Command::EndMeeting(EndMeeting { meeting })),
    }))
}

/// What a line of the list of meetings does.
#[derive(Clone, Copy)]
enum Way {
    Begin(MeetingKind),
    GoIn(MeetingId, bool),
    Look(MeetingId),
}

/// To begin one, to go into one, or to look at one that was.
fn begin(session: &Session, goings: &[Going]) -> Result<Question, Error> {
    let mut ways = Vec::new();
    let mut items = Vec::new();
    let mut item = |way, label: String, detail: String| {
        ways.push(way);
        items.push(Item::new(Pick::Nth(ways.len() - 1), label, detail));
    };
    for kind in MeetingKind::ALL {
        match goings.iter().find(|going| going.kind == kind) {
            Some(going) => {
                let way = Way::GoIn(going.meeting, going.am_there);
                item(way, words().act_meeting_goes_on(kind.as_str()), String::new());
            }
            None => {
                let next = match session.next_chair(kind)? {
                    Some(next) => words().act_standup_next(session.board().names([next.into()])?.name(next)),
                    None => String::new(),
                };
                item(Way::Begin(kind), words().act_meeting_begin(kind.as_str()), next);
            }
        }
    }
    let mut past = Vec::new();
    for kind in MeetingKind::ALL {
        past.extend(session.board().meetings(kind, PAST)?);
    }
    past.retain(|row| row.ended.is_some());
    past.sort_by_key(|row| std::cmp::Reverse((row.started, row.id)));
    for row in past {
        let offset = session.environment().offset_at(row.started);
        let when = spoken::weekday_time(row.started, offset, session.today());
        let label = words().act_meeting_was(row.kind.as_str(), when);
        item(Way::Look(row.id), label, words().act_standup_was(row.topics, row.present));
    }
    Ok(ask::pick(words().act_standup(), items, move |_, pick| {
        let Pick::Nth(n) = pick else { return Vec::new() };
        match ways[n] {
            Way::Begin(kind) => starts(kind),
            Way::GoIn(meeting, is_there) => go_in(meeting, is_there),
            Way::Look(id) => vec![Effect::Open(meeting::of(id))],
        }
    }))
}
