//! The manual: what the documents say to whoever uses the board, in the language that is spoken.
//!
//! Its texts are those of `assets/docs`, cut by the build; a table that is made from code is made again here, by the
//! functions that the documents' own tables come from.

mod layout;

pub use self::layout::laid_out;

use super::screens;
use crate::domain::folding::folded;
use crate::domain::query::tasks;
use crate::insight::figures::{Figure, Lack, Name};
use crate::insight::{FindingKind, Rule};
use crate::packed::{packed, unpacked};
use crate::session::told;
use crate::words::{Language, language, words};

/// Something that is explained at more length than a command's help.
pub struct Topic {
    /// As it is typed in any language, like the commands.
    pub name: &'static str,
    /// What else is typed for it in Indonesian.
    other: &'static str,
    /// What it is about, in the list of topics.
    pub about: fn() -> String,
    /// The document, as others link to it.
    document: &'static str,
    /// Packed.
    english: &'static [u8],
    indonesian: &'static [u8],
}

macro_rules! topics {
    ($($name:literal $other:literal $document:literal $about:ident,)+) => {
        /// All of them, what is asked first at the top.
        pub static TOPICS: &[Topic] = &[$(Topic {
            name: $name,
            other: $other,
            about: || words().$about(),
            document: $document,
            english: packed!("manual/en/", $document, ".md"),
            indonesian: packed!("manual/id/", $document, ".md"),
        },)+];
    };
}

// The name, the one in Indonesian, the document, and what it is about.
topics! {
    "words" "kata" "words" topic_words,
    "keys" "tombol" "keys" topic_keys,
    "filters" "saringan" "filters" topic_filters,
    "findings" "temuan" "findings" topic_findings,
    "may" "boleh" "may" topic_may,
    "meetings" "pertemuan" "meetings" topic_meetings,
    "stage" "panggung" "stage" topic_stage,
    "decisions" "keputusan" "decisions" topic_decisions,
    "tensions" "ketegangan" "tensions" topic_tensions,
    "agreements" "kesepakatan" "agreements" topic_agreements,
    "figures" "angka" "figures" topic_figures,
    "files" "berkas" "store" topic_files,
    "importing" "mengimpor" "importing" topic_importing,
    "sharing" "berbagi" "sharing" topic_sharing,
    "privacy" "privasi" "privacy" topic_privacy,
}

/// The topic of that name, in either language.
pub fn topic(name: &str) -> Option<&'static Topic> {
    let name = folded(name);
    TOPICS.iter().find(|topic| topic.name == name || topic.other == name)
}

impl Topic {
    /// Its text as Markdown, with its tables and with other topics called as they are typed.
    pub fn text(&self) -> String {
        let text = unpacked(match language() {
            Language::English => self.english,
            Language::Indonesian => self.indonesian,
        });
        let mut whole = String::new();
        for line in linked(&text, self).lines() {
            let mark = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->"));
            whole.push_str(mark.and_then(table).as_deref().unwrap_or(line).trim_end());
            whole.push('\n');
        }
        whole
    }
}

/// The text with each link as what can be typed: `[gap](tensions.md)` is "gap (`setara help tensions`)", and just "gap" where
/// it leads to no topic, or to the one that is read.
fn linked(text: &str, here: &Topic) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('[') {
        out.push_str(before);
        let Some((name, address, after)) = link(from) else {
            out.push('[');
            rest = from;
            continue;
        };
        out.push_str(name);
        let path = address.split('#').next().and_then(|path| path.strip_suffix(".md"));
        let leads_to = TOPICS.iter().find(|topic| Some(topic.document) == path);
        if let Some(topic) = leads_to.filter(|topic| topic.name != here.name) {
            out.push_str(&format!(" (`setara help {}`)", topic.name));
        }
        rest = after;
    }
    out + rest
}

/// The name and the address of a link whose `[` was read, and what stands behind it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_once(']')?;
    let (address, after) = rest.strip_prefix('(')?.split_once(')')?;
    Some((name, address, after))
}

/// The table that stands in a document at the mark of this name, in the language that is spoken.
pub fn table(name: &str) -> Option<String> {
    Some(match name {
        "keys" => screens::key_tables(),
        "filter keys" => tasks::markdown(),
        "findings" => findings(),
        "figures" => figures(),
        _ => return None,
    })
}

/// Every rule in the order of the board.
fn findings() -> String {
    let words = words();
    let mut table = format!("| | {} | {} |\n|---|---|---|\n", words.manual_kind(), words.manual_asks());
    for rule in Rule::ALL {
        let kind = match rule.kind() {
            FindingKind::Overlap => words.plain_overlap(),
            FindingKind::Gap => words.plain_gap(),
            FindingKind::Unclear => words.plain_unclear_kind(),
            FindingKind::Stale => words.plain_stale(),
            FindingKind::Load => words.plain_load(),
        };
        table.push_str(&format!("| {} | {kind} | {} |\n", rule.as_str(), words.finding_about(rule.as_str())));
    }
    table
}

/// Every figure in its order: its name, what it counts, and how many of what it takes.
fn figures() -> String {
    let words = words();
    let heads = [words.manual_figure(), words.manual_counts(), words.manual_takes()].join(" | ");
    let mut table = format!("| {heads} |\n|---|---|---|\n");
    for name in Name::ALL {
        // So many are behind it that the words for what is counted say how many it takes.
        let figure = Figure { name, n: name.least(), from: Default::default(), value: Err(Lack::Few) };
        let told = told(&figure, Default::default());
        let takes = told.basis.split(',').next().unwrap_or_default();
        table.push_str(&format!("| {} | {} | {takes} |\n", told.title, told.definition));
    }
    table
}

#[cfg(test)]
mod tests;
