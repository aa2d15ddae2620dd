//! What stand-ups and retros have in common: step by step through the one that goes on, and what came of the last one.

use clap::Subcommand;

use super::context::{Context, joined, said, short};
use super::paper::{Look, piece};
use super::past_meetings::Out;
use super::stop::Stop;
use super::{complete, json, screens};
use crate::domain::decide::{
    AcceptSwap, Command, Destination, EndMeeting, JoinMeeting, JoinMeetings, LeaveMeeting, MoveMeeting,
    NextChair, OfferSwap, ParkTopic, RetroSetup, StartMeeting, TakeChair, TakeUp,
};
use crate::domain::id::{MeetingId, MemberId, RecordId};
use crate::domain::meeting::{How, Meeting, MeetingKind, Step};
use crate::domain::subject::Kind;
use crate::words::words;

/// What is done in a meeting of any kind.
#[derive(Subcommand)]
pub enum Verb {
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
    #[command(about = words().cmd_meeting_offer_swap())]
    OfferSwap(Member),
    #[command(about = words().cmd_meeting_accept_swap())]
    AcceptSwap,
}

#[derive(clap::Args)]
pub struct Member {
    #[arg(value_name = "NAME", add = complete::member(), help = words().cmd_meeting_swap_with())]
    name: String,
}

#[derive(clap::Args)]
pub struct To {
    #[arg(value_name = "STEP", help = words().cmd_standup_step())]
    step: String,
}

#[derive(clap::Args)]
pub struct Whom {
    #[arg(value_name = "NAME", add = complete::member(), help = words().cmd_standup_whom())]
    whom: Option<String>,
}

#[derive(clap::Args)]
pub struct Park {
    #[arg(required = true, value_name = "TEXT", help = words().cmd_standup_topic())]
    text: Vec<String>,
    #[arg(long = "with", value_name = "NAME", add = complete::member(), help = words().cmd_standup_with())]
    with: Vec<String>,
}

#[derive(clap::Args)]
pub struct Take {
    #[arg(value_name = "NUMBER", help = words().cmd_standup_number())]
    number: usize,
    #[arg(long, value_name = "WHAT", add = complete::task(), help = words().cmd_standup_becomes())]
    becomes: Option<String>,
}

/// More topics than anybody reads.
const TOPICS: usize = 1_000;

impl Verb {
    pub fn run(self, context: &mut Context, kind: MeetingKind) -> Result<(), Stop> {
        if let Verb::Topics = self {
            return list(context, kind);
        }
        context.acting()?;
        if let Verb::Merge = self {
            return merge(context, kind);
        }
        let meeting = match self {
            // One that is over can be gone on with, and be said of who facilitates the next.
            Verb::To(_)
            | Verb::Take(_)
            | Verb::TakeNext
            | Verb::PassNext
            | Verb::OfferSwap(_)
            | Verb::AcceptSwap => open(context, kind)?.or(ended(context, kind)?),
            _ => open(context, kind)?,
        };
        let Some(meeting) = meeting else { return Err(none(kind)) };
        let id = meeting.id;
        let whom = |context: &mut Context, whom: Option<String>| -> Result<Option<MemberId>, Stop> {
            whom.map(|whom| context.session()?.find(&whom).map_err(Stop::from)).transpose()
        };
        let command = match self {
            Verb::Topics | Verb::Merge => return Ok(()),
            Verb::Next => go(&meeting, Destination::Next, None)?,
            Verb::Back => go(&meeting, Destination::Back, None)?,
            Verb::To(to) => {
                let step = Step::named(&to.step).filter(|step| kind.steps().any(|own| own == *step));
                let step = step.ok_or_else(|| {
                    let steps: Vec<&str> = kind.steps().map(Step::as_str).collect();
                    Stop::refused(
                        words().out_meeting_steps(steps.join(", ")),
                        words().out_meeting_hint(kind.as_str(), "next"),
                    )
                })?;
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
                let topics = topics(context, kind)?;
                let topic = take.number.checked_sub(1).and_then(|at| topics.get(at));
                let Some((topic, _)) = topic else {
                    let hint = words().out_meeting_hint(kind.as_str(), "topics");
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
            Verb::OfferSwap(of) => {
                let with = context.session()?.find(&of.name)?;
                Command::OfferSwap(OfferSwap { meeting: id, with })
            }
            Verb::AcceptSwap => Command::AcceptSwap(AcceptSwap { meeting: id }),
        };
        context.perform(&command).map(drop)
    }
}

/// All topics that nobody has taken up: those of the meeting that goes on, then those of earlier ones.
fn topics(context: &mut Context, kind: MeetingKind) -> Result<Vec<(RecordId, String)>, Stop> {
    let open = open(context, kind)?;
    let own = open.iter().flat_map(|open| open.parked()).map(|topic| (topic.id, topic.text.clone()));
    let drawer = context.session()?.board().drawer(TOPICS)?;
    Ok(own.chain(drawer.into_iter().map(|topic| (topic.id, topic.text))).collect())
}

fn list(context: &mut Context, kind: MeetingKind) -> Result<(), Stop> {
    let topics = topics(context, kind)?;
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
fn merge(context: &mut Context, kind: MeetingKind) -> Result<(), Stop> {
    let open = context.session()?.board().open_meetings(kind)?;
    match open.as_slice() {
        [] => Err(none(kind)),
        [_] => {
            Err(Stop::refused(words().out_meeting_one(), words().out_meeting_hint(kind.as_str(), "--last")))
        }
        [into, .., meeting] => {
            let command = JoinMeetings { meeting: *meeting, into: *into };
            context.perform(&Command::JoinMeetings(command)).map(drop)
        }
    }
}

/// Moves on from where the meeting is, as it was read.
fn go(meeting: &Meeting, to: Destination, how: Option<How>) -> Result<Command, Stop> {
    let from = meeting.course.now().ok_or_else(|| none(meeting.kind))?.id;
    Ok(Command::MoveMeeting(MoveMeeting { meeting: meeting.id, from, to, how }))
}

/// The one of a kind that goes on.
pub fn open(context: &mut Context, kind: MeetingKind) -> Result<Option<Meeting>, Stop> {
    Ok(context.session()?.open_meeting(kind)?)
}

fn ended(context: &mut Context, kind: MeetingKind) -> Result<Option<Meeting>, Stop> {
    Ok(context.session()?.last_meeting(kind)?)
}

/// That none of the kind goes on.
pub fn none(kind: MeetingKind) -> Stop {
    Stop::refused(words().out_meeting_none(kind.as_str()), words().out_meeting_hint(kind.as_str(), "start"))
}

/// Begins one.
pub fn start(context: &mut Context, kind: MeetingKind, retro: Option<RetroSetup>) -> Result<(), Stop> {
    let id = MeetingId(context.acting()?.new_id());
    context.perform(&Command::StartMeeting(StartMeeting { id, kind, retro })).map(drop)
}

/// What came of the last one, to be read in the team's chat.
pub fn last(context: &mut Context, kind: MeetingKind, out: &Out) -> Result<(), Stop> {
    let Some(meeting) = ended(context, kind)? else { return Err(none(kind)) };
    let minutes = context.session()?.minutes(&meeting)?;
    if context.json() && !out.is_file() {
        let shape = json::minutes(context.session()?, &meeting, &minutes)?;
        return context.paper.json(&shape);
    }
    out.put(context, &minutes.markdown())
}

/// The one that goes on: on the screen, or where there is none as text.
pub fn show(context: &mut Context, kind: MeetingKind) -> Result<(), Stop> {
    let action = match kind {
        MeetingKind::Standup => "meeting.standup",
        MeetingKind::Retro => "meeting.retro",
    };
    if screens::open_at(context, action)? {
        return Ok(());
    }
    let Some(meeting) = open(context, kind)? else { return Err(none(kind)) };
    if context.json() {
        let shape = json::meeting(context.session()?, &meeting)?;
        return context.paper.json(&shape);
    }
    let session = context.session()?;
    let ahead = session.ahead(kind)?;
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
        let topic = || place.topic.and_then(|topic| meeting.cards.group_of(topic));
        match (place.task, place.member, topic()) {
            (Some(task), ..) => {
                words().meeting_place(step, words().page_task_line(names.handle(task), names.name(task)))
            }
            (None, Some(member), _) => words().meeting_place(step, names.name(member)),
            (None, None, Some(topic)) => words().meeting_place(step, topic.title),
            (None, None, None) => step,
        }
    };
    let here = place.map(at).unwrap_or_default();
    let next = next.map_or_else(|| words().meeting_next_end(), at);
    let waiting: Vec<&str> = waiting.iter().map(|member| names.name(*member)).collect();
    let paper = &mut context.paper;
    paper.heading(words().meeting_kind(kind.as_str()))?;
    paper.line(here)?;
    paper.line(piece(words().out_standup_next(next), Look::Quiet))?;
    if !waiting.is_empty() {
        paper.line(piece(words().out_standup_waiting(waiting.join(", ")), Look::Quiet))?;
    }
    Ok(())
}
