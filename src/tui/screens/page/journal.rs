//! The journal: everything that happened, in sentences, the newest first.
//!
//! ```text
//!   Tue 24 Nov
//!   09:40  Ayu brought in 62 tasks, 4 members from nebula.json (Trello) ▾
//! ▸ 09:31  Ayu claimed bakul (Sign the payment contract)
//!   09:12  Budi cleared what blocked lusab (Register for VAT): the form; it came by post
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Opening, Page, Reading, Still, enters};
use crate::domain::calendar::{At, Day};
use crate::domain::id::{SubjectId, SubjectRef};
use crate::domain::phrase::{Phrase, Span};
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::session::{Error, JournalQuery, Session};
use crate::store::{Batch, JournalLine, LinePlace, Singly};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::Prompt;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::screens::kinds;
use crate::tui::shell::action::{self, Run};
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// The journal on the whole screen.
#[derive(Default)]
pub struct JournalPage {
    list: List<Line>,
    query: String,
    /// Which lines that stand for many are open.
    singly: Singly,
    /// What became wrong with the query since it was typed: then it asks for nothing, and not for everything.
    fault: Option<String>,
}

/// By so much the records of an open line stand further in.
const PART: u16 = 2;

/// One line in words.
pub(super) struct Line {
    day: Day,
    clock: String,
    pub phrase: Phrase,
    pub subject: Option<SubjectRef>,
    /// Where it stands in the journal; `None` in another list.
    row: Option<(LinePlace, i64)>,
    opens: Opens,
}

/// Whether a line stands for many records.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    No,
    /// It is one of them.
    Part,
    Closed(Batch),
    Open(Batch),
}

impl Line {
    pub fn of(at: At, phrase: Phrase, subject: Option<SubjectRef>, session: &Session) -> Line {
        // What was brought in later is a past's own all the same.
        let at = at.min(session.now());
        let offset = session.environment().offset_at(at);
        let (day, clock) = (spoken::local_day(at, offset), spoken::clock(at, offset));
        Line { day, clock, phrase, subject, row: None, opens: Opens::No }
    }

    fn of_journal(line: &JournalLine, singly: &Singly, session: &Session) -> Result<Line, Error> {
        let record = &line.entry().record;
        let opens = match line {
            JournalLine::Single(_) => Opens::No,
            JournalLine::Part(_) => Opens::Part,
            JournalLine::Batch(batch, _) if singly.is_open(*batch) => Opens::Open(*batch),
            JournalLine::Batch(batch, _) => Opens::Closed(*batch),
        };
        let n = line.batch().map_or(line.entry().n, |batch| batch.last);
        let subject = subject_of(&record.kind, record.subject).filter(|_| line.batch().is_none());
        let said = Line::of(record.at, session.say_line(line)?, subject, session);
        Ok(Line { row: Some((line.place(), n)), opens, ..said })
    }
}

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<JournalPage>()
}

impl Page for JournalPage {
    fn speaks_of(&self) -> bool {
        true
    }

    fn selection(&self) -> Option<SubjectRef> {
        self.list.selected()?.subject
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let session = reading.session;
        let query = session.journal_query(&self.query)?;
        self.fault = first_fault(&query);
        if self.fault.is_some() {
            self.list.rows.clear();
            self.list.cursor.replace(Vec::new(), 0, false, false);
            return Ok(Still::There);
        }
        let filter = query.filter;
        let reach = self.list.cursor.reach();
        let selected = self.list.selected().and_then(|line| line.row).map(|(place, _)| place);
        // At the top one wants to see what comes in.
        let selected = selected.filter(|_| self.list.cursor.at() > 0 || self.list.cursor.more_before());
        let board = session.board();
        let window = match from {
            From::Here => board.journal_lines(&filter, &self.singly, selected, reach, reach)?,
            From::Start => board.journal_lines(&filter, &self.singly, None, 0, 2 * reach)?,
            From::End => board.oldest_journal_lines(&filter, &self.singly, 2 * reach)?,
        };
        let lines = window.rows.iter().map(|line| Line::of_journal(line, &self.singly, session));
        self.list.rows = lines.collect::<Result<_, _>>()?;
        let heights = heights(&self.list.rows);
        match from {
            From::Here => self.list.cursor.replace(heights, window.at, window.more_before, window.more_after),
            From::Start | From::End => {
                self.list.cursor.restart(heights, window.at, window.more_before, window.more_after)
            }
        }
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::None))
    }

    fn enter(&self) -> Option<Run> {
        if let Opens::Closed(batch) | Opens::Open(batch) = self.list.selected()?.opens {
            return Some(Box::new(move |app| {
                if let Some(page) = app.page_mut::<JournalPage>() {
                    page.singly.turn(batch);
                }
                vec![Effect::LoadPage(From::Here)]
            }));
        }
        enters(self.selection()?)
    }

    fn detail(&self, _: &Overview, _: Rect) -> Option<String> {
        self.list.selected().map(|line| line.phrase.text().to_owned())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
        let words = words();
        let title = match self.query.as_str() {
            "" => words.journal_title(),
            query => format!("{} /{query}", words.journal_title()),
        };
        let empty = match &self.fault {
            Some(fault) => fault.clone(),
            None if self.query.is_empty() => words.out_no_entries(),
            None => words.scr_none_found(action::key_of("back")),
        };
        let around = Around { title: &title, fact: &words.journal_fact(), empty: &empty };
        list::view(area, buf, theme, &around, &self.list.cursor, None, &|i, line| {
            draw(&self.list.rows, i, line, overview)
        });
    }
}

impl JournalPage {
    /// The row of the journal that is selected.
    pub fn selected(&self) -> Option<i64> {
        Some(self.list.selected()?.row?.1)
    }
}

/// Whether a day stands above a line: the first of each.
fn begins(lines: &[Line], i: usize) -> bool {
    match i.checked_sub(1) {
        Some(before) => lines[before].day != lines[i].day,
        None => true,
    }
}

/// How many rows of the screen each line takes.
pub(super) fn heights(lines: &[Line]) -> Vec<u16> {
    (0..lines.len()).map(|i| 1 + u16::from(begins(lines, i))).collect()
}

pub(super) fn draw(lines: &[Line], i: usize, line: &mut Row<'_>, overview: &Overview) {
    let (entry, theme) = (&lines[i], line.theme);
    let at = u16::from(begins(lines, i));
    if at == 1 {
        line.put(1, line.width(), &spoken::day(entry.day, overview.today), theme.dim);
    }
    line.mark(at);
    line.put_on(at, 2, 5, &entry.clock, theme.dim);
    let x = if entry.opens == Opens::Part { 9 + PART } else { 9 };
    let room = line.width().saturating_sub(x + 1);
    let phrase = entry.phrase.fit(room.into(), text::width, text::cut);
    let lead = line.lead(theme.text);
    let style = |span| if span == Span::Title { theme.dim } else { lead };
    let mut parts: Vec<_> = phrase.parts().map(|(span, text)| (text, style(span))).collect();
    let opens = format!(" {}", marks().down);
    if let Opens::Closed(_) = entry.opens {
        parts.push((&opens, theme.dim));
    }
    line.put_parts(at, x, room, &parts);
}

/// Asks what the journal shall show.
pub fn narrow(app: &App) -> Option<Run> {
    let query = app.page::<JournalPage>()?.query.clone();
    Some(Box::new(move |app| {
        let prompt =
            Prompt::new(words().journal_ask()).hint(words().journal_ask_hint()).with(&query).may_be_empty();
        ask::show(
            app,
            ask::text_without_fault(prompt, fault, |app, text| {
                if let Some(page) = app.page_mut::<JournalPage>() {
                    page.query = text;
                    page.list = List::default();
                }
                vec![Effect::LoadPage(From::Start)]
            }),
        )
    }))
}

/// What is wrong with a query so far.
fn fault(session: &Session, _: &Overview, text: &str) -> Result<Option<String>, Error> {
    Ok(first_fault(&session.journal_query(text)?))
}

fn first_fault(query: &JournalQuery) -> Option<String> {
    query.faults.first().map(|fault| match &fault.hint {
        Some(hint) => format!("{}; {hint}", fault.message),
        None => fault.message.clone(),
    })
}

/// What an entry is about, where it has a page.
fn subject_of(kind: &str, subject: SubjectId) -> Option<SubjectRef> {
    kinds::with_page(Kind::of(kind)?, subject)
}

#[cfg(test)]
mod tests {
    use crate::exchange::Bundle;
    use crate::exchange::bundle::Task;
    use crate::session::Session;
    use crate::tui::testing::{demo, desk, world};

    #[test]
    fn what_was_just_done_stands_at_the_top() {
        let mut desk = demo(120, 40);
        desk.press("f c L");
        assert!(desk.selected().contains("Ayu claimed dan"), "{}", desk.screen());
        desk.press("u");
        assert!(desk.selected().contains("Ayu undid: Ayu claimed dan"), "{}", desk.screen());
    }

    #[test]
    fn it_is_narrowed_by_person_subject_and_time() {
        let mut desk = demo(160, 40);
        desk.press("f c L / text:by:me_about:dan_since:today Enter");
        assert!(desk.screen().contains("Ayu claimed dan"), "{}", desk.screen());
        assert!(!desk.screen().contains("bak"), "{}", desk.screen());
        desk.press("/ Ctrl-U text:until:2020-01-01 Enter");
        assert!(desk.screen().contains("Nothing matches"), "{}", desk.screen());
        desk.press("/ Ctrl-U text:payment_contract Enter");
        assert!(desk.screen().contains("Sign the payment contract"), "{}", desk.screen());
        desk.press("/ Ctrl-U text:bye:ayu");
        assert!(desk.screen().contains("there is no key"), "{}", desk.screen());
    }

    /// The sample team's board with an import of so many tasks.
    fn with_import(tasks: usize) -> Session {
        let mut session = crate::testing::sample_team(world("demo"));
        let task = |n: usize| Task {
            key: format!("trello:card:{n}"),
            title: format!("Task {n}"),
            ..Task::default()
        };
        let bundle = Bundle { tasks: (0..tasks).map(task).collect(), ..Bundle::default() };
        session.import(&bundle, &mut |_| {}).unwrap();
        session
    }

    #[test]
    fn an_import_is_one_line_that_opens_and_closes() {
        let mut desk = desk(with_import(300), 120, 40);
        desk.press("9");
        let import = "Ayu brought in 300 tasks from a Trello board";
        assert!(desk.selected().contains(import), "{}", desk.screen());
        assert!(!desk.screen().contains("Task 299"), "{}", desk.screen());
        desk.press("Enter");
        assert!(desk.selected().contains(import), "{}", desk.screen());
        assert!(desk.screen().contains("Task 299"), "{}", desk.screen());
        desk.press("j Enter");
        assert!(desk.screen().contains("History"), "a record leads to its task: {}", desk.screen());
        desk.press("Esc k Enter");
        assert!(desk.selected().contains(import), "{}", desk.screen());
        assert!(!desk.screen().contains("Task 299"), "{}", desk.screen());
        desk.press("Enter G g j k");
        assert!(desk.selected().contains(import), "{}", desk.screen());
    }

    #[test]
    fn an_import_that_was_undone_says_so() {
        let mut session = with_import(30);
        session.undo().unwrap();
        let mut desk = desk(session, 120, 40);
        desk.press("9");
        assert!(desk.selected().contains("Ayu undid: the import of 30 tasks"), "{}", desk.screen());
        desk.press("j");
        assert!(desk.selected().contains("from a Trello board; undone since"), "{}", desk.screen());
        desk.press("Enter j");
        assert!(
            desk.selected().contains("brought in") && desk.selected().contains(": Task 29"),
            "{}",
            desk.screen()
        );
        assert!(!desk.screen().contains(" ?:") && !desk.screen().contains("claimed ?"), "{}", desk.screen());
    }

    #[test]
    fn a_query_with_a_fault_stays_open_until_it_has_none() {
        let mut desk = demo(120, 40);
        desk.press("9 / text:by:bdui Enter");
        assert!(
            desk.screen().contains("bdui") && desk.screen().contains("nobody here is called"),
            "{}",
            desk.screen()
        );
        assert!(!desk.screen().contains("/by:bdui"), "{}", desk.screen());
        desk.press("Ctrl-U text:by:budi Enter");
        assert!(desk.screen().contains("/by:budi"), "{}", desk.screen());
    }

    #[test]
    fn the_end_is_the_beginning_of_the_board_and_enter_opens() {
        let mut desk = demo(120, 40);
        desk.press("9 G");
        assert!(desk.screen().contains("joined") || desk.screen().contains("started"), "{}", desk.screen());
        desk.press("g Enter");
        assert!(desk.screen().contains("History"), "{}", desk.screen());
    }
}
