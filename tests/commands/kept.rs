//! What is kept from whoever has not spoken yet stands in nothing that they read: no page, list, log, search, export, no JSON
//! of any, no refusal, and nothing that is taken back or done again.

use super::home::Home;

/// Words of reasons and of a view, and an objection on a page and in JSON.
const KEPT: [&str; 4] = ["garage", "brakes", "objection  ", r#""stance": "objection""#];

/// Everything that somebody reads of two proposals, as text and as JSON.
fn read_by(home: &mut Home, who: &str, first: &str, second: &str) -> Vec<(String, String)> {
    let asked: [&[&str]; 28] = [
        &["show", first],
        &["show", second],
        &["decide", "show", first],
        &["decide", "show", second],
        &["decisions"],
        &["decisions", "--all"],
        &["log"],
        &["log", "--all"],
        &["log", "--each"],
        &["log", "--on", first],
        &["log", "--by", "Budi"],
        &["search", "garage"],
        &["search", "brakes"],
        &["since"],
        &["mine"],
        &["agenda"],
        &["findings"],
        &["board"],
        &["export"],
        &["export", "markdown"],
        &["export", "csv"],
        &["export", "ical"],
        &["may", "deliver", "on", "Saturdays"],
        &["decide", "adopt", first],
        &["decide", "adopt", second],
        &["decide", "test", first, "Budi", "harm", "x"],
        &["redo"],
        &["undo"],
    ];
    let mut read = Vec::new();
    for args in asked {
        // What would change something is tried on a copy.
        let mut there = home.copy();
        let changes = args[0] == "decide" || args.len() == 1;
        let at = if changes { &mut there } else { &mut *home };
        for json in [false, true] {
            let args: Vec<&str> = args.iter().copied().chain(json.then_some("--json")).collect();
            let said = at.run(who, &args, "");
            assert_ne!(said.status, 2, "{args:?}: {}", said.err);
            read.push((args.join(" "), said.out + &said.err));
        }
    }
    let mut complete = home.command(who, &["--", "setara", "decide", "show", ""]);
    let completed = complete.env("SETARA_COMPLETE", "fish").output().unwrap();
    read.push(("completions".to_owned(), String::from_utf8_lossy(&completed.stdout).into_owned()));
    read
}

/// Asserts that nothing of what is kept is there, and what was asked for is.
#[track_caller]
fn keeps(read: &[(String, String)]) {
    for (asked, told) in read {
        for word in KEPT {
            assert!(!told.contains(word), "{asked} tells “{word}”:\n{told}");
        }
    }
    let all: String = read.iter().map(|(_, told)| told.as_str()).collect();
    assert!(all.contains("Deliver on Saturdays") && all.contains("Budi"), "who has spoken is shown:\n{all}");
}

#[test]
fn nothing_that_is_read_tells_what_is_hidden_before_one_has_spoken() {
    for hide in ["own", "all"] {
        let mut home = Home::with_team();
        for name in ["Citra", "Dewi", "Fajar"] {
            home.ok("", &["join", name], "");
        }
        let with = ["--hide", hide, "--with", "Ayu,Budi,Citra,Dewi"];
        let propose = |title: &'static str, more: &[&'static str]| {
            ["decide", title].into_iter().chain(with).chain(more.iter().copied()).collect::<Vec<&str>>()
        };
        home.ok("Ayu", &propose("Deliver on Saturdays", &[]), "");
        home.ok("Ayu", &propose("Who keeps the till", &["--kind", "selection"]), "");
        let handle = |home: &Home, title: &str| {
            home.handles.iter().find(|(known, _)| known.starts_with(title)).unwrap().1.clone()
        };
        let (first, second) = (handle(&home, "Deliver"), handle(&home, "Who keeps"));
        home.ok("Budi", &["decide", "say", &first, "objection", "the car is in the garage"], "");
        home.ok("Budi", &["decide", "say", &second, "nominate", "the brakes", "--member", "Fajar"], "");
        home.ok("Dewi", &["decide", "say", &first, "consent", "if the brakes hold"], "");
        if hide == "own" {
            home.ok("Dewi", &["decide", "test", &first, "Budi", "harm", "new brakes"], "");
        }
        // Budi takes back something, and does it again: the sentences about that keep it, too.
        home.ok("Budi", &["undo"], "");
        home.ok("Budi", &["redo"], "");
        keeps(&read_by(&mut home, "Citra", &first, &second));
        // Nor is whom somebody nominated found by their name.
        let about = home.ok("Citra", &["log", "--on", "Fajar"], "");
        assert!(!about.contains("spoke"), "{about}");
        let told = |home: &mut Home| home.ok("Citra", &["decide", "show", &first], "");
        // Whoever takes back what they said sees nothing again.
        home.ok("Citra", &["decide", "say", &first, "consent"], "");
        assert_eq!(told(&mut home).contains("garage"), hide == "own");
        home.ok("Citra", &["undo"], "");
        assert!(!told(&mut home).contains("garage"));
        // Once all have spoken, or somebody shows it, everybody sees it.
        let mut shown = home.copy();
        shown.ok("Dewi", &["decide", "reveal", &first], "");
        assert!(told(&mut shown).contains("garage"));
        assert!(shown.ok("Citra", &["search", "garage"], "").contains("Deliver"));
        shown.ok("Dewi", &["undo"], "");
        assert!(!told(&mut shown).contains("garage"));
        home.ok("Ayu", &["decide", "say", &first, "consent"], "");
        home.ok("Citra", &["decide", "say", &first, "consent"], "");
        assert!(home.ok("Fajar", &["decide", "show", &first], "").contains("garage"));
    }
}
