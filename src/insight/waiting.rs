//! Who waits on whom, as trees: at each root what has to happen, below it the tasks that wait for it.
//!
//! ```text
//! Dewi: the VAT number          clearing it frees 1 at once, 3 in all
//! └─ lusab                      waits on it
//!    ├─ bof                     waits on lusab
//!    └─ vok                     waits on lusab
//! ```
//!
//! Pure: the open blockers come in, lines go out, the longest chain first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::domain::id::TaskId;
use crate::words::words;

/// One open blocker, as its place in what came in, with the blocked task and the task that it waits on, if it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    pub task: TaskId,
    pub on: Option<TaskId>,
}

/// One line of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub what: Node,
    /// For each step from the root, whether something stands below it on that level.
    pub branches: Vec<Branch>,
    /// What clearing a root frees; nothing on the other lines.
    pub frees: Option<Frees>,
}

/// What stands on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    /// A blocker that waits on somebody or something outside of the board, by its place in what came in.
    Cause(usize),
    /// A task that nothing blocks, and that others wait on.
    Free(TaskId),
    /// A task, and the blocker by which it waits on the line above.
    Waits { task: TaskId, blocker: usize },
    /// The same, of a task whose own waiters are drawn elsewhere already.
    Again { task: TaskId, blocker: usize },
    /// A task that waits in the end on itself.
    Circle(TaskId),
}

/// A piece of the line that leads to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Branch {
    /// Others of the same parent follow.
    More,
    /// The last of its parent.
    Last,
}

/// How many tasks go on when a root is cleared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frees {
    /// Those that nothing else blocks.
    pub at_once: usize,
    /// Those, and all that wait on them in turn.
    pub in_all: usize,
}

impl Frees {
    /// In words: `frees 2 at once, 3 in all`.
    pub fn said(self) -> String {
        match (self.at_once, self.in_all) {
            (once, all) if once == all => words().waits_frees(all),
            (0, all) => words().waits_frees_later(all),
            (once, all) => words().waits_frees_then(once, all),
        }
    }
}

/// The lines for these blockers: the longest chain first, then what frees the most, then in the order in which they
/// came in.
pub fn draw(waits: &[Wait]) -> Vec<Line> {
    let drawing = Drawing::of(waits);
    let mut roots: Vec<(Node, Vec<usize>)> = Vec::new();
    for (i, wait) in waits.iter().enumerate() {
        match wait.on {
            None => roots.push((Node::Cause(i), vec![i])),
            Some(on) if drawing.blocked.contains(&on) => {}
            Some(on) if roots.iter().any(|(root, _)| *root == Node::Free(on)) => {}
            Some(on) => roots.push((Node::Free(on), drawing.on[&on].clone())),
        }
    }
    let reached = roots.iter().flat_map(|(_, first)| drawing.below(first)).collect();
    roots.extend(drawing.circles(&reached));
    let mut sized: Vec<_> = roots
        .into_iter()
        .map(|(root, first)| {
            let below = drawing.below(&first);
            let deep = drawing.depth(&first, &mut HashSet::new());
            (Reverse(deep), Reverse(below.len()), root, first, below)
        })
        .collect();
    sized.sort_by_key(|(deep, wide, ..)| (*deep, *wide));
    let mut lines = Vec::new();
    let mut drawn = HashSet::new();
    for (_, _, root, first, below) in sized {
        let at_once = match root {
            Node::Circle(_) => 0,
            _ => {
                let first: BTreeSet<TaskId> = first.iter().map(|i| waits[*i].task).collect();
                first.into_iter().filter(|task| drawing.blockers[task] == 1).count()
            }
        };
        let frees = Some(Frees { at_once, in_all: below.len() });
        lines.push(Line { what: root, branches: Vec::new(), frees });
        drawing.lines(&first, &mut Vec::new(), &mut drawn, &mut lines);
    }
    lines
}

struct Drawing<'a> {
    waits: &'a [Wait],
    blocked: HashSet<TaskId>,
    /// How many open blockers each task has.
    blockers: HashMap<TaskId, usize>,
    /// The blockers that wait on each task.
    on: BTreeMap<TaskId, Vec<usize>>,
}

impl<'a> Drawing<'a> {
    fn of(waits: &'a [Wait]) -> Drawing<'a> {
        let mut drawing =
            Drawing { waits, blocked: HashSet::new(), blockers: HashMap::new(), on: BTreeMap::new() };
        for (i, wait) in waits.iter().enumerate() {
            drawing.blocked.insert(wait.task);
            *drawing.blockers.entry(wait.task).or_default() += 1;
            if let Some(on) = wait.on {
                drawing.on.entry(on).or_default().push(i);
            }
        }
        drawing
    }

    fn waiters(&self, task: TaskId) -> &[usize] {
        self.on.get(&task).map_or(&[], Vec::as_slice)
    }

    /// Every task that waits, in one step or more, on what the blockers `first` are about.
    fn below(&self, first: &[usize]) -> BTreeSet<TaskId> {
        let mut found = BTreeSet::new();
        let mut next: Vec<usize> = first.to_vec();
        while let Some(i) = next.pop() {
            if found.insert(self.waits[i].task) {
                next.extend(self.waiters(self.waits[i].task));
            }
        }
        found
    }

    /// The longest chain below; a circle ends where it closes. What was walked before is not walked again: a chain
    /// that joins another counts as far as it is drawn.
    fn depth(&self, first: &[usize], walked: &mut HashSet<TaskId>) -> usize {
        let mut deepest = 0;
        let mut next: Vec<(usize, usize)> = first.iter().map(|i| (*i, 1)).collect();
        while let Some((i, deep)) = next.pop() {
            deepest = deepest.max(deep);
            if walked.insert(self.waits[i].task) {
                next.extend(self.waiters(self.waits[i].task).iter().map(|i| (*i, deep + 1)));
            }
        }
        deepest
    }

    /// The circles that no root leads to, each once, at the task with the smallest id that can be reached from itself.
    fn circles(&self, reached: &HashSet<TaskId>) -> Vec<(Node, Vec<usize>)> {
        let mut seen = reached.clone();
        let mut circles = Vec::new();
        for task in self.on.keys().filter(|task| self.blocked.contains(*task)) {
            if seen.contains(task) {
                continue;
            }
            let below = self.below(self.waiters(*task));
            if below.contains(task) {
                seen.extend(below);
                circles.push((Node::Circle(*task), self.waiters(*task).to_vec()));
            }
        }
        circles
    }

    /// The lines below a root, without a call for each level: a chain may be as long as the list.
    fn lines(
        &self,
        first: &[usize],
        path: &mut Vec<Branch>,
        drawn: &mut HashSet<TaskId>,
        lines: &mut Vec<Line>,
    ) {
        let mut levels: Vec<std::vec::IntoIter<usize>> = vec![Vec::from(first).into_iter()];
        while let Some(level) = levels.last_mut() {
            let Some(i) = level.next() else {
                levels.pop();
                path.pop();
                continue;
            };
            let branch = if level.len() == 0 { Branch::Last } else { Branch::More };
            path.truncate(levels.len() - 1);
            path.push(branch);
            let task = self.waits[i].task;
            let waiters = self.waiters(task).to_vec();
            let is_new = drawn.insert(task);
            let what = match is_new || waiters.is_empty() {
                true => Node::Waits { task, blocker: i },
                false => Node::Again { task, blocker: i },
            };
            lines.push(Line { what, branches: path.clone(), frees: None });
            if is_new && !waiters.is_empty() {
                levels.push(waiters.into_iter());
                path.push(Branch::Last);
            }
        }
        path.clear();
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn task(n: u128) -> TaskId {
        TaskId(Uuid::from_u128(n))
    }

    /// `(1, 0)`: task 1 waits on somebody; `(2, 1)`: task 2 waits on task 1.
    fn drawn(waits: &[(u128, u128)]) -> Vec<Line> {
        let waits: Vec<Wait> = waits
            .iter()
            .map(|(blocked, on)| Wait { task: task(*blocked), on: (*on > 0).then(|| task(*on)) })
            .collect();
        draw(&waits)
    }

    fn said(lines: &[Line]) -> Vec<String> {
        let n = |task: &TaskId| task.0.as_u128();
        lines
            .iter()
            .map(|line| {
                let deep = ".".repeat(line.branches.len());
                match &line.what {
                    Node::Cause(i) => format!("cause {i}"),
                    Node::Free(task) => format!("free {}", n(task)),
                    Node::Waits { task, .. } => format!("{deep}{}", n(task)),
                    Node::Again { task, .. } => format!("{deep}{} again", n(task)),
                    Node::Circle(task) => format!("circle {}", n(task)),
                }
            })
            .collect()
    }

    #[test]
    fn the_longest_chain_comes_first() {
        let lines = drawn(&[(9, 0), (1, 0), (2, 1), (3, 2), (4, 1)]);
        assert_eq!(said(&lines), ["cause 1", ".1", "..2", "...3", "..4", "cause 0", ".9"]);
        assert_eq!(lines[0].frees, Some(Frees { at_once: 1, in_all: 4 }));
        assert_eq!(lines[2].branches, [Branch::Last, Branch::More]);
        assert_eq!(lines[4].branches, [Branch::Last, Branch::Last]);
    }

    #[test]
    fn what_something_else_blocks_too_is_not_free_at_once() {
        let lines = drawn(&[(1, 0), (1, 0), (2, 1)]);
        assert_eq!(said(&lines), ["cause 0", ".1", "..2", "cause 1", ".1 again"]);
        assert_eq!(lines[0].frees, Some(Frees { at_once: 0, in_all: 2 }));
    }

    #[test]
    fn a_task_that_nothing_blocks_is_a_root_once() {
        let lines = drawn(&[(2, 1), (3, 1)]);
        assert_eq!(said(&lines), ["free 1", ".2", ".3"]);
        assert_eq!(lines[0].frees, Some(Frees { at_once: 2, in_all: 2 }));
    }

    #[test]
    fn a_circle_is_drawn_once_and_frees_nothing_at_once() {
        let lines = drawn(&[(1, 2), (2, 3), (3, 1), (4, 2)]);
        assert_eq!(said(&lines), ["circle 1", ".3", "..2", "...1", "....3 again", "...4"]);
        assert_eq!(lines[0].frees, Some(Frees { at_once: 0, in_all: 4 }));
    }

    #[test]
    fn a_chain_of_thousands_is_drawn_as_one() {
        let waits: Vec<_> = (1..3000).map(|n| (n, n - 1)).collect();
        let lines = drawn(&waits);
        assert_eq!(lines.len(), 3000);
        assert_eq!(lines[2999].branches.len(), 2999);
    }
}
