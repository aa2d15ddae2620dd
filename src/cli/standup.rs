//! `setara standup`: the stand-up that goes on, step by step; what came of the last one.

use clap::Subcommand;

use super::context::{Context, joined, said, short};
use super::paper::{Look, piece};
use super::stop::Stop;
use super::{complete, json, screens};
use crate::domain::decide::{
    Command, Destination, EndMeeting, JoinMeeting, JoinMeetings, LeaveMeeting, MoveMeeting, NextChair,
    ParkTopic, StartMeeting, TakeChair, TakeUp,
};
use crate::domain::id::{MeetingId, MemberId, RecordId};
use crate::domain::meeting::{How, Meeting, MeetingKind, Step};
use crate::domain::subject::Kind;
use crate::words::words;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[arg(long, help = words().cmd_standup_last())]
    last: bool,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    #[command(about = words().cmd_standup_start())]
    Start,
    #[command(about = words().act_meeting_next_doc())]
    Next,
    #[command(about = words().act_meeting_back_doc())]
    Back,
    #[command(about = words().act_meeting_step_doc())]
    To(To),
    #[command(about = words().act_meeting_passed_doc())]
    Passed,
    #[command(about = words().act_meeting_absent_doc())]
    Absent,
    #[command(about = words().act_meeting_later_doc())]
    Later,
    #[command(about = words().cmd_standup_join())]
    Join(Whom),
    #[command(about = words().cmd_standup_leave())]
    Leave(Whom),
    #[command(about = words().act_meeting_park_doc())]
    Park(Park),
    #[command(about = words().cmd_standup_topics())]
    Topics,
    #[command(about = words().cmd_standup_take())]
    Take(Take),
    #[command(about = words().act_meeting_chair_doc())]
    Facilitate,
    #[command(about = words().act_meeting_end_doc())]
    End,
    #[command(about = words().cmd_standup_merge())]
    Merge,
    #[command(about = words().act_meeting_take_next_doc())]
    TakeNext,
    #[command(about = words().act_meeting_pass_next_doc())]
    PassNext,
}

#[derive(clap::Args)]
struct To {
    #[arg(value_name = "STEP", value_parser = Step::ALL.map(Step::as_str), help = words().cmd_standup_step())]
    step: String,
}

#[derive(clap::Args)]
struct Whom {
    #[arg(value_name = "NAME", add = complete::member(), help = words().cmd_standup_whom())]
    whom: Option<String>,
}

#[derive(clap::Args)]
struct Park {
    #[arg(required = true, value_name = "TEXT", help = words().cmd_standup_topic())]
    text: Vec<String>,
    #[arg(long = "with", value_name = "NAME", add = complete::member(), help = words().cmd_standup_with())]
    with: Vec<String>,
}

#[derive(clap::Args)]
struct Take {
    #[arg(value_name = "NUMBER", help = words().cmd_standup_number())]
    number: usize,
    #[arg(long, value_name = "WHAT", add = complete::task(), help = words().cmd_standup_becomes())]
    becomes: Option<String>,
}

/// More topics than anybody reads.
const TOPICS: usize = 1_000;

const KIND: MeetingKind = MeetingKind::Standup;

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        match self.verb {
            None if self.last => last(context),
            None => show(context),
            Some(verb) => verb.run(context),
        }
    }
}

impl Verb {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        if let Verb::Start = self {
            let id = MeetingId(context.acting()?.new_id());
            return context.perform(&Command::StartMeeting(StartMeeting { id, kind: KIND })).map(drop);
        }
        if let Verb::Topics = self {
            return list(context);
        }
        context.acting()?;
        if let Verb::Merge = self {
            return merge(context);
        }
        let meeting = match self {
            // One that is over can be gone on with, and be said of who facilitates the next.
            Verb::To(_) | Verb::Take(_) | Verb::TakeNext | Verb::PassNext => {
                open(context)?.or(ended(context)?)
            }
            _ => open(context)?,
        };
        let Some(meeting) = meeting else { return Err(none()) };
        let id = meeting.id;
        let whom = |context: &mut Context, whom: Option<String>| -> Result<Option<MemberId>, Stop> {
            whom.map(|whom| context.session()?.find(&whom).map_err(Stop::from)).transpose()
        };
        let command = match self {
            Verb::Start | Verb::Topics | Verb::Merge => return Ok(()),
            Verb::Next => go(&meeting, Destination::Next, None)?,
            Verb::Back => go(&meeting, Destination::Back, None)?,
            Verb::To(to) => {
                let step = Step::named(&to.step).ok_or_else(none)?;
                go(&meeting, Destination::Step(step), None)?
            }
            Verb::Passed => go(&meeting, Destination::Next, Some(How::Passed))?,
            Verb::Absent => go(&meeting, Destination::Next, Some(How::Absent))?,
            Verb::Later => go(&meeting, Destination::Next, Some(How::Later))?,
            Verb::Join(of) => Command::JoinMeeting(JoinMeeting { meeting: id, of: whom(context, of.whom)? }),
            Verb::Leave(of) => {
                Command::LeaveMeeting(LeaveMeeting { meeting: id, of: whom(context, of.whom)? })
            }
            Verb::Park(park) => {
                let session = context.session()?;
                let with =
                    park.with.iter().map(|name| session.find(name)).collect::<Result<Vec<MemberId>, _>>()?;
                let text = said(joined(&park.text))?;
                Command::ParkTopic(ParkTopic { meeting: id, text, about: None, with })
            }
            Verb::Take(take) => {
                let topics = topics(context)?;
                let topic = take.number.checked_sub(1).and_then(|at| topics.get(at));
                let Some((topic, _)) = topic else {
                    let hint = words().out_standup_topics_hint();
                    return Err(Stop::refused(words().out_standup_no_topic(take.number, topics.len()), hint));
                };
                let session = context.session()?;
                let becomes =
                    take.becomes.as_ref().map(|word| session.find_among(Kind::ALL, word)).transpose()?;
                let becomes = becomes.map(|subject| subject.id);
                Command::TakeUp(TakeUp { meeting: id, topic: *topic, becomes })
            }
            Verb::Facilitate => Command::TakeChair(TakeChair { meeting: id }),
            Verb::End => Command::EndMeeting(EndMeeting { meeting: id }),
            Verb::TakeNext => Command::NextChair(NextChair { meeting: id, takes: true }),
            Verb::PassNext => Command::NextChair(NextChair { meeting: id, takes: false }),
        };
        context.perform(&command).map(drop)
    }
}

/// All topics that nobody has taken up: those of the stand-up that goes on, then those of earlier ones.
fn topics(context: &mut Context) -> Result<Vec<(RecordId, String)>, Stop> {
    let open = open(context)?;
    let own = open.iter().flat_map(|open| open.parked()).map(|topic| (topic.id, topic.text.clone()));
    let drawer = context.session()?.board().drawer(TOPICS)?;
    Ok(own.chain(drawer.into_iter().map(|topic| (topic.id, topic.text))).collect())
}

fn list(context: &mut Context) -> Result<(), Stop> {
    let topics = topics(context)?;
    if context.json() {
        let texts: Vec<&str> = topics.iter().map(|(_, text)| text.as_str()).collect();
        return context.paper.json(&texts);
    }
    if topics.is_empty() {
        return context.paper.line(piece(words().meeting_nothing_parked(), Look::Quiet));
    }
    for (n, (_, text)) in (1..).zip(topics) {
        context.paper.line(words().refused_blocker(n, short(&text)))?;
    }
    Ok(())
}

/// Makes one of two that were begun apart.
fn merge(context: &mut Context) -> Result<(), Stop> {
    let open = context.session()?.board().open_meetings(KIND)?;
    match open.as_slice() {
        [] => Err(none()),
        [_] => Err(Stop::refused(words().out_standup_one(), words().out_standup_one_hint())),
        [into, .., meeting] => {
            let command = JoinMeetings { meeting: *meeting, into: *into };
            context.perform(&Command::JoinMeetings(command)).map(drop)
        }
    }
}

/// Moves on from where the meeting is, as it was read.
fn go(meeting: &Meeting, to: Destination, how: Option<How>) -> Result<Command, Stop> {
    let from = meeting.course.now().ok_or_else(none)?.id;
    Ok(Command::MoveMeeting(MoveMeeting { meeting: meeting.id, from, to, how }))
}

fn open(context: &mut Context) -> Result<Option<Meeting>, Stop> {
    Ok(context.session()?.open_meeting(KIND)?)
}

fn ended(context: &mut Context) -> Result<Option<Meeting>, Stop> {
    Ok(context.session()?.last_meeting(KIND)?)
}

fn none() -> Stop {
    Stop::refused(words().out_standup_none(), words().out_standup_none_hint())
}

/// What came of the last one, to be read in the team's chat.
fn last(context: &mut Context) -> Result<(), Stop> {
    let Some(meeting) = ended(context)? else { return Err(none()) };
    let minutes = context.session()?.minutes(&meeting)?;
    if context.json() {
        let shape = json::minutes(context.session()?, &meeting, &minutes)?;
        return context.paper.json(&shape);
    }
    context.paper.raw(&minutes.markdown())
}

/// The one that goes on: on the screen, or where there is none as text.
fn show(context: &mut Context) -> Result<(), Stop> {
    if screens::open_at(context, "meeting.standup")? {
        return Ok(());
    }
    let Some(meeting) = open(context)? else { return Err(none()) };
    if context.json() {
        let shape = json::standup(context.session()?, &meeting)?;
        return context.paper.json(&shape);
    }
    let session = context.session()?;
    let ahead = session.ahead(KIND)?;
    let place = meeting.place();
    let next = meeting.next(&ahead);
    let waiting = meeting.still_to_hear(&ahead);
    let ids = place
        .into_iter()
        .chain(next)
        .flat_map(|place| [place.task.map(Into::into), place.member.map(Into::into)].into_iter().flatten());
    let names = session.board().names(ids.chain(waiting.iter().map(|member| (*member).into())))?;
    let at = |place: crate::domain::meeting::Place| {
        let step = words().meeting_step(place.step.as_str());
        match (place.task, place.member) {
            (Some(task), _) => {
                words().meeting_place(step, words().page_task_line(names.handle(task), names.name(task)))
            }
            (None, Some(member)) => words().meeting_place(step, names.name(member)),
            (None, None) => step,
        }
    };
    let here = place.map(at).unwrap_or_default();
    let next = next.map_or_else(|| words().meeting_next_end(), at);
    let waiting: Vec<&str> = waiting.iter().map(|member| names.name(*member)).collect();
    let paper = &mut context.paper;
    paper.heading(words().meeting_kind(KIND.as_str()))?;
    paper.line(here)?;
    paper.line(piece(words().out_standup_next(next), Look::Quiet))?;
    if !waiting.is_empty() {
        paper.line(piece(words().out_standup_waiting(waiting.join(", ")), Look::Quiet))?;
    }
    Ok(())
}
