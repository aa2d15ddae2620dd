//! Who waits on whom, drawn: what has to happen at the root, and below it the tasks that wait for it.
//!
//! ```text
//! ▸▲ Dewi: the VAT number                            frees 1 at once, 3 in all
//!  └─ lusab  Sign the payment contract  ayu                          asked 3 d
//!     └─ bof  Choose the couriers  budi
//! ```

use std::collections::{HashMap, HashSet};

use ratatui::{buffer::Buffer, layout::Rect};

use super::super::pane;
use super::{Opening, Page, Reading, Still, enters};
use crate::domain::id::{SubjectRef, TaskId};
use crate::insight::waiting::{self, Branch, Frees, Node, Wait};
use crate::session::Error;
use crate::store::BlockerRow;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::{self, Run};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// So many blockers are drawn, the oldest: nobody follows more lines with the eye.
const MOST: usize = 100;
/// So many levels are moved in; deeper ones stand below each other.
const LEVELS: usize = 12;

/// The drawing, line by line.
#[derive(Default)]
pub struct WaitsPage {
    list: List<Drawn>,
    /// How many blocked tasks there are beyond those that are drawn.
    more: i64,
    longest: usize,
}

/// A line in words.
struct Drawn {
    task: TaskId,
    /// Whether it is the root of a tree.
    is_root: bool,
    /// The branches that lead to it.
    branches: String,
    /// The mark of a root, or the handle of a task.
    mark: String,
    text: String,
    /// Who leads it, behind the title.
    who: String,
    /// What stands at the right: what it frees, or since when it is asked.
    aside: String,
    /// The whole of it in a sentence.
    detail: String,
}

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<WaitsPage>()
}

impl Page for WaitsPage {
    fn speaks_of(&self) -> bool {
        true
    }

    fn selection(&self) -> Option<SubjectRef> {
        self.list.selected().map(|line| line.task.into())
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let blockers = reading.session.board().blockers(0, MOST)?;
        let drawn_tasks: HashSet<TaskId> = blockers.iter().map(|row| row.task).collect();
        // Below that all of them are drawn.
        let is_full = blockers.len() == MOST;
        self.more = if is_full { reading.overview.counts.blocked - drawn_tasks.len() as i64 } else { 0 };
        self.list.take_all(drawn(&blockers, reading.overview), from, |line| (line.task, line.is_root));
        self.longest = self.list.rows.iter().map(|line| text::width(&line.aside)).max().unwrap_or(0);
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::None))
    }

    fn enter(&self) -> Option<Run> {
        enters(self.selection()?)
    }

    fn detail(&self, _: &Overview, _: Rect) -> Option<String> {
        let line = self.list.selected()?;
        Some(line.detail.clone())
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        let words = words();
        let roots = self.list.rows.iter().filter(|line| line.is_root).count();
        let fact = match (roots, self.more) {
            (0, _) => String::new(),
            (roots, ..=0) => words.waits_fact(roots),
            (roots, more) => words.waits_fact_more(roots, more),
        };
        let empty = words.scr_blockers_empty(action::key_of("task.block"));
        let around = Around { title: &words.waits_title(), fact: &fact, empty: &empty };
        list::view(area, buf, theme, &around, &self.list.cursor, None, &|i, line| self.row(i, line));
    }
}

impl WaitsPage {
    fn row(&self, i: usize, line: &mut Row<'_>) {
        let (drawn, theme) = (&self.list.rows[i], line.theme);
        line.mark(0);
        let mut right = line.width().saturating_sub(1);
        if right >= 60 {
            let columns = text::width(&drawn.aside) as u16;
            let style = if drawn.is_root { theme.ok } else { theme.dim };
            line.put(right.saturating_sub(columns), columns, &drawn.aside, style);
            right = right.saturating_sub(self.longest.min(30) as u16 + 2);
        }
        let x = line.put(1, right, &drawn.branches, theme.dim);
        let mark = if drawn.is_root { theme.warn } else { theme.accent };
        let x = line.put(x, right.saturating_sub(x), &drawn.mark, mark);
        // A handle stands apart from its title as everywhere, a mark right before what it marks.
        let x = x + if drawn.is_root { 1 } else { 2 };
        let style = if drawn.is_root { theme.title } else { theme.text };
        let lead = line.lead(style);
        // Who waits is said whole, and the title takes what is left.
        let who = text::width(&drawn.who) as u16;
        let room = right.saturating_sub(x);
        let title = if who > 0 && room > who + 12 { room - who - 2 } else { room };
        let x = line.put(x, title, &drawn.text, lead);
        if who > 0 && right > x + who + 1 {
            line.put(x + 2, who, &drawn.who, theme.accent);
        }
    }
}

/// The lines in words.
fn drawn(blockers: &[BlockerRow], overview: &Overview) -> Vec<Drawn> {
    let waits: Vec<Wait> = blockers
        .iter()
        .map(|row| Wait { task: row.task, on: row.on_task.as_ref().map(|(task, ..)| *task) })
        .collect();
    // How a task is called and who leads it, as the blockers tell of both ends.
    let mut tasks: HashMap<TaskId, (&str, &str, Option<&str>)> = HashMap::new();
    // Of each that is finished, a blocker that waits on it all the same.
    let mut ended: HashMap<TaskId, &BlockerRow> = HashMap::new();
    for row in blockers {
        tasks.insert(row.task, (&row.handle, &row.title, row.lead.as_deref()));
        if let Some((task, handle, title)) = &row.on_task {
            tasks.entry(*task).or_insert((handle, title, row.on_lead.as_deref()));
            if row.on_end.is_some() {
                ended.entry(*task).or_insert(row);
            }
        }
    }
    let words = words();
    let root = |task, mark: &str, text: String, who, frees: Option<Frees>| Drawn {
        task,
        is_root: true,
        branches: String::new(),
        mark: mark.to_owned(),
        detail: String::clone(&text),
        text,
        who,
        aside: frees.map(Frees::said).unwrap_or_default(),
    };
    let called = |task: &TaskId| tasks.get(task).copied().unwrap_or(("?", "", None));
    waiting::draw(&waits)
        .into_iter()
        .map(|line| match line.what {
            Node::Cause(i) => {
                let row = &blockers[i];
                let on = row.on_member.as_ref().map(|(_, name)| name.as_str()).or(row.on_other.as_deref());
                let text = match on {
                    Some(on) if row.what.is_empty() => on.to_owned(),
                    Some(on) => words.waits_cause(on, &row.what),
                    None => row.what.clone(),
                };
                root(row.task, marks().blocked, text, String::new(), line.frees)
            }
            Node::Free(task) => {
                let (handle, title, lead) = called(&task);
                let called = words.page_task_line(handle, title);
                match ended.get(&task).and_then(|row| Some((row.task, pane::ended(row, overview)?))) {
                    // The keys act on what waits without need: there it is cleared.
                    Some((waits, how)) => root(waits, marks().done, called, how, line.frees),
                    None => {
                        let who = lead.map_or_else(|| words.waits_nobody(), str::to_owned);
                        root(task, marks().stale, called, who, line.frees)
                    }
                }
            }
            Node::Circle(task) => {
                let (handle, ..) = called(&task);
                root(task, marks().unclear, words.waits_circle(handle), String::new(), None)
            }
            Node::Waits { task, blocker } | Node::Again { task, blocker } => {
                let (handle, title, lead) = called(&task);
                let title = match line.what {
                    Node::Again { .. } => words.waits_again(title),
                    _ => title.to_owned(),
                };
                Drawn {
                    task,
                    is_root: false,
                    branches: branches(&line.branches),
                    mark: handle.to_owned(),
                    text: title,
                    who: lead.map_or_else(|| words.waits_nobody(), str::to_owned),
                    aside: pane::asked(&blockers[blocker], overview),
                    detail: pane::sentence(&blockers[blocker]),
                }
            }
        })
        .collect()
}

/// The branches that lead to a line.
fn branches(path: &[Branch]) -> String {
    let [more, last, past, across] = marks().tree;
    let Some((here, before)) = path.split_last() else { return String::new() };
    let mut drawn = String::new();
    for branch in &before[before.len().saturating_sub(LEVELS)..] {
        drawn.push_str(if *branch == Branch::More { past } else { " " });
        drawn.push_str("  ");
    }
    drawn.push_str(if *here == Branch::More { more } else { last });
    drawn + across + " "
}

#[cfg(test)]
mod tests {
    use crate::domain::decide::{Block, Command, Ending, Move};
    use crate::domain::event::WaitsOn;
    use crate::domain::task::State;
    use crate::tui::testing::{demo, desk, world};

    #[test]
    fn what_waits_on_finished_work_says_who_did_it_and_is_cleared_there() {
        let mut session = crate::testing::sample_team(world("demo"));
        session.act_as(Some("Budi")).unwrap();
        let (task, on) = (session.find("dan").unwrap(), session.find("kag").unwrap());
        let block = Block { task, what: "the rounding".into(), on: Some(WaitsOn::Task(on)) };
        session.perform(&Command::Block(block)).unwrap();
        session.perform(&Command::Move(Move { task: on, to: State::Done, ending: Ending::Own })).unwrap();
        let mut desk = desk(session, 120, 40);
        desk.press("6");
        let screen = desk.screen();
        assert!(
            screen.contains("✓ kag  Fix the rounding in the basket  done by Budi, today · C clears"),
            "{screen}"
        );
        while !desk.selected().contains("kag  Fix") {
            desk.press("j");
        }
        desk.press("C Enter");
        assert!(desk.says().starts_with("✓ Budi cleared"), "{}", desk.says());
        assert!(!desk.screen().contains("kag  Fix the rounding in the basket  done"), "{}", desk.screen());
    }

    #[test]
    fn it_draws_who_waits_on_whom_and_what_a_cleared_blocker_frees() {
        let screen = demo(120, 40).press("6").screen();
        for part in ["Who waits on whom", "Bu Sri: A morning", "frees 1", "└─ lam", "a circle: vok", "Citra"]
        {
            assert!(screen.contains(part), "{part} is missing in\n{screen}");
        }
    }

    #[test]
    fn a_cleared_blocker_leaves_the_drawing_and_comes_back() {
        let mut desk = demo(120, 40);
        desk.press("6 j j j j");
        assert!(desk.selected().contains("Dewi: The tax numbers"), "{}", desk.screen());
        let before = desk.selected();
        desk.press("C Enter");
        assert!(desk.says().starts_with("✓"), "{}", desk.screen());
        assert_ne!(desk.selected(), before, "{}", desk.screen());
        desk.press("u");
        assert!(desk.screen().contains("Dewi: The tax numbers"), "{}", desk.screen());
    }

    #[test]
    fn the_keys_know_the_task_on_the_line() {
        let footer = |keys: &str| demo(120, 40).press(keys).screen().lines().last().unwrap().to_owned();
        // Dewi leads it, and has not gone quiet.
        assert!(!footer("6 j j").contains("take over"), "{}", footer("6 j j"));
        assert!(footer("6 j j").contains("help"), "{}", footer("6 j j"));
    }

    #[test]
    fn enter_opens_the_task_that_waits() {
        let mut desk = demo(120, 40);
        desk.press("6 j Enter");
        assert!(desk.screen().contains("Claims"), "{}", desk.screen());
    }
}
