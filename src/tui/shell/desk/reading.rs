//! Reading what is on the screen, after whatever was done.

use super::{After, Desk};
use crate::domain::id::TaskId;
use crate::session::{Done, Error, ErrorKind};
use crate::tui::kit::cursor::From;
use crate::tui::shell::app::App;
use crate::tui::shell::overview::Overview;
use crate::tui::shell::page::{Reading, Still};
use crate::tui::shell::update::Msg;

impl Desk {
    /// Shows what was done, and what is to be said of it.
    pub(super) fn done(&mut self, done: Done, after: After) -> Result<Msg, Error> {
        let is_about = |task: TaskId| done.records.iter().any(|record| record.subject == task.into());
        for page in self.app.pages.iter_mut().chain([&mut self.app.base]) {
            page.marks().into_iter().for_each(|marks| marks.done(is_about));
        }
        self.app.base.seek_new(&done);
        self.read_or_later()?;
        Ok(Msg::Done(Box::new(done), after))
    }

    /// The same; where another program holds the board just now, at one of the next ticks.
    pub(super) fn read_or_later(&mut self) -> Result<(), Error> {
        match self.read() {
            Err(error) if error.kind == ErrorKind::Busy => self.is_stale = true,
            read => return read,
        }
        Ok(())
    }

    /// Reads everything that is on the screen.
    pub(super) fn read(&mut self) -> Result<(), Error> {
        let _still = self.session.board().still()?;
        let news = self.app.overview.news.clone();
        self.app.overview = Overview { news, ..Overview::read(&self.session)? };
        let App { base, pages, overview, theme, preferences, .. } = &mut self.app;
        let reading = Reading { session: &self.session, overview, theme, preferences };
        base.load(&reading, From::Here)?;
        let mut read = Ok(());
        pages.retain_mut(|page| match page.load(&reading, From::Here) {
            // What is not on the board any more closes by itself.
            Ok(still) => still == Still::There,
            // What could not be read shows what it showed.
            Err(error) => {
                read = Err(error);
                true
            }
        });
        read
    }
}
