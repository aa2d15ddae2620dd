//! The sizes of the panes by keys, where all of them stand beside each other. Dragging a border does the same.

use super::{Action, Group, Hint, Run, Scope};
use crate::settings::{Name as Setting, Panes};
use crate::tui::kit::key::key;
use crate::tui::screens::layout::Edge;
use crate::tui::screens::pane::Name;
use crate::tui::shell::app::App;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::preferences::Change;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "panes.wider",
        keys: &[key('}')],
        scope: Scope::Home,
        group: Group::Move,
        label: || words().act_wider(),
        doc: || words().act_wider_doc(),
        hint: Hint::Never,
        bind: |app| across(app, 1),
    },
    Action {
        name: "panes.narrower",
        keys: &[key('{')],
        scope: Scope::Home,
        group: Group::Move,
        label: || words().act_narrower(),
        doc: || words().act_narrower_doc(),
        hint: Hint::Never,
        bind: |app| across(app, -1),
    },
    Action {
        name: "panes.higher",
        keys: &[key('^')],
        scope: Scope::Home,
        group: Group::Move,
        label: || words().act_higher(),
        doc: || words().act_higher_doc(),
        hint: Hint::Never,
        bind: |app| down(app, 1),
    },
    Action {
        name: "panes.lower",
        keys: &[key('_')],
        scope: Scope::Home,
        group: Group::Move,
        label: || words().act_lower(),
        doc: || words().act_lower_doc(),
        hint: Hint::Never,
        bind: |app| down(app, -1),
    },
    Action {
        name: "panes.reset",
        keys: &[key('|')],
        scope: Scope::Home,
        group: Group::Move,
        label: || words().act_sizes(),
        doc: || words().act_sizes_doc(),
        hint: Hint::Never,
        bind: |app| (app.home().panes != Panes::default()).then(|| Box::new(reset) as Run),
    },
];

/// The pane with the focus gets wider, or narrower.
fn across(app: &App, by: i16) -> Option<Run> {
    match app.home().focus {
        Name::Goals => None,
        Name::Owns | Name::Findings => step(app, Edge::Left, by),
        Name::Roles | Name::Blockers => step(app, Edge::Left, -by),
    }
}

/// It gets higher, or lower.
fn down(app: &App, by: i16) -> Option<Run> {
    match app.home().focus {
        Name::Goals => step(app, Edge::Goals, by),
        Name::Owns | Name::Roles => step(app, Edge::Low, by),
        Name::Findings | Name::Blockers => step(app, Edge::Low, -by),
    }
}

fn step(app: &App, edge: Edge, by: i16) -> Option<Run> {
    let areas = app.home().areas(app.frame(app.screen).body);
    if !app.pages.is_empty() || !areas.is_beside() {
        return None;
    }
    let panes = areas.stepped(edge, by, app.home().panes);
    Some(Box::new(move |app| {
        app.home_mut().panes = panes;
        keep(panes)
    }))
}

fn reset(app: &mut App) -> Vec<Effect> {
    app.home_mut().panes = Panes::default();
    keep(Panes::default())
}

/// Keeps the sizes as they are now, for the next time.
pub fn keep(panes: Panes) -> Vec<Effect> {
    let to = (panes != Panes::default()).then(|| panes.to_string());
    vec![Effect::Remember(Change::Value(Setting::Panes, to))]
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::{demo, desk, world};

    #[test]
    fn panes_are_resized_by_keys_kept_and_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let world = world("demo").with_settings(folder.path().to_owned());
        let mut desk = desk(crate::testing::sample_team(world), 120, 40);
        let before = desk.screen();
        desk.press("2 { {");
        assert_ne!(desk.screen(), before);
        assert!(desk.says().contains("| puts them back"), "{}", desk.says());
        let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
        assert!(text.contains("\npanes = \"left 66%\""), "{text}");
        desk.press("4 ^ 1 _ |");
        let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
        assert!(!text.contains("\npanes ="), "{text}");
        desk.press("2 Esc j k");
        assert_eq!(desk.screen().lines().nth(8), before.lines().nth(8));
    }

    #[test]
    fn where_panes_stand_below_each_other_there_is_nothing_to_resize() {
        let mut desk = demo(80, 24);
        desk.press("2 }");
        assert!(desk.says().contains("makes no sense here"), "{}", desk.says());
    }
}
