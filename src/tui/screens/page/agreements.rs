//! What is agreed on: how the team decides first, then how it works, then charters; with who agreed and whose yes is
//! missing.
//!
//! ```text
//! ▸= boz  Money above 500,000 rupiah     how we decide   in force   7 of 7   Sun 28 Feb
//! ```

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Opening, Page, Reading, Still, enters};
use crate::domain::agreement::{AgreementState, Options};
use crate::domain::id::{MemberId, SubjectId, SubjectRef};
use crate::domain::spoken;
use crate::domain::subject::Kind;
use crate::insight::listed;
use crate::session::Error;
use crate::store::AgreementRow;
use crate::tui::kit::cursor::{Cursor, From};
use crate::tui::kit::list::{self, Around, Head, List, Row};
use crate::tui::kit::marks::marks;
use crate::tui::kit::text;
use crate::tui::kit::theme::Theme;
use crate::tui::shell::action::{self, Run};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// Where there are fewer columns, the title has all of them.
const NARROW: u16 = 60;
/// So many are looked through for what waits for oneself: a team has no more.
const MANY: usize = 100;

/// The list of agreements that are not over.
#[derive(Default)]
pub struct AgreementsPage {
    list: List<Line>,
    /// How many are in force, and how many wait for one's own yes.
    in_force: usize,
    asked: usize,
}

/// An agreement in words.
#[derive(Clone)]
struct Line {
    row: AgreementRow,
    kind: String,
    stands: String,
    agreed: String,
    waits: String,
    review: String,
    /// Whether it waits for one's own yes.
    is_asked: bool,
    /// What one could do about it.
    options: Options,
}

/// What a column says of an agreement.
type Column = fn(&Line) -> &str;

/// Opens it.
pub fn opening() -> Opening {
    super::from_the_start::<AgreementsPage>()
}

impl Page for AgreementsPage {
    fn selection(&self) -> Option<SubjectRef> {
        self.list.selected().map(|line| line.row.id.into())
    }

    fn lists(&self) -> Option<Kind> {
        Some(Kind::Agreement)
    }

    fn load(&mut self, reading: &Reading<'_>, from: From) -> Result<Still, Error> {
        let session = reading.session;
        let (board, today, me) = (session.board(), session.today(), session.me());
        let read = |skip, most| -> Result<Vec<Line>, Error> {
            let rows = board.agreements(today, false, skip, most)?;
            let owed = rows.iter().flat_map(|row| row.owed.iter().map(|member| SubjectId::from(*member)));
            let names = board.names(owed)?;
            let line = |row: AgreementRow| -> Result<Line, Error> {
                let waits: Vec<&str> = match row.state.is_over() {
                    true => Vec::new(),
                    false => row.owed.iter().map(|member| names.name(*member)).collect(),
                };
                Ok(Line {
                    kind: words().agreement_kind(row.kind.as_str()),
                    stands: stands(&row),
                    agreed: words().agreement_count(row.count().0, row.count().1),
                    waits: if waits.is_empty() { String::new() } else { listed(waits.into_iter()) },
                    review: row.review.map_or(String::new(), |day| spoken::date(day, today)),
                    is_asked: me.is_some_and(|me| row.asks(me)),
                    options: session.options(&session.agreement(row.id)?)?,
                    row,
                })
            };
            rows.into_iter().map(line).collect()
        };
        self.list.read(from, read, |line| line.row.id, |line| line.row.title.clone())?;
        let all = board.agreements(today, false, 0, MANY)?;
        let asks = |row: &&AgreementRow| me.is_some_and(|me: MemberId| row.asks(me));
        self.in_force = all.iter().filter(|row| row.state == AgreementState::InForce).count();
        self.asked = all.iter().filter(asks).count();
        Ok(Still::There)
    }

    fn options(&self) -> Option<Options> {
        self.list.selected().map(|line| line.options)
    }

    fn list(&mut self) -> Option<(&mut Cursor, Head)> {
        Some((&mut self.list.cursor, Head::None))
    }

    fn enter(&self) -> Option<Run> {
        enters(self.selection()?)
    }

    fn detail(&self, _: &Overview, _: Rect) -> Option<String> {
        let line = self.list.selected()?;
        let said = format!("{} {} {}", line.kind, marks().dot, line.stands);
        Some(match line.waits.is_empty() {
            true => said,
            false => words().agreement_detail(said, &line.waits),
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Overview, theme: &Theme) {
        let words = words();
        let fact = match self.list.rows.is_empty() {
            true => String::new(),
            false => words.agreement_fact(self.asked, self.in_force),
        };
        let empty = words.agreement_empty(action::key_of("new"));
        let around = Around { title: &words.agreement_title(), fact: &fact, empty: &empty };
        list::view(area, buf, theme, &around, &self.list.cursor, None, &|i, row| self.row(i, row));
    }
}

/// How it stands, in few words.
fn stands(row: &AgreementRow) -> String {
    let state = words().agreement_state(row.state.as_str());
    match (row.state, row.open.len()) {
        (AgreementState::InForce, asked @ 1..) => words().agreement_proposed_too(state, asked),
        _ => state,
    }
}

impl AgreementsPage {
    fn row(&self, i: usize, row: &mut Row<'_>) {
        let (line, theme) = (&self.list.rows[i], row.theme);
        row.mark(0);
        row.put(1, 1, marks().agreement, if line.is_asked { theme.warn } else { theme.accent });
        let mut right = row.width().saturating_sub(1);
        let widest =
            |of: Column| self.list.rows.iter().map(|line| text::width(of(line))).max().unwrap_or(0) as u16;
        if right >= NARROW {
            let columns: [(Column, Style); 4] = [
                (|line| &line.review, theme.dim),
                (|line| &line.agreed, if line.is_asked { theme.warn } else { theme.text }),
                (|line| &line.stands, theme.text),
                (|line| &line.kind, theme.dim),
            ];
            for (of, style) in columns {
                // What says less goes first, where there is no room for the title else.
                let columns = widest(of);
                if columns == 0 || right < NARROW.max(columns) / 2 + columns {
                    continue;
                }
                row.put(right.saturating_sub(columns), columns, of(line), style);
                right = right.saturating_sub(columns + 2);
            }
        }
        let handles = widest(|line| &line.row.handle);
        row.put(3, handles, &line.row.handle, theme.dim);
        let at = 3 + handles + 2;
        let lead = row.lead(theme.text);
        row.put(at, right.saturating_sub(at), &line.row.title, lead);
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::agreement::{AgreementKind, Wording};
    use crate::domain::decide::{AmendAgreement, Command, DraftAgreement};
    use crate::domain::id::AgreementId;
    use crate::session::Session;
    use crate::tui::testing::{demo, desk, world};

    #[test]
    fn keys_agree_amend_renew_and_leave() {
        let mut desk = demo(120, 40);
        desk.press("F7");
        assert!(desk.screen().contains("1 in force, 1 waits for you"), "{}", desk.screen());
        desk.press("j +");
        assert!(desk.says().contains("Ayu agreed to the agreement mir (Nobody is called after six)"));
        assert!(desk.screen().contains("2 in force"), "{}", desk.screen());
        desk.press("+");
        assert!(desk.says().contains("makes no sense here"), "one agrees once: {}", desk.says());
        desk.press("E Down Ctrl-E text:_Or_on_Sundays. Ctrl-S");
        assert!(desk.says().contains("Ayu amended the agreement mir (Nobody is called after six)"));
        assert!(desk.screen().contains("in force; an amendment is proposed"), "{}", desk.screen());
        desk.press("Enter");
        assert!(desk.screen().contains("version 2, Ayu"), "{}", desk.screen());
        desk.press("R text:+60d Enter");
        assert!(desk.says().contains("Ayu renewed the agreement mir"), "{}", desk.says());
        desk.press("- Enter");
        assert!(desk.says().contains("Ayu leaves the agreement mir"), "{}", desk.says());
        // One's own proposal goes first, and what is in force stays.
        desk.press("X text:not_yet Enter");
        assert!(!desk.screen().contains("version 2, Ayu"), "{}", desk.screen());
        assert!(desk.screen().contains("in force"), "{}", desk.screen());
    }

    #[test]
    fn a_yes_is_to_what_stands_on_the_screen_and_to_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.db");
        let home = |name: &str| world(name).with_settings(folder.path().join("setara"));
        let mut session = Session::start(&path, "Warung Kode", "Ayu", home("agrees")).unwrap();
        let ayu = session.me().unwrap();
        session.join("Budi", None).unwrap();
        let id = AgreementId(session.new_id());
        let parties = session.everybody_here().unwrap();
        let (title, text) = ("No calls".into(), "None after six".into());
        let wording = Wording { title, text, parties, ..Wording::default() };
        let kind = AgreementKind::Working;
        session
            .perform(&Command::DraftAgreement(DraftAgreement { id, kind, wording: wording.clone() }))
            .unwrap();
        session.become_member(ayu).unwrap();
        let mut desk = desk(session, 120, 40);
        desk.press("F7 Enter");
        let screen = desk.screen();
        assert!(screen.contains("Do you agree to it?") && screen.contains("None after six"), "{screen}");
        let mut elsewhere = Session::open(&path, home("amends")).unwrap();
        elsewhere.act_as(Some("Budi")).unwrap();
        let wording = Wording { text: "None after five".into(), ..wording };
        elsewhere.perform(&Command::AmendAgreement(AmendAgreement { agreement: id, wording })).unwrap();
        let before = elsewhere.board().journal_len().unwrap();
        desk.press("+");
        assert!(desk.says().contains("was amended: read the new one"), "{}", desk.screen());
        assert_eq!(elsewhere.board().journal_len().unwrap(), before);
        desk.look_around();
        let screen = desk.screen();
        assert!(screen.contains("None after five") && screen.contains("read the new one"), "{screen}");
        desk.press("+");
        assert!(desk.says().contains("Ayu agreed to"), "{}", desk.screen());
        let before = elsewhere.board().journal_len().unwrap();
        assert!(!desk.screen().contains("Do you agree"), "{}", desk.screen());
        desk.press("+");
        assert_eq!(elsewhere.board().journal_len().unwrap(), before, "no yes is written twice");
    }

    #[test]
    fn the_list_drafts_a_new_one() {
        let mut desk = demo(120, 40);
        desk.press("F7 n text:Fridays Tab text:We_do_not_meet_on_Fridays Ctrl-S");
        assert!(desk.says().contains("Ayu drafted the agreement "), "{}", desk.says());
        assert!(desk.screen().contains("1 of 7"), "{}", desk.screen());
    }
}
