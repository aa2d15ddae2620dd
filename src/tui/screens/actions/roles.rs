//! Roles: taking one, saying one's own part of it, putting it down.

use super::{Action, Group, Hint, Run, Scope, always, selected};
use crate::domain::decide::{Command, PutDown, TakeRole};
use crate::domain::id::RoleId;
use crate::domain::subject::Kind;
use crate::tui::kit::key::key;
use crate::tui::kit::overlay::Prompt;
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::tui::shell::desk::Effect;
use crate::words::words;

pub static ACTIONS: &[Action] = &[
    Action {
        name: "role.take",
        keys: &[key('c')],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_take(),
        doc: || words().act_take_doc(),
        hint: Hint::Then(10, always),
        bind: take,
    },
    Action {
        name: "role.focus",
        keys: &[key('e')],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_focus(),
        doc: || words().act_focus_doc(),
        // Elsewhere it is not known whether one fills the role, and taking it goes first.
        hint: Hint::Then(10, |app| selected(app).and_then(|role| holds(app, role)) == Some(true)),
        bind: focus,
    },
    Action {
        name: "role.put-down",
        keys: &[key('-')],
        scope: Scope::On(Kind::Role),
        group: Group::Work,
        label: || words().act_put_down(),
        doc: || words().act_put_down_doc(),
        hint: Hint::Then(11, always),
        bind: put_down,
    },
];

fn take(app: &App) -> Option<Run> {
    let role = selected(app)?;
    if holds(app, role) == Some(true) {
        return None;
    }
    Some(Box::new(move |_| part(role)))
}

fn focus(app: &App) -> Option<Run> {
    let role = selected(app)?;
    if holds(app, role) == Some(false) {
        return None;
    }
    Some(Box::new(move |_| part(role)))
}

/// Asks which part of the role one fills. Who holds it already goes on until the same day.
fn part(role: RoleId) -> Vec<Effect> {
    ask::with_board(move |session, overview| {
        let row = session.board().role_row(role)?.ok_or_else(ask::gone)?;
        let held = row.holders.iter().find(|holder| Some(holder.member) == overview.my_id());
        let prompt = match held {
            Some(held) => Prompt::new(words().clarity_ask_focus(&row.name))
                .with(held.focus.as_deref().unwrap_or_default())
                .hint(words().scr_ask_focus_hint())
                .may_be_empty(),
            None => Prompt::new(words().scr_ask_focus_of(&row.name))
                .hint(words().scr_ask_focus_hint())
                .may_be_empty()
                .does(words().act_take()),
        };
        let term = held.and_then(|held| held.term);
        Ok(ask::text(prompt, move |_, focus| {
            ask::perform(Command::TakeRole(TakeRole { role, focus: Some(focus), term }))
        }))
    })
}

fn put_down(app: &App) -> Option<Run> {
    let role = selected(app)?;
    if holds(app, role) == Some(false) {
        return None;
    }
    Some(super::perform(Command::PutDown(PutDown { role })))
}

/// Whether one holds the role, if that can be seen.
fn holds(app: &App, role: RoleId) -> Option<bool> {
    let row = app.home().roles.selected().filter(|row| row.id == role)?;
    Some(row.holders.iter().any(|holder| Some(holder.member) == app.overview.my_id()))
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    /// Where a finding is put that stands below the five of the home screen.
    const ALL_FINDINGS: &str = "4 z";

    #[test]
    fn a_shared_role_is_made_clear_from_what_the_board_asks() {
        let mut desk = demo(120, 40);
        // Citra and Dewi share a role, and neither has a focus.
        desk.press("@ text:Citra Enter").press(ALL_FINDINGS).press("/ text:is_shared Enter");
        assert!(desk.selected().contains("Citra and Dewi have no focus"), "{}", desk.screen());
        desk.press("e text:first_visits Enter");
        assert!(desk.says().contains("Citra changed their part"), "{}", desk.says());
        assert!(desk.selected().contains("Dewi has no focus"), "{}", desk.screen());
        desk.press("u");
        assert!(desk.selected().contains("Citra and Dewi have no focus"), "{}", desk.screen());
    }

    #[test]
    fn another_focus_leaves_the_day_until_which_one_fills_the_role() {
        let mut desk = demo(120, 40);
        desk.press("3 / text:Store_k Enter").press("e Ctrl-U text:the_front_page Enter");
        assert!(desk.says().contains("the front page"), "{}", desk.says());
        desk.press("Enter");
        let screen = desk.screen();
        let part = screen.lines().find(|line| line.contains("Ayu: the front page")).unwrap_or(&screen);
        assert!(part.contains("until"), "{screen}");
    }
}
