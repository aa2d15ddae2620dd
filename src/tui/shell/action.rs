//! The one table of actions. Dispatch, the footer's hints, the help, the palette and the list in `assets/docs/keys.md` are all
//! read from these rows, so none of them can say something else than what happens.
//!
//! The screens bring the rows, and give them before anything is drawn: see [`provide`].

mod target;

use std::sync::OnceLock;

use crossterm::event::KeyEvent;

pub use target::{
    held, marked, my_part, offer, on_home, on_tasks, perform, row, rows, selected, selected_task, selection,
    tasks, unread,
};

use super::app::App;
use super::desk::Effect;
use super::first;
use super::keymap;
use super::status::Status;
use super::why::why_not;
use crate::domain::subject::Kind;
use crate::domain::task::State;
use crate::session::Error;
use crate::tui::kit::cursor::Step;
use crate::tui::kit::key::Key;
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
    /// Where a page lies over them.
    Page,
    /// Where one looks at a past.
    Past,
    /// Where a subject of that kind is selected; at most one is.
    On(Kind),
    /// Where a task is selected, or several are marked: then it is done to all of them.
    Tasks,
    /// Where a step of a checklist is selected: there its keys come before those of all other places.
    Step,
    /// Where a meeting is looked at: there its keys come before those of all other places, too.
    Meeting,
}

/// The chapters of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Work,
    Meet,
    Look,
    Move,
    Replay,
    Board,
}

/// How the footer treats an action. Where a key is named does not mean that it works only there.
#[derive(Clone, Copy)]
pub enum Hint {
    /// One of the two that come first: what one does about promises, which changes from row to row.
    First(u8, fn(&App) -> bool),
    /// Behind them, in the order of these numbers, as far as there is room.
    Then(u8, fn(&App) -> bool),
    /// At the end, always: what leads to all the others.
    Last,
    Never,
}

impl Scope {
    fn holds(self, app: &App) -> bool {
        match self {
            Scope::Everywhere => true,
            Scope::Home => on_home(app),
            Scope::Page => !on_home(app),
            Scope::Past => app.overview.past.is_some(),
            Scope::On(kind) => selection(app).is_some_and(|subject| subject.kind == kind),
            Scope::Tasks => selected_task(app).is_some() || !marked(app).is_empty(),
            Scope::Step => app.pages.last().is_some_and(|page| page.ticking().is_some()),
            Scope::Meeting => app.pages.last().is_some_and(|page| page.meeting().is_some()),
        }
    }
}

impl Scope {
    /// Those whose keys come before those of all other places.
    const FIRST: [Scope; 3] = [Scope::Past, Scope::Step, Scope::Meeting];

    /// Whether the two never get in each other's way: what is selected is of one kind, one is either at the panes or on
    /// a page, and in the past and on a step of a checklist their own keys come first.
    pub fn is_apart_from(self, other: Scope) -> bool {
        if Scope::FIRST.into_iter().any(|first| (self == first) != (other == first)) {
            return true;
        }
        if matches!((self, other), (Scope::Home, Scope::Page) | (Scope::Page, Scope::Home)) {
            return true;
        }
        let kind = |scope| match scope {
            Scope::On(kind) => Some(kind),
            Scope::Tasks => Some(Kind::Task),
            _ => None,
        };
        kind(self).zip(kind(other)).is_some_and(|(kind, other)| kind != other)
    }
}

impl Group {
    pub const ALL: [Group; 6] =
        [Group::Work, Group::Meet, Group::Look, Group::Move, Group::Replay, Group::Board];

    pub fn name(self) -> String {
        let words = words();
        match self {
            Group::Work => words.act_group_work(),
            Group::Meet => words.act_group_meet(),
            Group::Look => words.act_group_look(),
            Group::Move => words.act_group_move(),
            Group::Replay => words.act_group_replay(),
            Group::Board => words.act_group_board(),
        }
    }
}

impl Action {
    /// What the footer says of it.
    pub fn key_hint(&self) -> KeyHint {
        KeyHint { name: self.name, key: self.key(), label: (self.label)() }
    }

    /// Its first key, as it stands on the keyboard.
    pub fn key(&self) -> String {
        keymap::of(self).first().map(|key| key.label()).unwrap_or_default()
    }

    /// Whether it changes the board.
    fn changes(&self) -> bool {
        self.group == Group::Work
            || matches!(self.name, "undo" | "redo")
            // One may look at a meeting that was.
            || (self.group == Group::Meet && self.name != "meeting.copy")
    }
}

/// Tables of actions, in the order of the palette and of the list of keys.
pub type Tables = &'static [&'static [Action]];

/// The same for the whole program: a key is named while drawing, where nobody carries the tables about.
static TABLES: OnceLock<Tables> = OnceLock::new();

/// Gives the tables; the first that are given stay.
pub fn provide(tables: Tables) {
    TABLES.get_or_init(|| tables);
}

/// Every action.
pub fn all() -> impl Iterator<Item = &'static Action> {
    TABLES.get().expect("the screens give their actions before they begin").iter().copied().flatten()
}

/// The key of an action, by its name.
pub fn key_of(name: &str) -> String {
    all().find(|action| action.name == name).map(Action::key).unwrap_or_default()
}

/// Does an action by its name, where it makes sense.
pub fn run(app: &mut App, name: &'static str) -> Vec<Effect> {
    if all().any(|action| action.name == name && is_too_late(app, action)) {
        app.status = in_the_past();
        return Vec::new();
    }
    let found = fitting(app).find(|(action, _)| action.name == name).map(|(_, run)| run);
    let Some(run) = found else { return Vec::new() };
    app.status = Status::Quiet;
    done(app, name, run)
}

/// The same, or why it makes no sense here.
pub fn run_or_say(app: &mut App, name: &'static str) -> Vec<Effect> {
    let Some(action) = all().find(|action| action.name == name) else { return Vec::new() };
    let fits = fitting(app).any(|(other, _)| other.name == name) || is_too_late(app, action);
    if fits {
        return run(app, name);
    }
    let key = if action.key().is_empty() { words().scr_no_key() } else { action.key() };
    app.status = Status::Hint(not_here(app, action, key, key_of("help")));
    Vec::new()
}

/// That an action makes no sense here; and why, where what is selected says so.
pub fn not_here(app: &App, action: &Action, key: String, help: String) -> String {
    let why = if is_for_one(app, action) { Some(one_at_a_time(app)) } else { why_not(app, action) };
    match why.filter(|_| action.scope.holds(app)) {
        Some(why) => words().scr_not_here_why(key, (action.label)(), why),
        None => words().scr_not_here(key, (action.label)(), help),
    }
}

/// Does it, and keeps in mind that it was done.
fn done(app: &mut App, name: &'static str, run: Run) -> Vec<Effect> {
    app.habits.did(name);
    let is_new = first::tells_of(app, name) && app.habits.learn(name);
    let mut effects = run(app);
    effects.extend(is_new.then_some(Effect::Learn(name)));
    effects
}

/// The actions that make sense now.
pub fn fitting(app: &App) -> impl Iterator<Item = (&'static Action, Run)> {
    let here = all()
        .filter(|action| action.scope.holds(app) && !is_too_late(app, action) && !is_for_one(app, action));
    here.filter_map(|action| Some((action, (action.bind)(app)?)))
}

/// Whether it would change what is past.
pub fn is_too_late(app: &App, action: &Action) -> bool {
    app.overview.past.is_some() && action.changes()
}

/// Whether it would change one task where several are marked: which one would be a guess.
fn is_for_one(app: &App, action: &Action) -> bool {
    !marked(app).is_empty() && (action.scope == Scope::On(Kind::Task) || action.name == "edit")
}

fn one_at_a_time(app: &App) -> String {
    words().mark_one_at_a_time(marked(app).len(), key_of("back"))
}

/// Why nothing is changed there.
pub fn in_the_past() -> Status {
    Status::from(Error::in_the_past())
}

/// What the footer says of an action.
pub struct KeyHint {
    pub name: &'static str,
    pub key: String,
    pub label: String,
}

/// The hints of the footer: the two that come first, those behind them, and those that are always there.
pub fn hints(app: &App) -> [Vec<KeyHint>; 3] {
    let mut hints: [Vec<(u8, KeyHint)>; 3] = Default::default();
    for (action, _) in fitting(app) {
        let (list, at) = match action.hint {
            Hint::First(at, shows) if shows(app) => (0, at),
            Hint::Then(at, shows) if shows(app) => (1, at),
            Hint::Last => (2, 0),
            _ => continue,
        };
        let label = match (action.name, app.pages.last()) {
            ("open", Some(page)) => page.enters(),
            // The footer says it only where the work is to begin.
            ("task.on", _) if marked(app).is_empty() => {
                Some(app.overview.terms.state(State::Doing).into_owned())
            }
            ("back", _) if !marked(app).is_empty() => Some(words().mark_release(marked(app).len())),
            // The key leads back to where one was.
            ("columns", _) if app.home().is_beside() => Some(words().columns_act_list()),
            _ => None,
        };
        // Where Enter does something else than elsewhere, that is said before all, as is the next step.
        let at = if label.is_some() && action.name != "columns" { 0 } else { at };
        let label = label.unwrap_or_else(action.label);
        hints[list].push((at, KeyHint { label, ..action.key_hint() }));
    }
    let mut hints = hints.map(|mut list| {
        list.sort_by_key(|(at, _)| *at);
        list.into_iter().map(|(_, said)| said).collect::<Vec<_>>()
    });
    hints[0].truncate(2);
    hints
}

/// Whether the row or the page is a task's own, and not a finding or a blocker that speaks of one.
pub fn at_task(app: &App) -> bool {
    app.top().is_itself()
}

pub fn always(_: &App) -> bool {
    true
}

/// Goes in what one looks at.
pub fn go(app: &mut App, step: Step) -> Vec<Effect> {
    let body = app.frame(app.screen).body;
    app.top_mut().step(step, body).map(Effect::LoadPage).into_iter().collect()
}

/// A key was pressed.
pub fn press(app: &mut App, event: KeyEvent) -> Vec<Effect> {
    let key = Key::pressed(event);
    let mut known: Vec<_> = all().filter(|action| keymap::has(action, key)).collect();
    known.sort_by_key(|action| !matches!(action.scope, Scope::Step | Scope::Meeting));
    for action in &known {
        if action.scope.holds(app)
            && !is_too_late(app, action)
            && !is_for_one(app, action)
            && let Some(run) = (action.bind)(app)
        {
            // What was said of the last key is read by now.
            app.status = Status::Quiet;
            return done(app, action.name, run);
        }
    }
    let help = key_of("help");
    match known.first() {
        Some(_) if known.iter().any(|action| is_too_late(app, action)) => app.status = in_the_past(),
        Some(first) => {
            let here = known.iter().find(|action| action.scope.holds(app)).unwrap_or(first);
            app.status = Status::Hint(not_here(app, here, key.label(), help));
        }
        // Who presses it again has read it.
        None if app.habits.is_first(key) => {
            app.status = Status::Hint(words().scr_unknown_key(key.label(), help));
        }
        None => {}
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
