//! A way out of a finding in words: what somebody offers to do, or agrees to.

use crate::domain::id::SubjectId;
use crate::domain::settlement::WayOut;
use crate::words::words;

/// It as the end of a sentence, such as "merge bakul into danum"; `called` says what each thing is called.
pub fn way(way: &WayOut, called: impl Fn(SubjectId) -> String) -> String {
    let words = words();
    let [one, other] = way.subjects().map(&called);
    match way {
        WayOut::MergeTask { helps: true, .. } => words.way_merge_and_help(one, other),
        WayOut::MergeTask { .. } | WayOut::MergeRole { .. } => words.way_merge(one, other),
        WayOut::OneLeads { lead, .. } => words.way_one_leads(one, called((*lead).into())),
        WayOut::SplitTask { title, other_title, .. } => {
            words.way_split_task(one, words.phrase_quoted(title), other, words.phrase_quoted(other_title))
        }
        WayOut::SplitRole { lines, .. } => {
            let lines: Vec<String> = lines.iter().map(|line| words.phrase_quoted(line)).collect();
            words.way_split_role(lines.join(", "), one, other)
        }
    }
}
