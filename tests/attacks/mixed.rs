//! Eight processes do everything at once on one board: what was acknowledged is there, once, and nothing else is.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Mutex;
use std::thread;

use serde_json::Value;

use super::place::{Place, Running};
use super::random::Random;
use super::share::share;
use super::tally::Tally;

const PROCESSES: usize = 8;
/// Two processes share a home, as two windows of one person do.
const HOMES: usize = 4;

/// One change that a command said was made.
struct Told {
    member: String,
    /// The wire names of which one has to stand in the journal; none where the command may have found nothing to do.
    event: Option<&'static str>,
    subject: String,
    /// A word that nobody else writes.
    mark: Option<String>,
}

struct Task {
    handle: String,
    key: String,
}

fn home(process: usize) -> String {
    format!("home{}", process % HOMES)
}

#[test]
fn eight_processes_do_everything_at_once() {
    let tally = Tally::new("mixed", &["lost", "unacknowledged", "locked", "elsewhere", "twice", "ill"]);
    let place = Place::new();
    for n in 0..HOMES {
        std::fs::create_dir_all(place.path(&home(n))).unwrap();
    }
    let began = place.run_at("home0", &["start", "Warung Kode", "--name", "Member0"]);
    assert!(began.is_done(), "{}", began.describe());
    for n in 1..PROCESSES {
        let joined = place.run_at(&home(n), &["join", &format!("Member{n}")]);
        assert!(joined.is_done(), "{}", joined.describe());
    }
    let tasks = Mutex::new(Vec::new());
    for n in 0..30 {
        let said = place.run_at("home0", &["--as", "Member0", "add", &format!("Before {n}"), "--json"]);
        tasks.lock().unwrap().push(task_of(&said.json()));
    }
    let before: i64 = journal_len(&place);

    let told: Vec<Vec<Told>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..PROCESSES)
            .map(|n| {
                let (place, tally, tasks) = (&place, &tally, &tasks);
                scope.spawn(move || work(place, tally, tasks, n))
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().expect("no worker panics")).collect()
    });
    let told: Vec<Told> = told.into_iter().flatten().collect();
    tally.count("acknowledged", told.len());
    compare(&place, &tally, before, &told);
    join_at_once(&place, &tally);
    place.is_well(&tally, "at the end");
    let rebuilt = place.run(&["doctor", "--rebuild", "--json"]);
    tally.look(&rebuilt);
    let differed = &rebuilt.json()["rebuilt"]["differed"];
    if !rebuilt.is_done() || differed.as_array().is_some_and(|tables| !tables.is_empty()) {
        tally.fault("ill", format!("tables are not what the journal says: {differed} {}", rebuilt.err));
    }
    tally.end();
}

fn task_of(json: &Value) -> Task {
    let text = |name: &str| json["subject"][name].as_str().unwrap_or_default().to_owned();
    Task { handle: text("handle"), key: text("key") }
}

fn journal_len(place: &Place) -> i64 {
    place.sql().query_row("SELECT max(n) FROM journal", [], |row| row.get(0)).unwrap()
}

fn work(place: &Place, tally: &Tally, tasks: &Mutex<Vec<Task>>, n: usize) -> Vec<Told> {
    let mut random = Random::new(tally.seed, n as u64);
    let me = format!("Member{n}");
    let mut told = Vec::new();
    for turn in 0..share(500) {
        let mark = format!("mark{n}x{turn}");
        let (handle, key) = {
            let tasks = tasks.lock().unwrap();
            // Mostly the newest: so they meet.
            let from = tasks.len().saturating_sub(25);
            let task = &tasks[random.within(from..tasks.len())];
            (task.handle.clone(), task.key.clone())
        };
        let other = format!("Member{}", random.below(PROCESSES));
        let (args, event, writes): (Vec<&str>, _, bool) = match random.below(100) {
            0..22 => (vec!["add", &mark], "task.added", true),
            22..28 => (vec!["add", &mark, "--claim"], "task.added", true),
            28..42 => (vec!["claim", &handle], "task.claimed", false),
            42..48 => (vec!["give-back", &handle, "--note", &mark], "task.given_back", true),
            48..52 => (vec!["done", &handle], "task.moved", false),
            52..58 => (vec!["block", &handle, &mark], "task.blocked", true),
            58..62 => (vec!["clear", &handle, &mark], "task.blocker_cleared", true),
            62..70 => (vec!["edit", &handle, "--notes", &mark], "task.edited", true),
            70..76 => (vec!["remark", &handle, &mark], "task.remarked", true),
            76..84 => (vec!["undo"], "record.undone", false),
            84..86 => (vec!["redo"], "record.undone", false),
            86..89 => (vec!["rank", &handle, "--top"], "task.ranked", false),
            89..94 => (vec!["offer", &handle, &other], "task.offered", false),
            94..97 => (vec!["accept", &handle], "task.offer_accepted", false),
            _ => (vec!["help-with", &handle], "task.claimed", false),
        };
        let said = place.run_at(&home(n), &[&["--json", "--as", &me], args.as_slice()].concat());
        tally.count("operations", 1);
        tally.look(&said);
        if said.err.contains("holds the board") || said.err.contains("database is locked") {
            tally.fault("locked", said.describe());
        }
        if !said.is_done() {
            continue;
        }
        // What is so already is no error, and no record. An undo of several steps names none of their subjects.
        if event != "record.undone" && said.json()["subject"].is_null() {
            continue;
        }
        let done = task_of(&said.json());
        if args[0] == "add" {
            tasks.lock().unwrap().push(Task { handle: done.handle, key: done.key.clone() });
        } else if event != "record.undone" && done.key != key {
            let whole = setara::domain::handle::whole(key.parse().expect("a key is an id"));
            let meant = place.run(&["show", &whole]).describe();
            tally.fault(
                "elsewhere",
                format!("{handle} was {key}: {}\nwhat was meant: {meant}", said.describe()),
            );
        }
        let mark = writes.then(|| mark.clone());
        told.push(Told { member: me.clone(), event: Some(event), subject: done.key, mark });
    }
    told
}

/// Everything that was told stands in the journal, and nothing stands there that was not told.
fn compare(place: &Place, tally: &Tally, before: i64, told: &[Told]) {
    let connection = place.sql();
    let mut statement = connection.prepare("SELECT action, kind, line FROM journal WHERE n > ?1").unwrap();
    let rows = statement
        .query_map([before], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get::<_, String>(2)?)))
        .unwrap();
    let mut actions: BTreeMap<String, HashSet<i64>> = BTreeMap::new();
    let mut events: HashMap<(String, String, String), usize> = HashMap::new();
    let mut words = HashSet::new();
    let mut action_of: HashMap<String, i64> = HashMap::new();
    let mut undone: Vec<(i64, String)> = Vec::new();
    let names = names(place);
    for row in rows {
        let (action, kind, line): (i64, String, String) = row.unwrap();
        let record: Value = serde_json::from_str(&line).unwrap();
        let name = |id: &str| names.get(id).cloned().unwrap_or_else(|| id.to_owned());
        let author = name(record["a"].as_str().unwrap());
        let subject = record["t"].as_str().unwrap().to_owned();
        // A new replica says so before its first change.
        if kind != "member.device" {
            actions.entry(author.clone()).or_default().insert(action);
        }
        let is_mark = |word: &&str| word.starts_with("mark");
        let marks = line.split(|c: char| !c.is_alphanumeric()).filter(is_mark).map(str::to_owned);
        words.extend(marks.map(|word| (kind.clone(), word)));
        action_of.insert(sha256(&line), action);
        if kind == "record.undone" {
            undone.push((action, record["d"]["record"].as_str().unwrap_or_default().to_owned()));
        }
        *events.entry((author, kind, subject)).or_default() += 1;
    }
    let mut claimed: HashMap<(String, String, String), usize> = HashMap::new();
    let mut acknowledged: BTreeMap<&str, usize> = BTreeMap::new();
    for told in told {
        *acknowledged.entry(&told.member).or_default() += 1;
        let Some(event) = told.event else { continue };
        if let Some(mark) = &told.mark
            && !words.contains(&(event.to_owned(), mark.clone()))
        {
            tally.fault("lost", format!("{event} with {mark} by {}", told.member));
        }
        if event != "record.undone" {
            *claimed.entry((told.member.clone(), event.to_owned(), told.subject.clone())).or_default() += 1;
        }
    }
    for (what, times) in claimed {
        let there = events.get(&what).copied().unwrap_or(0);
        if there < times {
            tally.fault("lost", format!("{} by {} on {}: {there} of {times}", what.1, what.0, what.2));
        }
    }
    for n in 0..PROCESSES {
        let member = format!("Member{n}");
        let told = acknowledged.get(member.as_str()).copied().unwrap_or(0);
        let there = actions.get(&member).map_or(0, HashSet::len);
        if there < told {
            tally.fault("lost", format!("{member} was told of {told} changes, the journal has {there}"));
        } else if there > told {
            tally.fault(
                "unacknowledged",
                format!("{member} was told of {told} changes, the journal has {there}"),
            );
        }
    }
    // Each undo took back one action, and no two the same; unless a redo between them, which takes back the undo, made
    // it stand again.
    let mut targets: BTreeMap<i64, HashSet<i64>> = BTreeMap::new();
    for (action, record) in undone {
        if let Some(target) = action_of.get(&record) {
            targets.entry(action).or_default().insert(*target);
        }
    }
    let mut taken_by: HashMap<i64, i64> = HashMap::new();
    for (action, targets) in targets {
        for target in &targets {
            taken_by.retain(|_, by| by != target);
        }
        let is_new = targets.iter().all(|target| taken_by.insert(*target, action).is_none());
        if targets.len() != 1 || !is_new {
            tally.fault("twice", format!("the undo in row {action} took back the actions {targets:?}"));
        }
    }
}

fn sha256(line: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(line.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn names(place: &Place) -> HashMap<String, String> {
    let export = place.must(&["export", "json"]).json();
    let text = |member: &Value, name: &str| member[name].as_str().unwrap_or_default().to_owned();
    export["members"].as_array().unwrap().iter().map(|m| (text(m, "key"), text(m, "name"))).collect()
}

/// The same person joins from eight windows at once, again and again: there is one of them.
fn join_at_once(place: &Place, tally: &Tally) {
    for n in 0..PROCESSES {
        std::fs::create_dir_all(place.path(&format!("window{n}"))).unwrap();
    }
    for round in 0..share(50).min(12) {
        let name = format!("Twin{round}");
        let joining: Vec<_> = (0..PROCESSES)
            .map(|n| Running::start(place.command_at(&format!("window{n}"), &["join", &name])))
            .collect();
        for joining in joining {
            tally.look(&joining.finish());
        }
        let there = names(place).values().filter(|there| **there == name).count();
        if there != 1 {
            tally.fault("twice", format!("{there} members are called {name} after eight joins at once"));
        }
        tally.count("joins", PROCESSES);
    }
}
