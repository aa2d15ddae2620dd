use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Datelike, Offset, Utc};
use uuid::Uuid;

use super::sample_team;
use super::script::{self, Script, TEAM};
use crate::cli::context::Context;
use crate::cli::stop::Stop;
use crate::domain::calendar::{At, Day};
use crate::domain::handle;
use crate::domain::phrase::Read;
use crate::domain::subject::Kind;
use crate::session::{Environment, ErrorKind, Session};
use crate::store::Place;
use crate::words::{self, Language};

fn world(now: At) -> Environment {
    Environment::fixed(now, "team")
}

fn at(text: &str) -> At {
    text.parse::<DateTime<Utc>>().unwrap().into()
}

fn wednesday() -> Session {
    sample_team(world(at("2026-11-18T09:30:00Z"))).unwrap()
}

/// The names of the script, by their ids as findings write them.
fn names() -> HashMap<String, String> {
    let lines = script::raw_lines(&TEAM);
    lines
        .iter()
        .filter_map(|(_, line)| script::made(line))
        .map(|(name, id)| (id.to_string(), name.split_once(':').unwrap().1.to_owned()))
        .collect()
}

/// What there is to find, by rule and by the names of what it is about.
fn found(session: &Session) -> Vec<String> {
    let mut names = names();
    // A skill is called by its word, which the team says in its language.
    for (english, said) in script::texts(words::language()) {
        names.insert(said.as_str().unwrap_or_default().to_owned(), english);
    }
    let held = session.board().findings(session.now(), session.today(), 100).unwrap();
    let spoken = |key: &str| {
        // A day only tells apart what is so before and after it.
        let parts = key.split(':').filter(|part| part.parse::<Day>().is_err());
        let parts: Vec<&str> = parts.map(|part| names.get(part).map_or(part, |n| n)).collect();
        parts.join(" ")
    };
    let mut found: Vec<String> = held.iter().map(|held| spoken(&held.finding.key)).collect();
    found.sort();
    found
}

/// A morning and a late evening of every day of a week, and shortly after midnight, in one language after the other.
fn moments() -> impl Iterator<Item = (At, Language)> {
    let hours = ["00:05", "09:30", "22:45"];
    let all = (16..=22).flat_map(move |day| hours.map(|hour| at(&format!("2026-11-{day}T{hour}:00Z"))));
    all.zip(Language::ALL.into_iter().cycle())
}

#[test]
fn there_is_the_same_to_find_on_any_day_in_any_language() {
    let expected = [
        "D1 advance",
        "G1 bookkeeping",
        "G2 shop-list",
        "G2-hands",
        "G3 door",
        "G4 answers",
        "G4 reserve",
        "G5 backups",
        "G6 evenings evenings",
        "G6 store",
        "G7 reserve",
        "G8 gita",
        "H1 tax-again vat",
        "H2 bookkeeping treasurer",
        "K1 bookkeeping",
        "K1 servers",
        "K1 video",
        "L1 budi",
        "O1 contract",
        "O2 treasurer store",
        "O3 onboarding help",
        "O4 returns returns-again",
        "O5 onboarding",
        "O6 near-me search eb6b22bf",
        "S1 guide",
        "S3 logos",
        "S4 photos",
        "S4 vat",
        "S5 first-payments",
        "W1 test-orders",
        "W2 delivery-prices couriers",
    ];
    for (now, language) in moments() {
        words::choose_here(language);
        let session = sample_team(world(now)).unwrap();
        let day = format!("{language:?} {}", now.to_utc().format("%a %T"));
        assert_eq!(found(&session), expected, "{day}");
        let twice = session.task_query("is:twice").unwrap().filter;
        assert_eq!(session.board().count_tasks(&twice, 9).unwrap(), 0, "{day}");
        let mut entries = session.journal().journal(None, 1_000).unwrap();
        entries.reverse();
        assert!(entries.is_sorted_by_key(|entry| entry.record.at), "{day}");
        for entry in &entries {
            let hour = entry.record.at.to_utc().format("%H").to_string();
            // What was done an hour ago may have been done on any hour.
            let is_lately = entry.record.at.0 >= now.0 - 3_600_000;
            assert!(is_lately || ("08"..="16").contains(&hour.as_str()), "{day} {:?}", entry.record);
        }
    }
    words::choose_here(Language::English);
}

#[test]
fn before_its_first_line_no_other_board_is_opened() {
    let mut context = Context::in_memory(world(at("2026-11-18T09:30:00Z")));
    let looked_for = [context.located().map(drop), context.open().map(drop), context.session().map(drop)];
    for opened in looked_for {
        let Err(Stop::Refused(error)) = opened else { panic!("{opened:?}") };
        assert_eq!((error.kind, error.hint.is_some()), (ErrorKind::Bug, true), "{}", error.message);
    }
}

#[test]
fn at_the_ends_of_the_calendar_there_is_a_team_too() {
    for now in [At::START, At(i64::MIN), At::LAST, At::NEVER] {
        let team = sample_team(world(now)).unwrap().export().unwrap();
        let days: Vec<_> = team.tasks.iter().filter_map(|task| task.due).collect();
        assert!(days.len() > 10 && days.iter().all(|day| (1970..=9999).contains(&day.year())));
    }
}

#[test]
fn the_team_is_as_large_as_promised() {
    let team = wednesday().export().unwrap();
    let sizes = (team.members.len(), team.roles.len(), team.goals.len(), team.tasks.len());
    assert_eq!(sizes, (7, 9, 4, 41));
    let mut states = BTreeMap::new();
    for task in &team.tasks {
        *states.entry(task.state.as_str()).or_insert(0) += 1;
        let is_held = task.claims.iter().any(|claim| claim.part == "lead" && claim.end.is_none());
        assert!(is_held || !["doing", "review"].contains(&task.state.as_str()), "{}", task.title);
    }
    let expected = [("doing", 8), ("done", 8), ("dropped", 2), ("open", 20), ("review", 3)];
    assert_eq!(states.into_iter().collect::<Vec<_>>(), expected);
    for goal in &team.goals {
        assert!((5..=8).contains(&goal.readings.len()), "{}", goal.title);
    }
}

#[test]
fn everybody_did_something_on_many_days_and_nothing_was_brought_in() {
    let session = wednesday();
    let entries = session.journal().journal(None, 1_000).unwrap();
    let authors: BTreeSet<_> = entries.iter().map(|entry| entry.record.author).collect();
    let days: BTreeSet<_> = entries.iter().map(|entry| entry.record.at.day()).collect();
    let kinds: BTreeSet<_> = entries.iter().map(|entry| entry.record.kind.clone()).collect();
    assert_eq!(authors.len(), 7);
    let sizes = (entries.len(), days.len(), kinds.len());
    assert!(sizes.0 > 250 && sizes.1 > 60 && sizes.2 > 20, "{sizes:?} {kinds:?}");
    // A board and its first member begin as one.
    let actions: BTreeSet<_> = entries.iter().map(|entry| entry.action).collect();
    assert_eq!(actions.len() + 1, entries.len(), "each is undone by itself");
    for sentence in session.say_all(entries, Read::Anywhere).unwrap() {
        assert!(!sentence.sentence().contains("brought in"), "{}", sentence.sentence());
    }
}

#[test]
fn the_past_was_smaller() {
    let session = wednesday();
    let mut replay = session.journal().replay().unwrap();
    replay.set_out(Place::by(session.now().plus_days(-30))).unwrap();
    while !replay.travel().unwrap() {}
    let then = replay.board().all(Kind::Task).unwrap().len();
    let now = session.board().all(Kind::Task).unwrap().len();
    assert!(then > 4 && then + 10 < now, "{then} {now}");
}

#[test]
fn handles_stay_and_can_be_said_aloud() {
    let lines = script::raw_lines(&TEAM);
    let made: Vec<_> = lines.iter().filter_map(|(_, line)| script::made(line)).collect();
    let handles: HashMap<&str, String> =
        made.iter().map(|(name, id)| (*name, handle::whole(*id)[..5].to_owned())).collect();
    assert_eq!((&*handles["task:contract"], &*handles["task:shop-list"]), ("bakul", "danum"));
    assert_eq!(handles.len(), made.len(), "no name is given twice");
    let heads: BTreeSet<_> = handles.values().map(|handle| &handle[..3]).collect();
    assert_eq!(heads.len(), handles.len(), "three letters tell all apart");
    let unfit: Vec<_> = made.iter().filter(|(_, id)| !handle::is_fit(*id)).map(|(name, _)| name).collect();
    assert_eq!(unfit, Vec::<&&str>::new(), "what is new is never called so");
}

#[test]
fn everything_that_the_team_writes_is_there_in_indonesian() {
    let other = script::texts(Language::Indonesian);
    let same = ["%", "Bu Sri", "Warung Kode", "bug", "data", "rust", "sql", "video"];
    let mut used = BTreeSet::new();
    for (number, line) in script::raw_lines(&TEAM) {
        for word in script::words(&line).unwrap().into_iter().filter(|word| word.is_quoted) {
            assert!(
                other.contains_key(&word.text) || same.contains(&word.text.as_str()),
                "line {number}: {} has no words in assets/demo/id.toml",
                word.text
            );
            used.insert(word.text);
        }
    }
    let unused: Vec<_> = other.keys().filter(|text| !used.contains(*text)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn moments_and_days_count_from_now() {
    let saturday = Script::new(at("2026-11-21T09:31:00Z"), Utc.fix(), Language::English);
    let read = |line: &str| {
        let line = saturday.line(1, line, &[("member:ayu", Uuid::nil())])?;
        Ok::<_, String>((line.at.to_utc().format("%d %H:%M").to_string(), line.words))
    };
    let done = |line: &str| read(line).unwrap();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let expected = ("20 10:05".to_owned(), words(&["done", "it \"now\""]));
    assert_eq!(done(r#" -1wd 10:05 Ayu done "it \"now\"""#), expected);
    assert_eq!(done("-3d 10:05 Ayu task:x/7 = add --due +2wd"), {
        ("18 10:05".to_owned(), words(&["add", "--due", "2026-11-25"]))
    });
    assert_eq!(done("-1h Ayu next").0, "21 08:31");
    for line in
        ["-3x 10:05 Ayu next", "-3d Ayu next", "-3d 10:05", "-3d 10:05 Ayu done @task:x", "-1h Ayu \"x"]
    {
        assert!(read(line).is_err(), "{line}");
    }
}
