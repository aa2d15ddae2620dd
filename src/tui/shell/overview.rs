//! What the screens know of the board besides the rows of their panes: read once for each change, never while drawing.

use chrono::FixedOffset;

use super::news::News;
use crate::domain::calendar::{At, Day};
use crate::domain::id::{MeetingId, MemberId, SubjectRef, TaskId};
use crate::domain::meeting::{MeetingKind, is_long_ago};
use crate::domain::meets::Sitting;
use crate::domain::task::OFFER_DAYS;
use crate::domain::terms::Terms;
use crate::session::{Error, Moment, OfferInWords, Session};
use crate::store::{Counts, OfferRow, StageSize, TaskRow};

/// Beyond so many nobody counts what waits for them.
const AWAITED: usize = 99;

/// The team, who acts, the time, and the kept counts.
#[derive(Debug, Clone, Default)]
pub struct Overview {
    pub team: String,
    /// The file in which the board lies; none in memory.
    pub file: Option<String>,
    /// Who acts, with their name; `None` until that is known.
    pub me: Option<(MemberId, String)>,
    pub now: At,
    /// Today where the person is.
    pub today: Day,
    pub offset: Option<FixedOffset>,
    pub counts: Counts,
    /// How many rows the board asks in.
    pub findings: i64,
    /// Handovers that await an answer of who acts.
    pub offers: Vec<OfferRow>,
    /// What else awaits it: ways out, and that somebody would be their buddy.
    pub awaits: Vec<OfferInWords>,
    /// How many open decisions wait for the voice of who acts.
    pub awaited: usize,
    pub read_only: bool,
    /// Whether the time or the ids are not the real ones.
    pub is_test: bool,
    /// What the team agreed on: its names of states among it.
    pub terms: Terms,
    /// The line of the selected task on a page that has lines of other kinds: what the keys may do follows from it.
    pub selected_row: Option<TaskRow>,
    /// Whether another time than the present is looked at.
    pub past: Option<Past>,
    /// The meetings that go on, one of each kind.
    pub meetings: Vec<Going>,
    /// The meeting that the team agreed on for now or soon and that nobody has begun yet.
    pub soon: Option<Sitting>,
    /// How many rows the stage of the meeting has that who acts drives, where its letters are too small for a room.
    pub small_stage: Option<u16>,
    /// Since when something is hidden beside the board that seems to be forgotten.
    pub forgotten_hidden: Option<At>,
    /// What touches one since one looked last. Read once, at the start.
    pub news: News,
}

/// A meeting that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Going {
    pub kind: MeetingKind,
    pub meeting: MeetingId,
    /// Whether who acts is there.
    pub am_there: bool,
    /// Whether nobody has done anything in it for hours.
    pub is_forgotten: bool,
}

/// The past that is looked at.
#[derive(Debug, Clone)]
pub enum Past {
    /// It is still being fetched; what is on the screen is the present.
    Coming,
    There(Box<Moment>),
}

impl Overview {
    pub fn read(session: &Session) -> Result<Overview, Error> {
        let (board, now, today) = (session.board(), session.now(), session.today());
        let me = match session.me() {
            // By the name of today: before one joined there is none.
            Some(me) => Some((me, session.journal().names([me.into()])?.name(me).to_owned())),
            None => None,
        };
        let offers = match session.me() {
            // What was offered then asks for no answer now.
            Some(me) if !session.is_looking_back() => board.offers_to(me, now.plus_days(-OFFER_DAYS))?,
            _ => Vec::new(),
        };
        let awaited = match session.me() {
            Some(me) if !session.is_looking_back() => board.decisions_awaiting(me, AWAITED)?.len(),
            _ => 0,
        };
        let past = match session.moment()? {
            Some(moment) => Some(Past::There(Box::new(moment))),
            None => session.is_looking_back().then_some(Past::Coming),
        };
        Ok(Overview {
            team: session.team()?,
            file: board.is_in_file().then(|| board.path().display().to_string()),
            me,
            now,
            today,
            offset: Some(session.environment().offset()),
            counts: board.counts()?,
            findings: board.question_count(now, today)?,
            offers,
            awaits: if session.is_looking_back() { Vec::new() } else { session.waits_for_me()? },
            awaited,
            read_only: board.is_read_only(),
            is_test: session.environment().is_fixed_for_tests(),
            terms: board.terms()?,
            selected_row: None,
            past,
            meetings: going(session)?,
            soon: if session.is_looking_back() { None } else { session.meeting_soon()? },
            small_stage: small_stage(session)?,
            forgotten_hidden: if board.is_read_only() { None } else { session.forgotten_hidden()? },
            news: News::default(),
        })
    }

    pub fn my_id(&self) -> Option<MemberId> {
        self.me.as_ref().map(|(id, _)| *id)
    }

    /// The moment that is looked at, where it is not the present.
    pub fn moment(&self) -> Option<&Moment> {
        match &self.past {
            Some(Past::There(moment)) => Some(moment),
            Some(Past::Coming) | None => None,
        }
    }

    /// Whether the last step through time changed this; in the present, whether others did since one looked.
    pub fn has_changed(&self, subject: SubjectRef) -> bool {
        self.moment().is_some_and(|moment| moment.changed.contains(&subject.id))
            || self.news().is_some_and(|news| news.marks(subject))
    }

    /// The offer of a task to who acts.
    pub fn offer_of(&self, task: TaskId) -> Option<&OfferRow> {
        self.offers.iter().find(|offer| offer.task == task)
    }
}

fn going(session: &Session) -> Result<Vec<Going>, Error> {
    let mut meetings = Vec::new();
    for kind in MeetingKind::ALL {
        let Some(meeting) = session.board().open_meeting(kind)? else { continue };
        let am_there = match session.me() {
            Some(me) => session.board().is_present(meeting, me)?,
            None => false,
        };
        let latest = session.board().meeting_latest(meeting)?;
        let is_forgotten = latest.is_some_and(|latest| is_long_ago(latest, session.now()));
        meetings.push(Going { kind, meeting, am_there, is_forgotten });
    }
    Ok(meetings)
}

/// Beyond so many rows the letters of a terminal are too small to be read from the back of a room.
const TOO_MANY_ROWS: u16 = 30;
/// A stage that left its size so long ago came to no end that it could say.
const STAGE_MS: i64 = 12 * 3_600_000;

fn small_stage(session: &Session) -> Result<Option<u16>, Error> {
    let board = session.journal();
    let is_small = |size: &StageSize| {
        size.rows > TOO_MANY_ROWS && (0..STAGE_MS).contains(&session.now().0.saturating_sub(size.at.0))
    };
    let (Some(size), Some(me)) = (board.stage_size()?.filter(is_small), session.me()) else {
        return Ok(None);
    };
    for kind in MeetingKind::ALL {
        if session.open_meeting(kind)?.is_some_and(|meeting| meeting.chair.get() == Some(&me)) {
            return Ok(Some(size.rows));
        }
    }
    Ok(None)
}
