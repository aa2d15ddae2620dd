//! The signs on the screen, each one column wide, and the same signs for a locale that has no Unicode.
//!
//! Which set holds is chosen once, at the start of the program, as the language is; so drawing asks [`marks`]
//! and nobody carries the set about. It is kept for each thread, since drawing belongs to one thread, and so
//! that tests stay apart.

use std::cell::Cell;

thread_local! {
    static CHOSEN: Cell<&'static Marks> = const { Cell::new(&UNICODE) };
}

/// One sign for each meaning. **Invariant:** every sign is exactly one column wide (a test holds it).
#[derive(Debug, PartialEq, Eq)]
pub struct Marks {
    /// A goal of the long horizon.
    pub star: &'static str,
    /// A goal of the short horizon.
    pub goal: &'static str,
    /// A role that somebody clearly holds.
    pub clear: &'static str,
    /// A role that is held, but of which something is unclear.
    pub partly: &'static str,
    /// A role without a holder.
    pub vacant: &'static str,
    /// A blocker.
    pub blocked: &'static str,
    /// The finding "overlap".
    pub overlap: &'static str,
    /// The finding "gap".
    pub gap: &'static str,
    /// A tension: what is, is not what could be.
    pub tension: &'static str,
    /// A decision.
    pub decision: &'static str,
    /// An agreement.
    pub agreement: &'static str,
    /// The finding "unclear".
    pub unclear: &'static str,
    /// The finding "stale".
    pub stale: &'static str,
    /// The finding "load".
    pub load: &'static str,
    /// Finished work.
    pub done: &'static str,
    /// The row that the keys act on.
    pub selected: &'static str,
    /// A row that they act on together with others.
    pub marked: &'static str,
    /// What the last step through time changed.
    pub changed: &'static str,
    /// Something that leads back, and the place where one stands on a line.
    pub back: &'static str,
    pub here: &'static str,
    /// From one to another.
    pub to: &'static str,
    /// Something that opens downwards.
    pub down: &'static str,
    /// The quotes around what asks to be pulled.
    pub quotes: [&'static str; 2],
    /// The line that leads down to a row of a tree: where others follow, where it is the last, and past both.
    pub tree: [&'static str; 4],
    /// Between facts of one row.
    pub dot: &'static str,
    /// Text that goes on where the columns end.
    pub ellipsis: &'static str,
    /// The reached part of a progress bar.
    pub reached: &'static str,
    /// The part of a progress bar that is left.
    pub left: &'static str,
    /// A sparkline's heights, lowest first.
    pub heights: [&'static str; 8],
    /// The border of a pane.
    pub frame: Frame,
    /// The border of the pane with the focus: heavier, so that it shows without colour.
    pub strong: Frame,
    /// Whether a control character may show as its Unicode picture (`␛`), or only as `?`.
    pub pictures: bool,
}

/// The signs of a border.
#[derive(Debug, PartialEq, Eq)]
pub struct Frame {
    /// The corners: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// The line of the top and the bottom.
    pub across: &'static str,
    /// The line of the sides.
    pub down: &'static str,
}

/// The set for terminals that show Unicode.
pub static UNICODE: Marks = Marks {
    star: "★",
    goal: "›",
    clear: "●",
    partly: "◐",
    vacant: "○",
    blocked: "▲",
    overlap: "≈",
    gap: "◇",
    tension: "≠",
    decision: "∴",
    agreement: "§",
    unclear: "?",
    stale: "◌",
    load: "≡",
    done: "✓",
    selected: "▸",
    marked: "■",
    changed: "▌",
    back: "◂",
    here: "◆",
    to: "→",
    down: "▾",
    quotes: ["‹", "›"],
    tree: ["├", "└", "│", "─"],
    dot: "·",
    ellipsis: "…",
    reached: "━",
    left: "─",
    heights: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    frame: Frame { corners: ["┌", "┐", "└", "┘"], across: "─", down: "│" },
    strong: Frame { corners: ["┏", "┓", "┗", "┛"], across: "━", down: "┃" },
    pictures: true,
};

/// The set for a locale without UTF-8. Only our own signs change: names and titles stay as their authors
/// wrote them.
pub static ASCII: Marks = Marks {
    star: "*",
    goal: "-",
    clear: "@",
    partly: "%",
    vacant: "o",
    blocked: "!",
    overlap: "=",
    gap: "_",
    tension: "/",
    decision: "%",
    agreement: "&",
    unclear: "?",
    stale: ":",
    load: "#",
    done: "x",
    selected: ">",
    marked: "*",
    changed: "#",
    back: "<",
    here: "@",
    to: ">",
    down: "v",
    quotes: ["<", ">"],
    tree: ["|", "`", "|", "-"],
    dot: "-",
    ellipsis: "~",
    reached: "=",
    left: "-",
    heights: [".", ":", "-", "=", "+", "*", "#", "@"],
    frame: Frame { corners: ["+", "+", "+", "+"], across: "-", down: "|" },
    strong: Frame { corners: ["#", "#", "#", "#"], across: "=", down: "#" },
    pictures: false,
};

/// The set that was chosen for this thread; Unicode where none was.
pub fn marks() -> &'static Marks {
    CHOSEN.get()
}

/// Chooses the set for this thread, from now on.
pub fn choose(marks: &'static Marks) {
    CHOSEN.set(marks);
}

impl Marks {
    /// The set for a locale, given the values of `LC_ALL`, `LC_CTYPE` and `LANG`: the first that is not empty
    /// decides, as POSIX says. Where none is set the locale is `C`, which has no Unicode.
    pub fn for_locale(lc_all: Option<&str>, lc_ctype: Option<&str>, lang: Option<&str>) -> &'static Marks {
        let locale = [lc_all, lc_ctype, lang].into_iter().flatten().find(|value| !value.is_empty());
        let folded = locale.unwrap_or("C").to_ascii_lowercase();
        if folded.contains("utf-8") || folded.contains("utf8") { &UNICODE } else { &ASCII }
    }

    /// The set for this process's locale.
    pub fn from_env() -> &'static Marks {
        let [all, ctype, lang] = ["LC_ALL", "LC_CTYPE", "LANG"].map(|name| std::env::var(name).ok());
        Marks::for_locale(all.as_deref(), ctype.as_deref(), lang.as_deref())
    }

    /// Every sign of the set.
    pub fn all(&self) -> Vec<&'static str> {
        let mut all = vec![self.star, self.goal, self.clear, self.partly, self.vacant, self.blocked];
        all.extend([
            self.overlap,
            self.gap,
            self.tension,
            self.decision,
            self.agreement,
            self.unclear,
            self.stale,
            self.load,
            self.done,
        ]);
        all.extend([self.selected, self.marked, self.down, self.dot, self.ellipsis, self.reached, self.left]);
        all.extend(self.quotes.iter().chain(&self.heights).chain(&self.tree));
        for frame in [&self.frame, &self.strong] {
            all.extend(frame.corners.iter().chain([&frame.across, &frame.down]));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::CellWidth;

    #[test]
    fn every_mark_takes_one_column() {
        for mark in UNICODE.all().into_iter().chain(ASCII.all()) {
            assert_eq!(mark.cell_width(), 1, "{mark}");
        }
        assert!(ASCII.all().iter().all(|mark| mark.is_ascii()));
    }

    #[test]
    fn the_first_locale_that_is_set_decides() {
        let utf8 = Some("id_ID.UTF-8");
        assert_eq!(Marks::for_locale(None, None, utf8), &UNICODE);
        assert_eq!(Marks::for_locale(Some(""), Some("en_GB.utf8"), Some("C")), &UNICODE);
        assert_eq!(Marks::for_locale(Some("C"), utf8, utf8), &ASCII);
        assert_eq!(Marks::for_locale(None, None, None), &ASCII);
    }

    #[test]
    fn a_choice_holds_for_its_thread() {
        choose(&ASCII);
        assert_eq!(marks().ellipsis, "~");
        std::thread::spawn(|| assert_eq!(marks().ellipsis, "…")).join().unwrap();
    }
}
