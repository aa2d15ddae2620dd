//! The goals: where the team wants to go, and whether it still moves.
//!
//! ```text
//! ▸★ Open the co-op store          SMART   ━━━━━━━━━━───── 68 %   due 1 Mar   ▁▂▃▃▅▆
//!  › Twenty member shops on board  SMA·T   ━━━━─────────── 6/20   due 12 Dec  ▁▁▂▂▂▃
//! ```

use super::Pane;
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::insight::progress::Reached;
use crate::session::{Error, Session};
use crate::store::GoalRow;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::{draw, text, when};
use crate::tui::shell::action;
use crate::tui::shell::overview::Overview;
use crate::words::words;

#[derive(Default)]
pub struct Goals {
    list: List<GoalRow>,
    /// How wide the titles are.
    title: u16,
    /// How wide the days are on which they are due.
    due: u16,
}

impl Goals {
    pub fn selected(&self) -> Option<&GoalRow> {
        self.list.selected()
    }
}

impl Pane for Goals {
    fn title(&self) -> String {
        words().scr_goals()
    }

    fn fact(&self, overview: &Overview) -> String {
        match overview.counts.goals {
            0 => String::new(),
            goals => words().scr_goals_fact(goals),
        }
    }

    fn gist(&self, _: &Overview) -> String {
        let mut said = String::new();
        for row in self.list.rows.iter().take(3) {
            if !said.is_empty() {
                said.push_str("  ");
            }
            said.push_str(&format!("{} {}", mark(row), progress(row)));
        }
        said
    }

    fn empty(&self) -> String {
        words().scr_goals_empty(action::key_of("pane.goals"), action::key_of("new"))
    }

    fn cursor(&self) -> &Cursor {
        &self.list.cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.list.cursor
    }

    fn load(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        let board = session.board();
        let read = |skip, most| board.goals(false, skip, most);
        self.list.read(from, read, |row| row.id, |row| row.title.clone())?;
        let titles = self.list.rows.iter().map(|row| text::width(&text::cut(&row.title, 60)));
        self.title = titles.max().unwrap_or(0) as u16;
        let dues =
            self.list.rows.iter().filter_map(|row| Some(text::width(&when::due(row.due?, overview.today))));
        self.due = dues.max().unwrap_or(0).min(18) as u16;
        Ok(())
    }

    fn filter(&self) -> &str {
        &self.list.words
    }

    fn set_filter(&mut self, words: String) {
        self.list.words = words;
    }

    fn lists(&self) -> Option<Kind> {
        Some(Kind::Goal)
    }

    fn about(&self, i: usize) -> Option<SubjectRef> {
        self.list.get(i).map(|row| row.id.into())
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        self.list.get(i).map_or_else(String::new, |row| super::in_words::goal(row, overview))
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        let (row, theme) = (&self.list.rows[i], line.theme);
        line.mark(0);
        let proposed = row.state == "proposed";
        let wide = line.width();
        let mut right = wide.saturating_sub(1);
        // What the longest title leaves goes to the bar: the eye follows it from the title to the number.
        let trend = if wide >= 150 { 20 } else { 8 };
        let spare = wide.saturating_sub(50 + self.title + self.due + trend).min(60);
        if wide >= 90 {
            let values: Vec<f64> = row.readings.iter().map(|(_, value)| *value).collect();
            let shown = draw::sparkline(&values, trend);
            line.put(right - trend, trend, &shown, theme.reached);
            right -= trend + 3;
        }
        if wide >= 60 && self.due > 0 {
            if let Some(due) = row.due {
                let late = due < overview.today;
                line.put(
                    right - self.due,
                    self.due,
                    &when::due(due, overview.today),
                    if late { theme.alert } else { theme.dim },
                );
            }
            right -= self.due + 3;
        }
        if wide >= 40 {
            line.put_right(right, 9, &progress(row), theme.text);
            right -= 10;
            let bar = if wide >= 90 { 16 + spare } else { 8 };
            if let Some(share) = row.progress().share() {
                let (x, y) = (line.area.x + right - bar, line.area.y);
                if line.area.height > 0 {
                    draw::bar(line.buf, x, y, bar, share, theme);
                }
            }
            right -= bar + 3;
        }
        if wide >= 54 {
            for (n, (letter, met)) in row.smart().letters().into_iter().enumerate() {
                let (sign, style) = if met { (letter, theme.ok) } else { (marks().dot, theme.warn) };
                line.put(right - 5 + n as u16, 1, sign, style);
            }
            right -= 8;
        }
        line.put(1, 1, mark(row), if row.horizon == "long" { theme.accent } else { theme.text });
        let lead = line.lead(if proposed { theme.dim } else { theme.text });
        let title = if proposed { words().scr_proposed(&row.title) } else { row.title.clone() };
        line.put(3, right.saturating_sub(3), &title, lead);
    }
}

fn mark(row: &GoalRow) -> &'static str {
    if row.horizon == "long" { marks().star } else { marks().goal }
}

/// `68 %` where the measure is a share, else `6/20`; without a target what was read last.
pub fn progress(row: &GoalRow) -> String {
    match row.progress().reached() {
        Reached::Of { current, .. } | Reached::Only(current) if row.unit.as_deref() == Some("%") => {
            words().scr_percent(number(current))
        }
        Reached::Of { current, target } => words().scr_of(number(current), number(target)),
        Reached::Only(current) => number(current),
        Reached::Nothing => words().scr_no_measure(),
    }
}

/// A measure in few columns.
pub fn number(value: f64) -> String {
    let size = value.abs();
    let said = match size {
        _ if size >= 1e15 => return format!("{value:.0e}"),
        _ if size >= 1e6 => return spoken::decimal(&format!("{:.1}M", value / 1e6)),
        _ if size >= 1e5 => return format!("{:.0}k", value / 1e3),
        _ => format!("{value:.2}"),
    };
    text::cut(&spoken::decimal(said.trim_end_matches('0').trim_end_matches('.')), 12).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let said = [6.0, 0.5, 3.456, 68.0, -2.5, 100.0, 120_000.0, 4_200_000.0].map(number);
        assert_eq!(said, ["6", "0.5", "3.46", "68", "-2.5", "100", "120k", "4.2M"]);
    }
}
