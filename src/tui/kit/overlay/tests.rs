use super::testing::{AWKWARD, key, lines, sizes, typed};
use super::wrap::Paragraph;
use super::*;

type Over = Overlay<&'static str, u32>;

const SCREEN: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };

fn shown(over: &Over, width: u16, height: u16) -> Vec<String> {
    lines(width, height, |area, buf| over.view(area, buf, &Theme::mono()))
}

fn press(over: &mut Over, keys: &str) -> Outcome<Answer<u32>> {
    let mut last = Outcome::Stay;
    for name in keys.split(' ') {
        last = over.key(key(name), SCREEN);
    }
    last
}

fn type_in(over: &mut Over, text: &str) {
    for key in typed(text) {
        assert_eq!(over.key(key, SCREEN), Outcome::Stay);
    }
}

fn people() -> Vec<Item<u32>> {
    vec![
        Item::new(1, "ayu", "2 in hand"),
        Item::new(2, "budi", "on holiday until 12 Dec"),
        Item::new(3, "citra", ""),
    ]
}

fn today() -> crate::domain::calendar::Day {
    "2026-11-21".parse().unwrap()
}

fn task_form() -> Over {
    let fields = vec![
        Field::text("Title", "").needed(),
        Field::date("Due", None).hint("12 dec"),
        Field::choice("Role", people(), None),
        Field::notes("Notes", ""),
    ];
    Overlay::new("add", Form::new("New task", "add", fields, today()))
}

fn all() -> Vec<Over> {
    let mut prompt = Prompt::new(AWKWARD).hint(AWKWARD).with(&AWKWARD.repeat(9));
    prompt.looks_like(Some(AWKWARD.into()));
    let many = (0..40).map(|n| Item::new(n, format!("{n} {AWKWARD}"), AWKWARD)).collect();
    let fields = vec![
        Field::text(AWKWARD, AWKWARD),
        Field::date("Due", Some(today())),
        Field::choice("Role", vec![Item::new(1, AWKWARD, AWKWARD)], Some(1)),
        Field::notes("Notes", &format!("{AWKWARD}\n\n{}\n", AWKWARD.repeat(10))),
    ];
    let form = Form::new(AWKWARD, "add", fields, today());
    let text =
        (0..20).map(|n| Paragraph::plain(format!("{n} {}", AWKWARD.repeat(n / 4))).hanging(2)).collect();
    vec![
        Overlay::new("prompt", prompt),
        Overlay::new("picker", Picker::new(AWKWARD, many)),
        Overlay::new("confirm", Confirm::new(AWKWARD, AWKWARD)),
        Overlay::new("notes", form.clone().from_field(3)),
        Overlay::new("form", form),
        Overlay::new("message", Message::new(AWKWARD, text)),
    ]
}

#[test]
fn every_overlay_survives_every_size_and_every_key() {
    let keys = "down pagedown end up pageup home left right tab ctrl-k ctrl-y alt-b delete backspace x ctrl-n ctrl-p";
    for (width, height) in sizes() {
        for mut over in all() {
            let name = over.then;
            for pressed in keys.split(' ') {
                over.key(key(pressed), Rect::new(0, 0, width, height));
            }
            let rows = shown(&over, width, height);
            if width >= 8 && height >= 3 {
                let top = rows.iter().position(|row| row.trim_start().starts_with('┏')).unwrap();
                let left = rows[top].chars().take_while(|c| *c == ' ').count();
                let bottom = rows.iter().position(|row| row.chars().nth(left) == Some('┗')).unwrap();
                for row in &rows[top + 1..bottom] {
                    assert_eq!(row.chars().nth(left), Some('┃'), "{name} {width}x{height}: {row}");
                    assert!(row.ends_with('┃'), "{name} {width}x{height}: {row}");
                }
                assert!(rows[bottom].contains("Esc"), "{name} {width}x{height}: {}", rows[bottom]);
            }
        }
    }
}

#[test]
fn what_is_found_in_is_marked_whatever_is_written_there_and_wherever_it_is_cut() {
    let item = |n: u32| {
        let item = Item::new(n, format!("{n} {AWKWARD}"), AWKWARD);
        let said = item.clone().says(AWKWARD);
        if n.is_multiple_of(2) { said.sought(AWKWARD.into(), AWKWARD.into()) } else { item }
    };
    for typed in ["1", AWKWARD, "日", "e\u{301}"] {
        let items: Vec<Item<u32>> = (0..20).map(item).collect();
        let over: Over = Overlay::new("picker", Picker::new("", items.clone()).filtered(typed));
        let asked: Over =
            Overlay::new("picker", Picker::new("", items).also_found_by_asker().filtered(typed));
        for (width, height) in sizes() {
            for over in [&over, &asked] {
                shown(over, width, height);
            }
        }
    }
}

#[test]
fn a_view_at_another_place_stays_there() {
    for over in all() {
        let mut buf = Buffer::empty(Rect::new(5, 3, 30, 10));
        over.view(buf.area, &mut buf, &Theme::colour());
        over.view(Rect::new(0, 0, 300, 90), &mut buf, &Theme::colour());
        over.view(Rect::new(0, 0, 0, 0), &mut buf, &Theme::colour());
    }
}

#[test]
fn a_prompt_asks_for_a_line() {
    let mut over: Over =
        Overlay::new("title", Prompt::new("New task").hint("What will be there?").does("add"));
    assert_eq!(press(&mut over, "enter"), Outcome::Stay, "nothing is no title");
    type_in(&mut over, "Sign it");
    if let Part::Prompt(prompt) = &mut over.part {
        prompt.looks_like(Some("looks like bakul: Sign the contract".into()));
    }
    assert_eq!(
        shown(&over, 40, 9),
        [
            "┏ New task ━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓",
            "┃ What will be there?                  ┃",
            "┃ Sign it                              ┃",
            "┃ looks like bakul: Sign the contract  ┃",
            "┗ Enter add  Esc close ━━━━━━━━━━━━━━━━┛",
        ]
    );
    assert_eq!(press(&mut over, "enter"), Outcome::Chosen(Answer::Text("Sign it".into())));
    over.complain("a task with that title is there");
    assert!(shown(&over, 40, 9)[3].contains("a task with that title"));
    assert_eq!(press(&mut over, "esc"), Outcome::Leave);
}

#[test]
fn small_screens_show_the_line_and_the_way_out() {
    let over: Over = Overlay::new("title", Prompt::new("New task").with("Sign it"));
    assert_eq!(shown(&over, 20, 2), ["Sign it", " Enter ok  Esc close"]);
    assert_eq!(shown(&over, 12, 3), ["┏ New task ┓", "┃Sign it   ┃", "┗ Esc close┛"]);
    assert_eq!(shown(&over, 4, 2), ["…it", " Esc"]);
}

#[test]
fn editing_keys_do_what_shells_do() {
    let text = |keys: &str| {
        let mut prompt = Prompt::new("").with("satu dua tiga");
        for name in keys.split(' ') {
            prompt.key(key(name));
        }
        prompt.text().to_owned()
    };
    for (keys, expected) in [
        ("backspace", "satu dua tig"),
        ("ctrl-w", "satu dua "),
        ("ctrl-w ctrl-w ctrl-y", "satu dua "),
        ("ctrl-u", ""),
        ("ctrl-a ctrl-k", ""),
        ("ctrl-a x", "xsatu dua tiga"),
        ("home right ctrl-k ctrl-e x", "sx"),
        ("home delete ctrl-d", "tu dua tiga"),
        ("ctrl-left ctrl-left x", "satu xdua tiga"),
        ("home alt-f x", "satux dua tiga"),
        ("alt-b alt-d", "satu dua "),
        ("left left left left backspace", "satu duatiga"),
    ] {
        assert_eq!(text(keys), expected, "{keys}");
    }
}

#[test]
fn the_cursor_walks_over_whole_clusters() {
    let mut prompt = Prompt::new("").with("a👩‍👩‍👧‍👦e\u{301}日");
    for name in ["left", "backspace"] {
        prompt.key(key(name));
    }
    assert_eq!(prompt.text(), "a👩‍👩‍👧‍👦日");
    prompt.key(key("left"));
    prompt.key(key("delete"));
    assert_eq!(prompt.text(), "a日");
}

#[test]
fn a_paste_becomes_one_harmless_line() {
    let mut prompt = Prompt::new("");
    prompt.paste("one\r\ntwo\n\tthree\x1b[31m");
    assert_eq!(prompt.text(), "one two  three[31m");
    let mut over: Over = Overlay::new("title", prompt);
    over.paste(&"x".repeat(10_000_000));
    assert!(shown(&over, 80, 9)[2].contains("too long: at most 10000"), "{:?}", shown(&over, 80, 9));
    assert_eq!(press(&mut over, "enter"), Outcome::Chosen(Answer::Text("one two  three[31m".into())));
}

#[test]
fn what_explains_a_line_is_broken_where_it_is_long() {
    let hint = "Trello, GitHub issues, Taskwarrior or another board, such as ~/Downloads/board.json";
    let mut over: Over = Overlay::new("", Prompt::new("A board").hint(hint));
    let rows = shown(&over, 50, 12);
    let from = rows.iter().position(|row| row.contains("Trello")).unwrap();
    assert_eq!(
        rows[from..from + 3],
        [
            "┃ Trello, GitHub issues, Taskwarrior or another  ┃",
            "┃ board, such as ~/Downloads/board.json          ┃",
            "┃                                                ┃"
        ]
    );
    assert_eq!(over.click(Position::new(4, from as u16 + 2), Rect::new(0, 0, 50, 12)), Outcome::Stay);
    type_in(&mut over, "x");
    assert!(shown(&over, 50, 12)[from + 2].starts_with("┃ x"), "{:?}", shown(&over, 50, 12));
    // Where there are fewer lines the one that is typed is what stays.
    assert_eq!(shown(&over, 50, 4)[1], "┃ Trello, GitHub issues, Taskwarrior or another… ┃");
    assert!(shown(&over, 50, 3)[1].starts_with("┃ x"), "{:?}", shown(&over, 50, 3));
}

#[test]
fn a_long_line_scrolls_with_its_cursor() {
    let mut over: Over = Overlay::new("", Prompt::new("").with(&"0123456789".repeat(10)));
    let line = |over: &Over| shown(over, 24, 9)[1].clone();
    assert_eq!(line(&over), "┃ …234567890123456789  ┃");
    press(&mut over, "home");
    assert_eq!(line(&over), "┃ 0123456789012345678… ┃");
    press(&mut over, "right right right right");
    assert!(line(&over).starts_with("┃ 0123"));
    let wide: Over = Overlay::new("", Prompt::new("").with(&"日本".repeat(30)));
    assert_eq!(line(&wide), "┃ … 日本日本日本日本   ┃");
}

#[test]
fn a_picker_filters_as_one_types() {
    let mut over: Over = Overlay::new("offer", Picker::new("Offer bakul to", people()));
    press(&mut over, "down");
    assert_eq!(
        shown(&over, 50, 9),
        [
            "     ┏ Offer bakul to ━━━━━━━━━━━━━━━━━━ 3 ━┓",
            "     ┃ /                                    ┃",
            "     ┃   ayu                      2 in hand ┃",
            "     ┃ ▸ budi       on holiday until 12 Dec ┃",
            "     ┃   citra                              ┃",
            "     ┗ ↑↓ move  Enter pick  Esc close ━━━━━━┛",
        ]
    );
    type_in(&mut over, "ct");
    assert!(shown(&over, 50, 9)[0].contains(" 1 of 3 "));
    assert_eq!(press(&mut over, "enter"), Outcome::Chosen(Answer::Picked(3)));
    type_in(&mut over, "zz");
    assert_eq!(press(&mut over, "enter"), Outcome::Stay);
    assert!(shown(&over, 50, 9)[2].contains("nothing matches"));
    assert_eq!(
        press(&mut over, "ctrl-u ctrl-n ctrl-n ctrl-n ctrl-p enter"),
        Outcome::Chosen(Answer::Picked(2))
    );
}

#[test]
fn a_picker_of_thousands_draws_what_is_seen() {
    let items = (0..5000).map(|n| Item::new(n, format!("task number {n}"), "")).collect();
    let mut over: Over = Overlay::new("", Picker::new("Task", items));
    press(&mut over, "end");
    assert!(shown(&over, 80, 24).iter().any(|row| row.contains("▸ task number 4999")));
    press(&mut over, "pageup");
    assert!(shown(&over, 80, 24).iter().any(|row| row.contains("▸ task number 4986")));
    type_in(&mut over, "4321");
    assert_eq!(press(&mut over, "enter"), Outcome::Chosen(Answer::Picked(4321)));
}

fn refill(over: &mut Over, refill: Refill<u32>) {
    match &mut over.part {
        Part::Picker(picker) => picker.refill(refill),
        Part::Form(form) => form.refill(refill),
        _ => panic!("it has a list"),
    }
}

fn outside(text: &str) -> Refill<u32> {
    let items = vec![Item::new(7, "xena", ""), Item::new(9, format!("outside: {text}"), "")];
    Refill { items, selected: 1, more: false }
}

#[test]
fn a_list_that_is_filled_by_whoever_asked_gives_nothing_that_the_text_does_not_mean() {
    let mut over: Over = Overlay::new("", Picker::new("Who", people()).found_by_asker());
    assert_eq!(over.asks(), None, "what is first is known");
    type_in(&mut over, "x");
    assert_eq!(over.asks(), Some((0, "x")));
    assert_eq!(press(&mut over, "enter"), Outcome::Stay, "what stands there is not for this text");
    refill(&mut over, outside("x"));
    assert_eq!(over.asks(), None);
    assert!(shown(&over, 50, 9).iter().any(|row| row.contains("▸ outside: x")), "{:#?}", shown(&over, 50, 9));
    assert_eq!(press(&mut over, "enter"), Outcome::Chosen(Answer::Picked(9)));
    assert_eq!(press(&mut over, "up enter"), Outcome::Chosen(Answer::Picked(7)));
    assert_eq!(press(&mut over, "ctrl-u down enter"), Outcome::Chosen(Answer::Picked(2)));
    refill(&mut over, Refill { more: true, ..outside("") });
    assert!(shown(&over, 50, 9).iter().any(|row| row.contains(" 2+ ")), "{:#?}", shown(&over, 50, 9));
}

#[test]
fn what_was_found_for_a_choice_of_a_form_stands_in_it() {
    let fields = vec![Field::text("Title", "a"), Field::choice("Role", people(), None)];
    let form = Form::new("New task", "add", fields, today()).found_by_asker(1);
    let mut over: Over = Overlay::new("", form);
    assert_eq!(press(&mut over, "tab x"), Outcome::Stay);
    assert_eq!(over.asks(), Some((1, "x")));
    refill(&mut over, outside("x"));
    press(&mut over, "up enter");
    assert!(
        shown(&over, 60, 14).iter().any(|row| row.contains("Role   xena")),
        "{:#?}",
        shown(&over, 60, 14)
    );
    let values = vec![Value::Text("a".into()), Value::Choice(Some(7))];
    assert_eq!(press(&mut over, "ctrl-s"), Outcome::Chosen(Answer::Filled(values, Sent::default())));
}

#[test]
fn a_question_takes_no_blind_enter() {
    let mut over: Over =
        Overlay::new("leave", Confirm::new("Leave the team", "Three tasks will be without a lead."));
    assert_eq!(
        shown(&over, 60, 5),
        [
            "          ┏ Leave the team ━━━━━━━━━━━━━━━━━━━━━┓",
            "          ┃ Three tasks will be without a lead. ┃",
            "          ┗ y yes  n no  Esc close ━━━━━━━━━━━━━┛",
        ]
    );
    assert_eq!(press(&mut over, "enter"), Outcome::Stay);
    assert_eq!(press(&mut over, "n"), Outcome::Leave);
    assert_eq!(press(&mut over, "y"), Outcome::Chosen(Answer::Yes));
}

#[test]
fn a_form_reads_days_and_offers_choices() {
    let mut over = task_form();
    type_in(&mut over, "Sign it");
    press(&mut over, "enter");
    type_in(&mut over, "next tue");
    let rows = shown(&over, 60, 14);
    assert!(rows[1].contains("Title  Sign it"), "{rows:#?}");
    assert!(rows[2].contains("Due    next tue") && rows[2].contains("Tue 24 Nov"), "{rows:#?}");
    assert!(rows[3].contains("Role   none"), "{rows:#?}");
    assert!(rows.last().unwrap().contains("Tab next field  Ctrl-S add  Esc close"), "{rows:#?}");
    press(&mut over, "tab b");
    assert!(shown(&over, 60, 14).iter().any(|row| row.contains("▸ budi")));
    press(&mut over, "enter x enter y");
    let sent = press(&mut over, "ctrl-s");
    let expected = vec![
        Value::Text("Sign it".into()),
        Value::Day(Some("2026-11-24".parse().unwrap())),
        Value::Choice(Some(2)),
        Value::Text("x\ny".into()),
    ];
    assert_eq!(sent, Outcome::Chosen(Answer::Filled(expected, Sent::default())));
}

#[test]
fn a_form_says_what_is_missing_and_goes_there() {
    let mut over = task_form();
    press(&mut over, "tab");
    type_in(&mut over, "12/12");
    assert!(shown(&over, 60, 14)[2].contains("not a day yet"));
    assert_eq!(press(&mut over, "ctrl-s"), Outcome::Stay);
    assert!(shown(&over, 60, 14).iter().any(|row| row.contains("Title cannot be empty")));
    type_in(&mut over, "x");
    assert_eq!(press(&mut over, "ctrl-s"), Outcome::Stay);
    assert!(shown(&over, 60, 14).iter().any(|row| row.contains("not a day; ")));
}

#[test]
fn a_form_throws_nothing_away_unasked() {
    assert_eq!(press(&mut task_form(), "esc"), Outcome::Leave);
    let mut over = task_form();
    assert_eq!(press(&mut over, "x esc"), Outcome::Stay);
    assert!(shown(&over, 60, 14).iter().any(|row| row.contains("Throw away what you typed?")));
    assert_eq!(press(&mut over, "n y esc esc"), Outcome::Stay, "Esc on the question keeps it");
    assert_eq!(press(&mut over, "esc y"), Outcome::Leave);
}

#[test]
fn a_last_line_is_sent_by_enter() {
    let form = Form::new("Reading", "note", vec![Field::text("Value", "")], today());
    let mut over: Over = Overlay::new("", form);
    assert_eq!(
        press(&mut over, "7 enter"),
        Outcome::Chosen(Answer::Filled(vec![Value::Text("7".into())], Sent::default()))
    );
}

#[test]
fn notes_are_written_in_many_lines() {
    let mut over: Over =
        Overlay::new("", Form::new("", "", vec![Field::notes("Notes", "ab\ncdef\n\ng")], today()));
    press(&mut over, "up up x up end y");
    let Outcome::Chosen(Answer::Filled(values, _)) = press(&mut over, "ctrl-s") else { panic!() };
    assert_eq!(values, [Value::Text("aby\nxcdef\n\ng".into())]);
}

#[test]
fn long_notes_show_the_cursor_and_break_between_words() {
    let text =
        (0..200).map(|n| format!("line {n}\n")).collect::<String>() + "the quick brown fox jumps over it";
    let over: Over = Overlay::new("", Form::new("", "", vec![Field::notes("N", &text)], today()));
    let rows = shown(&over, 30, 9);
    assert!(rows.iter().any(|row| row.contains("line 199")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("the quick brown fox ")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("jumps over it")), "{rows:#?}");
}

#[test]
fn a_message_scrolls_to_its_last_line() {
    let text = (1..=50).map(|n| Paragraph::plain(format!("line {n}"))).collect();
    let mut over: Over = Overlay::new("", Message::new("Help", text));
    let screen = Rect::new(0, 0, 30, 6);
    assert_eq!(shown(&over, 30, 6)[1].trim(), "┃ line 1                ┃");
    for _ in 0..3 {
        over.key(key("pagedown"), screen);
    }
    assert!(shown(&over, 30, 6)[1].contains("line 10"));
    over.key(key("end"), screen);
    over.key(key("down"), screen);
    assert!(shown(&over, 30, 6)[0].contains("100 %"));
    assert!(shown(&over, 30, 6)[4].contains("line 50"));
    over.key(key("up"), screen);
    assert!(shown(&over, 30, 6)[4].contains("line 49"));
    assert_eq!(over.key(key("q"), screen), Outcome::Leave);
}

#[test]
fn lines_break_after_blanks_and_between_wide_characters() {
    let rows = |text: &str, width: usize| {
        let rows = Paragraph::plain(text).hanging(2).rows(width);
        rows.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(rows("- the quick brown fox", 11), ["- the quick", "  brown fox"]);
    assert_eq!(rows("kontrakpembayaran ini", 8), ["kontrakp", "  embaya", "  ran ", "  ini"]);
    assert_eq!(rows("日本語日本語", 7), ["日本語", "  日本", "  語"]);
    assert_eq!(rows("日本", 1), ["…", "…"]);
    assert_eq!(rows("", 5), [""]);
    assert_eq!(rows("abc", 0), [""; 0]);
    assert_eq!(rows("a  b", 3), ["a  ", "b"]);
}

#[test]
fn a_long_text_stands_in_as_many_columns_as_there_is_room_for() {
    let text = (0..90).map(|n| Paragraph::plain(format!("{n:02} {}", "x".repeat(60)))).collect();
    let mut over: Over = Overlay::new("", Message::new("Help", text));
    let row = |over: &Over, width| shown(over, width, 40)[1].clone();
    assert!(row(&over, 80).contains("00 x") && !row(&over, 80).contains("37 x"), "{}", row(&over, 80));
    // 90 rows of which 38 fit make two columns of 45, so the screen scrolls them.
    let wide = row(&over, 200);
    assert!(wide.contains("00 x") && wide.contains("38 x"), "{wide}");
    let screen = shown(&over, 200, 60);
    assert!(screen.iter().any(|row| row.contains("44 x") && row.contains("89 x")), "{}", screen.join("\n"));
    over.key(key("G"), Rect::new(0, 0, 200, 40));
    let screen = shown(&over, 200, 40).join("\n");
    assert!(screen.contains("89 x") && !screen.contains("00 x"), "{screen}");
}
