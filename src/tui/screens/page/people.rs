//! The team, a line a member, by name: what each holds, leads and waits for, and who is away.
//!
//! ```text
//!  who        holds                leads                               waits for
//! ▸Ayu        Store keeper         bak  Sign the payment contract  +2  Dewi +1
//!  Budi       Treasurer            gam  Pay the server bill                      away until Mon
//! ```
//!
//! **Invariant:** in the order of names, whatever somebody does: nobody is ranked, and how much somebody has in hand
//! against their own limit is not here.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Opening, Page, Reading, Still, of};
use crate::domain::calendar::Day;
use crate::domain::id::SubjectRef;
use crate::session::Error;
use crate::store::{MANY, PersonRow, Wait};
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::theme::Theme;
use crate::tui::kit::{text, when};
use crate::tui::shell::action::Run;
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// Below this there is no room for a table: a line says it in words.
const TABLE: u16 = 72;

/// The list of all members.
#[derive(Default)]
pub struct PeoplePage {
    list: List<PersonRow>,
    /// How wide the names, the roles, the tasks and the waits are.
    names: u16,
    roles: u16,
    leads: u16,
    waits: u16,
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
        self.list.read(from, |skip, most| board.people(skip, most), |row| row.id, |row| row.name.clone())?;
        let rows = &self.list.rows;
        let widest = |of: &dyn Fn(&PersonRow) -> String| {
            rows.iter().map(|row| text::width(&text::cut(&of(row), 40))).max().unwrap_or(0) as u16
        };
        self.names = widest(&|row| row.name.clone()).max(text::width(&words().people_who()) as u16);
        self.roles = widest(&|row| row.roles.join(", ")).max(text::width(&words().people_holds()) as u16);
        self.leads = rows.iter().map(|row| leads(row, reading.overview.today).width()).max().unwrap_or(0);
        self.waits = widest(&waits).max(text::width(&words().people_waits()) as u16);
        Ok(Still::There)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::Shown))
    }

    fn enter(&self) -> Option<Run> {
        let subject = self.selection()?;
        Some(Box::new(move |_| vec![Effect::Open(of(subject))]))
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
            &|i, line| self.row(i, line, &columns, overview.today),
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
    waits: (u16, u16),
}

impl PeoplePage {
    /// As wide as what stands in them; what is left goes to the tasks, whose titles can use it.
    fn columns(&self, room: u16) -> Columns {
        if room < TABLE {
            let names = self.names.min(room / 2);
            return Columns { names, table: None };
        }
        let share = |most: u16, part: u16| most.min(room * part / 100);
        let (names, roles, waits) = (share(self.names, 20), share(self.roles, 24), share(self.waits, 20));
        let at = 1 + names + 3;
        let leads = at + roles + 3;
        let most = room.saturating_sub(leads + 3 + waits + 1);
        let width = self.leads.max(text::width(&words().people_leads()) as u16).min(most);
        let table = Table { roles: (at, roles), leads: (leads, width), waits: (leads + width + 3, waits) };
        Columns { names, table: Some(table) }
    }

    fn heading(&self, line: &mut Row<'_>, columns: &Columns) {
        let (words, dim) = (words(), line.theme.dim);
        line.put(1, columns.names, &words.people_who(), dim);
        if let Some(Table { roles, leads, waits }) = columns.table {
            line.put(roles.0, roles.1, &words.people_holds(), dim);
            line.put(leads.0, leads.1, &words.people_leads(), dim);
            line.put(waits.0, waits.1, &words.people_waits(), dim);
        }
    }

    fn row(&self, i: usize, line: &mut Row<'_>, columns: &Columns, today: Day) {
        let (row, theme) = (&self.list.rows[i], line.theme);
        line.mark(0);
        let lead = line.lead(if row.left.is_some() { theme.dim } else { theme.text });
        line.put(1, columns.names, &row.name, lead);
        let standing = standing(row, today);
        let Some(table) = &columns.table else {
            let x = columns.names + 4;
            let room = line.width().saturating_sub(x + 1);
            match standing {
                Some(standing) => line.put(x, room, &standing, theme.dim),
                None => line.put(x, room, &in_words(row).join(", "), theme.text),
            };
            return;
        };
        line.put(table.roles.0, table.roles.1, &row.roles.join(", "), theme.text);
        let (x, room) = table.leads;
        let said = leads(row, today);
        let behind = text::width(&said.more) + text::width(&said.standing);
        let x = line.put(x, room.saturating_sub(behind as u16), &said.task, theme.text);
        let x = line.put(x, text::width(&said.more) as u16, &said.more, theme.accent);
        line.put(x, (table.leads.0 + room).saturating_sub(x), &said.standing, theme.dim);
        line.put(table.waits.0, table.waits.1, &waits(row), theme.alert);
    }
}

/// What stands in the column of the tasks.
struct Leads {
    /// The one in their hands.
    task: String,
    /// How many more.
    more: String,
    /// That they are away, or help only.
    standing: String,
}

impl Leads {
    fn width(&self) -> u16 {
        let task = text::width(&text::cut(&self.task, 60));
        (task + text::width(&self.more) + text::width(&self.standing)) as u16
    }
}

fn leads(row: &PersonRow, today: Day) -> Leads {
    let words = words();
    let standing = standing(row, today);
    let Some((_, handle, title)) = &row.lead else {
        let helps = (row.helps > 0).then(|| words.people_helps_only(up_to(row.helps, MANY)));
        let standing = standing.or(helps).unwrap_or_default();
        return Leads { task: String::new(), more: String::new(), standing };
    };
    let more = match row.leads {
        0 | 1 => String::new(),
        leads => format!(" +{}", up_to(leads - 1, MANY - 1)),
    };
    let standing = standing.map(|said| format!("  {said}")).unwrap_or_default();
    Leads { task: words.page_task_line(handle, title), more, standing }
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
    match &row.lead {
        Some((_, handle, _)) if row.leads > 1 => {
            said.push(words.people_leads_more(handle, up_to(row.leads - 1, MANY - 1)))
        }
        Some((_, handle, _)) => said.push(words.people_leads_one(handle)),
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
        for part in ["who", "holds", "leads", "waits for", "Store keeper", "Treasurer", "▲ Citra"] {
            assert!(screen.contains(part), "{part} is missing in\n{screen}");
        }
        let place =
            |name: &str| screen.find(&format!(" {name} ")).unwrap_or_else(|| panic!("{name}\n{screen}"));
        assert!(place("Budi") < place("Citra") && place("Citra") < place("Dewi"), "{screen}");
        assert!(!screen.contains("limit") && !screen.contains("in hand"), "{screen}");
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
        assert!(screen.contains("leads bak, +2"), "{screen}");
    }
}
