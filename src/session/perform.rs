//! Doing what commands say: decided inside the transaction, written as one action, said in a sentence.

use super::{Done, Error, Session};
use crate::domain::decide::{self, Command, Refusal, Scene};
use crate::domain::event::{Event, SettlementEvent, TensionEvent};
use crate::domain::id::{MemberId, SubjectId};
use crate::domain::phrase::{Phrase, Read};
use crate::domain::record::Record;
use crate::domain::subject::Subject;
use crate::store::Writing;

impl Session {
    /// Does what a command says, or says why not; then nothing is changed.
    pub fn perform(&mut self, command: &Command) -> Result<Done, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        self.perform_as(me, std::slice::from_ref(command))
    }

    /// Does what several commands say as one action, which undo takes back as one; all of them or none.
    pub fn perform_all(&mut self, commands: &[Command]) -> Result<Done, Error> {
        let me = self.me.ok_or_else(Error::who_are_you)?;
        self.perform_as(me, commands)
    }

    pub(super) fn perform_as(&mut self, me: MemberId, commands: &[Command]) -> Result<Done, Error> {
        self.at_present()?;
        let scene = self.scene_of(me);
        let is_apart = self.environment.is_apart();
        let mut writing = self.store.write()?;
        if is_apart {
            writing.stand_apart(me);
        }
        match written(&mut writing, scene, commands)? {
            Ok(written) => {
                writing.commit()?;
                self.act_as_known()?;
                self.done_also(written)
            }
            Err(refused) => {
                drop(writing);
                Err(self.refused_all(&refused, commands.len()))
            }
        }
    }

    /// Who acts where and when, before anything is brought on.
    pub(super) fn scene_of(&self, me: MemberId) -> Scene {
        Scene::new(self.store.board(), me, self.now(), self.today())
    }

    /// What several commands did.
    fn done_also(&self, written: Written) -> Result<Done, Error> {
        let Written { records, firsts, unchanged } = written;
        if self.store.is_together() || (firsts.len() < 2 && unchanged.is_empty()) {
            return self.done(records);
        }
        let firsts: Vec<&Record> = firsts.iter().map(|at| &records[*at]).collect();
        let said: Vec<&Record> = firsts.iter().copied().filter(|one| !is_said_by(one, &firsts)).collect();
        let mut sentence = self.phrase_several(&said)?;
        // That a part of an edit changed nothing says nothing.
        let told = unchanged.into_iter().filter(|refusal| !matches!(refusal, Refusal::NothingToChange(_)));
        let told: Vec<Refusal> = told.collect();
        if !told.is_empty() {
            let also = self.refused_all(&told, firsts.len() + told.len()).message;
            sentence = sentence.also(&also.into());
        }
        let told = firsts.len();
        Ok(Done { sentence, subject: records.first().map(|record| record.subject), records, told })
    }

    /// The sentence for what was just written.
    pub(super) fn done(&self, records: Vec<Record>) -> Result<Done, Error> {
        let sentence = match records.first() {
            Some(first) if !self.store.is_together() => self.phrase(first, Read::Anywhere)?,
            _ => Phrase::default(),
        };
        let subject = records.first().map(|record| record.subject);
        let told = records.len().min(1);
        Ok(Done { sentence, subject, records, told })
    }
}

/// Whether another record says it, too: of a tension that was made of a finding the answer to that tells.
fn is_said_by(record: &Record, others: &[&Record]) -> bool {
    let names_it = |other: &&Record| match &other.event {
        Some(Event::Settlement(SettlementEvent::Settled(settled))) => {
            settled.became.map(SubjectId::from) == Some(record.subject)
        }
        _ => false,
    };
    matches!(record.event, Some(Event::Tension(TensionEvent::Sensed(_)))) && others.iter().any(names_it)
}

/// What several commands wrote.
pub(super) struct Written {
    pub records: Vec<Record>,
    /// Where the records of each command begin.
    firsts: Vec<usize>,
    /// What is to be said of the commands that found all as they wanted it.
    unchanged: Vec<Refusal>,
}

/// Decides several commands one after the other inside the transaction, and writes what they make. `who` says who acts
/// where and when. Where any is refused, none is done, and all that are refused say why.
pub(super) fn written(
    writing: &mut Writing<'_>,
    who: Scene,
    commands: &[Command],
) -> Result<Result<Written, Vec<Refusal>>, Error> {
    let mut written =
        Written { records: Vec::new(), firsts: Vec::with_capacity(commands.len()), unchanged: Vec::new() };
    // What is done to several is refused for each by itself; else what follows may rest on what was refused.
    let kind = commands.first().map(std::mem::discriminant);
    let are_alike = commands.iter().all(|command| Some(std::mem::discriminant(command)) == kind);
    let mut refused = Vec::new();
    for command in commands {
        let scene = scene(writing, Scene::new(who.board, who.me, who.now, who.today), command)?;
        match decide::decide(command, &scene) {
            Ok(_) if !refused.is_empty() => {}
            Ok(drafts) => {
                written.firsts.push(written.records.len());
                written.records.extend(writing.append(who.me, who.now, drafts)?);
            }
            // Of several only what is left to do is done.
            Err(refusal) if commands.len() > 1 && refusal.is_so_already() => written.unchanged.push(refusal),
            Err(refusal) if !are_alike => return Ok(Err(vec![refusal])),
            Err(refusal) => refused.push(refusal),
        }
    }
    Ok(match () {
        () if !refused.is_empty() => Err(refused),
        () if written.records.is_empty() && !written.unchanged.is_empty() => Err(written.unchanged),
        () => Ok(written),
    })
}

/// What a command sees, from inside the transaction.
fn scene(writing: &mut Writing<'_>, mut scene: Scene, command: &Command) -> Result<Scene, Error> {
    let needs = command.needs();
    let held = if needs.all_held { writing.held_by(scene.me)? } else { Vec::new() };
    let called = needs.called.map(|name| writing.member_named(name)).transpose()?.flatten();
    let seen = needs.subjects.into_iter().chain(held).chain(called.map(SubjectId::from));
    let open = if needs.open_meetings { writing.open_meetings()? } else { Vec::new() };
    let paired = match needs.paired_with {
        Some(member) => writing.pairings_between(scene.me, member)?,
        None => Vec::new(),
    };
    let seen =
        seen.chain(open.into_iter().map(SubjectId::from)).chain(paired.into_iter().map(SubjectId::from));
    for id in seen.chain([scene.me.into(), scene.board.into()]) {
        if let Some(subject) = writing.subject(id)? {
            scene.put(id, subject);
        }
    }
    if let Some(tension) = needs.sensed
        && let Some(Subject::Tension(tension)) = writing.subject(tension.into())?
        && let Some(origin) = tension.origin
        && let Some(sensor) = writing.subject(origin.by.into())?
    {
        scene.put(origin.by.into(), sensor);
    }
    if let Some(decision) = needs.parties_of
        && let Some(Subject::Decision(decision)) = writing.subject(decision.into())?
    {
        let parties = decision.parties(None).into_iter().map(SubjectId::from);
        for id in parties.chain(decision.replaces.iter().map(|id| (*id).into())) {
            if let Some(subject) = writing.subject(id)? {
                scene.put(id, subject);
            }
        }
    }
    let mut decisions: Vec<SubjectId> = needs.decided_in.into_iter().collect();
    if let Some(id) = needs.everybody_in
        && let Some(Subject::Agreement(agreement)) = writing.subject(id.into())?
    {
        for member in agreement.everybody() {
            if let Some(subject) = writing.subject(member.into())? {
                scene.put(member.into(), subject);
            }
        }
        decisions.extend(agreement.decisions());
    }
    // Whether one holds follows from that which took its place, too.
    for id in decisions {
        let Some(Subject::Decision(decision)) = writing.subject(id)? else { continue };
        if let Some(other) = decision.replaced.map(|(into, _)| SubjectId::from(into))
            && let Some(subject) = writing.subject(other)?
        {
            scene.put(other, subject);
        }
        scene.put(id, Subject::Decision(decision));
    }
    if let Some(member) = needs.written_by {
        scene.has_written = writing.has_written(member)?;
    }
    if let Some(meeting) = needs.ahead {
        scene.ahead = writing.ahead(meeting, scene.today)?;
    }
    if let Some(task) = needs.alike {
        scene.alike = writing.led_alike(task, scene.me)?;
    }
    if let Some((task, place)) = needs.place {
        scene.neighbours = writing.neighbours(task, place)?;
    }
    Ok(scene)
}
