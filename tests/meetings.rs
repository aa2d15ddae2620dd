//! Stand-ups as a team holds them: several desks in real terminals on one file, and a clock that the test moves.

mod pty;

use std::path::{Path, PathBuf};
use std::process::Command;

use pty::Terminal;
use serde_json::Value;

const NEXT: &str = "\u{1b}[C";
const BACK: &str = "\u{1b}[D";
const ENTER: &str = "\r";
const TEAM: [&str; 7] = ["Ayu", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita"];

/// A team's board, and the clock of all its desks.
struct Team {
    folder: tempfile::TempDir,
}

impl Team {
    /// Seven people. Fajar and Gita each have a task in hand.
    fn of_seven() -> Team {
        let team = Team { folder: tempfile::tempdir().unwrap() };
        team.clock("09:15:00");
        team.run("", &["start", "Warung Kode", "--name", TEAM[0]]);
        for name in &TEAM[1..] {
            team.run("", &["join", name]);
        }
        for (who, title) in [("Fajar", "Sign the contract"), ("Gita", "Paint the door")] {
            team.run(who, &["add", title, "--claim"]);
            team.run(who, &["move", title, "doing"]);
        }
        team
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    fn time(&self) -> PathBuf {
        self.home().join("now")
    }

    /// Moves the clock of all desks.
    fn clock(&self, time: &str) {
        // At once: who reads half of it goes by what it said before.
        let new = self.home().join("now.new");
        std::fs::write(&new, format!("2026-11-23T{time}+07:00")).unwrap();
        std::fs::rename(new, self.time()).unwrap();
    }

    fn now(&self) -> String {
        format!("@{}", self.time().display())
    }

    fn run(&self, who: &str, args: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_setara"));
        command.env_clear().env("HOME", self.home()).env("SETARA_NOW", self.now()).args(args);
        if !who.is_empty() {
            command.env("SETARA_AS", who);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.run("Ayu", &args)).unwrap()
    }

    /// The desk of one of them, with the home screen on it.
    fn desk(&self, who: &str) -> Terminal {
        let env = [("SETARA_AS", who), ("SETARA_NOW", &self.now())];
        let desk = Terminal::open_with(self.home(), &[], 120, 40, &env);
        desk.wait_for("the home screen", |text| {
            text.contains("? keys") && text.contains(&format!("{who} ▾"))
        });
        desk
    }

    /// The answers of all turns that were left, as they are kept: the step, who was asked there, and what they did.
    fn answers(&self) -> Vec<(String, String, String)> {
        let board: Value = serde_json::from_str(&self.run("Ayu", &["export", "json"])).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let members = board["members"].as_array().unwrap();
        let name = |key: &Value| text(&members.iter().find(|member| member["key"] == *key).unwrap()["name"]);
        let turns = board["meetings"][0]["turns"].as_array().unwrap();
        let answered = turns.iter().filter(|turn| turn["answer"].is_string());
        answered
            .map(|turn| {
                let left = &turns[turn["after"].as_u64().unwrap() as usize];
                (text(&left["step"]), name(&left["member"]), text(&turn["answer"]))
            })
            .collect()
    }
}

fn names(people: &Value) -> Vec<String> {
    let mut names: Vec<String> =
        people.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

/// Into the meeting that goes on.
fn go_in(desk: &mut Terminal) {
    desk.wait_for("the meeting in the header", |text| {
        text.contains("stand-up: s") || text.contains("retro: s")
    });
    desk.press("s");
    desk.wait_for("the meeting", |text| text.contains("▸ "));
}

/// Who is asked in the round.
fn asked(text: &str) -> Option<&str> {
    let line = text.lines().find_map(|line| line.split_once(": what do you need"))?.0;
    line.split(|c: char| !c.is_alphabetic()).next_back()
}

fn is_at(desk: &Terminal, step: &str) {
    let here = format!("▸ {step}");
    desk.wait_for(step, |text| text.contains(&here));
}

fn all_at(desks: &[&Terminal], step: &str) {
    desks.iter().for_each(|desk| is_at(desk, step));
}

#[test]
fn seven_at_three_desks_are_each_heard_once_whatever_happens() {
    let team = Team::of_seven();
    team.run("Ayu", &["terms", "standup", "mon-fri", "9:20", "15", "min", "Asia/Jakarta"]);
    let (mut ayu, mut budi, mut citra) = (team.desk("Ayu"), team.desk("Budi"), team.desk("Citra"));
    for desk in [&ayu, &budi, &citra] {
        desk.wait_for("the next meeting", |text| text.contains("stand-up in 5 minutes: s"));
    }
    team.clock("09:20:10");
    citra.wait_for("the time", |text| text.contains("stand-up now: s"));
    ayu.press("s");
    ayu.wait_for("the question", |text| text.contains("Begin a stand-up"));
    ayu.press(ENTER);
    is_at(&ayu, "goals");
    go_in(&mut budi);
    go_in(&mut citra);

    // Whoever presses moves all desks.
    budi.press(NEXT);
    all_at(&[&ayu, &budi, &citra], "since");
    ayu.press(NEXT);
    all_at(&[&ayu, &budi, &citra], "walk 1 of 2");
    // Two presses before anything is drawn are one.
    citra.press(&format!("{NEXT}{NEXT}"));
    citra.wait_for("a word", |text| text.contains("already moved on: the walk"));
    all_at(&[&ayu, &budi, &citra], "walk 2 of 2");
    // Back, and on again.
    budi.press(BACK);
    all_at(&[&ayu, &budi, &citra], "walk 1 of 2");
    budi.press(NEXT);
    all_at(&[&ayu, &budi, &citra], "walk 2 of 2");
    // A topic is parked by one, while another is in the midst of typing one when their machine dies.
    budi.press("\"");
    budi.wait_for("the question", |text| text.contains("What is kept for afterwards?"));
    budi.press("Who has the keys?");
    citra.press("\"");
    citra.wait_for("the question", |text| text.contains("What is kept for afterwards?"));
    citra.press("Half a thou");
    citra.wait_for("half a topic", |text| text.contains("Half a thou"));
    citra.signal("KILL");
    citra.ended();
    // Nobody is taken from what they type by somebody who goes on.
    ayu.press(NEXT);
    is_at(&ayu, "pull");
    budi.wait_for("the text", |text| text.contains("Who has the keys?"));
    budi.press(ENTER);
    budi.wait_for("what was parked", |text| text.contains("Budi parked a topic: Who has the keys?"));
    is_at(&budi, "pull");
    // One leaves before their turn, and one comes late.
    team.run("Eka", &["standup", "join"]);
    team.run("Eka", &["standup", "leave"]);
    team.run("Dewi", &["standup", "join"]);
    let mut citra = team.desk("Citra");
    go_in(&mut citra);
    is_at(&citra, "pull");

    ayu.press(NEXT);
    is_at(&ayu, "round");
    let mut was_asked = Vec::new();
    let mut is_budi_there = true;
    loop {
        let text = ayu.wait_for("the next place", |text| {
            asked(text).is_some_and(|name| was_asked.last() != Some(&name.to_owned()))
                || text.contains("▸ park")
        });
        let Some(name) = asked(&text).filter(|_| text.contains("▸ round")) else { break };
        was_asked.push(name.to_owned());
        citra.wait_for("the same at the other desk", |text| asked(text) == Some(name));
        match name {
            // Their desk dies in their turn: the others go on.
            "Budi" => {
                budi.signal("KILL");
                budi.ended();
                is_budi_there = false;
                ayu.press(NEXT);
            }
            "Dewi" => citra.press("p"),
            // Whoever presses twice skips nobody.
            _ => {
                ayu.press(&format!("{NEXT}{NEXT}"));
                ayu.wait_for("a word", |text| text.contains("already moved on: "));
                citra.wait_for("the next", |text| asked(text) != Some(name));
            }
        }
    }
    assert!(!is_budi_there);
    was_asked.sort();
    assert_eq!(was_asked, ["Ayu", "Budi", "Citra", "Dewi"], "each once, and nobody who left");
    citra.press(NEXT);
    is_at(&ayu, "reach");
    ayu.press(NEXT);
    ayu.wait_for("the end", |text| text.contains("It took 1 minute"));

    // What was entered is there, and nothing else.
    let minutes = team.json(&["standup", "--last"]);
    assert_eq!(minutes["for_later"], serde_json::json!(["Who has the keys?"]));
    // Who led a task of the walk was asked there, and was heard.
    let there = names(&minutes["there"]);
    assert_eq!(there, ["Ayu", "Budi", "Citra", "Dewi", "Fajar", "Gita"]);
    assert_eq!(names(&minutes["not_there"]), [""; 0]);
    let answers = team.answers();
    let who = |how: &str| {
        let mut names: Vec<String> =
            answers.iter().filter(|(.., is)| is == how).map(|(_, name, _)| name.clone()).collect();
        names.sort();
        // Who was gone back to was asked again.
        names.dedup();
        names
    };
    assert_eq!(who("spoke"), ["Ayu", "Budi", "Citra", "Fajar", "Gita"]);
    assert_eq!(who("passed"), ["Dewi"]);
    let mut all = [who("spoke"), who("passed"), who("absent")].concat();
    all.sort();
    assert_eq!(all, there, "each once");
    assert_eq!(answers.iter().filter(|(step, ..)| step == "round").count(), 4, "{answers:?}");
    assert_eq!(team.json(&["doctor"])["faults"], serde_json::json!([]), "the file is whole");
}

#[test]
fn a_box_that_runs_out_rings_once_where_somebody_wants_to_hear_it() {
    let team = Team::of_seven();
    let (mut ayu, mut budi) = (team.desk("Ayu"), team.desk("Budi"));
    let bells = |desk: &Terminal| {
        let raw = String::from_utf8_lossy(&desk.seen.lock().unwrap().raw).into_owned();
        // Also the end of some sequences to the terminal, all of which begin alike.
        raw.matches('\u{7}').count() - raw.matches("\u{1b}]").count()
    };
    let quiet = [bells(&ayu), bells(&budi)];
    ayu.press("s");
    ayu.wait_for("the question", |text| text.contains("Begin a stand-up"));
    ayu.press(ENTER);
    is_at(&ayu, "goals");
    go_in(&mut budi);
    team.run("", &["settings", "bell", "on"]);
    let mut citra = team.desk("Citra");
    go_in(&mut citra);
    let before = bells(&citra);
    team.clock("09:15:59");
    citra.wait_for("the last second", |text| text.contains("0:59 of 1:00"));
    assert_eq!(bells(&citra), before);
    team.clock("09:16:01");
    citra.wait_for("the bell", |_| bells(&citra) == before + 1);
    team.clock("09:18:00");
    for desk in [&ayu, &budi, &citra] {
        desk.wait_for("how much it is over", |text| text.contains("2:00 over"));
    }
    assert_eq!(bells(&citra), before + 1, "once");
    assert_eq!([bells(&ayu), bells(&budi)], quiet, "only where somebody asked for it");
    // A minute more than it has taken is a box anew.
    citra.press("%%%");
    citra.wait_for("a longer box", |text| text.contains("3:00 of 6:00"));
    team.clock("09:21:30");
    citra.wait_for("the bell", |_| bells(&citra) == before + 2);
}

/// To a step by its name, as somebody types it.
fn to(desk: &mut Terminal, step: &str) {
    desk.press("'");
    desk.wait_for("the question", |text| text.contains("To which step?"));
    desk.press(&format!("{step}{ENTER}"));
    is_at(desk, step);
}

/// Cards of one column, one after the other.
fn write(desk: &mut Terminal, column: &str, cards: &[&str]) {
    desk.press("n");
    desk.wait_for("the columns", |text| text.contains("In which column?"));
    desk.press(&format!("{column}{ENTER}"));
    for card in cards {
        desk.wait_for("an empty card", |text| text.contains("A card: "));
        desk.press(&format!("{card}{ENTER}"));
        desk.wait_for("the card", |text| text.contains(&format!("{card}  (you)")));
    }
    desk.wait_for("the next card", |text| text.contains("A card: "));
    desk.press("\u{1b}");
    desk.wait_for("the end of it", |text| !text.contains("A card: "));
}

#[test]
fn seven_hold_a_retro_at_three_desks_and_a_stage() {
    let team = Team::of_seven();
    let stage = Terminal::open_with(team.home(), &["stage"], 80, 24, &[("SETARA_NOW", &team.now())]);
    let (mut ayu, mut budi, mut citra) = (team.desk("Ayu"), team.desk("Budi"), team.desk("Citra"));
    ayu.press("s");
    ayu.wait_for("the question", |text| text.contains("Begin a retro"));
    ayu.press(&format!("Begin a retro{ENTER}"));
    ayu.wait_for("the columns", |text| text.contains("With which columns?"));
    ayu.press(ENTER);
    is_at(&ayu, "last");
    go_in(&mut budi);
    go_in(&mut citra);
    // Everybody checks in; one passes.
    ayu.press(NEXT);
    for n in 1..=7 {
        all_at(&[&ayu, &budi, &citra], &format!("check-in {n} of 7"));
        if n == 3 { citra.press("p") } else { ayu.press(NEXT) }
    }
    all_at(&[&ayu, &budi, &citra], "gather");
    write(&mut ayu, "Helped", &["We tested early"]);
    write(&mut budi, "Hindered", &["The key came late"]);
    // A desk dies in the midst of a card: what was written before is there.
    write(&mut citra, "Hindered", &["Nobody had the key"]);
    citra.press("n");
    citra.wait_for("the columns", |text| text.contains("In which column?"));
    citra.press(ENTER);
    citra.wait_for("an empty card", |text| text.contains("A card: "));
    citra.press("Half a thou");
    citra.wait_for("half a card", |text| text.contains("Half a thou"));
    citra.signal("KILL");
    citra.ended();
    // Who types is taken nowhere when another goes on, and the card they send stands.
    budi.press("n");
    budi.wait_for("the columns", |text| text.contains("In which column?"));
    budi.press(&format!("Ideas{ENTER}"));
    budi.wait_for("an empty card", |text| text.contains("A card: "));
    budi.press("A hook for the key");
    ayu.press(NEXT);
    is_at(&ayu, "group");
    budi.wait_for("the text", |text| text.contains("A hook for the key"));
    budi.press(ENTER);
    ayu.wait_for("the late card", |text| text.contains("A hook for the key"));
    budi.press("\u{1b}");
    is_at(&budi, "group");
    let mut citra = team.desk("Citra");
    go_in(&mut citra);
    citra.wait_for("all cards", |text| {
        ["We tested early", "The key came late", "Nobody had the key"].iter().all(|card| text.contains(card))
            && !text.contains("Half a thou")
    });
    stage.wait_for("the cards on the wall", |text| text.contains("We tested early"));
    // Put together by one, seen by all.
    team.run("Dewi", &["retro", "group", "2", "3", "4", "--name", "The key"]);
    for desk in [&ayu, &budi, &citra] {
        desk.wait_for("the group", |text| {
            text.lines().any(|line| line.trim_matches(['┃', ' ']).starts_with("· The key"))
        });
    }
    to(&mut ayu, "dots");
    for who in ["Ayu", "Budi", "Citra", "Dewi"] {
        team.run(who, &["retro", "vote", "2", "2", "1"]);
    }
    budi.wait_for("who has voted", |text| text.contains("Count the dots: 4 have voted"));
    team.run("Budi", &["retro", "count"]);
    stage.wait_for("the sums", |text| {
        text.lines().any(|line| line.contains("The key") && line.contains(" 8 "))
    });
    ayu.press(NEXT);
    all_at(&[&ayu, &budi, &citra], "talk 1 of 2");
    stage.wait_for("the topic", |text| text.contains("The key"));
    // An action is claimed by the claimer's own yes, at whichever keyboard.
    ayu.press("n");
    ayu.wait_for("the question", |text| text.contains("What do we do?"));
    ayu.press(&format!("Hang up a hook{ENTER}"));
    ayu.wait_for("the next question", |text| text.contains("Who takes it?"));
    ayu.press(&format!("Budi{ENTER}"));
    ayu.wait_for("the yes", |text| text.contains("Budi, do you take it?"));
    ayu.press(ENTER);
    ayu.wait_for("the claim", |text| text.contains("Budi claimed"));
    to(&mut citra, "thanks");
    citra.press(NEXT);
    for desk in [&ayu, &budi, &citra] {
        desk.wait_for("what came of it", |text| {
            text.contains("What we do") && text.contains("Hang up a hook")
        });
    }
    let minutes = team.run("Gita", &["retro", "--last"]);
    assert!(minutes.contains("- Hang up a hook (Budi)"), "{minutes}");
    assert!(minutes.contains("- The key (8 dots)"), "{minutes}");
    // What was not reached waits for another time.
    assert!(minutes.contains("**Parked**\n- We tested early"), "{minutes}");
    assert_eq!(names(&team.json(&["retro", "--last"])["there"]), TEAM);
    assert_eq!(team.json(&["doctor"])["faults"], serde_json::json!([]), "the file is whole");
}
