//! The checklist of a task, step by step.

use super::tests::{add, team};
use super::*;
use crate::domain::decide::{Command, EditSteps, EditTask, StepAt, StepEdit};
use crate::domain::event::TaskEdited;
use crate::domain::id::TaskId;
use crate::domain::subject::Subject;

fn at(nth: usize, text: &str) -> StepAt {
    StepAt { nth, text: text.into() }
}

fn change(session: &mut Session, task: TaskId, edit: StepEdit) -> Result<String, Error> {
    session.perform(&Command::EditSteps(EditSteps { task, edit })).map(|done| done.sentence.text().to_owned())
}

fn notes(session: &Session, task: TaskId) -> String {
    match session.board().subject(task.into()).unwrap() {
        Some(Subject::Task(task)) => task.notes.value().cloned().unwrap_or_default(),
        _ => panic!("the task is there"),
    }
}

#[test]
fn each_change_of_a_step_is_a_sentence_and_can_be_taken_back() {
    let mut session = team("steps");
    let task = add(&mut session, "Move the shop list");
    let edits = [
        (StepEdit::Add { text: " copy\nit ".into(), after: None }, "added a step to", "- [ ] copy it"),
        (StepEdit::Tick(at(0, "copy it")), "ticked a step of", "- [x] copy it"),
        (StepEdit::Rename(at(0, "copy it"), "print it".into()), "changed a step of", "- [x] print it"),
        (StepEdit::Open(at(0, "print it")), "opened a step of", "- [ ] print it"),
        (StepEdit::Remove(at(0, "print it")), "removed a step of", ""),
    ];
    for (edit, says, left) in edits {
        let before = notes(&session, task);
        let sentence = change(&mut session, task, edit.clone()).unwrap();
        assert!(sentence.contains(says), "{sentence}");
        assert_eq!(notes(&session, task), left);
        session.undo().unwrap();
        assert_eq!(notes(&session, task), before);
        session.redo().unwrap();
        assert_eq!(notes(&session, task), left);
    }
}

#[test]
fn a_step_is_found_by_its_words_when_another_was_written_before_it() {
    let mut session = team("steps moved");
    let task = add(&mut session, "Move the shop list");
    for text in ["a", "b"] {
        change(&mut session, task, StepEdit::Add { text: text.into(), after: None }).unwrap();
    }
    change(&mut session, task, StepEdit::Tick(at(0, "b"))).unwrap();
    assert_eq!(notes(&session, task), "- [ ] a\n- [x] b");
    let error = change(&mut session, task, StepEdit::Tick(at(0, "gone"))).unwrap_err();
    assert!(error.message.contains("no step any more that says: gone"), "{error}");
    let error = change(&mut session, task, StepEdit::Tick(at(1, "b"))).unwrap_err();
    assert_eq!(error.message, "it stands so already, and nothing was changed");
    let error = change(&mut session, task, StepEdit::Add { text: " \n".into(), after: None }).unwrap_err();
    assert_eq!(error.message, "there are no words in it");
}

#[test]
fn ticking_a_step_renews_ones_claim() {
    let mut session = team("steps are progress");
    let task = add(&mut session, "Move the shop list");
    let edit = TaskEdited { notes: Some(Some("- [ ] a".into())), ..TaskEdited::default() };
    session.perform(&Command::EditTask(EditTask { task, edit })).unwrap();
    change(&mut session, task, StepEdit::Tick(at(0, "a"))).unwrap();
    let entry = session.board().journal_of(task.into(), 1).unwrap().remove(0);
    assert!(entry.record.event.is_some_and(|event| event.facts().is_progress()));
}
