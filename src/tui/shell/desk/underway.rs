//! A very large undo or redo, which is done on a thread of its own while keys are answered.

use super::super::app::App;
use super::super::status::Status;
use super::super::update::{Msg, update};
use super::{After, Desk, waiting};
use crate::session::{Background, Done, Error, Session, Step};
use crate::words::words;

/// One step under way.
pub struct Underway {
    step: Step,
    background: Background,
    /// Whether it was said that leaving now loses it.
    pub is_warned: bool,
}

impl Underway {
    pub fn begin(session: &Session, step: Step, app: &mut App) -> Result<Underway, Error> {
        app.status = Status::Quiet;
        Ok(Underway { step, background: session.take_back_in_background(step)?, is_warned: false })
    }

    /// What is done, and how far it is.
    pub fn message(&self) -> String {
        let (so_far, all) = self.background.progress();
        match self.step {
            Step::Undo => words().underway_undo(so_far, all),
            Step::Redo => words().underway_redo(so_far, all),
        }
    }

    /// Says so; whether that is new.
    pub fn say(&self, app: &mut App) -> bool {
        !self.background.is_cancelled() && waiting::say(app, self.message())
    }

    /// It ends at its next part; where it is kept already, that will be told.
    pub fn give_up(&self) {
        self.background.cancel();
    }
}

impl Desk {
    /// Takes what came of the step that is under way; whether it is over.
    pub(super) fn look_whether_done(&mut self) -> bool {
        let Some(done) = self.underway.as_ref().and_then(|underway| underway.background.done()) else {
            return false;
        };
        self.take(done);
        true
    }

    /// Waits for what is under way, where nothing is drawn meanwhile.
    pub fn finish(&mut self) {
        if let Some(underway) = &self.underway {
            let done = underway.background.wait();
            self.take(done);
        }
    }

    /// Shows what a step did, and how much it took along: an import is one action of many steps.
    pub(super) fn taken_back(&mut self, mut done: Done, step: Step) -> Result<Msg, Error> {
        match done.records.len().saturating_sub(done.told) {
            0 => {}
            steps => done.sentence = done.sentence.also(&words().out_with_it(steps).into()),
        }
        self.done(done, After::step(step))
    }

    /// Nothing came where the thread broke down, which is told by itself.
    fn take(&mut self, done: Option<Result<Done, Error>>) {
        let Some(Underway { step, background, .. }) = self.underway.take() else { return };
        let msg = match done {
            None => return,
            Some(Ok(done)) => self.taken_back(done, step).unwrap_or_else(Msg::Refused),
            Some(Err(error)) if background.is_cancelled() => {
                self.app.status = Status::Hint(error.message);
                return;
            }
            Some(Err(error)) => Msg::Refused(error),
        };
        let effects = update(&mut self.app, msg);
        self.carry_out_all(effects);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::exchange::{self, Options};
    use crate::session::Session;
    use crate::tui::shell::desk::Desk;
    use crate::tui::shell::preferences::Preferences;
    use crate::tui::testing::{desk, world};

    /// A desk at a board into which Ayu has just brought 300 tasks.
    fn crowded(folder: &Path) -> Desk {
        let path = folder.join("board.db");
        let mut session = Session::start(&path, "Warung Kode", "Ayu", world("underway")).unwrap();
        let card = |n| format!(r#"{{"id": "{n:024}", "name": "Card {n}", "idList": "l1", "pos": {n}}}"#);
        let cards = (0..300).map(card).collect::<Vec<_>>().join(",");
        let lists = r#""lists": [{"id": "l1", "name": "To do", "pos": 1}], "members": [], "actions": []"#;
        let shop = format!(r#"{{"name": "Shop", {lists}, "cards": [{cards}]}}"#);
        let import = exchange::read(shop.as_bytes(), &Options::default()).unwrap();
        session.import(&import.bundle, &mut |_| {}).unwrap();
        let mut desk = desk(session, 120, 40);
        desk.prefer(Preferences::default(), None);
        desk
    }

    fn tasks(desk: &Desk) -> usize {
        desk.session().board().tasks(&Default::default(), None, 0, 1_000).unwrap().rows.len()
    }

    #[test]
    fn keys_are_answered_while_a_large_import_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = crowded(folder.path());
        desk.press("2 u");
        assert!(desk.says().contains("undoing"), "{}", desk.says());
        let before = desk.selected();
        desk.press("j");
        assert_ne!(desk.selected(), before);
        // What would be decided on a board that is about to change.
        desk.press("c");
        assert!(desk.says().contains("undoing") && desk.says().contains("gives that up"), "{}", desk.says());
        desk.press("q");
        assert!(desk.request().is_none() && desk.says().contains("on the board yet"), "{}", desk.says());
        desk.finish();
        assert!(desk.says().contains("Ayu undid") && desk.says().contains("in 299 steps"), "{}", desk.says());
        assert_eq!(tasks(&desk), 0);
        desk.press("U");
        desk.finish();
        assert_eq!(tasks(&desk), 300, "{}", desk.says());
    }

    #[test]
    fn what_is_given_up_is_not_done_and_what_was_kept_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = crowded(folder.path());
        desk.press("2 u Esc");
        desk.finish();
        match tasks(&desk) {
            300 => assert!(desk.says().contains("given up: nothing was changed"), "{}", desk.says()),
            0 => assert!(desk.says().contains("Ayu undid"), "{}", desk.says()),
            some => panic!("a part of it was undone: {some} are left"),
        }
    }

    #[test]
    fn who_leaves_all_the_same_leaves_it_undone() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = crowded(folder.path());
        desk.press("u q q");
        assert!(desk.request().is_some());
    }
}
