//! A line that was typed, as what it asks of the desk; and the words for where one is.

use crossterm::event::KeyCode;

use super::super::pane::Name;
use super::question::{Reply, key};
use super::spell;
use crate::domain::folding::folded;
use crate::tui::kit::cursor::Step;
use crate::tui::shell::action::{self, Action, Group, Scope};
use crate::tui::shell::app::App;
use crate::tui::shell::keymap;
use crate::tui::shell::tutor;
use crate::tui::shell::update::Msg;
use crate::words::words;

/// What a line asks for.
pub enum Order {
    /// Where one is.
    Where,
    /// All rows, or the whole page.
    List,
    /// What was not said yet.
    More,
    Help,
    /// Out of the program.
    Leave,
    Act(Vec<Msg>),
    /// Only the rows that hold this.
    Narrow(String),
    /// An action that is called nearly so.
    Seek(String),
    Say(String),
}

/// What a line asks for, where no question is open.
pub fn of(app: &App, line: &str) -> Order {
    let line = line.trim();
    let said = folded(line);
    let words = words();
    let is = |english: &str, own: String| said == english || said == folded(&own);
    match () {
        () if line.is_empty() || is("where", words.plain_word_where()) => Order::Where,
        () if is("list", words.plain_word_list()) => Order::List,
        () if is("more", words.plain_word_more()) => Order::More,
        () if line == "?" || is("help", words.plain_word_help()) => Order::Help,
        () if is("quit", words.plain_word_quit()) || said == "exit" => Order::Leave,
        () if is(":back", words.plain_word_back()) || is("back", own_back()) => named(app, "back"),
        () if line.starts_with('/') => Order::Narrow(line[1..].trim().to_owned()),
        () if line.chars().all(|c| c.is_ascii_digit()) => row(app, line),
        () => match by_key(app, line) {
            Some(order) => order,
            None => by_words(app, line, &said),
        },
    }
}

/// Out of a page as out of a question, where no answer could be meant also without the colon.
fn own_back() -> String {
    words().plain_word_back().trim_start_matches(':').to_owned()
}

/// The way on from the welcome.
pub fn way(line: &str) -> Reply {
    match line.trim() {
        n @ ("1" | "2" | "3" | "4") => Reply::Keys(n.chars().map(|c| key(KeyCode::Char(c))).collect()),
        "q" | "quit" | "exit" => Reply::Keys(vec![key(KeyCode::Esc)]),
        _ => Reply::Say(words().plain_ways()),
    }
}

/// To a row of the pane, by its number. What is further than what is loaded is reached by `more`.
fn row(app: &App, number: &str) -> Order {
    if !app.pages.is_empty() {
        return Order::Say(words().plain_no_numbers());
    }
    let cursor = app.home().focused().cursor();
    let rows = count(app);
    match number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < rows) {
        Some(n) => Order::Act(vec![Msg::Go(Step::Rows(n as isize - cursor.at() as isize))]),
        None => Order::Say(words().plain_no_such_row(rows)),
    }
}

/// A key, as it stands on the keyboard. Digits are rows here.
fn by_key(app: &App, line: &str) -> Option<Order> {
    let has = |action: &&'static Action| {
        keymap::of(action)
            .iter()
            .any(|key| key.label() == line || (line.len() > 1 && key.label().eq_ignore_ascii_case(line)))
    };
    let known: Vec<_> = action::all().filter(has).collect();
    let fits = known.iter().find(|action| fits(app, action));
    match (fits, known.first()) {
        (Some(action), _) => Some(act(action)),
        (None, Some(action)) => Some(no_sense(app, action)),
        (None, None) => None,
    }
}

/// An action's name, the last part of it, or its label; perhaps with the row that it is done to.
fn by_words(app: &App, line: &str, said: &str) -> Order {
    let known = called(app, said);
    match known.as_slice() {
        [action] if fits(app, action) => return act(action),
        [action] => return no_sense(app, action),
        [] => {}
        _ => return Order::Seek(line.to_owned()),
    }
    if let Some(at) = row_called(app, said) {
        return Order::Act(vec![go(app, at)]);
    }
    // `claim bakul`: to the row first.
    if let Some((verb, rest)) = said.split_once(' ')
        && let Some(at) = row_called(app, rest)
    {
        let named = action::all().filter(|action| calls(action, verb));
        let on_row = named.filter(|action| {
            matches!(action.name.split('.').next(), Some("task" | "goal" | "role" | "finding"))
        });
        if let [action] = on_row.collect::<Vec<_>>().as_slice() {
            // What is marked would be meant instead of the row that is named.
            if action.scope == Scope::Tasks && !action::marked(app).is_empty() {
                return Order::Say(words().mark_named(action::marked(app).len(), own_back()));
            }
            return Order::Act(vec![go(app, at), Msg::Act(action.name)]);
        }
    }
    Order::Seek(line.to_owned())
}

/// The actions of that name: those that make sense here, else all.
fn called(app: &App, said: &str) -> Vec<&'static Action> {
    if let Some(action) = action::all().find(|action| action.name == said) {
        return vec![action];
    }
    let known: Vec<_> = action::all().filter(|action| calls(action, said)).collect();
    let fitting: Vec<_> = known.iter().copied().filter(|action| fits(app, action)).collect();
    if fitting.is_empty() { known } else { fitting }
}

fn calls(action: &Action, said: &str) -> bool {
    folded(&(action.label)()) == said || action.name.rsplit('.').next() == Some(said)
}

fn fits(app: &App, action: &Action) -> bool {
    action::fitting(app).any(|(other, _)| other.name == action.name)
}

fn named(app: &App, name: &str) -> Order {
    let Some(action) = action::all().find(|action| action.name == name) else { return Order::Where };
    if fits(app, action) { act(action) } else { Order::Where }
}

/// Some actions are words of their own here.
fn act(action: &Action) -> Order {
    match action.name {
        "help" => Order::Help,
        "quit.now" => Order::Leave,
        "filter" => Order::Say(words().plain_filter()),
        "repaint" | "suspend" => Order::Where,
        name => Order::Act(vec![Msg::Act(name)]),
    }
}

fn no_sense(app: &App, action: &Action) -> Order {
    if action::is_too_late(app, action) {
        // It says so itself.
        return act(action);
    }
    Order::Say(action::not_here(app, action, action.key(), words().plain_word_help()))
}

/// The loaded row that is called so: by the first word of it, or the only one that holds these words.
fn row_called(app: &App, said: &str) -> Option<usize> {
    if !app.pages.is_empty() || said.chars().count() < 2 {
        return None;
    }
    let rows: Vec<String> =
        (0..count(app)).map(|i| folded(&app.home().focused().in_words(i, &app.overview))).collect();
    let first = |row: &String| row.split([',', ' ']).next() == Some(said);
    rows.iter().position(first).or_else(|| {
        let mut holding = rows.iter().enumerate().filter(|(_, row)| said.len() > 3 && row.contains(said));
        holding.next().filter(|_| holding.next().is_none()).map(|(at, _)| at)
    })
}

fn go(app: &App, at: usize) -> Msg {
    Msg::Go(Step::Rows(at as isize - app.home().focused().cursor().at() as isize))
}

/// How many rows are loaded.
fn count(app: &App) -> usize {
    app.home().focused().cursor().len()
}

/// Where one is.
pub fn place(app: &App) -> Vec<String> {
    if let Some(page) = app.pages.last() {
        return match spell::selected(&**page, &app.overview, &app.theme) {
            Some(selected) => vec![selected],
            None => spell::page(&**page, &app.overview, &app.theme).into_iter().take(1).collect(),
        };
    }
    let pane = app.home().focused();
    let title = titled(app);
    let cursor = pane.cursor();
    if cursor.is_empty() {
        return vec![words().plain_at(title, empty(app))];
    }
    let (said, at, rows) = (pane.in_words(cursor.at(), &app.overview), cursor.at() + 1, count(app));
    vec![match (cursor.more_before(), cursor.more_after()) {
        (false, false) => words().plain_at_row(title, at, rows, said),
        (false, true) => words().plain_at_row_over(title, at, rows, said),
        (true, _) => words().plain_at(title, said),
    }]
}

/// The rows of the pane, each with its number.
pub fn rows(app: &App) -> Vec<String> {
    let pane = app.home().focused();
    if pane.cursor().is_empty() {
        return vec![words().plain_at(titled(app), empty(app))];
    }
    let fact = pane.fact(&app.overview);
    let title = if fact.is_empty() { titled(app) } else { format!("{}: {fact}", titled(app)) };
    // From the beginning where all is loaded; behind a step through a long list from where one is.
    let from = if pane.cursor().more_before() { pane.cursor().at() } else { 0 };
    let rows = (from..count(app)).map(|i| format!("{}. {}", i + 1, pane.in_words(i, &app.overview)));
    std::iter::once(title).chain(rows).chain(pane.after()).collect()
}

/// What the pane is called, and what narrows it; of columns, in which one stands.
fn titled(app: &App) -> String {
    let pane = app.home().focused();
    let title = match app.home().column(&app.overview) {
        Some(column) => words().plain_column(pane.title(), column),
        None => pane.title(),
    };
    match pane.filter() {
        "" => title,
        filter => words().plain_narrowed(title, filter),
    }
}

/// What an empty pane says; where the screens name digits as keys, a word stands here.
fn empty(app: &App) -> String {
    let pane = app.home().focused();
    match app.home().focus {
        _ if pane.is_narrowed() => words().plain_none_match(),
        _ if app.home().is_beside() => words().plain_none_there(),
        Name::Goals => words().plain_no_goals(),
        Name::Roles => words().plain_no_roles(),
        Name::Owns | Name::Findings | Name::Blockers => pane.empty(),
    }
}

/// What can be typed here: first what can be done with what is selected, then all else that makes sense.
pub fn help(app: &App) -> Vec<String> {
    let words = words();
    let fitting: Vec<&Action> = action::fitting(app).map(|(action, _)| action).collect();
    let mut said = vec![
        words.plain_help_type(),
        words.plain_help_rows(),
        words.plain_help_filter(),
        words.plain_help_where(),
    ];
    for group in Group::ALL {
        let actions: Vec<String> =
            fitting.iter().filter(|action| action.group == group).map(|action| line(action)).collect();
        if actions.is_empty() {
            continue;
        }
        let held = action::held(app).filter(|_| group == Group::Work);
        said.push(held.map_or_else(|| group.name() + ":", |held| words.plain_help_with(held)));
        said.extend(actions);
    }
    said
}

/// How an action is called in a sentence: by its key, but a digit is a row here.
pub fn word(name: &str) -> String {
    let key = tutor::key(name);
    match name {
        "back" => own_back(),
        "quit" => words().plain_word_quit(),
        _ if key.chars().all(|c| c.is_ascii_digit()) => {
            name.rsplit('.').next().unwrap_or_default().to_owned()
        }
        _ => spell::line(&key),
    }
}

/// How one goes through time here.
pub fn through_time() -> String {
    let label = |name: &str| {
        let action = action::all().find(|action| action.name == name);
        action.map(|action| (action.label)()).unwrap_or_default()
    };
    words().plain_through_time(
        label("replay.day-back"),
        label("replay.day-on"),
        label("replay.event-back"),
        label("replay.event-on"),
        label("replay.now"),
    )
}

/// `c, or claim: lead this task`. A digit is no key here, for it means a row.
fn line(action: &Action) -> String {
    let key = action.key();
    let label = (action.label)();
    match key.as_str() {
        "" => format!("{label}: {}", (action.doc)()),
        digit if digit.chars().all(|c| c.is_ascii_digit()) => {
            format!("{}: {}", action.name.rsplit('.').next().unwrap_or_default(), (action.doc)())
        }
        key => words().plain_help_line(spell::line(key), label, (action.doc)()),
    }
}
