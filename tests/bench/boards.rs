//! Boards of any size for the benchmarks: made once through the same door as every board, then kept as files in the
//! build folder.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Duration, Utc};
use setara::domain::id::{MemberId, TaskId};
use setara::exchange::Bundle;
use setara::exchange::bundle::{Blocker, Claim, Goal, Member, Remark, Task, WaitsOn};
use setara::session::{Environment, Session};

/// The moment at which all boards stand: a Wednesday morning.
pub fn now() -> DateTime<Utc> {
    "2026-11-18T09:00:00Z".parse().expect("a well-formed time")
}

/// A world that stands still.
pub fn environment(seed: &str) -> Environment {
    days_later(0, seed)
}

/// The same after so many days.
pub fn days_later(days: i64, seed: &str) -> Environment {
    Environment::fixed((now() + Duration::days(days)).into(), seed)
}

/// The days on which the tasks were made: some thirty on each, and as many of the day before were opened. A team of
/// twelve that does so has a busy day.
const DAYS: usize = 1_800;

/// A board as a team of twelve would have it, with so many open tasks, as another tool would hand it over.
pub fn bundle(open: usize) -> Bundle {
    let key = |kind: &str, n: usize| format!("bench:{kind}:{n}");
    let names = [
        "Ayu", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Intan", "Joko", "Kartika", "Lestari",
    ];
    let members = names
        .iter()
        .enumerate()
        .map(|(n, name)| Member {
            key: key("member", n),
            name: (*name).to_owned(),
            limit: Some(5),
            ..Member::default()
        })
        .collect();
    let goals = (0..6)
        .map(|n| Goal {
            key: key("goal", n),
            title: format!("Goal number {n}"),
            horizon: if n == 0 { "long" } else { "short" }.to_owned(),
            state: "active".to_owned(),
            measure: Some("shops".to_owned()),
            target: Some(20.0),
            ..Goal::default()
        })
        .collect();
    let verbs = ["Sign", "Write", "Move", "Check", "Draw", "Mend", "Call", "Count"];
    let things = [
        "the payment contract",
        "the shop list",
        "the onboarding guide",
        "a delivery price",
        "the web store",
    ];
    let tasks = (0..open)
        .map(|n| {
            let made =
                now() - Duration::days(5 + (n % DAYS) as i64) - Duration::minutes((n / DAYS * 11) as i64);
            let led = n % 5 == 0;
            Task {
                key: key("task", n),
                title: format!("{} {} number {n:05}", verbs[n % verbs.len()], things[n / 7 % things.len()]),
                notes: (n % 3 == 0)
                    .then(|| format!("What we know about it so far, part {n}: call them on Monday.")),
                state: if n < 40 {
                    "doing"
                } else if n < 60 {
                    "review"
                } else {
                    "open"
                }
                .to_owned(),
                created: Some(made),
                since: Some(made + Duration::days(1)),
                goal: (n % 4 == 0).then(|| key("goal", n % 6)),
                tags: vec![format!("area-{}", n % 12)],
                claims: led
                    .then(|| Claim {
                        member: key("member", n % names.len()),
                        part: "lead".to_owned(),
                        since: Some(now() - Duration::days(2)),
                        lease: Some(now() + Duration::days(7)),
                        ..Claim::default()
                    })
                    .into_iter()
                    .collect(),
                blockers: (n % 50 == 7)
                    .then(|| Blocker {
                        what: "the number of the tax office".to_owned(),
                        on: Some(WaitsOn::Task(key("task", n + 1))),
                        raised: Some(now() - Duration::days(1)),
                        ..Blocker::default()
                    })
                    .into_iter()
                    .collect(),
                remarks: (n % 10 == 3)
                    .then(|| Remark {
                        by: Some(key("member", 1)),
                        at: Some(made),
                        text: "Asked again.".to_owned(),
                    })
                    .into_iter()
                    .collect(),
                ..Task::default()
            }
        })
        .collect();
    Bundle { members, goals, tasks, ..Bundle::default() }
}

/// The file of a board with so many open tasks, and at least so many records.
pub fn file(open: usize, records: i64) -> PathBuf {
    made(&format!("{open}-{records}"), |path| make(path, open, records))
}

/// A file that is made once.
pub fn made(name: &str, make: impl FnOnce(&std::path::Path)) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("boards");
    let path = folder.join(format!("{name}.db"));
    if !path.exists() {
        fs::create_dir_all(&folder).expect("the build folder can be written");
        let unfinished = folder.join(format!("{name}.unfinished.db"));
        for left in
            [unfinished.clone(), unfinished.with_extension("db-wal"), unfinished.with_extension("db-shm")]
        {
            let _ = fs::remove_file(left);
        }
        make(&unfinished);
        fs::rename(&unfinished, &path).expect("a file in the same folder can be renamed");
    }
    path
}

fn make(path: &std::path::Path, open: usize, records: i64) {
    let mut session =
        Session::start(path, "Bench", "Zaki", environment("bench")).expect("a new board can be started");
    session.import(&bundle(open), &mut |_| {}).expect("the board comes in");
    lengthen(&mut session, records);
}

/// Writes history until the journal has so many records: remarks and renewals, as most of a long journal is.
fn lengthen(session: &mut Session, records: i64) {
    use setara::domain::event::{Event, TaskEvent, TaskRemarked, TaskRenewed};
    use setara::domain::id::RecordId;
    use setara::domain::record::Draft;
    use setara::domain::subject::Kind;

    let tasks = session.board().all(Kind::Task).expect("tasks can be listed");
    let me: MemberId = session.me().expect("the starter is a member");
    let at = session.now();
    while session.board().journal_len().expect("the journal has a length") < records {
        session
            .write_for_benchmarks(|writing| {
                for chunk in tasks.chunks(500) {
                    let drafts = chunk
                        .iter()
                        .map(|id| TaskId::from(*id))
                        .flat_map(|id| {
                            [
                                Event::Task(TaskEvent::Remarked(TaskRemarked {
                                    text: "A word on how it goes, as people leave them every day.".to_owned(),
                                    by: None,
                                    at: None,
                                    from: None,
                                })),
                                Event::Task(TaskEvent::Renewed(TaskRenewed {
                                    claim: RecordId::ZERO,
                                    lease: at,
                                    terms: None,
                                    at: None,
                                    by: None,
                                    from: None,
                                })),
                            ]
                            .map(|event| Draft::new(id, event))
                        })
                        .collect();
                    writing.append(me, at, drafts)?;
                }
                Ok(())
            })
            .expect("history can be written");
    }
}
