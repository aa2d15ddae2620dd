use proptest::prelude::*;

use super::tasks::{Key, TASKS};
use super::*;
use crate::domain::calendar::Day;

/// A Saturday.
fn clock() -> Clock {
    Clock { today: Day::from_ymd_opt(2026, 11, 21).unwrap() }
}

fn read(text: &str) -> Reading<Key> {
    TASKS.read(text, &clock())
}

/// The faults as they would be underlined, with what they say.
fn faults(text: &str) -> Vec<(&str, String)> {
    read(text).faults.into_iter().map(|fault| (&text[fault.at], fault.message)).collect()
}

fn days(text: &str) -> String {
    match &read(text).terms[0].what {
        Known::Key(_, values) => match &values[0].0 {
            Value::Days(days) => {
                let end = |end: Option<Day>| end.map(|day| day.to_string()).unwrap_or_default();
                format!("{}..{}", end(days.from), end(days.to))
            }
            other => format!("{other:?}"),
        },
        other => format!("{other:?}"),
    }
}

#[test]
fn a_query_is_taken_apart() {
    let (query, faults) =
        parse(r#"lead:me -is:blocked goal:"co-op store" "price list" pay due:<=1dec,none Tag:a..b"#);
    assert_eq!(faults, []);
    let said: Vec<_> = query.terms.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "lead:me",
            "-is:blocked",
            r#"goal:"co-op store""#,
            r#""price list""#,
            "pay",
            "due:<=1dec,none",
            "tag:a..b"
        ]
    );
}

#[test]
fn what_only_looks_like_a_key_is_a_word() {
    for text in ["http://setara.org/x", "12:30", "co-op", ":", "a-b:c", "ключ:1", r#""lead:me""#] {
        let reading = read(text);
        assert_eq!((reading.faults.len(), reading.terms.len()), (0, 1), "{text}");
        assert!(matches!(reading.terms[0].what, Known::Words(_)), "{text}");
    }
}

#[test]
fn what_is_wrong_is_shown_at_its_place() {
    for (text, place, says) in [
        ("pay led:me", "led:", r#"there is no key "led:""#),
        ("lead:", "lead:", "lead: has no value"),
        ("state:open,", "state:open,", "state: has no value"),
        ("is:blokked", "blokked", r#"is: does not take "blokked""#),
        ("is:f", "f", r#""f" may mean several"#),
        ("a -", "-", r#"there is nothing after "-""#),
        (r#"goal:"co-op"#, r#""co-op"#, "the quote is not closed"),
        ("due:<soon", "soon", r#""soon" is not a day"#),
        ("age:>soon", "soon", r#""soon" is not a length of time"#),
        ("goal:<store", "<store", "goal: cannot be compared"),
        ("due:2026-12-12..2026-12-01", "2026-12-12..2026-12-01", "it ends before it begins"),
        ("due:..", "due:..", "due: has no value"),
    ] {
        assert_eq!(faults(text), [(place, says.to_owned())], "{text}");
    }
}

#[test]
fn what_was_pasted_by_mistake_is_not_read_to_its_end() {
    let fits = "word ".repeat(MOST);
    assert_eq!((read(&fits).terms.len(), read(&fits).faults.len()), (MOST, 0));
    let long = "word ".repeat(100_000);
    let without_blanks = "字".repeat(MOST + 1);
    let values = format!("tag:{}", vec!["x"; MOST + 1].join(","));
    for (text, kept) in [(long, MOST), (format!("\"{fits} one more\""), 0), (without_blanks, 0), (values, 0)]
    {
        let reading = read(&text);
        assert_eq!((reading.terms.len(), reading.faults.len()), (kept, 1));
        assert_eq!(reading.faults[0].message, "more than 64 words and values in one query");
    }
}

#[test]
fn a_hint_names_what_was_probably_meant() {
    let hint = |text: &str| read(text).faults[0].hint.clone().unwrap();
    assert!(hint("laed:me").starts_with("did you mean lead:?"));
    assert_eq!(hint("is:blokked"), "try is:blocked");
    assert_eq!(hint("is:f"), "it takes free, finished");
    assert!(hint("zzz:me").contains("in quotes"));
}

#[test]
fn a_fault_leaves_the_rest_standing() {
    let reading = read("lead:me led:x is:free,nowhere pay");
    assert_eq!((reading.terms.len(), reading.faults.len()), (3, 2));
    assert!(matches!(&reading.terms[1].what, Known::Key(Key::Is, values) if values.len() == 1));
}

#[test]
fn the_beginning_of_a_word_is_enough_where_nothing_else_is_taken() {
    assert!(
        matches!(&read("is:blo").terms[0].what, Known::Key(Key::Is, v) if v[0].0 == Value::Choice("blocked"))
    );
    // Somebody may be called Mega.
    assert!(matches!(&read("lead:m").terms[0].what, Known::Key(_, v) if v[0].0 == Value::Name("m".into())));
}

#[test]
fn days_are_stretches() {
    for (text, expected) in [
        ("due:today", "2026-11-21..2026-11-21"),
        ("due:<fri", "..2026-11-26"),
        ("due:<=fri", "..2026-11-27"),
        ("due:>1dec", "2026-12-02.."),
        ("due:>=1dec", "2026-12-01.."),
        ("due:week", "2026-11-16..2026-11-22"),
        ("due:<=week", "..2026-11-22"),
        (r#"due:"next week""#, "2026-11-23..2026-11-29"),
        ("due:month", "2026-11-01..2026-11-30"),
        ("due:mon..fri", "2026-11-23..2026-11-27"),
        ("due:fri..mon", "2026-11-27..2026-11-30"),
        ("due:mon..", "2026-11-23.."),
        ("due:..mon", "..2026-11-23"),
        ("since:mon", "2026-11-16.."),
        ("since:<mon", "..2026-11-15"),
        ("due:none", r#"Choice("none")"#),
    ] {
        assert_eq!(days(text), expected, "{text}");
    }
}

#[test]
fn an_age_is_what_a_list_shows() {
    let day = 86_400_000;
    for (text, least, below) in [
        ("age:3d", Some(3 * day), Some(4 * day)),
        ("age:>3d", Some(3 * day), None),
        ("age:<2w", None, Some(14 * day)),
        ("age:<=2w", None, Some(21 * day)),
        ("age:1d..3d", Some(day), Some(4 * day)),
    ] {
        let reading = read(text);
        let Known::Key(Key::Age, values) = &reading.terms[0].what else { panic!("{text}") };
        assert_eq!(values[0].0, Value::Ages(Span { least, below }), "{text}");
    }
}

#[test]
fn a_place_tells_what_is_to_come() {
    for (text, at, typed, key) in [
        ("", "", "", None),
        ("le", "le", "le", None),
        ("pay -le", "le", "le", None),
        ("lead:", "", "", Some("lead")),
        ("pay lead:ay", "ay", "ay", Some("lead")),
        ("lead:ayu,bu", "bu", "bu", Some("lead")),
        (r#"goal:"co-op s"#, r#""co-op s"#, "co-op s", Some("goal")),
        ("due:<=f", "f", "f", Some("due")),
        ("due:mon..f", "f", "f", Some("due")),
        ("pay ", "", "", None),
    ] {
        let place = Place::of(text, text.len());
        assert_eq!((&text[place.at], place.typed.as_str(), place.key.as_deref()), (at, typed, key), "{text}");
    }
}

#[test]
fn every_row_explains_itself() {
    let mut seen = std::collections::HashSet::new();
    for (key, row) in TASKS.rows {
        assert!(seen.insert(row.key) && row.key.bytes().all(|b| b.is_ascii_lowercase()), "{key:?}");
        assert!(!(row.doc)().is_empty());
        assert!(row.choices.iter().all(|choice| !(choice.doc)().is_empty()));
        let example = format!("{}:{}", row.key, row.example);
        assert_eq!(read(&example).faults, [], "{example}");
        for proposal in row.words("") {
            let text = format!("{}:{}", row.key, proposal.text);
            assert_eq!(read(&text).faults, [], "{text}");
        }
    }
    assert_eq!(TASKS.keys("").len(), TASKS.rows.len());
}

/// The same query, wherever its parts stand.
fn placeless(mut query: Query) -> Query {
    fn blank(atom: &mut Atom) {
        atom.at = 0..0;
    }
    for term in &mut query.terms {
        term.at = 0..0;
        match &mut term.what {
            What::Words(atom) => blank(atom),
            What::Pair { key, tests } => {
                blank(key);
                for test in tests {
                    test.at = 0..0;
                    match &mut test.how {
                        How::Is(a) | How::Below(a) | How::AtMost(a) | How::Above(a) | How::AtLeast(a) => {
                            blank(a)
                        }
                        How::Between(from, to) => [from, to].into_iter().flatten().for_each(blank),
                    }
                }
            }
        }
    }
    query
}

#[test]
fn a_value_that_begins_with_a_sign_is_no_part_of_the_sign_before_it() {
    for text in [r#"lead:<"=""#, r#"due:>"=x""#, r#"lead:"<a""#] {
        let (query, _) = parse(text);
        assert_eq!(query.to_string(), text);
        assert_eq!(placeless(parse(&query.to_string()).0), placeless(query));
    }
}

proptest! {
    #[test]
    fn no_text_panics_and_every_place_is_in_it(
        any in ".{0,40}",
        made in r#"(lead|is|due|age|goal|-|:|"|\\|,|\.\.|<|>|=| |me|none|week|3d|é|x){0,14}"#,
        cursor in 0usize..60,
    ) {
        for text in [any, made] {
            let reading = read(&text);
            for at in reading.faults.iter().map(|f| &f.at).chain(reading.terms.iter().map(|t| &t.at)) {
                prop_assert!(text.get(at.clone()).is_some(), "{text:?} {at:?}");
            }
            let place = Place::of(&text, cursor);
            prop_assert!(text.get(place.at).is_some());
        }
    }

    #[test]
    fn a_query_written_out_reads_the_same(
        text in r#"(lead:|is:|due:|-|"|\\|,|\.\.|<|>|=| |me|none|a b|é|http://x){0,16}"#,
    ) {
        let (query, _) = parse(&text);
        let (again, faults) = parse(&query.to_string());
        prop_assert_eq!(faults, []);
        prop_assert_eq!(placeless(again), placeless(query));
    }
}
