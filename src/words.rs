//! Every text for people, as typed functions made from `assets/words/<language>/*.ftl`.
//!
//! One language is chosen at the start of the process and stays. A missing text does not compile. A text that nobody
//! uses warns, once `dead_code` is taken off the line below: the generated helpers that we do not need warn then too.

use std::sync::OnceLock;

#[allow(clippy::all, missing_docs, dead_code)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

use generated::L10n;
pub(crate) use generated::L10nLanguage as Words;

/// The texts in the chosen language; English until Indonesian follows.
pub(crate) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| L10n::En.load())
}
