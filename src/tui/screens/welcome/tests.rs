use super::*;
use crate::tui::kit::marks::{ASCII, UNICODE, choose};
use crate::tui::kit::overlay::testing::{AWKWARD, key, lines, sizes, typed};

const SCREEN: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };

fn welcome() -> Welcome {
    Welcome::new("2026-11-21".parse().unwrap(), "/home/ayu/board.db".to_owned())
}

fn shown(welcome: &Welcome, width: u16, height: u16) -> Vec<String> {
    lines(width, height, |area, buf| welcome.view(area, buf, &Theme::mono()))
}

fn press(welcome: &mut Welcome, keys: &str) -> Outcome<Way> {
    keys.split(' ').fold(Outcome::Stay, |_, name| welcome.key(key(name), SCREEN))
}

fn type_in(welcome: &mut Welcome, text: &str) {
    for key in typed(text) {
        assert_eq!(welcome.key(key, SCREEN), Outcome::Stay);
    }
}

#[test]
fn a_usual_screen_shows_the_name_and_four_ways() {
    let rows = shown(&welcome(), 80, 24);
    let expected = [
        "     A board for a team without a boss: who owns what",
        "      ▸ 1  Start your team's board",
        "        2  Look around a sample team",
        "        3  Learn by doing",
        "        4  Bring a board from another tool",
        " Esc close  Enter choose  ↑↓ move",
    ];
    for line in expected {
        assert!(rows.iter().any(|row| row.starts_with(line)), "{line}\n{}", rows.join("\n"));
    }
    assert!(rows.iter().any(|row| row.contains("▄▀▀▀  █▀▀▀  ▀▀█▀▀ ▄▀▀▄  █▀▀▄  ▄▀▀▄")), "{}", rows.join("\n"));
    assert!(shown(&welcome(), 120, 40)[0].contains("████████    ██████████"), "large where there is room");
}

#[test]
fn a_small_screen_keeps_the_sentence_and_the_ways() {
    let rows = shown(&welcome(), 40, 12);
    assert!(rows[0].contains("setara"), "{}", rows.join("\n"));
    for part in ["A board for a team", "▸ 1  Start your team's board", "4  Bring a board", "Esc close"] {
        assert!(rows.iter().any(|row| row.contains(part)), "{part}\n{}", rows.join("\n"));
    }
    choose(&ASCII);
    let rows = shown(&welcome(), 80, 24);
    choose(&UNICODE);
    let ours = rows.iter().filter(|row| !row.contains('↑'));
    assert!(ours.clone().all(|row| row.is_ascii()), "{}", rows.join("\n"));
}

#[test]
fn a_board_is_started_by_two_answers() {
    let mut welcome = welcome();
    assert_eq!(press(&mut welcome, "enter"), Outcome::Stay);
    type_in(&mut welcome, "Warung Kode");
    assert_eq!(press(&mut welcome, "enter enter"), Outcome::Stay);
    assert!(shown(&welcome, 80, 24).iter().any(|row| row.contains("Your name cannot be empty")));
    type_in(&mut welcome, "Ayu");
    let way = Way::StartBoard { team: "Warung Kode".into(), name: "Ayu".into() };
    assert_eq!(press(&mut welcome, "enter"), Outcome::Chosen(way));
    welcome.complain("there is a board already");
    assert!(shown(&welcome, 80, 24).iter().any(|row| row.contains("there is a board already")));
}

#[test]
fn the_sample_team_is_one_key_away() {
    assert_eq!(press(&mut welcome(), "2"), Outcome::Chosen(Way::Demo));
    assert_eq!(press(&mut welcome(), "down enter"), Outcome::Chosen(Way::Demo));
    assert_eq!(press(&mut welcome(), "q"), Outcome::Leave);
}

#[test]
fn an_import_is_seen_before_it_is_brought() {
    let mut welcome = welcome();
    press(&mut welcome, "4");
    welcome.paste("board.json\n");
    assert_eq!(press(&mut welcome, "enter"), Outcome::Chosen(Way::Read { path: "board.json".into() }));
    welcome.complain("the file holds nothing to import");
    assert!(shown(&welcome, 80, 24).iter().any(|row| row.contains("nothing to import")));
    let summary: Vec<String> = (0..40).map(|n| format!("  {n} tasks")).collect();
    welcome.found("board.json", &summary, vec!["Budi".into()], Some("Warung Kode"));
    let rows = shown(&welcome, 80, 24);
    assert!(rows.iter().any(|row| row.contains("0 tasks")), "{}", rows.join("\n"));
    assert!(rows.iter().any(|row| row.contains("Warung Kode")), "{}", rows.join("\n"));
    press(&mut welcome, "pagedown");
    assert!(!shown(&welcome, 80, 24).iter().any(|row| row.contains(" 0 tasks")));
    type_in(&mut welcome, "Ayu");
    assert_eq!(press(&mut welcome, "enter"), Outcome::Chosen(imports(&[])));
}

/// What is brought in of the file, with those of it who are Ayu.
fn imports(same: &[&str]) -> Way {
    Way::Import {
        path: "board.json".into(),
        team: "Warung Kode".into(),
        name: "Ayu".into(),
        same: same.iter().map(|name| (*name).to_owned()).collect(),
    }
}

#[test]
fn whoever_may_be_somebody_of_the_file_is_asked_with_one_key_each() {
    let brings = |members: &[&str], keys: &str| {
        let mut welcome = welcome();
        let members = members.iter().map(|name| (*name).to_owned()).collect();
        welcome.found("board.json", &[], members, Some("Warung Kode"));
        type_in(&mut welcome, "Ayu");
        let last = press(&mut welcome, keys);
        (last, shown(&welcome, 80, 24).join("\n"))
    };
    let (asked, rows) = brings(&["Budi", "Ayu Lestari", "Ayu Wulandari"], "enter");
    assert_eq!(asked, Outcome::Stay);
    assert!(rows.contains("Are you the Ayu Lestari of the file?"), "{rows}");
    let (asked, _) = brings(&["Budi", "Ayu Lestari", "Ayu Wulandari"], "enter n y");
    assert_eq!(asked, Outcome::Chosen(imports(&["Ayu Wulandari"])));
    let (asked, rows) = brings(&["Ayu Lestari"], "enter esc");
    assert_eq!(asked, Outcome::Stay);
    assert!(rows.contains("board.json"), "whoever leaves brings nothing: {rows}");
    let (asked, _) = brings(&["Ayu Lestari", "ayu"], "enter");
    assert_eq!(asked, Outcome::Chosen(imports(&[])), "who bears the name is the one");
}

#[test]
fn every_step_survives_every_size() {
    let mut steps = vec![welcome(); 4];
    press(&mut steps[1], "1");
    press(&mut steps[2], "4");
    steps[2].paste(AWKWARD);
    steps[3].found(AWKWARD, &vec![AWKWARD.repeat(3); 30], Vec::new(), Some(AWKWARD));
    for (width, height) in sizes() {
        for step in &mut steps {
            step.complain(AWKWARD);
            step.key(key("pagedown"), Rect::new(0, 0, width, height));
            let rows = shown(step, width, height);
            assert!(width < 12 || height < 3 || rows.iter().any(|row| row.contains("Esc")), "{rows:#?}");
        }
    }
}

#[test]
fn what_is_asked_stands_in_the_place_of_the_ways() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut welcome = welcome();
        let ways = shown(&welcome, width, height);
        assert!(ways.iter().any(|row| row.contains("will lie in /home/ayu/board.db")), "{}", ways.join("\n"));
        press(&mut welcome, "1");
        let rows = shown(&welcome, width, height);
        let sentence =
            |rows: &[String]| rows.iter().position(|row| row.contains("A board for a team")).unwrap();
        assert_eq!(sentence(&ways), sentence(&rows), "it stays where it is");
        assert!(!rows.iter().any(|row| row.contains("Look around")), "{}", rows.join("\n"));
    }
}
