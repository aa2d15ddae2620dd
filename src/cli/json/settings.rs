//! The shapes of a person's settings.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

use crate::settings::{self, Name};

/// A person's settings: what `settings` prints.
#[derive(Serialize)]
pub struct Settings {
    pub file: Option<String>,
    pub settings: Vec<Setting>,
    pub actions: Vec<Keys>,
    /// Queries by their names.
    pub filters: BTreeMap<String, String>,
    /// What of the file was not understood.
    pub complaints: Vec<Complaint>,
}

#[derive(Serialize)]
pub struct Setting {
    pub name: &'static str,
    pub value: String,
    pub default: &'static str,
}

/// An action and its keys, by the names that the settings take.
#[derive(Serialize)]
pub struct Keys {
    pub action: &'static str,
    pub keys: Vec<String>,
    pub does: String,
}

#[derive(Serialize)]
pub struct Complaint {
    pub line: Option<usize>,
    pub message: String,
    pub hint: Option<String>,
}

impl Settings {
    pub fn of(
        file: Option<PathBuf>,
        settings: &settings::Settings,
        keys: Vec<(&'static str, Vec<String>, String)>,
        complaints: &[settings::Complaint],
    ) -> Settings {
        let said = |complaint: &settings::Complaint| {
            let settings::Complaint { line, message, hint } = complaint.clone();
            Complaint { line, message, hint }
        };
        Settings {
            file: file.map(|file| file.display().to_string()),
            settings: Name::ALL.iter().map(|name| Setting::of(settings, *name)).collect(),
            actions: keys.into_iter().map(|(action, keys, does)| Keys { action, keys, does }).collect(),
            filters: settings.filters.clone(),
            complaints: complaints.iter().map(said).collect(),
        }
    }
}

impl Setting {
    pub fn of(settings: &settings::Settings, name: Name) -> Setting {
        Setting { name: name.as_str(), value: settings.get(name).to_owned(), default: name.default() }
    }
}
