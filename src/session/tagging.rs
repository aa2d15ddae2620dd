//! Tags of tasks: one is given, or taken away, and the others stay.

use super::{Done, Error, Session};
use crate::domain::decide::{Command, EditTask};
use crate::domain::event::TaskEdited;
use crate::domain::folding::folded;
use crate::domain::id::TaskId;
use crate::domain::subject::Subject;
use crate::words::words;

impl Session {
    /// Gives tasks a tag.
    pub fn tag(&mut self, tasks: &[TaskId], tag: &str) -> Result<Done, Error> {
        let done = self.retag(tasks, tag, |tags, tag| tags.push(tag))?;
        self.said_of_several(done, |who, tasks| words().phrase_tagged(who, tasks, named(tag)))
    }

    /// Takes a tag away from tasks.
    pub fn untag(&mut self, tasks: &[TaskId], tag: &str) -> Result<Done, Error> {
        let done = self.retag(tasks, tag, |_, _| {})?;
        self.said_of_several(done, |who, tasks| words().phrase_untagged(who, tasks, named(tag)))
    }

    fn retag(
        &mut self,
        tasks: &[TaskId],
        tag: &str,
        change: fn(&mut Vec<String>, String),
    ) -> Result<Done, Error> {
        let tag = named(tag);
        let mut commands = Vec::with_capacity(tasks.len());
        for task in tasks {
            let mut tags = match self.board().subject((*task).into())? {
                Some(Subject::Task(task)) => task.tags().to_vec(),
                _ => Vec::new(),
            };
            // The same tag may have been typed in another form, or in capitals.
            tags.retain(|known| folded(known) != folded(tag));
            change(&mut tags, tag.to_owned());
            let edit = TaskEdited { tags: Some(tags), ..TaskEdited::default() };
            commands.push(Command::EditTask(EditTask { task: *task, edit }));
        }
        self.perform_all(&commands)
    }

    /// Each has other tags besides: of several only what was done to all is said.
    fn said_of_several(&self, done: Done, said: impl Fn(&str, &str) -> String) -> Result<Done, Error> {
        if done.records.len() < 2 {
            return Ok(done);
        }
        let sentence = self.say_of_several(&done.records, said)?;
        Ok(Done { sentence, ..done })
    }
}

/// A tag as it is kept.
fn named(tag: &str) -> &str {
    tag.trim().trim_start_matches('#')
}
