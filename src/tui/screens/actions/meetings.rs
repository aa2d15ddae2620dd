//! Meetings: to begin one, to go in, and what one does there. All of it is open to everybody.

pub mod cards;
mod entry;

use crossterm::event::KeyCode;

use super::{Action, Group, Hint, Run, Scope, always, perform};
use crate::domain::decide::{
    AddTask, Clockwork, Command, Destination, EndMeeting, JoinMeetings, LeaveMeeting, MoveMeeting, NextChair,
    ParkTopic, Place, TakeChair, TakeUp, TimeMeeting,
};
use crate::domain::id::{MeetingId, RecordId, TaskId};
use crate::domain::meeting::{How, Step};
use crate::domain::subject::Kind;
use crate::session::{Error, Session};
use crate::tui::kit::key::{code, key};
use crate::tui::kit::overlay::{Item, Prompt};
use crate::tui::screens::page::agenda::AgendaPage;
use crate::tui::screens::page::meeting;
use crate::tui::shell::action;
use crate::tui::shell::app::App;
use crate::tui::shell::ask::{self, Pick};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::page::MeetingTurn;
use crate::words::words;

/// So many past meetings are offered.
const PAST: usize = 50;
/// A minute, in seconds.
const MINUTE: u32 = 60;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "meeting.standup",
        keys: &[key('s')],
        scope: Scope::Everywhere,
        group: Group::Meet,
        label: || words().act_standup(),
        doc: || words().act_standup_doc(),
        hint: Hint::Then(40, super::on_home),
        bind: entry::any,
    },
    Action {
        name: "meeting.retro",
        keys: &[],
        scope: Scope::Everywhere,
        group: Group::Meet,
        label: || words().act_retro(),
        doc: || words().act_retro_doc(),
        hint: Hint::Never,
        bind: entry::retro,
    },
    Action {
        name: "meeting.new",
        keys: &[key('n')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_retro_new(),
        doc: || words().act_retro_new_doc(),
        hint: Hint::First(0, always),
        bind: cards::new,
    },
    Action {
        name: "meeting.next",
        keys: &[code(KeyCode::Right)],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_next(),
        doc: || words().act_meeting_next_doc(),
        hint: Hint::First(1, always),
        bind: |app| open(app).map(|turn| go(turn, Destination::Next, None)),
    },
    Action {
        name: "meeting.back",
        keys: &[code(KeyCode::Left)],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_back(),
        doc: || words().act_meeting_back_doc(),
        hint: Hint::First(2, always),
        bind: |app| open(app).filter(|turn| !turn.is_first).map(|turn| go(turn, Destination::Back, None)),
    },
    Action {
        name: "meeting.passed",
        keys: &[key('p')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_passed(),
        doc: || words().act_meeting_passed_doc(),
        hint: Hint::Then(0, always),
        bind: |app| answered(app, How::Passed),
    },
    Action {
        name: "meeting.absent",
        keys: &[key('a')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_absent(),
        doc: || words().act_meeting_absent_doc(),
        hint: Hint::Then(1, always),
        bind: |app| answered(app, How::Absent),
    },
    Action {
        name: "meeting.later",
        keys: &[key('~')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_later(),
        doc: || words().act_meeting_later_doc(),
        hint: Hint::Then(2, always),
        bind: |app| answered(app, How::Later),
    },
    Action {
        name: "meeting.park",
        keys: &[key('"')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_park(),
        doc: || words().act_meeting_park_doc(),
        hint: Hint::Then(3, always),
        bind: park,
    },
    Action {
        name: "agenda.take",
        keys: &[key('\'')],
        scope: Scope::Page,
        group: Group::Meet,
        label: || words().act_agenda_take(),
        doc: || words().act_agenda_take_doc(),
        hint: Hint::Then(3, always),
        bind: take_topic,
    },
    Action {
        name: "meeting.step",
        keys: &[key('\'')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_step(),
        doc: || words().act_meeting_step_doc(),
        hint: Hint::Then(4, always),
        bind: step,
    },
    Action {
        name: "meeting.minute",
        keys: &[key('%')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_minute(),
        doc: || words().act_meeting_minute_doc(),
        hint: Hint::Never,
        bind: |app| open(app).map(|turn| clock(turn, Clockwork::More(MINUTE))),
    },
    Action {
        name: "meeting.pause",
        keys: &[key('$')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_pause(),
        doc: || words().act_meeting_pause_doc(),
        hint: Hint::Never,
        bind: |app| open(app).map(|turn| clock(turn, Clockwork::Pause)),
    },
    Action {
        name: "meeting.end",
        keys: &[key('Q')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_end(),
        doc: || words().act_meeting_end_doc(),
        hint: Hint::Never,
        bind: |app| open(app).map(|turn| perform(Command::EndMeeting(EndMeeting { meeting: turn.meeting }))),
    },
    Action {
        name: "meeting.join",
        keys: &[key('O')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_join(),
        doc: || words().act_meeting_join_doc(),
        hint: Hint::Then(0, always),
        bind: join_to,
    },
    Action {
        name: "meeting.hidden",
        keys: &[],
        scope: Scope::Everywhere,
        group: Group::Meet,
        label: || words().act_retro_forgotten(),
        doc: || words().act_retro_forgotten_doc(),
        hint: Hint::Never,
        bind: cards::forgotten,
    },
    Action {
        name: "meeting.chair",
        keys: &[],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_chair(),
        doc: || words().act_meeting_chair_doc(),
        hint: Hint::Never,
        bind: |app| {
            let turn = open(app).filter(|turn| turn.chair != app.overview.my_id())?;
            Some(perform(Command::TakeChair(TakeChair { meeting: turn.meeting })))
        },
    },
    Action {
        name: "meeting.leave",
        keys: &[],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_leave(),
        doc: || words().act_meeting_leave_doc(),
        hint: Hint::Never,
        bind: |app| {
            let meeting = open(app)?.meeting;
            Some(Box::new(move |app| {
                app.pages.pop();
                ask::perform(Command::LeaveMeeting(LeaveMeeting { meeting, of: None }))
            }))
        },
    },
    Action {
        name: "meeting.copy",
        keys: &[key('y')],
        scope: Scope::Meeting,
        group: Group::Meet,
        label: || words().act_meeting_copy(),
        doc: || words().act_meeting_copy_doc(),
        hint: Hint::Then(0, always),
        bind: |app| {
            let meeting = over(app)?.meeting;
            Some(Box::new(move |_| {
                vec![Effect::Copy(std::rc::Rc::new(move |session| markdown(session, meeting)))]
            }))
        },
    },
    Action {
        name: "meeting.take-next",
        keys: &[key('c')],
        scope: Scope::On(Kind::Meeting),
        group: Group::Meet,
        label: || words().act_meeting_take_next(),
        doc: || words().act_meeting_take_next_doc(),
        hint: Hint::Then(1, always),
        bind: |app| next_chair(app, true),
    },
    Action {
        name: "meeting.pass-next",
        keys: &[key('-')],
        scope: Scope::On(Kind::Meeting),
        group: Group::Meet,
        label: || words().act_meeting_pass_next(),
        doc: || words().act_meeting_pass_next_doc(),
        hint: Hint::Then(2, always),
        bind: |app| next_chair(app, false),
    },
];

/// The turn that is on the screen.
fn turn(app: &App) -> Option<MeetingTurn> {
    app.pages.last()?.meeting()
}

fn open(app: &App) -> Option<MeetingTurn> {
    turn(app).filter(|turn| turn.is_open)
}

fn over(app: &App) -> Option<MeetingTurn> {
    turn(app).filter(|turn| !turn.is_open)
}

fn go(turn: MeetingTurn, to: Destination, how: Option<How>) -> Run {
    perform(Command::MoveMeeting(MoveMeeting { meeting: turn.meeting, from: turn.turn, to, how }))
}

fn clock(turn: MeetingTurn, clock: Clockwork) -> Run {
    perform(Command::TimeMeeting(TimeMeeting { meeting: turn.meeting, turn: turn.turn, clock }))
}

/// How whoever is asked in the round answers; other keys are free for what they lead once one of it is selected.
fn answered(app: &App, how: How) -> Option<Run> {
    let turn = open(app).filter(|turn| turn.place.step.is_round())?;
    let member = turn.place.member?;
    let is_at_it = action::selection(app) == Some(member.into());
    is_at_it.then(|| go(turn, Destination::Next, Some(how)))
}

/// Lets the later of two that go on go on in the earlier one.
fn join_to(app: &App) -> Option<Run> {
    let turn = open(app)?;
    let (here, other) = (turn.meeting, turn.other?);
    Some(Box::new(move |_| {
        let mut effects = ask::run(move |session| {
            let began =
                |id| Ok::<_, Error>(session.meeting(id)?.and_then(|meeting| meeting.origin).map(|o| o.at));
            let is_earlier = (began(here)?, here) < (began(other)?, other);
            let (meeting, into) = if is_earlier { (other, here) } else { (here, other) };
            session.perform(&Command::JoinMeetings(JoinMeetings { meeting, into }))
        });
        effects.push(Effect::Open(meeting::open(turn.kind)));
        effects
    }))
}

/// Keeps something for afterwards.
fn park(app: &App) -> Option<Run> {
    let meeting = turn(app)?.meeting;
    Some(Box::new(move |app| {
        let prompt = Prompt::new(words().act_meeting_ask_park()).does(words().act_meeting_park());
        ask::show(
            app,
            ask::text(prompt, move |_, text| {
                ask::perform(Command::ParkTopic(ParkTopic { meeting, text, about: None, with: Vec::new() }))
            }),
        )
    }))
}

/// Keeps a topic of the agenda for the meeting that goes on, with whoever should be there.
fn take_topic(app: &App) -> Option<Run> {
    let topic = app.page::<AgendaPage>()?.topic()?.clone();
    let meetings = &app.overview.meetings;
    let meeting = meetings.iter().find(|going| going.am_there).or(meetings.first())?.meeting;
    Some(Box::new(move |_| {
        ask::run(move |session| {
            let (text, about) = (topic.said.clone(), topic.about.map(|about| about.id));
            let with = topic.who.iter().filter_map(|name| session.find(name).ok()).collect();
            session.perform(&Command::ParkTopic(ParkTopic { meeting, text, about, with }))
        })
    }))
}

/// To a step by its name; a meeting that is over goes on there.
fn step(app: &App) -> Option<Run> {
    let turn = turn(app)?;
    Some(Box::new(move |app| {
        let steps: Vec<Step> = turn.kind.steps().collect();
        let items = (0..)
            .zip(&steps)
            .map(|(n, step)| Item::new(Pick::Nth(n), words().meeting_step(step.as_str()), ""));
        ask::show(
            app,
            ask::pick(words().act_meeting_ask_step(), items.collect(), move |_, pick| {
                let Pick::Nth(n) = pick else { return Vec::new() };
                let to = Destination::Step(steps[n]);
                let command = MoveMeeting { meeting: turn.meeting, from: turn.turn, to, how: None };
                ask::perform(Command::MoveMeeting(command))
            }),
        )
    }))
}

/// Takes a topic out of the parking lot: as work that somebody can pull, or since it was talked about, or is let go.
pub fn take_up(meeting: MeetingId, topic: RecordId, text: String) -> Run {
    Box::new(move |app| {
        let ways = [words().act_meeting_becomes_task(), words().act_meeting_let_go()];
        let items = (0..).zip(ways).map(|(n, way)| Item::new(Pick::Nth(n), way, ""));
        ask::show(
            app,
            ask::pick(words().act_meeting_ask_take_up(), items.collect(), move |_, pick| {
                let text = text.clone();
                let becomes_task = pick == Pick::Nth(0);
                ask::run(move |session| {
                    let mut commands = Vec::new();
                    let becomes = becomes_task.then(|| TaskId(session.new_id()));
                    if let Some(id) = becomes {
                        let title = text.lines().next().unwrap_or_default();
                        commands.push(Command::AddTask(AddTask::titled(id, title, Place::End)));
                    }
                    let becomes = becomes.map(Into::into);
                    commands.push(Command::TakeUp(TakeUp { meeting, topic, becomes }));
                    session.perform_all(&commands)
                })
            }),
        )
    })
}

/// Says that one facilitates the next one, or does not.
fn next_chair(app: &App, takes: bool) -> Option<Run> {
    let meeting = over(app)?.meeting;
    Some(perform(Command::NextChair(NextChair { meeting, takes })))
}

fn markdown(session: &Session, id: MeetingId) -> Result<String, Error> {
    match session.meeting(id)? {
        Some(meeting) => Ok(session.minutes(&meeting)?.markdown()),
        None => Ok(String::new()),
    }
}
