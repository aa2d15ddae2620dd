//! The turns of a meeting, and where it is.
//!
//! **Invariant:** each turn is left once on the live branch, by the first move in canonical order that names it. A move to
//! the same place again is the same move made twice, and its record stands for the turn that the first one opened. One to
//! another place opens a side branch: what was said there counts, but the place does not follow it. So of two who press
//! *Next* at once nobody skips anybody.

use std::collections::HashMap;

use super::event::MeetingMoved;
use super::plan::{How, Place, Step};
use crate::domain::calendar::At;
use crate::domain::id::{MemberId, RecordId};
use crate::domain::register::Register;

/// The stay of a meeting at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The record that opened it.
    pub id: RecordId,
    pub place: Place,
    /// Who opened it, and when.
    pub by: MemberId,
    pub since: At,
    /// The turn that was left for it, by its number among all; `None` of the first.
    pub after: Option<usize>,
    /// How whoever was asked there answered.
    pub how: Option<How>,
    /// Whether the meeting itself was there, and not only somebody who knew of no other move.
    pub is_live: bool,
    /// Whether it was left for another place than the one before it: what is there is done.
    pub is_done: bool,
    /// What was said of its clock, where anything was.
    pub clock: Register<Timing>,
    /// The turns that moves from it opened; on the live branch the first one follows.
    next: Vec<usize>,
}

/// What somebody set a clock to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// It runs until then.
    Until(At),
    /// It rests, with so many seconds left.
    Rests(u32),
}

/// All turns, in canonical order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Course {
    turns: Vec<Turn>,
    by_record: HashMap<RecordId, usize>,
    /// The live turns, in their order.
    live: Vec<usize>,
    /// The way on which one goes back: without what was gone back from.
    trail: Vec<usize>,
}

impl Course {
    /// Opens the first turn; a second beginning is the same one again.
    pub(super) fn begin(&mut self, record: RecordId, place: Place, by: MemberId, at: At) {
        if self.turns.is_empty() {
            self.open(record, place, by, at, true);
            self.trail.push(0);
        } else {
            self.by_record.insert(record, 0);
        }
    }

    /// Leaves the turn that a move names. Says which turn that is, and whether the meeting went on by it; `None` where
    /// no such turn is known.
    pub(super) fn go(
        &mut self,
        record: RecordId,
        moved: &MeetingMoved,
        by: MemberId,
        at: At,
    ) -> Option<(usize, bool)> {
        let place = moved.to;
        let left = *self.by_record.get(&moved.from)?;
        if let Some(same) = self.turns[left].next.iter().find(|next| self.turns[**next].place == place) {
            self.by_record.insert(record, *same);
            return Some((left, false));
        }
        let goes_on = self.turns[left].is_live && self.turns[left].next.is_empty();
        let opened = self.open(record, place, by, at, goes_on);
        self.turns[opened].after = Some(left);
        self.turns[opened].how = moved.how;
        self.turns[left].next.push(opened);
        if goes_on {
            let before = self.trail.len().checked_sub(2).map(|before| self.trail[before]);
            let is_back = before.is_some_and(|before| self.turns[before].place == place);
            if is_back {
                self.trail.truncate(self.trail.len() - 2);
            } else {
                self.turns[left].is_done = true;
            }
            self.trail.push(opened);
        }
        Some((left, goes_on))
    }

    fn open(&mut self, record: RecordId, place: Place, by: MemberId, since: At, is_live: bool) -> usize {
        let turn = Turn {
            id: record,
            place,
            by,
            since,
            after: None,
            how: None,
            is_live,
            is_done: false,
            clock: Register::default(),
            next: Vec::new(),
        };
        let opened = self.turns.len();
        self.turns.push(turn);
        self.by_record.insert(record, opened);
        if is_live {
            self.live.push(opened);
        }
        opened
    }

    /// Sets the clock of a turn.
    pub(super) fn set_clock(&mut self, by: RecordId, seen: &[RecordId], turn: RecordId, timing: Timing) {
        if let Some(turn) = self.by_record.get(&turn) {
            self.turns[*turn].clock.write(by, seen, timing);
        }
    }

    /// The turn that a record stands for.
    pub fn turn(&self, record: RecordId) -> Option<&Turn> {
        self.by_record.get(&record).map(|turn| &self.turns[*turn])
    }

    pub(super) fn nth(&self, turn: usize) -> &Turn {
        &self.turns[turn]
    }

    /// Where the meeting is; `None` before it began.
    pub fn now(&self) -> Option<&Turn> {
        self.live.last().map(|turn| &self.turns[*turn])
    }

    /// Where one comes by going back; `None` at the beginning.
    pub fn before(&self) -> Option<&Turn> {
        self.trail.len().checked_sub(2).map(|before| &self.turns[self.trail[before]])
    }

    /// The turns at which the meeting itself was, the latest first.
    pub fn live(&self) -> impl Iterator<Item = &Turn> {
        self.live.iter().rev().map(|turn| &self.turns[*turn])
    }

    /// The first turn in a step, at which the meeting itself was: what is gathered or voted belongs to it, however often one
    /// comes back.
    pub fn first_in(&self, step: Step) -> Option<&Turn> {
        self.live.iter().map(|turn| &self.turns[*turn]).find(|turn| turn.place.step == step)
    }

    /// All turns in canonical order, those of side branches among them.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// The live turns since the meeting came to where it is now, the latest first: those of one step, or of one place in a
    /// step in which each thing has its own time box.
    pub(super) fn stay(&self) -> impl Iterator<Item = &Turn> {
        let here = self.now().map(|turn| turn.place);
        self.live().take_while(move |turn| {
            here.is_some_and(|here| match here.step.is_boxed_singly() {
                true => turn.place == here,
                false => turn.place.step == here.step,
            })
        })
    }
}
