//! What touches one since one looked last, in the sentences of the journal. It stays as it was when it was opened, and
//! leaving it says that all of it was looked at.

use std::rc::Rc;

use ratatui::{buffer::Buffer, layout::Rect};

use super::journal::{self, Line};
use super::{Opening, Page, Reading, Still, enters};
use crate::domain::id::SubjectRef;
use crate::session::{Error, Since};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List};
use crate::tui::kit::theme::Theme;
use crate::tui::screens::kinds;
use crate::tui::shell::action::Run;
use crate::tui::shell::news;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// It on the whole screen.
pub struct SincePage {
    /// `None` where it begins now, or is not for who acts here.
    since: Option<Rc<Since>>,
    is_anothers: bool,
    list: List<Line>,
}

/// Opens it.
pub fn opening() -> Opening {
    Rc::new(|reading| {
        let session = reading.session;
        let since = session.since_remembered()?.map(Rc::new);
        let mut page = SincePage { since, is_anothers: session.acts_for_another()?, list: List::default() };
        page.load(reading, From::Start)?;
        Ok(Some(Box::new(page) as Box<dyn Page>))
    })
}

impl Page for SincePage {
    fn speaks_of(&self) -> bool {
        true
    }

    fn since(&self) -> Option<Rc<Since>> {
        self.since.clone()
    }

    fn selection(&self) -> Option<SubjectRef> {
        self.list.selected()?.subject
    }

    /// The same things, said anew: in the names of now.
    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let touches = self.since.iter().flat_map(|since| &since.touches);
        let lines = touches.map(|touch| {
            let subject = touch.about.and_then(|about| kinds::with_page(about.kind, about.id));
            let phrase = reading.session.say_touch(touch)?;
            Ok(Line::of(touch.record.at, phrase, subject, reading.session))
        });
        self.list.rows = lines.collect::<Result<_, Error>>()?;
        let at = self.list.cursor.at().min(self.list.rows.len().saturating_sub(1));
        let heights = journal::heights(&self.list.rows);
        match from {
            From::Here => self.list.cursor.replace(heights, at, false, false),
            From::Start => self.list.cursor.restart(heights, 0, false, false),
            From::End => {
                let last = self.list.rows.len().saturating_sub(1);
                self.list.cursor.restart(heights, last, false, false);
            }
        }
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::None))
    }

    fn enter(&self) -> Option<Run> {
        enters(self.selection()?)
    }

    fn detail(&self, _: &Overview, _: Rect) -> Option<String> {
        self.list.selected().map(|line| line.phrase.text().to_owned())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
        let words = words();
        let (fact, empty) = match &self.since {
            Some(since) => {
                let when = news::when(since, overview);
                (words.since_fact(&when), words.out_since_nothing(&when))
            }
            None if self.is_anothers => (String::new(), words.since_not_yours()),
            None => (String::new(), words.out_since_begins()),
        };
        let title = words.since_title();
        let around = Around { title: &title, fact: &fact, empty: &empty };
        list::view(area, buf, theme, &around, &self.list.cursor, None, &|i, row| {
            journal::draw(&self.list.rows, i, row, overview);
        });
    }
}
