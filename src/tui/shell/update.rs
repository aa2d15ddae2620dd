//! From what came in to what changes: the only place where the state of the screen changes.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use ratatui::layout::Rect;

use super::app::{App, Request};
use super::ask::{self, Question, Seen};
use super::desk::{After, Effect};
use super::page::Page;
use super::preferences::Clipboard;
use super::status::Status;
use super::{action, editor, filter, first, mouse, news, tutor, who};
use crate::session::{Done, Error};
use crate::tui::kit::clicks::Press;
use crate::tui::kit::cursor::Step;
use crate::tui::kit::overlay::Part;
use crate::words::words;

/// What came in.
pub enum Msg {
    Key(KeyEvent),
    Paste(String),
    Mouse(MouseEvent, Press),
    Resize(u16, u16),
    /// An action by its name.
    Act(&'static str),
    /// A way to go in what has the focus.
    Go(Step),
    /// What the status line said was heard.
    Heard,
    /// Another process has written, or time has passed: everything may be other than it was read.
    Stale,
    Done(Box<Done>, After),
    /// A text to copy, and where it went.
    Copied(String, Clipboard),
    /// Something was kept for the person.
    Kept(String),
    Refused(Error),
    Asked(Box<Question>),
    Opened(Box<dyn Page>),
    /// What the text that is typed would mean, or what is like it.
    Seen(Seen),
    /// What came back from the editor.
    Written(editor::Writing, editor::Came),
    /// What may stand in the filter that is typed.
    FilterHelp(Box<filter::Help>),
    /// Somebody has to say who they are before this is done.
    WhoActs(Effect),
    Joined(Box<Done>, Vec<Effect>),
}

/// Changes the state; gives what has to be done in the world.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    let mut effects = match msg {
        Msg::Key(event) => key(app, event),
        Msg::Paste(text) => paste(app, &text),
        Msg::Mouse(event, press) => mouse::handle(app, event, press),
        Msg::Resize(width, height) => {
            app.screen = Rect::new(0, 0, width, height);
            Vec::new()
        }
        Msg::Act(name) => action::run(app, name),
        Msg::Go(step) => action::go(app, step),
        Msg::Heard => {
            app.status = Status::Quiet;
            Vec::new()
        }
        Msg::Stale => vec![Effect::LoadAll],
        Msg::Done(done, after) => {
            app.question = None;
            if let Some(tutor) = &mut app.habits.tutor {
                tutor.saw(&done);
            }
            let then = match &after {
                After::Undo | After::Ask(_) => Some(words().scr_undo_hint(action::key_of("undo"))),
                After::Redo => Some(words().scr_redo_hint(action::key_of("redo"))),
            };
            app.status = Status::Done { sentence: done.sentence, then };
            match after {
                After::Ask(asking) => vec![Effect::Ask(asking)],
                After::Undo | After::Redo => Vec::new(),
            }
        }
        Msg::Joined(done, waiting) => {
            app.question = None;
            app.status = Status::Done { sentence: done.sentence, then: None };
            waiting
        }
        Msg::Copied(text, clipboard) => {
            app.status = match clipboard {
                Clipboard::Terminal => Status::Done { sentence: words().copy_done(text).into(), then: None },
                Clipboard::Off => Status::Hint(words().copy_off(text, action::key_of("screen.settings"))),
                Clipboard::None => Status::Hint(text),
            };
            Vec::new()
        }
        Msg::Kept(sentence) => {
            app.question = None;
            app.status = Status::Done { sentence: sentence.into(), then: None };
            Vec::new()
        }
        Msg::Refused(error) => {
            refused(app, error);
            Vec::new()
        }
        Msg::Asked(question) => {
            ask::asked(app, *question);
            Vec::new()
        }
        Msg::Opened(page) => {
            app.pages.push(page);
            Vec::new()
        }
        Msg::Seen(seen) => {
            ask::seen(app, seen);
            Vec::new()
        }
        Msg::Written(writing, came) => editor::came_back(app, writing, came),
        Msg::FilterHelp(help) => {
            filter::helped(app, *help);
            Vec::new()
        }
        Msg::WhoActs(effect) => who::ask(vec![effect]),
    };
    tutor::follow(app);
    effects.extend(news::follow(app));
    let hint = first::hint(app).map(|(name, _)| name);
    if let Some(name) = app.habits.show(hint).filter(|name| app.habits.learn(name)) {
        effects.push(Effect::Learn(name));
    }
    effects.extend(arrange(app));
    effects.extend(action::unread(app).map(Effect::LoadRow));
    effects
}

/// Gives what is on the screen its room; what has to be read because of it.
pub fn arrange(app: &mut App) -> Vec<Effect> {
    let (body, screen) = (app.frame(app.screen).body, app.screen);
    let base = app.base.arrange(body, screen).map(|_| Effect::LoadBase);
    let page = app.pages.last_mut().and_then(|page| page.arrange(body, screen)).map(Effect::LoadPage);
    base.into_iter().chain(page).collect()
}

/// The keys that lead out of everything, whatever lies over it.
pub fn way_out(event: KeyEvent) -> Option<Request> {
    let ctrl = |c| event.code == KeyCode::Char(c) && event.modifiers.contains(KeyModifiers::CONTROL);
    match () {
        () if ctrl('c') => Some(Request::Quit),
        () if ctrl('z') => Some(Request::Suspend),
        () => None,
    }
}

/// A key goes to what lies on top.
pub fn key(app: &mut App, event: KeyEvent) -> Vec<Effect> {
    if let Some(request) = way_out(event) {
        return vec![Effect::Request(request)];
    }
    match () {
        () if app.question.is_some() => ask::key(app, event),
        () if app.filtering.is_some() => filter::key(app, event),
        () => action::press(app, event),
    }
}

fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    match &app.question {
        Some(_) => ask::paste(app, text),
        None => filter::paste(app, text),
    }
}

/// A question that can hear it says why, and keeps what was typed; else the status line does.
fn refused(app: &mut App, error: Error) {
    match &mut app.question {
        Some(question) if matches!(question.part, Part::Prompt(_) | Part::Form(_)) => {
            question.complain(&error.message);
        }
        _ => {
            app.question = None;
            app.status = error.into();
        }
    }
}
