//! A desk as the loop runs it.

use std::time::Duration;

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::app::{self, Request};
use super::super::preferences::Preferences;
use super::super::run::Front;
use super::super::update::Msg;
use super::Desk;
use crate::tui::kit::events::TICK;
use crate::tui::kit::link::Placed;
use crate::tui::kit::theme::Ground;

/// So long a way through time is gone before keys are heard and the screen is drawn again.
const PIECE: Duration = Duration::from_millis(20);
/// The pause between two tries of what waits for another program's write to end.
const BEAT: Duration = Duration::from_millis(20);

impl Front for Desk {
    fn tell(&mut self, msg: Msg) -> Option<Request> {
        Desk::tell(self, msg);
        self.request()
    }

    fn preferences(&self) -> &Preferences {
        &self.app.preferences
    }

    fn see(&mut self, ground: Ground) {
        Desk::see(self, ground);
    }

    fn view(&self, area: Rect, buf: &mut Buffer) {
        app::view(&self.app, area, buf);
    }

    fn links(&self) -> Vec<Placed> {
        app::links(&self.app)
    }

    fn look_around(&mut self) -> bool {
        Desk::look_around(self)
    }

    fn drawn(&mut self) {
        Desk::drawn(self);
    }

    fn rings(&mut self) -> bool {
        Desk::rings(self)
    }

    fn travel(&mut self) -> bool {
        Desk::travel(self, PIECE)
    }

    fn patience(&self) -> Duration {
        if self.is_on_the_way() {
            Duration::from_millis(1)
        } else if self.is_at_something() {
            BEAT
        } else {
            TICK
        }
    }

    fn finish(&mut self) {
        Desk::finish(self);
    }
}
