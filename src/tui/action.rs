//! The one table of actions. Dispatch, the footer's hints, the help, the palette and the README's list of keys are all
//! read from these rows, so none of them can say something else than what happens.
//!
//! A new action is a row in one of the files below.

mod going;
mod task;

use crossterm::event::KeyEvent;

use super::app::App;
use super::desk::Effect;
use super::hand::Hand;
use super::key::Key;
use super::status::Status;
use crate::words::words;

/// What an action does, bound to what it acts on.
pub type Run = Box<dyn FnOnce(&mut App) -> Vec<Effect>>;

/// One row of the table.
pub struct Action {
    /// `task.claim`; stable, for settings and tests.
    pub name: &'static str,
    /// The first is the one that is shown.
    pub keys: &'static [Key],
    pub scope: Scope,
    pub group: Group,
    /// In a word or two, for the footer.
    pub label: fn() -> String,
    /// In a sentence, for the help.
    pub doc: fn() -> String,
    /// Whether the footer names it, and where.
    pub hint: Hint,
    /// `None` where it makes no sense here.
    pub bind: fn(&App) -> Option<Run>,
}

/// Where an action's keys count. Of one place at most one action has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// Where the panes are.
    Home,
    /// Where a task is in hand.
    Task,
}

/// The chapters of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Work,
    Move,
    Board,
}

/// How the footer treats an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// In the order of these numbers, as far as there is room.
    At(u8),
    /// At the end, always: what leads to all the others.
    Last,
    Never,
}

impl Scope {
    fn holds(self, app: &App) -> bool {
        match self {
            Scope::Everywhere | Scope::Home => true,
            Scope::Task => matches!(hand(app), Hand::Task(_)),
        }
    }
}

impl Group {
    pub const ALL: [Group; 3] = [Group::Work, Group::Move, Group::Board];

    pub fn name(self) -> String {
        let words = words();
        match self {
            Group::Work => words.act_group_work(),
            Group::Move => words.act_group_move(),
            Group::Board => words.act_group_board(),
        }
    }
}

impl Action {
    /// Its first key, as it stands on the keyboard.
    pub fn key(&self) -> String {
        self.keys.first().map(|key| key.label()).unwrap_or_default()
    }
}

/// Every action.
pub fn all() -> impl Iterator<Item = &'static Action> {
    [task::ACTIONS, going::ACTIONS].into_iter().flatten()
}

/// The key of an action, by its name.
pub fn key_of(name: &str) -> String {
    all().find(|action| action.name == name).map(Action::key).unwrap_or_default()
}

/// What the keys act on now.
pub fn hand(app: &App) -> Hand {
    app.home.focused().hand()
}

/// The actions that make sense now.
pub fn fitting(app: &App) -> impl Iterator<Item = (&'static Action, Run)> {
    all().filter(|action| action.scope.holds(app)).filter_map(|action| Some((action, (action.bind)(app)?)))
}

/// The hints of the footer: whether each comes last, its key, its word.
pub fn hints(app: &App) -> Vec<(bool, (String, String))> {
    let mut hints: Vec<_> = fitting(app)
        .filter(|(action, _)| action.hint != Hint::Never)
        .map(|(action, _)| (action.hint, (action.key(), (action.label)())))
        .collect();
    hints.sort_by_key(|(hint, _)| *hint);
    hints.into_iter().map(|(hint, said)| (hint == Hint::Last, said)).collect()
}

/// A key was pressed.
pub fn press(app: &mut App, event: KeyEvent) -> Vec<Effect> {
    let key = Key::pressed(event);
    let known: Vec<_> = all().filter(|action| action.keys.contains(&key)).collect();
    for action in &known {
        if action.scope.holds(app)
            && let Some(run) = (action.bind)(app)
        {
            // What was said of the last key is read by now.
            app.status = Status::Quiet;
            return run(app);
        }
    }
    let help = key_of("help");
    app.status = Status::Hint(match known.first() {
        Some(action) => words().scr_not_here(key.label(), (action.label)(), help),
        None => words().scr_unknown_key(key.label(), help),
    });
    Vec::new()
}
