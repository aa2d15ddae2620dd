//! Every text for people, as typed functions made from `assets/words/<language>/*.ftl`.
//!
//! A missing text does not compile, in either language. A text that nobody uses warns, once `dead_code` is taken off the
//! line below: the generated helpers that we do not need warn then too.
//!
//! Which language holds is chosen for the process; a thread may have its own, so that tests in both run side by side.

use std::cell::Cell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

mod lazy;

#[allow(clippy::all, missing_docs, dead_code)]
mod generated {
    use super::lazy::L10nBundle;
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub(crate) use generated::L10nLanguage as Words;

/// A language that Setara speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    Indonesian,
}

static CHOSEN: AtomicU8 = AtomicU8::new(0);

thread_local! {
    static HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// The texts in the chosen language.
pub(crate) fn words() -> &'static Words {
    static ENGLISH: OnceLock<Words> = OnceLock::new();
    static INDONESIAN: OnceLock<Words> = OnceLock::new();
    let language = language();
    let texts = match language {
        Language::English => &ENGLISH,
        Language::Indonesian => &INDONESIAN,
    };
    texts.get_or_init(|| Words::new(language.as_str(), language.texts()).expect("the build made them"))
}

/// The chosen language.
pub fn language() -> Language {
    HERE.get().unwrap_or_else(|| Language::ALL[usize::from(CHOSEN.load(Ordering::Relaxed)) % 2])
}

/// Speaks this language from now on, in the whole process.
pub fn choose(language: Language) {
    CHOSEN.store(language as u8, Ordering::Relaxed);
}

/// Speaks this language in this thread, whatever the process speaks.
pub fn choose_here(language: Language) {
    HERE.set(Some(language));
}

/// What is said in this language, whatever is spoken otherwise.
pub fn speaking<T>(language: Language, say: impl FnOnce() -> T) -> T {
    let before = HERE.replace(Some(language));
    let said = say();
    HERE.set(before);
    said
}

/// What is said in each of the other languages.
pub fn in_other_languages(say: impl Fn() -> String) -> Vec<String> {
    let mut texts: Vec<String> = Language::ALL.into_iter().map(|language| speaking(language, &say)).collect();
    let own = say();
    texts.retain(|text| *text != own);
    texts
}

impl Language {
    pub const ALL: [Language; 2] = [Language::English, Language::Indonesian];

    /// As settings and `--lang` name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Indonesian => "id",
        }
    }

    /// Its texts as the build lays them out for [`lazy`].
    fn texts(self) -> &'static [u8] {
        match self {
            Language::English => include_bytes!(concat!(env!("OUT_DIR"), "/en.texts")),
            Language::Indonesian => include_bytes!(concat!(env!("OUT_DIR"), "/id.texts")),
        }
    }

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Indonesian => "Bahasa Indonesia",
        }
    }

    /// The language of a name (`id`, `Indonesian`) or of a locale (`id_ID.UTF-8`). `in` is what Indonesian was called
    /// before 1989; some systems still do. `None` for others.
    pub fn named(name: &str) -> Option<Language> {
        let name = name.trim().to_lowercase();
        match name.split(['_', '-', '.', '@']).next().unwrap_or_default() {
            "en" | "english" | "inggris" => Some(Language::English),
            "id" | "in" | "indonesian" | "indonesia" | "bahasa" => Some(Language::Indonesian),
            _ => None,
        }
    }

    /// The language to speak: what was typed, else what is set, else what the locale says, else English. Of a locale the
    /// first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides, as POSIX says.
    pub fn for_person(typed: Option<&str>, set: Option<Language>, locale: [Option<&str>; 3]) -> Language {
        let locale = locale.into_iter().flatten().find(|value| !value.is_empty());
        let typed = typed.and_then(Language::named).or(set);
        typed.or_else(|| locale.and_then(Language::named)).unwrap_or(Language::English)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The texts of a language by their names, as they are written.
    fn texts(language: Language) -> BTreeMap<String, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words").join(language.as_str());
        let mut texts = BTreeMap::new();
        for file in fs::read_dir(folder).unwrap() {
            let mut name: Option<String> = None;
            for line in fs::read_to_string(file.unwrap().path()).unwrap().lines() {
                match line.split_once(" =") {
                    Some((key, text)) if key.chars().all(|c| c == '-' || c.is_ascii_alphanumeric()) => {
                        assert!(
                            texts.insert(key.to_owned(), text.trim().to_owned()).is_none(),
                            "{key} twice"
                        );
                        name = Some(key.to_owned());
                    }
                    _ if line.starts_with([' ', '}']) => {
                        let text = texts.get_mut(name.as_deref().unwrap_or_default()).unwrap();
                        text.push_str(line);
                    }
                    _ => {}
                }
            }
        }
        texts
    }

    /// The variables of a text.
    fn variables(text: &str) -> Vec<&str> {
        let name = |rest: &'_ str| rest.find(|c: char| c != '-' && !c.is_ascii_alphanumeric());
        let mut found: Vec<_> =
            text.split('$').skip(1).map(|rest| &rest[..name(rest).unwrap_or(rest.len())]).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn every_text_is_there_in_both_languages_with_the_same_variables() {
        let (english, indonesian) = (texts(Language::English), texts(Language::Indonesian));
        assert!(english.len() > 1000);
        assert!(english.keys().eq(indonesian.keys()), "a text is there in one language only");
        for (key, text) in &english {
            assert_eq!(variables(text), variables(&indonesian[key]), "{key}");
        }
    }

    /// What may be the same: names, signs, and words that both languages share.
    #[test]
    fn no_text_was_left_in_english() {
        let shared = [
            "{",
            "Esc",
            "Enter",
            "Tab",
            "Ctrl-S",
            "↑↓",
            "/",
            "SMART",
            "Agenda",
            "agenda",
            "setara",
            "pull request",
            "Taskwarrior",
            "GitHub issues",
            "Label",
            "FORMAT",
            "editor",
            "zoom",
            "stand-up",
            "retro",
        ];
        let (english, indonesian) = (texts(Language::English), texts(Language::Indonesian));
        let same = english.iter().filter(|(key, text)| {
            let only_signs = !text.replace(|c: char| !c.is_alphabetic(), " ").split(' ').any(|word| {
                word.len() > 3 && !text.contains(&format!("${word}")) && !text.contains(&format!("-{word}"))
            });
            indonesian[*key] == **text && !only_signs && !shared.iter().any(|word| text.starts_with(word))
        });
        let left: Vec<_> = same.map(|(key, _)| key.as_str()).collect();
        let intended =
            ["error-bug-hint", "error-damaged-hint", "error-no-finding-hint", "set-no-editor-hint"];
        assert!(left.iter().all(|key| intended.contains(key)), "{left:?}");
    }

    /// What leads is *menanggung*, never *memimpin* as a boss does; what a role is there for is *maksud*, not a goal.
    #[test]
    fn in_indonesian_too_a_thing_has_one_name() {
        let texts = texts(Language::Indonesian);
        let refused = ["pimpin", "keadaan", "bertanggung jawab", "urutan tarik", "tujuan peran"];
        for (key, text) in &texts {
            let text = text.to_lowercase();
            assert!(!refused.iter().any(|word| text.contains(word)), "{key} = {text}");
            let is_accountability = text.replace("penanggung jawab", "").contains("tanggung jawab");
            assert!(!is_accountability, "{key} = {text}");
        }
        assert!(
            texts.iter().filter(|(key, _)| key.contains("purpose")).all(|(_, text)| !text.contains("ujuan"))
        );
    }

    #[test]
    fn what_was_typed_goes_before_what_is_set_and_that_before_the_locale() {
        use Language::{English, Indonesian};
        let person = |typed, set, lang| Language::for_person(typed, set, [None, Some(""), Some(lang)]);
        assert_eq!(person(None, None, "id_ID.UTF-8"), Indonesian);
        assert_eq!(person(None, None, "in_ID"), Indonesian);
        assert_eq!(person(None, None, "de_DE.UTF-8"), English);
        assert_eq!(person(None, Some(English), "id_ID.UTF-8"), English);
        assert_eq!(person(Some("id"), Some(English), "C"), Indonesian);
        assert_eq!(person(Some("klingon"), None, "id"), Indonesian);
    }

    #[test]
    fn a_thread_speaks_its_own_language() {
        choose_here(Language::Indonesian);
        assert_eq!(words().times_tomorrow(), "besok");
        let other = std::thread::spawn(|| words().times_tomorrow());
        assert_eq!(other.join().unwrap(), "tomorrow");
    }
}
