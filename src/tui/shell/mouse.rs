//! The mouse: a click selects, a double click opens, the wheel moves what is under the pointer, and borders between
//! panes can be dragged. Nothing needs it: each of these has its keys.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::action;
use super::app::App;
use super::ask;
use super::desk::Effect;
use super::footer;
use super::page::Met;
use super::status::Status;
use super::who;
use crate::tui::kit::clicks::Press;

/// Rows for one notch of the wheel.
const NOTCH: isize = 3;

/// A click, a turn of the wheel, or a border that is dragged.
pub fn handle(app: &mut App, event: MouseEvent, press: Press) -> Vec<Effect> {
    let at = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::ScrollDown => wheel(app, at, NOTCH),
        MouseEventKind::ScrollUp => wheel(app, at, -NOTCH),
        MouseEventKind::Down(MouseButton::Left) => click(app, at, press),
        MouseEventKind::Drag(MouseButton::Left) => drag(app, at),
        MouseEventKind::Up(MouseButton::Left) => release(app),
        _ => Vec::new(),
    }
}

fn wheel(app: &mut App, at: Position, step: isize) -> Vec<Effect> {
    let code = if step < 0 { KeyCode::Up } else { KeyCode::Down };
    let over = app.over();
    if let Some(question) = &mut app.question {
        (0..step.abs()).for_each(|_| question.wheel(code, over));
        return Vec::new();
    }
    let body = app.frame(app.screen).body;
    match app.top_mut().wheel(at, step, body) {
        Met::Something(from) | Met::Acting { load: from, .. } => {
            from.map(Effect::LoadPage).into_iter().collect()
        }
        Met::Nothing => {
            let key = KeyEvent::new(code, KeyModifiers::NONE);
            (0..step.abs()).flat_map(|_| super::update::key(app, key)).collect()
        }
    }
}

fn click(app: &mut App, at: Position, press: Press) -> Vec<Effect> {
    if app.question.is_some() {
        return ask::click(app, at);
    }
    let areas = app.frame(app.screen);
    if let Some(name) = footer::at(app, areas.footer, at) {
        return action::run(app, name);
    }
    // The filter that is typed belongs to the pane in which it was begun.
    app.filtering = None;
    app.status = Status::Quiet;
    if Rect::contains(areas.header, at) {
        return who::ask(Vec::new());
    }
    if Rect::contains(areas.strip, at) && app.habits.tutor.is_none() {
        return action::run(app, "since.show");
    }
    let (action, load) = match (app.top_mut().click(at, areas.body), press) {
        (Met::Something(_), Press::Twice) => (Some("open"), None),
        (Met::Something(load), Press::Once) => (None, load),
        (Met::Acting { once, load, .. }, Press::Once) => (once, load),
        (Met::Acting { twice, load, .. }, Press::Twice) => (twice, load),
        (Met::Nothing, _) => (None, None),
    };
    match action {
        Some(name) => action::run(app, name),
        None => load.map(Effect::LoadPage).into_iter().collect(),
    }
}

/// What was clicked follows the pointer.
fn drag(app: &mut App, to: Position) -> Vec<Effect> {
    let body = app.frame(app.screen).body;
    if app.question.is_none() {
        app.top_mut().drag(to, body);
    }
    Vec::new()
}

fn release(app: &mut App) -> Vec<Effect> {
    let App { base, preferences, .. } = app;
    base.release(preferences)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screens::pane::{Name, Pane};
    use crate::tui::shell::desk::Desk;
    use crate::tui::shell::update::Msg;
    use crate::tui::testing::{demo, desk, rows, world};

    impl Desk {
        fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16), press: Press) -> &mut Desk {
            let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
            self.tell(Msg::Mouse(event, press));
            self
        }

        fn click(&mut self, at: (u16, u16)) -> &mut Desk {
            self.mouse(MouseEventKind::Down(MouseButton::Left), at, Press::Once);
            self.mouse(MouseEventKind::Up(MouseButton::Left), at, Press::Once)
        }

        fn double_click(&mut self, at: (u16, u16)) -> &mut Desk {
            self.click(at).mouse(MouseEventKind::Down(MouseButton::Left), at, Press::Twice)
        }

        /// Where a text stands.
        fn find(&self, text: &str) -> (u16, u16) {
            let screen = self.screen();
            let found = screen
                .lines()
                .enumerate()
                .find_map(|(y, line)| Some((line.find(text).map(|at| &line[..at])?, y)));
            let (before, y) = found.unwrap_or_else(|| panic!("{text} is not on\n{screen}"));
            (crate::tui::kit::text::width(before) as u16, y as u16)
        }
    }

    #[test]
    fn the_wheel_leaves_a_form_as_it_is_and_moves_in_lists() {
        let mut desk = demo(120, 40);
        let turn = |kind| {
            let event = MouseEvent { kind, column: 60, row: 20, modifiers: KeyModifiers::NONE };
            Msg::Mouse(event, Press::Once)
        };
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

    #[test]
    fn a_click_selects_and_a_double_click_opens() {
        let mut desk = demo(120, 40);
        let at = desk.find("Facilitator");
        desk.click(at);
        assert!(desk.selected().contains("Facilitator"), "{}", desk.screen());
        desk.click(at);
        assert!(desk.screen().contains("3 Roles"), "a second click after a while only selects");
        desk.double_click(at);
        assert!(!desk.screen().contains("3 Roles"), "{}", desk.screen());
    }

    #[test]
    fn on_a_page_a_click_selects_a_stop_and_a_double_click_goes_there() {
        let mut desk = demo(120, 40);
        desk.press("2 Enter");
        let at = desk.find("Open the co-op store");
        desk.click(at);
        assert!(desk.selected().contains("Open the co-op store"), "{}", desk.screen());
        desk.double_click(at);
        assert!(desk.screen().contains("SMART, 5 of 5"), "{}", desk.screen());
        for (keys, text) in
            [("0", "marks"), ("7", "Facilitator"), ("9", "Budi finished"), ("6", "Choose the couriers")]
        {
            let mut desk = demo(120, 40);
            desk.press(keys);
            let at = desk.find(text);
            desk.click(at);
            assert_eq!(desk.find("▸").1, at.1, "{keys}\n{}", desk.screen());
        }
        let mut desk = demo(120, 40);
        desk.press("0");
        let at = desk.find("marks");
        desk.double_click(at);
        assert!(desk.screen().contains("ascii"), "{}", desk.screen());
    }

    #[test]
    fn the_wheel_moves_what_is_under_the_pointer_and_leaves_the_focus() {
        let mut desk = demo(120, 40);
        desk.press("2");
        let at = desk.find("Facilitator");
        desk.mouse(MouseEventKind::ScrollDown, at, Press::Once);
        assert_eq!((desk.app().home().focus, desk.app().home().roles.cursor().at()), (Name::Owns, 3));
        desk.mouse(MouseEventKind::ScrollUp, at, Press::Once);
        assert_eq!(desk.app().home().roles.cursor().at(), 0);
    }

    #[test]
    fn a_key_in_the_footer_is_pressed_by_a_click() {
        let mut desk = demo(120, 40);
        desk.press("2 f");
        let (x, y) = desk.find("c claim");
        for x in [x, x + 6] {
            desk.press("Home").click((x, y));
            assert!(desk.says().contains("Ayu claimed dan"), "{}", desk.says());
            desk.press("u");
        }
        desk.press("0");
        let at = desk.find("Esc back");
        desk.click(at);
        assert!(desk.app().pages.is_empty(), "{}", desk.screen());
        let (x, y) = desk.find(": command");
        desk.click((x - 1, y));
        assert!(desk.app().question.is_none(), "between two hints there is none");
        desk.click((x, y));
        assert!(desk.app().question.is_some());
    }

    #[test]
    fn a_heading_folds_its_group_and_a_folded_one_unfolds() {
        let mut desk = demo(120, 40);
        let at = desk.find("review 3");
        desk.click(at);
        assert!(desk.screen().contains("3 tasks, folded"), "{}", desk.screen());
        let at = desk.find("3 tasks, folded");
        desk.click(at);
        assert!(!desk.screen().contains("folded"), "{}", desk.screen());
    }

    #[test]
    fn a_click_selects_in_every_list_and_a_second_one_opens() {
        // The people, who waits on whom, roles and their gaps, the journal, the settings.
        for (page, row) in [("8", "Budi"), ("6", "lam"), ("7", "Bookkeeping"), ("9", "Citra"), (",", "marks")]
        {
            let mut desk = demo(120, 40);
            desk.press(page);
            let (x, y) = desk.find(row);
            desk.click((x, y));
            let selected = rows(&desk.frame()).iter().position(|line| line.contains('▸'));
            assert_eq!(selected, Some(usize::from(y)), "{page}: {}", desk.screen());
        }
        let mut desk = demo(120, 40);
        desk.press("8");
        let at = desk.find("Budi");
        desk.double_click(at);
        assert!(desk.screen().contains(" Budi ━"), "{}", desk.screen());
    }

    #[test]
    fn what_says_that_there_are_more_shows_them() {
        let mut desk = demo(120, 40);
        let at = desk.find("24 more");
        desk.click(at);
        assert!(desk.app().home().zoomed, "{}", desk.screen());
        let at = desk.find("4 Overlaps");
        desk.double_click(at);
        assert!(!desk.app().home().zoomed, "{}", desk.screen());
    }

    #[test]
    fn a_border_is_dragged_and_stays_where_it_was_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let session = crate::testing::sample_team(world("demo").with_settings(folder.path().to_owned()));
        let mut desk = desk(session, 120, 40);
        let drag = MouseEventKind::Drag(MouseButton::Left);
        let (x, y) = desk.find("3 Roles");
        let x = x - 2;
        desk.mouse(MouseEventKind::Down(MouseButton::Left), (x, y + 4), Press::Once);
        desk.mouse(drag, (x + 4, y + 4), Press::Once).mouse(drag, (90, 9), Press::Once);
        assert_eq!(desk.find("3 Roles").0, 92, "{}", desk.screen());
        desk.mouse(MouseEventKind::Up(MouseButton::Left), (90, 9), Press::Once);
        assert!(desk.says().contains("| puts them back"), "{}", desk.says());
        let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
        assert!(text.contains("\npanes = \"left 76%\""), "{text}");
        desk.mouse(drag, (40, 9), Press::Once);
        assert_eq!(desk.find("3 Roles").0, 92, "nothing is held any more");
    }

    #[test]
    fn a_click_that_moves_nothing_writes_nothing() {
        let mut desk = demo(120, 40);
        let (x, y) = desk.find("3 Roles");
        desk.click((x - 2, y + 4));
        assert_eq!(desk.says(), "");
    }
}
