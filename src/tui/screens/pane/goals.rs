//! The goals: where the team wants to go, and whether it still moves.
//!
//! ```text
//! ▸★ Open the co-op store          SMART   ━━━━━━━━━━───── 68 %   due 1 Mar   ▁▂▃▃▅▆
//!  › Twenty member shops on board  SMA·T   ━━━━─────────── 6/20   due 12 Dec  ▁▁▂▂▂▃
//! ```

use super::Pane;
use crate::domain::calendar::Day;
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::insight::progress::Reached;
use crate::session::{Error, Session};
use crate::store::GoalRow;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::flow::{Flow, Span};
use crate::tui::kit::list::{List, Needs, Room, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::{draw, text, when};
use crate::tui::shell::action;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// A goal as it is called, with its title as words that go on below.
struct Called {
    row: GoalRow,
    title: Flow,
}

impl Called {
    fn of(row: GoalRow) -> Called {
        let title = if row.state == PROPOSED { words().scr_proposed(&row.title) } else { row.title.clone() };
        Called { title: Flow::of(title), row }
    }
}

const PROPOSED: &str = "proposed";

/// Where the titles begin.
const BEGIN: u16 = 3;

/// How wide the columns of all rows are.
#[derive(Debug, Clone, Copy, Default)]
struct Widths {
    title: u16,
    /// The days on which they are due.
    due: u16,
}

impl Widths {
    fn of(goals: &[Called], today: Day) -> Widths {
        let title = |goal: &Called| text::width(&text::cut(&goal.row.title, 60));
        let due = |goal: &Called| goal.row.due.map_or(0, |due| text::width(&when::due(due, today)));
        let widest = |of: &dyn Fn(&Called) -> usize| goals.iter().map(of).max().unwrap_or(0);
        Widths { title: widest(&title) as u16, due: widest(&due).min(18) as u16 }
    }

    /// Where each column ends in so many columns; none where it has no room. From the right, so that a narrow pane keeps
    /// the title.
    fn ends(self, wide: u16) -> Ends {
        let mut right = wide.saturating_sub(1);
        let mut take = |is_there: bool, columns: u16| {
            let end = is_there.then_some(right);
            right -= if is_there { columns } else { 0 };
            end
        };
        let trend = take(wide >= 90, trend(wide) + 3);
        let due = take(wide >= 60 && self.due > 0, self.due + 3);
        let progress = take(wide >= 40, 10);
        let bar = take(wide >= 40, self.bar(wide) + 3);
        let smart = take(wide >= 54, 8);
        Ends { trend, due, progress, bar, smart, title: right }
    }

    /// What the longest title leaves goes to the bar: the eye follows it from the title to the number.
    fn bar(self, wide: u16) -> u16 {
        let spare = wide.saturating_sub(50 + self.title + self.due + trend(wide)).min(60);
        if wide >= 90 { 16 + spare } else { 8 }
    }

    /// The columns of a title: below its first line nothing stands behind it.
    fn span(self, wide: u16) -> Span {
        let room = |end: u16| end.saturating_sub(BEGIN);
        Span { first: room(self.ends(wide).title), below: room(wide.saturating_sub(1)) }
    }

    fn needs(self, goals: &[Called], columns: u16) -> Vec<Needs> {
        let span = self.span(columns);
        let needs = |goal: &Called| Needs { least: 1, whole: goal.title.lines_shown(span), more: 0 };
        goals.iter().map(needs).collect()
    }
}

fn trend(wide: u16) -> u16 {
    if wide >= 150 { 20 } else { 8 }
}

struct Ends {
    trend: Option<u16>,
    due: Option<u16>,
    progress: Option<u16>,
    bar: Option<u16>,
    smart: Option<u16>,
    title: u16,
}

#[derive(Default)]
pub struct Goals {
    list: List<Called>,
    widths: Widths,
}

impl Goals {
    pub fn selected(&self) -> Option<&GoalRow> {
        self.list.selected().map(|goal| &goal.row)
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
        for Called { row, .. } in self.list.rows.iter().take(3) {
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
        let read = |skip, most| -> Result<_, Error> {
            Ok(board.goals(false, skip, most)?.into_iter().map(Called::of).collect())
        };
        let text = |goal: &Called| goal.row.title.clone();
        let today = overview.today;
        let needs = |goals: &[Called], columns: u16| Widths::of(goals, today).needs(goals, columns);
        self.list.read_with_needs(from, read, |goal| goal.row.id, text, needs)?;
        self.widths = Widths::of(&self.list.rows, today);
        Ok(())
    }

    fn whole(&self, columns: u16) -> usize {
        self.widths.needs(&self.list.rows, columns).iter().map(|needs| usize::from(needs.whole)).sum()
    }

    fn lines(&self) -> usize {
        self.list.rows.len()
    }

    fn arrange(&mut self, room: Room) -> Option<From> {
        let widths = self.widths;
        self.list.arrange(room, |goals, columns| widths.needs(goals, columns))
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
        self.list.get(i).map(|goal| goal.row.id.into())
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        self.list.get(i).map_or_else(String::new, |goal| super::in_words::goal(&goal.row, overview))
    }

    fn row(&self, i: usize, overview: &Overview, line: &mut Row<'_>) {
        let (goal, theme) = (&self.list.rows[i], line.theme);
        let row = &goal.row;
        line.mark(0);
        let (wide, widths) = (line.width(), self.widths);
        let ends = widths.ends(wide);
        if let Some(end) = ends.trend {
            let (values, columns) = (row.readings.iter().map(|(_, value)| *value), trend(wide));
            let shown = draw::sparkline(&values.collect::<Vec<f64>>(), columns);
            line.put(end - columns, columns, &shown, theme.reached);
        }
        if let (Some(end), Some(due)) = (ends.due, row.due) {
            let style = if due < overview.today { theme.alert } else { theme.dim };
            line.put(end - widths.due, widths.due, &when::due(due, overview.today), style);
        }
        if let Some(end) = ends.progress {
            line.put_right(end, 9, &progress(row), theme.text);
        }
        if let (Some(end), Some(share)) = (ends.bar, row.progress().share())
            && line.area.height > 0
            && line.cut == 0
        {
            let (columns, y) = (widths.bar(wide), line.area.y);
            draw::bar(line.buf, line.area.x + end - columns, y, columns, share, theme);
        }
        if let Some(end) = ends.smart {
            for (n, (letter, met)) in row.smart().letters().into_iter().enumerate() {
                let (sign, style) = if met { (letter, theme.ok) } else { (marks().dot, theme.warn) };
                line.put(end - 5 + n as u16, 1, sign, style);
            }
        }
        line.put(1, 1, mark(row), if row.horizon == "long" { theme.accent } else { theme.text });
        let lead = line.lead(if row.state == PROPOSED { theme.dim } else { theme.text });
        line.flow(BEGIN, widths.span(wide), self.list.cursor.lines(i), goal.title.text(), lead);
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
