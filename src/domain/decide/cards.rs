//! The cards of a retro: written, put together, shown, voted on, and acted on. Everybody may do all of it.

use sha2::{Digest, Sha256};

use super::{Decide, Draft, NO_DAYS, Needs, Refusal, Scene, said};
use crate::domain::event::{
    MeetingActed, MeetingCardAdded, MeetingCardStruck, MeetingCounted, MeetingGrouped, MeetingRevealed,
};
use crate::domain::id::{MeetingId, RecordId, SubjectId, TaskId};
use crate::domain::meeting::{Card, CardId, CardNames, Dots, Meeting, MeetingKind};

/// So many columns at most: more do not stand side by side.
const COLUMNS: usize = 6;
/// So many letters of a column's name at most.
const COLUMN: usize = 40;

/// What a retro is begun with.
#[derive(Debug, Clone, PartialEq)]
pub struct RetroSetup {
    /// The name of the columns together.
    pub format: Option<String>,
    pub columns: Vec<String>,
    pub names: CardNames,
    pub dots: Dots,
}

impl RetroSetup {
    /// The names of the columns as they are written down.
    pub(super) fn columns(&self) -> Result<Vec<String>, Refusal> {
        let columns = self.columns.iter().map(|column| said(column)).collect::<Result<Vec<_>, _>>()?;
        let fits = |column: &String| column.chars().count() <= COLUMN && !column.contains('\n');
        match (1..=COLUMNS).contains(&columns.len()) && columns.iter().all(fits) {
            true => Ok(columns),
            false => Err(Refusal::ColumnsUnfit { columns: COLUMNS, letters: COLUMN }),
        }
    }
}

/// To write a card, with one's name on it.
#[derive(Debug, Clone, PartialEq)]
pub struct AddCard {
    pub meeting: MeetingId,
    /// Which of the columns, counted from 0.
    pub column: u32,
    pub text: String,
}

impl Decide for AddCard {
    fn needs(&self) -> Needs<'_> {
        of(self.meeting)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = retro(scene, self.meeting)?;
        if meeting.cards.are_hidden() {
            return Err(Refusal::CardsHidden);
        }
        is_column(meeting, self.column)?;
        let text = said(&self.text)?;
        let added = MeetingCardAdded { column: self.column, text, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.meeting, added)])
    }
}

/// To strike a card, saying why.
#[derive(Debug, Clone, PartialEq)]
pub struct StrikeCard {
    pub meeting: MeetingId,
    pub card: CardId,
    pub why: String,
}

impl Decide for StrikeCard {
    fn needs(&self) -> Needs<'_> {
        of(self.meeting)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = retro(scene, self.meeting)?;
        is_card(meeting, self.card)?;
        let why = said(&self.why)?;
        let struck = MeetingCardStruck { card: self.card, why, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.meeting, struck)])
    }
}

/// To put cards to another one, since they say the same; put to itself, a card stands alone again. What they are called
/// together may be said.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupCards {
    pub meeting: MeetingId,
    pub group: CardId,
    pub cards: Vec<CardId>,
    pub name: Option<String>,
}

impl Decide for GroupCards {
    fn needs(&self) -> Needs<'_> {
        of(self.meeting)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = retro(scene, self.meeting)?;
        is_card(meeting, self.group)?;
        let mut seen: Vec<RecordId> = Vec::new();
        for card in self.cards.iter().chain(self.name.is_some().then_some(&self.group)) {
            let card = is_card(meeting, *card)?;
            seen.extend(card.seen());
        }
        seen.sort();
        seen.dedup();
        let name = self.name.as_deref().map(said).transpose()?;
        let grouped = MeetingGrouped {
            group: self.group,
            cards: self.cards.clone(),
            name,
            by: None,
            at: None,
            from: None,
        };
        Ok(vec![Draft::new(self.meeting, grouped).ending(seen)])
    }
}

/// To show what is hidden, all at once.
#[derive(Debug, Clone, PartialEq)]
pub struct RevealCards {
    pub meeting: MeetingId,
    /// The turn in which they were gathered.
    pub gather: RecordId,
    /// How many said that they are ready.
    pub ready: u32,
    pub cards: Vec<(u32, String)>,
}

impl Decide for RevealCards {
    fn needs(&self) -> Needs<'_> {
        of(self.meeting)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = retro(scene, self.meeting)?;
        if !meeting.cards.are_hidden() {
            return Err(Refusal::CardsShown);
        }
        let mut cards = Vec::with_capacity(self.cards.len());
        let last = u32::try_from(meeting.cards.columns.len()).unwrap_or(u32::MAX).saturating_sub(1);
        for (column, text) in &self.cards {
            // Whoever touched the box by hand keeps nobody else's cards from being shown.
            cards.push(((*column).min(last), said(text)?));
        }
        // A function of the texts alone: it tells nothing of when or by whom they were written.
        cards.sort_by_cached_key(|(column, text)| (*column, Sha256::digest(text.as_bytes())));
        let revealed =
            MeetingRevealed { gather: self.gather, ready: self.ready, cards, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.meeting, revealed)])
    }
}

/// To write down the sums of the dots.
#[derive(Debug, Clone, PartialEq)]
pub struct CountDots {
    pub meeting: MeetingId,
    /// The turn in which they were put.
    pub vote: RecordId,
    pub voters: u32,
    pub dots: Vec<(CardId, u32)>,
}

impl Decide for CountDots {
    fn needs(&self) -> Needs<'_> {
        of(self.meeting)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = retro(scene, self.meeting)?;
        if self.voters == 0 {
            return Err(Refusal::NobodyVoted);
        }
        let mut dots = Vec::with_capacity(self.dots.len());
        // One that was struck meanwhile may have been put together with others.
        dots.extend(self.dots.iter().filter(|(card, _)| meeting.cards.card(*card).is_some()));
        dots.sort();
        let counted =
            MeetingCounted { vote: self.vote, voters: self.voters, dots, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.meeting, counted)])
    }
}

/// To say that a task is what the team does about it.
#[derive(Debug, Clone, PartialEq)]
pub struct ActOn {
    pub meeting: MeetingId,
    pub task: TaskId,
}

impl Decide for ActOn {
    fn needs(&self) -> Needs<'_> {
        Needs::new([SubjectId::from(self.meeting), self.task.into()], NO_DAYS)
    }

    fn decide(&self, scene: &Scene) -> Result<Vec<Draft>, Refusal> {
        let meeting = retro(scene, self.meeting)?;
        scene.task(self.task)?;
        if meeting.cards.actions.iter().any(|acted| acted.task == self.task) {
            return Err(Refusal::NothingToChange(self.task.into()));
        }
        let acted = MeetingActed { task: self.task, by: None, at: None, from: None };
        Ok(vec![Draft::new(self.meeting, acted)])
    }
}

fn of(meeting: MeetingId) -> Needs<'static> {
    Needs::new([SubjectId::from(meeting)], NO_DAYS)
}

fn retro(scene: &Scene, id: MeetingId) -> Result<&Meeting, Refusal> {
    let meeting = scene.meeting(id)?;
    match meeting.kind {
        MeetingKind::Retro => Ok(meeting),
        MeetingKind::Standup => Err(Refusal::NotARetro),
    }
}

fn is_column(meeting: &Meeting, column: u32) -> Result<(), Refusal> {
    let columns = meeting.cards.columns.len();
    let is_there = usize::try_from(column).is_ok_and(|column| column < columns);
    if is_there { Ok(()) } else { Err(Refusal::NoColumn(columns)) }
}

fn is_card(meeting: &Meeting, card: CardId) -> Result<&Card, Refusal> {
    meeting.cards.card(card).filter(|card| card.struck.is_none()).ok_or(Refusal::NoCard)
}
