//! What was done while another program writes to the board, and waits for its turn.
//!
//! The screen never waits itself: keys go on working, the status line says for whom one waits and since when, and at each
//! tick it is tried again. Meanwhile the form that it came from is put away; it comes back with its text where the
//! thing is refused, or given up. One thing waits at most: a second one would be decided on a board that the first changes.

use std::time::{Duration, Instant};

use crossterm::event::KeyCode;

use super::super::app::App;
use super::super::ask::Question;
use super::super::status::Status;
use super::super::update::{Msg, update};
use super::{Desk, Effect};
use crate::session::{Error, ErrorKind};
use crate::tui::kit::overlay::Part;
use crate::words::words;

/// Before that nothing is said: nearly every write of others is over. With the first try and the first tick it is said
/// within 100 ms, as every key is answered.
const UNSAID: Duration = Duration::from_millis(30);

/// One thing that waits.
pub struct Waiting {
    /// What is tried again.
    effect: Effect,
    /// Where it was asked for.
    question: Option<Box<Question>>,
    since: Instant,
    /// For whom, as it was found out in that second.
    whom: Option<(u64, String)>,
    /// Whether it was said that leaving now loses it.
    is_warned: bool,
}

impl Waiting {
    /// Puts it away, with its question.
    pub fn begin(effect: Effect, app: &mut App) -> Waiting {
        app.status = Status::Quiet;
        let question = app.question.take().map(Box::new);
        Waiting { effect, question, since: Instant::now(), whom: None, is_warned: false }
    }

    /// Says for whom one waits, where the status line has nothing newer to say; whether that is new.
    pub fn say(&mut self, app: &mut App, writer: impl FnOnce() -> String) -> bool {
        let waited = self.since.elapsed();
        if waited < UNSAID {
            return false;
        }
        let seconds = waited.as_secs();
        if self.whom.as_ref().is_none_or(|(then, _)| *then != seconds) {
            self.whom = Some((seconds, writer()));
        }
        let whom = self.whom.as_ref().map_or("", |(_, whom)| whom.as_str());
        say(app, words().wait_since(whom, seconds))
    }

    /// The question comes back; what was opened meanwhile is returned, for [`Waiting::put_back`].
    pub fn come_back(self, app: &mut App) -> Option<Question> {
        let meanwhile = app.question.take();
        app.question = self.question.map(|question| *question);
        meanwhile
    }

    /// It is given up: what was typed is there again.
    pub fn give_up(self, app: &mut App) {
        app.question = self.question.map(|question| *question);
        let said = words().wait_given_up();
        match &mut app.question {
            Some(question) if matches!(question.part, Part::Prompt(_) | Part::Form(_)) => {
                question.complain(&said)
            }
            _ => app.status = Status::Hint(said),
        }
    }
}

impl Desk {
    /// Whether something that was done waits, or is under way.
    pub(super) fn is_at_something(&self) -> bool {
        self.waiting.is_some() || self.underway.is_some()
    }

    /// Why nothing else can be done meanwhile.
    pub(super) fn one_thing_at_a_time(&self) -> Error {
        let what = match &self.underway {
            Some(underway) => underway.message(),
            None => words().wait_second(self.session.writer()),
        };
        Error::new(ErrorKind::Refused, what, Some(words().wait_second_hint()))
    }

    /// Why one does not leave yet; `None` where nothing would be lost, or that was said.
    pub(super) fn holds_back(&mut self) -> Option<Error> {
        let (is_warned, why) = match (&mut self.underway, &mut self.waiting) {
            (Some(underway), _) => {
                let why = words().underway_leave(underway.message());
                (&mut underway.is_warned, why)
            }
            (None, Some(waiting)) => (&mut waiting.is_warned, words().wait_leave(self.session.writer())),
            (None, None) => return None,
        };
        let is_warned = std::mem::replace(is_warned, true);
        (!is_warned).then(|| Error::new(ErrorKind::Refused, why, Some(words().wait_leave_hint())))
    }

    /// Esc, where nothing lies over the panes that hears it.
    pub(super) fn is_to_give_up(&self, msg: &Msg) -> bool {
        let is_free = self.app.question.is_none() && self.app.filtering.is_none();
        self.is_at_something() && is_free && matches!(msg, Msg::Key(key) if key.code == KeyCode::Esc)
    }

    pub(super) fn give_up(&mut self) {
        if let Some(underway) = &self.underway {
            underway.give_up();
        }
        if let Some(waiting) = self.waiting.take() {
            waiting.give_up(&mut self.app);
        }
    }

    pub(super) fn say_what_is_waited_for(&mut self) -> bool {
        let Desk { session, app, waiting, underway, .. } = self;
        match underway {
            Some(underway) => underway.say(app),
            None => waiting.as_mut().is_some_and(|waiting| waiting.say(app, || session.writer())),
        }
    }

    /// Tries again what waits; whether it waits no more.
    pub(super) fn try_again(&mut self) -> bool {
        let Some(waiting) = self.waiting.take() else { return false };
        let answer = match self.carry_out(waiting.effect.clone()) {
            Err(error) if error.kind == ErrorKind::NotOurTurn => {
                self.waiting = Some(waiting);
                return false;
            }
            Err(error) => Some(Msg::Refused(error)),
            Ok(answer) => answer,
        };
        // What it answers is for the question that it came from, not for one that was opened meanwhile.
        let meanwhile = waiting.come_back(&mut self.app);
        let effects = answer.map(|msg| update(&mut self.app, msg)).unwrap_or_default();
        self.carry_out_all(effects);
        put_back(&mut self.app, meanwhile);
        true
    }
}

/// Says what is waited for, where the status line has nothing newer to say; whether that is new.
pub fn say(app: &mut App, message: String) -> bool {
    if !matches!(app.status, Status::Quiet | Status::Hint(_) | Status::Waiting { .. }) {
        return false;
    }
    let status = Status::Waiting { message, hint: words().wait_since_hint() };
    let is_new = app.status != status;
    app.status = status;
    is_new
}

/// What was opened meanwhile lies under what came back, if anything did.
fn put_back(app: &mut App, meanwhile: Option<Question>) {
    let Some(meanwhile) = meanwhile else { return };
    match &mut app.question {
        None => app.question = Some(meanwhile),
        Some(question) => {
            let mut beneath = &mut question.then.beneath;
            while let Some(next) = beneath {
                beneath = &mut next.then.beneath;
            }
            *beneath = Some(Box::new(meanwhile));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::{Duration, Instant};

    use crate::session::Session;
    use crate::tui::shell::desk::Desk;
    use crate::tui::shell::preferences::Preferences;
    use crate::tui::testing::{desk, world};

    /// A desk that draws, at a board with two tasks, and another who has it open.
    fn two(folder: &Path) -> (Desk, Session) {
        let path = folder.join("board.db");
        drop(Session::start(&path, "Warung Kode", "Ayu", world("waiting")).unwrap());
        let open = |seed| {
            let mut session = Session::open(&path, world(seed)).unwrap();
            session.act_as(Some("Ayu")).unwrap();
            session
        };
        let mut desk = desk(open("here"), 120, 40);
        desk.press("2 n text:Sign_the_contract Ctrl-S n text:Move_the_list Ctrl-S k");
        desk.prefer(Preferences::default(), None);
        (desk, open("there"))
    }

    /// What happens while the other holds the lock to write.
    fn meanwhile(other: &mut Session, mut happens: impl FnMut()) {
        other
            .write_for_benchmarks(|_| {
                happens();
                Ok(())
            })
            .unwrap();
    }

    fn until(desk: &mut Desk, what: &str) {
        let end = Instant::now() + Duration::from_secs(60);
        while !desk.says().contains(what) {
            assert!(Instant::now() < end, "waited in vain for {what:?}: {}", desk.screen());
            desk.look_around();
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    #[test]
    fn keys_are_answered_while_another_writes_and_the_deed_is_done_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let (mut desk, mut other) = two(folder.path());
        meanwhile(&mut other, || {
            desk.press("k k c");
            assert!(desk.selected().contains("Sign the contract"), "{}", desk.screen());
            until(&mut desk, "waiting for ");
            #[cfg(target_os = "linux")]
            assert!(desk.says().contains(&format!("process {}", std::process::id())), "{}", desk.says());
            desk.press("j");
            assert!(desk.selected().contains("Move the list"), "{}", desk.screen());
            assert!(desk.says().contains("waiting for "), "{}", desk.says());
            // What would be decided on a board that is about to change.
            desk.press("c");
            assert!(desk.says().contains("still waiting"), "{}", desk.says());
            assert!(!desk.screen().contains("Ayu claimed"), "{}", desk.screen());
        });
        desk.look_around();
        assert!(
            desk.says().contains("Ayu claimed") && desk.says().contains("Sign the contract"),
            "{}",
            desk.says()
        );
        desk.press("c");
        assert!(desk.says().contains("Move the list"), "{}", desk.says());
    }

    #[test]
    fn what_was_typed_comes_back_where_it_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let (mut desk, mut other) = two(folder.path());
        meanwhile(&mut other, || {
            desk.press("n text:Paint_the_door Ctrl-S");
            assert!(!desk.screen().contains("Paint the door"), "it was put away: {}", desk.screen());
            desk.press("Esc");
            assert!(
                desk.screen().contains("Paint the door") && desk.screen().contains("given up"),
                "{}",
                desk.screen()
            );
            desk.look_around();
        });
        desk.look_around();
        assert!(desk.app().question.is_some(), "nothing was done: {}", desk.screen());
        desk.press("Ctrl-S");
        assert!(desk.says().contains("Paint the door"), "{}", desk.says());
    }

    #[test]
    fn what_is_refused_in_the_end_comes_back_too_and_what_was_opened_meanwhile_lies_beneath() {
        let folder = tempfile::tempdir().unwrap();
        let (mut desk, mut other) = two(folder.path());
        let task = desk.session().board().tasks(&Default::default(), None, 0, 1).unwrap().rows[0].id;
        meanwhile(&mut other, || {
            // The title of a task that is gone by then.
            desk.press("k k e Ctrl-U text:Sign_it_all Enter").press("?");
            assert!(desk.app().question.is_some());
        });
        other.perform(&crate::domain::decide::Command::EditTask(edit(task, "Sign_it_all"))).unwrap();
        desk.look_around();
        assert!(desk.screen().contains("Sign it all"), "{}", desk.screen());
        desk.press("Esc");
        assert!(desk.app().question.is_some(), "the help is there: {}", desk.screen());
    }

    fn edit(task: crate::domain::id::TaskId, title: &str) -> crate::domain::decide::EditTask {
        use crate::domain::decide::EditTask;
        use crate::domain::event::TaskEdited;
        let edit = TaskEdited { title: Some(title.replace('_', " ")), ..TaskEdited::default() };
        EditTask { task, edit }
    }

    #[test]
    fn a_question_that_was_opened_meanwhile_stays_open() {
        let folder = tempfile::tempdir().unwrap();
        let (mut desk, mut other) = two(folder.path());
        meanwhile(&mut other, || {
            desk.press("n text:Paint_the_door Ctrl-S n text:Oil_the");
        });
        desk.look_around();
        desk.press("text:_hinges Ctrl-S");
        assert!(desk.says().contains("Oil the hinges"), "{}", desk.screen());
        assert!(desk.screen().contains("Paint the door"), "{}", desk.screen());
    }

    #[test]
    fn who_leaves_meanwhile_is_told_once_what_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let (mut desk, mut other) = two(folder.path());
        meanwhile(&mut other, || {
            desk.press("c q");
            assert!(
                desk.request().is_none() && desk.says().contains("not on the board yet"),
                "{}",
                desk.says()
            );
            desk.press("q");
            assert!(desk.request().is_some());
        });
    }
}
