//! Two long ways through the program, by keys only: somebody's first ten minutes, and a member's day.
//!
//! Short tests show that each thing works; these show that one leads to the next: the focus, the selection and what the
//! status line says are where somebody who goes on would look for them.

use ratatui::buffer::Buffer;

use crate::session::Session;
use crate::tui::screens::mode::{Mode, Start};
use crate::tui::shell::app::Request;
use crate::tui::shell::preferences::Preferences;
use crate::tui::shell::run::Front;
use crate::tui::shell::update::Msg;
use crate::tui::testing::{keys, rows, world};

/// Somebody at the whole program, from the welcome on.
struct Seat {
    mode: Mode,
    size: (u16, u16),
    request: Option<Request>,
}

impl Seat {
    fn at(start: Start, size: (u16, u16)) -> Seat {
        let world = world("long");
        let mode =
            Mode::begin(start, &world, Preferences::default(), Vec::new(), crate::cli::sample_team).unwrap();
        let mut seat = Seat { mode, size, request: None };
        seat.mode.tell(Msg::Resize(size.0, size.1));
        seat
    }

    /// Types keys, and sees what the status line says.
    fn press(&mut self, typed: &str) -> String {
        for key in keys(typed) {
            self.request = self.mode.tell(Msg::Key(key));
            self.mode.finish();
            self.mode.go_on().unwrap();
        }
        let rows = self.rows();
        rows[rows.len() - 2].trim().to_owned()
    }

    fn rows(&self) -> Vec<String> {
        let mut buf = Buffer::empty(ratatui::layout::Rect::new(0, 0, self.size.0, self.size.1));
        self.mode.view(buf.area, &mut buf);
        rows(&buf)
    }

    fn screen(&self) -> String {
        self.rows().join("\n")
    }

    /// The screen with another handle for the task that is called so: its own follows from how many ids were made.
    fn screen_without_handle(&self, title: &str) -> String {
        let screen = self.screen();
        let row = screen.lines().find(|row| row.contains(title)).expect("the task is there");
        let before = row.split(title).next().unwrap_or_default();
        let handle = before.split_whitespace().next_back().unwrap_or_default();
        screen.replace(handle.trim_start_matches(['┃', '▸']), "bak")
    }

    #[track_caller]
    fn says(&mut self, typed: &str, part: &str) {
        let said = self.press(typed);
        assert!(said.contains(part), "{typed}: {said}\n{}", self.screen());
    }

    #[track_caller]
    fn shows(&mut self, typed: &str, parts: &[&str]) {
        self.press(typed);
        let screen = self.screen();
        for part in parts {
            assert!(screen.contains(part), "{typed}: {part} is missing in\n{screen}");
        }
    }
}

#[test]
fn a_newcomers_first_ten_minutes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut seat = Seat::at(Start::Welcome { path: path.clone(), environment: world("new") }, (80, 24));
    seat.shows("", &["Start your team's board", "Learn by doing"]);
    // A look at the tutor, and back to where one was.
    seat.shows("3", &["1 of 12", "f shows only what nobody leads yet"]);
    seat.shows("f", &["2 of 12"]);
    seat.shows("q", &["Start your team's board"]);
    // A board of one's own.
    seat.shows("1 text:Warung_Kode Tab text:Ayu Enter", &["Warung Kode", "Ayu ▾", "n adds a task"]);
    insta::assert_snapshot!("newcomer_begins", seat.screen());
    // The first role, goal and task.
    seat.says("3 n text:Store_keeper Tab text:Neighbours_find_what_they_need Ctrl-S", "Ayu added the role");
    seat.press("c");
    seat.says("Enter", "Store keeper");
    seat.shows("", &["Store keeper   Ayu"]);
    seat.says("1 n text:Open_the_store Ctrl-S", "Open the store");
    seat.says("2 n text:Paint_the_door_blue Ctrl-S", "Paint the door blue");
    // It is claimed, begun, stopped, asked for, cleared, and done.
    seat.says("c", "Ayu claimed");
    seat.says(">", "doing");
    seat.press("b text:the_blue_paint Enter");
    seat.says("Enter", "the blue paint");
    seat.shows("5", &["the blue paint", "not asked"]);
    seat.says("!", "asked");
    seat.says("C text:by_post Enter", "the blue paint; by post");
    seat.says("2 x", "Paint the door blue");
    seat.says("u", "Ayu undid");
    seat.shows("", &["Paint the door blue", "doing 1"]);
    insta::assert_snapshot!("newcomer_owns", seat.screen_without_handle("Paint"));
    seat.says("U", "did again");
    // All of it is in the journal, and on the board that is opened the next time.
    seat.shows("9", &["Ayu claimed", "Ayu cleared what blocked", "Store keeper"]);
    seat.press("Esc q");
    assert!(matches!(seat.request, Some(Request::Quit)));
    let again = Session::open(&path, world("again")).unwrap();
    assert_eq!(again.board().name().unwrap(), "Warung Kode");
    assert_eq!(again.board().counts().unwrap().goals, 1);
}

#[test]
fn a_members_day() {
    let session = crate::testing::sample_team(world("demo"));
    let mut seat = Seat::at(Start::Board(Box::new(session)), (120, 40));
    // What changed, and who waits.
    seat.shows("9", &["Journal"]);
    seat.shows("6", &["waits"]);
    // A question of the board is settled.
    seat.says("4 S Down Enter text:they_pair_on_it Enter Enter", "they pair on it");
    // Something that nobody leads is claimed, and opened.
    seat.says("2 f c", "Ayu claimed dan");
    seat.shows("f / text:dan Enter", &["1 found"]);
    seat.shows("Enter", &["Move the shop list", "Ayu"]);
    seat.says("w text:the_export_is_half_done Enter", "the export is half done");
    insta::assert_snapshot!("member_writes_a_remark", seat.screen());
    seat.says("Esc >", "doing");
    // Not for today after all: it is offered, and shows so.
    seat.says("o text:budi Enter", "Budi");
    seat.shows("Esc m", &["Budi"]);
    // What is mine and blocked, by the language that the command line has, too.
    seat.shows("/ text:lead:me_is:blocked Enter", &["bof"]);
    insta::assert_snapshot!("member_narrows", seat.screen());
    seat.press("Esc");
    // The facts of the day, for the stand-up.
    seat.shows("9", &["they pair on it", "Ayu claimed dan", "the export is half done"]);
    insta::assert_snapshot!("member_looks_back", seat.screen());
    seat.press("q q");
    assert!(matches!(seat.request, Some(Request::Quit)));
}
