//! What a goal says, field by field.

use super::{Goal, GoalState, Horizon};
use crate::domain::calendar::{At, Day};
use crate::domain::event::payloads;
use crate::domain::field::fields;
use crate::domain::id::GoalId;

fields! {
    /// A field of a goal.
    GoalField of Goal: GoalRegisters, edited by GoalEdited, added by GoalAdded and AddGoal { id: GoalId };

    title title: Title(phrase_field_title);
    long why: Why(phrase_field_why, form scr_field_why);
    choice<Horizon> horizon: Horizon(phrase_field_horizon);
    goal parent: Parent(phrase_field_parent, form scr_field_parent, none phrase_no_parent);
    text measure: Measure(phrase_field_measure);
    text unit: Unit(phrase_field_unit);
    number baseline: Baseline(phrase_field_baseline, form scr_field_baseline);
    number target: Target(phrase_field_target);
    date due: Due(phrase_field_due, none phrase_no_due);
    date review: Review(phrase_field_review, none phrase_no_review);
    only added must state: GoalState;
    only added may source: String;
    only added may file: String;
    only added may at: At;
}
