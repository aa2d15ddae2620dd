//! Clicks, counted: a second one on the same cell within a moment makes two of them one double click.

use std::time::Duration;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

/// So long after a click a second one belongs to it.
const MOMENT: Duration = Duration::from_millis(400);

/// How often a button went down at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    Once,
    Twice,
}

/// The last click, while another one may belong to it.
#[derive(Debug, Default)]
pub struct Clicks {
    last: Option<(u16, u16, Duration)>,
}

impl Clicks {
    /// Counts an event that came in at a time. Only the left button counts; a third click is a first one again.
    pub fn count(&mut self, event: &MouseEvent, at: Duration) -> Press {
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {}
            MouseEventKind::Up(_) | MouseEventKind::Moved => return Press::Once,
            // What was dragged or scrolled in between is another thing now.
            _ => {
                self.last = None;
                return Press::Once;
            }
        }
        let (x, y) = (event.column, event.row);
        let belongs = self.last.is_some_and(|(last_x, last_y, then)| {
            (last_x, last_y) == (x, y) && at.saturating_sub(then) <= MOMENT
        });
        self.last = (!belongs).then_some((x, y, at));
        if belongs { Press::Twice } else { Press::Once }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;

    #[test]
    fn two_clicks_on_one_cell_within_a_moment_are_one() {
        let mut clicks = Clicks::default();
        let mut count = |kind, column, ms| {
            let event = MouseEvent { kind, column, row: 4, modifiers: KeyModifiers::NONE };
            clicks.count(&event, Duration::from_millis(ms))
        };
        let down = MouseEventKind::Down(MouseButton::Left);
        let up = MouseEventKind::Up(MouseButton::Left);
        for (kind, column, ms, press) in [
            (down, 3, 1_000, Press::Once),
            (up, 3, 1_050, Press::Once),
            (down, 3, 1_400, Press::Twice),
            (down, 3, 1_500, Press::Once),
            (down, 4, 1_600, Press::Once),
            (down, 4, 2_001, Press::Once),
            (MouseEventKind::Drag(MouseButton::Left), 5, 2_050, Press::Once),
            (down, 4, 2_100, Press::Once),
            (MouseEventKind::Down(MouseButton::Right), 4, 2_150, Press::Once),
            (down, 4, 2_200, Press::Once),
            (down, 4, 2_600, Press::Twice),
        ] {
            assert_eq!(count(kind, column, ms), press, "{kind:?} at {ms}");
        }
    }
}
