use std::collections::HashMap;
use std::path::Path;

use super::name::Accents;
use super::table::{ANY, Line, TEXT, Written, lines};
use super::*;

const BLOCKED: Meaning = Meaning { state: State::Open, is_blocked: true };
const DOING: Meaning = Meaning::of(State::Doing);
const REVIEW: Meaning = Meaning::of(State::Review);
const DONE: Meaning = Meaning::of(State::Done);
const DROPPED: Meaning = Meaning::of(State::Dropped);

fn all_mean(meaning: Meaning, names: &[&str]) {
    let wrong: Vec<_> =
        names.iter().map(|name| (name, guess(name))).filter(|(_, guessed)| *guessed != meaning).collect();
    assert!(wrong.is_empty(), "not {meaning:?}: {wrong:?}");
}

#[test]
fn states_are_guessed_in_three_languages() {
    all_mean(DOING, &["Doing", "🚧 In Progress (3)", "Sedang dikerjakan", "作業中", "進行中"]);
    all_mean(REVIEW, &["Ready for QA", "Ready to merge", "Review", "レビュー待ち"]);
    all_mean(DONE, &["DONE", "Done 2019", "クローズ", "Selesai"]);
    all_mean(DROPPED, &["Cancelled", "中止", "Won’t do"]);
}

#[test]
fn what_only_looks_like_a_state_stays_open() {
    all_mean(
        Meaning::OPEN,
        &[
            "",
            "To Do",
            "Backlog",
            "Release Notes",
            "Dondon",
            "Undone",
            "Not done",
            "Belum selesai",
            "未完了",
            "やること",
            "Definition of Done",
            "Done-ness criteria",
            "Usability Testing - Feedback",
            "Live bugs",
            "Complete redesign",
            "Closed beta feedback",
            "Active members to call",
            "Ready",
            "Next",
            "To review the budget",
            "Testing ideas",
            "Released products",
            "Waiting room redesign",
            "Waiting list",
            "待ちリスト",
            "Danh sách chờ",
            "Completed forms to send",
            "Sprint review",
            "Nicht erledigt",
            "Noch nicht fertig",
            "Pas terminé",
            "未完成",
            "완료되지 않은 작업",
            "ยังไม่เสร็จ",
            "Chưa xong",
            "Не готово",
            "Siap",
            "Pronto",
            "Klar",
        ],
    );
}

#[test]
fn what_stands_beside_a_state_may_be_harmless() {
    all_mean(
        DONE,
        &[
            "Done this week",
            "Done 2019",
            "Tasks done",
            "Sprint 4 done",
            "Erledigte Aufgaben",
            "Done ✅",
            "DONE - March",
            "Done (Q3 2020)",
            "✔ Done: 2015-07-07",
            "今週完了",
            "3月完了",
            "已完成的任务",
            "완료된 작업",
            "Woche 12 erledigt",
            "Fait cette semaine",
            "#12 Done",
        ],
    );
    all_mean(
        DOING,
        &["Cards in progress", "作業中のタスク", "Doing [5]", "WIP 3", "Doing 3/5", "In-Progress"],
    );
    all_mean(REVIEW, &["Review (WIP 3)", "QA (max 2)", "ＲＥＶＩＥＷ　（３）"]);
    all_mean(BLOCKED, &["Blocked (WIP 2)", "Warten auf …", "⛔ Blocked tasks"]);
}

#[test]
fn of_several_states_the_furthest_counts() {
    all_mean(
        DONE,
        &[
            "Done / Released",
            "Done & reviewed",
            "Review, done",
            "Fertig und veröffentlicht",
            "Selesai dan dirilis",
            "Fait et livré",
            "Done / Selesai - March",
            "Done-Released",
            "完了・リリース済み",
        ],
    );
    all_mean(REVIEW, &["Review & QA", "In Progress / In Review", "Code-review + QA", "Doing (in-review)"]);
    all_mean(DOING, &["Doing / Blocked", "In progress | WIP"]);
    all_mean(DROPPED, &["Done / Cancelled", "Rejected, won't do"]);
    all_mean(BLOCKED, &["Blocked / On hold", "Waiting and stuck", "Blocked, 2019"]);
    all_mean(Meaning::OPEN, &["Backlog / Done", "To do, doing, done", "Done or not", "/", "2019 / March"]);
}

#[test]
fn accents_may_be_missing() {
    all_mean(DONE, &["TERMINE", "Termine", "Termine\u{301}", "Fardig", "FÆRDIG", "Ολοκληρωμενα", "Da xong"]);
    all_mean(DOING, &["Yapiliyor", "YAPILIYOR", "Σε εξελιξη"]);
    // Without them these are books, a farm, to pay, what is lost; and a name.
    all_mean(Meaning::OPEN, &["Livres", "Ferme", "Pagar", "Lost", "Huy"]);
}

#[test]
fn what_a_list_means_can_be_told() {
    let told = [("Blocked".to_owned(), State::Open), ("done*".to_owned(), State::Review)];
    assert_eq!(meanings(&["Blocked", "Done 2019", "On hold"], &told), [Meaning::OPEN, REVIEW, BLOCKED]);
}

#[test]
fn without_accents_a_name_is_heard_in_the_language_of_its_board() {
    let means = |names: &[&str]| meanings(names, &[]);
    assert_eq!(means(&["Ideen", "Termine", "In Arbeit", "Erledigt"])[1], Meaning::OPEN);
    assert_eq!(means(&["A faire", "En cours", "Termine"])[2], DONE);
    assert_eq!(means(&["Bac", "TERMINE"])[1], DONE);
    // "On hold" is Dutch as well.
    assert_eq!(means(&["To do", "Doing", "On hold", "Termine"])[3], DONE);
    assert_eq!(means(&["Termine / Erledigt", "Terminé"]), [DONE, DONE]);
}

#[test]
fn a_field_of_work_is_no_state_of_an_issue() {
    assert_eq!(of_label("status: in-progress"), Some(State::Doing));
    assert_eq!(of_label("needs review"), Some(State::Review));
    assert_eq!(of_label("1 - In Progress"), Some(State::Doing));
    assert_eq!(of_label("état"), None);
    assert_eq!(label_meaning("En cours"), Some(DOING));
    assert_eq!(label_meaning("state/testing"), Some(REVIEW));
    assert_eq!(label_meaning("Status: blocked"), Some(BLOCKED));
    assert_eq!(label_meaning("on-hold"), Some(BLOCKED));
    for label in
        ["testing", "done", "status: done", "live", "in progress by me", "review this week", "", "2019"]
    {
        assert_eq!(label_meaning(label), None, "{label}");
    }
}

#[test]
fn a_star_stands_for_any_text() {
    assert!(matches("*release", "2015-07-07 Release"));
    assert!(matches("2015*rel*", "2015-07-07 Release"));
    assert!(matches(" review ", "Review"));
    assert!(!matches("review", "Reviews"));
    assert!(!matches("a*a", "a"));
}

/// The cases are not part of the project, as the boards of `tests/real_boards.rs` are not.
#[test]
fn the_collected_names_mean_what_they_say() {
    let file = std::env::var_os("SETARA_CASES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases"),
        std::path::PathBuf::from,
    );
    let file = file.join("lists-in-other-languages.txt");
    let Ok(text) = std::fs::read_to_string(&file) else {
        eprintln!("skipped: there is no {}", file.display());
        return;
    };
    let rows: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once('\t')).collect();
    assert!(!rows.is_empty());
    for (state, name) in rows {
        assert_eq!(guess(name), Meaning::of(State::parse(state).unwrap()), "{name}");
    }
}

/// All phrases of the table as they are compared, each with its language and column.
fn phrases(accents: Accents) -> Vec<(String, &'static str, &'static str)> {
    let mut phrases = Vec::new();
    for line in lines(&TEXT) {
        for (column, written) in &line.columns {
            let spelled = written.iter().filter_map(|written| Written::read(written).words(accents));
            let spelled = spelled.map(|words| words.join(" "));
            phrases.extend(spelled.map(|spelled| (spelled, line.code, *column)));
        }
    }
    phrases
}

#[test]
fn every_line_of_the_table_has_every_column() {
    const COLUMNS: [&str; 8] = ["done", "doing", "review", "dropped", "blocked", "beside", "and", "not"];
    let mut codes: Vec<&str> = languages().map(|line| line.code).collect();
    assert!(codes.len() >= 30, "{codes:?}");
    for line in languages() {
        let columns: Vec<&str> = line.columns.iter().map(|(column, _)| *column).collect();
        assert_eq!(columns, COLUMNS, "{}", line.code);
        for (column, phrases) in &line.columns[..5] {
            assert!(phrases.len() >= 5, "{}: {column} has few names", line.code);
        }
    }
    codes.sort_unstable();
    assert!(codes.windows(2).all(|pair| pair[0] != pair[1]), "a language stands there twice: {codes:?}");
}

#[test]
fn no_phrase_of_the_table_means_two_things() {
    for accents in [Accents::Kept, Accents::Dropped] {
        let mut seen: HashMap<String, (&str, &str)> = HashMap::new();
        let mut wrong = Vec::new();
        for (spelled, code, column) in
            phrases(accents).into_iter().filter(|row| table::meaning(row.2).is_some())
        {
            assert!(!spelled.is_empty(), "{code}: {column} has an empty phrase");
            match seen.insert(spelled.clone(), (code, column)) {
                Some((other, held)) if held != column => {
                    wrong.push(format!("{spelled}: {held} in {other}, {column} in {code}"));
                }
                Some((other, _)) if other == code && accents == Accents::Kept => {
                    wrong.push(format!("{spelled}: twice in {code}, {column}"));
                }
                _ => {}
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn what_is_harmless_is_no_state_and_turns_nothing_around() {
    let all = phrases(Accents::Kept);
    let read = |phrase| Written::read(phrase).words(Accents::Kept);
    for line in languages() {
        let not: Vec<String> = line.column("not").filter_map(read).flatten().collect();
        for beside in line.column("beside") {
            let words = read(beside).unwrap();
            let spelled = words.join(" ");
            let is_state = |row: &&(String, &str, &str)| {
                row.0 == spelled && row.1 == line.code && table::meaning(row.2).is_some()
            };
            assert_eq!(all.iter().find(is_state), None, "{}: {beside}", line.code);
            assert!(!words.iter().any(|word| not.contains(word)), "{}: {beside}", line.code);
        }
    }
}

/// What one language calls a state is nothing else to another, whatever may stand beside its phrases.
#[test]
fn every_phrase_of_the_table_means_its_column() {
    let mut wrong = Vec::new();
    for line in languages() {
        for (column, written) in &line.columns {
            let Some(meaning) = table::meaning(column) else { continue };
            for written in written {
                let name = written.trim_start_matches(['=', '!']);
                let loud = format!("{} ✅ (3)", name.to_uppercase());
                wrong.extend(
                    [name, &loud].iter().filter(|name| guess(name) != meaning).map(|name| {
                        format!("{}: {name} is not {meaning:?}, but {:?}", line.code, guess(name))
                    }),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_that_people_give_mean_what_they_mean() {
    const NAMES: &str = include_str!("tests/names.txt");
    let named: Vec<&str> = lines(NAMES).map(|line| line.code).collect();
    assert_eq!(named, languages().map(|line| line.code).collect::<Vec<_>>());
    let mut wrong = Vec::new();
    for line in lines(NAMES) {
        let many: usize = line.columns.iter().map(|(_, names)| names.len()).sum();
        assert!(line.columns.len() == 6 && many >= 10, "{}: {many} names", line.code);
        for (column, names) in &line.columns {
            let meaning = table::meaning(column).unwrap_or(Meaning::OPEN);
            wrong.extend(
                names
                    .iter()
                    .filter(|name| guess(name) != meaning)
                    .map(|name| format!("{}: {name} is not {meaning:?}, but {:?}", line.code, guess(name))),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn languages() -> impl Iterator<Item = Line> {
    lines(&TEXT).filter(|line| line.code != ANY)
}
