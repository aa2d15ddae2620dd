//! A task: work with a finish, and everything that people promise, ask and say about it.
//!
//! **Invariants:** a claim ends only by a record that names it, or with its task; two leads who claimed apart both
//! stand. Nobody gives back another's. Doing something on a task renews the doer's own claim; nothing else does, and no
//! timer ends one.

mod blocker;
mod claim;
pub(super) mod event;
pub(super) mod fields;

use serde::{Deserialize, Serialize};

pub use blocker::Blocker;
pub use claim::{
    Claim, End, LEASE_MOST, LEASE_WORKING_DAYS, LeaseTerms, OFFER_DAYS, Offer, Part, Reply, is_offer_open,
};

use super::calendar::{At, Day};
use super::field::Registers;
use super::id::{MemberId, RecordId, SubjectId, TaskId};
use super::rank::Rank;
use super::record::Record;
use super::register::Register;
use super::subject::{Fold, Origin, Searched, Withdrawn};
use event::TaskEvent;

pub use fields::{TaskField, TaskRegisters};

/// Where a task stands. Blocked is not a state: it is "has an open blocker".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    #[default]
    Open,
    Doing,
    Review,
    Done,
    Dropped,
}

impl State {
    /// All of them, in the order of the work.
    pub const ALL: [State; 5] = [State::Open, State::Doing, State::Review, State::Done, State::Dropped];

    /// The word in tables, commands and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Doing => "doing",
            State::Review => "review",
            State::Done => "done",
            State::Dropped => "dropped",
        }
    }

    /// Done or dropped.
    pub fn is_finished(self) -> bool {
        matches!(self, State::Done | State::Dropped)
    }
}

/// Work with a finish.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub origin: Option<Origin>,
    pub registers: TaskRegisters,
    pub state: Register<State>,
    /// Why it was dropped.
    pub reason: Option<String>,
    /// When it came into its state.
    pub since: At,
    /// Who brought it there; nobody where only an import knows of it.
    pub moved_by: Option<MemberId>,
    /// The states that it was in, each from when on: what figures over time are made of.
    pub stays: Vec<Stay>,
    /// When an import brought it: what it tells of before was not seen here.
    pub brought: Option<At>,
    pub rank: Register<Rank>,
    pub parked: Register<Option<Day>>,
    /// Every claim there was, in canonical order.
    pub claims: Vec<Claim>,
    /// Every handover that was offered.
    pub offers: Vec<Offer>,
    pub blockers: Vec<Blocker>,
    pub remarks: Vec<Remark>,
    /// The task in which it goes on, where it was the same work.
    pub merged_into: Option<TaskId>,
    /// The tasks that go on in this one.
    pub took_in: Vec<TaskId>,
    /// The key under which another tool knew it.
    pub source: Option<String>,
    /// Where the record that made it was undone.
    pub withdrawn: Option<Withdrawn>,
}

/// That a task came into a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub state: State,
    pub since: At,
}

/// Something that was said about a task. No sign of progress.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    pub id: RecordId,
    /// Its writer: a member, or in a board from elsewhere whoever brought it.
    pub by: MemberId,
    pub at: At,
    pub text: String,
}

impl Task {
    pub fn title(&self) -> &str {
        self.title.get().map_or("", String::as_str)
    }

    pub fn state(&self) -> State {
        self.state.get().copied().unwrap_or(State::Open)
    }

    pub fn is_finished(&self) -> bool {
        self.state().is_finished()
    }

    pub fn rank(&self) -> &str {
        self.rank.get().map_or("", String::as_str)
    }

    pub fn tags(&self) -> &[String] {
        self.tags.get().map_or(&[], Vec::as_slice)
    }

    pub fn links(&self) -> &[String] {
        self.links.get().map_or(&[], Vec::as_slice)
    }

    pub fn skills(&self) -> &[String] {
        self.skills.get().map_or(&[], Vec::as_slice)
    }

    /// Claims that nobody ended. On a finished task they are over with it, and live again if it is taken up anew.
    pub fn live_claims(&self) -> impl Iterator<Item = &Claim> {
        let finished = self.is_finished();
        self.claims.iter().filter(move |claim| !finished && claim.ended.is_none())
    }

    /// The live claims; on a finished task those that ended with it.
    pub fn last_claims(&self) -> impl Iterator<Item = &Claim> {
        let finished = self.is_finished();
        self.claims.iter().filter(move |claim| match claim.ended {
            None => true,
            Some((_, end)) => finished && end == End::Done,
        })
    }

    /// Who ended a finished task that nobody led: else its leads are named.
    pub fn ended_by(&self) -> Option<MemberId> {
        let is_led = self.last_claims().any(|claim| claim.part == Part::Lead);
        self.moved_by.filter(|_| self.is_finished() && !is_led)
    }

    /// The live leads: usually none or one; more is overlap O1.
    pub fn leads(&self) -> impl Iterator<Item = &Claim> {
        self.live_claims().filter(|claim| claim.part == Part::Lead)
    }

    pub fn helpers(&self) -> impl Iterator<Item = &Claim> {
        self.live_claims().filter(|claim| claim.part == Part::Helper)
    }

    /// A member's live claims: one, or several who claimed on two machines apart. Whatever ends one ends all.
    pub fn claims_of(&self, member: MemberId) -> impl Iterator<Item = &Claim> {
        self.live_claims().filter(move |claim| claim.member == member)
    }

    /// A member's live claim; their lead, where they have several.
    pub fn claim_of(&self, member: MemberId) -> Option<&Claim> {
        self.claims_of(member).min_by_key(|claim| claim.part)
    }

    pub fn open_blockers(&self) -> impl Iterator<Item = &Blocker> {
        self.blockers.iter().filter(|blocker| blocker.is_open())
    }

    /// Whether something stops it now.
    pub fn is_blocked(&self) -> bool {
        !self.is_finished() && self.open_blockers().next().is_some()
    }

    /// Offers that still await an answer at `now`: after [`OFFER_DAYS`] they have lapsed.
    pub fn open_offers(&self, now: At) -> impl Iterator<Item = &Offer> {
        self.offers.iter().filter(move |offer| offer.is_open(now) && !self.is_finished())
    }

    /// It is in its state from then on, if it was in another. Stays are in order of time, whatever clocks say.
    fn stay(&mut self, at: At) {
        let (state, last) = (self.state(), self.stays.last());
        if last.is_none_or(|last| last.state != state) {
            let since = last.map_or(at, |last| last.since.max(at));
            self.stays.push(Stay { state, since });
        }
    }

    /// Doing something on the task renews one's claim: for another lease from now.
    fn renew(&mut self, record: &Record) {
        for claim in &mut self.claims {
            if claim.member == record.author && claim.ended.is_none() && claim.id != record.id {
                claim.acted = claim.acted.max(record.at);
                claim.lease = claim.lease.max(claim.terms.from(record.at));
            }
        }
    }

    fn end_claims(&mut self, ids: &[RecordId], at: At, end: End) {
        for claim in &mut self.claims {
            if ids.contains(&claim.id) && claim.ended.is_none() {
                claim.ended = Some((at, end));
            }
        }
    }

    fn answer(&mut self, offer: RecordId, reply: claim::Reply, at: At) {
        if let Some(offer) = self.offers.iter_mut().find(|o| o.id == offer && o.reply.is_none()) {
            offer.reply = Some((at, reply));
        }
    }

    fn on_blocker(&mut self, id: RecordId, change: impl FnOnce(&mut Blocker)) {
        if let Some(blocker) = self.blockers.iter_mut().find(|blocker| blocker.id == id) {
            change(blocker);
        }
    }
}

impl Fold for Task {
    type Event = TaskEvent;

    fn blank(id: SubjectId) -> Task {
        Task {
            id: id.into(),
            origin: None,
            registers: TaskRegisters::default(),
            state: Register::default(),
            reason: None,
            since: At::START,
            moved_by: None,
            stays: Vec::new(),
            brought: None,
            rank: Register::default(),
            parked: Register::default(),
            claims: Vec::new(),
            offers: Vec::new(),
            blockers: Vec::new(),
            remarks: Vec::new(),
            merged_into: None,
            took_in: Vec::new(),
            source: None,
            withdrawn: None,
        }
    }

    fn id(&self) -> SubjectId {
        self.id.into()
    }

    fn apply(&mut self, record: &Record, event: &TaskEvent) {
        let (id, seen, facts) = (record.id, record.ends.as_slice(), event.facts());
        // Where it comes from another tool it is theirs, and happened then.
        let (by, at) = (facts.by.unwrap_or(record.author), facts.at.unwrap_or(record.at));
        match event {
            TaskEvent::Added(added) => {
                let made = at;
                self.origin = Some(Origin { by: record.author, at: made, record: id });
                self.withdrawn = None;
                self.registers.add(record, added);
                self.state.write(id, seen, added.state);
                self.reason.clone_from(&added.reason);
                self.since = added.since.unwrap_or(made);
                self.brought = facts.is_imported().then_some(record.at);
                self.stay(self.since);
                self.rank.write(id, seen, added.rank.clone());
                self.parked.write(id, seen, added.parked);
                self.source.clone_from(&added.source);
            }
            TaskEvent::Edited(edit) => self.registers.edit(record, edit),
            TaskEvent::Moved(moved) => {
                self.state.write(id, seen, moved.to);
                self.reason.clone_from(&moved.reason);
                // Taken up anew it is work of its own again.
                self.merged_into = None;
                self.moved_by = Some(by).filter(|_| facts.by.is_some() || !facts.is_imported());
                self.since = self.since.max(at);
                self.stay(at);
            }
            TaskEvent::Ranked(ranked) => self.rank.write(id, seen, ranked.rank.clone()),
            TaskEvent::Parked(parked) => self.parked.write(id, seen, parked.until),
            TaskEvent::Claimed(claimed) => {
                self.end_claims(seen, at, End::TakenOver);
                self.claims.push(Claim::taken(record, claimed));
            }
            TaskEvent::Renewed(renewed) => {
                // One's own promise: nobody renews another's.
                let own = |claim: &&mut Claim| claim.id == renewed.claim && claim.member == by;
                if let Some(claim) = self.claims.iter_mut().find(own) {
                    claim.lease = claim.lease.max(renewed.lease);
                    claim.terms = renewed.terms.unwrap_or_default();
                }
            }
            TaskEvent::GivenBack(given) => {
                // Whoever wants to lead another's takes it over, and says so.
                let is_own = |claim: &&Claim| claim.member == by;
                let own: Vec<RecordId> = self.claims.iter().filter(is_own).map(|claim| claim.id).collect();
                let named = seen.iter().copied().chain([given.claim]);
                let ended: Vec<RecordId> = named.filter(|claim| own.contains(claim)).collect();
                self.end_claims(&ended, at, given.end);
            }
            TaskEvent::Offered(offered) => self.offers.push(Offer::made(record, offered)),
            TaskEvent::OfferAccepted(accepted) => {
                self.end_claims(&[accepted.claim], at, End::HandedOver);
                self.end_claims(seen, at, End::HandedOver);
                self.answer(accepted.offer, claim::Reply::Accepted, at);
                self.claims.push(Claim::accepted(record, accepted));
            }
            TaskEvent::OfferDeclined(declined) => self.answer(declined.offer, claim::Reply::Declined, at),
            TaskEvent::OfferWithdrawn(withdrawn) => self.answer(withdrawn.offer, claim::Reply::Withdrawn, at),
            TaskEvent::Blocked(blocked) => self.blockers.push(Blocker::raised(record, blocked)),
            TaskEvent::BlockerAsked(e) => self.on_blocker(e.blocker, |b| b.ask(at)),
            TaskEvent::BlockerPromised(e) => self.on_blocker(e.blocker, |b| b.promise(e.until, at)),
            TaskEvent::BlockerCleared(e) => {
                self.on_blocker(e.blocker, |b| b.clear(at, e.how.clone()));
            }
            TaskEvent::BlockerWithdrawn(e) => self.on_blocker(e.blocker, |b| b.withdraw(at)),
            TaskEvent::BlockerTurned(e) => self.on_blocker(e.blocker, |b| b.on = Some(e.on.clone())),
            TaskEvent::Remarked(remarked) => {
                self.remarks.push(Remark { id, by, at, text: remarked.text.clone() })
            }
            TaskEvent::Merged(merged) => {
                self.state.write(id, seen, State::Dropped);
                self.reason = None;
                self.merged_into = Some(merged.into);
                self.moved_by = Some(by).filter(|_| facts.by.is_some() || !facts.is_imported());
                self.since = self.since.max(at);
                self.stay(at);
            }
            TaskEvent::TookIn(took) => {
                if !self.took_in.contains(&took.task) {
                    self.took_in.push(took.task);
                }
                for blocker in &took.blockers {
                    if self.blockers.iter().all(|known| known.id != blocker.id) {
                        self.blockers.push(Blocker::moved(blocker));
                    }
                }
            }
        }
        if facts.is_progress() {
            self.renew(record);
        }
    }

    fn exists(&self) -> bool {
        self.origin.is_some()
    }

    fn ended(&self) -> Option<At> {
        self.is_finished().then_some(self.since)
    }

    fn called(&self) -> Option<&str> {
        Some(self.title())
    }

    fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    fn searched(&self) -> Searched<'_> {
        let mut searched = Searched::named(self.title())
            .and(self.notes.value())
            .and(self.next.value())
            .and(self.reason.as_ref())
            .and_all(self.skills())
            .and_all(self.links());
        searched.line.extend(self.tags().iter().map(String::as_str));
        for blocker in &self.blockers {
            let how = blocker.cleared.as_ref().and_then(|cleared| cleared.how.as_ref());
            searched = searched.and(Some(&blocker.what)).and(how);
        }
        self.remarks.iter().fold(searched, |searched, remark| searched.and(Some(&remark.text)))
    }

    fn withdrawn(&self) -> Option<&Withdrawn> {
        self.withdrawn.as_ref()
    }

    fn withdraw(&mut self, withdrawn: Withdrawn) {
        self.withdrawn = Some(withdrawn);
    }
}
