//! Who acts: asked once, by the first key that does something.

use super::app::App;
use super::ask::{self, Pick, Search};
use super::desk::Effect;
use crate::domain::subject::Kind;
use crate::tui::kit::overlay::{Item, Prompt};
use crate::words::words;

/// Asks who acts, then does what waited for it.
pub fn ask(waiting: Vec<Effect>) -> Vec<Effect> {
    ask::with_board(move |session, _| {
        let mut items = ask::members(session, session.me())?;
        items.push(Item::new(Pick::Other, words().scr_i_am_new(), ""));
        let waiting = waiting.clone();
        let search = Search::of(&[Kind::Member], ask::member)
            .without(session.me().map(Into::into))
            .or(Item::new(Pick::Other, words().scr_i_am_new(), ""))
            .or_the_text(|name| words().scr_i_am_new_called(name));
        Ok(ask::pick_found(words().scr_who_are_you(), items, search, move |app, pick| {
            match (pick.typed(), pick) {
                (Some(member), _) => {
                    std::iter::once(Effect::Know(member)).chain(waiting.iter().cloned()).collect()
                }
                (None, Pick::Text(name)) => vec![Effect::Join(name, waiting.clone())],
                (None, _) => {
                    let waiting = waiting.clone();
                    let prompt = Prompt::new(words().scr_your_name()).does(words().scr_join());
                    let joined = move |_: &mut App, name| vec![Effect::Join(name, waiting.clone())];
                    ask::show(app, ask::text(prompt, joined))
                }
            }
        }))
    })
}
