//! Overlaps and gaps: what the board asks. Five at most, and how many more there are; all of them when zoomed. Several of
//! one rule are one row, which opens.
//!
//! Zoomed, each says below itself why it is asked, where there is room.
//!
//! ```text
//! ▸≈ bakul: Ayu and Budi both lead                12 d
//!  ~ 24 claims went quiet: Farah 5, Gilang 6, …    3 w
//!     lusab: no step by Farah for 15 working days   3 w
//! ```

use super::Pane;
use crate::domain::id::SubjectRef;
use crate::domain::spoken;
use crate::insight::{FindingKind, Group, Rule};
use crate::session::{Error, Session};
use crate::store::{CurrentFinding, Question};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::flow::{self, Flow, Span};
use crate::tui::kit::list::{List, Needs, Room, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// So many are shown, so that nobody drowns: what is asked first is answered first.
pub const SHOWN: usize = 5;

/// The columns of an age: the sentences end in one line, whatever stands behind them.
const AGE: u16 = 6;

/// So many of a group are shown: who has more does not read them one by one.
const ALL: usize = 200;
/// More lines than a screen has.
const LINES: usize = 100;

/// A row in words.
pub struct FindingRow {
    pub question: Question,
    /// Whether it is one of a group that is open above it.
    pub within: bool,
    sentence: Flow,
    /// Whether all of it is read, whatever else is out of sight by that.
    is_whole: bool,
    /// What was said of it before, and why it is asked, where that is said.
    why: Option<Flow>,
    /// For how long it is so, where that is known.
    age: Option<String>,
}

impl FindingRow {
    fn of(question: Question, sentence: String, within: bool, overview: &Overview) -> FindingRow {
        let age = question.since().map(|since| spoken::age(since, overview.now));
        FindingRow { question, within, sentence: Flow::of(sentence), is_whole: false, why: None, age }
    }

    /// The same with all that there is to read of it.
    fn whole(mut self, why: Option<String>) -> FindingRow {
        self.is_whole = true;
        self.why = why.map(Flow::of);
        self
    }

    /// Where it is said why it is asked, and in how many columns.
    fn reason(&self, columns: u16) -> (u16, Span) {
        let indent = self.place(columns).0 + 2;
        (indent, Span::even(columns.saturating_sub(indent + 1)))
    }

    /// Where its sentence begins, and how many columns it has of those of a line.
    fn place(&self, columns: u16) -> (u16, Span) {
        let indent = if self.within { 4 } else { 3 };
        let aside = self.shown_age(columns).map_or(0, |age| (text::width(age) as u16).max(AGE) + 2);
        (indent, Span::even(columns.saturating_sub(1 + aside + indent)))
    }

    /// The age, where it has room.
    fn shown_age(&self, columns: u16) -> Option<&str> {
        self.age.as_deref().filter(|_| columns >= 40)
    }

    fn needs(&self, columns: u16) -> Needs {
        let whole = self.sentence.lines_shown(self.place(columns).1);
        let why = self.why.as_ref().map_or(0, |why| why.lines_shown(self.reason(columns).1));
        Needs { least: if self.is_whole { whole } else { 1 }, whole, more: why }
    }

    /// The finding, where it is only one.
    pub fn finding(&self) -> Option<&CurrentFinding> {
        match &self.question {
            Question::One(held) => Some(held),
            Question::Many(_) => None,
        }
    }

    pub fn sentence(&self) -> &str {
        self.sentence.text()
    }

    /// The group that it is.
    pub fn group(&self) -> Option<&Group> {
        match &self.question {
            Question::One(_) => None,
            Question::Many(group) => Some(group),
        }
    }

    fn id(&self) -> String {
        match &self.question {
            Question::One(held) => held.finding.key.clone(),
            Question::Many(group) => group.rule.as_str().to_owned(),
        }
    }
}

#[derive(Default)]
pub struct Findings {
    list: List<FindingRow>,
    /// Whether all are shown.
    all: bool,
    /// How many more there are than the rows.
    left: i64,
    /// The rules whose groups are open.
    open: Vec<&'static Rule>,
}

impl Findings {
    pub fn selected(&self) -> Option<&FindingRow> {
        self.list.selected()
    }

    /// How many questions are shown, whatever stands open below them.
    fn shown(&self) -> i64 {
        self.list.rows.iter().filter(|row| !row.within).count() as i64
    }

    /// Opens the group of a rule, or shuts it.
    pub fn open(&mut self, rule: &'static Rule) {
        match self.open.iter().position(|open| *open == rule) {
            Some(at) => _ = self.open.remove(at),
            None => self.open.push(rule),
        }
    }

    /// Whether there are rows that open.
    pub fn has_groups(&self) -> bool {
        self.list.rows.iter().any(|row| row.group().is_some())
    }

    /// Opens all groups; where all are open, shuts them.
    pub fn open_all(&mut self) {
        let rules = self.list.rows.iter().filter_map(|row| Some(row.group()?.rule));
        let rules: Vec<&'static Rule> = rules.collect();
        let are_open = rules.iter().all(|rule| self.open.contains(rule));
        self.open = if are_open { Vec::new() } else { rules };
    }

    /// Whether there are more than the rows, and that is said below them.
    pub fn has_more(&self) -> bool {
        self.left > 0 && self.list.words.is_empty()
    }

    /// Shows all instead of five, or five again.
    pub fn show_all(&mut self, all: bool) {
        self.all = all;
    }
}

impl Pane for Findings {
    fn title(&self) -> String {
        words().scr_findings()
    }

    fn fact(&self, overview: &Overview) -> String {
        let (shown, all) = (self.shown(), overview.findings);
        match all {
            0 => String::new(),
            _ if shown < all => words().scr_findings_fact(shown, all),
            _ => words().scr_findings_all(all),
        }
    }

    fn gist(&self, overview: &Overview) -> String {
        let first = self.list.rows.first().map_or("", |row| row.sentence.text());
        let mark = self.list.rows.first().map_or("", |row| sign(row.question.rule().kind()));
        match overview.findings {
            ..=1 => format!("{mark} {first}"),
            all => words().scr_findings_gist(all, format!("{mark} {first}")),
        }
    }

    fn empty(&self) -> String {
        words().scr_findings_empty()
    }

    fn cursor(&self) -> &Cursor {
        &self.list.cursor
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.list.cursor
    }

    fn load(&mut self, session: &Session, overview: &Overview, from: From) -> Result<(), Error> {
        let board = session.board();
        let (now, today) = (overview.now, overview.today);
        let each = |held: Vec<CurrentFinding>, within: bool| -> Result<Vec<FindingRow>, Error> {
            let sentences = session.say_findings(&held)?;
            let row = |(held, said)| FindingRow::of(Question::One(Box::new(held)), said, within, overview);
            Ok(held.into_iter().zip(sentences).map(row).collect())
        };
        if !self.list.words.is_empty() {
            let read = |_, most| each(board.findings(now, today, most)?, false);
            self.list.kept = 0;
            let text = |row: &FindingRow| row.sentence.text().to_owned();
            self.list.read_with_needs(from, read, FindingRow::id, text, needs(self.list.room().lines))?;
        } else {
            let mut questions =
                if self.all { board.questions(now, today)? } else { board.foremost_questions(now, today)? };
            questions.truncate(if self.all { usize::MAX } else { SHOWN });
            let mut rows = Vec::new();
            for question in questions {
                let open = match &question {
                    Question::Many(group) if self.open.contains(&group.rule) => Some(group.rule),
                    _ => None,
                };
                let sentence = session.say_question(&question)?;
                rows.push(FindingRow::of(question, sentence, false, overview));
                if let Some(rule) = open {
                    rows.extend(each(board.findings_of(rule, now, today, ALL)?, true)?);
                }
            }
            if self.all {
                rows = with_reasons(rows, session, overview)?;
            }
            let at = self.list.place(&rows, from, FindingRow::id);
            let shown = rows.iter().filter(|row| !row.within).count() as i64;
            self.list.kept = u16::from(shown < overview.findings);
            self.list.replace(rows, at, from, needs(self.list.room().lines));
        }
        self.left = overview.findings - self.shown();
        Ok(())
    }

    fn lines(&self) -> usize {
        self.list.rows.len() + usize::from(self.has_more())
    }

    fn whole(&self, columns: u16) -> usize {
        let needed = |row: &FindingRow| usize::from(row.needs(columns).whole);
        // Beyond what any screen has, one a row is enough to say that it is more.
        let (near, far) = self.list.rows.split_at(self.list.rows.len().min(LINES));
        let lines = near.iter().map(needed).sum::<usize>() + far.len();
        lines + usize::from(self.has_more())
    }

    fn arrange(&mut self, room: Room) -> Option<From> {
        self.list.arrange(room, needs(room.lines))
    }

    fn width(&self) -> u16 {
        let widest = self.list.rows.iter().map(|row| row.sentence.width().min(120)).max();
        widest.unwrap_or(0) + 14
    }

    fn filter(&self) -> &str {
        &self.list.words
    }

    fn set_filter(&mut self, words: String) {
        self.list.words = words;
    }

    fn about(&self, i: usize) -> Option<SubjectRef> {
        self.list.get(i)?.finding()?.finding.facts.about()
    }

    fn detail(&self) -> Option<&str> {
        let row = self.selected()?;
        let span = row.place(self.list.room().columns).1;
        let is_cut = row.sentence.is_cut(span, self.list.cursor.lines(self.list.cursor.at()));
        is_cut.then_some(row.sentence.text())
    }

    fn after(&self) -> Option<String> {
        let key = crate::tui::shell::action::key_of("pane.zoom");
        self.has_more().then(|| words().scr_findings_more(self.left, key))
    }

    fn in_words(&self, i: usize, overview: &Overview) -> String {
        self.list.get(i).map_or_else(String::new, |row| super::in_words::finding(row, overview))
    }

    fn is_heading(&self, row: usize, _: u16) -> bool {
        self.list.get(row).is_some_and(|row| row.group().is_some())
    }

    fn row(&self, i: usize, _: &Overview, line: &mut Row<'_>) {
        let (row, theme) = (&self.list.rows[i], line.theme);
        let kind = row.question.rule().kind();
        line.mark(0);
        if !row.within {
            let style = if kind == FindingKind::Overlap { theme.alert } else { theme.warn };
            line.put(1, 1, sign(kind), style);
        }
        if let Some(age) = row.shown_age(line.width()) {
            let columns = text::width(age) as u16;
            line.put(line.width().saturating_sub(1 + columns), columns, age, theme.dim);
        }
        let (indent, span) = row.place(line.width());
        let (whole, lines) = (row.needs(line.width()).whole, self.list.cursor.lines(i));
        line.sentence(indent, span, lines.min(whole), row.sentence.text());
        if let Some(why) = row.why.as_ref().filter(|_| lines > whole) {
            let (indent, span) = row.reason(line.width());
            for (n, part) in (whole..).zip(flow::broken(why.text(), span, lines - whole)) {
                line.put_on(n, indent, span.first, &part, theme.dim);
            }
        }
    }
}

/// What the rows need, where there are so many lines: where there are as many rows, none goes on in a second line, and nothing
/// has to be measured.
fn needs(lines: u16) -> impl Fn(&[FindingRow], u16) -> Vec<Needs> {
    move |rows, columns| {
        let is_crowded = rows.len() >= usize::from(lines) && rows.iter().all(|row| !row.is_whole);
        let need = |row: &FindingRow| if is_crowded { Needs::just(1) } else { row.needs(columns) };
        rows.iter().map(need).collect()
    }
}

/// What is asked, and why: once where it is the same for several in a row, and not again for each of a group.
fn with_reasons(
    rows: Vec<FindingRow>,
    session: &Session,
    overview: &Overview,
) -> Result<Vec<FindingRow>, Error> {
    let mut above = String::new();
    let reasoned = |row: FindingRow| {
        let why = (!row.within).then(|| row.question.why(&overview.terms)).filter(|why| *why != above);
        if let Some(why) = &why {
            above.clone_from(why);
        }
        let said = row.finding().map(|held| session.say_before(held)).transpose()?.flatten();
        let both = match (said, why) {
            (Some(said), Some(why)) => Some(words().scr_finding_before(said, why)),
            (said, why) => said.or(why),
        };
        Ok(row.whole(both))
    };
    rows.into_iter().map(reasoned).collect()
}

/// The sign of a kind.
pub fn sign(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Overlap => marks().overlap,
        FindingKind::Gap => marks().gap,
        FindingKind::Unclear => marks().unclear,
        FindingKind::Stale => marks().stale,
        FindingKind::Load => marks().load,
    }
}
