//! Undo and redo: of one's own last action, whatever it was.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::{Done, Error, Session, journal_lines};
use crate::domain::calendar::{At, Day};
use crate::domain::decide::{self, Command, Destination, Refusal};
use crate::domain::event::{BoardEvent, Event, MeetingEvent, MemberEvent};
use crate::domain::id::{MemberId, RecordId, SubjectId};
use crate::domain::record::Record;
use crate::domain::subject::{Kind, Subject};
use crate::domain::task::Claim;
use crate::store::{Entry, Writing};

/// How many of one's own actions are searched for one to undo.
const FAR: usize = 2_000;
/// So many parts of an action are taken back before anybody feels it.
const AT_ONCE: usize = 200;

/// The actions that undo and redo are about.
struct Steps {
    undo: Option<i64>,
    redo: Option<i64>,
}

/// One of the two ways through one's own actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Undo,
    Redo,
}

/// What came of a step.
enum Outcome {
    Done(Vec<Record>, Brought),
    Refused(Refusal),
    /// It has more parts than were to be taken back.
    Larger,
    Cancelled,
}

impl Session {
    /// Takes back one's own last action that is not taken back yet. Refuses where somebody has built on it.
    pub fn undo(&mut self) -> Result<Done, Error> {
        self.take_back(Step::Undo, &mut |_, _| true)
    }

    /// Does again what one's own last undo took back, if nothing of one's own came after it.
    pub fn redo(&mut self) -> Result<Done, Error> {
        self.take_back(Step::Redo, &mut |_, _| true)
    }

    /// Takes a step at once; `None` where it is so large that somebody would wait for it, and nothing was done.
    pub fn take_back_at_once(&mut self, step: Step) -> Result<Option<Done>, Error> {
        // A board in memory has no second connection that could do it meanwhile.
        let most = if self.store.path().is_file() { AT_ONCE } else { usize::MAX };
        self.take_back_at_most(step, most, &mut |_, _| true)
    }

    /// Takes a step, however large. `progress` hears how many of how many subjects are done, and says whether to go on.
    pub(super) fn take_back(
        &mut self,
        step: Step,
        progress: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Done, Error> {
        self.take_back_at_most(step, usize::MAX, progress)?.ok_or_else(Error::given_up)
    }

    fn take_back_at_most(
        &mut self,
        step: Step,
        most: usize,
        progress: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Option<Done>, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        self.at_present()?;
        let (now, today) = (self.now(), self.today());
        let mut writing = self.store.write()?;
        // Which action it is is looked for inside the transaction: whoever undoes twice at once undoes two.
        let steps = steps(&writing, me)?;
        let (action, nothing) = match step {
            Step::Undo => (steps.undo, Refusal::NothingToUndo),
            Step::Redo => (steps.redo, Refusal::NothingToRedo),
        };
        if let (Step::Undo, Some(action)) = (step, action)
            && let Some(back) = back(&mut writing, action)?
        {
            drop(writing);
            return self.perform(&back).map(Some);
        }
        let outcome = match action {
            Some(action) => {
                let parts = writing.action(action)?;
                if parts.len() > most {
                    Outcome::Larger
                } else {
                    // One who is two members takes back as the one who did it: they may be two again by it.
                    let first = parts.first().map(|(first, _)| writing.entry(*first)).transpose()?.flatten();
                    let author = first.map_or(me, |entry| entry.record.author);
                    taken_back(&mut writing, (me, author), (now, today), &parts, progress)?
                }
            }
            None => Outcome::Refused(nothing),
        };
        match outcome {
            Outcome::Done(mut records, brought) => {
                writing.commit()?;
                // The sentence speaks of the first record of what was done at once: it is undone last, and done again
                // first.
                if step == Step::Undo {
                    records.reverse();
                }
                self.act_as_known()?;
                let mut done = self.done_again(records)?;
                if let Some(import) = brought.sentence() {
                    done.sentence = self.say_step(step, me, &import)?.into();
                    done.subject = None;
                }
                Ok(Some(done))
            }
            Outcome::Refused(refusal) => {
                drop(writing);
                Err(self.refused(&refusal))
            }
            Outcome::Larger | Outcome::Cancelled => Ok(None),
        }
    }

    /// What a step did: the same to several is said of all of them.
    fn done_again(&self, records: Vec<Record>) -> Result<Done, Error> {
        if records.len() < 2 || records.len() > AT_ONCE || self.store.is_together() {
            return self.done(records);
        }
        let (sentence, told) = self.phrase_alike(&records)?;
        Ok(Done { sentence, subject: records.first().map(|record| record.subject), records, told })
    }
}

/// One's own actions, read from the last one like a stack. The first record of an action tells what it was.
fn steps(writing: &Writing<'_>, me: MemberId) -> Result<Steps, Error> {
    let mut steps = Steps { undo: None, redo: None };
    let mut taken_back = HashSet::new();
    let mut before = None;
    for _ in 0..FAR {
        let Some(first) = writing.last_action(me, before)? else { break };
        before = Some(first.action);
        if taken_back.contains(&first.action) {
            continue;
        }
        // That a device is one's own was not done: it is so.
        if matches!(first.record.event, Some(Event::Member(MemberEvent::Device(_)))) {
            continue;
        }
        let Some(undone) = target(&first.record) else {
            // Whoever joins has nothing before that: leaving is the way to undo it.
            if !begins(&first.record, first.record.author) {
                steps.undo = Some(first.action);
            }
            break;
        };
        let Some(undone) = writing.entry(undone)? else { continue };
        taken_back.insert(undone.action);
        // A redo takes back an undo, and both count no more: the steps before them do.
        if target(&undone.record).is_none() {
            steps.redo = steps.redo.or(Some(first.action));
        }
    }
    Ok(steps)
}

/// The command by which a meeting goes back to where an action of one move came from: a move is undone by another one.
fn back(writing: &mut Writing<'_>, action: i64) -> Result<Option<Command>, Error> {
    let parts = writing.action(action)?;
    let [(record, subject)] = parts.as_slice() else { return Ok(None) };
    let Some(Subject::Meeting(meeting)) = writing.subject(*subject)? else { return Ok(None) };
    let Some(Entry {
        record: Record { event: Some(Event::Meeting(MeetingEvent::Moved(moved))), .. }, ..
    }) = writing.entry(*record)?
    else {
        return Ok(None);
    };
    let before = meeting.course.turn(moved.from).map(|turn| turn.place);
    Ok(before.map(|before| {
        Command::MoveMeeting(decide::MoveMeeting {
            meeting: meeting.id,
            from: *record,
            to: Destination::Place(before),
            how: None,
        })
    }))
}

/// Takes back the parts of an action, the last first, subject by subject: an import is many, and each is folded once.
fn taken_back(
    writing: &mut Writing<'_>,
    (me, author): (MemberId, MemberId),
    (now, today): (At, Day),
    parts: &[(RecordId, SubjectId)],
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Outcome, Error> {
    let mut order: Vec<SubjectId> = Vec::new();
    let mut of: HashMap<SubjectId, Vec<RecordId>> = HashMap::new();
    for (record, subject) in parts {
        let taken = of.entry(*subject).or_default();
        if taken.is_empty() {
            order.push(*subject);
        }
        taken.push(*record);
    }
    let mut records = Vec::with_capacity(parts.len());
    let mut were_gone = HashSet::new();
    let mut brought = Brought::default();
    for (so_far, subject) in order.iter().rev().enumerate() {
        if !progress(so_far, order.len()) {
            return Ok(Outcome::Cancelled);
        }
        if !writing.is_made(*subject)? {
            were_gone.insert(*subject);
        }
        let history = writing.history(*subject)?;
        brought.count(&history, &of[subject]);
        let drafts = match decide::undo(me, &of[subject], &history) {
            Ok(drafts) => drafts,
            Err(refusal) => return Ok(Outcome::Refused(refusal)),
        };
        let before = writing.subject(*subject)?;
        records.extend(writing.append(author, now, drafts)?);
        let after = writing.subject(*subject)?;
        if let Some(refusal) = unsettled(writing, before.as_ref(), after.as_ref(), today)? {
            return Ok(Outcome::Refused(refusal));
        }
        let led = before.as_ref().map(leads_of).unwrap_or_default();
        let done = history.iter().position(|record| of[subject].contains(&record.id)).unwrap_or(0);
        let then = LazyCell::new(|| leads_of(&Subject::fold(Kind::Task, *subject, &history[..done])));
        let stood = |claim: &Claim| then.iter().any(|other| other.id == claim.id);
        if let Some(by) = second_lead(me, &led, &after.as_ref().map(leads_of).unwrap_or_default(), stood) {
            return Ok(Outcome::Refused(built_on(writing, of[subject][0], by)?));
        }
    }
    // Only now that the whole action is taken back: its own parts may name each other, as an import names the members
    // that it brought. Whoever still names what is gone built on it.
    for subject in order {
        // Whoever is somebody else by the same action is out of sight, and not gone.
        let is_gone = !writing.is_made(subject)?;
        // What another took away meanwhile cannot be done again: nobody would see it.
        if is_gone && were_gone.contains(&subject) {
            return Ok(Outcome::Refused(Refusal::Gone(subject)));
        }
        if is_gone && let Some(naming) = writing.named_by(subject)? {
            let undone = entry(writing, of[&subject][0])?;
            return Ok(Outcome::Refused(Refusal::BuiltOn { undone, later: Box::new(naming) }));
        }
    }
    Ok(Outcome::Done(records, brought))
}

/// What an action brought in from elsewhere, where it was an import.
#[derive(Debug, Default)]
struct Brought {
    tasks: usize,
    others: usize,
    file: Option<String>,
}

impl Brought {
    /// Whatever `taken` made of a subject, or took off the board where it is an undo that is taken back.
    fn count(&mut self, history: &[Record], taken: &[RecordId]) {
        let is_taken = |record: &Record| {
            taken.contains(&record.id)
                || history.iter().any(|undo| taken.contains(&undo.id) && target(undo) == Some(record.id))
        };
        let makes = |record: &&Record| record.event.as_ref().is_some_and(journal_lines::is_brought_in);
        for record in history.iter().filter(makes).filter(|record| is_taken(record)) {
            let named = record.event.as_ref().and_then(journal_lines::file);
            self.file = self.file.take().or(named.map(str::to_owned));
            match Kind::of(&record.kind) {
                Some(Kind::Task) => self.tasks += 1,
                _ => self.others += 1,
            }
        }
    }

    /// What is said of an import in place of its first record; `None` of any other action.
    fn sentence(&self) -> Option<String> {
        match (self.tasks, self.others) {
            (0, 0) => None,
            (tasks, others) => Some(journal_lines::the_import(tasks, others, self.file.as_deref())),
        }
    }
}

fn built_on(writing: &Writing<'_>, undone: RecordId, later: RecordId) -> Result<Refusal, Error> {
    Ok(Refusal::BuiltOn { undone: entry(writing, undone)?, later: entry(writing, later)? })
}

fn entry(writing: &Writing<'_>, id: RecordId) -> Result<Box<Record>, Error> {
    let found = writing.entry(id)?.ok_or_else(|| Error::bug("a record of the journal is not there"))?;
    Ok(Box::new(found.record))
}

/// Why a decision is not left as it stands after a step.
fn unsettled(
    writing: &mut Writing<'_>,
    before: Option<&Subject>,
    after: Option<&Subject>,
    today: Day,
) -> Result<Option<Refusal>, Error> {
    let (Some(Subject::Decision(before)), Some(Subject::Decision(after))) = (before, after) else {
        return Ok(None);
    };
    let mut absent = HashMap::new();
    for member in after.parties(None) {
        if let Some(Subject::Member(state)) = writing.subject(member.into())? {
            absent.insert(member, decide::absence(Some(&state), today));
        }
    }
    let why = decide::unsettles(before, after, |member| absent.get(&member).copied().flatten());
    Ok(why.map(|why| Refusal::Decision { decision: after.id, why }))
}

/// The live leads of a subject, where it is a task.
fn leads_of(subject: &Subject) -> Vec<Claim> {
    match subject {
        Subject::Task(task) => task.leads().cloned().collect(),
        _ => Vec::new(),
    }
}

/// The claim of whoever claimed a task since, where a lead would now live again beside theirs: two leads who know of each other
/// stand only where one of them said so, and undo says nothing.
///
/// Whoever `stood` beside it already before what is taken back was done has not built on it.
fn second_lead(
    me: MemberId,
    before: &[Claim],
    after: &[Claim],
    stood: impl Fn(&Claim) -> bool,
) -> Option<RecordId> {
    let was = |claim: &&Claim| before.iter().any(|old| old.id == claim.id);
    let mut silent = after.iter().filter(|claim| claim.contest.is_none());
    if silent.clone().all(|claim| was(&claim)) {
        return None;
    }
    // Whose lead ends by it, as in a handover that is done again, is not beside it.
    silent.find(|claim| was(claim) && claim.member != me && !stood(claim)).map(|claim| claim.id)
}

/// Whether one's own time on the board begins with a record.
fn begins(record: &Record, me: MemberId) -> bool {
    match record.event {
        Some(Event::Board(BoardEvent::Started(_))) => true,
        Some(Event::Member(MemberEvent::Joined(_))) => record.subject == me.into(),
        _ => false,
    }
}

fn target(record: &Record) -> Option<RecordId> {
    match &record.event {
        Some(Event::Undone(undo)) => Some(undo.record),
        _ => None,
    }
}
