//! Twenty gaps and twenty overlaps planted among three hundred tasks and thirty roles of a team: what is exact is found,
//! and of what is merely alike nine of ten, in both languages. Nothing else looks like an overlap.

use std::collections::BTreeSet;

use super::tests::*;
use super::*;
use crate::domain::decide::{
    AddGoal, AddRole, AddTask, Claim, ClaimAs, Ending, Leave, Move, Place, TakeRole,
};
use crate::domain::id::{GoalId, RoleId, SubjectId};
use crate::domain::role::RoleState;
use crate::domain::task::State;

/// What is done, and where: every pair of them is a task of its own.
const ENGLISH: ([&str; 25], [&str; 6]) = (
    [
        "price list",
        "delivery contract",
        "colour catalogue",
        "opening hours",
        "insurance papers",
        "fire drill",
        "welcome letter",
        "cash box",
        "coffee machine",
        "bicycle shed",
        "guest book",
        "winter menu",
        "privacy notice",
        "loan agreement",
        "first aid kit",
        "photo wall",
        "recycling bins",
        "sound system",
        "parking permits",
        "gift vouchers",
        "herb garden",
        "lost property",
        "water filter",
        "notice board",
        "key cabinet",
    ],
    ["workshop", "kitchen", "library", "harbour stall", "night market", "school"],
);
const INDONESIAN: ([&str; 25], [&str; 6]) = (
    [
        "jadwal kurir",
        "brosur panen",
        "kontrak sewa",
        "spanduk depan",
        "etalase kaca",
        "papan nama",
        "kotak saran",
        "rak bumbu",
        "alat timbang",
        "kursi tamu",
        "lampu teras",
        "kebun cabai",
        "mesin jahit",
        "tangki air",
        "lemari arsip",
        "panggung kecil",
        "pagar bambu",
        "meja kasir",
        "tikar rotan",
        "saluran hujan",
        "pintu gulung",
        "kipas angin",
        "karung beras",
        "poster kopi",
        "peta lokasi",
    ],
    ["sanggar", "dapur", "perpustakaan", "dermaga", "balai", "sekolah"],
);

/// A title of the three hundred, and another wording of it.
const ALIKE: [(&str, &str); 20] = [
    // inflection
    ("Write the price list for the workshop", "Writing price lists for the workshop"),
    ("Write the gift vouchers for the school", "Write a gift voucher for the school"),
    ("Tulis kontrak sewa untuk dermaga", "Menulis kontrak sewa untuk dermaga"),
    ("Tulis kotak saran untuk balai", "Penulisan kotak saran untuk balai"),
    // order
    ("Write the winter menu for the kitchen", "For the kitchen: write the winter menu"),
    ("Write the fire drill for the library", "Library: write the drill for a fire"),
    ("Tulis brosur panen untuk sekolah", "Untuk sekolah: tulis brosur panen"),
    ("Tulis papan nama untuk sanggar", "Sanggar: tulis nama papan"),
    // a word more
    (
        "Write the loan agreement for the harbour stall",
        "Write the loan agreement for the harbour stall in March",
    ),
    ("Write the guest book for the night market", "Write the leather guest book for the night market"),
    ("Tulis peta lokasi untuk balai", "Tulis peta lokasi besar untuk balai"),
    ("Tulis poster kopi untuk dapur", "Tulis poster kopi bulan depan untuk dapur"),
    // another everyday verb
    ("Write the welcome letter for the school", "Draft the welcome letter for the school"),
    ("Write the privacy notice for the library", "Define the privacy notice for the library"),
    ("Tulis spanduk depan untuk dermaga", "Susun spanduk depan untuk dermaga"),
    ("Tulis lemari arsip untuk perpustakaan", "Catat lemari arsip untuk perpustakaan"),
    // spelling
    ("Write the colour catalogue for the workshop", "Write the color catalog for the workshop"),
    ("Write the insurance papers for the kitchen", "Write the insurrance papers for the kitchen"),
    ("Tulis jadwal kurir untuk sekolah", "Tulis jadual kurir untuk sekolah"),
    ("Tulis etalase kaca untuk balai", "Tulis etallase kaca untuk balai"),
];

const NAMES: [&str; 7] = ["Ayu", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita"];
const DAY: i64 = 86_400_000;

struct Team {
    session: Session,
    people: Vec<MemberId>,
}

impl Team {
    fn new() -> Team {
        let mut session = team("planted");
        let mut people = vec![session.me().unwrap()];
        for name in &NAMES[1..] {
            session.join(name, None).unwrap();
            people.push(session.me().unwrap());
        }
        Team { session, people }
    }

    fn does(&mut self, who: usize, command: Command) {
        self.session.become_member(self.people[who % self.people.len()]).unwrap();
        self.session.perform(&command).unwrap();
    }

    fn task(&mut self, title: &str) -> TaskId {
        let id = TaskId(self.session.new_id());
        self.does(0, Command::AddTask(AddTask::titled(id, title, Place::default())));
        id
    }

    fn led(&mut self, who: usize, title: &str) -> TaskId {
        let task = self.task(title);
        self.does(who, Command::Claim(Claim { task, part: ClaimAs::Lead }));
        task
    }

    fn role(&mut self, name: &str, domain: &str, accountability: &str, holder: Option<usize>) -> RoleId {
        let id = RoleId(self.session.new_id());
        let role = AddRole {
            name: name.into(),
            domains: vec![domain.into()],
            accountabilities: vec![accountability.into()],
            state: RoleState::Active,
            ..AddRole::blank(id)
        };
        self.does(0, Command::AddRole(role));
        if let Some(holder) = holder {
            self.does(holder, Command::TakeRole(TakeRole { role: id, focus: None, term: None }));
        }
        id
    }

    /// What the board asks, each as its rule and what it is about.
    fn asked(&self) -> BTreeSet<(&'static str, Vec<SubjectId>)> {
        let (now, today) = (self.session.now(), self.session.today());
        let held = self.session.board().findings(now, today, 10_000).unwrap();
        let about = |finding: &crate::insight::Finding| {
            let facts = &finding.facts;
            let mut ids: Vec<SubjectId> = facts.tasks.iter().map(|id| (*id).into()).collect();
            ids.extend(facts.roles.iter().map(|id| SubjectId::from(*id)));
            ids.extend(facts.goals.iter().map(|id| SubjectId::from(*id)));
            ids.sort();
            ids
        };
        held.iter().map(|held| (held.finding.rule.as_str(), about(&held.finding))).collect()
    }
}

fn titles() -> Vec<String> {
    let (things, places) = ENGLISH;
    let english = things
        .iter()
        .flat_map(|thing| places.iter().map(move |place| format!("Write the {thing} for the {place}")));
    let (things, places) = INDONESIAN;
    let indonesian = things
        .iter()
        .flat_map(|thing| places.iter().map(move |place| format!("Tulis {thing} untuk {place}")));
    english.chain(indonesian).collect()
}

fn key<const N: usize>(rule: &'static str, ids: [impl Into<SubjectId>; N]) -> (&'static str, Vec<SubjectId>) {
    let mut ids: Vec<SubjectId> = ids.into_iter().map(Into::into).collect();
    ids.sort();
    (rule, ids)
}

/// Three hundred tasks, each led by one of the team, and thirty roles, each held by one.
fn realistic(team: &mut Team) -> Vec<(String, TaskId)> {
    let titles = titles();
    assert_eq!(titles.len(), 300);
    let tasks = titles.into_iter().enumerate();
    let tasks = tasks.map(|(n, title)| (title.clone(), team.led(n % 3, &title))).collect();
    let (things, _) = ENGLISH;
    let (others, _) = INDONESIAN;
    for (n, thing) in things.iter().chain(&others[..5]).enumerate() {
        team.role(&format!("Keeper of {thing}"), thing, &format!("Looking after {thing}"), Some(n % 6));
    }
    tasks
}

#[test]
fn of_what_is_alike_nine_of_ten_are_found_and_nothing_else() {
    let mut team = Team::new();
    let tasks = realistic(&mut team);
    let led = ["H1", "O4"];
    let before = team.asked();
    assert!(!before.iter().any(|(rule, _)| led.contains(rule)), "{before:?}");

    let mut planted = Vec::new();
    for (title, other) in ALIKE {
        let (_, task) = tasks.iter().find(|(known, _)| known == title).unwrap_or_else(|| panic!("{title}"));
        let twin = team.led(4, other);
        planted.push((other, key("H1", [*task, twin])));
    }
    let asked = team.asked();
    let missed: Vec<&str> =
        planted.iter().filter(|(_, key)| !asked.contains(key)).map(|(title, _)| *title).collect();
    assert!(missed.len() * 10 <= planted.len(), "missed: {missed:?}");
    let right: Vec<_> = planted.iter().map(|(_, key)| key).collect();
    let wrong: Vec<_> =
        asked.iter().filter(|found| led.contains(&found.0) && !right.contains(found)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_exact_overlap_and_every_gap_is_found() {
    let mut team = Team::new();
    let tasks = realistic(&mut team);
    let mut planted = Vec::new();

    // Overlaps: the same title, one task with two leads, the same domain, the same accountability.
    for (title, task) in tasks.iter().skip(3).step_by(29).take(5) {
        planted.push(key("O4", [*task, team.led(5, &title.to_uppercase())]));
    }
    for (_, task) in tasks.iter().skip(10).step_by(31).take(5) {
        let part = ClaimAs::Contest("mine, too".into());
        team.does(5, Command::Claim(Claim { task: *task, part }));
        planted.push(key("O1", [*task]));
    }
    for n in 0..5 {
        let one =
            team.role(&format!("First {n}"), &format!("Stamp {n}"), &format!("Stamping pile {n}"), Some(1));
        let other =
            team.role(&format!("Second {n}"), &format!("stamp {n}"), &format!("Counting row {n}"), Some(2));
        planted.push(key("O2", [one, other]));
        let third =
            team.role(&format!("Third {n}"), &format!("Drawer {n}"), &format!("STAMPING pile {n}"), Some(3));
        planted.push(key("O3", [one, third]));
    }
    assert_eq!(planted.len(), 20);

    // Gaps: a role with nobody, work that is begun and nobody's, a goal without work, a lead who left or is away.
    for n in 0..5 {
        planted.push(key(
            "G1",
            [team.role(&format!("Vacant {n}"), &format!("Attic {n}"), &format!("Airing {n}"), None)],
        ));
    }
    for n in 0..5 {
        let task = team.task(&format!("Begun and left number {n}"));
        team.does(0, Command::Move(Move { task, to: State::Doing, ending: Ending::Own }));
        planted.push(key("G2", [task]));
    }
    for n in 0..5 {
        let id = GoalId(team.session.new_id());
        let goal = AddGoal { title: format!("A goal without work {n}"), ..AddGoal::blank(id) };
        team.does(0, Command::AddGoal(goal));
        planted.push(key("G4", [id]));
    }
    for n in 0..5 {
        planted.push(key("G5", [team.led(6, &format!("Promised by one who goes, number {n}"))]));
    }
    team.does(6, Command::Leave(Leave));
    assert_eq!(planted.len(), 40);
    team.session.environment.wait(8 * DAY);

    let asked = team.asked();
    let missed: Vec<_> = planted.iter().filter(|key| !asked.contains(*key)).collect();
    assert!(missed.is_empty(), "{missed:?}");
    // What was kept step by step is what a full look finds.
    assert!(team.session.rebuild().unwrap().differed.is_empty());
}
