//! All files of a folder as they were, to go back to between two strikes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::place::overwrite;

/// What every file held. A file that is still there stays the same file (the same inode): the program tells by it
/// whether a board was replaced.
pub struct Snapshot {
    folder: PathBuf,
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Snapshot {
    pub fn of(folder: &Path) -> Snapshot {
        let mut files = BTreeMap::new();
        for path in walk(folder) {
            // SQLite makes its shared memory anew; of a process that is gone it means nothing.
            if !path.to_string_lossy().ends_with("-shm") {
                files.insert(path.clone(), fs::read(&path).expect("it was just listed"));
            }
        }
        Snapshot { folder: folder.to_owned(), files }
    }

    pub fn bytes(&self, path: &Path) -> &[u8] {
        &self.files[path]
    }

    /// Makes everything as it was.
    pub fn restore(&self) {
        for path in walk(&self.folder) {
            if !self.files.contains_key(&path) {
                let _ = fs::remove_file(&path);
            }
        }
        for (path, bytes) in &self.files {
            if !fs::read(path).is_ok_and(|now| now == *bytes) {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder).expect("it can be written");
                }
                overwrite(path, bytes).expect("it can be written");
            }
        }
    }
}

/// All files below a folder; links are not followed.
pub fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ => found.push(entry.path()),
            }
        }
    }
    found.sort();
    found
}
