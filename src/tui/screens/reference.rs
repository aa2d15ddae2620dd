//! The list of keys in `assets/docs/keys.md`, from the same table as everything else that names one.

use super::screens;
use crate::tui::shell::action::{self, Action, Group};
use crate::tui::shell::keymap;

/// Every action by its name, with its keys and what it does.
pub fn keys() -> Vec<(&'static str, Vec<String>, String)> {
    screens();
    let keys = |action: &Action| keymap::of(action).iter().map(|key| key.name()).collect();
    action::all().map(|action| (action.name, keys(action), (action.doc)())).collect()
}

/// Every action with its keys, as Markdown tables, a chapter each.
pub fn markdown() -> String {
    screens();
    let mut text = String::new();
    for group in Group::ALL {
        text.push_str(&format!("| {} | |\n|---|---|\n", group.name()));
        for action in action::all().filter(|action| action.group == group && !action.keys.is_empty()) {
            let keys: Vec<String> = action.keys.iter().map(|key| format!("`{}`", key.label())).collect();
            let keys = keys.join(" ").replace('|', "\\|");
            text.push_str(&format!("| {keys} | {} |\n", (action.doc)()));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}
