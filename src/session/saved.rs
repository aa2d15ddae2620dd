//! Filters under names: those that every team needs, then a person's own, kept beside what else is remembered of them.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::{Error, ErrorKind, Session};
use crate::domain::folding::folded;
use crate::words::words;

/// The file of a person's own filters: `name = "query"`.
const FILE: &str = "filters.toml";

/// More than anybody keeps.
const MOST: usize = 200;

/// A filter under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    pub name: String,
    pub query: String,
    pub whose: Whose,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Always there.
    BuiltIn,
    /// The person's own.
    Own,
}

/// A person's own filters. Without a folder for them they last as long as the session.
#[derive(Debug, Default)]
pub(super) struct Filters {
    folder: Option<PathBuf>,
    own: Table,
}

impl Filters {
    pub fn of(folder: Option<&Path>) -> Filters {
        // A file that is damaged forgets; saving the next one writes it anew.
        let read = |folder: &Path| fs::read_to_string(folder.join(FILE)).ok()?.parse().ok();
        Filters { own: folder.and_then(read).unwrap_or_default(), folder: folder.map(Path::to_owned) }
    }

    fn keep(&self) -> Result<(), Error> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let file = folder.join(FILE);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, self.own.to_string()))
            .map_err(|error| Error::new(ErrorKind::Environment, format!("{}: {error}", file.display()), None))
    }
}

/// The filters that are always there.
fn built_in() -> Vec<Saved> {
    let words = words();
    let all = [
        (words.saved_mine(), "is:mine"),
        (words.saved_free(), "is:free"),
        (words.saved_blocked(), "is:blocked"),
        (words.saved_week(), "due:<=week"),
        (words.saved_quiet(), "is:quiet"),
        (words.saved_finished(), "is:finished"),
    ];
    all.map(|(name, query)| Saved { name, query: query.to_owned(), whose: Whose::BuiltIn }).into()
}

impl Session {
    /// All filters under names: the built-in ones, then one's own by name.
    pub fn saved_filters(&self) -> Vec<Saved> {
        let own = self.filters.own.iter().filter_map(|(name, query)| {
            let query = query.as_str()?.to_owned();
            Some(Saved { name: name.clone(), query, whose: Whose::Own })
        });
        built_in().into_iter().chain(own).collect()
    }

    /// The query under a name, or under the only name that begins so.
    pub fn saved_filter(&self, name: &str) -> Result<String, Error> {
        let (typed, all) = (folded(name), self.saved_filters());
        if let Some(saved) = all.iter().find(|saved| folded(&saved.name) == typed) {
            return Ok(saved.query.clone());
        }
        let begun: Vec<_> = all.iter().filter(|saved| folded(&saved.name).starts_with(&typed)).collect();
        match begun.as_slice() {
            [saved] => Ok(saved.query.clone()),
            _ => {
                let names: Vec<_> = all.iter().map(|saved| saved.name.as_str()).collect();
                let (message, hint) = (words().saved_none(name), words().saved_none_hint(names.join(", ")));
                Err(Error::new(ErrorKind::Refused, message, Some(hint)))
            }
        }
    }

    /// Saves a query under a name, in place of what had that name; gives the sentence to say.
    pub fn save_filter(&mut self, name: &str, query: &str) -> Result<String, Error> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let refused = |message, hint| Error::new(ErrorKind::Refused, message, Some(hint));
        if built_in().iter().any(|saved| folded(&saved.name) == folded(&name)) {
            return Err(refused(words().saved_taken(name), words().saved_taken_hint()));
        }
        if name.is_empty() || self.filters.own.len() >= MOST {
            return Err(refused(words().saved_no_name(), words().saved_taken_hint()));
        }
        self.filters.own.insert(name.clone(), Value::String(query.to_owned()));
        self.filters.keep()?;
        Ok(words().saved_done(name))
    }

    /// Forgets one's own filter of that name; gives the sentence to say.
    pub fn forget_filter(&mut self, name: &str) -> Result<String, Error> {
        self.filters.own.remove(name);
        self.filters.keep()?;
        Ok(words().saved_forgotten(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Surroundings;

    fn demo() -> Session {
        Session::demo(Surroundings::fixed(crate::domain::calendar::At(1_800_000_000_000), "saved")).unwrap()
    }

    #[test]
    fn a_filter_is_saved_found_and_forgotten() {
        let mut session = demo();
        session.save_filter("  my  week ", "is:mine due:<=week").unwrap();
        assert_eq!(session.saved_filter("MY W").unwrap(), "is:mine due:<=week");
        session.save_filter("my week", "is:mine").unwrap();
        assert_eq!(session.saved_filter("my week").unwrap(), "is:mine", "the later one counts");
        session.forget_filter("my week").unwrap();
        assert!(session.saved_filter("my week").unwrap_err().hint.unwrap().contains("blocked"));
        assert!(session.save_filter("Blocked", "x").is_err(), "a built-in one stays what it is");
    }

    #[test]
    fn every_built_in_filter_is_understood() {
        let mut session = demo();
        session.be(Some("Ayu")).unwrap();
        for saved in built_in() {
            assert_eq!(session.filter(&saved.query).unwrap().faults, [], "{}", saved.name);
        }
    }

    #[test]
    fn filters_outlast_the_session() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = demo();
        session.filters = Filters::of(Some(folder.path()));
        session.save_filter("mine, \"quoted\"", r#"goal:"co-op store" is:mine"#).unwrap();
        session.filters = Filters::of(Some(folder.path()));
        assert_eq!(session.saved_filter("mine,").unwrap(), r#"goal:"co-op store" is:mine"#);
        fs::write(folder.path().join(FILE), "not [ toml").unwrap();
        session.filters = Filters::of(Some(folder.path()));
        assert_eq!(session.saved_filters().len(), built_in().len());
    }
}
