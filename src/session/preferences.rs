//! The settings file of a person: read at the start, written value by value.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use super::{Error, ErrorKind, Surroundings};
use crate::settings::{self, Complaint, Settings};
use crate::words::words;

/// The file in the person's folder, and the folder of their own themes beside it.
const FILE: &str = "settings.toml";
const THEMES: &str = "themes";

impl Surroundings {
    /// The settings file, whether or not it is there; `None` without a home.
    pub fn settings_file(&self) -> Option<PathBuf> {
        Some(self.settings()?.join(FILE))
    }

    /// What is set, and what of the file was not understood. Without a file nothing is set.
    pub fn read_settings(&self) -> (Settings, Vec<Complaint>) {
        let Some(file) = self.settings_file() else { return Default::default() };
        match fs::read_to_string(&file) {
            Ok(text) => settings::read(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Default::default(),
            Err(error) => (Settings::default(), vec![Complaint::new(error.to_string(), None)]),
        }
    }

    /// The text of the settings file; a commented one that sets nothing where there is none.
    pub fn settings_text(&self) -> Result<String, Error> {
        let file = self.settings_file().ok_or_else(Error::no_home)?;
        match fs::read_to_string(&file) {
            Ok(text) => Ok(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(settings::template()),
            Err(error) => Err(cannot(&file, &error)),
        }
    }

    /// Changes the settings file, as a whole or not at all, and gives what is set then.
    pub fn change_settings(
        &self,
        change: impl FnOnce(&str) -> Result<String, Complaint>,
    ) -> Result<Settings, Error> {
        let file = self.settings_file().ok_or_else(Error::no_home)?;
        let text = change(&self.settings_text()?).map_err(|complaint| {
            let said = self.said(&complaint);
            Error::new(ErrorKind::Refused, said, complaint.hint)
        })?;
        let folder = file.parent().ok_or_else(Error::no_home)?;
        fs::create_dir_all(folder).map_err(|error| cannot(folder, &error))?;
        // Beside it and then in its place, so that nobody ever reads half a file.
        let mut new = tempfile::NamedTempFile::new_in(folder).map_err(|error| cannot(folder, &error))?;
        new.write_all(text.as_bytes()).map_err(|error| cannot(&file, &error))?;
        new.persist(&file).map_err(|error| cannot(&file, &error.error))?;
        Ok(settings::read(&text).0)
    }

    /// A complaint with its place in the file.
    pub fn said(&self, complaint: &Complaint) -> String {
        let file = self.settings_file().map(|file| file.display().to_string()).unwrap_or_default();
        match complaint.line {
            Some(line) => words().set_at(file, line, &complaint.message),
            None => words().set_in(file, &complaint.message),
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
                (path.extension()? == "toml").then(|| Some((name, fs::read_to_string(&path).ok()?)))?
            })
            .collect();
        themes.sort();
        themes
    }
}

fn cannot(path: &std::path::Path, error: &std::io::Error) -> Error {
    Error::new(ErrorKind::Environment, format!("{}: {error}", path.display()), None)
}
