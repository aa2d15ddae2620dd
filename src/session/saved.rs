//! Filters under names: those that every team needs, then a person's own, in their settings file.

use std::collections::BTreeMap;

use super::{Error, ErrorKind, Session};
use crate::domain::folding::folded;
use crate::settings::{self, with_filter};
use crate::words::words;

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
        let own = self.own_filters().into_iter();
        let own = own.map(|(name, query)| Saved { name, query, whose: Whose::Own });
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
                // Some are built in.
                let first = names.first().copied().unwrap_or_default();
                let (message, hint) =
                    (words().saved_none(name), words().saved_none_hint(first, names.join(", ")));
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
        if name.is_empty() {
            return Err(refused(words().saved_no_name(), words().saved_taken_hint()));
        }
        self.change_filters(|own| {
            let known = own.keys().find(|known| folded(known) == folded(&name));
            if known.is_none() && own.len() >= MOST {
                return Err(refused(words().saved_too_many(MOST), words().saved_too_many_hint()));
            }
            // "My Week" and "my week" are one to whoever asks for it.
            let old = known.filter(|known| **known != name).cloned();
            Ok(old.map(|old| (old, None)).into_iter().chain([(name.clone(), Some(query))]).collect())
        })?;
        Ok(words().saved_done(name))
    }

    /// Forgets one's own filter of that name; gives the sentence to say.
    pub fn forget_filter(&mut self, name: &str) -> Result<String, Error> {
        self.change_filters(|_| Ok(vec![(name.to_owned(), None)]))?;
        Ok(words().saved_forgotten(name))
    }

    /// What is in the file now: it may be changed by hand. Without a home it is what this session keeps.
    fn own_filters(&self) -> BTreeMap<String, String> {
        match self.environment.settings_file() {
            Some(_) => self.environment.read_settings().0.filters,
            None => self.filters.clone(),
        }
    }

    /// Makes the changes that follow from what is kept: names with their queries, or without one to forget it.
    fn change_filters<'q>(
        &mut self,
        changes: impl FnOnce(&BTreeMap<String, String>) -> Result<Vec<(String, Option<&'q str>)>, Error>,
    ) -> Result<(), Error> {
        let world = &self.environment;
        if world.settings_file().is_some() {
            // What is kept is read where it is held: somebody else may be saving one, too.
            world.rewrite_settings(|text| {
                let mut text = text.to_owned();
                for (name, query) in changes(&settings::read(&text).0.filters)? {
                    text =
                        with_filter(&text, &name, query).map_err(|complaint| world.complaint(&complaint))?;
                }
                Ok(text)
            })?;
            return Ok(());
        }
        for (name, query) in changes(&self.filters)? {
            match query {
                Some(query) => drop(self.filters.insert(name, query.to_owned())),
                None => drop(self.filters.remove(&name)),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Environment;

    fn demo() -> Session {
        crate::testing::sample_team(Environment::fixed(
            crate::domain::calendar::At(1_800_000_000_000),
            "saved",
        ))
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
    fn a_name_is_the_same_whatever_its_case_also_where_there_is_no_room_for_more() {
        let folder = tempfile::tempdir().unwrap();
        let world = Environment::fixed(crate::domain::calendar::At(1_800_000_000_000), "saved");
        for world in [world.clone(), world.with_settings(folder.path().to_owned())] {
            let mut session = crate::testing::sample_team(world);
            let names = (1..MOST).map(|n| format!("filter {n}")).chain(["my week".to_owned()]);
            session.environment.settings_file().inspect(|file| {
                let lines = (1..MOST).map(|n| format!("\"filter {n}\" = \"x\"\n"));
                let text = format!("[filters]\n\"my week\" = \"x\"\n{}", lines.collect::<String>());
                std::fs::write(file, text).unwrap();
            });
            session.filters = names.map(|name| (name, "x".to_owned())).collect();
            session.save_filter("My Week", "is:mine").unwrap();
            let own: Vec<_> = session.own_filters().into_keys().filter(|name| name.contains("eek")).collect();
            assert_eq!(own, ["My Week"]);
            assert_eq!(session.saved_filter("my week").unwrap(), "is:mine");
            let error = session.save_filter("one more", "is:mine").unwrap_err();
            assert!(error.message.contains("200"), "{}", error.message);
        }
    }

    #[test]
    fn every_built_in_filter_is_understood() {
        let mut session = demo();
        session.act_as(Some("Ayu")).unwrap();
        for saved in built_in() {
            assert_eq!(session.task_query(&saved.query).unwrap().faults, [], "{}", saved.name);
        }
    }

    #[test]
    fn filters_stand_in_the_settings_file_beside_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let world = Environment::fixed(crate::domain::calendar::At(1_800_000_000_000), "saved");
        let world = world.with_settings(folder.path().to_owned());
        let file = folder.path().join("settings.toml");
        std::fs::write(&file, "# my own words\nmarks = \"ascii\"\n").unwrap();
        let mut session = crate::testing::sample_team(world.clone());
        session.save_filter("mine, \"quoted\"", r#"goal:"co-op store" is:mine"#).unwrap();
        let session = crate::testing::sample_team(world);
        assert_eq!(session.saved_filter("mine,").unwrap(), r#"goal:"co-op store" is:mine"#);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains("# my own words") && text.contains("marks = \"ascii\""), "{text}");
        std::fs::write(&file, "not [ toml").unwrap();
        assert_eq!(session.saved_filters().len(), built_in().len());
    }
}
