//! Boards at the edges: nothing at all, and far more of everything than a team has, in texts that come near the traps.

use std::path::{Path, PathBuf};

use chrono::{Days, TimeDelta, Utc};
use tempfile::TempDir;

use crate::domain::decide::{
    AddTask, Claim as ClaimIt, ClaimAs, Command, Place, Propose, ShowStances, TakeStance, TestObjection,
};
use crate::domain::decision::{DecisionKind, Hide, Probe, Word};
use crate::domain::id::{DecisionId, TaskId};
use crate::exchange::bundle::{
    Blocker, Bundle, Claim, Goal, Holder, Member, Reading, Remark, Role, Task, WaitsOn,
};
use crate::session::{Environment, Session};
use crate::tui::kit::overlay::testing::AWKWARD;
use crate::tui::testing::world;

const MEMBERS: usize = 300;
const ROLES: usize = 200;
const GOALS: usize = 60;
const TASKS: usize = 240;

/// The sample team's board in a file, which opens faster than it is made.
pub fn sample() -> (TempDir, PathBuf) {
    sample_in(world("sample"))
}

/// The same in another world.
pub fn sample_in(world: Environment) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let team = crate::testing::sample_team(world.clone());
    let mut session = Session::start(&path, "Warung Kode", "Ayu", world).unwrap();
    session.import(&team.export().unwrap(), &mut |_| {}).unwrap();
    (folder, path)
}

/// A board on which nothing was written yet.
pub fn empty() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    drop(Session::start(&path, "Warung Kode", "Ayu", world("empty")).unwrap());
    (folder, path)
}

/// 300 members, 200 roles, 60 goals, and texts of every kind in every field.
pub fn crowded() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, AWKWARD, "Ayu", world("crowded")).unwrap();
    session.import(&bundle(session.now().to_utc()), &mut |_| {}).unwrap();
    (folder, path)
}

/// Words of reasons and of a view that are kept from whoever has not spoken, and what hangs on one member alone.
pub const KEPT: [&str; 4] = ["garage", "brakes", "wheels", "you lead 5"];

/// A board on which something is kept from Ayu, who is at home there: what Budi and Dewi said to two proposals. It was shown
/// to all for a moment. And Budi leads all that somebody leads.
pub fn kept() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.db");
    let mut session = Session::start(&path, "Warung Kode", "Ayu", home(folder.path())).unwrap();
    let ayu = session.me().unwrap();
    let mut everybody = vec![ayu];
    for name in ["Budi", "Citra", "Dewi"] {
        session.join(name, None).unwrap();
        everybody.extend(session.me());
    }
    let dewi = everybody[3];
    // It is Ayu's machine, and all do something there.
    session.become_member(ayu).unwrap();
    session.act_as(Some("Budi")).unwrap();
    for n in 1..=5 {
        let task = TaskId(session.new_id());
        let add = AddTask::titled(task, format!("Task {n}"), Place::End);
        session.perform(&Command::AddTask(add)).unwrap();
        session.perform(&Command::Claim(ClaimIt { task, part: ClaimAs::Lead })).unwrap();
    }
    for (title, kind) in
        [("Deliver on Saturdays", DecisionKind::Consent), ("Who keeps the till", DecisionKind::Selection)]
    {
        session.act_as(Some("Ayu")).unwrap();
        let decision = DecisionId(session.new_id());
        let propose = Propose::titled(decision, kind, title.to_owned(), everybody.clone());
        session.perform(&Command::Propose(Propose { hide: Some(Hide::Own), ..propose })).unwrap();
        let version = session.version_to_speak_of(&session.decision(decision).unwrap()).unwrap();
        let says = |word, reason: &str, nominates| {
            let reason = Some(reason.to_owned());
            Command::TakeStance(TakeStance {
                nominates,
                ..TakeStance::plain(decision, version, word, reason)
            })
        };
        session.act_as(Some("Budi")).unwrap();
        if kind == DecisionKind::Selection {
            session.perform(&says(Word::Nominate, "the tyres and the brakes", Some(dewi))).unwrap();
            continue;
        }
        session.perform(&says(Word::Objection, "the tyres are in the garage", None)).unwrap();
        session.act_as(Some("Dewi")).unwrap();
        session.perform(&says(Word::Consent, "once the brakes hold", None)).unwrap();
        let objection = session.objections(&session.decision(decision).unwrap())[0].id;
        let text = "It has wheels.".to_owned();
        let test = TestObjection { decision, objection, question: Probe::ALL[0], view: text };
        session.perform(&Command::TestObjection(test)).unwrap();
        session.perform(&Command::ShowStances(ShowStances { decision })).unwrap();
        session.undo().unwrap();
    }
    folder
}

fn home(folder: &Path) -> Environment {
    world("kept").with_settings(folder.join("setara"))
}

/// Opens it as one of them.
pub fn kept_for(folder: &TempDir, who: &str) -> Session {
    let mut session = Session::open(&folder.path().join("board.db"), home(folder.path())).unwrap();
    session.act_as((who != "Ayu").then_some(who)).unwrap();
    session
}

/// Opens one of them, as its first member.
pub fn open(path: &Path) -> Session {
    let mut session = Session::open(path, world("gallery")).unwrap();
    session.act_as(Some("Ayu")).unwrap();
    session
}

/// A text of its own kind for each number: short, of 5,000 letters, wide, from right to left, without a blank.
fn text(n: usize, what: &str) -> String {
    match n % 6 {
        0 => format!("{what} {n}"),
        1 => format!("{what} {n} {}", "goes on and on ".repeat(340).trim_end()),
        2 => format!("{n} {AWKWARD}"),
        3 => format!("{n} 在庫の棚卸しと配送業者への連絡をまとめて済ませる {what}"),
        4 => format!("{n} مراجعة عقد الدفع مع المزود {what}"),
        _ => format!("{n}{}", "x".repeat(300)),
    }
}

fn bundle(now: chrono::DateTime<Utc>) -> Bundle {
    let today = now.date_naive();
    let ago = |n: usize| Some(now - TimeDelta::hours(n as i64 * 7 + 1));
    let day = |n: usize| today.checked_add_days(Days::new(n as u64 % 40));
    let member = |n: usize| format!("m{}", n % MEMBERS);
    let members = (0..MEMBERS).map(|n| Member {
        key: member(n),
        // A name is one line of at most so many letters; they must differ.
        name: format!("{n} {}", text(n, "Member").chars().skip(2).take(70).collect::<String>()),
        joined: ago(n + 100),
        away_from: (n % 9 == 0).then_some(today),
        away_until: (n % 9 == 0).then(|| day(n)).flatten(),
        contact: (n % 3 == 0).then(|| text(n, "by post")),
        teaches: vec![text(n, "skill").chars().take(40).collect()],
        ..Member::default()
    });
    let roles = (0..ROLES).map(|n| Role {
        key: format!("r{n}"),
        name: text(n, "Role"),
        purpose: (n % 4 != 0).then(|| text(n + 1, "so that")),
        domains: vec![text(n + 2, "the domain")],
        accountabilities: (0..n % 5).map(|i| text(n + i, "keeping")).collect(),
        review: (n % 3 == 0).then_some(today),
        state: "active".into(),
        created: ago(n + 90),
        holders: (0..n % 4)
            .map(|i| Holder {
                member: member(n + i),
                focus: (i > 0).then(|| text(n, "focus")),
                ..Holder::default()
            })
            .collect(),
        ..Role::default()
    });
    let goals = (0..GOALS).map(|n| Goal {
        key: format!("g{n}"),
        title: text(n, "Goal"),
        why: Some(text(n + 1, "because")),
        horizon: if n % 4 == 0 { "long" } else { "short" }.into(),
        measure: (n % 3 != 0).then(|| text(n + 2, "measured in")),
        unit: Some(text(n + 3, "shops").chars().take(30).collect()),
        baseline: Some(-1e12),
        target: Some(if n % 2 == 0 { 1e300 } else { 20.0 }),
        due: day(n),
        state: "active".into(),
        created: ago(n + 80),
        readings: (0..n as u64 % 12)
            .filter_map(|i| {
                Some(Reading { date: today.checked_sub_days(Days::new(60 - i))?, value: i as f64 })
            })
            .collect(),
        ..Goal::default()
    });
    let tasks = (0..TASKS).map(|n| Task {
        key: format!("t{n}"),
        title: text(n, "Task"),
        notes: (n % 2 == 0)
            .then(|| format!("# {}\n- [ ] {}\n- [x] done", text(n, "Why"), text(n + 1, "step"))),
        state: ["open", "doing", "review", "open", "done"][n % 5].into(),
        since: ago(n),
        created: ago(n + 50),
        role: Some(format!("r{}", n % ROLES)),
        goal: Some(format!("g{}", n % GOALS)),
        tags: vec![text(n, "tag").chars().take(30).collect()],
        due: if n % 3 == 0 { day(n) } else { None },
        next: Some(text(n + 4, "then")),
        links: vec![format!("https://example.org/{n}")],
        claims: (0..n % 4)
            .map(|i| Claim {
                member: member(n + i),
                part: if i == 0 { "lead" } else { "helper" }.into(),
                since: ago(n),
                ..Claim::default()
            })
            .collect(),
        blockers: (n % 5 < 2)
            .then(|| Blocker {
                what: text(n + 5, "the key"),
                on: Some(match n % 3 {
                    0 => WaitsOn::Member(member(n + 7)),
                    1 => WaitsOn::Task(format!("t{}", (n + 5) % TASKS)),
                    _ => WaitsOn::Other(text(n, "the office")),
                }),
                by: Some(member(n)),
                raised: ago(n),
                ..Blocker::default()
            })
            .into_iter()
            .collect(),
        remarks: vec![Remark { by: Some(member(n)), at: ago(n), text: text(n + 3, "remark") }],
        ..Task::default()
    });
    Bundle {
        name: Some("Crowded".into()),
        members: members.collect(),
        roles: roles.collect(),
        goals: goals.collect(),
        tasks: tasks.collect(),
        ..Bundle::default()
    }
}
