//! Lines of the journal in words: an import is one sentence, however many records it has, and so are the moves of a meeting.

use std::collections::HashMap;

use super::{Error, Session};
use crate::domain::event::{Event, GoalEvent, MeetingEvent, MemberEvent, RoleEvent, TaskEvent};
use crate::domain::phrase::{self, Phrase, Read};
use crate::domain::record::Record;
use crate::exchange::Source;
use crate::store::{Batch, Entry, JournalLine};
use crate::words::words;

impl Session {
    /// What a line of the journal says.
    pub fn say_line(&self, line: &JournalLine) -> Result<Phrase, Error> {
        match line {
            JournalLine::Single(entry) | JournalLine::Part(entry) => {
                self.phrase(&entry.record, Read::Anywhere)
            }
            JournalLine::Batch(batch, first) => self.say_batch(*batch, &first.record),
        }
    }

    fn say_batch(&self, batch: Batch, first: &Record) -> Result<Phrase, Error> {
        if let Some(Event::Meeting(MeetingEvent::Moved(_) | MeetingEvent::Timed(_))) = &first.event {
            return self.say_moves(batch);
        }
        let names = self.journal().names([first.author.into()])?;
        let who = names.name(first.author);
        if let Some((undone, redone)) = self.undone(first)?
            && let Some(import) = self.the_import(&undone)?
        {
            let said =
                if redone { words().phrase_redid(who, import) } else { words().phrase_undid(who, import) };
            return Ok(said.into());
        }
        if let Some(event) = first.event.as_ref().filter(|event| is_brought_in(event)) {
            let things = self.things(batch)?;
            let tool = source(event).and_then(Source::of_key);
            let said = match (file(event), tool) {
                (Some(file), tool) => {
                    let tool = tool.unwrap_or(Source::Setara).name();
                    words().phrase_brought_in_file(who, things, file, tool)
                }
                (None, Some(source)) => words().phrase_brought_in_from(who, things, source.called()),
                (None, None) => words().phrase_brought_in(who, things),
            };
            let stands = self.journal().subject(first.subject)?.is_some_and(|subject| subject.exists());
            return Ok(if stands { said } else { words().phrase_undone_since(said) }.into());
        }
        let more = batch.records() - 1;
        Ok(self.phrase(first, Read::Anywhere)?.also(&words().out_with_it(more).into()))
    }

    /// `Ayu, Budi moved the meeting on in 9 steps, to the parking lot`.
    fn say_moves(&self, batch: Batch) -> Result<Phrase, Error> {
        let authors = self.journal().authors_of(batch)?;
        let last = self.journal().entry_at(batch.last)?.and_then(|entry| entry.record.event);
        let place = match last {
            Some(Event::Meeting(MeetingEvent::Moved(moved))) => Some(moved.to),
            _ => None,
        };
        let mentioned = place.into_iter().flat_map(|to| [to.task.map(Into::into), to.member.map(Into::into)]);
        let all = authors.iter().map(|author| (*author).into()).chain(mentioned.flatten());
        let names = self.journal().names(all)?;
        let who: Vec<&str> = authors.iter().map(|author| names.name(*author)).collect();
        let (who, steps) = (who.join(", "), batch.records());
        Ok(match place {
            Some(place) => words().phrase_moves_to(who, steps, phrase::meeting_place(place, &names)),
            None => words().phrase_moves(who, steps),
        }
        .into())
    }

    /// `the import of 62 tasks`, where a record that was undone is a part of one.
    fn the_import(&self, undone: &Entry) -> Result<Option<String>, Error> {
        let Some(batch) = self.journal().batch_of(undone)? else { return Ok(None) };
        let first = self.journal().entry_at(batch.first)?.and_then(|entry| entry.record.event);
        if !first.as_ref().is_some_and(is_brought_in) {
            return Ok(None);
        }
        let made = self.made_by(batch)?;
        let tasks = made.get("task.added").copied().unwrap_or_default();
        let others = made.values().sum::<usize>() - tasks;
        Ok(Some(the_import(tasks, others, first.as_ref().and_then(file))))
    }

    /// `62 tasks, 4 members`.
    fn things(&self, batch: Batch) -> Result<String, Error> {
        let made = self.made_by(batch)?;
        let said: [(&str, &dyn Fn(usize) -> String); 4] = [
            ("task.added", &|n| words().phrase_tasks(n)),
            ("goal.added", &|n| words().import_goals(n)),
            ("role.added", &|n| words().import_roles(n)),
            ("member.joined", &|n| words().import_members(n)),
        ];
        let said = said.iter().filter_map(|(kind, say)| made.get(*kind).map(|count| say(*count)));
        Ok(said.collect::<Vec<_>>().join(", "))
    }

    /// Counted once: what a batch holds never changes.
    fn made_by(&self, batch: Batch) -> Result<HashMap<String, usize>, Error> {
        if let Some(made) = self.made.borrow().get(&batch) {
            return Ok(made.clone());
        }
        let made = self.journal().made_by(batch)?;
        self.made.borrow_mut().insert(batch, made.clone());
        Ok(made)
    }
}

/// `the import of 62 tasks from nebula.json`, as what was undone.
pub(super) fn the_import(tasks: usize, others: usize, file: Option<&str>) -> String {
    let import = match tasks {
        0 => words().phrase_the_import_of_others(others),
        tasks => words().phrase_the_import(tasks),
    };
    match file {
        Some(file) => words().phrase_the_import_from(import, file),
        None => import,
    }
}

/// What the file is called from which an action that begins with it brought all.
pub(super) fn file(event: &Event) -> Option<&str> {
    match event {
        Event::Member(MemberEvent::Joined(e)) => e.file.as_deref(),
        Event::Role(RoleEvent::Added(e)) => e.file.as_deref(),
        Event::Goal(GoalEvent::Added(e)) => e.file.as_deref(),
        Event::Task(TaskEvent::Added(e)) => e.file.as_deref(),
        _ => None,
    }
}

/// Whether it makes something that comes from elsewhere: an action that begins with it is an import.
pub(super) fn is_brought_in(event: &Event) -> bool {
    let facts = event.facts();
    facts.makes_subject && (facts.is_imported() || source(event).is_some() || file(event).is_some())
}

/// The key under which another tool knew what an event makes.
pub(super) fn source(event: &Event) -> Option<&str> {
    match event {
        Event::Member(MemberEvent::Joined(e)) => e.source.as_deref(),
        Event::Role(RoleEvent::Added(e)) => e.source.as_deref(),
        Event::Goal(GoalEvent::Added(e)) => e.source.as_deref(),
        Event::Task(TaskEvent::Added(e)) => e.source.as_deref(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{add, team};
    use super::*;
    use crate::exchange::Bundle;
    use crate::exchange::bundle::{Member, Task};
    use crate::store::{JournalFilter, Singly};

    fn bring_in(session: &mut Session, tasks: std::ops::Range<usize>) {
        bring_in_from(session, None, tasks);
    }

    fn bring_in_from(session: &mut Session, file: Option<&str>, tasks: std::ops::Range<usize>) {
        let task = |n: usize| Task {
            key: format!("trello:card:{n}"),
            title: format!("Task {n}"),
            ..Task::default()
        };
        let member = Member { key: "trello:member:m".into(), name: "Mia".into(), ..Member::default() };
        let bundle = Bundle { members: vec![member], tasks: tasks.map(task).collect(), ..Bundle::default() };
        let bundle = match file {
            Some(file) => bundle.from_file(std::path::Path::new(file)),
            None => bundle,
        };
        session.import(&bundle, &mut |_| {}).unwrap();
    }

    fn lines(session: &Session, singly: &Singly) -> Vec<JournalLine> {
        let all = JournalFilter::default();
        session.journal().journal_lines(&all, singly, None, 0, 10_000).unwrap().rows
    }

    fn said(session: &Session) -> Vec<String> {
        let lines = lines(session, &Singly::FEW);
        lines.iter().map(|line| session.say_line(line).unwrap().text().to_owned()).collect()
    }

    #[test]
    fn an_import_is_one_line_and_one_that_was_undone_says_so() {
        let mut session = team("one line");
        bring_in(&mut session, 0..62);
        add(&mut session, "Sign the contract");
        let import = "Ayu brought in 62 tasks, 1 member from a Trello board";
        let all = said(&session);
        assert!(all[0].ends_with(": Sign the contract"), "{all:?}");
        assert_eq!(all[1], import);
        let before = all.len();
        session.undo().unwrap();
        session.undo().unwrap();
        let all = said(&session);
        assert_eq!(all[0], "Ayu undid: the import of 62 tasks");
        assert_eq!(all[3], format!("{import}; undone since"));
        assert_eq!(all.len(), before + 2);
        session.redo().unwrap();
        let all = said(&session);
        assert_eq!((all[0].as_str(), all[4].as_str()), ("Ayu did again: the import of 62 tasks", import));
        // None of its records is about what nobody knows.
        session.undo().unwrap();
        for line in lines(&session, &Singly::Each) {
            let said = session.say_line(&line).unwrap();
            assert!(!said.text().contains('?'), "{}", said.text());
        }
    }

    #[test]
    fn few_records_are_told_singly() {
        let mut session = team("few");
        bring_in(&mut session, 0..9);
        assert_eq!(lines(&session, &Singly::FEW).len(), session.journal().journal_len().unwrap() as usize);
        bring_in(&mut session, 9..20);
        let all = said(&session);
        assert_eq!(all[0], "Ayu brought in 11 tasks from a Trello board");
        assert!(all[1].ends_with(": Task 8"), "{all:?}");
    }

    #[test]
    fn a_window_around_any_line_is_a_part_of_the_whole() {
        let mut session = team("windows");
        bring_in(&mut session, 0..30);
        add(&mut session, "Between them");
        bring_in(&mut session, 30..47);
        bring_in(&mut session, 47..90);
        session.undo().unwrap();
        let filter = JournalFilter::default();
        let batches: Vec<_> = lines(&session, &Singly::FEW).iter().filter_map(|line| line.batch()).collect();
        assert_eq!(batches.len(), 4);
        let mut singly = Singly::default();
        for open in [None, Some(1), Some(2), Some(3), Some(0)] {
            open.into_iter().for_each(|i: usize| singly.turn(batches[i]));
            let all = lines(&session, &singly);
            let places: Vec<_> = all.iter().map(JournalLine::place).collect();
            assert!(places.is_sorted_by(|a, b| a > b));
            let oldest = session.journal().oldest_journal_lines(&filter, &singly, 5).unwrap();
            assert_eq!(
                oldest.rows.iter().map(JournalLine::place).collect::<Vec<_>>(),
                places[places.len() - 5..]
            );
            for (i, place) in places.iter().enumerate() {
                let window = session.journal().journal_lines(&filter, &singly, Some(*place), 3, 4).unwrap();
                let found: Vec<_> = window.rows.iter().map(JournalLine::place).collect();
                let (from, to) = (i.saturating_sub(3), (i + 5).min(places.len()));
                assert_eq!((found.as_slice(), window.at), (&places[from..to], i - from), "{i}");
                assert_eq!((window.more_before, window.more_after), (from > 0, to < places.len()), "{i}");
            }
        }
        // What is closed under the selection takes its place.
        let part = lines(&session, &singly)[5].place();
        let window = session.journal().journal_lines(&filter, &Singly::FEW, Some(part), 3, 4).unwrap();
        assert_eq!((window.at, window.rows[0].batch()), (0, Some(batches[0])));
    }

    #[test]
    fn the_moves_of_a_meeting_that_follow_each_other_are_one_line() {
        use crate::domain::decide::{Command, Destination, MoveMeeting, StartMeeting};
        use crate::domain::id::MeetingId;
        use crate::domain::meeting::MeetingKind;
        let mut session = team("moves");
        let meeting = MeetingId(session.new_id());
        let start = StartMeeting { id: meeting, kind: MeetingKind::Standup, retro: None };
        session.perform(&Command::StartMeeting(start)).unwrap();
        let next = |session: &mut Session| {
            let from = session.meeting(meeting).unwrap().unwrap().course.now().unwrap().id;
            let command = MoveMeeting { meeting, from, to: Destination::Next, how: None };
            session.perform(&Command::MoveMeeting(command)).unwrap();
        };
        next(&mut session);
        next(&mut session);
        add(&mut session, "Sign the contract");
        let before = lines(&session, &Singly::FEW).len();
        (0..3).for_each(|_| next(&mut session));
        let all = said(&session);
        assert_eq!(all[0], "Ayu moved the meeting on in 3 steps, to the reach of the goals");
        assert!(all[1].ends_with(": Sign the contract"), "{all:?}");
        assert_eq!(all.len(), before + 1);
        assert_eq!(all[3], "Ayu moved the meeting to what happened since", "few are told singly");
        let opened = |line: &JournalLine| {
            let mut singly = Singly::FEW;
            singly.turn(line.batch().unwrap());
            lines(&session, &singly)
        };
        let all = lines(&session, &Singly::FEW);
        let open = opened(&all[0]);
        assert_eq!(open.len(), all.len() + 3);
        assert!(matches!(open[1], JournalLine::Part(_)) && matches!(open[4], JournalLine::Single(_)));
        assert_eq!(lines(&session, &Singly::Each).len(), session.journal().journal_len().unwrap() as usize);
        // From any line on, the lines are the same.
        for (i, line) in all.iter().enumerate() {
            let filter = JournalFilter::default();
            let window =
                session.journal().journal_lines(&filter, &Singly::FEW, Some(line.place()), 2, 2).unwrap();
            let found: Vec<_> = window.rows.iter().map(JournalLine::place).collect();
            let (from, to) = (i.saturating_sub(2), (i + 3).min(all.len()));
            let expected: Vec<_> = all[from..to].iter().map(JournalLine::place).collect();
            assert_eq!(found, expected, "{i}");
        }
    }

    #[test]
    fn an_import_names_its_file_and_no_folder() {
        let mut session = team("a file");
        bring_in_from(&mut session, Some("/home/ayu/secret/nebula.json"), 0..62);
        assert_eq!(said(&session)[0], "Ayu brought in 62 tasks, 1 member from nebula.json (Trello)");
        let done = session.undo().unwrap();
        assert_eq!(done.sentence.text(), "Ayu undid: the import of 62 tasks from nebula.json");
        assert_eq!(said(&session)[0], "Ayu undid: the import of 62 tasks from nebula.json");
        let done = session.redo().unwrap();
        assert_eq!(done.sentence.text(), "Ayu did again: the import of 62 tasks from nebula.json");
        let journal = session.journal().events(&JournalFilter::default(), None, 0, 999).unwrap().rows;
        let named = journal.iter().filter(|entry| entry.record.event.as_ref().and_then(file).is_some());
        assert_eq!(named.count(), 1, "it stands there once");
    }
}
