//! What can be typed: words and commands as a shell reads them.

use super::id::SubjectId;
use super::settlement::WayOut;

/// A word as a shell reads it.
pub fn for_shell(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,:@%".contains(c);
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

/// The command that takes a way out, or says yes to it; `called` says what each thing is called.
pub fn way(way: &WayOut, called: impl Fn(SubjectId) -> String) -> String {
    let [one, other] = way.subjects().map(&called);
    let words = match way {
        WayOut::MergeTask { helps: true, .. } => vec!["merge".to_owned(), one, other, "--helping".to_owned()],
        WayOut::MergeTask { .. } | WayOut::MergeRole { .. } => vec!["merge".to_owned(), one, other],
        WayOut::OneLeads { lead, .. } => vec!["yield".to_owned(), one, called((*lead).into())],
        WayOut::SplitTask { title, other_title, .. } => {
            vec!["split".to_owned(), one, other, title.clone(), other_title.clone()]
        }
        WayOut::SplitRole { lines, .. } => {
            ["split".to_owned(), one, other].into_iter().chain(lines.iter().cloned()).collect()
        }
    };
    let words: Vec<String> = words.iter().map(|word| for_shell(word)).collect();
    format!("setara {}", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{RoleId, TaskId};
    use uuid::Uuid;

    #[test]
    fn a_path_is_typed_as_a_shell_reads_it() {
        assert_eq!(for_shell("/srv/team/.setara"), "/srv/team/.setara");
        assert_eq!(for_shell("/srv/a b/$(x)/it's"), r"'/srv/a b/$(x)/it'\''s'");
    }

    #[test]
    fn titles_are_quoted_whatever_stands_in_them() {
        let [bakul, danum] = [2, 5].map(|n| TaskId(Uuid::from_u128(n)));
        let called = |id: SubjectId| if id == bakul.into() { "bakul".to_owned() } else { "danum".to_owned() };
        let split = WayOut::SplitTask {
            task: bakul,
            title: "Ayu's \"part\" $1".into(),
            other: danum,
            other_title: "Rest".into(),
        };
        assert_eq!(way(&split, called), r#"setara split bakul danum 'Ayu'\''s "part" $1' Rest"#);
        let helping = WayOut::MergeTask { task: bakul, into: danum, helps: true };
        assert_eq!(way(&helping, called), "setara merge bakul danum --helping");
        let [one, other] = [2, 5].map(|n| RoleId(Uuid::from_u128(n)));
        let keeps = WayOut::SplitRole { role: one, stays: other, lines: vec!["Price list".into()] };
        assert_eq!(way(&keeps, called), "setara split bakul danum 'Price list'");
    }
}
