//! Every verb under clocks that are wrong: a machine without a battery wakes up in 1970, or anywhere.

use std::collections::BTreeSet;

use super::TRELLO;
use super::home::Home;

/// What is typed under each clock, one line a verb at least; `T`, `U` stand for tasks, `R` for a role, `G` for a goal.
const TYPED: &[&str] = &[
    "",
    "start Other --name Ayu --board other.db",
    "demo",
    "tutor",
    "join Citra",
    "leave --as Citra",
    "return --as Citra",
    "away --from mon --until fri",
    "me",
    "add Sell --due fri",
    "add Buy --due +30d",
    "edit T --due tomorrow",
    "show T",
    "board",
    "show R",
    "show G",
    "tasks",
    "tasks due<7d age>3d",
    "next",
    "mine",
    "who",
    "claim T",
    "help-with T --as Budi",
    "renew T",
    "give-back T",
    "claim T",
    "offer T Budi",
    "withdraw T",
    "offer T Budi",
    "accept T --as Budi",
    "decline T --as Budi",
    "take-over T quickly",
    "move T review",
    "due T U fri",
    "tag T U legal",
    "rank T --end",
    "park T mon",
    "remark T well",
    "thank Budi well --about T",
    "tension late --could early --about T",
    "tensions",
    "decide Paint it --closes fri --review +9d",
    "decisions",
    "agree early --text well",
    "agreements",
    "buddy Budi",
    "buddy Ayu --yes --as Budi",
    "buddy Budi --end",
    "buddy Budi --until fri",
    "buddy",
    "block T the key --on-other office",
    "asked T",
    "promise T fri",
    "clear T it came",
    "merge T U twice",
    "undo",
    "split T U A B",
    "yield T Ayu",
    "undo",
    "done U",
    "drop T over",
    "role add Treasurer",
    "roles",
    "goal reading G 3",
    "goals",
    "findings",
    "agenda",
    "may sell bread",
    "blockers",
    "waits",
    "clarity",
    "remove U",
    "assign U Budi",
    "settle G1:R fine why",
    "settings",
    "terms",
    "standup start",
    "standup",
    "standup next",
    "standup park the till",
    "stage",
    "standup end",
    "standup --last",
    "retro start",
    "retro",
    "retro card 1 late",
    "retro next",
    "retro end",
    "retro --last",
    "report --markdown",
    "since",
    "log",
    "log age<7d",
    "undo",
    "redo",
    "search sell",
    "import shop.json",
    "export json",
    "export markdown",
    "export ical",
    "backup copy-NOW.db",
    "restore copy.db",
    "trust",
    "doctor --rebuild",
    "help filters",
    "man add",
    "completions bash",
];

/// The ends of the calendar that a board has, from both sides, in places far from UTC.
const CLOCKS: &[&str] = &[
    "1960-02-29T12:00:00Z",
    "0000-01-01T00:00:00+23:59",
    "1970-01-01T00:00:00Z",
    "1970-01-01T00:00:00-12:00",
    "9999-12-31T23:59:59.999Z",
    "9999-12-31T23:59:59-23:59",
];

#[test]
fn every_verb_is_typed_under_every_clock() {
    let known: BTreeSet<String> =
        setara::cli::command().get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    let typed = |verb: &String| TYPED.iter().any(|line| line.split(' ').next() == Some(verb));
    assert_eq!(known.iter().filter(|verb| !typed(verb)).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn no_clock_breaks_a_verb() {
    for clock in CLOCKS {
        // A board that begins there, and one of today.
        for began in [clock, &"2026-11-18T09:00:00Z"] {
            let mut home = Home::new();
            std::fs::write(home.path("shop.json"), TRELLO).unwrap();
            home.story(&format!("now {began}"));
            home.ok("Ayu", &["start", "Warung Kode", "--name", "Ayu"], "");
            home.ok("", &["join", "Budi"], "");
            for line in [
                &["add", "Sign the contract", "--due", "today"][..],
                &["add", "Move the list"],
                &["role", "add", "Keeper", "--review", "today"],
                &["goal", "add", "Open the store", "--target", "10", "--due", "today"],
            ] {
                home.ok("Ayu", line, "");
            }
            let handles: Vec<String> = home.handles.iter().map(|(_, handle)| handle.clone()).collect();
            home.story(&format!("now {clock}"));
            for line in TYPED {
                let words: Vec<&str> = line
                    .split_whitespace()
                    .map(|word| match word {
                        "T" => &handles[0],
                        "U" => &handles[1],
                        "R" => &handles[2],
                        "G" => &handles[3],
                        word => word,
                    })
                    .collect();
                // `run` holds that it is no fault of ours.
                let said = home.run("Ayu", &words, "");
                // Beyond the last day of the calendar no Friday comes.
                let no_day = said.status == 2 && said.err.contains("is not a day");
                assert!(no_day || [0, 1].contains(&said.status), "{clock}: {line}: {}", said.err);
                assert!(said.err.lines().count() <= 2, "{clock}: {line}: {}", said.err);
            }
        }
    }
}
