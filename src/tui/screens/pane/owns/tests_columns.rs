//! Tasks side by side, as they are moved and met with keys and with the mouse.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::exchange::bundle::{Bundle, Claim, Member, Task};
use crate::session::{Environment, Session};
use crate::tui::kit::clicks::Press;
use crate::tui::kit::text;
use crate::tui::shell::desk::Desk;
use crate::tui::shell::preferences::Preferences;
use crate::tui::shell::update::Msg;
use crate::tui::testing::{demo, desk, rows, world};

/// What stands in the columns, row by row and column by column.
fn cells(desk: &Desk) -> Vec<Vec<String>> {
    let all = rows(&desk.frame());
    let row = |row: &String| {
        let row = row.trim_matches(['┃', '│', '▌']);
        row.split(['│', '▌']).map(|cell| cell.trim_end().to_owned()).collect()
    };
    all[2..all.len() - 3].iter().map(row).collect()
}

fn heads(desk: &Desk) -> Vec<String> {
    cells(desk)[0].iter().map(|head| head.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The column of the selected card, and the line on which it begins.
fn place(desk: &Desk) -> (usize, usize) {
    let cells = cells(desk);
    let found = cells
        .iter()
        .enumerate()
        .find_map(|(line, row)| Some((row.iter().position(|cell| cell.starts_with('▸'))?, line)));
    found.unwrap_or_else(|| panic!("nothing is selected in\n{}", desk.screen()))
}

/// The handle of the selected card.
fn handle(desk: &Desk) -> String {
    desk.app().home().owns.selected().map(|row| row.handle.clone()).unwrap_or_default()
}

#[test]
fn as_many_columns_stand_side_by_side_as_there_is_room_for() {
    assert_eq!(
        heads(demo(120, 40).press("2 #")),
        ["open 20 ▾ 11 more", "doing 8", "review 3", "finished 10 ▾ 1 more"]
    );
    let mut desk = demo(80, 24);
    desk.press("2 #");
    assert_eq!(heads(&desk), ["open 20 ▾ 11 more", "doing 8", "review 3 1 ›"]);
    desk.press("l l");
    assert_eq!(heads(&desk), ["‹ 1 doing 8", "review 3", "finished 10 ▾ 1 more"]);
    assert_eq!(place(&desk).0, 2);
    assert_eq!(heads(demo(40, 12).press("2 #")), ["‹ 1 doing 8 ▾ 5 more 2 ›"]);
}

#[test]
fn the_columns_at_their_sizes() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        insta::assert_snapshot!(
            format!("columns_{width}x{height}"),
            demo(width, height).press("2 # j").screen()
        );
    }
}

#[test]
fn a_step_beside_stays_on_its_line() {
    let mut desk = demo(80, 24);
    desk.press("2 # j j");
    let (_, line) = place(&desk);
    assert_eq!(line, 5);
    for key in ["h", "l", "Left", "Tab"] {
        desk.press(key);
        assert_eq!(place(&desk).1, line, "{key}\n{}", desk.screen());
    }
    // A shorter column has no such line.
    desk.press("j j j l");
    assert!(desk.selected().contains("Publish the"), "{}", desk.screen());
    desk.press("h h h h");
    assert_eq!(place(&desk).0, 0, "there is none further left");
}

#[test]
fn a_card_that_is_moved_is_followed_into_its_column() {
    let mut desk = demo(120, 40);
    desk.press("2 # g");
    let bak = handle(&desk);
    assert_eq!((bak.as_str(), place(&desk).0), ("bak", 1));
    for (key, column) in [(">", 2), ("<", 1), ("<", 0), (">", 1), (">", 2)] {
        desk.press(key);
        assert_eq!((handle(&desk), place(&desk).0), (bak.clone(), column), "{key}\n{}", desk.screen());
    }
    desk.press("> Enter");
    assert!(desk.says().contains("finished bak"), "{}", desk.says());
    assert_eq!((handle(&desk), place(&desk).0), (bak.clone(), 3), "{}", desk.screen());
    desk.press("x x >");
    assert!(!desk.says().contains("finished"), "nothing else slipped under the hand: {}", desk.says());
    desk.press("u");
    assert_eq!((handle(&desk), place(&desk).0), (bak, 2), "{}", desk.screen());
}

#[test]
fn every_key_acts_on_the_selected_card() {
    let mut desk = demo(120, 40);
    desk.press("2 # g h g c");
    assert!(desk.says().contains("Ayu claimed dan"), "{}", desk.says());
    desk.press("Enter");
    assert!(desk.screen().contains("Move the shop list to the new database"), "{}", desk.screen());
    assert!(!desk.screen().contains("2 Who owns what"), "{}", desk.screen());
    desk.press("Esc n text:Paint_the_door Enter");
    assert!(desk.app().home().owns.selected().is_some_and(|row| row.title == "Paint the door"));
    assert_eq!(place(&desk).0, 0, "{}", desk.screen());
    desk.press("K");
    assert!(desk.says().contains("another place in the pull order"), "{}", desk.says());
    desk.press("/ text:shop Enter");
    assert!(desk.screen().contains("2 Who owns what /shop"), "{}", desk.screen());
    assert!(cells(&desk).iter().flatten().all(|cell| !cell.contains("Paint")), "{}", desk.screen());
    desk.press("Esc");
    assert!(heads(&desk)[0].starts_with("open 21"), "{:?}", heads(&desk));
    desk.press("d");
    assert_eq!(heads(&desk), ["finished"]);
    desk.press("d Esc");
    assert!(desk.screen().contains("1 Goals"), "{}", desk.screen());
}

#[test]
fn the_list_and_the_columns_stand_on_the_same_task() {
    let mut desk = demo(120, 40);
    desk.press("2 z j j j");
    let there = handle(&desk);
    for key in ["#", "#", "#", "z", "z"] {
        desk.press(key);
        assert_eq!(handle(&desk), there, "{key}\n{}", desk.screen());
    }
    assert!(desk.app().home().is_beside(), "they are in columns again where they are alone again");
}

#[test]
fn columns_are_there_again_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let world = world("demo").with_settings(folder.path().to_owned());
    let start = || {
        let mut desk = desk(crate::testing::sample_team(world.clone()), 120, 40);
        desk.prefer(Preferences::undrawn(&world).0, None);
        desk
    };
    start().press("#");
    let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
    assert!(text.contains("\ncolumns = \"on\""), "{text}");
    assert!(heads(start().press("z"))[1].starts_with("doing 8"));
    start().press("z #");
    let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
    assert!(!text.contains("\ncolumns ="), "{text}");
}

#[test]
fn the_list_is_whole_again_where_it_stood_in_columns_out_of_sight() {
    let folder = tempfile::tempdir().unwrap();
    let world = world("demo").with_settings(folder.path().to_owned());
    let start = || {
        let mut desk = desk(crate::testing::sample_team(world.clone()), 200, 60);
        desk.prefer(Preferences::undrawn(&world).0, None);
        desk
    };
    start().press("#");
    let mut desk = start();
    let rows = |desk: &Desk| desk.screen().lines().filter(|row| row.contains("‹pull me›")).count();
    assert_eq!(rows(&desk), 11, "{}", desk.screen());
    desk.press("4 z z");
    assert_eq!(rows(&desk), 11, "{}", desk.screen());
}

#[test]
fn there_is_a_column_for_everybody_who_leads_and_for_each_goal_and_role() {
    let mut desk = demo(120, 40);
    desk.press("2 # = text:by_lead Enter");
    assert!(heads(&desk)[0].starts_with("nobody's yet 11"), "what nobody leads is first: {:?}", heads(&desk));
    assert_eq!(heads(&desk)[1..], ["Ayu", "Budi", "Citra 4 ›"], "nobody is counted");
    desk.press("h");
    let task = handle(&desk);
    desk.press("c");
    assert_eq!((handle(&desk), place(&desk).0), (task, 1), "it is Ayu's now: {}", desk.screen());
    assert_eq!(heads(&desk)[1], "Ayu");
    desk.press("= text:by_goal Enter");
    assert!(heads(&desk).iter().any(|head| head.contains("Open the co-op store")), "{:?}", heads(&desk));
    desk.press("= text:all_in_one Enter");
    assert!(heads(&desk)[1].starts_with("doing"), "{:?}", heads(&desk));
}

#[test]
fn what_is_ended_stays_where_there_is_no_column_for_it() {
    let mut desk = demo(120, 40);
    desk.press("2 # = text:by_lead Enter l l l l l G");
    let (task, at) = (handle(&desk), place(&desk));
    desk.press("X text:no_need Enter");
    assert!(desk.says().contains("dropped"), "{}", desk.says());
    assert_eq!((handle(&desk), place(&desk)), (task.clone(), at), "{}", desk.screen());
    desk.press("u");
    assert_eq!((handle(&desk), place(&desk)), (task, at), "{}", desk.screen());
}

/// A board in a file with so many open tasks, of which some are being done.
fn crowd(tasks: usize) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let claim = || Claim { member: "Ayu".into(), part: "lead".into(), ..Claim::default() };
    let task = |n: usize| Task {
        key: format!("t{n}"),
        title: format!("{n} 在庫の棚卸しと配送業者への連絡をまとめて済ませる"),
        state: ["open", "doing", "review"][n % 3].into(),
        claims: if n.is_multiple_of(3) { Vec::new() } else { vec![claim()] },
        ..Task::default()
    };
    let bundle = Bundle {
        members: vec![Member { key: "Ayu".into(), name: "Ayu".into(), ..Member::default() }],
        tasks: (0..tasks).map(task).collect(),
        ..Bundle::default()
    };
    let mut session = Session::start(&path, "Team", "Ayu", world("crowd")).unwrap();
    session.import(&bundle, &mut |_| {}).unwrap();
    (folder, path)
}

fn open(path: &std::path::Path, world: Environment) -> Session {
    let mut session = Session::open(path, world).unwrap();
    session.act_as(Some("Ayu")).unwrap();
    session
}

#[test]
fn what_others_change_leaves_the_selected_card_on_its_line() {
    let (_folder, path) = crowd(150);
    let mut here = desk(open(&path, world("here")), 120, 40);
    let mut there = desk(open(&path, world("there")), 120, 40);
    here.press("2 # g PgDn j j");
    let (task, at) = (handle(&here), place(&here));
    assert!(heads(&here)[0].starts_with("open 50 ▾ 4"), "what is not loaded is counted: {:?}", heads(&here));
    // Above it one is moved on, and others come.
    there.press("2 # g >");
    here.look_around();
    assert_eq!((handle(&here), place(&here)), (task.clone(), at), "{}", here.screen());
    there.press("2 g l g < h");
    here.look_around();
    assert_eq!((handle(&here), place(&here)), (task, at), "{}", here.screen());
}

#[test]
fn no_more_is_loaded_of_a_larger_board() {
    let loaded = |tasks: usize| {
        let (_folder, path) = crowd(tasks);
        let mut desk = desk(open(&path, world("large")), 120, 40);
        let mut loaded = Vec::new();
        for keys in ["2 #", "PgDn PgDn PgDn", "j", "l", "PgDn", ">", "<", "h", "z z"] {
            desk.press(keys);
            let owns = &desk.app().home().owns;
            loaded.push(owns.columns.iter().map(|column| column.rows.len()).collect::<Vec<_>>());
        }
        loaded
    };
    let (few, many) = (loaded(300), loaded(1_500));
    assert_eq!(few, many);
    assert!(few.iter().flatten().all(|rows| *rows <= 61), "{few:?}");
}

#[test]
fn a_title_without_blanks_is_broken_and_cut_in_its_column() {
    let (_folder, path) = crowd(30);
    for (width, height) in [(80, 24), (120, 40)] {
        let mut desk = desk(open(&path, world("wide")), width, height);
        desk.press("2 #");
        assert_eq!(desk.screen().contains('…'), width == 80, "{}", desk.screen());
        for row in rows(&desk.frame())[2..height as usize - 4].iter() {
            assert_eq!(text::width(row), usize::from(width), "{row}");
        }
        assert_eq!(
            desk.says().contains("まとめて済ませる"),
            width == 80,
            "what is cut is said: {}",
            desk.says()
        );
    }
}

#[test]
fn where_all_cards_of_a_column_have_room_their_titles_are_whole() {
    let mut desk = demo(80, 24);
    desk.press("2 #");
    let review: Vec<String> =
        cells(&desk).iter().filter_map(|row| Some(row.get(2)?.trim().to_owned())).collect();
    assert_eq!(review[1..4], ["Show an invoice as", "a PDF", "riv  Eka +1   21 h"], "{}", desk.screen());
    assert!(cells(&desk)[1][0].ends_with('…'), "{}", desk.screen());
    // With another card they still have it, and an empty line between two of them.
    desk.press(">");
    let review: Vec<String> =
        cells(&desk).iter().filter_map(|row| Some(row.get(2)?.trim().to_owned())).collect();
    assert_eq!(
        review[4..8],
        ["", "Show an invoice as a", "PDF", "riv  Eka +Ayu      21 h"],
        "{}",
        desk.screen()
    );
}

#[test]
fn lines_to_spare_go_to_the_cards_that_are_cut() {
    let doing = |desk: &Desk| -> Vec<String> {
        let line = |row: &Vec<String>| Some(row.get(1)?.trim_start_matches('▸').trim().to_owned());
        cells(desk).iter().filter_map(line).filter(|line| !line.is_empty()).collect()
    };
    let mut desk = demo(80, 24);
    desk.press("2 # g");
    let lines = doing(&desk);
    assert_eq!(
        lines[5..7],
        ["Write the delivery price", "table"],
        "the first that is cut: {}",
        desk.screen()
    );
    assert_eq!(lines.len(), 19, "no line is empty while a title is cut: {}", desk.screen());
    // Which of them is selected makes no difference.
    desk.press("j j j j j");
    assert_eq!(doing(&desk), lines, "{}", desk.screen());
    // Without the first one there are two lines more; what the last one lacks is said where it is selected.
    desk.press("g > h G");
    let lines = doing(&desk);
    let cut: Vec<_> = lines.iter().filter(|line| line.contains('…')).collect();
    assert_eq!(cut, ["Write the owner's guid…"], "{}", desk.screen());
    assert!(desk.says().contains("Write the owner's guide to the"), "{}", desk.says());
}

#[test]
fn a_title_of_sixty_columns_is_whole_beside_long_names_and_emptier_panes() {
    let title = format!("{} end", "Write ten words ".repeat(4).split_at(56).0);
    assert_eq!(text::width(&title), 60);
    let members = ["Gilang Santosowati", "Kirana Lestari"];
    let claim =
        |member: &str, part: &str| Claim { member: member.into(), part: part.into(), ..Claim::default() };
    let task = Task {
        key: "t".into(),
        title: title.clone(),
        state: "doing".into(),
        claims: vec![claim(members[0], "lead"), claim(members[1], "helper")],
        ..Task::default()
    };
    let member = |name: &str| Member { key: name.into(), name: name.into(), ..Member::default() };
    let bundle = Bundle { members: members.map(member).into(), tasks: vec![task], ..Bundle::default() };
    let mut session = Session::in_memory("Team", "Ayu", world("names")).unwrap();
    session.import(&bundle, &mut |_| {}).unwrap();
    let desk = desk(session, 120, 40);
    let screen = desk.screen();
    let row = screen.lines().find(|row| row.contains(&title)).unwrap_or_else(|| panic!("{screen}"));
    assert!(row.contains("Gilang") && row.contains("+1"), "{row}");
}

#[test]
fn the_mouse_selects_a_card_and_scrolls_the_column_under_it() {
    let (_folder, path) = crowd(150);
    let mut desk = desk(open(&path, world("mouse")), 120, 40);
    desk.press("2 #");
    let mouse = |desk: &mut Desk, kind, column, press| {
        let event = MouseEvent { kind, column, row: 9, modifiers: KeyModifiers::NONE };
        desk.tell(Msg::Mouse(event, press));
    };
    let click = MouseEventKind::Down(MouseButton::Left);
    mouse(&mut desk, click, 5, Press::Once);
    let (at, card) = (place(&desk), handle(&desk));
    assert_eq!(at.0, 0, "{}", desk.screen());
    let before = cells(&desk);
    for _ in 0..6 {
        mouse(&mut desk, MouseEventKind::ScrollDown, 70, Press::Once);
    }
    let after = cells(&desk);
    assert_ne!(before[10][2], after[10][2], "{}", desk.screen());
    assert_eq!((place(&desk), handle(&desk), &before[10][0]), (at, card, &after[10][0]), "{}", desk.screen());
    mouse(&mut desk, click, 5, Press::Twice);
    assert!(!desk.screen().contains("2 Who owns what"), "{}", desk.screen());
}

#[test]
fn a_click_on_the_number_of_hidden_columns_leads_there() {
    let mut desk = demo(80, 24);
    desk.press("2 #");
    let click = |desk: &mut Desk, column| {
        let kind = MouseEventKind::Down(MouseButton::Left);
        let event = MouseEvent { kind, column, row: 2, modifiers: KeyModifiers::NONE };
        desk.tell(Msg::Mouse(event, Press::Once));
    };
    click(&mut desk, 76);
    assert_eq!((heads(&desk)[0].as_str(), place(&desk).0), ("‹ 1 doing 8", 2), "{}", desk.screen());
    click(&mut desk, 2);
    assert_eq!((heads(&desk)[2].as_str(), place(&desk).0), ("review 3 1 ›", 0), "{}", desk.screen());
    click(&mut desk, 40);
    assert_eq!(place(&desk).0, 1, "a head selects its column: {}", desk.screen());
}

#[test]
fn what_is_not_loaded_is_not_left_out_of_a_count_unsaid() {
    let mut desk = demo(80, 24);
    desk.press("2 # / text:group:lead Enter");
    assert!(desk.screen().contains("over 21 found"), "{}", desk.screen());
    let mut desk = demo(200, 60);
    desk.press("2 # / text:group:goal Enter");
    assert!(desk.screen().contains("31 found"), "{}", desk.screen());
    desk.press("Esc m");
    let mine = desk.app().overview.my_id();
    let owns = &desk.app().home().owns;
    let live = owns.tasks().filter(|row| row.claims.iter().any(|claim| Some(claim.member) == mine)).count();
    assert!(desk.screen().contains(&format!("{live} found")), "{}", desk.screen());
}

#[test]
fn what_is_new_but_not_shown_moves_nothing() {
    let mut desk = demo(120, 40);
    desk.press("2 # / text:is:blocked Enter j");
    let (task, at) = (handle(&desk), place(&desk));
    desk.press("n text:Paint_the_door Enter");
    assert_eq!((handle(&desk), place(&desk)), (task, at), "{}", desk.screen());
}

#[test]
fn an_empty_column_can_be_stood_in_and_says_which_it_is() {
    let mut desk = demo(120, 40);
    desk.press("2 # / text:is:free Enter");
    desk.press("h h l");
    let (column, line) = place(&desk);
    assert_eq!((column, line), (1, 0), "its head bears the mark: {}", desk.screen());
    desk.press("x");
    assert!(desk.says().contains("makes no sense here"), "{}", desk.says());
}

#[test]
fn a_column_whose_cards_are_cut_takes_room_from_those_that_need_less() {
    let title = "Write down for the shops what changes for them with the new tax, which papers they need until then, \
                 and whom they can ask";
    let mut desk = demo(200, 60);
    desk.press(&format!("2 n text:{} Enter #", title.replace(' ', "_")));
    let screen = desk.screen();
    assert!(screen.contains("and whom they can ask"), "{screen}");
    assert!(!screen.contains('…'), "{screen}");
    // As narrow as it gets, nothing takes another's least.
    desk.tell(Msg::Resize(80, 24));
    assert_eq!(heads(&desk)[1..], ["doing 8", "review 3 1 ›"]);
}
