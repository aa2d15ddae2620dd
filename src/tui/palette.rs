//! The palette: every action that makes sense here, found by a few letters.

use super::action;
use super::app::App;
use super::ask::{self, Pick, Question};
use super::overlay::Item;
use crate::words::words;

pub fn open(app: &App) -> Question {
    let items = action::fitting(app)
        .map(|(action, _)| {
            let said = format!("{} {} {}", (action.label)(), crate::tui::marks::marks().dot, (action.doc)());
            Item::new(Pick::Action(action.name), said, action.key())
        })
        .collect();
    ask::pick(words().scr_palette(), items, |app, pick| match pick {
        Pick::Action(name) => action::run(app, name),
        _ => Vec::new(),
    })
}
