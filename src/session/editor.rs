//! The person's own editor: which one it is, and how it is started.

use std::env;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// The editor that the person has set, else one that every system has.
pub fn command() -> String {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
    chosen(set, |name| {
        let folders = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&folders).any(|folder| folder.join(name).is_file())
    })
}

fn chosen(mut set: impl Iterator<Item = String>, is_there: impl Fn(&str) -> bool) -> String {
    let set = set.find(|editor| !editor.trim().is_empty());
    set.unwrap_or_else(|| if !is_there("vi") && is_there("nano") { "nano".into() } else { "vi".into() })
}

/// Editors that go on in a window of their own and end at once, each with the option by which it waits.
const WINDOWED: [(&str, &str); 16] = [
    ("atom", "--wait"),
    ("bbedit", "--wait"),
    ("code", "--wait"),
    ("code-insiders", "--wait"),
    ("codium", "--wait"),
    ("cursor", "--wait"),
    ("gedit", "--wait"),
    ("gnome-text-editor", "--standalone"),
    ("gvim", "--nofork"),
    ("kate", "--block"),
    ("mate", "--wait"),
    ("mvim", "--nofork"),
    ("subl", "--wait"),
    ("vscodium", "--wait"),
    ("windsurf", "--wait"),
    ("zed", "--wait"),
];
/// How some of these options are written shorter.
const SHORT: [&str; 4] = ["-w", "-f", "-b", "-s"];

/// How an editor must be set that would not wait until its file is closed; `None` where it waits, or is not known.
pub fn made_to_wait(editor: &str) -> Option<String> {
    let mut words = editor.split_whitespace();
    let name = Path::new(words.next()?).file_name()?.to_str()?;
    let (_, option) = WINDOWED.iter().find(|(known, _)| *known == name)?;
    let waits = words.any(|word| word == *option || SHORT.contains(&word));
    (!waits).then(|| format!("{} {option}", editor.trim()))
}

/// Opens a file in it, and waits until it is left. By the shell, as other programs start it: what is set may hold
/// options.
pub fn run(editor: &str, path: &Path) -> io::Result<ExitStatus> {
    Command::new("sh").arg("-c").arg(format!("{editor} \"$@\"")).arg(editor).arg(path).status()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_editor_is_the_one_that_is_set_or_one_that_is_there() {
        let set = |set: &[&str], there: &'static str| {
            let set: Vec<String> = set.iter().map(|name| (*name).to_owned()).collect();
            chosen(set.into_iter(), |name| name == there)
        };
        assert_eq!(set(&["code --wait", "ed"], "vi"), "code --wait");
        assert_eq!(set(&["", "ed"], "vi"), "ed");
        assert_eq!(set(&[], "vi"), "vi");
        assert_eq!(set(&[], "nano"), "nano");
        assert_eq!(set(&[], "none"), "vi");
    }

    #[test]
    fn an_editor_with_a_window_of_its_own_is_told_to_wait() {
        for (editor, waits) in [
            ("code", Some("code --wait")),
            ("/usr/bin/subl -n", Some("/usr/bin/subl -n --wait")),
            ("gvim", Some("gvim --nofork")),
            ("code -w", None),
            ("code -n --wait", None),
            ("vim", None),
            ("", None),
        ] {
            assert_eq!(made_to_wait(editor).as_deref(), waits, "{editor}");
        }
    }
}
