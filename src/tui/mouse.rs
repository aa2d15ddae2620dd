//! The mouse: a click selects, a second click on the same row opens, the wheel moves.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::app::App;
use super::cursor::Step;
use super::desk::Effect;
use super::layout::Place;
use super::pane::{ALL, Name};
use super::who;
use super::{action, ask};

/// Rows for one notch of the wheel.
const NOTCH: isize = 3;

/// A click or a turn of the wheel.
pub fn heard(app: &mut App, event: MouseEvent) -> Vec<Effect> {
    let at = Position::new(event.column, event.row);
    let step = match event.kind {
        MouseEventKind::ScrollDown => NOTCH,
        MouseEventKind::ScrollUp => -NOTCH,
        MouseEventKind::Down(MouseButton::Left) => 0,
        _ => return Vec::new(),
    };
    let code = if step < 0 { KeyCode::Up } else { KeyCode::Down };
    if let Some(question) = &mut app.question {
        if step == 0 {
            return ask::click(app, at);
        }
        (0..step.abs()).for_each(|_| question.wheel(code, app.screen));
        return Vec::new();
    }
    if step == 0 {
        // The filter that is typed belongs to the pane in which it was begun.
        app.filtering = None;
    }
    if !app.pages.is_empty() {
        // There the wheel is what the arrows are.
        let key = KeyEvent::new(code, KeyModifiers::NONE);
        return (0..step.abs()).flat_map(|_| super::update::key(app, key)).collect();
    }
    if step == 0 && Rect::contains(app.home.areas(app.screen).header, at) {
        return who::ask(Vec::new());
    }
    let Some((name, place)) = under(app, at) else { return Vec::new() };
    if step != 0 {
        let from = app.home.pane_mut(name).cursor_mut().step(Step::Rows(step));
        return from.map(|from| Effect::Load(name, from)).into_iter().collect();
    }
    let was_there = app.home.focus == name;
    app.home.focus = name;
    let Place::Whole(area) = place else { return Vec::new() };
    let Some(line) = at.y.checked_sub(area.y + 1) else { return Vec::new() };
    let Some(row) = app.home.pane(name).cursor().row_at(line) else { return Vec::new() };
    if was_there && app.home.pane(name).cursor().at() == row {
        return action::run(app, "open");
    }
    let from = app.home.pane_mut(name).cursor_mut().select(row);
    from.map(|from| Effect::Load(name, from)).into_iter().collect()
}

fn under(app: &App, at: Position) -> Option<(Name, Place)> {
    let areas = app.home.areas(app.screen);
    ALL.into_iter().map(|name| (name, areas.pane(name))).find(|(_, place)| {
        let (Place::Whole(area) | Place::Summary(area)) = place else { return false };
        Rect::contains(*area, at)
    })
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyModifiers, MouseEvent, MouseEventKind};

    use crate::tui::testing::demo;
    use crate::tui::update::Msg;

    #[test]
    fn the_wheel_leaves_a_form_as_it_is_and_moves_in_lists() {
        let mut desk = demo(120, 40);
        let turn = |kind| Msg::Mouse(MouseEvent { kind, column: 60, row: 20, modifiers: KeyModifiers::NONE });
        desk.press("n text:Sweep_the_yard");
        let before = desk.screen();
        desk.tell(turn(MouseEventKind::ScrollDown));
        desk.tell(turn(MouseEventKind::ScrollUp));
        assert_eq!(desk.screen(), before);
        desk.press("Esc :");
        let before = desk.screen();
        desk.tell(turn(MouseEventKind::ScrollDown));
        assert_ne!(desk.screen(), before, "the list of actions moves on");
        desk.tell(turn(MouseEventKind::ScrollUp));
        assert_eq!(desk.screen(), before);
    }
}
