//! Figures over time: what is done, how long it takes, what waits and how claims end. Enter says what one counts.
//!
//! ```text
//! ┏ Figures over time ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
//! ┃  Done a week                                      Blockers                                      ┃
//! ┃  41 tasks in 12 weeks, 1 to 6 a week              2 open at the end of the last week            ┃
//! ┃         █     ▄                                      ▄     █                                    ┃
//! ┃   ▄  █  █  ▄  █                                      █  ▄  █                                    ┃
//! ┃   2  4  6  3  5                                   0  2  1  2                                    ┃
//! ```
//!
//! All of it is text, drawn alike at any size; a chart takes the weeks that there is room for, the last ones. Line by line
//! its numbers are heard instead.

mod chart;

use std::collections::BTreeSet;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Modifier,
};

use super::text::{Acts, Key, Leads, Of, Piece, Side, Stop, Text};
use super::{Met, Opening, Page, Reading, Still, Turned};
use crate::exchange::report::Told;
use crate::session::Error;
use crate::tui::kit::cursor::{From, Step};
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::Run;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// So many of the figures stand on the left where there are two columns.
const LEFT: usize = 4;

/// Them on the whole screen.
pub struct FiguresPage {
    figures: Vec<Told>,
    /// Those of which it is shown what they count.
    defined: BTreeSet<usize>,
    /// The columns that a chart has.
    room: u16,
    text: Text,
    of: String,
    theme: Theme,
}

/// Opens it.
pub fn opening() -> Opening {
    std::rc::Rc::new(|reading| {
        let mut page = FiguresPage {
            figures: Vec::new(),
            defined: BTreeSet::new(),
            room: 0,
            text: Text::new(String::new(), String::new(), Vec::new(), None),
            of: String::new(),
            theme: *reading.theme,
        };
        page.load(reading, From::Start)?;
        Ok(Some(Box::new(page) as Box<dyn Page>))
    })
}

impl FiguresPage {
    /// Writes it anew, for the room that charts have.
    fn write(&mut self) {
        let pieces = self.figures.iter().enumerate().map(|(i, figure)| self.piece(i, figure));
        let mut text = Text::new(words().figures_title(), self.of.clone(), pieces.collect(), None);
        text.keep_place(&self.text);
        self.text = text;
    }

    fn piece(&self, i: usize, figure: &Told) -> Piece {
        let theme = &self.theme;
        let mut text = vec![
            Paragraph::empty(),
            Paragraph::styled(figure.title.clone(), theme.title.add_modifier(Modifier::BOLD)),
        ];
        if self.defined.contains(&i) {
            text.push(Paragraph::styled(figure.definition.clone(), theme.dim));
        }
        let stop = Stop {
            key: Key("figure", Of::Nth(i)),
            at: 1,
            len: text.len() - 1,
            leads: Leads::Unfold,
            acts: Acts::OnPage,
            row: None,
        };
        let says = figure.says.iter().map(|said| Paragraph::styled(said.clone(), theme.text));
        // Of several things each has its line right above its chart.
        if figure.charts.len() > 1 {
            for (i, (said, chart)) in says.zip(&figure.charts).enumerate() {
                text.extend((i > 0).then(Paragraph::empty));
                text.push(said);
                text.extend(chart::drawn(chart, self.room, theme));
            }
        } else {
            text.extend(says);
            text.extend(figure.charts.iter().flat_map(|chart| chart::drawn(chart, self.room, theme)));
        }
        text.push(Paragraph::styled(figure.basis.clone(), theme.dim));
        Piece { side: if i < LEFT { Side::Left } else { Side::Right }, text, stops: vec![stop] }
    }

    /// The figure that is selected.
    fn selected(&self) -> Option<usize> {
        match self.text.selected()?.key {
            Key(_, Of::Nth(i)) => Some(i),
            _ => None,
        }
    }

    /// The room of a chart in this area, in one column or in two.
    fn fit(&mut self, area: Rect) {
        let room = self.text.narrowest(area).min(chart::WIDEST);
        if room != self.room {
            self.room = room;
            self.write();
        }
        self.text.arrange(area);
    }
}

impl Page for FiguresPage {
    fn load(&mut self, reading: &Reading<'_>, _: From) -> Result<Still, Error> {
        let report = reading.session.report()?;
        (self.figures, self.of, self.theme) = (report.figures, report.of, *reading.theme);
        self.write();
        Ok(Still::There)
    }

    fn step(&mut self, step: Step, area: Rect) -> Option<From> {
        self.text.step(step, area);
        None
    }

    fn arrange(&mut self, area: Rect, _: Rect) -> Option<From> {
        self.fit(area);
        None
    }

    fn click(&mut self, at: Position, area: Rect) -> Met {
        self.text.click(at, area)
    }

    fn turn(&mut self, by: isize) -> Turned {
        self.text.turn(by)
    }

    fn enter(&self) -> Option<Run> {
        Some(Box::new(|app| {
            app.pages.last_mut().into_iter().for_each(|page| page.unfold());
            vec![Effect::LoadPage(From::Here)]
        }))
    }

    fn enters(&self) -> Option<String> {
        Some(words().figures_define())
    }

    /// Shows what the selected figure counts, or hides it; without one, of all.
    fn unfold(&mut self) {
        match self.selected() {
            Some(i) if !self.defined.remove(&i) => drop(self.defined.insert(i)),
            Some(_) => {}
            None if self.defined.len() == self.figures.len() => self.defined.clear(),
            None => self.defined = (0..self.figures.len()).collect(),
        }
    }

    /// The numbers of the charts, which are heard better than blocks.
    fn text(&self) -> Option<Vec<String>> {
        let mut said = vec![format!("{}, {}", words().figures_title(), self.of)];
        for (i, figure) in self.figures.iter().enumerate() {
            said.extend([String::new(), figure.title.clone()]);
            said.extend(self.defined.contains(&i).then(|| figure.definition.clone()));
            said.extend(figure.says.iter().cloned());
            for chart in &figure.charts {
                said.push(chart.label.clone());
                said.extend(chart.rows().into_iter().map(|(what, n)| words().figures_heard(what, n)));
            }
            said.push(figure.basis.clone());
        }
        Some(said)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        self.text.view(area, buf, theme, &|_| false);
    }
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    #[test]
    fn each_figure_says_how_much_is_behind_it() {
        let screen = demo(120, 60).press(": text:figures Enter").screen();
        for part in ["Figures over time", "Done a week", "How claims ended", "weeks, from"] {
            assert!(screen.contains(part), "{part} is missing in\n{screen}");
        }
    }

    #[test]
    fn enter_says_what_a_figure_counts_and_hides_it_again() {
        let mut desk = demo(120, 60);
        desk.press(": text:figures Enter j Enter");
        let one = "done at its end.";
        assert!(desk.screen().contains(one), "{}", desk.screen());
        desk.press("Enter");
        assert!(!desk.screen().contains(one), "{}", desk.screen());
    }

    #[test]
    fn line_by_line_the_numbers_of_charts_are_heard() {
        let mut desk = demo(120, 60);
        desk.press(": text:figures Enter");
        let heard = desk.app().pages.last().and_then(|page| page.text()).unwrap();
        assert!(heard.iter().any(|line| line == "3 to 5 days: 3"), "{heard:#?}");
        assert!(!heard.iter().any(|line| line.contains('━') || line.contains('█')), "{heard:#?}");
    }

    #[test]
    fn without_a_selected_one_enter_says_it_of_all() {
        let mut desk = demo(200, 60);
        desk.press(": text:figures Enter Enter");
        for part in ["still stood done at its end", "Leads that ended"] {
            assert!(desk.screen().contains(part), "{}", desk.screen());
        }
    }
}
