//! The shapes of meetings, and how they are filled.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::fill::{entry, members};
use super::{Entry, Subject};
use crate::domain::id::MemberId;
use crate::domain::meeting::{self, Place};
use crate::domain::subject::Kind;
use crate::session::{self, Error, Session};

/// A stand-up or a retro that goes on.
#[derive(Serialize)]
pub struct Meeting {
    /// `standup` or `retro`.
    pub kind: &'static str,
    pub key: String,
    /// When it began.
    pub at: DateTime<Utc>,
    /// `goals`, `since`, `walk`, `pull`, `round`, `park` or `reach`; of a retro `last`, `check_in`, `gather`, `group`, `dots`,
    /// `talk`, `act` or `thanks`.
    pub step: String,
    /// The task that the team looks at, or who has their turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// Who facilitates.
    pub chairs: Vec<Subject>,
    /// Who is there, and who of the team was not heard yet.
    pub there: Vec<Subject>,
    pub not_heard: Vec<Subject>,
    /// What was kept for afterwards.
    pub for_later: Vec<String>,
    /// The columns of a retro, the cards in them as far as they are shown, and what it decided to do.
    pub columns: Vec<String>,
    pub cards: Vec<Card>,
    pub decided: Vec<Subject>,
}

/// Cards of a retro that were put together, or one alone.
#[derive(Serialize)]
pub struct Card {
    pub title: String,
    /// Which of the columns, counted from 0.
    pub column: u32,
    /// What stands on each of them.
    pub texts: Vec<String>,
    pub dots: u32,
}

/// A meeting that was held, or goes on.
#[derive(Serialize)]
pub struct MeetingHeld {
    pub key: String,
    pub title: String,
    /// When it began.
    pub at: DateTime<Utc>,
    pub ended: Option<DateTime<Utc>>,
    /// How many were there.
    pub there_count: usize,
    /// How many topics nobody has taken out yet.
    pub topics_left: usize,
}

/// What came of a meeting.
#[derive(Serialize)]
pub struct Minutes {
    pub key: String,
    pub title: String,
    /// When it began.
    pub at: DateTime<Utc>,
    pub ended: Option<DateTime<Utc>>,
    /// What was done to tasks while it went on.
    pub happened: Vec<Happening>,
    pub for_later: Vec<String>,
    pub there: Vec<Subject>,
    pub not_there: Vec<Subject>,
    /// Who facilitates the next one.
    pub next_chair: Option<Subject>,
    /// All of it, as `setara standup --last` prints it.
    pub markdown: String,
}

/// What happened of one sort.
#[derive(Serialize)]
pub struct Happening {
    /// `done`, `added`, `blocked`, `cleared`, `claimed` or `handed_over`.
    pub sort: &'static str,
    /// The newest first; of one task its last.
    pub entries: Vec<Entry>,
    /// How many more there are.
    pub untold: usize,
}

impl MeetingHeld {
    pub fn of(held: &session::Held) -> MeetingHeld {
        let row = &held.row;
        MeetingHeld {
            key: row.id.to_string(),
            title: held.title.clone(),
            at: row.started.to_utc(),
            ended: row.ended.map(|ended| ended.to_utc()),
            there_count: row.present,
            topics_left: row.topics,
        }
    }
}

pub fn meeting(session: &Session, meeting: &meeting::Meeting) -> Result<Meeting, Error> {
    let place = meeting.place();
    let at = |place: Place| place.task.map(|task| (task.into(), Kind::Task));
    let asked = |place: Place| place.member.map(|member| (member.into(), Kind::Member));
    let subject = place.and_then(|place| at(place).or(asked(place)));
    let ahead = session.ahead(meeting.kind)?;
    Ok(Meeting {
        kind: meeting.kind.as_str(),
        key: meeting.id.to_string(),
        at: meeting.origin.map_or(session.now(), |origin| origin.at).to_utc(),
        step: place.map(|place| place.step.as_str().to_owned()).unwrap_or_default(),
        subject: subject.map(|(id, kind)| Subject::of(session, id, kind)).transpose()?,
        chairs: members(session, meeting.chair.get().copied())?,
        there: members(session, meeting.present())?,
        not_heard: members(session, meeting.still_to_hear(&ahead))?,
        for_later: meeting.parked().map(|topic| topic.text.clone()).collect(),
        columns: meeting.cards.columns.clone(),
        cards: meeting
            .cards
            .groups()
            .iter()
            .map(|group| Card {
                title: group.title.to_owned(),
                column: group.cards.first().map_or(0, |card| card.column),
                texts: group.cards.iter().map(|card| card.text.clone()).collect(),
                dots: group.dots,
            })
            .collect(),
        decided: meeting
            .cards
            .actions
            .iter()
            .map(|acted| Subject::of(session, acted.task.into(), Kind::Task))
            .collect::<Result<_, Error>>()?,
    })
}

pub fn minutes(
    session: &Session,
    meeting: &meeting::Meeting,
    minutes: &session::Minutes,
) -> Result<Minutes, Error> {
    let ids = |members: &[(MemberId, String)]| members.iter().map(|(id, _)| *id).collect::<Vec<_>>();
    let happened = minutes.happened.parts.iter().map(|part| {
        let entries = part.told.iter().map(|one| entry(session, &one.record, &one.phrase, 1));
        Ok(Happening {
            sort: part.sort.as_str(),
            entries: entries.collect::<Result<_, Error>>()?,
            untold: part.more,
        })
    });
    Ok(Minutes {
        key: meeting.id.to_string(),
        title: minutes.title.clone(),
        at: minutes.began.to_utc(),
        ended: minutes.ended.map(|ended| ended.to_utc()),
        happened: happened.collect::<Result<_, Error>>()?,
        for_later: minutes.topics.iter().map(|(text, _)| text.clone()).collect(),
        there: members(session, ids(&minutes.present))?,
        not_there: members(session, ids(&minutes.absent))?,
        next_chair: minutes
            .next
            .iter()
            .map(|(id, _)| Subject::of(session, (*id).into(), Kind::Member))
            .next()
            .transpose()?,
        markdown: minutes.markdown(),
    })
}
