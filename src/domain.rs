//! What a board is: its words, its events, how they fold, and what may happen.
//!
//! Everything here is pure. Time, author and new ids come in as arguments; texts for people go out through `words`.
//!
//! ```text
//! Command --decide--> Draft --Record::write--> Record --apply--> Subject
//!     (decide/)                  (record.rs)          (task.rs, role.rs, …)
//! ```

pub mod agreement;
pub mod board;
pub mod calendar;
pub mod checklist;
pub mod decide;
pub mod decision;
pub mod event;
pub mod field;
pub mod folding;
pub mod goal;
pub mod handle;
pub mod id;
pub(crate) mod kinds;
pub mod markdown;
pub mod meeting;
pub mod meets;
pub mod member;
pub mod merges;
pub mod names;
pub mod pairing;
pub mod phrase;
pub mod query;
pub mod quick;
pub mod rank;
pub mod record;
pub mod refused;
pub mod register;
pub mod role;
pub mod settlement;
pub mod spoken;
pub mod subject;
pub mod task;
pub mod tension;
pub mod terms;
pub mod thanks;
pub mod typed;
pub mod week;
pub mod zone;
