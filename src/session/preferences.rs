//! The settings file of a person: read at the start, written value by value.

use std::fs;
use std::path::PathBuf;

use super::{Environment, Error, ErrorKind, error};
use crate::files::{self, LOCK_PATIENCE};
use crate::settings::{self, Complaint, Settings};
use crate::words::words;

/// The file in the person's folder, and the folder of their own themes beside it.
const FILE: &str = "settings.toml";
const THEMES: &str = "themes";

impl Environment {
    /// The settings file, whether or not it is there; `None` without a home.
    pub fn settings_file(&self) -> Option<PathBuf> {
        Some(self.settings()?.join(FILE))
    }

    /// What is set, and what of the file was not understood. Without a file nothing is set.
    pub fn read_settings(&self) -> (Settings, Vec<Complaint>) {
        match self.own_text(FILE) {
            Ok(Some(text)) => settings::read(&text),
            Ok(None) => Default::default(),
            Err(error) => (Settings::default(), vec![Complaint::new(error::why(&error), None)]),
        }
    }

    /// The text of the settings file; a commented one that sets nothing where there is none.
    pub fn settings_text(&self) -> Result<String, Error> {
        let file = self.settings_file().ok_or_else(Error::no_home)?;
        let text = self.own_text(FILE).map_err(|error| Error::file(&file, &error))?;
        Ok(text.unwrap_or_else(settings::template))
    }

    /// Changes the settings file, as a whole or not at all, and gives what is set then.
    pub fn change_settings(
        &self,
        change: impl FnOnce(&str) -> Result<String, Complaint>,
    ) -> Result<Settings, Error> {
        self.rewrite_settings(|text| change(text).map_err(|complaint| self.complaint(&complaint)))
    }

    /// The same where it is not the file alone that may refuse.
    pub(super) fn rewrite_settings(
        &self,
        change: impl FnOnce(&str) -> Result<String, Error>,
    ) -> Result<Settings, Error> {
        let file = self.settings_file().ok_or_else(Error::no_home)?;
        let cannot = |error| Error::file(&file, &error);
        let held = self.hold(LOCK_PATIENCE).map_err(cannot)?;
        let text = change(&self.settings_text()?)?;
        self.write_own(FILE, &text, &held).map_err(cannot)?;
        Ok(settings::read(&text).0)
    }

    /// Writes a commented file that sets nothing, where there is none yet.
    pub fn write_settings_once(&self) -> Result<(), Error> {
        let file = self.settings_file().ok_or_else(Error::no_home)?;
        match self.own_text(FILE).map_err(|error| Error::file(&file, &error))? {
            Some(_) => Ok(()),
            None => self.change_settings(|text| Ok(text.to_owned())).map(drop),
        }
    }

    /// A complaint with its place in the file.
    pub fn complaint(&self, complaint: &Complaint) -> Error {
        let file = self.settings_file().map(|file| file.display().to_string()).unwrap_or_default();
        let message = match complaint.line {
            Some(line) => words().set_at(file, line, &complaint.message),
            None => words().set_in(file, &complaint.message),
        };
        Error::new(ErrorKind::Refused, message, complaint.hint.clone())
    }

    /// The first of several complaints, and how many others there are: for where there is one line only.
    pub fn first_complaint(&self, complaints: &[Complaint]) -> Option<Error> {
        let told = self.complaint(complaints.first()?);
        match complaints.len() - 1 {
            0 => Some(told),
            more => Some(Error { hint: Some(words().set_more(more)), ..told }),
        }
    }

    /// The person's own themes: names and texts, by name.
    pub fn own_themes(&self) -> Vec<(String, String)> {
        let Some(folder) = self.settings().map(|folder| folder.join(THEMES)) else { return Vec::new() };
        let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
        let mut themes: Vec<_> = files
            .filter_map(|file| {
                let path = file.ok()?.path();
                let name = path.file_stem()?.to_str()?.to_owned();
                (path.extension()? == "toml").then(|| Some((name, files::read_text(&path).ok()?)))?
            })
            .collect();
        themes.sort();
        themes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::At;
    use crate::settings::{Name, with_value};

    fn at_home() -> (tempfile::TempDir, Environment) {
        let folder = tempfile::tempdir().unwrap();
        let world = Environment::fixed(At(1_800_000_000_000), "home");
        let world = world.with_settings(folder.path().join("setara"));
        (folder, world)
    }

    fn set(world: &Environment, theme: &str) -> Result<Settings, Error> {
        world.change_settings(|text| with_value(text, Name::Theme, Some(theme)))
    }

    #[test]
    fn a_damaged_file_changes_nothing_and_stays_as_it_is() {
        let (_folder, world) = at_home();
        set(&world, "dark").unwrap();
        let file = world.settings_file().unwrap();
        fs::write(&file, "theme = = 1\n").unwrap();
        let (settings, complaints) = world.read_settings();
        assert_eq!(settings, Settings::default());
        let told = world.first_complaint(&complaints).unwrap();
        assert!(told.message.starts_with(&format!("{}:1: ", file.display())), "{told:?}");
        assert!(set(&world, "light").is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "theme = = 1\n");
    }

    #[test]
    fn of_several_complaints_the_first_is_told_and_the_others_are_counted() {
        let (_folder, world) = at_home();
        let (_, complaints) = settings::read("thme = 1\nmarks = 2\nmouse = 3\n");
        let told = world.first_complaint(&complaints).unwrap();
        assert!(told.message.contains(":1: ") && told.hint.unwrap().contains('2'));
        assert!(world.first_complaint(&complaints[..1]).unwrap().hint.unwrap().contains("theme"));
        assert_eq!(world.first_complaint(&[]), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_kept_elsewhere_is_written_there_with_its_rights() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (folder, world) = at_home();
        let (kept, file) = (folder.path().join("kept.toml"), world.settings_file().unwrap());
        fs::write(&kept, "# mine\n").unwrap();
        fs::set_permissions(&kept, fs::Permissions::from_mode(0o640)).unwrap();
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        symlink(&kept, &file).unwrap();
        set(&world, "dark").unwrap();
        assert!(fs::symlink_metadata(&file).unwrap().is_symlink());
        assert!(fs::read_to_string(&kept).unwrap().contains("theme = \"dark\""));
        assert_eq!(fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
