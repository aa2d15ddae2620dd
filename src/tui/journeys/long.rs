//! Long ways through the program, by keys only: somebody's first ten minutes, a board that is brought along, a member's
//! day, and a round of the team at one screen.
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
        let handle = handle.trim_start_matches(['┃', '▸']);
        let (told, shown) = (format!("{handle}  {title}"), format!("bak  {title}"));
        // A handle is longer where another one begins as it does.
        screen.replace(&told, &format!("{shown:width$}", width = told.len())).replace(handle, "bak")
    }

    /// On which line of the screen something stands.
    #[track_caller]
    fn line_of(&self, part: &str) -> usize {
        let found = self.rows().iter().position(|row| row.contains(part));
        found.unwrap_or_else(|| panic!("{part} is missing in\n{}", self.screen()))
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
    seat.shows("1 text:Warung_Kode Tab text:Ayu Enter", &["Warung Kode", "Ayu ▾", "add a task"]);
    // The file lies elsewhere at every run.
    let file = path.display().to_string();
    let screen = seat.screen().replace(&file, &format!("{:width$}", "board.db", width = file.len()));
    insta::assert_snapshot!("newcomer_begins", screen);
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
    insta::assert_snapshot!("newcomer_owns", seat.screen_without_handle("Paint the door blue"));
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
    seat.says("4 S Down Down Down Enter text:they_pair_on_it Enter Enter", "they pair on it");
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

/// A small board as Trello writes it, of two people.
const CAFE: &str = r#"{"id":"b1","name":"Cafe","labels":[],"checklists":[],"actions":[],
"lists":[{"id":"l1","name":"To do","closed":false,"pos":1},{"id":"l2","name":"Doing","closed":false,"pos":2}],
"cards":[{"id":"5f0000000000000000000001","name":"Paint the door","idList":"l1","pos":1,"closed":false,
"idMembers":["m1"],"desc":"","labels":[],"due":null},
{"id":"5f0000000000000000000002","name":"Order the cups","idList":"l2","pos":1,"closed":false,
"idMembers":["m2"],"desc":"","labels":[],"due":null}],
"members":[{"id":"m1","fullName":"Ayu Lestari","username":"ayu"},{"id":"m2","fullName":"Budi Santoso","username":"budi"}]}"#;

#[test]
fn a_board_of_another_tool_is_brought_along() {
    let folder = tempfile::tempdir().unwrap();
    let (board, export) = (folder.path().join("board.db"), folder.path().join("cafe.json"));
    std::fs::write(&export, CAFE).unwrap();
    let mut seat = Seat::at(Start::Welcome { path: board, environment: world("new") }, (100, 30));
    seat.press("4");
    seat.mode.tell(Msg::Paste(export.display().to_string()));
    // What comes in is seen before it does.
    seat.shows("Enter", &["From a Trello board, Cafe", "2 members", "2 tasks", "To do → open (1)"]);
    seat.shows("text:Ayu Enter", &["Are you the Ayu Lestari of the file?", "somebody else"]);
    seat.shows("n", &["Which of these are you?", "Ayu Lestari", "Budi Santoso", "None of them"]);
    seat.says("Enter", "Ayu said that Ayu Lestari is Ayu   u takes it back");
    let row = seat.line_of("Paint the door");
    assert!(seat.rows()[row].contains(" Ayu ") && !seat.screen().contains("Lestari  "), "{}", seat.screen());
    // What one leads oneself is there at once, and nothing asks who anybody is.
    seat.shows("m", &["Paint the door"]);
    assert!(!seat.screen().contains("Order the cups"), "{}", seat.screen());
    seat.shows("m 2 g x", &["is led by Budi Santoso. Done?"]);
    seat.press("Esc");
    seat.shows("9", &["Ayu brought in", "Budi Santoso claimed", "said that Ayu Lestari is Ayu"]);
}

#[test]
fn whoever_brings_a_board_says_with_one_key_who_of_it_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let (board, export) = (folder.path().join("board.db"), folder.path().join("cafe.json"));
    std::fs::write(&export, CAFE).unwrap();
    let mut seat = Seat::at(Start::Welcome { path: board, environment: world("same") }, (100, 30));
    seat.press("4");
    seat.mode.tell(Msg::Paste(export.display().to_string()));
    seat.press("Enter text:Ayu Enter");
    seat.shows("y", &["Paint the door"]);
    assert!(!seat.screen().contains("Which of these"), "it is said already: {}", seat.screen());
    let row = seat.line_of("Paint the door");
    assert!(seat.rows()[row].contains(" Ayu ") && !seat.screen().contains("Lestari  "), "{}", seat.screen());
    seat.shows("m", &["Paint the door"]);
}

#[test]
fn a_round_of_seven_at_one_screen() {
    let session = crate::testing::sample_team(world("demo"));
    let mut seat = Seat::at(Start::Board(Box::new(session)), (120, 40));
    // Who is there and what each has in hand; how much that is, everybody sees of themselves alone.
    seat.shows("8", &["7 members", "Fajar", "away until", "kag? from Budi"]);
    assert_eq!(seat.screen().matches("in hand").count(), 1, "{}", seat.screen());
    // Each in turn acts as themselves.
    seat.says("Esc @ text:budi Enter", "You are Budi on this screen; Ayu before");
    let line = seat.line_of("Build the checkout page");
    seat.says("2 g j x", "Budi finished tiz");
    assert_eq!(seat.line_of("▸tiz  Build the checkout page"), line, "nothing moves under the hand");
    // A slip ends nothing of others: it asks, and what was ended is not ended twice.
    seat.press("x");
    seat.shows("j x", &["vok is led by Dewi and has an open blocker. Done?"]);
    seat.press("Esc");
    seat.says("@ text:citra Enter 5 !", "Citra asked Dewi about what blocks nus");
    // What one is offered is named before one takes it.
    seat.says("@ text:eka Enter a", "Budi offers you kag");
    seat.says("a", "Eka accepted kag");
    seat.says("@ text:gita Enter 2 f c", "Gita claimed dan");
    seat.says("u", "Gita undid: Gita claimed dan");
    seat.says("U", "Gita did again: Gita claimed dan");
    // At the end the screen is whose it was, and what was done is everybody's own.
    seat.says("f @ text:ayu Enter", "You are Ayu on this screen; Gita before");
    let done = ["Gita claimed dan", "Eka accepted kag", "Citra asked Dewi", "Budi finished tiz"];
    seat.shows("9", &done);
    let lines: Vec<usize> = done.iter().map(|part| seat.line_of(part)).collect();
    assert!(lines.is_sorted(), "the newest stands first: {}", seat.screen());
}
