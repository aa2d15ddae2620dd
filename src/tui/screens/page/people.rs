//! The team, by name: what each holds and leads, what they wait for, are offered and have just done, and who is away. It
//! is the table of a stand-up.
//!
//! ```text
//!  who        holds                leads                               waits, offers, done
//! ▸Ayu        Store keeper         bak  Sign the payment contract      ▲ Dewi +1
//!  1 of 3 in hand                  nus  Send the tax report            ✓ jid, suj
//!  Budi       Treasurer            gam  Pay the server bill            kag? from Eka
//! ```
//!
//! **Invariant:** in the order of names, whatever somebody does: nobody is ranked, and how much is in hand against the own
//! limit stands on one's own row alone.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Opening, Page, Reading, Still, enters};
use crate::domain::calendar::{At, Day};
use crate::domain::id::SubjectRef;
use crate::insight::load::Load;
use crate::session::Error;
use crate::store::{MANY, PersonRow, TITLES, Wait};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Needs, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::{text, when};
use crate::tui::shell::action::Run;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// Below this there is no room for a table: a line says it in words.
const TABLE: u16 = 72;

/// Below this the titles need what the roles could use.
const WIDE: u16 = 100;

/// No column needs more.
const LONGEST: usize = 160;

/// The list of all members.
#[derive(Default)]
pub struct PeoplePage {
    list: List<PersonRow>,
    /// How wide the names, the roles, the tasks and the waits are.
    names: u16,
    roles: u16,
    leads: u16,
    notes: u16,
    handles: usize,
    /// What one has in hand oneself.
    load: Option<Load>,
}

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<PeoplePage>()
}

impl PeoplePage {
    fn selected(&self) -> Option<&PersonRow> {
        self.list.selected()
    }
}

impl Page for PeoplePage {
    fn selection(&self) -> Option<SubjectRef> {
        self.selected().map(|row| row.id.into())
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let board = reading.session.board();
        let (today, now) = (reading.overview.today, reading.overview.now);
        let times = (At::working_days_before(today, 1, reading.overview.terms.week()), now);
        let me = reading.overview.my_id();
        let read = |skip, most| board.people(times, skip, most);
        let needs = |rows: &[PersonRow], _| {
            rows.iter().map(|row| Needs::just(lines(row, Some(row.id) == me))).collect()
        };
        self.list.read_with_needs(from, read, |row| row.id, |row| row.name.clone(), needs)?;
        self.load = match me {
            Some(me) => board.member_row(me)?.map(|row| row.load()),
            None => None,
        };
        let rows = &self.list.rows;
        let width = |text: &str| text::width(&text::cut(text, LONGEST)) as u16;
        let widest = |texts: &mut dyn Iterator<Item = String>, heading: String| {
            texts.map(|text| width(&text)).max().unwrap_or(0).max(width(&heading))
        };
        let handles = rows.iter().flat_map(|row| &row.led).map(|(handle, _)| text::width(handle));
        self.handles = handles.max().unwrap_or(0);
        self.names = widest(&mut rows.iter().map(|row| row.name.clone()), words().people_who());
        self.roles = widest(&mut rows.iter().map(|row| row.roles.join(", ")), words().people_holds());
        let leads = &mut rows.iter().flat_map(|row| leads(row, self.handles, today));
        self.leads = widest(leads, words().people_leads());
        self.notes = widest(&mut rows.iter().flat_map(notes).map(|(note, _)| note), words().people_notes());
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::Shown))
    }

    fn enter(&self) -> Option<Run> {
        enters(self.selection()?)
    }

    fn detail(&self, overview: &Overview, _: Rect) -> Option<String> {
        let row = self.selected()?;
        let words = words();
        let mut said: Vec<String> = Vec::new();
        said.extend(standing(row, overview.today));
        if !row.roles.is_empty() {
            said.push(words.people_holds_these(row.roles.join(", ")));
        }
        said.extend(in_words(row));
        if said.is_empty() {
            said.push(words.people_nothing());
        }
        said.extend(row.contact.clone());
        Some(words.people_detail(&row.name, said.join(&format!(" {} ", marks().dot))))
    }

    fn view(&self, area: Rect, buf: &mut Buffer, overview: &Overview, theme: &Theme) {
        let words = words();
        let fact = words.people_fact(overview.counts.members);
        let around = Around { title: &words.people_title(), fact: &fact, empty: "" };
        let columns = self.columns(area.width.saturating_sub(2));
        list::view(
            area,
            buf,
            theme,
            &around,
            &self.list.cursor,
            Some(&|line| self.heading(line, &columns)),
            &|i, line| self.row(i, line, &columns, overview),
        );
    }
}

/// Where the columns begin, and how wide they are.
struct Columns {
    names: u16,
    table: Option<Table>,
}

struct Table {
    roles: (u16, u16),
    leads: (u16, u16),
    notes: (u16, u16),
}

impl PeoplePage {
    /// As wide as what stands in them; what is left goes to the tasks, whose titles can use it.
    fn columns(&self, room: u16) -> Columns {
        if room < TABLE {
            let names = self.names.min(room / 2);
            return Columns { names, table: None };
        }
        let share = |most: u16, part: u16| most.min(room * part / 100);
        let (names, notes) = (share(self.names, 20), share(self.notes, 26));
        let at = 1 + names + 3;
        let rest = room.saturating_sub(at + 3 + 3 + notes + 1);
        // What the tasks leave over goes to the roles, beyond their share.
        let sure = share(self.roles, if room < WIDE { 16 } else { 22 });
        let width = self.leads.min(rest.saturating_sub(sure));
        let roles = self.roles.min(rest - width).max(sure);
        let leads = at + roles + 3;
        let table = Table { roles: (at, roles), leads: (leads, width), notes: (leads + width + 3, notes) };
        Columns { names, table: Some(table) }
    }

    fn heading(&self, line: &mut Row<'_>, columns: &Columns) {
        let (words, dim) = (words(), line.theme.dim);
        line.put(1, columns.names, &words.people_who(), dim);
        if let Some(Table { roles, leads, notes }) = columns.table {
            line.put(roles.0, roles.1, &words.people_holds(), dim);
            line.put(leads.0, leads.1, &words.people_leads(), dim);
            line.put(notes.0, notes.1, &words.people_notes(), dim);
        }
    }

    fn row(&self, i: usize, line: &mut Row<'_>, columns: &Columns, overview: &Overview) {
        let (row, theme) = (&self.list.rows[i], line.theme);
        line.mark(0);
        let lead = line.lead(if row.left.is_some() { theme.dim } else { theme.text });
        line.put(1, columns.names, &row.name, lead);
        let Some(table) = &columns.table else {
            return self.in_lines(row, line, columns, overview.today);
        };
        if let Some(load) = self.load.filter(|_| Some(row.id) == overview.my_id()) {
            let said = words().people_in_hand(load.in_hand, load.limit);
            let room = (columns.names + 2 + table.roles.1).max(columns.names);
            line.put_on(1, 1, room, &said, theme.dim);
        }
        line.put(table.roles.0, table.roles.1, &row.roles.join(", "), theme.text);
        for (at, lead) in (0..).zip(leads(row, self.handles, overview.today)) {
            let style = if at < row.led.len() as u16 { theme.text } else { theme.dim };
            line.put_on(at, table.leads.0, table.leads.1, &lead, style);
        }
        for (at, (note, is_waiting)) in (0..).zip(notes(row)) {
            let style = if is_waiting { theme.alert } else { theme.dim };
            line.put_on(at, table.notes.0, table.notes.1, &note, style);
        }
    }

    /// Where there is no room for a table: what they lead beside the name, and first whether they are away.
    fn in_lines(&self, row: &PersonRow, line: &mut Row<'_>, columns: &Columns, today: Day) {
        let x = columns.names + 4;
        let room = line.width().saturating_sub(x + 1);
        let said = leads(row, self.handles, today);
        for (at, lead) in (0..).zip(&said) {
            let style = if at < row.led.len() as u16 { line.theme.text } else { line.theme.dim };
            line.put_on(at, x, room, lead, style);
        }
        if said.is_empty() {
            line.put(x, room, &in_words(row).join(", "), line.theme.text);
        }
    }
}

/// How many lines somebody takes.
fn lines(row: &PersonRow, is_me: bool) -> u16 {
    // Whether they are away has a line of its own, which is kept: the list is not read again for another day.
    let is_said = row.left.is_some() || row.away_from.is_some() || row.led.is_empty() && row.helps > 0;
    let leads = row.led.len() + usize::from(row.leads > row.led.len() as i64) + usize::from(is_said);
    leads.max(notes(row).len()).max(1 + usize::from(is_me)) as u16
}

/// What stands in the column of the tasks, line by line: the tasks, how many more, and that they are away or help only.
/// The titles stand below each other behind handles of that width.
fn leads(row: &PersonRow, handles: usize, today: Day) -> Vec<String> {
    let words = words();
    let mut lines: Vec<String> = row
        .led
        .iter()
        .map(|(handle, title)| words.page_task_line(format!("{handle:handles$}"), title))
        .collect();
    let more = row.leads - row.led.len() as i64;
    if more > 0 {
        lines.push(words.people_more(up_to(more, MANY - TITLES)));
    }
    let helps =
        (row.led.is_empty() && row.helps > 0).then(|| words.people_helps_only(up_to(row.helps, MANY)));
    lines.extend(standing(row, today).or(helps));
    lines
}

/// What stands beside them: what they wait for, what they are offered, what they have just done. Of each whether it waits.
fn notes(row: &PersonRow) -> Vec<(String, bool)> {
    let mut notes = Vec::new();
    if row.wait.is_some() {
        notes.push((waits(row), true));
    }
    notes.extend(row.offers.iter().map(|(handle, giver)| (words().people_offer(handle, giver), false)));
    if !row.done.is_empty() {
        notes.push((format!("{} {}", marks().done, row.done.join(", ")), false));
    }
    notes
}

/// Whether they are away, or have left.
fn standing(row: &PersonRow, today: Day) -> Option<String> {
    let words = words();
    if row.left.is_some() {
        return Some(words.people_left());
    }
    let from = row.away_from?;
    match row.away_until {
        Some(until) if until < today => None,
        Some(until) if from <= today => Some(words.people_away_until(when::short(until, today))),
        None if from <= today => Some(words.people_away()),
        _ => Some(words.people_away_from(when::short(from, today))),
    }
}

/// What they lead, help with and wait for, in words.
fn in_words(row: &PersonRow) -> Vec<String> {
    let words = words();
    let mut said = Vec::new();
    match row.led.first() {
        Some((handle, _)) if row.leads > 1 => {
            said.push(words.people_leads_more(handle, up_to(row.leads - 1, MANY - 1)))
        }
        Some((handle, _)) => said.push(words.people_leads_one(handle)),
        None => {}
    }
    if row.helps > 0 {
        said.push(words.people_helps(up_to(row.helps, MANY)));
    }
    if let Some(wait) = &row.wait {
        said.push(words.page_blocker_on(on(wait)));
    }
    said
}

/// What they wait for: the first, and how many more.
fn waits(row: &PersonRow) -> String {
    match &row.wait {
        None => String::new(),
        Some(wait) if row.waits > 1 => {
            format!("{} {} +{}", marks().blocked, on(wait), up_to(row.waits - 1, MANY - 1))
        }
        Some(wait) => format!("{} {}", marks().blocked, on(wait)),
    }
}

fn on(wait: &Wait) -> &str {
    match wait {
        Wait::Member(on) | Wait::Task(on) | Wait::Other(on) => on,
    }
}

/// A number of which no more than `most` were counted.
fn up_to(n: i64, most: i64) -> String {
    if n >= most { format!("{most}…") } else { n.to_string() }
}

#[cfg(test)]
mod tests {
    use crate::tui::testing::demo;

    #[test]
    fn the_team_stands_by_name_with_what_each_does() {
        let mut desk = demo(120, 40);
        desk.press("8");
        let screen = desk.screen();
        assert!(desk.selected().starts_with("Ayu"), "{screen}");
        for part in ["who", "holds", "leads", "waits, offers, done", "Store keeper", "Treasurer", "▲ Citra"]
        {
            assert!(screen.contains(part), "{part} is missing in\n{screen}");
        }
        let place =
            |name: &str| screen.find(&format!("┃ {name} ")).unwrap_or_else(|| panic!("{name}\n{screen}"));
        assert!(place("Budi") < place("Citra") && place("Citra") < place("Dewi"), "{screen}");
        // How much is in hand is said of oneself alone.
        assert_eq!(screen.matches("in hand").count(), 1, "{screen}");
        assert!(screen.contains("1 of 3 in hand") && !screen.contains("limit"), "{screen}");
        desk.press("j Enter");
        assert!(desk.screen().contains("━ Budi ━") || desk.screen().contains(" Budi ━"), "{}", desk.screen());
        desk.press("q");
        assert!(desk.selected().starts_with("Budi"), "{}", desk.screen());
    }

    #[test]
    fn who_is_away_is_said_with_the_day() {
        let mut desk = demo(120, 40);
        desk.press("8 G k k k");
        assert!(desk.screen().contains("away until"), "{}", desk.screen());
    }

    #[test]
    fn without_room_for_a_table_it_is_said_in_words() {
        let screen = demo(40, 12).press("8").screen();
        assert!(screen.contains("▸Ayu     bak  Sign"), "{screen}");
    }

    #[test]
    fn every_task_that_somebody_leads_stands_there_with_what_they_wait_for_are_offered_and_have_done() {
        let mut desk = demo(120, 40);
        let screen = desk.press("8").screen();
        for part in ["bak  Sign", "bof  Choose", "nus  Send", "▲ Dewi +1", "kag? from Budi"] {
            assert!(screen.contains(part), "{part} is missing in\n{screen}");
        }
        desk.press("q 2 j x Enter 8");
        let screen = desk.screen();
        assert!(screen.contains("✓ tiz") || screen.contains(", tiz"), "{screen}");
    }

    /// Tasks of which more are led than anybody reads.
    #[test]
    fn of_many_tasks_a_few_are_named_and_the_rest_is_counted() {
        use crate::domain::decide::{AddTask, Claim, ClaimAs, Command, Place};
        use crate::domain::id::TaskId;
        let mut session = crate::testing::sample_team(crate::tui::testing::world("many"));
        for n in 0..20 {
            let task = TaskId(session.new_id());
            session
                .perform(&Command::AddTask(AddTask::titled(task, format!("Count {n}"), Place::End)))
                .unwrap();
            session.perform(&Command::Claim(Claim { task, part: ClaimAs::Lead })).unwrap();
        }
        let screen = crate::tui::testing::desk(session, 120, 40).press("8").screen();
        assert!(screen.contains("and 2… more"), "{screen}");
    }
}
