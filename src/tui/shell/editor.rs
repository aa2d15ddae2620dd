//! Long texts in the person's own editor: the terminal is lent to it, and what it wrote comes back.
//!
//! **Invariant:** an editor that fails, or that leaves the text as it was, changes nothing and says so; and what was
//! written in it is never lost: where it cannot be taken, its file stays and is named.

use std::io::{Read, Write};
use std::rc::Rc;

use super::app::App;
use super::desk::Effect;
use super::status::Status;
use crate::files;
use crate::session::editor;
pub use crate::session::editor::command;
use crate::tui::kit::overlay::Part;
use crate::words::words;

/// The most characters that come back: as many as the board takes.
const MOST: usize = 1_000_000;

/// What happens with a text that was written.
pub type Taken = Rc<dyn Fn(&mut App, String) -> Vec<Effect>>;

/// A text on its way to an editor.
#[derive(Clone)]
pub struct Writing {
    pub text: String,
    /// `None`: the form on the screen takes it.
    taken: Option<Taken>,
}

impl Writing {
    /// The notes of the form on the screen.
    pub fn of_form(text: String) -> Writing {
        Writing { text, taken: None }
    }

    pub fn new(text: String, taken: impl Fn(&mut App, String) -> Vec<Effect> + 'static) -> Writing {
        Writing { text, taken: Some(Rc::new(taken)) }
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    Text(String),
    /// It was left as it was.
    Same,
    /// Why nothing came.
    Failed(String),
}

/// Takes what came back.
pub fn came_back(app: &mut App, writing: Writing, came: Came) -> Vec<Effect> {
    let said = match came {
        Came::Text(text) => {
            if let Some(taken) = &writing.taken {
                return taken(app, text);
            }
            if let Some(Part::Form(form)) = app.question.as_mut().map(|question| &mut question.part) {
                form.written(&text);
            }
            return Vec::new();
        }
        Came::Same => words().form_editor_same(),
        Came::Failed(why) => {
            // A form has one row for it. Where the text is kept has to be read whole.
            app.status = Status::Refused { message: why.clone(), hint: None };
            why
        }
    };
    match app.question.as_mut().map(|question| &mut question.part) {
        Some(Part::Form(form)) => form.complain(&said),
        _ if matches!(app.status, Status::Refused { .. }) => {}
        _ => app.status = Status::Hint(said),
    }
    Vec::new()
}

/// Lets an editor change a text. The terminal must be its own meanwhile.
pub fn write(editor: &str, text: &str) -> Came {
    // It would end before anything is written, and what is written then would come back to nobody.
    if let Some(waits) = editor::made_to_wait(editor) {
        return Came::Failed(words().form_editor_wait(editor, waits));
    }
    match try_write(editor, text) {
        Ok(came) => came,
        Err(error) => Came::Failed(words().form_editor_failed(editor, error.to_string())),
    }
}

fn try_write(editor: &str, text: &str) -> std::io::Result<Came> {
    let mut file = tempfile::Builder::new().prefix("setara-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    if !text.is_empty() && !text.ends_with('\n') {
        file.write_all(b"\n")?;
    }
    // Closed, and read again by its name: many editors put another file in its place.
    let path = file.into_temp_path();
    let status = editor::run(editor, &path)?;
    let mut bytes = Vec::new();
    files::open(&path)?.read_to_end(&mut bytes)?;
    let why = match String::from_utf8(bytes).map(without_mark) {
        Ok(came) if came.trim_end_matches('\n') == text.trim_end_matches('\n') => {
            return Ok(if status.success() { Came::Same } else { failed(editor, status) });
        }
        Ok(came) if status.success() && came.chars().count() <= MOST => {
            return Ok(Came::Text(came.trim_end_matches('\n').to_owned()));
        }
        Ok(_) if status.success() => words().ask_too_long(MOST),
        Ok(_) => words().form_editor_failed(editor, status.to_string()),
        Err(_) => words().form_editor_no_text(),
    };
    let kept = path.keep()?;
    // The path comes first: where the line is too short for all of it, it is what one needs.
    Ok(Came::Failed(words().form_editor_kept(kept.display().to_string(), why)))
}

/// Some editors put the mark of an encoding before a text.
fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

fn failed(editor: &str, status: std::process::ExitStatus) -> Came {
    Came::Failed(words().form_editor_failed(editor, status.to_string()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::tui::shell::update::Msg;
    use crate::tui::testing::demo;

    #[test]
    fn what_the_editor_writes_comes_back() {
        assert_eq!(write("sed -i s/one/two/", "one\nthree"), Came::Text("two\nthree".into()));
        assert_eq!(write("true", "one"), Came::Same);
        assert_eq!(write("truncate -s 0", "one"), Came::Text(String::new()));
    }

    #[test]
    fn an_editor_that_would_not_wait_is_said_with_the_option_by_which_it_does() {
        let Came::Failed(why) = write("code --new-window", "one") else { panic!() };
        assert!(why.contains("EDITOR=\"code --new-window --wait\""), "{why}");
    }

    #[test]
    fn the_mark_of_an_encoding_is_no_part_of_the_text() {
        let bom = |text: &str| format!("f() {{ printf '\\357\\273\\277{text}' > \"$1\"; }}; f");
        assert_eq!(write(&bom("two"), "one"), Came::Text("two".into()));
        assert_eq!(write(&bom("one"), "one"), Came::Same);
    }

    #[test]
    fn the_path_of_a_text_that_is_kept_stands_first() {
        let Came::Failed(why) = write("f() { printf '\\377' > \"$1\"; }; f", "one") else { panic!() };
        let path = why.split_whitespace().find(|word| word.contains(".md")).unwrap().trim_end_matches(':');
        assert!(why.find(path).unwrap() < 12, "{why}");
        fs::remove_file(path).unwrap();
    }

    #[test]
    fn an_editor_that_fails_changes_nothing_and_loses_nothing() {
        let Came::Failed(why) = write("false", "one") else { panic!() };
        assert!(why.contains("false"), "{why}");
        let script = "f() { echo more >> \"$1\"; return 3; }; f";
        let Came::Failed(why) = write(script, "one") else { panic!() };
        let path = why.split_whitespace().find(|word| word.contains(".md")).unwrap().trim_end_matches(':');
        assert_eq!(fs::read_to_string(path).unwrap(), "one\nmore\n");
        fs::remove_file(path).unwrap();
    }

    #[test]
    fn where_a_text_is_kept_is_shown_whole_at_every_width() {
        let path = format!("/var/folders/{}/T/setara-Xy12.md", "a_long_folder/".repeat(8));
        let why = words().form_editor_kept(&path, words().form_editor_no_text());
        for width in [40, 80] {
            for before in ["", "n text:Menu"] {
                let mut desk = demo(width, 24);
                desk.press(before);
                let form = Writing::of_form(String::new());
                desk.tell(Msg::Written(form, Came::Failed(why.clone())));
                let screen = desk.screen();
                let joined: String = screen.lines().map(str::trim).collect();
                let blank = |text: &str| text.replace(' ', "");
                assert!(blank(&joined).contains(&blank(&why)), "{screen}");
                // The next key is as any other, and takes it away.
                desk.press("Down");
                assert!(!desk.screen().contains("setara-Xy12.md") || !before.is_empty(), "{}", desk.screen());
            }
        }
    }

    #[test]
    fn what_is_no_text_is_kept_beside() {
        let Came::Failed(why) = write("f() { printf '\\377' > \"$1\"; }; f", "one") else { panic!() };
        let path = why.split_whitespace().find(|word| word.contains(".md")).unwrap().trim_end_matches(':');
        fs::remove_file(path).unwrap();
    }
}
