//! The stage: to show it here, and to make it dark wherever it is shown.

use std::rc::Rc;

use super::{Action, Group, Hint, Scope, on_home};
use crate::session::Session;
use crate::store::Light;
use crate::tui::kit::key::key;
use crate::tui::screens::stage::{DARK, STAGE};
use crate::tui::shell::app::Request;
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: STAGE,
        keys: &[key('F')],
        scope: Scope::Everywhere,
        group: Group::Meet,
        label: || words().act_stage(),
        doc: || words().act_stage_doc(),
        hint: Hint::Then(41, on_home),
        bind: |_| Some(Box::new(|_| vec![Effect::Request(Request::Stage)])),
    },
    Action {
        name: DARK,
        keys: &[key('.')],
        scope: Scope::Everywhere,
        group: Group::Meet,
        label: || words().act_stage_dark(),
        doc: || words().act_stage_dark_doc(),
        hint: Hint::Never,
        bind: |_| {
            Some(Box::new(|_| {
                vec![Effect::Keep(Rc::new(|session: &mut Session| {
                    Ok(match session.turn_stage()? {
                        Light::Off => words().stage_went_dark(),
                        Light::On => words().stage_is_lit(),
                    })
                }))]
            }))
        },
    },
];
