//! Into a meeting: into one that goes on, by beginning one, or to look at one that was.

use super::{PAST, turn};
use crate::domain::decide::{Command, EndMeeting, JoinMeeting, StartMeeting};
use crate::domain::id::MeetingId;
use crate::domain::meeting::MeetingKind;
use crate::domain::spoken;
use crate::session::{Error, Session};
use crate::tui::kit::overlay::Item;
use crate::tui::screens::page::meeting;
use crate::tui::shell::action::Run;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::words::words;

/// Goes into the stand-up that goes on; else asks whether to begin one, or to look at one that was.
pub(super) fn standup(app: &App) -> Option<Run> {
    if turn(app).is_some() {
        return None;
    }
    let Some(going) = app.overview.standup else {
        return Some(Box::new(move |_| ask::with_board(|session, _| begin(session, MeetingKind::Standup))));
    };
    let (meeting, is_there) = (going.meeting, going.am_there);
    let is_looking = app.overview.past.is_some() || app.overview.read_only;
    if going.is_forgotten && !is_looking {
        return Some(Box::new(move |_| {
            ask::with_board(move |session, _| forgotten(session, meeting, is_there))
        }));
    }
    Some(Box::new(move |_| go_in(meeting, is_there || is_looking)))
}

/// Into a meeting that goes on: whoever goes in is there by that.
fn go_in(meeting: MeetingId, is_there: bool) -> Vec<Effect> {
    let join = Command::JoinMeeting(JoinMeeting { meeting, of: None });
    let mut effects = if is_there { Vec::new() } else { ask::perform(join) };
    effects.push(Effect::Open(meeting::of(meeting)));
    effects
}

/// Begins one, and goes in.
fn start(kind: MeetingKind) -> Vec<Effect> {
    let mut effects = ask::run(move |session| {
        let id = MeetingId(session.new_id());
        session.perform(&Command::StartMeeting(StartMeeting { id, kind }))
    });
    effects.push(Effect::Open(meeting::open(kind)));
    effects
}

/// What to do about one that nobody ended.
fn forgotten(session: &Session, meeting: MeetingId, is_there: bool) -> Result<Question, Error> {
    let began = session.meeting(meeting)?.and_then(|meeting| meeting.origin).map(|origin| origin.at);
    let when = began.map_or_else(String::new, |at| {
        spoken::weekday_time(at, session.environment().offset_at(at), session.today())
    });
    let ways = [words().act_standup_anew(), words().act_standup_go_in(), words().act_standup_over()];
    let items = (0..).zip(ways).map(|(n, way)| Item::new(Pick::Nth(n), way, "")).collect();
    Ok(ask::pick(words().act_standup_forgotten(when), items, move |_, pick| match pick {
        Pick::Nth(0) => start(MeetingKind::Standup),
        Pick::Nth(1) => go_in(meeting, is_there),
        _ => ask::perform(Command::EndMeeting(EndMeeting { meeting })),
    }))
}

/// To begin one, or to look at one that was.
fn begin(session: &Session, kind: MeetingKind) -> Result<Question, Error> {
    let past = session.board().meetings(kind, PAST)?;
    let next = session.next_chair(kind)?;
    let next = match next {
        Some(next) => words().act_standup_next(session.board().names([next.into()])?.name(next)),
        None => String::new(),
    };
    let mut items = vec![Item::new(Pick::Nth(0), words().act_standup_begin(), next)];
    let mut ids: Vec<MeetingId> = Vec::with_capacity(past.len());
    for row in past {
        let offset = session.environment().offset_at(row.started);
        let when = spoken::weekday_time(row.started, offset, session.today());
        ids.push(row.id);
        items.push(Item::new(Pick::Nth(ids.len()), when, words().act_standup_was(row.topics, row.present)));
    }
    Ok(ask::pick(words().act_standup(), items, move |_, pick| match pick {
        Pick::Nth(0) => start(kind),
        Pick::Nth(n) => ids.get(n - 1).map(|id| Effect::Open(meeting::of(*id))).into_iter().collect(),
        _ => Vec::new(),
    }))
}
