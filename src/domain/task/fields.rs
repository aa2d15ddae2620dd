//! What a task says, field by field.

use super::event::StepChange;
use super::{State, Task};
use crate::domain::calendar::{At, Day};
use crate::domain::decide::Place;
use crate::domain::event::payloads;
use crate::domain::field::fields;
use crate::domain::id::{GoalId, RoleId, TaskId};
use crate::domain::rank::Rank;

fields! {
    /// A field of a task.
    TaskField of Task: TaskRegisters, edited by TaskEdited, added by TaskAdded and AddTask { id: TaskId, place: Place };

    title title: Title(phrase_field_title);
    /// Markdown.
    long notes: Notes(phrase_field_notes);
    only added must state: State;
    only added may reason: String;
    only added must rank: Rank;
    role role: Role(phrase_field_role);
    goal goal: Goal(phrase_field_goal);
    tags tags: Tags(phrase_field_tags);
    tags skills: Skills(phrase_field_skills, form form_field_skills);
    date due: Due(phrase_field_due, none phrase_no_due);
    only added may_day parked: Day;
    /// The next visible step.
    text next: Next(phrase_field_next);
    links links: Links(phrase_field_links);
    only added may source: String;
    only added may file: String;
    only added may at: At;
    only added may since: At;
    // Which step of the checklist in the notes was changed, for the sentence.
    only edited may step: StepChange;
}
