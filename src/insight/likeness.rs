//! Whether two short texts mean the same work: titles of tasks, accountabilities of roles.
//!
//! A text becomes its [`Content`]: words, each with all forms that it may be one of, numbers, and whether it denies. Two
//! contents are compared by what both say and by what only one of them says: what stands *instead* of something costs more
//! than what stands *besides* ("the returns policy" is not "the privacy policy").
//!
//! **Invariant:** nothing is counted over the board. How alike two texts are follows from the two alone, so a third one
//! changes no kept finding.

mod affixes;
mod compare;
mod content;
mod cover;
mod gist;
mod lists;
mod pairs;
mod reading;
mod word;

pub use compare::{ALIKE, Common, HINT, Paired, most_like};
pub use content::{Content, KEYS, Keys, Term, TermIs, keys_needed};
pub use cover::{Cover, cover};
pub use gist::gist;
pub use pairs::{PAIRED, pairs};
