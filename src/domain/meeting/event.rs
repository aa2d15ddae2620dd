//! The events of a meeting: their payloads, and what is to be known of each besides its effect.

use super::plan::{CardId, CardNames, Dots, How, MeetingKind, Place, Planned};
use crate::domain::calendar::At;
use crate::domain::event::{Event, EventFacts, events, payloads};
use crate::domain::id::{MeetingId, MemberId, RecordId, SubjectId, TaskId};

events! {
    /// What happens to a meeting.
    MeetingEvent of Meeting {
        Started(MeetingStarted) = "meeting.started",
        Joined(MeetingJoined) = "meeting.joined",
        Left(MeetingLeft) = "meeting.left",
        Moved(MeetingMoved) = "meeting.moved",
        Timed(MeetingTimed) = "meeting.timed",
        Chaired(MeetingChaired) = "meeting.chaired",
        Parked(MeetingParked) = "meeting.parked",
        TakenUp(MeetingTakenUp) = "meeting.taken_up",
        NextTaken(MeetingNextTaken) = "meeting.next_taken",
        NextPassed(MeetingNextPassed) = "meeting.next_passed",
        Ended(MeetingEnded) = "meeting.ended",
        JoinedTo(MeetingJoinedTo) = "meeting.joined_to",
        CardAdded(MeetingCardAdded) = "meeting.card_added",
        CardStruck(MeetingCardStruck) = "meeting.card_struck",
        Revealed(MeetingRevealed) = "meeting.revealed",
        Grouped(MeetingGrouped) = "meeting.grouped",
        Counted(MeetingCounted) = "meeting.counted",
        Acted(MeetingActed) = "meeting.acted",
        SwapOffered(MeetingSwapOffered) = "meeting.swap_offered",
        SwapAccepted(MeetingSwapAccepted) = "meeting.swap_accepted",
    }
}

payloads! {
    /// A meeting begins at the first step of its plan, with its author in the chair. `saw` are the open meetings of its kind.
    /// A retro has columns for its cards, and dots.
    MeetingStarted {
        must kind: MeetingKind, must plan: Vec<Planned>, list saw: MeetingId, may format: String, list columns: String,
        may dots: Dots, may names: CardNames, imported,
    }
    /// Somebody is there: `of`, else the author.
    MeetingJoined { may of: MemberId, imported, }
    /// Somebody is not there any more: `of`, else the author.
    MeetingLeft { may of: MemberId, imported, }
    /// The turn `from` is over, and one at the place `to` begins. `how` is how whoever was asked there answered; `source` is
    /// what `from` is elsewhere.
    MeetingMoved {
        must from: RecordId, must to: Place, may how: How, may by: MemberId, may at: At, may source: String,
    }
    /// The clock of a turn runs until a moment, or rests with so many seconds left. It ends what was said of it before.
    MeetingTimed { must turn: RecordId, may until: At, may rests: u32, }
    /// The author takes the chair. It ends whose it was.
    MeetingChaired { imported, }
    /// A topic for later, perhaps about a subject, perhaps for some members.
    MeetingParked { must text: String, may about: SubjectId, list with: MemberId, imported, }
    /// A parked topic was taken up, here or in a later meeting, perhaps as a task; or it was let go.
    MeetingTakenUp { must topic: RecordId, may becomes: SubjectId, imported, }
    /// The author facilitates the next meeting of this kind. It ends who would have.
    MeetingNextTaken { imported, }
    /// The author does not facilitate the next one.
    MeetingNextPassed { imported, }
    /// It is over at the turn that it names.
    MeetingEnded { must turn: RecordId, imported, }
    /// Two of a kind were open: this one goes on in that one.
    MeetingJoinedTo { must meeting: MeetingId, }
    /// A card in one of the columns, counted from 0, with its author's name.
    MeetingCardAdded { must column: u32, must text: String, imported, }
    /// A card is struck, with the reason.
    MeetingCardStruck { must card: CardId, must why: String, imported, }
    /// What was hidden in a gathering is shown: each card's column and text, in the order of column and of the SHA-256 of
    /// the text, which tells nothing of who wrote what, or when. `ready` had said that they are.
    MeetingRevealed { must gather: RecordId, must ready: u32, list cards: (u32, String), imported, }
    /// Cards are put to the one that gives the group its id. It ends where they were put before, and what it was called.
    MeetingGrouped { must group: CardId, list cards: CardId, may name: String, imported, }
    /// The dots of so many voters of one machine: sums only.
    MeetingCounted { must vote: RecordId, must voters: u32, list dots: (CardId, u32), imported, }
    /// The team does something about it: a task.
    MeetingActed { must task: TaskId, imported, }
    /// The author, whose turn it is to facilitate the next meeting, offers somebody to swap.
    MeetingSwapOffered { must with: MemberId, }
    /// The author swaps: they facilitate the next one, and whoever offered does not.
    MeetingSwapAccepted { must offer: RecordId, }
}

impl MeetingStarted {
    /// One of a kind, with the plan of that, at which nothing else is said.
    pub fn of(kind: MeetingKind) -> MeetingStarted {
        MeetingStarted {
            kind,
            plan: kind.plan(),
            saw: Vec::new(),
            format: None,
            columns: Vec::new(),
            dots: None,
            names: None,
            by: None,
            at: None,
            from: None,
        }
    }
}

impl MeetingEvent {
    /// What is to be known of it besides its effect. The tasks and members of a place are not named: that a meeting spoke
    /// of something keeps nobody from undoing it.
    pub fn facts(&self) -> EventFacts<'_> {
        match self {
            MeetingEvent::Started(e) => EventFacts::makes().imported(e.by, e.at, &e.from),
            MeetingEvent::Joined(e) => EventFacts::plain().naming(of(e.of)).imported(e.by, e.at, &e.from),
            MeetingEvent::Left(e) => EventFacts::plain().naming(of(e.of)).imported(e.by, e.at, &e.from),
            MeetingEvent::Moved(e) => EventFacts::plain().never_undone().imported(e.by, e.at, &e.source),
            MeetingEvent::Timed(_) => EventFacts::plain(),
            MeetingEvent::Chaired(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MeetingEvent::Parked(e) => {
                EventFacts::plain().naming([e.about, None]).naming_all(&e.with).imported(e.by, e.at, &e.from)
            }
            MeetingEvent::TakenUp(e) => {
                EventFacts::plain().naming([e.becomes, None]).imported(e.by, e.at, &e.from)
            }
            MeetingEvent::NextTaken(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MeetingEvent::NextPassed(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MeetingEvent::Ended(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MeetingEvent::JoinedTo(e) => EventFacts::plain().naming([Some(e.meeting.into()), None]),
            MeetingEvent::CardAdded(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MeetingEvent::CardStruck(e) => {
                EventFacts::plain().rests_on(e.card.record).imported(e.by, e.at, &e.from)
            }
            // What was shown cannot be hidden again.
            MeetingEvent::Revealed(e) => EventFacts::plain().never_undone().imported(e.by, e.at, &e.from),
            MeetingEvent::Grouped(e) => EventFacts::plain().imported(e.by, e.at, &e.from),
            MeetingEvent::Counted(e) => EventFacts::plain().never_undone().imported(e.by, e.at, &e.from),
            MeetingEvent::Acted(e) => {
                EventFacts::plain().naming([Some(e.task.into()), None]).imported(e.by, e.at, &e.from)
            }
            MeetingEvent::SwapOffered(e) => EventFacts::plain().naming([Some(e.with.into()), None]),
            MeetingEvent::SwapAccepted(e) => EventFacts::plain().rests_on(e.offer),
        }
    }
}

fn of(member: Option<MemberId>) -> [Option<SubjectId>; 2] {
    [member.map(SubjectId::from), None]
}
