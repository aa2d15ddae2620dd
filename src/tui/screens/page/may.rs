//! "May I …?": what the board says to a question, with every reason leading to what bears it.
//!
//! ```text
//!  Ask Ayu and Budi first
//! ▸domain  Store keeper  price list                      Ayu
//!  domain  Treasurer     Price list                      Budi
//!  near    pir           Write the delivery price table  Dewi
//! ```

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Opening, Page, Reading, Still, enters};
use crate::domain::id::SubjectRef;
use crate::insight::may::Advice;
use crate::session::{Asked, AskedLine, Error, Session};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::overlay::Prompt;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::Run;
use crate::tui::shell::app::App;
use crate::tui::shell::ask;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// So many columns a name has at most, and what stands at the right.
const CALLED: u16 = 22;
const ASIDE: u16 = 44;
/// Where there are fewer columns, a reason has all of them.
const NARROW: u16 = 60;

/// An answer on the whole screen.
pub struct MayPage {
    asked: Asked,
    list: List<AskedLine>,
}

/// Asks for the question, and opens the page of what the board says to it. What was asked last stands there to be changed.
pub fn ask(app: &App) -> Option<Run> {
    let before = app.page::<MayPage>().map(|page| page.asked.question.clone()).unwrap_or_default();
    Some(Box::new(move |app| {
        let words = words();
        let prompt = Prompt::new(words.may_prompt()).hint(words.may_prompt_hint());
        let prompt = prompt.does(words.may_prompt_does()).with(&before);
        ask::show(
            app,
            ask::text_without_fault(prompt, fault, |app, text| {
                if let Some(page) = app.page_mut::<MayPage>() {
                    page.asked.question = text;
                    return vec![Effect::LoadPage(From::Start)];
                }
                vec![Effect::Open(opening(text))]
            }),
        )
    }))
}

/// Writes the question to those who are to be asked.
pub fn write(app: &App) -> Option<Run> {
    let asked = &app.page::<MayPage>()?.asked;
    if asked.answer.advice == Advice::Go {
        return None;
    }
    let question = asked.question.clone();
    Some(Box::new(move |_| {
        let question = question.clone();
        // The board may have changed since it was asked.
        ask::run(move |session| {
            let asked = session.may(&question)?;
            session.ask_may(&asked)
        })
    }))
}

/// What is wrong with a question so far; one that is only begun is not.
fn fault(_: &Session, _: &Overview, text: &str) -> Result<Option<String>, Error> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Ok(Session::misasked(text).map(|error| error.message))
}

fn opening(question: String) -> Opening {
    std::rc::Rc::new(move |reading| {
        let mut page = MayPage { asked: reading.session.may(&question)?, list: List::default() };
        page.load(reading, From::Start)?;
        Ok(Some(Box::new(page) as Box<dyn Page>))
    })
}

impl Page for MayPage {
    fn speaks_of(&self) -> bool {
        true
    }

    fn selection(&self) -> Option<SubjectRef> {
        self.list.selected().map(|line| line.about)
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        self.asked = reading.session.may(&self.asked.question)?;
        self.list.take_all(self.asked.lines.clone(), from, |line| (line.about, line.said.clone()));
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::Shown))
    }

    fn enter(&self) -> Option<Run> {
        enters(self.selection()?)
    }

    fn detail(&self, _: &Overview, _: Rect) -> Option<String> {
        let line = self.list.selected()?;
        let parts = [&line.label, &line.called, &line.said, &line.aside];
        let said: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        Some(said.join(&format!(" {} ", marks().dot)))
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        let title = words().may_asks(&self.asked.question);
        // An answer without reasons is an answer, too.
        let empty = words().may_no_reason(&self.asked.first);
        let around = Around { title: &title, fact: "", empty: &empty };
        let heading = |row: &mut Row<'_>| {
            let style = if self.asked.answer.advice == Advice::Go { row.theme.ok } else { row.theme.warn };
            row.put(1, row.width().saturating_sub(2), &self.asked.first, style);
        };
        let row = |i: usize, row: &mut Row<'_>| self.row(i, row);
        list::view(area, buf, theme, &around, &self.list.cursor, Some(&heading), &row);
    }
}

impl MayPage {
    fn row(&self, i: usize, row: &mut Row<'_>) {
        let (line, theme) = (&self.list.rows[i], row.theme);
        let widest = |part: fn(&AskedLine) -> &str, most: u16| {
            let widths = self.list.rows.iter().map(|line| text::width(part(line)) as u16);
            widths.max().unwrap_or(0).min(most)
        };
        row.mark(0);
        let (label, called) = (widest(|line| &line.label, CALLED), widest(|line| &line.called, CALLED));
        row.put(1, label, &line.label, theme.dim);
        row.put(label + 3, called, &line.called, theme.accent);
        let from = label + called + 5;
        let mut right = row.width().saturating_sub(1);
        if right >= NARROW {
            let aside = widest(|line| &line.aside, ASIDE).min((right - from.min(right)) / 2);
            row.put(right.saturating_sub(aside), aside, &line.aside, theme.dim);
            right = right.saturating_sub(aside + 2);
        }
        let lead = row.lead(if line.is_strong { theme.text } else { theme.dim });
        row.put(from, right.saturating_sub(from), &line.said, lead);
    }
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    #[test]
    fn a_question_is_answered_and_its_reasons_lead_on() {
        let mut desk = demo(120, 40);
        desk.press("F4 text:change_the_price_list Enter");
        let screen = desk.screen();
        assert!(screen.contains("May I … change the price list?"), "{screen}");
        assert!(screen.contains("Ask Budi first"), "{screen}");
        let treasurer = desk.selected();
        assert!(treasurer.starts_with("domain") && treasurer.contains("Treasurer"), "{screen}");
        desk.press("Enter");
        assert!(desk.screen().contains("Everybody is paid on time"), "{}", desk.screen());
        desk.press("q");
        assert_eq!(desk.selected(), treasurer);
        // What was asked stands there to be changed.
        desk.press("F4 text:s Enter");
        assert!(desk.screen().contains("May I … change the price lists?"), "{}", desk.screen());
        desk.press("F4 Ctrl-U text:plant_a_tree Enter");
        let screen = desk.screen();
        assert!(screen.contains("Do it. The board has nothing about it."), "{screen}");
        desk.press("q");
        assert!(desk.screen().contains("Who owns what"), "{}", desk.screen());
    }

    #[test]
    fn one_key_writes_the_question_where_somebody_is_to_be_asked() {
        let mut desk = demo(120, 40);
        desk.press("F4 text:change_the_price_list Enter");
        assert!(desk.screen().contains("\" write to them"), "{}", desk.screen());
        desk.press("\"");
        let said = desk.says();
        assert!(said.contains(": Change the price list; Ayu claimed"), "{said}");
        assert!(desk.screen().contains("  Change the price list"), "{}", desk.screen());
        desk.press("\"");
        assert!(desk.says().contains("that is asked already"), "{}", desk.says());
        desk.press("F4 Ctrl-U text:plant_a_tree Enter");
        assert!(!desk.screen().contains("write to them"), "{}", desk.screen());
    }

    #[test]
    fn keys_act_on_the_task_that_a_reason_is_about() {
        let mut desk = demo(120, 40);
        desk.press("F4 text:repair_the_office_door Enter");
        assert!(desk.screen().contains("Do it: nobody leads it yet"), "{}", desk.screen());
        desk.press("c");
        assert!(desk.says().contains("claimed toh"), "{}", desk.says());
        assert!(desk.screen().contains("Do it: it is yours"), "it is asked anew: {}", desk.screen());
    }

    #[test]
    fn in_the_past_it_is_what_the_board_would_have_said() {
        let mut desk = demo(120, 40);
        desk.press("H F4 text:print_the_flyers Enter");
        assert!(desk.screen().contains("Print the flyers for the night market"), "{}", desk.screen());
        // Before anything was there nothing says otherwise.
        desk.press("q Home F4 text:print_the_flyers Enter");
        assert!(desk.screen().contains("Do it. The board has nothing about it."), "{}", desk.screen());
    }

    #[test]
    fn what_names_nothing_is_said_while_it_is_typed() {
        let mut desk = demo(120, 40);
        desk.press("F4 text:may_I_do_it Enter");
        assert!(desk.screen().contains("names nothing that could be done"), "{}", desk.screen());
        assert!(!desk.screen().contains("May I … may"), "{}", desk.screen());
        desk.press("text:_to_the_price_list Enter");
        assert!(desk.screen().contains("Ask Budi first"), "{}", desk.screen());
    }

    #[test]
    fn without_room_a_reason_has_all_columns() {
        let screen = demo(50, 16).press("F4 text:sign_the_payment_contract Enter").screen();
        assert!(screen.contains("▸task"), "{screen}");
        assert!(screen.contains("Sign the payment contract"), "{screen}");
    }
}
