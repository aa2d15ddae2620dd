//! What is hidden until all of it is shown: cards before the reveal, dots before they are counted.
//!
//! **Invariant:** what is hidden is in the box beside the board and nowhere else, and the box says nobody beside a text.
//! Which of its lines this desk wrote is known to this desk alone, for as long as it runs.

use crate::domain::calendar::At;
use crate::domain::decide::{Command, CountDots, RevealCards};
use crate::domain::id::{MeetingId, MemberId, RecordId};
use crate::domain::meeting::{CardId, Meeting, Step};
use crate::session::{Done, Error, Session};
use crate::store::{Ballot, HiddenBox, HiddenCard, LineKey, line_key};
use crate::words::words;

/// So few that what is shown would say who wrote it.
const TOO_FEW: usize = 4;

/// After so many days what is hidden may be forgotten.
const FORGOTTEN_DAYS: i64 = 1;

/// The keys of the lines that this desk wrote, and who has written at this keyboard while it goes round.
#[derive(Debug, Clone, Default)]
pub struct Hand {
    cards: Vec<(MemberId, LineKey)>,
    ballots: Vec<(MemberId, LineKey)>,
    /// What was written while the keyboard goes round, of whom: in no file before it has gone round.
    round: Vec<(u32, String)>,
    wrote: Vec<MemberId>,
}

/// What may be known of what is hidden, as this desk may know it. How many cards there are is not among it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gathered {
    /// Who said that they are ready.
    pub ready: Vec<MemberId>,
    /// Who put dots.
    pub voted: Vec<MemberId>,
    /// The cards of this desk.
    pub own: Vec<(u32, String)>,
    /// The dots of this desk.
    pub dots: Vec<(CardId, u32)>,
    /// Whether only one user at one machine writes to the board, so that several desks can write hidden cards.
    pub one_writer: bool,
    /// Who has written since the keyboard began to go round.
    pub wrote: Vec<MemberId>,
}

impl Session {
    /// What may be known of what is hidden in a meeting.
    pub fn gathered(&self, meeting: &Meeting) -> Result<Gathered, Error> {
        let one_writer = self.board().has_one_writer()?;
        let mut gathered = Gathered { one_writer, wrote: self.hand.wrote.clone(), ..Gathered::default() };
        let Some(hidden) = self.board().hidden()?.filter(|hidden| is_of(hidden, meeting)) else {
            return Ok(gathered);
        };
        gathered.ready = hidden.ready.iter().copied().collect();
        gathered.voted = hidden.voted.iter().copied().collect();
        let me = self.me;
        let own = |card: &&HiddenCard| me.is_some_and(|me| self.hand.cards.contains(&(me, card.key)));
        gathered.own = hidden.cards.iter().filter(own).map(|card| (card.column, card.text.clone())).collect();
        let own = |ballot: &&Ballot| me.is_some_and(|me| self.hand.ballots.contains(&(me, ballot.key)));
        let ballot = hidden.votes.iter().find(own);
        gathered.dots = ballot.map(|ballot| ballot.dots.clone()).unwrap_or_default();
        Ok(gathered)
    }

    /// Writes a card that is hidden until all are shown.
    pub fn hide_card(&mut self, meeting: MeetingId, column: u32, text: &str) -> Result<(), Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        let text = text.trim();
        if text.is_empty() {
            return Err(Error::refusal(words().refused_empty_text(), words().hidden_card_hint()));
        }
        let key = line_key();
        self.in_box(meeting, Step::Gather, |hidden, meeting| {
            if !meeting.cards.are_hidden() {
                return Err(Error::refusal(words().refused_cards_shown(), words().hidden_named_hint()));
            }
            if usize::try_from(column).is_ok_and(|column| column >= meeting.cards.columns.len()) {
                let columns = meeting.cards.columns.len();
                return Err(Error::refusal(words().refused_no_column(columns), words().hidden_card_hint()));
            }
            hidden.cards.push(HiddenCard { key, column, text: text.to_owned() });
            // Whoever writes on is not ready yet.
            hidden.ready.remove(&me);
            Ok(())
        })?;
        self.hand.cards.push((me, key));
        Ok(())
    }

    /// Takes back one of the cards of this desk, by its place among them.
    pub fn unhide_card(&mut self, meeting: MeetingId, own: usize) -> Result<(), Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        let keys = self.hand.cards.clone();
        self.in_box(meeting, Step::Gather, |hidden, _| {
            let key = hidden
                .cards
                .iter()
                .filter(|card| keys.contains(&(me, card.key)))
                .nth(own)
                .map(|card| card.key);
            hidden.cards.retain(|card| Some(card.key) != key);
            Ok(())
        })
    }

    /// Says that one has written all, or that one writes on.
    pub fn be_ready(&mut self, meeting: MeetingId, is_ready: bool) -> Result<(), Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        self.in_box(meeting, Step::Gather, |hidden, _| {
            match is_ready {
                true => hidden.ready.insert(me),
                false => hidden.ready.remove(&me),
            };
            Ok(())
        })
    }

    /// Keeps what somebody wrote while the keyboard goes round: in memory only, and this desk shows it to nobody.
    pub fn write_in_round(&mut self, who: MemberId, cards: Vec<(u32, String)>) {
        self.hand.round.extend(cards.into_iter().filter(|(_, text)| !text.trim().is_empty()));
        if !self.hand.wrote.contains(&who) {
            self.hand.wrote.push(who);
        }
    }

    /// The keyboard has gone round: all that was written goes into the box at once.
    pub fn end_round(&mut self, meeting: MeetingId) -> Result<(), Error> {
        let (cards, wrote) = (self.hand.round.clone(), self.hand.wrote.clone());
        self.in_box(meeting, Step::Gather, |hidden, _| {
            for (column, text) in cards {
                hidden.cards.push(HiddenCard { key: line_key(), column, text: text.trim().to_owned() });
            }
            hidden.ready.extend(wrote);
            Ok(())
        })?;
        self.hand.round.clear();
        self.hand.wrote.clear();
        Ok(())
    }

    /// Shows all hidden cards at once.
    ///
    /// # Errors
    /// Where fewer than four said that they are ready: so few cards tell who wrote them.
    pub fn reveal(&mut self, meeting: MeetingId) -> Result<Done, Error> {
        let (meeting, turn, _) = self.place_of_box(meeting, Step::Gather)?;
        let held = self.board().hold_hidden()?.ok_or_else(no_file)?;
        let hidden = held.read()?.filter(|hidden| is_of(hidden, &meeting));
        let hidden = hidden.unwrap_or_else(|| HiddenBox::new(meeting.id, turn));
        let ready = hidden.ready.len();
        if !hidden.cards.is_empty() && ready < TOO_FEW {
            return Err(Error::refusal(words().hidden_too_few(ready), words().hidden_too_few_hint()));
        }
        let cards = hidden.cards.into_iter().map(|card| (card.column, card.text)).collect();
        let ready = u32::try_from(ready).unwrap_or(u32::MAX);
        let reveal = RevealCards { meeting: meeting.id, gather: turn, ready, cards };
        let done = self.perform(&Command::RevealCards(reveal))?;
        // Should this process end here, whoever opens the board next takes it away.
        held.remove()?;
        self.hand = Hand::default();
        Ok(done)
    }

    /// Throws hidden cards away; from then on cards have names.
    pub fn throw_away(&mut self, meeting: MeetingId) -> Result<Done, Error> {
        let (meeting, turn, _) = self.place_of_box(meeting, Step::Gather)?;
        let held = self.board().hold_hidden()?.ok_or_else(no_file)?;
        let reveal = RevealCards { meeting: meeting.id, gather: turn, ready: 0, cards: Vec::new() };
        let done = self.perform(&Command::RevealCards(reveal))?;
        held.remove()?;
        self.hand = Hand::default();
        Ok(done)
    }

    /// Puts so many dots more on a topic, or takes some away; returns how many one has on it.
    pub fn put_dots(&mut self, meeting: MeetingId, topic: CardId, more: i32) -> Result<u32, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        let known = self.hand.ballots.iter().find(|(whose, _)| *whose == me).map(|(_, key)| *key);
        let key = known.unwrap_or_else(line_key);
        let mut on_it = 0;
        self.in_box(meeting, Step::Dots, |hidden, meeting| {
            if meeting.cards.is_counted() {
                return Err(Error::refusal(words().hidden_counted(), words().hidden_counted_hint()));
            }
            let known = hidden.votes.iter().position(|ballot| ballot.key == key);
            if known.is_none() && hidden.voted.contains(&me) {
                return Err(Error::refusal(words().hidden_voted(), words().hidden_voted_hint()));
            }
            let mut dots = known.map(|at| hidden.votes.swap_remove(at).dots).unwrap_or_default();
            let before = dots.iter().find(|(card, _)| *card == topic).map_or(0, |(_, n)| *n);
            let now = before.saturating_add_signed(more);
            let others: u32 = dots.iter().filter(|(card, _)| *card != topic).map(|(_, n)| *n).sum();
            let limits = meeting.cards.dots;
            if now > limits.on_one || others.saturating_add(now) > limits.each {
                let hint = words().hidden_dots_hint();
                return Err(Error::refusal(words().hidden_dots(limits.each, limits.on_one), hint));
            }
            dots.retain(|(card, _)| *card != topic);
            dots.extend((now > 0).then_some((topic, now)));
            on_it = now;
            match dots.is_empty() {
                true => drop(hidden.voted.remove(&me)),
                false => {
                    hidden.votes.push(Ballot { key, dots });
                    hidden.voted.insert(me);
                }
            }
            Ok(())
        })?;
        if known.is_none() {
            self.hand.ballots.push((me, key));
        }
        Ok(on_it)
    }

    /// Puts all of one's dots at once, in place of those that one put before at this desk.
    ///
    /// # Errors
    /// Where they are more than one has, or more on one topic than may be: then nothing changes.
    pub fn vote(&mut self, meeting: MeetingId, topics: &[CardId]) -> Result<(), Error> {
        let stands = self.meeting(meeting)?.ok_or_else(not_there)?;
        let limits = stands.cards.dots;
        let on = |topic: &CardId| topics.iter().filter(|other| *other == topic).count();
        let most = topics.iter().map(on).max().unwrap_or(0);
        if topics.len() > limits.each as usize || most > limits.on_one as usize {
            return Err(Error::refusal(
                words().hidden_dots(limits.each, limits.on_one),
                words().hidden_dots_hint(),
            ));
        }
        for (topic, n) in self.gathered(&stands)?.dots {
            self.put_dots(meeting, topic, -i32::try_from(n).unwrap_or(i32::MAX))?;
        }
        topics.iter().try_for_each(|topic| self.put_dots(meeting, *topic, 1).map(drop))
    }

    /// Counts the dots: sums only, and then nobody's ballot is left.
    pub fn count_dots(&mut self, meeting: MeetingId) -> Result<Done, Error> {
        let (meeting, turn, _) = self.place_of_box(meeting, Step::Dots)?;
        if meeting.cards.is_counted() {
            return Err(Error::refusal(words().hidden_counted(), words().hidden_counted_hint()));
        }
        let held = self.board().hold_hidden()?.ok_or_else(no_file)?;
        let hidden = held.read()?.filter(|hidden| is_of(hidden, &meeting));
        let hidden = hidden.unwrap_or_else(|| HiddenBox::new(meeting.id, turn));
        let voters = u32::try_from(hidden.votes.len()).unwrap_or(u32::MAX);
        let count = CountDots { meeting: meeting.id, vote: turn, voters, dots: hidden.sums() };
        let done = self.perform(&Command::CountDots(count))?;
        held.remove()?;
        self.hand = Hand::default();
        Ok(done)
    }

    /// Since when something is hidden that nobody will show any more, as it seems: for a day or longer, and its meeting
    /// has ended or was forgotten.
    pub fn forgotten_hidden(&self) -> Result<Option<At>, Error> {
        let now = self.now();
        let Some(since) = self.board().hidden_since().filter(|since| since.plus_days(FORGOTTEN_DAYS) <= now)
        else {
            return Ok(None);
        };
        let Some(hidden) = self.board().hidden()? else { return Ok(None) };
        let meeting = self.meeting(hidden.meeting)?;
        let goes_on = meeting.is_some_and(|meeting| meeting.is_open() && !meeting.is_forgotten(now));
        Ok((!goes_on).then_some(since))
    }

    /// Throws away what was hidden and forgotten; says so, or that somebody was quicker.
    pub fn discard_forgotten(&mut self) -> Result<String, Error> {
        let held = self.board().hold_hidden()?.ok_or_else(no_file)?;
        if self.forgotten_hidden()?.is_none() {
            return Ok(words().hidden_no_longer());
        }
        held.remove()?;
        Ok(words().hidden_discarded())
    }

    /// Takes away a box of which all was shown: it is there only where a process was killed in between.
    pub(in crate::session) fn tidy_hidden(&mut self) -> Result<(), Error> {
        let Some(hidden) = self.board().hidden()? else { return Ok(()) };
        // What is not known here yet may be on its way.
        let Some(meeting) = self.meeting(hidden.meeting)? else { return Ok(()) };
        if is_of(&hidden, &meeting) {
            return Ok(());
        }
        if let Some(held) = self.board().hold_hidden()?
            && held.read()?.is_some_and(|found| found.turn == hidden.turn)
        {
            held.remove()?;
        }
        Ok(())
    }

    /// Changes what is hidden in a step of a meeting, while nobody else can.
    fn in_box(
        &mut self,
        meeting: MeetingId,
        step: Step,
        change: impl FnOnce(&mut HiddenBox, &Meeting) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let held = self.board().hold_hidden()?.ok_or_else(no_file)?;
        // As it stands now that nobody else can show anything.
        let (meeting, turn, since) = self.place_of_box(meeting, step)?;
        if step == Step::Gather && !self.board().has_one_writer()? && self.hand.wrote.is_empty() {
            return Err(Error::refusal(words().hidden_several(), words().hidden_several_hint()));
        }
        let found = held.read()?.filter(|hidden| hidden.meeting == meeting.id && hidden.turn == turn);
        let mut hidden = found.unwrap_or_else(|| HiddenBox::new(meeting.id, turn));
        change(&mut hidden, &meeting)?;
        Ok(held.write(&hidden, since)?)
    }

    /// The meeting, the turn to which what is hidden in a step belongs, and when that began.
    fn place_of_box(&self, meeting: MeetingId, step: Step) -> Result<(Meeting, RecordId, At), Error> {
        let meeting = self.meeting(meeting)?.ok_or_else(not_there)?;
        let turn = meeting.course.first_in(step).map(|turn| (turn.id, turn.since));
        let (turn, since) = turn.ok_or_else(not_there)?;
        Ok((meeting, turn, since))
    }
}

/// Whether what is hidden belongs to a meeting and is not shown yet.
fn is_of(hidden: &HiddenBox, meeting: &Meeting) -> bool {
    let of = |step| meeting.course.first_in(step).is_some_and(|turn| turn.id == hidden.turn);
    hidden.meeting == meeting.id
        && (of(Step::Gather) && meeting.cards.are_hidden() || of(Step::Dots) && !meeting.cards.is_counted())
}

fn not_there() -> Error {
    Error::refusal(words().hidden_not_yet(), words().hidden_not_yet_hint())
}

fn no_file() -> Error {
    Error::refusal(words().hidden_no_file(), words().hidden_named_hint())
}
