//! Groups, orders and saved filters, as they are chosen with keys.

use crate::tui::shell::desk::Desk;
use crate::tui::shell::preferences::Preferences;
use crate::tui::testing::{demo, desk, rows, world};

/// The rows of the pane of tasks, zoomed.
fn list(desk: &Desk) -> Vec<String> {
    let all = rows(&desk.frame());
    all[2..all.len() - 3].iter().map(|row| row.trim_matches(['┃', '│']).trim_end().to_owned()).collect()
}

fn has(desk: &Desk, words: &str) -> bool {
    list(desk).iter().any(|row| row.contains(words))
}

#[test]
fn tasks_are_grouped_by_goal_with_counts() {
    let mut desk = demo(120, 60);
    desk.press("z = text:by_goal Enter");
    let shown = list(&desk);
    let at = |words: &str| {
        shown.iter().position(|row| row.contains(words)).unwrap_or_else(|| panic!("{shown:#?}"))
    };
    assert_eq!(at("Open the co-op store 1"), 0, "{shown:#?}");
    assert!(at("Open the co-op store") < at("Twenty member shops"));
    assert!(at("Twenty member shops") < at("no goal"), "{shown:#?}");
    desk.press("= text:by_state Enter");
    assert!(list(&desk)[0].trim().starts_with("doing 8"), "{:#?}", list(&desk));
}

#[test]
fn groups_and_order_are_there_again_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let world = world("demo").with_settings(folder.path().to_owned());
    let start = || {
        let mut desk = desk(crate::testing::sample_team(world.clone()), 120, 60);
        let (preferences, complaints) = Preferences::undrawn(&world);
        assert!(complaints.is_empty());
        desk.prefer(preferences, None);
        desk
    };
    start().press("= text:by_goal Enter = text:by_due Enter");
    let text = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
    assert!(text.contains("\ngroup = \"goal\"") && text.contains("\norder = \"due\""), "{text}");
    let mut desk = start();
    desk.press("z");
    assert!(list(&desk)[0].contains("Open the co-op store 1"), "{:#?}", list(&desk));
    desk.press("= text:by_state Enter = text:by_pull Enter");
    assert!(list(start().press("z"))[0].contains("doing 8"));
}

#[test]
fn in_the_one_row_of_a_low_window_stands_the_task() {
    let desk = demo(60, 6);
    assert!(desk.screen().lines().nth(2).unwrap().contains("Sign the payment"), "{}", desk.screen());
}

#[test]
fn tasks_are_grouped_by_who_leads() {
    let mut desk = demo(120, 60);
    desk.press("z = text:by_lead Enter");
    assert_eq!(list(&desk)[0].trim(), "Ayu", "nobody's number is held against others': {:#?}", list(&desk));
    assert!(has(&desk, "nobody's yet 1"), "{:#?}", list(&desk));
    let sign: Vec<_> =
        list(&desk).into_iter().filter(|row| row.contains("Sign the payment contract")).collect();
    assert_eq!(sign.len(), 1, "a task with two leads stands once: {sign:#?}");
}

#[test]
fn titles_have_the_columns_of_what_is_stopped_where_nothing_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let session = crate::session::Session::start(&path, "Warung Kode", "Ayu", world("empty")).unwrap();
    let mut desk = desk(session, 80, 24);
    desk.press("n text:Paint_the_door Enter");
    desk.press("n text:Ask_the_market_for_a_shelf_where_the_parcels_of_all_neighbours_can_wait Enter");
    let columns = |desk: &Desk| {
        let row = desk.screen().lines().find(|row| row.contains("Ask the market")).map(str::to_owned);
        row.and_then(|row| row.split('…').next().map(|shown| shown.chars().count()))
    };
    let before = columns(&desk);
    desk.press("k b text:a_key Enter Enter");
    assert!(desk.screen().contains("▲1"), "{}", desk.screen());
    assert_eq!(before, columns(&desk).map(|columns| columns + 4), "{}", desk.screen());
}

#[test]
fn a_group_is_folded_and_unfolded_where_one_stands() {
    let mut desk = demo(120, 60);
    desk.press("z Z");
    assert!(desk.selected().starts_with("doing   8 tasks, folded"), "{}", desk.screen());
    assert!(!has(&desk, "Sign the payment contract"), "{}", desk.screen());
    desk.press("j");
    assert!(!desk.selected().contains("doing"), "{}", desk.screen());
    desk.press("k Enter");
    assert!(desk.selected().contains("Sign the payment contract"), "Enter unfolds: {}", desk.screen());
    desk.press("j j Z");
    assert!(desk.selected().starts_with("doing"), "{}", desk.screen());
    desk.press("= text:unfold Enter");
    assert!(has(&desk, "Sign the payment contract"), "{}", desk.screen());
}

#[test]
fn a_fold_outlasts_what_others_change() {
    let mut desk = demo(120, 60);
    desk.press("z Z n text:Paint_the_door Enter");
    assert!(desk.selected().contains("Paint the door"), "{}", desk.screen());
    assert!(has(&desk, "8 tasks, folded"), "{}", desk.screen());
}

#[test]
fn what_is_due_first_stands_first() {
    let mut desk = demo(120, 60);
    desk.press("z = text:all_in_one Enter = text:due_day Enter");
    let shown = list(&desk);
    assert!(shown[0].contains("Move the shop list"), "{shown:#?}");
    assert!(!shown.iter().any(|row| row.trim().starts_with("doing")), "{shown:#?}");
    assert!(desk.screen().contains("2 Who owns what in one, by due day"), "{}", desk.screen());
    desk.press("J");
    assert!(!desk.says().contains("moved"), "no place in the pull order is changed unseen: {}", desk.says());
}

#[test]
fn the_filter_line_groups_too() {
    let mut desk = demo(120, 60);
    desk.press("z / text:group:role_order:due Enter");
    assert!(has(&desk, "no role"), "{}", desk.screen());
    desk.press("Esc");
    assert!(list(&desk)[0].trim().starts_with("doing"), "{}", desk.screen());
}

#[test]
fn what_a_filter_looks_for_is_underlined_in_the_titles() {
    for theme in ["dark", "mono"] {
        let mut desk = demo(120, 40);
        desk.press(&format!("0 j Enter text:{theme} Enter Esc"));
        assert!(desk.underlined().is_empty(), "{:?}", desk.underlined());
        for shape in ["2 z", "#"] {
            desk.press(&format!("{shape} / text:paym_-zzz Enter"));
            assert!(has(&desk, "Sign the payment contract"), "{}", desk.screen());
            let found = desk.underlined();
            assert!(!found.is_empty() && found.iter().all(|part| part == "paym"), "{theme}: {found:?}");
            desk.press("Esc");
            assert!(desk.underlined().is_empty(), "{:?}", desk.underlined());
        }
    }
}

#[test]
fn a_saved_filter_is_picked() {
    let mut desk = demo(120, 60);
    desk.press("z * text:nobody Enter");
    assert!(desk.screen().contains("2 Who owns what /is:free"), "{}", desk.screen());
    assert!(!has(&desk, "Sign the payment contract"), "{}", desk.screen());
}

#[test]
fn a_filter_is_saved_under_a_name_and_forgotten() {
    let mut desk = demo(120, 60);
    desk.press("/ text:is:mine_due:<=week Enter * text:under_a_name Enter");
    desk.press("text:my_week Enter");
    assert!(desk.says().starts_with("✓ Saved as \"my week\""), "{}", desk.says());
    desk.press("Esc * text:my_week Enter");
    assert!(desk.screen().contains("/is:mine due:<=week"), "{}", desk.screen());
    desk.press("* text:forget Enter Enter");
    assert!(desk.says().contains("Forgot the filter \"my week\""), "{}", desk.says());
    desk.press("*");
    assert!(!desk.screen().contains("my week  "), "{}", desk.screen());
}

#[test]
fn a_name_that_is_taken_keeps_what_was_typed() {
    let mut desk = demo(120, 60);
    desk.press("/ text:is:mine_pay Enter * text:under_a_name Enter text:blocked Enter");
    let screen = desk.screen();
    assert!(screen.contains("always there") && screen.contains("Under what name?"), "{screen}");
}

/// The line of the screen on which the selected row of the focused pane stands.
fn line_of_mark(desk: &Desk) -> usize {
    rows(&desk.frame()).iter().position(|row| row.contains('▸')).expect("a row is selected")
}

#[test]
fn the_selected_row_keeps_its_line() {
    for (keys, action) in [
        ("2 g j j j j j j", "+"),
        ("2 g j j j j j j", "<"),
        ("2 g j j j j j j j j j j j j", "c"),
        ("2 G k k", "c"),
        ("2 f j j", "c"),
        ("2 f j j j", "c"),
    ] {
        let mut desk = demo(120, 30);
        desk.press(keys);
        let before = (line_of_mark(&desk), rows(&desk.frame()));
        desk.press(action);
        assert_eq!(
            line_of_mark(&desk),
            before.0,
            "{keys} {action}\n{}\n{}",
            before.1.join("\n"),
            desk.screen()
        );
    }
}

#[test]
fn what_is_ended_stays_until_one_moves() {
    let mut desk = demo(120, 40);
    desk.press("2 g");
    let (before, line) = (desk.selected(), line_of_mark(&desk));
    desk.press("x");
    assert!(desk.screen().contains("bak is led by Budi. Done?"), "{}", desk.screen());
    desk.press("x");
    assert!(!desk.says().contains("finished"), "a second x is no yes: {}", desk.says());
    desk.press("Esc x Enter");
    assert!(
        desk.says().contains("Ayu finished bak (Sign the payment contract), which Budi led"),
        "{}",
        desk.says()
    );
    assert_eq!(line_of_mark(&desk), line);
    let handle = before.split_whitespace().next().unwrap();
    assert!(desk.selected().contains(handle), "{}", desk.screen());
    desk.press("x x");
    assert!(!desk.says().contains("finished"), "{}", desk.says());
    desk.press("j");
    assert!(!desk.selected().contains(handle), "{}", desk.screen());
    desk.press("k");
    desk.press("u");
    assert!(desk.selected().contains(handle), "{}", desk.screen());
}

#[test]
fn what_is_ended_at_the_end_of_the_list_stays_too() {
    for keys in ["2 f G", "2 f /text:printer Enter", "2 G"] {
        let mut desk = demo(120, 40);
        desk.press(keys);
        let (before, line) = (desk.selected(), line_of_mark(&desk));
        let handle = before.split_whitespace().next().unwrap().to_owned();
        desk.press("X text:no_need Enter");
        assert!(desk.says().contains("dropped"), "{keys}: {}", desk.says());
        assert_eq!(line_of_mark(&desk), line, "{keys}\n{}", desk.screen());
        assert!(desk.selected().contains(&handle), "{keys}\n{}", desk.screen());
    }
}

#[test]
fn helpers_are_counted_where_their_names_would_cut_the_lead() {
    use super::line::{Helpers, who};
    use crate::store::Group;
    let session = crate::testing::sample_team(world("demo"));
    let overview = crate::tui::shell::overview::Overview::read(&session).unwrap();
    let row = session.board().task_row(session.find("tiz").unwrap()).unwrap().unwrap();
    let said = |columns| who(&row, Group::Live, &overview, Helpers::Named, columns);
    assert_eq!([said(20), said(10), said(9)], ["Budi +Gita", "Budi +Gita", "Budi +1"]);
}

#[test]
fn a_title_is_whole_before_those_who_help_are_named() {
    let title = "Write down for the shops what changes for them with the new tax, which papers they need until then, \
                 and whom they can ask about it";
    let mut desk = demo(200, 60);
    desk.press(&format!("n text:{} Enter", title.replace(' ', "_")));
    let screen = desk.screen();
    assert!(screen.contains(title) && screen.contains("Budi +1"), "{screen}");
}

#[test]
fn one_key_folds_all_groups_and_unfolds_them() {
    let mut desk = demo(120, 60);
    desk.press("2 z j");
    let (before, selected) = (list(&desk), desk.selected());
    desk.press("\\");
    assert!(
        has(&desk, "doing   8 tasks, folded") && has(&desk, "open   20 tasks, folded"),
        "{}",
        desk.screen()
    );
    assert!(desk.selected().starts_with("doing"), "{}", desk.screen());
    desk.press("j Z");
    assert!(has(&desk, "riv  ") && has(&desk, "open   20 tasks, folded"), "one is opened by itself");
    desk.press("\\");
    assert!(!has(&desk, "riv  "), "as long as one is open all are folded: {}", desk.screen());
    desk.press("\\");
    assert_eq!(list(&desk).len(), before.len());
    assert!(has(&desk, selected.split_whitespace().next().unwrap()), "{}", desk.screen());
    assert!(!has(&desk, "folded"), "{}", desk.screen());
}

#[test]
fn what_a_heading_says_is_not_repeated_below_it() {
    let mut desk = demo(120, 60);
    desk.press("z = text:by_lead Enter");
    let row = |handle: &str| list(&desk).into_iter().find(|row| row.contains(handle)).unwrap_or_default();
    assert!(row("bof ").contains("Choose the couriers") && !row("bof ").contains("Ayu"), "{}", row("bof "));
    assert!(row("bak ").contains("Budi +"), "who else is there is said: {}", row("bak "));
    assert!(row("tiz ").contains("+1") || row("tiz ").contains("+Gita"), "{}", row("tiz "));
    assert!(!row("taj ").contains("pull me"), "{}", row("taj "));
    desk.press("#");
    assert!(!desk.screen().contains("pull me"), "{}", desk.screen());
}

#[test]
fn an_empty_board_says_where_it_lies_and_which_keys_lead_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let session = crate::session::Session::start(&path, "Warung Kode", "Ayu", world("empty")).unwrap();
    let mut desk = desk(session, 160, 40);
    let screen = desk.screen();
    assert!(screen.contains("board of Warung Kode") && screen.contains("board.db"), "{screen}");
    for key in ["n     add a task", "3 n   add a role", "1 n   add a goal", ":     \"learn", "?     all keys"]
    {
        assert!(screen.contains(key), "{key}\n{screen}");
    }
    desk.press("3 n text:Treasurer Ctrl-S 2");
    assert!(!desk.screen().contains("3 n   add a role"), "{}", desk.screen());
    // Where it has no room a sentence says it.
    let narrow = rows(&{
        desk.tell(crate::tui::shell::update::Msg::Resize(40, 12));
        desk.frame()
    });
    assert!(narrow.iter().any(|row| row.contains("n adds a task")), "{narrow:?}");
    desk.press("n text:Paint_the_door Enter");
    assert!(!desk.screen().contains("board of Warung"), "{}", desk.screen());
}

#[test]
fn a_claim_of_what_looks_like_the_work_of_another_asks_once() {
    let mut desk = demo(120, 40);
    desk.press("n text:The_table_of_delivery_prices Enter 2 / text:the_table Enter c");
    let asked = " looks like vok, which Dewi leads. Claim it?";
    assert!(desk.screen().contains(asked), "{}", desk.screen());
    assert!(desk.screen().contains("help with vok Write the delivery price table"), "{}", desk.screen());
    desk.press("Esc c Down Enter");
    assert!(desk.says().contains("Ayu claimed"), "{}", desk.screen());
    desk.press("u c Enter");
    assert!(desk.says().contains("Ayu helps with vok"), "{}", desk.screen());
    // Who helps there knows of it.
    desk.press("c");
    assert!(desk.says().contains("Ayu claimed"), "{}", desk.screen());
}
