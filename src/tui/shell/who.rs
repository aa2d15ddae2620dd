//! Who acts: asked once, by the first key that does something.

use super::app::App;
use super::ask::{self, Pick};
use super::desk::Effect;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::words::words;

/// Asks who acts, then does what waited for it.
pub fn ask(waiting: Vec<Effect>) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let mut items = ask::members(session, session.me())?;
        items.push(Item::new(Pick::Other, words().scr_i_am_new(), ""));
        let waiting = waiting.clone();
        Ok(ask::pick(words().scr_who_are_you(), items, move |app, pick| match pick.typed() {
            Some(member) => std::iter::once(Effect::Know(member)).chain(waiting.iter().cloned()).collect(),
            None => {
                let waiting = waiting.clone();
                let prompt = Prompt::new(words().scr_your_name()).does(words().scr_join());
                let joined = move |_: &mut App, name| vec![Effect::Join(name, waiting.clone())];
                ask::show(app, ask::text(prompt, joined))
            }
        }))
    })
}
